/** 约稿等任务: what each unit did of what it was asked for in a period. */
import type { Published } from '../ledger/written/bulletin.ts';
import type { Day } from '../model/day.ts';
import { byCodeUnit } from '../model/order.ts';
import { contains, type Period } from '../model/period.ts';
import type { Ledger } from '../model/records.ts';
import { dueDayOf } from '../scoring/deadlines.ts';
import type { Journal } from '../scoring/journal.ts';
import { type Owed, owedObligations } from '../scoring/obligations.ts';

type Commission = Published['commissions'][number];

/** What was set in the period, was due in it, or was answered in it. Where no day was set, nobody is late: only those who answered, or let it lapse, are named. */
export function commissionsIn(period: Period, ledger: Ledger, { filings, bookOn, asOf }: Journal): Commission[] {
  const told = [...owedObligations(ledger, filings, bookOn, asOf)].filter(
    (one) => one.answer !== null || dueOf(one, ledger) !== null || lapsed(one, asOf),
  );
  const owed = Map.groupBy(told, ({ obligation }) => obligation.id);
  return [...owed.values()]
    .map((parts) => ({ parts, due: dueOf(parts[0] as Owed, ledger) }))
    .filter(({ parts, due }) => concerns(period, parts, due))
    .sort((a, b) => byCodeUnit(a.due ?? '~', b.due ?? '~') || byCodeUnit((a.parts[0] as Owed).obligation.id, (b.parts[0] as Owed).obligation.id))
    .map(({ parts, due }) => commissionOf(parts, due, asOf));
}

const dueOf = ({ obligation, book }: Owed, { site }: Ledger): Day | null => dueDayOf(obligation, book.policy, site);

const concerns = (period: Period, parts: readonly Owed[], due: Day | null): boolean =>
  parts.some(({ obligation, answer }) => [obligation.on, due, answer?.on ?? null].some((day) => day !== null && contains(period, day)));

function commissionOf(parts: readonly Owed[], due: Day | null, asOf: Day): Commission {
  const { obligation } = parts[0] as Owed;
  return {
    obligation: obligation.id,
    ...(obligation.openness === '公开' ? { title: obligation.title } : {}),
    kind: obligation.kind,
    ...(due === null ? {} : { due }),
    units: parts.map((part) => ({ unit: part.unit, ...stateOf(part, due, asOf) })),
  };
}

function stateOf(part: Owed, due: Day | null, asOf: Day): Pick<Commission['units'][number], 'state' | 'on'> {
  const { answer } = part;
  if (answer) return { state: due !== null && answer.on > due ? 'late' : 'done', on: answer.on };
  return { state: lapsed(part, asOf) || (due !== null && due <= asOf) ? 'missed' : 'open' };
}

const lapsed = ({ obligation, unit }: Owed, asOf: Day): boolean => obligation.lapsed.some((lapse) => lapse.unit === unit && lapse.on <= asOf);
