/** PDF: which browser is taken, what it is answered, and where the imprint comes to stand. The browser itself is played here; test/browser has a real one. */
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, LaunchOptions } from 'playwright-core';
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { startBrowser } from '../../src/cli/browser.ts';
import { printBulletins, renumbered } from '../../src/cli/pdf.ts';
import { Usage } from '../../src/cli/usage.ts';
import { newFolder, rootOfCase } from '../rig/root.ts';
import { run } from './terminal.ts';

const playwright = vi.hoisted(() => ({ launch: vi.fn() }));
vi.mock('playwright-core', () => ({ chromium: playwright }));

const packaged = vi.hoisted(() => ({ version: null as string | null, unpack: vi.fn() }));
vi.mock('../../src/cli/packaged-chromium.ts', async (importOriginal) => ({
  ...(await importOriginal<typeof import('../../src/cli/packaged-chromium.ts')>()),
  packagedVersion: () => packaged.version,
  unpackChromium: packaged.unpack,
}));

const folder = newFolder();
const root = rootOfCase('scoring/a-better-adoption-in-a-later-quarter');
afterAll(() => {
  for (const each of [folder, root]) rmSync(each, { recursive: true });
});

/** A machine on which only what `starts` says yes to starts. */
function machine(starts: (options: LaunchOptions) => boolean): LaunchOptions[] {
  const tried: LaunchOptions[] = [];
  playwright.launch.mockImplementation(async (options: LaunchOptions) => {
    tried.push(options);
    if (!starts(options)) throw new Error('not found');
    return { close: async () => undefined };
  });
  return tried;
}

beforeEach(() => {
  playwright.launch.mockReset();
  packaged.version = null;
});

describe('the browser', () => {
  test('one that is named is taken, and no other', async () => {
    const tried = machine(() => true);
    await startBrowser({ TONGBAO_BROWSER: '/opt/own/chrome', LANG: 'C', EMPTY: undefined });
    expect(tried).toMatchObject([{ executablePath: '/opt/own/chrome', env: { LANG: 'C' } }]);
  });

  test('one that is named and does not start is wrong usage, told before anything is built', async () => {
    machine(() => false);
    await expect(startBrowser({ TONGBAO_BROWSER: '/nowhere' })).rejects.toThrow(Usage);
    const out = join(folder, 'refused');
    const ended = await run('build', '--pdf', '--root', root, '--out', out);
    expect(ended).toMatchObject({ code: 2, out: '' });
    expect(ended.err).toContain('TONGBAO_BROWSER');
    expect(ended.err).toContain('找不到浏览器');
    expect(existsSync(out)).toBe(false);
  });

  test('otherwise Chrome, Edge, and what is on the path', async () => {
    const program = join(folder, 'chromium');
    writeFileSync(program, '');
    chmodSync(program, 0o755);
    mkdirSync(join(folder, 'google-chrome'));
    const tried = machine(({ executablePath }) => executablePath === program);
    await startBrowser({ PATH: `:${folder}` });
    expect(tried.map(({ channel, executablePath }) => channel ?? executablePath)).toEqual(['chrome', 'msedge', program]);
  });

  test.runIf(process.platform === 'linux' && process.arch === 'x64')('at last the package, with the fonts of the machine', async () => {
    packaged.version = '1.2.3';
    const tried = machine(({ executablePath }) => executablePath?.endsWith('chromium-1.2.3/chromium') === true);
    await startBrowser({});
    expect(tried.at(-1)?.env).toMatchObject({ FONTCONFIG_FILE: expect.stringContaining('chromium-1.2.3/fonts.conf') });
    expect(packaged.unpack).toHaveBeenCalledExactlyOnceWith(
      expect.stringContaining('chromium-1.2.3'),
      expect.stringContaining('<dir>/usr/share/fonts</dir>'),
    );
  });

  test('no browser at all is told in both languages', async () => {
    machine(() => false);
    await expect(startBrowser({})).rejects.toMatchObject({
      said: { zh: expect.stringContaining('找不到浏览器'), en: expect.stringContaining('No browser was found') },
    });
  });
});

interface Answer {
  readonly path?: string;
  readonly contentType?: string;
}

/** A browser whose pages need a second sheet once the gap above the imprint is larger than `room` millimetres. */
function playedBrowser(room: number) {
  let gap = 0;
  let answer: (route: object) => Promise<void> = async () => undefined;
  const went: string[] = [];
  const page = {
    goto: async (address: string) => {
      gap = 0;
      went.push(address);
    },
    emulateMedia: async () => undefined,
    addStyleTag: async ({ content }: { content: string }) => void styles.push(content),
    evaluate: async () => undefined,
    locator: () => ({
      evaluate: async (_: unknown, height: number) => {
        gap = height;
      },
      getAttribute: async () => '2026-11-02',
    }),
    pdf: async () =>
      Buffer.from(
        `%gap ${gap}\n/Type /Pages\n${'/Type /Page\n'.repeat(gap > room ? 2 : 1)}/CreationDate (D:20300101123456+00'00')\n/ModDate (D:20300101123456+00'00')`,
      ),
  };
  const styles: string[] = [];
  const context = {
    route: async (_: string, handler: typeof answer) => {
      answer = handler;
    },
    newPage: async () => page,
    close: async () => undefined,
  };
  const ask = async (url: string): Promise<Answer | 'refused'> => {
    let given: Answer | 'refused' = {};
    await answer({
      request: () => ({ url: () => url }),
      abort: async () => {
        given = 'refused';
      },
      fulfill: async (what: Answer) => {
        given = what;
      },
    });
    return given;
  };
  return { browser: { newContext: async () => context } as unknown as Browser, went, styles, ask };
}

describe('printing', () => {
  const site = join(folder, 'site');
  mkdirSync(join(site, 'bulletins/2026-10'), { recursive: true });
  mkdirSync(join(site, 'bulletins/2026-09'), { recursive: true });
  writeFileSync(join(site, 'bulletins/index.html'), '');
  writeFileSync(join(site, 'bulletins/2026-10/index.html'), '');
  writeFileSync(join(site, 'secret.bin'), '');

  test('every bulletin is printed beside its page, under the base of the site', async () => {
    const { browser, went } = playedBrowser(100);
    expect(await printBulletins(browser, site, '/office/')).toBe(2);
    expect(went).toEqual(['https://site.invalid/office/bulletins/2026-09/', 'https://site.invalid/office/bulletins/2026-10/']);
    expect(existsSync(join(site, 'bulletins/2026-09/2026-09.pdf'))).toBe(true);
  });

  test.each([0.1, 100, 224])('with room for %f mm the imprint stands at the foot, and no page is added', async (room) => {
    const { browser } = playedBrowser(room);
    await printBulletins(browser, site, '/');
    const text = readFileSync(join(site, 'bulletins/2026-10/2026-10.pdf'), 'latin1');
    const gap = Number(/%gap (\S+)/.exec(text)?.[1]);
    expect(gap).toBeLessThanOrEqual(room);
    expect(gap).toBeGreaterThan(room - 0.25);
    expect(text.match(/\/Type \/Page\n/g)).toHaveLength(1);
  });

  test('the file bears the day of the document', async () => {
    const { browser } = playedBrowser(10);
    await printBulletins(browser, site, '/');
    const text = readFileSync(join(site, 'bulletins/2026-10/2026-10.pdf'), 'latin1');
    expect(text.match(/\(D:[^)]*\)/g)).toEqual(["(D:20261102000000+00'00')", "(D:20261102000000+00'00')"]);
  });

  test('it is answered from the site and from the fonts, and nobody else is asked', async () => {
    const { browser, ask, styles } = playedBrowser(10);
    await printBulletins(browser, site, '/office/');
    expect(await ask('https://site.invalid/office/bulletins/2026-10/')).toEqual({
      path: join(site, 'bulletins/2026-10/index.html'),
      contentType: 'text/html; charset=utf-8',
    });
    expect(await ask('https://site.invalid/office/secret.bin')).toMatchObject({ contentType: 'application/octet-stream' });
    expect(await ask('https://site.invalid/bulletins/2026-10/')).toBe('refused');
    expect(await ask('https://site.invalid/office/none.html')).toBe('refused');
    expect(await ask('https://example.org/')).toBe('refused');
    const face = /url\((\/\.fonts\/[^)]+)\)/.exec(styles[0] ?? '')?.[1] ?? '';
    expect(await ask(`https://site.invalid${face}`)).toMatchObject({ contentType: 'font/woff2' });
  });

  test('a site without bulletins has nothing to print', async () => {
    expect(await printBulletins(playedBrowser(1).browser, join(folder, 'empty'), '/')).toBe(0);
  });
});

test('names of elements do not tell how far the counter of the browser was', () => {
  const written = (from: number): string => [9, 0, 9, 1, 10].map((step) => `/ID (node${String(from + step).padStart(8, '0')})`).join('\n');
  expect(renumbered(written(90))).toBe(renumbered(written(165)));
  expect(renumbered(written(90)).split('\n')).toEqual(['2', '0', '2', '1', '3'].map((rank) => `/ID (node0000000${rank})`));
});
