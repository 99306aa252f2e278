/** Reminders as text per unit, ready to send, as a letter to all of them, and as JSON. */

import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Day } from '../model/day.ts';
import type { Ledger, UnitId } from '../model/records.ts';
import { type Due, isPublic, type Matter } from '../standings/matters.ts';
import { dayWords } from '../words/periods.ts';
import { reminderLetter } from '../words/reminder-letter.ts';
import { MESSAGE, NOTHING, nameWords, type Openly, ordinancesNamed, reminderWords } from '../words/reminders.ts';
import { bulletinMarkdown } from './bulletin/markdown.ts';

export interface Reminders {
  readonly dues: readonly Due[];
  /** What came due after this day, up to `asOf`. */
  readonly since: Day;
  readonly asOf: Day;
  readonly openly: Openly;
  readonly ledger: Ledger;
  /** Who signs. */
  readonly office: string;
}

/** The full name of a unit. */
export const unitNames =
  ({ units }: Ledger) =>
  (unit: UnitId): string =>
    units.get(unit)?.name ?? unit;

/** The same for every run, and telling nothing of what is not public. */
export const digestOf = (id: string): string => bytesToHex(sha256(utf8ToBytes(id))).slice(0, 32);

/** One message after another, each as it may be sent to its unit, with the English beneath. */
export function remindersText({ dues, asOf, openly, ledger, office }: Reminders): string {
  if (dues.length === 0) return `${NOTHING.zh} ${NOTHING.en}\n`;
  const byUnit = Map.groupBy(dues, ({ matter }) => matter.unit);
  const head = `提醒 ${dayWords(asOf, 'zh')}:${byUnit.size} 个单位,${dues.length} 个事项  Reminders of ${dayWords(asOf, 'en')}: units ${byUnit.size}, matters ${dues.length}\n`;
  const nameOf = unitNames(ledger);
  return [head, ...[...byUnit].map(([unit, own]) => messageText(nameOf(unit), own, { asOf, openly, office }))].join('\n');
}

const INDENT = '　　';
const RULE = '─'.repeat(20);

function messageText(unit: string, dues: readonly Due[], { asOf, openly, office }: Pick<Reminders, 'asOf' | 'openly' | 'office'>): string {
  const words = dues.map((due) => reminderWords(due, asOf, openly));
  const numbered = words.map(({ zh }, index) => `${INDENT}${index + 1}. ${zh}`);
  return [
    `${RULE} ${unit}`,
    MESSAGE.greeting(unit),
    `${INDENT}${MESSAGE.opening}`,
    ...numbered,
    `${INDENT}${MESSAGE.closing}${MESSAGE.clauses(ordinancesNamed(dues))}`,
    `${INDENT.repeat(4)}${office}`,
    `${INDENT.repeat(4)}${dayWords(asOf, 'zh')}`,
    '',
    ...words.map(({ en }, index) => `  ${index + 1}. ${en}`),
    '',
  ].join('\n');
}

/** 提醒函 as Markdown. */
export function remindersLetter({ dues, asOf, openly, ledger, office }: Reminders): string {
  const letter = reminderLetter(dues, { organisation: ledger.site.organisation, office, asOf, openly, nameOf: unitNames(ledger) });
  return letter === null ? `${NOTHING.zh} ${NOTHING.en}\n` : bulletinMarkdown(letter);
}

/**
 * `{asOf, since, reminders: [{id, kind, stage, on, unit, name, due, policy, clause, public, title, record, says: {zh, en}, …}]}`. `stage` is null where nobody is
 * reminded yet; `policy` and `clause` are null where the office reminds of its own accord. In front of everybody, what is not public has neither title nor record.
 */
export function remindersJson({ dues, since, asOf, openly, ledger }: Reminders): string {
  const nameOf = unitNames(ledger);
  const reminders = dues.map((due) => {
    const { matter, call, rests } = due;
    const hidden = openly === 'to-everybody' && !isPublic(matter);
    return {
      id: hidden ? digestOf(due.id) : due.id,
      kind: matter.kind,
      stage: call?.stage ?? null,
      on: call?.on ?? null,
      unit: matter.unit,
      name: nameOf(matter.unit),
      due: matter.due,
      policy: rests?.policy.id ?? null,
      clause: rests?.clause ?? null,
      public: isPublic(matter),
      ...(hidden ? {} : factsOf(matter)),
      title: nameWords(matter, openly).zh,
      says: reminderWords(due, asOf, openly),
    };
  });
  return `${JSON.stringify({ asOf, since, reminders }, null, 2)}\n`;
}

function factsOf(matter: Matter) {
  switch (matter.kind) {
    case 'quota':
      return { period: matter.period.key, quota: matter.quota, count: matter.count, missing: Math.max(0, Math.ceil(matter.quota - matter.count)) };
    case 'obligation':
      return { record: matter.obligation.id };
    case 'returned':
      return { record: matter.submission.id, returned: matter.returned };
    case 'appeal':
      return { record: matter.appeal.id };
    case 'correspondent':
      return {};
  }
}
