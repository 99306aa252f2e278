/** The list of what was sent: in a file, and on a branch of its own in real Git repositories with a bare one as `origin`. */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { BRANCH, memoryBranch } from '../../src/rim/reminded.ts';
import { MemoryFault, memoryFile } from '../../src/rim/sent-file.ts';
import { newFolder } from '../rig/root.ts';

const folders: string[] = [];
const folder = (): string => {
  const made = newFolder();
  folders.push(made);
  return made;
};
afterAll(() => {
  for (const made of folders) rmSync(made, { recursive: true, force: true });
});

const git = (root: string, ...args: string[]): string =>
  execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();

/** A repository with one commit and one change that nobody committed. */
function repository(): string {
  const root = folder();
  git(root, 'init', '--quiet', '--initial-branch=main');
  git(root, 'config', 'user.name', 'Lin');
  git(root, 'config', 'user.email', 'lin@example.org');
  writeFileSync(join(root, 'a.txt'), 'one\n');
  git(root, 'add', 'a.txt');
  git(root, 'commit', '--quiet', '-m', 'first');
  writeFileSync(join(root, 'a.txt'), 'two\n');
  return root;
}

/** A bare repository that `root` knows as `origin`. */
function withOrigin(root: string): string {
  const bare = folder();
  git(bare, 'init', '--quiet', '--bare', '--initial-branch=main');
  git(root, 'remote', 'add', 'origin', bare);
  git(root, 'push', '--quiet', 'origin', 'main');
  return bare;
}

function cloneOf(bare: string): string {
  const root = folder();
  git(root, 'clone', '--quiet', '--depth=1', `file://${bare}`, '.');
  return root;
}

const listIn = (root: string): string => git(root, 'show', `${BRANCH}:sent.txt`);
const knownIn = (root: string): string[] => [...memoryBranch(root).known].sort();

function faultOf(work: () => unknown): MemoryFault {
  try {
    work();
  } catch (error) {
    if (error instanceof MemoryFault) return error;
    throw error;
  }
  throw new Error('no fault');
}

describe('a file', () => {
  test('that is not there yet knows nothing; what is kept is sorted, one id a line, once', () => {
    const file = join(folder(), 'sent.txt');
    const memory = memoryFile(file);
    expect(memory.known.size).toBe(0);
    memory.keep(['b/2', 'a/1']);
    memory.keep(['b/2', 'B/3']);
    expect(readFileSync(file, 'utf8')).toBe('B/3\na/1\nb/2\n');
    expect([...memoryFile(file).known]).toEqual(['B/3', 'a/1', 'b/2']);
    expect(existsSync(`${file}.new`)).toBe(false);
  });

  test('that cannot be read or written is a fault', () => {
    const root = folder();
    expect(faultOf(() => memoryFile(root)).code).toBe('unreadable');
    expect(faultOf(() => memoryFile(join(root, 'none', 'sent.txt')).keep(['a'])).code).toBe('unwritable');
  });
});

describe('a branch', () => {
  test('is made without touching files, index or what is checked out', () => {
    const root = repository();
    const before = [git(root, 'status', '--porcelain'), git(root, 'rev-parse', 'HEAD')];
    const memory = memoryBranch(root);
    expect([...memory.known]).toEqual([]);
    memory.keep(['b', 'a']);
    expect(listIn(root)).toBe('a\nb');
    expect([git(root, 'status', '--porcelain'), git(root, 'rev-parse', 'HEAD')]).toEqual(before);
    expect(readFileSync(join(root, 'a.txt'), 'utf8')).toBe('two\n');
    expect(existsSync(join(root, 'sent.txt'))).toBe(false);
    expect(git(root, 'ls-tree', '--name-only', BRANCH)).toBe('sent.txt');
    expect(git(root, 'log', '-1', '--format=%an %s', BRANCH)).toBe('Lin Reminders sent');
    expect(knownIn(root)).toEqual(['a', 'b']);
  });

  test('grows by a commit for what is new, and by none for what it has', () => {
    const root = repository();
    const memory = memoryBranch(root);
    memory.keep(['a']);
    memory.keep(['b']);
    memory.keep(['a', 'b']);
    expect(git(root, 'rev-list', '--count', BRANCH)).toBe('2');
  });

  test('goes to origin, where a shallow clone of it finds it, with no name of its own', () => {
    const root = repository();
    const bare = withOrigin(root);
    memoryBranch(root).keep(['a']);
    const other = cloneOf(bare);
    const memory = memoryBranch(other);
    expect([...memory.known]).toEqual(['a']);
    memory.keep(['b']);
    expect(listIn(bare)).toBe('a\nb');
    expect(knownIn(root)).toEqual(['a', 'b']);
  });

  test('takes in what another run wrote meanwhile', () => {
    const root = repository();
    const bare = withOrigin(root);
    const other = cloneOf(bare);
    const [first, second] = [memoryBranch(root), memoryBranch(other)];
    first.keep(['a']);
    second.keep(['b']);
    expect(listIn(bare)).toBe('a\nb');
    first.keep(['c']);
    expect(listIn(bare)).toBe('a\nb\nc');
    expect([...first.known].sort()).toEqual(['a', 'b', 'c']);
  });

  test('loses nothing where several processes write at the same moment', async () => {
    const root = repository();
    const bare = withOrigin(root);
    const clones = [1, 2, 3].map(() => cloneOf(bare));
    const module = join(import.meta.dirname, '..', '..', 'src', 'rim', 'reminded.ts');
    const script = `import { memoryBranch } from ${JSON.stringify(module)}; memoryBranch(process.argv[1]).keep([process.argv[2]]);`;
    const codes = await Promise.all(
      [...clones, root, root].map(
        (clone, index) =>
          new Promise((ended) => {
            spawn(process.execPath, ['--input-type=module', '-e', script, clone, `id-${index}`], { stdio: 'inherit' }).on('close', ended);
          }),
      ),
    );
    expect(codes).toEqual([0, 0, 0, 0, 0]);
    expect(listIn(bare).split('\n')).toEqual(['id-0', 'id-1', 'id-2', 'id-3', 'id-4']);
  });

  test('is sent on later where the push failed after the local branch had moved', () => {
    const root = repository();
    const bare = withOrigin(root);
    const hook = join(bare, 'hooks', 'pre-receive');
    mkdirSync(join(bare, 'hooks'), { recursive: true });
    writeFileSync(hook, '#!/bin/sh\nexit 1\n');
    chmodSync(hook, 0o755);
    expect(faultOf(() => memoryBranch(root).keep(['a']))).toMatchObject({ code: 'unpushed', message: expect.stringContaining('hook declined') });
    rmSync(hook);
    const memory = memoryBranch(root);
    expect([...memory.known]).toEqual(['a']);
    memory.keep(['b']);
    expect(listIn(bare)).toBe('a\nb');
  });

  test('is given up where others are faster every time', () => {
    const root = repository();
    const bare = withOrigin(root);
    writeFileSync(join(bare, 'hooks', 'pre-receive'), '#!/bin/sh\necho cannot lock ref >&2\nexit 1\n');
    chmodSync(join(bare, 'hooks', 'pre-receive'), 0o755);
    expect(faultOf(() => memoryBranch(root).keep(['a'])).code).toBe('contended');
  });

  test('that was deleted at origin begins anew from what is known here', () => {
    const root = repository();
    const bare = withOrigin(root);
    memoryBranch(root).keep(['a']);
    git(bare, 'update-ref', '-d', `refs/heads/${BRANCH}`);
    memoryBranch(root).keep(['b']);
    expect(listIn(bare)).toBe('a\nb');
  });

  test('cannot be where there is no repository, where origin does not answer, or where it is checked out', () => {
    expect(faultOf(() => memoryBranch(folder())).code).toBe('no-repository');
    const root = repository();
    git(root, 'remote', 'add', 'origin', 'http://robot:s3cret-token@127.0.0.1:1/x.git');
    const fault = faultOf(() => memoryBranch(root));
    expect(fault.code).toBe('unreachable');
    expect(fault.message).not.toContain('s3cret');
    const own = repository();
    memoryBranch(own).keep(['a']);
    git(own, 'checkout', '--quiet', '--force', BRANCH);
    expect(faultOf(() => memoryBranch(own)).code).toBe('checked-out');
  });

  test('is written by a machine that has no name', () => {
    const root = folder();
    git(root, 'init', '--quiet');
    const module = join(import.meta.dirname, '..', '..', 'src', 'rim', 'reminded.ts');
    const script = `import { memoryBranch } from ${JSON.stringify(module)}; memoryBranch(process.argv[1]).keep(['a']);`;
    const nameless = { PATH: process.env.PATH, HOME: folder(), GIT_CONFIG_NOSYSTEM: '1' };
    expect(spawnSync(process.execPath, ['--input-type=module', '-e', script, root], { env: nameless }).status).toBe(0);
    expect(git(root, 'log', '-1', '--format=%an <%ae>', BRANCH)).toBe('Tongbao <tongbao@localhost>');
  });
});
