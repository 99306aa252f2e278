/**
 * What a review of a ten-file change costs beside `check` of the same ledger, which reads everything and is the floor: both as a person runs them, in
 * processes of their own, caches warm. What grows is what checks and scores the whole ledger, before and after; what is read from Git does not.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ledgerOf, shippedLedger, UNTIL } from './ledger.ts';

const REPOSITORY = join(import.meta.dirname, '../..');
const RUNS = 3;

/** Prints the seconds of both for the shipped ledger and for ledgers of these sizes, and the one over the other. */
export function benchReview(sizes: readonly number[]): void {
  process.stdout.write('| records | check | review of ten files | review ÷ check |\n|--:|--:|--:|--:|\n');
  for (const size of [null, ...sizes]) process.stdout.write(`${lineOf(size)}\n`);
}

function lineOf(size: number | null): string {
  const { root, written } = size === null ? shippedLedger() : ledgerOf(size, 'county-2021');
  try {
    proposeTen(root);
    const day = size === null ? [] : ['--as-of', UNTIL];
    const [check, review] = [fastestOf(['check', ...day], root), fastestOf(['review', '--base', 'main', ...day], root)];
    const records = size === null ? `${written} (shipped)` : String(written);
    return `| ${records} | ${check.toFixed(2)} s | ${review.toFixed(2)} s | ${(review / check).toFixed(2)} |`;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** The last ten adoptions were printed in another form than the records said: points and ranks move. */
function proposeTen(root: string): void {
  const git = (...args: string[]): void => {
    const { status, stderr } = spawnSync('git', ['-c', 'user.name=Bench', '-c', 'user.email=bench@example.org', ...args], {
      cwd: root,
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(stderr);
  };
  git('init', '--quiet', '--initial-branch=main');
  git('add', '--all');
  git('commit', '--quiet', '--message', 'All records');
  git('checkout', '--quiet', '-b', 'change');
  const folder = join(root, 'data/adoptions');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.yaml'));
  for (const file of files.sort().slice(-10)) {
    const text = readFileSync(join(folder, file), 'utf8');
    writeFileSync(join(folder, file), `${text.replace(/^form:.*\n/m, '')}form: 简讯\n`);
  }
  git('commit', '--quiet', '--all', '--message', 'Ten adoptions');
}

/** The first run fills the cache and is not measured; of the others the fastest says most about the work and least about the machine. */
const fastestOf = (args: readonly string[], root: string): number =>
  Math.min(...Array.from({ length: RUNS + 1 }, () => secondsOf(args, root)).slice(1));

function secondsOf(args: readonly string[], root: string): number {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, [join(REPOSITORY, 'src/cli/tongbao.mjs'), ...args, '--root', root], { maxBuffer: 1 << 28 });
  if (status !== 0 && status !== 1) throw new Error(String(stderr));
  return (performance.now() - start) / 1000;
}
