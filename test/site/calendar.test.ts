/** 日历: which days stand in it, what is said of them, and the files to subscribe to. Expected values are worked out by hand from the small ledger. */
import { describe, expect, test } from 'vitest';
import type { Day } from '../../src/model/day.ts';
import { calendarFile, calendarPage } from '../../src/site/calendar.ts';
import { calendarEvents } from '../../src/site/calendarEvents.ts';
import type { Context } from '../../src/site/context.ts';
import { sitePages } from '../../src/site/site.ts';
import type { Language } from '../../src/words/speech.ts';
import { ui } from '../../src/words/ui.ts';
import { changed, SECRETS, type Values, viewOf, world } from './world.ts';

const contextOf = (values: Values = world(), asOf?: string, language: Language = 'zh'): Context => ({
  view: viewOf(values, asOf as Day | undefined),
  ui: ui(language),
  language,
});
const context = contextOf();

const shown = (own: Context = context): string[] =>
  calendarEvents(own).map(({ on, title, notes, marks }) => [on, title, ...notes, ...marks.map(({ text }) => text)].join(' | '));

describe('what stands in it', () => {
  // Three units owe a comprehensive report each month. In March only daiyu filed one; in April daiyu (not public) and fuwu; a composite is none of its own.
  test('every day on which something was, is or will be due', () => {
    expect(shown()).toEqual([
      '2026-01-31 | 每月综合性报道（2026年1月）截止 | 0 / 3 个单位完成 | 3 个单位未完成',
      '2026-02-20 | 约稿：门诊统筹约稿',
      '2026-02-28 | 每月综合性报道（2026年2月）截止 | 0 / 3 个单位完成 | 3 个单位未完成',
      '2026-03-20 | 约稿到期：门诊统筹约稿 | 1 / 1 个单位已报送',
      '2026-03-31 | 每月综合性报道（2026年3月）截止 | 1 / 3 个单位完成 | 2 个单位未完成',
      '2026-04-30 | 约稿一项到期（内容不公开）',
      '2026-04-30 | 每月综合性报道（2026年4月）截止 | 2 / 3 个单位完成 | 1 个单位未完成',
      '2026-05-06 | 签发：关于2026年10月信息宣传工作情况的通报 | 南医保办通〔2026〕10号',
      '2026-05-31 | 每月综合性报道（2026年5月）截止 | 0 / 3 个单位完成 | 3 个单位未完成',
      '2026-06-30 | 每月综合性报道（2026年6月）截止 | 0 / 3 个单位完成 | 尚未完成：待遇股、服务中心、信息中心',
      '2026-06-30 | 2026年第二季度结束 | 此后得分排名，对靠前和靠后的予以通报',
      '2026-07-31 | 每月综合性报道（2026年7月）截止 | 按现行办法推算',
      '2026-08-31 | 每月综合性报道（2026年8月）截止 | 按现行办法推算',
      '2026-12-31 | 2026年结束 | 此后纳入年终考核',
    ]);
  });

  test('an obligation that is not public has its kind, its day and its units, and no day of its own', () => {
    const hidden = calendarEvents(context).filter(({ title }) => title.includes('不公开'));
    expect(hidden.map(({ on, units, notes, marks }) => ({ on, units, notes, marks }))).toEqual([
      { on: '2026-04-30', units: ['daiyu', 'xinxi'], notes: [], marks: [] },
    ]);
    expect(JSON.stringify(hidden)).not.toContain(SECRETS.hiddenObligation);
  });

  test('who was late, and who has not answered', () => {
    const values = world();
    const call = { kind: '约稿', title: '两个单位的约稿', on: '2026-02-20', due: '2026-03-01', units: ['daiyu', 'xinxi'] };
    values.set('data/obligations/2026/public-call.yaml', call);
    // climbing answers it on 2 March, a day late; xinxi has not answered.
    expect(shown(contextOf(values))).toContain('2026-03-01 | 约稿到期：两个单位的约稿 | 1 / 2 个单位已报送 | 1 个单位逾期 | 1 个单位未报送');
    expect(shown(contextOf(values, '2026-02-25'))).toContain('2026-03-01 | 约稿到期：两个单位的约稿 | 0 / 2 个单位已报送');
  });

  test('a meeting lasts, and what lapsed without a last day is not due', () => {
    const values = world();
    values.set('data/obligations/2026/meeting.yaml', { kind: '会议', title: '全县会议', on: '2026-06-20', to: '2026-06-21', due: '2026-06-28' });
    values.set('data/obligations/2026/lapsed.yaml', {
      kind: '约稿',
      title: '没有期限的约稿',
      on: '2026-05-10',
      units: ['fuwu'],
      lapsed: [{ unit: 'fuwu', on: '2026-06-01' }],
    });
    const own = contextOf(values, '2026-06-20');
    // The unit that is not ranked owes it all the same.
    const meeting = calendarEvents(own).filter(({ kind, on, to }) => kind === 'meeting' && on === '2026-06-20' && to === '2026-06-21');
    expect(meeting.map(({ title }) => title)).toEqual(['全县会议']);
    expect(shown(own)).toContain('2026-06-28 | 会议传达学习情况到期：全县会议 | 0 / 4 个单位已报送');
    expect(
      calendarEvents(own)
        .filter(({ title }) => title.includes('没有期限'))
        .map(({ on, kind }) => [on, kind]),
    ).toEqual([['2026-05-10', 'set']]);
    expect(own.view.calendar.dues.find(({ key }) => key === 'lapsed')?.units).toEqual([{ unit: 'fuwu', state: 'missed' }]);
  });

  test('the half month stands there where the ordinance has the office remind, and is not kept', () => {
    const file = 'policies/county-2021.yaml';
    const reminders = [{ clause: '四(二)', duty: 'monthly-report', at: ['half-month', 'period-end'], when: 'behind' }];
    const events = calendarEvents(contextOf(changed(file, { reminders })));
    const middles = events.filter(({ kind }) => kind === 'middle');
    expect(middles.map(({ on, title }) => `${on} ${title}`)).toEqual([
      '2026-06-15 半月提醒：每月综合性报道（2026年6月）',
      '2026-07-15 半月提醒：每月综合性报道（2026年7月）',
      '2026-08-15 半月提醒：每月综合性报道（2026年8月）',
    ]);
  });

  test('a policy is issued, and reported on', () => {
    const values = world();
    values.set('data/obligations/2026/policy.yaml', { kind: '政策', title: '新政策', on: '2026-06-10', due: '2026-06-25', units: ['fuwu'] });
    const of = (language: Language): string[] => shown(contextOf(values, undefined, language)).filter((line) => line.includes('新政策'));
    expect(of('zh')).toEqual(['2026-06-10 | 新政策', '2026-06-25 | 政策贯彻落实情况到期：新政策 | 0 / 1 个单位已报送']);
    expect(of('en')).toEqual(['2026-06-10 | 新政策', '2026-06-25 | Report on the policy due: 新政策 | filed by 0 of 1 unit']);
  });

  test('the next ordinance is not foretold by the present one', () => {
    const values = world();
    const next = { ...values.get('policies/county-2021.yaml'), id: 'county-2027', in_force: { clause: '六', from: '2026-07-01' }, cadence: [] };
    values.set('policies/county-2027.yaml', next);
    values.set('data/site.yaml', { ...values.get('data/site.yaml'), policies: ['county-2021', 'county-2027'] });
    const days = calendarEvents(contextOf(values)).filter(({ on }) => on > '2026-06-30');
    expect(days).toEqual([]);
  });

  test('nothing is foretold past the end of an ordinance', () => {
    const file = 'policies/county-2021.yaml';
    const ending = { in_force: { clause: '六', from: '2021-02-25', to: '2026-07-31', judged_by: 'event' } };
    const days = calendarEvents(contextOf(changed(file, ending)))
      .filter(({ on }) => on > '2026-06-30')
      .map(({ on, kind }) => `${on} ${kind}`);
    expect(days).toEqual(['2026-07-31 quota']);
  });
});

describe('the page', () => {
  const page = calendarPage(context);

  test('what is due next comes first, with the days that are left', () => {
    expect(page.next?.rows.map(({ cells }) => [cells[0]?.text, cells[2]?.text, cells[3]?.text])).toEqual([
      ['2026-06-30', '待遇股、服务中心、信息中心', '15 天'],
      ['2026-06-30', '各单位', '15 天'],
      ['2026-07-31', '待遇股、服务中心、信息中心', '46 天'],
      ['2026-08-31', '待遇股、服务中心、信息中心', '77 天'],
      ['2026-12-31', '各单位', '199 天'],
    ]);
  });

  test('June 2026 begins on a Monday and has five weeks', () => {
    const [june] = page.months;
    expect(june?.title).toBe('2026年6月');
    expect(june?.weeks.map((week) => week.map((day) => day?.number ?? '').join(' '))).toEqual([
      '1 2 3 4 5 6 7',
      '8 9 10 11 12 13 14',
      '15 16 17 18 19 20 21',
      '22 23 24 25 26 27 28',
      '29 30     ',
    ]);
    const days = june?.weeks.flat().filter((day) => day !== null) ?? [];
    expect(days.filter(({ isToday }) => isToday).map(({ name }) => name)).toEqual(['15日 星期一']);
    expect(days.filter(({ events }) => events.length > 0).map(({ number, events }) => [number, events.map(({ label }) => label)])).toEqual([
      ['30', ['任务', '统计期']],
    ]);
  });

  test('months with nothing in them are left out', () => {
    expect(page.months.map(({ id }) => id)).toEqual(['month-2026-06', 'month-2026-07', 'month-2026-08', 'month-2026-12']);
  });

  test('days off and weekends that are worked are marked', () => {
    const values = changed('data/site.yaml', { days_off: ['2026-06-19'], working_weekends: ['2026-06-14'] });
    const days =
      calendarPage(contextOf(values))
        .months[0]?.weeks.flat()
        .filter((day) => day !== null) ?? [];
    expect(days.filter(({ rest }) => rest !== null).map(({ number, rest, isOff }) => [number, rest, isOff])).toEqual([
      ['14', '班', false],
      ['19', '休', true],
    ]);
  });

  test('what is past is folded by year, the latest first', () => {
    expect(page.past.map(({ title, table }) => [title, table.rows[0]?.cells[0]?.text, table.rows.at(-1)?.cells[0]?.text])).toEqual([
      ['2026年（9 项）', '2026-05-31', '2026-01-31'],
    ]);
  });

  test('there is a file for every unit that owes anything', () => {
    expect(page.files.units.map(({ text, href }) => [text, href])).toEqual([
      ['待遇股', 'calendar/unit-daiyu.ics'],
      ['服务中心', 'calendar/unit-fuwu.ics'],
      ['信息中心', 'calendar/unit-xinxi.ics'],
    ]);
  });

  test('before any ordinance nothing is due, and no month is laid out', () => {
    const empty = calendarPage(contextOf(world(), '2020-06-15'));
    expect([empty.next, empty.months.map(({ id }) => id), empty.past]).toEqual([null, [], []]);
  });
});

describe('the file', () => {
  const file = calendarFile(null, context);
  const lines = file.replaceAll('\r\n ', '').split('\r\n');

  test('has every day of the last twelve months and to come, once', () => {
    expect(lines.filter((line) => line.startsWith('DTSTART'))).toHaveLength(14);
    expect(new Set(lines.filter((line) => line.startsWith('UID:'))).size).toBe(14);
    expect(lines.filter((line) => line.startsWith('BEGIN:VEVENT'))).toHaveLength(14);
  });

  test('says what, when, and of which kind, as days without hours', () => {
    const at = lines.indexOf('SUMMARY:约稿到期：门诊统筹约稿');
    const event = lines.slice(lines.lastIndexOf('BEGIN:VEVENT', at), lines.indexOf('END:VEVENT', at));
    expect(event).toEqual(
      expect.arrayContaining(['DTSTART;VALUE=DATE:20260320', 'DTEND;VALUE=DATE:20260321', 'CATEGORIES:到期', 'TRANSP:TRANSPARENT']),
    );
    expect(event.find((line) => line.startsWith('DESCRIPTION'))).toBe('DESCRIPTION:1 / 1 个单位已报送\\n待遇保障股\\n数据截至 2026年6月15日');
    expect(lines).toContain('X-PUBLISHED-TTL:PT12H');
    expect(lines).toContain('X-WR-CALNAME:某县医疗保障局信息报送日历');
  });

  test('of a unit, what it owes and what concerns everyone', () => {
    const own = calendarFile('fuwu', context);
    expect(own).toContain('2026年第二季度结束');
    expect(own.match(/BEGIN:VEVENT/g)).toHaveLength(11);
    expect(own).not.toContain('门诊统筹约稿');
  });

  test('the same records give the same bytes, and the lines are of RFC 5545', () => {
    expect(calendarFile(null, contextOf())).toBe(file);
    expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true);
    const encoder = new TextEncoder();
    expect(file.split('\r\n').filter((line) => encoder.encode(line).length > 75)).toEqual([]);
    expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  test('in English it is free of Chinese, the records aside', () => {
    const english = calendarFile(null, contextOf(world(), undefined, 'en'));
    expect(english).toContain('SUMMARY:A commission is due (not public)');
    expect(english).toContain('CATEGORIES:Duty');
    const files = sitePages(context.view, 'en').calendarFiles();
    expect(files.map(({ file }) => file)).toEqual(['all.en.ics', 'unit-daiyu.en.ics', 'unit-fuwu.en.ics', 'unit-xinxi.en.ics']);
  });
});
