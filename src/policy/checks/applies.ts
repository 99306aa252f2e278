/** Rules that never apply, and rules that apply to the same fact without saying how they go together. */
import type { Finding } from '../../model/finding.ts';
import { keyAt, within } from '../../model/place.ts';
import { asList } from '../lists.ts';
import type { Policy } from '../policy.ts';
import { type Possible, possibilities } from '../possible.ts';
import { NEVER, rangeOf, type Subject } from '../ranges.ts';
import type { Condition, Conditions, Rule } from '../written.ts';
import { type Asked, askedBy, found } from './places.ts';
import { asksForUnknown } from './values.ts';

/** What facts can still be under conditions; the class of an outlet agrees with what else is asked of it. */
export function factsUnder(
  policy: Policy,
  subject: Subject,
  all: readonly (Condition | undefined)[],
  none: readonly (Condition | undefined)[],
): Possible[] {
  const left = possibilities(all, none, (name) => rangeOf(name, subject, policy));
  return subject === 'adoption' ? left.filter((possible) => hasClass(possible, policy)) : left;
}

const OF_CLASSES = ['level', 'channel', 'own'] as const;

function hasClass(possible: Possible, policy: Policy): boolean {
  const classes = possible.get('class');
  const asked = OF_CLASSES.filter((name) => possible.has(name));
  if (classes === undefined || asked.length === 0) return true;
  return classes.some(
    (name) =>
      typeof name !== 'string' ||
      !(name in policy.outlets) ||
      asList<Conditions>(policy.outlets[name]).some((alternative) => agrees(possible, alternative, asked, policy)),
  );
}

function agrees(possible: Possible, alternative: Conditions, asked: readonly string[], policy: Policy): boolean {
  const shared = Object.entries(alternative).filter(([name]) => asked.includes(name));
  return shared.every(([name, test]) => {
    const values = possible.get(name) ?? [];
    return possibilities([{ [name]: test }, { [name]: [...values] }], [], () => rangeOf(name, 'outlet', policy)).length > 0;
  });
}

export function* everyConditionCanHold(policy: Policy): Generator<Finding> {
  for (const asked of askedBy(policy)) {
    const { at, subject, where, unless } = asked;
    if (factsUnder(policy, subject, [where?.written], [unless?.written]).length > 0 || asksForUnknown(asked, policy)) continue;
    yield found((where ?? unless)?.at ?? at, { code: 'policy/never-applies', attribute: strangeIn(asked, policy), reason: 'conditions' });
  }
}

/** The attribute asked for that such a subject never has; null where the conditions exclude each other. */
function strangeIn({ subject, where }: Asked, policy: Policy): string | null {
  const names = asList<Conditions>(where?.written).flatMap((alternative) => Object.keys(alternative));
  return names.find((name) => rangeOf(name, subject, policy) === NEVER) ?? null;
}

/** An outlet belongs to the first class that it meets: a class that lies within those before it never gets one. */
export function* everyClassCanHaveAnOutlet(policy: Policy): Generator<Finding> {
  for (const name of Object.keys(policy.outlets))
    if (canBeMet(name, policy) && !isReached(name, policy))
      yield found(keyAt(within(policy.at, 'outlets', name)), { code: 'policy/never-applies', attribute: null, reason: 'earlier-class' });
}

const canBeMet = (name: string, policy: Policy): boolean => outletsOf([policy.outlets[name]], [], policy).length > 0;

/** Whether an outlet can come to the class past those before it. */
export function isReached(name: string, policy: Policy): boolean {
  const names = Object.keys(policy.outlets);
  const before = names.slice(0, names.indexOf(name)).map((earlier) => policy.outlets[earlier]);
  return outletsOf([policy.outlets[name]], before, policy).length > 0;
}

const outletsOf = (all: readonly (Condition | undefined)[], none: readonly (Condition | undefined)[], policy: Policy): Possible[] =>
  possibilities(all, none, (attribute) => rangeOf(attribute, 'outlet', policy));

export function* everyCompanyCanBeKept(policy: Policy): Generator<Finding> {
  for (const [id, rule] of Object.entries(policy.rules)) {
    const at = within(policy.at, 'rules', id);
    if (rule.with && !canKeep(rule, rule.with, policy))
      yield found(within(at, 'with'), { code: 'policy/never-applies', attribute: null, reason: 'with' });
    if (rule.without && isOwn(rule, rule.without, policy))
      yield found(within(at, 'without'), { code: 'policy/never-applies', attribute: null, reason: 'without' });
  }
}

/** Figures belong to no item, so that nothing stands beside them; what is wanted must not be what is excluded. */
function canKeep({ for: fact, without }: Rule, company: NonNullable<Rule['with']>, policy: Policy): boolean {
  if (fact === 'figure' || company.for === 'figure') return false;
  return without?.for !== company.for || factsUnder(policy, company.for, [company.where], [without.where ?? {}]).length > 0;
}

/** A fact stands beside itself: what excludes it excludes the rule. */
const isOwn = ({ for: fact, where, unless }: Rule, company: NonNullable<Rule['without']>, policy: Policy): boolean =>
  company.for === fact && fact !== 'figure' && factsUnder(policy, fact, [where], [unless, company.where ?? {}]).length === 0;

/**
 * Two rules that give points for one fact say that they add up, by a pool, or that one of them goes first. What goes by a number of its own
 * (length, reads, days) adds up by its nature; fixed points and tables of words may be meant as one instead of the other.
 */
export function* rulesForOneFactSayHowTheyCombine(policy: Policy): Generator<Finding> {
  const alone = Object.entries(policy.rules).filter(
    ([, rule]) => rule.pool === undefined && rule.points !== undefined && rule.overrides === undefined,
  );
  for (const [index, [id, rule]] of alone.entries()) {
    const other = alone.slice(0, index).find(([, earlier]) => claimTheSame(earlier, rule, policy));
    if (other) yield found(keyAt(within(policy.at, 'rules', id)), { code: 'policy/same-fact-twice', rule: id, other: other[0] });
  }
}

function claimTheSame(a: Rule, b: Rule, policy: Policy): boolean {
  if (measureOf(a) !== measureOf(b) || fallsOn(a) !== fallsOn(b)) return false;
  if (a.for !== b.for || a.ledger !== b.ledger || a.charged_to !== b.charged_to || excludesCompany(a, b) || excludesCompany(b, a)) return false;
  return factsUnder(policy, a.for, [a.where, b.where], [a.unless, b.unless]).length > 0;
}

/** The units on which alone a rule falls; its own unit where it names none, or others as well. */
const fallsOn = ({ falls_on }: Rule): string => (typeof falls_on === 'object' ? falls_on.only : 'own');

/** The number by which a rule gives points; none where they are fixed, or looked up by words. */
function measureOf({ points }: Rule): string | null {
  if (typeof points !== 'object' || 'table' in points) return null;
  if ('of' in points) return points.of;
  return 'judged' in points ? points.judged : points.by;
}

/** The one needs the company that the other does not bear. */
const excludesCompany = (a: Rule, b: Rule): boolean =>
  a.with !== undefined &&
  a.with.for === b.without?.for &&
  (b.without.where === undefined || JSON.stringify(a.with.where) === JSON.stringify(b.without.where));
