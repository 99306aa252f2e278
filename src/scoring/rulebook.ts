/** An ordinance made ready for use: conditions and tables turned into functions, once. */
import type { Day } from '../model/day.ts';
import type { Span } from '../model/period.ts';
import { type Points, points } from '../model/points.ts';
import type { Outlet, Submission, Takers, Unit, UnitId } from '../model/records.ts';
import { type AmountOf, amount } from '../policy/amounts.ts';
import { always, condition, type Holds, never } from '../policy/conditions.ts';
import { asList } from '../policy/lists.ts';
import { classifier, type Policy, timeline } from '../policy/policy.ts';
import type { Condition, FactKind, Limit, Pool, Rule } from '../policy/written.ts';
import { type Registers, submissionAttribute, unitAttributes } from './fact.ts';

/** Another fact of the item that a rule needs, or does not bear. */
export interface CompanyRule {
  readonly kind: FactKind;
  readonly holds: Holds;
}

export interface ReadyRule {
  readonly id: string;
  readonly clause: string;
  readonly ledger: string;
  readonly pool: ReadyPool;
  readonly applies: Holds;
  readonly with: CompanyRule | null;
  readonly without: CompanyRule | null;
  readonly points: AmountOf;
  readonly times: string | null;
  readonly multiply: AmountOf | null;
  readonly multipleOf: { readonly pool: string; readonly times: number } | null;
  readonly overrides: boolean;
  readonly chargedTo: Span | null;
  readonly zeroes: Span | null;
}

export interface ReadyPool {
  readonly name: string;
  readonly combine: Pool['combine'];
  readonly oncePer: readonly string[];
  readonly anewEach: Pool['anew_each'] | null;
  readonly best: number | null;
  readonly atMost: Points | null;
  readonly atLeast: Points | null;
}

/** A step of an approval chain. */
export interface Step extends Takers {
  readonly step: string;
  readonly clause: string | null;
  /** What of the item asks for it; null where every item needs it. */
  readonly where: Condition | null;
}

export interface Rulebook {
  readonly policy: Policy;
  rulesFor(kind: FactKind): readonly ReadyRule[];
  /** The limits on what each item gives, by their ids. */
  readonly itemLimits: readonly (readonly [id: string, limit: Limit])[];
  /** Whether any rule looks at facts of a kind, be it for their company alone. */
  looksAt(kind: FactKind): boolean;
  classOf(outlet: Outlet): string | null;
  /** The rank of a class, lowest first; -1 for none. */
  rankOf(outletClass: string | null): number;
  targetClass(submission: Submission): string | null;
  /** Whether the ordinance does not count such content. */
  excludes(submission: Submission): boolean;
  /** The approval chain that an item of `unit` needs, step by step. */
  chainOf(submission: Submission, unit: Unit): readonly Step[];
  /** The names of its steps. */
  stepsFor(submission: Submission, unit: Unit): readonly string[];
  /** The editing unit that gets a part of every item in an account; null where the ordinance names none. */
  officeFor(ledger: string): UnitId | null;
  /** Whether the ordinance assesses the unit. */
  assesses(unit: Unit): boolean;
}

/** The rulebook of the ordinance in force on a day, for a unit where several stand side by side; null where there is none. */
export type BookOn = (on: Day, unit?: UnitId) => Rulebook | null;

/** The rulebooks of all ordinances in use. */
export interface Books {
  readonly all: readonly Rulebook[];
  readonly bookOn: BookOn;
  readonly bookOf: (policy: Policy) => Rulebook;
}

/** Prepares the ordinances in use for scoring. */
export function booksOf(policies: readonly Policy[], registers: Registers): Books {
  const all = policies.map((policy) => rulebook(policy, registers));
  const byPolicy = new Map(all.map((book) => [book.policy, book]));
  const bookOf = (policy: Policy): Rulebook => byPolicy.get(policy) as Rulebook;
  const policyOn = timeline(policies);
  const bookOn: BookOn = (on, id) => {
    const unit = id === undefined ? undefined : registers.units.get(id);
    const policy = policyOn(on, unit && ((one) => bookOf(one).assesses(unit)));
    return policy ? bookOf(policy) : null;
  };
  return { all, bookOn, bookOf };
}

/** Prepares `policy` for scoring under the given registers. */
function rulebook(policy: Policy, registers: Registers): Rulebook {
  const rules = readyRules(policy);
  const classOf = remembered(classifier(policy));
  const ranks = new Map(Object.keys(policy.outlets).map((name, rank) => [name, rank]));
  const targetClass = (submission: Submission): string | null => {
    const outlet = submission.target === null ? undefined : registers.outlets.get(submission.target);
    return outlet ? classOf(outlet) : null;
  };
  const chainOf = chainsOf(policy, registers, targetClass);
  const assessed = condition(policy.subjects);
  const excluded = condition(policy.filings.excluded, never);
  const looked = new Set(
    Object.values(policy.rules).flatMap((rule) => [rule.for, ...(rule.with ? [rule.with.for] : []), ...(rule.without ? [rule.without.for] : [])]),
  );
  return {
    policy,
    rulesFor: (kind) => rules.get(kind) ?? [],
    itemLimits: Object.entries(policy.limits).filter(([, { per }]) => per === 'item'),
    looksAt: (kind) => looked.has(kind),
    classOf,
    rankOf: (name) => (name === null ? -1 : (ranks.get(name) ?? -1)),
    targetClass,
    excludes: (submission) => excluded((name) => submissionAttribute(submission, name, registers, targetClass)),
    chainOf,
    stepsFor: (submission, unit) => chainOf(submission, unit).map(({ step }) => step),
    officeFor: remembered((ledger) => unitNamed((policy.ledgers[ledger]?.units ?? policy.items.units).office?.unit, registers)),
    assesses: (unit) => assessed(unitAttributes(unit)),
  };
}

function readyRules(policy: Policy): Map<FactKind, ReadyRule[]> {
  const byKind = new Map<FactKind, ReadyRule[]>();
  for (const [id, rule] of Object.entries(policy.rules)) {
    byKind.set(rule.for, [...(byKind.get(rule.for) ?? []), readyRule(id, rule, policy)]);
  }
  return byKind;
}

function readyRule(id: string, rule: Rule, policy: Policy): ReadyRule {
  const [holds, excluded] = [condition(rule.where), condition(rule.unless, never)];
  return {
    id,
    clause: asList(rule.clause)[0] as string,
    ledger: rule.ledger,
    pool: readyPool(rule.pool ?? `(${id})`, rule.pool === undefined ? undefined : policy.pools[rule.pool]),
    applies: (attributes) => holds(attributes) && !excluded(attributes),
    with: company(rule.with),
    without: company(rule.without),
    points: rule.points === undefined ? () => NOTHING : amount(rule.points),
    times: rule.times ?? null,
    multiply: rule.multiply === undefined ? null : amount(rule.multiply),
    multipleOf: rule.multiple_of ?? null,
    overrides: rule.overrides === true,
    chargedTo: rule.charged_to ?? null,
    zeroes: rule.zeroes ?? null,
  };
}

const NOTHING: Points = points(0);

/** A rule without a pool is a pool of its own in which everything is added up. */
function readyPool(name: string, pool: Pool | undefined): ReadyPool {
  return {
    name,
    combine: pool?.combine ?? 'sum',
    oncePer: asList(pool?.once_per),
    anewEach: pool?.anew_each ?? null,
    best: pool?.best ?? null,
    atMost: pool?.at_most === undefined ? null : points(pool.at_most),
    atLeast: pool?.at_least === undefined ? null : points(pool.at_least),
  };
}

function company(written: Rule['with']): CompanyRule | null {
  return written === undefined ? null : { kind: written.for, holds: written.where === undefined ? always : condition(written.where) };
}

function chainsOf(policy: Policy, registers: Registers, targetClass: (submission: Submission) => string | null): Rulebook['chainOf'] {
  const { clause, chains } = policy.approval ?? { clause: undefined, chains: [] };
  const [whole = null] = asList(clause);
  const ready = chains.map(({ each, steps }) => ({
    bears: condition(each),
    steps: steps.map((step) => {
      const written = typeof step === 'string' ? { step } : step;
      return { needed: condition(written.where), step: { ...written, clause: asList(written.clause)[0] ?? whole, where: written.where ?? null } };
    }),
  }));
  return (submission, unit) => {
    const chain = ready.find(({ bears }) => bears(unitAttributes(unit)));
    const attributes = (name: string) => submissionAttribute(submission, name, registers, targetClass);
    return (chain?.steps ?? []).filter(({ needed }) => needed(attributes)).map(({ step }) => step);
  };
}

/** The unit that an ordinance calls by name, id or alias. */
function unitNamed(name: string | undefined, { units }: Registers): UnitId | null {
  if (name === undefined) return null;
  return [...units.values()].find((unit) => unit.name === name || unit.id === name || unit.aliases.includes(name))?.id ?? null;
}

function remembered<K, V>(compute: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined || known.has(key)) return found as V;
    const made = compute(key);
    known.set(key, made);
    return made;
  };
}
