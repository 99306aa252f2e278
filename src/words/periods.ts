/** Days and periods as people say them. */
import type { Day } from '../model/day.ts';
import { type Period, parsePeriod } from '../model/period.ts';
import type { Language, Said } from './speech.ts';

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'] as const;
const ORDINALS = ['一', '二', '三', '四'] as const;
const ORDINALS_EN = ['first', 'second', 'third', 'fourth'] as const;

type Parts = readonly [year: number, month: number, date: number];

const partsOf = (day: Day): Parts => day.split('-').map(Number) as unknown as Parts;
const monthEn = (month: number): string => MONTHS[month - 1] as string;

/** 2026年3月5日; 5 March 2026. */
export function dayWords(day: Day, language: Language): string {
  const [year, month, date] = partsOf(day);
  return language === 'zh' ? `${year}年${month}月${date}日` : `${date} ${monthEn(month)} ${year}`;
}

/** 2026年3月, 2026年第一季度, 2026年上半年, 2026年第5周 …; March 2026, first quarter of 2026 … */
export const periodWords = (period: Period, language: Language): string => SPANS[period.span](period)[language];

/** The words for the key of a period. A week that is cut at the end of a month has two parts, `2026-W05a` and `2026-W05b`. */
export function periodKeyWords(key: string, language: Language): string {
  const period = parsePeriod(key);
  if (period) return periodWords(period, language);
  const cut = /^(\d{4}-W\d{2})([ab])$/.exec(key);
  const week = cut && parsePeriod(cut[1] as string);
  return week ? `${periodWords(week, language)}${PARTS[cut[2] as 'a' | 'b'][language]}` : key;
}

const PARTS: Readonly<Record<'a' | 'b', Said>> = {
  a: { zh: '（月末前）', en: ' (to the end of the month)' },
  b: { zh: '（下月起）', en: ' (from the first of the month)' },
};

const SPANS: Readonly<Record<Period['span'], (period: Period) => Said>> = {
  week: ({ key }) => {
    const [year, week] = key.split('-W').map(Number) as [number, number];
    return { zh: `${year}年第${week}周`, en: `week ${week} of ${year}` };
  },
  'half-month': ({ from }) => {
    const [year, month, date] = partsOf(from);
    return {
      zh: `${year}年${month}月${date === 1 ? '上' : '下'}半月`,
      en: `${date === 1 ? 'first' : 'second'} half of ${monthEn(month)} ${year}`,
    };
  },
  month: ({ from }) => {
    const [year, month] = partsOf(from);
    return { zh: `${year}年${month}月`, en: `${monthEn(month)} ${year}` };
  },
  'two-months': ({ from }) => {
    const [year, month] = partsOf(from);
    return { zh: `${year}年${month}至${month + 1}月`, en: `${monthEn(month)} and ${monthEn(month + 1)} ${year}` };
  },
  quarter: ({ from }) => {
    const [year, month] = partsOf(from);
    const index = Math.floor(month / 3);
    return { zh: `${year}年第${ORDINALS[index]}季度`, en: `${ORDINALS_EN[index]} quarter of ${year}` };
  },
  'half-year': ({ from }) => {
    const [year, month] = partsOf(from);
    return { zh: `${year}年${month === 1 ? '上' : '下'}半年`, en: `${month === 1 ? 'first' : 'second'} half of ${year}` };
  },
  year: ({ from }) => {
    const [year] = partsOf(from);
    return { zh: `${year}年`, en: `${year}` };
  },
  range: ({ from, to }) =>
    from === to
      ? { zh: dayWords(from, 'zh'), en: dayWords(from, 'en') }
      : { zh: `${dayWords(from, 'zh')}至${dayWords(to, 'zh')}`, en: `${dayWords(from, 'en')} to ${dayWords(to, 'en')}` },
};
