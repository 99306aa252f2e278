/** What can be written under a key, out of the JSON Schema that editors use: what form it takes, and what this ledger offers. */
import type { Offer } from '../../export/offers.ts';
import type { JsonSchema } from '../../export/schemas.ts';
import type { Said } from '../../words/speech.ts';

export interface Field {
  readonly key: string;
  readonly says: Said;
  readonly required: boolean;
  readonly kind: 'text' | 'day' | 'number' | 'truth' | 'choice' | 'list' | 'mapping' | 'entries';
  /** The words of a choice; of a text, what may be meant, and others may be written too. */
  readonly offers: readonly Offer[];
  /** What a list or the entries of a free mapping hold, and the keys of a mapping. */
  readonly parts: readonly Field[];
  /** A mapping that may be written as one word too. */
  readonly orText: boolean;
}

/** The fields of a record in the order of its schema. Where a kind has several forms, a key that one of them can do without is not required. */
export function fieldsOf(schema: JsonSchema): Field[] {
  const forms = branchesOf(schema).map(fieldsIn);
  const keys = [...new Set(forms.flatMap((form) => form.map(({ key }) => key)))];
  return keys.map((key) => together(forms.map((form) => form.find((field) => field.key === key))));
}

function fieldsIn({ properties, required = [] }: JsonSchema): Field[] {
  const wanted = required as readonly string[];
  return Object.entries((properties ?? {}) as Record<string, JsonSchema>).map(([key, one]) => fieldFrom(key, one, wanted.includes(key)));
}

function together(same: readonly (Field | undefined)[]): Field {
  const [first, ...others] = same.filter((field) => field !== undefined) as [Field, ...Field[]];
  const offers = new Map([first, ...others].flatMap((field) => field.offers.map((offer) => [offer.value, offer])));
  return { ...first, required: same.every((field) => field?.required), offers: [...offers.values()] };
}

function fieldFrom(key: string, schema: JsonSchema, required: boolean): Field {
  const branches = branchesOf(schema);
  const [zh = '', en = ''] = String([schema, ...branches].find(({ description }) => description !== undefined)?.description ?? '').split('\n');
  return { key, says: { zh, en }, required, ...formOf(branches) };
}

type Form = Pick<Field, 'kind' | 'offers' | 'parts' | 'orText'>;

function formOf(branches: readonly JsonSchema[]): Form {
  const offers = branches.flatMap(offersIn);
  const plain = { offers, parts: [], orText: false };
  if (branches.every((branch) => offersIn(branch).length > 0)) return { kind: 'choice', ...plain };
  const mapping = branches.find(({ properties, additionalProperties }) => properties ?? additionalProperties);
  if (mapping?.properties) return { kind: 'mapping', offers, parts: fieldsIn(mapping), orText: branches.length > 1 };
  if (mapping) return { kind: 'entries', offers, parts: [fieldFrom('', mapping.additionalProperties as JsonSchema, true)], orText: false };
  const [branch = {}] = branches;
  if (branch.type === 'array') return { kind: 'list', offers, parts: [fieldFrom('', branch.items as JsonSchema, true)], orText: false };
  if (branch.type === 'boolean') return { kind: 'truth', ...plain };
  if (branch.type === 'number' || branch.type === 'integer') return { kind: 'number', ...plain };
  return { kind: branch.format === 'date' ? 'day' : 'text', ...plain };
}

const branchesOf = (schema: JsonSchema): JsonSchema[] => {
  const several = (schema.anyOf ?? schema.oneOf) as readonly JsonSchema[] | undefined;
  return several === undefined ? [schema] : several.flatMap(branchesOf);
};

function offersIn(schema: JsonSchema): Offer[] {
  const values = (schema.enum ?? (schema.const === undefined ? [] : [schema.const])) as readonly string[];
  const says = (schema.enumDescriptions ?? []) as readonly string[];
  return values.map((value, index) => ({ value: String(value), says: says[index] ?? '' }));
}
