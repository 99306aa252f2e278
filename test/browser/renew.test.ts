/** A build over the last one has every file of a build from nothing, byte for byte, whatever changed in between, and leaves alone what shows the same. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { globSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import { newFolder, put, rootOfCase } from '../rig/root.ts';

const ROOT = join(import.meta.dirname, '../..');
const root = rootOfCase('scoring/a-better-adoption-in-a-later-quarter');
const out = newFolder();
afterAll(() => {
  for (const folder of [root, out]) rmSync(folder, { recursive: true, force: true });
});

const build = (site: string) =>
  promisify(execFile)(process.execPath, ['src/cli/tongbao.mjs', 'build', '--root', root, '--as-of', '2026-06-30', '--out', join(out, site)], {
    cwd: ROOT,
  });

const filesOf = (site: string): string[] =>
  globSync('**/*', { cwd: join(out, site) })
    .filter((file) => statSync(join(out, site, file)).isFile())
    .sort();

const digestsOf = (site: string): Record<string, string> =>
  Object.fromEntries(
    filesOf(site).map((file) => [
      file,
      createHash('sha256')
        .update(readFileSync(join(out, site, file)))
        .digest('hex'),
    ]),
  );

function change(file: string, from: string, to: string): void {
  const text = readFileSync(join(root, file), 'utf8');
  expect(text).toContain(from);
  writeFileSync(join(root, file), text.replace(from, to));
}

const FILED = 'data/submissions/jianguan/2026/20260302-zhuanxiang.yaml';
const WITHDRAWN = '收回的一篇';
const withdrawn = (openness: string): void =>
  put(
    root,
    'data/submissions/jianguan/2026/20260310-shouhui.yaml',
    `title: ${WITHDRAWN}\nunit: 基金监管股\non: 2026-03-10\nform: 综合\nopenness: ${openness}\n`,
  );

test('after a record, an ordinance and what is public have changed', async () => {
  withdrawn('公开');
  await build('renewed');
  const before = new Map(filesOf('renewed').map((file) => [file, statSync(join(out, 'renewed', file)).ino]));
  expect(readFileSync(join(out, 'renewed/submissions/20260310-shouhui/index.html'), 'utf8')).toContain(WITHDRAWN);

  change(FILED, '开展定点药店专项检查', '开展定点医院专项检查');
  change('policies/county-2021.yaml', '综合: 3, 简讯: 1', '综合: 3.5, 简讯: 1');
  withdrawn('不公开');
  rmSync(join(root, 'data/adoptions/2026/20260506-renminwang.yaml'));
  writeFileSync(join(out, 'renewed/guide/index.html'), 'edited by hand');
  writeFileSync(join(out, 'renewed/left-behind.html'), WITHDRAWN);
  await Promise.all([build('renewed'), build('clean')]);

  expect(digestsOf('renewed')).toEqual(digestsOf('clean'));
  const stayed = [...before].filter(([file, ino]) => statSync(join(out, 'renewed', file), { throwIfNoEntry: false })?.ino === ino);
  expect(stayed.map(([file]) => file)).toEqual(expect.arrayContaining(['guide/readers/index.html', 'en/guide/readers/index.html']));
  const texts = filesOf('renewed').map((file) => readFileSync(join(out, 'renewed', file), 'utf8'));
  expect(texts.filter((text) => text.includes(WITHDRAWN))).toEqual([]);
}, 120_000);
