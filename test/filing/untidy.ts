/** Texts as hurried people and other programs write them: the same record in every layout that our dialect takes. */
import fc from 'fast-check';

type Value = string | number | boolean | null | readonly Value[] | { readonly [key: string]: Value };

const WORDS = [
  '办公室',
  'a b',
  'x: y',
  '# no comment',
  '- a',
  '2026-03-05',
  '',
  'null',
  '0x1f',
  'it’s',
  '"',
  "'",
  'a,b',
  '[',
  '{}',
  '长'.repeat(90),
  'C:\\x',
  '甲\n乙\n',
  '12',
  '::error::',
  '甲 #乙',
];
const word = fc.constantFrom(...WORDS);
const scalar: fc.Arbitrary<Value> = fc.oneof(word, fc.integer({ min: -5, max: 99 }), fc.constantFrom(1.5, true, false, null));
const key = fc.constantFrom('title', 'on', 'note', '阅读量', 'a b', '12', 'null', '单位');

const value: fc.Arbitrary<Value> = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    scalar,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(key, tie('value'), { maxKeys: 4 }),
  ),
})).value;

export interface Untidy {
  readonly value: Value;
  readonly text: string;
}

/** A record and one of the many ways of writing it. */
export const untidy: fc.Arbitrary<Untidy> = fc
  .tuple(fc.dictionary(key, value, { minKeys: 1, maxKeys: 5 }), fc.infiniteStream(fc.nat(999)))
  .map(([record, stream]) => {
    const chance = (): number => stream.next().value as number;
    const body = block(record, 0, chance);
    const text = `${remarks(0, chance)}${body}${'\n'.repeat(chance() % 3)}${remarks(0, chance)}`;
    return { value: record, text: dressed(text, chance) };
  });

type Chance = () => number;

const oneOf = <T>(options: readonly T[], chance: Chance): T => options[chance() % options.length] as T;

/** Line feeds or carriage returns too, a mark at the beginning, perhaps no end. */
function dressed(text: string, chance: Chance): string {
  const lines = chance() % 4 === 0 ? text.replaceAll('\n', '\r\n') : text;
  const ended = chance() % 3 === 0 ? lines.replace(/\r?\n$/, '') : lines;
  return chance() % 6 === 0 ? `\ufeff${ended}` : ended;
}

/** Comments and empty lines between two entries. */
const remarks = (indent: number, chance: Chance): string =>
  Array.from({ length: Math.max(0, (chance() % 7) - 4) }, () =>
    chance() % 2 === 0 ? '\n' : `${' '.repeat(indent)}#${oneOf(['', ' ', ' 说明', '乙: "x', ' - a'], chance)}\n`,
  ).join('');

const trailing = (chance: Chance): string =>
  chance() % 5 === 0 ? `${' '.repeat(1 + (chance() % 3))}# ${oneOf(['旁注', "it's", ''], chance)}` : ' '.repeat(Math.max(0, (chance() % 8) - 6));

function block(value: Value, indent: number, chance: Chance): string {
  const pad = ' '.repeat(indent);
  if (Array.isArray(value)) return (value as Value[]).map((one) => `${remarks(indent, chance)}${pad}-${below(one, indent, chance)}`).join('');
  return Object.entries(value as object)
    .map(([name, one]) => `${remarks(indent, chance)}${pad}${quoted(name, chance, true)}:${below(one as Value, indent, chance)}`)
    .join('');
}

function below(value: Value, indent: number, chance: Chance): string {
  const gap = ' '.repeat(1 + (chance() % 2));
  if (typeof value !== 'object' || value === null) return `${gap}${quoted(value, chance)}${trailing(chance)}\n`;
  const isEmpty = Object.keys(value).length === 0;
  if (isEmpty || chance() % 3 === 0) return `${gap}${flow(value, chance)}${trailing(chance)}\n`;
  return `${trailing(chance)}\n${block(value, indent + 1 + (chance() % 4), chance)}`;
}

function flow(value: Value, chance: Chance): string {
  const space = ' '.repeat(chance() % 2);
  if (typeof value !== 'object' || value === null) return quoted(value, chance, true);
  if (Array.isArray(value)) return `[${space}${(value as Value[]).map((one) => flow(one, chance)).join(`${space}, `)}${space}]`;
  const entries = Object.entries(value).map(([name, one]) => `${quoted(name, chance, true)}: ${flow(one as Value, chance)}`);
  return `{${space}${entries.join(`,${space} `)}${space}}`;
}

const PLAIN = /^[\p{Script=Han}A-Za-z][\p{Script=Han}A-Za-z ’]*$/u;

function quoted(value: string | number | boolean | null, chance: Chance, isInLine = false): string {
  if (typeof value !== 'string') return String(value);
  const isConstant = /^(null|true|false)$/.test(value);
  const ways = [JSON.stringify(value)];
  if (!value.includes('\n')) ways.push(`'${value.replaceAll("'", "''")}'`);
  if (PLAIN.test(value) && !isConstant) ways.push(value, value);
  if (/^\d{4}-\d\d-\d\d$/.test(value) && !isInLine) ways.push(value);
  return oneOf(ways, chance);
}
