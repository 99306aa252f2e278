/**
 * Sheets as we mean them, written by write-excel-file and completed: the library writes formulas without their values, which previews and phones then
 * show empty, and knows no print titles, filters or properties of the document.
 */
import writeExcelFile, { type CellObject, type Sheet as LibrarySheet } from 'write-excel-file/universal';
import { getCellAddress } from 'write-excel-file/utility';
import type { Day } from '../../model/day.ts';
import { widthOf } from '../table.ts';
import { escaped, type Level, momentOf, type Parts, packed, partsOf, plain } from './package.ts';
import { type PlainContent, plainRowXml } from './xlsx-rows.ts';

/** A formula has the value that it comes to, for whoever does not compute. */
type Content = string | number | null | { readonly day: Day } | { readonly formula: string; readonly value: string | number };

export interface GridCell {
  readonly content: Content;
  readonly look: 'title' | 'about' | 'head' | 'body' | 'total';
  readonly format?: 'percent';
  readonly columns?: number;
  readonly rows?: number;
}

/** Null where a cell is covered by one that spreads over it. */
export type GridRow = readonly (GridCell | null)[];

export interface GridSheet {
  readonly name: string;
  readonly rows: readonly GridRow[];
  /** Rows that stay in sight and are printed on every page. */
  readonly headRows: number;
  /** Columns that stay in sight. */
  readonly headColumns: number;
  /** Whether the rows under the heads can be filtered. */
  readonly filtered: boolean;
}

/** Who made the file and what it is. */
export interface About {
  readonly title: string;
  readonly creator: string;
  readonly day: Day;
}

export const textCell = (content: string, look: GridCell['look'] = 'body'): GridCell => ({ content, look });
export const numberCell = (content: number, look: GridCell['look'] = 'body'): GridCell => ({ content, look });
export const dayCell = (on: string): GridCell => ({ content: { day: on as Day }, look: 'body' });
export const emptyCell = (look: GridCell['look'] = 'body'): GridCell => ({ content: null, look });
export const formulaCell = (formula: string, value: string | number, look: GridCell['look'] = 'body'): GridCell => ({
  content: { formula, value },
  look,
});
export const percentCell = (formula: string, value: string | number, look: GridCell['look'] = 'body'): GridCell => ({
  ...formulaCell(formula, value, look),
  format: 'percent',
});

/** A cell over several columns, and the cells that it covers. */
export const spread = (cell: GridCell, columns: number): GridRow => [{ ...cell, columns }, ...Array.from({ length: columns - 1 }, () => null)];

/** `C5`, both from 0. */
export const address = (row: number, column: number): string => getCellAddress(row, column);

/** The same sheets give the same bytes. */
export async function workbook(sheets: readonly GridSheet[], about: About, level?: Level): Promise<Uint8Array<ArrayBuffer>> {
  const blob = await writeExcelFile(sheets.map(librarySheet), { fontFamily: '宋体', fontSize: 11 }).toBlob();
  const parts = partsOf(new Uint8Array(await blob.arrayBuffer()));
  return packed(completed(parts, sheets, about), about.day, level);
}

function librarySheet(sheet: GridSheet): LibrarySheet<Blob> {
  const { name, rows, headRows, headColumns } = sheet;
  const widths = widthsOf(rows);
  const from = plainFrom(sheet);
  return {
    sheet: name,
    data: [...rows.slice(0, from), ...(from < rows.length ? [PATTERN] : [])].map((row) => libraryRow(row, heightOf(row, widths))),
    columns: widths.map((width) => ({ width })),
    stickyRowsCount: headRows,
    stickyColumnsCount: headColumns,
    orientation: 'landscape',
  };
}

const libraryRow = (row: GridRow, height: number): (CellObject | null)[] => row.map((cell) => cell && { height, ...libraryCell(cell) });

const LOOKS: Readonly<Record<GridCell['look'], Partial<CellObject>>> = {
  title: { align: 'center', fontSize: 18, fontFamily: '方正小标宋简体', height: 32 },
  about: { align: 'left' },
  head: { align: 'center', fontWeight: 'bold', backgroundColor: '#f2f2f2', borderStyle: 'thin', wrap: true },
  body: { borderStyle: 'thin', wrap: true },
  total: { borderStyle: 'thin', fontWeight: 'bold', wrap: true },
};

function libraryCell({ content, look, format, columns, rows }: GridCell): CellObject {
  return {
    ...LOOKS[look],
    alignVertical: 'center',
    ...written(content),
    ...(format === 'percent' ? { format: '0.0%', align: 'right' } : {}),
    ...(columns === undefined ? {} : { columnSpan: columns }),
    ...(rows === undefined ? {} : { rowSpan: rows }),
  };
}

/** A text is a text even if it begins like a formula, and stays one when it is edited: its format is @. */
function written(content: Content): Partial<CellObject> {
  if (content === null) return {};
  if (typeof content === 'number') return { type: Number, value: content };
  if (typeof content === 'string') return { type: String, value: plain(content), format: '@' };
  if ('day' in content) return { type: Date, value: new Date(`${content.day}T00:00:00Z`), format: 'yyyy-mm-dd', align: 'center' };
  return { type: 'Formula', value: content.formula, align: typeof content.value === 'string' ? 'center' : 'right' };
}

const [NARROWEST, WIDEST] = [6, 48];

/** Columns of the screen that each column of the sheet needs; a Chinese character takes two. Longer texts wrap. */
function widthsOf(rows: GridSheet['rows']): number[] {
  const count = Math.max(...rows.map((row) => row.length));
  const own = (column: number): number[] => rows.map((row) => neededBy(row[column]));
  return Array.from({ length: count }, (_, column) => Math.min(WIDEST, Math.max(NARROWEST, ...own(column)) + 2));
}

/** Points that a row needs for its longest text. Not every program finds that by itself. */
function heightOf(row: GridRow, widths: readonly number[]): number {
  const lines = row.map((cell, column) => Math.ceil(neededBy(cell) / ((widths[column] ?? NARROWEST) - 1)));
  return Math.max(1, ...lines) * 15 + 4;
}

function neededBy(cell: GridCell | null | undefined): number {
  if (!cell || cell.content === null || cell.columns !== undefined) return 0;
  const { content } = cell;
  if (typeof content === 'object') return 'day' in content ? content.day.length : widthOf(String(content.value).slice(0, 10));
  return widthOf(String(content));
}

/**
 * From so many rows on, rows of plain cells are written without the library, in the styles that it gave to one such row: it makes several objects and
 * strings for every cell, which is most of the time of a large table.
 */
const MANY = 200;

/** A row with one of each plain cell. */
const PATTERN: GridRow = [textCell('-'), numberCell(0), dayCell('2000-01-01'), emptyCell()];

/** The first of the plain rows at the end of a sheet, where they are many; otherwise behind the last row. */
function plainFrom({ rows }: GridSheet): number {
  const from = rows.findLastIndex((row) => !row.every(isPlain)) + 1;
  return rows.length - from < MANY ? rows.length : from;
}

const isPlain = (cell: GridCell | null): boolean =>
  cell !== null && cell.look === 'body' && cell.columns === undefined && cell.rows === undefined && !isFormula(cell.content);

const isFormula = (content: Content): content is Extract<Content, { readonly formula: string }> =>
  typeof content === 'object' && content !== null && 'formula' in content;

const plainContent = (cell: GridCell | null): PlainContent => (cell === null || isFormula(cell.content) ? null : cell.content);

/** The sheet with its plain rows in the place of the pattern. */
function withPlainRows(xml: string, sheet: GridSheet): string {
  const from = plainFrom(sheet);
  if (from === sheet.rows.length) return xml;
  const start = xml.lastIndexOf('<row ');
  const end = xml.indexOf('</sheetData>');
  const styles = Array.from(xml.slice(start, end).matchAll(/ s="(\d+)"/g), ([, style]) => style as string);
  const [text, number, day, empty] = styles as [string, string, string, string];
  const widths = widthsOf(sheet.rows);
  const rows = sheet.rows
    .slice(from)
    .map((row, index) => plainRowXml(row.map(plainContent), from + index, heightOf(row, widths), { text, number, day, empty }));
  return `${xml.slice(0, start)}${rows.join('')}${xml.slice(end)}`;
}

function completed(parts: Parts, sheets: readonly GridSheet[], about: About): Parts {
  const part = (path: string): string => parts[path] as string;
  const pages = sheets.map((sheet, index): [string, string] => {
    const path = `xl/worksheets/sheet${index + 1}.xml`;
    return [path, withPlainRows(completedSheet(part(path), sheet), sheet)];
  });
  return {
    ...parts,
    ...Object.fromEntries(pages),
    'xl/workbook.xml': part('xl/workbook.xml').replace('<definedNames/><calcPr/>', `${namesOf(sheets)}<calcPr calcId="191029" fullCalcOnLoad="1"/>`),
    'docProps/core.xml': coreXml(about),
    '[Content_Types].xml': part('[Content_Types].xml').replace('</Types>', `${CORE_TYPE}</Types>`),
    '_rels/.rels': part('_rels/.rels').replace('</Relationships>', `${CORE_RELATION}</Relationships>`),
  };
}

/** Values of formulas, filter, one page wide, page numbers. The order of elements is the schema's. */
function completedSheet(xml: string, sheet: GridSheet): string {
  const values = valuesOf(sheet);
  return xml
    .replace(/<c r="([A-Z]+\d+)"([^>]*)><f>([^<]*)<\/f><\/c>/g, (_, at: string, attributes: string, formula: string) =>
      formulaXml(at, attributes, formula, values.get(at) as string | number),
    )
    .replace('<sheetViews>', '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews>')
    .replace('</sheetData>', `</sheetData>${filterOf(sheet)}`)
    .replace(
      /<pageSetup [^>]*\/>/,
      '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/><headerFooter><oddFooter>&amp;C第 &amp;P 页，共 &amp;N 页</oddFooter></headerFooter>',
    );
}

function valuesOf(sheet: GridSheet): Map<string, string | number> {
  const cells = sheet.rows
    .slice(0, plainFrom(sheet))
    .flatMap((row, at) => row.map((cell, column) => ({ content: cell?.content ?? null, at: address(at, column) })));
  return new Map(
    cells.flatMap(({ content, at }) => (typeof content === 'object' && content !== null && 'formula' in content ? [[at, content.value]] : [])),
  );
}

const formulaXml = (at: string, attributes: string, formula: string, value: string | number): string =>
  typeof value === 'number'
    ? `<c r="${at}"${attributes}><f>${formula}</f><v>${value}</v></c>`
    : `<c r="${at}"${attributes} t="str"><f>${formula}</f><v>${escaped(value)}</v></c>`;

/** The head and everything below it. */
function rangeOf({ rows, headRows }: GridSheet): string {
  const columns = Math.max(...rows.map((row) => row.length));
  return `${absolute(headRows - 1, 0)}:${absolute(rows.length - 1, columns - 1)}`;
}

const absolute = (row: number, column: number): string => address(row, column).replace(/^([A-Z]+)(\d+)$/, '$$$1$$$2');

const filterOf = (sheet: GridSheet): string => (sheet.filtered ? `<autoFilter ref="${rangeOf(sheet).replaceAll('$', '')}"/>` : '');

/** Names that spreadsheets know: rows to print on every page, and the range that is filtered. */
function namesOf(sheets: readonly GridSheet[]): string {
  const names = sheets.flatMap((sheet, index) => [
    ...(sheet.filtered
      ? [`<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${inSheet(sheet.name, rangeOf(sheet))}</definedName>`]
      : []),
    `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${inSheet(sheet.name, `$1:$${sheet.headRows}`)}</definedName>`,
  ]);
  return `<definedNames>${names.join('')}</definedNames>`;
}

/** `'计分明细'!$B$3:$B$9` */
export const inSheet = (name: string, range: string): string => `'${name.replaceAll("'", "''")}'!${range}`;

const CORE_TYPE = '<Override ContentType="application/vnd.openxmlformats-package.core-properties+xml" PartName="/docProps/core.xml"/>';
const CORE_RELATION =
  '<Relationship Id="rId-core" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>';

function coreXml({ title, creator, day }: About): string {
  const moment = (name: string): string => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${momentOf(day)}</dcterms:${name}>`;
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${escaped(title)}</dc:title><dc:creator>${escaped(creator)}</dc:creator><cp:lastModifiedBy>${escaped(creator)}</cp:lastModifiedBy>`,
    `${moment('created')}${moment('modified')}<dc:language>zh-CN</dc:language></cp:coreProperties>`,
  ].join('');
}
