/** Build and start: the ledger is read once, the site goes where it should, and findings do not stop it. Astro itself is left out here. */
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { start } from '../../src/cli/commands/site.ts';
import { moveSite } from '../../src/cli/place.ts';
import { serve } from '../../src/cli/serve.ts';
import { isNews, note } from '../../src/rim/last-build.ts';
import { openedRoot } from '../../src/rim/session.ts';
import { newFolder, put, rootOfCase } from '../rig/root.ts';
import { run } from './terminal.ts';

const astro = vi.hoisted(() => ({ build: vi.fn() }));
vi.mock('astro', () => astro);

const disk = vi.hoisted(() => ({ isAnother: false }));
vi.mock('node:fs', async (importOriginal) => {
  const fs = await importOriginal<typeof import('node:fs')>();
  const renameSync: typeof fs.renameSync = (from, to) => {
    if (disk.isAnother) throw Object.assign(new Error('cross-device link not permitted'), { code: 'EXDEV' });
    fs.renameSync(from, to);
  };
  return { ...fs, renameSync };
});

const clean = rootOfCase('scoring/a-better-adoption-in-a-later-quarter');
const faulty = rootOfCase('faults/an-adoption-by-an-outlet-that-nobody-registered');
const empty = newFolder();
const out = join(empty, 'site');
afterAll(() => {
  for (const folder of [clean, faulty, empty]) rmSync(folder, { recursive: true });
});

beforeEach(() => {
  astro.build.mockReset();
  astro.build.mockImplementation(({ outDir }: { outDir: string }) => {
    mkdirSync(outDir, { recursive: true });
    writeFileSync(join(outDir, 'index.html'), '<h1>通报</h1>');
    writeFileSync(join(outDir, '404.html'), '<h1>没有这一页</h1>');
  });
});

describe('build', () => {
  test('tells Astro the root, the day and the folder, and hands over what was read', async () => {
    expect(await run('build', '--root', clean, '--out', out, '--as-of', '2026-06-30')).toMatchObject({
      code: 0,
      out: `检查通过,没有发现问题。\nChecked: nothing to complain of.\n网站已生成 The site is in ${out}\n`,
    });
    expect(process.env).toMatchObject({ TONGBAO_ROOT: clean, TONGBAO_AS_OF: '2026-06-30' });
    expect(astro.build).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ outDir: process.env.TONGBAO_OUT }));
    expect(readdirSync(out)).toEqual(['404.html', 'index.html']);
    expect(existsSync(process.env.TONGBAO_OUT ?? '')).toBe(false);
    const handed = openedRoot(clean);
    expect(openedRoot(clean)).toBe(handed);
    expect(openedRoot(faulty).findings).toHaveLength(1);
    expect(openedRoot(clean)).not.toBe(handed);
  });

  test('builds in spite of findings, and ends with 1', async () => {
    expect(await run('build', '--root', faulty, '--out', out)).toMatchObject({ code: 1, out: expect.stringContaining('网站已生成') });
    expect(process.env.TONGBAO_AS_OF).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });

  test('replaces an earlier site and nothing else', async () => {
    writeFileSync(join(out, 'old.html'), '');
    expect(await run('build', '--root', clean, '--out', out)).toMatchObject({ code: 0 });
    expect(readdirSync(out)).not.toContain('old.html');
    astro.build.mockClear();
    for (const taken of [join(clean, 'data'), join(clean, 'data', 'site.yaml')])
      expect(await run('build', '--root', clean, '--out', taken)).toMatchObject({
        code: 2,
        err: expect.stringContaining('holds something other than a site'),
      });
    expect(astro.build).not.toHaveBeenCalled();
  });

  test('copies to another disk what cannot be moved there', () => {
    const site = join(empty, 'built');
    mkdirSync(site);
    writeFileSync(join(site, 'index.html'), '');
    disk.isAnother = true;
    moveSite(site, join(empty, 'new', 'moved'));
    disk.isAnother = false;
    expect(readdirSync(join(empty, 'new', 'moved'))).toEqual(['index.html']);
    expect(existsSync(site)).toBe(false);
  });

  test('leaves nothing behind where Astro fails', async () => {
    astro.build.mockRejectedValue(new Error('a page is broken'));
    expect(await run('build', '--root', clean, '--out', out)).toMatchObject({ code: 1, err: expect.stringContaining('a page is broken') });
    expect(existsSync(process.env.TONGBAO_OUT ?? '')).toBe(false);
  });

  test('has nothing to build without a ledger', async () => {
    expect(await run('build', '--root', empty, '--out', out)).toMatchObject({ code: 1, out: expect.not.stringContaining('网站已生成') });
    expect(astro.build).not.toHaveBeenCalled();
  });
});

describe('a build over the last one', () => {
  /** What stands for Astro: pages that say what they are told to, and a style that has a name of its own. */
  const pages = new Map<string, string>();
  let style = '';
  const written: string[] = [];
  const site = join(empty, 'renewed');
  const read = (file: string): string => readFileSync(join(site, file), 'utf8');
  const build = async (as = () => {}) => {
    written.length = 0;
    astro.build.mockImplementation(async ({ outDir }: { outDir: string }) => {
      put(outDir, `_astro/${style}.css`, '');
      for (const [file, shows] of pages) {
        if (!(await isNews(() => ({ file, shows })))) continue;
        note({ file, shows });
        put(outDir, file, `${shows} ${style}`);
        written.push(file);
      }
      as();
    });
    expect(await run('build', '--root', clean, '--out', site)).toMatchObject({ code: 0 });
    return written;
  };

  test('writes what shows something else, takes away what is withdrawn, and leaves the rest alone', async () => {
    style = 'one';
    pages.set('index.html', 'three units').set('units/daiyu/index.html', '3').set('submissions/gone/index.html', 'a title');
    expect(await build()).toEqual([...pages.keys()]);
    expect(await build()).toEqual([]);
    pages.set('index.html', 'two units').delete('submissions/gone/index.html');
    expect(await build()).toEqual(['index.html']);
    expect(readdirSync(site, { recursive: true }).sort()).toEqual(
      ['_astro', '_astro/one.css', 'index.html', 'units', 'units/daiyu', 'units/daiyu/index.html'].map((file) => join(file)),
    );
    expect(read('index.html')).toBe('two units one');
  });

  test('believes nothing of a page that somebody edited', async () => {
    put(site, 'units/daiyu/index.html', '4');
    expect(await build()).toEqual(['units/daiyu/index.html']);
    expect(read('units/daiyu/index.html')).toBe('3 one');
  });

  test('makes everything anew where styles have other names all the same', async () => {
    style = 'two';
    expect(await build()).toEqual([...pages.keys()]);
    expect(read('units/daiyu/index.html')).toBe('3 two');
    expect(await build()).toEqual([]);
  });

  test('and where another build has ended in the meantime', async () => {
    pages.set('index.html', 'one unit');
    let meanwhile = () => put(site, 'units/daiyu/index.html', 'of the other');
    await build(() => {
      meanwhile();
      meanwhile = () => {};
    });
    expect(read('units/daiyu/index.html')).toBe('3 two');
  });
});

describe('start', () => {
  const terminal = (told: string[]) => ({
    out: (text: string) => void told.push(text),
    err: () => undefined,
    environment: {},
    directory: empty,
    colour: false,
  });

  test('serves the site until it is ended, and leaves nothing behind', async () => {
    const told: string[] = [];
    const setting = { terminal: terminal(told), root: faulty, asOf: null, format: 'text' as const };
    const { promise: end, resolve: finish } = Promise.withResolvers<void>();
    const code = start(setting, 0, end);
    await vi.waitFor(() => expect(told.join('')).toContain('http://localhost:'), 5000);
    const address = /http:\S+/.exec(told.join(''))?.[0] ?? '';
    expect(await (await fetch(address)).text()).toBe('<h1>通报</h1>');
    const missing = await fetch(`${address}nowhere/`);
    expect([missing.status, await missing.text()]).toEqual([404, '<h1>没有这一页</h1>']);
    finish();
    expect(await code).toBe(0);
    expect(existsSync(process.env.TONGBAO_OUT ?? '')).toBe(false);
  });

  test('ends when the process is told to', async () => {
    const told: string[] = [];
    const code = start({ terminal: terminal(told), root: clean, asOf: null, format: 'text' }, null);
    await vi.waitFor(() => expect(told.join('')).toContain('http://localhost:'), 5000);
    process.emit('SIGTERM');
    expect(await code).toBe(0);
  });

  test('does not serve what could not be built', async () => {
    expect(await run('start', '--root', empty)).toMatchObject({ code: 1 });
  });

  test('says so where the port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const port = (other.address() as { port: number }).port;
    expect(await run('start', '--root', clean, '--port', String(port))).toMatchObject({
      code: 2,
      err: `端口 ${port} 已被占用,请用 --port 换一个。\nPort ${port} is in use; choose another with --port.\n用法见 tongbao --help。 See tongbao --help.\n`,
    });
    other.close();
  });
});

describe('serve', () => {
  test('takes the next free port where none is asked for', async () => {
    const first = await serve(empty, null);
    const second = await serve(empty, null);
    expect(second.address).not.toBe(first.address);
    const gone = await fetch(`${first.address}nowhere`);
    expect(gone.status).toBe(404);
    await Promise.all([first.close(), second.close()]);
  });

  test('gives up after twenty', async () => {
    const serving = await Promise.all(Array.from({ length: 20 }, () => serve(empty, null).catch(() => null)));
    await expect(serve(empty, null)).rejects.toThrow('Port 4321 is in use');
    for (const one of serving) await one?.close();
  });

  test('fails for other reasons than a port in use', async () => {
    await expect(serve(empty, 70_000)).rejects.toThrow();
  });
});
