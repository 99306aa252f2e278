/** What can be wrong with a spreadsheet, its cells and rows: facts; `words/import.ts` finds the words. */

/** The file cannot be read as a spreadsheet at all. */
export type FileFault =
  | { readonly code: 'import/encrypted' }
  | { readonly code: 'import/old-excel' }
  | { readonly code: 'import/web-page' }
  | { readonly code: 'import/not-a-spreadsheet'; readonly detail: string }
  | { readonly code: 'import/encoding' }
  | { readonly code: 'import/csv'; readonly line: number; readonly detail: string }
  | { readonly code: 'import/too-large'; readonly bytes: number; readonly limit: number }
  /** `sheets`: those that were looked at. */
  | { readonly code: 'import/no-table'; readonly sheets: readonly string[] };

/** The mapping speaks of what the file does not have. */
export type MappingFault =
  | { readonly code: 'import/no-such-sheet'; readonly named: string; readonly nearest: string | null }
  | {
      readonly code: 'import/no-such-column';
      readonly sheet: string;
      readonly field: string;
      readonly named: string;
      readonly nearest: string | null;
    };

/** Something registered that a cell names. */
export type Registered = 'unit' | 'person' | 'outlet';

/** A cell does not say what its column asks for, or a row lacks it. `field` is a field of the mapping, such as `submission.on`. */
export type CellFault =
  | { readonly code: 'import/missing'; readonly field: string; readonly above: string | null }
  | { readonly code: 'import/not-a-day'; readonly found: string; readonly proposal: string | null }
  | { readonly code: 'import/no-year'; readonly found: string }
  | { readonly code: 'import/day-or-number'; readonly found: string; readonly readings: readonly string[] }
  | { readonly code: 'import/in-the-future'; readonly day: string; readonly today: string }
  | { readonly code: 'import/uncomputed'; readonly formula: string }
  | { readonly code: 'import/cell-error'; readonly found: string }
  | { readonly code: 'import/control-character'; readonly found: string }
  | { readonly code: 'import/unknown-name'; readonly to: Registered; readonly named: string; readonly nearest: string | null }
  | { readonly code: 'import/ambiguous-name'; readonly to: Registered; readonly named: string; readonly candidates: readonly string[] }
  | { readonly code: 'import/not-a-choice'; readonly found: string; readonly choices: readonly string[] }
  | { readonly code: 'import/not-a-count'; readonly found: string }
  | { readonly code: 'import/not-an-address'; readonly found: string }
  | { readonly code: 'import/bad-id'; readonly found: string }
  | { readonly code: 'import/outlets-and-days'; readonly outlets: number; readonly days: number }
  | { readonly code: 'import/no-outlet'; readonly found: string }
  | { readonly code: 'import/no-day-of-adoption'; readonly outlet: string }
  | { readonly code: 'import/unclear-instruction'; readonly found: string };

/** A row cannot become a record beside those that there are. */
export type RowFault =
  | { readonly code: 'import/same-title'; readonly title: string; readonly unit: string; readonly on: string; readonly where: string }
  | { readonly code: 'import/no-such-submission'; readonly title: string; readonly nearest: string | null }
  | { readonly code: 'import/several-such-submissions'; readonly title: string; readonly candidates: readonly string[] }
  | { readonly code: 'import/id-of-another'; readonly id: string; readonly title: string }
  | { readonly code: 'import/submission-refused' };

/** The record is there already and says something else. */
export interface Difference {
  readonly code: 'import/differs';
  readonly key: string;
  readonly sheet: string;
  readonly ledger: string;
}

export type ImportFault = FileFault | MappingFault | CellFault | RowFault | Difference;
