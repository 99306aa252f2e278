/**
 * What the pages are made of, read once per build: the one door through which pages reach the rim. The ledger stays behind it; what comes out
 * is what `publicView` and, for the laboratory, `labData` let through. The root comes from `TONGBAO_ROOT`, the day from `TONGBAO_AS_OF`; unless given, where the build runs, today.
 */
import { type Day, dayOf } from '../model/day.ts';
import type { LabData } from '../site/lab/data.ts';
import { labData } from '../site/lab/extract.ts';
import { firstPartOf, languageOf } from '../site/links.ts';
import { publicView } from '../site/public.ts';
import { type SitePages, sitePages } from '../site/site.ts';
import { LANGUAGES, type Language } from '../words/speech.ts';
import { approvalsUnder } from './approvals.ts';
import { bookOf } from './bulletins.ts';
import { runCasesOf } from './cases.ts';
import { isNews, note, type Shown } from './last-build.ts';
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

const today = (timeZone: string): Day => new Intl.DateTimeFormat('sv-SE', { timeZone }).format(new Date()) as Day;

const { sites, lab: labOf } = readSite(process.env.TONGBAO_ROOT ?? process.cwd(), process.env.TONGBAO_AS_OF);

export const lab = labOf;

/** Which pages there are, and the files: the same in every language. */
export const site = sites.zh;

/** The pages in the language of the route on which a page stands. */
export const siteOf = ({ params }: { readonly params: Readonly<Record<string, string | number | undefined>> }): SitePages =>
  sites[languageOf(params.lang as string | undefined)];

interface Path {
  readonly params: Readonly<Record<string, string | undefined>>;
}

/** Every path of a page in every language: what `getStaticPaths` of a page under `[...lang]` says. */
export const inLanguages = <P extends Path = Path>(paths: readonly P[] = [{ params: {} } as P]) =>
  LANGUAGES.flatMap((language) => paths.map((path) => ({ ...path, params: { ...(path.params as P['params']), lang: firstPartOf(language) } })));
