/**
 * The schemas as editors use them: they also offer what this ledger knows, with the Chinese name beside an id. Only registers and ordinances are
 * offered, which the office keeps: a schema that named records would change with every filing.
 */
import type { Ledger, Outlet, Person, Unit } from '../model/records.ts';
import type { Plan } from '../policy/plan.ts';
import type { Policy } from '../policy/policy.ts';
import { named, type Offer, words } from './offers.ts';
import { PLAN_PLACES, type PlanSource, planOffers } from './plan-offers.ts';
import { genericSchema, type JsonSchema, type SchemaKind } from './schemas.ts';

/** What is offered. */
type Source =
  | 'units'
  | 'people'
  | 'outlets'
  | 'policies'
  | 'classes'
  | 'outlet-classes'
  | 'forms'
  | 'categories'
  | 'incidents'
  | 'steps'
  | 'figure-names'
  | 'clauses'
  | PlanSource;

/** Where it is offered: keys on the way, `*` for the entries of a list, `<key>` for the keys of a mapping. */
const PLACES: Readonly<Partial<Record<SchemaKind, Readonly<Record<string, Source>>>>> = {
  site: { 'policies/*': 'policies' },
  units: { 'units/*/parent': 'units', 'units/*/class': 'classes' },
  people: { 'people/*/unit': 'units' },
  outlets: { 'outlets/*/parent': 'outlets' },
  submission: {
    unit: 'units',
    'units/*': 'units',
    'units/*/unit': 'units',
    'authors/*': 'people',
    target: 'outlets',
    form: 'forms',
    category: 'categories',
    'approvals/*/step': 'steps',
    'approvals/*/by': 'people',
  },
  adoption: { outlet: 'outlets', form: 'forms', 'marks/<key>': 'units' },
  obligation: { 'units/*': 'units', 'lapsed/*/unit': 'units' },
  incident: { unit: 'units', kind: 'incidents' },
  figure: { unit: 'units', name: 'figure-names' },
  appeal: { unit: 'units', person: 'people', clause: 'clauses', 'decision/by': 'people' },
  bulletins: { 'notable/*': 'outlet-classes' },
  ...PLAN_PLACES,
};

/** The schema of a kind of file for editors of this ledger; words of a publicity plan are offered where it follows one. */
export function editorSchema(kind: SchemaKind, ledger: Ledger, policies: readonly Policy[], plan: Plan | null = null): JsonSchema {
  const schema = genericSchema(kind);
  for (const [path, source] of Object.entries(PLACES[kind] ?? {})) {
    const offers = source in OFFERS ? OFFERS[source as keyof typeof OFFERS](ledger, policies) : planOffers(source as PlanSource, ledger, plan);
    for (const place of placesAt([schema], path.split('/'))) if (offers.length > 0) offer(place, offers);
  }
  return schema;
}

/** The parts of a schema at a path that take text. */
function placesAt(schemas: readonly JsonSchema[], path: readonly string[]): JsonSchema[] {
  const reached = path.reduce<JsonSchema[]>((parts, key) => parts.flatMap((part) => below(part, key)), schemas.flatMap(branches));
  return reached.filter(({ type }) => type === 'string');
}

function below(schema: JsonSchema, key: string): JsonSchema[] {
  const properties = schema.properties as Readonly<Record<string, JsonSchema>> | undefined;
  const next = key === '*' ? schema.items : key === '<key>' ? schema.propertyNames : properties?.[key];
  return next === undefined ? [] : branches(next as JsonSchema);
}

const branches = (schema: JsonSchema): JsonSchema[] => (Array.isArray(schema.anyOf) ? (schema.anyOf as JsonSchema[]).flatMap(branches) : [schema]);

/** What is offered comes first; any other text may still be written, for the check judges it with better words than an editor. */
function offer(place: JsonSchema, offers: readonly Offer[]): void {
  const { type, minLength } = place;
  delete place.type;
  delete place.minLength;
  place.anyOf = [
    { enum: offers.map(({ value }) => value), enumDescriptions: offers.map(({ says }) => says) },
    { type, minLength },
  ];
}

type Offering = (ledger: Ledger, policies: readonly Policy[]) => Offer[];

const OFFERS: Readonly<Record<Exclude<Source, PlanSource>, Offering>> = {
  units: ({ units }) => named([...units.values()], ({ id, class: of }: Unit) => `${id} · ${of}`),
  people: ({ people, units }) => named([...people.values()], ({ id, unit }: Person) => `${id} · ${units.get(unit)?.name ?? unit}`),
  outlets: ({ outlets }) => named([...outlets.values()], ({ id, level, channel }: Outlet) => [id, level, channel].filter(Boolean).join(' · ')),
  policies: (_, policies) => policies.map(({ id, title }) => ({ value: id, says: title })),
  classes: ({ units }) => words([...units.values()].map((unit) => unit.class)),
  'outlet-classes': (_, policies) => words(policies.flatMap(({ outlets }) => Object.keys(outlets))),
  forms: (_, policies) => words(policies.flatMap((policy) => policy.words.form ?? [])),
  categories: (_, policies) => words(policies.flatMap((policy) => policy.words.category ?? [])),
  incidents: (_, policies) => words(policies.flatMap((policy) => policy.words.incident ?? [])),
  'figure-names': (_, policies) => words(policies.flatMap((policy) => policy.words.figure ?? [])),
  clauses: (_, policies) => words(policies.flatMap(({ clauses }) => Object.keys(clauses))),
  steps: (_, policies) => words(policies.flatMap((policy) => stepsOf(policy))),
};

const stepsOf = ({ approval }: Policy): string[] =>
  (approval?.chains ?? []).flatMap(({ steps }) => steps.map((step) => (typeof step === 'string' ? step : step.step)));
