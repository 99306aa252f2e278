/** Fills in a record on a terminal: what is needed and what is usual first, then anything else that somebody wants to say. */
import type { RecordFolder } from '../../ledger/files.ts';
import { quoted } from '../../words/speech.ts';
import { type Asking, answerTo } from './ask.ts';
import type { Field } from './fields.ts';

export type Filled = Readonly<Record<string, unknown>>;

/** What is asked for beside what is needed; of a kind that is not here nothing is. */
const USUAL: Readonly<Partial<Record<RecordFolder, readonly string[]>>> = {
  submissions: ['unit', 'authors', 'form', 'category', 'answers', 'openness'],
  adoptions: ['position', 'link', 'proof'],
  instructions: ['rank', 'proof'],
  obligations: ['by', 'due', 'units'],
  incidents: ['submission', 'detail'],
  figures: ['proof'],
  appeals: ['item', 'bulletin', 'clause', 'proof'],
  activities: ['form', 'spots', 'reached', 'link'],
};

/** The fields in the order in which they are asked for. Words that the ordinance does not have need no question. */
export const usualFields = (folder: RecordFolder, fields: readonly Field[]): Field[] =>
  fields.filter(({ key, required, offers }) => required || (USUAL[folder]?.includes(key) && (!OF_THE_ORDINANCE.has(key) || offers.length > 0)));

const OF_THE_ORDINANCE: ReadonlySet<string> = new Set(['form', 'category']);

/** The record with the answers to these fields; one that is answered already is not asked for again. */
export async function withAnswers(filled: Filled, fields: readonly Field[], asking: Asking): Promise<Filled> {
  let record = filled;
  for (const field of fields) if (!(field.key in record)) record = withAnswer(record, field, await answerTo(asAsked(field, asking), asking, record));
  return record;
}

/** 报送单位 may be answered with several, which share the item. */
const asAsked = (field: Field, { form }: Asking): Field =>
  field.key === 'unit' && form.fields.some(({ key }) => key === 'units') ? { ...field, kind: 'list', parts: [field], required: true } : field;

function withAnswer(record: Filled, { key }: Field, value: unknown): Filled {
  if (value === undefined) return record;
  if (key !== 'unit' || !Array.isArray(value)) return { ...record, [key]: value };
  return value.length > 1 ? { ...record, units: value } : { ...record, unit: value[0] };
}

/** Anything else by its number, and anything at all by its key, until Enter. */
export async function withMore(filled: Filled, before: readonly Field[], asking: Asking): Promise<Filled> {
  const { fields } = asking.form;
  let record = filled;
  for (;;) {
    const rest = fields.filter((field) => !(field.key in record) && !before.includes(field));
    const told = (await asking.ask(menu(rest))).trim();
    if (told === '') return record;
    const field = rest[Number(told.normalize('NFKC')) - 1] ?? fields.find(({ key }) => key === told);
    if (field === undefined) asking.err(`  没有${quoted(told)}这一项。\n  There is no such item.\n`);
    else record = withAnswer(record, field, await answerTo(asAsked(field, asking), asking, record));
  }
}

const menu = (rest: readonly Field[]): string =>
  `还要写什么?输入编号,直接回车结束。\nAnything else? A number; Enter ends.\n${rest.map(({ key, says }, index) => `  ${index + 1} ${says.zh} (${key})\n`).join('')}> `;
