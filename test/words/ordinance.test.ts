/** An ordinance laid out: tables of points and quotas, what holds for the whole of it, readings with what they change. */
import { describe, expect, test } from 'vitest';
import { ATTRIBUTES, OUTLET_ATTRIBUTES, UNIT_ATTRIBUTES } from '../../src/policy/attributes.ts';
import { rulesOf } from '../../src/words/ordinance/rules.ts';
import { changeWords, sheetOf } from '../../src/words/ordinance/sheet.ts';
import { nameOf } from '../../src/words/ordinance/subject.ts';
import { pointTables, quotaTable } from '../../src/words/ordinance/tables.ts';
import { ui } from '../../src/words/ui.ts';
import { policyFrom, shippedPolicy } from '../support/policies.ts';

const zh = ui('zh');

const policyOf = (parts: object) =>
  policyFrom('some', {
    id: 'some',
    title: '某办法',
    in_force: { from: '2026-01-01', clause: '二' },
    clauses: { 一: '条文一', 二: '条文二' },
    ...parts,
  });
/** The tables of some rules, each with its heads and rows as lines. */
const tablesOf = (rules: object, more: object = {}): string[][] =>
  pointTables(policyOf({ rules, ...more }), zh).map(({ title, heads, rows }) => [title, ...[heads, ...rows].map((row) => row.join(' | '))]);
/** What is said of one kind of rule. */
const saidOf = (kind: string, parts: object): string[] =>
  rulesOf(policyOf(parts), zh)
    .filter((rule) => rule.kind === kind)
    .map(({ text, lines }) => [text, ...lines].join(' | '));

test.each(['zh', 'en'] as const)('every attribute has a name (%s)', (language) => {
  const names = [...Object.keys(ATTRIBUTES), ...OUTLET_ATTRIBUTES, ...UNIT_ATTRIBUTES];
  expect(names.filter((name) => !(name in ui(language).rules.attributes))).toEqual([]);
});

describe('tables of points', () => {
  const rule = { clause: '一', for: 'adoption' };

  test('forms across, where several rules look them up; a rule in words stands by itself', () => {
    const outlets = { 县级: { level: '县' }, 市级: { level: '市' }, 省级: { level: '省' } };
    const rules = {
      county: { ...rule, where: { class: '县级' }, pool: '采用', points: { by: 'form', table: { 综合: 3, 简讯: 1 } } },
      city: { ...rule, where: { class: '市级' }, unless: { own: true }, pool: '采用', points: { by: 'form', table: { 综合: 6 }, otherwise: 2 } },
      province: { ...rule, clause: ['一', '二'], where: { class: '省级' }, pool: '采用', points: 9 },
    };
    expect(tablesOf(rules, { outlets, pools: { 采用: { combine: 'highest' } } })).toEqual([
      [
        '采用（按体裁）',
        '条款 | 情形 | 综合 | 简讯 | 其他 | 合并与条件',
        '一 | 级别 县级 | 3 | 1 |  | 采用',
        '一 | 级别 市级，自有平台 是除外 | 6 | 2 | 2 | 采用',
      ],
      ['采用', '条款 | 情形 | 分值 | 合并与条件', '一、二 | 级别 省级 | 9 | 采用'],
    ]);
  });

  test('one table by several attributes, and one by a single attribute with what holds otherwise', () => {
    const points = { by: ['level', 'print'], table: { 市: { true: 4, false: 2 }, 省: { true: 6 } } };
    expect(tablesOf({ it: { ...rule, where: { own: false }, points } })).toEqual([
      ['采用（按级别、纸质）', '条款 | 情形 | 是 | 否 | 合并与条件', '一 | 市，自有平台 否 | 4 | 2 | ', '一 | 省，自有平台 否 | 6 |  | '],
    ]);
    expect(
      tablesOf({
        it: { ...rule, where: [{ own: false }], points: { by: 'level', table: { 市: 4 }, otherwise: { by: 'channel', table: { 报纸: 1 } } } },
      }),
    ).toEqual([['采用（按级别）', '条款 | 情形 | 分值 | 合并与条件', '一 | 市，自有平台 否 | 4 | ', '一 | 其他，自有平台 否 | 报纸 1 | ']]);
  });

  test('everything else that a rule gives, and on what it depends', () => {
    const rules = {
      base: { ...rule, points: 2, pool: '采用' },
      double: { ...rule, where: { print: true }, pool: '采用', multiply: 2 },
      again: {
        clause: '一',
        for: 'instruction',
        with: { for: 'adoption' },
        without: { for: 'incident' },
        multiple_of: { pool: '采用', times: 3 },
        ledger: '稿酬',
      },
      slip: { clause: '一', for: 'incident', points: -1, times: 'count', charged_to: 'year', zeroes: 'month', falls_on: 'parent' },
      void: { clause: '一', for: 'incident', where: { kind: '抄袭' }, overrides: true, falls_on: { only: 'children' } },
    };
    expect(tablesOf(rules, { pools: { 采用: { combine: 'sum' } } }).flatMap(([, , ...rows]) => rows)).toEqual([
      '一 | 采用 | 2 | 采用',
      '一 | 纸质 是 | 已得的分 × 2 | 采用',
      '一 | 批示 | 另加该稿件“采用”得分的 3 倍 | 记入“稿酬”，同一稿件须另有采用，同一稿件没有差错',
      '一 | 差错 | -1 × 处数，所在月得分计零 | 只计入年度总分，上级单位同样记分',
      '一 | 种类 抄袭 | 以此为准，该稿件其他得分全部取消 | 只记在下级单位',
    ]);
  });
});

describe('quotas', () => {
  test('one row for each row of the table, and for the rest', () => {
    const rows = quotaTable(shippedPolicy('ganzhou-2020'), zh)?.rows.map((row) => row.slice(1, 5).join(' | '));
    expect(rows).toHaveLength(12);
    expect(rows?.[0]).toBe('月任务 | 办公室 | 月 | 3');
    expect(rows?.at(-1)).toBe('月任务 | 两定机构 | 月 | 1');
  });

  test('for all, for some, by other counts, by what nothing says', () => {
    const duty = { clause: '一', title: '任务', per: 'month', at_least: 2 };
    const duties = {
      all: duty,
      some: { ...duty, each: { unit_class: '科室' }, at_least: { by: 'unit', table: { 办公室: 3 }, otherwise: 1 } },
      counted: { ...duty, count: { of: 'adoptions', unless: { own: true }, weight: { by: 'form', table: { 综合: 2 }, otherwise: 1 } } },
    };
    expect(quotaTable(policyOf({ duties }), zh)?.rows.map((row) => row.slice(1, 5).join(' | '))).toEqual([
      '任务 | 全部考核对象 | 月 | 2',
      '任务 | 办公室 | 月 | 3',
      '任务 | 其他 | 月 | 1',
      '任务，采用，自有平台 是除外，每件折算 综合 2、其他 1 件 | 全部考核对象 | 月 | 2',
    ]);
    expect(quotaTable(policyOf({}), zh)).toBeNull();
  });
});

describe('what holds for the whole', () => {
  test('subjects, days, ordinances side by side', () => {
    const parts = { subjects: { unit_class: '科室' }, in_force: { from: '2026-01-01', to: '2026-12-31', judged_by: 'filing', beside: ['other'] } };
    expect(saidOf('subjects', parts)).toEqual([
      '单位类别 科室',
      '2026-01-01 至 2026-12-31 | 按报送之日适用本办法',
      '与 other 同时施行，各管各的考核对象',
    ]);
  });

  test('how items are shared, by authors and by units', () => {
    const rounding = { places: 2, mode: 'half-up' };
    const shared = (items: object): string[] => saidOf('sharing', { items, rounding });
    expect(
      shared({
        authors: 'equal',
        same_story: 'shared',
        booking: 'with-first',
        units: { by: 'mark', table: { 单: 1, 综: 'equal' }, otherwise: 'weight', alone: 0.5 },
      }),
    ).toEqual([
      '两单位报送同一稿件，共同分享 | 多单位稿件：单 得 1 份、综 平分、其他 按权重，单独报送的稿件得 0.5 份',
      '合作撰稿平分 | 后来更高的采用，全部记入首次计分之时',
      '除不尽时保留 2 位小数，四舍五入',
    ]);
    expect(shared({ authors: { first: 3 }, units: { each: 2 } }).slice(0, 2)).toEqual([
      '两单位报送同一稿件，归先报者 | 多单位稿件每个单位固定 2 分',
      '合作撰稿只记前 3 名作者 | 后来更高的采用，差额记入发生之时',
    ]);
    expect(shared({ authors: { parts: [3, 2] } })[1]).toMatch(/^合作撰稿按 3∶2 分/);
    const english = rulesOf(policyOf({ items: { authors: { parts: [3, 2] }, units: { office: { unit: '办公室', part: 0.5 } } } }), ui('en')).filter(
      ({ kind }) => kind === 'sharing',
    );
    expect(english.flatMap(({ text, lines }) => [text, ...lines])).toEqual(
      expect.arrayContaining(['co-authors: in parts of 3:2', '办公室, which edits: the part 0.5']),
    );
  });

  test('accounts, filings, reminders, approvals', () => {
    const duties = { monthly: { clause: '一', title: '每月一篇', per: 'month', at_least: 1 } };
    expect(saidOf('account', { ledgers: { 稿酬: { unit: '元', authors: 'first', units: { otherwise: 0.5 } }, 学时: {} } })).toEqual([
      '稿酬，以元计 | 合作撰稿只记第一作者 | 多单位稿件：其他 得 0.5 份',
      '学时',
    ]);
    expect(saidOf('filing', { filings: { unapproved: 'counts', revisions: 2, dated: 'accepted', excluded: { origin: '付费' } } })).toEqual([
      '未经审批的稿件照算 | 最多修改 2 次 | 退改稿件按审核通过之日 | 不予计分：来源 付费',
    ]);
    expect(saidOf('reminder', { duties, reminders: [{ clause: '一', duty: 'monthly', at: ['half-month', 'period-end'], when: 'idle' }] })).toEqual([
      '每月一篇：半月、期末 | 本半月没有报送时提醒',
    ]);
    const steps = ['负责人', { step: '局长', where: { important: true } }];
    expect(saidOf('approval', { approval: { clause: '一', chains: [{ each: { unit_class: '科室' }, steps }] } })).toEqual([
      '负责人 → 局长（重要稿件 是） | 单位类别 科室',
    ]);
    const taken = [
      { step: '拟稿人', whose: 'authors' },
      { step: '负责人', whose: 'unit' },
      { step: '核稿', roles: ['办公室主任', '核稿'], whose: 'anyone' },
      { step: '局长', where: { important: true }, roles: ['局长', '副局长'], whose: { unit_class: '局领导' } },
    ];
    expect(saidOf('approval', { approval: { clause: '一', chains: [{ steps: taken }] } })).toEqual([
      '拟稿人（撰稿、报送者本人） → 负责人（办理：报送单位） → 核稿（办理：办公室主任、核稿） → 局长（重要稿件 是，办理：单位类别 局领导，局长、副局长）',
    ]);
  });

  test.each([
    [{ of: 'points' }, '每月，得分，至少 5 分 | 每少 1 分计 -2 分，超额每 1 分计 1 分'],
    [{ of: 'adoption-rate' }, '每月，采用率（%），至少 5% | 每少 1 个百分点计 -2 分，超额每 1 个百分点计 1 分'],
    [{ of: 'figure' }, '每月，上报数据，至少 5 | 每少 1 计 -2 分，超额每 1 计 1 分'],
    [{ of: 'adoptions' }, '每月，采用，至少 5 篇 | 每少一件 -2 分，超额每件 1 分'],
  ])('a quota of %o is told in its own measure', (count, lines) => {
    const duty = { clause: '一', title: '任务', per: 'month', count, at_least: 5, each_missing: -2, extra: { each: 1 } };
    expect(saidOf('duty', { duties: { duty } })).toEqual([expect.stringContaining(`任务 | ${lines}`)]);
  });

  test('a quota of points in English', () => {
    const duty = { clause: '一', title: 'Points', per: 'month', count: { of: 'points' }, at_least: 5, each_missing: -2, extra: { each: 1 } };
    const [rule] = rulesOf(policyOf({ duties: { duty } }), ui('en')).filter(({ kind }) => kind === 'duty');
    expect(rule?.lines).toContain('each point missing: -2 points, each further point: 1 points');
  });

  test('how it ranks: groups, modules, points rolled up', () => {
    const duties = { monthly: { clause: '一', title: '每月一篇', per: 'month', at_least: 1, met: 1 } };
    const rules = { city: { clause: '一', for: 'adoption', where: { level: '市' }, points: 1 } };
    const modules = { 采用: { rules: ['city'], weight: 0.6, at_most: 60 }, 任务: { rules: ['monthly'], weight: 0.4 } };
    expect(
      saidOf('ranking', {
        duties,
        rules,
        ranking: { by: 'year-to-date', groups: { 科室组: { unit_class: '科室' } }, modules, rolled_up: true, bottom: 0 },
      }),
    ).toEqual([
      '按全年累计得分排名，分组：科室组（单位类别 科室），列出前 3 名 | 采用（采用，级别 市）乘以 0.6，以 60 分封顶 | 任务（每月一篇）乘以 0.4 | 下级单位得分汇总到上级',
    ]);
    expect(saidOf('ranking', { ranking: { groups: 'class' } })).toEqual(['按本期得分排名，按单位类别分组，列出前 3 名、后 3 名']);
  });

  test('limits on some rules, awards with conditions, duties with all that they may have', () => {
    const duty = {
      clause: '一',
      title: '每月一篇',
      per: 'month',
      at_least: 1,
      subtree: true,
      book: 'as-met',
      met: 1,
      first_period: 'containing-from-start',
    };
    const parts = {
      rules: { city: { clause: '一', for: 'adoption', where: { level: '市' }, points: 1, ledger: '稿酬' } },
      duties: { monthly: { ...duty, extra: { each: 1, needs_all_of: 'quarter' } } },
      limits: { cap: { clause: '一', per: 'month', at_most: 5, rules: ['city', 'monthly'] } },
      awards: { best: { clause: '一', title: '先进', of: 'units', per: 'year', places: 2, needs_met: 'monthly', amounts: [500, 300], ties: 'all' } },
    };
    expect(saidOf('rule', parts)).toEqual(['采用，级别 市：1 分 | 记入“稿酬”']);
    expect(saidOf('limit', parts)).toEqual(['每月总分以 5 分封顶 | 只计采用，级别 市、每月一篇']);
    expect(saidOf('award', parts)).toEqual(['先进 | 每年度，2 名，须完成“每月一篇”，各名次依次为 500、300，末位并列全部入选']);
    expect(saidOf('duty', parts)).toEqual([
      '每月一篇 | 每月，至少 1 篇 | 完成 1 分，超额每件 1 分 | 季度内各期任务都完成才计超额 | 连同下级单位的报送一并计数 | 自施行日所在周期起，只计施行后的，完成之日即计分',
    ]);
  });
});

test('what nobody knows is called by its id', () => expect(nameOf('town', policyOf({}), zh)).toBe('town'));

describe('the sheet', () => {
  const policy = policyOf({
    rules: { city: { clause: ['一', '二'], for: 'adoption', points: 1 } },
    readings: {
      A: {
        clause: '一',
        question: '怎么读',
        chosen: 'A',
        options: {
          A: { says: '甲' },
          B: { says: '乙', set: { 'rules.city.points': 2, 'rules.city.where': { level: '市' }, 'rules.city.pool': null } },
        },
      },
    },
  });

  test('a rule stands beside its first clause, and the others say where', () => {
    const { clauses, uncomputed } = sheetOf(policy, zh);
    expect(clauses.map(({ name, rules, also }) => [name, rules.length, also])).toEqual([
      ['一', 1, []],
      ['二', 1, ['一']],
    ]);
    expect(uncomputed).toEqual([]);
    expect(sheetOf(policyOf({}), zh).uncomputed).toEqual(['一']);
  });

  test('a reading says what each option would change', () => {
    const [reading] = sheetOf(policy, zh).clauses[0]?.readings ?? [];
    expect(reading?.because).toBeNull();
    expect(reading?.options[1]?.changes.map((change) => changeWords(change, zh))).toEqual([
      'rules.city.points: 2',
      'rules.city.where: {"level":"市"}',
      '删去 rules.city.pool',
    ]);
  });
});
