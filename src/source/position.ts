/** Where something stands in a text, as an editor shows it. */

/**
 * A stretch of text: from line and column up to, not including, the end column. All count from 1; a column is a character as a person counts
 * (a code point: 汉, a letter, an emoji is one), and a byte-order mark does not count.
 */
export interface Position {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** The position from `start` to `end`, offsets in UTF-16 units of a text without byte-order mark. */
export function positionOf(text: string, start: number, end: number): Position {
  const from = pointOf(text, start);
  const to = pointOf(text, Math.max(start, end));
  return { line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
}

const WORD = /[^\s:,[\]{}"']+/y;

/** The position of the word, or the single character, that begins at `offset`. */
export function positionOfOffset(text: string, offset: number): Position {
  WORD.lastIndex = offset;
  const word = WORD.exec(text)?.[0] ?? String.fromCodePoint(text.codePointAt(offset) ?? 32);
  return positionOf(text, offset, offset + (/[\r\n]/.test(word) ? 0 : word.length));
}

function pointOf(text: string, offset: number): { line: number; column: number } {
  const end = Math.min(Math.max(offset, 0), text.length);
  const start = text.lastIndexOf('\n', end - 1) + 1;
  return { line: lineAt(text, end), column: characters(text.slice(start, end)) + 1 };
}

/** The number of the line, from 1, that has `offset` in it. */
export function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line++;
  return line;
}

/** `lineAt` for many offsets of one text. */
export function lineCounter(text: string): (offset: number) => number {
  const ends: number[] = [];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) ends.push(at);
  return (offset) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] as number) < offset) low = middle + 1;
      else high = middle;
    }
    return low + 1;
  };
}

const characters = (text: string): number => {
  let count = 0;
  for (const _ of text) count++;
  return count;
};
