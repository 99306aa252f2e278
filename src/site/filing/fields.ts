/** The fields of the filing forms, out of the schemas that the build reads records with: what a key means, of which kind it is, and whether it must be. */
import { genericSchema, type JsonSchema } from '../../export/schemas.ts';
import { filingWords } from '../../words/filing.ts';
import type { Language } from '../../words/speech.ts';

/** What may be filed; an answer is a submission that says first what it answers. */
export const FILING_KINDS = ['submission', 'answer', 'adoption', 'instruction'] as const;
export type FilingKind = (typeof FILING_KINDS)[number];

/** What may be chosen for a reference. */
export type Register = 'units' | 'people' | 'outlets' | 'submissions' | 'obligations';

/** How a key is asked for. `words` is a text for which words are offered; `lines` is a list, one on a line; `switch` is yes or no, and may be left out. */
export type FieldType = 'text' | 'long' | 'words' | 'day' | 'url' | 'number' | 'check' | 'choice' | 'switch' | 'lines' | 'one' | 'several';

export interface FilingField {
  readonly key: string;
  readonly type: FieldType;
  readonly label: string;
  readonly hint: string;
  readonly required: boolean;
  /** For `one` and `several`. */
  readonly register: Register | null;
  /** What may be chosen, with what it is called. */
  readonly choices: readonly { readonly value: string; readonly text: string }[];
  /** What is meant where nothing is chosen; it is not written. */
  readonly usual: string;
}

export interface FilingForm {
  readonly kind: FilingKind;
  readonly first: readonly FilingField[];
  readonly more: readonly FilingField[];
}

type Schema = 'submission' | 'adoption' | 'instruction';
const SCHEMAS: Readonly<Record<FilingKind, Schema>> = {
  submission: 'submission',
  answer: 'submission',
  adoption: 'adoption',
  instruction: 'instruction',
};

/** What is asked first: the few fields that a filing cannot do without, and that scoring looks at first. Everything else is folded. */
const FIRST: Readonly<Record<FilingKind, readonly string[]>> = {
  submission: ['title', 'unit', 'authors', 'form', 'on', 'category', 'openness'],
  answer: ['answers', 'title', 'unit', 'authors', 'form', 'on', 'openness'],
  adoption: ['submission', 'outlet', 'on', 'form', 'link'],
  instruction: ['submission', 'level', 'on', 'rank'],
};

/** What the review of an item adds later, and what is a table of its own: the office writes it. */
const NOT_ASKED = ['approvals', 'rounds', 'accepted', 'rejected', 'figures', 'marks'];

const REGISTERS: Readonly<Record<string, Register>> = {
  unit: 'units',
  units: 'units',
  authors: 'people',
  target: 'outlets',
  outlet: 'outlets',
  answers: 'obligations',
  submission: 'submissions',
  same_as: 'submissions',
  composite_of: 'submissions',
};

const USUAL: Readonly<Record<string, string>> = { openness: '公开', stage: '采用' };
const LONG = ['note'];
const OFFERED = ['form', 'category', 'topic'];

/** The words that the ordinances in use know, by key. */
export type KnownWords = Readonly<Partial<Record<string, readonly string[]>>>;

export function formFor(kind: FilingKind, words: KnownWords, language: Language): FilingForm {
  const schema = genericSchema(SCHEMAS[kind]);
  const properties = schema.properties as Readonly<Record<string, JsonSchema>>;
  const required = new Set([...(schema.required as readonly string[]), 'unit', ...(kind === 'answer' ? ['answers'] : [])]);
  const field = (key: string): FilingField => fieldOf(key, properties[key] as JsonSchema, required.has(key), words, language);
  const first = FIRST[kind].filter((key) => asked(key, words));
  const rest = Object.keys(properties).filter((key) => !first.includes(key) && !NOT_ASKED.includes(key));
  return { kind, first: first.map(field), more: rest.map(field) };
}

/** A category is asked first only where an ordinance has some. */
const asked = (key: string, words: KnownWords): boolean => key !== 'category' || (words.category ?? []).length > 0;

function fieldOf(key: string, schema: JsonSchema, required: boolean, known: KnownWords, language: Language): FilingField {
  const words = filingWords(language);
  const { label, hint } = saidOf(schema, language);
  const offered = known[key] ?? [];
  const choices = choicesIn(schema);
  const type = typeOf(key, schema, choices, offered);
  return {
    key,
    type,
    label: words.labels[key] ?? label,
    hint: words.hints[key] ?? hint,
    required,
    register: REGISTERS[key] ?? null,
    choices: (type === 'words' ? offered : choices).map((value) => ({ value, text: value })),
    usual: USUAL[key] ?? (key === 'affirmative' ? 'true' : ''),
  };
}

function typeOf(key: string, schema: JsonSchema, choices: readonly string[], offered: readonly string[]): FieldType {
  const isList = schema.type === 'array';
  if (key in REGISTERS) return isList ? 'several' : 'one';
  if (isList) return 'lines';
  if (choices.length > 0) return 'choice';
  if (schema.type === 'boolean') return key === 'print' ? 'switch' : 'check';
  if (schema.type === 'integer' || schema.type === 'number') return 'number';
  if (schema.format === 'date') return 'day';
  if (schema.format === 'uri') return 'url';
  if (LONG.includes(key)) return 'long';
  return OFFERED.includes(key) && offered.length > 0 ? 'words' : 'text';
}

/** The words of an enumeration, be it one or a union of several. */
function choicesIn({ enum: words, const: word, anyOf }: JsonSchema): string[] {
  if (Array.isArray(words)) return words.map(String);
  if (typeof word === 'string') return [word];
  return Array.isArray(anyOf) ? (anyOf as JsonSchema[]).flatMap(choicesIn) : [];
}

/** A key is explained in a line of Chinese and one of English: what it is called, and after the first pause what else there is to say. */
function saidOf({ description }: JsonSchema, language: Language): { label: string; hint: string } {
  const lines = String(description ?? '').split('\n');
  const line = lines[language === 'zh' ? 0 : 1] ?? '';
  const pause = line.search(/[：；，（(:;,]|(?<= ) ?—/);
  if (pause === -1) return { label: line, hint: '' };
  const rest = line.slice(pause).replace(/^[：；，:;,]\s*/, '');
  return { label: line.slice(0, pause).trim(), hint: /^[（(][^）)]*[）)]$/.test(rest) ? rest.slice(1, -1) : rest };
}
