/** Roots to try things in: folders of their own, away from the repository. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const CASES = join(import.meta.dirname, '..', 'cases');
const EXAMPLES = join(import.meta.dirname, '..', 'ledgers');
const POLICIES = join(import.meta.dirname, '..', '..', 'policies');

/** A copy of a case folder (`scoring/a-tie-shares-its-rank`) as a root; with the shipped ordinances if it has none of its own. */
export function rootOfCase(name: string): string {
  const root = newFolder();
  cpSync(join(CASES, name, 'data'), join(root, 'data'), { recursive: true });
  const own = join(CASES, name, 'policies');
  cpSync(existsSync(own) ? own : POLICIES, join(root, 'policies'), { recursive: true });
  return root;
}

/** A copy of an example ledger (`ganzhou-2020`) as a root, with the shipped ordinances. */
export function rootOfExample(name: string): string {
  const root = newFolder();
  cpSync(join(EXAMPLES, name), root, { recursive: true });
  cpSync(POLICIES, join(root, 'policies'), { recursive: true });
  return root;
}

export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'tongbao-root-'));

/** Writes a file under a root, with the folders on the way. */
export function put(root: string, path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}
