/** Ledgers of any size to measure with. */
import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
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
