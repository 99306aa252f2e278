/** From what rows say to records: which are new, which are there already, which cannot be made, and why. Nothing is written. */
import { nearest } from '../../ledger/nearest.ts';
import { foldTitle } from '../../ledger/stories.ts';
import type { Day } from '../../model/day.ts';
import type { Fault } from '../../model/finding.ts';
import type { Ledger } from '../../model/records.ts';
import { type Draft, newRecord, renderRecord } from '../record.ts';
import type { Difference, ImportFault, RowFault } from './faults.ts';
import { adoptionKey, instructionKey, Known, type KnownSubmission } from './known.ts';
import type { At, Reading } from './reading.ts';
import type { Registry } from './registry.ts';
import { type RowRead, unitsOf } from './rows.ts';

export type ImportFolder = 'submissions' | 'adoptions' | 'instructions';
export type Fate = 'new' | 'there' | 'refused';

/** What becomes of one part of a row. */
export interface Outcome {
  readonly folder: ImportFolder;
  readonly fate: Fate;
  /** The record: to be written, or there already; null where there is none. */
  readonly file: string | null;
  readonly faults: readonly At<ImportFault | Fault>[];
  /** What somebody should look at, and what did not stand in the way. */
  readonly notes: readonly At<Difference | Fault>[];
}

export interface RowPlan {
  readonly row: RowRead;
  /** The submission first; empty for rows that become no record. */
  readonly outcomes: readonly Outcome[];
}

/** A record to be written. */
export interface NewFile {
  readonly file: string;
  readonly text: string;
  readonly folder: ImportFolder;
  readonly on: Day;
  /** Where its keys come from; the empty key is the row. */
  readonly cells: Readonly<Record<string, string>>;
}

export interface Plan {
  readonly rows: readonly RowPlan[];
  readonly files: readonly NewFile[];
}

export function planImport(rows: readonly RowRead[], ledger: Ledger, registry: Registry): Plan {
  const planner = new Planner(ledger, registry);
  return { rows: rows.map((row) => ({ row, outcomes: row.kind === 'data' ? planner.plan(row) : [] })), files: planner.files };
}

/** Goes through the rows in their order and remembers what they bring, so that what a file says twice is there the second time. */
class Planner {
  readonly files: NewFile[] = [];
  readonly #known: Known;
  readonly #ledger: Ledger;
  readonly #registry: Registry;

  constructor(ledger: Ledger, registry: Registry) {
    this.#known = new Known(ledger);
    this.#ledger = ledger;
    this.#registry = registry;
  }

  plan(row: RowRead): Outcome[] {
    const at = row.submission.cells.title ?? `${row.sheet === null ? '' : `${row.sheet}!`}A${row.row}`;
    const { outcome, submission } = this.#submission(row.submission, at);
    return [
      outcome,
      ...row.adoptions.map((reading) => this.#event('adoptions', reading, submission, at)),
      ...row.instructions.map((reading) => this.#event('instructions', reading, submission, at)),
    ];
  }

  #submission(reading: Reading, at: string): { outcome: Outcome; submission: KnownSubmission | null } {
    const met = this.#meet(reading);
    if (met !== null && 'id' in met) {
      const notes = met.record === null ? [] : differences(reading, met.record);
      return { outcome: { folder: 'submissions', fate: 'there', file: met.file, faults: [], notes }, submission: met };
    }
    const faults: At<ImportFault>[] = [...reading.faults, ...(met === null ? [] : [{ cell: at, fault: met.fault }])];
    if (faults.length > 0) return { outcome: refused('submissions', faults), submission: null };
    const submission = this.#bring(reading, at);
    return { outcome: { folder: 'submissions', fate: 'new', file: submission.file, faults: [], notes: [] }, submission };
  }

  /** The submission that a row means; why there can be none; null where it is a new one. */
  #meet({ values, faults }: Reading): KnownSubmission | { readonly fault: RowFault } | null {
    const { id, title, on } = values as { readonly id?: string; readonly title?: string; readonly on?: string };
    const byId = id === undefined ? null : this.#known.withId(id);
    if (byId !== null) return title === undefined || foldTitle(title) === foldTitle(byId.title) ? byId : faultOfId(byId);
    if (title === undefined) return null;
    const [unit] = unitsOf(values, { registry: this.#registry });
    if (faults.length > 0 && (unit === undefined || on === undefined)) return null;
    const alike = this.#known.withTitle(title);
    const same = alike.filter((one) => (unit === undefined || one.unit === unit) && (on === undefined || one.on === on));
    const [first, ...others] = same;
    if (first !== undefined && others.length === 0) return first;
    if (first !== undefined && on === undefined && others.length > 0)
      return { fault: { code: 'import/several-such-submissions', title, candidates: same.map((one) => one.id) } };
    if (on === undefined) return { fault: { code: 'import/no-such-submission', title, nearest: this.#nearestTitle(title) } };
    const [other] = values.same_as === undefined && values.composite_of === undefined ? alike : [];
    return other === undefined || faults.length > 0 ? null : { fault: this.#sameTitle(title, other) };
  }

  #sameTitle(title: string, { unit, on, file, broughtBy }: KnownSubmission): RowFault {
    return { code: 'import/same-title', title, unit: this.#ledger.units.get(unit)?.name ?? unit, on, where: broughtBy ?? file };
  }

  readonly #nearestTitle = (title: string): string | null => nearest(title, this.#known.titles());

  #bring({ values, cells }: Reading, at: string): KnownSubmission {
    const { id, ...written } = values;
    const { file, text } = this.#place('submissions', written, id);
    const name = file.slice(file.lastIndexOf('/') + 1, -'.yaml'.length);
    const [unit = ''] = unitsOf(values, { registry: this.#registry });
    const known = { id: name, file, title: String(values.title), unit, on: values.on as Day, form: (values.form as string) ?? null };
    this.#known.add({ ...known, broughtBy: at, record: null });
    this.files.push({ file, text, folder: 'submissions', on: known.on, cells: { ...cells, '': at } });
    return { ...known, broughtBy: at, record: null };
  }

  /** An adoption or instruction. */
  #event(folder: 'adoptions' | 'instructions', reading: Reading, submission: KnownSubmission | null, at: string): Outcome {
    const cell = Object.values(reading.cells)[0] ?? at;
    if (submission === null && reading.faults.length === 0) return refused(folder, [{ cell, fault: { code: 'import/submission-refused' } }]);
    if (submission === null || reading.faults.length > 0) return refused(folder, reading.faults);
    const { id, ...said } = reading.values;
    const key = this.#keyOf(folder, said, submission);
    const there = this.#known.event(key);
    if (there !== null) return { folder, fate: 'there', file: there, faults: [], notes: [] };
    const { file, text } = this.#place(folder, { submission: submission.id, ...withoutRepeats(said, submission) }, id);
    this.#known.addEvent(key, file);
    this.files.push({
      file,
      text,
      folder,
      on: said.on as Day,
      cells: { ...reading.cells, '': cell },
    });
    return { folder, fate: 'new', file, faults: [], notes: [] };
  }

  #keyOf(folder: 'adoptions' | 'instructions', { outlet, on, level, rank }: Draft, { id }: KnownSubmission): string {
    if (folder === 'instructions') return instructionKey(id, String(level), rank === undefined ? null : String(rank), String(on));
    const found = this.#registry.find('outlet', String(outlet));
    return adoptionKey(id, 'id' in found ? found.id : String(outlet), String(on));
  }

  /** An id that the file brings along is kept, as long as nothing has it. */
  #place(folder: ImportFolder, written: Draft, id: unknown): { file: string; text: string } {
    const made = newRecord(folder, written, this.#ledger, this.#known.isTaken);
    if (typeof id !== 'string') return made;
    const file = `${made.file.slice(0, made.file.lastIndexOf('/'))}/${id}.yaml`;
    return this.#known.isTaken(file) ? made : { file, text: renderRecord(file, written) };
  }
}

const refused = (folder: ImportFolder, faults: Outcome['faults']): Outcome => ({ folder, fate: 'refused', file: null, faults, notes: [] });

const faultOfId = ({ id, title }: KnownSubmission): { readonly fault: RowFault } => ({ fault: { code: 'import/id-of-another', id, title } });

/** What an adoption has from its submission stands there. */
function withoutRepeats({ form, ...said }: Draft, submission: KnownSubmission): Draft {
  return form === undefined || form === submission.form ? said : { ...said, form };
}

const COMPARED = ['event', 'form', 'category', 'stream', 'openness', 'length', 'origin', 'topic', 'link'] as const;

/** Where the row says something else than the record that is there. The record stays as it is. */
function differences({ values, cells }: Reading, record: NonNullable<KnownSubmission['record']>): At<Difference>[] {
  return COMPARED.flatMap((key) => {
    const [sheet, ledger] = [values[key], record[key]];
    if (sheet === undefined || sheet === ledger) return [];
    return [
      {
        cell: cells[key] ?? '',
        fault: { code: 'import/differs' as const, key, sheet: String(sheet), ledger: ledger === null ? '' : String(ledger) },
      },
    ];
  });
}
