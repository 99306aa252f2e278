/** Faults planted in an ordinance whose names are all right: values that never come up, rules that never apply, gaps, orders. */
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/model/finding.ts';
import { ATTRIBUTES } from '../../src/policy/attributes.ts';
import { decidePolicy } from '../../src/policy/decide.ts';
import { NEVER, rangeOf } from '../../src/policy/ranges.ts';

const city = { clause: '一', for: 'adoption', where: { class: '市级' }, pool: '采用', points: { by: 'form', table: { 综合: 6, 简讯: 3 } } };
const province = { clause: '一', for: 'adoption', where: { class: '省级' }, pool: '采用', points: 9 };
const sound = {
  id: 'test',
  title: '测试办法',
  in_force: { from: '2026-01-01' },
  clauses: { 一: '第一条的条文' },
  words: { form: ['综合', '简讯'], category: ['动态', '经验'], incident: ['差错'], figure: ['阅读量', '质量'] },
  subjects: { unit_class: ['股室', '中心'] },
  outlets: { 市级: { level: '市' }, 省级: { level: '省' } },
  rules: { city, province },
  pools: { 采用: { combine: 'highest' }, 批示: { combine: 'sum' } },
};

type Parts = Partial<Record<keyof typeof sound, object>> & Record<string, unknown>;
const findingsOf = (changes: Parts): readonly Finding[] => decidePolicy('policies/test.yaml', { ...sound, ...changes }).findings;
const told = (changes: Parts): string[] => findingsOf(changes).map(({ at, code }) => `${at.path.join('.')} ${code}`);
/** What is told of one more rule. */
const toldOf = (rule: object, more: object = {}): string[] => told({ rules: { ...sound.rules, it: { clause: '一', points: 1, ...rule }, ...more } });
const amount = (points: object, rule: object = {}): string[] => toldOf({ for: 'submission', points, ...rule });

test('the ordinance is sound', () => expect(told({})).toEqual([]));

describe('a value that the attribute never has', () => {
  test.each([
    ['a form that the ordinance does not list', { for: 'submission', where: { form: '综和' } }, 'rules.it.where.form'],
    ['one of several', { for: 'submission', where: { category: ['动态', '动太'] } }, 'rules.it.where.category.1'],
    ['one that is refused', { for: 'submission', unless: { category: { not: ['动态', '动太'] } } }, 'rules.it.unless.category.not.1'],
    ['one of several alternatives', { for: 'submission', where: [{ form: '综合' }, { form: { not: '快讯' } }] }, 'rules.it.where.1.form.not'],
    ['a kind of incident', { for: 'incident', where: { kind: '失误' } }, 'rules.it.where.kind'],
    ['a kind of obligation', { for: 'obligation', where: { kind: '差错' } }, 'rules.it.where.kind'],
    ['a figure', { for: 'figure', where: { figure: '点赞' } }, 'rules.it.where.figure'],
    ['a level of an outlet', { for: 'adoption', pool: '采用', where: { level: '市级' } }, 'rules.it.where.level'],
    ['a level of a leader', { for: 'instruction', where: { level: '未定' } }, 'rules.it.where.level'],
    ['a channel', { for: 'adoption', pool: '采用', where: { channel: '报刊' } }, 'rules.it.where.channel'],
    ['openness', { for: 'submission', where: { openness: '公示' } }, 'rules.it.where.openness'],
    ['a stream', { for: 'submission', where: { stream: '政府' } }, 'rules.it.where.stream'],
    ['a stage', { for: 'adoption', pool: '采用', where: { stage: '刊发' } }, 'rules.it.where.stage'],
    ['an outcome', { for: 'obligation', where: { outcome: '完成' } }, 'rules.it.where.outcome'],
    ['no truth', { for: 'submission', where: { important: '是' } }, 'rules.it.where.important'],
    ['no number', { for: 'submission', where: { length: '长' } }, 'rules.it.where.length'],
    ['in company', { for: 'instruction', with: { for: 'adoption', where: { stage: '刊发' } } }, 'rules.it.with.where.stage'],
    ['a row of a table', { for: 'submission', points: { by: 'form', table: { 综合: 1, 简讯: 1, 快讯: 1 } } }, 'rules.it.points.table.快讯'],
    [
      'a row within a row',
      { for: 'submission', points: { by: ['form', 'important'], table: { 综合: { true: 1, 很: 2 } }, otherwise: 0 } },
      'rules.it.points.table.综合.很',
    ],
    [
      'a row of what holds otherwise',
      { for: 'submission', points: { by: 'topic', table: { 党建: 1 }, otherwise: { by: 'form', table: { 快讯: 1 }, otherwise: 0 } } },
      'rules.it.points.otherwise.table.快讯',
    ],
  ])('%s', (_what, rule, place) => expect(toldOf(rule)).toEqual([`${place} policy/unknown-value`]));

  test('a class of outlets in a table, and one that items are meant for', () => {
    const byClass = { by: 'class', table: { 市级: 1, 省级: 2, 国家级: 3 } };
    expect(toldOf({ for: 'adoption', pool: '采用', points: byClass })).toEqual(['rules.it.points.table.国家级 policy/unknown-class']);
    expect(toldOf({ for: 'submission', where: { target_class: '国家级' } })).toEqual(['rules.it.where.target_class policy/unknown-class']);
  });

  test('an ordinance without classes of outlets is told once that there is no such class', () => {
    const it = { clause: '一', for: 'adoption', where: { class: '市级' }, points: 1 };
    expect(told({ outlets: {}, rules: { it } })).toEqual(['rules.it.where.class policy/unknown-class']);
    expect(told({ outlets: {}, rules: { it: { ...it, where: { class: '市级', outcome: '按时' } } } })).toEqual([
      'rules.it.where.class policy/unknown-class',
    ]);
  });

  test('in a count, an outlet, an approval chain, what does not count', () => {
    const duty = { clause: '一', title: '任务', per: 'month', at_least: 1, count: { of: 'adoptions', where: { stage: '刊发' } } };
    expect(told({ duties: { duty } })).toEqual(['duties.duty.count.where.stage policy/unknown-value']);
    expect(
      told({ outlets: { ...sound.outlets, 门户: { channel: '门户' } }, rules: { ...sound.rules, it: { ...province, where: { class: '门户' } } } }),
    ).toEqual(['outlets.门户.channel policy/unknown-value']);
    const approval = { clause: '一', chains: [{ steps: ['负责人', { step: '局长', where: { stream: '政府' } }] }] };
    expect(told({ approval })).toEqual(['approval.chains.0.steps.1.where.stream policy/unknown-value']);
    expect(told({ filings: { excluded: { openness: '公示' } } })).toEqual(['filings.excluded.openness policy/unknown-value']);
  });

  test('tells what there is, and what was probably meant', () => {
    expect(findingsOf({ rules: { ...sound.rules, it: { clause: '一', for: 'submission', points: 1, where: { form: '综和' } } } })).toMatchObject([
      { code: 'policy/unknown-value', attribute: 'form', found: '综和', known: ['综合', '简讯'], nearest: '综合' },
    ]);
  });

  test('any value is one where the ordinance lists none; a number may stand in a table as text', () => {
    expect(
      told({
        words: { form: ['综合', '简讯'] },
        rules: { ...sound.rules, it: { clause: '一', for: 'incident', where: { kind: '失误' }, points: -1 } },
      }),
    ).toEqual([]);
    expect(amount({ by: 'round', table: { 1: 1, 2: 0.5 }, otherwise: 0 })).toEqual([]);
    expect(amount({ by: 'round', table: { 一次: 1 }, otherwise: 0 })).toEqual(['rules.it.points.table.一次 policy/unknown-value']);
  });
});

describe('a number is wanted', () => {
  test.each([
    ['by a bound', { for: 'submission', where: { form: { at_least: 1 } } }, 'rules.it.where.form'],
    ['by bands', { for: 'submission', points: { by: 'category', bands: [{ give: 1 }] } }, 'rules.it.points.by'],
    ['by steps', { for: 'submission', points: { by: 'important', each: 1, more: 1 } }, 'rules.it.points.by'],
    ['by a multiple', { for: 'submission', points: { of: 'topic', times: 2 } }, 'rules.it.points.of'],
    ['by a judgement', { for: 'submission', points: { judged: 'topic', from: 1, to: 2 } }, 'rules.it.points.judged'],
    ['by a count', { for: 'incident', times: 'kind' }, 'rules.it.times'],
  ])('%s', (_what, rule, place) => expect(toldOf(rule)).toEqual([`${place} policy/not-a-number`]));
});

describe('what can never be', () => {
  const never = (rule: object): string[] => toldOf(rule).map((line) => line.replace(' policy/never-applies', ''));

  test.each([
    ['an exception that takes everything', { where: { form: '综合' }, unless: { form: '综合' } }],
    ['exceptions that take everything together', { where: { form: ['综合', '简讯'] }, unless: [{ form: '综合' }, { form: '简讯' }] }],
    [
      'an exception that takes the rest beside another attribute',
      { where: { important: true, form: '综合' }, unless: { form: '综合', important: true } },
    ],
    ['bounds that leave nothing', { where: { length: { at_least: 500, below: 500 } } }],
    ['no whole number between', { where: { length: { above: 3, below: 4 } } }],
    ['a number below the least', { where: { length: { below: 1 } } }],
    ['an exception that begins where the condition ends', { where: { length: { at_least: 500 } }, unless: { length: { above: 499 } } }],
    ['an attribute of other facts', { where: { outcome: '按时' } }],
  ])('%s', (_what, rule) => expect(never({ for: 'submission', ...rule })).toEqual(['rules.it.where']));

  test.each([
    ['a class whose outlets are of another level', { where: { class: '市级', level: '省' }, pool: '采用' }, 'rules.it.where'],
    ['an exception alone', { unless: [{ important: true }, { important: false }], pool: '采用' }, 'rules.it.unless'],
    [
      'company that the rule does not bear',
      { for: 'instruction', with: { for: 'adoption', where: { class: '市级' } }, without: { for: 'adoption' } },
      'rules.it.with',
    ],
    ['company of a figure', { for: 'instruction', with: { for: 'figure' } }, 'rules.it.with'],
    ['company for a figure', { for: 'figure', with: { for: 'adoption' } }, 'rules.it.with'],
    [
      'a rule that does not bear its own facts, which are of that level by their class',
      { where: { class: '市级' }, without: { for: 'adoption', where: { level: '市', class: '市级' } }, pool: '采用' },
      'rules.it.without',
    ],
    ['a rule that bears none of its kind', { where: { class: '市级' }, without: { for: 'adoption' }, pool: '采用' }, 'rules.it.without'],
    ['what is wanted in company', { for: 'instruction', with: { for: 'adoption', where: { outcome: '按时' } } }, 'rules.it.with.where'],
  ])('%s', (_what, rule, place) => expect(never({ for: 'adoption', ...rule })).toEqual([place]));

  test('it is told which attribute is strange here', () => {
    const rules = { ...sound.rules, it: { clause: '一', for: 'adoption', where: { outcome: '按时' }, pool: '采用', points: 1 } };
    expect(findingsOf({ rules })).toMatchObject([{ attribute: 'outcome', reason: 'conditions' }]);
  });

  test('a class of outlets within an earlier one, and one that contradicts itself', () => {
    expect(told({ outlets: { ...sound.outlets, 市报: { level: '市', channel: '报纸' } } })).toEqual(['outlets.市报 policy/never-applies']);
    const nothing = [{ own: true }, { level: '县' }];
    expect(
      told({
        outlets: { 市报: { level: '市', channel: '报纸' }, ...sound.outlets },
        rules: { ...sound.rules, it: { ...province, where: { class: '市报' } } },
      }),
    ).toEqual([]);
    expect(told({ outlets: { ...sound.outlets, 自办: nothing }, rules: { ...sound.rules, it: { ...province, where: { class: '自办' } } } })).toEqual(
      [],
    );
  });

  test('what only seems to exclude itself', () => {
    expect(never({ for: 'submission', where: { length: { above: 3 } }, unless: { length: { at_least: 3, below: 4 }, important: true } })).toEqual([]);
    expect(never({ for: 'submission', where: { topic: '党建' }, unless: { topic: '党务' } })).toEqual([]);
    expect(never({ for: 'submission', where: { 阅读量: { above: 3, below: 4 } } })).toEqual([]);
    expect(never({ for: 'submission', where: { target_class: { not: ['市级', '省级'] } } })).toEqual([]);
    expect(never({ for: 'adoption', where: { channel: '报纸', class: { not: '市级' } }, pool: '采用' })).toEqual([]);
  });
});

describe('two rules for one fact', () => {
  const pair = (a: object, b: object): string[] =>
    toldOf({ for: 'submission', ...a }, { other: { clause: '一', for: 'submission', points: 2, ...b } });
  const twice = ['rules.other policy/same-fact-twice'];

  test('both without a pool', () => {
    expect(pair({}, { where: { form: '综合' } })).toEqual(twice);
    expect(pair({ where: { form: '综合' } }, { where: { category: '动态' } })).toEqual(twice);
    expect(pair({ with: { for: 'adoption' } }, { without: { for: 'instruction' } })).toEqual(twice);
    expect(pair({ points: { of: '阅读量', times: 1 } }, { points: { by: '阅读量', each: 100, more: 1 } })).toEqual(twice);
  });

  test.each([
    ['a pool says how', {}, { pool: '批示' }],
    ['the one goes by a number of its own', {}, { points: { judged: '质量', from: 1, to: 5 } }],
    ['they go into different accounts', {}, { ledger: '稿酬' }],
    ['one falls on another unit', { falls_on: 'children' }, { falls_on: { only: 'parent' } }],
    ['one is charged on the year', {}, { charged_to: 'year' }],
    ['one overrides the rest', {}, { overrides: true }],
    ['their conditions do not meet', { where: { form: '综合' } }, { unless: { form: '综合' } }],
    ['the one needs what the other does not bear', { with: { for: 'adoption' } }, { without: { for: 'adoption' } }],
    ['or just that', { without: { for: 'adoption', where: { class: '市级' } } }, { with: { for: 'adoption', where: { class: '市级' } } }],
  ])('nothing to say where %s', (_why, a, b) => expect(pair(a, b)).toEqual([]));
});

describe('tables, bands, steps, bounds', () => {
  test('a table lacks a word of the ordinance', () => {
    expect(amount({ by: 'form', table: { 综合: 1 } })).toEqual(['rules.it.points.table policy/table-gap']);
    expect(
      findingsOf({ rules: { ...sound.rules, city: { ...city, points: { by: ['form', 'category'], table: { 综合: { 动态: 1 } } } } } }),
    ).toMatchObject([{ code: 'policy/table-gap', attribute: 'form · category', missing: ['简讯', '综合 · 经验'] }]);
    expect(amount({ by: 'topic', table: { 党建: 2 }, otherwise: { by: 'form', table: { 综合: 1 } } })).toEqual([
      'rules.it.points.otherwise.table policy/table-gap',
    ]);
    expect(toldOf({ for: 'adoption', pool: '采用', points: { by: 'class', table: { 市级: 1 } } })).toEqual([
      'rules.it.points.table policy/table-gap',
    ]);
    expect(
      toldOf(
        { for: 'submission', pool: '批示', points: 1 },
        { twice: { clause: '一', for: 'submission', pool: '批示', multiply: { by: 'form', table: { 综合: 2 } } } },
      ),
    ).toEqual(['rules.twice.multiply.table policy/table-gap']);
  });

  test('a quota lacks a class that is assessed, a weight lacks a category', () => {
    const duty = { clause: '一', title: '任务', per: 'month', at_least: { by: 'unit_class', table: { 股室: 1 } } };
    expect(told({ duties: { duty } })).toEqual(['duties.duty.at_least.table policy/table-gap']);
    expect(told({ duties: { duty: { ...duty, each: { unit_class: '股室' } } } })).toEqual([]);
    const byUnit = { by: 'unit', table: { 办公室: 2 }, otherwise: { by: 'unit_class', table: { 股室: 1 } } };
    expect(told({ duties: { duty: { ...duty, at_least: byUnit } } })).toEqual([]);
    const weighed = { ...duty, at_least: 1, count: { weight: { by: 'category', table: { 动态: 1 } } } };
    expect(told({ duties: { duty: weighed } })).toEqual(['duties.duty.count.weight.table policy/table-gap']);
  });

  test('no gap where the rule is for less, or says what holds otherwise, or the words are not of the ordinance', () => {
    expect(amount({ by: 'form', table: { 综合: 1 } }, { where: { form: '综合' } })).toEqual([]);
    expect(amount({ by: 'form', table: { 综合: 1 }, otherwise: 0 })).toEqual([]);
    expect(amount({ by: 'stream', table: { 政务: 1 } })).toEqual([]);
  });

  test.each([
    ['bands fall', { by: 'length', bands: [{ up_to: 500, give: 1 }, { up_to: 400, give: 2 }, { give: 3 }] }, 'rules.it.points.bands.1'],
    ['an open band is not the last', { by: 'length', bands: [{ give: 1 }, { give: 3 }] }, 'rules.it.points.bands.1'],
    [
      'steps fall',
      {
        by: 'length',
        steps: [
          { at: 500, give: 1 },
          { at: 500, give: 2 },
        ],
      },
      'rules.it.points.steps.1',
    ],
  ])('%s', (_what, points, place) => expect(amount(points)).toEqual([`${place} policy/out-of-order`]));

  test('the last band ends, and numbers go beyond', () => {
    const points = {
      by: 'length',
      bands: [
        { up_to: 500, give: 1 },
        { up_to: 1000, give: 2 },
      ],
    };
    expect(amount(points)).toEqual(['rules.it.points.bands.1 policy/band-gap']);
    expect(amount(points, { where: { length: { at_most: 1000 } } })).toEqual([]);
    expect(amount({ by: '阅读量', each: 1000, more: 1 })).toEqual([]);
  });

  test('bounds cross', () => {
    expect(amount({ judged: '质量', from: 5, to: 1 })).toEqual(['rules.it.points policy/bounds-crossed']);
    expect(amount({ of: '阅读量', times: 1, at_least: 5, at_most: 1 })).toEqual(['rules.it.points policy/bounds-crossed']);
    expect(told({ limits: { cap: { clause: '一', per: 'year', at_least: 5, at_most: 1 } } })).toEqual(['limits.cap policy/bounds-crossed']);
    expect(told({ limits: { cap: { clause: '一', per: 'year', at_least: 1, at_most: 5 } } })).toEqual([]);
  });
});

test('of every attribute it is known which facts have it', () => {
  const { policy } = decidePolicy('policies/test.yaml', sound);
  const kinds = ['submission', 'adoption', 'instruction', 'obligation', 'incident', 'figure'] as const;
  const strange = Object.keys(ATTRIBUTES).filter((name) => policy && kinds.every((kind) => rangeOf(name, kind, policy) !== NEVER));
  expect(strange).toEqual(
    ['mark', 'ordinal', 'year', 'unit', 'unit_class'].sort((a, b) => Object.keys(ATTRIBUTES).indexOf(a) - Object.keys(ATTRIBUTES).indexOf(b)),
  );
});

describe('outlets and names', () => {
  test('a class that gives nothing', () => {
    const outlets = { 县级: { level: '县' }, ...sound.outlets };
    expect(told({ outlets })).toEqual(['outlets.县级 policy/class-without-points']);
    expect(told({ outlets, rules: { all: { clause: '一', for: 'adoption', points: 1 } } })).toEqual([]);
    expect(told({ outlets, rules: {} })).toEqual([]);
  });

  test('a rule or a duty that is not there', () => {
    expect(told({ reminders: [{ clause: '一', duty: 'monthly', at: ['period-end'], when: 'short' }] })).toEqual([
      'reminders.0.duty policy/unknown-rule',
    ]);
    expect(told({ consequences: { c: { clause: '一', when: { duty: 'monthly' }, says: '通报批评' } } })).toEqual([
      'consequences.c.when.duty policy/unknown-rule',
    ]);
    expect(told({ consequences: { c: { clause: '一', when: { count: { of: 'points' }, at_least: 1, per: 'year' }, says: '通报' } } })).toEqual([]);
    expect(told({ awards: { a: { clause: '一', title: '先进', of: 'units', per: 'year', needs_met: 'monthly' } } })).toEqual([
      'awards.a.needs_met policy/unknown-rule',
    ]);
    expect(told({ limits: { l: { clause: '一', per: 'year', at_most: 5, rules: ['city', 'town'] } } })).toEqual([
      'limits.l.rules.1 policy/unknown-rule',
    ]);
    expect(told({ ranking: { modules: { 采用: { rules: ['town'] } } } })).toEqual(['ranking.modules.采用.rules.0 policy/unknown-rule']);
  });

  test('a pool of which a multiple is given', () => {
    expect(toldOf({ for: 'submission', multiple_of: { pool: '采', times: 1 } })).toEqual(['rules.it.multiple_of.pool policy/unknown-pool']);
  });

  test('groups of units ask units, points may ask anything', () => {
    expect(told({ ranking: { groups: { 股室组: { unit_clas: '股室' } } } })).toEqual(['ranking.groups.股室组.unit_clas policy/unknown-attribute']);
    const count = { of: 'points', where: { kind: '随便', count: { above: 1 }, category: '动态', stage: '采用', novel: 1 } };
    expect(told({ eligibility: { e: { clause: '一', bars: '评优', per: 'year', lasts: 'year', count } } })).toEqual([
      'eligibility.e.count.where.novel policy/unknown-attribute',
    ]);
  });

  test('an ordinance that ends before it begins', () => {
    expect(told({ in_force: { from: '2026-01-01', to: '2025-12-31' } })).toEqual(['in_force.to ledger/ends-before-it-begins']);
  });
});

test('after an error the ordinance is not used, after a warning it is', () => {
  const policyOf = (rule: object) =>
    decidePolicy('policies/test.yaml', { ...sound, rules: { ...sound.rules, it: { clause: '一', points: 1, ...rule } } }).policy;
  expect(policyOf({ for: 'submission', where: { form: '综和' } })).toBeNull();
  expect(policyOf({ for: 'submission', where: { outcome: '按时' } })).not.toBeNull();
});

describe('what can hardly be meant', () => {
  const duty = { clause: '一', title: '月任务', per: 'month', at_least: 1 };
  const award = { clause: '一', title: '先进', of: 'units', per: 'year', places: 1, unless_barred: true };
  const duties = { month: duty };

  test('a shortfall that earns points', () => {
    expect(told({ duties: { month: { ...duty, missed: 1 }, other: { ...duty, each_missing: 0.5 } } })).toEqual([
      'duties.month.missed policy/shortfall-earns',
      'duties.other.each_missing policy/shortfall-earns',
    ]);
    expect(told({ duties: { month: { ...duty, missed: -1 }, other: { ...duty, each_missing: 0 } } })).toEqual([]);
  });

  test('an award without the barred, where nothing bars', () => {
    const says = { clause: '一', when: { duty: 'month', times: 3 }, says: '通报批评' };
    expect(told({ duties, awards: { best: award }, consequences: { says } })).toEqual(['awards.best.unless_barred policy/nothing-bars']);
    expect(told({ duties, awards: { best: award }, consequences: { says: { ...says, bars: '评优' } } })).toEqual([]);
    const silent = { clause: '一', bars: '评优', per: 'half-year', count: {}, at_most: 0, lasts: 'year' };
    expect(told({ awards: { best: award }, eligibility: { silent } })).toEqual([]);
    expect(told({ awards: { best: { ...award, unless_barred: false } } })).toEqual([]);
  });
});
