/** Trials in the laboratory: values from county-2021, by hand. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { openLedger } from '../../../src/ledger/open.ts';
import type { Day } from '../../../src/model/day.ts';
import { parsePeriod } from '../../../src/model/period.ts';
import type { Ledger } from '../../../src/model/records.ts';
import { decidePolicy } from '../../../src/policy/decide.ts';
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
