/** What is asked of units: commissions, meetings, policies; and who answers. */
import type { WrittenObligation } from '../ledger/written/records.ts';
import type { Calendar, DemoMonth } from './calendar.ts';
import type { Chance } from './chance.ts';
import type { House } from './house.ts';
import type { Setting } from './setting.ts';

export interface Duty {
  readonly id: string;
  readonly kind: WrittenObligation['kind'];
  readonly title: string;
  readonly by: string;
  /** Number of the day it was set. */
  readonly day: number;
  /** It may be answered for so many days. */
  readonly days: number;
  /** Whether the last day is agreed. */
  readonly dated: boolean;
  /** Units that owe it, and of them those that have not answered. */
  readonly owed: readonly House[];
  readonly open: Set<House>;
}

const TOPICS = ['参保征缴典型做法', '基金监管特色做法', '集采药品落地成效', '医保服务下沉情况', '困难群众救助案例', '支付方式改革进展'] as const;

/** The duties set in a month: one or two commissions, and four times a year a meeting or a policy where the ordinance speaks of them. */
export function dutiesOf(setting: Setting, month: DemoMonth, houses: readonly [House, ...House[]], chance: Chance): Duty[] {
  const { commissions } = setting;
  if (!commissions) return [];
  const set = (kind: Duty['kind'], slug: string, days: number, dated: boolean): Duty => {
    const owed = [...new Set(Array.from({ length: 4 }, () => chance.pick(houses)))];
    const day = chance.pick(month.working);
    return {
      id: `${month.key}-${slug}`,
      kind,
      title: chance.pick(TOPICS),
      by: chance.pick(commissions.by),
      day,
      days,
      dated,
      owed,
      open: new Set(owed),
    };
  };
  const asked = Array.from({ length: chance.int(1, 2) }, (_, index) => set('约稿', `commission-${index + 1}`, 14, chance.perMille(800)));
  if (!commissions.events || !/-0[17]$|-1[02]$/.test(month.key)) return asked;
  return [...asked, month.key.endsWith('7') ? set('会议', 'meeting', 5, false) : set('政策', 'policy', 20, false)];
}

/** The duty that a filing of `house` on `day` answers: most owe, some answer late, some never. */
export function answered(duties: readonly Duty[], house: House, day: number, chance: Chance): string | undefined {
  const duty = duties.find((candidate) => candidate.open.has(house) && candidate.day <= day && day <= candidate.day + candidate.days + 4);
  if (!duty || !chance.perMille(850)) return undefined;
  duty.open.delete(house);
  return duty.id;
}

/** The record of a duty once all is filed. */
export function writtenDuty(duty: Duty, { days }: Calendar): WrittenObligation {
  const { kind, title, by, day } = duty;
  const due = duty.dated ? days[day + duty.days] : undefined;
  const lapsed = kind === '约稿' && !duty.dated ? days[day + 40] : undefined;
  const failed = lapsed ? [...duty.open].map((house) => ({ unit: house.name, on: lapsed })) : [];
  return { kind, title, by, on: days[day] as string, due, units: duty.owed.map((house) => house.name), ...(failed.length > 0 && { lapsed: failed }) };
}
