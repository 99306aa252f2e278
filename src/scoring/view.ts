/** An item as one of its units sees it: what every step of its valuation is handed. */
import type { PersonId, Share } from '../model/records.ts';
import type { Attributes } from '../policy/conditions.ts';
import { type Fact, factAttributes, type Registers } from './fact.ts';
import type { Item } from './items.ts';
import type { Rulebook } from './rulebook.ts';

/** What the valuation of items needs: the rulebook of each ordinance, and the registers. */
export interface Bench {
  readonly registers: Registers;
  bookOf(policy: NonNullable<Fact['policy']>): Rulebook;
}

export interface View {
  readonly item: Item;
  readonly share: Share;
  readonly bench: Bench;
  readonly facts: readonly Fact[];
  /** The authors for whom this unit's credits count. */
  readonly authors: readonly PersonId[];
}

/** The attributes of a fact as the unit of the view sees it. */
export function attributesFor(fact: Fact, { item, share, bench }: View): Attributes {
  const targetClass = (submission: NonNullable<Fact['submission']>): string | null =>
    fact.policy ? bench.bookOf(fact.policy).targetClass(submission) : null;
  const base = factAttributes(fact, bench.registers, share.unit, targetClass);
  return (name) => {
    if (name === 'mark') return share.mark;
    return name === 'ordinal' ? ordinalOf(fact, item) : base(name);
  };
}

/** The how-manieth of its kind on the item: the first, second, further instruction or adoption. */
function ordinalOf(fact: Fact, { facts }: Item): number {
  return facts.filter(({ kind }) => kind === fact.kind).indexOf(fact) + 1;
}
