/** Ledgers of any size to measure with. */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { demoFiles } from '../../src/demo/demo.ts';
import type { Day } from '../../src/model/day.ts';

const REPOSITORY = join(import.meta.dirname, '../..');
/** The day up to which ledgers reach. */
export const UNTIL = '2026-10-31' as Day;
const MONTHS = 24;

/** Writes a ledger of about `records` records into a new folder outside the repository; its files lie months of work apart, as in life. */
export function ledgerOf(records: number, policy: Parameters<typeof demoFiles>[0]['policy']): { root: string; written: number } {
  const root = mkdtempSync(join(tmpdir(), `tongbao-bench-${records}-`));
  const units = Math.max(5, Math.round(Math.sqrt(records) / 3));
  let written = 0;
  for (const [path, text] of demoFiles({
    units,
    months: MONTHS,
    perMonth: Math.round(records / MONTHS / 2),
    seed: 1,
    policy,
    until: UNTIL,
  })) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
    written += 1;
  }
  cpSync(join(REPOSITORY, 'policies'), join(root, 'policies'), { recursive: true });
  return { root, written };
}

/** A copy of the ledger that is shipped; without its history. */
export function shippedLedger(): { root: string; written: number } {
  const root = mkdtempSync(join(tmpdir(), 'tongbao-bench-shipped-'));
  for (const folder of ['data', 'policies']) cpSync(join(REPOSITORY, folder), join(root, folder), { recursive: true });
  return { root, written: readdirSync(join(root, 'data'), { recursive: true }).filter((file) => String(file).endsWith('.yaml')).length };
}
