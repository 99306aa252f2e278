/** What is wrong with the way a case is written is told at the line that says it. */
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { hasFailed, runSuite } from '../../src/cases/suite.ts';
import { decidePolicy } from '../../src/policy/decide.ts';
import { sentenceFor } from '../../src/words/findings.ts';
import { FILE, oneCase, POLICY, suiteOf, told } from './world.ts';

const FILED = '{ submission: a, unit: 甲科, on: 2026-03-05 }';
const one = (events: string, asked = '{ item: a, points: 1 }', more = ''): string[] => told(suiteOf(oneCase(events, asked, more)));

describe('events', () => {
  test.each([
    ['one that is no kind of event', '{ unit: 甲科, on: 2026-03-05 }', 'cases.一例.events.1 cases/unclear-event'],
    ['two at once', '{ adoption: a, instruction: a, outlet: 市日报, level: 市, on: 2026-03-06 }', 'cases.一例.events.1 cases/unclear-event'],
    [
      'a key that the record does not have',
      '{ adoption: a, outlett: 市日报, outlet: 市日报, on: 2026-03-06 }',
      'cases.一例.events.1.outlett schema/unknown-key',
    ],
    [
      'a key that the event itself fills',
      '{ adoption: a, submission: a, outlet: 市日报, on: 2026-03-06 }',
      'cases.一例.events.1 cases/unclear-event',
    ],
    ['a key that is missing', '{ adoption: a, on: 2026-03-06 }', 'cases.一例.events.1 schema/missing-key'],
    ['a day that is none', '{ adoption: a, outlet: 市日报, on: 2026-02-30 }', 'cases.一例.events.1.on schema/impossible-day'],
    ['an item that nobody filed', '{ adoption: b, outlet: 市日报, on: 2026-03-06 }', 'cases.一例.events.1.adoption cases/unknown-event'],
    ['an obligation that nobody set', '{ submission: b, unit: 甲科, on: 2026-03-06, answers: c }', 'cases.一例.events.1.answers cases/unknown-event'],
    ['an adoption before the filing', '{ adoption: a, outlet: 市日报, on: 2026-03-01 }', 'cases.一例.events.1.on ledger/event-before-filing'],
    ['an outlet whose level nothing tells', '{ adoption: a, outlet: 市曰报, on: 2026-03-06 }', 'cases.一例.events.1.outlet cases/unknown-outlet'],
    ['an id that is taken', '{ submission: a, unit: 甲科, on: 2026-03-06 }', 'cases.一例.events.1 ledger/duplicate-id'],
    ['a month that is none', '{ submission: b, unit: 甲科, on: { 三月: 2 } }', 'cases.一例.events.1.on.三月 schema/not-well-formed'],
  ])('%s', (_, event, finding) => {
    expect(one(`${FILED}, ${event}`)).toEqual([finding]);
  });

  test('an item that nobody filed is to be filed among the events, not under data/', () => {
    const [finding] = suiteOf(oneCase('{ adoption: 甲, outlet: 市日报, on: 2026-03-06 }', '{ unit: 甲科, points: 1 }')).findings;
    expect(finding && sentenceFor(finding, 'zh')).toBe('案例里没有名为“甲”的稿件。请在 events 里先写 submission: 甲。');
    expect(finding && sentenceFor(finding, 'en')).toBe('No item “甲” is in the case. Write `submission: 甲` among the events first.');
  });

  test('an outlet that was meant is proposed', () => {
    const [finding] = suiteOf(oneCase(`${FILED}, { adoption: a, outlet: 市曰报, on: 2026-03-06 }`, '{ item: a, points: 1 }')).findings;
    expect(finding).toMatchObject({ at: { file: FILE }, named: '市曰报', nearest: '市日报' });
  });

  test('a duplicate tells where the other one stands', () => {
    const [finding] = suiteOf(oneCase(`${FILED}, ${FILED}`, '{ item: a, points: 1 }')).findings;
    expect(finding).toMatchObject({ other: { file: FILE, path: ['cases', '一例', 'events', 0] } });
  });
});

describe('statements', () => {
  test.each([
    ['two subjects', '{ item: a, unit: 甲科, points: 1 }', 'cases.一例.expect.0 cases/several-subjects'],
    ['nothing expected', '{ item: a }', 'cases.一例.expect.0 cases/nothing-said'],
    ['what cannot be said of an item', '{ item: a, rank: 1 }', 'cases.一例.expect.0.rank cases/does-not-fit'],
    ['points of nobody', '{ in: 2026-03, points: 1 }', 'cases.一例.expect.0.points cases/does-not-fit'],
    ['a rank without a period', '{ unit: 甲科, rank: 1 }', 'cases.一例.expect.0 schema/missing-key'],
    ['a state without its duty', '{ unit: 甲科, in: 2026-03, state: 完成 }', 'cases.一例.expect.0 schema/missing-key'],
    ['an item that is not there', '{ item: b, points: 1 }', 'cases.一例.expect.0.item cases/unknown-name'],
    ['a person who wrote nothing', '{ person: 某人, points: 1 }', 'cases.一例.expect.0.person cases/unknown-name'],
    ['an award that is not there', '{ award: bset, in: 2026, places: 1 }', 'cases.一例.expect.0.award cases/unknown-name'],
    ['a duty that is not there', '{ unit: 甲科, in: 2026-03, duty: montly, done: 1 }', 'cases.一例.expect.0.duty cases/unknown-name'],
    ['points of a rule that is not there', '{ unit: 甲科, of: [报送, citty], points: 1 }', 'cases.一例.expect.0.of cases/unknown-name'],
    ['a period that is none', '{ unit: 甲科, in: 2026-Q5, points: 1 }', 'cases.一例.expect.0.in schema/not-well-formed'],
    ['a reading that is not there', '{ item: a, points: 1, otherwise: { A9: { B: 2 } } }', 'cases.一例.expect.0.otherwise.A9 cases/unknown-name'],
    ['an option that is not there', '{ item: a, points: 1, otherwise: { A1: { C: 2 } } }', 'cases.一例.expect.0.otherwise.A1 policy/unknown-option'],
    ['a key that is not known', '{ item: a, point: 1 }', 'cases.一例.expect.0.point schema/unknown-key'],
  ])('%s', (_, statement, finding) => {
    expect(one(FILED, statement)).toEqual([finding]);
  });
});

describe('what surrounds them', () => {
  test('a unit without a class', () => {
    expect(told(suiteOf(`cases: { 一例: { events: [${FILED}], expect: [{ item: a, points: 1 }] } }`))).toEqual([
      'cases.一例.events.0.unit cases/unit-without-class',
    ]);
  });

  test('a register entry is told where the case or the file lists it', () => {
    const listed = 'units: { 科室: [{ name: 甲科, parent: 乙科, quotas: { monthly: -1 } }, 乙科] }';
    expect(told(suiteOf(`${listed}\ncases: { 一例: { events: [${FILED}], expect: [{ item: a, points: 1 }] } }`))).toEqual([
      'units.科室.0.quotas.monthly schema/not-well-formed',
    ]);
    const outlets = '    outlets: [{ name: 某报, channel: 报纸, from: 2026-05-01, to: 2026-04-01 }]\n';
    expect(one(`${FILED}, { adoption: a, outlet: 某报, on: 2026-05-02 }`, undefined, outlets)).toEqual([
      'cases.一例.events.1.outlet ledger/reference-left-out',
      'cases.一例.outlets.0.to ledger/ends-before-it-begins',
    ]);
  });

  test('keys of the installation', () => {
    expect(one(FILED, undefined, '    site: { since: 昨天 }\n')).toContain('cases.一例.site.since schema/not-a-day');
    expect(one(FILED, undefined, '    readings: { A9: B }\n')).toEqual(['cases.一例.readings.A9 cases/unknown-name']);
  });

  test('an ordinance in use beside it that nobody knows', () => {
    expect(told(suiteOf(`beside: [no-such]\n${oneCase(FILED, '{ item: a, points: 1 }')}`))).toEqual(['beside.0 policy/unknown-policy']);
  });

  test('a unit that marks name, and an ordinance that cannot be used', () => {
    const marked = '{ adoption: a, outlet: 市日报, on: 2026-03-06, marks: { 丙科: 单 } }';
    expect(told(suiteOf(`units: { 科室: [甲科] }\ncases: { 一例: { events: [${FILED}, ${marked}], expect: [{ item: a, points: 1 }] } }`))).toEqual([
      'cases.一例.events.1.marks.丙科 cases/unit-without-class',
    ]);
    const suite = runSuite({ file: 'policies/x.yaml', value: {} }, { file: FILE, value: {} }, () => null);
    expect(suite).toMatchObject({ policy: 'x', title: null, runs: [], coverage: [] });
    expect(suite.findings.length).toBeGreaterThan(0);
  });

  test('a file that is no file of cases', () => {
    expect(told(suiteOf('case: {}'))).toEqual([' schema/missing-key', 'case schema/unknown-key']);
  });

  test('a broken case costs itself', () => {
    const suite = suiteOf(`${oneCase(FILED, '{ item: a, points: 1 }')}  另一例: { expect: [{ unit: 甲科 }] }\n`);
    expect(told(suite)).toEqual(['cases.另一例.expect.0 cases/nothing-said']);
    expect(suite.runs.map(({ name }) => name)).toEqual(['一例']);
  });

  test('what is only to be looked at in the ordinance does not stop its cases', () => {
    const written = `${POLICY}  A3: { clause: 三, question: 空的, chosen: A, options: { A: { says: 无 }, B: { says: 有, set: { rules.none.points: 1 } } } }\n`;
    const cases = { file: FILE, value: parse(oneCase(FILED, '{ item: a, points: 1 }')) };
    const suite = runSuite({ file: 'policies/small-2026.yaml', value: parse(written) }, cases, () => null);
    expect(decidePolicy('policies/small-2026.yaml', parse(written)).findings).toMatchObject([{ code: 'policy/reading-changes-nothing' }]);
    expect(hasFailed(suite)).toBe(false);
    expect(suite.runs[0]?.verdicts.length).toBe(1);
  });

  test('an ordinance that a reading makes unusable is told, and that run alone is lost', () => {
    const suite = suiteOf(oneCase(FILED, '{ item: a, points: 1, otherwise: { A2: { B: 1 } } }'));
    expect(suite.findings).toMatchObject([{ code: 'schema/not-a-choice', at: { file: 'policies/small-2026.yaml' } }]);
    expect(suite.runs.map(({ verdicts }) => verdicts.length)).toEqual([1, 0]);
  });
});
