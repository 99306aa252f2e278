/**
 * 已发送, kept in the repository itself: a branch of its own holds the list, so that builds without a disk of their own send each reminder once. It is
 * made of objects and references only; files, index and whatever is checked out stay as they are.
 */
import { git } from './git.ts';
import { idsIn, type Memory, MemoryFault, textOf } from './sent-file.ts';

export const BRANCH = 'tongbao-reminders';
const LOCAL = `refs/heads/${BRANCH}`;
const FILE = 'sent.txt';

/** How often another run may come first before we give up. */
const ATTEMPTS = 8;

/** What was sent, on the branch here and at `origin`, if there is one. Throws a `MemoryFault` where that cannot be known: nothing may then be sent. */
export function memoryBranch(root: string): Memory {
  refuseOutside(root);
  const known = new Set([...idsAt(root, remoteTip(root)), ...idsAt(root, localTip(root))]);
  return {
    known,
    keep: (ids) => {
      for (const id of ids) known.add(id);
      keepAll(root, known);
    },
  };
}

function refuseOutside(root: string): void {
  const answer = git(root, ['rev-parse', '--git-dir']);
  if ('fault' in answer) throw new MemoryFault(answer.fault.code === 'refused' ? 'unreadable' : answer.fault.code, safe(answer.fault));
  if (asked(root, ['symbolic-ref', '--quiet', 'HEAD']) === LOCAL) throw new MemoryFault('checked-out', BRANCH);
}

/** Another run may have put its list there since we looked: what it says is taken in, and we try again. */
function keepAll(root: string, known: Set<string>): void {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    if (attempt > 0) pause(attempt * 50 + (process.pid % 50));
    const tips: Tips = { remote: remoteTip(root), local: localTip(root) };
    for (const id of [...idsAt(root, tips.remote), ...idsAt(root, tips.local)]) known.add(id);
    if (advanced(root, tips, textOf(known))) return;
  }
  throw new MemoryFault('contended', BRANCH);
}

interface Tips {
  readonly remote: string | null;
  readonly local: string | null;
}

/** Whether the branch, here and at `origin`, now holds `text`. */
function advanced(root: string, { remote, local }: Tips, text: string): boolean {
  const parents = [...new Set([remote, local].filter((tip) => tip !== null))];
  const [only, ...others] = parents;
  const settled = only !== undefined && others.length === 0 && textOf(idsAt(root, only)) === text;
  const tip = settled ? only : committed(root, parents, text);
  const moved = local === tip || 'out' in git(root, ['update-ref', LOCAL, tip, local ?? '']);
  return moved && (remote === tip || pushed(root, tip));
}

function committed(root: string, parents: readonly string[], text: string): string {
  const blob = must(root, ['hash-object', '-w', '--stdin'], text);
  const tree = must(root, ['mktree'], `100644 blob ${blob}\t${FILE}\n`);
  return must(root, [...identity(root), 'commit-tree', tree, ...parents.flatMap((parent) => ['-p', parent]), '-m', 'Reminders sent']);
}

/** A build server often has no name of its own. */
const identity = (root: string): string[] =>
  asked(root, ['config', 'user.email']) === null ? ['-c', 'user.name=Tongbao', '-c', 'user.email=tongbao@localhost'] : [];

const hasOrigin = (root: string): boolean => must(root, ['remote']).split('\n').includes('origin');

/**
 * The branch at `origin`, its objects brought here; null where there is none. No reference follows it, so that runs in one clone do not lock each other
 * out. An `origin` that does not answer is a fault.
 */
function remoteTip(root: string): string | null {
  if (!hasOrigin(root)) return null;
  const [tip] = reached(root, ['ls-remote', 'origin', LOCAL]).split('\t');
  if (!tip) return null;
  if (asked(root, ['cat-file', '-t', tip]) === null) reached(root, [...FETCH, 'origin', LOCAL]);
  return tip;
}
const FETCH = ['fetch', '--quiet', '--no-tags', '--no-write-fetch-head', '--refmap='];

/** False where another run was faster. What is not let in for another reason is kept here, and goes along the next time. */
function pushed(root: string, tip: string): boolean {
  if (!hasOrigin(root)) return true;
  const answer = git(root, ['push', '--quiet', '--no-verify', 'origin', `${tip}:${LOCAL}`]);
  if ('out' in answer) return true;
  if (FASTER.test(safe(answer.fault))) return false;
  throw new MemoryFault('unpushed', safe(answer.fault));
}
const FASTER = /fetch first|non-fast-forward|stale info|cannot lock ref|failed to update ref|reference already exists|incorrect old value/i;

const localTip = (root: string): string | null => asked(root, ['rev-parse', '--verify', '--quiet', `${LOCAL}^{commit}`]);
const idsAt = (root: string, tip: string | null): string[] => (tip === null ? [] : idsIn(asked(root, ['cat-file', 'blob', `${tip}:${FILE}`]) ?? ''));

/** What Git answers; null where it has nothing to say. */
function asked(root: string, args: readonly string[], input?: string): string | null {
  const answer = git(root, args, input);
  return 'out' in answer ? answer.out.toString('utf8').trim() : null;
}

function must(root: string, args: readonly string[], input?: string): string {
  const answer = git(root, args, input);
  if ('fault' in answer) throw new MemoryFault('unwritable', safe(answer.fault));
  return answer.out.toString('utf8').trim();
}

function reached(root: string, args: readonly string[]): string {
  const answer = git(root, args);
  if ('fault' in answer) throw new MemoryFault('unreachable', safe(answer.fault));
  return answer.out.toString('utf8').trim();
}

/** Git's own words without what stands before the host in an address: build servers put tokens there. */
const safe = (fault: { readonly code: string; readonly detail?: string }): string =>
  (fault.detail ?? fault.code).replace(/\/\/[^/@\s]*@/g, '//').replace(/\s+/g, ' ');

/** Nothing else is to be done meanwhile. */
const pause = (milliseconds: number): void => {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
};
