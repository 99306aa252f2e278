/** What a part of a row says: the fields of a group of columns, one after the other. */
import { type CellRead, type Context, faultIn, saysNothing } from './cells.ts';
import type { CellFault, ImportFault } from './faults.ts';
import type { Part } from './fields.ts';
import { type Content, EMPTY } from './grid.ts';
import type { Columns } from './located.ts';
import { READERS } from './readers.ts';

/** A fault with the cell that has it, or the first of the row. */
export interface At<F = ImportFault> {
  readonly cell: string;
  readonly fault: F;
}

/** What a part of a row says: keys of a record, the cells that they come from, what is wrong. */
export interface Reading {
  readonly values: Readonly<Record<string, unknown>>;
  readonly cells: Readonly<Record<string, string>>;
  readonly faults: readonly At<CellFault>[];
}

export const NOTHING_READ: Reading = { values: {}, cells: {}, faults: [] };

export const merged = (a: Reading, b: Reading): Reading => ({
  values: { ...a.values, ...b.values },
  cells: { ...a.cells, ...b.cells },
  faults: [...a.faults, ...b.faults],
});

/** Every field of a part of the row that has a column. */
export function readGroup(part: Part, columns: Columns, content: readonly Content[], place: (column: number) => string, context: Context): Reading {
  const readers = READERS[part] as Readonly<Record<string, (content: Content, context: Context, field: string) => CellRead>>;
  const values: Record<string, unknown> = {};
  const cells: Record<string, string> = {};
  const faults: At<CellFault>[] = [];
  for (const [field, column] of Object.entries(columns).sort(([, a], [, b]) => a - b)) {
    const one = content[column] ?? EMPTY;
    if (saysNothing(one)) continue;
    const broken = faultIn(one);
    const read = broken === null ? (readers[field]?.(one, context, field) ?? { values: {} }) : { fault: broken };
    cells[field] = place(column);
    if ('fault' in read) faults.push({ cell: place(column), fault: read.fault });
    else
      for (const [key, value] of Object.entries(read.values)) {
        values[key] = value;
        cells[key] = place(column);
      }
  }
  return { values, cells, faults };
}
