/** Signs of approval in a commit: who wrote it, who made it, who signed it. */
import type { Commit, Signature } from '../model/commit.ts';
import type { Version } from './trail.ts';

export interface Sign {
  readonly by: Signature;
  readonly how: 'reviewed' | 'merged' | 'committed';
}

const REVIEWED: readonly string[] = ['approved-by', 'reviewed-by', 'acked-by'];

/** The signatures at the end of a message. */
export const signaturesIn = ({ trailers }: Commit): Sign[] =>
  trailers.filter(([key]) => REVIEWED.includes(key.toLowerCase())).map(([, value]) => ({ by: signatureIn(value), how: 'reviewed' }));

/** `名字 <邮箱>`, or either of them. */
function signatureIn(value: string): Signature {
  const [, name = '', email = ''] = /^([^<>]*)<([^<>]*)>\s*$/.exec(value) ?? ['', value, ''];
  const only = name.trim();
  return email === '' && /^[^\s@]+@[^\s@]+$/.test(only) ? { name: '', email: only } : { name: only, email: email.trim() };
}

const valuesOf = ({ trailers }: Commit, wanted: string): string[] =>
  trailers.filter(([key]) => key.toLowerCase() === wanted).map(([, value]) => value);

/** Everybody who wrote a commit: its author and those named beside. */
export const writersOf = (commit: Commit): Signature[] => [commit.author, ...valuesOf(commit, 'co-authored-by').map(signatureIn)];

/**
 * Who brought a version into the records; null where a host did and only it knows for whom. A merge by a host's robot may say so (`Merged-by`);
 * in a squash anything may stem from the writer, since hosts make its message of theirs.
 */
export function makerOf({ brought }: Version): Sign | null {
  if (!isMerge(brought)) return isHost(brought.committer) ? null : { by: brought.committer, how: 'committed' };
  if (!isHost(brought.author)) return { by: brought.author, how: 'merged' };
  const [named] = valuesOf(brought, 'merged-by').map(signatureIn);
  return named === undefined ? null : { by: named, how: 'merged' };
}

export const isMerge = ({ parents }: Commit): boolean => parents.length > 1;

/** The address of the merge request, where the host wrote it down: `Reviewed-on`. */
export const requestOf = ({ brought }: Version): string | null =>
  valuesOf(brought, 'reviewed-on').find((value) => /^https?:\/\/\S+$/i.test(value)) ?? null;

/** A host that squashes a proposal, takes an edit on its pages, or runs a workflow commits in its own name. */
const isHost = ({ name, email }: Signature): boolean =>
  /^(github|gitlab|gitea|forgejo|gitee|gitcode)$/i.test(name) || /\[bot\]$/.test(name) || /^noreply@/i.test(email);
