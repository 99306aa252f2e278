/** 通报 as an XLSX file: the statistics with formulas, the journal behind them, adopted titles, corrections. */
import type { LockedCredit, WrittenBulletin } from '../../ledger/written/bulletin.ts';
import type { Day } from '../../model/day.ts';
import type { Period } from '../../model/period.ts';
import { periodNamed } from '../../words/bulletin/cadence.ts';
import { periodWords } from '../../words/periods.ts';
import { workbook } from './xlsx-grid.ts';
import { countedIn, journalSheet } from './xlsx-journal.ts';
import { adoptedSheet, correctionsSheet } from './xlsx-lists.ts';
import { statisticsSheet } from './xlsx-statistics.ts';

type Sheets = Pick<WrittenBulletin, 'period' | 'document' | 'published' | 'evidence' | 'credits'>;

/** It prints what it is handed; what is not for the public has to be gone before. The same bulletin gives the same bytes. */
export async function bulletinXlsx({ period: key, document, published, evidence, credits }: Sheets): Promise<Uint8Array<ArrayBuffer>> {
  const period = periodNamed(key);
  const named = `${periodWords(period, 'zh')}${published.work}`;
  const isChecked = credits.length > 0 && closesAll(evidence, period) && areAllRanked(credits, published, period);
  const sheets = [
    statisticsSheet({ title: `${named}情况统计表`, published, period, journal: isChecked ? credits : null }),
    ...(credits.length === 0 ? [] : [journalSheet(`${named}计分明细`, credits, published, period)]),
    ...(published.adopted.length === 0 ? [] : [adoptedSheet(`${named}采用稿件目录`, published)]),
    ...(published.corrections.length === 0 ? [] : [correctionsSheet(`${named}更正、补记明细`, published)]),
  ];
  return workbook(sheets, { title: document.title, creator: document.office, day: document.issued as Day });
}

/** A bulletin of a quarter whose months have been closed holds the journal of the last month at most: nothing can be checked against that. */
const closesAll = ({ closes }: Sheets['evidence'], { from, to }: Period): boolean =>
  closes !== undefined && (closes.from === undefined || closes.from <= from) && closes.to >= to;

/** Where points are rolled up, a unit's credits stand in the line of the unit above it, and the lock does not say which that is. */
function areAllRanked(credits: readonly LockedCredit[], { groups, excluded }: Sheets['published'], period: Period): boolean {
  const placed = new Set([...groups.flatMap(({ rows }) => rows), ...excluded].map(({ unit }) => unit));
  return credits.every((credit) => placed.has(credit.unit) || countedIn(period, credit) === 0);
}
