/** The tables of a report on a publicity plan. Figures and sentences lead to the records behind them, on the page beside it. */
import { daysBetween } from '../model/day.ts';
import { written } from '../model/points.ts';
import { type Concern, isViolation } from '../plan/concerns.ts';
import type { CoverageRow } from '../plan/coverage.ts';
import type { Measure } from '../plan/measures.ts';
import type { PlanReport } from '../plan/report.ts';
import type { RecordKind, Source } from '../plan/scope.ts';
import { concernWords, durationWords, MEASURE_NAMES, measureText, type NameOf, percent } from '../words/plan.ts';
import type { PlanUi } from '../words/plan-pages.ts';
import { type Context, count, muted, text } from './context.ts';
import { planClausePath, planRecordsPath } from './links.ts';
import { anchorOfRecord, toldOf } from './planRecords.ts';
import type { PublicPlan } from './publicPlan.ts';
import type { Cell, Column, Linked, Mark, Row, Table } from './shown.ts';

/** What the makers of these tables work with. */
export interface PlanContext {
  readonly context: Context;
  readonly ui: PlanUi;
  readonly open: PublicPlan;
  readonly report: PlanReport;
}

const table = (id: string, caption: string, columns: readonly Column[], rows: readonly Row[], head = 0): Table => ({
  id,
  caption,
  headed: true,
  columns,
  head,
  rows,
});
const words = (label: string): Column => ({ label, kind: 'text' });
const number = (label: string): Column => ({ label, kind: 'number' });
const day = (label: string): Column => ({ label, kind: 'day' });

/** A record as a link to its row. */
const recordLink = (kind: RecordKind, id: string, { report, open, ui }: PlanContext): Linked => ({
  text: toldOf(kind, id, open.records, ui).name,
  href: planRecordsPath(report.period, anchorOfRecord(kind, id)),
});

/** The records as links, one below the other; a dash where there are none to name. */
function basisCell(sources: readonly Source[], plan: PlanContext): Cell {
  const lines = recordLinks(sources, plan);
  return lines.length === 0 ? muted('—') : { text: '', lines };
}

const recordLinks = (sources: readonly Source[], plan: PlanContext): Linked[] =>
  sources.filter(({ kind }) => kind !== 'opinions').map(({ kind, id }) => recordLink(kind, id, plan));

const clauseCell = (clause: string | readonly string[]): Cell => {
  const lines = [clause].flat().map((one) => ({ text: one, href: planClausePath(one) }));
  return lines.length === 1 ? (lines[0] as Cell) : { text: '', lines };
};

/** What is still to be done and what was done against the plan, the latter first. */
export function concernsTable(plan: PlanContext): Table {
  const { ui, report, context } = plan;
  const nameOf: NameOf = (kind, id) => {
    const told = toldOf(kind, id, plan.open.records, ui);
    return told.hidden ? null : told.name;
  };
  const row = ([first, ...others]: readonly [Concern, ...Concern[]]): Row => {
    const alike = others.length + 1;
    const text = first.code === 'spot-not-reached' && alike > 1 ? ui.notReached(alike, first.class) : concernWords(first, nameOf)[context.language];
    const mark: Mark = isViolation(first) ? { text: ui.violation, tone: 'bad' } : { text: ui.open, tone: 'wait' };
    const records = [first, ...others].flatMap((concern) => concern.records);
    return { cells: [{ text, marks: [mark] }, clauseCell(first.clause), basisCell(records, plan)] };
  };
  return table(
    'concerns',
    ui.concerns,
    [words(ui.columns.what), words(ui.columns.clause), words(ui.columns.basis)],
    grouped(report.concerns).map(row),
  );
}

/** Each concern for itself, but the spots of one class that nobody reached as one: a county has hundreds of villages. */
function grouped(concerns: readonly Concern[]): (readonly [Concern, ...Concern[]])[] {
  const keyOf = (concern: Concern, index: number): string =>
    concern.code === 'spot-not-reached' ? `${concern.code} ${concern.class}` : String(index);
  return [...Map.groupBy(concerns.entries(), ([index, concern]) => keyOf(concern, index)).values()].map(
    (group) => group.map(([, concern]) => concern) as [Concern, ...Concern[]],
  );
}

/** The indicators, each measure with its parts, each part with its records. */
export function indicatorsTable(plan: PlanContext): Table {
  const { ui, report } = plan;
  const columns = [words(ui.columns.indicator), words(ui.columns.measure), number(ui.columns.value), words(ui.columns.basis)];
  const rows = report.indicators.flatMap(({ title, clause, measures }) =>
    measures.flatMap((measure, index) => measureRows(measure, index === 0 ? { text: title, lines: clauseLines(clause) } : text(''), plan)),
  );
  return table('indicators', ui.indicators, columns, rows, 1);
}

const clauseLines = (clause: string | readonly string[]): Linked[] =>
  [clause].flat().map((one) => ({ text: one, href: planClausePath(one), tone: 'muted' }));

export function outcomesTable(plan: PlanContext): Table {
  const { ui, report } = plan;
  const columns = [words(ui.columns.measure), number(ui.columns.value), words(ui.columns.basis)];
  const rows = report.outcomes.flatMap((measure) => measureRows(measure, null, plan));
  return table('outcomes', ui.outcomes, columns, rows);
}

function measureRows({ name, value, of, records, parts }: Measure, first: Cell | null, plan: PlanContext): Row[] {
  const before = (cell: Cell | null): Cell[] => (cell === null ? [] : [cell]);
  const shown = parts.filter((part) => part.value > 0 || part.of !== null || part.records.length > 0 || name === 'documents' || name === 'officers');
  const whole: Row = {
    cells: [
      ...before(first),
      text(MEASURE_NAMES[name][plan.context.language]),
      { text: measureText(value, of), tone: value === 0 ? 'muted' : undefined },
      shown.length === 0 ? basisCell(records, plan) : text(''),
    ],
  };
  const rows = shown.map(
    (part): Row => ({
      tone: 'muted',
      cells: [...before(first && text('')), text(part.label), text(measureText(part.value, part.of)), basisCell(part.records, plan)],
    }),
  );
  return [whole, ...rows];
}

/** Topic × family of channels, with the gaps. */
export function coverageTable(plan: PlanContext): Table {
  const { ui, report } = plan;
  const { rows, ways } = report.coverage;
  const families = [...new Set(ways.map(({ family }) => family))];
  const inFamily = ({ cells, gaps }: CoverageRow, family: string): Cell => {
    const own = ways.filter((way) => way.family === family).flatMap(({ name }) => cells.get(name) ?? []);
    return gaps.includes(family) ? { text: '', marks: [{ text: ui.gap, tone: 'wait' }] } : text(String(own.length));
  };
  return table(
    'coverage',
    ui.coverage,
    [words(ui.columns.topic), ...families.map(number)],
    rows.map((row) => ({ cells: [topicCell(row, plan), ...families.map((family) => inFamily(row, family))] })),
  );
}

/** Topic × channel. */
export function matrixTable(plan: PlanContext): Table {
  const { ui, report } = plan;
  const { rows, ways } = report.coverage;
  const columns: Column[] = [words(ui.columns.topic), ...ways.map(({ name, family }): Column => ({ label: name, kind: 'number', group: family }))];
  const inWay = ({ cells }: CoverageRow, way: string): Cell => {
    const [first, ...others] = cells.get(way) ?? [];
    return first === undefined ? muted('·') : count(others.length + 1, planRecordsPath(report.period, anchorOfRecord('activities', first.id)));
  };
  return table(
    'matrix',
    ui.matrix,
    columns,
    rows.map((row) => ({ cells: [topicCell(row, plan), ...ways.map(({ name }) => inWay(row, name))] })),
  );
}

const topicCell = ({ topic, subtopic, inModeration }: CoverageRow, { ui }: PlanContext): Cell =>
  subtopic === null ? { text: topic, marks: inModeration ? [{ text: ui.moderate, tone: 'quiet' }] : [] } : { text: `· ${subtopic}` };

/** Channels with their use in the period and the last day they were used. */
export function channelsTable({ ui, report }: PlanContext): Table {
  const rows = report.coverage.ways.map(({ name, family, activities, last, whenPossible }): Row => {
    const unused = activities > 0 ? [] : [whenPossible ? { text: ui.optional, tone: 'quiet' as const } : { text: ui.unused, tone: 'wait' as const }];
    return { cells: [{ text: name, marks: unused }, text(family), count(activities), last === null ? muted('—') : text(last)] };
  });
  return table('channels', ui.channels, [words(ui.columns.channel), words(ui.columns.family), number(ui.columns.count), day(ui.columns.last)], rows);
}

export function emphasesTable({ ui, report }: PlanContext, all: number): Table {
  const rows = [...report.coverage.emphases].map(
    ([name, activities]): Row => ({
      cells: [text(name), count(activities.length), all === 0 ? muted('—') : text(percent(activities.length, all))],
    }),
  );
  return table('emphases', ui.emphases, [words(ui.columns.emphasis), number(ui.columns.count), number(ui.columns.share)], rows);
}

export function publicityTable(plan: PlanContext): Table {
  const { ui, report } = plan;
  const { columns: c } = ui;
  const rows = report.publicity.map(
    ({ release, first, gap }): Row => ({
      cells: [
        recordLink('releases', release.id, plan),
        text(release.on),
        first === null ? muted('—') : recordLink('activities', first.id, plan),
        gap === null ? { text: '', marks: [{ text: ui.notYet(daysBetween(release.on, report.until)), tone: 'wait' }] } : text(ui.gapDays(gap)),
      ],
    }),
  );
  return table('publicity', ui.publicity, [words(c.policy), day(c.issued), words(c.first), words(c.gap)], rows);
}

/** Incidents are told apart by a number; times alone are public. */
export function reportsTable({ ui, report, context }: PlanContext): Table {
  const opinions = [...new Set(report.reports.map(({ opinion }) => opinion.id))];
  const rows = report.reports.map(
    ({ opinion, to, minutes }): Row => ({
      cells: [
        text(ui.incident(opinions.indexOf(opinion.id) + 1)),
        text(to),
        minutes === null ? { text: '', marks: [{ text: ui.missing, tone: 'wait' }] } : text(durationWords(minutes)[context.language]),
      ],
    }),
  );
  return table('reports', ui.reports, [words(ui.columns.incident), words(ui.columns.to), words(ui.columns.took)], rows);
}

export function budgetTable(plan: PlanContext): Table {
  const { ui, report } = plan;
  const { columns: c } = ui;
  const rows = report.budget.map(
    ({ year, budget, spent, remains, records }): Row => ({
      cells: [
        text(String(year)),
        text(written(budget)),
        text(written(spent)),
        { text: written(remains), tone: remains.lt(0) ? 'minus' : undefined },
        basisCell(records, plan),
      ],
    }),
  );
  return table('budget', ui.budget, [words(c.year), number(c.budget), number(c.spent), number(c.remains), words(c.basis)], rows);
}

/** Everything that the tables speak of, and the activities of the period. */
export function sourcesIn(report: PlanReport): Source[] {
  const { indicators, outcomes, concerns, budget, publicity, coverage } = report;
  const measures = [...indicators.flatMap((indicator) => indicator.measures), ...outcomes];
  return [
    ...coverage.rows.flatMap(({ cells }) => [...cells.values()].flat().map(({ id, at }) => ({ kind: 'activities' as const, id, at }))),
    ...measures.flatMap(({ records, parts }) => [...records, ...parts.flatMap((part) => part.records)]),
    ...concerns.flatMap(({ records }) => records),
    ...budget.flatMap(({ records }) => records),
    ...publicity.flatMap(({ release, first }) => [
      { kind: 'releases' as const, id: release.id, at: release.at },
      ...(first === null ? [] : [{ kind: 'activities' as const, id: first.id, at: first.at }]),
    ]),
  ];
}
