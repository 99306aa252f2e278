/** Findings as text for people: where, what, what to do next. */
import { SEVERITIES, sentenceFor } from '../words/findings.ts';
import { type Paint, PLAIN } from './paint.ts';
import { countOf, type Shown, tallyOf, whereOf } from './shown.ts';

/** All findings, one block each, and a line that counts them. */
export function reportText(shown: readonly Shown[], paint: Paint = PLAIN): string {
  return [...shown.map((one) => findingText(one, paint)), `${tallyOf(countOf(shown))}\n`].join('\n');
}

/** One finding: `file:line:col  code`, the excerpt with the place marked, the words in Chinese and English. */
export function findingText(shown: Shown, paint: Paint = PLAIN): string {
  const { finding, severity } = shown;
  const mark = severity === 'warning' ? `  ${paint.warning(`${SEVERITIES.warning.zh} warning`)}` : '';
  const lines = [
    `${paint.strong(whereOf(shown))}  ${paint[severity](finding.code)}${mark}`,
    ...excerptLines(shown, paint),
    `  ${sentenceFor(finding, 'zh')}`,
    `  ${sentenceFor(finding, 'en')}`,
  ];
  return `${lines.join('\n')}\n`;
}

function excerptLines({ excerpt, position, severity }: Shown, paint: Paint): string[] {
  if (excerpt === null) return [];
  const number = String(position.line);
  const bar = paint.faint('│');
  return [`  ${paint.faint(number)} ${bar} ${excerpt.line}`, `  ${' '.repeat(number.length)} ${bar} ${paint[severity](excerpt.marks)}`];
}
