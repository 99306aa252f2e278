/** 任务进度: what a unit owes, how far it has come, and what is still to do by when. */
import type { QuotaState } from '../standings/quotas.ts';
import { periodKeyWords } from '../words/periods.ts';
import type { Context } from './context.ts';
import type { Cell, Mark } from './shown.ts';

/** One duty in one of its periods, with its state and, while it runs, what is missing. */
export function quotaItem({ title, period, count, quota, state, forecast }: QuotaState, context: Context): Cell {
  const { ui, language } = context;
  return {
    text: `${title}${ui.aside(periodKeyWords(period.key, language))}`,
    marks: [quotaMark(state, context)],
    lines: [
      { text: ui.quota.progress(count, String(quota)) },
      ...(forecast ? [{ text: ui.quota.forecast(forecast.missing, forecast.by), tone: 'muted' } as const] : []),
    ],
  };
}

function quotaMark(state: QuotaState['state'], { ui }: Context): Mark {
  return { text: ui.quota[state], tone: ({ met: 'good', missed: 'bad', running: 'wait' } as const)[state] };
}

/** The state in a few words, for a table: `1 / 1`, with what is missing below. */
export function quotaCell(states: readonly QuotaState[], context: Context): Cell {
  const { ui } = context;
  const [first] = states;
  if (!first) return { text: ui.none, tone: 'muted' };
  return {
    text: states.map(({ count, quota }) => ui.quota.progress(count, String(quota))).join(ui.list),
    marks: states.map(({ state }) => quotaMark(state, context)),
    lines: states.flatMap(({ forecast }) => (forecast ? [{ text: ui.quota.forecast(forecast.missing, forecast.by), tone: 'muted' } as const] : [])),
  };
}
