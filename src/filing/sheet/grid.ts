/** A sheet as we mean it, whatever file it comes from: rows of cells, and which cells are merged. */
import type { Day } from '../../model/day.ts';

export type Content =
  | { readonly kind: 'empty' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'day'; readonly day: Day }
  | { readonly kind: 'truth'; readonly yes: boolean }
  /** A formula that was saved without what it comes to. */
  | { readonly kind: 'uncomputed'; readonly formula: string }
  /** #N/A, #REF! and the like. */
  | { readonly kind: 'error'; readonly text: string };

export const EMPTY: Content = { kind: 'empty' };

/** A merged range; rows and columns from 0, both ends inclusive. */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface Grid {
  /** The name of the sheet; null for a file that has none, such as CSV. */
  readonly name: string | null;
  readonly hidden: boolean;
  readonly rows: readonly (readonly Content[])[];
  readonly merges: readonly Merge[];
  /** How many of the rows are hidden; they are read like all others. */
  readonly hiddenRows: number;
  /** The first day of the serial numbers that the file counts days in. */
  readonly era: '1900' | '1904';
}

/** `C` for 2. */
export function letterOf(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : letterOf(Math.floor(column / 26) - 1) + last;
}

/** `台账!C17`, or `C17` where there are no sheets. Row and column from 0. */
export const cellOf = ({ name }: Pick<Grid, 'name'>, row: number, column: number): string =>
  `${name === null ? '' : `${name}!`}${letterOf(column)}${row + 1}`;

/** What a cell shows, as text on one line; a line break in a cell is one for the eye. */
export function textOf(content: Content): string {
  switch (content.kind) {
    case 'text':
      return onOneLine(content.text);
    case 'number':
      return String(content.number);
    case 'day':
      return content.day;
    case 'truth':
      return content.yes ? '是' : '否';
    case 'error':
      return content.text;
    case 'uncomputed':
      return `=${content.formula}`;
    case 'empty':
      return '';
  }
}

/** Chinese runs on over a line break; words of Latin letters are kept apart. */
const onOneLine = (text: string): string =>
  text
    .replace(/(?<=[\x21-\x7e])\s*[\r\n]+\s*(?=[\x21-\x7e])/g, ' ')
    .replace(/\s*[\r\n]+\s*/g, '')
    .replace(/[\t\u00a0]/g, ' ')
    .replace(/[\u200b-\u200d\u2060\ufeff]/g, '')
    .trim();

export const isBlank = (content: Content): boolean => content.kind === 'empty' || (content.kind === 'text' && textOf(content) === '');

/** The same sheet with every cell of a merged range holding what the range shows, and no rows behind the last that says something. */
export function spread(grid: Grid): Grid {
  const rows = grid.rows.map((row) => [...row]);
  for (const { top, left, bottom, right } of grid.merges) {
    const content = rows[top]?.[left] ?? EMPTY;
    for (let row = top; row <= Math.min(bottom, rows.length - 1); row++)
      for (let column = left; column <= Math.min(right, left + WIDEST); column++) (rows[row] as Content[])[column] = content;
  }
  const last = rows.findLastIndex((row) => row.some((content) => content !== undefined && !isBlank(content)));
  return { ...grid, rows: rows.slice(0, last + 1).map((row) => Array.from(row, (content) => content ?? EMPTY)) };
}

/** A title merged over every column that a sheet can have is not spread over all of them. */
const WIDEST = 200;
