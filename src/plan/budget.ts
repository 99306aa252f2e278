/** 经费: what was budgeted for a year, what was spent, and what remains. Yuan, exact. */
import { type Points, sum } from '../model/points.ts';
import { type Scope, type Source, sourcesOf } from './scope.ts';

export interface BudgetYear {
  readonly year: number;
  readonly budget: Points;
  /** From the first day of the year to the last day seen. */
  readonly spent: Points;
  /** Negative where more was spent. */
  readonly remains: Points;
  readonly records: readonly Source[];
}

/** The budget of every year that the period touches, up to the last day seen. */
export function budgetOf(scope: Scope): BudgetYear[] {
  const [first, last] = [yearOf(scope.period.from), yearOf(scope.until)];
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => budgetYear(first + index, scope));
}

const yearOf = (on: string): number => Number(on.slice(0, 4));

function budgetYear(year: number, { records, until }: Scope): BudgetYear {
  const known = ({ on }: { readonly on: string }): boolean => on <= until;
  const spentThen = (record: { readonly on: string }): boolean => known(record) && yearOf(record.on) === year;
  const costs = ({ cost, ...record }: { readonly cost: Points; readonly on: string }): boolean => spentThen(record) && cost.gt(0);
  const figures = [...records.figures.values()].filter(known);
  const budgets = figures.flatMap((figure) => (figure.kind === '预算' && figure.year === year ? [figure] : []));
  const spendings = figures.flatMap((figure) => (figure.kind === '支出' && spentThen(figure) ? [figure] : []));
  const activities = [...records.activities.values()].filter(costs);
  const materials = [...records.materials.values()].filter(costs);
  const budget = sum(budgets.map(({ amount }) => amount));
  const spent = sum([...spendings.map(({ amount }) => amount), ...[...activities, ...materials].map(({ cost }) => cost)]);
  const behind = [...sourcesOf('figures', [...budgets, ...spendings]), ...sourcesOf('activities', activities), ...sourcesOf('materials', materials)];
  return { year, budget, spent, remains: budget.minus(spent), records: behind };
}
