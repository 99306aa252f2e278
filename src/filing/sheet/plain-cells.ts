/** Cells that say a text, a day, a number, yes or no, one of a few words, an address or an id. */
import { listIn, type Reader, typed } from './cells.ts';
import { dayIn } from './days.ts';
import { textOf } from './grid.ts';
import type { Words } from './mapping.ts';

export const text: Reader = (content, _, field) => ({ values: { [field]: textOf(content) } });

/** A remark keeps its lines. */
export const lines: Reader = (content, _, field) => ({ values: { [field]: typed(content).replaceAll('\r\n', '\n') } });

/** A word of the spreadsheet, in the words of the ledger. */
export const word =
  (of: keyof Words): Reader =>
  (content, { words }, field) => ({ values: { [field]: words[of]?.[textOf(content)] ?? textOf(content) } });

export const day: Reader = (content, { almanac, today }, field) => {
  const read = dayIn(content, almanac);
  if ('fault' in read) return read;
  if (read.day > today) return { fault: { code: 'import/in-the-future', day: read.day, today } };
  return { values: { [field]: read.day } };
};

export const count: Reader = (content, _, field) => {
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
export const truth =
  (silent: boolean): Reader =>
  (content, _, field) => {
    const said = textOf(content).toLowerCase();
    const yes = YES.has(said);
    if (!yes && !NO.has(said)) return { fault: { code: 'import/not-a-choice', found: textOf(content), choices: ['是', '否'] } };
    return { values: yes === silent ? {} : { [field]: yes } };
  };

export const choice =
  (of: 'openness' | 'origin' | null, choices: readonly string[], others: Readonly<Record<string, string>> = {}): Reader =>
  (content, { words }, field) => {
    const said = textOf(content).normalize('NFKC');
    const meant = (of === null ? undefined : words[of]?.[said]) ?? others[said] ?? said;
    return choices.includes(meant) ? { values: { [field]: meant } } : { fault: { code: 'import/not-a-choice', found: textOf(content), choices } };
  };

export const address: Reader = (content, _, field) => {
  const link = textOf(content);
  return /^https?:\/\/\S+$/i.test(link) && URL.canParse(link)
    ? { values: { [field]: link } }
    : { fault: { code: 'import/not-an-address', found: link } };
};

/** An id is the name of a file: what is none could lead out of its folder. */
export const id: Reader = (content, _, field) => {
  const written = textOf(content);
  return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(written) && written.length <= 120
    ? { values: { [field]: written } }
    : { fault: { code: 'import/bad-id', found: written } };
};
/** Ids of other records; whether there are such records is for the check to say. */
export const ids: Reader = (content, context, field) => {
  const read = listIn(content, () => false).map((text) => id({ kind: 'text', text }, context, field));
  const wrong = read.find((one) => 'fault' in one);
  return wrong ?? { values: { [field]: read.flatMap((one) => ('values' in one ? [one.values[field]] : [])) } };
};

/** A yes or no that a record says either way. */
export const either: Reader = (content, context, field) => {
  const read = truth(false)(content, context, field);
  return 'fault' in read ? read : { values: { [field]: read.values[field] ?? false } };
};
