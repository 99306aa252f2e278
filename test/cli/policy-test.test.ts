/** `tongbao policy test`, run inside the test. */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { POLICY } from '../policy-cases/world.ts';
import { newFolder, put } from '../rig/root.ts';
import { run } from './terminal.ts';

const ROOT = join(import.meta.dirname, '..', '..');
let root = '';
const CASES =
  'units: { 科室: 其余 }\ncases:\n  一篇:\n    events: [{ submission: a, unit: 甲科, on: 2026-03-02 }]\n    expect:\n      - { item: a, points: 2 }\n';

beforeAll(() => {
  root = newFolder();
  put(root, 'policies/small-2026.yaml', POLICY);
  put(root, 'policies/small-2026.cases.yaml', CASES);
  put(root, 'policies/bare-2020.yaml', 'id: bare-2020\ntitle: 旧办法\nin_force: { from: 2020-01-01 }\nclauses: {}\n');
  put(root, 'policies/some-plan.yaml', 'kind: plan\nid: some-plan\n');
});
afterAll(() => rmSync(root, { recursive: true }));

test('all shipped ordinances pass, with every clause covered', async () => {
  const { code, out } = await run('policy', 'test', '--coverage', '--root', ROOT);
  expect(code).toBe(0);
  expect(out).toMatch(/county-2021 {2}.*\n {2}\d+ 个案例,\d+ 项判断,全部相符/);
});

test('of the ordinances under the root, each with its cases; a plan is none', async () => {
  const { code, out } = await run('policy', 'test', '--root', root);
  expect(code).toBe(1);
  expect(out).toContain('bare-2020  旧办法\n  没有案例  no cases\n');
  expect(out).toContain('    policies/small-2026.cases.yaml:6\n    a 得分应为 2,实为 1\n');
  expect(out).not.toContain('some-plan');
});

test('only those named, by id or by file', async () => {
  expect((await run('policy', 'test', 'bare-2020', '--root', root)).code).toBe(0);
  expect((await run('policy', 'test', 'policies/bare-2020.cases.yaml', '--root', root)).code).toBe(0);
});

test('with --coverage a clause without a case is a failure', async () => {
  put(root, 'policies/small-2026.cases.yaml', CASES.replace('points: 2', 'points: 1'));
  expect((await run('policy', 'test', 'small-2026', '--root', root)).code).toBe(0);
  expect((await run('policy', 'test', 'small-2026', '--coverage', '--root', root)).code).toBe(1);
});

test('as JSON and as JUnit', async () => {
  expect(JSON.parse((await run('policy', 'test', 'bare-2020', '--format', 'json', '--root', root)).out)).toMatchObject({ passed: true });
  expect((await run('policy', 'test', 'bare-2020', '--format', 'junit', '--root', root)).out).toContain('<testsuite name="bare-2020"');
  expect((await run('policy', 'test', '--format', 'github', '--root', root)).code).toBe(2);
});

test('an ordinance that is not there is wrong usage, with a proposal', async () => {
  const { code, err } = await run('policy', 'test', 'bare-2002', '--root', root);
  expect(code).toBe(2);
  expect(err).toContain('policies/ 下没有名为“bare-2002”的办法。是不是“bare-2020”?');
  expect((await run('policy', 'test', 'xyz', '--root', root)).err).toContain('There is no ordinance “xyz” under policies/.\n');
  const empty = newFolder();
  expect((await run('policy', 'test', '--root', empty)).code).toBe(0);
  rmSync(empty, { recursive: true });
});

test('files that cannot be read are told as everywhere', async () => {
  put(root, 'policies/small-2026.cases.yaml', 'cases: [\n');
  expect((await run('policy', 'test', 'small-2026', '--root', root)).out).toContain('policies/small-2026.cases.yaml:');
  put(root, 'policies/small-2026.cases.yaml', `beside: [bare-2020, broken]\n${CASES}`);
  writeFileSync(join(root, 'policies', 'broken.yaml'), new Uint8Array([0xff, 0xfe, 0x00]));
  const { code, out } = await run('policy', 'test', '--root', root);
  expect(code).toBe(1);
  expect(out).toContain('policy/unknown-policy');
  expect(out).toContain('policies/broken.yaml:1:1');
  put(root, 'policies/small-2026.cases.yaml', `beside: [nowhere]\n${CASES}`);
  expect((await run('policy', 'test', 'small-2026', '--format', 'json', '--root', root)).out).toContain('policy/unknown-policy');
});
