/** A table as columns that know how to fill a cell and how to add up. */
import type { DocumentColumn, DocumentTable } from '../../model/document.ts';
import { added, amount } from './figures.ts';

export interface Column<R> extends DocumentColumn {
  readonly cell: (row: R, index: number) => string;
  /** What stands under it in the row 合计; nothing unless given. */
  readonly total?: (rows: readonly R[]) => string;
}

/** A table, or nothing where it has no rows. */
export function tableOf<R>(
  id: string,
  caption: string,
  columns: readonly Column<R>[],
  rows: readonly R[],
  notes: readonly string[] = [],
): DocumentTable[] {
  if (rows.length === 0) return [];
  return [
    {
      id,
      caption,
      columns: columns.map(({ cell: _cell, total: _total, ...column }) => column),
      rows: rows.map((row, index) => columns.map(({ cell }) => cell(row, index))),
      total: columns.some(({ total }) => total) ? totalOf(columns, rows) : null,
      notes,
    },
  ];
}

/** 合计 stands under the first column of text that has no total of its own. */
function totalOf<R>(columns: readonly Column<R>[], rows: readonly R[]): string[] {
  const label = columns.findIndex(({ kind, total }) => kind === 'text' && !total);
  return columns.map(({ total }, index) => (index === label ? '合计' : (total?.(rows) ?? '')));
}

/** A column of figures that add up. */
export const figures = <R>(label: string, of: (row: R) => number, group?: string): Column<R> => ({
  label,
  kind: 'number',
  ...(group === undefined ? {} : { group }),
  cell: (row) => amount(of(row)),
  total: (rows) => amount(added(rows.map(of))),
});

export const texts = <R>(label: string, of: (row: R) => string, width = 2): Column<R> => ({ label, kind: 'text', width, cell: of });

/** 1, 2, 3 … down the table. */
export const numbered = <R>(): Column<R> => ({ label: '序号', kind: 'number', cell: (_row, index) => String(index + 1) });
