/** A finding with the place where it stands, ready to be rendered. */
import { type Finding, type Severity, severityOf } from '../model/finding.ts';
import { type Excerpt, excerpt } from '../source/excerpt.ts';
import { positionOfFinding } from '../source/locate.ts';
import type { Position } from '../source/position.ts';

export interface Shown {
  readonly finding: Finding;
  readonly severity: Severity;
  /** The beginning of the file where there is no text to look into. */
  readonly position: Position;
  readonly excerpt: Excerpt | null;
}

const BEGINNING: Position = { line: 1, column: 1, endLine: 1, endColumn: 1 };

/**
 * Looks each finding up in the text of its file; null stands for a file that has none to show. What follows from other faults, and goes away with
 * them, comes last: a single broken register can have hundreds of consequences.
 */
export function show(findings: readonly Finding[], textOf: (file: string) => string | null): Shown[] {
  const causes = findings.filter((finding) => !isConsequence(finding));
  return [...causes, ...findings.filter(isConsequence)].map((finding) => {
    const text = textOf(finding.at.file);
    const position = text === null ? BEGINNING : positionOfFinding(text, finding);
    return { finding, severity: severityOf(finding), position, excerpt: text === null || text === '' ? null : excerpt(text, position) };
  });
}

/** Whether a finding goes away by itself once others are mended. */
export const isConsequence = ({ code }: Finding): boolean => code === 'ledger/reference-left-out';

export interface Count {
  readonly errors: number;
  readonly warnings: number;
}

/** How many errors, how many warnings. */
export function countOf(shown: readonly Shown[]): Count {
  const errors = shown.filter(({ severity }) => severity === 'error').length;
  return { errors, warnings: shown.length - errors };
}

/** `file:line:col`, as editors and terminals make links of it. */
export const whereOf = ({ finding, position }: Shown): string => `${finding.at.file}:${position.line}:${position.column}`;

/** The count in both languages, a line each. */
export function tallyOf({ errors, warnings }: Count): string {
  const all = errors + warnings;
  if (all === 0) return '检查通过,没有发现问题。\nChecked: nothing to complain of.';
  return `共 ${all} 项:${errors} 个错误,${warnings} 个提醒。\n${all} in all: ${counted(errors, 'error')}, ${counted(warnings, 'warning')}.`;
}

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
