/** The two states of the records that are compared: before the proposal and after it. */
import { keepBook } from '../bulletin/book.ts';
import type { Day } from '../model/day.ts';
import type { Ledger } from '../model/records.ts';
import type { Repository } from '../policy/repository.ts';
import { type Journal, keepJournal } from '../scoring/journal.ts';

export interface Side extends Repository {
  /** Path → content of the file, records held against their schema. */
  readonly values: ReadonlyMap<string, unknown>;
  /** The book of record as of the day of the review; null where there is no usable ledger. */
  readonly journal: Journal | null;
}

/** The state that a repository is in, scored as of a day, with what bulletins published in the place of what they closed. */
export function sideOf(values: Side['values'], repository: Repository, asOf: Day): Side {
  const { ledger, policies, bulletins } = repository;
  return { ...repository, values, journal: ledger === null ? null : keepBook(keepJournal(ledger, policies, asOf), bulletins) };
}

/** A side that can be scored. */
export interface Scored extends Side {
  readonly ledger: Ledger;
  readonly journal: Journal;
}

export const isScored = (side: Side): side is Scored => side.ledger !== null && side.journal !== null;
