/** What a cell says for a field of a record, or why it does not. */
import { OPENNESS } from '../../ledger/written/records.ts';
import type { Day } from '../../model/day.ts';
import type { UnitId } from '../../model/records.ts';
import { type Almanac, dayIn, daysWithin } from './days.ts';
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
type Reader = (content: Content, context: Context, field: string) => CellRead;

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

const text: Reader = (content, _, field) => ({ values: { [field]: textOf(content) } });

/** A remark keeps its lines. */
const lines: Reader = (content, _, field) => ({ values: { [field]: typed(content).replaceAll('\r\n', '\n') } });

/** A word of the spreadsheet, in the words of the ledger. */
const word =
  (of: keyof Words): Reader =>
  (content, { words }, field) => ({ values: { [field]: words[of]?.[textOf(content)] ?? textOf(content) } });

const day: Reader = (content, { almanac, today }, field) => {
  const read = dayIn(content, almanac);
  if ('fault' in read) return read;
  if (read.day > today) return { fault: { code: 'import/in-the-future', day: read.day, today } };
  return { values: { [field]: read.day } };
};

const count: Reader = (content, _, field) => {
  const written = textOf(content)
    .normalize('NFKC')
    .replace(/[,\s]|字$/g, '');
  return /^[1-9]\d{0,8}$/.test(written)
    ? { values: { [field]: Number(written) } }
    : { fault: { code: 'import/not-a-count', found: textOf(content) } };
};

const YES: ReadonlySet<string> = new Set(['是', '√', '✓', '✔', '1', '对', 'y', 'yes', 'true', '重要', '敏感', '肯定', '转载']);
const NO: ReadonlySet<string> = new Set(['否', '不是', '0', 'n', 'no', 'false', '一般', '否定', '原发', '首发']);

/** `silent`: the answer that a record leaves out. */
const truth =
  (silent: boolean): Reader =>
  (content, _, field) => {
    const said = textOf(content).toLowerCase();
    const yes = YES.has(said);
    if (!yes && !NO.has(said)) return { fault: { code: 'import/not-a-choice', found: textOf(content), choices: ['是', '否'] } };
    return { values: yes === silent ? {} : { [field]: yes } };
  };

const choice =
  (of: 'openness' | 'origin' | null, choices: readonly string[], others: Readonly<Record<string, string>> = {}): Reader =>
  (content, { words }, field) => {
    const said = textOf(content).normalize('NFKC');
    const meant = (of === null ? undefined : words[of]?.[said]) ?? others[said] ?? said;
    return choices.includes(meant) ? { values: { [field]: meant } } : { fault: { code: 'import/not-a-choice', found: textOf(content), choices } };
  };

const address: Reader = (content, _, field) => {
  const link = textOf(content);
  return /^https?:\/\/\S+$/i.test(link) && URL.canParse(link)
    ? { values: { [field]: link } }
    : { fault: { code: 'import/not-an-address', found: link } };
};

/** An id is the name of a file: what is none could lead out of its folder. */
const id: Reader = (content, _, field) => {
  const written = textOf(content);
  return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(written) && written.length <= 120
    ? { values: { [field]: written } }
    : { fault: { code: 'import/bad-id', found: written } };
};

/** The cell as it was typed, with its line breaks: they part the entries of a list. */
const typed = (content: Content): string => (content.kind === 'text' ? content.text.trim() : textOf(content));

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

const MARKED = /^(.*\S)\s*[(（]\s*(单|综|\d+(?:\.\d+)?)\s*[)）]$/;

/** Units with what is said of their parts: 办公室、基金监管股(综). */
const units: Reader = (content, { registry }) => {
  const known = (name: string): boolean => 'id' in registry.find('unit', MARKED.exec(name)?.[1] ?? name);
  const shares: unknown[] = [];
  for (const part of listIn(content, known)) {
    const whole = registry.find('unit', part);
    const [, name = part, said] = 'id' in whole ? [] : (MARKED.exec(part) ?? []);
    const found = registry.find('unit', name);
    if ('fault' in found) return found;
    shares.push(
      said === undefined ? found.name : { unit: found.name, ...(said === '单' || said === '综' ? { mark: said } : { weight: Number(said) }) },
    );
  }
  const [only, ...others] = shares;
  return { values: others.length === 0 && typeof only === 'string' ? { unit: only } : { units: shares } };
};

const authors: Reader = (content, { registry, among }) => {
  const names: string[] = [];
  for (const part of listIn(content, (name) => 'id' in registry.find('person', name, among))) {
    const found = registry.find('person', part, among);
    if ('fault' in found) return found;
    names.push(found.name);
  }
  return { values: { authors: [...new Set(names)] } };
};

const outlet: Reader = (content, { registry }, field) => {
  const found = registry.find('outlet', textOf(content));
  return 'fault' in found ? found : { values: { [field]: found.name } };
};

/** Ids of other records; whether there are such records is for the check to say. */
const ids: Reader = (content, context, field) => {
  const read = listIn(content, () => false).map((text) => id({ kind: 'text', text }, context, field));
  const wrong = read.find((one) => 'fault' in one);
  return wrong ?? { values: { [field]: read.flatMap((one) => ('values' in one ? [one.values[field]] : [])) } };
};

/** A yes or no that a record says either way. */
const either: Reader = (content, context, field) => {
  const read = truth(false)(content, context, field);
  return 'fault' in read ? read : { values: { [field]: read.values[field] ?? false } };
};

const LEVELS = ['县', '市', '省', '国家', '部委'] as const;
const LEVEL_WORDS: readonly (readonly [RegExp, string])[] = [
  [/国家|中央|国务院|党中央/, '国家'],
  [/部委|部长|司长/, '部委'],
  [/省|自治区/, '省'],
  [/市/, '市'],
  [/县|区/, '县'],
];

const level: Reader = (content, { words }, field) => {
  const said = textOf(content);
  const meant = words.level?.[said] ?? said.replace(/级?(?:领导)?$/, '');
  return (LEVELS as readonly string[]).includes(meant)
    ? { values: { [field]: meant } }
    : { fault: { code: 'import/not-a-choice', found: said, choices: LEVELS } };
};

/** 市长3月5日批示: who and when out of running words, where they say a level and one day. */
const said: Reader = (content, { almanac, today }) => {
  const found = textOf(content);
  const rank = found
    .normalize('NFKC')
    .replace(/(?:\d{4}\s*[年./-]\s*)?\d{1,2}\s*[月./-]\s*\d{1,2}\s*[日号]?/g, '')
    .replace(/[,，;；。]|(?:作出|给予)?(?:肯定性)?(?:批示|圈阅|签批)|\s+/g, '');
  const level = LEVEL_WORDS.find(([sign]) => sign.test(rank))?.[1];
  const days = daysWithin(found, almanac);
  const [on] = days;
  if (level === undefined || days.length !== 1 || on === undefined || on > today) return { fault: { code: 'import/unclear-instruction', found } };
  return { values: { level, rank, on } };
};

export const READERS = {
  submission: {
    id,
    title: text,
    unit: units,
    authors,
    on: day,
    event: day,
    form: word('form'),
    category: word('category'),
    stream: choice(null, ['政务', '党务']),
    openness: choice('openness', OPENNESS, { 主动公开: '公开', 不予公开: '不公开', 内部: '不公开', 是: '公开', 否: '不公开' }),
    important: truth(false),
    sensitive: truth(false),
    length: count,
    origin: choice('origin', ['原创', '转载', '付费']),
    topic: text,
    target: outlet,
    answers: id,
    same_as: id,
    composite_of: ids,
    accepted: day,
    rejected: day,
    link: address,
    note: lines,
  },
  adoptions: {
    id,
    form: word('form'),
    print: either,
    reprint: truth(false),
    stage: choice(null, ['采用', '上报']),
    position: text,
    length: count,
    piece: choice(null, ['单篇', '合并']),
    route: choice(null, ['直报', '转报']),
    proof_on: day,
    link: address,
    note: lines,
  },
  instructions: { id, level, rank: text, on: day, affirmative: truth(true), note: lines, said },
} as const;
