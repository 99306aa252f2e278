/** How an item's points are shared: among the units that made it, and among its authors. */
import { divide, type Points, points, type Rounding, ZERO } from '../model/points.ts';
import type { PersonId, Share } from '../model/records.ts';
import type { AuthorShares, UnitShares } from '../policy/written.ts';
import type { Fact } from './fact.ts';
import type { Item } from './items.ts';
import type { Bench, View } from './view.ts';

/** What the unit of the view gets of `worth`, booked in the account `ledger`. What concerns one unit alone is not shared. */
export function unitPart(worth: Points, fact: Fact, ledger: string, { item, share }: View): Points {
  const rule = fact.policy?.ledgers[ledger]?.units ?? fact.policy?.items.units;
  if (fact.unit !== null || !rule) return worth;
  if (!item.shares.some(({ unit }) => unit === share.unit)) return worth.times(rule.office?.part ?? 0);
  if (rule.each !== undefined && item.shares.length > 1) return worth.eq(0) ? worth : points(rule.each);
  const part = partOf(rule, fact, share, item.shares.length);
  if (part === 'equal') return divide(worth, item.shares.length, roundingOf(fact));
  if (part === 'weight') return divide(worth.times(share.weight), totalWeight(item), roundingOf(fact));
  return part === 1 ? worth : worth.times(part);
}

/** The mark of an adoption goes before that of the item. Without a mark it matters whether the unit made the item alone. */
function partOf(rule: UnitShares, fact: Fact, share: Share, units: number): UnitShares['otherwise'] {
  const mark = (fact.kind === 'adoption' ? fact.record.marks[share.unit] : undefined) ?? share.mark;
  return (mark === null ? undefined : rule.table[mark]) ?? (units > 1 ? rule.otherwise : rule.alone);
}

const totalWeight = ({ shares }: Item): number => shares.reduce((total, { weight }) => total + weight, 0);

/** An ordinance that divides says how it rounds; the check of ordinances sees to it. */
const roundingOf = ({ policy }: Fact): Rounding => policy?.rounding as Rounding;

/** The authors who belong to this unit; those who belong to none of the sharing units go with the leading one. */
export function authorsOf({ submission, shares }: Item, share: Share, { registers }: Bench): readonly PersonId[] {
  const authors = submission?.authors ?? [];
  if (shares.length <= 1 && shares.every(({ unit }) => unit === share.unit)) return authors;
  const homes = authors.map((author) => registers.people.get(author)?.unit);
  const leading = share.unit === shares[0]?.unit;
  return authors.filter((_, index) => homes[index] === share.unit || (leading && !shares.some(({ unit }) => unit === homes[index])));
}

/** What each author gets of what the unit was given: in full, in equal parts, for the first ones only, or in proportion. */
export function authorParts(given: Points, fact: Fact, ledger: string, authors: readonly PersonId[]): { person: PersonId; points: Points }[] {
  const rule = fact.policy?.ledgers[ledger]?.authors ?? fact.policy?.items.authors ?? 'full';
  return authors.map((person, index) => ({ person, points: authorPart(given, rule, index, authors.length, fact) }));
}

function authorPart(given: Points, rule: AuthorShares, index: number, authors: number, fact: Fact): Points {
  if (rule === 'full') return given;
  if (rule === 'equal') return divide(given, authors, roundingOf(fact));
  if (rule === 'first') return index === 0 ? given : ZERO;
  if ('first' in rule) return index < rule.first ? given : ZERO;
  const parts = rule.parts.slice(0, authors);
  const part = parts[index];
  return part === undefined
    ? ZERO
    : divide(
        given.times(part),
        parts.reduce((total, one) => total + one, 0),
        roundingOf(fact),
      );
}
