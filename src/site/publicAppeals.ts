/**
 * The door for appeals. One that is not public itself, or is about what is not, stays behind whole: its grounds and its decision tell what it is about.
 * Of the others the texts were written by people, who may have named what nobody may read: such titles, outlets and persons are taken out of them.
 */
import { byDay } from '../model/order.ts';
import type { Appeal, Decision, Ledger, PersonId } from '../model/records.ts';
import { type Limit, limitToDecide } from '../scoring/appeals.ts';
import type { Journal } from '../scoring/journal.ts';
import { leavingUnsaid, type Nameable } from './unsaid.ts';

/** A decision as the site shows it: `person` is null where persons are not shown, and `changed` has only what may be named. */
export interface PublicDecision extends Decision {
  /** How many changes it does not name. */
  readonly otherChanges: number;
}

export interface PublicAppeal extends Omit<Appeal, 'decision' | 'openness' | 'late'> {
  readonly decision: PublicDecision | null;
  /** By when it has to be decided; null where the ordinance does not say. */
  readonly limit: Limit | null;
}

/** What of the appeals the public may see as of the day, in order of days; and how many it may not. */
export function publicAppeals(ledger: Ledger, journal: Journal, nameableIn: () => Nameable): { appeals: PublicAppeal[]; hidden: number } {
  const filed = ledger.appeals.filter(({ on }) => on <= journal.asOf);
  if (filed.length === 0) return { appeals: [], hidden: 0 };
  const nameable = nameableIn();
  const open = filed.filter(
    ({ openness, item, submission }) => openness === '公开' && [item, submission].every((id) => id === null || nameable.isOpen(id)),
  );
  const told = leavingUnsaid(ledger, { ...nameable, writers: new Set([...nameable.writers, ...partiesOf(open, nameable)]) });
  return { appeals: open.map((appeal) => shown(appeal, ledger, journal, nameable, told)).sort(byDay), hidden: filed.length - open.length };
}

/** Who appeals or decides by name, where persons are shown. */
const partiesOf = (appeals: readonly Appeal[], { people }: Nameable): PersonId[] =>
  appeals
    .flatMap(({ person, decision }) => [person, decision?.person ?? null])
    .filter((person) => person !== null && people.has(person)) as PersonId[];

type Told = (text: string) => string;

function shown(appeal: Appeal, { site }: Ledger, { asOf, bookOn }: Journal, { isOpen, people }: Nameable, told: Told): PublicAppeal {
  const { decision, withdrawn, late: _late, openness: _openness, ...rest } = appeal;
  const named = (person: PersonId | null): PersonId | null => (person !== null && people.has(person) ? person : null);
  return {
    ...rest,
    person: named(appeal.person),
    clause: appeal.clause === null ? null : told(appeal.clause),
    asks: told(appeal.asks),
    grounds: told(appeal.grounds),
    decision: decision === null || decision.on > asOf ? null : { ...decided(decision, isOpen, told), person: named(decision.person) },
    withdrawn: withdrawn !== null && withdrawn <= asOf ? withdrawn : null,
    limit: limitToDecide(appeal, bookOn(appeal.on)?.policy ?? null, site),
  };
}

/** Ordinances and registers; a record has to be named by its id, so that the door knows it. */
const isCommon = (file: string): boolean => /^policies\/[^/]+$|^data\/(site|units|people|outlets)\.yaml$/.test(file);

function decided({ on, by, result, reasons, changed }: NonNullable<Appeal['decision']>, isOpen: Nameable['isOpen'], told: Told) {
  const open = changed.filter((record) => isCommon(record) || isOpen(record));
  return {
    on,
    by: by === null ? null : told(by),
    result,
    reasons: told(reasons),
    changed: open,
    otherChanges: changed.length - open.length,
  };
}
