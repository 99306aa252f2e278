/**
 * 待办事项: what each unit still owes, by when, and on which days it is reminded of it. The ordinance says some of these days (半月一提醒); the others
 * the office chose, and they are the constants below. A matter that has been settled is none any more: nobody is reminded of what is done.
 */
import { addDays, type Day, earlier, later } from '../model/day.ts';
import { byCodeUnit } from '../model/order.ts';
import { type Period, periodOf, type Span } from '../model/period.ts';
import { serves } from '../model/recorded.ts';
import type { Appeal, Ledger, Obligation, Submission, Unit, UnitId } from '../model/records.ts';
import { asList } from '../policy/lists.ts';
import type { Policy } from '../policy/policy.ts';
import type { Duty } from '../policy/written.ts';
import { deciderOf, isOpenOn, limitToDecide } from '../scoring/appeals.ts';
import { dueDayOf } from '../scoring/deadlines.ts';
import type { DutyState } from '../scoring/duties.ts';
import type { Journal } from '../scoring/journal.ts';
import { owedObligations } from '../scoring/obligations.ts';
import { totalOf } from '../scoring/tally.ts';
import { remindersOf } from './reminders.ts';

/** The clause that has the unit do it, or the office remind it. */
export interface Rested {
  readonly policy: Policy;
  readonly clause: string;
}

/** When a unit is reminded: at the half month and at the end of a period, ahead of a last day, on it and after it, or after a while and again. */
export type Stage = 'half-month' | 'period-end' | 'ahead' | 'due' | 'missed' | 'waiting' | 'again';

export interface Call {
  readonly stage: Stage;
  readonly on: Day;
  /** Null where the office reminds of its own accord. */
  readonly rests: Rested | null;
}

interface Common {
  /** Stable, and different for every matter: kind, record or duty, unit, period or day. */
  readonly key: string;
  readonly unit: UnitId;
  /** The last day; null where none was set. */
  readonly due: Day | null;
  /** In order of days. */
  readonly calls: readonly Call[];
}

export type Matter = Common &
  (
    | {
        readonly kind: 'quota';
        readonly due: Day;
        readonly title: string;
        readonly period: Period;
        /** What counts as of the day, and how much is owed. */
        readonly count: number;
        readonly quota: number;
      }
    | { readonly kind: 'obligation'; readonly obligation: Obligation }
    | { readonly kind: 'returned'; readonly submission: Submission; readonly returned: Day }
    | {
        readonly kind: 'appeal';
        readonly due: Day;
        readonly appeal: Appeal;
        /** The unit that appealed, by name. */
        readonly appellant: string;
        /** Whether everybody may know of it. */
        readonly isOpen: boolean;
      }
    | { readonly kind: 'correspondent' }
  );

/** How many days before the last one a unit is reminded of its quota: the longer there is for it, the earlier. */
const AHEAD: Readonly<Record<Span, number>> = {
  week: 2,
  'half-month': 3,
  month: 5,
  'two-months': 7,
  quarter: 10,
  'half-year': 15,
  year: 30,
};
/** The same for obligations: a report within five days still leaves three. */
const AHEAD_OF_OBLIGATION = 3;
/** A commission without a last day is asked for after a week. */
const WAITING = 7;
/** After a quarter nobody counts on it any more. */
const GIVEN_UP = 92;
/** A returned item is asked for after so many days, and once more. */
const RETURNED = { waiting: 3, again: 10 } as const;

/** Roles of whoever files for a unit, as ordinances call them. */
const CORRESPONDENTS: ReadonlySet<string> = new Set(['信息员', '政务信息员', '信息通讯员', '通讯员']);

const KINDS: readonly Matter['kind'][] = ['quota', 'obligation', 'returned', 'appeal', 'correspondent'];

/** Everything that is open as of the journal's day, of units that still serve: by unit in the order of the register, by kind, by last day. `ahead` replaces the days before a last one. */
export function openMatters(journal: Journal, ledger: Ledger, ahead: number | null = null): Matter[] {
  const places = new Map([...ledger.units.keys()].map((unit, place) => [unit, place]));
  const placeOf = ({ unit }: Matter): number => places.get(unit) as number;
  const stillServes = ({ unit }: Matter): boolean => serves(ledger.units.get(unit) as Unit, journal.asOf);
  const matters = [
    ...quotaMatters(journal, ahead),
    ...obligationMatters(journal, ledger, ahead ?? AHEAD_OF_OBLIGATION),
    ...returnedMatters(journal, ledger),
    ...appealMatters(journal, ledger, ahead ?? AHEAD_OF_OBLIGATION),
    ...correspondentMatters(journal, ledger),
  ];
  return matters
    .filter(stillServes)
    .sort(
      (a, b) =>
        placeOf(a) - placeOf(b) ||
        KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) ||
        byCodeUnit(a.due ?? NO_DAY, b.due ?? NO_DAY) ||
        byCodeUnit(a.key, b.key),
    );
}

const NO_DAY = '9999-12-31';
const inOrder = (calls: readonly Call[]): Call[] => [...calls].sort((a, b) => byCodeUnit(a.on, b.on));

function quotaMatters({ duties, asOf }: Journal, ahead: number | null): Matter[] {
  return duties.flatMap((state) => {
    const { duty, policy, unit, period } = state;
    const calls = inOrder([...ordinanceCalls(state, asOf), ...lastDaysCall(state, asOf, ahead)]);
    if (calls.length === 0) return [];
    const { title } = policy.duties[duty] as Duty;
    const [count, quota] = [state.count.toNumber(), state.quota.toNumber()];
    return [{ kind: 'quota', key: `quota/${policy.id}/${duty}/${unit}/${period.key}`, unit, due: period.to, calls, title, period, count, quota }];
  });
}

/** What the ordinance has the office remind of, unless it was made good since: the quota reached, or something filed by who had filed nothing. */
function ordinanceCalls(state: DutyState, asOf: Day): Call[] {
  const filedBy = (day: Day): number => totalOf(state.done.filter(({ on }) => on <= day)).toNumber();
  return state.policy.reminders
    .filter(({ duty }) => duty === state.duty)
    .flatMap((reminder) =>
      remindersOf(reminder, state)
        .filter(({ on }) => (reminder.when === 'idle' ? filedBy(asOf) === filedBy(earlier(on, asOf)) : state.count.lt(state.quota)))
        .map(({ at, on }): Call => ({ stage: at, on, rests: restedOn(state.policy, reminder.clause) })),
    );
}

/** What is still missing in the last days, where units can do something about it and lose by not doing it. */
function lastDaysCall(state: DutyState, asOf: Day, ahead: number | null): Call[] {
  const { count, per, clause } = state.policy.duties[state.duty] as Duty;
  const own = count.of === 'filings' || count.of === 'adoptions';
  if (!own || state.voluntary || state.period.to < asOf || state.count.gte(state.quota)) return [];
  const on = later(state.period.from, addDays(state.period.to, -(ahead ?? AHEAD[per])));
  return [{ stage: 'ahead', on, rests: restedOn(state.policy, clause) }];
}

function restedOn(policy: Policy, clauses: string | readonly string[] | undefined): Rested | null {
  const [clause] = asList(clauses);
  return clause === undefined ? null : { policy, clause };
}

function obligationMatters({ filings, bookOn, asOf }: Journal, ledger: Ledger, ahead: number): Matter[] {
  return [...owedObligations(ledger, filings, bookOn, asOf)].flatMap(({ obligation, unit, answer, book: { policy } }) => {
    const due = dueDayOf(obligation, policy, ledger.site);
    const lapsed = obligation.lapsed.some((lapse) => lapse.unit === unit && lapse.on <= asOf);
    const past = due === null && (lapsed || addDays(obligation.on, GIVEN_UP) < asOf);
    if (answer !== null || past) return [];
    const rests = restedOn(policy, policy.deadlines[obligation.kind]?.clause);
    const calls =
      due === null ? [{ stage: 'waiting' as const, on: addDays(obligation.on, WAITING), rests }] : deadlineCalls(obligation, due, ahead, rests);
    return [{ kind: 'obligation', key: `obligation/${obligation.id}/${unit}/${due ?? 'open'}`, unit, due, calls, obligation }];
  });
}

function deadlineCalls({ on }: { readonly on: Day }, due: Day, ahead: number, rests: Rested | null): Call[] {
  const before = later(on, addDays(due, -ahead));
  return [
    ...(before < due ? [{ stage: 'ahead' as const, on: before, rests }] : []),
    { stage: 'due', on: due, rests },
    { stage: 'missed', on: addDays(due, 1), rests },
  ];
}

/** Items that went back to their unit and did not come again. */
function returnedMatters({ asOf }: Journal, { submissions }: Ledger): Matter[] {
  const seen = (day: Day | null): boolean => day !== null && day <= asOf;
  return [...submissions.values()].flatMap((submission): Matter[] => {
    const rounds = submission.rounds.filter(({ returned }) => returned <= asOf);
    const last = rounds.at(-1);
    const leading = submission.units[0];
    if (!last || !leading || seen(last.revised) || seen(submission.accepted) || seen(submission.rejected)) return [];
    const calls = (['waiting', 'again'] as const).map((stage) => ({ stage, on: addDays(last.returned, RETURNED[stage]), rests: null }));
    const key = `returned/${submission.id}/${rounds.length}`;
    return [{ kind: 'returned', key, unit: leading.unit, due: null, calls, submission, returned: last.returned }];
  });
}

/** Appeals that wait for a decision, told to whom the ordinance has decide them; without a time there is nothing to remind of. */
function appealMatters({ asOf, bookOn }: Journal, ledger: Ledger, ahead: number): Matter[] {
  return ledger.appeals.flatMap((appeal): Matter[] => {
    const policy = bookOn(appeal.on)?.policy ?? null;
    const [limit, decider] = [limitToDecide(appeal, policy, ledger.site), deciderOf(policy, ledger)];
    if (policy === null || limit === null || decider === null || !isOpenOn(appeal, asOf)) return [];
    const { due, clause } = limit;
    const calls = deadlineCalls(appeal, due, ahead, { policy, clause });
    const appellant = ledger.units.get(appeal.unit)?.name ?? appeal.unit;
    return [{ kind: 'appeal', key: `appeal/${appeal.id}`, unit: decider.id, due, calls, appeal, appellant, isOpen: isOpenAppeal(appeal, ledger) }];
  });
}

/** Whether neither the appeal nor what it is about is kept from the public. */
function isOpenAppeal({ openness, item, submission }: Appeal, { submissions, obligations }: Ledger): boolean {
  const about = [submissions.get(submission ?? ''), obligations.get(item ?? '')];
  return openness === '公开' && about.every((record) => record === undefined || record.openness === '公开');
}

/** Units without a correspondent, once a month; nothing where no unit has registered one. */
function correspondentMatters({ asOf, bookOn }: Journal, { units, people }: Ledger): Matter[] {
  const correspondents = [...people.values()].filter(({ roles }) => roles.some((role) => CORRESPONDENTS.has(role)));
  if (correspondents.length === 0) return [];
  const served = new Set(correspondents.filter((person) => serves(person, asOf)).map(({ unit }) => unit));
  const assessed = (unit: Unit): boolean => bookOn(asOf, unit.id)?.assesses(unit) === true && unit.excluded === null;
  return [...units.values()]
    .filter((unit) => assessed(unit) && !served.has(unit.id))
    .map(({ id }) => ({
      kind: 'correspondent',
      key: `correspondent/${id}/${correspondentMonth(asOf)}`,
      unit: id,
      due: null,
      calls: [{ stage: 'half-month', on: `${correspondentMonth(asOf)}-15` as Day, rests: null }],
    }));
}

/** The month whose 15th was the last. */
const correspondentMonth = (asOf: Day): string => (asOf.slice(8) >= '15' ? asOf : addDays(periodOf(asOf, 'month').from, -1)).slice(0, 7);

/** A matter of which a unit is to be reminded. */
export interface Due {
  /** Stable: one reminder is sent once. */
  readonly id: string;
  readonly matter: Matter;
  /** The latest word on it; what came before is overtaken by it. Null where the day for the first one has not come. */
  readonly call: Call | null;
  /** What this word, or the first to come, rests on. */
  readonly rests: Rested | null;
}

const dueOn = (matter: Matter, asOf: Day): Due => {
  const call = matter.calls.findLast(({ on }) => on <= asOf) ?? null;
  return { id: `${matter.key}/${call?.stage ?? 'open'}`, matter, call, rests: (call ?? (matter.calls[0] as Call)).rests };
};

/** The latest word on every matter, where its day is after `since` and not after `asOf`. */
export const remindersDue = (matters: readonly Matter[], since: Day, asOf: Day): Due[] =>
  matters.map((matter) => dueOn(matter, asOf)).filter(({ call }) => call !== null && call.on > since);

/** Those, and whatever else can still be done in time, whether or not it is the day to remind of it. */
export const allOpen = (matters: readonly Matter[], since: Day, asOf: Day): Due[] =>
  matters
    .map((matter) => dueOn(matter, asOf))
    .filter(({ matter: { due }, call }) => (call !== null && call.on > since) || due === null || due >= asOf);

/** Half a month, the longest: whoever runs it twice a month misses nothing. */
const LOOKS_BACK = 16;
export const sinceUnlessGiven = (asOf: Day): Day => addDays(asOf, -LOOKS_BACK);

/** Whether everybody may read what it is called. */
export function isPublic(matter: Matter): boolean {
  if (matter.kind === 'obligation') return matter.obligation.openness === '公开';
  if (matter.kind === 'appeal') return matter.isOpen;
  return matter.kind !== 'returned' || matter.submission.openness === '公开';
}
