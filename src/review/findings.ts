/** What `check` finds after a proposal, set beside what it found before. */
import type { Finding } from '../model/finding.ts';
import type { FileChange } from './change.ts';

export interface Judged {
  /** In the files of the proposal. */
  readonly own: readonly Finding[];
  /** In other files, where there were none like them before. */
  readonly elsewhere: readonly Finding[];
  /** How many there were before in all, and how many of them are gone. */
  readonly before: number;
  readonly mended: number;
}

export function judge(before: readonly Finding[], after: readonly Finding[], changes: readonly FileChange[]): Judged {
  const files = new Set(changes.map(({ file }) => file));
  const [then, now] = [keysOf(before), keysOf(after)];
  return {
    own: after.filter(({ at }) => files.has(at.file)),
    elsewhere: after.filter((finding) => !files.has(finding.at.file) && !then.has(keyOf(finding))),
    before: before.length,
    mended: before.filter((finding) => !now.has(keyOf(finding))).length,
  };
}

const keysOf = (findings: readonly Finding[]): Set<string> => new Set(findings.map(keyOf));
const keyOf = (finding: Finding): string => JSON.stringify(finding);
