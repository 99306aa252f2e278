/** The annexes that a bulletin has: those with something in their table, labelled as GB/T 9704 has it. */
import { TABLES, type TableName, type Wording } from '../../ledger/written/wording.ts';
import type { DocumentTable } from '../../model/document.ts';
import type { BulletinLock } from './lock.ts';
import { tablesOf } from './tables.ts';

export interface LabelledAnnex {
  /** 附件, or 附件1, 附件2 … where there are several. */
  readonly label: string;
  readonly annex: Wording['annexes'][number];
  readonly tables: readonly DocumentTable[];
}

export function labelledAnnexes(lock: BulletinLock): LabelledAnnex[] {
  const filled = lock.document.wording.annexes
    .map((annex) => ({ annex, tables: tablesOf(annex.table, lock) }))
    .filter(({ tables }) => tables.length > 0);
  return filled.map((each, index) => ({ label: filled.length === 1 ? '附件' : `附件${index + 1}`, ...each }));
}

/** In which annex a table is; an empty text where it is in none. */
export function annexLabels(lock: BulletinLock): Readonly<Record<TableName, string>> {
  const labels = labelledAnnexes(lock);
  const labelOf = (name: TableName): string => labels.find(({ annex }) => annex.table === name)?.label ?? '';
  return Object.fromEntries(TABLES.map((name) => [name, labelOf(name)])) as Record<TableName, string>;
}
