/** Whether an ordinance means something everywhere: the clauses it cites, the pools, classes, attributes and readings it names. */
import { nearest } from '../ledger/nearest.ts';
import type { Fault, Finding } from '../model/finding.ts';
import { keyAt, type Place, placeOf, within } from '../model/place.ts';
import { ATTRIBUTES, OUTLET_ATTRIBUTES, UNIT_ATTRIBUTES } from './attributes.ts';
import { asList } from './lists.ts';
import type { Policy } from './policy.ts';
import { type Amount, type Condition, WrittenPolicy } from './written.ts';

/** The faults of an ordinance by itself, without a ledger. */
export function checkPolicy(policy: Policy): Finding[] {
  return checks.flatMap((check) => [...check(policy)]);
}

const checks = [
  itsIdIsItsFileName,
  everyClauseCitedStandsInTheText,
  everyPoolNamedIsDefined,
  everyClassNamedIsAClass,
  everyAttributeNamedExists,
  everyReadingChosenIsAnOption,
  everyReadingChangesWhatExists,
  everyDivisionSaysHowItRounds,
] as const;

const found = (at: Place, fault: Fault): Finding => ({ at, ...fault });

function* itsIdIsItsFileName({ id, at }: Policy): Generator<Finding> {
  const expected = at.file.replace(/^.*\//, '').replace(/\.ya?ml$/, '');
  if (id !== expected) yield found(within(at, 'id'), { code: 'policy/id-is-not-file-name', id, expected });
}

function* everyClauseCitedStandsInTheText(policy: Policy): Generator<Finding> {
  const clauses = Object.keys(policy.clauses);
  for (const { at, cited } of citations(policy)) {
    for (const clause of asList(cited)) {
      if (!clauses.includes(clause)) yield found(at, { code: 'policy/unknown-clause', clause, nearest: nearest(clause, clauses) });
    }
  }
}

/** Every place where a clause is cited. */
function* citations(policy: Policy): Generator<{ at: Place; cited: string | string[] }> {
  const { at, ...sections } = policy;
  yield* citedIn(sections, at);
}

function* citedIn(value: unknown, at: Place): Generator<{ at: Place; cited: string | string[] }> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, below] of Object.entries(value)) {
    const step = Array.isArray(value) ? Number(key) : key;
    const isText = key === 'clauses' || key === 'inForce';
    if (key === 'clause' && (typeof below === 'string' || Array.isArray(below))) yield { at: within(at, key), cited: below as string | string[] };
    else if (!isText) yield* citedIn(below, within(at, step));
  }
}

function* everyPoolNamedIsDefined({ rules, pools, at }: Policy): Generator<Finding> {
  for (const [id, { pool }] of Object.entries(rules)) {
    if (pool === undefined || pool in pools) continue;
    yield found(within(at, 'rules', id, 'pool'), { code: 'policy/unknown-pool', pool, nearest: nearest(pool, Object.keys(pools)) });
  }
}

function* everyClassNamedIsAClass(policy: Policy): Generator<Finding> {
  const known = Object.keys(policy.outlets);
  for (const { at, written } of conditions(policy)) {
    for (const { path, named } of mentions(written, ['class', 'target_class'])) {
      if (typeof named === 'string' && !known.includes(named))
        yield found(within(at, ...path), { code: 'policy/unknown-class', named, nearest: nearest(named, known) });
    }
  }
}

function* mentions(written: Condition, attributes: readonly string[]): Generator<{ path: (string | number)[]; named: unknown }> {
  const alternatives = Array.isArray(written) ? written.map((entry, index) => ({ entry, path: [index] })) : [{ entry: written, path: [] }];
  for (const { entry, path } of alternatives) {
    for (const [name, test] of Object.entries(entry)) {
      if (attributes.includes(name)) for (const named of asList(test)) yield { path: [...path, name], named };
    }
  }
}

function* everyAttributeNamedExists(policy: Policy): Generator<Finding> {
  const known = attributesOf(policy);
  for (const { at, written, known: allowed } of conditions(policy, known)) yield* unknownIn(written, at, allowed);
  for (const { at, written } of amounts(policy)) yield* unknownInAmount(written, at, known);
  for (const [id, { times }] of Object.entries(policy.rules)) if (times) yield* unknownName(times, within(policy.at, 'rules', id, 'times'), known);
  for (const [name, { once_per }] of Object.entries(policy.pools))
    for (const each of asList(once_per)) yield* unknownName(each, within(policy.at, 'pools', name, 'once_per'), [...known, 'rule']);
}

/** What rules may look at: the attributes of facts, and the figures that the ordinance names. */
const attributesOf = ({ words }: Policy): string[] => [...Object.keys(ATTRIBUTES), ...(words.figure ?? [])];

function* unknownName(attribute: string, at: Place, known: readonly string[]): Generator<Finding> {
  if (!known.includes(attribute)) yield found(at, { code: 'policy/unknown-attribute', attribute, nearest: nearest(attribute, known), known });
}

function* unknownIn(written: Condition, at: Place, known: readonly string[]): Generator<Finding> {
  const alternatives = Array.isArray(written)
    ? written.map((entry, index) => ({ entry, place: within(at, index) }))
    : [{ entry: written, place: at }];
  for (const { entry, place } of alternatives) for (const name of Object.keys(entry)) yield* unknownName(name, keyAt(within(place, name)), known);
}

function* unknownInAmount(written: Amount, at: Place, known: readonly string[]): Generator<Finding> {
  if (typeof written === 'number') return;
  for (const key of ['by', 'of', 'judged'] as const) {
    const names = key in written ? (written as Record<typeof key, string | string[]>)[key] : [];
    for (const name of asList(names)) yield* unknownName(name, within(at, key), known);
  }
  if ('otherwise' in written && written.otherwise !== undefined) yield* unknownInAmount(written.otherwise, within(at, 'otherwise'), known);
}

interface Located<T> {
  readonly at: Place;
  readonly written: T;
}

/** Every condition of the ordinance, with the attributes that it may name. */
function* conditions(policy: Policy, facts: readonly string[] = attributesOf(policy)): Generator<Located<Condition> & { known: readonly string[] }> {
  for (const [name, written] of Object.entries(policy.outlets)) yield { at: within(policy.at, 'outlets', name), written, known: OUTLET_ATTRIBUTES };
  for (const { at, key, written } of entriesNamed(policy, ['where', 'unless', 'each', 'subjects'])) {
    yield { at, written: written as Condition, known: key === 'each' || key === 'subjects' ? UNIT_ATTRIBUTES : facts };
  }
}

/** Every value under one of `keys` that is a condition, wherever it stands outside the text and the outlets. */
function* entriesNamed(policy: Policy, keys: readonly string[]): Generator<{ at: Place; key: string; written: unknown }> {
  const { at, clauses: _text, outlets: _outlets, readings: _readings, inForce: _inForce, ...sections } = policy;
  yield* namedIn(sections, at, keys);
}

function* namedIn(value: unknown, at: Place, keys: readonly string[]): Generator<{ at: Place; key: string; written: unknown }> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, below] of Object.entries(value)) {
    const place = within(at, Array.isArray(value) ? Number(key) : key);
    if (keys.includes(key) && typeof below === 'object' && below !== null) yield { at: place, key, written: below };
    else yield* namedIn(below, place, keys);
  }
}

function* amounts(policy: Policy): Generator<Located<Amount>> {
  for (const [id, { points }] of Object.entries(policy.rules))
    if (points !== undefined) yield { at: within(policy.at, 'rules', id, 'points'), written: points };
  for (const [id, { at_least }] of Object.entries(policy.duties)) yield { at: within(policy.at, 'duties', id, 'at_least'), written: at_least };
}

function* everyReadingChosenIsAnOption({ readings, at }: Policy): Generator<Finding> {
  for (const [reading, { chosen, options }] of Object.entries(readings)) {
    if (!(chosen in options))
      yield found(within(at, 'readings', reading, 'chosen'), { code: 'policy/unknown-option', reading, chosen, options: Object.keys(options) });
  }
}

/** The first key of a path that a reading sets has to be one of the sections; the rest is judged by the schema once it is chosen. */
function* everyReadingChangesWhatExists(policy: Policy): Generator<Finding> {
  for (const [reading, { options }] of Object.entries(policy.readings)) {
    for (const [option, { set = {} }] of Object.entries(options)) {
      for (const path of Object.keys(set)) {
        if (exists(policy, path)) continue;
        yield found(keyAt(within(policy.at, 'readings', reading, 'options', option, 'set', path)), {
          code: 'policy/reading-changes-nothing',
          reading,
          option,
          path,
        });
      }
    }
  }
}

/** Whether the block that a path changes is there: all of it but the last key, which may be new. */
function exists(policy: Policy, path: string): boolean {
  const [first = '', ...rest] = path.split('.');
  const blocks = [first === 'in_force' ? 'inForce' : first, ...rest].slice(0, -1);
  const block = blocks.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined),
    policy,
  );
  return blocks.length === 0 ? first in WrittenPolicy.shape : block !== undefined;
}

function* everyDivisionSaysHowItRounds({ items, rounding, at }: Policy): Generator<Finding> {
  const divides = items.authors === 'equal' || items.units.otherwise === 'equal' || Object.values(items.units.table).includes('equal');
  if (divides && !rounding) yield found(placeOf(at.file, 'items'), { code: 'policy/division-without-rounding' });
}
