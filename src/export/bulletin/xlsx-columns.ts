/** The columns of the statistics, and how each follows from the others. */
import type { LockedCredit, Published, PublishedRow } from '../../ledger/written/bulletin.ts';
import type { Period } from '../../model/period.ts';
import type { RecordKind } from '../../scoring/credit.ts';
import { thisPeriod } from '../../words/bulletin/cadence.ts';
import { added, at, classesOf, className, rowsOf } from '../../words/bulletin/figures.ts';
import { RECORD_KINDS } from '../../words/reasons.ts';

/** What the sheet is made of. `journal` is null where the bulletin does not hold every credit of its period. */
export interface Statistics {
  readonly title: string;
  readonly published: Published;
  readonly period: Period;
  readonly journal: readonly LockedCredit[] | null;
}

/** A column: its figure for a unit, or how it follows from other columns of the same line. */
export type Column = { readonly key: string; readonly head: string; readonly group?: string } & (
  | { readonly kind: 'unit' | 'rank' }
  | { readonly kind: 'figure'; readonly of: (row: PublishedRow) => number; readonly secret: boolean }
  | { readonly kind: 'sum'; readonly over: readonly string[]; readonly of: (row: PublishedRow) => number; readonly secret: boolean }
  | { readonly kind: 'rate'; readonly part: string; readonly whole: string }
  | { readonly kind: 'journal' }
  | { readonly kind: 'check' }
);

const counts = (key: string, head: string, of: (row: PublishedRow) => number, group?: string): Column => ({
  key,
  head,
  kind: 'figure',
  of,
  secret: false,
  ...(group === undefined ? {} : { group }),
});

/** Points; those of units whose place is not published are not said. */
const score = (key: string, head: string, of: (row: PublishedRow) => number, group?: string): Column =>
  ({ ...counts(key, head, of, group), secret: true }) as Column;

const KINDS = Object.keys(RECORD_KINDS) as RecordKind[];

const adoptionsOf = ({ by_class }: PublishedRow): number => added(Object.values(by_class));

export function columnsOf({ published, period, journal }: Statistics): Column[] {
  const rows = rowsOf(published);
  const now = thisPeriod(period);
  const classes = classesOf(
    published,
    rows.map(({ by_class }) => by_class),
  ).map((name) => counts(`class:${name}`, className(name), ({ by_class }) => at(by_class, name) ?? 0, '采用条次'));
  const parts = partsOf(rows);
  return [
    ...(published.ranks === 'none' ? [] : [{ key: 'rank', head: '排名', kind: 'rank' } as const]),
    { key: 'unit', head: '单位', kind: 'unit' },
    counts('filed', now, ({ filed }) => filed, '报送'),
    ...(period.span === 'year' ? [] : [counts('filed_to_date', '全年累计', (row) => row.filed_to_date, '报送')]),
    ...classes,
    { key: 'adoptions', head: '合计', group: '采用条次', kind: 'sum', over: classes.map(({ key }) => key), of: adoptionsOf, secret: false },
    counts('in_print', '其中报刊', (row) => row.in_print, '采用条次'),
    counts('adopted', '采用信息', ({ adopted }) => adopted),
    { key: 'rate', head: '采用率', kind: 'rate', part: 'adopted', whole: 'filed' },
    counts('instructions', '批示', ({ instructions }) => instructions),
    ...parts,
    { key: 'of_period', head: `${now}得分`, kind: 'sum', over: parts.map(({ key }) => key), of: (row) => row.of_period, secret: true },
    score('deductions', '扣分', ({ deductions }) => deductions, '得分中'),
    ...(rows.some(({ corrections }) => corrections !== 0) ? [score('corrections', '更正', ({ corrections }) => corrections, '得分中')] : []),
    ...(period.span === 'year' && rows.every((row) => row.of_period === row.to_date) ? [] : [score('to_date', '累计得分', (row) => row.to_date)]),
    ...(journal === null
      ? []
      : [
          { key: 'journal', head: '明细合计', group: '与计分明细核对', kind: 'journal' } as const,
          { key: 'check', head: '核对', group: '与计分明细核对', kind: 'check' } as const,
        ]),
  ];
}

/** Points by kinds of record that somebody has, and what is left of the total. */
function partsOf(rows: readonly PublishedRow[]): Column[] {
  const kinds = KINDS.filter((kind) => rows.some(({ by_kind }) => (at(by_kind, kind) ?? 0) !== 0));
  const restOf = ({ by_kind, of_period }: PublishedRow): number => added([of_period, ...kinds.map((kind) => -(at(by_kind, kind) ?? 0))]);
  const columns = kinds.map((kind) => score(`kind:${kind}`, RECORD_KINDS[kind].zh, ({ by_kind }) => at(by_kind, kind) ?? 0, '得分构成'));
  return rows.some((row) => restOf(row) !== 0) ? [...columns, score('rest', '其他', restOf, '得分构成')] : columns;
}
