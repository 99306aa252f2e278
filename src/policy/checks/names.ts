/** Names: the clauses, pools, rules, accounts and attributes that an ordinance speaks of exist in it. */
import { nearest } from '../../ledger/nearest.ts';
import type { Finding } from '../../model/finding.ts';
import { keyAt, type Place, within } from '../../model/place.ts';
import { ATTRIBUTES, OUTLET_ATTRIBUTES, UNIT_ATTRIBUTES } from '../attributes.ts';
import { asList } from '../lists.ts';
import type { Policy } from '../policy.ts';
import type { Subject } from '../ranges.ts';
import type { Amount, Condition } from '../written.ts';
import { amountsIn, askedBy, found } from './places.ts';

export function* everyClauseCitedStandsInTheText(policy: Policy): Generator<Finding> {
  const clauses = Object.keys(policy.clauses);
  const { at, inForce: _inForce, clauses: _text, ...sections } = policy;
  for (const { at: place, cited } of citedIn(sections, at)) {
    for (const clause of asList(cited)) {
      if (!clauses.includes(clause)) yield found(place, { code: 'policy/unknown-clause', clause, nearest: nearest(clause, clauses) });
    }
  }
}

function* citedIn(value: unknown, at: Place): Generator<{ at: Place; cited: string | string[] }> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, below] of Object.entries(value)) {
    const step = Array.isArray(value) ? Number(key) : key;
    if (key === 'clause' && (typeof below === 'string' || Array.isArray(below))) yield { at: within(at, key), cited: below as string | string[] };
    else yield* citedIn(below, within(at, step));
  }
}

export function* everyPoolNamedIsDefined({ rules, pools, at }: Policy): Generator<Finding> {
  const known = Object.keys(pools);
  for (const [id, { pool, multiple_of }] of Object.entries(rules)) {
    if (pool !== undefined && !known.includes(pool)) yield unknownPool(within(at, 'rules', id, 'pool'), pool, known);
    const of = multiple_of?.pool;
    if (of !== undefined && !known.includes(of)) yield unknownPool(within(at, 'rules', id, 'multiple_of', 'pool'), of, known);
  }
}

const unknownPool = (at: Place, pool: string, known: readonly string[]): Finding =>
  found(at, { code: 'policy/unknown-pool', pool, nearest: nearest(pool, known) });

/** What follows from duties, caps some rules, or is made up of them names those that there are. */
export function* everyRuleNamedExists(policy: Policy): Generator<Finding> {
  const duties = Object.keys(policy.duties);
  const all = [...Object.keys(policy.rules), ...duties];
  for (const { at, named, among } of ruleNames(policy)) {
    const known = among === 'duties' ? duties : all;
    if (!known.includes(named)) yield found(at, { code: 'policy/unknown-rule', named, among, nearest: nearest(named, known) });
  }
}

function* ruleNames({
  at,
  reminders,
  consequences,
  awards,
  limits,
  ranking,
}: Policy): Generator<{ at: Place; named: string; among: 'duties' | 'rules' }> {
  for (const [index, { duty }] of reminders.entries()) yield { at: within(at, 'reminders', index, 'duty'), named: duty, among: 'duties' };
  for (const [id, { when }] of Object.entries(consequences))
    if ('duty' in when) yield { at: within(at, 'consequences', id, 'when', 'duty'), named: when.duty, among: 'duties' };
  for (const [id, { needs_met }] of Object.entries(awards))
    if (needs_met !== undefined) yield { at: within(at, 'awards', id, 'needs_met'), named: needs_met, among: 'duties' };
  for (const [id, { rules = [] }] of Object.entries(limits))
    for (const [index, named] of rules.entries()) yield { at: within(at, 'limits', id, 'rules', index), named, among: 'rules' };
  for (const [name, { rules }] of Object.entries(ranking.modules ?? {}))
    for (const [index, named] of rules.entries()) yield { at: within(at, 'ranking', 'modules', name, 'rules', index), named, among: 'rules' };
}

/** What rules may look at: the attributes of facts, and the figures that the ordinance names. */
const attributesOf = ({ words }: Policy): string[] => [...Object.keys(ATTRIBUTES), ...(words.figure ?? [])];

export function* everyAttributeNamedExists(policy: Policy): Generator<Finding> {
  const facts = attributesOf(policy);
  const knownOf = (subject: Subject): readonly string[] => (subject === 'unit' ? UNIT_ATTRIBUTES : subject === 'outlet' ? OUTLET_ATTRIBUTES : facts);
  for (const { where, unless, subject } of askedBy(policy))
    for (const part of [where, unless]) if (part) yield* unknownIn(part.written, part.at, knownOf(subject));
  for (const { at, written } of amountsIn(policy)) yield* unknownInAmount(written, at, facts);
  for (const [id, { times }] of Object.entries(policy.rules)) if (times) yield* unknownName(times, within(policy.at, 'rules', id, 'times'), facts);
  for (const [name, { once_per }] of Object.entries(policy.pools))
    for (const each of asList(once_per)) yield* unknownName(each, within(policy.at, 'pools', name, 'once_per'), [...facts, 'rule']);
}

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
