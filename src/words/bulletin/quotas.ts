/** 任务: who met what was owed. In a longer period a duty has several periods; who missed one of them has not met it. */
import type { Published, PublishedRow } from '../../ledger/written/bulletin.ts';
import { periodKeyWords } from '../periods.ts';
import { added, listed, nameOf, registered, rowsOf } from './figures.ts';

type Quota = PublishedRow['quotas'][number];

/** What a unit did for one duty. */
export interface UnitDuty {
  readonly unit: string;
  readonly count: number;
  readonly quota: number;
  readonly state: 'over' | 'met' | 'missed' | 'running';
  readonly missed: readonly Quota[];
}

export interface DutyOutcome {
  readonly title: string;
  /** Whether it was owed for several periods of the bulletin. */
  readonly several: boolean;
  readonly units: readonly UnitDuty[];
}

/** Every duty of the period with the units that had it, in the order of the register. */
export function dutiesOf(published: Published): DutyOutcome[] {
  const rows = registered(published, rowsOf(published), ({ unit }) => unit);
  const titles = new Map(rows.flatMap(({ quotas }) => quotas.map(({ duty, title }) => [duty, title] as const)));
  return [...titles].map(([duty, title]) => {
    const own = rows.map(({ unit, quotas }) => ({ unit, quotas: quotas.filter((quota) => quota.duty === duty) }));
    const periods = new Set(own.flatMap(({ quotas }) => quotas.map(({ period }) => period)));
    return { title, several: periods.size > 1, units: own.flatMap(({ unit, quotas }) => outcome(unit, quotas)) };
  });
}

function outcome(unit: string, quotas: readonly Quota[]): UnitDuty[] {
  if (quotas.length === 0) return [];
  const [count, quota] = [added(quotas.map((each) => each.count)), added(quotas.map((each) => each.quota))];
  const missed = quotas.filter(({ state }) => state === 'missed');
  const state = missed.length > 0 ? 'missed' : quotas.some((each) => each.state === 'running') ? 'running' : count > quota ? 'over' : 'met';
  return [{ unit, count, quota, state, missed }];
}

/** How many missed periods are told one by one; beyond that their number says enough. */
const TOLD = 4;

/** 医保信息中心, or 医保信息中心（8月、9月） where only some periods were missed, or 医保信息中心（12次）; the year is told where it is another than the bulletin's. */
export function shortOf({ unit, missed }: UnitDuty, published: Published, several: boolean): string {
  const name = nameOf(published, unit);
  if (!several) return name;
  if (missed.length > TOLD) return `${name}（${missed.length}次）`;
  const year = `${Number(published.as_of.slice(0, 4))}年`;
  const periods = missed
    .map(({ period }) => periodKeyWords(period, 'zh'))
    .map((words) => (words.startsWith(year) ? words.slice(year.length) || words : words));
  return `${name}（${listed(periods)}）`;
}
