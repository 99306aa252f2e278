/** The report on a publicity plan for any period: coverage, the indicators with the records behind them, what is still to be done, the budget. */
import type { Day } from '../model/day.ts';
import type { Period } from '../model/period.ts';
import type { PlanRecords } from '../model/plan.ts';
import type { Plan } from '../policy/plan.ts';
import { type BudgetYear, budgetOf } from './budget.ts';
import { type Concern, concernsOf, publicityOf, reportsOf } from './concerns.ts';
import { type Coverage, coverageOf } from './coverage.ts';
import { type Measure, measure } from './measures.ts';
import { scopeOf } from './scope.ts';

export interface Indicator {
  readonly id: string;
  readonly title: string;
  readonly clause: string | readonly string[];
  readonly measures: readonly Measure[];
}

export interface PlanReport {
  readonly plan: Plan;
  readonly period: Period;
  /** The last day seen; before the end of the period while it runs. */
  readonly until: Day;
  readonly indicators: readonly Indicator[];
  /** Outcomes beside the indicators that are circulated. */
  readonly outcomes: readonly Measure[];
  readonly coverage: Coverage;
  readonly concerns: readonly Concern[];
  readonly publicity: ReturnType<typeof publicityOf>;
  readonly reports: ReturnType<typeof reportsOf>;
  readonly budget: readonly BudgetYear[];
}

/** What `records` say of `plan` in `period`, as of a day; nothing after it is seen. */
export function reportOn(plan: Plan, records: PlanRecords, period: Period, asOf: Day): PlanReport {
  const scope = scopeOf(plan, records, period, asOf);
  return {
    plan,
    period,
    until: scope.until,
    indicators: Object.entries(plan.indicators).map(([id, { title, clause, counts }]) => ({
      id,
      title,
      clause,
      measures: counts.map((name) => measure(name, scope)),
    })),
    outcomes: (plan.outcomes?.counts ?? []).map((name) => measure(name, scope)),
    coverage: coverageOf(scope),
    concerns: concernsOf(scope),
    publicity: publicityOf(scope),
    reports: reportsOf(scope),
    budget: budgetOf(scope),
  };
}
