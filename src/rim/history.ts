/** What Git remembers of the folders `data/` and `policies/` under a root, which may be a sub-folder of its repository. */
import { statSync } from 'node:fs';
import type { Commit } from '../model/commit.ts';
import { fieldsOf, type GitFault, git } from './git.ts';

/** A repository with a commit, seen from a root in its work tree. */
export interface History {
  readonly root: string;
  /** The way from the top of the work tree to the root, with a slash at its end; empty where they are one. */
  readonly prefix: string;
  /** The commit checked out. */
  readonly head: string;
  /** Whether older commits are missing here, so that nothing can be said of what came first. */
  readonly shallow: boolean;
}

export type HistoryFault = GitFault | { readonly code: 'no-commit' };
export type Opened = { readonly history: History } | { readonly fault: HistoryFault };

/** Looks at the repository around `root`. */
export function openHistory(root: string): Opened {
  if (!statSync(root, { throwIfNoEntry: false })?.isDirectory()) return { fault: { code: 'no-repository' } };
  const told = git(root, ['rev-parse', '--is-inside-work-tree', '--is-shallow-repository', '--show-prefix']);
  if ('fault' in told) return told;
  const [inside, shallow, prefix = ''] = told.out.toString('utf8').split('\n');
  if (inside !== 'true') return { fault: { code: 'no-repository' } };
  const head = git(root, ['rev-parse', '--quiet', '--verify', 'HEAD^{commit}']);
  if ('fault' in head) return { fault: { code: 'no-commit' } };
  return { history: { root, prefix, head: head.out.toString('utf8').trim(), shallow: shallow === 'true' } };
}

/** What a commit did to a file. */
export interface Change {
  readonly commit: string;
  readonly what: 'added' | 'changed' | 'deleted';
  /** The content after it; null where it deleted the file. */
  readonly blob: string | null;
}

const FOLDERS = ['data', 'policies'] as const;

/**
 * The commit that last touched a file, by its path under the root: the one that wrote what stands at HEAD, or deleted it, by whatever way of
 * merging it got there. Null where the file has changes that are not committed, was never committed, or where history is missing or cut short.
 * One pass over history for all files, made at the first question.
 */
export function commitsOf(root: string): (file: string) => string | null {
  let found: ReadonlyMap<string, string> | null = null;
  return (file) => {
    found ??= lastCommits(root);
    return found.get(file) ?? null;
  };
}

function lastCommits(root: string): ReadonlyMap<string, string> {
  const opened = openHistory(root);
  if ('fault' in opened || opened.history.shallow) return new Map();
  const { history } = opened;
  const now = treeAt(history, history.head);
  const last = new Map<string, string>();
  for (const [file, { commit, blob }] of changesFrom(history, ['--date-order'], (line) => line)) {
    if (!last.has(file) && (now.get(file) ?? null) === blob) last.set(file, commit);
  }
  for (const file of uncommitted(history).keys()) last.delete(file);
  return last;
}

/** What happened to the files under `folder` on the first-parent line of HEAD, latest first: to them as a merge brought it, not inside its branch. */
export function changesUnder(history: History, folder: string): ReadonlyMap<string, readonly Change[]> {
  const changes = new Map<string, Change[]>();
  // `--parents` would name the next commits that touch the folder in place of the parents.
  const firstParent = (line: string): string => line.split(' ', 2).join(' ').trim();
  for (const [file, change] of changesFrom(history, ['--first-parent', '--format=%H %P'], firstParent, [folder])) {
    const own = changes.get(file);
    if (own) own.push(change);
    else changes.set(file, [change]);
  }
  return changes;
}

/** A change on the first-parent line of HEAD, with the commits behind it: those of the branch that a merge brought, else itself. Latest first. */
export interface Brought extends Change {
  readonly wrote: readonly Change[];
}

/**
 * How the files under `folder` came to be what they are: everything on the first-parent line, latest first, and what stands behind it. Every
 * commit is held against its parents once; asking `rev-list` for those that touch the folder would do so twice more, and take three times as long.
 */
export function waysUnder(history: History, folder: string): ReadonlyMap<string, readonly Brought[]> {
  const { commits, parentsOf } = graphOf(history);
  const bringers = bringersIn(history.head, parentsOf);
  const isOnLine = (commit: string): boolean => bringers.get(commit) === commit;
  const asked = commits.map((commit) => (isOnLine(commit) ? [commit, ...parentsOf(commit).slice(0, 1)].join(' ') : commit));
  const line = new Map<string, Change[]>();
  const behind = new Map<string, Change[]>();
  for (const [file, change] of diffsOf(history, asked, [folder])) {
    if (isOnLine(change.commit)) append(line, file, change);
    else append(behind, `${bringers.get(change.commit)} ${file}`, change);
  }
  const ways = Array.from(line, ([file, changes]) => {
    const brought = changes.map((change): Brought => ({ ...change, wrote: writingOf(change, behind.get(`${change.commit} ${file}`) ?? []) }));
    return [file, brought] as const;
  });
  return new Map(ways);
}

function append<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const own = lists.get(key);
  if (own) own.push(value);
  else lists.set(key, [value]);
}

/** Where no commit of the branch has what the merge made of it, the merge wrote it too. */
const writingOf = (change: Change, branch: readonly Change[]): readonly Change[] =>
  branch.some(({ blob }) => blob === change.blob) ? branch : [change, ...branch];

type ParentsOf = (commit: string) => readonly string[];

/** All commits, each before its parents. */
function graphOf({ root, head }: History): { readonly commits: readonly string[]; readonly parentsOf: ParentsOf } {
  const lines = linesOf(textOf(root, ['rev-list', '--topo-order', '--parents', head])).map((line) => line.split(' '));
  const parents = new Map(lines.map(([commit = '', ...own]) => [commit, own]));
  return { commits: [...parents.keys()], parentsOf: (commit) => parents.get(commit) ?? [] };
}

/** Which commit of the first-parent line brought each commit; itself for one on it. */
function bringersIn(head: string, parentsOf: ParentsOf): ReadonlyMap<string, string> {
  const line: string[] = [];
  for (let commit: string | undefined = head; commit !== undefined; [commit] = parentsOf(commit)) line.push(commit);
  const bringers = new Map(line.map((commit) => [commit, commit]));
  for (const bringer of line.toReversed()) {
    const open = parentsOf(bringer).slice(1);
    for (let commit = open.pop(); commit !== undefined; commit = open.pop()) {
      if (bringers.has(commit)) continue;
      bringers.set(commit, bringer);
      open.push(...parentsOf(commit));
    }
  }
  return bringers;
}

/** What the commits after `base` up to `head` did, in any order; of a merge what it has from none of its parents. */
export const changesBetween = (history: History, base: string, head: string): readonly (readonly [file: string, change: Change])[] =>
  changesFrom({ ...history, head }, [`^${base}`], (line) => line);

/**
 * Changes in the order in which `rev-list` has their commits. `diff-tree` reads that list, and looks into no setting of anybody's. A merge shows
 * what differs from all of its parents, unless the line names but one.
 */
function changesFrom(history: History, walk: readonly string[], line: (line: string) => string, folders: readonly string[] = FOLDERS) {
  const commits = textOf(history.root, ['rev-list', ...walk, history.head, '--', ...folders]);
  return diffsOf(
    history,
    linesOf(commits)
      .filter((one) => !one.startsWith('commit '))
      .map(line),
    folders,
  );
}

/** What the commits on these lines did, each beside the parents that its line names, or all of its own. */
function diffsOf(
  { root, prefix }: History,
  lines: readonly string[],
  folders: readonly string[],
): readonly (readonly [file: string, change: Change])[] {
  if (lines.length === 0) return [];
  const told = git(
    root,
    ['diff-tree', '--stdin', '-r', '-z', '-c', '--root', '--no-renames', '--raw', '--no-abbrev', '--', ...folders],
    `${lines.join('\n')}\n`,
  );
  return 'fault' in told ? [] : changesIn(fieldsOf(told.out), prefix);
}

/** Fields: a commit; then for each file its modes, blobs and letters, and its path. */
function changesIn(fields: readonly string[], prefix: string): [file: string, change: Change][] {
  const changes: [string, Change][] = [];
  let commit = '';
  for (let at = 0; at < fields.length; at++) {
    const field = fields[at] as string;
    if (!field.startsWith(':')) {
      commit = field;
      continue;
    }
    const path = fields[++at] as string;
    if (path.startsWith(prefix)) changes.push([path.slice(prefix.length), changeIn(field, commit)]);
  }
  return changes;
}

/** `:mode mode blob blob letter`, with a colon, a mode, a blob and a letter more for each further parent of a merge. */
function changeIn(field: string, commit: string): Change {
  const parents = field.lastIndexOf(':') + 1;
  const words = field.slice(parents).split(' ');
  const blob = words[2 * parents + 1] as string;
  const letters = words.at(-1) as string;
  if (/^0+$/.test(blob)) return { commit, what: 'deleted', blob: null };
  return { commit, what: /^A+$/.test(letters) ? 'added' : 'changed', blob };
}

/** The files under `data/` and `policies/` as a commit has them: path under the root → blob. Links and submodules are none. */
export function treeAt(history: History, commit: string, folders: readonly string[] = FOLDERS): ReadonlyMap<string, string> {
  const told = git(history.root, ['ls-tree', '-r', '-z', commit, '--', ...folders]);
  if ('fault' in told) return new Map();
  return new Map(
    fieldsOf(told.out).flatMap((entry) => {
      const [about = '', path = ''] = splitAt(entry, '\t');
      const [mode, , blob = ''] = about.split(' ');
      return mode?.startsWith('100') ? [[path, blob] as const] : [];
    }),
  );
}

function splitAt(text: string, sign: string): [string, string] {
  const at = text.indexOf(sign);
  return [text.slice(0, at), text.slice(at + sign.length)];
}

/** The contents of blobs, in one question. A blob that is not here has none. */
export function contentsOf({ root }: History, blobs: readonly string[]): ReadonlyMap<string, Buffer> {
  const contents = new Map<string, Buffer>();
  if (blobs.length === 0) return contents;
  const told = git(root, ['cat-file', '--batch'], `${blobs.join('\n')}\n`);
  if ('fault' in told) return contents;
  for (let at = 0; at < told.out.length; ) {
    const end = told.out.indexOf(10, at);
    const [blob = '', , size] = told.out.toString('utf8', at, end).split(' ');
    at = end + 1;
    if (size === undefined) continue;
    contents.set(blob, told.out.subarray(at, at + Number(size)));
    at += Number(size) + 1;
  }
  return contents;
}

/** The blobs as which Git would store these files of the work tree: after its filters, of line ends for example. */
export function storedAs({ root }: History, files: readonly string[]): ReadonlyMap<string, string> {
  if (files.length === 0) return new Map();
  const blobs = textOf(root, ['hash-object', '--stdin-paths'], `${files.join('\n')}\n`).split('\n');
  return new Map(files.map((file, index) => [file, blobs[index] ?? '']));
}

/** The first-parent line of HEAD, latest first. */
export const firstParentLine = ({ root, head }: History): string[] => linesOf(textOf(root, ['rev-list', '--first-parent', head]));

/** The commits after `commit` on the first-parent line of HEAD, earliest first. */
export const lineAfter = ({ root, head }: History, commit: string): string[] =>
  linesOf(textOf(root, ['rev-list', '--first-parent', '--reverse', `${commit}..${head}`]));

/** A commit, and those before it that changed `data/` or `policies/`, latest first, on whatever branch it came; at most `most`. */
export const ancestorsOf = ({ root }: History, commit: string, most: number): string[] =>
  linesOf(textOf(root, ['rev-list', '--date-order', `--max-count=${most}`, commit, '--', ...FOLDERS]));

const linesOf = (text: string): string[] => text.split('\n').filter((line) => line !== '');

/** The files that commits touched, a merge beside any of its parents. Those outside the root have a slash before them. Of what is no commit here nothing. */
export function touchedBy({ root, prefix }: History, ids: readonly string[]): ReadonlyMap<string, ReadonlySet<string>> {
  const known = existing(root, ids);
  const touched = new Map(known.map((id) => [id, new Set<string>()]));
  if (known.length === 0) return touched;
  const told = git(root, ['diff-tree', '--stdin', '-r', '-z', '-m', '--root', '--no-renames', '--raw', '--no-abbrev'], `${known.join('\n')}\n`);
  for (const [path, { commit }] of 'fault' in told ? [] : changesIn(fieldsOf(told.out), ''))
    touched.get(commit)?.add(path.startsWith(prefix) ? path.slice(prefix.length) : `/${path}`);
  return touched;
}

/** What in `data/` and `policies/` differs from HEAD, staged or not, new files among it. */
export function uncommitted({ root, prefix }: History): ReadonlyMap<string, Change['what']> {
  const told = git(root, ['status', '--porcelain=v1', '-z', '--untracked-files=all', '--no-renames', '--', ...FOLDERS]);
  if ('fault' in told) return new Map();
  return new Map(fieldsOf(told.out).map((entry) => [entry.slice(3 + prefix.length), stateOf(entry.slice(0, 2))]));
}

function stateOf(letters: string): Change['what'] {
  if (letters.includes('D')) return 'deleted';
  return /[?A]/.test(letters) ? 'added' : 'changed';
}

/** Names and addresses as `.mailmap` has them. */
const FORMAT = ['%H', '%P', '%aN', '%aE', '%aI', '%cN', '%cE', '%cI', '%s', '%(trailers:only,unfold,separator=%x0A)'].join('%x00');
const FIELDS = 10;

/** What is known of commits, by their ids; of those that are not here nothing. */
export function commitsNamed({ root }: History, ids: readonly string[]): ReadonlyMap<string, Commit> {
  const known = existing(root, ids);
  if (known.length === 0) return new Map();
  const told = git(
    root,
    ['log', '--no-walk=unsorted', '--stdin', '-z', '--no-color', '--no-show-signature', '--no-patch', '--encoding=UTF-8', `--format=${FORMAT}`],
    `${known.join('\n')}\n`,
  );
  if ('fault' in told) return new Map();
  const fields = told.out.toString('utf8').split('\0');
  const commits = Array.from({ length: Math.floor(fields.length / FIELDS) }, (_, index) =>
    commitIn(fields.slice(index * FIELDS, (index + 1) * FIELDS)),
  );
  return new Map(commits.map((commit) => [commit.id, commit]));
}

/** How `.mailmap` calls those who are called `名字 <邮箱>`: every contact under what stood there. */
export function mailmapped({ root }: History, contacts: readonly string[]): ReadonlyMap<string, string> {
  const whole = contacts.filter((contact) => /^[^<>\n]*<[^<>\n]+>$/.test(contact));
  if (whole.length === 0) return new Map();
  const mapped = textOf(root, ['check-mailmap', '--stdin'], `${whole.join('\n')}\n`).split('\n');
  return new Map(whole.map((contact, index) => [contact, mapped[index] || contact]));
}

/** Those among `ids` that are commits here. */
function existing(root: string, ids: readonly string[]): string[] {
  const wanted = [...new Set(ids)].filter((id) => /^[0-9a-f]{7,64}$/.test(id));
  if (wanted.length === 0) return [];
  const told = textOf(root, ['cat-file', '--batch-check'], `${wanted.join('\n')}\n`);
  return told.split('\n').flatMap((line) => (line.split(' ')[1] === 'commit' ? [line.split(' ', 1)[0] as string] : []));
}

function commitIn([
  id = '',
  parents = '',
  author = '',
  authorEmail = '',
  authored = '',
  name = '',
  email = '',
  at = '',
  subject = '',
  trailers = '',
]: string[]): Commit {
  return {
    id,
    parents: parents.split(' ').filter((parent) => parent !== ''),
    author: { name: author, email: authorEmail, at: authored },
    committer: { name, email, at },
    subject,
    trailers: trailers.split('\n').flatMap((line) => (line.includes(': ') ? [splitAt(line, ': ')] : [])),
  };
}

function textOf(root: string, args: readonly string[], input?: string): string {
  const told = git(root, args, input);
  return 'fault' in told ? '' : told.out.toString('utf8');
}
