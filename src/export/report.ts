/** Findings as text for people: where, what, what to do next. */
import { SEVERITIES, sentenceFor } from '../words/findings.ts';
import { type Paint, PLAIN } from './paint.ts';
import { countOf, isConsequence, type Shown, tallyOf, whereOf } from './shown.ts';

/** All findings, one block each, those that follow from others last; and a line that counts them. */
export function reportText(shown: readonly Shown[], paint: Paint = PLAIN): string {
  const consequences = shown.filter(({ finding }) => isConsequence(finding));
  const causes = shown.slice(0, shown.length - consequences.length);
  const between = consequences.length === 0 ? [] : [followingText(consequences.length)];
  return [...blocks(causes, paint), ...between, ...blocks(consequences, paint), `${tallyOf(countOf(shown))}\n`].join('\n');
}

const blocks = (shown: readonly Shown[], paint: Paint): string[] => shown.map((one) => findingText(one, paint));

const followingText = (count: number): string =>
  `—— 以下 ${count} 项由其他错误引起,改正之后会自行消失。 What follows (${count}) comes from other errors and goes away with them.\n`;

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
