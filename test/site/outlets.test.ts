/** 媒体: who gets printed where. Expected values are counted by hand in the small ledger: six public adoptions, one that is not, one item only forwarded. */
import { describe, expect, test } from 'vitest';
import type { Day } from '../../src/model/day.ts';
import { namedOutlets } from '../../src/site/adopted.ts';
import type { Context } from '../../src/site/context.ts';
import { outletPage, outletsPage } from '../../src/site/outlets.ts';
import type { Table } from '../../src/site/shown.ts';
import { sitePages } from '../../src/site/site.ts';
import { ui } from '../../src/words/ui.ts';
import { SECRETS, type Values, viewOf, world } from './world.ts';

const contextOf = (values: Values = world()): Context => ({ view: viewOf(values), ui: ui('zh'), language: 'zh' });
const context = contextOf();
const textsOf = (table: Table | undefined): string[] => [
  ...(table?.rows ?? []).map(({ cells }) => cells.map(({ text }) => text).join(' ')),
  ...(table?.foot === undefined ? [] : [table.foot.map(({ text }) => text).join(' ')]),
];
const sectionsOf = (own: Context) => new Map(outletsPage(own).sections.map((section) => [section.id, section]));

describe('all outlets', () => {
  const sections = sectionsOf(context);

  test('by class, what is not public counted and not named', () => {
    // 4 of 7 is 57.14 %, 2 of 7 is 28.57 %, 1 of 7 is 14.29 %.
    expect(textsOf(sections.get('classes')?.table)).toEqual([
      '县政府网站 1 4 0 4 57.1%',
      '市级 1 2 0 2 28.6%',
      '省级 0 0 1 1 14.3%',
      '合计 2 6 1 7 100.0%',
    ]);
    expect(outletsPage(context).note).toBe('另有不公开稿件的采用 1 条次，只计入各级的数字，不列媒体和题名。');
  });

  test('one by one, those that ran most first; what was only forwarded is left out', () => {
    // The county's site ran climbing twice, shared and twin: of daiyu, fuwu and xinxi.
    expect(textsOf(sections.get('list')?.table)).toEqual([
      'XX县人民政府官方网站 县政府网站 县级 · 政府网站 4 4 3 2026-05-12',
      '湛江日报 市级 市级 · 报纸 2 2 2 2026-05-10',
    ]);
    expect(sections.get('list')?.chart?.sentence).toBe('采用最多的是XX县人民政府官方网站，4 条次；图中为前 2 家。');
  });

  test('units by class: a shared item counts for both', () => {
    expect(textsOf(sections.get('units-year')?.table)).toEqual(['待遇股 2 1 1 4', '服务中心 2 0 0 2', '信息中心 1 1 0 2', '合计 5 2 1 8']);
    expect(sections.has('units-all')).toBe(false);
  });

  test('where there are earlier years there is a table of all of them', () => {
    const values = world();
    values.set('data/site.yaml', { ...values.get('data/site.yaml'), since: '2025-01-01' });
    values.set('data/submissions/fuwu/2025/old.yaml', { title: '去年的稿件', unit: 'fuwu', on: '2025-12-01', form: '综合' });
    values.set('data/units.yaml', {
      units: (values.get('data/units.yaml') as { units: Record<string, unknown>[] }).units.map((unit) => ({ ...unit, from: undefined })),
    });
    values.set('data/adoptions/2025/old-county.yaml', { submission: 'old', outlet: 'county', on: '2025-12-05' });
    const own = sectionsOf(contextOf(values));
    expect(textsOf(own.get('units-year')?.table).at(-1)).toBe('合计 5 2 1 8');
    expect(textsOf(own.get('units-all')?.table).at(-1)).toBe('合计 6 2 1 9');
  });

  test('without adoptions the page says so', () => {
    const values = new Map([...world()].filter(([file]) => !file.startsWith('data/adoptions/')));
    const page = outletsPage(contextOf(values));
    expect([page.lead, page.sections, page.note]).toEqual([[{ text: '还没有采用记录。' }], [], null]);
  });
});

describe('one outlet', () => {
  const page = outletPage('county', context);

  // Where an adoption names no form it is the filed one.
  test('the titles that it ran, month by month, the latest first', () => {
    expect(page.months.map(({ title, table }) => [title, ...textsOf(table)])).toEqual([
      ['2026年5月（1 条次）', '2026-05-12 门诊统筹落地见效 待遇股 综合、转载'],
      ['2026年4月（2 条次）', '2026-04-25 另一单位同题稿件 服务中心 综合', '2026-04-06 两家合写的稿件 服务中心、信息中心 简讯'],
      ['2026年3月（1 条次）', '2026-03-05 门诊统筹落地见效 待遇股 综合'],
    ]);
  });

  test('by unit, and in figures', () => {
    expect(textsOf(page.byUnit)).toEqual(['待遇保障股 2 2 2026-05-12', '医保服务中心 2 2 2026-04-25', '信息中心 1 1 2026-04-06']);
    expect(page.figures.map(({ value }) => value)).toEqual(['4', '4', '3', '2026-05-12']);
    expect(page.trend.chart.sentence).toBe('XX县人民政府官方网站最近十二个月采用 4 条次，最多的是2026年4月，2 条次。');
  });

  test('what the register says of it', () => {
    expect(page.facts.map(({ term, details }) => `${term} ${details.map(({ text }) => text).join()}`)).toEqual([
      '级别 县级',
      '类别 政府网站',
      '载体 网络',
      '级（按办法） 县政府网站',
    ]);
  });
});

describe('what else the register may say', () => {
  const values = world();
  values.set('data/outlets.yaml', {
    outlets: [
      {
        id: 'county',
        name: '县融媒',
        aliases: ['融媒'],
        level: '县',
        channel: '融媒体',
        own: true,
        parent: 'daily',
        from: '2026-01-01',
        to: '2026-12-31',
      },
      { id: 'daily', name: '湛江日报', channel: '报纸', print: true },
      { id: 'blog', name: '某公众号', level: '未定', channel: '微信' },
      { id: SECRETS.outletId, name: SECRETS.outlet, level: '省', channel: '报纸' },
    ],
  });
  values.set('data/adoptions/2026/shared-blog.yaml', { submission: 'shared', outlet: 'blog', on: '2026-06-01' });
  const own = contextOf(values);

  test('the outlet above is named where it has a page', () => {
    expect(outletPage('county', own).facts.map(({ term, details }) => `${term} ${details.map(({ text }) => text).join()}`)).toEqual([
      '级别 县级',
      '类别 融媒体',
      '载体 网络',
      '主办 本单位主办',
      '上级媒体 湛江日报',
      '别名 融媒',
      '登记期间 2026-01-01—2026-12-31',
    ]);
  });

  test('without a level, with one that is open, and of no class', () => {
    expect(textsOf(sectionsOf(own).get('list')?.table)).toEqual([
      '县融媒 未列级 县级 · 融媒体 4 4 3 2026-05-12',
      '湛江日报 未列级 报纸 2 2 2 2026-05-10',
      '某公众号 未列级 未定 · 微信 1 1 2 2026-06-01',
    ]);
    expect(textsOf(sectionsOf(own).get('classes')?.table)).toEqual(['省级 0 0 1 1 12.5%', '未列级 3 7 0 7 87.5%', '合计 3 7 1 8 100.0%']);
  });

  test('an outlet that ran nothing lately', () => {
    const later = { ...own, view: viewOf(values, '2027-12-31' as Day) };
    expect(outletPage('blog', later).trend.chart.sentence).toBe('某公众号最近十二个月没有采用。');
    expect(outletPage('blog', later).figures.map(({ value }) => value)).toEqual(['1', '0', '2', '2026-06-01']);
  });
});

test('an outlet has a page where it ran something public; one that was only meant or forwarded to is named, and no other', () => {
  expect(sitePages(context.view, 'zh').outletIds()).toEqual(['county', 'daily']);
  expect(namedOutlets(context.view).map(({ id }) => id)).toEqual(['county', 'daily', 'blog']);
});
