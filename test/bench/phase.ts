/** One phase of the benchmark, in a process of its own so that nothing is warmed up by another: `phase.ts PHASE ROOT AS_OF` prints seconds and peak memory. */
import { spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Day } from '../../src/model/day.ts';
import { periodOf, periodsWithin } from '../../src/model/period.ts';
import type { Ledger } from '../../src/model/records.ts';
import { keepJournal } from '../../src/scoring/journal.ts';
import { standingsOf } from '../../src/standings/standings.ts';
import { countPages, runEleventy, type Written } from './eleventy.ts';

export type Phase = 'floor' | 'cold' | 'warm' | 'score' | 'standings' | 'bulletin' | 'book' | 'site' | 'unchanged' | 'rebuild' | 'eleventy';

export interface Measured {
  readonly seconds: number;
  /** Peak resident memory of the process. */
  readonly megabytes: number;
  /** Of the processors, all threads together: what a busy machine does not change much. */
  readonly processor: number;
  /** What lies in a site that was written. */
  readonly written?: Written;
}

let processor = 0;
let written: Written | undefined;

const [phase, root, asOf] = process.argv.slice(2) as [Phase, string, Day];

/** The seconds that `work` takes. */
async function secondsOf(work: () => unknown): Promise<number> {
  const [start, before] = [performance.now(), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(before);
  processor = (user + system) / 1e6;
  return (performance.now() - start) / 1000;
}

/** Listing, reading and parsing, and nothing else. */
async function floor(): Promise<number> {
  const { load } = await import('js-yaml');
  return secondsOf(() => {
    for (const entry of readdirSync(join(root, 'data'), { withFileTypes: true, recursive: true }))
      if (entry.isFile()) load(readFileSync(join(entry.parentPath, entry.name), 'utf8'));
  });
}

async function opener() {
  const { openRoot } = await import('../../src/rim/open.ts');
  return () => openRoot(root);
}

async function cold(): Promise<number> {
  const { fileFor, FOLDERS } = await import('../../src/rim/cache-file.ts');
  for (const folder of FOLDERS) rmSync(fileFor(root, folder), { force: true });
  const open = await opener();
  return secondsOf(open);
}

/** The second reading, after one file has changed. */
async function warm(): Promise<number> {
  const open = await opener();
  open().keep();
  const [record] = readdirSync(join(root, 'data', 'adoptions'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  if (record) appendFileSync(join(record.parentPath, record.name), '# touched\n');
  return secondsOf(open);
}

async function score(withStandings: boolean): Promise<number> {
  const { ledger, policies } = (await opener())();
  const journal = () => keepJournal(ledger as Ledger, policies, asOf);
  if (!withStandings) return secondsOf(journal);
  const kept = journal();
  const first = (ledger?.site.since ?? kept.credits[0]?.on) as Day;
  return secondsOf(() => {
    for (const span of ['month', 'quarter', 'year'] as const)
      for (const period of periodsWithin(first, asOf, span)) standingsOf(period, kept, ledger as Ledger);
  });
}

/** The first bulletin, of the last month: it closes everything before as well, which is as much as a bulletin can ever close. */
async function bulletin(): Promise<number> {
  const { made, seconds } = await firstBulletin();
  return made === undefined ? Number.NaN : seconds;
}

/** The journal with that bulletin in the place of what it closed, its file read and its seal tried. */
async function book(): Promise<number> {
  const { made } = await firstBulletin();
  if (made === undefined) return Number.NaN;
  const file = join(root, made.file);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, made.text);
  const [open, { bookOf }] = [await opener(), await import('../../src/rim/bulletins.ts')];
  const seconds = await secondsOf(() => {
    const opened = open();
    bookOf({ ...opened, ledger: opened.ledger as Ledger }, asOf);
  });
  rmSync(dirname(file), { recursive: true });
  return seconds;
}

async function firstBulletin() {
  const [open, { makeBulletins }] = [await opener(), await import('../../src/rim/bulletins.ts')];
  const opened = open();
  let made: ReturnType<typeof makeBulletins>['made'] = [];
  const seconds = await secondsOf(() => {
    made = makeBulletins({ ...opened, ledger: opened.ledger as Ledger }, periodOf(asOf, 'month'), asOf).made;
  });
  return { made: made[0], seconds };
}

/** The site where no other was before. */
async function site(): Promise<number> {
  const { fileFor, FOLDERS } = await import('../../src/rim/cache-file.ts');
  const out = join(root, 'dist');
  if (existsSync(out)) for (const folder of FOLDERS) rmSync(fileFor(out, folder), { force: true });
  rmSync(out, { recursive: true, force: true });
  return build();
}

/** The site over the one that `site` left, after one record has changed that shows. */
async function rebuild(): Promise<number> {
  const folder = join(root, 'data', 'submissions');
  const [record] = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  if (record) {
    const file = join(record.parentPath, record.name);
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^title: (?!["'])(.*)$/m, 'title: $1（改）'));
  }
  return build();
}

async function build(): Promise<number> {
  const { main } = await import('../../src/cli/main.ts');
  const out = join(root, 'dist');
  const seconds = await secondsOf(() => main(['build', '--root', root, '--as-of', asOf, '--out', out]));
  written = countPages(out);
  return seconds;
}

/** The same page data through the templates of Eleventy: reading it and writing the pages. Making it is not measured. */
async function eleventy(): Promise<number> {
  const { stdout } = spawnSync(process.execPath, [join(import.meta.dirname, 'eleventy.ts'), root, asOf], { encoding: 'utf8' });
  const folder = stdout.trim();
  const seconds = await secondsOf(() => runEleventy(folder));
  written = countPages(join(folder, '_site'));
  rmSync(folder, { recursive: true, force: true });
  return seconds;
}

const PHASES: Record<Phase, () => Promise<number>> = {
  floor,
  cold,
  warm,
  score: () => score(false),
  standings: () => score(true),
  bulletin,
  book,
  site,
  unchanged: build,
  rebuild,
  eleventy,
};

const seconds = await PHASES[phase]();
process.stdout.write(
  `\n${JSON.stringify({ seconds, megabytes: process.resourceUsage().maxRSS / 1024, processor, ...(written === undefined ? {} : { written }) } satisfies Measured)}\n`,
);
