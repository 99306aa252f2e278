/** `tongbao dev`: what changes is read anew and handed to the pages; what cannot be used is told and leaves them as they were. Astro itself is left out here. */
import { EventEmitter } from 'node:events';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { dev } from '../../src/cli/commands/dev.ts';
import { openedRoot } from '../../src/rim/session.ts';
import { newFolder, rootOfCase } from '../rig/root.ts';

const astro = vi.hoisted(() => ({ dev: vi.fn() }));
vi.mock('astro', () => astro);

const root = rootOfCase('scoring/a-better-adoption-in-a-later-quarter');
const empty = newFolder();
afterAll(() => {
  for (const folder of [root, empty]) rmSync(folder, { recursive: true });
});

class Watcher extends EventEmitter {
  readonly add = vi.fn();
}

let watcher: Watcher;
const stop = vi.fn(async () => undefined);
beforeEach(() => {
  watcher = new Watcher();
  stop.mockClear();
  astro.dev.mockReset();
  astro.dev.mockImplementation(async () => ({ address: { port: 4399 }, watcher, stop }));
});

/** The server at work: what it said, which files it took for changed, and how to end it. */
async function started(port: number | null = null, at = root) {
  const said: string[] = [];
  const changed: string[] = [];
  watcher.on('change', (file: string) => changed.push(file));
  const { promise: end, resolve } = Promise.withResolvers<void>();
  const out = (text: string): void => void said.push(text);
  const terminal = { directory: at, environment: {}, out, err: out, colour: false };
  const code = dev({ terminal, root: at, asOf: null, format: 'text' }, port, end);
  if (at === root) await vi.waitFor(() => expect(said.join('')).toContain('http://localhost:4399/'));
  const ended = (): Promise<number> => {
    resolve();
    return code;
  };
  return { said, changed, end: ended };
}

const save = (file: string, text: string): void => {
  writeFileSync(join(root, file), text);
  watcher.emit('all', 'change', join(root, file));
};
const ADOPTION = 'data/adoptions/2026/dev-test.yaml';

describe('dev', () => {
  test('serves on this machine alone, watches data/ and policies/, and ends when told', async () => {
    const server = await started(8080);
    expect(astro.dev).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ server: { host: '127.0.0.1', port: 8080 } }));
    expect(watcher.add).toHaveBeenCalledExactlyOnceWith([join(root, 'data'), join(root, 'policies')]);
    expect(await server.end()).toBe(0);
    expect(stop).toHaveBeenCalledOnce();
  });

  test('a saved record is read once the editor is done, and everything that rests on the records is made anew', async () => {
    const server = await started();
    const before = openedRoot(root);
    save(ADOPTION, 'outlet: 没有这家\n');
    save(ADOPTION, 'outlet: 没有这家\non: 2026-05-01\n');
    await vi.waitFor(() => expect(server.changed).toHaveLength(1));
    expect(server.changed[0]).toMatch(/src[/\\]rim[/\\]site\.ts$/);
    expect(openedRoot(root)).not.toBe(before);
    expect(server.said.at(-1)).toContain(ADOPTION);

    rmSync(join(root, ADOPTION));
    watcher.emit('all', 'unlink', join(root, ADOPTION));
    await vi.waitFor(() => expect(server.changed).toHaveLength(2));
    expect(server.said.at(-1)).toContain('检查通过');
    await server.end();
  });

  test('files elsewhere are nothing to it', async () => {
    const server = await started();
    const before = openedRoot(root);
    watcher.emit('all', 'change', join(root, 'data-of-others', 'x.yaml'));
    await new Promise((done) => setTimeout(done, 60));
    expect(server.changed).toEqual([]);
    expect(openedRoot(root)).toBe(before);
    await server.end();
  });

  test('a ledger that cannot be used is told, and pages stay as they were', async () => {
    const server = await started();
    const before = openedRoot(root);
    save('data/site.yaml', 'organisation: [\n');
    await vi.waitFor(() => expect(server.said.at(-1)).toContain('data/site.yaml'));
    expect(server.changed).toEqual([]);
    expect(openedRoot(root)).toBe(before);
    await server.end();
  });

  test('without a ledger there is nothing to serve', async () => {
    const server = await started(null, empty);
    expect(await server.end()).toBe(1);
    expect(astro.dev).not.toHaveBeenCalled();
  });
});
