/** What the rules of an ordinance would give for each fact of an item, and which of them counts. */
import { periodOf } from '../model/period.ts';
import { divide, type Points, ZERO } from '../model/points.ts';
import type { PersonId, Share } from '../model/records.ts';
import type { Attributes } from '../policy/conditions.ts';
import type { Reason } from './credit.ts';
import { type Fact, factAttributes, type Registers } from './fact.ts';
import type { Item } from './items.ts';
import type { CompanyRule, ReadyRule, Rulebook } from './rulebook.ts';

/** What a fact would give by the rules of one pool: the parts by rule, and the group in which it competes. */
export interface Claim {
  readonly fact: Fact;
  readonly rules: readonly ReadyRule[];
  readonly parts: readonly Points[];
  readonly worth: Points;
  readonly group: string;
}

/** What the valuation of items needs: the rulebook of each ordinance, and the registers. */
export interface Bench {
  readonly registers: Registers;
  bookOf(policy: NonNullable<Fact['policy']>): Rulebook;
}

/** An item as one of its units sees it. */
export interface View {
  readonly item: Item;
  readonly share: Share;
  readonly bench: Bench;
  readonly facts: readonly Fact[];
  /** The authors for whom this unit's credits count. */
  readonly authors: readonly PersonId[];
}

/** The claims of all facts known; once a fact voids the item, only claims of such facts are left. */
export function standing(known: readonly Fact[], view: View): Claim[] {
  const claims = known.flatMap((fact) => claimsOf(fact, known, view));
  const voiding = claims.filter(({ rules }) => rules.some(({ voids }) => voids));
  return voiding.length > 0 ? voiding : claims;
}

function claimsOf(fact: Fact, known: readonly Fact[], view: View): Claim[] {
  if (fact.barred || !fact.policy) return [];
  const attributes = attributesFor(fact, view);
  const byPool = new Map<string, { rules: ReadyRule[]; parts: Points[] }>();
  for (const rule of view.bench.bookOf(fact.policy).rulesFor(fact.kind)) {
    if (!rule.applies(attributes) || companyFault(rule, known, view)) continue;
    const given = worthOf(rule, attributes, fact, view);
    if (given === null) continue;
    const pool = byPool.get(rule.pool.name) ?? { rules: [], parts: [] };
    pool.rules.push(rule);
    pool.parts.push(given);
    byPool.set(rule.pool.name, pool);
  }
  return [...byPool.values()].map(({ rules, parts }) => claim(fact, rules, parts, attributes));
}

function claim(fact: Fact, rules: readonly ReadyRule[], parts: readonly Points[], attributes: Attributes): Claim {
  return {
    fact,
    rules,
    parts,
    worth: parts.reduce((total, part) => total.plus(part), ZERO),
    group: groupOf(fact, rules[0] as ReadyRule, attributes),
  };
}

/** Facts of one group compete, and the best of them counts; groups add up. */
function groupOf(fact: Fact, { id, pool }: ReadyRule, attributes: Attributes): string {
  const era = pool.anewEach ? periodOf(fact.on, pool.anewEach).key : '';
  const each = pool.oncePer.map((name) => (name === 'rule' ? id : String(attributes(name))));
  const own = pool.combine === 'sum' && each.length === 0 ? `${fact.kind}:${fact.id}` : '';
  return [pool.name, era, own, ...each].join('\u0000');
}

/** What the rule gives for the fact to this unit: its points, times the count it names, times the unit's part. Null where its table has no entry. */
function worthOf(rule: ReadyRule, attributes: Attributes, fact: Fact, view: View): Points | null {
  const base = rule.points(attributes);
  if (base === null) return null;
  const counted = rule.times === null ? base : base.times(Number(attributes(rule.times) ?? 1));
  return fact.unit === null ? shared(counted, fact, view) : counted;
}

function shared(worth: Points, fact: Fact, { item, share }: View): Points {
  const rule = fact.policy?.items.units;
  const mark = (fact.kind === 'adoption' ? fact.record.marks[share.unit] : undefined) ?? share.mark;
  const part = (mark !== null && rule?.table[mark]) || rule?.otherwise;
  if (part === undefined || part === 1) return worth;
  return part === 'equal' ? divide(worth, item.shares.length, roundingOf(fact)) : worth.times(part);
}

export const roundingOf = (fact: Fact) => fact.policy?.rounding ?? { places: 2, mode: 'half-up' as const };

export const attributesFor = (fact: Fact, { share, bench }: View): Attributes => {
  const base = factAttributes(fact, bench.registers.units.get(share.unit), (submission) =>
    fact.policy ? bench.bookOf(fact.policy).targetClass(submission) : null,
  );
  return (name) => (name === 'mark' ? share.mark : base(name));
};

/** Why the rule can't apply for what stands beside the fact; null if it can. */
export function companyFault(rule: ReadyRule, known: readonly Fact[], view: View): Reason | null {
  if (rule.with && !keepsCompany(rule.with, known, view)) return { code: 'needs-company' };
  return rule.without && keepsCompany(rule.without, known, view) ? { code: 'excluded-by-company' } : null;
}

const keepsCompany = (wanted: CompanyRule, known: readonly Fact[], view: View): boolean =>
  known.some((fact) => fact.kind === wanted.kind && !fact.barred && wanted.holds(attributesFor(fact, view)));

/** The claim that counts in each group. Of equal ones the earlier stays, so that nothing moves without a reason. */
export function winnersOf(claims: readonly Claim[], view: View): Map<string, Claim> {
  const winners = new Map<string, Claim>();
  for (const next of claims) {
    const best = winners.get(next.group);
    if (!best || beats(next, best, view)) winners.set(next.group, next);
  }
  return winners;
}

function beats(next: Claim, best: Claim, view: View): boolean {
  const combine = (next.rules[0] as ReadyRule).pool.combine;
  if (combine === 'gravest') return next.worth.lt(best.worth);
  if (combine === 'highest-class') {
    const [rank, held] = [rankOf(next.fact, view), rankOf(best.fact, view)];
    if (rank !== held) return rank > held;
  }
  return next.worth.gt(best.worth);
}

const rankOf = (fact: Fact, { bench }: View): number => (fact.kind === 'adoption' && fact.policy ? bench.bookOf(fact.policy).rankOf(fact.class) : -1);
