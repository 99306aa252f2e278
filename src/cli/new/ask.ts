/** Asks for one field on a terminal until the answer can be used. */
import type { Offer } from '../../export/offers.ts';
import { type Day, dayOf } from '../../model/day.ts';
import { quoted, type Said } from '../../words/speech.ts';
import type { Terminal } from '../terminal.ts';
import type { Field } from './fields.ts';
import { type Form, filledIn, unknownIn } from './form.ts';
import { onOneLine } from './line.ts';

export interface Asking {
  readonly ask: NonNullable<Terminal['ask']>;
  readonly err: Terminal['err'];
  readonly form: Form;
  readonly today: Day;
}

/** What is known of the record so far. */
export type Known = Readonly<Record<string, unknown>>;

/** How many words are shown to choose from; of more, those that have in them what is typed. */
const MOST = 20;

/** What a person says to a field; undefined where they leave it out. */
export async function answerTo(field: Field, asking: Asking, known: Known): Promise<unknown> {
  if (takesLines(field)) return linesFor(field, asking);
  let standing: unknown = defaultOf(field, asking);
  let choices = choicesOf(field, asking.form, known);
  let question = questionFor(field, defaultOf(field, asking));
  for (;;) {
    const told = (await asking.ask(`${question}${listing(choices)}> `)).trim();
    if (told === '' && (standing !== null || !field.required)) return standing ?? undefined;
    const value = told === '' ? undefined : filledIn(asking.form, field, wordsIn(field, told, choices, asking.form));
    const doubt = value === undefined ? NEEDED : doubtAbout(field, value, asking.form);
    if (doubt === null) return value;
    asking.err(`  ${doubt.zh}\n  ${doubt.en}\n`);
    if (doubt.meant !== undefined) ({ value: standing, choices } = doubt.meant);
    question = '';
  }
}

/** Rows of a table are typed one after another. */
const takesLines = ({ kind, parts }: Field): boolean =>
  kind === 'mapping' || kind === 'entries' || (kind === 'list' && parts[0]?.kind === 'mapping' && !parts[0].orText);

async function linesFor(field: Field, { ask, form }: Asking): Promise<unknown> {
  const lines: string[] = [];
  for (;;) {
    const told = await ask(
      `${lines.length === 0 ? questionFor(field, null) : ''}${lines.length === 0 ? rowFor(field) : '  再写一条,回车结束 another, Enter ends '}> `,
    );
    if (told.trim() !== '') lines.push(told);
    else return lines.length === 0 ? undefined : filledIn(form, field, lines);
  }
}

/** 如 step=…,by=…,on=… */
function rowFor({ kind, parts }: Field): string {
  const keys = kind === 'list' ? (parts[0]?.parts ?? []) : parts;
  const pairs = kind === 'entries' ? '名称=数值' : keys.map(({ key }) => `${key}=…`).join(',');
  return `  如 like ${pairs}\n`;
}

const questionFor = ({ says: { zh, en }, required }: Field, standing: string | null): string =>
  `${zh}${standing === null ? (required ? '' : '(可不填,直接回车)') : `(直接回车为 ${standing})`}\n${en}${standing === null ? (required ? '' : '; Enter leaves it out') : `; Enter: ${standing}`}\n`;

/** A record is mostly written on its day. */
const defaultOf = ({ key, kind }: Field, { today }: Asking): string | null => (key === 'on' && kind === 'day' ? today : null);

/** Where there are too many people to show, those of the unit that was named are. */
function choicesOf({ key, kind, offers, parts }: Field, form: Form, known: Known): readonly Offer[] {
  const entries = form.bookOf(key)?.entries;
  if (entries === undefined) return few(kind === 'list' ? (parts[0]?.offers ?? []) : offers);
  const named = new Set([known.unit, known.units].flat());
  return few(entries.length <= MOST ? entries : entries.filter(({ says }) => named.has(says)));
}

const few = (choices: readonly Offer[]): readonly Offer[] => (choices.length <= MOST ? choices : []);

/** Short ones side by side; those that need a word of explanation one under another. */
function listing(choices: readonly Offer[]): string {
  const isLong = choices.some(({ value, says }) => says.length > 10 || value.length > 20);
  const shown = choices.map(({ value, says }, index) =>
    onOneLine(`${index + 1} ${value}${isLong && says !== '' && says !== value ? `  ${says}` : ''}`),
  );
  if (isLong) return shown.map((line) => `  ${line}\n`).join('');
  return Array.from({ length: Math.ceil(shown.length / 5) }, (_, row) => `  ${shown.slice(row * 5, row * 5 + 5).join('   ')}\n`).join('');
}

/** What was typed, word by word; numbers stand for what was shown beside them. A comma parts names, and may be inside anything else. */
function wordsIn({ key, kind }: Field, told: string, choices: readonly Offer[], form: Form): string[] {
  const parting = choices.length > 0 || form.bookOf(key) !== undefined ? /[、,，;；]/ : /[、;；]/;
  const words = kind === 'list' ? told.split(parting).filter((word) => word.trim() !== '') : [told];
  return words.map((word) => choices[Number(word.normalize('NFKC')) - 1]?.value ?? word);
}

/** `meant`: what Enter takes then, and what else there is to choose from. */
type Doubt = Said & { readonly meant?: { readonly value: unknown; readonly choices: readonly Offer[] } };

const NEEDED: Doubt = { zh: '这一项必须填写。', en: 'This is needed.' };

function doubtAbout(field: Field, value: unknown, form: Form): Doubt | null {
  const book = form.bookOf(field.key);
  const [unknown] = book === undefined ? [] : unknownIn(value, book);
  if (book !== undefined && unknown !== undefined) return nobody(value, unknown, book.like(unknown).slice(0, MOST));
  return DOUBTS[field.kind]?.(value, field) ?? null;
}

function nobody(value: unknown, named: string, choices: readonly Offer[]): Doubt {
  const [first] = choices;
  if (first === undefined) return { zh: `没有登记${quoted(named)}。`, en: `There is no ${quoted(named)}.` };
  const near = onOneLine(first.value);
  return {
    zh: `没有登记${quoted(named)}。是不是“${near}”?直接回车就用它,或者输入编号选择。`,
    en: `There is no ${quoted(named)}. Did you mean “${near}”? Enter takes it; a number takes another.`,
    meant: { value: Array.isArray(value) ? value.map((one) => (one === named ? first.value : one)) : first.value, choices },
  };
}

const DOUBTS: Readonly<Partial<Record<Field['kind'], (value: unknown, field: Field) => Doubt | null>>> = {
  day: (value) =>
    dayOf(String(value)) === null
      ? {
          zh: `没有${quoted(String(value))}这一天,请写成 2026-03-05 的形式。`,
          en: `There is no day ${quoted(String(value))}; write it like 2026-03-05.`,
        }
      : null,
  number: (value) =>
    typeof value === 'number'
      ? null
      : { zh: `要写数字,${quoted(String(value))}不是。`, en: `A number is wanted, and ${quoted(String(value))} is none.` },
  truth: (value) => (typeof value === 'boolean' ? null : { zh: '请回答 是 或 否。', en: 'Please answer yes or no.' }),
  choice: (value, { offers }) =>
    offers.some((offer) => offer.value === value)
      ? null
      : { zh: `只能写:${offers.map((offer) => offer.value).join('、')}。`, en: `One of ${offers.map((offer) => offer.value).join(', ')}.` },
};
