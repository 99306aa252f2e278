import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { chromiumIn, fontsIn, packagedVersion, unpackChromium } from '../../src/cli/packaged-chromium.ts';
import { newFolder } from '../rig/root.ts';

/** The process that unpacks, played: what it leaves in TMPDIR, and what may happen meanwhile. */
const child = vi.hoisted(() => ({ execFileSync: vi.fn() }));
vi.mock('node:child_process', () => child);

const folder = newFolder();
afterAll(() => rmSync(folder, { recursive: true }));

beforeEach(() => {
  child.execFileSync.mockReset();
  child.execFileSync.mockImplementation((_program: string, _arguments: string[], { env }: { env: Record<string, string> }) => {
    writeFileSync(join(env.TMPDIR ?? '', 'chromium'), 'program');
  });
});

test('the version is that of the installed package', () => {
  const installed = JSON.parse(readFileSync(join(import.meta.dirname, '../../node_modules/@sparticuz/chromium/package.json'), 'utf8'));
  expect(packagedVersion()).toBe(installed.version);
});

test('it is unpacked once, with its fonts beside it, and leaves nothing else', () => {
  const wanted = join(folder, 'cache', 'chromium-1');
  unpackChromium(wanted, fontsIn(['/a', '/b'], '/c'));
  unpackChromium(wanted, 'another');
  expect(child.execFileSync).toHaveBeenCalledOnce();
  expect(readdirSync(join(folder, 'cache'))).toEqual(['chromium-1']);
  expect(readFileSync(join(wanted, 'fonts.conf'), 'utf8')).toContain('  <dir>/a</dir>\n  <dir>/b</dir>\n  <cachedir>/c</cachedir>');
  expect(chromiumIn(wanted)).toEqual({
    file: join(wanted, 'chromium'),
    environment: { LD_LIBRARY_PATH: join(wanted, 'al2023/lib'), FONTCONFIG_FILE: join(wanted, 'fonts.conf') },
  });
});

test('who is second throws away what he unpacked', () => {
  const wanted = join(folder, 'race', 'chromium-1');
  child.execFileSync.mockImplementation(() => mkdirSync(wanted, { recursive: true }));
  unpackChromium(wanted, '');
  expect(readdirSync(join(folder, 'race'))).toEqual(['chromium-1']);
  expect(existsSync(join(wanted, 'fonts.conf'))).toBe(false);
});
