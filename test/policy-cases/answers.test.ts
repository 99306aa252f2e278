/** What can be asked of a case, and what the short form stands for. What is expected follows from the small ordinance. */
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { coverageOf, partsOf } from '../../src/cases/coverage.ts';
import { eventForm } from '../../src/cases/events.ts';
import { uncovered } from '../../src/cases/suite.ts';
import { policyFrom } from '../support/policies.ts';
import { answers, oneCase, POLICY, suiteOf, told } from './world.ts';

/** One statement after another about these events, and what came of each. */
function asked(events: string, statements: string, more = ''): unknown[] {
  const suite = suiteOf(oneCase(events, statements, more));
  expect(told(suite)).toEqual([]);
  return answers(suite)[0] as unknown[];
}

describe('events', () => {
  test('several days are several items, told apart by their days', () => {
    const events =
      '{ submission: 周报, unit: 甲科, on: [2026-03-02, 2026-03-09] }, { adoption: 周报 2026-03-09, outlet: 市日报, form: 综合, on: 2026-03-10 }';
    expect(asked(events, '{ item: 周报 2026-03-02, points: 1 }, { item: 周报 2026-03-09, points: 6 }')).toEqual(['1', '6']);
  });

  test('months stand for so many items from their first days on', () => {
    expect(
      asked(
        '{ submission: 月报, unit: 甲科, on: { 2026-02: 3, 2026-03: 1 } }',
        '{ unit: 甲科, in: 2026-02, of: 报送, points: 3 }, { item: 月报 2026-02-03, points: 1 }',
      ),
    ).toEqual(['3', '1']);
  });

  test('an outlet is what its name tells, unless it is listed', () => {
    const filed = '{ submission: a, unit: 甲科, on: 2026-03-02 }';
    const paid = (outlet: string): string => `${filed}, { adoption: a, outlet: ${outlet}, on: 2026-03-10 }`;
    expect(asked(paid('省级报纸甲'), '{ item: a, account: 稿酬, points: 100 }')).toEqual(['100']);
    expect(asked(paid('国家级媒体甲'), '{ item: a, account: 稿酬, points: 0 }')).toEqual(['0']);
    expect(
      asked(
        paid('本省报'),
        '{ item: a, account: 稿酬, points: 100 }',
        '    outlets: [{ name: 省报, aliases: [本省报], level: 省, channel: 报纸 }]\n',
      ),
    ).toEqual(['100']);
  });

  test('an open level, and an item that no rule gives a number', () => {
    const outlets = '    outlets: [{ name: 某报, level: 未定, channel: 报纸 }]\n';
    expect(
      asked('{ submission: a, unit: 甲科, on: 2026-03-02 }, { adoption: a, outlet: 某报, on: 2026-03-03 }', '{ item: a, points: 未定 }', outlets),
    ).toEqual(['未定']);
  });

  test('approvals are steps by their names; authors and units come with the item', () => {
    const events =
      '{ submission: a, unit: 甲科, authors: [张三], on: 2026-03-02, approvals: [科长] }, { submission: b, units: [甲科, { unit: 乙科 }], authors: [张三], on: 2026-03-02, approvals: [科长, { step: 局长, on: 2026-03-01 }] }';
    expect(
      asked(
        events,
        '{ item: a, points: 0 }, { item: b, steps: [科长, 局长] }, { person: 张三, in: 2026-03, points: 1, rank: 1 }, { unit: 乙科, in: 2026-03, of: 报送, points: 1 }',
      ),
    ).toEqual(['0', ['科长', '局长'], '1', '1', '1']);
  });

  test('editors know every kind of event', () => {
    expect(eventForm.safeParse({ incident: '差错', unit: '甲科', on: '2026-03-05' }).success).toBe(true);
    expect(eventForm.safeParse({ submission: 'a', unit: '甲科', on: { '2026-03': 2 } }).success).toBe(true);
    expect(eventForm.safeParse({ incident: '差错', unti: '甲科', on: '2026-03-05' }).success).toBe(false);
  });
});

describe('questions', () => {
  const YEAR = '{ submission: a, unit: 甲科, on: { 2026-01: 2, 2026-05: 1 } }, { submission: b, unit: 乙科, on: [2026-01-05] }';

  test('duties, reminders, notices, eligibility', () => {
    const statements = [
      '{ unit: 甲科, in: 2026-01, duty: monthly, done: 2, owed: 1, state: 完成, reminders: [] }',
      '{ unit: 甲科, in: 2026-02, duty: monthly, state: 未完成, reminders: [2026-02-28] }',
      '{ unit: 甲科, in: 2026-07, duty: monthly, state: 进行中 }',
      '{ unit: 甲科, in: 2026-H1, notices: [通报批评] }',
      '{ unit: 甲科, in: 2026, eligible: false }',
    ].join(', ');
    expect(asked(YEAR, statements, '    as_of: 2026-07-10\n')).toEqual([
      [],
      '2',
      '1',
      '完成',
      ['2026-02-28'],
      '未完成',
      '进行中',
      ['通报批评'],
      false,
    ]);
  });

  test('rankings and awards, in groups of their own', () => {
    const ranked =
      '{ unit: 甲科, in: 2026-01, score: 2.5, rank: 1, group: 科室 }, { in: 2026-01, top: [甲科], bottom: [甲科], tie: false, group: 科室 }, { in: 2026-01, top: [], group: 局 }';
    const grouped = '    set: { ranking.groups: class, ranking.top: 1, ranking.bottom: 1 }\n    units: { 中心: [乙中心] }\n';
    expect(asked('{ submission: a, unit: 甲科, on: { 2026-01: 2 } }, { submission: b, unit: 乙中心, on: [2026-01-05] }', ranked, grouped)).toEqual([
      '2.5',
      '1',
      ['甲科'],
      ['甲科'],
      false,
      null,
    ]);
    const award = '{ award: best, in: 2026, places: 2, sure: [甲科, 乙科], undecided: [], left: 0, amounts: { 乙科: 200, 甲科: 300 } }';
    expect(asked(YEAR, award, '    as_of: 2026-01-31\n')).toEqual(['2', ['甲科', '乙科'], [], '0', { 甲科: '300', 乙科: '200' }]);
  });

  test('there is no answer where the unit is not ranked, owes nothing, or the award is for other periods', () => {
    const statements =
      '{ unit: 丙处, in: 2026-01, rank: 1, score: 1 }, { unit: 丙处, in: 2026-01, duty: monthly, done: 1 }, { award: best, in: 2026-01, places: 1 }';
    expect(asked(YEAR, statements, '    units: { 外单位: [丙处] }\n')).toEqual([null, null, null, null]);
  });

  test('a chain of approval needs an ordinance on the day', () => {
    expect(asked('{ submission: a, unit: 甲科, on: 2025-03-02 }', '{ item: a, steps: [] }')).toEqual([null]);
  });

  test('points of the units below count for the one above', () => {
    const units = '    units: { 中心: [{ name: 下级, parent: 上级 }, 上级] }\n';
    expect(asked('{ submission: a, unit: 下级, on: 2026-01-05 }', '{ unit: 上级, in: 2026-01, of: filing, points: 1 }', units)).toEqual(['1']);
  });

  test('a unit by its short name or an alias is the same unit', () => {
    const units = '    units: { 科室: [{ name: 第一科, short: 一科, aliases: [甲] }] }\n';
    const events =
      '{ submission: a, unit: 一科, on: 2026-01-05 }, { submission: b, unit: 甲, on: 2026-01-05 }, { submission: c, unit: 第一科, on: 2026-01-05 }';
    expect(asked(events, '{ unit: 一科, in: 2026-01, of: 报送, points: 3 }, { unit: 甲, in: 2026-01, rank: 1 }', units)).toEqual(['3', '1']);
  });

  test('an ordinance beside it covers the days before', () => {
    const suite = suiteOf(`beside: [older-2020]\n${oneCase('{ submission: a, unit: 甲科, on: 2025-05-05 }', '{ item: a, points: 0 }')}`);
    expect(suite.runs[0]?.verdicts[0]?.passed).toBe(true);
  });

  test('without anything that happens or a period the last day is long past', () => {
    expect(asked('', '{ unit: 甲科, points: 0 }')).toEqual(['0']);
  });
});

describe('readings', () => {
  const TWICE =
    '{ submission: a, unit: 甲科, on: 2026-03-02 }, { adoption: a, outlet: 市日报, form: 综合, on: 2026-03-03 }, { adoption: a, outlet: 市晚报, form: 简讯, on: 2026-03-04 }';
  const run = (statements: string, more = '') => suiteOf(oneCase(TWICE, statements, more)).runs;

  test('what a case names is run once more; what a statement leaves out stays', () => {
    const runs = run('{ item: a, points: 6, otherwise: { A1: { B: 9 } } }, { item: a, steps: [科长, 局长] }');
    expect(runs.map(({ reading }) => reading)).toEqual([null, { name: 'A1', option: 'B' }]);
    expect(runs.flatMap(({ verdicts }) => verdicts.map(({ passed }) => passed))).toEqual([true, true, true, true]);
  });

  test('results by measure, also where only one of two changes', () => {
    const runs = run('{ item: a, points: 6, steps: [科长, 局长], otherwise: { A1: { B: { points: 9 } } } }');
    expect(runs.every(({ verdicts }) => verdicts.every(({ passed }) => passed))).toBe(true);
    expect(run('{ item: a, points: 6, steps: [], otherwise: { A1: { B: 9 } } }')[1]?.verdicts.map(({ expected }) => expected)).toEqual(['6', []]);
    expect(run('{ item: a, points: 6, otherwise: { A1: { B: null } } }')[1]?.verdicts.map(({ expected }) => expected)).toEqual(['6']);
  });

  test('a case can be read otherwise throughout', () => {
    expect(run('{ item: a, points: 9 }', '    readings: { A1: B }\n')[0]?.verdicts[0]?.passed).toBe(true);
  });
});

test('sums of fees and shared items, missed deadlines and accounts are told apart', () => {
  const events = '{ submission: a, units: [甲科, 乙科], on: 2026-01-05 }, { adoption: a, outlet: 省级报纸甲, on: 2026-01-06 }';
  expect(asked(events, '{ unit: 甲科, in: 2026-01, account: 稿酬, points: 100 }, { item: a, points: 2 }, { item: a, of: 一, points: 2 }')).toEqual([
    '100',
    '2',
    '2',
  ]);
});

describe('coverage', () => {
  const policy = policyFrom('small-2026', parse(POLICY));

  test('every part that does something is counted, a pool without rules and what only people do are not', () => {
    expect(
      partsOf(policy)
        .map(({ path }) => path)
        .sort(),
    ).toEqual(
      [
        'approval',
        'awards.best',
        'consequences.told',
        'duties.monthly',
        'duties.monthly.extra',
        'eligibility.barred',
        'filings',
        'pools.采用',
        'ranking',
        'reminders.0',
        'rules.city',
        'rules.error',
        'rules.fee',
        'rules.filing',
      ].sort(),
    );
  });

  test('without cases no clause is covered', () => {
    expect(coverageOf(policy, []).map(({ clause, untouched }) => [clause, untouched.length])).toEqual([
      ['一', 2],
      ['二', 2],
      ['三', 2],
      ['四', 3],
      ['五', 1],
      ['六', 2],
      ['七', 2],
      ['八', 1],
    ]);
  });

  const left = (events: string, statements: string, more = ''): string[] => {
    const suite = suiteOf(oneCase(events, statements, more));
    expect(told(suite)).toEqual([]);
    return uncovered(suite).flatMap(({ untouched }) => untouched);
  };
  const EVERYTHING = [...new Set(coverageOf(policy, []).flatMap(({ untouched }) => untouched))];
  const touched = (events: string, statements: string, more?: string): string[] => {
    const still = new Set(left(events, statements, more));
    return EVERYTHING.filter((path) => !still.has(path)).sort();
  };
  const FILED = '{ submission: a, unit: 甲科, on: 2026-03-02 }';

  test('by the credits behind an answer', () => {
    expect(touched(FILED, '{ item: a, points: 1 }')).toEqual(['rules.filing']);
    expect(touched(`${FILED}, { adoption: a, outlet: 市日报, form: 综合, on: 2026-03-03 }`, '{ item: a, of: city, points: 5 }')).toEqual([
      'rules.city',
    ]);
    expect(touched('{ submission: a, unit: 甲科, on: { 2026-03: 2 } }', '{ unit: 甲科, in: 2026-03, points: 2.5 }')).toEqual(
      ['duties.monthly.extra', 'rules.filing', 'duties.monthly'].sort(),
    );
    expect(touched(`${FILED}, { incident: 差错, submission: a, unit: 甲科, on: 2026-03-03 }`, '{ item: a, of: 差错, points: -2 }')).toEqual([
      'rules.error',
    ]);
  });

  test('of a pool only where something competes', () => {
    const twice = `${FILED}, { adoption: a, outlet: 市日报, form: 综合, on: 2026-03-03 }, { adoption: a, outlet: 市晚报, form: 简讯, on: 2026-03-04 }`;
    expect(touched(twice, '{ item: a, of: city, points: 5 }')).toEqual(['pools.采用', 'rules.city']);
  });

  test('by what is asked', () => {
    expect(touched(FILED, '{ item: a, steps: [科长, 局长] }')).toEqual(['approval']);
    expect(touched('{ submission: a, unit: 甲科, on: 2026-03-02, approvals: [] }', '{ item: a, points: 0 }')).toContain('filings');
    expect(
      touched(
        '{ submission: a, unit: 甲科, on: 2026-03-02, rounds: [{ returned: 2026-03-03, revised: 2026-03-04 }], accepted: 2026-03-05 }',
        '{ item: a, points: 1 }',
      ),
    ).toContain('filings');
    expect(touched(FILED, '{ unit: 甲科, in: 2026-03, duty: monthly, done: 1 }')).toEqual(['duties.monthly']);
    expect(touched(FILED, '{ unit: 甲科, in: 2026-03, reminders: [] }')).toEqual(['reminders.0']);
    expect(touched(FILED, '{ unit: 甲科, in: 2026, eligible: false }')).toEqual(['eligibility.barred']);
    expect(touched(FILED, '{ unit: 甲科, in: 2026-02, notices: [通报批评] }')).toEqual(['consequences.told']);
    expect(touched('', '{ in: 2026-03, top: [] }', '    as_of: 2026-01-01\n')).toEqual(['ranking']);
    expect(touched('', '{ award: best, in: 2026, places: 0 }', '    as_of: 2026-01-01\n')).toEqual(['awards.best']);
  });
});
