/** A mapping laid over the sheets of a file: which table describes which sheet, and in which column every field stands. */
import { nearest } from '../../ledger/nearest.ts';
import type { MappingFault } from './faults.ts';
import { FIELDS, type Field, type Part } from './fields.ts';
import type { Grid } from './grid.ts';
import { columnNamed, type Heads, headsOf, understood } from './heads.ts';
import type { WrittenMapping, WrittenTable } from './mapping.ts';

export type Columns = Readonly<Partial<Record<Field, number>>>;

export interface Located {
  readonly grid: Grid;
  readonly heads: Heads;
  readonly table: WrittenTable;
  readonly submission: Columns;
  readonly adoptions: readonly Columns[];
  readonly instructions: readonly Columns[];
}

export interface Laid {
  readonly located: readonly Located[];
  /** Sheets that no table describes. */
  readonly unread: readonly Grid[];
  readonly faults: readonly MappingFault[];
}

export function layOver(grids: readonly Grid[], { tables }: WrittenMapping): Laid {
  const faults: MappingFault[] = tables.flatMap((table) => missingSheets(table, grids));
  const located = grids.flatMap((grid) => {
    const found = tables.filter((table) => isFor(table, grid)).flatMap((table) => locate(grid, table) ?? []);
    return found.slice(0, 1);
  });
  for (const one of located) faults.push(...missingColumns(one));
  for (const table of tables) faults.push(...tableless(table, grids, located));
  return { located, unread: grids.filter((grid) => !located.some((one) => one.grid === grid)), faults };
}

/** A table that names no sheets is for all that can be seen. */
const isFor = ({ sheets }: WrittenTable, { name, hidden }: Grid): boolean =>
  sheets === undefined ? !hidden : name !== null && sheets.includes(name);

/** What the mapping names comes before what we would guess, which still tells how many rows the headings take. */
const FITTING = 2 ** 30;

function locate(grid: Grid, table: WrittenTable): Located | null {
  const names = namesIn(table).filter((name) => !/^[A-Z]{1,2}列$/.test(name));
  const heads = headsOf(grid, (heads) => {
    const found = names.filter((name) => columnNamed(name, heads) !== -1).length;
    const { title } = table.submission;
    return title !== undefined && columnNamed(title, heads) === -1 ? 0 : found * FITTING + understood(heads);
  });
  if (heads === null) return null;
  const columns = (part: Part, group: Readonly<Record<string, string | undefined>>): Columns =>
    Object.fromEntries(
      FIELDS[part].flatMap((field) => {
        const named = group[field];
        const column = named === undefined ? -1 : columnNamed(named, heads);
        return column === -1 ? [] : [[field, column]];
      }),
    );
  return {
    grid,
    heads,
    table,
    submission: columns('submission', table.submission),
    adoptions: (table.adoptions ?? []).map((group) => columns('adoptions', group)),
    instructions: (table.instructions ?? []).map((group) => columns('instructions', group)),
  };
}

/** Every column that a table names, with the field it is for. */
function namedIn({ submission, adoptions = [], instructions = [] }: WrittenTable): [field: string, name: string][] {
  const of = (part: Part, group: Readonly<Record<string, string | undefined>>): [string, string][] =>
    FIELDS[part].flatMap((field) => (group[field] === undefined ? [] : [[`${part}.${field}`, group[field]]]));
  return [
    ...of('submission', submission),
    ...adoptions.flatMap((group) => of('adoptions', group)),
    ...instructions.flatMap((group) => of('instructions', group)),
  ];
}

const namesIn = (table: WrittenTable): string[] => namedIn(table).map(([, name]) => name);

function missingColumns({ grid, heads, table }: Located): MappingFault[] {
  const known = heads.paths.map((path) => path.join('/')).filter((name) => name !== '');
  return namedIn(table).flatMap(([field, named]) =>
    columnNamed(named, heads) === -1
      ? [{ code: 'import/no-such-column' as const, sheet: grid.name ?? '', field, named, nearest: nearest(named, known) }]
      : [],
  );
}

const missingSheets = ({ sheets = [] }: WrittenTable, grids: readonly Grid[]): MappingFault[] => {
  const known = grids.map(({ name }) => name ?? '');
  return sheets.flatMap((named) => (known.includes(named) ? [] : [{ code: 'import/no-such-sheet' as const, named, nearest: nearest(named, known) }]));
};

/** Sheets that a table names and that have no such headings. */
function tableless({ sheets = [], submission }: WrittenTable, grids: readonly Grid[], located: readonly Located[]): MappingFault[] {
  const lost = sheets.filter((named) => grids.some(({ name }) => name === named) && !located.some(({ grid }) => grid.name === named));
  return lost.map((sheet) => ({ code: 'import/no-such-column', sheet, field: 'submission.title', named: submission.title ?? '', nearest: null }));
}
