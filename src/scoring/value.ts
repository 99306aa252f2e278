/**
 * 计分: what an item is worth to a unit by what is known of it up to a day; a credit books the change in that worth on the
 * day it changes. It works the same for highest, sum, the best few, multiples and overriding totals, it keeps months adding up to
 * the year, and it never reopens a month that is over.
 */
import type { Day } from '../model/day.ts';
import { isZero, type Points, points, written, ZERO } from '../model/points.ts';
import type { Share, UnitId } from '../model/records.ts';
import { asList } from '../policy/lists.ts';
import type { Limit } from '../policy/written.ts';
import { type Claim, companyFault, standing } from './claims.ts';
import { type Credit, POINTS, type Reason } from './credit.ts';
import type { Fact } from './fact.ts';
import type { Item } from './items.ts';
import { clamp } from './limits.ts';
import type { ReadyRule } from './rulebook.ts';
import { authorParts, authorsOf } from './shares.ts';
import { attributesFor, type Bench, type View } from './view.ts';
import { earnedIn, type Winners, winnersOf } from './winners.ts';

/** All credits of an item, for every unit that shares it or answers for a fact about it. */
export function creditsOf(item: Item, bench: Bench): Credit[] {
  if (item.facts.length === 0) return [];
  const shares = new Map<UnitId, Share>(item.shares.map((share) => [share.unit, share]));
  for (const unit of others(item, bench)) if (!shares.has(unit)) shares.set(unit, { unit, mark: null, weight: 1 });
  return [...shares.values()].flatMap((share) => creditsFor(item, share, bench)).flatMap((credit) => placed(credit, item, bench));
}

/** A credit where its rule lets it fall: on the unit itself, on those below, the one above or its class as well, or on these alone. */
function placed(credit: Credit, { facts }: Item, bench: Bench): Credit[] {
  if (credit.rule === null || isZero(credit.points)) return [credit];
  const fallsOn = facts.find(({ policy }) => policy?.id === credit.policy)?.policy?.rules[credit.rule]?.falls_on;
  if (fallsOn === undefined) return [credit];
  const alone = typeof fallsOn !== 'string';
  const others = relatives(credit.unit, alone ? fallsOn.only : fallsOn, bench).map((unit) => ({ ...credit, unit, people: [] }));
  if (!alone) return [credit, ...others];
  return others.length > 0 ? others : [{ ...credit, points: ZERO, people: [], reason: { code: 'not-covered' } }];
}

function relatives(unit: UnitId, how: 'children' | 'parent' | 'class', { registers }: Bench): UnitId[] {
  const own = registers.units.get(unit);
  const units = [...registers.units.values()].filter(({ id }) => id !== unit);
  if (how === 'parent') return own?.parent ? [own.parent] : [];
  return units.filter((other) => (how === 'children' ? other.parent === unit : other.class === own?.class)).map(({ id }) => id);
}

/** Units beside those that share the item: whom a fact concerns alone, and the editing office where it gets a part. */
const others = ({ facts }: Item, bench: Bench): UnitId[] => facts.flatMap((fact) => (fact.unit === null ? officesOf(fact, bench) : [fact.unit]));

function officesOf({ policy, kind }: Fact, bench: Bench): UnitId[] {
  if (policy === null) return [];
  const book = bench.bookOf(policy);
  return book.rulesFor(kind).flatMap(({ ledger }) => book.officeFor(ledger) ?? []);
}

/** Whether a fact concerns a unit: as its own, as that of an item it shares, or as one of which the editing office gets a part. */
function concerns(fact: Fact, unit: UnitId, { shares }: Item, bench: Bench): boolean {
  if (fact.unit !== null) return fact.unit === unit;
  return shares.some((share) => share.unit === unit) || officesOf(fact, bench).includes(unit);
}

const NONE: Winners = new Map();

function creditsFor(item: Item, share: Share, bench: Bench): Credit[] {
  const facts = item.facts.filter((fact) => concerns(fact, share.unit, item, bench));
  const view: View = { item, share, bench, facts, authors: authorsOf(item, share, bench) };
  const credits: Credit[] = [];
  let before = NONE;
  for (let end = 0; end < facts.length; ) {
    const start = end;
    const on = (facts[start] as Fact).on;
    while (facts[end]?.on === on) end += 1;
    const known = facts.slice(0, end);
    const claims = claimsOn(known, view);
    const after = winnersOf(claims, view);
    credits.push(...changes(before, after, on, view), ...setAside(facts.slice(start, end), claims, after, known, view));
    before = after;
  }
  return bookedWithFirst(facts) ? withFirst(credits) : credits;
}

/** The claims of a day; a second round where some rule gives a multiple of what a pool has come to. */
function claimsOn(known: readonly Fact[], view: View): Claim[] {
  const first = standing(known, view, null);
  const multiples = known.some(
    ({ policy, kind }) =>
      policy !== null &&
      view.bench
        .bookOf(policy)
        .rulesFor(kind)
        .some(({ multipleOf }) => multipleOf !== null),
  );
  return multiples ? standing(known, view, earnedIn(winnersOf(first, view))) : first;
}

/** The credits by which the worth of the item moves from `before` to `after`. */
function changes(before: Winners, after: Winners, on: Day, view: View): Credit[] {
  const credits: Credit[] = [];
  for (const [group, now] of after) credits.push(...moves(before.get(group) ?? [], now, after, on, view));
  for (const [group, then] of before) if (!after.has(group)) credits.push(...moves(then, [], after, on, view));
  return [...credits, ...cuts(before, after, on, view), ...itemCuts(before, after, on, view)];
}

/** Within a group: those who come in take the place of those who go, one for one. */
function moves(then: readonly Claim[], now: readonly Claim[], after: Winners, on: Day, view: View): Credit[] {
  const gone = then.filter(({ fact }) => !now.some((claim) => claim.fact === fact));
  return [
    ...now.flatMap((claim) => {
      const held = then.find(({ fact }) => fact === claim.fact);
      return raise(held ?? gone.shift(), claim, on, view);
    }),
    ...gone.map((claim) => withdrawal(claim, after, on, view)),
  ];
}

/** Books a new winner: each of its rules in full, the first less what the one it replaces had already earned. */
function raise(then: Claim | undefined, now: Claim, on: Day, view: View): Credit[] {
  if (then && then.fact === now.fact && then.worth.eq(now.worth)) return [];
  return now.rules.map((rule, index) => {
    const part = now.parts[index] as Points;
    if (!then || index > 0) return credit(now.fact, rule, part, on, reasonOf(now.fact), view);
    const reason: Reason = { code: 'raised', worth: written(now.worth), booked: written(then.worth), replaces: then.fact.id };
    return credit(now.fact, rule, part.minus(then.worth), on, reason, view);
  });
}

function reasonOf(fact: Fact): Reason {
  if (fact.kind === 'obligation' && fact.outcome === '未按时' && fact.due) return { code: 'deadline-missed', due: fact.due };
  return { code: 'counted' };
}

function withdrawal(then: Claim, after: Winners, on: Day, view: View): Credit {
  const overriding = [...after.values()].flat().find(({ rules }) => rules.some(({ overrides }) => overrides));
  const reason: Reason = overriding ? { code: 'overridden', by: overriding.fact.id } : { code: 'withdrawn', by: null };
  return credit(then.fact, then.rules[0], then.worth.times(-1), on, reason, view);
}

/** What takes a pool back to its cap or floor, or gives back what they no longer take. */
function cuts(before: Winners, after: Winners, on: Day, view: View): Credit[] {
  const held = [...before.values(), ...after.values()].flat().filter(({ rules: [{ pool }] }) => pool.atMost !== null || pool.atLeast !== null);
  const byPool = new Map(held.map((claim) => [claim.rules[0].pool.name, claim]));
  return [...byPool.values()].flatMap(({ fact, rules: [rule] }) => {
    const [now, then] = [cutOf(after, rule.pool.name), cutOf(before, rule.pool.name)];
    const bound = now.gt(0) || then.gt(0) ? rule.pool.atLeast : rule.pool.atMost;
    return now.eq(then) ? [] : [credit(fact, rule, now.minus(then), on, { code: 'pool-capped', cap: written(bound ?? ZERO) }, view)];
  });
}

/** How much a pool's cap takes away (negative), or its floor gives back. */
function cutOf(winners: Winners, pool: string): Points {
  const worth = [...winners.values()].flat().filter(({ rules }) => rules[0].pool.name === pool);
  return earnedIn(winners)(pool).minus(worth.reduce((total, claim) => total.plus(claim.worth), ZERO));
}

/** What takes the whole item back to a limit of the ordinance on each item. */
function itemCuts(before: Winners, after: Winners, on: Day, view: View): Credit[] {
  const last = [...before.values(), ...after.values()]
    .flat()
    .reduce<Fact | null>((held, { fact }) => (held && held.on > fact.on ? held : fact), null);
  if (!last?.policy) return [];
  return view.bench.bookOf(last.policy).itemLimits.flatMap(([id, limit]) => {
    const [now, then] = [itemCut(after, limit), itemCut(before, limit)];
    const rule = { id, clause: asList(limit.clause)[0] as string, ledger: POINTS, chargedTo: null };
    const cap = written(points((now.gt(0) || then.gt(0) ? limit.at_least : limit.at_most) ?? 0));
    return now.eq(then) ? [] : [credit(last, rule, now.minus(then), on, { code: 'pool-capped', cap }, view)];
  });
}

/** How much a limit on the item takes away, or gives back: of its points, or of those by the rules that the limit names. */
function itemCut(winners: Winners, limit: Limit): Points {
  const under = [...winners.values()]
    .flat()
    .filter(({ rules: [{ id, ledger, chargedTo }] }) => isLimited(limit, id) && ledger === POINTS && !chargedTo);
  const pools = new Set(under.map(({ rules: [{ pool }] }) => pool.name));
  const worth = [...pools].reduce((total, pool) => total.plus(earnedIn(winners)(pool)), ZERO);
  return clamp(worth, limit).minus(worth);
}

const isLimited = ({ rules }: Limit, rule: string): boolean => rules === undefined || rules.includes(rule);

/** The zero credits of a day's facts that earned nothing, each with its reason. */
function setAside(fresh: readonly Fact[], claims: readonly Claim[], after: Winners, known: readonly Fact[], view: View): Credit[] {
  return fresh.flatMap((fact) => {
    const own = claims.filter((entry) => entry.fact === fact);
    if (own.length === 0) return unclaimed(fact, known, claims, view);
    return own.filter(({ group }) => !after.get(group)?.some((claim) => claim.fact === fact)).map((entry) => outdone(entry, after, view));
  });
}

function outdone(entry: Claim, after: Winners, view: View): Credit {
  const best = after.get(entry.group)?.[0] as Claim;
  const reason: Reason = { code: 'better-counted', by: best.fact.id, worth: written(best.worth) };
  return credit(entry.fact, entry.rules[0], ZERO, entry.fact.on, reason, view);
}

/** A fact that no rule gives anything. Filings, obligations and figures that an ordinance does not score are no news; the rest are shown as not covered. */
function unclaimed(fact: Fact, known: readonly Fact[], claims: readonly Claim[], view: View): Credit[] {
  if (fact.barred) return [credit(fact, null, ZERO, fact.on, fact.barred, view)];
  if (!fact.policy) return QUIET.has(fact.kind) ? [] : [credit(fact, null, ZERO, fact.on, { code: 'no-ordinance' }, view)];
  const attributes = attributesFor(fact, view);
  const rule = view.bench
    .bookOf(fact.policy)
    .rulesFor(fact.kind)
    .find(({ applies }) => applies(attributes));
  if (!rule && QUIET.has(fact.kind)) return [];
  const overriding = claims.find(({ rules }) => rules.some(({ overrides }) => overrides));
  if (rule && overriding) return [credit(fact, rule, ZERO, fact.on, { code: 'overridden', by: overriding.fact.id }, view)];
  const reason = (rule && companyFault(rule, known, view)) ?? uncovered(fact);
  return [credit(fact, rule ?? null, ZERO, fact.on, reason, view)];
}

const QUIET: ReadonlySet<Fact['kind']> = new Set(['submission', 'obligation', 'figure']);

function uncovered(fact: Fact): Reason {
  if (fact.kind !== 'adoption' || fact.class !== null) return { code: 'not-covered' };
  if (fact.outlet.editions) return { code: 'edition-needed' };
  return { code: fact.outlet.level === '未定' ? 'level-open' : 'not-covered' };
}

function credit(
  fact: Fact,
  rule: Pick<ReadyRule, 'id' | 'clause' | 'ledger' | 'chargedTo'> | null,
  given: Points,
  on: Day,
  reason: Reason,
  view: View,
): Credit {
  const ledger = rule?.ledger ?? POINTS;
  return {
    on,
    unit: view.share.unit,
    people: authorParts(given, fact, ledger, view.authors),
    points: given,
    ledger,
    scope: rule?.chargedTo ?? null,
    policy: fact.policy?.id ?? null,
    clause: rule?.clause ?? null,
    rule: rule?.id ?? null,
    item: view.item.submission?.id ?? null,
    kind: fact.kind,
    record: fact.id,
    at: fact.at,
    reason,
  };
}

const bookedWithFirst = (facts: readonly Fact[]): boolean => facts.some(({ policy }) => policy?.items.booking === 'with-first');

/** Everything on the day of the first points, where an ordinance is read so. */
function withFirst(credits: readonly Credit[]): Credit[] {
  const first = credits.find(({ points }) => !isZero(points));
  return credits.map((entry) => (first && !isZero(entry.points) ? { ...entry, on: first.on } : entry));
}
