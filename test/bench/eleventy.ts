/**
 * The same page data through the templates of another static site generator, to have something to compare with: `eleventy.ts ROOT AS_OF` makes the data
 * of every page in both languages, leaves it as one JSON file in a new folder, and prints the folder; `runEleventy` reads it and writes the pages.
 */
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FormField } from '../../src/site/approvalForm.ts';
import type { Cell, Figure, Headed, Linked, Table, Term } from '../../src/site/shown.ts';
import type { SitePages } from '../../src/site/site.ts';

type Block =
  | { readonly kind: 'heading' | 'text'; readonly text: string }
  | { readonly kind: 'table'; readonly table: Table }
  | { readonly kind: 'terms'; readonly terms: readonly Term[] }
  | { readonly kind: 'figures'; readonly figures: readonly Figure[] }
  | { readonly kind: 'list'; readonly cells: readonly Cell[] }
  | { readonly kind: 'form'; readonly lines: readonly (readonly FormField[])[] };

interface Page extends Pick<Headed, 'path' | 'title' | 'lead' | 'crumbs'> {
  readonly frame: SitePages['frame'];
  readonly blocks: readonly Block[];
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const isList = <T>(value: unknown, key: keyof T & string): value is readonly T[] =>
  Array.isArray(value) && value.length > 0 && value.every((one) => isObject(one) && key in one && !('id' in one));

/** Everything that a page holds besides its head, in the order in which it holds it. */
function blocksOf(value: unknown): Block[] {
  if (!isObject(value)) return [];
  if ('columns' in value && 'rows' in value) return [{ kind: 'table', table: value as unknown as Table }];
  if ('lines' in value && 'clause' in value) return [{ kind: 'form', lines: value.lines as readonly (readonly FormField[])[] }];
  if (isList<Term>(value, 'details')) return [{ kind: 'terms', terms: value }];
  if (isList<Figure>(value, 'label')) return [{ kind: 'figures', figures: value }];
  if (isList<Cell>(value, 'text')) return [{ kind: 'list', cells: value }];
  if (Array.isArray(value)) return value.flatMap(blocksOf);
  const { title, text } = value;
  return [
    ...(typeof title === 'string' ? [{ kind: 'heading', text: title } as const] : []),
    ...(typeof text === 'string' ? [{ kind: 'text', text } as const] : []),
    ...Object.values(value).flatMap(blocksOf),
  ];
}

function pageOf({ path, title, lead, crumbs, ...rest }: Headed, frame: SitePages['frame'], start: string): Page {
  const { over, ...content } = rest;
  return { path: `${start}${path}`, title, lead, crumbs: crumbs as readonly Linked[], frame, blocks: Object.values(content).flatMap(blocksOf) };
}

/** Every page of the site in one language. */
async function pagesOf(site: SitePages, start: string): Promise<Page[]> {
  const pages: (Headed | null)[] = [
    ...[site.overview(), site.rankings(), site.units(), site.submissions(), site.people(), site.policies(), site.outlets(), site.calendar()],
    ...[await site.openData(), site.status(), site.screen() as unknown as Headed, site.search(), site.guides(), site.bulletins()],
    ...site.periods().flatMap(({ period }) => [site.ranking(period), site.wholeJournal(period)]),
    ...site.unitIds().map((unit) => site.unit(unit)),
    ...site.journals().map(({ unit, period }) => site.journal(unit, period)),
    ...site.submissionMonths().map((month) => site.submissionMonth(month)),
    ...site.submissionIds().map((submission) => site.submission(submission)),
    ...site.personIds().map((person) => site.person(person)),
    ...site.policyIds().map((policy) => site.policy(policy) as unknown as Headed),
    ...site.outletIds().map((outlet) => site.outlet(outlet)),
    ...site.guideNames.map((guide) => site.guide(guide)),
  ];
  return pages.filter((page) => page !== null && Array.isArray(page.crumbs)).map((page) => pageOf(page as Headed, site.frame, start));
}

async function allPages(root: string, asOf: string): Promise<Page[]> {
  Object.assign(process.env, { TONGBAO_ROOT: root, TONGBAO_AS_OF: asOf });
  const { siteOf } = await import('../../src/rim/site.ts');
  const [zh, en] = [siteOf({ params: {} }), siteOf({ params: { lang: 'en' } })];
  return [...(await pagesOf(zh, '')), ...(await pagesOf(en, 'en/'))];
}

export interface Written {
  readonly pages: number;
  readonly rows: number;
  readonly megabytes: number;
}

/** What lies in a built site: pages, rows of tables, size of the pages. */
export function countPages(folder: string): Written {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && entry.name.endsWith('.html'));
  const sizes = files.map((entry) => {
    const text = readFileSync(join(entry.parentPath, entry.name), 'utf8');
    return { rows: text.split(/<tr[ >]/).length - 1, bytes: Buffer.byteLength(text) };
  });
  return {
    pages: files.length,
    rows: sizes.reduce((sum, { rows }) => sum + rows, 0),
    megabytes: Math.round(sizes.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6),
  };
}

/** A folder in which Eleventy finds the pages and their template. */
async function prepare(root: string, asOf: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'tongbao-bench-eleventy-'));
  mkdirSync(join(folder, '_data'));
  writeFileSync(join(folder, '_data/pages.json'), JSON.stringify(await allPages(root, asOf)));
  copyFileSync(join(import.meta.dirname, 'eleventy/page.njk'), join(folder, 'page.njk'));
  return folder;
}

/** Writes the pages of a prepared folder into its `_site`. */
export async function runEleventy(folder: string): Promise<void> {
  process.chdir(folder);
  const { Eleventy } = await import('@11ty/eleventy');
  await new Eleventy('.', '_site', { quietMode: true, configPath: false }).write();
}

const [, file, root, asOf] = process.argv;
if (file === import.meta.filename) process.stdout.write(await prepare(root as string, asOf as string));
