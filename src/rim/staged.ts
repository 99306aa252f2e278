/** What the next commit would hold: the files of the Git index under a root, whatever lies in the work tree. */
import { realpathSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import type { Finding } from '../model/finding.ts';
import { openRepository } from '../policy/repository.ts';
import { fieldsOf, type GitFault, git } from './git.ts';
import { contentsOf, type History, openHistory, treeAt } from './history.ts';
import { faultOfFile, faultOfFolder, isWanted } from './layout.ts';
import { withBulletins } from './open.ts';
import { makeOf } from './snapshot.ts';

export interface Staged {
  /** The files that the commit adds, changes or deletes. */
  readonly files: ReadonlySet<string>;
  /** What is wrong with them, and what is wrong elsewhere because of them; in reading order. */
  readonly findings: readonly Finding[];
  /** The text that would be committed; null where there is none to show. */
  readonly textOf: (file: string) => string | null;
}

/** `unmerged`: a merge has left files that somebody has to settle first. */
export type StagedFault = GitFault | { readonly code: 'unmerged'; readonly files: readonly string[] };

/**
 * Opens what is staged in the repository around `root`. `index` is what Git told a hook of its index (GIT_INDEX_FILE): `git commit FILE` and
 * `git commit -a` make one for the occasion, and what the usual one holds is not what will be committed.
 */
export function openStaged(root: string, index: string | null, now: number): { readonly staged: Staged } | { readonly fault: StagedFault } {
  const opened = openHistory(root);
  if ('fault' in opened && opened.fault.code !== 'no-commit') return { fault: opened.fault };
  const changes = stagedChanges(root, index);
  if ('fault' in changes) return changes;
  const unmerged = changes.all.filter(({ letter }) => letter === 'U').map(({ path }) => path);
  if (unmerged.length > 0) return { fault: { code: 'unmerged', files: [...new Set(unmerged)] } };
  const history = 'history' in opened ? opened.history : { root, prefix: '', head: '', shallow: false };
  const before = new Map('history' in opened ? filesAt(history) : []);
  return { staged: stagedIn(before, changes.all, history, now) };
}

const FOLDERS = ['data', 'policies'];

interface StagedChange {
  readonly path: string;
  readonly letter: string;
  readonly entry: Entry | null;
}

/** A file as Git holds it. */
interface Entry {
  readonly blob: string;
  readonly isLink: boolean;
}

const filesAt = (history: History): [string, Entry][] =>
  [...treeAt(history, history.head, FOLDERS)].map(([path, blob]) => [path, { blob, isLink: false }]);

/** What differs between HEAD, or nothing before the first commit, and the index; paths under the root. */
function stagedChanges(root: string, index: string | null): { readonly all: readonly StagedChange[] } | { readonly fault: GitFault } {
  const args = [
    'diff',
    '--cached',
    '--raw',
    '-z',
    '--no-abbrev',
    '--no-renames',
    '--relative',
    '--no-ext-diff',
    '--ignore-submodules',
    '--',
    ...FOLDERS,
  ];
  const told = git(root, args, '', index === null ? {} : { GIT_INDEX_FILE: index });
  if ('fault' in told) return told;
  const fields = fieldsOf(told.out);
  const pairs = Array.from({ length: fields.length / 2 }, (_, at) => [fields[2 * at], fields[2 * at + 1]] as [string, string]);
  return { all: pairs.map(([about, path]) => changeIn(about, path)) };
}

/** `:100644 100644 blob blob M`; a mode of zeros for a file that is gone, 120000 for a link, 160000 for another repository. */
function changeIn(about: string, path: string): StagedChange {
  const [, mode = '', , blob = '', letter = ''] = about.split(' ');
  const isFile = mode.startsWith('100') || mode === '120000';
  return { path, letter, entry: isFile ? { blob, isLink: mode === '120000' } : null };
}

function stagedIn(before: ReadonlyMap<string, Entry>, changes: readonly StagedChange[], history: History, now: number): Staged {
  const after = new Map(before);
  for (const { path, entry } of changes) {
    if (entry === null) after.delete(path);
    else after.set(path, entry);
  }
  const blobs = [...before.values(), ...after.values()].map(({ blob }) => blob);
  const contents = contentsOf(history, [...new Set(blobs)]);
  const files = new Set(changes.map(({ path }) => path));
  return {
    files,
    findings: concerning(files, findingsOf(after, contents, now), () => findingsOf(before, contents, now)),
    textOf: (file) => contents.get(after.get(file)?.blob ?? '')?.toString('utf8') ?? null,
  };
}

/** The findings of these files, and those elsewhere that were not there before. What was before is only looked at where it matters. */
function concerning(files: ReadonlySet<string>, after: readonly Finding[], findingsBefore: () => readonly Finding[]): Finding[] {
  if (after.every(({ at }) => files.has(at.file))) return [...after];
  const before = new Set(findingsBefore().map((finding) => JSON.stringify(finding)));
  return after.filter((finding) => files.has(finding.at.file) || !before.has(JSON.stringify(finding)));
}

function findingsOf(files: ReadonlyMap<string, Entry>, contents: ReadonlyMap<string, Buffer>, now: number): readonly Finding[] {
  const values = new Map<string, unknown>();
  const findings: Finding[] = [];
  for (const [path, { blob, isLink }] of files) {
    const made = isLink ? linkAt(path) : madeOf(path, contents.get(blob));
    if (made.value !== undefined) values.set(path, made.value);
    findings.push(...made.findings);
  }
  return withBulletins(openRepository(values, findings), now);
}

interface Made {
  readonly value: unknown;
  readonly findings: readonly Finding[];
}
const NOTHING: Made = { value: undefined, findings: [] };

const linkAt = (file: string): Made => ({ value: undefined, findings: [{ at: { file, path: [] }, code: 'source/symbolic-link' }] });

/** As on the disk: hidden files are nothing, misplaced and misnamed ones are findings. */
function madeOf(file: string, bytes: Buffer | undefined): Made {
  if (file.includes('/.')) return NOTHING;
  const [top, folder, ...deeper] = file.split('/');
  const fault = (deeper.length > 0 ? faultOfFolder(`${top}/${folder}`) : null) ?? faultOfFile(file);
  if (fault !== null) return { value: undefined, findings: [{ at: { file, path: [] }, ...fault }] };
  return isWanted(file) ? makeOf(file, bytes) : NOTHING;
}

/** The index that a hook was told of, if it is one of the repository around `root`; else null, for the usual one. */
export function indexTold(root: string, told: string | undefined, directory: string): string | null {
  if (told === undefined || told === '') return null;
  const folder = git(root, ['rev-parse', '--absolute-git-dir']);
  if ('fault' in folder) return null;
  const index = resolve(directory, told);
  return isWithin(folder.out.toString('utf8').trim(), index) ? index : null;
}

function isWithin(folder: string, file: string): boolean {
  try {
    return realpathSync(file).startsWith(`${realpathSync(folder)}${sep}`);
  } catch {
    return false;
  }
}
