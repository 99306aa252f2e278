/** Words for values that are not of the form that their key asks for. */
import type { SchemaFault } from '../model/finding.ts';
import { listed, meant, quoted, type Said, type Speech, say } from './speech.ts';

export const schemaWords: Speech<SchemaFault> = {
  'schema/unknown-key': ({ name, nearest, known }) => {
    const keys = listed(known, 40);
    return say(
      [`没有名为${quoted(name)}的键。`, `${meant(nearest).zh}${known.length === 0 ? '请删去。' : `这里可以写:${keys.zh}。`}`],
      [`There is no key ${quoted(name)}.`, `${meant(nearest).en}${known.length === 0 ? 'Remove it.' : `These may stand here: ${keys.en}.`}`],
    );
  },
  'schema/missing-key': ({ name }) =>
    say([`缺少必填的“${name}”。`, `请补写一行“${name}: …”。`], [`The key “${name}” is missing.`, `Add a line “${name}: …”.`]),
  'schema/wrong-type': ({ expected, found }) =>
    say(
      [`这里要写${kindsOf(expected).zh},现在是${kindsOf(found).zh}。`, remedyForKind(expected, found).zh],
      [`This should be ${kindsOf(expected).en}, and is ${kindsOf(found).en}.`, remedyForKind(expected, found).en],
    ),
  'schema/not-a-choice': ({ found, choices, nearest }) => {
    const all = listed(choices, 40);
    return say(
      [`${quoted(found)}不在可选的范围内。`, `${meant(nearest).zh}可以写:${all.zh}。`],
      [`${quoted(found)} is not one of the choices.`, `${meant(nearest).en}These may stand here: ${all.en}.`],
    );
  },
  'schema/impossible-day': ({ found }) =>
    say(
      [`没有${quoted(found)}这一天。`, '请核对月份和日期,按 2026-03-05 的形式写。'],
      [`There is no such day as ${quoted(found)}.`, 'Check the month and the day; write it like 2026-03-05.'],
    ),
  'schema/time-where-day': ({ found, day }) =>
    say(
      [`${quoted(found)}带有时间,这里只要日期。`, `请写 ${day}。`],
      [`${quoted(found)} has a time in it; only the day is wanted.`, `Write ${day}.`],
    ),
  'schema/not-a-day': ({ found, proposal }) =>
    say(
      [`${quoted(found)}不是日期的写法。`, proposal === null ? '请按 2026-03-05 的形式写。' : `请写 ${proposal}。`],
      [`${quoted(found)} is not how a day is written.`, proposal === null ? 'Write it like 2026-03-05.' : `Write ${proposal}.`],
    ),
  'schema/not-well-formed': ({ found, expected }) => {
    const wanted = formWanted(expected);
    return say([`${quoted(found)}的写法不对。`, wanted.zh], [`${quoted(found)} is not written as it should be.`, wanted.en]);
  },
};

const KINDS: Readonly<Record<string, Said>> = {
  text: { zh: '文字', en: 'text' },
  number: { zh: '数', en: 'a number' },
  integer: { zh: '整数', en: 'a whole number' },
  boolean: { zh: 'true(是)或 false(否)', en: 'true or false' },
  list: { zh: '列表', en: 'a list' },
  mapping: { zh: '一组“键: 值”', en: 'a group of “key: value”' },
  null: { zh: '空值', en: 'empty' },
  day: { zh: '日期', en: 'a day' },
};

/** Kinds joined by ` | ` in words; what has no word of its own is named as it is. */
function kindsOf(joined: string): Said {
  const kinds = joined.split(' | ').map((kind) => KINDS[kind] ?? { zh: kind, en: kind });
  return { zh: kinds.map(({ zh }) => zh).join('或'), en: kinds.map(({ en }) => en).join(' or ') };
}

function remedyForKind(expected: string, found: string): Said {
  if (found === 'null') return { zh: '请填写内容;不需要的话,请删去这一行。', en: 'Write something, or remove the line if it is not needed.' };
  if (expected === 'text' && ['number', 'integer', 'boolean'].includes(found))
    return { zh: '请给内容加上引号,例如 "2026"。', en: 'Put it in quotes, for example "2026".' };
  if (expected === 'list')
    return { zh: '请写成列表,例如 [甲, 乙],只有一个也要加方括号。', en: 'Write a list, for example [one, two]; a single one wants brackets too.' };
  if (expected === 'mapping')
    return { zh: '请在下面缩进两格,逐行写“键: 值”。', en: 'Write “key: value” on lines of their own, indented by two spaces.' };
  if (expected === 'day') return { zh: '请按 2026-03-05 的形式写。', en: 'Write it like 2026-03-05.' };
  return { zh: `请改成${kindsOf(expected).zh}。`, en: `Change it to ${kindsOf(expected).en}.` };
}

const BOUNDS: readonly [RegExp, (bound: string) => Said][] = [
  [/^at-least (.+)$/, (bound) => ({ zh: `不能小于 ${bound}。`, en: `It must be ${bound} or more.` })],
  [/^more-than (.+)$/, (bound) => ({ zh: `必须大于 ${bound}。`, en: `It must be more than ${bound}.` })],
  [/^at-most (.+)$/, (bound) => ({ zh: `不能大于 ${bound}。`, en: `It must be ${bound} or less.` })],
  [/^less-than (.+)$/, (bound) => ({ zh: `必须小于 ${bound}。`, en: `It must be less than ${bound}.` })],
];

const ID_PATTERN = '[a-z0-9]+(-[a-z0-9]+)*';

function formWanted(expected: string): Said {
  if (expected === 'not-empty')
    return { zh: '这里不能为空,请填写内容;不需要的话,请删去。', en: 'It must not be empty: write something, or remove it.' };
  if (expected === 'url')
    return { zh: '请写完整的网址,以 https:// 或 http:// 开头。', en: 'Write the whole address, beginning with https:// or http://.' };
  if (expected === 'email')
    return { zh: '请写完整的邮箱地址,例如 xinxi@example.gov.cn。', en: 'Write the whole address, for example news@example.gov.cn.' };
  if (expected === 'period')
    return {
      zh: '请写周期:2026、2026-H1、2026-Q1、2026-03、2026-W05,或 2026-07-01..2026-10-09。',
      en: 'Write a period: 2026, 2026-H1, 2026-Q1, 2026-03, 2026-W05 or 2026-07-01..2026-10-09.',
    };
  if (expected === 'time-zone')
    return { zh: '请写时区的标准名称,例如 Asia/Shanghai。', en: 'Write the name of a time zone, for example Asia/Shanghai.' };
  if (expected === 'period') return { zh: '请写周期,例如 2026-10、2026-Q3、2026。', en: 'Write a period, for example 2026-10, 2026-Q3 or 2026.' };
  if (expected === 'moment') return { zh: '请写日期和时刻,例如 2026-03-05 14:30。', en: 'Write a day and a time, for example 2026-03-05 14:30.' };
  if (expected.includes(ID_PATTERN))
    return { zh: '只能用小写字母、数字和连字符,例如 renmin-wang。', en: 'Use lower-case letters, digits and hyphens only, for example renmin-wang.' };
  for (const [form, words] of BOUNDS) {
    const found = form.exec(expected)?.[1];
    if (found !== undefined) return words(found);
  }
  return { zh: '请对照编辑器的提示或文档中的示例改写。', en: 'Compare it with what the editor explains, or with the examples in the manual.' };
}
