/** Trials in the laboratory: values from county-2021, by hand. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { openLedger } from '../../../src/ledger/open.ts';
import type { Day } from '../../../src/model/day.ts';
import { parsePeriod } from '../../../src/model/period.ts';
import type { Ledger } from '../../../src/model/records.ts';
import { decidePolicy } from '../../../src/policy/decide.ts';
import { setting } from '../../../src/policy/readings.ts';
import { type Answer, type Laboratory, laboratory, type Trial } from '../../../src/site/lab/engine.ts';
import { labData } from '../../../src/site/lab/extract.ts';
import { parse } from '../../../src/source/parse.ts';
import { labWords } from '../../../src/words/lab.ts';
import { LANGUAGES } from '../../../src/words/speech.ts';
import { bureau } from '../../support/bureau.ts';
import { SHIPPED } from '../../support/policies.ts';

const textOf = (id: string): string => readFileSync(new URL(`../../../policies/${id}.yaml`, import.meta.url), 'utf8');
const period = (key: string) => parsePeriod(key) as NonNullable<ReturnType<typeof parsePeriod>>;

/** 基金股 has 3 points from the county's site and 10 for an instruction; 医保服务中心 twice 6 from the city's paper. */
function values(site: Record<string, unknown> = {}) {
  const files = bureau();
  files.set('data/site.yaml', { ...(files.get('data/site.yaml') as object), ...site });
  for (const id of ['a', 'b']) {
    files.set(`data/submissions/fuwu/2026/0401-${id}.yaml`, { title: `稿件${id}`, unit: 'fuwu', on: '2026-04-01', form: '综合' });
    files.set(`data/adoptions/2026/0402-${id}.yaml`, { submission: `0401-${id}`, outlet: 'daily', on: '2026-04-02' });
  }
  return files;
}

function labOf(site: Record<string, unknown> = {}, language: (typeof LANGUAGES)[number] = 'zh', ids: readonly string[] = SHIPPED): Laboratory {
  const ledger = openLedger(values(site)).ledger as Ledger;
  const policies = ids.map((id) => ({ id, text: textOf(id), inUse: ledger.site.policies.includes(id), written: parse(id, textOf(id)).value }));
  return laboratory(labData({ ledger, asOf: '2026-06-30' as Day, policies, periods: [period('2026'), period('2026-03')] }), language) as Laboratory;
}

const lab = labOf();
const answer = (trial: Partial<Trial>, from: Laboratory = lab): Answer => from.answer({ ...from.start, ...trial });
const keyOf = (...path: (string | number)[]): string => JSON.stringify(path);
const told = ({ result }: Answer) =>
  result?.rows.map(({ unit, ranks, movement, points, change, causes }) => [
    unit.text,
    ranks.join('→'),
    movement.way,
    points.join('→'),
    change,
    causes.map(({ clause, text }) => `${clause.text}${text}`),
  ]);

describe('a trial', () => {
  test('of nothing changes nothing', () => {
    const unchanged = answer({});
    expect(unchanged.result?.summary).toBe(labWords('zh').unchanged);
    expect(unchanged.yaml).toBe(textOf('county-2021'));
    expect(told(unchanged)).toEqual([
      ['基金股', '1→1', 'none', '13→13', '0', []],
      ['医保服务中心', '2→2', 'none', '12→12', '0', []],
    ]);
  });

  test('of other points shows who moves, and the clause with its wording', () => {
    const changed = answer({ edits: { [keyOf('rules', 'city', 'points', 'table', '综合')]: '7' } });
    expect(told(changed)).toEqual([
      ['医保服务中心', '2→1', 'up', '12→14', '+2', ['四(一)3：12 → 14（+2）']],
      ['基金股', '1→2', 'down', '13→13', '0', []],
    ]);
    expect(changed.result?.rows[0]?.causes[0]).toMatchObject({ clause: { href: expect.stringContaining('policies/county-2021/#clause-') } });
    expect(changed.result?.rows[0]?.causes[0]?.wording).toContain('湛江日报');
    expect(changed.result?.rows[0]?.unit.href).toBe('units/fuwu/');
    expect(changed.result?.summary).toBe('2 个单位中，2 个名次变化，1 个得分变化。');
    expect(changed.yaml).toBe(textOf('county-2021').replace('综合: 6', '综合: 7'));
  });

  test('of a reading chooses it in the text, and the fields follow', () => {
    const changed = answer({ readings: { A01: 'B' } });
    expect(told(changed)?.[1]).toEqual(['基金股', '1→2', 'down', '13→10', '-3', ['四(一)6：10 → 7（-3）']]);
    const { policy, findings } = decidePolicy('policies/county-2021.yaml', parse('x', changed.yaml).value);
    expect(findings).toEqual([]);
    expect(policy?.readings.A01?.chosen).toBe('B');
    expect(changed.form.readings[0]?.options.map(({ mark }) => mark)).toEqual(['现行', '']);
  });

  test('of what a reading sets is written into the reading', () => {
    const key = keyOf('readings', 'A07', 'options', 'B', 'set', 'duties.monthly-report.at_least');
    const fields = (trial: Partial<Trial>) => answer(trial).form.sections.flatMap(({ rows }) => rows.flatMap((row) => row.fields));
    expect(fields({ readings: { A07: 'B' } })).toContainEqual({ key, label: '任务数', value: '2' });
    expect(fields({})).toContainEqual({ key: keyOf('duties', 'monthly-report', 'at_least'), label: '任务数', value: '1' });
    const changed = answer({ readings: { A07: 'B' }, edits: { [key]: '3' } });
    expect(changed.yaml).toContain('set: { duties.monthly-report.at_least: 3 }');
    expect(changed.result).not.toBeNull();
  });

  test('with a number in wide digits is understood', () => {
    expect(answer({ edits: { [keyOf('rules', 'city', 'points', 'table', '综合')]: ' ７ ' } }).yaml).toContain('综合: 7');
  });

  test.each(['abc', '', '1e3', '7, 简讯: 9', '9'.repeat(400)])('with %j where a number belongs is told so at the field', (typed) => {
    const key = keyOf('rules', 'city', 'points', 'table', '综合');
    const broken = answer({ edits: { [key]: typed } });
    expect(broken.result).toBeNull();
    expect(Object.keys(broken.faults)).toEqual([key]);
    expect(broken.faults[key]).toContain('数');
    expect(broken.notes).toEqual([labWords('zh').broken(1)]);
  });

  test('of a period has the points of that period', () => {
    expect(told(answer({ period: '2026-03' }))).toEqual([
      ['基金股', '1→1', 'none', '13→13', '0', []],
      ['医保服务中心', '2→2', 'none', '0→0', '0', []],
    ]);
  });

  test('of an ordinance for others says that it assesses nobody here, and tries it for everyone if asked', () => {
    const nobody = answer({ policy: 'linyi-2020' });
    expect(nobody.notes).toEqual([labWords('zh').nobody]);
    expect(told(nobody)?.[0]).toEqual(['基金股', '1→不参评', 'none', '13→—', '-13', ['现行 四(一)6：10 → 0（-10）', '现行 四(一)1：3 → 0（-3）']]);
    const everyone = answer({ policy: 'linyi-2020', everyone: true });
    expect(everyone.notes).toEqual([]);
    expect(everyone.result?.rows.every(({ ranks }) => ranks[1] !== '不参评')).toBe(true);
    expect(
      everyone.result?.rows.flatMap(({ causes }) => causes).some(({ clause }) => clause.text.startsWith('所选 ') && clause.href === undefined),
    ).toBe(true);
  });

  test('of an ordinance that came later says from when it is taken as in force', () => {
    const trial = answer({ policy: 'xinjiang-2022', period: '2021', everyone: true });
    expect(trial.notes).toContain(labWords('zh').asIf('自治区医疗保障局政务信息工作考核评价办法(试行)', '2021-01-01'));
  });
});

describe('what is public', () => {
  test('ranks are told as far as the installation tells them', () => {
    const ranks = (ranking: unknown) => told(answer({ readings: { A01: 'B' } }, labOf({ public: { ranking } })))?.map(([, rank, way]) => [rank, way]);
    expect(ranks('none')).toEqual([
      ['—→—', 'none'],
      ['—→—', 'none'],
    ]);
    expect(ranks(1)).toEqual([
      ['—→1', 'none'],
      ['1→—', 'none'],
    ]);
  });
});

describe('what may be chosen', () => {
  test('the ordinances, those in use marked, and the periods', () => {
    expect(lab.choices.policies[0]).toEqual({ value: 'county-2021', text: 'XX县医疗保障局新闻报道工作办法（现行）' });
    expect(lab.choices.policies).toHaveLength(SHIPPED.length);
    expect(lab.choices.periods.map(({ text }) => text)).toEqual(['2026年', '2026年3月']);
  });

  test('an ordinance that cannot be used is not offered, and without any there is no laboratory', () => {
    const ledger = openLedger(values()).ledger as Ledger;
    const data = labData({
      ledger,
      asOf: '2026-06-30' as Day,
      policies: [{ id: 'x', text: 'id: x\n', inUse: true, written: { id: 'x' } }],
      periods: [period('2026')],
    });
    expect(laboratory(data, 'zh')).toBeNull();
    expect(laboratory({ ...data, policies: [{ id: 'county-2021', text: textOf('county-2021'), inUse: true }], periods: [] }, 'zh')).toBeNull();
  });

  test.each(LANGUAGES)('every ordinance has its form in %s: each number with a name, each clause cited', (language) => {
    const own = labOf({}, language);
    for (const { value: policy } of own.choices.policies) {
      const { form } = answer({ policy }, own);
      for (const row of form.sections.flatMap(({ rows }) => rows)) {
        expect(row.text).not.toBe('');
        for (const { label, value } of row.fields) expect([label, Number.isFinite(Number(value))]).toEqual([expect.stringMatching(/./), true]);
      }
    }
  });
});

describe('an ordinance that uses the whole language', () => {
  const changes: Record<string, unknown> = {
    'rules.city.points': { by: 'length', bands: [{ up_to: 100, give: 1 }, { give: 2 }], at_least: undefined },
    'rules.steps': {
      clause: '四(一)6',
      for: 'instruction',
      unless: { level: '省' },
      pool: '批示',
      points: { by: 'ordinal', steps: [{ at: 1, give: 5 }], each: 2, more: 3, at_most: 9 },
    },
    'rules.again': { clause: '四(一)6', for: 'instruction', pool: '批示', multiple_of: { pool: '采用', times: 2 } },
    'pools.采用': { combine: 'sum', best: 2, at_most: 30 },
    bases: { start: { clause: '四(三)', points: 10, per: 'year' } },
    limits: { top: { clause: '四(三)', rules: ['county-site', 'city', 'monthly-report'], at_most: 100, per: 'year' } },
    conversions: { half: { clause: '四(三)', into: '考核分', per: 'year', times: 0.5 } },
    consequences: {
      warn: { clause: '四(二)', when: { duty: 'monthly-report', times: 3 }, points: -1 },
      told: { clause: '四(三)', when: { duty: 'monthly-report', times: 5 }, says: '通报批评' },
    },
    deadlines: { 约稿: { clause: '四(三)', days: 5 } },
  };
  const tree = Object.entries(changes).reduce<unknown>((all, [path, value]) => setting(all, path, value), parse('x', textOf('county-2021')).value);
  const text = stringify(JSON.parse(JSON.stringify(tree)));
  const ledger = openLedger(values()).ledger as Ledger;
  const own = (language: 'zh' | 'en') =>
    laboratory(
      labData({
        ledger,
        asOf: '2026-06-30' as Day,
        policies: [{ id: 'county-2021', text, inUse: true, written: parse('x', text).value }],
        periods: [period('2026')],
      }),
      language,
    ) as Laboratory;
  const rows = (language: 'zh' | 'en') =>
    answer({}, own(language)).form.sections.map(({ title, rows }) => [
      title,
      ...rows.map((row) => `${row.text} [${row.fields.map(({ label, value }) => `${label} ${value}`).join('; ')}]`),
    ]);

  test('has a field for each of its numbers, with what it is for', () => {
    const told = Object.fromEntries(rows('zh').map(([title = '', ...lines]) => [title, lines]));
    expect(told.计分规则).toContain('采用，级别 市级 [第 1 档 · 不超过 100; 第 1 档 · 给分 1; 第 2 档 · 给分 2]');
    expect(told.计分规则).toContain('批示，级别 省除外 [第 1 档 · 达到 1; 第 1 档 · 给分 5; 每满 2; 再加 3; 封顶 9]');
    expect(told.计分规则).toContain('批示 [另加倍数 · 倍数 2]');
    expect(told.合并与封顶).toEqual(['采用 [取最好几个 2; 封顶 30]']);
    expect(told.期限).toEqual(['约稿 [天数 5]']);
    expect(told.多次发生的后果).toEqual(['后果 [次数 3; 分值 -1]', '通报批评 [次数 5]']);
    expect(told.基础分).toEqual(['每年度 [分值 10]']);
    expect(told.封顶与保底).toEqual(['每年度，四(一)1、四(一)3、四(二) [封顶 100]']);
    expect(told.折算).toEqual(['每年度 [倍数 0.5]']);
    expect(rows('en').flat().join('\n')).toContain('band 1 · up to 100');
  });

  test('is told of what its schema refuses, at the field', () => {
    const key = keyOf('pools', '采用', 'best');
    const broken = answer({ edits: { [key]: '0' } }, own('en'));
    expect(Object.keys(broken.faults)).toEqual([key]);
    expect(broken.notes).toEqual([labWords('en').broken(1)]);
  });

  test('is told in English what changes', () => {
    const { result } = answer({ edits: { [keyOf('bases', 'start', 'points')]: '11' } }, own('en'));
    expect(result?.summary).toBe('Of 2 units, 0 have another rank and 2 other points.');
    expect(result?.rows[0]?.causes[0]?.text).toBe(': 10 → 11 (+1)');
    const wide = answer({ policy: 'ganzhou-2020', everyone: true, period: '2026' }, labOf({}, 'en'));
    expect(wide.result?.rows.map(({ movement }) => movement.text).join()).toMatch(/the same|up 1|down 1/);
    expect(answer({ policy: 'linyi-2020' }, labOf({}, 'en')).notes).toEqual([labWords('en').nobody]);
    expect(answer({ policy: 'xinjiang-2022', period: '2021' }, labOf({}, 'en')).notes[0]).toContain('2021-01-01');
    expect(answer({ readings: { A01: 'B' } }, labOf({}, 'en')).result?.rows.map(({ movement }) => movement.text)).toEqual(['up 1', 'down 1']);
  });
});

describe('faults that stand at no field', () => {
  test('are told at the field changed near them, or for the whole', () => {
    // Equal parts without a rule of rounding: the reading that sets both is torn.
    const torn = textOf('county-2021').replace('items.authors: equal, rounding: { places: 2, mode: half-up }', 'items.authors: equal');
    const ledger = openLedger(values()).ledger as Ledger;
    const data = labData({
      ledger,
      asOf: '2026-06-30' as Day,
      policies: [{ id: 'county-2021', text: torn, inUse: true, written: parse('x', torn).value }],
      periods: [period('2026')],
    });
    const broken = answer({ readings: { A16: 'B' } }, laboratory(data, 'zh') as Laboratory);
    expect(broken.result).toBeNull();
    expect(broken.faults['']).toContain('除不尽');
  });
});

describe('several ordinances in use', () => {
  test('whose clause it is, is told; and groups stand apart', () => {
    const grouped = (id: string, from: string): string =>
      textOf('county-2021')
        .replace('id: county-2021', `id: ${id}`)
        .replace('from: 2021-02-25', `from: ${from}`)
        .replace('title: XX县医疗保障局新闻报道工作办法', `title: 办法${id}`)
        .replace('groups: none', 'groups: class');
    const texts = { old: grouped('old', '2021-02-25'), new: grouped('new', '2026-04-01') };
    const ledger = openLedger(values({ policies: ['old', 'new'] })).ledger as Ledger;
    const policies = Object.entries(texts).map(([id, text]) => ({ id, text, inUse: true, written: parse(id, text).value }));
    const data = labData({ ledger, asOf: '2026-06-30' as Day, policies, periods: [period('2026')] });
    const both = laboratory(data, 'zh') as Laboratory;
    const key = keyOf('rules', 'instruction', 'points', 'table', '市');
    const { result } = answer({ policy: 'old', edits: { [key]: '4' } }, both);
    expect(result?.rows.map(({ group, unit, points }) => [group, unit.text, points.join('→')])).toEqual([
      ['机关股室', '基金股', '13→7'],
      ['下属单位', '医保服务中心', '12→12'],
    ]);
    expect(result?.rows[0]?.causes.map(({ clause }) => clause.text)).toEqual(['办法old 四(一)6']);
    const missing = laboratory({ ...data, policies: data.policies.filter(({ id }) => id === 'new') }, 'zh') as Laboratory;
    expect(answer({}, missing).result?.summary).toBe(labWords('zh').unchanged);
  });
});
