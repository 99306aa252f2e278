/** 同一稿件: which submissions carry one story, and whose the adoption of one of them is. */
import type { Ledger, Share, Submission, SubmissionId } from '../model/records.ts';
import type { Fact } from './fact.ts';

/** Submissions that carry one story, first filed first, for each of them. */
export type Stories = ReadonlyMap<SubmissionId, readonly Submission[]>;

/** The stories that the records of a ledger declare (`same_as`). */
export function storiesOf(ledger: Ledger): Stories {
  const groups = new Map<SubmissionId, Submission[]>();
  for (const submission of ledger.submissions.values()) {
    const twin = submission.sameAs === null ? undefined : ledger.submissions.get(submission.sameAs);
    if (!twin) continue;
    const members = [...new Set([...(groups.get(submission.id) ?? [submission]), ...(groups.get(twin.id) ?? [twin])])].sort(byFiling);
    for (const member of members) groups.set(member.id, members);
  }
  return groups;
}

const byFiling = (a: Submission, b: Submission): number => (a.on !== b.on ? (a.on < b.on ? -1 : 1) : a.id < b.id ? -1 : 1);

/** Where a fact counts: at its own item, or at an item of its own with shares for all who filed the story. */
export interface Placed {
  readonly fact: Fact;
  readonly shares: readonly Share[] | null;
}

/** Puts a fact where the ordinance's rule for a story that several units filed wants it. */
export function placed(fact: Fact, stories: Stories): readonly Placed[] {
  const story = fact.submission ? stories.get(fact.submission.id) : undefined;
  const rule = fact.policy?.items.same_story;
  if (!story || rule === undefined || rule === 'named') return [{ fact, shares: null }];
  if (rule === 'shared') return [{ fact, shares: story.flatMap(({ units }) => units.map(({ unit }) => ({ unit, mark: '综' as const, weight: 1 }))) }];
  return toTheFirst(fact, story[0] as Submission);
}

/** The fact counts for the first filer; at the item it names it leaves a note of where it went. */
function toTheFirst(fact: Fact, first: Submission): Placed[] {
  const counts: Placed = { fact: { ...fact, submission: first }, shares: null };
  return fact.submission?.id === first.id ? [counts] : [counts, { fact: { ...fact, barred: { code: 'same-story', as: first.id } }, shares: null }];
}
