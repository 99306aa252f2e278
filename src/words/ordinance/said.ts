/** What one part of an ordinance says, in words, with the clauses that it comes from. */
import { asList } from '../../policy/lists.ts';
import type { Ui } from '../ui.ts';

/** What a clause gives rise to: a sentence, and what there is to add. */
export interface RuleWords {
  readonly clauses: readonly string[];
  readonly kind: keyof Ui['rules']['kinds'];
  readonly text: string;
  readonly lines: readonly string[];
}

export const say = (kind: RuleWords['kind'], clause: string | string[] | undefined, text: string, lines: readonly string[] = []): RuleWords => ({
  kind,
  clauses: asList(clause),
  text,
  lines: lines.filter((line) => line !== ''),
});
