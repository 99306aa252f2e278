/** Plain text tables for the terminal, where a Chinese character takes two columns. */
import { eastAsianWidth } from 'get-east-asian-width';

export interface Column {
  readonly head: string;
  /** Numbers stand to the right, words to the left. */
  readonly align: 'left' | 'right';
}

/** The rows under their heads, two spaces apart, each line with a line break at its end and no spaces before it. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const heads = columns.map(({ head }) => head);
  const widths = columns.map((_, index) => Math.max(...[heads, ...rows].map((row) => widthOf(row[index] ?? ''))));
  const line = (cells: readonly string[]): string =>
    `${columns
      .map(({ align }, index) => padded(cells[index] ?? '', widths[index] as number, align))
      .join('  ')
      .trimEnd()}\n`;
  return [heads, ...rows].map(line).join('');
}

function padded(text: string, width: number, align: Column['align']): string {
  const spaces = ' '.repeat(width - widthOf(text));
  return align === 'right' ? spaces + text : text + spaces;
}

/** Columns of a terminal that `text` takes. Ids and figures, of which files of data are full, need not be looked at sign by sign. */
export const widthOf = (text: string): number => (/^[\x20-\x7e]*$/.test(text) ? text.length : widthOfSigns(text));

const widthOfSigns = (text: string): number => [...text].reduce((width, character) => width + eastAsianWidth(character.codePointAt(0) as number), 0);
