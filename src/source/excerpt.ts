/** The line that a finding is about, with the place marked under it, for terminals and logs. */
import { eastAsianWidth } from 'get-east-asian-width';
import { withoutByteOrderMark } from './parse.ts';
import type { Position } from './position.ts';

export interface Excerpt {
  /** The line, shortened around the place if it is long, tabs shown as one space. */
  readonly line: string;
  /** Spaces and carets that mark the place when printed under `line` in a fixed-width font. */
  readonly marks: string;
}

/** As much of a long line is shown before the place, and in all, in characters. */
const BEFORE = 30;
const MOST = 90;

/** The excerpt of `text` at `position`; what goes on in later lines is marked to the end of the first. */
export function excerpt(text: string, position: Position): Excerpt {
  const characters = lineOfText(text, position.line);
  const start = Math.min(position.column - 1, characters.length);
  const end = position.endLine > position.line ? characters.length : Math.min(position.endColumn - 1, characters.length);
  const from = characters.length <= MOST ? 0 : Math.max(0, Math.min(start - BEFORE, characters.length - MOST));
  const to = Math.min(characters.length, from + MOST);
  const before = [...(from > 0 ? '…' : ''), ...characters.slice(from, start)];
  const marked = characters.slice(start, Math.min(end, to));
  const line = [...before, ...characters.slice(start, to), ...(to < characters.length ? '…' : '')].join('');
  return { line, marks: ' '.repeat(widthOf(before)) + '^'.repeat(Math.max(1, widthOf(marked))) };
}

const lineOfText = (text: string, line: number): string[] => [
  ...(withoutByteOrderMark(text).split('\n')[line - 1] ?? '').trimEnd().replaceAll(INVISIBLE, ' '),
];

/** Control characters of a broken file must not reach a terminal. */
const INVISIBLE = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;
const COMBINING = /^(?:\p{Mn}|\p{Me}|\u200b|\u200c|\u200d|\ufe0e|\ufe0f)$/u;

/** Columns of a terminal: Chinese characters and emoji take two, combining marks none. */
const widthOf = (characters: readonly string[]): number =>
  characters.reduce((width, character) => width + (COMBINING.test(character) ? 0 : eastAsianWidth(character.codePointAt(0) ?? 32)), 0);
