/** The clone that proposals are made in: a work tree of its own, beside the user's, which is never touched. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { refusedByGit } from '../../words/proposal.ts';
import { type GitFault, git } from '../git.ts';
import type { Identity } from './host.ts';
import { Unable } from './unable.ts';

/** Runs Git and returns what it prints, trimmed; throws `Unable` with Git's words where it refuses. */
export type Run = (...args: readonly string[]) => string;

export interface Clone {
  /** The main branch. */
  readonly main: string;
  /** In the user's repository: fetches, pushes, asks. */
  readonly here: Run;
  /** In the work tree of the proposal. */
  readonly there: Run;
  /** The work tree of the proposal. */
  readonly tree: string;
  /** From the top of the repository to the root of the ledger, with a slash at its end; empty where they are one. */
  readonly prefix: string;
  /** The root of the ledger in the work tree of the proposal. */
  readonly root: string;
}

export interface Wanted {
  readonly root: string;
  /** The main branch. */
  readonly main: string;
  readonly token: string | null;
  readonly identity: Identity;
}

export const BRANCHES = 'bulletin/';

/** Fetches the main branch and the proposals from origin, opens a work tree at the main branch, and takes it away again after `work`. */
export async function inClone<T>({ root, main, token, identity }: Wanted, work: (clone: Clone) => Promise<T>): Promise<T> {
  const plain = runner(root, [], token);
  const top = plain('rev-parse', '--show-toplevel');
  const prefix = plain('rev-parse', '--show-prefix');
  const folder = mkdtempSync(join(tmpdir(), 'tongbao-propose-'));
  const tree = join(folder, 'tree');
  const here = runner(top, ourSettings(folder, plain, token, identity), token);
  try {
    fetch(here, main);
    here('worktree', 'add', '--quiet', '--detach', tree, remote(main));
    return await work({
      main,
      here,
      there: runner(tree, ourSettings(folder, plain, token, identity), token),
      tree,
      prefix,
      root: join(tree, prefix),
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
    plain('worktree', 'prune');
  }
}

/** A branch as origin has it. */
export const remote = (branch: string): string => `refs/remotes/origin/${branch}`;

function fetch(here: Run, main: string): void {
  const whole = here('rev-parse', '--is-shallow-repository') === 'true' ? ['--unshallow'] : [];
  const branches = [main, `${BRANCHES}*`].map((branch) => `+refs/heads/${branch}:${remote(branch)}`);
  here('fetch', '--quiet', '--no-tags', '--prune', ...whole, 'origin', ...branches);
}

/**
 * Settings for our commands alone: the user's hooks stay out of it, commits have an author, and a token goes to the host in a header. The header
 * stands in a file that only this user can read, so that no list of processes and no log shows it.
 */
function ourSettings(folder: string, plain: Run, token: string | null, identity: Identity): string[] {
  const settings = join(folder, 'settings');
  mkdirSync(join(folder, 'hooks'), { recursive: true });
  writeFileSync(settings, headerFor(addressOf(plain), token), { mode: 0o600 });
  const author = isNamed(plain) ? [] : ['-c', `user.name=${identity.name}`, '-c', `user.email=${identity.email}`];
  return ['-c', `core.hooksPath=${join(folder, 'hooks')}`, '-c', `include.path=${settings}`, '-c', 'core.quotePath=false', ...author];
}

function isNamed(plain: Run): boolean {
  try {
    return plain('config', 'user.email') !== '' && plain('config', 'user.name') !== '';
  } catch {
    return false;
  }
}

function addressOf(plain: Run): string {
  try {
    return plain('remote', 'get-url', 'origin');
  } catch {
    return '';
  }
}

/** The header under which hosts take a token, for the address of origin alone; an empty value first takes away what a checkout left behind. */
export function headerFor(address: string, token: string | null): string {
  if (token === null || !/^https?:\/\//.test(address)) return '';
  const { origin } = new URL(address);
  const header = `Authorization: Basic ${Buffer.from(`x-access-token:${token}`).toString('base64')}`;
  return `[http "${origin}/"]\n\textraheader =\n\textraheader = "${header}"\n`;
}

function runner(folder: string, settings: readonly string[], token: string | null): Run {
  return (...args) => {
    const told = git(folder, [...settings, ...args]);
    if ('out' in told) return told.out.toString('utf8').replace(/\n$/, '');
    throw new Unable(refusedByGit(args[0] ?? '', withoutSecrets(wordsOf(told.fault), token)));
  };
}

const wordsOf = (fault: GitFault): string => (fault.code === 'refused' ? fault.detail : fault.code);

/** Text that may be shown: without the token, and without names and passwords in addresses. */
export function withoutSecrets(text: string, token: string | null): string {
  const bare = text.replace(/(https?:\/\/)[^/@\s]+@/g, '$1***@');
  return token === null || token === '' ? bare : bare.replaceAll(token, '***');
}
