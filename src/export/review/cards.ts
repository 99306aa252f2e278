/** The changed records as cards, and the changed registers and ordinances. */

import { cut } from '../../review/called.ts';
import type { Field } from '../../review/cards.ts';
import { type FileKind, kindOf } from '../../review/change.ts';
import { settingLabel } from '../../review/labels.ts';
import { titleIn } from '../../review/notices.ts';
import type { EntryChange } from '../../review/registers.ts';
import type { Group, Settings, Shown } from '../../review/review.ts';
import { reasonWords } from '../../words/reasons.ts';
import { REVIEW, registerWords, whatWords } from '../../words/review.ts';
import type { Language, Said } from '../../words/speech.ts';
import { type Block, heading, type Inline, line } from './blocks.ts';
import { gainsText } from './gains.ts';
import { itemName, nameOf, type Reviewed } from './names.ts';
import { isTold, valueText } from './values.ts';

/** The records of an item, and what it gains. */
export function groupBlocks(group: Group, reviewed: Reviewed, language: Language): Block[] {
  const gains = group.gains.length === 0 ? [] : [line({ strong: REVIEW.earns(gainsText(group.gains, reviewed))[language] })];
  return [...group.records.flatMap((shown) => cardBlocks(shown, reviewed, language)), ...gains];
}

function cardBlocks({ card, called, within, visible, silent }: Shown, reviewed: Reviewed, language: Language): Block[] {
  const { change, form } = card;
  const title = heading(4, `${whatWords(change.what)[language]}${COLON[language]}${(within ?? called)[language]}`);
  if (!visible) return [title, line(REVIEW.hidden[language])];
  const reasons = [...new Set(silent.map(({ reason }) => REVIEW.earnsNothing(reasonSaid(reason, reviewed))[language]))];
  return [
    title,
    ...contentBlocks(card, reviewed, language),
    line({ code: change.file }, ...(form === null ? [] : [` ${REVIEW.form(form.title, form.clause)[language]}`])),
    ...reasons.map((reason) => line({ strong: reason })),
  ];
}

const COLON: Said = { zh: '：', en: ': ' };

function contentBlocks(card: Shown['card'], reviewed: Reviewed, language: Language): Block[] {
  const { change } = card;
  const shown = card.fields.filter(({ key }) => isShown(key, card, reviewed));
  if (change.what !== 'deleted' && change.after === undefined) return [line(REVIEW.unreadable[language])];
  if (shown.length === 0) return change.what === 'renamed' ? [] : [line(REVIEW.onlyLook[language])];
  const isWhole = change.what === 'added' || change.what === 'deleted';
  return [{ kind: 'list', items: shown.map((field) => (isWhole ? wholeItem : changedItem)(field, reviewed, language)) }];
}

/** The heading names the item already. */
const isShown = (key: string, { item, change }: Shown['card'], { review }: Reviewed): boolean =>
  isTold(key, { review }) && !(key === 'submission' && item !== null && change.what !== 'changed');

const wholeItem = ({ key, label, parts, before, after }: Field, reviewed: Reviewed, language: Language): Inline[] => [
  `${label[language]}${COLON[language]}`,
  { strong: valueText(key, after ?? before, reviewed, language, parts) },
];

const changedItem = ({ key, label, parts, before, after }: Field, reviewed: Reviewed, language: Language): Inline[] => [
  `${label[language]}${COLON[language]}${valueText(key, before, reviewed, language, parts)} → `,
  { strong: valueText(key, after, reviewed, language, parts) },
];

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
  const kind = kindOf(change.file);
  const name = kind === 'policy' ? (titleIn(change.after ?? change.before) ?? change.file) : (registerName(kind)?.[language] ?? change.file);
  const title = [heading(4, `${whatWords(change.what)[language]}${COLON[language]}${name}`), line({ code: change.file })];
  if (change.what !== 'deleted' && change.after === undefined) return [...title, line(REVIEW.unreadable[language])];
  if (differing.length === 0) return [...title, line(REVIEW.onlyLook[language])];
  const isWhole = change.what !== 'changed' && differing.every((entry) => entry.name === '');
  if (isWhole) return title;
  const shown = differing.slice(0, MOST);
  return [...title, ...shown.flatMap((entry) => entryBlocks(entry, kind, reviewed, language)), ...rest(differing.length - MOST, language)];
}

const registerName = (kind: FileKind): Said | null =>
  kind === 'units' || kind === 'people' || kind === 'outlets' || kind === 'site' || kind === 'bulletins' ? registerWords(kind) : null;

const rest = (count: number, language: Language): Block[] => (count > 0 ? [line(REVIEW.more(count)[language])] : []);

function entryBlocks({ what, name, differences }: EntryChange, kind: FileKind, reviewed: Reviewed, language: Language): Block[] {
  const items = differences.slice(0, MOST).map(({ path, before, after }): Inline[] => {
    const [key = ''] = path.split('.');
    const shown = (value: unknown): string => (PRIVATE.has(key) && value !== undefined ? '···' : cut(valueText(key, value, reviewed, language), 200));
    const label = `${settingLabel(kind, path)[language]}${COLON[language]}`;
    return what === 'changed' ? [`${label}${shown(before)} → `, { strong: shown(after) }] : [label, { strong: shown(after ?? before) }];
  });
  const head = name === '' ? [] : [line({ strong: `${whatWords(what)[language]}${COLON[language]}${name}` })];
  return [...head, { kind: 'list', items }, ...rest(differences.length - MOST, language)];
}

/** Contact details and identities are named as changed and never shown. */
const PRIVATE: ReadonlySet<string> = new Set(['contact', 'born', 'git']);
