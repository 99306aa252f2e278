/** The records that there are, and those that come in, as rows of a spreadsheet would name them. */
import { foldTitle } from '../../ledger/stories.ts';
import type { Day } from '../../model/day.ts';
import type { Ledger, OutletId, Submission, UnitId } from '../../model/records.ts';

/** A submission, be it in the ledger or new. */
export interface KnownSubmission {
  readonly id: string;
  readonly file: string;
  readonly title: string;
  /** The unit that leads. */
  readonly unit: UnitId;
  readonly on: Day;
  readonly form: string | null;
  /** The row that brings it; null for what was there before. */
  readonly broughtBy: string | null;
  /** The record of the ledger. */
  readonly record: Submission | null;
}

export class Known {
  readonly #byId = new Map<string, KnownSubmission>();
  readonly #byTitle = new Map<string, KnownSubmission[]>();
  readonly #events = new Map<string, string>();
  readonly #files = new Set<string>();

  constructor({ submissions, adoptions, instructions }: Pick<Ledger, 'submissions' | 'adoptions' | 'instructions'>) {
    for (const record of submissions.values())
      this.add({
        ...record,
        file: record.at.file,
        unit: record.units[0]?.unit ?? '',
        broughtBy: null,
        record,
      });
    for (const { submission, outlet, on, at } of adoptions) this.addEvent(adoptionKey(submission, outlet, on), at.file);
    for (const { submission, level, rank, on, at } of instructions) this.addEvent(instructionKey(submission, level, rank, on), at.file);
  }

  add(one: KnownSubmission): void {
    this.#byId.set(one.id, one);
    this.#files.add(one.file);
    const title = foldTitle(one.title);
    const same = this.#byTitle.get(title);
    if (same) same.push(one);
    else this.#byTitle.set(title, [one]);
  }

  addEvent(key: string, file: string): void {
    this.#events.set(key, file);
    this.#files.add(file);
  }

  withId = (id: string): KnownSubmission | null => this.#byId.get(id) ?? null;
  withTitle = (title: string): readonly KnownSubmission[] => this.#byTitle.get(foldTitle(title)) ?? [];
  titles = (): string[] => [...this.#byId.values()].map(({ title }) => title);
  /** The file of an adoption or instruction. */
  event = (key: string): string | null => this.#events.get(key) ?? null;
  isTaken = (file: string): boolean => this.#files.has(file);
}

/** An outlet that runs an item on one day has adopted it once. */
export const adoptionKey = (submission: string, outlet: OutletId, on: string): string => ['adoption', submission, outlet, on].join('\u0000');
export const instructionKey = (submission: string, level: string, rank: string | null, on: string): string =>
  ['instruction', submission, level, rank ?? '', on].join('\u0000');
