/** The changed records as cards, and the changed registers and ordinances. */

import { cut } from '../../review/called.ts';
import type { Field } from '../../review/cards.ts';
import type { EntryChange } from '../../review/registers.ts';
import type { Group, Settings, Shown } from '../../review/review.ts';
import { reasonWords } from '../../words/reasons.ts';
import { REVIEW, whatWords } from '../../words/review.ts';
import type { Language, Said } from '../../words/speech.ts';
import { type Block, heading, line } from './blocks.ts';
import { gainsText } from './gains.ts';
import { itemName, nameOf, type Reviewed } from './names.ts';
import { CONFIDENTIAL, valueText } from './values.ts';

/** The records of an item, and what it gains. */
export function groupBlocks(group: Group, reviewed: Reviewed, language: Language): Block[] {
  const gains = group.gains.length === 0 ? [] : [line({ strong: REVIEW.earns(gainsText(group.gains, reviewed))[language] })];
  return [...group.records.flatMap((shown) => cardBlocks(shown, reviewed, language)), ...gains];
}

function cardBlocks({ card, called, visible, silent }: Shown, reviewed: Reviewed, language: Language): Block[] {
  const { change, form } = card;
  const title = heading(4, `${whatWords(change.what)[language]}${language === 'zh' ? '：' : ': '}${called[language]}`);
  if (!visible) return [title, line(REVIEW.hidden[language])];
  const where = line({ code: change.file }, ...(form === null ? [] : [` ${REVIEW.form(form.title, form.clause)[language]}`]));
  const reasons = [...new Set(silent.map(({ reason }) => REVIEW.earnsNothing(reasonSaid(reason, reviewed))[language]))];
  return [title, where, ...contentBlocks(card, reviewed, language), ...reasons.map((reason) => line(reason))];
}

function contentBlocks({ change, fields }: Shown['card'], reviewed: Reviewed, language: Language): Block[] {
  const shown = fields.filter(({ key }) => reviewed.review.readers === 'of-the-repository' || !CONFIDENTIAL.has(key));
  if (change.what !== 'deleted' && change.after === undefined) return [line(REVIEW.unreadable[language])];
  if (shown.length === 0) return change.what === 'renamed' ? [] : [line(REVIEW.onlyLook[language])];
  return [change.what === 'changed' || change.what === 'renamed' ? changedTable(shown, reviewed, language) : wholeTable(shown, reviewed, language)];
}

const wholeTable = (fields: readonly Field[], reviewed: Reviewed, language: Language): Block => ({
  kind: 'table',
  head: [REVIEW.field[language], REVIEW.content[language]],
  rows: fields.map(({ key, label, before, after }) => [label[language], valueText(key, after ?? before, reviewed, language)]),
});

const changedTable = (fields: readonly Field[], reviewed: Reviewed, language: Language): Block => ({
  kind: 'table',
  head: [REVIEW.field[language], REVIEW.before[language], REVIEW.after[language]],
  rows: fields.map(({ key, label, before, after }) => [
    label[language],
    valueText(key, before, reviewed, language),
    valueText(key, after, reviewed, language),
  ]),
});

/** Records that a reason speaks of are called by their outlets and titles. */
function reasonSaid(reason: Shown['silent'][number]['reason'], reviewed: Reviewed): Said {
  const called = (language: Language) => (record: string) => {
    const adoption = reviewed.after.ledger?.adoptions.find(({ id }) => id === record);
    return adoption === undefined ? itemName(record, reviewed)[language] : nameOf('outlets', adoption.outlet, reviewed);
  };
  return { zh: reasonWords(reason, 'zh', called('zh')), en: reasonWords(reason, 'en', called('en')) };
}

/** How many differences of a file are listed. */
const MOST = 30;

export function settingsBlocks({ change, entries }: Settings, reviewed: Reviewed, language: Language): Block[] {
  const differing = entries.filter(({ differences }) => differences.length > 0);
  const title = heading(4, `${whatWords(change.what)[language]}${language === 'zh' ? '：' : ': '}${change.file}`);
  if (differing.length === 0) return [title, line(REVIEW.onlyLook[language])];
  const isWhole = change.what === 'added' || change.what === 'deleted';
  if (isWhole && differing.every(({ name }) => name === '')) return [title];
  return [title, ...differing.slice(0, MOST).map((entry) => entryTable(entry, reviewed, language)), ...rest(differing.length - MOST, language)];
}

const rest = (count: number, language: Language): Block[] => (count > 0 ? [line(REVIEW.more(count)[language])] : []);

function entryTable({ what, name, differences }: EntryChange, reviewed: Reviewed, language: Language): Block {
  const isPrivate = (path: string): boolean => path.split('.').some((step) => PRIVATE.has(step));
  const shown = (path: string, value: unknown): string =>
    isPrivate(path) && value !== undefined ? '···' : cut(valueText(path, value, reviewed, language), 200);
  const rows = differences.slice(0, MOST).map(({ path, before, after }) => [path, shown(path, before), shown(path, after)]);
  return {
    kind: 'table',
    head: [name === '' ? REVIEW.field[language] : `${whatWords(what)[language]} ${name}`, REVIEW.before[language], REVIEW.after[language]],
    rows,
  };
}

/** Contact details and identities are named as changed and never shown. */
const PRIVATE: ReadonlySet<string> = new Set(['contact', 'born', 'git']);
