/** 情况统计表 as a sheet: what a clerk would add up is a formula, and each unit's points are checked against the journal. */
import type { Published, PublishedRow } from '../../ledger/written/bulletin.ts';
import { added, longDay, NOTHING, nameOf, registered } from '../../words/bulletin/figures.ts';
import { isRanked } from '../../words/bulletin/named.ts';
import { type Column, columnsOf, type Statistics } from './xlsx-columns.ts';
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
import { sumFormula, sumIn } from './xlsx-journal.ts';

const HEAD_ROWS = 4;

type Group = Published['groups'][number];
interface Table extends Statistics {
  readonly columns: readonly Column[];
}

/** Lines of the sheet, the units that stand in them or are added up in them, and the line of their sum. */
interface Lines {
  readonly group: string | undefined;
  readonly at: readonly number[];
  readonly units: readonly PublishedRow[];
  readonly sum: number;
}

export function statisticsSheet(statistics: Statistics): GridSheet {
  const { title, published } = statistics;
  const columns = columnsOf(statistics);
  const table: Table = { ...statistics, columns };
  return {
    name: '情况统计表',
    rows: [
      spread(textCell(title, 'title'), columns.length),
      spread(textCell(`统计截至${longDay(published.as_of)}`, 'about'), columns.length),
      ...headRows(columns),
      ...bodyRows(table),
      ...notesOf(published).map((note) => spread(textCell(note, 'about'), columns.length)),
    ],
    headRows: HEAD_ROWS,
    headColumns: columns.findIndex(({ kind }) => kind === 'unit') + 1,
    filtered: false,
  };
}

/** Two rows: common heads, and the columns under them. */
function headRows(columns: readonly Column[]): GridRow[] {
  const upper = columns.map(({ head, group }, index): GridCell | null => {
    if (group === undefined) return { ...textCell(head, 'head'), rows: 2 };
    if (columns[index - 1]?.group === group) return null;
    const others = columns.slice(index).findIndex((column) => column.group !== group);
    const width = others === -1 ? columns.length - index : others;
    return width === 1 ? textCell(group, 'head') : { ...textCell(group, 'head'), columns: width };
  });
  return [upper, columns.map(({ head, group }) => (group === undefined ? null : textCell(head, 'head')))];
}

const notesOf = (published: Published): string[] => published.excluded.map(({ unit, reason }) => `${nameOf(published, unit)}不参加排名：${reason}。`);

/** Every group with its sum; where there are several, each under its name, and the sum of all below them. */
function bodyRows(table: Table): GridRow[] {
  const groups = table.published.groups.filter(({ rows }) => rows.length > 0);
  if (groups.length <= 1) return placed(groups, table, 0).flatMap((lines) => linesRows(lines, '合计', table));
  const all = placed(groups, table, 1);
  const sum = (all.at(-1) as Lines).sum + 1;
  const whole: Lines = { group: undefined, at: all.map((lines) => lines.sum), units: all.flatMap(({ units }) => units), sum };
  const rows = all.flatMap((lines) => [spread(textCell(lines.group ?? '', 'head'), table.columns.length), ...linesRows(lines, '小计', table)]);
  return [...rows, totalRow('合计', whole, table)];
}

/** Where the groups stand: `above` rows for the name of each, its units, its sum. */
function placed(groups: readonly Group[], { published }: Table, above: number): Lines[] {
  let next = HEAD_ROWS;
  return groups.map((group) => {
    const units = inOrder(group, published);
    const first = next + above;
    next = first + units.length + 1;
    return { group: group.group, at: units.map((_, index) => first + index), units, sum: next - 1 };
  });
}

/** Those with a published place by their places, all others in the order of the register. */
function inOrder({ rows }: Group, published: Published): PublishedRow[] {
  const shown = rows.filter((row) => isRanked(row, published)).sort((a, b) => a.rank - b.rank);
  const rest = rows.filter((row) => !isRanked(row, published));
  return [...shown, ...registered(published, rest, ({ unit }) => unit)];
}

const linesRows = (lines: Lines, label: string, table: Table): GridRow[] => [
  ...lines.units.map((unit, index) => unitRow(unit, lines.at[index] as number, table)),
  totalRow(label, lines, table),
];

function unitRow(unit: PublishedRow, row: number, table: Table): GridRow {
  return table.columns.map((column) => {
    switch (column.kind) {
      case 'rank':
        return isRanked(unit, table.published) ? numberCell(unit.rank) : textCell(NOTHING);
      case 'unit':
        return textCell(nameOf(table.published, unit.unit));
      case 'figure':
        return isOpen(column, [unit], table) ? numberCell(column.of(unit)) : textCell(NOTHING);
      case 'journal':
        return isScored([unit], table)
          ? formulaCell(sumFormula(unit.unit, cellAt('unit', row, table), table), journalOf([unit], table))
          : textCell(NOTHING);
      default:
        return following(column, row, [unit], 'body', table);
    }
  });
}

function totalRow(label: string, { at, units, sum }: Lines, table: Table): GridRow {
  return table.columns.map((column, index) => {
    switch (column.kind) {
      case 'rank':
        return emptyCell('total');
      case 'unit':
        return textCell(label, 'total');
      case 'figure':
        return isOpen(column, units, table) ? formulaCell(sumDown(at, index), added(units.map(column.of)), 'total') : textCell(NOTHING, 'total');
      case 'journal':
        return isScored(units, table) ? formulaCell(sumDown(at, index), journalOf(units, table), 'total') : textCell(NOTHING, 'total');
      default:
        return following(column, sum, units, 'total', table);
    }
  });
}

type Following = Extract<Column, { kind: 'sum' | 'rate' | 'check' }>;

/** A cell that follows from others of its line, be it that of a unit or of a sum. */
function following(column: Following, row: number, units: readonly PublishedRow[], look: 'body' | 'total', table: Table): GridCell {
  switch (column.kind) {
    case 'sum':
      return isOpen(column, units, table) ? sumAcross(column, row, units, look, table) : textCell(NOTHING, look);
    case 'rate':
      return rateCell(row, units, look, table);
    case 'check':
      return isScored(units, table) ? checkCell(row, units, look, table) : textCell(NOTHING, look);
  }
}

function sumAcross(
  { over, of }: Extract<Column, { kind: 'sum' }>,
  row: number,
  units: readonly PublishedRow[],
  look: 'body' | 'total',
  table: Table,
): GridCell {
  const value = added(units.map(of));
  const [first, last] = [over[0], over.at(-1)];
  if (first === undefined || last === undefined) return numberCell(value, look);
  return formulaCell(`SUM(${cellAt(first, row, table)}:${cellAt(last, row, table)})`, value, look);
}

function rateCell(row: number, units: readonly PublishedRow[], look: 'body' | 'total', table: Table): GridCell {
  const [adopted, filed] = [added(units.map((unit) => unit.adopted)), added(units.map((unit) => unit.filed))];
  const [part, whole] = [cellAt('adopted', row, table), cellAt('filed', row, table)];
  return percentCell(`IF(${whole}=0,"${NOTHING}",${part}/${whole})`, filed === 0 ? NOTHING : adopted / filed, look);
}

/** The points that were published against those in the journal; sums of binary fractions differ in places that no ordinance has. */
function checkCell(row: number, units: readonly PublishedRow[], look: 'body' | 'total', table: Table): GridCell {
  const isSame = journalOf(units, table) === added(units.map((unit) => unit.of_period));
  const difference = `${cellAt('of_period', row, table)}-${cellAt('journal', row, table)}`;
  return formulaCell(`IF(ABS(${difference})<0.000001,"一致","不一致")`, isSame ? '一致' : '不一致', look);
}

const cellAt = (key: string, row: number, { columns }: Table): string =>
  address(
    row,
    columns.findIndex((column) => column.key === key),
  );

const journalOf = (units: readonly PublishedRow[], table: Table): number => added(units.map(({ unit }) => sumIn(unit, table)));

const isOpen = ({ secret }: { readonly secret: boolean }, units: readonly PublishedRow[], table: Table): boolean => !secret || isScored(units, table);

/** Whether the points of all of them are published. */
const isScored = (units: readonly PublishedRow[], { published }: Table): boolean =>
  published.ranks === 'none' || units.every((unit) => isRanked(unit, published));

/** Neighbours as a range, others one by one. */
function sumDown(rows: readonly number[], column: number): string {
  const [first, last] = [rows[0] as number, rows.at(-1) as number];
  const isRange = last - first === rows.length - 1;
  return `SUM(${isRange ? `${address(first, column)}:${address(last, column)}` : rows.map((row) => address(row, column)).join(',')})`;
}
