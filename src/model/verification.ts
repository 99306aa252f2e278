/** What can be found out of an issued bulletin when it is verified: facts, for which `words/verify.ts` has the words. */

/** `before` is missing where something is new, `after` where it is gone. */
export interface Difference {
  /** `published.groups.0.rows.2.points`; empty for the whole. */
  readonly path: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

/** Why Git tells nothing. */
export type Unknown = { readonly code: 'no-git' | 'no-repository' | 'no-commit' | 'shallow' } | { readonly code: 'refused'; readonly detail: string };

/** What shows that a bulletin is not what was issued, or never followed from the records. */
export type Tampering =
  | { readonly code: 'deleted'; readonly by: readonly (string | null)[]; readonly cited: readonly string[] }
  /** `changes` is empty where only the look of the text changed. */
  | { readonly code: 'changed'; readonly by: readonly (string | null)[]; readonly changes: readonly Difference[] }
  | { readonly code: 'unreadable' }
  | { readonly code: 'misnamed'; readonly period: string }
  | { readonly code: 'seal-broken' }
  | { readonly code: 'chain-broken'; readonly cited: readonly string[] }
  | { readonly code: 'not-reproduced'; readonly commit: string; readonly changes: readonly Difference[] }
  | { readonly code: 'false-cause'; readonly commit: string; readonly file: string };

/** What keeps a bulletin from being proved. */
export type Unproved =
  | Unknown
  | { readonly code: 'uncommitted' }
  /** Nothing shows that it was changed, and this program does not understand it. */
  | { readonly code: 'not-understood' }
  | { readonly code: 'no-records'; readonly commit: string }
  | { readonly code: 'other-program'; readonly version: string; readonly commit: string; readonly changes: readonly Difference[] }
  | { readonly code: 'unknown-commit'; readonly commit: string; readonly file: string };

export type Verdict = 'identical' | 'corrected' | 'tampered' | 'unverified';
