/** Git as it is, in folders of its own: what a commit did is known from how it was made here. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import { git } from '../../src/rim/git.ts';
import { changesUnder, commitsNamed, commitsOf, contentsOf, type History, openHistory, treeAt, uncommitted } from '../../src/rim/history.ts';
import { Repository } from '../rig/repository.ts';
import { newFolder } from '../rig/root.ts';

const made: string[] = [];
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function repository(): Repository {
  const created = Repository.create();
  made.push(created.folder);
  return created;
}

function historyOf(root: string): History {
  const opened = openHistory(root);
  if ('fault' in opened) throw new Error(opened.fault.code);
  return opened.history;
}

const A = 'data/submissions/jianguan/2026/a.yaml';
const B = 'data/submissions/jianguan/2026/b.yaml';

describe('what is no history is a value', () => {
  test('a folder that is no repository, or is not there', () => {
    const folder = newFolder();
    made.push(folder);
    expect(openHistory(folder)).toEqual({ fault: { code: 'no-repository' } });
    expect(openHistory(join(folder, 'nowhere'))).toEqual({ fault: { code: 'no-repository' } });
    expect(commitsOf(folder)(A)).toBeNull();
  });

  test('a repository without a commit', () => {
    const { folder } = repository();
    expect(openHistory(folder)).toEqual({ fault: { code: 'no-commit' } });
    expect(commitsOf(folder)(A)).toBeNull();
  });

  test('inside .git there is no work tree', () => {
    const repo = repository();
    repo.commitFiles('一', { [A]: '1\n' });
    expect(openHistory(join(repo.folder, '.git'))).toEqual({ fault: { code: 'no-repository' } });
  });

  test('no Git on this machine', () => {
    const path = process.env.PATH;
    process.env.PATH = '/nowhere';
    try {
      expect(git('/', ['version'])).toEqual({ fault: { code: 'no-git' } });
    } finally {
      process.env.PATH = path;
    }
  });

  test('what Git refuses is told in its words', () => {
    const { folder } = repository();
    expect(git(folder, ['frobnicate'])).toMatchObject({ fault: { code: 'refused', detail: expect.stringContaining('frobnicate') } });
  });
});

describe('the commit that last touched a file', () => {
  test('of many files in one pass, Chinese names among them', () => {
    const repo = repository();
    const first = repo.commitFiles('一', { [A]: '1\n', [B]: '1\n', 'data/附件/说明.yaml': '一\n', 'README.md': 'x\n' });
    const second = repo.commitFiles('二', { [B]: '2\n' });
    const of = commitsOf(repo.folder);
    expect([A, B, 'data/附件/说明.yaml'].map(of)).toEqual([first, second, first]);
    expect([of('README.md'), of('data/nothing.yaml')]).toEqual([null, null]);
  });

  test('null while it differs from what was committed: changed, staged, deleted, new', () => {
    const repo = repository();
    repo.commitFiles('一', { [A]: '1\n', [B]: '1\n', 'data/units.yaml': 'units: []\n' });
    repo.write(A, '2\n');
    repo.write('data/新.yaml', '1\n');
    repo.delete(B);
    repo.write('data/site.yaml', '1\n');
    repo.git('add', 'data/site.yaml');
    expect([A, B, 'data/新.yaml', 'data/site.yaml'].map(commitsOf(repo.folder))).toEqual([null, null, null, null]);
    expect(commitsOf(repo.folder)('data/units.yaml')).not.toBeNull();
    expect([...uncommitted(historyOf(repo.folder))]).toEqual([
      ['data/site.yaml', 'added'],
      [A, 'changed'],
      [B, 'deleted'],
      ['data/新.yaml', 'added'],
    ]);
  });

  test('of a file that is gone: the one that deleted it', () => {
    const repo = repository();
    repo.commitFiles('一', { [A]: '1\n', [B]: '1\n' });
    repo.delete(A);
    const deleting = repo.commit('删除');
    repo.commitFiles('三', { [B]: '3\n' });
    expect(commitsOf(repo.folder)(A)).toBe(deleting);
  });

  test('through a merge it is the one of its author; what a merge itself wrote is the merge’s', () => {
    const repo = repository();
    repo.commitFiles('一', { [A]: '1\n' });
    repo.git('checkout', '--quiet', '-b', 'side');
    const onSide = repo.commitFiles('支', { [B]: '支\n' });
    repo.git('checkout', '--quiet', 'main');
    const onMain = repo.commitFiles('主', { [A]: '主\n' });
    repo.git('merge', '--quiet', '--no-ff', '--message', '合并', 'side');
    expect([A, B].map(commitsOf(repo.folder))).toEqual([onMain, onSide]);

    repo.git('checkout', '--quiet', '-b', 'other', 'HEAD~1');
    repo.commitFiles('乙', { [A]: '乙\n' });
    repo.git('checkout', '--quiet', 'main');
    repo.commitFiles('甲', { [A]: '甲\n' });
    expect(() => repo.git('merge', '--quiet', 'other')).toThrow();
    const merge = repo.commitFiles('合并', { [A]: '甲和乙\n' });
    expect(commitsOf(repo.folder)(A)).toBe(merge);
  });

  test('a merge that kept one side: the commit of what it kept, though the other is later', () => {
    const repo = repository();
    repo.commitFiles('一', { [A]: '1\n' });
    repo.git('checkout', '--quiet', '-b', 'side');
    repo.git('checkout', '--quiet', 'main');
    const kept = repo.commitFiles('留', { [A]: '留\n' });
    repo.git('checkout', '--quiet', 'side');
    repo.commitFiles('弃', { [A]: '弃\n' });
    repo.git('checkout', '--quiet', 'main');
    repo.git('merge', '--quiet', '--strategy', 'ours', '--no-ff', '--message', '合并', 'side');
    expect(commitsOf(repo.folder)(A)).toBe(kept);
  });

  test('squashed and fast-forwarded it is the one on the line', () => {
    const repo = repository();
    repo.commitFiles('一', { [A]: '1\n' });
    repo.git('checkout', '--quiet', '-b', 'side');
    repo.commitFiles('支一', { [B]: '1\n' });
    const tip = repo.commitFiles('支二', { [B]: '2\n' });
    repo.git('checkout', '--quiet', 'main');
    repo.git('merge', '--quiet', '--ff-only', 'side');
    expect(commitsOf(repo.folder)(B)).toBe(tip);
    repo.git('reset', '--quiet', '--hard', 'HEAD~2');
    repo.git('merge', '--quiet', '--squash', 'side');
    const squashed = repo.commit('压缩合并');
    expect(commitsOf(repo.folder)(B)).toBe(squashed);
  });

  test('under a root in a sub-folder, whose neighbours are not looked at', () => {
    const repo = repository();
    const first = repo.commitFiles('一', { [`县局/${A}`]: '1\n', [B]: '1\n' });
    repo.commitFiles('二', { [A]: '2\n' });
    const merge = mergedBoth(repo, `县局/${A}`);
    const root = join(repo.folder, '县局');
    expect([merge, first].includes(commitsOf(root)(A) as string)).toBe(true);
    expect(commitsOf(root)(A)).toBe(merge);
    expect(commitsOf(root)(B)).toBeNull();
    expect(historyOf(root).prefix).toBe('县局/');
    writeFileSync(join(root, A), '3\n');
    writeFileSync(join(repo.folder, A), '3\n');
    expect([...uncommitted(historyOf(root))]).toEqual([[A, 'changed']]);
  });

  test('a shallow clone knows of none', () => {
    const repo = repository();
    repo.commitFiles('一', { [A]: '1\n' });
    repo.commitFiles('二', { [B]: '1\n' });
    const folder = newFolder();
    made.push(folder);
    new Repository(folder).git('clone', '--quiet', '--depth', '1', pathToFileURL(repo.folder).href, 'clone');
    expect(historyOf(join(folder, 'clone')).shallow).toBe(true);
    expect(commitsOf(join(folder, 'clone'))(B)).toBeNull();
  });

  test('a hook’s environment does not lead elsewhere', () => {
    const repo = repository();
    const commit = repo.commitFiles('一', { [A]: '1\n' });
    process.env.GIT_DIR = '/nowhere';
    try {
      expect(commitsOf(repo.folder)(A)).toBe(commit);
    } finally {
      delete process.env.GIT_DIR;
    }
  });
});

/** A merge commit whose content of `file` is neither side's. */
function mergedBoth(repo: Repository, file: string): string {
  repo.git('checkout', '--quiet', '-b', 'another');
  repo.commitFiles('乙', { [file]: '乙\n' });
  repo.git('checkout', '--quiet', 'main');
  repo.commitFiles('甲', { [file]: '甲\n' });
  expect(() => repo.git('merge', '--quiet', 'another')).toThrow();
  return repo.commitFiles('合并', { [file]: '甲和乙\n' });
}

describe('the first-parent line', () => {
  const LOCK = 'data/bulletins/2026-01.yaml';

  test('what came with a merge is the merge’s, however it came about in the branch', () => {
    const repo = repository();
    repo.commitFiles('一', { [A]: '1\n' });
    repo.git('checkout', '--quiet', '-b', 'side');
    repo.commitFiles('拟', { [LOCK]: '拟\n' });
    repo.commitFiles('改', { [LOCK]: '改\n' });
    repo.git('checkout', '--quiet', 'main');
    repo.git('merge', '--quiet', '--no-ff', '--message', '签发', 'side');
    const merge = repo.git('rev-parse', 'HEAD');
    const history = historyOf(repo.folder);
    const [issued, ...more] = changesUnder(history, 'data/bulletins').get(LOCK) ?? [];
    expect([issued, more]).toEqual([{ commit: merge, what: 'added', blob: repo.git('rev-parse', `HEAD:${LOCK}`) }, []]);
  });

  test('changes, deletion and addition again, latest first', () => {
    const repo = repository();
    const ids = [repo.commitFiles('发', { [LOCK]: '1\n' }), repo.commitFiles('改', { [LOCK]: '2\n' })];
    repo.delete(LOCK);
    ids.push(repo.commit('撤'), repo.commitFiles('再发', { [LOCK]: '3\n' }));
    const changes = changesUnder(historyOf(repo.folder), 'data/bulletins').get(LOCK) ?? [];
    expect(changes.map(({ commit, what }) => [ids.indexOf(commit), what])).toEqual([
      [3, 'added'],
      [2, 'deleted'],
      [1, 'changed'],
      [0, 'added'],
    ]);
    expect(changesUnder(historyOf(repo.folder), 'data/nothing').size).toBe(0);
  });
});

describe('a commit’s content', () => {
  test('files and texts as they stood, whatever lies there now', () => {
    const repo = repository();
    const first = repo.commitFiles('一', { [A]: '一\n', 'policies/甲.yaml': '', [B]: '一\n', 'README.md': 'x\n' });
    repo.delete(B);
    repo.commitFiles('二', { [A]: '二\n' });
    const history = historyOf(repo.folder);
    const tree = treeAt(history, first);
    expect([...tree.keys()]).toEqual([A, B, 'policies/甲.yaml']);
    expect(tree.get(A)).toBe(tree.get(B));
    const contents = contentsOf(history, [...tree.values(), '0'.repeat(40)]);
    expect([...tree].map(([, blob]) => contents.get(blob)?.toString('utf8'))).toEqual(['一\n', '一\n', '']);
    expect([...treeAt(history, history.head).keys()]).toEqual([A, 'policies/甲.yaml']);
    expect(treeAt(history, '0'.repeat(40)).size).toBe(0);
    expect(contentsOf(history, []).size).toBe(0);
  });

  test('a commit before the root’s folder was there has nothing', () => {
    const repo = repository();
    const before = repo.commitFiles('一', { 'README.md': 'x\n' });
    mkdirSync(join(repo.folder, '县局'));
    repo.commitFiles('二', { [`县局/${A}`]: '1\n' });
    const history = historyOf(join(repo.folder, '县局'));
    expect(treeAt(history, before).size).toBe(0);
    expect([...treeAt(history, history.head).keys()]).toEqual([A]);
  });
});

test('who wrote a commit, who put it there, and what its message ends with', () => {
  const repo = repository();
  const id = repo.commitFiles('补记三月一条\n\n因寄送迟延。\n\nReviewed-by: 赵六 <zhaoliu@example.gov.cn>\n', { [A]: '1\n' });
  const second = repo.commitFiles('二', { [B]: '1\n' });
  const known = commitsNamed(historyOf(repo.folder), [second, id, id, '0'.repeat(40), '--all', repo.git('rev-parse', `HEAD:${A}`)]);
  expect([...known.keys()].sort()).toEqual([id, second].sort());
  expect(known.get(id)).toMatchObject({
    parents: [],
    author: { name: '李四', email: 'lisi@example.gov.cn', at: expect.stringMatching(/^2026-01-01T00:00:\d\d\+08:00$/) },
    committer: { name: '王五', email: 'wangwu@example.gov.cn' },
    subject: '补记三月一条',
    trailers: [['Reviewed-by', '赵六 <zhaoliu@example.gov.cn>']],
  });
  expect(known.get(second)).toMatchObject({ parents: [id], trailers: [] });
  expect(commitsNamed(historyOf(repo.folder), []).size).toBe(0);
});
