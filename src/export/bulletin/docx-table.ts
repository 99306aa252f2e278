/** Tables of official documents in DOCX: repeated heads, rows that stay whole, columns under a common head. */
import { Paragraph, Table, TableCell, TableLayoutType, TableRow, VerticalAlignTable, WidthType } from 'docx';
import type { DocumentColumn, DocumentTable } from '../../model/document.ts';
import { STYLE } from './docx-styles.ts';
import { plain } from './package.ts';

/** Id of the table style. */
export const TABLE_STYLE = 'OfficialTable';

/** More columns than this do not fit on an upright page. */
const WIDEST = 8;
export const isWide = ({ columns }: DocumentTable): boolean => columns.length > WIDEST;

/** Caption (unless the annex has said it already), table, notes. */
export function tableBlocks(table: DocumentTable, width: number, titled: string | null): (Paragraph | Table)[] {
  const caption = table.caption === titled ? [] : [new Paragraph({ style: STYLE.caption, text: plain(table.caption) })];
  return [...caption, tableOf(table, width), ...table.notes.map((note) => new Paragraph({ style: STYLE.note, text: plain(note) }))];
}

function tableOf({ columns, rows, total }: DocumentTable, width: number): Table {
  const widths = widthsOf(columns, width);
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

/** Whole widths that add up to `width`. */
export function widthsOf(columns: readonly DocumentColumn[], width: number): number[] {
  const parts = columns.map((column) => column.width ?? 1);
  const whole = parts.reduce((sum, part) => sum + part, 0);
  const ends = parts.map((_, index) => Math.round((width * parts.slice(0, index + 1).reduce((sum, part) => sum + part, 0)) / whole));
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
