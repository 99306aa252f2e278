/** `tongbao fmt`: puts records and registers into their one stable form, or says which are not in it. */
import { existsSync, renameSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { reportText } from '../../export/report.ts';
import { show } from '../../export/shown.ts';
import { formatted, hasStableForm } from '../../filing/format.ts';
import type { Finding } from '../../model/finding.ts';
import { listSources, type Read, readToShow, sourceReader } from '../../rim/disk.ts';
import { parse } from '../../source/parse.ts';
import type { Said } from '../../words/speech.ts';
import type { Setting } from '../setting.ts';
import { paintFor } from '../terminal.ts';
import { EXIT, Usage } from '../usage.ts';

/** `named`: files and folders as somebody wrote them; none for everything. */
export function fmt(setting: Setting<'text'>, named: readonly string[], onlyCheck: boolean): number {
  const { root, terminal } = setting;
  const laid = pathsOf(named, setting).map(sourceReader(root)).map(layOut);
  const changed = laid.filter(({ before, after }) => before !== after);
  if (!onlyCheck) for (const { path, after } of changed) writeOver(join(root, path), after);
  const findings = laid.flatMap((one) => one.findings);
  for (const { path } of changed) terminal.out(`${path}\n`);
  const shown = show(findings, (file) => readToShow(root, file));
  if (findings.length > 0) terminal.err(reportText(shown, paintFor(terminal)));
  const { zh, en } = told(changed.length, onlyCheck);
  terminal.err(`${zh} ${en}\n`);
  return findings.length > 0 || (onlyCheck && changed.length > 0) ? EXIT.findings : EXIT.clean;
}

interface Laid {
  readonly path: string;
  readonly before: string;
  readonly after: string;
  /** Why it was left alone. */
  readonly findings: readonly Finding[];
}

function layOut({ path, text, findings }: Read): Laid {
  if (text === undefined) return { path, before: '', after: '', findings };
  const after = formatted(path, text);
  return { path, before: text, after, findings: after === text ? faultsIn(path, text) : [] };
}

/** Only a text that nothing was changed in can be one that cannot be read. */
function faultsIn(path: string, text: string): readonly Finding[] {
  const { value, findings } = parse(path, text);
  return value === undefined ? findings : [];
}

function pathsOf(named: readonly string[], { root, terminal }: Setting<'text'>): string[] {
  const all = listSources(root).paths.filter(hasStableForm);
  if (named.length === 0) return all;
  const wanted = named.map((one) => pathUnder(root, resolve(terminal.directory, one), one));
  const isWanted = (path: string): boolean => wanted.some((one) => one === '' || path === one || path.startsWith(`${one}/`));
  const found = all.filter(isWanted);
  for (const [index, one] of wanted.entries())
    if (one !== '' && !found.some((path) => path === one || path.startsWith(`${one}/`)))
      terminal.err(`${named[index]}: 不是记录或登记,没有整理。 No record and no register; left as it is.\n`);
  return found;
}

function pathUnder(root: string, file: string, written: string): string {
  if (!existsSync(file)) throw new Usage(`没有这个文件:${written}。`, `There is no such file: ${written}.`);
  return relative(root, file).split(sep).join('/');
}

/** Whole or not at all. */
function writeOver(file: string, text: string): void {
  const draft = join(dirname(file), `.${basename(file)}.new`);
  writeFileSync(draft, text);
  renameSync(draft, file);
}

function told(count: number, onlyCheck: boolean): Said {
  if (count === 0) return { zh: '格式都是整齐的。', en: 'All are in the stable form.' };
  if (onlyCheck) return { zh: `${count} 个文件需要整理,请运行 tongbao fmt。`, en: `${count} to be put into it; run tongbao fmt.` };
  return { zh: `整理了 ${count} 个文件;内容和注释没有变。`, en: `${count} put into it; what they say is the same.` };
}
