/** What `tongbao new` says of a record: what is wrong or doubtful, what is missing, and what to do next. */
import { relative, sep } from 'node:path';
import { findingText } from '../../export/report.ts';
import { show } from '../../export/shown.ts';
import { idOf } from '../../ledger/files.ts';
import type { Finding } from '../../model/finding.ts';
import type { Site } from '../../model/records.ts';
import type { Found } from '../setting.ts';
import { paintFor, type Terminal } from '../terminal.ts';
import type { Field } from './fields.ts';
import type { Filled } from './fill.ts';
import { type Form, unknownIn } from './form.ts';
import type { Judged } from './judge.ts';
import { flagOf } from './keys.ts';
import { line, onOneLine } from './line.ts';

/** Findings with the record itself as the text in which they stand. */
export function tellFindings(findings: readonly Finding[], { file, text }: Judged, { opened }: Found, terminal: Terminal): void {
  const shown = show(findings, (path) => (path === file ? text : opened.textOf(path)));
  for (const one of shown) terminal.err(`${findingText(one, paintFor(terminal))}\n`);
}

/** What no check complains of, and a person should look at. */
export function tellDoubts({ alike, closedBy }: Judged, terminal: Terminal): void {
  if (alike.length > 0) {
    terminal.err(line({ zh: '可能是同一条,请先核对:', en: 'Probably the same; please compare:' }));
    for (const { on, about, at } of alike) terminal.err(`  ${on} ${onOneLine(about)}  ${at.file}\n`);
  }
  if (closedBy !== null)
    terminal.err(
      line({
        zh: `${closedBy} 的通报已经签发:这一天的得失将作为补记列入下一期通报。`,
        en: `The bulletin of ${closedBy} is issued: what this gives is booked as a correction in the next one.`,
      }),
    );
}

/** What may be meant by a name that nothing has: the check names the nearest id, and here are titles that have its words. */
export function tellCandidates(filled: Filled, { fields, bookOf }: Form, terminal: Terminal): void {
  for (const { key } of fields) {
    const book = bookOf(key);
    if (book === undefined) continue;
    const like = unknownIn(filled[key], book).flatMap((named) => book.like(named).slice(0, MOST));
    if (like.length === 0) continue;
    terminal.err(line({ zh: `${flagOf(key)} 可能是:`, en: `${flagOf(key)} may be:` }));
    for (const { value, says } of like) terminal.err(`  ${value}  ${onOneLine(says)}\n`);
  }
}

const MOST = 8;

/** Everything that is missing, with the options to say it. */
export function tellMissing(missing: readonly Field[], terminal: Terminal): void {
  terminal.err(line({ zh: '还缺少这些选项:', en: 'These options are missing:' }));
  for (const { key, says, offers } of missing) {
    const choices = offers.length > 0 && offers.length <= 8 ? ` (${offers.map(({ value }) => value).join('、')})` : '';
    terminal.err(`  ${flagOf(key)}  ${says.zh}${choices}  ${says.en}\n`);
  }
}

/** The way from the file to the site. */
export function nextSteps(file: string, { site, root, terminal }: { site: Site; root: string; terminal: Terminal }): string {
  const way = relative(terminal.directory, root).split(sep).join('/');
  const path = way === '' ? file : `"${way}/${file}"`;
  const where = site.repository === null ? '' : `在 ${site.repository.url} `;
  return [
    line({ zh: `已写入 ${file}。接下来:`, en: 'Written. Next:' }),
    '  npx tongbao check\n',
    `  git switch -c filing-${idOf(file)}      ${line({ zh: '还在主分支上时,另建分支', en: 'a branch of its own, where you are on the main one' })}`,
    `  git add ${path}\n`,
    `  git commit -m "${idOf(file)}"\n`,
    `  git push -u origin HEAD      ${line({ zh: `然后${where}提合并请求,合并即审批`, en: 'then open a pull request; merging it is the approval' })}`,
  ].join('');
}
