/** 谁来审批: the chains that the ordinance asks for the items of a proposal, alike ones together. */
import { chainFor } from '../approval/chain.ts';
import type { Day } from '../model/day.ts';
import { leadingUnit } from '../scoring/fact.ts';
import type { Said } from '../words/speech.ts';
import type { Card } from './cards.ts';
import type { Scored } from './side.ts';

export interface ChainNeeded {
  readonly records: readonly Said[];
  readonly steps: readonly StepNeeded[];
}

export interface StepNeeded {
  readonly step: string;
  readonly clause: string | null;
  /** Whether only such items need it. */
  readonly special: boolean;
  /** Who may take it, as of the day of the review. */
  readonly people: readonly string[];
  /** Whether the record says that it was taken. */
  readonly done: boolean;
}

/** Of the items that are new or changed. An item without a chain asks for nobody. */
export function chainsOf(cards: readonly Card[], { ledger, journal }: Scored, asOf: Day, called: (card: Card) => Said): ChainNeeded[] {
  const needed = cards.flatMap((card) => {
    const submission = card.folder === 'submissions' && card.change.what !== 'deleted' ? ledger.submissions.get(card.item ?? '') : undefined;
    const book = submission && journal.bookOn(submission.on, leadingUnit(submission));
    if (!submission || !book) return [];
    const taken = new Set((submission.approvals ?? []).map(({ step }) => step));
    const steps = chainFor(submission, book, ledger, asOf).map(
      ({ step, clause, because, people }): StepNeeded => ({
        step,
        clause,
        special: because !== null,
        people: people.map(({ name }) => name),
        done: taken.has(step),
      }),
    );
    return steps.length === 0 ? [] : [{ record: called(card), steps }];
  });
  const alike = Map.groupBy(needed, ({ steps }) => JSON.stringify(steps));
  return [...alike.values()].map((own) => ({ records: own.map(({ record }) => record), steps: own[0]?.steps ?? [] }));
}
