/** Who is reminded of what and when: by hand from 赣州市医保字〔2020〕33号 (半月一提醒, 5天, 20天, 附件3) on its example ledger, and from a small ordinance. */
import { rmSync } from 'node:fs';
import { afterAll, describe, expect, it, test } from 'vitest';
import { openLedger } from '../../src/ledger/open.ts';
import { addDays, type Day } from '../../src/model/day.ts';
import type { Ledger } from '../../src/model/records.ts';
import type { Policy } from '../../src/policy/policy.ts';
import { openRoot } from '../../src/rim/open.ts';
import { keepJournal } from '../../src/scoring/journal.ts';
import { allOpen, type Due, isPublic, openMatters, remindersDue, sinceUnlessGiven } from '../../src/standings/matters.ts';
import { rootOfExample } from '../rig/root.ts';
import { policyFrom, shippedPolicy } from '../support/policies.ts';

interface World {
  readonly ledger: Ledger;
  readonly policies: readonly Policy[];
}

const root = rootOfExample('ganzhou-2020');
const opened = openRoot(root);
const ganzhou: World = { ledger: opened.ledger as Ledger, policies: opened.policies };
afterAll(() => rmSync(root, { recursive: true }));

const line = ({ matter, call }: Due): string => `${call?.on ?? '-'} ${matter.unit} ${matter.kind} ${call?.stage ?? 'open'}`;

/** What falls on `day` alone. */
function dueOn({ ledger, policies }: World, day: string): Due[] {
  const asOf = day as Day;
  return remindersDue(openMatters(keepJournal(ledger, policies, asOf), ledger), addDays(asOf, -1), asOf);
}
const told = (world: World, day: string): string[] => dueOn(world, day).map(line);
const unitsOf = (dues: readonly Due[], kind: string): string[] => dues.filter(({ matter }) => matter.kind === kind).map(({ matter }) => matter.unit);
const classOf = (unit: string): string | undefined => ganzhou.ledger.units.get(unit)?.class;

describe('the half-month reminder of 赣州', () => {
  const dues = dueOn(ganzhou, '2020-07-15');

  it('goes to those that filed less than half of the month’s number, by clause 四', () => {
    const units = unitsOf(dues, 'quota');
    // 附件3: 办公室 2 × 2 ≥ 3, 机关党委 1 × 2 ≥ 2, and four groups 1 × 2 ≥ 2 are on their way; 待遇、价采、基金 1 × 2 < 3; 结算组 0.
    expect(units.filter((unit) => classOf(unit) === '机关科室')).toEqual(['daiyu-baozhang', 'jiage-zhaocai', 'jijin-jianguan']);
    expect(units.filter((unit) => classOf(unit) === '中心组')).toEqual(['jijin-jiesuan']);
    // Nobody of the 20 counties had three of five by then, and no institution its one.
    expect(units.filter((unit) => classOf(unit) === '县级部门')).toHaveLength(20);
    expect(units.filter((unit) => classOf(unit) === '两定机构')).toHaveLength(32);
    const quota = dues.find(({ matter }) => matter.unit === 'daiyu-baozhang');
    expect(quota).toMatchObject({
      id: 'quota/ganzhou-2020/monthly-task/daiyu-baozhang/2020-07/half-month',
      matter: { count: 1, quota: 3, due: '2020-07-31', title: '月任务' },
      call: { stage: 'half-month', on: '2020-07-15', rests: { clause: '四' } },
    });
  });

  it('comes with the units that have no correspondent, which rests on no clause', () => {
    // 5 + 5 + 20 + 32 units are assessed, and 18 of them have registered one.
    expect(unitsOf(dues, 'correspondent')).toHaveLength(44);
    const own = dues.filter(({ matter }) => matter.kind === 'correspondent');
    expect(own.every(({ call }) => call?.rests === null)).toBe(true);
    expect(own[0]?.id).toBe('correspondent/nankang-ybj/2020-07/half-month');
  });

  it('is repeated at the end of the month to those that are short of the whole', () => {
    const units = unitsOf(dueOn(ganzhou, '2020-07-31'), 'quota');
    // 办公室 3 of 3 with the report on the meeting, 待遇保障科 4 of 3; 基金监管科 2 of 3; 于都 3 of 5.
    expect(units).not.toContain('bangongshi');
    expect(units).not.toContain('daiyu-baozhang');
    expect(units).toContain('jijin-jianguan');
    expect(units).toContain('yudu-ybj');
    // 统计分析组 1 of 2; 窗口服务组 2 of 2.
    expect(units).toContain('tongji-fenxi');
    expect(units).not.toContain('chuangkou-fuwu');
  });

  it('is followed in the last days by what is still missing, by the clause of the task', () => {
    const due = dueOn(ganzhou, '2020-07-26').find(({ matter }) => matter.unit === 'yudu-ybj');
    expect(due).toMatchObject({ matter: { kind: 'quota', count: 2, quota: 5 }, call: { stage: 'ahead', rests: { clause: '四(一)1' } } });
  });

  it('goes to whoever filed nothing in the half month, where the clause is read so', () => {
    const idle = { ...ganzhou, policies: [shippedPolicy('ganzhou-2020', ['A22', 'C'])] };
    const units = unitsOf(dueOn(idle, '2020-07-31'), 'quota');
    // 机关党委 filed on 1 July only, 两定管理稽核组 on 14 July; 待遇保障科 three times after the 15th.
    expect(units).toContain('jiguan-dangwei');
    expect(units).toContain('liangding-jihe');
    expect(units).not.toContain('daiyu-baozhang');
  });
});

describe('deadlines of 赣州', () => {
  it('of a meeting are five days after its last day, and the clause is 四(二)2', () => {
    // 21–22 July, so by 27 July; 办公室 reported on the 24th, 待遇保障科 on the 29th, 基金监管科 never.
    const of = (day: string): string[] => told(ganzhou, day).filter((one) => one.includes('obligation'));
    expect(of('2020-07-24')).toEqual(['2020-07-24 daiyu-baozhang obligation ahead', '2020-07-24 jijin-jianguan obligation ahead']);
    expect(of('2020-07-27')).toEqual(['2020-07-27 daiyu-baozhang obligation due', '2020-07-27 jijin-jianguan obligation due']);
    expect(of('2020-07-29')).toEqual([]);
    expect(dueOn(ganzhou, '2020-07-28').find(({ matter }) => matter.unit === 'jijin-jianguan')).toMatchObject({
      id: 'obligation/2020-quansheng-yibao-huiyi/jijin-jianguan/2020-07-27/missed',
      call: { stage: 'missed', rests: { clause: '四(二)2' } },
    });
  });

  it('of a policy are twenty days after it was issued', () => {
    // 5 August, so by the 25th; 基金监管科 reported on the 20th, 两定管理稽核组 on the 27th.
    expect(told(ganzhou, '2020-08-22')).toEqual(['2020-08-22 liangding-jihe obligation ahead']);
    expect(told(ganzhou, '2020-08-25')).toEqual(['2020-08-25 liangding-jihe obligation due']);
    expect(told(ganzhou, '2020-08-26').filter((one) => one.includes('obligation'))).toEqual(['2020-08-26 liangding-jihe obligation missed']);
    expect(told(ganzhou, '2020-08-27')).toEqual([]);
  });

  it('of a commission are the day on the record; who answered is left in peace', () => {
    // Due 28 July: 待遇保障科 filed on the 27th, 瑞金 on the 29th.
    expect(told(ganzhou, '2020-07-25')).toEqual(['2020-07-25 daiyu-baozhang obligation ahead', '2020-07-25 ruijin-ybj obligation ahead']);
    expect(told(ganzhou, '2020-07-28')).toContain('2020-07-28 ruijin-ybj obligation due');
    expect(told(ganzhou, '2020-07-28')).not.toContain('2020-07-28 daiyu-baozhang obligation due');
    // Due 20 August: the three counties filed on the 5th and 6th, 价采科 on the 18th.
    expect(told(ganzhou, '2020-08-17')).toEqual(['2020-08-17 jiage-zhaocai obligation ahead']);
    expect(told(ganzhou, '2020-08-20')).toEqual([]);
  });
});

type Written = Record<string, unknown>;

const SMALL: Written = {
  id: 'small',
  title: '小办法',
  in_force: { from: '2026-01-01' },
  clauses: { 一: '报送', 二: '任务' },
  rules: { filing: { clause: '一', for: 'submission', points: 1 } },
};
const weekly = (more: Written = {}): Written => ({
  duties: { week: { clause: '二', title: '每周报送', per: 'week', at_least: 1, each: { unit: '甲' }, each_missing: -1, ...more } },
});

function small(records: Record<string, Written>, ordinance: Written = {}, registers: Record<string, Written> = {}): World {
  const values = new Map<string, unknown>([
    ['data/site.yaml', { organisation: '某局', policies: ['small'] }],
    [
      'data/units.yaml',
      {
        units: [
          { id: 'a', name: '甲', class: '科' },
          { id: 'b', name: '乙', class: '科' },
          { id: 'c', name: '丙', class: '科', excluded: '新设' },
          { id: 'd', name: '丁', class: '科', to: '2026-01-31' },
        ],
      },
    ],
    ['data/people.yaml', { people: [{ id: 'p', name: '张', unit: 'a' }] }],
    ['data/outlets.yaml', { outlets: [{ id: 'county', name: '县网', level: '县', channel: '网站' }] }],
    ...Object.entries(registers),
    ...Object.entries(records),
  ]);
  const { ledger, findings } = openLedger(values);
  expect(findings).toEqual([]);
  return { ledger: ledger as Ledger, policies: [policyFrom('small', { ...SMALL, ...ordinance })] };
}

const commission = (record: Written): Record<string, Written> => ({
  'data/obligations/2026/k.yaml': { kind: '约稿', title: '约稿甲', on: '2026-03-01', units: ['甲', '乙'], ...record },
});
const submission = (id: string, record: Written): Record<string, Written> => ({
  [`data/submissions/a/2026/${id}.yaml`]: { title: `稿件${id}`, unit: 'a', on: '2026-03-02', ...record },
});

describe('a commission', () => {
  it('without a last day is asked for after a week, unless it lapsed', () => {
    const world = small(commission({ lapsed: [{ unit: '乙', on: '2026-03-05' }] }));
    expect(told(world, '2026-03-08')).toEqual(['2026-03-08 a obligation waiting']);
    expect(dueOn(world, '2026-03-08')[0]).toMatchObject({ id: 'obligation/k/a/open/waiting', matter: { due: null }, call: { rests: null } });
  });

  it('that leaves less than three days is told of on the day it is set', () => {
    const world = small(commission({ due: '2026-03-02', units: ['甲'] }));
    expect(told(world, '2026-03-01')).toEqual(['2026-03-01 a obligation ahead']);
    expect(told(small(commission({ due: '2026-03-01', units: ['甲'] })), '2026-03-01')).toEqual(['2026-03-01 a obligation due']);
  });

  it('is not answered by an item that was returned', () => {
    const answer = submission('s', { answers: 'k', rounds: [{ returned: '2026-03-04' }] });
    const world = small({ ...commission({ due: '2026-03-10', units: ['甲'] }), ...answer });
    expect(told(world, '2026-03-07')).toEqual(['2026-03-07 a obligation ahead', '2026-03-07 a returned waiting']);
  });

  it('is nobody’s before its day, and nothing where no ordinance was in force', () => {
    expect(told(small(commission({ due: '2026-03-10' })), '2026-02-28')).toEqual([]);
    expect(told(small(commission({ on: '2025-12-01', due: '2025-12-10' })), '2025-12-10')).toEqual([]);
  });
});

test('a unit that serves no longer is left in peace', () => {
  // 丁 serves until 31 January.
  const world = small(commission({ on: '2026-01-20', due: '2026-02-03', units: ['丁', '甲'] }));
  expect(told(world, '2026-01-31')).toEqual(['2026-01-31 a obligation ahead', '2026-01-31 d obligation ahead']);
  expect(told(world, '2026-02-03')).toEqual(['2026-02-03 a obligation due']);
});

test('no two reminders share an id', () => {
  for (const day of ['2020-07-15', '2020-07-31', '2020-08-10', '2020-08-31'] as Day[]) {
    const ids = allOpen(openMatters(keepJournal(ganzhou.ledger, ganzhou.policies, day), ganzhou.ledger), sinceUnlessGiven(day), day).map(
      ({ id }) => id,
    );
    expect(new Set(ids).size).toBe(ids.length);
  }
});

describe('a returned item', () => {
  const rounds = [{ returned: '2026-03-04', revised: '2026-03-05' }, { returned: '2026-03-06' }];

  it('is asked for after three days and once more after ten, until it comes again', () => {
    const world = small(submission('s', { rounds }));
    expect(told(world, '2026-03-09')).toEqual(['2026-03-09 a returned waiting']);
    expect(told(world, '2026-03-16')).toEqual(['2026-03-16 a returned again']);
    expect(dueOn(world, '2026-03-16')[0]).toMatchObject({ id: 'returned/s/2/again', matter: { returned: '2026-03-06' }, call: { rests: null } });
  });

  it('is settled by its revision or by the decision on it', () => {
    const revised = submission('s', { rounds: [{ returned: '2026-03-06', revised: '2026-03-12' }] });
    expect(told(small(revised), '2026-03-09')).toEqual(['2026-03-09 a returned waiting']);
    expect(told(small(revised), '2026-03-16')).toEqual([]);
    expect(told(small(submission('s', { rounds: rounds.slice(1), rejected: '2026-03-07' })), '2026-03-09')).toEqual([]);
  });
});

describe('a correspondent', () => {
  it('is missed only where the ledger registers such a role, of units that are assessed and in service', () => {
    expect(told(small({}), '2026-03-15')).toEqual([]);
    const people = { 'data/people.yaml': { people: [{ id: 'p', name: '张', unit: 'a', roles: ['信息员'], to: '2026-03-31' }] } };
    expect(told(small({}, {}, people), '2026-03-15')).toEqual(['2026-03-15 b correspondent half-month']);
    expect(told(small({}, {}, people), '2026-04-15')).toEqual(['2026-04-15 a correspondent half-month', '2026-04-15 b correspondent half-month']);
  });
});

describe('a quota', () => {
  it('of a week is recalled on its Friday, and on no other day', () => {
    // The ordinance is in force from Thursday 1 January 2026; the next whole week is 5–11 January.
    const world = small({}, weekly());
    expect(told(world, '2026-01-08')).toEqual([]);
    expect(told(world, '2026-01-09')).toEqual(['2026-01-09 a quota ahead']);
    expect(told(world, '2026-01-12')).toEqual([]);
  });

  it('that is met, or is nobody’s loss, or counts what units cannot do is not recalled', () => {
    const filed = submission('s', { on: '2026-01-06' });
    expect(told(small(filed, weekly()), '2026-01-09')).toEqual([]);
    expect(told(small({}, weekly({ voluntary: {} })), '2026-01-09')).toEqual([]);
    expect(told(small({}, weekly({ count: { of: 'incidents' } })), '2026-01-09')).toEqual([]);
  });
});

describe('a late run', () => {
  const world = small(commission({ due: '2026-03-10', units: ['甲'] }));
  const between = (since: string, asOf: string): string[] =>
    remindersDue(openMatters(keepJournal(world.ledger, world.policies, asOf as Day), world.ledger), since as Day, asOf as Day).map(({ id }) => id);

  it('tells the latest word on each matter, once', () => {
    expect(between('2026-03-01', '2026-03-09')).toEqual(['obligation/k/a/2026-03-10/ahead']);
    expect(between('2026-03-01', '2026-03-12')).toEqual(['obligation/k/a/2026-03-10/missed']);
    expect(between('2026-03-11', '2026-03-12')).toEqual([]);
  });

  it('looks back over half a month, the longest, so that two runs a month leave no gap', () => {
    expect(sinceUnlessGiven('2026-08-01' as Day)).toBe('2026-07-16');
  });

  it('does not remind of a quota that was reached since', () => {
    const reminders = [{ clause: '二', duty: 'month', at: ['half-month'], when: 'short' }];
    const monthly = { reminders, duties: { month: { clause: '二', title: '月任务', per: 'month', at_least: 1, each: { unit: '甲' } } } };
    const late = small(submission('s', { on: '2026-03-17' }), monthly);
    expect(told(late, '2026-03-15')).toEqual(['2026-03-15 a quota half-month']);
    const asOf = '2026-03-18' as Day;
    expect(remindersDue(openMatters(keepJournal(late.ledger, late.policies, asOf), late.ledger), '2026-03-01' as Day, asOf)).toEqual([]);
  });
});

describe('all that is open', () => {
  it('has what nobody is reminded of yet, and can be recalled as many days before as one likes', () => {
    const world = small(commission({ due: '2026-03-31', openness: '不公开', units: ['甲'] }));
    const asOf = '2026-03-10' as Day;
    const journal = keepJournal(world.ledger, world.policies, asOf);
    const [open] = allOpen(openMatters(journal, world.ledger), addDays(asOf, -1), asOf);
    expect(open).toMatchObject({ id: 'obligation/k/a/2026-03-31/open', call: null });
    expect(open && isPublic(open.matter)).toBe(false);
    expect(remindersDue(openMatters(journal, world.ledger, 21), addDays(asOf, -1), asOf).map(line)).toEqual(['2026-03-10 a obligation ahead']);
  });

  it('lets go of what was missed long ago', () => {
    const world = small(commission({ due: '2026-03-10', units: ['甲'] }));
    const asOf = '2026-04-30' as Day;
    expect(allOpen(openMatters(keepJournal(world.ledger, world.policies, asOf), world.ledger), sinceUnlessGiven(asOf), asOf)).toEqual([]);
  });
});
