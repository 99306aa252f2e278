/** How results are told: differences that a person can follow, JSON, and JUnit. */
import { describe, expect, test } from 'vitest';
import { runSuite, type Suite } from '../../src/cases/suite.ts';
import { casesJson, casesJUnit } from '../../src/export/cases-json.ts';
import { casesText } from '../../src/export/cases-text.ts';
import { differenceWords } from '../../src/words/cases.ts';
import { oneCase, suiteOf } from './world.ts';

const LOOKS = { textOf: () => null, lineOf: () => 7 };
const TWICE =
  '{ submission: a, unit: 甲科, on: 2026-03-02 }, { adoption: a, outlet: 市日报, form: 综合, on: 2026-03-03 }, { adoption: a, outlet: 市晚报, form: 简讯, on: 2026-03-04 }';
const DIFFERS = suiteOf(oneCase(TWICE, '{ item: a, of: 采用, points: 3, because: 三 取高, otherwise: { A1: { B: 8 } } }'));
const RIGHT = suiteOf(oneCase(TWICE, '{ item: a, points: 6 }'));
const FAULTY = suiteOf('units: { 科室: 其余 }\ncases: { 一例: { expect: [{ unit: 甲科 }] } }');
const NONE: Suite = { ...RIGHT, runs: [] };

describe('text', () => {
  test('a difference tells what was expected, what came, and the credits behind it', () => {
    expect(casesText([DIFFERS], LOOKS)).toBe(`small-2026  某局办法
  一例
    policies/small-2026.cases.yaml:7
    a 采用 得分应为 3,实为 5
    a 采用 points: expected 3, got 5
    案例的推算 worked out: 三 取高
    程序的明细 credits:
      2026-03-03  +5  甲科  二 (city)  市日报  按条款计分  counted by the clause
      2026-03-04  0  甲科  二 (city)  市晚报  同一稿件已按 市日报 计5分，不重复计分  the item already counts by 市日报 (5 points); nothing is counted twice
  1 个案例,2 项判断,1 项不符  1 case, 2 checks, 1 differs
  条款 1/8 有案例  1 of 8 clauses have a case
    一  没有案例 no case: rules.filing, duties.monthly.extra
    二  没有案例 no case: rules.fee
    四  没有案例 no case: duties.monthly, eligibility.barred, reminders.0
    五  没有案例 no case: rules.error
    六  没有案例 no case: filings, approval
    七  没有案例 no case: awards.best, ranking
    八  没有案例 no case: consequences.told
`);
  });

  test('under another reading', () => {
    expect(casesText([suiteOf(oneCase(TWICE, '{ item: a, points: 6, otherwise: { A1: { B: 6 } } }'))], LOOKS)).toContain(
      '  一例(按 A1 的理解 B) (read as A1 B)\n',
    );
  });

  test('findings stand as they do everywhere, and all that is right is one line', () => {
    expect(casesText([FAULTY], LOOKS)).toContain('policies/small-2026.cases.yaml:1:1  cases/nothing-said\n  没有写应有的结果。');
    expect(casesText([RIGHT], LOOKS)).toContain('  1 个案例,1 项判断,全部相符  1 case, 1 check, all as expected\n');
    expect(casesText([NONE], LOOKS)).toContain('  没有案例  no cases\n');
    expect(casesText([{ ...NONE, title: null, coverage: [] }], LOOKS)).toBe('small-2026\n  没有案例  no cases\n');
  });

  test('where a fault keeps every case from running, nothing is said to be as expected, and no clause to be without a case', () => {
    const text = casesText([FAULTY], LOOKS);
    expect(text).toContain('\n  案例文件有错,没有运行  the file of cases has errors; nothing was run\n');
    expect(text).not.toMatch(/全部相符|as expected|没有案例/);
    expect(casesText([suiteOf(oneCase(TWICE, '{ item: a, pionts: 6 }'))], LOOKS)).toContain('案例文件有错,没有运行');
    const unusable = runSuite({ file: 'policies/x.yaml', value: {} }, { file: 'policies/x.cases.yaml', value: {} }, () => null);
    expect(casesText([unusable], LOOKS)).toContain('\n  办法有错,案例没有运行  the ordinance has errors; no case was run\n');
  });

  test('where some cases have errors, only those that ran are said to be as expected', () => {
    const broken = '  二例: { events: [{ adoption: b, outlet: 市日报, on: 2026-03-03 }], expect: [{ unit: 甲科, points: 0 }] }\n';
    expect(casesText([suiteOf(`${oneCase(TWICE, '{ item: a, points: 6 }')}${broken}`)], LOOKS)).toContain(
      '  1 个案例,1 项判断,运行了的都相符,其余有错  1 case, 1 check, all that ran as expected, others have errors\n',
    );
  });

  test('of a unit that is none of the subjects, it is told', () => {
    const asked = '{ unit: 甲科, in: 2026-03, duty: monthly, state: 未完成 }';
    const outside = suiteOf(oneCase(TWICE, asked).replace('科室: 其余', '科局: 其余'));
    expect(casesText([outside], LOOKS)).toContain(`    甲科 2026-03 monthly 任务应为 未完成,实为 无
    甲科 2026-03 monthly state of the duty: expected 未完成, got none
    “甲科”(科局)不在本办法的考核对象(subjects)之中,任务对它不适用
    “甲科” (科局) is not among the ordinance's subjects; its duties do not apply to it
`);
    expect(casesText([suiteOf(oneCase(TWICE, asked))], LOOKS)).not.toContain('subjects');
  });

  test('what has no credits is told without', () => {
    const text = casesText([suiteOf(oneCase(TWICE, '{ unit: 甲科, in: 2026, eligible: true }'))], LOOKS);
    expect(text).toContain('    甲科 2026 能否参加评先评优应为 是,实为 否\n    甲科 2026 eligible: expected yes, got no\n  1 个案例');
  });

  test('credits without a clause or a rule', () => {
    const text = casesText(
      [suiteOf(oneCase('{ submission: a, unit: 甲科, on: 2025-03-02 }, { adoption: a, outlet: 市日报, on: 2025-03-03 }', '{ item: a, points: 6 }'))],
      LOOKS,
    );
    expect(text).toContain('2025-03-03  0  甲科  —  市日报  当日没有施行的办法，不计分');
  });
});

test('values of every kind are told in both languages', () => {
  expect(differenceWords('sure', ['甲', '乙'], [])).toEqual({ zh: '确定入选应为 甲、乙,实为 无', en: 'sure: expected 甲, 乙, got none' });
  expect(differenceWords('amounts', { 甲: '300' }, {})).toEqual({ zh: '数额应为 甲 300,实为 无', en: 'amounts: expected 甲 300, got none' });
  expect(differenceWords('rank', '1', null)).toEqual({ zh: '名次应为 1,实为 无', en: 'rank: expected 1, got none' });
});

describe('JSON', () => {
  test('has every check, and the credits of those that differ', () => {
    const { passed, policies } = JSON.parse(casesJson([DIFFERS, RIGHT, FAULTY], LOOKS));
    expect(passed).toBe(false);
    expect(policies.map((suite: { passed: boolean; checks: number; failed: number }) => [suite.passed, suite.checks, suite.failed])).toEqual([
      [false, 2, 1],
      [true, 1, 0],
      [false, 0, 0],
    ]);
    const [{ checks }] = policies[0].runs;
    expect(checks[0]).toMatchObject({ line: 7, asked: { item: 'a', of: '采用' }, measure: 'points', expected: '3', got: '5', because: '三 取高' });
    expect(checks[0].credits[0]).toMatchObject({ on: '2026-03-03', points: '5', clause: '二', rule: 'city' });
    expect(policies[1].runs[0].checks[0]).not.toHaveProperty('credits');
    expect(policies[2].findings[0]).toMatchObject({ code: 'cases/nothing-said', line: 1 });
  });

  test('periods are texts', () => {
    const { policies } = JSON.parse(casesJson([suiteOf(oneCase(TWICE, '{ unit: 甲科, in: 2026, points: 0 }'))], LOOKS));
    expect(policies[0].runs[0].checks[0].asked).toEqual({ unit: '甲科', in: '2026' });
  });
});

describe('JUnit', () => {
  test('a test for each case and reading, a failure for each difference', () => {
    const xml = casesJUnit([DIFFERS], LOOKS);
    expect(xml).toContain('<testsuite name="small-2026" file="policies/small-2026.cases.yaml" tests="2" failures="1" errors="0">');
    expect(xml).toContain('<testcase classname="small-2026" name="一例" file="policies/small-2026.cases.yaml" line="7">');
    expect(xml).toContain('<failure message="a 采用 得分应为 3,实为 5">a 采用 points: expected 3, got 5&#10;2026-03-03  +5');
    expect(xml).toContain('<testcase classname="small-2026" name="一例(按 A1 的理解 B)" file="policies/small-2026.cases.yaml" line="7" />');
  });

  test('a fault is an error', () => {
    const xml = casesJUnit([FAULTY], LOOKS);
    expect(xml).toContain('tests="1" failures="0" errors="1"');
    expect(xml).toContain('name="policies/small-2026.cases.yaml:1:1 cases/nothing-said"');
    expect(xml).toContain('<error type="cases/nothing-said">没有写应有的结果。');
  });

  test('signs that mean something in XML, and those that it cannot hold, are told otherwise', () => {
    const named = oneCase(TWICE, '{ item: a, points: 6 }').replace('一例', '"<一>&\\"例\\"\\u0001\\n二"');
    expect(casesJUnit([suiteOf(named)], LOOKS)).toContain('name="&lt;一&gt;&amp;&quot;例&quot;\ufffd&#10;二"');
  });
});
