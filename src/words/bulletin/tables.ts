/** Every table that a wording can name. */
import type { TableName } from '../../ledger/written/wording.ts';
import type { DocumentTable } from '../../model/document.ts';
import { periodNamed } from './cadence.ts';

import {
  adoptedTable,
  awardsTable,
  commissionsTable,
  correctionsTable,
  deductionsTable,
  notableTable,
  peopleTable,
  quotasTable,
  totalsTable,
} from './listTables.ts';
import type { BulletinLock } from './lock.ts';
import { rankingTables, statisticsTables } from './unitTables.ts';

const TABLES: Readonly<Record<TableName, (lock: BulletinLock) => DocumentTable[]>> = {
  ranking: ({ period, published }) => rankingTables(published, periodNamed(period)),
  statistics: ({ period, published }) => statisticsTables(published, periodNamed(period)),
  totals: ({ published }) => totalsTable(published),
  quotas: ({ published }) => quotasTable(published),
  commissions: ({ published }) => commissionsTable(published),
  deductions: ({ published }) => deductionsTable(published),
  corrections: ({ published }) => correctionsTable(published),
  notable: ({ published }) => notableTable(published),
  adopted: ({ published }) => adoptedTable(published),
  awards: ({ published }) => awardsTable(published),
  people: ({ published }) => peopleTable(published),
};

/** The tables under a name: one, one for each group of units, or none where there is nothing to show. */
export const tablesOf = (name: TableName, lock: BulletinLock): DocumentTable[] => TABLES[name](lock);
