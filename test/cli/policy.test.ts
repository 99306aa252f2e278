/** `policy new` and `policy show`: an ordinance begun from answers, and one laid out to be compared with the document on paper. */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll, describe, expect, test } from 'vitest';
import { asking } from '../../src/cli/terminal.ts';
import { decidePolicy } from '../../src/policy/decide.ts';
import { parse } from '../../src/source/parse.ts';
import { newFolder, put } from '../rig/root.ts';
import { run, runIn } from './terminal.ts';

const root = newFolder();
put(root, 'data/site.yaml', 'organisation: 某局\n');
afterAll(() => rmSync(root, { recursive: true, force: true }));

const textOf = (id: string): string => readFileSync(join(root, `policies/${id}.yaml`), 'utf8');
/** The ordinance that was written, which has nothing to complain of. */
function policyOf(id: string) {
  const file = `policies/${id}.yaml`;
  const { value, findings } = parse(file, textOf(id));
  const decided = decidePolicy(file, value);
  expect([...findings, ...decided.findings]).toEqual([]);
  return decided.policy;
}

const begin = (id: string, ...options: string[]) => run('policy', 'new', id, '--root', root, ...options);
const named = ['--title', '某县: 办法', '--from', '2026-01-01'];

describe('a new ordinance', () => {
  test('from options, with levels, forms, a quota and a ranking', async () => {
    const levels = ['--level', '县级=3,1', '市级＝6、3', '--level', '市级报纸=7', '学习强国=18，8'];
    expect(await begin('full', ...named, '--forms', '综合、简讯', ...levels, '--quota', '2', '--ranking', 'month')).toMatchObject({
      code: 0,
      err: '',
    });
    expect(policyOf('full')).toMatchObject({
      id: 'full',
      title: '某县: 办法',
      inForce: { from: '2026-01-01', to: null },
      words: { form: ['综合', '简讯'] },
      outlets: { 县级: { level: '县' }, 市级: { level: '市' }, 市级报纸: { name: '市级报纸' }, 学习强国: { name: '学习强国' } },
      rules: {
        'level-1': { clause: '一', for: 'adoption', where: { class: '县级' }, pool: '采用', points: { by: 'form', table: { 综合: 3, 简讯: 1 } } },
        'level-3': { points: 7 },
        'level-4': { points: { by: 'form', table: { 综合: 18, 简讯: 8 } } },
      },
      pools: { 采用: { combine: 'highest' } },
      duties: { monthly: { per: 'month', at_least: 2 } },
      cadence: [{ every: 'month' }],
    });
  });

  test('says with each part what belongs there', () => {
    const parts = ['条文', '体裁', '考核哪些类别', '媒体分级', '计分规则', '合并办法', '报送任务', '排名', '条文不明之处'];
    const comments = textOf('full')
      .split('\n')
      .filter((line) => line.startsWith('#'));
    expect(parts.filter((part) => !comments.some((line) => line.includes(part)))).toEqual([]);
  });

  test('from as little as a title and a day', async () => {
    expect(await begin('bare', ...named)).toMatchObject({ code: 0 });
    expect(policyOf('bare')).toMatchObject({ outlets: {}, rules: {}, duties: {}, cadence: [{ every: 'quarter' }] });
  });

  test('levels without forms', async () => {
    expect(await begin('plain', ...named, '--level', '国家级=18', '省级=9', '县级=-1.5')).toMatchObject({ code: 0 });
    expect(policyOf('plain')).toMatchObject({
      outlets: { 国家级: { level: '国家' }, 省级: { level: '省' } },
      rules: { 'level-3': { points: -1.5 } },
    });
  });

  test('is never written over one that is there', async () => {
    const before = textOf('bare');
    expect(await begin('bare', ...named)).toMatchObject({ code: 2, err: expect.stringContaining('已经存在') });
    expect(textOf('bare')).toBe(before);
  });

  test.each([
    ['an id that is none', ['County'], '编号'],
    ['no title', ['wrong', '--from', '2026-01-01'], '--title'],
    ['an empty title', ['wrong', '--title', ' ', '--from', '2026-01-01'], '标题'],
    ['no such day', ['wrong', '--title', '某', '--from', '2026-02-30'], '2026-02-30'],
    ['a level without points', ['wrong', ...named, '--level', '市级'], '市级'],
    ['a level with too few points', ['wrong', ...named, '--forms', '甲,乙,丙', '--level', '市级=1,2'], '依次写甲、乙、丙的分值'],
    ['a level twice', ['wrong', ...named, '--level', '市级=1', '市级=2'], '写了两次'],
    ['a quota that is none', ['wrong', ...named, '--quota', '一'], '整数'],
    ['a period that is none', ['wrong', ...named, '--ranking', 'season'], 'season'],
  ])('%s is told, and nothing is written', async (_what, [id = '', ...options], words) => {
    const { code, err } = await begin(id, ...options);
    expect(code).toBe(2);
    expect(err).toContain(words);
    expect(() => textOf(id)).toThrow();
  });

  test('asks on a terminal for what is missing, and again where it does not understand', async () => {
    const answers = ['某局办法', '明年', '2026-03-01', '综合,简讯', '县级', '县级=3,1', '', '', 'season', ''];
    const asked: string[] = [];
    const ask = (question: string): Promise<string> => {
      asked.push(question);
      return Promise.resolve(answers.shift() ?? '');
    };
    const { code, err } = await runIn({ ask }, 'policy', 'new', 'asked', '--root', root);
    expect(code).toBe(0);
    expect(asked).toHaveLength(10);
    expect(err).toContain('没有“明年”这一天');
    expect(policyOf('asked')).toMatchObject({ title: '某局办法', inForce: { from: '2026-03-01' }, outlets: { 县级: { level: '县' } }, duties: {} });
  });

  test('reads a line at a time, and ends with the input', async () => {
    const [input, output] = [new PassThrough(), new PassThrough()];
    const ask = asking(input, output);
    const first = ask('标题?');
    input.write('某局办法\n');
    expect(await first).toBe('某局办法');
    expect(String(output.read())).toBe('标题?');
    const second = runIn({ ask }, 'policy', 'new', 'unanswered', '--root', root);
    input.end();
    expect(await second).toMatchObject({ code: 2, err: expect.stringContaining('没有回答') });
    expect(() => textOf('unanswered')).toThrow();
  });

  test('ends where asking fails', async () => {
    const ask = (): Promise<string> => Promise.reject(new Error('gone'));
    expect(await runIn({ ask }, 'policy', 'new', 'gone', '--root', root)).toMatchObject({ code: 1, err: expect.stringContaining('gone') });
  });
});

describe('an ordinance shown', () => {
  const shown = (id: string, ...options: string[]) => run('policy', 'show', id, ...options);

  test('as text: tables, text beside rule, readings with what they change', async () => {
    const { code, out } = await shown('policies/county-2021.yaml');
    expect(code).toBe(0);
    expect(out).toContain('  四(一)3  级别 市级           6     3  采用\n');
    expect(out).toContain('    审批  股室负责人 → 分管领导 → 办公室主任 → 分管宣传工作的局领导 → 局主要领导（重要稿件 是）\n');
    expect(out).toContain('      ● A  批示分在最高一次采用之外另加\n      ○ B  采用与批示只取一个最高\n          rules.instruction.pool: 采用\n');
    expect(out).toMatch(/只有条文、不作计算的条款\n {2}前言、一、二/);
  });

  test('in English, and coloured where the terminal is', async () => {
    const { out } = await runIn({ colour: true }, 'policy', 'show', 'ganzhou-2020', '--language', 'en');
    expect(out).toContain('In force: from 2020-');
    expect(out).toContain('\u001b[1m');
  });

  test('as Markdown, of which every line of a table has as many cells', async () => {
    const { out } = await shown('xinjiang-2022', '--format', 'markdown');
    expect(out).toContain('| 第七条(二)4 | 级别 新疆医疗保障，阶段 采用 | 4 | 3 | 3 | 2 | 2 | 采用 |\n');
    const tables = out.split('\n\n').filter((block) => block.startsWith('|'));
    for (const block of tables)
      expect(
        new Set(
          block
            .trim()
            .split('\n')
            .map((line) => line.split(' | ').length),
        ).size,
      ).toBe(1);
    expect((await shown('xinjiang-2020', '--format', 'markdown')).out).not.toContain('| 条款 | 条文不明之处的理解 |');
  });

  test('as JSON, in both languages', async () => {
    const { out } = await shown('linyi-2020', '--format', 'json');
    expect(JSON.parse(out)).toMatchObject({
      id: 'linyi-2020',
      from: '2020-03-17',
      to: null,
      zh: { tables: [{ title: '采用（按级别）', rows: [['三(三)', '级别 国家级、省级、市级', '3', '1', '0.1', '采用'], {}] }, {}, {}] },
      en: { tables: [{ title: 'adoption by class' }, {}, {}] },
    });
  });

  test('one in which all is computed, with a reading that gives no reason', async () => {
    const reading = 'readings: { A: { clause: 一, question: 怎么读, chosen: A, options: { A: { says: 甲 } } } }\n';
    put(root, 'policies/brief.yaml', `id: brief\ntitle: 某办法\nin_force: { clause: 一, from: 2026-01-01 }\nclauses: { 一: 条文 }\n${reading}`);
    const text = await shown('brief', '--root', root);
    expect(text.out).toContain('    A  怎么读\n      ● A  甲\n\n');
    expect(text.out).not.toContain('不作计算');
    expect((await shown('brief', '--root', root, '--format', 'markdown')).out).toContain('| 一 | A 怎么读 | A 甲 |  |\n');
  });

  test('with what is wrong told; one that cannot be used is not shown', async () => {
    put(
      root,
      'policies/slip.yaml',
      'id: slip\ntitle: 某办法\nin_force: { from: 2026-01-01 }\nclauses: { 一: 条文 }\noutlets: { 市级: { level: 市, own: true, name: [] } }\n',
    );
    put(
      root,
      'policies/warned.yaml',
      'id: warned\ntitle: 某办法\nin_force: { from: 2026-01-01 }\nclauses: { 一: 条文 }\nsubjects: { year: { above: 3, below: 4 } }\n',
    );
    put(root, 'policies/broken.yaml', 'id: [\n');
    expect(await shown('slip', '--root', root)).toMatchObject({ code: 1, out: '', err: expect.stringContaining('policies/slip.yaml:5') });
    expect(await shown('warned', '--root', root)).toMatchObject({
      code: 1,
      out: expect.stringContaining('某办法'),
      err: expect.stringContaining('policy/never-applies'),
    });
    expect(await shown('broken', '--root', root)).toMatchObject({ code: 1, out: '' });
  });

  test('one that is not there, a language that is none', async () => {
    expect(await shown('county-2012')).toMatchObject({ code: 2, err: expect.stringContaining('“county-2021”') });
    expect(await shown('nothing-like-it')).toMatchObject({ code: 2 });
    expect(await shown('county-2021', '--language', 'fr')).toMatchObject({ code: 2 });
  });
});
