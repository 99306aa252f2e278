/** A publicity plan as the program uses it, and what must be true of it, and of the records that follow it. */
import { nearest } from '../ledger/nearest.ts';
import { shape } from '../ledger/shape.ts';
import type { Finding, PlanFault } from '../model/finding.ts';
import { type Place, placeOf, within } from '../model/place.ts';
import type { PlanRecords } from '../model/plan.ts';
import { WrittenPlan } from './written-plan.ts';

/** 渠道: where something is made known. */
export interface Way {
  readonly name: string;
  readonly family: string;
  /** Permitted, not owed. */
  readonly whenPossible: boolean;
}

export interface Plan extends WrittenPlan {
  readonly at: Place;
  readonly ways: readonly Way[];
}

/** Whether the content of a policy file is a plan and no ordinance. */
export const isPlan = (value: unknown): boolean => typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'plan';

/** The plan that `value`, the content of `file`, writes; null if it cannot be used. */
export function decidePlan(file: string, value: unknown): { plan: Plan | null; findings: Finding[] } {
  const at = placeOf(file);
  const { value: written, findings } = shape(WrittenPlan, value, at);
  if (written === undefined) return { plan: null, findings: [...findings] };
  const plan: Plan = { ...written, at, ways: waysOf(written) };
  const faults = [...itsIdIsItsFileName(plan), ...everyClauseCitedStandsInTheText(written, at, Object.keys(written.clauses))];
  return { plan: faults.length === 0 ? plan : null, findings: faults };
}

const waysOf = ({ channels }: WrittenPlan): Way[] =>
  Object.entries(channels).flatMap(([family, { ways }]) =>
    ways.map((way) =>
      typeof way === 'string' ? { name: way, family, whenPossible: false } : { name: way.name, family, whenPossible: way.when_possible },
    ),
  );

function* itsIdIsItsFileName({ id, at }: Plan): Generator<Finding> {
  const expected = at.file.replace(/^.*\//, '').replace(/\.ya?ml$/, '');
  if (id !== expected) yield { at: within(at, 'id'), code: 'policy/id-is-not-file-name', id, expected };
}

function* everyClauseCitedStandsInTheText(value: unknown, at: Place, clauses: readonly string[]): Generator<Finding> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, below] of Object.entries(value)) {
    const place = within(at, Array.isArray(value) ? Number(key) : key);
    if (key === 'clause') yield* unknownClauses(below as string | string[], place, clauses);
    else if (key !== 'clauses') yield* everyClauseCitedStandsInTheText(below, place, clauses);
  }
}

function* unknownClauses(cited: string | readonly string[], at: Place, clauses: readonly string[]): Generator<Finding> {
  for (const clause of [cited].flat())
    if (!clauses.includes(clause)) yield { at, code: 'policy/unknown-clause', clause, nearest: nearest(clause, clauses) };
}

export type PlanWordKind = Extract<PlanFault, { kind: unknown }>['kind'];

/** A word of a record, where it stands, and the words of the plan that it has to be one of. */
interface Worded {
  readonly kind: PlanWordKind;
  readonly at: Place;
  readonly found: string | null;
  readonly known: readonly string[];
}

/** Warnings for records that use words which the plan does not have: they are counted nowhere. */
export function recordsUseTheWordsOfThePlan(records: PlanRecords, plan: Plan): Finding[] {
  return [...wordsOfActivities(records, plan), ...wordsOfRegisters(records, plan)].flatMap(({ kind, at, found, known }): Finding[] =>
    found === null || known.includes(found)
      ? []
      : [
          {
            at,
            code: 'plan/unknown-word',
            kind,
            found,
            known,
            nearest: (kind === 'topic' ? topicOf(found, plan) : null) ?? nearest(found, known),
            plan: plan.id,
          },
        ],
  );
}

/** The topic of which somebody wrote a sub-topic. */
const topicOf = (written: string, { topics }: Plan): string | null =>
  Object.keys(topics).find((topic) => topics[topic]?.subtopics.includes(written)) ?? null;

function* wordsOfActivities({ activities }: PlanRecords, plan: Plan): Generator<Worded> {
  const topics = Object.keys(plan.topics);
  const ways = plan.ways.map(({ name }) => name);
  for (const { at, topic, subtopic, channel, form, emphases, aspects, training } of activities.values()) {
    yield { kind: 'topic', at: within(at, 'topic'), found: topic, known: topics };
    yield { kind: 'subtopic', at: within(at, 'subtopic'), found: subtopic, known: plan.topics[topic]?.subtopics ?? [] };
    yield { kind: 'channel', at: within(at, 'channel'), found: channel, known: ways };
    yield { kind: 'form', at: within(at, 'form'), found: form, known: formsOf(channel, plan) };
    for (const [index, found] of emphases.entries()) yield { kind: 'emphasis', at: within(at, 'emphases', index), found, known: plan.emphases.names };
    for (const [index, found] of aspects.entries())
      yield { kind: 'aspect', at: within(at, 'aspects', index), found, known: plan.aspects?.names ?? [] };
    if (training === null) continue;
    yield { kind: 'training', at: within(at, 'training', 'kind'), found: training.kind, known: Object.keys(plan.trainings) };
    for (const found of Object.keys(training.attendance))
      yield { kind: 'group', at: within(at, 'training', 'attendance', found), found, known: plan.trainings[training.kind]?.groups ?? [] };
  }
}

/** The forms of the channel's family; those of all families where the channel is none of the plan. */
function formsOf(channel: string, plan: Plan): string[] {
  const family = plan.ways.find(({ name }) => name === channel)?.family;
  return Object.entries(plan.channels).flatMap(([name, { forms }]) => (family === undefined || name === family ? forms : []));
}

function* wordsOfRegisters({ spots, materials, documents, officers, releases, opinions }: PlanRecords, plan: Plan): Generator<Worded> {
  const keysOf = (words: object): string[] => Object.keys(words);
  for (const { at, class: found } of spots.values()) yield { kind: 'spot', at: within(at, 'class'), found, known: keysOf(plan.spots) };
  for (const { at, kind: found } of materials.values()) yield { kind: 'material', at: within(at, 'kind'), found, known: keysOf(plan.materials) };
  for (const { at, system: found } of documents.values()) yield { kind: 'system', at: within(at, 'system'), found, known: keysOf(plan.systems) };
  for (const { at, role: found } of officers.values()) yield { kind: 'role', at: within(at, 'role'), found, known: keysOf(plan.roles) };
  for (const { at, topic: found } of releases.values()) yield { kind: 'topic', at: within(at, 'topic'), found, known: keysOf(plan.topics) };
  const reports = plan.duties.reports?.to ?? [];
  for (const { at, reported } of opinions.values())
    for (const found of Object.keys(reported)) yield { kind: 'report', at: within(at, 'reported', found), found, known: reports };
}
