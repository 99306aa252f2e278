/** What the laboratory is handed: ordinances, and a ledger without names. What a record has by default is left out, so that it stays small. */
import type { Day } from '../../model/day.ts';
import type { Place } from '../../model/place.ts';
import type { PlanRecords } from '../../model/plan.ts';
import type {
  Adoption,
  Incident,
  Instruction,
  Ledger,
  Obligation,
  Outlet,
  Person,
  Share,
  Site,
  Submission,
  Unit,
  UnitFigure,
} from '../../model/records.ts';

export interface LabPolicy {
  readonly id: string;
  readonly text: string;
  readonly inUse: boolean;
}

/** A record of which what equals the default is left out. */
export type Sparse = Readonly<Record<string, unknown>>;

export interface LabData {
  readonly asOf: Day;
  readonly site: {
    readonly since: Day | null;
    readonly ranking: Site['ranking'];
    readonly policies: readonly string[];
    readonly daysOff: readonly Day[];
    readonly workingWeekends: readonly Day[];
  };
  readonly policies: readonly LabPolicy[];
  /** Keys of the periods that may be chosen, the latest first. */
  readonly periods: readonly string[];
  /** Addresses of the pages of units, by the numbers that units have here. */
  readonly pages: Readonly<Record<string, string>>;
  readonly units: readonly Sparse[];
  readonly people: readonly Sparse[];
  /** Under a number, since an outlet that stands for others may bear an id that an ordinance asks for. */
  readonly outlets: readonly (readonly [key: string, outlet: Sparse])[];
  readonly submissions: readonly Sparse[];
  readonly adoptions: readonly Sparse[];
  readonly instructions: readonly Sparse[];
  readonly obligations: readonly Sparse[];
  readonly incidents: readonly Sparse[];
  readonly figures: readonly Sparse[];
}

const NOWHERE: Place = { file: '', path: [] };
const RECORD = { id: '', at: NOWHERE };
const DAY = '' as Day;

/** The records that take part, by kind. */
export interface Written {
  readonly units: Unit;
  readonly people: Person;
  readonly outlets: Outlet;
  readonly submissions: Submission;
  readonly adoptions: Adoption;
  readonly instructions: Instruction;
  readonly obligations: Obligation;
  readonly incidents: Incident;
  readonly figures: UnitFigure;
}

/** What records have that say nothing else. */
export const DEFAULTS: Written = {
  units: { ...RECORD, name: '', short: '', aliases: [], class: '', parent: null, quotas: {}, excluded: null, from: null, to: null },
  people: { ...RECORD, name: '', aliases: [], unit: '', roles: [], class: null, born: null, barred: [], from: null, to: null },
  outlets: {
    ...RECORD,
    name: '',
    aliases: [],
    level: null,
    channel: '',
    print: false,
    own: false,
    parent: null,
    barred: [],
    editions: false,
    from: null,
    to: null,
  },
  submissions: {
    ...RECORD,
    title: '',
    units: [],
    authors: [],
    on: DAY,
    event: null,
    form: null,
    category: null,
    stream: null,
    openness: '公开',
    important: false,
    sensitive: false,
    target: null,
    answers: null,
    compositeOf: [],
    sameAs: null,
    length: null,
    origin: null,
    topic: null,
    figures: {},
    approvals: null,
    rounds: [],
    accepted: null,
    rejected: null,
    link: null,
  },
  adoptions: {
    ...RECORD,
    submission: '',
    outlet: '',
    on: DAY,
    form: null,
    print: false,
    reprint: false,
    stage: '采用',
    position: null,
    length: null,
    piece: null,
    route: null,
    proofOn: null,
    figures: {},
    marks: {},
    link: null,
  },
  instructions: { ...RECORD, submission: '', level: '县', rank: null, on: DAY, affirmative: false },
  obligations: { ...RECORD, kind: '约稿', title: '', by: null, on: DAY, to: DAY, due: null, units: null, lapsed: [], openness: '公开' },
  incidents: { ...RECORD, unit: '', submission: null, kind: '', on: DAY, count: 1 },
  figures: { ...RECORD, unit: '', name: '', value: 0, on: DAY },
};

type Kind = keyof Written;
const SHARE: Share = { unit: '', mark: null, weight: 1 };

/** The record without what it has by default. */
export function sparse<K extends Kind>(kind: K, record: Written[K]): Sparse {
  return without(record, DEFAULTS[kind]);
}

export const sparseShare = (share: Share): Sparse => without(share, SHARE);

function without(record: object, defaults: object): Sparse {
  const usual = defaults as Sparse;
  return Object.fromEntries(Object.entries(record).filter(([key, value]) => !isUsual(value, usual[key])));
}

const isUsual = (value: unknown, usual: unknown): boolean =>
  value === usual || (typeof value === 'object' && value !== null && JSON.stringify(value) === JSON.stringify(usual));

/** A publicity plan gives no points. */
const NO_PLAN: PlanRecords = {
  activities: new Map(),
  figures: new Map(),
  lecturers: new Map(),
  spots: new Map(),
  materials: new Map(),
  documents: new Map(),
  officers: new Map(),
  releases: new Map(),
  opinions: new Map(),
  epidemics: new Map(),
};

/** The ledger that the data tells of, complete enough to be scored. */
export function ledgerOf(data: LabData): Ledger {
  const { site } = data;
  const all = <K extends Kind>(kind: K, written: readonly Sparse[]): Written[K][] => written.map((record) => ({ ...DEFAULTS[kind], ...record }));
  const byId = <T extends { readonly id: string }>(records: readonly T[]): Map<string, T> => new Map(records.map((record) => [record.id, record]));
  return {
    site: {
      organisation: '',
      timeZone: '',
      plan: null,
      repository: null,
      showPeople: false,
      showOutlets: false,
      office: null,
      morePeriods: [],
      since: site.since,
      policies: site.policies,
      ranking: site.ranking,
      approvals: { by: 'records', since: null, steps: {} },
      daysOff: new Set(site.daysOff),
      workingWeekends: new Set(site.workingWeekends),
    },
    units: byId(all('units', data.units)),
    people: byId(all('people', data.people)),
    outlets: new Map(data.outlets.map(([key, outlet]) => [key, { ...DEFAULTS.outlets, ...outlet }])),
    submissions: byId(all('submissions', data.submissions).map((one) => ({ ...one, units: one.units.map((share) => ({ ...SHARE, ...share })) }))),
    adoptions: all('adoptions', data.adoptions),
    instructions: all('instructions', data.instructions),
    obligations: byId(all('obligations', data.obligations)),
    incidents: all('incidents', data.incidents),
    figures: all('figures', data.figures),
    appeals: [],
    plan: NO_PLAN,
  };
}
