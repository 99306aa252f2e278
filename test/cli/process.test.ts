/** The command line as people start it: a process of its own. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { processTerminal } from '../../src/cli/terminal.ts';
import { newFolder, rootOfCase } from '../rig/root.ts';

const WAY_IN = join(import.meta.dirname, '..', '..', 'src', 'cli', 'tongbao.mjs');
const faulty = rootOfCase('faults/an-adoption-by-an-outlet-that-nobody-registered');
const out = newFolder();
afterAll(() => {
  for (const folder of [faulty, out]) rmSync(folder, { recursive: true });
});

const tongbao = (...argv: string[]) => spawnSync(process.execPath, [WAY_IN, ...argv], { encoding: 'utf8', cwd: faulty });

test('check tells its findings and ends with 1, without colour in a pipe', () => {
  const { status, stdout, stderr } = tongbao('check');
  expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
  expect(stdout).toContain('data/adoptions/2026/20260305-renmin.yaml:2:9  ledger/unknown-reference\n');
});

test('wrong usage ends with 2 and no stack trace', () => {
  const { status, stdout, stderr } = tongbao('standings', '--period', 'soon');
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).not.toMatch(/\bat .*:\d+:\d+/);
});

test('a closed pipe is no error', async () => {
  const child = spawn(process.execPath, [WAY_IN, 'score', '--format', 'json', '--root', join(import.meta.dirname, '..', '..')]);
  let err = '';
  child.stderr.on('data', (text) => {
    err += text;
  });
  child.stdout.destroy();
  const [code] = await once(child, 'exit');
  expect({ code, err }).toEqual({ code: 0, err: '' });
});

test('start builds the real site, prints its address and serves it', { timeout: 180_000 }, async () => {
  const child = spawn(process.execPath, [WAY_IN, 'start', '--port', '0', '--root', join(import.meta.dirname, '..', '..')], { cwd: out });
  let told = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text) => {
      told += text;
    });
  await vi.waitFor(() => expect(told).toMatch(/http:\S+|Sorry/), { timeout: 170_000, interval: 200 });
  const page = await fetch(/http:\S+/.exec(told)?.[0] ?? '');
  expect(page.status).toBe(200);
  expect(page.headers.get('content-type')).toMatch(/^text\/html/);
  child.kill('SIGINT');
  expect(await once(child, 'exit')).toEqual([0, null]);
});

test('the terminal of a process forgives a closed pipe and nothing else', () => {
  const before = process.stdout.listenerCount('error');
  const { out: write, err, directory, environment } = processTerminal();
  const again = processTerminal();
  expect({ directory, environment }).toEqual({ directory: process.cwd(), environment: process.env });
  expect(again.directory).toBe(directory);
  expect(process.stdout.listenerCount('error')).toBe(before + 1);
  const forgive = process.stdout.listeners('error').at(-1) as (error: NodeJS.ErrnoException) => void;
  expect(() => forgive(Object.assign(new Error('closed'), { code: 'EPIPE' }))).not.toThrow();
  expect(() => forgive(Object.assign(new Error('full'), { code: 'ENOSPC' }))).toThrow('full');
  const written = [vi.spyOn(process.stdout, 'write').mockReturnValue(true), vi.spyOn(process.stderr, 'write').mockReturnValue(true)];
  write('a');
  err('b');
  expect(written.map(({ mock }) => mock.calls)).toEqual([[['a']], [['b']]]);
  for (const spy of written) spy.mockRestore();
});

test('there is colour on a terminal alone, and where nobody asked for none', () => {
  const { isTTY } = process.stdout;
  const colour = (tty: boolean, none: string): boolean => {
    process.stdout.isTTY = tty;
    vi.stubEnv('NO_COLOR', none);
    return processTerminal().colour;
  };
  expect([colour(true, ''), colour(true, '1'), colour(false, '')]).toEqual([true, false, false]);
  process.stdout.isTTY = isTTY;
  vi.unstubAllEnvs();
});
