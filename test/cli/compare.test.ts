/** `tongbao compare`, run inside the test. Values from county-2021, by hand. */
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { newFolder, put, rootOfCase } from '../rig/root.ts';
import { bureau } from '../support/bureau.ts';
import { runIn, type Told } from './terminal.ts';

const root = newFolder();
const empty = newFolder();
const faulty = rootOfCase('faults/an-adoption-by-an-outlet-that-nobody-registered');
afterAll(() => {
  for (const folder of [root, empty, faulty]) rmSync(folder, { recursive: true, force: true });
});

for (const [file, value] of bureau()) put(root, file, stringify(value));
for (const id of ['a', 'b']) {
  put(root, `data/submissions/fuwu/2026/0401-${id}.yaml`, stringify({ title: `稿件${id}`, unit: 'fuwu', on: '2026-04-01', form: '综合' }));
  put(root, `data/adoptions/2026/0402-${id}.yaml`, stringify({ submission: `0401-${id}`, outlet: 'daily', on: '2026-04-02' }));
}
cpSync(join(import.meta.dirname, '../../policies'), join(root, 'policies'), { recursive: true });
const county = readFileSync(join(root, 'policies/county-2021.yaml'), 'utf8');
writeFileSync(join(root, 'draft.yaml'), county.replace('综合: 6', '综合: 7'));
writeFileSync(join(root, 'broken.yaml'), county.replace('综合: 6', '综合: 六'));
writeFileSync(join(root, 'torn.yaml'), 'id: [\n');

const compare = (...argv: string[]): Promise<Told> => runIn({ directory: root }, 'compare', '--as-of', '2026-06-30', ...argv);
const rowsOf = ({ out }: Told) => JSON.parse(out).rows;

describe('two ordinances', () => {
  test('a draft in a file of any name against the one in use', async () => {
    const told = await compare('--policy', 'county-2021', '--policy', 'draft.yaml', '--format', 'json');
    expect(told).toMatchObject({ code: 0, err: '' });
    expect(rowsOf(told)).toEqual([
      {
        unit: 'fuwu',
        name: '医保服务中心',
        before: { rank: 2, group: null, points: '12' },
        after: { rank: 1, group: null, points: '14' },
        change: '2',
        causes: [{ policy: 'county-2021', clause: '四(一)3', before: '12', after: '14' }],
      },
      {
        unit: 'jijin',
        name: '基金监管股',
        before: { rank: 1, group: null, points: '13' },
        after: { rank: 2, group: null, points: '13' },
        change: '0',
        causes: [],
      },
    ]);
    expect(JSON.parse(told.out)).toMatchObject({
      period: '2026',
      asOf: '2026-06-30',
      before: { policy: 'county-2021', since: null, rankedBy: 'period' },
    });
  });

  test('as a table: who moves, by how much, because of which clause', async () => {
    const { out } = await compare('--policy', 'county-2021', '--policy', 'draft.yaml', '--period', '2026-Q2');
    expect(out).toMatch(/医保服务中心 +1 → 1 +12 → 14 +\+2 +四\(一\)3 +12 +14\n/);
    expect(out).toContain('2 个单位中，0 个名次变化，1 个得分变化。  Of 2 units, 0 have another rank and 1 other points.');
    expect(out).not.toContain('基金监管股');
  });

  test('clauses of two ordinances are told apart, and units that one does not assess are told so', async () => {
    const { out } = await compare('--policy', 'county-2021', '--policy', 'linyi-2020', '--period', '2026');
    expect(out).toMatch(/基金监管股 +1 → 不参评 +13 → - +-13 +county-2021 四\(一\)6 +10 +0\n {20,}county-2021 四\(一\)1 +3 +0\n/);
    expect(out).toContain('尚未结束');
    expect(rowsOf(await compare('--policy', 'county-2021', '--policy', 'linyi-2020', '--everyone', '--format', 'json'))[0].after).not.toBeNull();
  });

  test('one that came later is taken as in force from the first day of the year', async () => {
    const { out } = await compare('--policy', 'county-2021', '--policy', 'draft.yaml', '--period', '2020-12');
    expect(out).toContain('按自 2020-01-01 起施行计算');
    expect(out).toContain('没有单位的名次或得分变化。');
  });
});

describe('two readings', () => {
  test('of one ordinance', async () => {
    const told = await compare('--policy', 'county-2021', '--reading', 'A01=B', '--format', 'json');
    expect(rowsOf(told).map(({ unit, after, change }: Record<string, unknown>) => [unit, (after as { rank: number }).rank, change])).toEqual([
      ['fuwu', 1, '0'],
      ['jijin', 2, '-3'],
    ]);
    expect(JSON.parse(told.out).after.readings).toEqual(['A01=B']);
  });

  test('with an ordinance named twice, of the second', async () => {
    const { out } = await compare('--policy', 'county-2021', '--policy', 'county-2021', '--reading', 'A01=B', '--reading', 'A02=B');
    expect(out).toContain('(county-2021, A01=B, A02=B)');
  });
});

describe('wrong usage is told, and how to mend it', () => {
  test.each([
    [['--policy', 'county-2021'], '是同一部'],
    [['--policy', 'county-2021', '--policy', 'linyi-2020', '--policy', 'draft.yaml'], '要有两部办法'],
    [['--policy', 'county-2021', '--policy', 'linyi-2021'], '是不是“linyi-2020”'],
    [['--policy', 'county-2021', '--policy', 'nowhere.yaml'], '没有名为“nowhere.yaml”的办法'],
    [['--policy', 'county-2021', '--reading', 'A01'], 'A01=B 的形式'],
    [['--policy', 'county-2021', '--reading', 'Z9=B'], '没有 Z9 这一项'],
    [['--policy', 'xinjiang-2020', '--reading', 'Z9=B'], '没有 Z9 这一项'],
    [[], '--policy'],
  ])('%j', async (argv, words) => {
    const { code, err } = await compare(...argv);
    expect(code).toBe(2);
    expect(err).toContain(words);
  });
});

describe('findings', () => {
  test.each(['broken.yaml', 'torn.yaml'])('an ordinance that cannot be used is told in full: %s', async (file) => {
    const { code, err, out } = await compare('--policy', 'county-2021', '--policy', file);
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain(`${file}:`);
  });

  test('a reading that is none of the options is one', async () => {
    const { code, err } = await compare('--policy', 'county-2021', '--reading', 'A01=X');
    expect(code).toBe(1);
    expect(err).toContain('policy/unknown-option');
  });

  test('of the ledger do not stop it; without a ledger there is nothing to compare', async () => {
    const told = await runIn({ directory: faulty }, 'compare', '--policy', 'county-2021', '--reading', 'A01=B');
    expect([told.code, told.err]).toEqual([0, expect.stringContaining('检查发现')]);
    expect(await runIn({ directory: empty }, 'compare', '--policy', 'a', '--policy', 'b')).toMatchObject({ code: 1, out: '' });
  });
});
