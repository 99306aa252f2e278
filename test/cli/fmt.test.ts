import { readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { newFolder, put } from '../rig/root.ts';
import { bureau, SUBMISSION } from '../support/bureau.ts';
import { runIn } from './terminal.ts';

const SHIPPED = join(import.meta.dirname, '../..');
const roots: string[] = [];
let root = '';
beforeEach(() => {
  root = newFolder();
  roots.push(root);
  for (const [file, value] of bureau()) put(root, file, stringify(value));
  put(root, 'policies/x.yaml', 'id:   x\n');
  put(root, 'data/bulletins.yaml', 'work:   y\n');
  put(root, 'data/bulletins/2026-01.yaml', 'period:   2026-01\n');
});
afterAll(() => {
  for (const one of roots) rmSync(one, { recursive: true });
});

const fmt = (...argv: string[]) => runIn({ directory: root }, 'fmt', ...argv);
const file = (path: string): string => readFileSync(join(root, path), 'utf8');
const UNTIDY = "# 说明\ntitle:   '飞行检查'\r\nunit: jijin\r\nauthors:\r\n    - li # 主笔\r\non:  2026-03-05";

describe('fmt', () => {
  test('puts records and registers into the stable form, and nothing else', async () => {
    await fmt();
    put(root, SUBMISSION, UNTIDY);
    put(root, 'data/plan/spots.yaml', 'spots:\n    - {id: a, name: 甲, class: 乙}\n');
    const { code, out, err } = await fmt();
    expect([code, out]).toEqual([0, `data/plan/spots.yaml\n${SUBMISSION}\n`]);
    expect(err).toBe('整理了 2 个文件;内容和注释没有变。 2 put into it; what they say is the same.\n');
    expect(file(SUBMISSION)).toBe('# 说明\ntitle: "飞行检查"\nunit: jijin\nauthors:\n  - li # 主笔\non: 2026-03-05\n');
    expect(file('data/plan/spots.yaml')).toBe('spots:\n  - { id: a, name: 甲, class: 乙 }\n');
    expect([file('policies/x.yaml'), file('data/bulletins.yaml'), file('data/bulletins/2026-01.yaml')]).toEqual([
      'id:   x\n',
      'work:   y\n',
      'period:   2026-01\n',
    ]);
    expect((await fmt()).err).toContain('格式都是整齐的');
  });

  test('--check writes nothing and fails', async () => {
    await fmt();
    put(root, SUBMISSION, UNTIDY);
    const { code, out, err } = await fmt('--check');
    expect([code, out]).toEqual([1, `${SUBMISSION}\n`]);
    expect(err).toContain('1 个文件需要整理,请运行 tongbao fmt');
    expect(file(SUBMISSION)).toBe(UNTIDY);
  });

  test('what cannot be read is left alone, told, and keeps nobody else from being put in order', async () => {
    await fmt();
    const broken = 'data/adoptions/2026/0311-b.yaml';
    put(root, broken, 'submission:   [\n');
    writeFileSync(join(root, 'data/adoptions/2026/0312-c.yaml'), Buffer.from([0xb1, 0xa8, 0xcb, 0xcd]));
    symlinkSync('0310-a.yaml', join(root, 'data/adoptions/2026/0313-d.yaml'));
    put(root, SUBMISSION, UNTIDY);
    const { code, out, err } = await fmt();
    expect([code, out]).toEqual([1, `${SUBMISSION}\n`]);
    expect(err).toContain(`${broken}:2:1  source/syntax`);
    expect(err).toContain('0312-c.yaml:1:1  source/not-utf-8');
    expect(file(broken)).toBe('submission:   [\n');
  });

  test('files and folders may be named, from wherever one stands', async () => {
    await fmt();
    put(root, SUBMISSION, UNTIDY);
    put(root, 'data/units.yaml', 'units:   []\n');
    const inside = { directory: join(root, 'data/adoptions') };
    expect((await runIn(inside, '--root', '../..', 'fmt', '../submissions', '../../policies')).out).toBe(`${SUBMISSION}\n`);
    const { out, err } = await fmt('data/units.yaml', 'data/bulletins.yaml', 'policies', root);
    expect(out).toBe('data/units.yaml\n');
    expect(err).toContain('data/bulletins.yaml: 不是记录或登记,没有整理');
    const none = await fmt('data/none.yaml');
    expect([none.code, none.err]).toEqual([2, expect.stringContaining('没有这个文件:data/none.yaml')]);
  });

  test('the shipped ledger, whose records stand behind locks, is in the stable form', async () => {
    const { code, out } = await runIn({ directory: SHIPPED }, 'fmt', '--check');
    expect([code, out]).toEqual([0, '']);
  });

  test.each(['ganzhou-2020', 'linyi-2020', 'xinjiang-2022', 'publicity-plan'])('so is the example %s', async (name) => {
    const { code, out } = await runIn({ directory: SHIPPED }, 'fmt', '--check', '--root', `test/ledgers/${name}`);
    expect([code, out]).toEqual([0, '']);
  });
});
