/** What is still to be done under a plan, and what was done against it. Nothing of it costs or gives a point. */
import { type Day, daysBetween } from '../model/day.ts';
import { dayAt, minutesBetween } from '../model/moment.ts';
import { byDay } from '../model/order.ts';
import type { Activity, Opinion, Spot } from '../model/plan.ts';
import { serves } from '../model/recorded.ts';
import { type Scope, type Source, sourcesOf, spotsWith, visitsOf } from './scope.ts';

/** The records come with it; `days` have gone by since it was owed. */
export type Concern = { readonly clause: string | readonly string[]; readonly records: readonly Source[] } & (
  | { readonly code: 'vacant-role'; readonly role: string }
  | { readonly code: 'missing-system'; readonly system: string }
  | { readonly code: 'release-not-publicised'; readonly release: string; readonly days: number }
  | { readonly code: 'spot-not-reached'; readonly spot: string; readonly class: string }
  | { readonly code: 'not-on-display'; readonly spot: string; readonly class: string; readonly checked: Day | null; readonly lacks: readonly Lack[] }
  | { readonly code: 'idle-lecturer'; readonly lecturer: string; readonly last: Day | null }
  | { readonly code: 'opinion-open'; readonly opinion: string; readonly days: number }
  | { readonly code: 'report-missing'; readonly opinion: string; readonly to: string; readonly days: number }
  | { readonly code: 'no-budget'; readonly year: number }
  | { readonly code: 'offline-in-epidemic'; readonly activity: string; readonly on: Day }
  | { readonly code: 'not-approved'; readonly activity: string; readonly on: Day; readonly why: 'refused' | 'afterwards' }
);
export type Lack = 'tool-book' | 'procedure';

const VIOLATIONS: ReadonlySet<Concern['code']> = new Set(['offline-in-epidemic', 'not-approved']);

/** Something done against the plan, which can only be noted; everything else is still to be done. */
export const isViolation = ({ code }: Concern): boolean => VIOLATIONS.has(code);

/** All concerns, in the order of the list below. */
export const concernsOf = (scope: Scope): Concern[] => concerns.flatMap((find) => [...find(scope)]);

const concerns = [
  trainingIsOnlineDuringAnEpidemic,
  contentIsApprovedBeforePublication,
  majorOpinionsAreReported,
  majorOpinionsAreClosed,
  newPoliciesAreMadeKnown,
  everyRoleIsHeld,
  everySystemIsWritten,
  toolBookAndProcedureAreOnDisplay,
  everySpotIsReached,
  everyLecturerTeaches,
  theYearHasABudget,
] as const;

function* trainingIsOnlineDuringAnEpidemic({ plan, records, sessions }: Scope): Generator<Concern> {
  const { online } = plan.duties;
  if (!online) return;
  for (const session of sessions.filter(({ training }) => !training.online)) {
    const epidemic = [...records.epidemics.values()].find(({ from, to }) => from <= session.to && (to === null || session.on <= to));
    if (!epidemic) continue;
    const behind = [...sourcesOf('activities', [session]), ...sourcesOf('epidemics', [epidemic])];
    yield { code: 'offline-in-epidemic', clause: online.clause, activity: session.id, on: session.on, records: behind };
  }
}

function* contentIsApprovedBeforePublication({ plan, activities }: Scope): Generator<Concern> {
  const { approval: duty } = plan.duties;
  if (!duty) return;
  for (const activity of activities) {
    const why = whyNotApproved(activity);
    if (why === null) continue;
    yield { code: 'not-approved', clause: duty.clause, activity: activity.id, on: activity.on, why, records: sourcesOf('activities', [activity]) };
  }
}

function whyNotApproved({ approval, on }: Activity): 'refused' | 'afterwards' | null {
  if (approval === null) return null;
  if (!approval.approved) return 'refused';
  return approval.on > on ? 'afterwards' : null;
}

/** Major incidents that were found up to the last day seen. */
const majorOpinions = ({ records, until }: Scope): Opinion[] =>
  [...records.opinions.values()].filter(({ major, found }) => major && dayAt(found) <= until);

function* majorOpinionsAreReported(scope: Scope): Generator<Concern> {
  const { reports } = scope.plan.duties;
  if (!reports) return;
  for (const opinion of majorOpinions(scope)) {
    for (const to of reports.to) {
      const at = opinion.reported[to];
      if (at !== undefined && dayAt(at) <= scope.until) continue;
      const days = daysBetween(dayAt(opinion.found), scope.until);
      yield { code: 'report-missing', clause: reports.clause, opinion: opinion.id, to, days, records: sourcesOf('opinions', [opinion]) };
    }
  }
}

function* majorOpinionsAreClosed(scope: Scope): Generator<Concern> {
  const { reports } = scope.plan.duties;
  if (!reports) return;
  for (const opinion of majorOpinions(scope)) {
    if (opinion.closed !== null && dayAt(opinion.closed) <= scope.until) continue;
    const days = daysBetween(dayAt(opinion.found), scope.until);
    yield { code: 'opinion-open', clause: reports.clause, opinion: opinion.id, days, records: sourcesOf('opinions', [opinion]) };
  }
}

function* newPoliciesAreMadeKnown(scope: Scope): Generator<Concern> {
  const { releases: duty } = scope.plan.duties;
  if (!duty) return;
  for (const { release, gap } of publicityOf(scope)) {
    if (gap !== null) continue;
    const days = daysBetween(release.on, scope.until);
    yield { code: 'release-not-publicised', clause: duty.clause, release: release.id, days, records: sourcesOf('releases', [release]) };
  }
}

/** Every policy issued up to the last day seen, with the activity that first made it known and the days between. No number of days is fixed. */
export function publicityOf({ records, until }: Scope) {
  return [...records.releases.values()]
    .filter(({ on }) => on <= until)
    .map((release) => {
      const known = [...records.activities.values()].filter(({ releases, on }) => releases.includes(release.id) && on <= until);
      const first = known.toSorted(byDay)[0] ?? null;
      return { release, first, gap: first === null ? null : Math.max(0, daysBetween(release.on, first.on)) };
    });
}

/** Every report that a major incident owes, with the minutes it took; null while it is missing. */
export function reportsOf(scope: Scope) {
  return majorOpinions(scope).flatMap((opinion) =>
    (scope.plan.duties.reports?.to ?? []).map((to) => {
      const at = opinion.reported[to];
      return { opinion, to, minutes: at === undefined || dayAt(at) > scope.until ? null : minutesBetween(opinion.found, at) };
    }),
  );
}

function* everyRoleIsHeld({ plan, records, until }: Scope): Generator<Concern> {
  for (const [role, { clause, required }] of Object.entries(plan.roles)) {
    const isHeld = [...records.officers.values()].some((officer) => officer.role === role && serves(officer, until));
    if (required && !isHeld) yield { code: 'vacant-role', clause, role, records: [] };
  }
}

function* everySystemIsWritten({ plan, records, until }: Scope): Generator<Concern> {
  for (const [system, { clause }] of Object.entries(plan.systems)) {
    const isWritten = [...records.documents.values()].some((document) => document.system === system && serves(document, until));
    if (!isWritten) yield { code: 'missing-system', clause, system, records: [] };
  }
}

function* toolBookAndProcedureAreOnDisplay(scope: Scope): Generator<Concern> {
  for (const spot of spotsWith(scope, 'displays')) {
    const { checked, lacks } = displayOf(spot, scope.until);
    if (lacks.length === 0) continue;
    yield { code: 'not-on-display', clause: spot.clause, spot: spot.id, class: spot.class, checked, lacks, records: sourcesOf('spots', [spot]) };
  }
}

/** What the last check up to a day found lacking; both, where nobody has checked. */
export function displayOf({ checks }: Spot, until: Day): { checked: Day | null; lacks: Lack[] } {
  const last = checks
    .filter(({ on }) => on <= until)
    .toSorted(byDay)
    .at(-1);
  const lacks: Lack[] = [];
  if (!last?.toolBook) lacks.push('tool-book');
  if (!last?.procedure) lacks.push('procedure');
  return { checked: last?.on ?? null, lacks };
}

function* everySpotIsReached(scope: Scope): Generator<Concern> {
  const visits = visitsOf(scope);
  for (const spot of spotsWith(scope, 'reach')) {
    if (visits.has(spot.id)) continue;
    yield { code: 'spot-not-reached', clause: spot.clause, spot: spot.id, class: spot.class, records: sourcesOf('spots', [spot]) };
  }
}

function* everyLecturerTeaches({ plan, records, sessions, until }: Scope): Generator<Concern> {
  const { lecturers: duty } = plan.duties;
  if (!duty) return;
  const teaching = new Set(sessions.flatMap(({ training }) => training.lecturers));
  for (const lecturer of records.lecturers.values()) {
    if (teaching.has(lecturer.id) || !serves(lecturer, until)) continue;
    const days = [...records.activities.values()].filter(({ training, on }) => training?.lecturers.includes(lecturer.id) && on <= until);
    const last =
      days
        .map(({ on }) => on)
        .sort()
        .at(-1) ?? null;
    yield { code: 'idle-lecturer', clause: duty.clause, lecturer: lecturer.id, last, records: sourcesOf('lecturers', [lecturer]) };
  }
}

function* theYearHasABudget({ plan, records, until }: Scope): Generator<Concern> {
  const { budget: duty } = plan.duties;
  if (!duty) return;
  const year = Number(until.slice(0, 4));
  const has = [...records.figures.values()].some((figure) => figure.kind === '预算' && figure.year === year && figure.on <= until);
  if (!has) yield { code: 'no-budget', clause: duty.clause, year, records: [] };
}
