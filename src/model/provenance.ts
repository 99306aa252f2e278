/** Who put a record where it stands, and who approved it, as Git has it: facts, for which `words/` has the words. */
import type { Day } from './day.ts';
import type { Unknown } from './verification.ts';

/** Somebody's part in a record. */
export interface Hand {
  /** Null where it is not known, or not shown. */
  readonly name: string | null;
  readonly on: Day;
}

/**
 * `reviewed` is signed in a message (`Approved-by`, `Reviewed-by`, `Acked-by`); `merged` brought it into the records; `committed` put it there for
 * somebody else; the `host` did so in its own name, and only the pull request there knows for whom; `wrote` is the step of those who wrote it.
 */
export interface Approver extends Hand {
  readonly how: 'reviewed' | 'merged' | 'committed' | 'host' | 'wrote';
}

/** A step of the approval chain. */
export interface StepShown {
  readonly step: string;
  /** Null where nobody is known to have taken it. */
  readonly taken: Approver | null;
}

/** Why what is open in a chain is not known to be missing. */
export type Doubt =
  /** Git cannot be asked. */
  | { readonly code: Unknown['code'] | 'uncommitted' }
  /** There is no signature in the messages of commits: the host may know of some. */
  | { readonly code: 'unsigned' }
  /** The host put it there in its own name. */
  | { readonly code: 'host' }
  /** The writer alone says that somebody has signed. */
  | { readonly code: 'self-declared'; readonly name: string | null }
  /** What was signed was another text. */
  | { readonly code: 'stale'; readonly name: string | null; readonly on: Day }
  /** Somebody signed whom the register does not know. */
  | { readonly code: 'stranger'; readonly name: string | null }
  /** Somebody signed who may be one of several of that name or address. */
  | { readonly code: 'ambiguous'; readonly name: string | null };

/**
 * How far a record has come on its chain. `incomplete`: signatures are there, and those of some steps are not among them. `unverified`: Git cannot
 * tell, and `doubts` say why.
 */
export type ChainState = 'complete' | 'incomplete' | 'unverified';

export interface ChainShown {
  readonly state: ChainState;
  readonly steps: readonly StepShown[];
  /** Approvals of which no step has any use. */
  readonly beside: readonly Approver[];
  readonly doubts: readonly Doubt[];
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
      /** Null where the ordinance has no chain for it. */
      readonly chain: ChainShown | null;
      /** The address of the merge request, where Git has it. */
      readonly request: string | null;
    }
  | { readonly state: 'unknown'; readonly why: Unknown['code'] | 'uncommitted' };
