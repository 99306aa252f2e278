/** How things move: ranks against the period before, months against the year before, duties against their quota. */
import type { Period } from '../model/period.ts';
import type { Language } from './speech.ts';

const quarters = ['一', '二', '三', '四'] as const;
const yearOf = ({ key }: Period): string => key.slice(0, 4);
const monthOf = ({ from }: Period): number => Number(from.slice(5, 7));
const quarterOf = (period: Period): number => Math.floor(monthOf(period) / 3);
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

type Briefs = Partial<Record<Period['span'], (period: Period) => string>>;

const BRIEF: Briefs = {
  week: ({ key }) => `${key.slice(6)}周`,
  month: (period) => `${monthOf(period)}月`,
  quarter: (period) => `${quarters[quarterOf(period)]}季度`,
  'half-year': (period) => `${monthOf(period) === 1 ? '上' : '下'}半年`,
  year: (period) => `${yearOf(period)}年`,
};
const BRIEF_EN: Briefs = {
  week: ({ key }) => `W${key.slice(6)}`,
  month: (period) => months[monthOf(period) - 1] as string,
  quarter: (period) => `Q${quarterOf(period) + 1}`,
  'half-year': (period) => `H${monthOf(period) === 1 ? 1 : 2}`,
  year: yearOf,
};

const zh = {
  /** A period as the axis of a picture names it. */
  brief: (period: Period): string => BRIEF[period.span]?.(period) ?? period.key,
  /** The year of a period, where its brief name does not say it. */
  yearOf: (period: Period): string => (period.span === 'year' ? '' : `${yearOf(period)}年`),
  movement: {
    column: '比上期',
    up: (by: number): string => `↑ 升 ${by}`,
    down: (by: number): string => `↓ 降 ${by}`,
    same: '= 持平',
    entered: '新进',
  },
  lastYear: (value: string): string => `上年同期 ${value}`,
  and: '，',
  columns: {
    now: '本期',
    before: '上期',
    lastYear: '上年同期',
    level: '级别',
    yearBefore: '上一年同月',
    owed: '应报',
    filed: '已报',
    missing: '还差',
  },
  levels: {
    title: '采用篇次（按级别）',
    says: (total: number, best: string, count: number): string => `本期采用 ${total} 篇次，${best}最多，为 ${count} 篇次。`,
    none: '本期还没有采用。',
    chart: (leader: string, count: number): string => `各单位的采用篇次按级别分段，合计最多的是${leader}，为 ${count} 篇次。`,
  },
  kinds: (leader: string, points: string, units: number, drawn: number | null): string =>
    `${units} 个单位的得分按项目分段，${leader}以 ${points} 分居首${drawn === null ? '' : `，图中为前 ${drawn} 个`}。`,
  ranks: {
    title: '名次走势',
    table: '各期名次',
    led: (periods: number, names: string, times: number, isOne: boolean): string =>
      `近 ${periods} 期中，${names}${isOne ? '' : '各'}居首 ${times} 次，最多`,
    rose: (names: string, by: number): string => `；与上期相比，${names}上升最多，升 ${by} 位`,
    end: '。',
  },
  year: {
    joint: '',
    now: '近十二个月',
    before: '上一年同月',
    says: (now: string, before: string): string => `近十二个月合计 ${now} 分，上一年同月合计 ${before} 分。`,
  },
  headline: {
    total: (period: string, points: string): string => `${period}共得 ${points} 分`,
    running: (period: string, points: string): string => `${period}至今共得 ${points} 分`,
    leads: (names: string, points: string, isOne: boolean): string => `，${names}${isOne ? '' : '均'}以 ${points} 分居首`,
    end: '。',
  },
  quota: {
    title: '任务完成情况',
    says: (met: number, periods: number, title: string): string => `“${title}”近 ${periods} 期中完成 ${met} 期`,
    running: (missing: number, by: string): string => `；本期 ${by} 前还差 ${missing} 篇`,
    end: '。',
    state: '进度',
  },
  glance: {
    says: (met: number, all: number): string => `${all} 个单位中，${met} 个已完成本月任务`,
    missing: (count: number): string => `${count} 个还差`,
    allMet: '全部完成',
    end: '。',
    still: (count: number): string => `还差 ${count} 篇`,
  },
  due: {
    title: '近期到期',
    none: '近期没有到期的任务。',
    by: (day: string): string => `${day} 到期`,
    units: (count: number, names: string): string => `${count} 个单位还差：${names}`,
    owes: (unit: string, missing: number): string => `${unit} ${missing} 篇`,
    andOthers: '等',
  },
  /** The whole ranking, where only its head is shown. */
  whole: (units: number): string => `完整排名（${units} 个单位）`,
  screen: '大屏展示',
};

const en: typeof zh = {
  brief: (period) => BRIEF_EN[period.span]?.(period) ?? period.key,
  yearOf: (period) => (period.span === 'year' ? '' : yearOf(period)),
  movement: {
    column: 'Movement',
    up: (by) => `↑ up ${by}`,
    down: (by) => `↓ down ${by}`,
    same: '= same',
    entered: 'new',
  },
  lastYear: (value) => `last year: ${value}`,
  and: '; ',
  columns: {
    now: 'Now',
    before: 'Before',
    lastYear: 'Last year',
    level: 'Level',
    yearBefore: 'A year before',
    owed: 'Owed',
    filed: 'Filed',
    missing: 'Missing',
  },
  levels: {
    title: 'Adoptions by level',
    says: (total, best, count) => `${total} adoptions in this period, most of them ${best}: ${count}.`,
    none: 'No adoptions yet in this period.',
    chart: (leader, count) => `Adoptions of each unit in parts by level; the most in all are ${count}, by ${leader}.`,
  },
  kinds: (leader, points, units, drawn) =>
    `Points of ${units} units in parts by kind; ${leader} leads with ${points}${drawn === null ? '' : `; the first ${drawn} are drawn`}.`,
  ranks: {
    title: 'Ranks over time',
    table: 'Ranks, period by period',
    led: (periods, names, times, isOne) => `In ${periods} periods the most first places, ${times}${isOne ? '' : ' each'}, went to ${names}`,
    rose: (names, by) => `; against the period before ${names} rose most, by ${by}`,
    end: '.',
  },
  year: {
    joint: ' ',
    now: 'Last twelve months',
    before: 'A year before',
    says: (now, before) => `${now} points in twelve months, ${before} in the same months a year before.`,
  },
  headline: {
    total: (period, points) => `${points} points in ${period}`,
    running: (period, points) => `${points} points so far in ${period}`,
    leads: (names, points, isOne) => `; ${names} ${isOne ? 'leads' : 'lead'} with ${points}`,
    end: '.',
  },
  quota: {
    title: 'Duties fulfilled',
    says: (met, periods, title) => `《${title}》: met in ${met} of the last ${periods} periods`,
    running: (missing, by) => `; ${missing} still missing by ${by}`,
    end: '.',
    state: 'State',
  },
  glance: {
    says: (met, all) => `${met} of ${all} units have met the duties of the month`,
    missing: (count) => `${count} have not yet`,
    allMet: 'all done',
    end: '.',
    still: (count) => `${count} missing`,
  },
  due: {
    title: 'Due next',
    none: 'Nothing is due soon.',
    by: (day) => `due ${day}`,
    units: (count, names) => `missing from ${count === 1 ? 'one unit' : `${count} units`}: ${names}`,
    owes: (unit, missing) => `${unit} ${missing}`,
    andOthers: ' …',
  },
  whole: (units) => `Whole ranking (${units} units)`,
  screen: 'Wall screen',
};

export type TrendWords = typeof zh;
export const trendWords = (language: Language): TrendWords => ({ zh, en })[language];
