/** The report on a publicity plan as JSON and as text. */
import type { Place } from '../model/place.ts';
import type { PlanRecords } from '../model/plan.ts';
import { written } from '../model/points.ts';
import { type Concern, isViolation } from '../plan/concerns.ts';
import type { Measure } from '../plan/measures.ts';
import type { PlanReport } from '../plan/report.ts';
import type { Source } from '../plan/scope.ts';
import { dayWords, periodWords } from '../words/periods.ts';
import { concernWords, durationWords, MEASURE_NAMES, measureText, type NameOf } from '../words/plan.ts';
import { type Column, table } from './table.ts';

type LineOf = (place: Place) => number;

/** Every figure with the records behind it: kind, id, file and line. */
export function planJson(report: PlanReport, lineOf: LineOf): string {
  const sources = (records: readonly Source[]) => records.map(({ kind, id, at }) => ({ kind, id, file: at.file, line: lineOf(at) }));
  const measured = ({ records, parts, ...measure }: Measure) => ({
    ...measure,
    records: sources(records),
    parts: parts.map(({ records: own, ...part }) => ({ ...part, records: sources(own) })),
  });
  const { plan, period, until, indicators, outcomes, coverage, concerns, publicity, reports, budget } = report;
  const value = {
    plan: plan.id,
    period: period.key,
    until,
    indicators: indicators.map((indicator) => ({ ...indicator, measures: indicator.measures.map(measured) })),
    outcomes: outcomes.map(measured),
    coverage: {
      rows: coverage.rows.map(({ cells, ...row }) => ({
        ...row,
        channels: Object.fromEntries([...cells].map(([channel, activities]) => [channel, activities.map(({ id }) => id)])),
      })),
      channels: coverage.ways,
      emphases: Object.fromEntries([...coverage.emphases].map(([name, activities]) => [name, activities.map(({ id }) => id)])),
    },
    concerns: concerns.map(({ records, ...concern }) => ({ ...concern, violation: isViolation(concern as Concern), records: sources(records) })),
    publicity: publicity.map(({ release, first, gap }) => ({ release: release.id, issued: release.on, first: first?.id ?? null, days: gap })),
    reports: reports.map(({ opinion, to, minutes }) => ({ opinion: opinion.id, to, minutes })),
    budget: budget.map((year) => ({
      year: year.year,
      budget: written(year.budget),
      spent: written(year.spent),
      remains: written(year.remains),
      records: sources(year.records),
    })),
  };
  return `${JSON.stringify(value, null, 2)}\n`;
}

const left = (head: string): Column => ({ head, align: 'left' });
const right = (head: string): Column => ({ head, align: 'right' });

/** The report for the terminal. */
export function planText(report: PlanReport, records: PlanRecords): string {
  const { plan, period, until, indicators, outcomes } = report;
  const open = until < period.to ? `（截至 ${dayWords(until, 'zh')}  as of ${dayWords(until, 'en')}）\n` : '';
  return [
    `${plan.title} ${periodWords(period, 'zh')}  Publicity plan, ${periodWords(period, 'en')}\n${open}`,
    ...indicators.map(({ title, measures }) => `${title}\n${measuresText(measures)}`),
    ...(outcomes.length === 0 ? [] : [`成效 Outcomes\n${measuresText(outcomes)}`]),
    coverageText(report),
    ...concernsText(report, namesIn(records)),
    ...publicityText(report),
    ...reportsText(report),
    budgetText(report),
  ].join('\n');
}

const measuresText = (measures: readonly Measure[]): string =>
  measures.map(({ name, value, of }) => `  ${MEASURE_NAMES[name].zh} ${MEASURE_NAMES[name].en}: ${measureText(value, of)}\n`).join('');

/** Topic × family of channels, and the channels that were not used although they ought to be. */
function coverageText({ coverage: { rows, ways, emphases } }: PlanReport): string {
  const families = [...new Set(ways.map(({ family }) => family))];
  const inFamily = (cells: ReadonlyMap<string, readonly unknown[]>, family: string): number =>
    ways.reduce((count, way) => count + (way.family === family ? (cells.get(way.name)?.length ?? 0) : 0), 0);
  const lines = rows.map(({ topic, subtopic, cells }) => [
    subtopic === null ? topic : `  ${subtopic}`,
    ...families.map((family) => String(inFamily(cells, family) || '-')),
  ]);
  const unused = ways.filter(({ activities, whenPossible }) => activities === 0 && !whenPossible).map(({ name }) => name);
  const idle = unused.length === 0 ? '' : `本期没有使用的渠道 Channels not used: ${unused.join('、')}\n`;
  return `覆盖情况 Coverage\n${table([left('内容 topic'), ...families.map(right)], lines)}${idle}工作重点 Emphases: ${[...emphases].map(([name, activities]) => `${name} ${activities.length}`).join('、')}
`;
}

const section = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : [`${title}\n${lines.map((line) => `  ${line}\n`).join('')}`];

function concernsText({ concerns }: PlanReport, nameOf: NameOf): string[] {
  const lines = (wanted: boolean): string[] =>
    concerns
      .filter((concern) => isViolation(concern) === wanted)
      .map((concern) => {
        const { zh, en } = concernWords(concern, nameOf);
        return `${zh}（${[concern.clause].flat().join('、')}）  ${en}`;
      });
  return [...section('违反方案 Against the plan', lines(true)), ...section('待办 Still to do', lines(false))];
}

/** What records are called; their titles, where they have some. */
function namesIn(records: PlanRecords): NameOf {
  return (kind, id) => {
    const { title, name } = { ...records[kind].get(id) } as { readonly title?: string; readonly name?: string };
    return title ?? name ?? null;
  };
}

const publicityText = ({ publicity }: PlanReport): string[] =>
  section(
    '新政策同步宣贯 New policies made known',
    publicity.flatMap(({ release: { name, on }, gap }) => (gap === null ? [] : [`${name}（${on}）：${gap} 天 days`])),
  );

const reportsText = ({ reports }: PlanReport): string[] =>
  section(
    '重大舆情报告 Reports of major incidents',
    reports.flatMap(({ opinion, to, minutes }) => {
      if (minutes === null) return [];
      const { zh, en } = durationWords(minutes);
      return [`${opinion.id} → ${to}：${zh} ${en}`];
    }),
  );

function budgetText({ budget }: PlanReport): string {
  const lines = budget.map(({ year, budget: amount, spent, remains }) => [String(year), written(amount), written(spent), written(remains)]);
  return `经费（元） Budget (yuan)\n${table([left('年度 year'), right('预算 budget'), right('支出 spent'), right('结余 remains')], lines)}`;
}
