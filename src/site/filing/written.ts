/** From what stands in a form to a record as a person would write it. Nothing is judged here; what cannot be understood stays as it was typed, for the check to name it. */
import type { Draft } from '../../filing/record.ts';
import type { FieldType } from './fields.ts';

/** A field with what stands in it: a text, several, or whether it is ticked. */
export interface Filled {
  readonly key: string;
  readonly type: FieldType;
  readonly usual: string;
  readonly value: string | readonly string[] | boolean;
}

/** The record that a form writes. The leading unit and those beside it become one list where there are several. */
export function writtenOf(fields: readonly Filled[]): Draft {
  const { unit, units, ...rest } = Object.fromEntries(fields.flatMap((field) => entry(field.key, meantBy(field)))) as Draft;
  const beside = Array.isArray(units) ? (units as string[]) : [];
  if (beside.length === 0) return unit === undefined ? rest : { ...rest, unit };
  return { ...rest, units: unit === undefined ? beside : [unit, ...beside.filter((other) => other !== unit)] };
}

const entry = (key: string, value: unknown): [string, unknown][] => (value === undefined ? [] : [[key, value]]);

function meantBy({ type, value, usual }: Filled): unknown {
  if (typeof value === 'boolean') return String(value) === (usual || 'false') ? undefined : value;
  if (typeof value !== 'string') return listOf(value);
  const text = tidy(value, type);
  if (text === '' || text === usual) return undefined;
  if (type === 'lines') return listOf(text.split('\n'));
  if (type === 'switch') return text === 'true';
  return type === 'number' ? numberOf(text) : text;
}

function listOf(values: readonly string[]): string[] | undefined {
  const texts = values.map((value) => tidy(value, 'text')).filter((value) => value !== '');
  return texts.length === 0 ? undefined : [...new Set(texts)];
}

/** Signs that nobody sees and that YAML does not take; in a line, what breaks it. */
function tidy(text: string, type: FieldType): string {
  const visible = text.toWellFormed().replace(/\r\n?/g, '\n').replace(UNSEEN, '');
  return (type === 'long' || type === 'lines' ? visible : visible.replace(/\s+/g, ' ')).trim();
}

/** Control and format signs; tabs and breaks of lines are blanks to people. */
const UNSEEN = /(?![\t\n])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** A number in the wide digits of a Chinese keyboard is that number. */
function numberOf(text: string): number | string {
  const plain = text.normalize('NFKC').replaceAll(',', '');
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : text;
}
