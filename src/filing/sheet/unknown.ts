/** What the registers lack: every name that rows were refused for, once, with how many rows wait for it. */
import type { Registered } from './faults.ts';
import type { RowPlan } from './plan.ts';

export interface UnknownName {
  readonly to: Registered;
  readonly named: string;
  readonly nearest: string | null;
  readonly rows: number;
  /** The unit of the first row, for a person. */
  readonly unit: string | null;
}

export function unknownNames(rows: readonly RowPlan[]): UnknownName[] {
  const found = new Map<string, UnknownName>();
  for (const { row, outcomes } of rows)
    for (const { fault } of outcomes.flatMap(({ faults }) => faults)) {
      if (fault.code !== 'import/unknown-name') continue;
      const { to, named, nearest } = fault;
      const before = found.get(`${to} ${named}`);
      const { unit = null } = row.submission.values as { readonly unit?: string };
      found.set(`${to} ${named}`, { to, named, nearest, rows: (before?.rows ?? 0) + 1, unit: before?.unit ?? unit });
    }
  return [...found.values()].sort((a, b) => ORDER.indexOf(a.to) - ORDER.indexOf(b.to) || b.rows - a.rows);
}

const ORDER: readonly Registered[] = ['unit', 'person', 'outlet'];
