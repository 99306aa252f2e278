/**
 * 计分: what an item is worth to a unit by what is known of it up to a day; a credit books the change in that worth on the
 * day it changes. It works the same for highest, sum, once-per and company rules, it keeps months adding up to the year,
 * and it never reopens a month that is over.
 */
import type { Day } from '../model/day.ts';
import { divide, isZero, type Points, written, ZERO } from '../model/points.ts';
import type { PersonId, Share, UnitId } from '../model/records.ts';
import { attributesFor, type Bench, type Claim, companyFault, roundingOf, standing, type View, winnersOf } from './claims.ts';
import { type Credit, POINTS, type Reason } from './credit.ts';
import type { Fact } from './fact.ts';
import type { Item } from './items.ts';
import type { ReadyRule } from './rulebook.ts';

/** All credits of an item, for every unit that shares it or answers for a fact about it. */
export function creditsOf(item: Item, bench: Bench): Credit[] {
  if (item.facts.length === 0) return [];
  const shares = new Map<UnitId, Share>(item.shares.map((share) => [share.unit, share]));
  for (const { unit } of item.facts) if (unit !== null && !shares.has(unit)) shares.set(unit, { unit, mark: null });
  return [...shares.values()].flatMap((share) => creditsFor(item, share, bench));
}

function creditsFor(item: Item, share: Share, bench: Bench): Credit[] {
  const facts = item.facts.filter(({ unit }) => unit === null || unit === share.unit);
  const view: View = { item, share, bench, facts, authors: authorsOf(item, share, bench) };
  const credits: Credit[] = [];
  let before = new Map<string, Claim>();
  for (let end = 0; end < facts.length; ) {
    const start = end;
    const on = (facts[start] as Fact).on;
    while (facts[end]?.on === on) end += 1;
    const known = facts.slice(0, end);
    const claims = standing(known, view);
    const after = winnersOf(claims, view);
    credits.push(...changes(before, after, on, view), ...setAside(facts.slice(start, end), claims, after, known, view));
    before = after;
  }
  return bookedWithFirst(facts) ? withFirst(credits) : credits;
}

/** The credits by which the worth of the item moves from `before` to `after`. */
function changes(before: ReadonlyMap<string, Claim>, after: ReadonlyMap<string, Claim>, on: Day, view: View): Credit[] {
  const credits: Credit[] = [];
  for (const [group, now] of after) credits.push(...raise(before.get(group), now, on, view));
  for (const [group, then] of before) if (!after.has(group)) credits.push(withdrawal(then, after, on, view));
  return credits;
}

/** Books a new winner: each of its rules in full, the first less what the group had already earned. */
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

function withdrawal(then: Claim, after: ReadonlyMap<string, Claim>, on: Day, view: View): Credit {
  const voiding = [...after.values()].find(({ rules }) => rules.some(({ voids }) => voids));
  const reason: Reason = voiding ? { code: 'voided', by: voiding.fact.id } : { code: 'withdrawn', by: null };
  return credit(then.fact, then.rules[0] as ReadyRule, then.worth.times(-1), on, reason, view);
}

/** The zero credits of a day's facts that earned nothing, each with its reason. */
function setAside(fresh: readonly Fact[], claims: readonly Claim[], after: ReadonlyMap<string, Claim>, known: readonly Fact[], view: View): Credit[] {
  return fresh.flatMap((fact) => {
    const own = claims.filter((entry) => entry.fact === fact);
    if (own.length === 0) return unclaimed(fact, known, view);
    return own.filter(({ group }) => after.get(group)?.fact !== fact).map((entry) => outdone(entry, after, view));
  });
}

function outdone(entry: Claim, after: ReadonlyMap<string, Claim>, view: View): Credit {
  const best = after.get(entry.group) as Claim;
  const reason: Reason = { code: 'better-counted', by: best.fact.id, worth: written(best.worth) };
  return credit(entry.fact, entry.rules[0] as ReadyRule, ZERO, entry.fact.on, reason, view);
}

/** A fact that no rule gives anything. Filings and obligations that an ordinance does not score are no news; the rest are shown as not covered. */
function unclaimed(fact: Fact, known: readonly Fact[], view: View): Credit[] {
  if (fact.barred) return [credit(fact, null, ZERO, fact.on, fact.barred, view)];
  if (!fact.policy) return fact.kind === 'submission' ? [] : [credit(fact, null, ZERO, fact.on, { code: 'no-ordinance' }, view)];
  const attributes = attributesFor(fact, view);
  const rule = view.bench
    .bookOf(fact.policy)
    .rulesFor(fact.kind)
    .find(({ applies }) => applies(attributes));
  if (!rule && (fact.kind === 'submission' || fact.kind === 'obligation')) return [];
  const reason = (rule && companyFault(rule, known, view)) ?? uncovered(fact);
  return [credit(fact, rule ?? null, ZERO, fact.on, reason, view)];
}

function uncovered(fact: Fact): Reason {
  if (fact.kind !== 'adoption' || fact.class !== null) return { code: 'not-covered' };
  if (fact.outlet.editions) return { code: 'edition-needed' };
  return { code: fact.outlet.level === '未定' ? 'level-open' : 'not-covered' };
}

function credit(fact: Fact, rule: ReadyRule | null, given: Points, on: Day, reason: Reason, view: View): Credit {
  return {
    on,
    unit: view.share.unit,
    people: view.authors.map((person, index) => ({ person, points: partOf(given, index, view.authors.length, fact) })),
    points: given,
    ledger: rule?.ledger ?? POINTS,
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

/** The authors who belong to this unit; those who belong to none of the sharing units go with the leading one. */
function authorsOf({ submission, shares }: Item, share: Share, { registers }: Bench): readonly PersonId[] {
  const authors = submission?.authors ?? [];
  if (shares.length <= 1) return authors;
  const homes = authors.map((author) => registers.people.get(author)?.unit);
  const leading = share.unit === shares[0]?.unit;
  return authors.filter((_, index) => homes[index] === share.unit || (leading && !shares.some(({ unit }) => unit === homes[index])));
}

/** An author's part of a credit: in full, in equal parts, or for the first author only. */
function partOf(given: Points, index: number, authors: number, fact: Fact): Points {
  const rule = fact.policy?.items.authors ?? 'full';
  if (rule === 'full' || (rule === 'first' && index === 0)) return given;
  return rule === 'first' ? ZERO : divide(given, authors, roundingOf(fact));
}
