/** Which wording a period gets, and what its parts are called in it. */
import { CADENCES, type Cadence, type Wording, type WrittenBulletinSettings } from '../../ledger/written/wording.ts';
import { type Period, parsePeriod, previousPeriod, type Span } from '../../model/period.ts';
import { periodWords } from '../periods.ts';
import { DEFAULT_WORDING } from './wording.ts';

/** A range of days and two months go by the month, a week by the half-month. */
export function cadenceOf({ span }: Period): Cadence {
  if (span === 'week') return 'half-month';
  return CADENCES.find((cadence) => cadence === span) ?? 'month';
}

/** How the bulletin of a period is worded: as the office says, or as we do. */
export function wordingFor(period: Period, settings: Pick<WrittenBulletinSettings, 'wording'> | null): Wording {
  const cadence = cadenceOf(period);
  return settings?.wording?.[cadence] ?? DEFAULT_WORDING[cadence];
}

/** The period that a lock names; its schema lets nothing else pass. */
export const periodNamed = (key: string): Period => parsePeriod(key) as Period;

const THIS: Readonly<Partial<Record<Span | 'range', string>>> = {
  week: '本周',
  'half-month': '本半月',
  month: '本月',
  quarter: '本季度',
  'half-year': '本半年',
  year: '本年度',
};
const LAST: Readonly<Partial<Record<Span | 'range', string>>> = { week: '上周', month: '上月', quarter: '上季度', year: '上年度' };

/** 本月, 本季度; 本期 where there is no word for it. */
export const thisPeriod = ({ span }: Period): string => THIS[span] ?? '本期';

/** 上月, 上季度; by its name where that could be another (上半年) or it is not the one just before. */
export function earlierPeriod(earlier: Period, period: Period): string {
  const word = earlier.key === previousPeriod(period).key ? LAST[period.span] : undefined;
  return word ?? periodWords(earlier, 'zh');
}
