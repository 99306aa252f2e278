/** 任务: how every unit stands with the duties of the running month, and what is due next. */
import type { Day } from '../model/day.ts';
import { byCodeUnit } from '../model/order.ts';
import type { UnitId } from '../model/records.ts';
import type { QuotaState } from '../standings/quotas.ts';
import { calendarWords } from '../words/calendar.ts';
import { periodKeyWords } from '../words/periods.ts';
import { trendWords } from '../words/trends.ts';
import { type Context, listIn, unitShort } from './context.ts';
import { filingPath, unitPath } from './links.ts';
import type { Cell, Mark } from './shown.ts';

export interface Glance {
  readonly says: string;
  readonly cells: readonly Cell[];
}

interface Owing {
  readonly unit: UnitId;
  readonly quotas: readonly QuotaState[];
}

/** The units that owe something in the running month, in the order of the register. */
function owing({ view }: Context): Owing[] {
  return [...view.units.keys()].flatMap((unit) => {
    const quotas = listIn(view.owed, unit);
    return quotas.length === 0 ? [] : [{ unit, quotas }];
  });
}

const missingIn = (quotas: readonly QuotaState[]): number => quotas.reduce((all, { forecast }) => all + (forecast?.missing ?? 0), 0);
const isMet = ({ quotas }: Owing): boolean => quotas.every(({ state }) => state === 'met');

/** Every unit in a word; null where nobody owes anything. */
export function quotasAtAGlance(context: Context): Glance | null {
  const units = owing(context);
  if (units.length === 0) return null;
  const { glance } = trendWords(context.language);
  const met = units.filter(isMet).length;
  const rest = met === units.length ? glance.allMet : glance.missing(units.length - met);
  return {
    says: `${glance.says(met, units.length)}${context.ui.comma}${rest}${glance.end}`,
    cells: units.map(({ unit, quotas }) => ({
      text: unitShort(unit, context),
      href: unitPath(unit),
      marks: [markOf(quotas, context)],
      lines: quotas.map(({ title, count, quota }) => ({
        text: `${quotas.length > 1 ? `${title} ` : ''}${context.ui.quota.progress(count, String(quota))}`,
        tone: 'muted',
      })),
    })),
  };
}

/** The worst of the states. */
function markOf(quotas: readonly QuotaState[], { ui, language }: Context): Mark {
  if (quotas.some(({ state }) => state === 'missed')) return { text: ui.quota.missed, tone: 'bad' };
  const missing = missingIn(quotas);
  return missing > 0 ? { text: trendWords(language).glance.still(missing), tone: 'wait' } : { text: ui.quota.met, tone: 'good' };
}

interface Next {
  readonly on: Day;
  readonly cell: Cell;
}

/** What is due on or after the day, the nearest first. */
export function dueNext(context: Context): Cell[] {
  return [...quotasDue(context), ...obligationsDue(context)].sort((a, b) => byCodeUnit(a.on, b.on)).map(({ cell }) => cell);
}

/** More names than these nobody reads; how many there are is told. */
const NAMED = 8;

/** A duty in one of its periods, with the units that still owe something. */
function quotasDue(context: Context): Next[] {
  const { ui, language } = context;
  const { due } = trendWords(language);
  const open = owing(context).flatMap(({ unit, quotas }) =>
    quotas.flatMap((state) => (state.forecast ? [{ unit, state, forecast: state.forecast }] : [])),
  );
  return [...Map.groupBy(open, ({ state }) => `${state.title} ${state.period.key}`).values()].flatMap((own) => {
    const [first] = own;
    if (!first) return [];
    const named = own.slice(0, NAMED).map(({ unit, forecast }) => due.owes(unitShort(unit, context), forecast.missing));
    const names = `${named.join(ui.list)}${own.length > NAMED ? due.andOthers : ''}`;
    const { title, period } = first.state;
    return [
      {
        on: first.forecast.by,
        cell: {
          text: `${title}${ui.aside(periodKeyWords(period.key, language))}`,
          marks: [{ text: due.by(first.forecast.by), tone: 'wait' }],
          lines: [{ text: due.units(own.length, names), tone: 'muted' }],
        },
      },
    ];
  });
}

/** Commissions, meetings and policy releases whose last day has not passed and that somebody has not answered; of those not open to the public no title. */
function obligationsDue(context: Context): Next[] {
  const { view, ui, language } = context;
  const words = trendWords(language).due;
  const { hidden } = calendarWords(language);
  return view.calendar.dues.flatMap(({ kind, obligation, due, units }) => {
    const open = units.filter(({ state }) => state === 'open' || state === null);
    if (due === null || due < view.asOf || open.length === 0) return [];
    const names = open.map(({ unit }) => unitShort(unit, context)).join(ui.list);
    const line = obligation === null ? names : [kind, obligation.by, names].filter((part) => part !== null).join(' · ');
    return [
      {
        on: due,
        cell: {
          text: obligation?.title ?? hidden(kind),
          href: obligation === null ? undefined : filingPath({ kind: 'answer', answers: obligation.id }),
          marks: [{ text: words.by(due), tone: 'wait' }],
          lines: [{ text: line, tone: 'muted' }],
        },
      },
    ];
  });
}
