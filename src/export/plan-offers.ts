/** What editors offer in the records of a publicity plan: the words of the plan, and its registers. */
import type { Ledger } from '../model/records.ts';
import type { Plan } from '../policy/plan.ts';
import { named, type Offer, words } from './offers.ts';

type Registered = 'lecturers' | 'spots' | 'releases';
type Word =
  | 'topics'
  | 'subtopics'
  | 'ways'
  | 'ways-forms'
  | 'emphases'
  | 'aspects'
  | 'trainings'
  | 'groups'
  | 'spot-classes'
  | 'material-kinds'
  | 'systems'
  | 'roles'
  | 'report-addressees';
export type PlanSource = Registered | Word;

/** Where it is offered; see the paths of `editor-schemas.ts`. */
export const PLAN_PLACES = {
  activity: {
    topic: 'topics',
    subtopic: 'subtopics',
    channel: 'ways',
    form: 'ways-forms',
    'emphases/*': 'emphases',
    'aspects/*': 'aspects',
    'spots/*': 'spots',
    'releases/*': 'releases',
    'training/kind': 'trainings',
    'training/lecturers/*': 'lecturers',
    'training/attendance/<key>': 'groups',
  },
  spots: { 'spots/*/class': 'spot-classes' },
  materials: { 'materials/*/kind': 'material-kinds', 'materials/*/distributed/*/to': 'spots' },
  documents: { 'documents/*/system': 'systems' },
  officers: { 'officers/*/role': 'roles' },
  releases: { 'releases/*/topic': 'topics' },
  opinions: { 'opinions/*/reported/<key>': 'report-addressees' },
} as const satisfies Readonly<Record<string, Readonly<Record<string, PlanSource>>>>;

export function planOffers(source: PlanSource, { plan: records }: Ledger, plan: Plan | null): Offer[] {
  if (source in REGISTERS) return REGISTERS[source as Registered](records);
  return plan === null ? [] : words(WORDS[source as Word](plan));
}

const REGISTERS: Readonly<Record<Registered, (records: Ledger['plan']) => Offer[]>> = {
  lecturers: ({ lecturers }) => named([...lecturers.values()], ({ id, expertise }) => [id, ...expertise].join(' · ')),
  spots: ({ spots }) => named([...spots.values()], (spot) => `${spot.id} · ${spot.class}`),
  releases: ({ releases }) => named([...releases.values()], ({ id, on }) => `${id} · ${on}`),
};

const WORDS: Readonly<Record<Word, (plan: Plan) => string[]>> = {
  topics: ({ topics }) => Object.keys(topics),
  subtopics: ({ topics }) => Object.values(topics).flatMap(({ subtopics }) => subtopics),
  ways: ({ ways }) => ways.map(({ name }) => name),
  'ways-forms': ({ channels }) => Object.values(channels).flatMap(({ forms }) => forms),
  emphases: ({ emphases }) => emphases.names,
  aspects: ({ aspects }) => aspects?.names ?? [],
  trainings: ({ trainings }) => Object.keys(trainings),
  groups: ({ trainings }) => Object.values(trainings).flatMap(({ groups }) => groups),
  'spot-classes': ({ spots }) => Object.keys(spots),
  'material-kinds': ({ materials }) => Object.keys(materials),
  systems: ({ systems }) => Object.keys(systems),
  roles: ({ roles }) => Object.keys(roles),
  'report-addressees': ({ duties }) => duties.reports?.to ?? [],
};
