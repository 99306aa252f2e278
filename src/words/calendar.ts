/** Words of the calendar. */
import type { Day } from '../model/day.ts';
import type { Obligation } from '../model/records.ts';
import type { Language } from './speech.ts';

type Kind = Obligation['kind'];

const WEEKDAYS_ZH: readonly string[] = ['一', '二', '三', '四', '五', '六', '日'];
const WEEKDAYS_EN: readonly string[] = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const partsOf = (day: Day): [year: number, month: number, date: number] => day.split('-').map(Number) as [number, number, number];
const MONTHS_EN = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

const zh = {
  nav: '日历',
  title: '日历',
  lead: '约稿、会议、政策贯彻落实、任务周期和通报的日子，近的在前。可以订阅到手机、电脑的日历里。',
  next: '接下来',
  nextCaption: '从今天起的事项，近的在前',
  nothing: '目前没有待办事项。',
  months: '本月起',
  past: '已经过去的',
  pastOf: (year: string, count: number) => `${year}（${count} 项）`,
  pastCaption: (year: string) => `${year}已经过去的事项`,
  columns: { day: '日期', what: '事项', who: '单位', left: '还有', state: '情况' },
  left: (days: number) => (days === 0 ? '今天' : days === 1 ? '明天' : `${days} 天`),
  today: '今天',
  off: '休',
  work: '班',
  weekdays: WEEKDAYS_ZH.map((name) => ({ brief: name, name: `星期${name}` })),
  /** 27日 星期五, for a telephone, where days stand in a list. */
  dayInMonth: (day: Day, weekday: number) => `${partsOf(day)[2]}日 星期${WEEKDAYS_ZH[weekday - 1]}`,
  monthCaption: (month: string) => `${month}的事项，一行一周`,
  everyone: '各单位',
  owing: (count: number) => `${count} 个单位`,
  kinds: { due: '到期', set: '约稿', meeting: '会议', policy: '政策', quota: '任务', middle: '月中', period: '统计期', bulletin: '通报' },
  set: (kind: Kind, title: string) => ({ 约稿: `约稿：${title}`, 会议: title, 政策: title })[kind],
  due: (kind: Kind, title: string) =>
    ({ 约稿: `约稿到期：${title}`, 会议: `会议传达学习情况到期：${title}`, 政策: `政策贯彻落实情况到期：${title}` })[kind],
  hidden: (kind: Kind) =>
    ({ 约稿: '约稿一项到期（内容不公开）', 会议: '会议传达学习情况一项到期（内容不公开）', 政策: '政策贯彻落实情况一项到期（内容不公开）' })[kind],
  until: (day: Day) => `至 ${day}`,
  quota: (title: string, period: string) => `${title}（${period}）截止`,
  middle: (title: string, period: string) => `半月提醒：${title}（${period}）`,
  period: (period: string) => `${period}结束`,
  toCount: (does: string) => `此后${does}`,
  issued: (title: string) => `签发：${title}`,
  done: (done: number, all: number) => `${done} / ${all} 个单位完成`,
  answered: (done: number, all: number) => `${done} / ${all} 个单位已报送`,
  late: (count: number) => `${count} 个单位逾期`,
  missed: (count: number) => `${count} 个单位未报送`,
  short: (count: number) => `${count} 个单位未完成`,
  missing: (units: string) => `尚未完成：${units}`,
  forecast: '按现行办法推算',
  clause: (clause: string) => `依据：${clause}`,
  subscribe: '订阅',
  subscribeText: '在手机或电脑的日历里选择“添加订阅日历”，粘贴下面的地址，以后会自动更新；直接打开文件，则只导入现在的内容。',
  all: '全部事项',
  ofUnit: (unit: string) => `${unit}的事项`,
  units: '各单位',
  name: (organisation: string) => `${organisation}信息报送日历`,
  nameOfUnit: (organisation: string, unit: string) => `${organisation}信息报送日历：${unit}`,
  privacy: '内容不公开的任务只列种类、日期和承担单位。',
};

export type CalendarWords = typeof zh;

const some = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

const en: CalendarWords = {
  nav: 'Calendar',
  title: 'Calendar',
  lead: 'Days of commissions, meetings, policy releases, duties and bulletins, the nearest first. It can be subscribed to from any calendar.',
  next: 'Next',
  nextCaption: 'From today on, the nearest first',
  nothing: 'Nothing is due at present.',
  months: 'From this month on',
  past: 'Past',
  pastOf: (year, count) => `${year} (${count === 1 ? '1 entry' : `${count} entries`})`,
  pastCaption: (year) => `What is past, ${year}`,
  columns: { day: 'Day', what: 'What', who: 'Units', left: 'In', state: 'State' },
  left: (days) => (days === 0 ? 'today' : days === 1 ? 'tomorrow' : `${days} days`),
  today: 'today',
  off: 'off',
  work: 'work',
  weekdays: WEEKDAYS_EN.map((brief, index) => ({
    brief,
    name: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'][index] as string,
  })),
  dayInMonth: (day, weekday) => `${WEEKDAYS_EN[weekday - 1]} ${partsOf(day)[2]} ${MONTHS_EN[partsOf(day)[1] - 1]}`,
  monthCaption: (month) => `${month}, a row for each week`,
  everyone: 'all units',
  owing: (count) => some(count, 'unit'),
  kinds: {
    due: 'Due',
    set: 'Commission',
    meeting: 'Meeting',
    policy: 'Policy',
    quota: 'Duty',
    middle: 'Mid-month',
    period: 'Period',
    bulletin: 'Bulletin',
  },
  set: (kind, title) => ({ 约稿: `Commission: ${title}`, 会议: title, 政策: title })[kind],
  due: (kind, title) =>
    ({ 约稿: `Commission due: ${title}`, 会议: `Report on the meeting due: ${title}`, 政策: `Report on the policy due: ${title}` })[kind],
  hidden: (kind) =>
    ({
      约稿: 'A commission is due (not public)',
      会议: 'A report on a meeting is due (not public)',
      政策: 'A report on a policy is due (not public)',
    })[kind],
  until: (day) => `to ${day}`,
  quota: (title, period) => `${title}, ${period}: last day`,
  middle: (title, period) => `Half-month reminder: ${title}, ${period}`,
  period: (period) => `End of period: ${period}`,
  toCount: (does) => `afterwards: ${does}`,
  issued: (title) => `Issued: ${title}`,
  done: (done, all) => `done by ${done} of ${some(all, 'unit')}`,
  answered: (done, all) => `filed by ${done} of ${some(all, 'unit')}`,
  late: (count) => `${some(count, 'unit')} late`,
  missed: (count) => `${some(count, 'unit')} missed it`,
  short: (count) => `${some(count, 'unit')} missed it`,
  missing: (units) => `Still to do: ${units}`,
  forecast: 'by the ordinance as it stands',
  clause: (clause) => `Clause: ${clause}`,
  subscribe: 'Subscribe',
  subscribeText:
    'In the calendar of your telephone or computer choose “add subscribed calendar” and paste this address: it keeps itself up to date. Opening the file imports what is known now.',
  all: 'Everything',
  ofUnit: (unit) => unit,
  units: 'By unit',
  name: (organisation) => `News work of ${organisation}`,
  nameOfUnit: (organisation, unit) => `News work of ${organisation}: ${unit}`,
  privacy: 'Of what is not open to the public only kind, day and units are listed.',
};

/** The words of the calendar in one language. */
export const calendarWords = (language: Language): CalendarWords => ({ zh, en })[language];
