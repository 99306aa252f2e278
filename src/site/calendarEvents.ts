/** What stands in the calendar: every day on which something began, is held, is due or is over. */
import type { Day } from '../model/day.ts';
import { byDay } from '../model/order.ts';
import { nextPeriod, type Period, parsePeriod, periodOf } from '../model/period.ts';
import type { UnitId } from '../model/records.ts';
import { asList } from '../policy/lists.ts';
import type { Policy } from '../policy/policy.ts';
import { type CalendarWords, calendarWords } from '../words/calendar.ts';
import { periodKeyWords } from '../words/periods.ts';
import { type Context, lastMonths, periodName, unitShort } from './context.ts';
import { bulletinPath, clausePath, filingPath, rankingPath } from './links.ts';
import { middleOf, type PublicDue, type PublicQuota } from './publicCalendar.ts';
import type { Mark } from './shown.ts';

export interface CalendarEvent {
  /** Names it for good. */
  readonly key: string;
  readonly on: Day;
  /** Its last day. */
  readonly to: Day;
  readonly kind: keyof CalendarWords['kinds'];
  readonly title: string;
  readonly notes: readonly string[];
  readonly marks: readonly Mark[];
  readonly href?: string | undefined;
  /** Where an answer is filed, as long as there is time. */
  readonly answer?: string | undefined;
  /** Whom it concerns; null: everyone. */
  readonly units: readonly UnitId[] | null;
}

/** All of them, in order of days. */
export function calendarEvents(context: Context): CalendarEvent[] {
  const { dues, quotas } = context.view.calendar;
  return [
    ...dues.flatMap((due) => eventsOfDue(due, context)),
    ...[...quotas, ...comingQuotas(context)].flatMap((quota) => eventsOfQuota(quota, context)),
    ...comingPeriods(context),
    ...issuedBulletins(context),
  ].sort(byDay);
}

function eventsOfDue(due: PublicDue, context: Context): CalendarEvent[] {
  const words = calendarWords(context.language);
  const { key, kind, obligation } = due;
  const units = due.units.map(({ unit }) => unit);
  const plain = { notes: [], marks: [], units };
  const began: CalendarEvent[] =
    obligation === null
      ? []
      : [{ ...plain, key: `${key}/on`, on: obligation.on, to: obligation.to, kind: BEGAN[kind], title: words.set(kind, obligation.title) }];
  if (due.due === null) return began;
  const title = obligation === null ? words.hidden(kind) : words.due(kind, obligation.title);
  const answer = obligation === null || due.due < context.view.asOf ? undefined : filingPath({ kind: 'answer', answers: obligation.id });
  return [...began, { ...plain, ...progressOf(due, context), key: `${key}/due`, on: due.due, to: due.due, kind: 'due', title, answer }];
}

const BEGAN = { 约稿: 'set', 会议: 'meeting', 政策: 'policy' } as const;

/** How many have answered, and who has not although the day is past. */
function progressOf({ units, obligation }: PublicDue, { language }: Context): Pick<CalendarEvent, 'notes' | 'marks'> {
  if (obligation === null) return { notes: [], marks: [] };
  const words = calendarWords(language);
  const count = (...states: readonly string[]): number => units.filter(({ state }) => state !== null && states.includes(state)).length;
  const [late, missed] = [count('late'), count('missed')];
  return {
    notes: [words.answered(count('met', 'late'), units.length)],
    marks: [
      ...(late > 0 ? [{ text: words.late(late), tone: 'wait' } as const] : []),
      ...(missed > 0 ? [{ text: words.missed(missed), tone: 'bad' } as const] : []),
    ],
  };
}

/** `isComing` where the period has not begun. */
function eventsOfQuota({ policy, duty, title, clause, period, middle, units, isComing = false }: Quota, context: Context): CalendarEvent[] {
  const { view, language } = context;
  const words = calendarWords(language);
  const name = periodKeyWords(period.key, language);
  const missed = units.filter(({ state }) => state === 'missed').length;
  const done = units.filter(({ state }) => state === 'met').length;
  const common = { href: clausePath(policy.id, clause), units: units.map(({ unit }) => unit) };
  const last: CalendarEvent = {
    ...common,
    key: `quota/${policy.id}/${duty}/${period.key}`,
    on: period.to,
    to: period.to,
    kind: 'quota',
    title: words.quota(title, name),
    notes: isComing ? [words.forecast] : [words.done(done, units.length), ...stillToDo(units, context)],
    marks: missed === 0 ? [] : [{ text: words.short(missed), tone: 'bad' }],
  };
  if (middle === null || (middle < view.asOf && period.to < view.asOf)) return [last];
  const half: CalendarEvent = {
    ...common,
    key: `${last.key}/middle`,
    on: middle,
    to: middle,
    kind: 'middle',
    title: words.middle(title, name),
    notes: [],
    marks: [],
  };
  return [half, last];
}

/** Past so many, names say less than their number. */
const NAMED = 4;

function stillToDo(units: PublicQuota['units'], context: Context): string[] {
  const open = units.filter(({ state }) => state === 'running').map(({ unit }) => unitShort(unit, context));
  return open.length === 0 || open.length > NAMED ? [] : [calendarWords(context.language).missing(open.join(context.ui.list))];
}

interface Quota extends PublicQuota {
  readonly isComing?: boolean;
}

/** How many months after the running one are foretold. */
const MONTHS_AHEAD = 2;

const horizon = ({ view }: Context): Day => {
  let month = periodOf(view.asOf, 'month');
  for (let ahead = 0; ahead < MONTHS_AHEAD; ahead += 1) month = nextPeriod(month);
  return month.to;
};

/** The periods after the running ones, as long as the ordinance stays in force; nothing has been counted for them. */
function comingQuotas(context: Context): Quota[] {
  const { view } = context;
  const running = view.calendar.quotas.filter(({ period }) => period.to >= view.asOf && parsePeriod(period.key)?.to === period.to);
  return running.flatMap((quota) => {
    const units = quota.units.map(({ unit }) => ({ unit, state: 'running' as const }));
    return periodsAfter(quota.period, quota.policy, context).map((period) => ({
      ...quota,
      period,
      middle: quota.middle === null ? null : middleOf(period),
      units,
      isComing: true,
    }));
  });
}

function periodsAfter(running: Period, policy: Policy, context: Context): Period[] {
  const coming: Period[] = [];
  for (let period = nextPeriod(running); period.to <= horizon(context) && staysInForce(policy, period.to, context); period = nextPeriod(period))
    coming.push(period);
  return coming;
}

/** Whether the ordinance in force today still is on a later day, as far as anybody knows. */
function staysInForce({ inForce, id }: Policy, day: Day, { view }: Context): boolean {
  const next = view.policies.some(
    (other) => other.id !== id && other.inForce.from > inForce.from && other.inForce.from <= day && !inForce.beside.includes(other.id),
  );
  return !next && (inForce.to === null || inForce.to >= day);
}

/** The ends of the periods that the ordinances in force have counted, from the running one on. */
function comingPeriods(context: Context): CalendarEvent[] {
  const { view, language } = context;
  const words = calendarWords(language);
  const policies = view.policies.filter((policy) => policy.inForce.from <= view.asOf && staysInForce(policy, view.asOf, context));
  return policies.flatMap((policy) =>
    policy.cadence.flatMap(({ every, does, clause }) => {
      if (every === 'half-month') return [];
      const running = periodOf(view.asOf, every);
      const periods = staysInForce(policy, running.to, context) ? [running, ...periodsAfter(running, policy, context)] : [];
      return periods.map(
        (period): CalendarEvent => ({
          key: `period/${policy.id}/${every}/${does}/${period.key}`,
          on: period.to,
          to: period.to,
          kind: 'period',
          title: words.period(periodName(period, context)),
          notes: [words.toCount(does)],
          marks: [],
          href: view.standings.has(period.key) ? rankingPath(period) : clausePath(policy.id, asList(clause)[0] ?? null),
          units: null,
        }),
      );
    }),
  );
}

function issuedBulletins({ view, language }: Context): CalendarEvent[] {
  const words = calendarWords(language);
  return view.bulletins.map(({ slug, bulletin: { document } }) => ({
    key: `bulletin/${slug}`,
    on: document.issued as Day,
    to: document.issued as Day,
    kind: 'bulletin',
    title: words.issued(document.title),
    notes: document.number === undefined ? [] : [document.number],
    marks: [],
    href: bulletinPath(slug),
    units: null,
  }));
}

/** The first day of the twelve months up to the day. */
export const aYearAgo = (context: Context): Day => (lastMonths(12, context)[0] as Period).from;
