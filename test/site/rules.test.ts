/** Ordinances in words: what the machine applies stands beside the clause it comes from. */
import { describe, expect, test } from 'vitest';
import type { Day } from '../../src/model/day.ts';
import { runCasesOf } from '../../src/rim/cases.ts';
import { policiesPage, policyPage } from '../../src/site/policies.ts';
import { amountWords, conditionWords } from '../../src/words/ordinance/amounts.ts';
import { rulesOf } from '../../src/words/ordinance/rules.ts';
import { ui } from '../../src/words/ui.ts';
import { policyFrom, shippedPolicy } from '../support/policies.ts';
import { changed, viewOf } from './world.ts';

const zh = ui('zh');
/** The rules of a shipped ordinance as lines: kind, text, what stands below. */
const linesOf = (id: string): string[] => rulesOf(shippedPolicy(id), zh).map(({ kind, text, lines }) => [kind, text, ...lines].join(' | '));

describe('the rules of the shipped ordinances', () => {
  test('points by a table, and how a pool is combined', () => {
    expect(linesOf('county-2021')).toContain('rule | 采用，级别 市级：综合 6 分、简讯 3 分 | 归入“采用”合并计分');
    expect(linesOf('county-2021')).toContain('pool | 采用：只取最高分');
  });

  test('a rule that needs another fact, an exception, and a deadline', () => {
    expect(linesOf('ganzhou-2020')).toContain('rule | 批示，级别 市：20 分 | 同一稿件须另有采用，级别 市级 | 归入“批示”合并计分');
    expect(linesOf('ganzhou-2020')).toContain('rule | 报送，回应 约稿除外：1 分');
    expect(linesOf('ganzhou-2020').some((line) => /^deadline \| 会议期限 5 天内 \| 自结束之日起算，按自然日 \| 逾期记入期限日$/.test(line))).toBe(
      true,
    );
  });

  test('duties with their points, awards by share', () => {
    const lines = linesOf('xinjiang-2022');
    expect(lines).toContain(
      'duty | 每月报送信息 | 每月，至少 地州市 3、直报点 2、处室 2、直属单位 2 篇 | 完成 1 分，未完成 -1 分，超额每件 0.5 分，以 3 分封顶 | 自施行日所在周期起',
    );
    expect(lines).toContain('award | 政务信息报送工作突出的单位 | 每年度，按 30% 的比例，末位并列待定');
    expect(lines).toContain('deadline | 约稿期限 以约定日期为准 | 逾期记入期限日');
  });
});

describe('an ordinance that uses the rest of the language', () => {
  const policy = policyFrom('invented', {
    id: 'invented',
    title: '某办法',
    in_force: { from: '2026-01-01' },
    clauses: { 一: '条文一', '二 (1)': '条文二' },
    rules: {
      lost: { clause: '一', for: 'incident', points: -1, times: 'count', overrides: true, without: { for: 'adoption' } },
    },
    pools: {},
    duties: { weekly: { clause: '一', title: '每周一篇', per: 'week', at_least: 1, at_most: 3, each: { unit_class: '科室' } } },
    bases: { start: { clause: '二 (1)', points: 100, per: 'year' } },
    limits: { cap: { clause: '二 (1)', per: 'month', at_least: 0, at_most: 10 } },
    awards: { first: { clause: '一', title: '先进', of: 'units', per: 'year', places: 1 } },
    eligibility: { no: { clause: '一', bars: '评优', per: 'year', lasts: 'year', at_most: 2 } },
  });
  const lines = rulesOf(policy, zh).map(({ text, lines }) => [text, ...lines].join(' | '));

  test('is in words too', () => {
    expect(lines).toEqual([
      '差错：-1 分 × 处数 | 同一稿件没有采用 | 以此为准，该稿件其他得分全部取消',
      '每周一篇 | 单位类别 科室 | 每周，至少 1 篇 | 以 3 分封顶 | 自施行后首个完整周期起',
      '每年度基础分 100 分',
      '每月总分不低于 0 分，以 10 分封顶',
      '每年度报送不超过 2 篇的，不能参加评优 | 影响所在年度的评选',
      '先进 | 每年度，1 名，末位并列待定',
      '2026-01-01 起 | 按采用、批示之日适用本办法',
      '两单位报送同一稿件，归先报者',
      '合作撰稿各记全分 | 后来更高的采用，差额记入发生之时',
      '未经审批的稿件不算 | 退改稿件按首次报送之日',
      '按本期得分排名，合并排名，列出前 3 名、后 3 名',
    ]);
  });

  test('conditions: alternatives, comparisons, what is refused, what is not given', () => {
    expect(conditionWords([{ level: '市', print: true }, { own: false }], zh)).toBe('级别 市，纸质 是或自有平台 否');
    expect(conditionWords({ length: { at_least: 500, below: 1000 }, level: { not: ['县', null] } }, zh)).toBe(
      '字数 不少于 500，少于 1000，级别 不是县、未填',
    );
    expect(conditionWords({ novel: 3 }, ui('en'))).toBe('novel: 3');
    expect(conditionWords(undefined, zh)).toBe('');
  });

  test('amounts: nested tables, and what else', () => {
    const amount = { by: ['class', 'print'], table: { 市级: { true: 3, false: 1 } }, otherwise: { by: 'form', table: { 综合: 0.5 }, otherwise: 0 } };
    expect(amountWords(amount, zh)).toBe('市级 · 是 3 分、市级 · 否 1 分、其他 综合 0.5 分、其他 0 分');
  });

  test('a rule without points of its own only overrides', () => {
    const [first] = rulesOf({ ...policy, rules: { void: { clause: '一', for: 'incident', ledger: '积分', overrides: true } } }, ui('en'));
    expect(first).toMatchObject({ text: 'incident', lines: ['stands for all that the item earns otherwise'] });
  });

  test('amounts: bands, steps, multiples, judgements', () => {
    expect(amountWords({ by: 'length', bands: [{ up_to: 500, give: 1 }, { give: 2 }] }, zh)).toBe('字数 不超过 500 1 分、其他 2 分');
    expect(amountWords({ by: 'length', steps: [{ at: 100, give: 1 }], each: 50, more: 0.5, at_most: 3 }, zh)).toBe(
      '字数 达到 100 1 分，此后每满 50 再加 0.5 分，以 3 分封顶',
    );
    expect(amountWords({ by: 'length', each: 50, more: 1 }, zh)).toBe('字数 此后每满 50 再加 1 分');
    expect(amountWords({ of: '阅读量', times: 0.01, at_least: 1 }, zh)).toBe('阅读量 × 0.01 分，不低于 1 分');
    expect(amountWords({ judged: '评分', from: 1, to: 5 }, zh)).toBe('由评定人评定（评分），1–5 分');
  });
});

describe('consequences, conversions and the finer points of duties', () => {
  const policy = policyFrom('finer', {
    id: 'finer',
    title: '某办法',
    in_force: { from: '2026-01-01' },
    clauses: { 一: '条文一' },
    rules: {
      main: { clause: '一', for: 'adoption', points: 2, pool: '采用' },
      double: { clause: '一', for: 'adoption', multiply: 2, pool: '采用' },
      again: { clause: '一', for: 'instruction', multiple_of: { pool: '采用', times: 3 } },
      fault: { clause: '一', for: 'incident', points: -5, charged_to: 'year', zeroes: 'month' },
    },
    pools: { 采用: { clause: '一', combine: 'sum', best: 3, anew_each: 'year', at_most: 9 } },
    duties: {
      monthly: {
        clause: '一',
        title: '每月一篇',
        per: 'month',
        at_least: 2,
        each_missing: -1,
        proportion: 4,
        voluntary: { unit_class: '医院' },
        carry_over: 'quarter',
        charged_to: 'year',
      },
    },
    consequences: {
      twice: {
        clause: '一',
        when: { duty: 'monthly', times: 2, running: true },
        says: '通报批评',
        points: -3,
        charged_to: 'year',
        zeroes: 'quarter',
        bars: '评优',
      },
      many: { clause: '一', each: { unit_class: '科室' }, when: { count: { of: 'adoptions' }, at_least: 10, per: 'year' }, points: 5 },
    },
    conversions: { tenth: { clause: '一', into: '绩效', per: 'year', times: 0.1, at_most: 10 } },
    awards: {
      last: { clause: '一', title: '末位', of: 'units', per: 'year', from: 'bottom', places: 2, unless_barred: true },
      good: { clause: '一', title: '达标', of: 'units', per: 'year', mark: 60 },
    },
  });

  test('are in words', () => {
    expect(rulesOf(policy, zh).map(({ text, lines }) => [text, ...lines].join(' | '))).toEqual([
      '采用：2 分 | 归入“采用”合并计分',
      '采用 | 本类已得的分乘以 2 | 归入“采用”合并计分',
      '批示 | 另加该稿件“采用”得分的 3 倍',
      '差错：-5 分 | 只计入年度总分 | 所在月得分计零',
      '采用：逐项累加 | 取最好的 3 个 | 每年度重新计 | 以 9 分封顶',
      '每月一篇 | 每月，至少 2 篇 | 每少一件 -1 分，按完成比例得分，全部完成 4 分 | 自愿报送、未完成不扣分：单位类别 医院 | 季度内超额可结转 | 只计入年度总分 | 自施行后首个完整周期起',
      '“每月一篇”连续 2 次未完成 | 通报批评，-3 分，只计入年度总分，所在季度得分计零，不能参加评优',
      '单位类别 科室，每年度采用达到 10 | 5 分',
      '每年度“积分”乘以 0.1 折入“绩效” | 以 10 封顶',
      '末位 | 每年度，自末位起，2 名，失去资格的不参加，末位并列待定',
      '达标 | 每年度，得分不低于 60 分，末位并列待定',
      '2026-01-01 起 | 按采用、批示之日适用本办法',
      '两单位报送同一稿件，归先报者',
      '合作撰稿各记全分 | 后来更高的采用，差额记入发生之时',
      '未经审批的稿件不算 | 退改稿件按首次报送之日',
      '按本期得分排名，合并排名，列出前 3 名、后 3 名',
    ]);
    expect(rulesOf(policy, ui('en')).map(({ text }) => text)).toContain('“每月一篇” missed 2 times running');
  });
});

describe('the page of an ordinance', () => {
  const context = { view: viewOf(), ui: zh, language: 'zh' as const };
  const page = policyPage('county-2021', context);

  test('has every clause with its words, at an address of its own', () => {
    const clause = page.clauses.find(({ name }) => name === '四(一)末段');
    expect(clause?.anchor).toBe('clause-四(一)末段');
    expect(clause?.text).toBe('每条信息的计分按照“不重复”和“择取最高标准”的原则计算。');
    expect(page.clauses).toHaveLength(Object.keys(shippedPolicy('county-2021').clauses).length);
  });

  test('shows how an open question is read, and how else it could be', () => {
    const [reading] = page.clauses.find(({ name }) => name === '四(一)6')?.readings ?? [];
    expect(reading?.question).toBe('批示加分是否受“择取最高标准”限制');
    expect(reading?.options.map(({ text, mark }) => [text, mark.text])).toEqual([
      ['批示分在最高一次采用之外另加', '采用'],
      ['采用与批示只取一个最高', '未采用'],
    ]);
  });

  test('has its points and quotas as tables, of which each row leads to its clause', () => {
    expect(page.tables.map(({ caption }) => caption)).toEqual(['采用（按体裁）', '批示（按级别）', '任务表']);
    const [first] = page.tables;
    expect(first?.columns.map(({ label, kind }) => [label, kind])).toEqual([
      ['条款', 'text'],
      ['情形', 'text'],
      ['综合', 'number'],
      ['简讯', 'number'],
      ['合并与条件', 'text'],
    ]);
    expect(first?.rows[2]?.cells.map(({ text }) => text)).toEqual(['四(一)3', '级别 市级', '6', '3', '采用']);
    expect(decodeURIComponent(first?.rows[2]?.cells[0]?.href ?? '')).toBe('policies/county-2021/#clause-四(一)3');
  });

  test('says what another reading would change', () => {
    const [reading] = page.clauses.find(({ name }) => name === '四(一)6')?.readings ?? [];
    expect(reading?.options.map(({ changes }) => changes)).toEqual([[], ['rules.instruction.pool: 采用']]);
  });

  test('says how often a clause was used, by what is public', () => {
    const notes = page.clauses.flatMap(({ name, notes: own }) => own.map(({ text }) => `${name} ${text}`));
    expect(notes.filter((note) => /公开的计分 [1-9]/.test(note)).length).toBeGreaterThan(0);
    expect(notes).toContain('四(一)5 尚未用到');
    expect(notes).toContain('五(二) 另见 三第二段');
    expect(page.clauses.find(({ name }) => name === '前言')?.notes).toEqual([]);
  });

  test('says what holds without a clause, and which clauses are left to people', () => {
    expect(page.general.map(({ kind, cell }) => `${kind} ${cell.text}`)).toContain('范围 单位类别 机关股室、下属单位');
    expect(page.uncomputed.slice(0, 3).map(({ text }) => text)).toEqual(['前言', '一', '二']);
    const readings = { A: { clause: '一', question: '?', chosen: 'A', options: { A: { says: '甲' } } } };
    const all = policyFrom('all', { id: 'all', title: '某', in_force: { from: '2026-01-01', clause: '一' }, clauses: { 一: '条文' }, readings });
    expect(policyPage('all', { ...context, view: { ...context.view, policies: [all] } })).toMatchObject({
      sections: [],
      tables: [],
      clauses: [{ readings: [{ because: undefined }] }],
    });
  });

  test('shows the cases beside it, and which clauses they prove', () => {
    const suite = runCasesOf(process.cwd(), 'county-2021');
    const proved = policyPage('county-2021', context, suite);
    const cases = proved.sections.find(({ id }) => id === 'cases');
    const count = suite.runs.filter(({ reading }) => reading === null).length;
    expect(cases?.text).toBe(`与办法放在一起的案例，应有的结果由人工按条文推算。${count} 个案例，${count} 个相符。`);
    expect(cases?.list?.[0]).toMatchObject({
      text: '县政府网站发布一篇综合性报道',
      marks: [{ text: '相符' }],
      lines: [{ text: '四(一)1 综合每条3分' }, {}],
    });
    const noteOf = (name: string): string[] => proved.clauses.find((clause) => clause.name === name)?.notes.map(({ text }) => text) ?? [];
    expect(noteOf('四(一)3').at(-1)).toMatch(/^[1-9]\d* 个案例$/);
    expect(noteOf('四(三)')).toEqual(['案例']);
  });

  test('says where a case differs, and where a clause has none', () => {
    const suite = runCasesOf(process.cwd(), 'county-2021');
    const [run] = suite.runs;
    const failed = run && { ...run, verdicts: run.verdicts.map((verdict) => ({ ...verdict, passed: false })) };
    const coverage = suite.coverage.map((one) => ({ ...one, untouched: one.parts }));
    const proved = policyPage('county-2021', context, { ...suite, runs: failed ? [failed] : [], coverage });
    expect(proved.sections.find(({ id }) => id === 'cases')?.list?.map(({ marks }) => marks?.[0]?.text)).toEqual(['不符']);
    expect(proved.clauses.find(({ name }) => name === '四(二)')?.notes.at(-1)).toEqual({ text: '没有案例', tone: 'muted' });
    expect(policyPage('county-2021', context, { ...suite, runs: [] }).sections).toEqual([]);
  });

  test('says what it is, and how it ranks outlets', () => {
    expect(page.state).toEqual({ text: '现行', tone: 'good' });
    expect(page.facts.find(({ term }) => term === '施行')?.details[0]?.text).toBe('2021-02-25 起');
    expect(page.outlets.map(({ term }) => term)).toEqual(['县政府网站', '县融媒', '市级', '省级', '国家级']);
  });

  test('says which ordinance took whose place', () => {
    const invented = { id: 'later', title: '新办法', number: '〔2026〕1号', in_force: { from: '2026-06-01' }, clauses: { 一: '条文' } };
    const values = changed('data/site.yaml', { policies: ['county-2021', 'later', 'next'] });
    values.set('policies/later.yaml', invented);
    values.set('policies/next.yaml', { ...invented, id: 'next', in_force: { from: '2027-01-01', to: '2027-12-31' } });
    const both = { ...context, view: viewOf(values) };
    expect(policiesPage(both).policies.map(({ text, marks }) => [text, marks?.[0]?.text])).toEqual([
      ['新办法', '尚未施行'],
      ['新办法', '现行'],
      ['XX县医疗保障局新闻报道工作办法', '已被代替'],
    ]);
    const { facts } = policyPage('county-2021', both);
    expect(facts[0]?.details[0]?.text).toBe('2021-02-25 起，2026-06-01 起由新办法代替');
    expect(facts.slice(1, 3).map(({ term, details }) => [term, details[0]?.text, details[0]?.href])).toEqual([
      ['施行期间', '2021-02-25 — 2026-05-31（1922 天）', undefined],
      ['被取代', '新办法', 'policies/later/'],
    ]);
    expect(policyPage('later', both).facts.map(({ term }) => term)).toEqual(['施行', '施行期间', '取代', '被取代', '办法文件']);
    expect(policyPage('next', both).facts.map(({ term }) => term)).toEqual(['施行', '取代', '办法文件']);
    expect(policyPage('later', both).lead).toEqual([{ text: '〔2026〕1号' }]);
    const after = { ...context, view: viewOf(values, '2028-01-02' as Day) };
    expect(policyPage('next', after).state.text).toBe('已被代替');
  });
});
