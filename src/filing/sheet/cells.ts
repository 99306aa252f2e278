/** Cells before anybody knows what they are for: whether they say anything, what is wrong with them, the entries of a list. */
import type { Day } from '../../model/day.ts';
import type { UnitId } from '../../model/records.ts';
import type { Almanac } from './days.ts';
import type { CellFault } from './faults.ts';
import { type Content, isBlank, textOf } from './grid.ts';
import type { Words } from './mapping.ts';
import type { Registry } from './registry.ts';

/** What the readers know beside the cell. */
export interface Context {
  readonly registry: Registry;
  readonly almanac: Almanac;
  readonly words: Words;
  /** Nothing happened after it. */
  readonly today: Day;
  /** The units of the row, whose people are meant before others of the same name. */
  readonly among: readonly UnitId[];
}

/** Keys and values of a record; or a fault. */
export type CellRead = { readonly values: Readonly<Record<string, unknown>> } | { readonly fault: CellFault };
export type Reader = (content: Content, context: Context, field: string) => CellRead;

/** What offices write where there is nothing. */
const NOTHING: ReadonlySet<string> = new Set([
  '无',
  '-',
  '--',
  '—',
  '——',
  '–',
  '/',
  '\\',
  '暂无',
  '未采用',
  '未刊发',
  '没有',
  '空',
  'N/A',
  'n/a',
  '×',
  '✗',
]);

export const saysNothing = (content: Content): boolean => isBlank(content) || (content.kind === 'text' && NOTHING.has(textOf(content)));

/** Faults that any cell can have, whatever it is for. Marks that turn the direction of a line are invisible and have no place in a title. */
export function faultIn(content: Content): CellFault | null {
  if (content.kind === 'uncomputed') return { code: 'import/uncomputed', formula: content.formula };
  if (content.kind === 'error') return { code: 'import/cell-error', found: content.text };
  if (content.kind !== 'text') return null;
  const [found] = /[^\P{Cc}\t\n\r]|[\u202a-\u202e\u2066-\u2069\ufffe\uffff]/u.exec(content.text) ?? [];
  if (found === undefined && content.text.isWellFormed()) return null;
  return { code: 'import/control-character', found: `U+${(found ?? '\ufffd').codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}` };
}

/** The cell as it was typed, with its line breaks: they part the entries of a list. */
export const typed = (content: Content): string => (content.kind === 'text' ? content.text.trim() : textOf(content));

/** The entries of a cell; one that is known as a whole is not taken apart. */
export function listIn(content: Content, isKnown: (name: string) => boolean): string[] {
  if (isKnown(textOf(content))) return [textOf(content)];
  return partsOf(typed(content), /[、,，;；\r\n]+/).flatMap((part) => {
    const words = partsOf(part, /[\s/／]+/);
    return !isKnown(part) && words.length > 1 && words.every(isKnown) ? words : [part];
  });
}

const partsOf = (text: string, between: RegExp): string[] =>
  text
    .split(between)
    .map((part) => part.trim())
    .filter((part) => part !== '');
