/** Parts of the language that the shipped ordinances do not use; what is expected follows from the one rule in each test. */
import { describe, expect, it } from 'vitest';
import { openLedger } from '../../src/ledger/open.ts';
import type { Day } from '../../src/model/day.ts';
import { type Period, parsePeriod } from '../../src/model/period.ts';
import { written } from '../../src/model/points.ts';
import type { Ledger } from '../../src/model/records.ts';
import { keepJournal } from '../../src/scoring/journal.ts';
import { awardsOf } from '../../src/standings/awards.ts';
import { standingsOf } from '../../src/standings/standings.ts';
import { policyFrom } from '../support/policies.ts';

type Written = Record<string, unknown>;

const UNITS = [
  { id: 'bureau', name: '县局', class: '局' },
  { id: 'a', name: '甲', class: '科', parent: 'bureau' },
  { id: 'b', name: '乙', class: '科', parent: 'bureau' },
  { id: 'office', name: '办公室', class: '处' },
];
const PEOPLE = [
  { id: 'p', name: '张', unit: 'a', barred: [{ from: '2026-05-01', to: '2026-06-30' }] },
  { id: 'q', name: '王', unit: 'a' },
  { id: 'r', name: '赵', unit: 'a' },
];
const OUTLETS = [
  { id: 'county', name: '县网', level: '县', channel: '网站' },
  { id: 'city', name: '市网', level: '市', channel: '网站', barred: [{ from: '2026-05-01' }] },
  { id: 'city-app', name: '市网客户端', level: '市', channel: '客户端', parent: '市网' },
];

const ordinance = (changes: Written): Written => ({
  id: 'small',
  title: '小办法',
  in_force: { from: '2026-01-01' },
  clauses: { 一: '条文' },
  outlets: { 县级: { level: '县' }, 市级: { level: '市' } },
  words: { incident: ['差错', '负面报道'], figure: ['阅读量', '质量', '上级得分'] },
  rounding: { places: 2, mode: 'half-up' },
  ...changes,
});

type Records = readonly (readonly [string, Written])[];
const s = (id: string, record: Written = {}): readonly [string, Written] => [
  `data/submissions/a/2026/${id}.yaml`,
  { title: `稿件${id}`, ...('units' in record ? {} : { unit: 'a' }), on: '2026-02-02', ...record },
];
const a = (id: string, record: Written = {}): readonly [string, Written] => [
  `data/adoptions/2026/${id}.yaml`,
  { submission: 's', outlet: 'county', on: '2026-02-10', ...record },
];
const i = (id: string, record: Written = {}): readonly [string, Written] => [
  `data/instructions/2026/${id}.yaml`,
  { submission: 's', level: '市', on: '2026-02-20', ...record },
];
const x = (id: string, record: Written): readonly [string, Written] => [`data/incidents/2026/${id}.yaml`, { unit: 'a', ...record }];
const f = (id: string, record: Written): readonly [string, Written] => [`data/figures/2026/${id}.yaml`, { unit: 'a', ...record }];

function scored(changes: Written | readonly Written[], records: Records, asOf = '2026-12-31') {
  const policies = [changes].flat().map((one) => policyFrom(String((one as Written).id ?? 'small'), ordinance(one as Written)));
  const { ledger, findings } = openLedger(
    new Map<string, unknown>([
      ['data/site.yaml', { organisation: '某局', policies: policies.map(({ id }) => id) }],
      ['data/units.yaml', { units: UNITS }],
      ['data/people.yaml', { people: PEOPLE }],
      ['data/outlets.yaml', { outlets: OUTLETS }],
      ...records,
    ]),
  );
  expect(findings).toEqual([]);
  return { ledger: ledger as Ledger, journal: keepJournal(ledger as Ledger, policies, asOf as Day) };
}

const told = (changes: Written | readonly Written[], records: Records, asOf?: string): string[] =>
  scored(changes, records, asOf).journal.credits.map(({ on, unit, points, reason }) => `${on.slice(5)} ${unit} ${written(points)} ${reason.code}`);

const period = (key: string): Period => parsePeriod(key) as Period;
const points = (changes: Written | readonly Written[], records: Records, key: string): Record<string, string> => {
  const { journal, ledger } = scored(changes, records);
  return Object.fromEntries(
    standingsOf(period(key), journal, ledger).groups.flatMap(({ rows }) => rows.map((row) => [row.unit, written(row.points)])),
  );
};

const adopted = (rule: Written, more: Written = {}): Written => ({ rules: { adoption: { clause: '一', for: 'adoption', ...rule } }, ...more });

describe('an amount', () => {
  const bySize = (points: unknown, length: number): string[] => told(adopted({ points }), [s('s', { length }), a('1')]);
  it.each([
    [500, '1'],
    [501, '2'],
    [1000, '2'],
    [1001, '3'],
  ])('in bands: %s characters give %s', (length, given) => {
    expect(bySize({ by: 'length', bands: [{ up_to: 500, give: 1 }, { up_to: 1000, give: 2 }, { give: 3 }] }, length)).toEqual([
      `02-10 a ${given} counted`,
    ]);
  });
  it('in bands that end is not covered beyond them', () => {
    expect(bySize({ by: 'length', bands: [{ up_to: 500, give: 1 }] }, 600)).toEqual(['02-10 a 0 not-covered']);
  });
  it.each([
    [1999, '0'],
    [2000, '100'],
    [3999, '200'],
    [5000, '300'],
    [9000, '350'],
  ])('in steps: %s reads give %s', (reads, given) => {
    const amount = {
      by: '阅读量',
      steps: [
        { at: 2000, give: 100 },
        { at: 3000, give: 200 },
      ],
      each: 1000,
      more: 50,
      at_most: 350,
    };
    expect(told(adopted({ points: amount }), [s('s', { figures: { 阅读量: reads } }), a('1')])[0]).toContain(` ${given} `);
  });
  it('by the hundred characters, without a first step', () => {
    expect(bySize({ by: 'length', each: 100, more: 1 }, 399)).toEqual(['02-10 a 3 counted']);
  });
  it('as a multiple of a figure, within bounds', () => {
    const amount = { of: '上级得分', times: 0.5, at_least: 1, at_most: 4 };
    const given = (value: number): string | undefined =>
      told(adopted({ points: amount }), [s('s'), a('1', { figures: { 上级得分: value } })])[0]?.split(' ')[2];
    expect([1, 5, 20].map(given)).toEqual(['1', '2.5', '4']);
  });
  it('as somebody judged it, in its range only', () => {
    const amount = { judged: '质量', from: 0, to: 10 };
    const given = (value: number): string[] => told(adopted({ points: amount }), [s('s', { figures: { 质量: value } }), a('1')]);
    expect([given(8), given(11)]).toEqual([['02-10 a 8 counted'], ['02-10 a 0 not-covered']]);
  });
  it('that looks for a number which is not there is not covered', () => {
    for (const amount of [
      { by: '阅读量', bands: [{ give: 1 }] },
      { by: '阅读量', each: 1, more: 1 },
      { of: '阅读量', times: 2 },
      { judged: '质量', from: 0, to: 1 },
    ]) {
      expect(told(adopted({ points: amount }), [s('s'), a('1')])).toEqual(['02-10 a 0 not-covered']);
    }
  });
});

describe('a multiplier', () => {
  const rules = {
    base: { clause: '一', for: 'adoption', pool: '采用', points: 3 },
    front: { clause: '一', for: 'adoption', where: { position: '头版' }, pool: '采用', multiply: 2 },
    long: { clause: '一', for: 'adoption', where: { length: { above: 600 } }, pool: '采用', multiply: 1.5 },
  };
  it('multiplies what the fact has, in the order written, and books each part by its own rule', () => {
    const { journal } = scored({ rules, pools: { 采用: { combine: 'highest' } } }, [s('s'), a('1', { position: '头版', length: 700 })]);
    expect(journal.credits.map(({ rule, points: given }) => `${rule} ${written(given)}`)).toEqual(['base 3', 'front 3', 'long 3']);
  });
  it('has nothing to multiply where nothing was given', () => {
    expect(told({ rules: { front: rules.front }, pools: { 采用: { combine: 'highest' } } }, [s('s'), a('1', { position: '头版' })])).toEqual([
      '02-10 a 0 not-covered',
    ]);
  });
  it('may be a multiple of what the item has earned in a pool, and grows with it', () => {
    const twice = { ...rules, instruction: { clause: '一', for: 'instruction', multiple_of: { pool: '采用', times: 2 } } };
    const pools = { 采用: { combine: 'sum', at_most: 5 } };
    expect(told({ rules: twice, pools }, [s('s'), a('1'), i('1'), a('2', { on: '2026-03-01' })])).toEqual([
      '02-10 a 3 counted',
      '02-20 a 6 counted',
      '03-01 a 4 raised',
      '03-01 a 3 counted',
      '03-01 a -1 pool-capped',
    ]);
  });
});

describe('a pool', () => {
  const each = { points: { by: 'class', table: { 县级: 3, 市级: 6 } }, pool: '采用' };
  const four = [
    s('s'),
    a('1'),
    a('2', { on: '2026-02-11' }),
    a('3', { outlet: 'city', on: '2026-02-12' }),
    a('4', { outlet: 'city-app', on: '2026-02-13' }),
  ];
  it('may count the best few: a better one takes the place of the least', () => {
    expect(told(adopted(each, { pools: { 采用: { combine: 'highest', best: 2 } } }), four)).toEqual([
      '02-10 a 3 counted',
      '02-11 a 3 counted',
      '02-12 a 3 raised',
      '02-13 a 3 raised',
    ]);
  });
  it('may let the latest stage replace the ones before, even by less', () => {
    expect(
      told(adopted(each, { pools: { 采用: { combine: 'latest' } } }), [s('s'), a('1', { outlet: 'city' }), a('2', { on: '2026-02-11' })]),
    ).toEqual(['02-10 a 6 counted', '02-11 a -3 raised']);
  });
  it('may count once for each line of outlets', () => {
    expect(
      told(adopted(each, { pools: { 采用: { combine: 'highest', once_per: 'line' } } }), four).filter(
        (line) => line.endsWith(' counted') || line.endsWith('raised'),
      ),
    ).toHaveLength(2);
  });
  it('may be overridden by a fixed total', () => {
    const rules = { adoption: { clause: '一', for: 'adoption', ...each }, fixed: { clause: '一', for: 'instruction', overrides: true, points: 20 } };
    expect(told({ rules, pools: { 采用: { combine: 'sum' } } }, [s('s'), a('1'), i('1'), a('2', { on: '2026-03-01' })])).toEqual([
      '02-10 a 3 counted',
      '02-20 a -3 overridden',
      '02-20 a 20 counted',
      '03-01 a 0 overridden',
    ]);
  });
});

it('the second instruction may be worth less than the first', () => {
  const points = { by: 'ordinal', bands: [{ up_to: 1, give: 10 }, { up_to: 2, give: 5 }, { give: 1 }] };
  expect(
    told({ rules: { instruction: { clause: '一', for: 'instruction', points } } }, [
      s('s'),
      i('1'),
      i('2', { on: '2026-03-01' }),
      i('3', { on: '2026-04-01' }),
    ]),
  ).toEqual(['02-20 a 10 counted', '03-01 a 5 counted', '04-01 a 1 counted']);
});

describe('a shared item', () => {
  const item = s('s', {
    units: [
      { unit: 'a', weight: 3 },
      { unit: 'b', weight: 1 },
    ],
    authors: ['p', 'q', 'r'],
  });
  it('is shared by weight, or at a fixed amount for each', () => {
    expect(told(adopted({ points: 4 }, { items: { units: { otherwise: 'weight' } } }), [item, a('1')])).toEqual([
      '02-10 a 3 counted',
      '02-10 b 1 counted',
    ]);
    expect(told(adopted({ points: 4 }, { items: { units: { each: 2 } } }), [item, a('1')])).toEqual(['02-10 a 2 counted', '02-10 b 2 counted']);
  });
  it('gives each of several units half, and all to one that made it alone', () => {
    expect(told(adopted({ points: 4 }, { items: { units: { otherwise: 0.5 } } }), [item, a('1')])).toEqual([
      '02-10 a 2 counted',
      '02-10 b 2 counted',
    ]);
    expect(told(adopted({ points: 4 }, { items: { units: { otherwise: 0.5 } } }), [s('s'), a('1')])).toEqual(['02-10 a 4 counted']);
  });
  it('gives the editing office a part besides', () => {
    expect(told(adopted({ points: 4 }, { items: { units: { alone: 0.5, office: { unit: '办公室', part: 0.25 } } } }), [s('s'), a('1')])).toEqual([
      '02-10 a 2 counted',
      '02-10 office 1 counted',
    ]);
  });
  it.each([
    [{ first: 2 }, ['4', '4', '0']],
    [{ parts: [3, 2] }, ['2.4', '1.6', '0']],
  ])('is shared among its authors: %o', (authors, expected) => {
    const { journal } = scored(adopted({ points: 4 }, { items: { authors } }), [s('s', { authors: ['p', 'q', 'r'] }), a('1')]);
    expect(journal.credits[0]?.people.map((part) => written(part.points))).toEqual(expected);
  });
  it('may be shared differently in each account', () => {
    const rules = { points: { clause: '一', for: 'adoption', points: 4 }, fee: { clause: '一', for: 'adoption', ledger: '稿酬', points: 100 } };
    const { journal } = scored({ rules, ledgers: { 稿酬: { authors: 'first' } } }, [s('s', { authors: ['p', 'q'] }), a('1')]);
    expect(journal.credits.map(({ ledger, people }) => `${ledger} ${people.map((part) => written(part.points)).join('+')}`)).toEqual([
      '稿酬 100+0',
      '积分 4+4',
    ]);
  });
});

describe('a gate', () => {
  it('keeps out content, barred authors and barred outlets', () => {
    const filings = { excluded: [{ origin: '转载' }, { author_barred: true }] };
    expect(told(adopted({ points: 4 }, { filings }), [s('s', { origin: '转载' }), a('1')])).toEqual([
      '02-02 a 0 excluded-content',
      '02-10 a 0 excluded-content',
    ]);
    expect(told(adopted({ points: 4 }, { filings }), [s('s', { on: '2026-05-02', authors: ['q', 'p'] }), a('1', { on: '2026-07-01' })]).at(-1)).toBe(
      '07-01 a 0 excluded-content',
    );
    const unless = { outlet_barred: true };
    expect(
      told(adopted({ points: 4, unless }), [s('s'), a('1', { outlet: 'city', on: '2026-04-30' }), a('2', { outlet: 'city', on: '2026-05-01' })]),
    ).toEqual(['04-30 a 4 counted', '05-01 a 0 not-covered']);
  });
  it('asks for proof by a day', () => {
    const rule = { points: 4, where: { proof_days: { at_most: 30 } } };
    expect(told(adopted(rule), [s('s'), a('1', { proof_on: '2026-03-12' }), a('2', { proof_on: '2026-03-13' }), a('3')])).toEqual([
      '02-10 a 4 counted',
      '02-10 a 0 not-covered',
      '02-10 a 0 not-covered',
    ]);
  });
});

describe('a duty', () => {
  const duty = (changes: Written): Written => ({
    duties: { month: { clause: '一', title: '月任务', each: { unit: '甲' }, per: 'month', at_least: 2, ...changes } },
  });
  const on = (...days: string[]): Records => days.map((day, index) => s(`s${index}`, { on: day, category: index === 0 ? '调研' : '动态' }));
  it('may weigh what it counts', () => {
    const count = { weight: { by: 'category', table: { 调研: 3 }, otherwise: 1 } };
    expect(told(duty({ count, extra: { each: 1 } }), on('2026-01-05', '2026-01-06'), '2026-01-31')).toEqual(['01-31 a 2 duty-extra']);
  });
  it('may carry over what is beyond it, within the year', () => {
    const records = on('2026-01-05', '2026-01-06', '2026-01-07', '2026-02-08');
    expect(told(duty({ missed: -1, carry_over: 'year' }), records, '2026-03-31')).toEqual(['03-31 a -1 duty-missed']);
    expect(told(duty({ missed: -1 }), records, '2026-03-31')).toEqual(['02-28 a -1 duty-missed', '03-31 a -1 duty-missed']);
  });
  it('may give in proportion', () => {
    expect(told(duty({ at_least: 3, proportion: 10 }), on('2026-01-05'), '2026-01-31')).toEqual(['01-31 a 3.33 duty-missed']);
    expect(told(duty({ at_least: 1, proportion: 10 }), on('2026-01-05', '2026-01-06'), '2026-01-31')).toEqual(['01-31 a 10 duty-met']);
  });
  it('may be voluntary for some', () => {
    expect(told(duty({ missed: -1, voluntary: { unit_class: '科' } }), [], '2026-01-31')).toEqual([]);
  });
  it('may change from year to year', () => {
    const at_least = { by: 'year', table: { 2026: 1, 2027: 2 } };
    expect(told(duty({ per: 'year', at_least, met: 5, missed: -5 }), on('2026-01-05', '2027-01-05'), '2027-12-31')).toEqual([
      '12-31 a 5 duty-met',
      '12-31 a -5 duty-missed',
    ]);
  });
  it('may ask for a rate of adoption, in per cent', () => {
    const rate = duty({ count: { of: 'adoption-rate' }, at_least: 50, met: 5, missed: -5 });
    expect(told(rate, [...on('2026-01-05', '2026-01-06'), a('1', { submission: 's0', on: '2026-01-20' })], '2026-01-31')).toContain(
      '01-31 a 5 duty-met',
    );
    expect(told(rate, [...on('2026-01-05', '2026-01-06'), a('1', { submission: 's0', on: '2026-02-20' })], '2026-02-28')).toContain(
      '01-31 a -5 duty-missed',
    );
  });
  it('may count a figure', () => {
    const figures = duty({ count: { of: 'figure', where: { figure: '阅读量' } }, at_least: 1000, met: 1 });
    expect(
      told(
        figures,
        [f('1', { name: '阅读量', value: 600, on: '2026-01-10' }), f('2', { name: '阅读量', value: 400, on: '2026-01-20' })],
        '2026-01-31',
      ),
    ).toEqual(['01-31 a 1 duty-met']);
  });
  it.each(['adoptions', 'instructions', 'incidents'])('may count %s', (of) => {
    const records = [s('s'), a('1'), i('1'), x('1', { submission: 's', kind: '差错', on: '2026-02-21' })];
    expect(told({ ...duty({ count: { of }, at_least: 1, met: 7 }) }, records, '2026-02-28')).toContain('02-28 a 7 duty-met');
  });
});

describe('the rule of a month that is weak, three months that are, and a bad report', () => {
  const rules = {
    adoption: { clause: '一', for: 'adoption', points: 3 },
    bad: { clause: '一', for: 'incident', where: { kind: '负面报道' }, points: -10, charged_to: 'year', zeroes: 'month' },
  };
  const duties = {
    month: {
      clause: '一',
      title: '月综合得分',
      each: { unit: '甲' },
      per: 'month',
      count: { of: 'points' },
      at_least: 5,
      each_missing: -2,
      charged_to: 'year',
    },
  };
  const consequences = { weak: { clause: '一', each: { unit: '甲' }, when: { duty: 'month', times: 3, running: true }, says: '通报批评' } };
  const policy = { rules, duties, consequences };
  const records = [
    s('s'),
    a('1', { on: '2026-02-10' }),
    a('2', { on: '2026-02-12' }),
    x('1', { submission: 's', kind: '负面报道', on: '2026-02-11' }),
  ];

  it('charges the year with twice what is missing, and leaves the month alone', () => {
    expect(points(policy, [s('s'), a('1')], '2026-02')).toMatchObject({ a: '3' });
    // Eleven months without points miss 5 each, February misses 2: twice 57.
    expect(points(policy, [s('s'), a('1')], '2026')).toMatchObject({ a: '-111' });
  });
  it('sets the month of a bad report to zero, what comes after it too, and charges the year with ten', () => {
    expect(points(policy, records, '2026-02')).toMatchObject({ a: '0' });
    expect(told(policy, records, '2026-02-27').filter((line) => line.startsWith('02'))).toEqual([
      '02-10 a 3 counted',
      '02-11 a -10 counted',
      '02-11 a -3 zeroed',
      '02-12 a 3 counted',
      '02-12 a -3 zeroed',
    ]);
    expect(points({ rules }, records, '2026')).toMatchObject({ a: '-10' });
  });
  it('criticises after three months running, and counts anew from there', () => {
    const { journal } = scored(policy, [], '2026-07-31');
    expect(journal.notices.map(({ on, unit, says }) => `${on} ${unit} ${says}`)).toEqual(['2026-03-31 a 通报批评', '2026-06-30 a 通报批评']);
    expect(scored(policy, [s('s'), a('1', { on: '2026-02-10' }), a('2', { on: '2026-02-11' })], '2026-04-30').journal.notices).toEqual([]);
  });
});

describe('a consequence', () => {
  it('may follow a count in a period, with points, zero and disqualification', () => {
    const consequences = {
      slips: { clause: '一', when: { count: { of: 'incidents' }, at_least: 2, per: 'quarter' }, points: -5, bars: '评优', zeroes: 'quarter' },
    };
    const policy = adopted({ points: 3 }, { consequences });
    const records = [s('s'), a('1'), x('1', { kind: '差错', on: '2026-02-11' }), x('2', { kind: '差错', on: '2026-03-12' })];
    const { journal } = scored(policy, records);
    expect(journal.notices.map(({ on, unit, bars }) => `${on} ${unit} ${bars}`)).toEqual(['2026-03-12 a 评优']);
    expect(points(policy, records, '2026-Q1')).toMatchObject({ a: '-5' });
  });
  it.each(['a', 'z'])('that sets the month to zero comes after what the month lost on its last day, whatever it is called: %s', (name) => {
    const duties = { month: { clause: '一', title: '月任务', each: { unit: '甲' }, per: 'month', at_least: 2, each_missing: -2 } };
    const consequences = { [name]: { clause: '一', when: { duty: 'month' }, zeroes: 'month' } };
    expect(points(adopted({ points: 3 }, { duties, consequences }), [s('s'), a('1')], '2026-02')).toMatchObject({ a: '0' });
    expect(points(adopted({ points: 1 }, { duties, consequences }), [s('s'), a('1')], '2026-02')).toMatchObject({ a: '-1' });
  });
  it('may set the year to zero while the month already is', () => {
    const zeroes = (kind: string, span: string): Written => ({ clause: '一', for: 'incident', where: { kind }, zeroes: span });
    const rules = { adoption: { clause: '一', for: 'adoption', points: 3 }, month: zeroes('差错', 'month'), year: zeroes('负面报道', 'year') };
    const records = [s('s'), a('1', { on: '2026-03-02' }), a('2', { on: '2026-02-10' }), x('1', { kind: '差错', on: '2026-03-03' })];
    expect(points({ rules }, records, '2026')).toMatchObject({ a: '3' });
    expect(points({ rules }, [...records, x('2', { kind: '负面报道', on: '2026-03-04' })], '2026')).toMatchObject({ a: '0' });
  });
  it('may ask for misses that need not follow one another, within a year', () => {
    const duties = { month: { clause: '一', title: '月任务', each: { unit: '甲' }, per: 'month', at_least: 1 } };
    const consequences = { two: { clause: '一', when: { duty: 'month', times: 2, per: 'year' }, says: '约谈' } };
    expect(scored({ duties, consequences }, [s('s', { on: '2026-02-02' })], '2026-03-31').journal.notices.map(({ on }) => on)).toEqual([
      '2026-03-31',
    ]);
  });
});

describe('points that fall on others', () => {
  const fault = (falls_on: string): Written => ({ rules: { fault: { clause: '一', for: 'incident', points: -2, falls_on } } });
  it.each([
    ['children', 'bureau', ['a', 'b', 'bureau']],
    ['parent', 'a', ['a', 'bureau']],
    ['parent', 'bureau', ['bureau']],
    ['class', 'a', ['a', 'b']],
  ])('on the %s of %s', (falls_on, unit, expected) => {
    const { journal } = scored(fault(falls_on), [x('1', { unit, kind: '差错', on: '2026-02-11' })]);
    expect(journal.credits.map((credit) => `${credit.unit} ${written(credit.points)}`)).toEqual(expected.map((each) => `${each} -2`));
  });
  it.each([
    ['a', ['bureau -2 counted']],
    ['bureau', ['bureau 0 not-covered']],
  ])('on the unit above %s alone', (unit, expected) => {
    const rules = { fault: { clause: '一', for: 'incident', points: -2, falls_on: { only: 'parent' } } };
    const { journal } = scored({ rules }, [x('1', { unit, kind: '差错', on: '2026-02-11' })]);
    expect(journal.credits.map((credit) => `${credit.unit} ${written(credit.points)} ${credit.reason.code}`)).toEqual(expected);
  });
});

describe('a total', () => {
  it('may be capped for some rules only', () => {
    const policy = adopted({ points: 3 }, { limits: { cap: { clause: '一', rules: ['adoption'], at_most: 4, per: 'month' } } });
    expect(told(policy, [s('s'), a('1'), a('2', { on: '2026-02-11' })])).toEqual([
      '02-10 a 3 counted',
      '02-11 a 3 counted',
      '02-11 a -2 cap-reached',
    ]);
  });
  it('may become a part of another assessment at the end of the year', () => {
    const policy = adopted({ points: 30 }, { conversions: { merit: { clause: '一', into: '绩效', per: 'year', times: 0.1, at_most: 2 } } });
    const { journal } = scored(policy, [s('s'), a('1')]);
    expect(journal.credits.filter(({ ledger }) => ledger === '绩效').map(({ on, points: given }) => `${on} ${written(given)}`)).toEqual([
      '2026-12-31 2',
    ]);
    expect(scored(policy, [s('s'), a('1')], '2026-12-30').journal.credits.map(({ ledger }) => ledger)).toEqual(['积分']);
  });
});

describe('a ranking', () => {
  const two = { filing: { clause: '一', for: 'submission', points: 1 }, adoption: { clause: '一', for: 'adoption', points: 10 } };
  const records = [s('s'), a('1'), s('t', { units: ['b'] })];
  it('may be made up of weighted modules with caps', () => {
    const modules = { 报送: { rules: ['filing'], weight: 10 }, 采用: { rules: ['adoption'], weight: 0.5, at_most: 8 } };
    // 甲: 1 × 10 + 8 × 0.5; 乙: 1 × 10.
    expect(
      points(
        { rules: two, ranking: { modules } },
        records.filter(([path]) => !path.includes('/t.')),
        '2026',
      ),
    ).toMatchObject({ a: '14', b: '0' });
    expect(points({ rules: two, ranking: { modules, by: 'year-to-date' } }, records.slice(0, 2), '2026-03')).toMatchObject({ a: '14' });
  });
  it('may roll points up to the unit above', () => {
    expect(points({ rules: two, ranking: { rolled_up: true } }, records.slice(0, 2), '2026')).toEqual({ bureau: '11', office: '0' });
  });
  it('may have groups of its own', () => {
    const { journal, ledger } = scored(
      { rules: two, ranking: { groups: { 二组: { unit: '乙' }, 一组: { unit_class: '科' } } } },
      records.slice(0, 2),
    );
    expect(standingsOf(period('2026'), journal, ledger).groups.map(({ group, rows }) => [group, rows.map(({ unit }) => unit)])).toEqual([
      [null, ['bureau', 'office']],
      ['二组', ['b']],
      ['一组', ['a']],
    ]);
  });
  it('keeps ordinances that stand side by side apart', () => {
    const first = adopted({ points: 3 }, { subjects: { unit_class: '科' } });
    const second = adopted(
      { points: 7 },
      { id: 'other', title: '另一办法', subjects: { unit_class: '处' }, in_force: { from: '2026-01-01', beside: ['small'] } },
    );
    const own = ['data/submissions/office/2026/o.yaml', { title: '办公室稿件', unit: 'office', on: '2026-02-02' }] as const;
    const world = [s('s'), a('1'), own, a('2', { submission: 'o' })];
    expect(told([first, second], world)).toEqual(['02-10 a 3 counted', '02-10 office 7 counted']);
    const { journal, ledger } = scored([first, second], world);
    expect(standingsOf(period('2026'), journal, ledger).groups.map(({ rows }) => rows.map(({ unit }) => unit))).toHaveLength(2);
  });
});

describe('an award', () => {
  const award = (changes: Written): Written => ({
    rules: { filing: { clause: '一', for: 'submission', points: 1 } },
    awards: { best: { clause: '一', title: '先进', of: 'units', per: 'year', ...changes } },
  });
  const records = [s('s'), s('t'), ['data/submissions/b/2026/u.yaml', { title: '乙稿', unit: 'b', on: '2026-02-02' }] as const];
  const given = (changes: Written) => {
    const { journal, ledger } = scored(award(changes), records);
    return awardsOf(period('2026'), journal, ledger)[0];
  };
  it('may go to all above a mark', () => {
    expect(given({ mark: 1 })).toMatchObject({ places: 2, sure: ['a', 'b'] });
  });
  it('may set amounts by rank', () => {
    expect(given({ places: 2, amounts: [300, 200] })).toMatchObject({ sure: ['a', 'b'], amounts: { a: 300, b: 200 } });
  });
  it('may name the last', () => {
    expect(given({ places: 2, from: 'bottom', ties: 'all' })).toMatchObject({ sure: ['bureau', 'office'] });
  });
  it('may leave out the barred, and those who missed a duty', () => {
    const eligibility = { none: { clause: '一', bars: '评优', per: 'year', lasts: 'year', at_most: 1 } };
    const duties = { month: { clause: '一', title: '月任务', each: { unit: '甲' }, per: 'month', at_least: 1 } };
    const admitted = (changes: Written, more: Written) => {
      const { journal, ledger } = scored({ ...award(changes), ...more }, records);
      return awardsOf(period('2026'), journal, ledger)[0]?.sure;
    };
    expect(admitted({ places: 1, unless_barred: true }, { eligibility })).toEqual(['a']);
    expect(admitted({ places: 1, needs_met: 'month' }, { duties })).toEqual(['b']);
  });
});

describe('limits together', () => {
  const days = ['2026-01-05', '2026-01-06', '2026-02-05', '2026-02-06', '2026-03-05'];
  const records = [s('s', { on: '2026-01-02' }), ...days.map((on, index) => a(String(index), { on }))];
  const month = { clause: '一', rules: ['adoption'], at_most: 4, per: 'month' };
  const year = { clause: '一', rules: ['adoption'], at_most: 9, per: 'year' };
  it.each([{ limits: { month, year } }, { limits: { year, month } }])(
    'the year counts what the month has left, in whatever order they stand',
    ({ limits }) => {
      const policy = adopted({ points: 3 }, { limits });
      expect(['2026-01', '2026-02', '2026-03'].map((key) => points(policy, records, key).a)).toEqual(['4', '4', '1']);
    },
  );
  it('see a day as a whole, so that nothing depends on what comes first in it', () => {
    const rules = { adoption: { clause: '一', for: 'adoption', points: 5 }, slip: { clause: '一', for: 'incident', points: -12 } };
    const limits = { floor: { clause: '一', at_least: 0, per: 'year' } };
    const bases = { start: { clause: '一', points: 10, per: 'year' } };
    const day = [s('s'), a('1', { on: '2026-02-11' }), x('1', { kind: '差错', on: '2026-02-11' })];
    expect(points({ rules, limits, bases }, day, '2026')).toMatchObject({ a: '3' });
  });
  it('may be set on each item over all its pools, for the authors too', () => {
    const rules = { adoption: { clause: '一', for: 'adoption', points: 3 }, instruction: { clause: '一', for: 'instruction', points: 4 } };
    const limits = { item: { clause: '一', at_most: 5, per: 'item' } };
    const { journal } = scored({ rules, limits }, [s('s', { authors: ['p'] }), a('1'), i('1')]);
    expect(journal.credits.map((credit) => [written(credit.points), credit.people.map((part) => written(part.points))])).toEqual([
      ['3', ['3']],
      ['4', ['4']],
      ['-2', ['-2']],
    ]);
  });
  it('may be set on what an item loses in a pool', () => {
    const rules = { slip: { clause: '一', for: 'incident', points: -1, times: 'count', pool: '差错' } };
    const slips = [2, 4].map((count, index) => x(String(index), { submission: 's', kind: '差错', count, on: `2026-02-1${index + 1}` }));
    expect(points({ rules, pools: { 差错: { combine: 'sum', at_least: -3 } } }, [s('s'), ...slips], '2026')).toMatchObject({ a: '-3' });
  });
});

describe('what is known at the end', () => {
  it('what is beyond a weekly duty, once every week of the month is met', () => {
    const weekly = { clause: '一', title: '周任务', each: { unit: '甲' }, per: 'week', at_least: 1, extra: { each: 1, needs_all_of: 'month' } };
    const filed = (days: readonly number[]) => days.map((day) => s(`f${day}`, { on: `2026-02-${String(day).padStart(2, '0')}` }));
    // The weeks of February 2026 by their Thursdays: from the 2nd, 9th, 16th and 23rd.
    expect(points({ duties: { weekly } }, filed([2, 3, 4, 9, 16, 23]), '2026-02')).toMatchObject({ a: '2' });
    expect(points({ duties: { weekly } }, filed([2, 3, 4, 9, 16]), '2026-02')).toMatchObject({ a: '0' });
  });
  it('a rate of adoption is judged at the end, even where a duty is booked as it is met', () => {
    const rate = {
      clause: '一',
      title: '采用率',
      each: { unit: '甲' },
      per: 'month',
      count: { of: 'adoption-rate' },
      at_least: 50,
      met: 5,
      book: 'as-met',
    };
    expect(told({ duties: { rate } }, [s('s'), a('1')], '2026-02-27').filter((line) => line.includes('duty'))).toEqual([]);
    expect(told({ duties: { rate } }, [s('s'), a('1')], '2026-02-28')).toContain('02-28 a 5 duty-met');
  });
  it('the part of the editing office counts for no author', () => {
    const items = { units: { office: { unit: '办公室', part: 0.5 } } };
    const { journal } = scored(adopted({ points: 4 }, { items }), [s('s', { authors: ['p'] }), a('1')]);
    expect(journal.credits.map(({ unit, people }) => `${unit} ${people.length}`)).toEqual(['a 1', 'office 0']);
  });
});
