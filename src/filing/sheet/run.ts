/** The whole way of an import but for the disk: sheets and registers in, records and an account of every row out. */
import type { Day } from '../../model/day.ts';
import type { Ledger } from '../../model/records.ts';
import type { MappingFault } from './faults.ts';
import { type Grid, letterOf } from './grid.ts';
import { type Examine, judged } from './judge.ts';
import { type Located, layOver } from './located.ts';
import type { WrittenMapping } from './mapping.ts';
import { type Fate, type ImportFolder, type Plan, planImport, type RowPlan } from './plan.ts';
import { registryOf } from './registry.ts';
import { BESIDE, type BesideKind, readRows, unreadRows } from './rows.ts';

/** What became of a row. `partly`: something of it is new or there, and something was refused. */
export const ROW_FATES = ['new', 'there', 'partly', 'refused', ...BESIDE] as const;
export type RowFate = Fate | 'partly' | BesideKind;

export interface Imported extends Plan {
  readonly mapping: WrittenMapping;
  readonly faults: readonly MappingFault[];
  /** Sheets that were read, and columns of theirs that no field is made of. */
  readonly sheets: readonly {
    readonly name: string | null;
    readonly headings: string;
    readonly unused: readonly string[];
    readonly hiddenRows: number;
  }[];
  readonly unread: readonly (string | null)[];
}

export interface ImportSetting {
  readonly ledger: Ledger;
  readonly today: Day;
  readonly examine: Examine;
}

export function runImport(grids: readonly Grid[], mapping: WrittenMapping, { ledger, today, examine }: ImportSetting): Imported {
  const { located, unread, faults } = layOver(grids, mapping);
  const words = mapping.words ?? {};
  const registry = registryOf(ledger, words);
  const rowsOf = (grid: Grid) => {
    const own = located.find((one) => one.grid === grid);
    if (own === undefined) return unreadRows(grid);
    return readRows(own, { registry, words, today, among: [], almanac: { era: grid.era, year: own.table.year ?? null } });
  };
  const plan = judged(planImport(grids.flatMap(rowsOf), ledger, registry), examine);
  return { ...plan, mapping, faults, sheets: located.map(sheetOf), unread: unread.map(({ name }) => name) };
}

function sheetOf({ grid, heads, submission, adoptions, instructions }: Located): Imported['sheets'][number] {
  const used = new Set([submission, ...adoptions, ...instructions].flatMap((columns) => Object.values(columns)));
  const unused = heads.paths.flatMap((path, column) => (used.has(column) || path.length === 0 ? [] : [`${path.join('/')}(${letterOf(column)})`]));
  const headings = heads.top === heads.bottom ? String(heads.top + 1) : `${heads.top + 1}–${heads.bottom + 1}`;
  return { name: grid.name, headings, unused, hiddenRows: grid.hiddenRows };
}

export function fateOf({ row, outcomes }: RowPlan): RowFate {
  if (row.kind !== 'data') return row.kind;
  const has = (fate: Fate): boolean => outcomes.some((outcome) => outcome.fate === fate);
  if (has('refused')) return has('new') || has('there') ? 'partly' : 'refused';
  return has('new') ? 'new' : 'there';
}

export interface Totals {
  readonly rows: Readonly<Record<RowFate | 'all', number>>;
  readonly records: Readonly<Record<ImportFolder, Readonly<Record<Fate, number>>>>;
}

export function totalsOf(rows: readonly RowPlan[]): Totals {
  const counted = { all: rows.length, ...Object.fromEntries(ROW_FATES.map((fate) => [fate, 0])) } as Record<RowFate | 'all', number>;
  for (const row of rows) counted[fateOf(row)] += 1;
  const none = (): Record<Fate, number> => ({ new: 0, there: 0, refused: 0 });
  const records = { submissions: none(), adoptions: none(), instructions: none() };
  for (const { folder, fate } of rows.flatMap(({ outcomes }) => outcomes)) records[folder][fate] += 1;
  return { rows: counted, records };
}
