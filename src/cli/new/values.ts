/** From what somebody typed to the value that a file would have. What cannot be understood stays as it was typed, and the check says what is wrong with it. */
import { dayOf } from '../../model/day.ts';
import { parse } from '../../source/parse.ts';
import type { Field } from './fields.ts';

/** The value of a field from all that was written for it: a list has an entry for each, entries are gathered, of anything else the last stands. */
export function valueFrom(field: Field, written: readonly string[]): unknown {
  const [part] = field.parts as readonly [Field];
  if (field.kind === 'list') return written.flatMap((one) => listFrom(part, one));
  const values = written.map((one) => oneFrom(field, one));
  return values.every(isMapping) ? Object.assign({}, ...values) : values.at(-1);
}

/** `[a, b]` is a list as in a file; anything else is one entry. */
function listFrom(part: Field, written: string): unknown[] {
  const value = flowIn(written);
  return Array.isArray(value) ? value : [oneFrom(part, written)];
}

function oneFrom(field: Field, written: string): unknown {
  const text = written.trim();
  if (field.kind === 'list') return listFrom(field.parts[0] as Field, text);
  if (field.kind === 'mapping' || field.kind === 'entries') return mappingFrom(field, text);
  return READERS[field.kind](text, field);
}

const READERS: Readonly<Record<Exclude<Field['kind'], 'list' | 'mapping' | 'entries'>, (text: string, field: Field) => unknown>> = {
  text: (text) => text,
  day: dayFrom,
  number: (text) => (NUMBER.test(text.normalize('NFKC')) ? Number(text.normalize('NFKC')) : text),
  truth: (text) => (YES.test(text) ? true : NO.test(text) ? false : text),
  choice: (text, { offers }) => offers.find(({ value }) => value === text.normalize('NFKC'))?.value ?? text,
};

const NUMBER = /^-?\d{1,15}(\.\d{1,10})?$/;
const YES = /^(true|yes|y|是|对|√)$/i;
const NO = /^(false|no|n|否|不是|×)$/i;

/** 2026/3/5, 2026.3.5, 20260305 and 2026年3月5日 are days too while somebody types; a file has only 2026-03-05. */
function dayFrom(text: string): string {
  const [, year = '', month = '', day = ''] = PARTED.exec(text.normalize('NFKC')) ?? EIGHT_DIGITS.exec(text.normalize('NFKC')) ?? [];
  return dayOf(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`) ?? text;
}
const PARTED = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/;
const EIGHT_DIGITS = /^(\d{4})(\d{2})(\d{2})$/;

/** `step=股室负责人,by=陈海生`, or `{ … }` as in a file. */
function mappingFrom(field: Field, text: string): unknown {
  const value = flowIn(text);
  if (isMapping(value)) return value;
  const pairs = text.split(BETWEEN_PAIRS).map((pair) => pair.split(EQUALS));
  if (pairs.some(([key = '', side]) => key.trim() === '' || side === undefined)) return text;
  return Object.fromEntries(pairs.map(([key = '', ...sides]) => [key.trim(), oneFrom(partFor(field, key.trim()), sides.join('='))]));
}

const EQUALS = /[=＝]/;
/** A comma with a name and a sign of equality after it. */
const BETWEEN_PAIRS = /[,，;；、](?=[^,，;；、=＝]*[=＝])/;

const TEXT: Field = { key: '', says: { zh: '', en: '' }, required: false, kind: 'text', offers: [], parts: [], orText: false };

const partFor = ({ kind, parts }: Field, key: string): Field => (kind === 'entries' ? parts[0] : parts.find((part) => part.key === key)) ?? TEXT;

const flowIn = (text: string): unknown => (/^\s*[[{]/.test(text) ? parse('', text).value : undefined);

const isMapping = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
