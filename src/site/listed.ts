/**
 * 稿件清单: every public submission in one small file, which the list and the search load in the browser. Names that many share are written once
 * and pointed at. What is not public never gets here: it is made of the view.
 */
import { byDay } from '../model/order.ts';
import { type Points, written } from '../model/points.ts';
import type { Obligation, Submission } from '../model/records.ts';
import { type Context, known, listIn, policiesInOrder, unitName, unitShort } from './context.ts';
import { pointEntries, totalOf } from './credits.ts';

/** Positions in the lists of names; -1 where there is none. */
export type ListedRow = readonly [
  id: string,
  title: string,
  on: string,
  units: readonly number[],
  form: number,
  /** Where it was adopted, in order of days. */
  outlets: readonly number[],
  /** The best class under the ordinance, among those outlets. */
  best: number,
  duty: number,
  points: string,
];

export interface ListedData {
  readonly units: readonly (readonly [id: string, short: string, name: string])[];
  readonly forms: readonly string[];
  readonly outlets: readonly (readonly [id: string, name: string])[];
  /** Classes of outlets, the highest first. */
  readonly classes: readonly string[];
  readonly duties: readonly (readonly [id: string, kind: Obligation['kind'], title: string])[];
  /** The latest first. */
  readonly rows: readonly ListedRow[];
}

/** Names in the order in which they are first asked for. */
function numbered<T>(): { at: (value: T) => number; all: () => readonly T[] } {
  const places = new Map<T, number>();
  return {
    at: (value) => {
      if (!places.has(value)) places.set(value, places.size);
      return places.get(value) as number;
    },
    all: () => [...places.keys()],
  };
}

/** All public submissions, the latest first. */
export const latestFirst = ({ view }: Context): Submission[] => [...view.submissions.values()].sort((a, b) => byDay(b, a));

/** What the records of submissions gave, all in all. */
export const pointsOfItem = (id: string, { view }: Context): Points => totalOf(pointEntries(listIn(view.ofItem, id)));

/** The file. A form that the record leaves open is its category, as the tables have it. */
export function listedData(context: Context): ListedData {
  const { view } = context;
  const [units, forms, outlets, duties] = [numbered<string>(), numbered<string>(), numbered<string>(), numbered<string>()];
  const classes = classesInOrder(context);
  const optional = (list: { at: (value: string) => number }, value: string | null): number => (value === null ? -1 : list.at(value));
  const rows = latestFirst(context).map((submission): ListedRow => {
    const adopted = listIn(view.adoptions, submission.id).filter(({ stage }) => stage === '采用');
    const ranks = adopted.map(({ outletClass }) => classes.indexOf(outletClass ?? '')).filter((rank) => rank !== -1);
    return [
      submission.id,
      submission.title,
      submission.on,
      submission.units.map(({ unit }) => units.at(unit)),
      optional(forms, submission.form ?? submission.category),
      [...new Set(adopted.map(({ outlet }) => outlets.at(outlet)))],
      ranks.length === 0 ? -1 : Math.min(...ranks),
      optional(duties, submission.answers),
      written(pointsOfItem(submission.id, context)),
    ];
  });
  return {
    units: units.all().map((unit) => [unit, unitShort(unit, context), unitName(unit, context)]),
    forms: forms.all(),
    outlets: outlets.all().map((outlet) => [outlet, known(view.outlets, outlet).name]),
    classes,
    duties: duties.all().map((id) => {
      const { kind, title } = known(view.obligations, id);
      return [id, kind, title];
    }),
    rows,
  };
}

/** The classes of the ordinances, the latest ordinance first, the highest class first. Only those that a public adoption has. */
function classesInOrder(context: Context): string[] {
  const used = new Set([...context.view.adoptionById.values()].map(({ outletClass }) => outletClass));
  const all = policiesInOrder(context).flatMap(({ outlets }) => Object.keys(outlets).reverse());
  return [...new Set(all)].filter((name) => used.has(name));
}
