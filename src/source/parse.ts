/** From the text of a file to the plain value that it writes. */
import type { Finding } from '../model/finding.ts';
import { doubtAbout, faultsOf } from './carefully.ts';
import { parsePlainly, type Refusal } from './plainly.ts';

export interface Parsed {
  /** Mappings, lists, texts, numbers, booleans and nulls; undefined when the text cannot be used. */
  readonly value: unknown;
  readonly findings: readonly Finding[];
}

/** Reads `text` as the small dialect of YAML that we accept (`dialect.ts`). A byte-order mark and CRLF are warned of and read past. Never throws. */
export function parse(file: string, text: string): Parsed {
  const body = withoutByteOrderMark(text);
  const warnings = warningsOf(file, text, body);
  const plain = parsePlainly(body);
  if ('refusal' in plain) return refused(file, body, warnings, plain.refusal);
  const doubt = isDoubtful(body, plain.value) ? doubtAbout(body, plain.value) : null;
  return doubt === null ? { value: plain.value, findings: warnings } : refused(file, body, warnings, doubt);
}

/**
 * Where the two parsers are known to disagree, `yaml` must read the same: tabs, lone carriage returns, document marks that are not quite, block texts
 * that say how they are indented or keep their end, a comment at the margin under a key, a second byte-order mark, texts that are one scalar. Found by comparing them on millions of random texts.
 */
const isDoubtful = (body: string, value: unknown): boolean => typeof value !== 'object' || DOUBTFUL.test(body);
const DOUBTFUL = /\t|\r(?!\n)|^\.\.\.|^ +---|[|>][-+]?[1-9+]|: *(?:\r?\n)+#|\ufeff/m;

const refused = (file: string, body: string, warnings: readonly Finding[], refusal: Refusal): Parsed => ({
  value: undefined,
  findings: [...warnings, ...faultsOf(file, body, refusal)],
});

/** Offsets, lines and columns never count a byte-order mark: editors do not show it. */
export const withoutByteOrderMark = (text: string): string => (text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);

const NONE: readonly Finding[] = [];

function warningsOf(file: string, text: string, body: string): readonly Finding[] {
  const offset = body.indexOf('\r\n');
  if (offset === -1 && body === text) return NONE;
  const at = { file, path: [] };
  const mark: Finding[] = body === text ? [] : [{ at, code: 'source/byte-order-mark' }];
  return offset === -1 ? mark : [...mark, { at, code: 'source/carriage-return', offset }];
}
