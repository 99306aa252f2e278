/**
 * Review reports as case folders: `change/` is laid over the ledger of `office/`, `gone.txt` names what is deleted, `about.md` who proposes it and what
 * it comes to by the ordinance. `expected/report.md` pins every word, `expected/report.yaml` as much of the JSON as the case is about. A run that
 * differs leaves `received/` beside `expected/`; a person decides which is right.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { run } from '../cli/terminal.ts';
import { CASES, type Desk, deskWith } from './desk.ts';

let desk: Desk;
beforeAll(() => {
  desk = deskWith();
});
afterAll(() => desk.remove());

for (const name of readdirSync(CASES).sort()) test(name.replaceAll('-', ' '), () => holds(name));

async function holds(name: string): Promise<void> {
  desk.propose(name);
  const [expected, received] = [join(CASES, name, 'expected'), join(CASES, name, 'received')];
  rmSync(received, { recursive: true, force: true });
  const isPublic = readFileSync(join(CASES, name, 'about.md'), 'utf8').includes('--public') ? ['--public'] : [];
  const saved = join(desk.root, '.git/report.json');
  const options = ['--base', 'main', '--as-of', '2026-11-20', '--format', 'markdown', '--save', `json=${saved}`, ...isPublic];
  const { out, code } = await run('review', '--root', desk.root, ...options);
  const json = readFileSync(saved, 'utf8');
  const text = out.replace(/main([（(]| \()[0-9a-f]{7}/g, 'main$1abcdefg');
  try {
    expect(text).toBe(existsSync(join(expected, 'report.md')) ? readFileSync(join(expected, 'report.md'), 'utf8') : '');
    expect(JSON.parse(json)).toMatchObject(parse(readFileSync(join(expected, 'report.yaml'), 'utf8')) as object);
    const { own, elsewhere } = (JSON.parse(json) as { findings: { own: object[]; elsewhere: object[] } }).findings;
    expect(code).toBe(own.length + elsewhere.length === 0 ? 0 : 1);
  } catch (error) {
    mkdirSync(received, { recursive: true });
    writeFileSync(join(received, 'report.md'), text);
    writeFileSync(join(received, 'report.json'), json);
    throw error;
  }
}
