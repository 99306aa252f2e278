/** Approvals out of real Git repositories, with every way of merging. One repository has many records, since each commit costs a process. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Judged } from '../../src/approval/judge.ts';
import type { Provenance } from '../../src/model/provenance.ts';
import { approvalsUnder } from '../../src/rim/approvals.ts';
import { openHistory } from '../../src/rim/history.ts';
import { openRoot } from '../../src/rim/open.ts';
import { trailsThrough } from '../../src/rim/trails.ts';
import { keepJournal } from '../../src/scoring/journal.ts';
import { Approving, fileOf, HEAD, HOST, LEADER, OFFICE, ROOT, WRITER } from '../rig/approving.ts';
import { Repository } from '../rig/repository.ts';
import { newFolder } from '../rig/root.ts';

const made: Repository[] = [];
afterAll(() => {
  for (const one of made) one.remove();
});
const kept = <R extends Repository>(one: R): R => {
  made.push(one);
  return one;
};

interface Found {
  readonly judged: (id: string) => Judged;
  readonly provenance: (id: string) => Provenance;
  /** The points of each submission as of a day. */
  readonly points: (day: string) => Record<string, string>;
}

function found(root: string): Found {
  const { ledger, policies, values, trailOf } = openRoot(root);
  if (ledger === null) throw new Error('no ledger');
  const { judged, provenance } = approvalsUnder({ ledger, policies }, values, trailOf);
  const submission = (id: string) => ledger.submissions.get(id) as never;
  return {
    judged: (id) => judged(submission(id)),
    provenance: (id) => provenance(submission(id)),
    points: (day) => Object.fromEntries(keepJournal(ledger, policies, day as never).credits.map(({ record, points }) => [record, points.toString()])),
  };
}

/** `complete: 科长 陈海生 reviewed, 办公室主任 周启明 merged`; an open step has a dash, then come doubts. */
const told = ({ state, steps, doubts }: Judged): string =>
  [
    `${state}:`,
    steps.map(({ step, taken }) => (taken === null ? `${step} –` : `${step} ${taken.name} ${taken.how}`)).join(', '),
    ...doubts.map((doubt) => `[${doubt.code}${'name' in doubt ? ` ${doubt.name}` : ''}]`),
  ].join(' ');

describe('ways of merging', () => {
  let all: Found;
  beforeAll(() => {
    const one = kept(Approving.open());
    one.propose('merged').merge('merged', OFFICE, `Approved-by: ${HEAD}`);
    one.propose('important', 'important: true\n').merge('important', OFFICE, `Reviewed-by: ${HEAD}`, `Acked-by: ${LEADER}`);
    one.propose('lacking', 'important: true\n').merge('lacking', OFFICE, `Reviewed-by: ${HEAD}`);
    one.propose('squashed').squash('squashed', OFFICE, `Approved-by: @chen-hs`);
    one.propose('copied').squash('copied', HOST, `Approved-by: ${HEAD}`, `Merged-by: ${OFFICE}`);
    one.propose('unsigned').squash('unsigned', HOST, `Co-authored-by: ${HEAD}`);
    one.propose('co').squash('co', OFFICE, `Co-authored-by: ${HEAD}`, `Approved-by: ${HEAD}`);
    // Rebased by who merges: the author stays, the committer is another.
    one.propose('rebased', '', `登记\n\nReviewed-by: ${HEAD}`);
    one.git('switch', '--quiet', 'main');
    one.as(WRITER, OFFICE).git('cherry-pick', '--allow-empty', 'b-rebased');
    // Fast-forward: the writer's own commit, with whatever the writer says in it.
    one.propose('forwarded', '', `登记\n\nReviewed-by: ${HEAD}\nReviewed-by: ${OFFICE}`);
    one.git('switch', '--quiet', 'main');
    one.git('merge', '--quiet', '--ff-only', 'b-forwarded');
    // A merge of two branches at once.
    one.propose('octopus-a').propose('octopus-b');
    one.git('switch', '--quiet', 'main');
    one.as(OFFICE).git('merge', '--quiet', '--no-ff', '--message', `两篇\n\nApproved-by: ${HEAD}`, 'b-octopus-a', 'b-octopus-b');
    // A stale signature in the branch, and one under an earlier text on main.
    one.propose('stale', '', `登记\n\nReviewed-by: ${HEAD}`);
    one.file('stale', 'form: 综合\n');
    one.as(WRITER).commit('再改');
    one.merge('stale', OFFICE);
    one.propose('edited').merge('edited', OFFICE, `Approved-by: ${HEAD}`);
    one.file('edited', 'form: 简讯\n');
    one.as(WRITER).commit('直接改');
    // What the office notes of its fate leaves the approval as it is; so does another layout.
    one.propose('noted').merge('noted', OFFICE, `Approved-by: ${HEAD}`);
    one.put(fileOf('noted'), 'on: 2026-01-01\nunit: 基金监管股\ntitle: "稿件noted"\nauthors:\n  - 黄小雨\nnote: 补记\naccepted: 2026-01-02\n');
    one.as(OFFICE).commit('登记结果');
    all = found(one.root);
  });

  test.each([
    ['merged', 'complete: 科长 陈海生 reviewed, 办公室主任 周启明 merged'],
    ['important', 'complete: 科长 陈海生 reviewed, 办公室主任 周启明 merged, 局长 吴少芬 reviewed'],
    ['lacking', 'incomplete: 科长 陈海生 reviewed, 办公室主任 周启明 merged, 局长 –'],
    ['squashed', 'complete: 科长 陈海生 reviewed, 办公室主任 周启明 committed'],
    ['copied', 'unverified: 科长 –, 办公室主任 – [self-declared 陈海生]'],
    ['unsigned', 'unverified: 科长 –, 办公室主任 – [host]'],
    ['co', 'unverified: 科长 –, 办公室主任 周启明 committed [unsigned]'],
    ['rebased', 'complete: 科长 陈海生 reviewed, 办公室主任 周启明 committed'],
    ['forwarded', 'unverified: 科长 –, 办公室主任 – [self-declared 陈海生] [self-declared 周启明]'],
    ['octopus-a', 'complete: 科长 陈海生 reviewed, 办公室主任 周启明 merged'],
    ['octopus-b', 'complete: 科长 陈海生 reviewed, 办公室主任 周启明 merged'],
    ['stale', 'unverified: 科长 –, 办公室主任 周启明 merged [stale 陈海生] [unsigned]'],
    ['edited', 'unverified: 科长 –, 办公室主任 – [stale 陈海生] [unsigned]'],
    ['noted', 'complete: 科长 陈海生 reviewed, 办公室主任 周启明 merged'],
  ])('%s', (id, expected) => {
    expect(told(all.judged(id))).toBe(expected);
  });

  test('points are there only where the chain is complete', () => {
    const { points } = all;
    const complete = ['merged', 'important', 'squashed', 'rebased', 'octopus-a', 'octopus-b', 'noted'];
    expect(points('2026-01-01')).toEqual(
      Object.fromEntries(
        [
          'co',
          'copied',
          'edited',
          'forwarded',
          'important',
          'lacking',
          'merged',
          'noted',
          'octopus-a',
          'octopus-b',
          'rebased',
          'squashed',
          'stale',
          'unsigned',
        ].map((id) => [id, complete.includes(id) ? '1' : '0']),
      ),
    );
  });

  test('who wrote it and who approved it stays with them, whatever way it came', () => {
    expect(all.provenance('merged')).toMatchObject({
      written: { name: '黄小雨', on: '2026-01-01' },
      first: null,
      approved: [
        { name: '陈海生', how: 'reviewed' },
        { name: '周启明', how: 'merged' },
      ],
      chain: { state: 'complete', doubts: [] },
    });
    expect(all.provenance('unsigned')).toMatchObject({ approved: [{ name: null, how: 'host' }] });
    expect(all.provenance('edited')).toMatchObject({ written: { name: '黄小雨' }, first: { name: '黄小雨' } });
  });

  test('who could take a step that is open', () => {
    expect(all.judged('lacking').steps.map(({ people }) => people.map(({ name }) => name))).toEqual([['陈海生'], ['周启明'], ['吴少芬']]);
  });
});

describe('people', () => {
  let all: Found;
  beforeAll(() => {
    const one = kept(Approving.open());
    one.write('.mailmap', '陈海生 <chen@example.cn> 老陈 <old@private.example>\n');
    one.commit('mailmap');
    one.propose('mapped').merge('mapped', OFFICE, 'Approved-by: 老陈 <old@private.example>');
    one.propose('named').merge('named', OFFICE, 'Approved-by: 陈海生 <unknown@private.example>');
    one.propose('foreign').merge('foreign', OFFICE, 'Approved-by: 莫兰 <mo@example.cn>');
    one.propose('stranger').merge('stranger', OFFICE, 'Approved-by: 赵六 <zhao@example.cn>');
    one.day = '2026-07-01';
    one.propose('left').merge('left', OFFICE, `Approved-by: ${HEAD}`);
    one.propose('late').merge('late', HEAD, `Approved-by: ${OFFICE}`, 'Reviewed-on: https://git.example.cn/pulls/7');
    all = found(one.root);
  });

  test.each([
    ['mapped', 'complete: 科长 陈海生 reviewed, 办公室主任 周启明 merged'],
    ['named', 'complete: 科长 陈海生 reviewed, 办公室主任 周启明 merged'],
    ['foreign', 'incomplete: 科长 –, 办公室主任 周启明 merged'],
    ['stranger', 'unverified: 科长 –, 办公室主任 周启明 merged [stranger 赵六]'],
    ['left', 'incomplete: 科长 陈海生 reviewed, 办公室主任 –'],
  ])('%s', (id, expected) => {
    expect(told(all.judged(id))).toBe(expected);
  });

  test('a name alone is said to be one, and an approval without use is shown', () => {
    expect(all.judged('named').steps[0]?.taken).toMatchObject({ byName: true });
    expect(all.judged('mapped').steps[0]?.taken).toMatchObject({ byName: false });
    expect(all.judged('foreign').beside).toMatchObject([{ name: '莫兰', how: 'reviewed' }]);
  });

  test('the address of the merge request is kept', () => {
    expect(all.provenance('late')).toMatchObject({ request: 'https://git.example.cn/pulls/7' });
  });
});

describe('days', () => {
  test('an approval counts from the day it was merged', () => {
    const one = kept(Approving.open());
    one.propose('a');
    one.day = '2026-01-09';
    one.merge('a', OFFICE, `Approved-by: ${HEAD}`);
    const { points } = found(one.root);
    expect([points('2026-01-08'), points('2026-01-09')]).toEqual([{ a: '0' }, { a: '1' }]);
  });

  test('what was filed before Git was asked goes by its record', () => {
    const one = kept(Approving.open('approvals: { by: git, since: 2026-01-02 }\n'));
    one.file('a');
    one.as(WRITER).commit('直接提交');
    expect(found(one.root).points('2026-01-31')).toEqual({ a: '1' });
  });
});

test('a trail as of a commit knows nothing of what came after it', () => {
  const one = kept(Approving.open());
  const approved = one.propose('a').merge('a', OFFICE, `Approved-by: ${HEAD}`);
  one.file('a', 'form: 简讯\n');
  const edited = one.as(WRITER).commit('直接改');
  one.delete(`${ROOT}/${fileOf('a')}`);
  const gone = one.commit('删除');
  one.file('a');
  one.as(WRITER).commit('再登记');
  const opened = openHistory(one.root);
  if ('fault' in opened) throw new Error(opened.fault.code);
  const { history } = opened;
  const at = trailsThrough(history);
  const versionsAt = (commit: string): number | string => {
    const trail = at(commit)(fileOf('a'));
    return trail.state === 'known' ? trail.versions.length : trail.why;
  };
  const branch = one.git('rev-parse', 'b-a');
  expect([approved, edited, gone, history.head, branch].map(versionsAt)).toEqual([1, 2, 'uncommitted', 1, 1]);
  expect(trailsThrough({ ...history, shallow: true })(edited)(fileOf('a'))).toEqual({ state: 'unknown', why: 'shallow' });
});

describe('where Git cannot be asked', () => {
  test('nothing is claimed, and the record stands', () => {
    const one = kept(Approving.open());
    one.propose('a').merge('a', OFFICE, `Approved-by: ${HEAD}`);
    one.put(fileOf('b'), 'title: 新\nunit: 基金监管股\non: 2026-01-01\n');
    one.file('a', 'form: 简讯\n');
    const here = found(one.root);
    expect([told(here.judged('a')), told(here.judged('b'))]).toEqual(Array(2).fill('unverified: 科长 –, 办公室主任 – [uncommitted]'));
    expect(here.provenance('b')).toEqual({ state: 'unknown', why: 'uncommitted' });
    expect(here.points('2026-01-01')).toEqual({ a: '1', b: '1' });
  });

  test('a shallow clone, a folder without a repository', () => {
    const one = kept(Approving.open());
    one.propose('a').merge('a', OFFICE, `Approved-by: ${HEAD}`);
    const clone = kept(new Repository());
    clone.git('clone', '--quiet', '--depth', '1', `file://${one.folder}`, '.');
    const shallow = found(`${clone.folder}/${ROOT}`);
    expect(told(shallow.judged('a'))).toBe('unverified: 科长 –, 办公室主任 – [shallow]');
    expect(shallow.points('2026-01-01')).toEqual({ a: '1' });
    const bare = kept(new Repository(newFolder()));
    expect(openRoot(bare.folder).trailOf(fileOf('a'))).toEqual({ state: 'unknown', why: 'no-repository' });
  });
});
