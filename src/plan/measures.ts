/** What an indicator is counted from. Every value carries the records behind it: nothing is stored, everything is counted when asked. */
import { byDay } from '../model/order.ts';
import type { Material, PlanFigure, PopulationFigure, SurveyFigure } from '../model/plan.ts';
import { serves } from '../model/recorded.ts';
import type { MeasureName } from '../policy/written-plan.ts';
import { displayOf } from './concerns.ts';
import { isSeen, type Scope, type Source, sourcesOf, spotsWith, visitsOf } from './scope.ts';

/** A part of a value: of one topic, role, group … */
export interface Part {
  readonly label: string;
  readonly value: number;
  readonly of: number | null;
  readonly records: readonly Source[];
}

/** A part that is itself a share of a whole. */
type Share = Part & { readonly of: number };

export interface Measure {
  readonly name: MeasureName;
  readonly value: number;
  /** The whole that the value is a part of; null where it is a plain count. */
  readonly of: number | null;
  readonly records: readonly Source[];
  readonly parts: readonly Part[];
}

export const measure = (name: MeasureName, scope: Scope): Measure => ({ name, ...COUNTS[name](scope) });

type Counted = Omit<Measure, 'name'>;

const COUNTS: Readonly<Record<MeasureName, (scope: Scope) => Counted>> = {
  officers: (scope) => {
    const inOffice = [...scope.records.officers.values()].filter((officer) => serves(officer, scope.until) && officer.role in scope.plan.roles);
    return parted(
      Object.entries(scope.plan.roles)
        .map(([role, { required }]) => ({ role, required, held: inOffice.filter((officer) => officer.role === role) }))
        .filter(({ required, held }) => required || held.length > 0)
        .map(({ role, held }) => part(role, held.length, sourcesOf('officers', held))),
    );
  },
  activities: ({ plan, activities }) =>
    parted(
      Object.keys(plan.topics).map((topic) => {
        const own = activities.filter((activity) => activity.topic === topic);
        return part(topic, own.length, sourcesOf('activities', own));
      }),
    ),
  'people-reached': ({ activities }) => {
    const counted = activities.flatMap((activity) => (activity.reached === null ? [] : [{ ...activity, reached: activity.reached }]));
    return plain(sum(counted.map(({ reached }) => reached)), sourcesOf('activities', counted));
  },
  lecturers: (scope) => {
    const pool = poolOf(scope);
    const parts = [...new Set(pool.flatMap(({ expertise }) => expertise))].map((field) => {
      const own = pool.filter(({ expertise }) => expertise.includes(field));
      return part(field, own.length, sourcesOf('lecturers', own));
    });
    return { ...plain(pool.length, sourcesOf('lecturers', pool)), parts };
  },
  'lecturers-admitted': (scope) => countedLecturers(scope, ({ from }) => isSeen(scope, from)),
  'lecturers-left': (scope) => countedLecturers(scope, ({ to }) => to !== null && isSeen(scope, to)),
  'lecturers-teaching': ({ records, sessions }) => {
    const teaching = new Set(sessions.flatMap(({ training }) => training.lecturers));
    const lecturers = [...records.lecturers.values()].filter(({ id }) => teaching.has(id));
    return plain(lecturers.length, [...sourcesOf('lecturers', lecturers), ...sourcesOf('activities', sessions)]);
  },
  documents: ({ plan, records, until }) => {
    const parts = Object.keys(plan.systems).map((system) => {
      const own = [...records.documents.values()].filter((document) => document.system === system && serves(document, until));
      return part(system, own.length, sourcesOf('documents', own));
    });
    return { ...parted(parts), value: parts.filter(({ value }) => value > 0).length, of: parts.length };
  },
  sessions: ({ plan, sessions }) =>
    parted(
      Object.keys(plan.trainings).map((kind) => {
        const own = sessions.filter(({ training }) => training.kind === kind);
        return part(kind, own.length, sourcesOf('activities', own));
      }),
    ),
  attendance: ({ plan, sessions }) =>
    parted(
      [...new Set(Object.values(plan.trainings).flatMap(({ groups }) => groups))].map((group) => {
        const own = sessions.flatMap(({ id, at, training }) => {
          const came = training.attendance[group];
          return came ? [{ id, at, came }] : [];
        });
        return part(group, sum(own.map(({ came }) => came)), sourcesOf('activities', own));
      }),
    ),
  'spots-visited': (scope) => {
    const visits = visitsOf(scope);
    return sharesByClass(scope, 'reach', ({ id }) => {
      const visited = visits.get(id);
      return visited ? sourcesOf('activities', visited) : null;
    });
  },
  'tool-book-versions': (scope) => versions(scope, 'tool-book'),
  'tool-book-printed': (scope) => printed(scope, 'tool-book'),
  'tool-book-distributed': (scope) => distributed(scope, 'tool-book'),
  'tool-book-displayed': (scope) => sharesByClass(scope, 'displays', (spot) => (displayOf(spot, scope.until).lacks.length === 0 ? [] : null)),
  'goods-kinds': (scope) => versions(scope, 'goods'),
  'goods-printed': (scope) => printed(scope, 'goods'),
  'goods-distributed': (scope) => distributed(scope, 'goods'),
  entitled: (scope) => parted(populationsOf(scope).map((figure) => part(labelOf(figure), figure.entitled, sourcesOf('figures', [figure])))),
  informed: (scope) => shareOfEntitled(scope, 'informed'),
  enjoying: (scope) => shareOfEntitled(scope, 'enjoying'),
  awareness: (scope) => {
    const surveys = [...scope.records.figures.values()].filter(isSurvey).filter(({ on }) => isSeen(scope, on));
    return shared(surveys.map((survey) => ({ ...part(survey.population, survey.aware, sourcesOf('figures', [survey])), of: survey.asked })));
  },
};

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const plain = (value: number, records: readonly Source[]): Counted => ({ value, of: null, records, parts: [] });
const part = (label: string, value: number, records: readonly Source[]): Part => ({ label, value, of: null, records });

/** A count that is the sum of its parts. */
const parted = (parts: readonly Part[]): Counted => ({
  value: sum(parts.map(({ value }) => value)),
  of: null,
  records: distinct(parts.flatMap(({ records }) => records)),
  parts,
});

/** A share that is the sum of the shares of its parts. */
const shared = (parts: readonly Share[]): Counted => ({ ...parted(parts), of: sum(parts.map(({ of }) => of)) });

function distinct(records: readonly Source[]): Source[] {
  return [...new Map(records.map((source) => [`${source.kind} ${source.id}`, source])).values()];
}

const poolOf = ({ records, until }: Scope) => [...records.lecturers.values()].filter((lecturer) => serves(lecturer, until));

type LecturerTest = (lecturer: ReturnType<typeof poolOf>[number]) => boolean;
const countedLecturers = ({ records }: Scope, wanted: LecturerTest): Counted => {
  const found = [...records.lecturers.values()].filter(wanted);
  return plain(found.length, sourcesOf('lecturers', found));
};

type Spot = ReturnType<typeof spotsWith>[number];

/** How many spots of each class have what is wanted; `sources` answers null for one that has not, else the records that show it beside the spot. */
function sharesByClass(scope: Scope, wanted: 'reach' | 'displays', sources: (spot: Spot) => readonly Source[] | null): Counted {
  const groups = Map.groupBy(spotsWith(scope, wanted), (spot) => spot.class);
  return shared(
    [...groups].map(([label, spots]) => {
      const having = spots.flatMap((spot) => {
        const records = sources(spot);
        return records === null ? [] : [[...sourcesOf('spots', [spot]), ...records]];
      });
      return { ...part(label, having.length, distinct(having.flat())), of: spots.length };
    }),
  );
}

type CountsAs = 'tool-book' | 'goods';
const materialsOf = ({ plan, records, until }: Scope, as: CountsAs): Material[] =>
  [...records.materials.values()].filter(({ kind, on }) => plan.materials[kind]?.counts_as === as && on <= until);

function versions(scope: Scope, as: CountsAs): Counted {
  const materials = materialsOf(scope, as);
  return plain(materials.length, sourcesOf('materials', materials));
}

const printed = (scope: Scope, as: CountsAs): Counted => copies(scope, as, ({ printed: batches }) => batches);
const distributed = (scope: Scope, as: CountsAs): Counted => copies(scope, as, ({ distributed: batches }) => batches);

function copies(scope: Scope, as: CountsAs, batchesOf: (material: Material) => Material['printed']): Counted {
  return parted(
    materialsOf(scope, as).map((material) => {
      const seen = batchesOf(material).filter(({ on }) => isSeen(scope, on));
      return part(nameOf(material), sum(seen.map(({ count }) => count)), seen.length === 0 ? [] : sourcesOf('materials', [material]));
    }),
  );
}

const nameOf = ({ name, version }: Material): string => (version === null ? name : `${name} ${version}`);

const isPopulation = (figure: PlanFigure): figure is PopulationFigure => figure.kind === '待遇享受';
const isSurvey = (figure: PlanFigure): figure is SurveyFigure => figure.kind === '知晓率调查';

/** The latest figure of each population and area, up to the last day seen: who is entitled does not begin anew with a period. */
function populationsOf({ records, until }: Scope): PopulationFigure[] {
  const known = [...records.figures.values()].filter(isPopulation).filter(({ on }) => on <= until);
  const latest = new Map<string, PopulationFigure>();
  for (const figure of known.toSorted(byDay)) latest.set(labelOf(figure), figure);
  return [...latest.values()];
}

const labelOf = ({ population, area }: PopulationFigure): string => (area === null ? population : `${population} · ${area}`);

function shareOfEntitled(scope: Scope, which: 'informed' | 'enjoying'): Counted {
  return shared(
    populationsOf(scope).flatMap((figure) => {
      const value = figure[which];
      return value === null ? [] : [{ ...part(labelOf(figure), value, sourcesOf('figures', [figure])), of: figure.entitled }];
    }),
  );
}
