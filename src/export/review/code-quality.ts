/** Remarks as GitLab's Code Quality report, which a merge request shows beside the changed lines. */
import type { Remark } from './remarks.ts';

const SEVERITIES: Readonly<Record<Remark['level'], 'major' | 'minor' | 'info'>> = { error: 'major', warning: 'minor', note: 'info' };

/** `folder` leads from the repository to the root, with a slash at its end. */
export function codeQuality(remarks: readonly Remark[], folder: string): string {
  const issues = remarks.map(({ code, level, file, position, says, fingerprint }) => ({
    description: `${says.zh} ${says.en}`,
    check_name: code,
    fingerprint,
    severity: SEVERITIES[level],
    location: { path: folder + file, lines: { begin: position.line } },
  }));
  return `${JSON.stringify(issues, null, 2)}\n`;
}
