/** The corners of scoring that the cases of the shipped ordinances do not reach; what is expected follows from the small ordinance below. */
import { describe, expect, it } from 'vitest';
import { openLedger } from '../../src/ledger/open.ts';
import type { Day } from '../../src/model/day.ts';
import { type Period, parsePeriod } from '../../src/model/period.ts';
import { written } from '../../src/model/points.ts';
import type { Ledger } from '../../src/model/records.ts';
import type { Credit } from '../../src/scoring/credit.ts';
import { keepJournal } from '../../src/scoring/journal.ts';
import { barsIn } from '../../src/standings/eligibility.ts';
import { peopleStandings } from '../../src/standings/people.ts';
import { remindersIn } from '../../src/standings/reminders.ts';
import { standingsOf } from '../../src/standings/standings.ts';
import { policyFrom } from '../support/policies.ts';

type Written = Record<string, unknown>;

const ORDINANCE: Written = {
  id: 'small',
  title: '小办法',
  in_force: { from: '2026-01-01' },
  clauses: { 一: '采用计分', 二: '任务', 三: '资格' },
  outlets: { 县级: { level: '县' }, 市级: { level: '市' } },
  rules: {
    filing: { clause: '一', for: 'submission', points: 1 },
    county: { clause: '一', for: 'adoption', where: { class: '县级' }, pool: '采用', points: 3 },
    city: { clause: '一', for: 'adoption', where: { class: '市级' }, pool: '采用', points: 6 },
  },
  pools: { 采用: { combine: 'highest' } },
};

const REGISTERS: Record<string, Written> = {
  'data/site.yaml': { organisation: '某局', policies: ['small'] },
  'data/units.yaml': {
    units: [
      { id: 'a', name: '甲', class: '科' },
      { id: 'b', name: '乙', class: '科', parent: 'c' },
      { id: 'c', name: '丙', class: '处' },
    ],
  },
  'data/people.yaml': {
    people: [
      { id: 'p', name: '张', unit: 'a' },
      { id: 'q', name: '王', unit: 'b' },
      { id: 'r', name: '赵', unit: 'c' },
    ],
  },
  'data/outlets.yaml': {
    outlets: [
      { id: 'county', name: '县网', level: '县', channel: '网站' },
      { id: 'city', name: '市网', level: '市', channel: '网站' },
      { id: 'open', name: '新媒体', level: '未定', channel: '客户端' },
      { id: 'none', name: '内参', channel: '内刊' },
    ],
  },
};

const submission = (id: string, record: Written, unit = 'a'): [string, Written] => [
  `data/submissions/${unit}/2026/${id}.yaml`,
  { title: `稿件${id}`, ...('units' in record ? {} : { unit }), on: '2026-02-02', ...record },
];
const adoption = (id: string, record: Written): [string, Written] => [
  `data/adoptions/2026/${id}.yaml`,
  { submission: 's', outlet: 'county', on: '2026-02-10', ...record },
];

interface World {
  readonly ordinance?: Written;
  readonly others?: readonly Written[];
  readonly registers?: Record<string, Written>;
  readonly records: readonly [string, Written][];
  readonly asOf?: string;
}

function journalOf({ ordinance = {}, others = [], registers = {}, records, asOf = '2026-12-31' }: World) {
  const { ledger, findings } = openLedger(new Map<string, unknown>([...Object.entries({ ...REGISTERS, ...registers }), ...records]));
  expect(findings).toEqual([]);
  const policies = [...others, { ...ORDINANCE, ...ordinance }].map((value) => policyFrom(String(value.id), value));
  return { ledger: ledger as Ledger, journal: keepJournal(ledger as Ledger, policies, asOf as Day) };
}

/** Credits as `day unit points reason`, in order. */
const told = (world: World, only: (credit: Credit) => boolean = () => true): string[] =>
  journalOf(world)
    .journal.credits.filter(only)
    .map(({ on, unit, points, reason }) => `${on} ${unit} ${written(points)} ${reason.code}`);
const adoptionsOnly = ({ kind }: Credit): boolean => kind === 'adoption';
const period = (key: string): Period => parsePeriod(key) as Period;

describe('what is filed', () => {
  it('earns nothing once it is refused, and says so', () => {
    expect(told({ records: [submission('s', { rejected: '2026-02-05' })] })).toEqual(['2026-02-02 a 0 rejected']);
    expect(told({ records: [submission('s', { rejected: '2026-02-05' })], asOf: '2026-02-04' })).toEqual(['2026-02-02 a 1 counted']);
  });
  it('earns nothing while it is returned, and as usual once it is accepted', () => {
    const rounds = [{ returned: '2026-02-05', revised: '2026-02-07' }];
    expect(told({ records: [submission('s', { rounds, accepted: '2026-03-01' })], asOf: '2026-02-20' })).toEqual(['2026-02-02 a 0 returned']);
    expect(told({ records: [submission('s', { rounds, accepted: '2026-03-01' })] })).toEqual(['2026-02-02 a 1 counted']);
    expect(told({ ordinance: { filings: { dated: 'accepted' } }, records: [submission('s', { rounds, accepted: '2026-03-01' })] })).toEqual([
      '2026-03-01 a 1 counted',
    ]);
  });
  it('may be revised only so often', () => {
    const rounds = [
      { returned: '2026-02-05', revised: '2026-02-07' },
      { returned: '2026-02-08', revised: '2026-02-09' },
    ];
    const world = (revisions: number): World => ({
      ordinance: { filings: { revisions } },
      records: [submission('s', { rounds, accepted: '2026-02-10' })],
    });
    expect(told(world(2))).toEqual(['2026-02-02 a 1 counted']);
    expect(told(world(1))).toEqual(['2026-02-02 a 0 too-many-revisions']);
  });
  it('is not seen before its day', () => {
    expect(told({ records: [submission('s', {}), adoption('x', {})], asOf: '2026-02-01' })).toEqual([]);
  });
  it('needs the steps of the chain of its unit’s class, where a chain is given at all', () => {
    const approval = { clause: '一', chains: [{ each: { unit_class: '科' }, steps: ['科长', { step: '局长', where: { important: true } }] }] };
    const record = { approvals: [{ step: '科长' }] };
    expect(told({ ordinance: { approval }, records: [submission('s', record)] })).toEqual(['2026-02-02 a 1 counted']);
    expect(told({ ordinance: { approval }, records: [submission('s', { ...record, important: true })] })).toEqual(['2026-02-02 a 0 unapproved']);
    expect(told({ ordinance: { approval }, records: [submission('s', { approvals: [] }, 'c')] })).toEqual(['2026-02-02 c 1 counted']);
  });
});

describe('what is adopted', () => {
  it('books the difference when a better outlet follows, and sets aside what is not better', () => {
    const records = [
      submission('s', {}),
      adoption('1', {}),
      adoption('2', { outlet: 'city', on: '2026-03-01' }),
      adoption('3', { on: '2026-04-01' }),
    ];
    expect(told({ records }, adoptionsOnly)).toEqual(['2026-02-10 a 3 counted', '2026-03-01 a 3 raised', '2026-04-01 a 0 better-counted']);
  });
  it('earns nothing where the outlet has no class, for the reason that the register gives', () => {
    const records = [submission('s', {}), adoption('1', { outlet: 'open' }), adoption('2', { outlet: 'none', on: '2026-02-11' })];
    expect(told({ records }, adoptionsOnly)).toEqual(['2026-02-10 a 0 level-open', '2026-02-11 a 0 not-covered']);
  });
  it('earns nothing where the table has no entry', () => {
    const rules = { county: { clause: '一', for: 'adoption', where: { class: '县级' }, points: { by: 'form', table: { 综合: 3 } } } };
    expect(told({ ordinance: { rules }, records: [submission('s', { form: '图文' }), adoption('1', {})] }, adoptionsOnly)).toEqual([
      '2026-02-10 a 0 not-covered',
    ]);
  });
  it('before any ordinance earns nothing, and is not forgotten', () => {
    const records = [submission('s', { on: '2025-12-01' }), adoption('1', { on: '2025-12-05' })];
    expect(told({ records })).toEqual(['2025-12-05 a 0 no-ordinance']);
  });
  it('is judged by the ordinance of its day, and never earns more than its best under both', () => {
    const old: Written = { ...ORDINANCE, id: 'old', in_force: { from: '2025-01-01' } };
    const records = [submission('s', { on: '2025-12-01' }), adoption('1', { on: '2025-12-05' }), adoption('2', { outlet: 'city', on: '2026-01-05' })];
    expect(told({ others: [old], records }, adoptionsOnly)).toEqual(['2025-12-05 a 3 counted', '2026-01-05 a 3 raised']);
  });
});

describe('an item that units share', () => {
  const shared = submission('s', {
    units: [
      { unit: 'a', mark: '单' },
      { unit: 'b', mark: '综' },
    ],
    authors: ['p', 'q', 'r'],
  });
  it('gives each its part by mark, and the mark of an adoption goes before that of the item', () => {
    const ordinance = { items: { units: { by: 'mark', table: { 单: 1, 综: 0.5 } } } };
    const records = [shared, adoption('1', { outlet: 'city' }), adoption('2', { outlet: 'city', on: '2026-03-01', marks: { b: '单' } })];
    expect(told({ ordinance, records }, adoptionsOnly)).toEqual([
      '2026-02-10 a 6 counted',
      '2026-02-10 b 3 counted',
      '2026-03-01 a 0 better-counted',
      '2026-03-01 b 3 raised',
    ]);
  });
  it('is divided as the ordinance rounds', () => {
    const ordinance = {
      items: { units: { otherwise: 'equal' } },
      rounding: { places: 1, mode: 'half-up' },
      rules: { county: { clause: '一', for: 'adoption', points: 0.5 } },
    };
    expect(told({ ordinance, records: [shared, adoption('1', {})] }, adoptionsOnly)).toEqual([
      '2026-02-10 a 0.3 counted',
      '2026-02-10 b 0.3 counted',
    ]);
  });
  it('counts for the authors of each unit, and for those of none with the leading one', () => {
    const { journal } = journalOf({ records: [shared, adoption('1', {})] });
    expect(journal.credits.filter(adoptionsOnly).map(({ unit, people }) => [unit, people.map(({ person }) => person)])).toEqual([
      ['a', ['p', 'r']],
      ['b', ['q']],
    ]);
  });
  it.each([
    ['full', ['3', '3', '3']],
    ['equal', ['1', '1', '1']],
    ['first', ['3', '0', '0']],
  ])('gives its authors their parts: %s', (authors, expected) => {
    const ordinance = { items: { authors }, rounding: { places: 2, mode: 'down' } };
    const registers = { 'data/people.yaml': { people: ['p', 'q', 'r'].map((id) => ({ id, name: id, unit: 'a' })) } };
    const { journal, ledger } = journalOf({ registers, ordinance, records: [submission('s', { authors: ['p', 'q', 'r'] }), adoption('1', {})] });
    expect(journal.credits.filter(adoptionsOnly)[0]?.people.map(({ points }) => written(points))).toEqual(expected);
    expect(peopleStandings(period('2026-02'), journal, ledger)).toHaveLength(3);
  });
});

describe('one story filed by two units', () => {
  const records = [submission('s', {}), submission('t', { on: '2026-02-03', same_as: 's' }, 'b'), adoption('1', { submission: 't' })];
  it.each([
    ['first-filed', ['2026-02-10 a 3 counted', '2026-02-10 b 0 same-story']],
    ['named', ['2026-02-10 b 3 counted']],
    ['shared', ['2026-02-10 a 3 counted', '2026-02-10 b 3 counted']],
  ])('goes to the %s', (same_story, expected) => {
    expect(told({ ordinance: { items: { same_story } }, records }, adoptionsOnly)).toEqual(expected);
  });
  it('of the same day goes to the first id, and a third copy belongs to them', () => {
    const three = [
      submission('s', {}),
      submission('t', { same_as: 's' }, 'b'),
      submission('u', { same_as: 't' }, 'c'),
      adoption('1', { submission: 'u' }),
    ];
    expect(told({ records: three }, adoptionsOnly)).toEqual(['2026-02-10 a 3 counted', '2026-02-10 c 0 same-story']);
  });
});

describe('what is owed', () => {
  const rules = {
    met: { clause: '二', for: 'obligation', where: { outcome: '按时' }, points: 2 },
    missed: { clause: '二', for: 'obligation', where: { outcome: '未按时' }, points: -2 },
    late: { clause: '二', for: 'obligation', where: { outcome: '逾期' }, points: -0.5 },
  };
  const obligation = (record: Written): [string, Written] => [
    'data/obligations/2026/k.yaml',
    { kind: '约稿', title: '约稿', on: '2026-03-01', units: ['a'], ...record },
  ];
  const answer = (id: string, on: string): [string, Written] => submission(id, { on, answers: 'k' });

  it('is met in time, late, or missed', () => {
    expect(told({ ordinance: { rules }, records: [obligation({ due: '2026-03-10' }), answer('s', '2026-03-10')] })).toEqual([
      '2026-03-10 a 2 counted',
    ]);
    expect(told({ ordinance: { rules }, records: [obligation({ due: '2026-03-10' }), answer('s', '2026-03-12')] })).toEqual([
      '2026-03-10 a -2 deadline-missed',
      '2026-03-12 a -0.5 counted',
    ]);
    expect(told({ ordinance: { rules }, records: [obligation({ due: '2026-03-10' })] })).toEqual(['2026-03-10 a -2 deadline-missed']);
    expect(told({ ordinance: { rules }, records: [obligation({ due: '2026-03-10' })], asOf: '2026-03-09' })).toEqual([]);
  });
  it('without a day is missed only when the office says so', () => {
    expect(told({ ordinance: { rules }, records: [obligation({})] })).toEqual([]);
    expect(told({ ordinance: { rules }, records: [obligation({}), answer('s', '2026-09-01')] })).toEqual(['2026-09-01 a 2 counted']);
    expect(told({ ordinance: { rules }, records: [obligation({ lapsed: [{ unit: 'a', on: '2026-05-01' }] })] })).toEqual(['2026-05-01 a -2 counted']);
  });
  it('by nobody in particular is owed by every unit in service', () => {
    const registers = {
      'data/units.yaml': {
        units: [
          { id: 'a', name: '甲', class: '科' },
          { id: 'b', name: '乙', class: '科', from: '2026-06-01' },
        ],
      },
      'data/people.yaml': { people: [] },
    };
    expect(
      told({
        registers,
        ordinance: { rules },
        records: [['data/obligations/2026/k.yaml', { kind: '会议', title: '会议', on: '2026-03-01', due: '2026-03-05' }]],
      }),
    ).toEqual(['2026-03-05 a -2 deadline-missed']);
  });
  it('is answered by the first filing that counts', () => {
    const records = [
      obligation({ due: '2026-03-10' }),
      answer('t', '2026-03-04'),
      answer('s', '2026-03-04'),
      submission('r', { on: '2026-03-02', answers: 'k', rejected: '2026-03-03' }),
    ];
    expect(
      journalOf({ ordinance: { rules }, records })
        .journal.credits.filter(({ kind }) => kind === 'obligation')
        .map(({ item }) => item),
    ).toEqual(['s']);
  });
  it.each([
    ['calendar', '2026-10-06'],
    ['inclusive', '2026-10-05'],
    ['working', '2026-10-10'],
  ])('within five days, counted as %s, ends on %s', (counting, due) => {
    const registers = {
      'data/site.yaml': { organisation: '某局', policies: ['small'], days_off: ['2026-10-05', '2026-10-06'], working_weekends: ['2026-10-10'] },
    };
    const ordinance = { rules, deadlines: { 会议: { clause: '二', days: 5, counting } } };
    expect(told({ registers, ordinance, records: [obligation({ kind: '会议', on: '2026-10-01' })] })).toEqual([`${due} a -2 deadline-missed`]);
  });
});

describe('a quota', () => {
  const duty = (changes: Written): Written => ({
    rules: {},
    duties: { month: { clause: '二', title: '月任务', per: 'month', at_least: 1, missed: -1, ...changes } },
  });
  const february = ({ on }: Credit): boolean => on <= '2026-02-28';

  it('is owed by units that serve the whole period, are ranked and are assessed', () => {
    const registers = {
      'data/units.yaml': {
        units: [
          { id: 'a', name: '甲', class: '科' },
          { id: 'b', name: '乙', class: '科', from: '2026-01-02' },
          { id: 'c', name: '丙', class: '科', to: '2026-02-27' },
          { id: 'd', name: '丁', class: '科', excluded: '新成立' },
        ],
      },
    };
    expect(told({ registers: { ...registers, 'data/people.yaml': { people: [] } }, ordinance: duty({}), records: [] }, february)).toEqual([
      '2026-01-31 a -1 duty-missed',
      '2026-01-31 c -1 duty-missed',
      '2026-02-28 a -1 duty-missed',
      '2026-02-28 b -1 duty-missed',
    ]);
  });
  it('is not owed before the ledger was begun', () => {
    const registers = { 'data/site.yaml': { organisation: '某局', policies: ['small'], since: '2026-02-01' } };
    expect(told({ registers, ordinance: duty({}), records: [] }, february).map((line) => line.slice(0, 12))).toEqual([
      '2026-02-28 a',
      '2026-02-28 b',
      '2026-02-28 c',
    ]);
  });
  it('may be the unit’s own, or none', () => {
    const registers = {
      'data/units.yaml': {
        units: [
          { id: 'a', name: '甲', class: '科', quotas: { month: 0 } },
          { id: 'b', name: '乙', class: '处' },
        ],
      },
      'data/people.yaml': { people: [] },
    };
    const at_least = { by: 'unit_class', table: { 科: 1 } };
    expect(told({ registers, ordinance: duty({ at_least, met: 1 }), records: [] }, february)).toEqual([
      '2026-01-31 a 1 duty-met',
      '2026-02-28 a 1 duty-met',
    ]);
    expect(told({ registers, ordinance: duty({ at_least, met: 1, book: 'as-met' }), records: [] }, february)).toEqual([
      '2026-01-01 a 1 duty-met',
      '2026-02-01 a 1 duty-met',
    ]);
  });
  it('counts what the units below file, where it says so', () => {
    const records = [submission('s', { on: '2026-01-05' }, 'b'), submission('t', { on: '2026-02-05' }, 'b')];
    expect(told({ ordinance: duty({ subtree: true, each: { unit_class: '处' } }), records }, february)).toEqual([]);
    expect(told({ ordinance: duty({ each: { unit_class: '处' } }), records }, february)).toEqual([
      '2026-01-31 c -1 duty-missed',
      '2026-02-28 c -1 duty-missed',
    ]);
  });
  it('and its extra may be capped together', () => {
    const records = [1, 2, 3, 4].map((number) => submission(`s${number}`, { on: `2026-01-0${number}` }));
    const capped = duty({ missed: undefined, met: 2, extra: { each: 1 }, at_most: 3, each: { unit: '甲' } });
    delete ((capped.duties as Record<string, Written>).month as Written).missed;
    expect(told({ ordinance: capped, records })).toEqual(['2026-01-31 a 2 duty-met', '2026-01-31 a 1 cap-reached']);
  });
  it('that is missed may cost by the piece', () => {
    expect(
      told(
        {
          ordinance: duty({ at_least: 3, missed: undefined, each_missing: -0.1, each: { unit: '甲' } }),
          records: [submission('s', { on: '2026-01-05' })],
        },
        ({ on }) => on === '2026-01-31',
      ),
    ).toEqual(['2026-01-31 a -0.2 duty-missed']);
  });
  it('is running until its period is over, with what is still to do', () => {
    const { journal, ledger } = journalOf({
      ordinance: duty({ at_least: 3, each: { unit: '甲' } }),
      records: [submission('s', { on: '2026-02-05' })],
      asOf: '2026-02-10',
    });
    const [row] = standingsOf(period('2026-02'), journal, ledger).groups[0]?.rows ?? [];
    expect(row?.quotas).toMatchObject([{ duty: 'month', state: 'running', count: 1, quota: 3, forecast: { missing: 2, by: '2026-02-28' } }]);
  });
  it('reminds at the half month and at the end', () => {
    const reminders = [{ clause: '二', duty: 'month', at: ['half-month', 'period-end'], when: 'short' }];
    const { journal } = journalOf({
      ordinance: { ...duty({ at_least: 2, each: { unit: '甲' } }), reminders },
      records: [submission('s', { on: '2026-01-05' })],
      asOf: '2026-01-31',
    });
    expect(remindersIn(period('2026-01'), journal).map(({ on, count, quota }) => [on, count, quota])).toEqual([
      ['2026-01-15', 1, 2],
      ['2026-01-31', 1, 2],
    ]);
  });
});

describe('eligibility', () => {
  const eligibility = { half: { clause: '三', bars: '评优', per: 'half-year', lasts: 'year' } };
  it('is lost with the half-year, and until it is over only in danger', () => {
    const { journal, ledger } = journalOf({ ordinance: { eligibility }, records: [submission('s', { on: '2026-03-01' })], asOf: '2026-08-01' });
    expect(barsIn(period('2026'), journal, ledger).map(({ unit, cause, final }) => `${unit} ${cause.key} ${final}`)).toEqual([
      'b 2026-H1 true',
      'c 2026-H1 true',
      'a 2026-H2 false',
      'b 2026-H2 false',
      'c 2026-H2 false',
    ]);
  });
  it('is judged from the day the ordinance begins, where it says so', () => {
    const ordinance = { in_force: { from: '2026-03-01' }, eligibility: { half: { ...eligibility.half, first_period: 'containing-from-start' } } };
    const { journal, ledger } = journalOf({
      ordinance,
      records: [submission('s', { on: '2026-02-01' }), submission('t', { on: '2026-03-01' }, 'b')],
      asOf: '2026-06-30',
    });
    expect(barsIn(period('2026'), journal, ledger).map(({ unit }) => unit)).toEqual(['a', 'c']);
  });
});

describe('standings', () => {
  it('show the subtotal of a unit above others, and name who is left out and why', () => {
    const registers = {
      'data/units.yaml': {
        units: [
          { id: 'a', name: '甲', class: '科', parent: 'c' },
          { id: 'b', name: '乙', class: '科', parent: 'a' },
          { id: 'c', name: '丙', class: '处', excluded: '领导机构' },
        ],
      },
    };
    const { journal, ledger } = journalOf({
      registers,
      records: [submission('s', {}), submission('t', {}, 'b'), adoption('1', { submission: 't' })],
    });
    const standings = standingsOf(period('2026-02'), journal, ledger);
    expect(standings.subtotals.map(({ unit, points }) => `${unit} ${written(points)}`)).toEqual(['c 5', 'a 5']);
    expect(standings.excluded).toEqual([{ unit: 'c', reason: '领导机构' }]);
    expect(written(standings.total)).toBe('5');
  });
  it('of a time without an ordinance rank nobody', () => {
    const { journal, ledger } = journalOf({ records: [] });
    expect(standingsOf(period('2024'), journal, ledger)).toMatchObject({ policy: null, groups: [{ rows: [] }], closed: true });
  });
  it('list a tie across the last place whole', () => {
    const { journal, ledger } = journalOf({
      ordinance: { ranking: { top: 1, bottom: 1 } },
      records: [submission('s', {}), submission('t', {}, 'b')],
    });
    expect(standingsOf(period('2026-02'), journal, ledger).groups[0]).toMatchObject({
      top: { units: ['a', 'b'], tieAcross: true },
      bottom: { units: ['c'], tieAcross: false },
    });
  });
});
