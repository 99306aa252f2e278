/** Movement, ranks over time, levels, duties over time, on a ledger small enough to add up by hand: the county's site gives 3, a city paper 6 (county-2021, 四(一)). */
import { describe, expect, test } from 'vitest';
import { type Period, parsePeriod } from '../../src/model/period.ts';
import type { Language } from '../../src/words/speech.ts';
import { changed, pagesOf, type Values, world } from './world.ts';

/**
 * 待遇股, 服务中心 and 信息中心 in March, April and May 2026, one item a line: in March 6, 3, 0; in April 3, 6, 6; in May 0, 3, 6.
 * In the year before only 待遇股 had something: 6 in April.
 */
function small(ranking: unknown = 'all'): Values {
  const values = new Map([...world()].filter(([file]) => !/^data\/(sub|ado|ins|obl|inc|bull)/.test(file)));
  changed('data/site.yaml', { since: '2025-01-01', public: { ranking } }, values);
  const lines: readonly [string, string, string][] = [
    ['daiyu', '2025-04-10', 'daily'],
    ['daiyu', '2026-03-10', 'daily'],
    ['fuwu', '2026-03-11', 'county'],
    ['daiyu', '2026-04-10', 'county'],
    ['fuwu', '2026-04-11', 'daily'],
    ['xinxi', '2026-04-12', 'daily'],
    ['fuwu', '2026-05-11', 'county'],
    ['xinxi', '2026-05-12', 'daily'],
  ];
  for (const [unit, on, outlet] of lines) {
    const id = `${unit}-${on}`;
    values.set(`data/submissions/${unit}/${on.slice(0, 4)}/${id}.yaml`, { title: `稿件 ${id}`, unit, on, form: '综合' });
    values.set(`data/adoptions/${on.slice(0, 4)}/${id}.yaml`, { submission: id, outlet, on });
  }
  return values;
}

const AS_OF = '2026-05-20';
const period = (key: string): Period => parsePeriod(key) as Period;
const siteOf = (ranking?: unknown, language: Language = 'zh', asOf = AS_OF) => pagesOf(small(ranking), language, asOf as never);
const groupOf = (key: string, ranking?: unknown, language?: Language) =>
  siteOf(ranking, language).ranking(period(key)).groups[0] as ReturnType<ReturnType<typeof siteOf>['ranking']>['groups'][number];
const column = (key: string, label: string, ranking?: unknown): string[] => {
  const { table } = groupOf(key, ranking);
  const index = table.columns.findIndex((each) => each.label === label);
  return table.rows.map(({ cells }) => cells[index]?.text ?? '');
};

describe('movement against the period before', () => {
  test('is said in words and by a sign', () => {
    // March: 待遇股 1, 服务中心 2, 信息中心 3. April: 服务中心 and 信息中心 1, 待遇股 3. May: 信息中心 1, 服务中心 2, 待遇股 3.
    expect(column('2026-04', '单位')).toEqual(['服务中心', '信息中心', '待遇股']);
    expect(column('2026-04', '比上期')).toEqual(['↑ 升 1', '↑ 升 2', '↓ 降 2']);
    expect(column('2026-05', '比上期')).toEqual(['= 持平', '↓ 降 1', '= 持平']);
  });

  test('leads to the line in the ranking before', () => {
    const { table } = groupOf('2026-05');
    expect(table.rows[1]?.cells[3]).toEqual({ text: '↓ 降 1', href: 'ranking/2026-04/#fuwu', tone: 'minus' });
    expect(table.foot).toHaveLength(table.columns.length);
  });

  test('is left out where there is no period before, and where nobody had a point in it', () => {
    expect(groupOf('2026-03').table.columns.map(({ label }) => label)).not.toContain('比上期');
    expect(groupOf('2025').table.columns.map(({ label }) => label)).not.toContain('比上期');
  });

  test('tells nothing of ranks that are not shown: who comes from below is new', () => {
    // The first of April are 服务中心 and 信息中心, of March 待遇股 alone.
    expect(column('2026-04', '比上期', 1)).toEqual(['新进', '新进', '—']);
    expect(groupOf('2026-04', 'none').table.columns.map(({ label }) => label)).not.toContain('比上期');
  });
});

describe('ranks over time', () => {
  test('one row for each unit, one column for each period, and a sentence', () => {
    const { history } = groupOf('2026-05');
    expect(history?.table.columns.map(({ label }) => label)).toEqual(['单位', '2025年4月', '2026年3月', '2026年4月', '2026年5月']);
    expect(history?.table.rows.map(({ cells }) => cells.map(({ text }) => text))).toEqual([
      ['信息中心', '2', '3', '1', '1'],
      ['服务中心', '—', '2', '1', '2'],
      ['待遇股', '1', '1', '3', '3'],
    ]);
    // First: 待遇股 in April 2025 and March, then 信息中心 in April and May. Nobody rose in May.
    expect(history?.chart.sentence).toBe('近 4 期中，待遇股、信息中心各居首 2 次，最多。');
    expect(history?.chart).toMatchObject({ kind: 'ranks', value: 1, until: 4, names: ['4月\n2025年', '3月\n2026年', '4月', '5月'], size: 'middle' });
  });

  test('the sentence names who rose most', () => {
    expect(groupOf('2026-04').history?.chart.sentence).toBe('近 3 期中，待遇股居首 2 次，最多；与上期相比，信息中心上升最多，升 2 位。');
    expect(groupOf('2026-04', 'all', 'en').history?.chart.sentence).toBe(
      'In 3 periods the most first places, 2, went to 待遇股; against the period before 信息中心 rose most, by 2.',
    );
  });

  test('needs two periods, and ranks that may be seen', () => {
    expect(groupOf('2025-04').history).toBeNull();
    expect(groupOf('2026-05', 'none').history).toBeNull();
    expect(groupOf('2026-05', 1).history?.table.rows.map(({ cells }) => cells.map(({ text }) => text))).toEqual([['信息中心', '—', '—', '1', '1']]);
  });
});

describe('pictures of a ranking', () => {
  test('by level, where there are several, with who has most', () => {
    const { levels, table } = groupOf('2026');
    expect(levels).toMatchObject({ kind: 'stack', names: ['县政府网站', '市级'] });
    expect(table.columns[levels?.value ?? 0]?.label).toBe('县政府网站');
    // In 2026 待遇股 and 信息中心 have two adoptions each, 服务中心 three.
    expect(levels?.sentence).toBe('各单位的采用篇次按级别分段，合计最多的是服务中心，为 3 篇次。');
    expect(groupOf('2026-03', 'none').levels).toBeNull();
  });

  test('bars in parts where points are of several kinds', () => {
    const values = small();
    values.set('data/instructions/2026/city.yaml', { submission: 'daiyu-2026-04-10', level: '市', on: '2026-04-20' });
    const [group] = pagesOf(values, 'zh', AS_OF as never).ranking(period('2026-04')).groups;
    expect(group?.chart).toMatchObject({ kind: 'stack', value: 4, until: 5, names: ['采用', '批示'] });
    expect(group?.chart?.sentence).toBe('3 个单位的得分按项目分段，待遇保障股以 13 分居首。');
    expect(groupOf('2026-04').chart).toMatchObject({ kind: 'bars', value: 2 });
  });
});

describe('the overview', () => {
  const page = siteOf().overview();

  test('says in a sentence how the period goes and who leads', () => {
    // April 15, May 9: 服务中心 6 + 3, 信息中心 6 + 6.
    expect(page.ranking?.says).toBe('2026年第二季度至今共得 24 分，信息中心以 12 分居首。');
    expect(siteOf('none').overview().ranking?.says).toBe('2026年第二季度至今共得 24 分。');
    expect(siteOf('all', 'en').overview().ranking?.says).toBe('24 points so far in second quarter of 2026; 信息中心 leads with 12.');
  });

  test('sets totals beside the period before and the same period of the year before', () => {
    // Q1: 6 + 3. Q2 of 2025: 6.
    expect(page.ranking?.figures.map(({ value, note }) => [value, note])).toEqual([
      ['24', '上期 9，上年同期 6'],
      ['5', '上期 2，上年同期 1'],
      ['5', '上期 2，上年同期 1'],
      ['100.0%', '上期 100.0%，上年同期 100.0%'],
    ]);
  });

  test('counts adoptions by level, the highest level first', () => {
    const levels = page.ranking?.levels;
    expect(levels?.table.columns.map(({ label }) => label)).toEqual(['级别', '本期', '上期', '上年同期']);
    expect(levels?.table.rows.map(({ cells }) => cells.map(({ text }) => text))).toEqual([
      ['市级', '3', '1', '1'],
      ['县政府网站', '2', '1', '0'],
    ]);
    expect(levels?.table.rows.map(({ cells }) => cells[0]?.bar)).toEqual([1, 2 / 3]);
    expect(levels?.says).toBe('本期采用 5 篇次，市级最多，为 3 篇次。');
    expect(
      siteOf('all', 'zh', '2025-05-20')
        .overview()
        .ranking?.levels?.table.columns.map(({ label }) => label),
    ).toEqual(['级别', '本期']);
  });

  test('sets twelve months beside the same months a year before', () => {
    expect(page.trend?.table.columns.map(({ label }) => label)).toEqual(['月份', '得分', '上一年同月']);
    expect(page.trend?.table.rows.slice(-3).map(({ cells }) => cells.map(({ text }) => text))).toEqual([
      ['2026年3月', '9', '—'],
      ['2026年4月', '15', '6'],
      ['2026年5月', '9', '—'],
    ]);
    expect(page.trend?.compared).toBe('近十二个月合计 33 分，上一年同月合计 6 分。');
    expect(page.trend?.table.foot?.map(({ text }) => text)).toEqual(['合计', '33', '6']);
  });

  test('bars are shares of the leader', () => {
    // 信息中心 12, 服务中心 9, 待遇股 3.
    expect(page.ranking?.table.rows.map(({ cells }) => cells[1]?.bar)).toEqual([1, 0.75, 0.25]);
  });
});

describe('the overview elsewhere', () => {
  test('of an ordinance that ranks by the year the year before is there once', () => {
    const values = small();
    const own = values.get('policies/county-2021.yaml') as Record<string, unknown>;
    changed('policies/county-2021.yaml', { ...own, cadence: [{ clause: '四(三)', every: 'year', does: '排名' }] }, values);
    const { ranking } = pagesOf(values, 'zh', AS_OF as never).overview();
    // 2026: 9 and 24; 2025: 6.
    expect(ranking?.figures[0]).toMatchObject({ value: '33', note: '上期 6' });
    expect(ranking?.levels?.table.columns.map(({ label }) => label)).toEqual(['级别', '本期', '上期']);
  });

  test('levels say so where the running period has no adoption yet, and are left out where no period has one', () => {
    const values = new Map([...small()].filter(([file]) => !/adoptions\/2026\/.*-2026-0[45]/.test(file)));
    expect(pagesOf(values, 'zh', AS_OF as never).overview().ranking?.levels?.says).toBe('本期还没有采用。');
    const none = new Map([...small()].filter(([file]) => !file.startsWith('data/adoptions/')));
    expect(pagesOf(none, 'zh', AS_OF as never).overview().ranking?.levels).toBeNull();
  });

  test('a long ranking shows its head, and how many there are', () => {
    const values = small();
    const { units } = values.get('data/units.yaml') as { units: object[] };
    const more = Array.from({ length: 22 }, (_, index) => ({ id: `unit-${index + 1}`, name: `第${index + 1}单位`, class: '下属单位' }));
    values.set('data/units.yaml', { units: [...units, ...more] });
    const { ranking, due } = pagesOf(values, 'zh', AS_OF as never).overview();
    expect(ranking?.table.rows).toHaveLength(20);
    expect(ranking?.more.text).toBe('完整排名（25 个单位）');
    expect(due[0]?.lines?.[0]?.text).toMatch(/^23 个单位还差：待遇股 1 篇、.*第7单位 1 篇等$/);
  });
});

describe('duties', () => {
  test('stand at a glance, those that are done and those that are not', () => {
    const { quotas } = siteOf().overview();
    expect(quotas?.says).toBe('3 个单位中，2 个已完成本月任务，1 个还差。');
    expect(quotas?.cells.map(({ text, marks }) => [text, marks?.[0]?.text])).toEqual([
      ['待遇股', '还差 1 篇'],
      ['服务中心', '已完成'],
      ['信息中心', '已完成'],
    ]);
    const done = siteOf('all', 'zh', '2026-04-30').overview().quotas;
    expect(done?.says).toBe('3 个单位中，3 个已完成本月任务，全部完成。');
    expect(siteOf('all', 'zh', '2026-05-31').overview().quotas?.cells[0]?.marks).toEqual([{ text: '未完成', tone: 'bad' }]);
  });

  test('of a unit: what was filed against what was owed, with what is still to do', () => {
    const { kept } = siteOf().unit('daiyu');
    expect(kept?.chart).toMatchObject({ kind: 'quota', value: 1, until: 3, names: ['已报', '应报', '还差'] });
    expect(kept?.table.rows.slice(-3).map(({ cells }) => cells.map(({ text, marks }) => marks?.[0]?.text ?? text))).toEqual([
      ['2026年3月', '1', '1', '0', '已完成'],
      ['2026年4月', '1', '1', '0', '已完成'],
      ['2026年5月', '0', '1', '1', '进行中'],
    ]);
    // April 2025, March and April 2026 met; months without anything at all have no ranking and are not listed.
    expect(kept?.chart.sentence).toBe('“每月综合性报道”近 4 期中完成 3 期；本期 2026-05-31 前还差 1 篇。');
    expect(siteOf().unit('jijin').kept).toBeNull();
  });

  test('what is due next names its day, and of what is not public no title', () => {
    const values = small();
    values.set('data/obligations/2026/open.yaml', {
      kind: '约稿',
      title: '公开的约稿',
      by: '市局',
      on: '2026-05-10',
      due: '2026-05-25',
      units: ['fuwu'],
    });
    values.set('data/obligations/2026/secret.yaml', {
      kind: '约稿',
      title: '秘密的约稿',
      on: '2026-05-10',
      due: '2026-06-05',
      units: ['xinxi'],
      openness: '不公开',
    });
    values.set('data/obligations/2026/past.yaml', { kind: '约稿', title: '过去的约稿', on: '2026-04-10', due: '2026-04-25', units: ['fuwu'] });
    const { due } = pagesOf(values, 'zh', AS_OF as never).overview();
    expect(due.map(({ text, marks, lines }) => [text, marks?.[0]?.text, lines?.[0]?.text])).toEqual([
      ['公开的约稿', '2026-05-25 到期', '约稿 · 市局 · 服务中心'],
      ['每月综合性报道（2026年5月）', '2026-05-31 到期', '1 个单位还差：待遇股 1 篇'],
      ['约稿一项到期（内容不公开）', '2026-06-05 到期', '信息中心'],
    ]);
    expect(JSON.stringify(due)).not.toContain('秘密');
  });
});

describe('weeks and other kinds of period', () => {
  const withWeeks = () => changed('data/site.yaml', { since: '2025-01-01', public: { periods: ['week', 'two-months'] } }, small());

  test('have rankings where the installation wants them, and nowhere else', () => {
    const spans = (values: Values) => [
      ...new Set(
        pagesOf(values, 'zh', AS_OF as never)
          .periods()
          .map(({ period: { span } }) => span),
      ),
    ];
    expect(spans(small())).toEqual(['month', 'quarter', 'half-year', 'year']);
    expect(spans(withWeeks())).toEqual(['week', 'month', 'two-months', 'quarter', 'half-year', 'year']);
  });

  test('stand in the list of rankings, with movement and journals like any other', () => {
    const site = pagesOf(withWeeks(), 'zh', AS_OF as never);
    expect(site.rankings().sections.map(({ title }) => title)).toEqual(['季度', '月', '半年', '年度', '周', '双月']);
    // The week of 11 May, the 20th: 服务中心 3 and 信息中心 6; the one before has nothing, so there is nothing to compare with.
    const week = site.ranking(period('2026-W20'));
    expect(week.title).toBe('2026年第20周得分排名');
    expect(week.groups[0]?.table.rows.slice(0, 2).map(({ cells }) => cells.map(({ text }) => text).slice(0, 3))).toEqual([
      ['1', '信息中心', '6'],
      ['2', '服务中心', '3'],
    ]);
    expect(week.groups[0]?.history?.chart.names).toEqual(['15周\n2025年', '11周\n2026年', '15周', '20周']);
    expect(site.periods().map(({ slug }) => slug)).toContain('2026-05-and-06');
    expect(site.unit('fuwu').periods.map(({ title }) => title)).toEqual(['年度', '半年', '季度', '双月', '月', '周']);
  });

  test('a week lies in the month and the quarter that contain it', () => {
    const site = pagesOf(withWeeks(), 'zh', AS_OF as never);
    expect(site.ranking(period('2026-W20')).around.map(({ text }) => text)).toContain('2026年5月');
    expect(site.ranking(period('2026-05')).within.map(({ text }) => text)).toContain('2026年第20周');
  });
});
