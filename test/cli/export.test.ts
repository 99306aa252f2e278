/** `tongbao export`: the ledger as a spreadsheet, and back again. */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import readXlsxFile from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newOffice } from '../filing/office.ts';
import { put } from '../rig/root.ts';
import { run } from './terminal.ts';

const root = newOffice();
const out = newOffice();
afterAll(() => {
  for (const folder of [root, out]) rmSync(folder, { recursive: true, force: true });
});

const RECORDS: Readonly<Record<string, string>> = {
  'submissions/fund/2026/20260305-fei-xing.yaml':
    'title: "=HYPERLINK(\\"http://x\\")、飞行检查"\nunits:\n  - unit: fund\n    mark: 综\n  - service\nauthors: [li-fund, li-service, 陈海生]\non: 2026-03-05\nevent: 2026-03-04\nform: 综合\nimportant: true\nlength: 1200\nlink: https://x.example/1\nnote: |-\n  第一行\n  第二行\n',
  'submissions/office/2026/20260401-mi.yaml': 'title: 内部情况\nunit: 办公室\non: 2026-04-01\nform: 简讯\nopenness: 不公开\n',
  'submissions/office/2026/20260402-zong-he.yaml':
    'title: 综合稿\nunit: office\non: 2026-04-02\ncomposite_of: [20260305-fei-xing, 20260401-mi]\ntarget: 人民网\naccepted: 2026-04-03\nrounds:\n  - { returned: 2026-04-02, reason: 错字, revised: 2026-04-03 }\n',
  'submissions/service/2026/20260305-fu-wu.yaml':
    'title: 综合稿\nunit: 服务中心\non: 2026-03-05\nsame_as: 20260402-zong-he\nstream: 党务\norigin: 转载\ntopic: 两病\ncategory: 工作动态\nsensitive: true\n',
  'adoptions/2026/20260306-daily-a.yaml':
    'submission: 20260305-fei-xing\noutlet: daily\non: 2026-03-06\nform: 简讯\nprint: true\nposition: 二版\nlength: 800\npiece: 单篇\n',
  'adoptions/2026/20260407-renmin-a.yaml':
    'submission: 20260305-fei-xing\noutlet: 人民网\non: 2026-04-07\nreprint: true\nroute: 转报\nproof_on: 2026-04-08\nlink: https://x.example/2\nnote: -1\n',
  'adoptions/2026/20260408-own-mi.yaml': 'submission: 20260401-mi\noutlet: own\non: 2026-04-08\nstage: 上报\n',
  'instructions/2026/20260409-shi-a.yaml': 'submission: 20260305-fei-xing\nlevel: 市\nrank: 副市长\non: 2026-04-09\naffirmative: false\n',
  'instructions/2026/20260410-sheng-a.yaml': 'submission: 20260305-fei-xing\nlevel: 省\non: 2026-04-10\nnote: 口头\n',
};

beforeAll(() => {
  for (const [file, text] of Object.entries(RECORDS)) put(root, `data/${file}`, text.replace('note: -1', 'note: "-1"'));
});

const exported = (name: string, ...options: string[]) => run('export', join(out, name), '--root', root, '--force', ...options);
const rowsIn = async (name: string): Promise<unknown[][]> => (await readXlsxFile(join(out, name)))[0]?.data as unknown[][];

/** A root with the same registers and nothing filed. */
function emptied(): string {
  const folder = newOffice();
  for (const file of readdirSync(join(root, 'data')).filter((name) => name.endsWith('.yaml')))
    cpSync(join(root, 'data', file), join(folder, 'data', file));
  return folder;
}

/** What a record says, names resolved to ids as far as the test needs it, without what no column holds. */
function meantBy(folder: string, file: string): Record<string, unknown> {
  const { rounds: _, ...written } = load(readFileSync(join(folder, 'data', file), 'utf8')) as Record<string, unknown>;
  const known: Readonly<Record<string, string>> = {
    fund: '基金监管股',
    service: '医保服务中心',
    服务中心: '医保服务中心',
    office: '办公室',
    daily: '湛江日报',
    own: '本局公众号',
    zhou: '周启明',
  };
  const named = (value: unknown): unknown => (typeof value === 'string' ? (known[value] ?? value) : value);
  const units = Array.isArray(written.units)
    ? (written.units as unknown[]).map((share) =>
        typeof share === 'object' ? { ...share, unit: named((share as { unit: string }).unit) } : named(share),
      )
    : undefined;
  return {
    ...written,
    ...(units === undefined ? {} : { units }),
    ...(written.unit === undefined ? {} : { unit: named(written.unit) }),
    ...(written.outlet === undefined ? {} : { outlet: named(written.outlet) }),
  };
}

test('the ledger that is exported is clean', async () => {
  expect((await run('check', '--root', root)).out).toContain('检查通过');
});

describe.each(['csv', 'xlsx'])('as %s', (kind) => {
  test('it comes back into an empty ledger as the same records', async () => {
    const told = await exported(`a.${kind}`);
    expect(told).toMatchObject({ code: 0, err: '' });
    expect(told.out).toContain('5 行 rows');
    expect(told.out).toContain('rounds 1');
    const back = emptied();
    const { code, out: account } = await run('import', join(out, `a.${kind}`), '--root', back, '--as-of', '2026-06-30', '--write');
    expect({ code, account: account.slice(-400) }).toMatchObject({ code: 0 });
    for (const file of Object.keys(RECORDS)) {
      const [before, after] = [meantBy(root, file), meantBy(back, file)];
      // A workbook has no line breaks in our cells; CSV keeps them.
      if (kind === 'xlsx' && before.note !== undefined) before.note = String(before.note).replace('\n', ' ');
      // What an adoption has from the register or its submission need not be said again.
      expect(after).toEqual(before);
    }
    expect((await run('check', '--root', back)).code).toBe(0);
    rmSync(back, { recursive: true });
  });
});

test('days and numbers are days and numbers, and no text is a formula', async () => {
  await exported('b.xlsx');
  const [heads, first] = (await rowsIn('b.xlsx')) as [string[], unknown[]];
  const at = (head: string): unknown => first[heads.indexOf(head)];
  expect(at('报送日期')).toEqual(new Date('2026-03-05T00:00:00Z'));
  expect(at('字数')).toBe(1200);
  expect(at('信息标题')).toBe('=HYPERLINK("http://x")、飞行检查');
  expect(at('报送单位')).toBe('基金监管股(综)、医保服务中心');
  expect(at('撰稿人')).toBe('li-fund、li-service、陈海生');
  await exported('b.csv');
  const text = readFileSync(join(out, 'b.csv'), 'utf8');
  expect(text.startsWith('\ufeff报送编号,')).toBe(true);
  expect(text).toContain(`"'=HYPERLINK(""http://x"")、飞行检查"`);
  expect(text).toContain(`,'-1`);
});

test('of a period: what was filed, adopted or instructed on in it', async () => {
  await exported('c.xlsx', '--period', '2026-04');
  const [heads, ...rows] = (await rowsIn('c.xlsx')) as [string[], ...unknown[][]];
  expect(rows.map((row) => [row[heads.indexOf('报送编号')], row[heads.indexOf('采用编号')] ?? null, row[heads.indexOf('批示编号')] ?? null])).toEqual(
    [
      ['20260305-fei-xing', '20260407-renmin-a', '20260409-shi-a'],
      ['20260305-fei-xing', null, '20260410-sheng-a'],
      ['20260401-mi', '20260408-own-mi', null],
      ['20260402-zong-he', null, null],
    ],
  );
});

test('what is not public is left out when asked: items, notes, ranks of leaders, ids of others', async () => {
  const told = await exported('d.csv', '--public');
  const text = readFileSync(join(out, 'd.csv'), 'utf8');
  expect(told.out).not.toContain('不公开');
  for (const secret of [
    '内部情况',
    '20260401-mi',
    '本局公众号',
    '副市长',
    '口头',
    '第一行',
    '20260402-zong-he,综合稿,办公室,,2026-04-02,,,,,20260305',
  ])
    expect(text).not.toContain(secret);
  expect(text).toContain('飞行检查');
});

test('people are left out of what is public where the site does not show them', async () => {
  const own = emptied();
  put(own, 'data/site.yaml', 'organisation: 某局\npolicies: [county-2021]\npublic: { people: false }\n');
  put(own, 'data/submissions/fund/2026/a.yaml', 'title: 甲\nunit: fund\nauthors: [陈海生]\non: 2026-03-05\n');
  await run('export', join(out, 'e.csv'), '--root', own, '--public');
  expect(readFileSync(join(out, 'e.csv'), 'utf8')).not.toContain('陈海生');
  rmSync(own, { recursive: true });
});

test('in the columns of the office: its headings, several adoptions in a row, an outlet of its own', async () => {
  put(
    out,
    'm.yaml',
    'tables:\n  - submission: { title: 题目, unit: 科室, on: C列 }\n    adoptions: [{ outlet_is: 人民网, on: 人民网 }, { outlet: 媒体, on: 时间 }, { outlet: 媒体, on: 时间 }]\n    instructions: [{ said: 批示 }]\n',
  );
  await exported('f.xlsx', '--mapping', join(out, 'm.yaml'));
  const [heads, first, second] = await rowsIn('f.xlsx');
  expect(heads).toEqual(['题目', '科室', '报送日期', '人民网', '媒体', '时间', '媒体2', '时间2', '批示']);
  expect(first?.slice(3)).toEqual([
    new Date('2026-04-07T00:00:00Z'),
    '湛江日报',
    new Date('2026-03-06T00:00:00Z'),
    null,
    null,
    '副市长2026-04-09批示',
  ]);
  expect(second?.slice(3)).toEqual([null, null, null, null, null, '省级领导2026-04-10批示']);
  // Columns that do not hold everything say what they leave out.
  put(out, 'l.yaml', 'tables:\n  - submission: { title: 题目 }\n    adoptions: [{ outlet_is: 人民网, on: 人民网 }]\n');
  const few = await exported('g.xlsx', '--mapping', join(out, 'l.yaml'));
  expect(few.out).toContain('g.xlsx: 4 行 rows');
  expect(few.out).toMatch(/adoptions 2, instructions 2, .*form 2/);
  put(out, 'n.yaml', 'tables: []\n');
  expect((await exported('n.xlsx', '--mapping', join(out, 'n.yaml'))).code).toBe(1);
});

test('it goes where the user says, and never where it would be published', async () => {
  const to = (file: string, ...options: string[]) => run('export', file, '--root', root, ...options);
  mkdirSync(join(out, 'dist'), { recursive: true });
  for (const [file, word] of [
    [join(out, 'dist', 'a.xlsx'), 'dist/'],
    [join(root, 'data', 'a.csv'), '仓库'],
    [join(out, 'a.ods'), '.xlsx'],
    [join(out, 'none', 'a.xlsx'), '没有文件夹'],
  ] as const) {
    const { code, err } = await to(file);
    expect({ file, code, told: err.includes(word) }).toEqual({ file, code: 2, told: true });
    expect(existsSync(file)).toBe(false);
  }
  expect((await to(join(out, 'dist', 'a.csv'), '--public')).code).toBe(0);
  expect((await to(join(out, 'dist', 'a.csv'), '--public')).code).toBe(2);
});

test('no ledger, no table', async () => {
  const own = newOffice();
  put(own, 'data/site.yaml', 'organisation: [');
  expect((await run('export', join(out, 'h.csv'), '--root', own)).code).toBe(1);
  rmSync(own, { recursive: true });
});
