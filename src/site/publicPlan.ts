/**
 * What of a publicity plan's records the public may see: part of the one door. Of activities that are not 公开, and of persons who have not agreed
 * to be told of, day, topic and channel stay; of opinion incidents the times that elapsed; of lecturers and officers their names only where
 * the installation shows persons. Nothing after the day asked for passes.
 */
import { type Day, earlier } from '../model/day.ts';
import { dayAt } from '../model/moment.ts';
import { type Period, periodsWithin } from '../model/period.ts';
import { type Place, placeOf } from '../model/place.ts';
import type { Activity, Lecturer, Material, Officer, Opinion, PlanRecords, Spot } from '../model/plan.ts';
import type { InService, Recorded } from '../model/recorded.ts';
import type { Plan } from '../policy/plan.ts';

export interface PublicPlan {
  readonly plan: Plan;
  /** Hidden records have no place, no name, and an id that says nothing. */
  readonly records: PlanRecords;
  /** The months, quarters, half-years and years that have an activity or a figure, each kind in order. */
  readonly periods: readonly Period[];
}

/** Where hidden records stand. */
const NOWHERE: Place = placeOf('');
export const isHidden = ({ at }: { readonly at: Place }): boolean => at.file === '';

export function publicPlan(plan: Plan, records: PlanRecords, asOf: Day, showPeople: boolean): PublicPlan {
  const known = ({ on }: { readonly on: Day }): boolean => on <= asOf;
  const begun = ({ from }: InService): boolean => from === null || from <= asOf;
  const lecturers = [...records.lecturers.values()].filter(begun).map((one) => upTo(one, asOf));
  const shownLecturers = showPeople ? lecturers : lecturers.map(unnamedLecturer);
  const lecturerIds = new Map(lecturers.map(({ id }, index) => [id, (shownLecturers[index] as Lecturer).id]));
  const officers = [...records.officers.values()].filter(begun).map((one) => upTo(one, asOf));
  const activities = [...records.activities.values()].filter(known).map((activity, index) => publicActivity(activity, index, plan, lecturerIds));
  const figures = [...records.figures.values()].filter(known);
  return {
    plan,
    records: {
      activities: byId(activities),
      figures: byId(figures),
      lecturers: byId(shownLecturers),
      officers: byId(showPeople ? officers : officers.map(unnamedOfficer)),
      spots: byId([...records.spots.values()].filter(begun).map((spot) => spotUpTo(spot, asOf))),
      materials: byId([...records.materials.values()].filter(known).map((material) => materialUpTo(material, asOf))),
      documents: byId([...records.documents.values()].filter(begun).map((one) => upTo(one, asOf))),
      releases: byId([...records.releases.values()].filter(known)),
      opinions: byId(publicOpinions(records, asOf)),
      epidemics: byId([...records.epidemics.values()].filter(begun).map((one) => upTo(one, asOf))),
    },
    periods: periodsOf([...activities, ...figures], asOf),
  };
}

const byId = <T extends Recorded>(all: readonly T[]): Map<string, T> => new Map(all.map((one) => [one.id, one]));

/** The files of which all may be told. */
export function publicPlanFiles({ records }: PublicPlan): string[] {
  const { opinions: _opinions, ...others } = records;
  const places = Object.values(others).flatMap((kind: ReadonlyMap<string, Recorded>) => [...kind.values()]);
  return places.filter((record) => !isHidden(record)).map(({ at }) => at.file);
}

/** A service that ends later is not known to end. */
const upTo = <T extends InService>(one: T, asOf: Day): T => (one.to !== null && one.to > asOf ? { ...one, to: null } : one);

const spotUpTo = (spot: Spot, asOf: Day): Spot => ({ ...upTo(spot, asOf), checks: spot.checks.filter(({ on }) => on <= asOf) });

const materialUpTo = (material: Material, asOf: Day): Material => ({
  ...material,
  printed: material.printed.filter(({ on }) => on <= asOf),
  distributed: material.distributed.filter(({ on }) => on <= asOf),
});

const unnamedLecturer = (lecturer: Lecturer, index: number): Lecturer => ({
  ...lecturer,
  id: `hidden-${index + 1}`,
  at: NOWHERE,
  name: '',
  aliases: [],
  unit: null,
});

const unnamedOfficer = (officer: Officer, index: number): Officer => ({ ...officer, id: `hidden-${index + 1}`, at: NOWHERE, person: '' });

function publicActivity(activity: Activity, index: number, plan: Plan, lecturers: ReadonlyMap<string, string>): Activity {
  const { training } = activity;
  const known = training && { ...training, lecturers: training.lecturers.map((id) => lecturers.get(id) as string) };
  const mayBeTold = activity.openness === '公开' && (activity.consent || plan.topics[activity.topic]?.about_persons !== true);
  if (mayBeTold) return { ...activity, training: known };
  return { ...activity, id: `hidden-${index + 1}`, at: NOWHERE, title: '', audience: [], partners: [], link: null, training: known };
}

/** The major ones, told apart by a number only. */
function publicOpinions({ opinions }: PlanRecords, asOf: Day): Opinion[] {
  return [...opinions.values()]
    .filter(({ major, found }) => major && dayAt(found) <= asOf)
    .sort((a, b) => (a.found < b.found ? -1 : 1))
    .map((opinion, index) => ({
      ...opinion,
      id: `incident-${index + 1}`,
      at: NOWHERE,
      title: '',
      measures: [],
      reported: Object.fromEntries(Object.entries(opinion.reported).filter(([, at]) => dayAt(at) <= asOf)),
      closed: opinion.closed !== null && dayAt(opinion.closed) <= asOf ? opinion.closed : null,
    }));
}

const SPANS = ['month', 'quarter', 'half-year', 'year'] as const;

function periodsOf(records: readonly { readonly on: Day }[], asOf: Day): Period[] {
  const [first, ...others] = records.map(({ on }) => on);
  if (first === undefined) return [];
  const days = [first, ...others];
  return SPANS.flatMap((span) => periodsWithin(others.reduce(earlier, first), asOf, span)).filter(({ from, to }) =>
    days.some((on) => on >= from && on <= to),
  );
}
