/** 宣传方案: what was done under the publicity plan, for the running year and for any period, and the text of the plan. */
import { type Period, periodOf } from '../model/period.ts';
import { isViolation } from '../plan/concerns.ts';
import { reportOn } from '../plan/report.ts';
import { planUi } from '../words/plan-pages.ts';
import { type Context, home, periodName, sourceCell, stateOf } from './context.ts';
import { anchorOf, planPath, planPeriodPath, planRecordsPath, slugOf } from './links.ts';
import { recordSections } from './planRecords.ts';
import {
  budgetTable,
  channelsTable,
  concernsTable,
  coverageTable,
  emphasesTable,
  indicatorsTable,
  matrixTable,
  outcomesTable,
  type PlanContext,
  publicityTable,
  reportsTable,
  sourcesIn,
} from './planTables.ts';
import type { Clause } from './policies.ts';
import type { PublicPlan } from './publicPlan.ts';
import type { Figure, Headed, Linked, Mark, Section } from './shown.ts';

export interface PlanPage extends Headed {
  readonly state: Mark | undefined;
  readonly figures: readonly Figure[];
  readonly sections: readonly Section[];
  /** The text of the plan; empty on the pages of periods. */
  readonly textTitle: string;
  readonly clauses: readonly Clause[];
}

/** The periods that have a page; none where the installation follows no plan. */
export const planPeriods = ({ view }: Context): { slug: string; period: Period }[] =>
  (view.plan?.periods ?? []).map((period) => ({ slug: slugOf(period), period }));

/** What is to do in the running year, the periods, and the text; null where there is no plan. */
export function planPage(context: Context): PlanPage | null {
  const open = context.view.plan;
  if (open === null) return null;
  const plan = planContext(open, yearWithPage(open, context), context);
  const { ui } = plan;
  return {
    path: planPath,
    over: context.view.site.organisation,
    title: open.plan.title,
    lead: [{ text: ui.lead }, sourceCell(open.plan.at, context)],
    crumbs: [home(context), { text: ui.nav }],
    state: undefined,
    figures: figuresOf(plan),
    sections: [
      concernsSection(plan),
      open.periods.length === 0
        ? { id: 'periods', title: ui.periods, text: ui.noPeriods }
        : { id: 'periods', title: ui.periods, list: open.periods.toReversed().map((period) => periodLink(period, context)) },
    ],
    textTitle: ui.text,
    clauses: clausesOf(open, context),
  };
}

/** The figures of the running year for the front page; null where there is no plan. */
export function planSummary(context: Context): { title: string; figures: readonly Figure[]; more: Linked } | null {
  const open = context.view.plan;
  if (open === null) return null;
  const plan = planContext(open, yearWithPage(open, context), context);
  return { title: open.plan.title, figures: figuresOf(plan), more: { text: plan.ui.more, href: planPath } };
}

/** The running year, or the last one that has a page, so that what is told leads somewhere. */
function yearWithPage({ periods }: PublicPlan, { view }: Context): Period {
  return periods.filter(({ span }) => span === 'year').at(-1) ?? periodOf(view.asOf, 'year');
}

const planContext = (open: PublicPlan, period: Period, context: Context): PlanContext => ({
  context,
  open,
  ui: planUi(context.language),
  report: reportOn(open.plan, open.records, period, context.view.asOf),
});

const periodLink = (period: Period, context: Context): Linked => ({ text: periodName(period, context), href: planPeriodPath(period) });

export function planPeriodPage(period: Period, context: Context): PlanPage | null {
  const open = context.view.plan;
  if (open === null) return null;
  const plan = planContext(open, period, context);
  const { ui } = plan;
  const all = activitiesIn(plan);
  const withRows = (section: Section): Section[] => (section.table?.rows.length === 0 ? [] : [section]);
  return {
    path: planPeriodPath(period),
    over: open.plan.title,
    title: periodName(period, context),
    lead: [{ text: ui.records, href: planRecordsPath(period) }],
    crumbs: [home(context), { text: ui.nav, href: planPath }, { text: periodName(period, context) }],
    state: stateOf(period, context),
    figures: figuresOf(plan),
    sections: [
      concernsSection(plan),
      { id: 'indicators-section', title: ui.indicators, text: ui.indicatorsText, table: indicatorsTable(plan) },
      ...withRows({ id: 'outcomes-section', title: ui.outcomes, table: outcomesTable(plan) }),
      { id: 'coverage-section', title: ui.coverage, text: ui.coverageText, table: coverageTable(plan) },
      { id: 'matrix-section', title: ui.matrix, text: ui.matrixText, table: matrixTable(plan) },
      { id: 'channels-section', title: ui.channels, table: channelsTable(plan) },
      { id: 'emphases-section', title: ui.emphases, table: emphasesTable(plan, all) },
      ...withRows({ id: 'publicity-section', title: ui.publicity, text: ui.publicityText, table: publicityTable(plan) }),
      ...withRows({ id: 'reports-section', title: ui.reports, text: ui.reportsText, table: reportsTable(plan) }),
      ...withRows({ id: 'budget-section', title: ui.budget, table: budgetTable(plan) }),
    ],
    textTitle: ui.text,
    clauses: [],
  };
}

/** The records behind the figures of a period, each with where it stands in the repository. */
export function planRecordsPage(period: Period, context: Context): PlanPage | null {
  const open = context.view.plan;
  if (open === null) return null;
  const plan = planContext(open, period, context);
  const { ui, report } = plan;
  const name = periodName(period, context);
  return {
    path: planRecordsPath(period),
    over: `${open.plan.title} · ${name}`,
    title: ui.records,
    lead: [],
    crumbs: [home(context), { text: ui.nav, href: planPath }, { text: name, href: planPeriodPath(period) }, { text: ui.records }],
    state: stateOf(period, context),
    figures: [],
    sections: recordSections(sourcesIn(report), open.records, ui, context),
    textTitle: ui.text,
    clauses: [],
  };
}

function concernsSection(plan: PlanContext): Section {
  const { ui, report } = plan;
  const base = { id: 'concerns-section', title: ui.concerns };
  return report.concerns.length === 0 ? { ...base, text: ui.noConcerns } : { ...base, table: concernsTable(plan) };
}

const isSeen = ({ report: { period, until } }: PlanContext, on: string): boolean => on >= period.from && on <= until;
const activitiesOf = (plan: PlanContext) => [...plan.open.records.activities.values()].filter(({ on }) => isSeen(plan, on));
const activitiesIn = (plan: PlanContext): number => activitiesOf(plan).length;

function figuresOf(plan: PlanContext): Figure[] {
  const { ui, report } = plan;
  const activities = activitiesOf(plan);
  const violations = report.concerns.filter(isViolation).length;
  const note = ui.asOf(report.until);
  return [
    {
      label: ui.figures.activities,
      value: String(activities.length),
      href: planPeriodPath(report.period),
      note: periodName(report.period, plan.context),
    },
    { label: ui.figures.sessions, value: String(activities.filter(({ training }) => training !== null).length) },
    { label: ui.figures.open, value: String(report.concerns.length - violations), note },
    { label: ui.figures.violations, value: String(violations) },
  ];
}

/** The text, each clause with how it is read where it leaves something open. */
function clausesOf({ plan }: PublicPlan, context: Context): Clause[] {
  const ui = planUi(context.language);
  const readings = Object.entries(plan.readings);
  return Object.entries(plan.clauses).map(([name, text]) => ({
    anchor: anchorOf(name),
    name,
    text,
    rules: [],
    notes: [],
    readings: readings
      .filter(([, { clause }]) => [clause].flat()[0] === name)
      .map(([id, { question, chosen }]) => ({
        id: `reading-${id}`,
        question,
        options: [{ text: chosen, mark: { text: ui.reading, tone: 'good' }, changes: [] }],
        because: undefined,
      })),
  }));
}
