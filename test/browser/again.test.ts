/** The site built again, elsewhere in the world and in another language, has the same bytes. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { globSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const PLACES = [
  { TZ: 'Asia/Shanghai', LANG: 'zh_CN.UTF-8', LC_ALL: 'zh_CN.UTF-8' },
  { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
];

const folders: string[] = [];
const tongbao = (env: Record<string, string>, ...args: string[]) =>
  spawnSync(process.execPath, ['src/cli/tongbao.mjs', ...args, '--as-of', '2026-11-26'], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });

beforeAll(() => {
  for (const env of PLACES) {
    const folder = join(mkdtempSync(join(tmpdir(), 'tongbao-again-')), 'site');
    const { status, stderr } = tongbao(env, 'build', '--out', folder);
    expect(status, stderr).toBe(0);
    folders.push(folder);
  }
}, 120_000);

afterAll(() => {
  for (const folder of folders) rmSync(join(folder, '..'), { recursive: true, force: true });
});

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
  const [first, second] = folders.map(digests);
  expect(Object.keys(first ?? {}).length).toBeGreaterThan(500);
  expect(second).toEqual(first);
});

it('and so do the journal and the standings', () => {
  for (const args of [
    ['score', '--format', 'json'],
    ['standings', '--period', '2026-Q3', '--format', 'json'],
    ['check', '--format', 'json'],
  ]) {
    const [first, second] = PLACES.map((env) => tongbao(env, ...args).stdout);
    expect(first?.length).toBeGreaterThan(1);
    expect(second).toBe(first);
  }
});
