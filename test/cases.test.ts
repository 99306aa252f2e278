/**
 * Case folders: a folder is a test, its name is a sentence. `about.md` says what it shows and, perhaps, “As of 2026-07-01”. A case without
 * `policies/` is judged by the ordinances that are shipped. `expected/` holds `findings.txt`, word by word, and, of `journal.yaml` and
 * `standings-<period>.yaml`, what matters: every credit and row has to be named, by as many of its keys as the case is about.
 * A run that differs leaves `received/` beside `expected/`, and a person decides which is right.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { run } from './cli/terminal.ts';
import { rootOfCase } from './rig/root.ts';

const CASES = join(import.meta.dirname, 'cases');

for (const area of foldersIn(CASES)) {
  describe(area, () => {
    for (const name of foldersIn(join(CASES, area))) test(name.replaceAll('-', ' '), () => holds(`${area}/${name}`));
  });
}

function foldersIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

async function holds(name: string): Promise<void> {
  const folder = join(CASES, name);
  const root = rootOfCase(name);
  const asOf = /as of (\d{4}-\d{2}-\d{2})/i.exec(readFileSync(join(folder, 'about.md'), 'utf8'))?.[1] ?? '2026-12-31';
  const received = join(folder, 'received');
  rmSync(received, { recursive: true, force: true });
  try {
    for (const file of new Set(['findings.txt', ...readdirSync(join(folder, 'expected'))])) {
      const text = await receivedOf(file, ['--root', root, '--as-of', asOf]);
      compare(file, readFileSync(join(folder, 'expected', file), 'utf8'), text, received);
    }
  } finally {
    rmSync(root, { recursive: true });
  }
}

async function receivedOf(file: string, options: readonly string[]): Promise<string> {
  if (file === 'findings.txt') return (await run('check', ...options)).out;
  const period = /^standings-(.+)\.yaml$/.exec(file)?.[1];
  const command = period === undefined ? ['score'] : ['standings', '--period', period];
  return (await run(...command, ...options, '--format', 'json')).out;
}

function compare(file: string, expected: string, text: string, received: string): void {
  try {
    if (file === 'findings.txt') expect(text).toBe(expected);
    else expect(contentOf(file, JSON.parse(text))).toMatchObject(parse(expected) as object);
  } catch (error) {
    mkdirSync(received, { recursive: true });
    writeFileSync(join(received, file), file === 'findings.txt' ? text : stringify(contentOf(file, JSON.parse(text)), { lineWidth: 0 }));
    throw error;
  }
}

const contentOf = (file: string, value: object): object => (file === 'journal.yaml' ? (value as { credits: object }).credits : value);
