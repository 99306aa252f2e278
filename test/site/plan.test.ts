/** The pages of a publicity plan: what they show, where figures lead, and what never reaches them. */
import { rmSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Day } from '../../src/model/day.ts';
import type { Ledger } from '../../src/model/records.ts';
import { openRoot } from '../../src/rim/open.ts';
import { keepJournal } from '../../src/scoring/journal.ts';
import type { PlanPage } from '../../src/site/plan.ts';
import { publicView } from '../../src/site/public.ts';
import type { Table } from '../../src/site/shown.ts';
import { sitePages } from '../../src/site/site.ts';
import { LANGUAGES, type Language } from '../../src/words/speech.ts';
import { period } from '../plan/world.ts';
import { put, rootOfExample } from '../rig/root.ts';
import { allPages, viewOf } from './world.ts';

interface Change {
  readonly asOf?: string;
  readonly language?: Language;
  readonly files?: Readonly<Record<string, string>>;
}

function siteOf({ asOf = '2022-06-30', language = 'zh', files = {} }: Change = {}) {
  const root = rootOfExample('publicity-plan');
  for (const [file, text] of Object.entries(files)) put(root, file, text);
  const { ledger, policies, plan, findings } = openRoot(root);
  rmSync(root, { recursive: true });
  const journal = keepJournal(ledger as Ledger, policies, asOf as Day);
  return sitePages(
    publicView({
      ledger: ledger as Ledger,
      journal,
      policies,
      plan,
      bulletins: [],
      pdf: false,
      findings,
      provenance: () => ({ state: 'unknown', why: 'no-repository' }),
      lineOf: () => 7,
    }),
    language,
  );
}

const site = siteOf();
const half = site.planPeriod(period('2022-H1')) as PlanPage;
const behind = site.planRecords(period('2022-H1')) as PlanPage;
const tableOf = (page: PlanPage, id: string): Table => page.sections.find((section) => section.id === id)?.table as Table;
const textsOf = (table: Table): string[][] =>
  table.rows.map(({ cells }) => cells.map(({ text, marks = [] }) => [text, ...marks.map((mark) => mark.text)].filter(Boolean).join(' ')));

/** Every link on a page. */
function* linksIn(value: unknown): Generator<string> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, below] of Object.entries(value)) {
    if (key === 'href' && typeof below === 'string') yield below;
    else yield* linksIn(below);
  }
}

test('without a plan there is no page, no period and no entry in the navigation', () => {
  const without = sitePages(viewOf(), 'zh');
  expect([without.plan(), without.planPeriods(), without.planPeriod(period('2026')), without.planRecords(period('2026'))]).toEqual([
    null,
    [],
    null,
    null,
  ]);
  expect(without.frame.nav.map(({ href }) => href)).not.toContain('plan/');
  expect(site.frame.nav.map(({ href }) => href)).toEqual(['', 'plan/', 'data/', 'status/', 'guide/', 'search/', 'screen/']);
  expect(without.overview().plan).toBeNull();
  expect(site.overview().plan).toMatchObject({ title: '医疗保障宣传工作方案', more: { href: 'plan/' } });
});

test('the first page tells what is to do in the year, leads to the periods and has the whole text with its readings', () => {
  const page = site.plan() as PlanPage;
  expect(page.title).toBe('医疗保障宣传工作方案');
  expect(page.figures.map(({ label, value }) => [label, value])).toEqual([
    ['宣传活动', '17'],
    ['培训场次', '3'],
    ['待办事项', '16'],
    ['违反方案', '3'],
  ]);
  expect(page.sections.map(({ id }) => id)).toEqual(['concerns-section', 'periods']);
  expect(page.sections[1]?.list?.map(({ href }) => href)).toEqual([
    'plan/2022/',
    'plan/2021/',
    'plan/2022-H1/',
    'plan/2021-H2/',
    'plan/2022-Q2/',
    'plan/2022-Q1/',
    'plan/2021-Q4/',
    ...['06', '05', '04', '03', '02', '01'].map((month) => `plan/2022-${month}/`),
    'plan/2021-12/',
  ]);
  expect(page.clauses).toHaveLength(17);
  expect(page.clauses.find(({ name }) => name === '四(三)')?.readings.map(({ question }) => question)).toEqual(['“第一时间”没有小时数。']);
});

describe('the page of a period', () => {
  const cellIn = (id: string, topic: string, column: string): string | undefined => {
    const shown = tableOf(half, id);
    return textsOf(shown).find(([name]) => name === topic)?.[shown.columns.findIndex(({ label }) => label === column)];
  };

  test('shows topic × family of channels with the gaps', () => {
    const at = (topic: string, family: string) => cellIn('coverage-section', topic, family);
    expect(tableOf(half, 'coverage-section').rows).toHaveLength(17);
    expect([at('· 打击欺诈骗保', '传统主流媒体'), at('· 打击欺诈骗保', '线上新媒体'), at('· 打击欺诈骗保', '社会载体')]).toEqual(['2', '空白', '1']);
    expect(at('· 药品集中采购', '社会载体')).toBe('空白');
    expect(at('医保受益典型事例 适当宣传', '线上新媒体')).toBe('2');
  });

  test('shows topic × channel', () => {
    const at = (topic: string, channel: string) => cellIn('matrix-section', topic, channel);
    expect(tableOf(half, 'matrix-section').rows).toHaveLength(17);
    expect([at('· 打击欺诈骗保', '广播'), at('· 打击欺诈骗保', '报纸')]).toEqual(['1', '·']);
    expect(at('医保受益典型事例 适当宣传', '微信')).toBe('1');
  });

  test('shows the seven indicators in order, with their parts', () => {
    const rows = textsOf(tableOf(half, 'indicators-section'));
    expect(rows.map(([title]) => title).filter(Boolean)).toEqual([
      '宣传组织建设',
      '医保讲师库建设',
      '规章制度建设',
      '医保培训',
      '医保扶贫政策工具书',
      '医保扶贫宣传品',
      '贫困人口享受政策待遇情况',
    ]);
    expect(rows).toContainEqual(['', '工具书和经办流程摆放到位的机构', '3/5(60.0%)', '']);
    expect(rows).toContainEqual(['', '重大舆情处置预案', '0', '—']);
    expect(rows).toContainEqual(['', '建档立卡贫困人口 · 青石镇', '1196/1196(100.0%)', '']);
  });

  test('every link to a record has its row on the page of records, every link to a clause its clause', () => {
    const anchors = new Set(behind.sections.flatMap(({ table }) => table?.rows.flatMap(({ anchor }) => anchor ?? []) ?? []));
    const clauses = new Set((site.plan() as PlanPage).clauses.map(({ anchor }) => `plan/#${encodeURIComponent(anchor)}`));
    const links = [...linksIn(half)];
    const toRows = links.filter((href) => href.startsWith('plan/2022-H1/records/#'));
    expect(toRows.length).toBeGreaterThan(80);
    expect(toRows.filter((href) => !anchors.has(decodeURIComponent(href.split('#')[1] ?? '')))).toEqual([]);
    expect(links.filter((href) => href.startsWith('plan/#') && !clauses.has(href))).toEqual([]);
    expect([...linksIn(behind)]).toContain(
      'https://gitee.com/songping-ybj-example/xuanchuan/blob/main/data/activities/2022/20220118-jijin-zhuanlan.yaml#L7',
    );
  });

  test('tells spots that nobody reached by class', () => {
    const rows = textsOf(tableOf(half, 'concerns-section')).map(([what]) => what);
    expect(rows).toContain('2 个村卫生室本期没有到达。 待办');
    expect(rows).toContain('村屯“上坪村”本期没有到达。 待办');
    expect(rows[0]).toBe('2022-04-15 的培训“下级医保讲师集中培训”在疫情期间线下举办。 违反');
  });

  test('tells how long reports and publicity took, without a limit', () => {
    expect(textsOf(tableOf(half, 'reports-section'))).toEqual([
      ['第 1 起', '省局', '30分钟'],
      ['第 1 起', '本地有关部门', '1小时15分钟'],
      ['第 2 起', '省局', '1小时25分钟'],
      ['第 2 起', '本地有关部门', '未报告'],
    ]);
    expect(textsOf(tableOf(half, 'publicity-section'))).toEqual([
      ['门诊慢病待遇调整通知', '2022-03-10', '直播解答门诊慢病待遇调整', '2 天'],
      ['国家医保药品目录（2021年）', '2022-01-01', '一图读懂2021年国家医保药品目录', '当日'],
      ['异地就医直接结算经办规程', '2022-06-20', '—', '尚未宣贯，已 10 天'],
    ]);
  });

  test('tells budget, channels and emphases', () => {
    expect(textsOf(tableOf(half, 'budget-section'))).toEqual([['2022', '60000', '15591.6', '44408.4', '']]);
    expect(textsOf(tableOf(half, 'channels-section'))).toContainEqual(['报纸 未使用', '传统主流媒体', '0', '—']);
    expect(textsOf(tableOf(half, 'channels-section'))).toContainEqual(['公共场所 有条件时', '社会载体', '0', '—']);
    expect(textsOf(tableOf(half, 'emphases-section'))[0]).toEqual(['医保扶贫', '3', '17.6%']);
  });

  test('leaves out what it has nothing to say of', () => {
    const empty = siteOf({ asOf: '2021-12-31' }).planPeriod(period('2021-12')) as PlanPage;
    const ids = empty.sections.map(({ id }) => id);
    expect(ids).not.toContain('reports-section');
    expect(ids).not.toContain('publicity-section');
    expect(ids).toContain('outcomes-section');
    expect(textsOf(tableOf(empty, 'emphases-section'))[0]).toEqual(['医保扶贫', '1', '100.0%']);
  });
});

test('before anything is recorded there is a page that says so', () => {
  const page = siteOf({ asOf: '2020-12-31' }).plan() as PlanPage;
  expect(page.sections.find(({ id }) => id === 'periods')?.text).toBe('还没有记录。');
  const first = siteOf({ asOf: '2020-12-31' }).planPeriod(period('2020')) as PlanPage;
  expect(textsOf(tableOf(first, 'emphases-section'))[0]).toEqual(['医保扶贫', '0', '—']);
});

const SECRETS = [
  '网传县医院', // titles, sources, measures and lessons of incidents, and when they happened
  '某药店',
  '短视频平台',
  '核实情况',
  '窗口解释',
  '20220308-zhifu',
  '20220612',
  '2022-03-08',
  '2022-06-12',
  '个人账户改革',
  '舆情应对口径', // an activity that is not public
  '20220608-yuqing-neibu',
  '大病救助的故事', // a person who has not agreed
  '20220512-shouyi',
  '已提醒', // notes
  '退休',
  '调离', // why a lecturer left
  '送审',
];

describe.each(LANGUAGES)('in %s', (language) => {
  const shown = JSON.stringify([...allPages(siteOf({ language }))]);

  test('nothing confidential is handed to a page, and no hole is in any text', () => {
    expect(SECRETS.filter((secret) => shown.includes(secret))).toEqual([]);
    expect(shown).not.toMatch(/undefined|NaN|\[object/);
  });

  test('what is hidden is counted all the same', () => {
    expect(shown).toContain(language === 'zh' ? '"未公开的活动"' : '"Activity not open to the public"');
  });

  test('no score, rank or quota is shown of a plan', () => {
    const pages = siteOf({ language });
    const own = JSON.stringify([pages.plan()?.sections, pages.planPeriod(period('2022-H1'))]);
    expect(own).not.toMatch(/得分|名次|积分|\bscore|\bpoints\b/);
  });
});

describe('an installation that does not show persons', () => {
  const files = { 'data/site.yaml': 'organisation: 松平县医疗保障局\nplan: publicity-plan\npublic: { people: false }\n' };
  const pages = siteOf({ files });
  const shown = JSON.stringify([...allPages(pages)]);

  test('names neither lecturers nor officers', () => {
    for (const name of ['何静', '马涛', '田雨', '罗平', '邓丽', '赵国平', '孙立新', '周敏', 'he-jing', 'zuzhang', '县医院医保办'])
      expect(shown).not.toContain(name);
    expect(shown).toContain('一名讲师本期没有授课');
    expect(shown).toContain('姓名不公开');
  });

  test('counts them all the same', () => {
    const rows = textsOf(tableOf(pages.planPeriod(period('2022-H1')) as PlanPage, 'indicators-section'));
    expect(rows).toContainEqual(['', '授课讲师', '3', '']);
    expect(rows.find(([title]) => title === '医保讲师库建设')).toEqual(['医保讲师库建设', '在库讲师', '4', '']);
  });
});

test('nothing after the day asked for is shown', () => {
  const shown = JSON.stringify([...allPages(siteOf({ asOf: '2022-02-16' }))]);
  for (const later of ['2022-02-20', '2022-05', '直播解答', '门诊慢病待遇调整通知', '2022-03', '2022-04', '青石镇巡回'])
    expect(shown).not.toContain(later);
});

test('findings on public files of the plan are told in full, those on incidents only in general', () => {
  const bad = {
    'data/activities/2022/20220701-x.yaml': 'title: 专栏\ntopic: 别的\nchannel: 广播\non: 2022-06-01\n',
    'data/plan/opinions.yaml':
      'opinions:\n  - { id: a, title: 某药店, major: true, found: 2022-06-12 20:15, reported: { 市局: 2022-06-12 21:00 } }\n',
  };
  const { table } = siteOf({ files: bad }).status();
  expect(table?.rows.map(({ cells }) => cells[1]?.text)).toEqual(['data/activities/2022/20220701-x.yaml:7', 'data/plan/']);
  expect(JSON.stringify(table)).toContain('没有“别的”这类宣传内容');
  expect(JSON.stringify(table)).not.toContain('市局');
});

test('a small plan: nothing to do, an epidemic that lasts, a population without what is not known of it', () => {
  const files = {
    'data/site.yaml': 'organisation: 某局\nplan: small\n',
    'policies/small.yaml': `kind: plan
id: small
title: 小方案
clauses: { 一: 通过广播宣传政策。 }
topics: { 政策: { clause: 一 } }
channels: { 媒体: { clause: 一, ways: [广播] } }
emphases: { clause: 一, names: [政策] }
roles: {}
systems: {}
trainings: {}
spots: {}
materials: {}
duties: { online: { clause: 一 } }
indicators: { a: { title: 享受, clause: 一, counts: [entitled] } }
`,
    'data/indicators/2022/20220331-dashan.yaml': 'kind: 待遇享受\non: 2022-06-30\npopulation: 贫困人口\nentitled: 5\n',
    'data/plan/epidemics.yaml': 'epidemics:\n  - { id: 2022-spring, from: 2022-03-01, to: 2022-12-31 }\n',
  };
  const pages = siteOf({ files });
  const page = pages.planPeriod(period('2022-06')) as PlanPage;
  expect(page.sections[0]).toMatchObject({ id: 'concerns-section', text: '没有待办事项。' });
  const spring = pages.planRecords(period('2022-H1')) as PlanPage;
  expect(textsOf(tableOf(spring, 'records-epidemics'))).toEqual([['2022-03-01', '2022-03-01 – 至今', '', 'data/plan/epidemics.yaml:7']]);
  expect(textsOf(tableOf(spring, 'records-figures'))).toContainEqual([
    '2022-06-30',
    '贫困人口',
    '应享受 5',
    'data/indicators/2022/20220331-dashan.yaml:7',
  ]);
});
