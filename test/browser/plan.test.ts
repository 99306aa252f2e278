/** The site of an office that has a publicity plan and no ordinance: the pages that the shipped ledger has not. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rootOfExample } from '../rig/root.ts';
import { openSite, type Site } from './chromium.ts';
import { brokenLinks, invalid, unguarded } from './files.ts';
import { kindsOf, typical } from './kinds.ts';
import { faultsOf } from './qualities.ts';

const ROOT = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'tongbao-plan-'));
const dist = join(folder, 'dist');

let site: Site;
beforeAll(async () => {
  const args = ['src/cli/tongbao.mjs', 'build', '--root', rootOfExample('publicity-plan'), '--as-of', '2026-11-26', '--out', dist];
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' });
  expect(status, stderr).toBe(0);
  site = await openSite({ folder: dist });
}, 120_000);
afterAll(async () => {
  await site.close();
  rmSync(folder, { recursive: true, force: true });
});

test('its links lead somewhere, its pages have their policy, and their HTML is valid', async () => {
  expect(brokenLinks(dist).broken).toEqual([]);
  expect(unguarded(dist)).toEqual([]);
  expect(await invalid(dist)).toEqual([]);
});

test('nothing is wrong with the start page and with the pages of the plan', { timeout: 180_000 }, async () => {
  const kinds = kindsOf(dist).filter(({ name }) => name === ' 0' || name.startsWith('plan/'));
  expect(kinds.map(({ name, language }) => `${name} ${language}`)).toEqual(
    [' 0', 'plan/[...period] 1', 'plan/[...period] 2', 'plan/[...period] 3'].flatMap((name) => [`${name} en`, `${name} zh`]),
  );
  for (const kind of kinds) {
    const path = typical(kind, dist);
    expect(await faultsOf(site, path), path).toEqual([]);
  }
});
