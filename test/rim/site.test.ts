/** What pages are made of comes from the root and the day that the environment names. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { stringify } from 'yaml';
import { AS_OF, world } from '../site/world.ts';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'tongbao-site-'));
  for (const [file, value] of world()) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), stringify(value));
  }
  vi.resetModules();
  vi.stubEnv('TONGBAO_ROOT', root);
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(root, { recursive: true, force: true });
});

const load = async () => (await import('../../src/rim/site.ts')).site;

test('the day that was asked for', async () => {
  vi.stubEnv('TONGBAO_AS_OF', AS_OF);
  const site = await load();
  expect(site.frame).toMatchObject({ organisation: '某县医疗保障局', asOf: AS_OF });
  expect(site.overview().ranking?.title).toBe('2026年第二季度得分排名');
});

test('today, in the time zone of the installation, unless one was asked for', async () => {
  vi.useFakeTimers({ now: new Date('2026-06-30T17:00:00Z') });
  vi.stubEnv('TONGBAO_AS_OF', '');
  expect((await load()).frame.asOf).toBe('2026-07-01');
  vi.useRealTimers();
});

test('what is no day ends the build with a reason', async () => {
  vi.stubEnv('TONGBAO_AS_OF', '2026-02-30');
  await expect(load()).rejects.toThrow('TONGBAO_AS_OF is not a day: 2026-02-30');
});

test('so does a root without site.yaml', async () => {
  rmSync(join(root, 'data/site.yaml'));
  await expect(load()).rejects.toThrow('data/site.yaml cannot be used');
});
