/** `tongbao approvals`, and bulletins of a ledger whose points go by Git. */
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Approving, fileOf, HEAD, OFFICE, WRITER } from '../rig/approving.ts';
import { newFolder, put } from '../rig/root.ts';
import { run } from './terminal.ts';

describe('a ledger in Git', () => {
  let one: Approving;
  const approvals = (...argv: string[]) => run('--root', one.root, '--as-of', '2026-02-01', 'approvals', ...argv);
  beforeAll(() => {
    one = Approving.open();
    one.propose('complete').merge('complete', OFFICE, `Approved-by: ${HEAD}`);
    one.propose('lacking', 'important: true\n').merge('lacking', OFFICE, 'Approved-by: 陈海生 <private@example.cn>');
    one.propose('open').squash('open', WRITER);
  });
  afterAll(() => one.remove());

  test('one line for each that is not complete, each remedy once, and what points go by', async () => {
    const { code, out } = await approvals();
    expect(code).toBe(1);
    expect(out.split('\n').slice(0, 3)).toEqual([
      '2026-01-01  lacking  尚缺环节 steps missing  缺 局长  “稿件lacking”',
      '2026-01-01  open  未能核实 could not be verified  缺 科长、办公室主任  “稿件open”',
      '',
    ]);
    expect(out).toMatch(/没有审批署名[\s\S]*3 篇:审批齐全 1,尚缺环节 1,未能核实 1。\n3 submissions: [^\n]*\n计分以 Git 为准/);
  });

  test('one record step by step, by its file: who took a step, who could take what is open', async () => {
    const { code, out } = await approvals(`台账/${fileOf('lacking')}`);
    expect(code).toBe(1);
    expect(out).toContain('✓ 科长  陈海生 2026-01-01 署名审核 signed (仅凭姓名认定 known by name alone)\n');
    expect(out).toContain('✓ 办公室主任  周启明 2026-01-01 合并 merged\n');
    expect(out).toContain('· 局长  没有署名 no signature: 可由 吴少芬 办理 吴少芬 may take it\n');
    expect(await approvals('complete')).toMatchObject({ code: 0, out: expect.stringContaining('审批齐全 complete') });
  });

  test('as of a day, what was merged later is not seen', async () => {
    const { out } = await run('--root', one.root, '--as-of', '2025-12-31', 'approvals', 'complete');
    expect(out).toMatch(/未能核实[\s\S]*尚未提交的改动/);
  });

  test('who has left is not asked any more', async () => {
    const { out } = await run('--root', one.root, '--as-of', '2026-07-01', 'approvals', 'open');
    expect(out).toMatch(/办公室主任 {2}没有署名 no signature: 登记里没有可以办理的人/);
  });

  test('by period, and nothing to tell', async () => {
    expect((await approvals('--period', '2026-02')).out).toMatch(/^没有需要审批的报送/);
    expect((await approvals('--period', '2026-01', 'complete')).code).toBe(0);
  });

  test('an unknown record is named with the nearest', async () => {
    expect(await approvals('complet')).toMatchObject({ code: 2, err: expect.stringMatching(/没有编号为“complet”的报送。是不是“complete”/) });
    expect(await approvals('全无此号')).toMatchObject({ code: 2, err: expect.not.stringContaining('是不是') });
  });

  test('JSON for programs', async () => {
    const { basis, tally, records } = JSON.parse((await approvals('--format', 'json')).out);
    expect([basis, tally]).toEqual(['git', { complete: 1, incomplete: 1, unverified: 1 }]);
    expect(records.map(({ id, state }: { id: string; state: string }) => [id, state])).toEqual([
      ['complete', 'complete'],
      ['lacking', 'incomplete'],
      ['open', 'unverified'],
    ]);
    expect(records[1].steps[2]).toEqual({ step: '局长', clause: '三', roles: ['局长', '副局长'], taken: null, people: ['wu'] });
    expect(records[2].doubts).toMatchObject([{ code: 'unsigned', words: { zh: { what: expect.stringContaining('没有审批署名') } } }]);
    expect(JSON.stringify(records)).not.toContain('@');
  });

  test('a record without approval earns nothing, and the journal says which steps it lacks', async () => {
    const { out } = await run('--root', one.root, '--as-of', '2026-02-01', 'explain', 'open');
    expect(out).toMatch(/科长、办公室主任/);
  });
});

test('a folder without a ledger says so', async () => {
  const folder = newFolder();
  for (const command of [['approvals'], ['merge', '1']]) expect((await run('--root', folder, ...command)).code).toBe(1);
  rmSync(folder, { recursive: true });
});

test('outside Git nothing is claimed, and nothing is taken away', async () => {
  const folder = newFolder();
  const one = Approving.open();
  for (const file of ['data/site.yaml', 'data/units.yaml', 'data/people.yaml', 'policies/p.yaml'])
    put(folder, file, one.git('show', `HEAD:台账/${file}`));
  one.remove();
  put(folder, fileOf('a'), 'title: 稿件\nunit: 基金监管股\non: 2026-01-01\n');
  const { code, out, err } = await run('--root', folder, '--as-of', '2026-02-01', 'approvals');
  expect([code, out]).toEqual([1, expect.stringMatching(/记录不在 Git 仓库里/)]);
  expect(err).toMatch(/1 篇[^\n]*Git/);
  expect((await run('--root', folder, '--as-of', '2026-02-01', 'score')).out).toMatch(/稿件|a/);
  rmSync(folder, { recursive: true });
});

test('bulletins that were issued are proved by the approvals of their day; a late one is corrected in the next', async () => {
  const one = Approving.open();
  const tongbao = (...argv: string[]) => run('--root', one.root, ...argv);
  const issue = async (period: string, day: string): Promise<void> => {
    one.day = day;
    expect((await tongbao('--as-of', day, 'bulletin', period)).code).toBe(0);
    one.as(OFFICE).commit(`签发 ${period}`);
  };
  one.propose('in-time').merge('in-time', OFFICE, `Approved-by: ${HEAD}`);
  one.propose('late');
  one.day = '2026-02-01';
  one.merge('late', OFFICE, `Approved-by: ${HEAD}`);
  await issue('2026-01', '2026-02-02');
  await issue('2026-02', '2026-03-02');
  const { code, out } = await tongbao('--as-of', '2026-03-03', 'verify', '--format', 'json');
  const { bulletins } = JSON.parse(out);
  expect(bulletins.map(({ period, verdict }: { period: string; verdict: string }) => [period, verdict])).toEqual([
    ['2026-01', 'corrected'],
    ['2026-02', 'identical'],
  ]);
  expect(code).toBe(0);
  // One point in January; the other, approved on the first of February, is made good there.
  const january = one.git('show', 'HEAD:台账/data/bulletins/2026-01.yaml');
  expect(january).toMatch(/points: 1,/);
  expect(one.git('show', 'HEAD:台账/data/bulletins/2026-02.yaml')).toMatch(/what: approved/);
  one.remove();
});
