/** 导出: the ledger as the table that it could have come from: the same columns, a row for each submission and each further adoption or instruction. */
import type { Day } from '../../model/day.ts';
import { byCodeUnit } from '../../model/order.ts';
import type { Period } from '../../model/period.ts';
import type { Adoption, Instruction, Ledger, Outlet, Person, Submission, Unit } from '../../model/records.ts';
import type { Field, Part } from './fields.ts';
import type { WrittenMapping, WrittenTable } from './mapping.ts';
import { CORE, type Column, columnsOf, OPEN, OWN } from './table-columns.ts';

export type TableCell = string | number | null;

export interface LedgerTable {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly TableCell[])[];
  /** How many records say something under each key that no column holds. */
  readonly left: ReadonlyMap<string, number>;
}

export interface TableOf {
  readonly ledger: Ledger;
  /** What the file of a record says, as it was written. */
  readonly written: (file: string) => Readonly<Record<string, unknown>>;
  readonly period: Period | null;
  /** Only what is open to the public. */
  readonly openly: boolean;
  /** The columns; ours unless given. */
  readonly mapping: WrittenMapping | null;
}

interface Making extends TableOf {
  readonly nameOfPerson: (id: string) => string;
}

export function ledgerTable(of: TableOf): LedgerTable {
  const table = of.mapping?.tables[0] ?? OWN;
  const wanted = columnsOf(table).filter(({ part, field }) => !of.openly || OPEN[part].includes(field));
  const entries = entriesOf({ ...of, nameOfPerson: personNames(of.ledger) }, groupsIn(table));
  const used = of.mapping === null ? wanted.filter(({ part, field, heading }) => CORE.has(heading) || isUsed(part, field, entries)) : wanted;
  return {
    headings: used.map(({ heading }) => heading),
    rows: entries.map((entry) => used.map(({ part, field, group }) => cellAt(entry, part, field, group))),
    left: leftOut(of, entries, used),
  };
}

type Cells = Readonly<Partial<Record<Field, TableCell>>>;

/** What a row tells: a submission, and an adoption and an instruction for each group of columns. */
interface Entry {
  readonly record: Submission;
  readonly submission: Cells;
  readonly adoptions: readonly (Cells | null)[];
  readonly instructions: readonly (Cells | null)[];
  readonly events: readonly { readonly at: { readonly file: string } }[];
}

interface Groups {
  /** For each group of columns the outlet that it is of; null for any. */
  readonly adoptions: readonly (string | null)[];
  readonly instructions: number;
}

const groupsIn = ({ adoptions = [], instructions = [] }: WrittenTable): Groups => ({
  adoptions: adoptions.map(({ outlet_is }) => outlet_is ?? null),
  instructions: instructions.length,
});

function entriesOf(of: Making, groups: Groups): Entry[] {
  const { ledger, period, openly } = of;
  const within = (on: Day): boolean => isWithin(on, period);
  const adoptions = Map.groupBy(
    ledger.adoptions.filter(({ on }) => within(on)),
    ({ submission }) => submission,
  );
  const instructions = Map.groupBy(
    ledger.instructions.filter(({ on }) => within(on)),
    ({ submission }) => submission,
  );
  return [...ledger.submissions.values()]
    .filter(({ openness }) => !openly || openness === '公开')
    .filter(({ id, on }) => within(on) || adoptions.has(id) || instructions.has(id))
    .sort((a, b) => byCodeUnit(a.on, b.on))
    .flatMap((record) => rowsOf(record, { adoptions: adoptions.get(record.id) ?? [], instructions: instructions.get(record.id) ?? [] }, groups, of));
}

interface Events {
  readonly adoptions: readonly Adoption[];
  readonly instructions: readonly Instruction[];
}

/** As many rows as it takes to place everything; each names the submission. */
function rowsOf(record: Submission, { adoptions, instructions }: Events, groups: Groups, of: Making): Entry[] {
  const submission = cellsOfSubmission(record, of);
  const rows: Entry[] = [];
  const waiting = { adoptions: [...adoptions], instructions: [...instructions] };
  do {
    const placed = groups.adoptions.map((outlet) =>
      take(waiting.adoptions, ({ outlet: own }) => outlet === null || nameOfOutlet(own, of) === outlet),
    );
    const told = Array.from({ length: groups.instructions }, () => take(waiting.instructions, () => true));
    const events = [...placed, ...told].filter((event) => event !== null);
    if (events.length === 0 && rows.length > 0) break;
    rows.push({
      record,
      submission,
      adoptions: placed.map((event) => event && cellsOfAdoption(event, of)),
      instructions: told.map((event) => event && cellsOfInstruction(event, of)),
      events,
    });
  } while (waiting.adoptions.length + waiting.instructions.length > 0);
  return rows;
}

/** The first that fits, taken out of the list. */
function take<T>(list: T[], fits: (one: T) => boolean): T | null {
  const at = list.findIndex(fits);
  return at === -1 ? null : (list.splice(at, 1)[0] as T);
}

const nameOfOutlet = (id: string, { ledger }: TableOf): string => (ledger.outlets.get(id) as Outlet).name;

/** A name by which nobody else goes; an id where two share one. */
function personNames({ people }: Ledger): (id: string) => string {
  const holders = new Map<string, number>();
  for (const { name, aliases } of people.values())
    for (const called of new Set([name, ...aliases])) holders.set(called, (holders.get(called) ?? 0) + 1);
  return (id) => {
    const { name } = people.get(id) as Person;
    return holders.get(name) === 1 ? name : id;
  };
}

const BETWEEN = '、';

function cellsOfSubmission(record: Submission, of: Making): Cells {
  const { ledger, openly } = of;
  const written = of.written(record.at.file);
  const units = record.units.map(({ unit, mark, weight }) => {
    const { name } = ledger.units.get(unit) as Unit;
    const part = mark ?? (weight === 1 ? null : weight);
    return part === null ? name : `${name}(${part})`;
  });
  const authors = openly && !ledger.site.showPeople ? [] : record.authors.map(of.nameOfPerson);
  return {
    ...plainly(written),
    id: record.id,
    unit: units.join(BETWEEN),
    authors: authors.join(BETWEEN),
    target: record.target === null ? null : nameOfOutlet(record.target, of),
    composite_of: record.compositeOf.join(BETWEEN),
  };
}

const cellsOfAdoption = ({ id, outlet, at }: Adoption, of: TableOf): Cells => ({
  ...plainly(of.written(at.file)),
  id,
  outlet: nameOfOutlet(outlet, of),
});

function cellsOfInstruction({ id, level, rank, on, at }: Instruction, of: TableOf): Cells {
  return { ...plainly(of.written(at.file)), id, said: `${rank ?? `${level}级领导`}${on}批示` };
}

/** The keys that hold one value, as a cell says them. */
const plainly = (written: Readonly<Record<string, unknown>>): Cells =>
  Object.fromEntries(
    Object.entries(written).flatMap(([key, value]) => {
      if (typeof value === 'boolean') return [[key, value ? '是' : '否']];
      return typeof value === 'string' || typeof value === 'number' ? [[key, value]] : [];
    }),
  );

const partOf = (entry: Entry, part: Part, group: number): Cells | null => (part === 'submission' ? entry.submission : (entry[part][group] ?? null));

function cellAt(entry: Entry, part: Part, field: Field, group: number): TableCell {
  const value = partOf(entry, part, group)?.[field];
  return value === undefined || value === '' ? null : value;
}

const isUsed = (part: Part, field: Field, entries: readonly Entry[]): boolean => entries.some((entry) => cellAt(entry, part, field, 0) !== null);

/** What these columns do not hold: keys of the records that are in the table, and adoptions and instructions that found no column. */
function leftOut({ ledger, written, period }: TableOf, entries: readonly Entry[], columns: readonly Column[]): Map<string, number> {
  const held = new Set(['submission', 'units', ...columns.map(({ field }) => field)]);
  const files = new Set(entries.flatMap(({ record, events }) => [record, ...events].map(({ at }) => at.file)));
  const told = new Set(entries.map(({ record }) => record.id));
  const unplaced = (events: readonly (Adoption | Instruction)[]): number =>
    events.filter(({ submission, on, at }) => told.has(submission) && isWithin(on, period) && !files.has(at.file)).length;
  const left = new Map([
    ['adoptions', unplaced(ledger.adoptions)],
    ['instructions', unplaced(ledger.instructions)],
  ]);
  for (const file of files) for (const key of Object.keys(written(file)).filter((key) => !held.has(key))) left.set(key, (left.get(key) ?? 0) + 1);
  return new Map([...left].filter(([, count]) => count > 0));
}

const isWithin = (on: Day, period: Period | null): boolean => period === null || (period.from <= on && on <= period.to);
