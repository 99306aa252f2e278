/** Findings as JSON for other programs: every fact that the finding has, its place, and the words. */
import { saidOf } from '../words/findings.ts';
import { countOf, type Shown } from './shown.ts';

/** `{errors, warnings, findings: [{code, severity, file, line, column, endLine, endColumn, key, facts, zh, en}]}` */
export function reportJson(shown: readonly Shown[]): string {
  return `${JSON.stringify({ ...countOf(shown), findings: shown.map(findingJson) }, null, 2)}\n`;
}

/** A finding as one object. */
export function findingJson({ finding, severity, position }: Shown) {
  const { at, code, ...facts } = finding;
  const { line, column, endLine, endColumn } = position;
  const { zh, en } = saidOf(finding);
  return { code, severity, file: at.file, line, column, endLine, endColumn, path: at.path, facts, zh, en };
}
