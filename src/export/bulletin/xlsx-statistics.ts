/** 情况统计表 as a sheet: what a clerk would add up is a formula, and each unit's points are checked against the journal. */
import type { LockedCredit, Published, PublishedRow } from '../../ledger/written/bulletin.ts';
import type { Period } from '../../model/period.ts';
import type { RecordKind } from '../../scoring/credit.ts';
import { thisPeriod } from '../../words/bulletin/cadence.ts';
import { added, at, classesOf, className, longDay, NOTHING, nameOf, registered, rowsOf } from '../../words/bulletin/figures.ts';
import { isRanked } from '../../words/bulletin/named.ts';
import { RECORD_KINDS } from '../../words/reasons.ts';
import {
  address,
  emptyCell,
  formulaCell,
  type GridCell,
  type GridRow,
  type GridSheet,
  numberCell,
  percentCell,
  spread,
  textCell,
} from './xlsx-grid.ts';
import { sumOf } from './xlsx-journal.ts';

/** What the sheet is made of. `journal` is null where the bulletin does not hold every credit of its period. */
export interface Statistics {
  readonly title: string;
  readonly published: Published;
  readonly period: Period;
  readonly journal: readonly LockedCredit[] | null;
}

/** A column: its figure for a unit, or how it follows from other columns of the same line. */
type Column = { readonly key: string; readonly head: string; readonly group?: string } & (
  | { readonly kind: 'unit' | 'rank' }
  | { readonly kind: 'figure'; readonly of: (row: PublishedRow) => number; readonly secret: boolean }
  | { readonly kind: 'sum'; readonly over: readonly string[]; readonly of: (row: PublishedRow) => number; readonly secret: boolean }
  | { readonly kind: 'rate'; readonly part: string; readonly whole: string }
  | { readonly kind: 'journal' | 'check' }
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

function columnsOf({ published, period, journal }: Statistics): Column[] {
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

const HEAD_ROWS = 4;

export function statisticsSheet(statistics: Statistics): GridSheet {
  const { title, published } = statistics;
  const columns = columnsOf(statistics);
  const groups = published.groups.filter(({ rows }) => rows.length > 0);
  const body = new Body(columns, statistics, groups.length > 1);
  for (const group of groups) body.add(group);
  return {
    name: '情况统计表',
    rows: [
      spread(textCell(title, 'title'), columns.length),
      spread(textCell(`统计截至${longDay(published.as_of)}`, 'about'), columns.length),
      ...headRows(columns),
      ...body.rows,
      ...body.closing(),
      ...notesOf(published).map((note) => spread(textCell(note, 'about'), columns.length)),
    ],
    headRows: HEAD_ROWS,
    headColumns: columns.findIndex(({ kind }) => kind === 'unit') + 1,
    filtered: false,
  };
}

function headRows(columns: readonly Column[]): GridRow[] {
  const upper = columns.map(({ head, group }, index): GridCell | null => {
    if (group === undefined) return { ...textCell(head, 'head'), rows: 2 };
    if (columns[index - 1]?.group === group) return null;
    const more = columns.slice(index).findIndex((column) => column.group !== group);
    const width = more === -1 ? columns.length - index : more;
    return width === 1 ? textCell(group, 'head') : { ...textCell(group, 'head'), columns: width };
  });
  return [upper, columns.map(({ head, group }) => (group === undefined ? null : textCell(head, 'head')))];
}

const notesOf = (published: Published): string[] => published.excluded.map(({ unit, reason }) => `${nameOf(published, unit)}不参加排名：${reason}。`);

type Group = Published['groups'][number];

/** Lines of one group or of all, by their places in the sheet. */
interface Lines {
  readonly at: readonly number[];
  readonly units: readonly PublishedRow[];
}

/** The lines below the heads, as they grow. */
class Body {
  readonly rows: GridRow[] = [];
  private readonly subtotals: number[] = [];
  private readonly units: PublishedRow[] = [];
  private readonly columns: readonly Column[];
  private readonly statistics: Statistics;
  private readonly grouped: boolean;

  constructor(columns: readonly Column[], statistics: Statistics, grouped: boolean) {
    this.columns = columns;
    this.statistics = statistics;
    this.grouped = grouped;
  }

  add(group: Group): void {
    if (this.grouped) this.rows.push(spread(textCell(group.group ?? '', 'head'), this.columns.length));
    const first = HEAD_ROWS + this.rows.length;
    const units = inOrder(group, this.statistics.published);
    for (const [index, unit] of units.entries()) this.rows.push(this.line(unit, first + index));
    this.subtotals.push(HEAD_ROWS + this.rows.length);
    this.units.push(...units);
    this.rows.push(this.total(this.grouped ? '小计' : '合计', { at: units.map((_, index) => first + index), units }));
  }

  /** The sum of the groups. */
  closing(): GridRow[] {
    return this.grouped ? [this.total('合计', { at: this.subtotals, units: this.units })] : [];
  }

  private line(unit: PublishedRow, row: number): GridCell[] {
    const { published } = this.statistics;
    return this.columns.map((column) => {
      switch (column.kind) {
        case 'rank':
          return isRanked(unit, published) ? numberCell(unit.rank) : textCell(NOTHING);
        case 'unit':
          return textCell(nameOf(published, unit.unit));
        case 'figure':
          return this.isOpen(column, [unit]) ? numberCell(column.of(unit)) : textCell(NOTHING);
        default:
          return this.follows(column, row, [unit], 'body');
      }
    });
  }

  private total(label: string, lines: Lines): GridCell[] {
    const row = HEAD_ROWS + this.rows.length;
    return this.columns.map((column, index) => {
      switch (column.kind) {
        case 'rank':
          return emptyCell('total');
        case 'unit':
          return textCell(label, 'total');
        case 'figure':
          return this.isOpen(column, lines.units)
            ? formulaCell(sumDown(lines.at, index), added(lines.units.map(column.of)), 'total')
            : textCell(NOTHING, 'total');
        case 'journal':
          return this.isScored(lines.units)
            ? formulaCell(sumDown(lines.at, index), this.journalOf(lines.units), 'total')
            : textCell(NOTHING, 'total');
        default:
          return this.follows(column, row, lines.units, 'total');
      }
    });
  }

  /** A cell that follows from others of its line. */
  private follows(
    column: Exclude<Column, { kind: 'rank' | 'unit' | 'figure' }>,
    row: number,
    units: readonly PublishedRow[],
    look: 'body' | 'total',
  ): GridCell {
    const cell = (key: string): string =>
      address(
        row,
        this.columns.findIndex((one) => one.key === key),
      );
    switch (column.kind) {
      case 'sum': {
        if (!this.isOpen(column, units)) return textCell(NOTHING, look);
        const value = added(units.map(column.of));
        const [first, last] = [column.over[0], column.over.at(-1)];
        return first === undefined || last === undefined ? numberCell(value, look) : formulaCell(`SUM(${cell(first)}:${cell(last)})`, value, look);
      }
      case 'rate': {
        const [part, whole] = [added(units.map(({ adopted }) => adopted)), added(units.map(({ filed }) => filed))];
        return percentCell(
          `IF(${cell(column.whole)}=0,"${NOTHING}",${cell(column.part)}/${cell(column.whole)})`,
          whole === 0 ? NOTHING : part / whole,
          look,
        );
      }
      case 'journal':
        return this.isScored(units) ? this.journalCell(units[0] as PublishedRow, cell('unit')) : textCell(NOTHING, look);
      case 'check': {
        if (!this.isScored(units)) return textCell(NOTHING, look);
        const same = this.journalOf(units) === added(units.map((row) => row.of_period));
        return formulaCell(`IF(ABS(${cell('of_period')}-${cell('journal')})<0.000001,"一致","不一致")`, same ? '一致' : '不一致', look);
      }
    }
  }

  private journalCell({ unit }: PublishedRow, name: string): GridCell {
    return sumOf(unit, name, this.statistics.journal ?? [], this.statistics);
  }

  private journalOf(units: readonly PublishedRow[]): number {
    return added(units.map((unit) => valueIn(this.journalCell(unit, ''))));
  }

  private isOpen({ secret }: { readonly secret: boolean }, units: readonly PublishedRow[]): boolean {
    return !secret || this.isScored(units);
  }

  /** Whether the points of all of them are published. */
  private isScored(units: readonly PublishedRow[]): boolean {
    const { published } = this.statistics;
    return published.ranks === 'none' || units.every((unit) => isRanked(unit, published));
  }
}

const valueIn = ({ content }: GridCell): number =>
  typeof content === 'object' && content !== null && 'formula' in content && typeof content.value === 'number' ? content.value : 0;

/** Neighbours as a range, others one by one. */
function sumDown(rows: readonly number[], column: number): string {
  const [first, last] = [rows[0] as number, rows.at(-1) as number];
  const isRange = last - first === rows.length - 1;
  return `SUM(${isRange ? `${address(first, column)}:${address(last, column)}` : rows.map((row) => address(row, column)).join(',')})`;
}

/** Those with a published place by their places, all others in the order of the register. */
function inOrder({ rows }: Group, published: Published): PublishedRow[] {
  const shown = rows.filter((row) => isRanked(row, published)).sort((a, b) => a.rank - b.rank);
  const rest = rows.filter((row) => !isRanked(row, published));
  return [...shown, ...registered(published, rest, ({ unit }) => unit)];
}
