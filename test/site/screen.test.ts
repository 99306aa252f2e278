/** The slides of the wall screen on the small bureau. */
import { describe, expect, test } from 'vitest';
import type { Slide } from '../../src/site/screen.ts';
import { sitePages } from '../../src/site/site.ts';
import { changed, pagesOf, type Values, viewOf, world } from './world.ts';

const slidesOf = (values?: Values, asOf = '2026-06-15', language: 'zh' | 'en' = 'zh'): readonly Slide[] =>
  pagesOf(values, language, asOf as never).screen().slides;
const named = (slides: readonly Slide[], name: string): readonly Slide[] => slides.filter((slide) => slide.name === name);
const ranking = (slides: readonly Slide[]) =>
  named(slides, 'ranking').flatMap((slide) =>
    slide.kind === 'ranking' ? slide.lines.map(({ rank, unit, points, movement }) => [rank, unit, points, movement]) : [],
  );

/** The bureau with so many more units below it. */
function crowded(count: number, ranking: unknown = 'all'): Values {
  const values = changed('data/site.yaml', { public: { ranking } });
  const units = (values.get('data/units.yaml') as { units: object[] }).units;
  const more = Array.from({ length: count }, (_, index) => ({ id: `unit-${index + 1}`, name: `第${index + 1}单位`, class: '下属单位' }));
  values.set('data/units.yaml', { units: [...units, ...more] });
  return values;
}

describe('the wall screen', () => {
  test('goes through ranking, ranks, trend, latest, duties and bulletin', () => {
    expect(slidesOf().map(({ name }) => name)).toEqual(['ranking', 'ranks', 'trend', 'latest', 'duties', 'bulletin']);
    expect(new Set(slidesOf().map(({ id }) => id)).size).toBe(6);
  });

  test('ranks as the ranking does, with movement and bars', () => {
    // Q1: 待遇股 3 and the others nothing, so that both were second.
    expect(ranking(slidesOf())).toEqual([
      ['1', '待遇股', '42', '= 持平'],
      ['2', '服务中心', '3', '= 持平'],
      ['2', '信息中心', '3', '= 持平'],
    ]);
    const [first] = slidesOf();
    expect(first?.kind === 'ranking' && first.lines.map(({ share }) => share)).toEqual([1, 3 / 42, 3 / 42]);
    expect(first).toMatchObject({ title: '2026年第二季度得分排名', note: null });
  });

  test('shows no rank that the installation does not show', () => {
    const none = slidesOf(changed('data/site.yaml', { public: { ranking: 'none' } }));
    expect(ranking(none).map(([rank, , , movement]) => [rank, movement])).toEqual([
      ['', ''],
      ['', ''],
      ['', ''],
    ]);
    expect(none[0]).toMatchObject({ title: '2026年第二季度各单位得分', note: '按登记顺序列出，不排名次' });
    expect(named(none, 'ranks')).toEqual([]);
    expect(ranking(slidesOf(changed('data/site.yaml', { public: { ranking: 1 } }))).map(([rank]) => rank)).toEqual(['1', '', '']);
  });

  test('more units than have room stand on several slides, and not for ever', () => {
    const parts = named(slidesOf(crowded(20)), 'ranking');
    expect(parts.map((slide) => [slide.note, slide.kind === 'ranking' && slide.lines.length])).toEqual([
      ['第 1–12 个，共 23 个单位', 12],
      ['第 13–23 个，共 23 个单位', 11],
    ]);
    expect(named(slidesOf(crowded(70)), 'ranking')).toHaveLength(4);
    expect(named(slidesOf(crowded(30)), 'ranks')).toEqual([]);
  });

  test('of more duties than have room those that are still open stay', () => {
    const [duties] = named(slidesOf(crowded(30), '2026-05-20'), 'duties');
    expect(duties?.kind === 'duties' && duties.tiles).toHaveLength(16);
    expect(duties?.note).toBe('列出 16 个，共 33 个单位');
  });

  test('tells what the year has brought', () => {
    const [trend] = named(slidesOf(), 'trend');
    // 3 in March and 48 in the second quarter, of which one filing was in March.
    expect(trend?.kind === 'chart' && trend.figures.map(({ label, value, note }) => [label, value, note])).toEqual([
      ['2026年以来得分', '51', undefined],
      ['2026年以来报送稿件', '7', undefined],
      ['2026年以来采用稿件', '6', undefined],
    ]);
  });

  test('sets the year beside the same days of the year before', () => {
    const values = changed('data/site.yaml', { since: '2025-01-01' });
    for (const on of ['2025-06-15', '2025-06-16']) {
      values.set(`data/submissions/daiyu/2025/d${on}.yaml`, { title: `稿件 ${on}`, unit: 'daiyu', on, form: '综合' });
      values.set(`data/adoptions/2025/d${on}.yaml`, { submission: `d${on}`, outlet: 'county', on });
    }
    const [trend] = named(slidesOf(values), 'trend');
    expect(trend?.kind === 'chart' && trend.figures[0]?.note).toBe('上年同期 3（截至同一天）');
    expect(trend?.kind === 'chart' && trend.says).toBe('近十二个月合计 51 分，上一年同月合计 6 分。');
  });

  test('lists the latest that is public, and the last bulletin', () => {
    const [latest] = named(slidesOf(), 'latest');
    expect(latest?.kind === 'lists' && latest.lists.map(({ title, cells }) => [title, cells.length])).toEqual([
      ['采用', 4],
      ['批示', 1],
    ]);
    const [bulletin] = named(slidesOf(), 'bulletin');
    expect(bulletin?.kind === 'word' && bulletin.lines[0]).toContain('2026-05-06');
    expect(bulletin?.kind === 'word' && bulletin.opening).toBeTruthy();
  });

  test('says so where there is nothing yet', () => {
    const values = new Map([...world()].filter(([file]) => !/^data\/(sub|ado|ins|obl|inc|bull)/.test(file)));
    // Nothing is owed before the ledger begins.
    expect(slidesOf(values, '2025-12-15')).toMatchObject([{ name: 'empty', kind: 'word', text: '还没有记录。' }]);
  });

  test('is the same in English', () => {
    expect(slidesOf(undefined, '2026-06-15', 'en').map(({ title }) => title)).toEqual([
      'Ranking, second quarter of 2026',
      'Ranks over time',
      'Points over time',
      'Latest adoptions and instructions',
      'Duties of the month',
      'Latest bulletin',
    ]);
    expect(sitePages(viewOf(), 'en').screen()).toMatchObject({ path: 'screen/', asOf: 'As of 2026-06-15', words: { paused: 'Paused' } });
  });
});
