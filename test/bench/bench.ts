/**
 * `npm run bench`: what reading, checking, scoring, ranking, closing a period and building cost, each as a ratio to a floor measured in the same run:
 * listing, reading and parsing the same files with js-yaml 5 and nothing else. Every phase runs in a process of its own, several times;
 * the table shows medians. `site` is compared with `eleventy`: the same page data through its templates, both languages, in the same run; `unchanged` and
 * `rebuild` are builds over the site that it left, before and after one record has changed. The last lines of the table are the shipped ledger's.
 * `--sizes 1000,10000` chooses the ledgers, `--site N` the largest one whose site is built, `--lab N` those that are tried in
 * the laboratory besides the shipped one (none: `--lab ''`), `--review N` those with a review of ten files over a check (none: `--review ''`). The last
 * line is the development server: milliseconds from saving a record to its page.
 */
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { benchDev } from './dev.ts';
import { benchLab } from './lab.ts';
import { ledgerOf, shippedLedger, UNTIL } from './ledger.ts';
import type { Measured, Phase } from './phase.ts';
import { benchReview } from './review.ts';

const HERE = dirname(fileURLToPath(import.meta.url));

const { values: options } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1000,10000,100000' },
    site: { type: 'string', default: '10000' },
    lab: { type: 'string', default: '10000' },
    review: { type: 'string', default: '10000,100000' },
    runs: { type: 'string', default: '3' },
    policy: { type: 'string', default: 'county-2021' },
  },
});

interface Line {
  readonly records: number;
  readonly phase: Phase;
  readonly seconds: number;
  readonly processor: number;
  readonly ratio: number;
  readonly written: string;
  readonly megabytes: number;
}

const PHASES: readonly Phase[] = ['floor', 'cold', 'warm', 'score', 'standings', 'bulletin', 'book', 'site', 'unchanged', 'rebuild', 'eleventy'];
const OF_SITES: readonly Phase[] = ['site', 'unchanged', 'rebuild', 'eleventy'];

/** Runs one phase in a process of its own, and reads what it measured from the last line that it prints. */
function run(phase: Phase, root: string): Measured {
  const { stdout, status, stderr } = spawnSync(process.execPath, [join(HERE, 'phase.ts'), phase, root, UNTIL], {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  if (status !== 0) throw new Error(`${phase} failed: ${stderr}`);
  return JSON.parse(stdout.trim().split('\n').at(-1) as string) as Measured;
}

const median = (numbers: readonly number[]): number => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] as number;

function measure(phase: Phase, root: string, runs: number): Measured {
  const measured = Array.from({ length: runs }, () => run(phase, root));
  const [first] = measured;
  return {
    ...(first?.written === undefined ? {} : { written: first.written }),
    seconds: median(measured.map(({ seconds }) => seconds)),
    processor: median(measured.map(({ processor }) => processor)),
    megabytes: Math.max(...measured.map(({ megabytes }) => megabytes)),
  };
}

function bench(records: number): Line[] {
  const { root, written } = ledgerOf(records, options.policy as 'county-2021');
  return phasesOf(
    root,
    written,
    PHASES.filter((phase) => !isSite(phase) || records <= Number(options.site)),
  );
}

function benchShipped(): Line[] {
  const { root, written } = shippedLedger();
  return phasesOf(root, written, ['floor', ...OF_SITES]);
}

/** Measures phases one after another; each of those of sites builds over what the one before has left. */
function phasesOf(root: string, records: number, phases: readonly Phase[]): Line[] {
  try {
    const runs = Number(options.runs);
    const floor = measure('floor', root, runs);
    return phases.map((phase) => {
      const { written: site, ...measured } = phase === 'floor' ? floor : measure(phase, root, isSite(phase) ? 1 : runs);
      const says = site === undefined ? '' : `${site.pages} pages, ${site.rows} rows, ${site.megabytes} MB`;
      return { records, phase, ...measured, ratio: measured.seconds / floor.seconds, written: says };
    });
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

const isSite = (phase: Phase): boolean => OF_SITES.includes(phase);

function table(lines: readonly Line[]): string {
  const head = '| records | phase | seconds | processor | × floor | × records ÷ 10 | peak MB | wrote |\n|--:|---|--:|--:|--:|--:|--:|---|';
  const rows = lines.map(
    (line) =>
      `| ${line.records} | ${line.phase} | ${line.seconds.toFixed(2)} | ${line.processor.toFixed(2)} | ${line.ratio.toFixed(2)} | ${growth(line, lines)} | ${line.megabytes.toFixed(0)} | ${line.written} |`,
  );
  return [head, ...rows].join('\n');
}

/** How the cost per record has changed from the next smaller ledger: 1.0 is linear. */
function growth(line: Line, lines: readonly Line[]): string {
  const smaller = lines.filter(({ phase, records }) => phase === line.phase && records < line.records).at(-1);
  return smaller ? (line.seconds / line.records / (smaller.seconds / smaller.records)).toFixed(2) : '';
}

const lines = options.sizes.split(',').flatMap((size) => bench(Number(size)));
lines.push(...benchShipped());
process.stdout.write(`${table(lines)}\n\n`);
if (options.lab !== '') await benchLab(options.lab.split(',').map(Number));
if (options.review !== '') benchReview(options.review.split(',').map(Number));
await benchDev();
