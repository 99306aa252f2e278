/**
 * The door for the calendar: what was owed, is owed, and by when. Of an obligation that is not open to the public its kind, its last day and who owes
 * it pass, as in the journal; not what it is about, nor how far it has come.
 */
import { digestOf } from '../export/reminders.ts';
import type { Day } from '../model/day.ts';
import { byCodeUnit } from '../model/order.ts';
import type { Period } from '../model/period.ts';
import type { Ledger, Obligation, UnitId } from '../model/records.ts';
import { asList } from '../policy/lists.ts';
import type { Policy } from '../policy/policy.ts';
import type { Duty } from '../policy/written.ts';
import { dueDayOf } from '../scoring/deadlines.ts';
import type { DutyState } from '../scoring/duties.ts';
import type { Journal } from '../scoring/journal.ts';
import { type Owed, owedObligations } from '../scoring/obligations.ts';
import { stateOf } from '../standings/quotas.ts';

export type DueState = 'met' | 'late' | 'missed' | 'open';

/** An obligation, with the units that owe it. */
export interface PublicDue {
  /** Its id; a digest of it where it is not public. */
  readonly key: string;
  readonly kind: Obligation['kind'];
  /** Null where it is not open to the public. */
  readonly obligation: Obligation | null;
  readonly due: Day | null;
  /** How each of them stands; null where it is not public. */
  readonly units: readonly { readonly unit: UnitId; readonly state: DueState | null }[];
}

/** A duty in one of its periods, with the units that owe it. */
export interface PublicQuota {
  readonly policy: Policy;
  readonly duty: string;
  readonly title: string;
  readonly clause: string | null;
  readonly period: Period;
  /** The day in the middle of its last month on which the ordinance has the office remind; null where it has not. */
  readonly middle: Day | null;
  readonly units: readonly { readonly unit: UnitId; readonly state: 'met' | 'missed' | 'running' }[];
}

export interface PublicCalendar {
  readonly dues: readonly PublicDue[];
  /** In order of their last days. */
  readonly quotas: readonly PublicQuota[];
}

export function publicCalendar(ledger: Ledger, journal: Journal): PublicCalendar {
  const owed = Map.groupBy(owedObligations(ledger, journal.filings, journal.bookOn, journal.asOf), ({ obligation }) => obligation);
  const quotas = Map.groupBy(journal.duties, ({ policy, duty, period }) => `${policy.id} ${duty} ${period.key}`);
  return {
    dues: [...owed].map(([obligation, own]) => dueOf(obligation, own, ledger, journal.asOf)),
    quotas: [...quotas.values()].map(quotaOf).sort((a, b) => byCodeUnit(a.period.to, b.period.to)),
  };
}

function dueOf(obligation: Obligation, owed: readonly Owed[], { site }: Ledger, asOf: Day): PublicDue {
  const { id, kind, openness } = obligation;
  const isOpen = openness === '公开';
  const [{ book }] = owed as readonly [Owed];
  const due = dueDayOf(obligation, book.policy, site);
  return {
    key: isOpen ? id : digestOf(`obligation/${id}`),
    kind,
    obligation: isOpen ? obligation : null,
    due,
    units: owed.map((one) => ({ unit: one.unit, state: isOpen ? answered(one, due, asOf) : null })),
  };
}

function answered({ obligation, unit, answer }: Owed, due: Day | null, asOf: Day): DueState {
  if (answer !== null) return due !== null && answer.on > due ? 'late' : 'met';
  const lapsed = obligation.lapsed.some((lapse) => lapse.unit === unit && lapse.on <= asOf);
  return lapsed || (due !== null && due < asOf) ? 'missed' : 'open';
}

function quotaOf(states: readonly DutyState[]): PublicQuota {
  const [{ policy, duty, period }] = states as readonly [DutyState];
  const { title, clause } = policy.duties[duty] as Duty;
  const reminded = policy.reminders.some((reminder) => reminder.duty === duty && reminder.at.includes('half-month'));
  return {
    policy,
    duty,
    title,
    clause: asList(clause)[0] ?? null,
    period,
    middle: reminded ? middleOf(period) : null,
    units: states.map((state) => ({ unit: state.unit, state: stateOf(state) })),
  };
}

/** As reminders have it. */
export const middleOf = ({ to }: Period): Day => `${to.slice(0, 7)}-15` as Day;
