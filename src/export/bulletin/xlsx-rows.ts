/** Rows of plain cells as XML of a sheet, in styles that the workbook has. */
import { getCellAddress } from 'write-excel-file/utility';
import { escaped } from './package.ts';

/** What a plain cell holds: a text, a number, a day or nothing. */
export type PlainContent = string | number | null | { readonly day: string };

/** The numbers that the workbook gives to the looks of plain cells. */
export interface PlainStyles {
  readonly text: string;
  readonly number: string;
  readonly day: string;
  readonly empty: string;
}

/** `row` is counted from 0, the height is in points. */
export function plainRowXml(cells: readonly PlainContent[], row: number, height: number, styles: PlainStyles): string {
  const inside = cells.map((content, column) => cellXml(content, `${lettersOf(column)}${row + 1}`, styles));
  return `<row r="${row + 1}" ht="${height}" customHeight="1">${inside.join('')}</row>`;
}

/** Texts stand in their cells; a list of shared ones would have to be held in memory and looked through. */
function cellXml(content: PlainContent, at: string, styles: PlainStyles): string {
  if (typeof content === 'number') return `<c r="${at}" s="${styles.number}"><v>${content}</v></c>`;
  if (typeof content === 'string' && content !== '')
    return `<c r="${at}" s="${styles.text}" t="inlineStr"><is><t xml:space="preserve">${escaped(content)}</t></is></c>`;
  if (typeof content === 'object' && content !== null && 'day' in content)
    return `<c r="${at}" s="${styles.day}"><v>${serialOf(content.day)}</v></c>`;
  return `<c r="${at}" s="${styles.empty}"/>`;
}

/** Spreadsheets count days from 30 December 1899. */
const serialOf = (day: string): number => Date.parse(day) / 86_400_000 + 25_569;

const letters: string[] = Array.from({ length: 64 }, (_, column) => getCellAddress(0, column).slice(0, -1));
const lettersOf = (column: number): string => letters[column] ?? getCellAddress(0, column).slice(0, -1);
