/** Who wrote a submission's file and who approved it, in repositories with every way of merging. */
import { afterEach, expect, test } from 'vitest';
import type { Provenance } from '../../src/model/provenance.ts';
import { provenanceOf } from '../../src/rim/provenance.ts';
import { Repository } from '../rig/repository.ts';
import { newFolder } from '../rig/root.ts';

const made: Repository[] = [];
afterEach(() => {
  for (const one of made.splice(0)) one.remove();
});

function repository(): Repository {
  const one = Repository.create();
  made.push(one);
  return one;
}

const FILE = 'data/submissions/jianguan/2026/a.yaml';
const DAY = '2026-01-01';

/** The record is there, then changed by 张三; the repository stands on main. */
function withRecord(): Repository {
  const one = repository();
  one.commitFiles('first', { [FILE]: 'title: 甲\n', 'data/site.yaml': 'organisation: 局\n' });
  return one;
}

const commitAs = (one: Repository, author: string, message: string, text: string): void => {
  one.write(FILE, text);
  one.git('add', '--all');
  one.git('commit', '--quiet', '--author', author, '--message', message);
};

const known = (provenance: Provenance): Extract<Provenance, { state: 'known' }> => {
  if (provenance.state === 'unknown') throw new Error(provenance.why);
  return provenance;
};

test('what one person committed for another was approved by the one', () => {
  // The rig commits in the name of 王五 what 李四 wrote.
  const one = withRecord();
  expect(provenanceOf(one.folder)(FILE)).toEqual({
    state: 'known',
    commit: one.git('rev-parse', 'HEAD'),
    written: { name: '李四', on: DAY },
    first: null,
    approved: [{ how: 'committed', name: '王五', on: DAY }],
  });
});

test('what one put there alone was approved by nobody', () => {
  const one = withRecord();
  commitAs(one, '王五 <wangwu@example.gov.cn>', 'alone', 'title: 乙\n');
  expect(known(provenanceOf(one.folder)(FILE))).toMatchObject({ written: { name: '王五' }, first: { name: '李四' }, approved: [] });
});

test('a merge was made by who approved; the writing stays with who wrote, and each name stands once', () => {
  const one = withRecord();
  one.git('switch', '--quiet', '--create', 'change');
  commitAs(
    one,
    '张三 <zhangsan@example.gov.cn>',
    'change\n\nReviewed-by: 李四 <lisi@example.gov.cn>\nReviewed-by: 赵六 <zhaoliu@example.gov.cn>',
    'title: 乙\n',
  );
  const writing = one.git('rev-parse', 'HEAD');
  one.git('switch', '--quiet', 'main');
  one.git('merge', '--quiet', '--no-ff', '--message', 'merged', 'change');
  expect(known(provenanceOf(one.folder)(FILE))).toEqual({
    state: 'known',
    commit: writing,
    written: { name: '张三', on: DAY },
    first: { name: '李四', on: DAY },
    approved: [
      { how: 'reviewed', name: '李四', on: DAY },
      { how: 'reviewed', name: '赵六', on: DAY },
    ],
  });
});

test('a host that squashes in its own name knows for whom, and Git does not', () => {
  const one = withRecord();
  one.write(FILE, 'title: 乙\n');
  one.git('add', '--all');
  one.git('-c', 'committer.name=GitHub', '-c', 'committer.email=noreply@github.com', 'commit', '--quiet', '--message', 'x (#1)');
  // The environment of the rig goes before the setting: written anew as GitHub writes it.
  const raw = one.git('cat-file', 'commit', 'HEAD').replace(/^committer .*?>/m, 'committer GitHub <noreply@github.com>');
  one.write('raw', `${raw}\n`);
  const id = one.git('hash-object', '-t', 'commit', '-w', 'raw');
  one.delete('raw');
  one.git('reset', '--quiet', '--hard', id);
  expect(known(provenanceOf(one.folder)(FILE)).approved).toEqual([{ how: 'host', name: null, on: DAY }]);
});

test('no address passes as a name', () => {
  const one = withRecord();
  commitAs(one, 'zhangsan@example.gov.cn <zhangsan@example.gov.cn>', 'x\n\nReviewed-by: lisi@example.gov.cn', 'title: 乙\n');
  const { written, approved } = known(provenanceOf(one.folder)(FILE));
  expect(written.name).toBe(null);
  expect(JSON.stringify(approved)).not.toContain('@');
});

test('what is changed and not committed, or new, has nobody behind it', () => {
  const one = withRecord();
  one.write(FILE, 'title: 改\n');
  one.write('data/submissions/jianguan/2026/new.yaml', 'title: 新\n');
  const of = provenanceOf(one.folder);
  expect([of(FILE), of('data/submissions/jianguan/2026/new.yaml')]).toEqual([
    { state: 'unknown', why: 'uncommitted' },
    { state: 'unknown', why: 'uncommitted' },
  ]);
});

test('a shallow clone, a repository without commits and a folder without one say what they are', () => {
  const one = withRecord();
  one.commitFiles('more', { 'data/units.yaml': 'units: []\n' });
  const clone = new Repository();
  made.push(clone);
  clone.git('clone', '--quiet', '--depth', '1', `file://${one.folder}`, '.');
  expect(provenanceOf(clone.folder)(FILE)).toEqual({ state: 'unknown', why: 'shallow' });
  expect(provenanceOf(repository().folder)(FILE)).toEqual({ state: 'unknown', why: 'no-commit' });
  const bare = new Repository(newFolder());
  made.push(bare);
  expect(provenanceOf(bare.folder)(FILE)).toEqual({ state: 'unknown', why: 'no-repository' });
});
