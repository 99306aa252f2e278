/** Trails held against chains: what counts as an approval, what does not, and what is only doubted. Commits are made up; real ones are in test/rim. */
import { describe, expect, test } from 'vitest';
import type { ChainStep } from '../../src/approval/chain.ts';
import { type Judged, judge } from '../../src/approval/judge.ts';
import type { Register } from '../../src/approval/story.ts';
import { contentOf, type Trail, type Version } from '../../src/approval/trail.ts';
import { openIdentities } from '../../src/ledger/identities.ts';
import type { Commit } from '../../src/model/commit.ts';
import type { Day } from '../../src/model/day.ts';
import type { Person, Submission, Unit } from '../../src/model/records.ts';

const people = [
  { id: 'huang', name: '黄小雨', unit: 'a', roles: ['信息员'], git: { emails: ['huang@x'] } },
  { id: 'chen', name: '陈海生', unit: 'a', roles: ['科长'], git: { emails: ['chen@x'] } },
  { id: 'wu', name: '吴少芬', unit: 'b', roles: ['局长'], git: { emails: ['wu@x'] } },
  { id: 'both', name: '莫兰', unit: 'a', roles: ['科长', '局长'], git: { emails: ['mo@x'] } },
  { id: 'wu-2', name: '吴少芬', unit: 'a', roles: [] },
  { id: 'gone', name: '旧局长', unit: 'b', roles: ['局长'], git: { emails: ['gone@x'] }, to: '2026-01-31' },
];
const register: Register = {
  ledger: {
    people: new Map(people.map(({ git: _git, ...one }) => [one.id, { from: null, to: null, ...one } as unknown as Person])),
    units: new Map(['a', 'b'].map((id) => [id, { id, name: id, class: id === 'b' ? '领导' : '股室' } as unknown as Unit])),
  },
  identities: openIdentities(new Map([['data/people.yaml', { people }]])),
  dayAt: (time) => time.slice(0, 10) as Day,
};
const submission = { id: 's', authors: ['huang'], units: [{ unit: 'a' }], on: '2026-01-01' } as unknown as Submission;

const step = (name: string, more: Partial<ChainStep> = {}): ChainStep => ({
  step: name,
  clause: null,
  because: null,
  roles: [name],
  whose: 'anyone',
  people: [],
  ...more,
});
const CHAIN = [step('科长', { whose: 'unit' }), step('局长')];

let count = 0;
const signed = (text: string, day: string) => ({ name: text.split(' ')[0] as string, email: text.split(' ')[1] ?? '', at: `${day}T09:00:00+08:00` });
interface Made {
  readonly by?: string;
  readonly committer?: string;
  readonly merge?: boolean;
  readonly day?: string;
  readonly trailers?: readonly string[];
}
const HUANG = '黄小雨 huang@x';
const commit = ({ by = HUANG, committer = by, merge = false, day = '2026-01-02', trailers = [] }: Made): Commit => ({
  id: `c${count++}`,
  parents: merge ? ['p', 'q'] : ['p'],
  author: signed(by, day),
  committer: signed(committer, day),
  subject: '',
  trailers: trailers.map((one) => one.split(': ') as [string, string]),
});
/** A merge of what `wrote` wrote. */
const merged = (made: Made, content = 'now', wrote: readonly (readonly [Made, string])[] = [[{}, content]]): Version => ({
  brought: commit({ merge: true, ...made }),
  wrote: wrote.map(([one, own]) => ({ commit: commit(one), content: own })),
  content,
});
const single = (made: Made, content = 'now'): Version => {
  const brought = commit(made);
  return { brought, wrote: [{ commit: brought, content }], content };
};
const judged = (...versions: [Version, ...Version[]]): Judged => judge(submission, CHAIN, { state: 'known', versions }, register);
const told = ({ state, steps, doubts, beside }: Judged): string =>
  [
    state,
    ...steps.map(({ taken }) => taken?.name ?? '–'),
    ...doubts.map((doubt) => `${doubt.code}${'name' in doubt ? ` ${doubt.name}` : ''}`),
    ...beside.map(({ name }) => `+${name}`),
  ].join(', ');

const CHEN = 'Approved-by: 陈海生 <chen@x>';
const WU = 'Approved-by: 吴少芬 <wu@x>';

describe('what counts', () => {
  test.each<[string, Version, string]>([
    ['signatures in a merge by a third', merged({ by: '陈海生 chen@x', trailers: [WU] }), 'complete, 陈海生, 吴少芬'],
    ['in a merge by the host', merged({ by: 'GitHub noreply@github.com', trailers: [CHEN, WU] }), 'complete, 陈海生, 吴少芬'],
    ['in a squash by a person', single({ committer: '吴少芬 wu@x', trailers: [CHEN] }), 'complete, 陈海生, 吴少芬'],
    [
      'who merged, as the host says',
      merged({ by: 'gitea gitea@noreply.x', trailers: [CHEN, 'Merged-by: 吴少芬 <wu@x>'] }),
      'complete, 陈海生, 吴少芬',
    ],
    ['in the branch, under what was merged', merged({ by: '吴少芬 wu@x' }, 'now', [[{ trailers: [CHEN] }, 'now']]), 'complete, 陈海生, 吴少芬'],
    ['one person in several roles, once', merged({ by: '莫兰 mo@x' }), 'complete, 莫兰, 莫兰'],
    ['an address alone', merged({ by: '吴少芬 wu@x', trailers: ['Acked-by: chen@x'] }), 'complete, 陈海生, 吴少芬'],
  ])('%s', (_, version, expected) => {
    expect(told(judged(version))).toBe(expected);
  });

  test('later bookkeeping keeps what was approved, and may add to it', () => {
    const first = merged({ by: '陈海生 chen@x' });
    expect(told(judged(single({ by: '黄小雨 huang@x', committer: '吴少芬 wu@x' }), first))).toBe('complete, 陈海生, 吴少芬');
  });
});

describe('what does not', () => {
  test.each<[string, Version, string]>([
    [
      'the own signature',
      merged({ by: '吴少芬 wu@x', trailers: [CHEN] }, 'now', [[{ by: '陈海生 chen@x' }, 'now']]),
      'unverified, –, 吴少芬, unsigned',
    ],
    [
      'that of a co-author',
      merged({ by: '吴少芬 wu@x', trailers: [CHEN] }, 'now', [[{ trailers: ['Co-authored-by: 陈海生 <chen@x>'] }, 'now']]),
      'unverified, –, 吴少芬, unsigned',
    ],
    [
      'that of an author in the record, whoever committed it',
      merged({ by: '黄小雨 huang@x', trailers: [CHEN, WU] }, 'now', [[{ by: '代办 d@x' }, 'now']]),
      'unverified, –, –, self-declared 陈海生, self-declared 吴少芬',
    ],
    [
      'of another unit, of somebody without the role',
      merged({ by: '陈海生 chen@x', trailers: ['Approved-by: 王 <nobody@x>'] }),
      'unverified, 陈海生, –, stranger 王, +王',
    ],
    [
      'of one of two who bear that name',
      merged({ by: '陈海生 chen@x', trailers: ['Approved-by: 吴少芬 <private@x>'] }),
      'unverified, 陈海生, –, ambiguous 吴少芬, +吴少芬',
    ],
    [
      'of somebody who has left',
      merged({ by: '陈海生 chen@x', day: '2026-02-01', trailers: ['Approved-by: 旧局长 <gone@x>'] }),
      'incomplete, 陈海生, –, +旧局长',
    ],
    [
      'what a host copies into a squash',
      single({ committer: 'GitHub noreply@github.com', trailers: [CHEN, 'Merged-by: 吴少芬 <wu@x>'] }),
      'unverified, –, –, self-declared 陈海生',
    ],
    ['an empty trailer of who merged', merged({ by: '陈海生 chen@x', trailers: [] }), 'unverified, 陈海生, –, unsigned'],
  ])('%s', (_, version, expected) => {
    expect(told(judged(version))).toBe(expected);
  });

  test('a comma more does not make it another’s: who wrote what was never approved cannot sign it', () => {
    const untouched = single({ by: '陈海生 chen@x' }, 'before');
    expect(told(judged(merged({ by: '吴少芬 wu@x', trailers: [CHEN] }), untouched))).toBe('unverified, –, 吴少芬, unsigned');
    const approved = single({ by: '陈海生 chen@x', committer: '吴少芬 wu@x' }, 'before');
    expect(told(judged(merged({ by: '吴少芬 wu@x', trailers: [CHEN] }), approved))).toBe('complete, 陈海生, 吴少芬');
  });

  test('what was signed under an earlier text is stale, where it would have mattered', () => {
    const before = merged({ by: '陈海生 chen@x', trailers: [WU] }, 'before');
    expect(told(judged(single({}), before))).toBe('unverified, –, –, stale 吴少芬, unsigned');
    expect(told(judged(merged({ by: '吴少芬 wu@x' }), before))).toBe('unverified, –, 吴少芬, unsigned');
  });

  test('a host that says nothing leaves it open', () => {
    expect(told(judged(single({ committer: 'GitHub noreply@github.com' })))).toBe('unverified, –, –, host');
  });
});

describe('a step of the authors', () => {
  test('is taken by writing', () => {
    const { steps } = judge(submission, [step('拟稿人', { whose: 'authors' })], { state: 'known', versions: [single({})] }, register);
    expect(steps[0]?.taken).toMatchObject({ name: '黄小雨', how: 'wrote' });
  });
});

describe('without a trail', () => {
  const nothing: Trail = { state: 'unknown', why: 'shallow' };
  test('every step is open, and Git is said not to know; without a chain nothing is', () => {
    expect(told(judge(submission, CHAIN, nothing, register))).toBe('unverified, –, –, shallow');
    expect(told(judge(submission, [], nothing, register))).toBe('complete');
  });
});

test('content is what has to be approved, in whatever order and look; what the office notes of its fate is none of it', () => {
  const written = { title: '甲', on: '2026-01-01' };
  expect(contentOf({ on: '2026-01-01', note: '补', accepted: '2026-01-03', title: '甲' })).toBe(contentOf(written));
  expect(contentOf({ ...written, title: '乙' })).not.toBe(contentOf(written));
  expect(contentOf(undefined)).toBe('');
  expect(contentOf(['a'])).toBe('["a"]');
});
