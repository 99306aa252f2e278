/**
 * The door for appeals. One that is not public itself, or is about what is not, stays behind whole: its grounds and its decision tell what it is about.
 * Of the others the texts were written by people, who may have named what nobody may read: such titles, outlets and persons are taken out of them.
 */
import type { Day } from '../model/day.ts';
import { byDay } from '../model/order.ts';
import type { Appeal, Ledger, OutletId, PersonId } from '../model/records.ts';
import { type Limit, limitToDecide } from '../scoring/appeals.ts';
import type { Journal } from '../scoring/journal.ts';
import { WITHDRAWN } from './publicBulletin.ts';

export interface PublicDecision {
  readonly on: Day;
  /** An office or a meeting; null where a person decided. */
  readonly by: string | null;
  /** Null where persons are not shown, too. */
  readonly person: PersonId | null;
  readonly result: '支持' | '部分支持' | '不支持';
  readonly reasons: string;
  /** Ids of records and files that may be named; how many others there are. */
  readonly changed: readonly string[];
  readonly otherChanges: number;
}

export interface PublicAppeal extends Omit<Appeal, 'decision' | 'openness' | 'late'> {
  readonly decision: PublicDecision | null;
  /** By when it has to be decided; null where the ordinance does not say. */
  readonly limit: Limit | null;
}

/** What may be named. */
export interface Nameable {
  /** Whether a record is public, whatever kind it is of. */
  readonly isOpen: (record: string) => boolean;
  readonly outlets: ReadonlySet<OutletId>;
  readonly people: ReadonlyMap<PersonId, unknown>;
}

/** What of the appeals the public may see as of the day, in order of days; and how many it may not. */
export function publicAppeals(ledger: Ledger, journal: Journal, nameable: Nameable): { appeals: PublicAppeal[]; hidden: number } {
  const { asOf } = journal;
  const filed = ledger.appeals.filter(({ on }) => on <= asOf);
  const open = filed.filter(
    ({ openness, item, submission }) => openness === '公开' && [item, submission].every((id) => id === null || nameable.isOpen(id)),
  );
  const told = open.length === 0 ? (text: string): string => text : tellingNothingOf(secretsIn(ledger, nameable));
  return { appeals: open.map((appeal) => shown(appeal, ledger, journal, nameable, told)).sort(byDay), hidden: filed.length - open.length };
}

type Told = (text: string) => string;

function shown(appeal: Appeal, { site }: Ledger, { asOf, bookOn }: Journal, { isOpen, people }: Nameable, told: Told): PublicAppeal {
  const { decision, withdrawn, late: _late, openness: _openness, ...rest } = appeal;
  const named = (person: PersonId | null): PersonId | null => (person !== null && people.has(person) ? person : null);
  return {
    ...rest,
    person: named(appeal.person),
    asks: told(appeal.asks),
    grounds: told(appeal.grounds),
    decision: decision === null || decision.on > asOf ? null : { ...decided(decision, isOpen, told), person: named(decision.person) },
    withdrawn: withdrawn !== null && withdrawn <= asOf ? withdrawn : null,
    limit: limitToDecide(appeal, bookOn(appeal.on)?.policy ?? null, site),
  };
}

function decided({ on, by, result, reasons, changed }: NonNullable<Appeal['decision']>, isOpen: Nameable['isOpen'], told: Told) {
  const open = changed.filter((record) => record.includes('/') || isOpen(record));
  return {
    on,
    by: by === null ? null : told(by),
    result,
    reasons: told(reasons),
    changed: open,
    otherChanges: changed.length - open.length,
  };
}

const [SOMEBODY, SOME_OUTLET] = ['（姓名略）', '（某媒体）'];

/** What no text may say, and what stands there instead. */
function secretsIn(
  { submissions, obligations, outlets, people, adoptions, instructions, incidents }: Ledger,
  nameable: Nameable,
): Map<string, string> {
  const { isOpen } = nameable;
  const records = [...submissions.values(), ...obligations.values()].filter(({ id }) => !isOpen(id));
  const others = [...adoptions, ...instructions, ...incidents].filter(({ id }) => !isOpen(id));
  const unnamed = [...outlets.values()].filter(({ id }) => !nameable.outlets.has(id));
  const persons = [...people.values()].filter(({ id }) => !nameable.people.has(id));
  return new Map([
    ...[...records, ...others].map(({ id }): [string, string] => [id, WITHDRAWN]),
    ...unnamed.flatMap(({ id, name, aliases }) => [id, name, ...aliases].map((called): [string, string] => [called, SOME_OUTLET as string])),
    ...persons.flatMap(({ id, name, aliases }) => [id, name, ...aliases].map((called): [string, string] => [called, SOMEBODY as string])),
    ...records.map(({ title }): [string, string] => [title, WITHDRAWN]),
  ]);
}

/** The longest first, so that one that is part of another leaves no rest of it. Ids are replaced as whole words: they may be short. */
function tellingNothingOf(secrets: ReadonlyMap<string, string>): Told {
  const ordered = [...secrets].filter(([secret]) => secret !== '').sort(([a], [b]) => b.length - a.length);
  return (text) => ordered.reduce((told, [secret, instead]) => (told.includes(secret) ? without(told, secret, instead) : told), text);
}

const without = (text: string, secret: string, instead: string): string =>
  /^[a-z0-9-]+$/.test(secret) ? text.replace(new RegExp(`(?<![a-z0-9-])${secret}(?![a-z0-9-])`, 'g'), instead) : text.replaceAll(secret, instead);
