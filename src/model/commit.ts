/** A commit as Git has it: who wrote it, who put it where it is, when, and what its message says at its end. */

/** A name as Git has it: of an author, a committer, or in a trailer. */
export interface Signature {
  readonly name: string;
  /** Empty where there is none. */
  readonly email: string;
}

/** A signature with the time as the person's clock had it: `2026-11-02T09:30:00+08:00`. */
export interface Signed extends Signature {
  readonly at: string;
}

export interface Commit {
  readonly id: string;
  readonly parents: readonly string[];
  readonly author: Signed;
  readonly committer: Signed;
  readonly subject: string;
  /** `Reviewed-by`, `Co-authored-by` and the like, in their order. */
  readonly trailers: readonly (readonly [key: string, value: string])[];
}
