/** What the rules of an ordinance would give for each fact of an item. */
import { periodOf } from '../model/period.ts';
import { type Points, ZERO } from '../model/points.ts';
import type { Attributes } from '../policy/conditions.ts';
import type { Reason } from './credit.ts';
import type { Fact } from './fact.ts';
import type { CompanyRule, ReadyRule } from './rulebook.ts';
import { unitPart } from './shares.ts';
import { attributesFor, type View } from './view.ts';

/** What a fact would give by the rules of one pool: the parts by rule, and the group in which it competes. */
export interface Claim {
  readonly fact: Fact;
  readonly rules: readonly [ReadyRule, ...ReadyRule[]];
  readonly parts: readonly Points[];
  readonly worth: Points;
  readonly group: string;
}

/** What the item has earned in a pool so far, for rules that give a multiple of it. */
export type EarnedIn = (pool: string) => Points;

/** The claims of all facts known, by the rules that `wanted` picks; once a fact overrides the item, only claims of such facts are left. */
export function standing(known: readonly Fact[], view: View, earnedIn: EarnedIn | null): Claim[] {
  const claims = known.flatMap((fact) => claimsOf(fact, known, view, earnedIn));
  const overriding = claims.filter(({ rules }) => rules.some(({ overrides }) => overrides));
  return overriding.length > 0 ? overriding : claims;
}

interface Parts {
  readonly rules: ReadyRule[];
  readonly parts: Points[];
}

/** Rules that give a multiple of a pool are left for the second round, when it is known what the pools have come to. */
function claimsOf(fact: Fact, known: readonly Fact[], view: View, earnedIn: EarnedIn | null): Claim[] {
  if (fact.barred || !fact.policy) return [];
  const attributes = attributesFor(fact, view);
  const byPool = new Map<string, Parts>();
  for (const rule of view.bench.bookOf(fact.policy).rulesFor(fact.kind)) {
    if (!rule.applies(attributes) || (rule.multipleOf && !earnedIn) || companyFault(rule, known, view)) continue;
    addPart(byPool, rule, attributes, fact, view, earnedIn);
  }
  return [...byPool.values()].map(({ rules, parts }) => claim(fact, rules as [ReadyRule], parts, attributes));
}

function addPart(byPool: Map<string, Parts>, rule: ReadyRule, attributes: Attributes, fact: Fact, view: View, earnedIn: EarnedIn | null): void {
  const pool = byPool.get(rule.pool.name);
  const given = rule.multiply ? multiplied(rule, pool, attributes) : worthOf(rule, attributes, fact, view, earnedIn);
  if (given === null) return;
  const own = pool ?? { rules: [], parts: [] };
  own.rules.push(rule);
  own.parts.push(given);
  byPool.set(rule.pool.name, own);
}

/** What a multiplier adds to what the fact has in the pool by the rules before it; nothing to multiply is no claim. */
function multiplied(rule: ReadyRule, pool: Parts | undefined, attributes: Attributes): Points | null {
  const factor = rule.multiply?.(attributes) ?? null;
  return pool && factor ? sumOf(pool.parts).times(factor.minus(1)) : null;
}

/** What the rule gives for the fact to this unit: its points, times the count it names, times the unit's part. Null where its table has no entry. */
function worthOf(rule: ReadyRule, attributes: Attributes, fact: Fact, view: View, earnedIn: EarnedIn | null): Points | null {
  if (rule.multipleOf) return earnedIn ? earnedIn(rule.multipleOf.pool).times(rule.multipleOf.times) : null;
  const base = rule.points(attributes);
  if (base === null) return null;
  const counted = rule.times === null ? base : base.times(Number(attributes(rule.times) ?? 1));
  return unitPart(counted, fact, rule.ledger, view);
}

const sumOf = (parts: readonly Points[]): Points => parts.reduce((total, part) => total.plus(part), ZERO);

const claim = (fact: Fact, rules: readonly [ReadyRule, ...ReadyRule[]], parts: readonly Points[], attributes: Attributes): Claim => ({
  fact,
  rules,
  parts,
  worth: sumOf(parts),
  group: groupOf(fact, rules[0], attributes),
});

/** Facts of one group compete, and the best of them counts; groups add up. */
function groupOf(fact: Fact, { id, pool }: ReadyRule, attributes: Attributes): string {
  const era = pool.anewEach ? periodOf(fact.on, pool.anewEach).key : '';
  const each = pool.oncePer.map((name) => (name === 'rule' ? id : String(attributes(name))));
  const own = pool.combine === 'sum' && pool.best === null && each.length === 0 ? `${fact.kind}:${fact.id}` : '';
  return [pool.name, era, own, ...each].join('\u0000');
}

/** Why the rule can't apply for what stands beside the fact; null if it can. */
export function companyFault(rule: ReadyRule, known: readonly Fact[], view: View): Reason | null {
  if (rule.with && !keepsCompany(rule.with, known, view)) return { code: 'needs-company' };
  return rule.without && keepsCompany(rule.without, known, view) ? { code: 'excluded-by-company' } : null;
}

const keepsCompany = (wanted: CompanyRule, known: readonly Fact[], view: View): boolean =>
  known.some((fact) => fact.kind === wanted.kind && !fact.barred && wanted.holds(attributesFor(fact, view)));
