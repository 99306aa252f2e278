/** `tongbao verify` over real Git repositories, in which everything that somebody could change is changed. Figures under county-2021, by hand. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { adoptionFile, LATE, lockFile, Office, submissionFile } from '../rig/office.ts';
import { Repository } from '../rig/repository.ts';

/** January, February, March and the first quarter issued; nothing is wrong. */
let issued: Office;
const commits: Record<string, string> = {};
/** January and February issued. */
let early: Office;

beforeAll(async () => {
  issued = Office.open();
  for (const period of ['2026-01', '2026-02']) commits[period] = await issued.issue(period);
  early = issued.copy();
  for (const period of ['2026-03', '2026-Q1']) commits[period] = await issued.issue(period);
});

const made: Repository[] = [];
afterEach(() => {
  for (const one of made.splice(0)) one.remove();
});
afterAll(() => {
  issued.remove();
  early.remove();
});

const kept = <R extends Repository>(one: R): R => {
  made.push(one);
  return one;
};
const copy = (): Office => kept(issued.copy());

/** The verdict of each bulletin, and the codes that speak against it. */
async function found(office: Office, ...argv: string[]): Promise<Record<string, string>> {
  const { bulletins } = await office.verified(...argv);
  return Object.fromEntries(
    bulletins.map(({ period, verdict, tampering, unproved }) => [
      period,
      [verdict, ...[...tampering, ...unproved].map(({ code }) => code)].join(' '),
    ]),
  );
}

const SOUND = { '2026-01': 'identical', '2026-02': 'identical', '2026-03': 'identical', '2026-Q1': 'identical' };
const POINTS = { path: 'published.groups.0.rows.1.points', before: 3, after: 5 };

/** January's second row: fuwu with 3 points, to be 5. */
const morePoints = (office: Office): void =>
  office.edit(
    lockFile('2026-01'),
    'to_date: 3, points: 3, quotas: [{duty: monthly-report, title: 每月综合性报道, period: 2026-01, count: 1',
    'to_date: 3, points: 5, quotas: [{duty: monthly-report, title: 每月综合性报道, period: 2026-01, count: 1',
  );

describe('nothing is wrong', () => {
  test('every bulletin is identical, and the commit that issued it is named', async () => {
    const { code, bulletins, ...rest } = await issued.verified();
    expect(code).toBe(0);
    expect(rest).toEqual({ asOf: '2026-06-30', head: commits['2026-Q1'], withdrawn: [] });
    expect(bulletins.map(({ period, verdict }) => [period, verdict])).toEqual(Object.entries(SOUND));
    expect(bulletins[1]).toEqual({
      period: '2026-02',
      verdict: 'identical',
      issued: {
        commit: commits['2026-02'],
        at: expect.stringMatching(/^2026-01-01T/),
        committer: '王五',
        author: '李四',
        subject: '通报 2026-02',
        edits: [],
      },
      reissued: [],
      computedFrom: commits['2026-02'],
      tampering: [],
      unproved: [],
      corrections: [],
    });
  });

  test('as text, in both languages', async () => {
    const { code, out, err } = await issued.verify('2026-01');
    const commit = commits['2026-01']?.slice(0, 10);
    expect([code, err]).toEqual([0, '']);
    expect(out).toBe(
      `2026-01  一致 identical\n  签发:提交 ${commit},2026-01-01,王五\n  issued: commit ${commit}, 2026-01-01, 王五\n共 1 期:1 期一致。\n1 in all: 1 identical.\n`,
    );
  });

  test('the same twice', async () => {
    expect(await issued.verify()).toEqual(await issued.verify());
  });

  test('only those that are asked for', async () => {
    expect(await found(issued, '2026-02', '2026-Q1')).toEqual({ '2026-02': 'identical', '2026-Q1': 'identical' });
  });

  test('a period without a bulletin, and what is no period, are wrong usage', async () => {
    expect(await issued.verify('2026-04')).toMatchObject({ code: 2, err: expect.stringContaining('已有:2026-01、2026-02、2026-03、2026-Q1') });
    expect(await issued.verify('四月')).toMatchObject({ code: 2, err: expect.stringContaining('看不懂周期') });
  });

  test('without any bulletin', async () => {
    const office = kept(Office.open());
    expect(await office.verify()).toMatchObject({ code: 0, out: '还没有签发过通报。\nNo bulletin has been issued yet.\n' });
  });

  test('under a root in a sub-folder with a Chinese name', async () => {
    const office = kept(Office.open('县局/'));
    await office.issue('2026-01');
    expect(await found(office)).toEqual({ '2026-01': 'identical' });
    morePoints(office);
    office.commit('改');
    expect(await found(office)).toEqual({ '2026-01': 'tampered changed seal-broken' });
  });
});

describe('each planted change is found', () => {
  test('a figure in the work tree', async () => {
    const office = copy();
    morePoints(office);
    const { code, bulletins } = await office.verified();
    expect(code).toBe(1);
    expect(bulletins[0]).toMatchObject({
      verdict: 'tampered',
      tampering: [{ code: 'changed', by: [null], changes: [POINTS] }, { code: 'seal-broken' }, { code: 'chain-broken', cited: ['2026-02'] }],
    });
    expect(bulletins.slice(1).map(({ verdict }) => verdict)).toEqual(['identical', 'identical', 'identical']);
  });

  test('a figure, committed: the commit is named', async () => {
    const office = copy();
    morePoints(office);
    const commit = office.commit('订正');
    const { code, out } = await office.verify('2026-01');
    expect(code).toBe(1);
    expect(out).toContain(`签发之后内容被改动(提交 ${commit.slice(0, 10)})。请从 Git 恢复 data/bulletins/2026-01.yaml`);
    expect(out).toContain('    published.groups.0.rows.1.points  3 → 5\n');
    expect(out).toContain('共 1 期:1 期被改动。\n1 in all: 1 tampered with.\n');
  });

  test('a figure in the last bulletin, sealed again', async () => {
    const office = copy();
    office.forge('2026-Q1', (bulletin) => ({ ...bulletin, published: { ...bulletin.published, work: '宣传工作' } }));
    office.commit('订正');
    const { bulletins } = await office.verified('2026-Q1');
    expect(bulletins[0]?.tampering.map(({ code }) => code)).toEqual(['changed']);
    expect(bulletins[0]?.tampering[0]?.changes?.map(({ path }) => path)).toEqual(['published.work', 'seal']);
  });

  test('a credit taken out of the middle is told as that', async () => {
    const office = copy();
    office.forge('2026-01', (bulletin) => ({ ...bulletin, credits: bulletin.credits.slice(1) }));
    const { bulletins } = await office.verified('2026-01');
    expect(bulletins[0]?.tampering.map(({ code }) => code)).toEqual(['changed', 'chain-broken']);
    expect(bulletins[0]?.tampering[0]?.changes?.map(({ path, after }) => [path, after === undefined])).toEqual([
      ['credits.0', true],
      ['seal', false],
    ]);
  });

  test('a hash of a file', async () => {
    const office = copy();
    const { files } = office.lock('2026-01').evidence;
    office.edit(lockFile('2026-01'), files['data/units.yaml'] as string, '0'.repeat(64));
    const { bulletins } = await office.verified('2026-01');
    expect(bulletins[0]?.tampering[0]?.changes?.map(({ path }) => path)).toEqual(['evidence.files.data/units.yaml']);
  });

  test('the text of the document, which no seal covers, right after the issue', async () => {
    const office = copy();
    office.edit(lockFile('2026-Q1'), 'office: 某县医疗保障局办公室', 'office: 某县人民政府办公室');
    const commit = office.commit('改署名');
    const { bulletins } = await office.verified('2026-Q1');
    expect(bulletins[0]).toMatchObject({
      verdict: 'tampered',
      tampering: [
        { code: 'changed', by: [commit], changes: [{ path: 'document.office', before: '某县医疗保障局办公室', after: '某县人民政府办公室' }] },
      ],
    });
    expect((await office.verify('2026-Q1')).out).toContain('签发之后文件部分被改动');
  });

  test('a comment only', async () => {
    const office = copy();
    office.put(lockFile('2026-Q1'), `${office.take(lockFile('2026-Q1'))}# 无\n`);
    const { bulletins } = await office.verified('2026-Q1');
    expect(bulletins[0]?.tampering).toEqual([{ code: 'changed', by: [null], changes: [] }]);
    expect((await office.verify('2026-Q1')).out).toContain('文件的写法被改动');
  });

  test('a change that was put back is none', async () => {
    const office = copy();
    const text = office.take(lockFile('2026-01'));
    morePoints(office);
    office.commit('改');
    office.put(lockFile('2026-01'), text);
    office.commit('恢复');
    expect(await found(office)).toEqual(SOUND);
  });

  test('a file that is no bulletin any more', async () => {
    const office = copy();
    office.put(lockFile('2026-02'), 'period: 2026-02\n');
    expect((await found(office))['2026-02']).toBe('tampered changed unreadable');
    office.put(lockFile('2026-02'), '[');
    expect((await found(office))['2026-02']).toBe('tampered changed unreadable');
  });

  test('a bulletin in the place of another', async () => {
    const office = copy();
    office.put(lockFile('2026-02'), office.take(lockFile('2026-01')));
    expect((await found(office))['2026-02']).toBe('tampered changed misnamed chain-broken');
  });

  test('one that others rest on is deleted', async () => {
    const office = copy();
    office.drop(lockFile('2026-01'));
    const { code, bulletins } = await office.verified();
    expect([code, bulletins[0]?.tampering]).toEqual([1, [{ code: 'deleted', by: [null], cited: ['2026-02'] }]]);
    const commit = office.commit('删除');
    expect((await office.verified()).bulletins[0]).toMatchObject({
      verdict: 'tampered',
      tampering: [{ code: 'deleted', by: [commit], cited: ['2026-02'] }],
    });
    expect((await office.verify('2026-01')).out).toContain('签发之后被删除');
  });

  test('the last one is taken back: told, and no fault', async () => {
    const office = copy();
    office.drop(lockFile('2026-Q1'));
    const commit = office.commit('撤回');
    const { code, bulletins, withdrawn } = await office.verified();
    expect([code, bulletins.length, withdrawn]).toEqual([0, 3, [{ period: '2026-Q1', by: commit }]]);
    expect((await office.verify()).out).toContain(`2026-Q1 签发后撤回(提交 ${commit.slice(0, 10)})`);
    const again = await office.issue('2026-Q1');
    expect((await office.verified('2026-Q1')).bulletins[0]).toMatchObject({ verdict: 'identical', issued: { commit: again }, reissued: [commit] });
  });

  test('figures that never followed from the records', async () => {
    const office = kept(early.copy());
    await office.propose('2026-03');
    office.forge('2026-03', (bulletin) => ({
      ...bulletin,
      published: { ...bulletin.published, totals: { ...bulletin.published.totals, filed: 7 } },
    }));
    const commit = office.commit('通报 2026-03');
    expect((await office.verified('2026-03')).bulletins[0]).toMatchObject({
      verdict: 'tampered',
      tampering: [{ code: 'not-reproduced', commit, changes: [{ path: 'published.totals.filed', before: 1, after: 7 }] }],
    });
  });

  test('another ordinance in a history made up afterwards', async () => {
    const office = kept(early.copy());
    office.git('checkout', '--quiet', '--orphan', 'other');
    office.edit('policies/county-2021.yaml', '综合: 6', '综合: 7');
    office.commit('台账和通报');
    const told = await found(office);
    expect(told).toEqual({ '2026-01': 'tampered not-reproduced', '2026-02': 'tampered not-reproduced' });
    const { bulletins } = await office.verified('2026-01');
    expect(bulletins[0]?.tampering[0]?.changes?.map(({ path }) => path)).toEqual(['evidence.files.policies/county-2021.yaml']);
  });
});

describe('what cannot be proved is said, with what to do', () => {
  test('a shallow clone', async () => {
    const folder = kept(new Repository());
    folder.git('clone', '--quiet', '--depth', '1', pathToFileURL(issued.folder).href, 'clone');
    const office = new Office(join(folder.folder, 'clone'));
    const { code, out } = await office.verify();
    expect(code).toBe(1);
    expect(out).toContain('git fetch --unshallow');
    expect(out).toContain('fetch-depth: 0');
    expect(await found(office, '2026-01')).toEqual({ '2026-01': 'unverified shallow' });
    morePoints(office);
    expect(await found(office, '2026-01')).toEqual({ '2026-01': 'tampered seal-broken chain-broken shallow' });
  });

  test('no repository', async () => {
    const office = copy();
    rmSync(join(office.folder, '.git'), { recursive: true });
    expect(await found(office, '2026-01')).toEqual({ '2026-01': 'unverified no-repository' });
    office.drop(lockFile('2026-02'));
    expect(await found(office)).toEqual({
      '2026-01': 'unverified no-repository',
      '2026-03': 'unverified no-repository',
      '2026-Q1': 'unverified no-repository',
    });
  });

  test('a bulletin that is not committed', async () => {
    const office = kept(early.copy());
    await office.propose('2026-03');
    expect(await found(office, '2026-03')).toEqual({ '2026-03': 'unverified uncommitted' });
    expect((await office.verify('2026-03')).code).toBe(1);
  });

  test('one of another version of the program that counted otherwise; one that counted the same is identical', async () => {
    const office = kept(early.copy());
    await office.propose('2026-03');
    office.forge('2026-03', ({ evidence, ...bulletin }) => ({ ...bulletin, evidence: { ...evidence, program: '0.0.9' } }));
    office.commit('通报 2026-03');
    expect(await found(office, '2026-03')).toEqual({ '2026-03': 'identical' });
    office.git('reset', '--quiet', '--hard', 'HEAD~1');
    await office.propose('2026-03');
    office.forge('2026-03', ({ evidence, published, ...bulletin }) => ({
      ...bulletin,
      published: { ...published, totals: { ...published.totals, filed: 7 } },
      evidence: { ...evidence, program: '0.0.9' },
    }));
    office.commit('通报 2026-03');
    expect(await found(office, '2026-03')).toEqual({ '2026-03': 'unverified other-program' });
    expect((await office.verify('2026-03')).out).toContain('它由 0.0.9 版计算');
  });

  test('a form that this version does not understand, unchanged since', async () => {
    const office = kept(early.copy());
    await office.propose('2026-03');
    office.put(lockFile('2026-03'), `${office.take(lockFile('2026-03'))}later: 1\n`);
    office.commit('通报 2026-03');
    expect(await found(office, '2026-03')).toEqual({ '2026-03': 'unverified not-understood' });
  });

  test('records that are not there', async () => {
    const office = copy();
    office.git('checkout', '--quiet', '--orphan', 'other');
    office.git('rm', '--quiet', '--cached', '-r', 'data/units.yaml', 'data/site.yaml');
    office.git('commit', '--quiet', '--message', '只有通报');
    office.commit('其余');
    expect(await found(office, '2026-01')).toEqual({ '2026-01': 'unverified no-records' });
  });
});

describe('however a proposal came to the main branch', () => {
  /** A proposal of March on a branch, and a late record of January merged meanwhile. */
  async function proposed(): Promise<Office> {
    const office = kept(early.copy());
    office.git('checkout', '--quiet', '-b', 'bulletin/2026-03');
    await office.issue('2026-03');
    office.git('checkout', '--quiet', 'main');
    office.put(...LATE);
    office.commit('补记一月');
    return office;
  }

  test('merged', async () => {
    const office = await proposed();
    office.git('merge', '--quiet', '--no-ff', '--message', '签发', 'bulletin/2026-03');
    const { bulletins } = await office.verified('2026-03');
    expect(bulletins[0]).toMatchObject({
      verdict: 'identical',
      issued: { commit: office.git('rev-parse', 'HEAD') },
      computedFrom: office.git('rev-parse', 'bulletin/2026-03'),
    });
    expect((await office.verify('2026-03')).out).toContain('此后到签发之间另有记录合并');
  });

  test('squashed', async () => {
    const office = await proposed();
    office.git('merge', '--quiet', '--squash', 'bulletin/2026-03');
    const commit = office.commit('签发');
    expect((await office.verified('2026-03')).bulletins[0]).toMatchObject({
      issued: { commit },
      computedFrom: office.git('rev-parse', 'main~2'),
      tampering: [],
      unproved: [],
    });
  });

  test('rebased', async () => {
    const office = await proposed();
    office.git('checkout', '--quiet', 'bulletin/2026-03');
    office.git('rebase', '--quiet', 'main');
    expect((await office.verified('2026-03')).bulletins[0]).toMatchObject({
      computedFrom: office.git('rev-parse', 'main~1'),
      tampering: [],
      unproved: [],
    });
  });

  /** A proposal by the program, a word of the office on the branch, put on the line one by one. */
  async function editedProposal(message: string): Promise<[Office, string]> {
    const office = kept(early.copy());
    await office.propose('2026-03');
    office.commit(message);
    office.edit(lockFile('2026-03'), 'office: 某县医疗保障局办公室', 'office: 局办公室');
    return [office, office.commit('改署名')];
  }

  test('fast-forward: what the office wrote right after the program’s proposal belongs to it; nothing later does', async () => {
    const [office, edit] = await editedProposal('拟定2026年3月通报\n\nTongbao-Bulletin: 2026-03\n');
    expect((await office.verified('2026-03')).bulletins[0]).toMatchObject({ verdict: 'identical', issued: { commit: edit, edits: [edit] } });
    expect((await office.verify('2026-03')).out).toContain(`签发前由办公室修改:提交 ${edit.slice(0, 10)}`);
    office.put(adoptionFile('b-mar-daily'), 'submission: b-mar\noutlet: daily\non: 2026-04-09\n');
    office.commit('四月一条');
    office.edit(lockFile('2026-03'), 'office: 局办公室', 'office: 办公室');
    const late = office.commit('再改署名');
    expect((await office.verified('2026-03')).bulletins[0]).toMatchObject({ verdict: 'tampered', tampering: [{ code: 'changed', by: [late] }] });
  });

  test('fast-forward: figures changed under the cover of such an edit are found', async () => {
    const [office] = await editedProposal('拟定2026年3月通报\n\nTongbao-Bulletin: 2026-03\n');
    office.forge('2026-03', (bulletin) => ({ ...bulletin, published: { ...bulletin.published, work: '宣传工作' } }));
    office.commit('改');
    expect(await found(office, '2026-03')).toEqual({ '2026-03': 'tampered not-reproduced' });
  });

  test('a commit of a person is an issue by itself', async () => {
    const [office, edit] = await editedProposal('通报 2026-03');
    expect((await office.verified('2026-03')).bulletins[0]).toMatchObject({ verdict: 'tampered', tampering: [{ code: 'changed', by: [edit] }] });
  });

  test('several bulletins issued in one commit', async () => {
    const office = kept(Office.open());
    for (const period of ['2026-01', '2026-02', '2026-03', '2026-Q1']) await office.propose(period);
    const commit = office.commit('补发');
    const { bulletins } = await office.verified();
    expect(bulletins.map(({ verdict, issued: by, computedFrom }) => [verdict, by?.commit, computedFrom])).toEqual(
      Array(4).fill(['identical', commit, commit]),
    );
  });

  test('a record that was renamed since is no tampering', async () => {
    const office = copy();
    office.put(adoptionFile('a-jan-county'), office.take(adoptionFile('a-jan-site')));
    office.drop(adoptionFile('a-jan-site'));
    office.commit('改名');
    const { code, bulletins } = await office.verified('2026-01');
    expect([code, bulletins[0]?.verdict, bulletins[0]?.tampering]).toEqual([0, 'corrected', []]);
  });
});

describe('what the records say now', () => {
  const WAITING = { corrects: '2026-01', published: null, unit: 'fuwu', points: '3', ledger: '积分', clause: '四(一)3', item: 'a-jan' };

  test('a late record corrects its month and its quarter, and waits for the next bulletin', async () => {
    const office = copy();
    office.put(...LATE);
    const commit = office.commit('补记一月');
    const { code, bulletins } = await office.verified();
    const correction = { ...WAITING, causes: [{ what: 'added', file: LATE[0], commit }] };
    expect(code).toBe(0);
    expect(bulletins.map(({ period, verdict, corrections }) => [period, verdict, corrections])).toEqual([
      ['2026-01', 'corrected', [correction]],
      ['2026-02', 'identical', []],
      ['2026-03', 'identical', []],
      ['2026-Q1', 'corrected', [correction]],
    ]);
    const { out } = await office.verify('2026-01');
    expect(out).toContain(`更正,待下期公布:医保服务中心 +3 四(一)3,补记 ${LATE[0]}（提交 ${commit.slice(0, 7)}）\n`);
    expect(out).toContain('correction, waiting for the next bulletin: 医保服务中心 +3 四(一)3, recorded late: ');
  });

  test('once it is published it is told with the bulletin that has it; a quarter made after has it already', async () => {
    const office = kept(early.copy());
    office.put(...LATE);
    const commit = office.commit('补记一月');
    for (const period of ['2026-03', '2026-Q1']) await office.issue(period);
    const correction = { ...WAITING, published: '2026-03', causes: [{ what: 'added', file: LATE[0], commit }] };
    const { code, bulletins } = await office.verified();
    expect(code).toBe(0);
    expect(bulletins.map(({ period, verdict, corrections }) => [period, verdict, corrections])).toEqual([
      ['2026-01', 'corrected', [correction]],
      ['2026-02', 'identical', []],
      ['2026-03', 'identical', []],
      ['2026-Q1', 'identical', []],
    ]);
    expect((await office.verify('2026-01')).out).toContain('更正,已在 2026-03 公布');
  });

  test('a record changed, one deleted, the ordinance edited', async () => {
    const office = copy();
    office.edit(submissionFile('b-jan'), 'form: 简讯', 'form: 综合');
    office.commit('订正体裁');
    office.drop(adoptionFile('b-mar-site'));
    office.commit('误记');
    const { bulletins } = await office.verified();
    const told = bulletins.map(({ period, corrections }) => [period, corrections.map(({ unit, points, clause }) => `${unit} ${points} ${clause}`)]);
    expect(told).toEqual([
      ['2026-01', ['jijin 3 四(一)3']],
      ['2026-02', []],
      ['2026-03', ['jijin -3 四(一)1']],
      ['2026-Q1', ['jijin 3 四(一)3', 'jijin -3 四(一)1']],
    ]);
    office.edit('policies/county-2021.yaml', '综合: 6', '综合: 7');
    office.commit('改办法');
    expect((await office.verified('2026-02')).bulletins[0]).toMatchObject({
      verdict: 'corrected',
      corrections: [{ unit: 'fuwu', points: '1', clause: '四(一)3', causes: [{ what: 'changed', file: 'policies/county-2021.yaml' }] }],
    });
  });

  test('a commit named as a cause has to be there and to have touched the file', async () => {
    const office = kept(early.copy());
    const other = office.git('rev-parse', 'HEAD');
    office.put(...LATE);
    const commit = office.commit('补记一月');
    await office.propose('2026-03');
    const text = office.take(lockFile('2026-03'));
    const naming = (named: string): void => {
      office.put(lockFile('2026-03'), text.replaceAll(commit, named));
      office.forge('2026-03', (bulletin) => bulletin);
      office.commit('通报 2026-03');
    };
    naming(other);
    expect(await found(office, '2026-03')).toEqual({ '2026-03': 'tampered false-cause' });
    expect((await office.verify('2026-03')).out).toContain(`这次提交没有动过它`);
    office.git('reset', '--quiet', '--hard', 'HEAD~1');
    naming('f'.repeat(40));
    expect(await found(office, '2026-03')).toEqual({ '2026-03': 'unverified unknown-commit' });
    expect((await office.verify('2026-03')).code).toBe(1);
  });
});

test('where there is no ledger, bulletins are still held against history', async () => {
  const office = copy();
  office.drop('data/site.yaml');
  expect(await found(office)).toEqual(SOUND);
});

test('what only looks like a repository, and what only looks like a bulletin', async () => {
  const folder = kept(new Repository());
  folder.write(lockFile('2026-01'), 'period: 2026-01\n');
  folder.write('.git', 'gitdir: /nowhere\n');
  expect(await found(new Office(folder.folder))).toEqual({ '2026-01': 'unverified not-understood no-repository' });
});
