/** 读取 XLSX: what a workbook says, cell by cell, as hucre reads it. */
import { type Cell, type CellValue, readXlsx, type Sheet, type Workbook } from 'hucre/xlsx';
import type { Day } from '../../model/day.ts';
import { type Content, EMPTY, type Grid } from './grid.ts';

/** All sheets of a workbook. Throws what the library throws where it is none. */
export async function gridsOfXlsx(bytes: Uint8Array): Promise<Grid[]> {
  const workbook = await readXlsx(bytes, { readStyles: true });
  return workbook.sheets.map((sheet) => gridOf(sheet, workbook));
}

function gridOf(sheet: Sheet, { dateSystem = '1900' }: Workbook): Grid {
  const hiddenRows = [...(sheet.rowDefs?.values() ?? [])].filter(({ hidden }) => hidden === true).length;
  return {
    name: sheet.name,
    hidden: sheet.hidden === true || sheet.veryHidden === true,
    rows: sheet.rows.map((row, at) => row.map((value, column) => contentOf(value, sheet.cells?.get(`${at},${column}`)))),
    merges: (sheet.merges ?? []).map(({ startRow, startCol, endRow, endCol }) => ({ top: startRow, left: startCol, bottom: endRow, right: endCol })),
    hiddenRows,
    era: dateSystem,
  };
}

/** A formula that came to an empty text is empty; one without any value was written by a program that did not compute it. */
function contentOf(value: CellValue, cell: Cell | undefined): Content {
  const isError = cell?.type === 'error';
  if (cell?.formula !== undefined && (value === null || (value === '' && isError))) return { kind: 'uncomputed', formula: cell.formula };
  return plain(value, isError);
}

function plain(value: CellValue, isError: boolean): Content {
  if (value === null || value === '') return EMPTY;
  if (value instanceof Date) return dayContent(value);
  if (typeof value === 'number') return { kind: 'number', number: value };
  if (typeof value === 'boolean') return { kind: 'truth', yes: value };
  return isError || ERRORS.has(value) ? { kind: 'error', text: value } : { kind: 'text', text: value };
}

/** The library makes midnight UTC of a day. A time of day is left off: the cell shows when something was, and we keep days. */
const dayContent = (value: Date): Content =>
  Number.isNaN(value.getTime()) ? { kind: 'error', text: '#VALUE!' } : { kind: 'day', day: value.toISOString().slice(0, 10) as Day };

/** A formula that came to an error has it as a text. */
const ERRORS: ReadonlySet<string> = new Set([
  '#N/A',
  '#REF!',
  '#VALUE!',
  '#NAME?',
  '#DIV/0!',
  '#NUM!',
  '#NULL!',
  '#GETTING_DATA',
  '#SPILL!',
  '#CALC!',
]);
