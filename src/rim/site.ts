/**
 * What the pages are made of, read once per build: the one door through which pages reach the rim. The ledger stays behind it; what comes out
 * is what `publicView` and, for the laboratory, `labData` let through. The root comes from `TONGBAO_ROOT`, the day from `TONGBAO_AS_OF`; unless given, where the build runs, today.
 */
import { type Day, dayOf } from '../model/day.ts';
import type { LabData } from '../site/lab/data.ts';
import { labData } from '../site/lab/extract.ts';
import { firstPartOf, languageOf, pathIn } from '../site/links.ts';
import { publicView } from '../site/public.ts';
import { type SitePages, sitePages } from '../site/site.ts';
import { LANGUAGES, type Language } from '../words/speech.ts';
import { approvalsUnder } from './approvals.ts';
import { bookOf } from './bulletins.ts';
import { runCasesOf } from './cases.ts';
import { today } from './clock.ts';
import { digestOf, isNews, note, type Shown } from './last-build.ts';
import { policiesToTry } from './ordinances.ts';
import { openedRoot } from './session.ts';

interface Made {
  /** The pages in each language, of one view. */
  readonly sites: Readonly<Record<Language, SitePages>>;
  /** What the laboratory's page reads. */
  readonly lab: () => LabData;
}

function readSite(root: string, wanted: string | undefined): Made {
  const opened = openedRoot(root);
  const { ledger, policies, plan, bulletins, findings, lineOf } = opened;
  if (ledger === null) throw new Error(`${root}: data/site.yaml cannot be used; npx tongbao check says why`);
  const asOf = dayFrom(wanted) ?? today(ledger.site.timeZone);
  const journal = bookOf({ ...opened, ledger }, asOf);
  const view = publicView({
    ledger,
    journal,
    policies,
    plan,
    bulletins,
    pdf: process.env.TONGBAO_PDF === '1',
    findings,
    provenance: approvalsUnder({ ledger, policies }, opened.values, opened.trailOf).provenance,
    lineOf,
  });
  const casesOf = once((policy: string) => runCasesOf(root, policy));
  return {
    sites: { zh: sitePages(view, 'zh', casesOf), en: sitePages(view, 'en', casesOf) },
    lab: () => labData({ ledger, asOf, policies: policiesToTry(root, ledger.site.policies), periods: [...view.periods].reverse() }),
  };
}

/** What is asked for again is not made again. */
function once<T>(make: (key: string) => T): (key: string) => T {
  const made = new Map<string, T>();
  return (key) => {
    if (!made.has(key)) made.set(key, make(key));
    return made.get(key) as T;
  };
}

function dayFrom(wanted: string | undefined): Day | null {
  if (!wanted) return null;
  const day = dayOf(wanted);
  if (day === null) throw new Error(`TONGBAO_AS_OF is not a day: ${wanted}`);
  return day;
}

const { sites, lab: labOf } = readSite(process.env.TONGBAO_ROOT ?? process.cwd(), process.env.TONGBAO_AS_OF);

export const lab = labOf;

/** Which pages there are, and the files: the same in every language. */
export const site = sites.zh;

/** The pages in the language of the route on which a page stands. */
export const siteOf = ({ params }: { readonly params: Readonly<Record<string, string | number | undefined>> }): SitePages =>
  sites[languageOf(params.lang as string | undefined)];

type Params = Readonly<Record<string, string | undefined>>;
/** What a page is handed, plain objects as everywhere on the site. It knows where it stands; null where there is no such page. */
type Page = { readonly path: string } | null;

/** What `getStaticPaths` says of a page. */
interface PagePath<P extends Params, Made> {
  readonly params: P & { readonly lang: string | undefined };
  readonly props: { readonly page: (site: SitePages) => Made };
}

/**
 * A page for each of `things` in every language, as `getStaticPaths` wants them: its place in the route, and what it is handed. Left out are those
 * that the last build left with the same.
 */
export async function eachPage<T, P extends Params, Made extends Page | Promise<Page>>(
  things: (site: SitePages) => readonly T[],
  paramsOf: (thing: T) => P,
  pageOf: (thing: T, site: SitePages) => Made,
): Promise<PagePath<P, Made>[]> {
  const paths: PagePath<P, Made>[] = [];
  for (const language of LANGUAGES) {
    const [pages, lang] = [sites[language], firstPartOf(language)];
    for (const thing of things(site)) {
      const page = (from: SitePages): Made => pageOf(thing, from);
      if (await isNews(async () => shownOn(await page(pages), pages))) paths.push({ params: { ...paramsOf(thing), lang }, props: { page } });
    }
  }
  return paths;
}

/** The one page of a route, in every language. */
export const onePage = <Made extends Page | Promise<Page>>(pageOf: (site: SitePages) => Made) =>
  eachPage(
    () => [null],
    () => ({}),
    (_, pages) => pageOf(pages),
  );

const FRAMES: Readonly<Record<Language, string>> = { zh: digestOf(sites.zh.frame), en: digestOf(sites.en.frame) };

const shownOn = (page: Page, { language }: SitePages): Shown => ({
  file: `${pathIn(language, page?.path ?? '')}index.html`,
  shows: [FRAMES[language], page],
});

export { note, type Shown } from './last-build.ts';

/** The files that have to be written: all but those that the last build left with the same behind them. */
export async function changed<T>(files: readonly T[], shownBy: (file: T) => Shown): Promise<T[]> {
  const news = await Promise.all(files.map((file) => isNews(() => shownBy(file))));
  return files.filter((_, index) => news[index]);
}

interface Standing<Made> {
  readonly params: Params;
  readonly props: { readonly page: (site: SitePages) => Made };
}

/** Everything that a page is made of: what it is handed, the frame around it, its language. */
export function shown<Made extends Page | Promise<Page>>({ params, props }: Standing<Made>) {
  const pages = siteOf({ params });
  return { frame: pages.frame, language: pages.language, page: noted(props.page(pages), pages) };
}

function noted<Made extends Page | Promise<Page>>(page: Made, pages: SitePages): Made {
  Promise.resolve<Page>(page).then(
    (made) => note(shownOn(made, pages)),
    // Whoever waits for the page hears of it.
    () => undefined,
  );
  return page;
}
