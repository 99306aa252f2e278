import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { Repository } from '../rig/repository.ts';
import { newFolder } from '../rig/root.ts';
import { ADOPTION, bureau, SUBMISSION } from '../support/bureau.ts';
import { runIn, type Told } from './terminal.ts';

/** The ledger lies in a folder of its repository, under a name with a space and Chinese signs. */
const ROOT = '某局 台账';
const folders: string[] = [];
let repository: Repository;

/** Everything is committed once; each test has a copy. */
const committed = Repository.create();
for (const [file, value] of bureau()) committed.write(`${ROOT}/${file}`, stringify(value));
committed.write(`${ROOT}/policies/county-2021.yaml`, readFileSync(join(import.meta.dirname, '../../policies/county-2021.yaml'), 'utf8'));
committed.commit('台账');
folders.push(committed.folder);

beforeEach(() => {
  repository = new Repository();
  folders.push(repository.folder);
  cpSync(committed.folder, repository.folder, { recursive: true });
});
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

const write = (path: string, text: string): void => repository.write(`${ROOT}/${path}`, text);
const stage = (...paths: string[]): string => repository.git('add', '--', ...paths.map((path) => `${ROOT}/${path}`));
const root = (): string => join(repository.folder, ROOT);
const check = (environment: Record<string, string> = {}, ...more: string[]): Promise<Told> =>
  runIn({ directory: root(), environment }, 'check', '--staged', ...more);

const GOOD = 'title: 新的一篇\nunit: fuwu\non: 2026-03-09\n';
const NEW = 'data/submissions/fuwu/2026/0309-x.yaml';

describe('check --staged', () => {
  test('looks at the index, not at the work tree', async () => {
    expect(await check()).toEqual({ code: 0, out: '', err: '没有暂存的记录。 No record is staged.\n' });
    write(NEW, GOOD.replace('fuwu', 'nobody'));
    stage(NEW);
    write(NEW, GOOD);
    const { code, out } = await check();
    expect(code).toBe(1);
    expect(out).toContain(`${NEW}:2:7  ledger/unknown-reference\n  2 │ unit: nobody`);
    expect(out).toContain('共 1 项:1 个错误');
    stage(NEW);
    write(NEW, 'title: [\n');
    expect((await check()).code).toBe(0);
    expect((await check({}, '--format', 'json')).out).toContain('"findings": []');
  });

  test('tells what a staged change breaks elsewhere, and not what was broken before', async () => {
    write('data/incidents/2026/0402-y.yaml', 'unit: nobody\nkind: x\non: 2026-04-02\n');
    repository.commit('台账,有一处旧错');
    write(NEW, GOOD);
    stage(NEW);
    expect((await check()).code).toBe(0);
    repository.git('rm', '--quiet', '--', `${ROOT}/${SUBMISSION}`);
    const { code, out } = await check();
    expect(code).toBe(1);
    expect(out).toContain(`${ADOPTION}:`);
    expect(out).not.toContain('0402-y');
  });

  test('misplaced, misnamed and linked files are told; what is hidden or marked as to be added later is not', async () => {
    write('data/submissions/fuwu/2026/报送 一.yaml', GOOD);
    write('data/submisions/x.yaml', GOOD);
    write('data/.草稿/x.yaml', 'title: [\n');
    symlinkSync('0305-a.yaml', join(root(), 'data/submissions/jijin/2026/0306-b.yaml'));
    repository.git('add', '--all');
    write(NEW, 'title: [\n');
    repository.git('add', '--intent-to-add', '--', `${ROOT}/${NEW}`);
    const { code, out } = await check();
    expect(code).toBe(1);
    for (const told of [
      '报送 一.yaml:1:1  source/file-name',
      'data/submisions/x.yaml:1:1  source/unknown-file',
      '0306-b.yaml:1:1  source/symbolic-link',
    ])
      expect(out).toContain(told);
    expect(out).toMatch(/共 3 项/);
  });

  test('before the first commit everything staged is new', async () => {
    repository.git('update-ref', '-d', 'HEAD');
    write(NEW, GOOD.replace('2026-03-09', '2026-02-30'));
    stage(NEW);
    expect((await check()).out).toContain(`${NEW}:3:5  schema/impossible-day`);
    repository.git('rm', '--quiet', '--cached', '--', `${ROOT}/${NEW}`);
    expect((await check()).code).toBe(0);
  });

  test('nothing is said of a merge that is in conflict', async () => {
    write(NEW, GOOD);
    const ours = repository.commit('这一支');
    repository.git('reset', '--quiet', '--hard', 'HEAD~1');
    write(NEW, GOOD.replace('新的', '另一'));
    repository.commit('另一支');
    expect(() => repository.git('merge', ours)).toThrow();
    const { code, err } = await check();
    expect(code).toBe(2);
    expect(err).toContain(`合并还有冲突,请先解决:${NEW}。`);
  });

  test('without a repository, or where Git refuses', async () => {
    const folder = newFolder();
    folders.push(folder);
    expect((await runIn({ directory: folder }, 'check', '--staged')).err).toContain('这里不是 Git 仓库');
    expect((await runIn({ directory: folder }, 'hook')).err).toContain('这里不是 Git 仓库');
    writeFileSync(join(repository.folder, '.git/config'), '[core');
    expect((await check()).err).toContain('Git 没有照办');
  });
});

describe('the hook', () => {
  const HOOK = '.git/hooks/pre-commit';

  test('is written when asked for, never over another, and checks the index that Git commits from', async () => {
    expect((await runIn({ directory: root() }, 'hook')).out).toContain('以后每次提交前检查暂存的记录');
    const script = readFileSync(join(repository.folder, HOOK), 'utf8');
    expect(script).toMatch(/^#!\/bin\/sh\n/);
    expect(script).toContain(`\nexec npx --no -- tongbao check --staged --root '${ROOT}'\n`);
    expect(statSync(join(repository.folder, HOOK)).mode & 0o111).toBe(0o111);
    const again = await runIn({ directory: root() }, 'hook');
    expect([again.code, again.err]).toEqual([2, expect.stringContaining('已经有了,不会覆盖。请在里面加上一行:npx --no -- tongbao check --staged')]);

    // In the place of npx something that calls this very program.
    const bin = join(repository.folder, 'bin');
    mkdirSync(bin);
    const program = join(import.meta.dirname, '../../src/cli/tongbao.mjs');
    writeFileSync(join(bin, 'npx'), `#!/bin/sh\nshift 3\nexec '${process.execPath}' '${program}' "$@"\n`);
    chmodSync(join(bin, 'npx'), 0o755);
    const commit = (...paths: string[]): string => {
      const identity = ['-c', 'user.name=李四', '-c', 'user.email=lisi@example.gov.cn'];
      const env = { ...process.env, PATH: `${bin}:${process.env.PATH}`, GIT_CONFIG_GLOBAL: '/dev/null' };
      try {
        return execFileSync('git', [...identity, 'commit', '--message', '填报', ...paths], {
          cwd: repository.folder,
          env,
          encoding: 'utf8',
          stdio: 'pipe',
        });
      } catch (error) {
        return (error as { stderr: string; stdout: string }).stderr + (error as { stdout: string }).stdout;
      }
    };
    // Staged, and sound; broken since, and committed by its name: `git commit FILE` takes the work tree, in an index of its own.
    write(NEW, GOOD);
    stage(NEW);
    write(NEW, 'title: [\n');
    expect(commit(`${ROOT}/${NEW}`)).toContain('source/syntax');
    expect(repository.git('log', '--format=%s')).toBe('台账');
  });

  test('follows core.hooksPath inside the repository, and not to a folder that others share', async () => {
    repository.git('config', 'core.hooksPath', '.钩子 1');
    expect((await runIn({ directory: root() }, 'hook')).code).toBe(0);
    expect(existsSync(join(repository.folder, '.钩子 1/pre-commit'))).toBe(true);
    expect((await runIn({ directory: repository.folder }, 'hook')).err).toContain('请在里面加上一行:npx --no -- tongbao check --staged\n');
    const shared = newFolder();
    folders.push(shared);
    repository.git('config', 'core.hooksPath', shared);
    const { code, err } = await runIn({ directory: root() }, 'hook');
    expect([code, err]).toEqual([2, expect.stringContaining(`各仓库共用的 ${shared}`)]);
    expect(existsSync(join(shared, 'pre-commit'))).toBe(false);
  });

  test('an index of another repository is not looked at', async () => {
    write(NEW, 'title: [\n');
    stage(NEW);
    const other = Repository.create();
    folders.push(other.folder);
    other.commit('空');
    for (const told of [join(other.folder, '.git/index'), join(other.folder, 'none'), ''])
      expect((await check({ GIT_INDEX_FILE: told })).code).toBe(1);
    expect((await check({ GIT_INDEX_FILE: '../.git/index' })).code).toBe(1);
  });
});
