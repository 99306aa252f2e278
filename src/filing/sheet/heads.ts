/** The headings of a sheet: which rows they take, and what stands above each column. */
import { foldHeading, meaningOf } from './fields.ts';
import { type Grid, letterOf, textOf } from './grid.ts';

export interface Heads {
  /** Rows from 0, both ends inclusive. */
  readonly top: number;
  readonly bottom: number;
  /** For each column its headings from the top down, what is merged once. */
  readonly paths: readonly (readonly string[])[];
}

/** Headings stand in the first rows, under a title and perhaps a line about who made the table. */
const [SEARCHED, DEEPEST] = [30, 3];

/** The rows that `worth` finds most headings in; of equals the fewest, then the first. Null where it finds none. */
export function headsOf(grid: Grid, worth: (heads: Heads) => number): Heads | null {
  let best: { heads: Heads; found: number } | null = null;
  for (let depth = 1; depth <= DEEPEST; depth++)
    for (let top = 0; top < Math.min(SEARCHED, grid.rows.length) && top + depth <= grid.rows.length; top++) {
      const heads = { top, bottom: top + depth - 1, paths: pathsIn(grid, top, top + depth - 1) };
      const found = worth(heads);
      if (found > 0 && (best === null || found > best.found)) best = { heads, found };
    }
  return best?.heads ?? null;
}

function pathsIn(grid: Grid, top: number, bottom: number): string[][] {
  const rows = grid.rows.slice(top, bottom + 1);
  const width = Math.max(0, ...rows.map((row) => row.length));
  return Array.from({ length: width }, (_, column) => {
    const texts = rows.map((row) => row[column]).map((content) => (content === undefined ? '' : textOf(content)));
    return texts.filter((text, at) => text !== '' && text !== texts[at - 1]);
  });
}

/** How much of such headings we understand: kinds of column first, then columns. Nothing where no column has titles. */
export function understood({ paths }: Heads): number {
  const meanings = paths.map(meaningOf).filter((meaning) => meaning !== null);
  const kinds = new Set(meanings.map(({ part, field }) => `${part}.${field}`));
  return kinds.has('submission.title') ? kinds.size * MOST_COLUMNS + meanings.length : 0;
}

const MOST_COLUMNS = 16_384;

const LETTERS = /^([A-Z]{1,2})列$/;

/** How a mapping calls a column: by its headings, or by its letter where others have the same ones. */
export function nameOf(column: number, { paths }: Heads): string {
  const name = (paths[column] ?? []).join('/');
  const alike = paths.filter((path) => foldName(path.join('/')) === foldName(name)).length;
  return name === '' || alike > 1 ? `${letterOf(column)}列` : name;
}

/** The column that a mapping names; -1 where the sheet has none such. */
export function columnNamed(name: string, { paths }: Heads): number {
  const [, letters] = LETTERS.exec(name.trim()) ?? [];
  if (letters !== undefined) return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  const whole = paths.findIndex((path) => foldName(path.join('/')) === foldName(name));
  return whole === -1 ? paths.findIndex((path) => path.length > 0 && foldName(path.at(-1) ?? '') === foldName(name)) : whole;
}

/** Numbers at the end tell columns apart here, other than where we guess what they mean. */
const foldName = (name: string): string => name.normalize('NFKC').replace(/\s+/g, '').toLowerCase();

/** Whether a row says the headings again, as tables do that were printed on several pages. */
export const isHeadAgain = (texts: readonly string[], { paths }: Heads): boolean => {
  const said = texts.map((text, column) => [foldHeading(text), foldHeading(paths[column]?.at(-1) ?? '')] as const).filter(([text]) => text !== '');
  return said.length > 1 && said.every(([text, heading]) => text === heading);
};
