/** Where a built site goes, what of an earlier one stays, and what is taken away. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { hasTheAssetsOf, renewSite, versionOfPages } from '../../src/cli/place.ts';
import { newFolder, put } from '../rig/root.ts';

let folder: string;
beforeEach(() => {
  folder = newFolder();
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

const files = (under: string): string[] =>
  readdirSync(under, { recursive: true, encoding: 'utf8' })
    .filter((file) => statSync(join(under, file)).isFile())
    .sort();

describe('a site over an earlier one', () => {
  test('keeps what is to stay, brings what is new, and takes everything else away', () => {
    const [site, old] = [join(folder, 'new'), join(folder, 'old')];
    for (const file of ['index.html', 'units/index.html', 'submissions/withdrawn/index.html', 'nobody-knows.txt', 'data/list/old.json'])
      put(old, file, 'old');
    for (const file of ['index.html', 'data/list', 'units/caiwu/index.html']) put(site, file, 'new');
    const { ino } = statSync(join(old, 'units/index.html'));
    renewSite(site, old, new Set(['units/index.html']));
    expect(files(old)).toEqual(['data/list', 'index.html', 'units/caiwu/index.html', 'units/index.html']);
    expect(['index.html', 'data/list', 'units/index.html'].map((file) => readFileSync(join(old, file), 'utf8'))).toEqual(['new', 'new', 'old']);
    expect(statSync(join(old, 'units/index.html')).ino).toBe(ino);
    expect(existsSync(join(old, 'submissions'))).toBe(false);
    expect(existsSync(site)).toBe(false);
  });

  test('is not trusted where its scripts and styles have other names', () => {
    const [site, old] = [join(folder, 'new'), join(folder, 'old')];
    for (const one of [site, old]) put(one, 'index.html', '');
    expect(hasTheAssetsOf(old, site)).toBe(true);
    put(site, '_astro/site.1.css', '');
    expect(hasTheAssetsOf(old, site)).toBe(false);
    put(old, '_astro/site.1.css', '');
    expect(hasTheAssetsOf(old, site)).toBe(true);
    put(old, '_astro/site.2.css', '');
    expect(hasTheAssetsOf(old, site)).toBe(false);
  });
});

describe('the version of pages', () => {
  const DECIDING = [
    'src/components/Head.astro',
    'src/words/ui/zh.ts',
    'public/icon.svg',
    'policies/README.md',
    'astro.config.mjs',
    'package-lock.json',
  ];

  test('is another after any change of what pages are made with', () => {
    const seen = [versionOfPages(folder)];
    for (const file of DECIDING) {
      put(folder, file, 'one');
      seen.push(versionOfPages(folder));
      put(folder, file, 'two');
      seen.push(versionOfPages(folder));
    }
    rmSync(join(folder, 'src/words'), { recursive: true });
    seen.push(versionOfPages(folder));
    expect(new Set(seen).size).toBe(seen.length);
    expect(versionOfPages(folder)).toBe(seen.at(-1));
  });

  test('and at another address; records do not matter', () => {
    const seen = versionOfPages(folder);
    put(folder, 'data/site.yaml', 'organisation: 某局');
    mkdirSync(join(folder, 'dist'));
    expect(versionOfPages(folder)).toBe(seen);
    vi.stubEnv('TONGBAO_BASE', '/tongbao/');
    expect(versionOfPages(folder)).not.toBe(seen);
    vi.stubEnv('TONGBAO_BASE', undefined);
    vi.stubEnv('TONGBAO_SITE', 'https://example.org');
    expect(versionOfPages(folder)).not.toBe(seen);
  });
});
