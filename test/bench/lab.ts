/**
 * `node test/bench/lab.ts [--sizes 10000]`: what a change costs in the laboratory, in a headless Chromium: from the key that is typed to the table
 * that shows what came of it, and for how long the page is held up meanwhile. The shipped ledger first, then demonstration ledgers of other sizes.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { main } from '../../src/cli/main.ts';
import type { Day } from '../../src/model/day.ts';
import { periodsWithin } from '../../src/model/period.ts';
import { openRoot } from '../../src/rim/open.ts';
import { policiesToTry } from '../../src/rim/ordinances.ts';
import type { LabData } from '../../src/site/lab/data.ts';
import { labData } from '../../src/site/lab/extract.ts';
import { openSite } from '../browser/chromium.ts';
import { ledgerOf, UNTIL } from './ledger.ts';

interface LabMeasured {
  readonly records: number;
  /** Size of the data that the page loads. */
  readonly kilobytes: number;
  /** Milliseconds from opening the page to its first result. */
  readonly first: number;
  /** Milliseconds of a change: median and longest. */
  readonly change: number;
  readonly longest: number;
  /** Of which the worker computes, median. */
  readonly worker: number;
  /** The longest time during changes in which the page could do nothing else. */
  readonly blocked: number;
}

const REPOSITORY = join(import.meta.dirname, '../..');
const CHANGES = 15;

/** What the page of a root's site would read. */
function dataOf(root: string): { data: LabData; records: number } {
  const { ledger } = openRoot(root);
  if (ledger === null) throw new Error(`${root} has no ledger`);
  const { submissions, adoptions, instructions, obligations, incidents, figures } = ledger;
  const records = submissions.size + adoptions.length + instructions.length + obligations.size + incidents.length + figures.length;
  const first = ledger.site.since ?? (Array.from(submissions.values(), ({ on }) => on).sort()[0] as Day);
  const periods = periodsWithin(first, UNTIL, 'year').reverse();
  return { data: labData({ ledger, asOf: UNTIL, policies: policiesToTry(root, ledger.site.policies), periods }), records };
}

/** Measures changes in the laboratory of the site in `dist`, with the ledger of `root` in place of its own. */
async function measureLab(dist: string, root: string): Promise<LabMeasured> {
  const { data, records } = dataOf(root);
  const body = JSON.stringify(data);
  const site = await openSite({ folder: dist });
  try {
    const page = await site.openPage('status/');
    await page.route('**/lab/data.json', (route) => route.fulfill({ body, contentType: 'application/json' }));
    const start = performance.now();
    await page.goto(new URL('lab/', site.address).href);
    await page.waitForFunction(() => document.getElementById('lab')?.dataset.answers === '1', null, { timeout: 120_000, polling: 20 });
    const first = performance.now() - start;
    const all = await changesIn(page);
    return { records, kilobytes: Math.round(Buffer.byteLength(body) / 1000), first, ...summed(all) };
  } finally {
    await site.close();
  }
}

interface Change {
  readonly took: number;
  readonly worker: number;
  readonly blocked: number;
}

/** Types one value after another into the first amount of the form, in the page itself, so that no message to the browser is measured. */
const changesIn = (page: Page): Promise<Change[]> =>
  page.evaluate(async (changes) => {
    const lab = document.getElementById('lab') as HTMLElement;
    const input = document.querySelector('#lab-rules input') as HTMLInputElement;
    const pause = (): Promise<void> => new Promise((done) => setTimeout(done, 0));
    const measured: { took: number; worker: number; blocked: number }[] = [];
    for (let change = 1; change <= changes; change += 1) {
      const before = lab.dataset.answers;
      const start = performance.now();
      input.value = String(change + 3);
      input.dispatchEvent(new Event('input', { bubbles: true }));
      let [last, blocked] = [start, 0];
      while (lab.dataset.answers === before) {
        await pause();
        blocked = Math.max(blocked, performance.now() - last);
        last = performance.now();
      }
      // Laid out and ready to be painted.
      lab.getBoundingClientRect();
      measured.push({ took: performance.now() - start, worker: Number(lab.dataset.took), blocked });
    }
    return measured;
  }, CHANGES);

const median = (numbers: readonly number[]): number => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] as number;

const summed = (all: readonly Change[]): Pick<LabMeasured, 'change' | 'longest' | 'worker' | 'blocked'> => ({
  change: median(all.map(({ took }) => took)),
  longest: Math.max(...all.map(({ took }) => took)),
  worker: median(all.map(({ worker }) => worker)),
  blocked: Math.max(...all.map(({ blocked }) => blocked)),
});

/** The site of the shipped ledger in a folder of its own, for as long as `work` needs it. */
async function withSite(work: (dist: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'tongbao-bench-lab-'));
  try {
    const dist = join(folder, 'dist');
    await main(['build', '--root', REPOSITORY, '--as-of', UNTIL, '--out', dist]);
    if (!existsSync(dist)) throw new Error('the site was not built');
    await work(dist);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The laboratory with the shipped ledger and with one of each size, as lines of a table. */
export async function benchLab(sizes: readonly number[]): Promise<void> {
  process.stdout.write(
    '| records | data kB | first result ms | change ms (median) | longest | worker ms | page held up ms |\n|--:|--:|--:|--:|--:|--:|--:|\n',
  );
  await withSite(async (dist) => {
    tell(await measureLab(dist, REPOSITORY));
    for (const size of sizes) {
      const { root } = ledgerOf(size, 'county-2021');
      tell(await measureLab(dist, root));
      rmSync(root, { recursive: true, force: true });
    }
  });
}

const tell = ({ records, kilobytes, ...times }: LabMeasured): void => {
  const { first, change, longest, worker, blocked } = times;
  process.stdout.write(`| ${[records, kilobytes, ...[first, change, longest, worker, blocked].map((time) => time.toFixed(0))].join(' | ')} |\n`);
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({ options: { sizes: { type: 'string', default: '10000' } } });
  await benchLab(values.sizes.split(',').map(Number));
}
