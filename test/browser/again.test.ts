/** The site of dist/ built again, elsewhere in the world and in another language, has the same bytes. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { globSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const DIST = join(ROOT, 'dist');
const HERE = { TZ: 'Asia/Shanghai', LANG: 'zh_CN.UTF-8', LC_ALL: 'zh_CN.UTF-8' };
const ELSEWHERE = { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' };

const folder = mkdtempSync(join(tmpdir(), 'tongbao-again-'));
const again = join(folder, 'site');
const tongbao = (env: Record<string, string>, ...args: string[]) =>
  spawnSync(process.execPath, ['src/cli/tongbao.mjs', ...args, '--as-of', '2026-11-26'], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });

beforeAll(() => {
  const { status, stderr } = tongbao(ELSEWHERE, 'build', '--out', again);
  expect(status, stderr).toBe(0);
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Every file of a folder with the digest of its bytes. */
function digests(folder: string): Record<string, string> {
  const files = globSync('**/*', { cwd: folder }).filter((file) => statSync(join(folder, file)).isFile());
  return Object.fromEntries(
    files.sort().map((file) => [
      file,
      createHash('sha256')
        .update(readFileSync(join(folder, file)))
        .digest('hex'),
    ]),
  );
}

it('has the same files with the same bytes', () => {
  const first = digests(DIST);
  expect(Object.keys(first).length).toBeGreaterThan(500);
  expect(digests(again)).toEqual(first);
});

it('and so do the journal and the standings', () => {
  for (const args of [
    ['score', '--format', 'json'],
    ['standings', '--period', '2026-Q3', '--format', 'json'],
    ['check', '--format', 'json'],
  ]) {
    const [first, second] = [HERE, ELSEWHERE].map((env) => tongbao(env, ...args).stdout);
    expect(first?.length).toBeGreaterThan(1);
    expect(second).toBe(first);
  }
});
