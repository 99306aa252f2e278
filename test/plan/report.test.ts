/** Coverage, indicators and what is still to do, counted by hand from the records of the example and of small ones. */
import { rmSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Ledger } from '../../src/model/records.ts';
import { displayOf, isViolation } from '../../src/plan/concerns.ts';
import { type PlanReport, reportOn } from '../../src/plan/report.ts';
import type { Plan } from '../../src/policy/plan.ts';
import { openRoot } from '../../src/rim/open.ts';
import { keepJournal } from '../../src/scoring/journal.ts';
import { rootOfExample } from '../rig/root.ts';
import { concerns, day, measured, period, reported, shippedPlan } from './world.ts';

const root = rootOfExample('publicity-plan');
const { ledger, plan, policies, findings } = openRoot(root);
rmSync(root, { recursive: true });
const { plan: records } = ledger as Ledger;
const example = (key: string, asOf: string = period(key).to): PlanReport => reportOn(plan as Plan, records, period(key), day(asOf));

test('a ledger with a plan only is clean, and gives no credits', () => {
  expect(findings).toEqual([]);
  expect(policies).toEqual([]);
  expect(keepJournal(ledger as Ledger, policies, day('2022-12-31')).credits).toEqual([]);
  const { topic, ...rest } = { topic: '医疗保障年度重大工作举措', subtopic: '医保目录', channel: '广播', on: '2022-05-10', title: '医保目录' };
  const report = reported({ 'activities/2022/a.yaml': { topic, ...rest } }, '2022-05');
  expect(measured(report, 'activities')).toBe('1');
  expect(Object.keys(report)).not.toEqual(expect.arrayContaining([expect.stringMatching(/score|rank|points|quota/)]));
});

test('training inside an epidemic interval held offline is a violation; the interval includes its last day', () => {
  const session = (on: string, online: boolean) => ({
    title: '培训',
    topic: '医疗保障基本法规政策',
    channel: '讲师培训',
    on,
    training: { kind: '下级医保讲师培训', lecturers: ['he'], online, attendance: { 下级医保讲师: 10 } },
  });
  const files = {
    'plan/epidemics.yaml': { epidemics: [{ id: 'spring', from: '2022-03-01', to: '2022-04-15' }] },
    'plan/lecturers.yaml': { lecturers: [{ id: 'he', name: '何静', expertise: ['待遇'], from: '2021-01-01' }] },
    'activities/2022/s1.yaml': session('2022-04-15', false),
    'activities/2022/s2.yaml': session('2022-04-15', true),
    'activities/2022/s3.yaml': session('2022-04-16', false),
  };
  const report = reported(files, '2022');
  const violations = report.concerns.filter(isViolation);
  expect(violations).toMatchObject([{ code: 'offline-in-epidemic', activity: 's1', clause: '三(四)' }]);
  expect(violations[0]?.records).toMatchObject([
    { kind: 'activities', id: 's1', at: { file: 'data/activities/2022/s1.yaml' } },
    { kind: 'epidemics', id: 'spring' },
  ]);
  const lasting = { ...files, 'plan/epidemics.yaml': { epidemics: [{ id: 'spring', from: '2022-03-01' }] } };
  expect(concerns(reported(lasting, '2022'), 'offline-in-epidemic')).toEqual([
    'offline-in-epidemic s1 2022-04-15',
    'offline-in-epidemic s3 2022-04-16',
  ]);
});

describe('the seven indicators of the example, first half of 2022', () => {
  const report = example('2022-H1');
  test.each([
    ['officers', '7'], // 组长 1, 副组长 1 (one left in May), 办公室 2, 发言人 1, 核准人 1, 网红 1
    ['activities', '17'],
    ['people-reached', '12256'], // 3120 + 236 + 900 + 1850 + 640 + 310 + 5200
    ['lecturers', '4'],
    ['lecturers-admitted', '1'],
    ['lecturers-left', '1'],
    ['lecturers-teaching', '3'],
    ['documents', '5/6'],
    ['sessions', '3'],
    ['attendance', '106'], // 46 + 18 + 12 + 9 + 15 + 6
    ['spots-visited', '5/12'],
    ['tool-book-versions', '2'],
    ['tool-book-printed', '500'],
    ['tool-book-distributed', '200'],
    ['tool-book-displayed', '3/5'],
    ['goods-kinds', '1'],
    ['goods-printed', '5000'],
    ['goods-distributed', '2000'],
    ['entitled', '1996'], // 1196 + 800
    ['informed', '1150/1196'], // the second area says nothing of it
    ['enjoying', '1986/1996'],
    ['awareness', '322/400'],
  ])('%s: %s', (name, value) => {
    expect(measured(report, name)).toBe(value);
  });

  test('every figure that is not zero names the records behind it, and every one of them is there', () => {
    const measures = [...report.indicators.flatMap((indicator) => indicator.measures), ...report.outcomes];
    expect(measures).toHaveLength(22);
    for (const { name, value, records: behind, parts } of measures) {
      if (value > 0) expect(behind, name).not.toEqual([]);
      for (const { kind, id, at } of [...behind, ...parts.flatMap((part) => part.records)]) expect(records[kind].get(id)?.at).toEqual(at);
      expect(new Set(behind.map(({ kind, id }) => `${kind} ${id}`)).size, name).toBe(behind.length);
    }
  });
});

test('stocks are those of the last day, what happened is that of the period', () => {
  const first = example('2022-Q1');
  expect(measured(first, 'lecturers')).toBe('5');
  expect(measured(first, 'documents')).toBe('5/6'); // the first version of the rules for lecturers is in force to the end of March
  expect(measured(first, 'officers')).toBe('8');
  expect(measured(first, 'entitled')).toBe('2000'); // 1200 + 800
  expect(measured(first, 'tool-book-displayed')).toBe('1/5');
  expect(measured(first, 'tool-book-printed')).toBe('0');
  expect(measured(first, 'awareness')).toBe('0/0');
});

test('nothing after the day asked for is seen', () => {
  const early = example('2022-H1', '2022-02-16');
  expect(early.until).toBe('2022-02-16');
  expect(measured(early, 'activities')).toBe('4');
  expect(measured(early, 'sessions')).toBe('0');
  expect(measured(early, 'entitled')).toBe('0');
  expect(measured(early, 'goods-distributed')).toBe('800');
  expect(concerns(early, 'report-missing', 'opinion-open', 'release-not-publicised', 'offline-in-epidemic')).toEqual([]);
  expect(example('2023', '2022-06-30').budget).toEqual([]);
});

test('any range of days is a period', () => {
  const report = example('2022-04-15..2022-04-16');
  expect(measured(report, 'sessions')).toBe('2');
  expect(measured(report, 'attendance')).toBe('60'); // 18 + 12 + 9 + 15 + 6
  expect(measured(report, 'spots-visited')).toBe('3/12');
});

describe('coverage of the example, first half of 2022', () => {
  const { coverage } = example('2022-H1');
  const row = (name: string) => coverage.rows.find(({ topic, subtopic }) => (subtopic ?? topic) === name);

  test('has a row for each of the five topics and twelve sub-topics', () => {
    expect(coverage.rows).toHaveLength(17);
  });

  test('counts topic by channel, and names the families with nothing', () => {
    expect([...(row('打击欺诈骗保')?.cells ?? [])].map(([channel, { length }]) => [channel, length])).toEqual([
      ['广播', 1],
      ['电视', 1],
      ['LED显示屏', 1],
    ]);
    expect(row('打击欺诈骗保')?.gaps).toEqual(['线上新媒体']);
    expect(row('药品集中采购')?.gaps).toEqual(['传统主流媒体', '线上新媒体', '社会载体']);
    expect(row('医疗保障年度重大工作举措')?.gaps).toEqual([]);
    expect(row('医保受益典型事例')).toMatchObject({ inModeration: true, gaps: ['传统主流媒体', '社会载体'] });
  });

  test('knows when a channel was last used, also before the period', () => {
    const way = (wanted: string) => coverage.ways.find(({ name }) => name === wanted);
    expect(way('“县医疗保障局”微信公众号')).toMatchObject({ activities: 2, last: '2022-06-01', family: '线上新媒体' });
    expect(way('定点医药机构')).toMatchObject({ activities: 0, last: '2021-12-12', whenPossible: false });
    expect(way('报纸')).toMatchObject({ activities: 0, last: null });
    expect(way('LED显示屏')).toMatchObject({ whenPossible: true });
  });

  test('shows the share of each emphasis', () => {
    expect([...coverage.emphases].map(([name, { length }]) => [name, length])).toEqual([
      ['医保扶贫', 3],
      ['打击欺诈骗保', 3],
      ['基本医保待遇政策', 6],
      ['经办流程', 4],
    ]);
  });
});

describe('what is still to do in the example at the end of June 2022', () => {
  const report = example('2022-H1');
  test.each([
    ['offline-in-epidemic', ['20220415-xianxia-peixun 2022-04-15']],
    ['not-approved', ['20220428-xinwen-daji 2022-04-28 afterwards', '20220516-xianjin-renwu 2022-05-16 refused']],
    ['report-missing', ['20220612-yaojia 本地有关部门 18']],
    ['opinion-open', ['20220612-yaojia 18']],
    ['release-not-publicised', ['yidi-2022 10']],
    ['vacant-role', ['舆情监测员']],
    ['missing-system', ['重大舆情处置预案']],
    ['not-on-display', ['dashan-weishengyuan 乡镇卫生院 2022-05-19 procedure', 'shangping-weishengshi 村卫生室 null tool-book,procedure']],
    ['idle-lecturer', ['luo-ping null', 'ma-tao null']],
    ['no-budget', []],
  ])('%s', (code, expected) => {
    expect(concerns(report, code)).toEqual(expected.map((facts) => `${code} ${facts}`));
  });

  test('spots that nobody reached, without those that are gone and those that need not be', () => {
    expect(report.concerns.flatMap((concern) => (concern.code === 'spot-not-reached' ? [concern.spot] : []))).toEqual([
      'baikang-yaodian',
      'chengguan-shequ',
      'chengguan-shequ-weishengyuan',
      'dashan-weishengyuan',
      'liucun-weishengshi',
      'shangping',
      'shangping-weishengshi',
    ]);
  });

  test('only what was done against the plan is a violation', () => {
    expect(report.concerns.filter(isViolation).map(({ code }) => code)).toEqual(['offline-in-epidemic', 'not-approved', 'not-approved']);
  });

  test('days from a new policy to the first activity that makes it known', () => {
    expect(report.publicity.map(({ release, first, gap }) => [release.id, first?.id ?? null, gap])).toEqual([
      ['manbing-2022', '20220312-manbing-zhibo', 2],
      ['mulu-2021', '20220101-mulu-yitu', 0],
      ['yidi-2022', null, null],
    ]);
  });

  test('minutes from the discovery of a major incident to each of its two reports', () => {
    expect(report.reports.map(({ opinion, to, minutes }) => [opinion.id, to, minutes])).toEqual([
      ['20220308-zhifu', '省局', 30],
      ['20220308-zhifu', '本地有关部门', 75],
      ['20220612-yaojia', '省局', 85],
      ['20220612-yaojia', '本地有关部门', null],
    ]);
  });

  test('the budget of the year: 60000, of which 15591.6 were spent', () => {
    const [year, ...others] = report.budget;
    expect(others).toEqual([]);
    // activities 3000 + 860 + 1200 + 2600.2 + 1500, materials 3250.5 + 2100.3 + 600, other spending 480.6
    expect([year?.year, year?.budget.toFixed(), year?.spent.toFixed(), year?.remains.toFixed()]).toEqual([2022, '60000', '15591.6', '44408.4']);
    expect(year?.records.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['20220120-yusuan', '20220318-kouzhao', 'gongjushu-2', '20220520-led-gongyi']),
    );
  });
});

test('an idle lecturer has perhaps taught before; a year without a budget is told', () => {
  const report = example('2023', '2023-03-31');
  expect(concerns(report, 'idle-lecturer')).toContain('idle-lecturer he-jing 2022-04-15');
  expect(concerns(report, 'no-budget')).toEqual(['no-budget 2023']);
  expect(report.budget.map(({ year, remains }) => [year, remains.toFixed()])).toEqual([[2023, '0']]);
  expect(example('2021-12-01..2022-06-30').budget.map(({ year, spent }) => [year, spent.toFixed()])).toEqual([
    [2021, '1800'],
    [2022, '15591.6'],
  ]);
});

test('an incident that is closed or reported after the last day seen is still open, and missing its reports', () => {
  const seen = example('2022-03', '2022-03-08');
  expect(concerns(seen, 'opinion-open', 'report-missing')).toEqual(['opinion-open 20220308-zhifu 0']);
  const found = { id: 'a', title: '甲', major: true, found: '2022-03-08 09:20', reported: { 省局: '2022-03-09 09:00' }, closed: '2022-03-10 08:00' };
  const report = reported({ 'plan/opinions.yaml': { opinions: [found] } }, '2022-03', '2022-03-08');
  expect(concerns(report, 'opinion-open', 'report-missing')).toEqual([
    'report-missing a 省局 0',
    'report-missing a 本地有关部门 0',
    'opinion-open a 0',
  ]);
  expect(report.reports.map(({ minutes }) => minutes)).toEqual([null, null]);
});

test('a plan that lays down no duty asks for none', () => {
  const bare = shippedPlan({ duties: {}, outcomes: undefined, systems: {}, roles: {}, spots: {} });
  const report = reportOn(bare, records, period('2022-H1'), day('2022-06-30'));
  expect(report.concerns).toEqual([]);
  expect(report.outcomes).toEqual([]);
  expect(report.reports).toEqual([]);
});

test('the last check of a display counts, whatever the order in which checks are written', () => {
  const spot = [...records.spots.values()].find(({ id }) => id === 'qingshi-weishengyuan');
  if (!spot) throw new Error('no such spot');
  const turned = { ...spot, checks: spot.checks.toReversed() };
  expect(displayOf(turned, day('2022-03-31'))).toEqual({ checked: '2022-02-22', lacks: ['tool-book'] });
  expect(displayOf(turned, day('2022-06-30'))).toEqual({ checked: '2022-05-18', lacks: [] });
  expect(displayOf(turned, day('2022-01-31'))).toEqual({ checked: null, lacks: ['tool-book', 'procedure'] });
});

describe('of records of one day', () => {
  const activity = (changes: object) => ({ title: '专栏', topic: '医疗保障基本法规政策', channel: '广播', on: '2022-05-10', ...changes });
  const population = (changes: object) => ({ kind: '待遇享受', on: '2022-06-30', population: '建档立卡贫困人口', ...changes });
  const files = {
    'activities/2022/b.yaml': activity({ releases: ['mulu'] }),
    'activities/2022/a.yaml': activity({ releases: ['mulu'] }),
    'activities/2022/c.yaml': activity({ on: '2022-05-09' }),
    'plan/releases.yaml': { releases: [{ id: 'mulu', name: '医保目录', on: '2022-05-01', level: '国家', topic: '医疗保障基本法规政策' }] },
    'indicators/2022/a.yaml': population({ entitled: 10, informed: 9 }),
    'indicators/2022/b.yaml': population({ entitled: 12, informed: 9 }),
    'indicators/2022/c.yaml': population({ entitled: 8, on: '2022-03-31' }),
  };
  const report = reported(files, '2022');

  test('the first by id made a policy known', () => {
    expect(report.publicity.map(({ first, gap }) => [first?.id, gap])).toEqual([['a', 9]]);
  });

  test('activities are told in order of days, then of ids', () => {
    expect(report.coverage.rows[0]?.cells.get('广播')?.map(({ id }) => id)).toEqual(['c', 'a', 'b']);
  });

  test('the last figure of a population by id counts, and the county as a whole has no area', () => {
    expect(measured(report, 'entitled')).toBe('12');
    expect(measured(report, 'informed')).toBe('9/12');
    expect(measured(report, 'enjoying')).toBe('0/0');
    const [, , , , , , benefits] = report.indicators;
    expect(benefits?.measures[0]?.parts.map(({ label }) => label)).toEqual(['建档立卡贫困人口']);
  });

  test('spots of a class that the plan does not have are neither reached nor checked', () => {
    const odd = { ...files, 'plan/spots.yaml': { spots: [{ id: 'x', name: '甲', class: '茶馆' }] } };
    expect(concerns(reported(odd, '2022'), 'spot-not-reached', 'not-on-display')).toEqual([]);
  });
});
