/** A small office in a Git repository of its own, on whose desk changes are proposed: the ledger of `office/` under the county's ordinance. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { git } from '../ci/forge.ts';

const HERE = import.meta.dirname;
export const CASES = join(HERE, 'cases');

export interface Desk {
  readonly root: string;
  /** A branch of its own from the main one, with this file of the case, and what its `gone.txt` names removed, committed by the author whom `about.md` names. */
  readonly propose: (name: string) => void;
  readonly commit: (message: string, author?: string) => void;
  readonly remove: () => void;
}

/** `prepare` changes what the main branch begins with. */
export function deskWith(prepare: (root: string) => void = () => undefined): Desk {
  const root = mkdtempSync(join(tmpdir(), 'tongbao-review-'));
  cpSync(join(HERE, 'office'), root, { recursive: true });
  mkdirSync(join(root, 'policies'));
  cpSync(join(HERE, '../../policies/county-2021.yaml'), join(root, 'policies/county-2021.yaml'));
  prepare(root);
  git(root, 'init', '--quiet', '--initial-branch=main');
  const commit = (message: string, author = '周启明 <zhou@office.example>'): void => {
    git(root, 'add', '--all');
    git(root, 'commit', '--quiet', '--author', author, '--message', message);
  };
  commit('Our records');
  return { root, propose: (name) => propose(root, name, commit), commit, remove: () => rmSync(root, { recursive: true }) };
}

function propose(root: string, name: string, commit: Desk['commit']): void {
  const [folder, gone] = [join(CASES, name), join(CASES, name, 'gone.txt')];
  const author = /^By ([^<]+<[^>]+>)/.exec(readFileSync(join(folder, 'about.md'), 'utf8'))?.[1];
  git(root, 'checkout', '--quiet', '-b', name, 'main');
  if (existsSync(join(folder, 'change'))) cpSync(join(folder, 'change'), root, { recursive: true });
  for (const file of existsSync(gone) ? readFileSync(gone, 'utf8').trim().split('\n') : []) rmSync(join(root, file));
  commit(name, author);
}

/** Where a file is written, its folder made. */
export function placeFor(root: string, file: string): string {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  return join(root, file);
}
