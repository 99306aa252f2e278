/** 计分明细: every credit of the days that the bulletin closed, and where the statistics find their sums in it. */
import { unlocked } from '../../bulletin/credits.ts';
import type { LockedCredit, Published } from '../../ledger/written/bulletin.ts';
import type { Period } from '../../model/period.ts';
import { POINTS } from '../../scoring/credit.ts';
import { creditsWithin } from '../../standings/totals.ts';
import { added, at, nameOf } from '../../words/bulletin/figures.ts';
import { lockedReasonWords, RECORD_KINDS } from '../../words/reasons.ts';
import { address, dayCell, emptyCell, formulaCell, type GridCell, type GridSheet, inSheet, numberCell, spread, textCell } from './xlsx-grid.ts';

const JOURNAL = '计分明细';

/** Stands for what is not open to the public. */
export const HIDDEN = '（不公开）';

const [UNIT, COUNTS] = [1, 6];
const HEADS = ['日期', '单位', '题名', '事项', '条款', '记入分数', '计入本期得分', '事由'];
const HEAD_ROWS = 2;

/** What a credit adds to the points of `period`: nothing on another account, on other days, or as a charge on a longer period. */
export function countedIn(period: Period, credit: LockedCredit): number {
  const whole = unlocked(credit);
  return whole.ledger === POINTS && creditsWithin([whole], period).length > 0 ? credit.points : 0;
}

export function journalSheet(title: string, credits: readonly LockedCredit[], published: Published, period: Period): GridSheet {
  const rows = credits.map((credit) => rowOf(credit, published, period));
  const counted = added(credits.map((credit) => countedIn(period, credit)));
  const last = HEAD_ROWS + credits.length - 1;
  const total = formulaCell(`SUM(${address(HEAD_ROWS, COUNTS)}:${address(last, COUNTS)})`, counted, 'total');
  const blanks = (count: number): GridCell[] => Array.from({ length: count }, () => emptyCell('total'));
  return {
    name: JOURNAL,
    rows: [
      spread(textCell(title, 'title'), HEADS.length),
      HEADS.map((head) => textCell(head, 'head')),
      ...rows,
      [textCell('合计', 'total'), ...blanks(COUNTS - 1), total, emptyCell('total')],
    ],
    headRows: HEAD_ROWS,
    headColumns: 2,
    filtered: false,
  };
}

function rowOf(credit: LockedCredit, published: Published, period: Period): GridCell[] {
  const { on, unit, kind, clause, points: own, ledger, hidden } = credit;
  return [
    dayCell(on),
    textCell(nameOf(published, unit)),
    textCell(titleOf(credit, published)),
    textCell(RECORD_KINDS[kind].zh),
    textCell(clause ?? ''),
    numberCell(own),
    numberCell(countedIn(period, credit)),
    textCell(
      `${ledger === undefined ? '' : `${ledger}：`}${hidden ? HIDDEN : lockedReasonWords(credit.reason, (record) => at(published.titles, record) ?? (record || HIDDEN))}`,
    ),
  ];
}

/** The title of the item; duties and the like have none. */
const titleOf = ({ item, hidden }: LockedCredit, { titles }: Published): string =>
  hidden ? HIDDEN : item === undefined ? '' : (at(titles, item) ?? HIDDEN);

/** What the statistics need of the journal. */
interface Kept {
  readonly published: Published;
  readonly period: Period;
  readonly journal: readonly LockedCredit[] | null;
}

/** Looks up the sum of the unit that is named in `cell`. SUMIF takes *, ? and ~ and a sign before a name as patterns, so names with these go by another way. */
export function sumFormula(unit: string, cell: string, { published, journal }: Kept): string {
  const last = HEAD_ROWS + (journal?.length ?? 0) - 1;
  const column = (index: number): string => inSheet(JOURNAL, `${fixed(HEAD_ROWS, index)}:${fixed(last, index)}`);
  const isPattern = /[*?~]|^[=<>]/.test(nameOf(published, unit));
  return isPattern ? `SUMPRODUCT((${column(UNIT)}=${cell})*${column(COUNTS)})` : `SUMIF(${column(UNIT)},${cell},${column(COUNTS)})`;
}

/** What it comes to. */
export function sumIn(unit: string, { published, period, journal }: Kept): number {
  const name = nameOf(published, unit);
  return added((journal ?? []).filter((credit) => nameOf(published, credit.unit) === name).map((credit) => countedIn(period, credit)));
}

const fixed = (row: number, column: number): string => address(row, column).replace(/^([A-Z]+)(\d+)$/, '$$$1$$$2');
