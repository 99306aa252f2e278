/** What Git knows of the way of a record: facts out of history, for which `judge.ts` has the judgement. */
import type { Commit } from '../model/commit.ts';
import type { Day } from '../model/day.ts';
import type { Unknown } from '../model/verification.ts';

/** Something that the file of a record said on the line of the records. */
export interface Version {
  /** The commit on that line which brought it: a merge, or the commit itself where it was squashed, rebased or put there directly. */
  readonly brought: Commit;
  /** The commits that wrote it, latest first and at least one: those of the branch, or `brought` itself. */
  readonly wrote: readonly Draft[];
  /** Two versions with the same content differ in what nobody has to approve: the look of the file, or what the office notes of its fate. */
  readonly content: string;
}

/** A commit that wrote the file on its branch. */
export interface Draft {
  readonly commit: Commit;
  readonly content: string;
}

/** The commit that wrote a version last. */
export const writingOf = ({ wrote }: Version): Commit => (wrote[0] as Draft).commit;

export type Trail =
  /** Latest first, and never empty: the first is what stands there now. */
  | { readonly state: 'known'; readonly versions: readonly [Version, ...Version[]] }
  | { readonly state: 'unknown'; readonly why: Unknown['code'] | 'uncommitted' };

/** What was known of a trail by a day: what came into the records after it had not been written yet. */
export function knownBy(trail: Trail, day: Day, dayAt: (time: string) => Day): Trail {
  if (trail.state === 'unknown') return trail;
  const [first, ...others] = trail.versions.filter(({ brought }) => dayAt(brought.committer.at) <= day);
  return first === undefined ? { state: 'unknown', why: 'uncommitted' } : { state: 'known', versions: [first, ...others] };
}

/**
 * What the office notes of the fate of an item. It is no part of what was approved, so that a day of acceptance, written down a week later, does
 * not undo the signatures of five people.
 */
const FATE: readonly string[] = ['approvals', 'rounds', 'accepted', 'rejected', 'same_as', 'figures', 'link', 'note'];

/** What of a submission has to be approved, as a text that is the same where nothing of it changed. */
export function contentOf(written: unknown): string {
  if (typeof written !== 'object' || written === null || Array.isArray(written)) return JSON.stringify(written) ?? '';
  return JSON.stringify(
    Object.entries(written)
      .filter(([key]) => !FATE.includes(key))
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}
