/** Tables of official documents in DOCX: repeated heads, rows that stay whole, columns under a common head. */
import { Paragraph, Table, TableCell, TableLayoutType, TableRow, VerticalAlignTable, WidthType } from 'docx';
import type { DocumentColumn, DocumentTable } from '../../model/document.ts';
import { STYLE } from './docx-styles.ts';
import { emsOf, SIZE } from './gb9704.ts';
import { plain } from './package.ts';

/** Id of the table style. */
export const TABLE_STYLE = 'OfficialTable';

/** More columns than this do not fit on an upright page. */
const WIDEST = 8;
export const isWide = ({ columns }: DocumentTable): boolean => columns.length > WIDEST;

/** Caption (unless the title above says it already), table, notes. */
export function tableBlocks(table: DocumentTable, width: number, titled: string): (Paragraph | Table)[] {
  const caption = titled.endsWith(table.caption) ? [] : [new Paragraph({ style: STYLE.caption, text: plain(table.caption) })];
  return [...caption, tableOf(table, width), ...table.notes.map((note) => new Paragraph({ style: STYLE.note, text: plain(note) }))];
}

function tableOf(table: DocumentTable, width: number): Table {
  const { columns, rows, total } = table;
  const widths = widthsOf(table, width);
  const bodies = rows.map((row) => rowOf(columns, widths, row));
  const last = total === null ? [] : [rowOf(columns, widths, total, STYLE.head)];
  return new Table({
    style: TABLE_STYLE,
    width: { size: width, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    tableLook: { firstRow: true, lastRow: total !== null, firstColumn: false, lastColumn: false, noHBand: true, noVBand: true },
    rows: [...headRows(columns, widths), ...bodies, ...last],
  });
}

/** Texts up to so many characters (days, figures, short words) stay on one line; the more, the better, if the table is wide enough. */
const SHORT = [6, 5, 4, 3, 2] as const;
/** A character of a table, and what a cell leaves free at its sides. */
const [EM, SIDES] = [SIZE.fifth * 10, 140];

/** Whole widths that add up to `width`: by the shares of the columns, but none too narrow for a day or figure. */
export function widthsOf({ columns, rows, total }: DocumentTable, width: number): number[] {
  const lines = total === null ? rows : [...rows, total];
  const shares = columns.map((column) => column.width ?? 1);
  const needsFor = (short: number): number[] =>
    columns.map(({ label }, index) => EM * Math.max(Math.min(2, emsOf(label)), ...lines.map((row) => need(row[index] ?? '', short))) + SIDES);
  const needs = SHORT.map(needsFor).find((own) => own.reduce(plus, 0) <= width);
  return whole(needs === undefined ? shares : fitted(shares, needs, width), width);
}

const plus = (a: number, b: number): number => a + b;
/** What is longer than is kept whole breaks after any two characters. */
const need = (text: string, short: number): number => (emsOf(text) <= short ? emsOf(text) + slackOf(text) : 2);

/** Some programs put space between figures and Chinese characters whatever the style says, and figures of other typefaces are wider. */
const slackOf = (text: string): number => 0.25 * countOf(text, /\d(?=\D)|\D(?=\d)/g) + 0.15 * countOf(text, /\d/g);
const countOf = (text: string, sought: RegExp): number => text.match(sought)?.length ?? 0;

/** Columns that would be too narrow get what they need, and the others share the rest. */
function fitted(shares: readonly number[], needs: readonly number[], width: number): number[] {
  const narrow = new Set<number>();
  for (;;) {
    const rest = width - [...narrow].map((index) => needs[index] as number).reduce(plus, 0);
    const shared = shares.filter((_, index) => !narrow.has(index)).reduce(plus, 0);
    const widths = shares.map((share, index) => (narrow.has(index) ? (needs[index] as number) : (rest * share) / shared));
    const found = widths.findIndex((own, index) => !narrow.has(index) && own < (needs[index] as number));
    if (found === -1) return widths;
    narrow.add(found);
  }
}

function whole(parts: readonly number[], width: number): number[] {
  const sum = parts.reduce(plus, 0);
  const ends = parts.map((_, index) => Math.round((width * parts.slice(0, index + 1).reduce(plus, 0)) / sum));
  return ends.map((end, index) => end - (ends[index - 1] ?? 0));
}

/** Neighbours under one head. */
interface Span {
  readonly label: string;
  readonly from: number;
  readonly columns: readonly DocumentColumn[];
}

function spansOf(columns: readonly DocumentColumn[]): Span[] {
  const spans: { label: string; from: number; columns: DocumentColumn[] }[] = [];
  for (const [from, column] of columns.entries()) {
    const before = spans.at(-1);
    if (column.group !== undefined && before?.columns[0]?.group === column.group) before.columns.push(column);
    else spans.push({ label: column.group ?? column.label, from, columns: [column] });
  }
  return spans;
}

/** One row of heads; two where columns stand under a common one. */
function headRows(columns: readonly DocumentColumn[], widths: readonly number[]): TableRow[] {
  if (columns.every(({ group }) => group === undefined)) {
    return [headRow(columns.map(({ label }, index) => headCell(label, widths[index] as number)))];
  }
  const upper = spansOf(columns).map(({ label, from, columns: under }) => {
    const width = widths.slice(from, from + under.length).reduce((sum, one) => sum + one, 0);
    return headCell(label, width, under[0]?.group === undefined ? { rowSpan: 2 } : { columnSpan: under.length });
  });
  const lower = columns.flatMap(({ group, label }, index) => (group === undefined ? [] : [headCell(label, widths[index] as number)]));
  return [headRow(upper), headRow(lower)];
}

const headRow = (children: TableCell[]): TableRow => new TableRow({ tableHeader: true, cantSplit: true, children });

const headCell = (label: string, width: number, spans: { rowSpan?: number; columnSpan?: number } = {}): TableCell =>
  cellOf(label, width, STYLE.head, spans);

function rowOf(columns: readonly DocumentColumn[], widths: readonly number[], values: readonly string[], style?: string): TableRow {
  const children = columns.map(({ kind }, index) => {
    const own = kind === 'number' ? STYLE.figure : STYLE.text;
    return cellOf(values[index] ?? '', widths[index] as number, kind === 'number' ? own : (style ?? own));
  });
  return new TableRow({ cantSplit: true, children });
}

const cellOf = (text: string, width: number, style: string, spans: { rowSpan?: number; columnSpan?: number } = {}): TableCell =>
  new TableCell({
    ...spans,
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    children: [new Paragraph({ style, text: plain(text) })],
  });
