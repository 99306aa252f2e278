/** 任务完成情况: what a unit filed under its duty in each period, against what it owed, and what is still to do in the running one. */
import type { UnitId } from '../model/records.ts';
import type { QuotaState } from '../standings/quotas.ts';
import { trendWords } from '../words/trends.ts';
import { type Context, periodName, text } from './context.ts';
import { journalExists } from './journal.ts';
import { unitPeriodPath } from './links.ts';
import type { Chart, Mark, Table } from './shown.ts';

const MOST = 12;

export interface QuotaHistory {
  readonly table: Table;
  readonly chart: Chart;
}

/** Of the duty that the unit had most often; null where it had none twice. */
export function quotaHistory(unit: UnitId, context: Context): QuotaHistory | null {
  const states = dutyStates(unit, context).slice(-MOST);
  const last = states.at(-1);
  if (!last || states.length < 2) return null;
  const { quota } = trendWords(context.language);
  const met = states.filter(({ state }) => state === 'met').length;
  const running = last.forecast ? quota.running(last.forecast.missing, last.forecast.by) : '';
  return {
    table: historyTable(unit, states, last.title, context),
    chart: {
      kind: 'quota',
      table: 'quota-history',
      label: 0,
      value: 1,
      until: 3,
      names: [trendWords(context.language).columns.filed, trendWords(context.language).columns.owed, trendWords(context.language).columns.missing],
      most: MOST,
      size: 'small',
      sentence: `${quota.says(met, states.length, last.title)}${running}${quota.end}`,
    },
  };
}

/** The periods of one duty, in order: the one with most of them. */
function dutyStates(unit: UnitId, { view }: Context): QuotaState[] {
  const months = view.periods.filter(({ span }) => span === 'month');
  const all = months.flatMap(({ key }) => view.rows.get(key)?.get(unit)?.quotas ?? []);
  const unique = new Map(all.map((state) => [`${state.duty} ${state.period.key}`, state]));
  const byDuty = [...Map.groupBy(unique.values(), ({ duty }) => duty).values()];
  return byDuty.reduce<QuotaState[]>((longest, states) => (states.length > longest.length ? states : longest), []);
}

function historyTable(unit: UnitId, states: readonly QuotaState[], title: string, context: Context): Table {
  const { ui, language } = context;
  const { columns, brief, quota } = trendWords(language);
  const marks = { met: 'good', missed: 'bad', running: 'wait' } as const satisfies Record<string, Mark['tone']>;
  return {
    id: 'quota-history',
    caption: title,
    headed: true,
    columns: [
      { label: ui.columns.period, kind: 'text' },
      { label: columns.filed, kind: 'number' },
      { label: columns.owed, kind: 'number' },
      { label: columns.missing, kind: 'number' },
      { label: quota.state, kind: 'word' },
    ],
    head: 0,
    rows: states.map(({ period, count, quota: owed, state, forecast }) => ({
      cells: [
        {
          text: periodName(period, context),
          brief: brief(period),
          href: journalExists(unit, period, context) ? unitPeriodPath(unit, period, 'filings') : undefined,
        },
        text(String(count)),
        text(String(owed)),
        text(String(forecast?.missing ?? Math.max(0, owed - count))),
        { text: '', marks: [{ text: ui.quota[state], tone: marks[state] }] },
      ],
    })),
  };
}
