/** Who put a record where it stands, as Git has it: facts, for which `words/submission.ts` has the words. */
import type { Day } from './day.ts';
import type { Unknown } from './verification.ts';

/** Somebody's part in a record. */
export interface Hand {
  /** Null where it is not known, or not shown. */
  readonly name: string | null;
  readonly on: Day;
}

/**
 * `reviewed` is signed in the commit (`Reviewed-by`); `merged` brought it into the records; `committed` put it there for somebody else;
 * the `host` did so in its own name, and only the pull request there knows for whom. */
export interface Approver extends Hand {
  readonly how: 'reviewed' | 'merged' | 'committed' | 'host';
}

export type Provenance =
  | {
      readonly state: 'known';
      /** The commit that wrote what stands there now. */
      readonly commit: string;
      readonly written: Hand;
      /** Who wrote it first; null where that is the same commit. */
      readonly first: Hand | null;
      /** Empty where it was put there without anybody else. */
      readonly approved: readonly Approver[];
    }
  | { readonly state: 'unknown'; readonly why: Unknown['code'] | 'uncommitted' };
