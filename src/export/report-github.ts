/** Findings as annotations of a GitHub workflow, and as a step summary that loses none. */
import type { Severity } from '../model/finding.ts';
import { SEVERITIES, sentenceFor } from '../words/findings.ts';
import type { Said } from '../words/speech.ts';
import { countOf, type Shown, tallyOf, whereOf } from './shown.ts';

/** GitHub shows so many errors and so many warnings of a step and drops the rest without a word. */
const SHOWN_PER_STEP = 10;

/** A finding that may be told in other words than its own, where these would say too much. */
type Annotated = Shown & { readonly says?: Said };

/** Workflow commands, one a line. Where there are more than GitHub shows, the last one of a kind says how many more. `folder` leads from the repository to the root. */
export function annotations(shown: readonly Annotated[], folder = ''): string {
  const lines = (['error', 'warning'] as const).flatMap((severity) =>
    annotationsOf(
      severity,
      shown.filter((one) => one.severity === severity),
      folder,
    ),
  );
  return lines.map((line) => `${line}\n`).join('');
}

function annotationsOf(severity: Severity, shown: readonly Annotated[], folder: string): string[] {
  if (shown.length <= SHOWN_PER_STEP) return shown.map((one) => annotation(one, folder));
  const first = shown.slice(0, SHOWN_PER_STEP - 1);
  const more = shown.length - first.length;
  const { zh, en } = SEVERITIES[severity];
  const message = `还有 ${more} 个${zh},全部列在本步骤的摘要中。\nAnd ${more} more ${en}s; the summary of this step lists all of them.`;
  return [...first.map((one) => annotation(one, folder)), `::${severity} title=${property(`+${more}`)}::${data(message)}`];
}

function annotation({ finding, severity, position, says }: Annotated, folder: string): string {
  const { line, column, endLine, endColumn } = position;
  const properties = { file: `${folder}${finding.at.file}`, line, col: column, endLine, endColumn, title: finding.code };
  const written = Object.entries(properties).map(([name, value]) => `${name}=${property(String(value))}`);
  return `::${severity} ${written.join(',')}::${data(`${says?.zh ?? sentenceFor(finding, 'zh')}\n${says?.en ?? sentenceFor(finding, 'en')}`)}`;
}

const data = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

/** GitHub takes no summary of more than a mebibyte. */
const MOST_BYTES = 1_000_000;

/** All findings as Markdown: in full, or, where that is more than GitHub takes, a line each. */
export function stepSummary(shown: readonly Shown[]): string {
  const { errors, warnings } = countOf(shown);
  const head = `## 通报检查 Tongbao check\n\n${tallyOf({ errors, warnings }).replace('\n', '  \n')}\n\n`;
  const full = shown.map(entry).join('');
  if (bytesOf(head + full) <= MOST_BYTES) return head + full;
  return head + withinLimit(shown.map(line), MOST_BYTES - bytesOf(head) - 200);
}

function entry(shown: Shown): string {
  const { finding, severity, excerpt, position } = shown;
  const block = excerpt === null ? '' : `  ${fence(`${position.line} │ ${excerpt.line}`)}\n`;
  return `- ${severity === 'error' ? '❌' : '⚠️'} **${markup(whereOf(shown))}** \`${finding.code}\`\n${block}  ${markup(sentenceFor(finding, 'zh'))}  \n  ${markup(sentenceFor(finding, 'en'))}\n`;
}

const line = (shown: Shown): string => `- ${markup(whereOf(shown))} \`${shown.finding.code}\`\n`;

function withinLimit(lines: readonly string[], limit: number): string {
  let used = 0;
  const kept = lines.filter((text) => {
    used += bytesOf(text);
    return used <= limit;
  });
  if (kept.length === lines.length) return kept.join('');
  const more = lines.length - kept.length;
  return `${kept.join('')}\n还有 ${more} 项,见本步骤的日志。And ${more} more, in the log of this step.\n`;
}

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

/** Text that Markdown and HTML show as it is. */
const markup = (text: string): string => text.replace(/[\\`*_[\]<>&|#~]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** A line of code in backticks that outnumber its own. */
function fence(code: string): string {
  const longest = Math.max(0, ...[...code.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const ticks = '`'.repeat(longest + 1);
  return `${ticks}${longest > 0 ? ' ' : ''}${code}${longest > 0 ? ' ' : ''}${ticks}  `;
}
