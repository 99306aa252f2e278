/** `tongbao import`: an office's spreadsheet becomes records. A trial unless told to write. */
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { importCsv, importJson, importText, REPORT_HEAD, type Told } from '../../export/import-report.ts';
import { openSheets, SHEET_LIMIT } from '../../filing/sheet/file.ts';
import type { Grid } from '../../filing/sheet/grid.ts';
import { guessMapping } from '../../filing/sheet/guess.ts';
import type { WrittenMapping } from '../../filing/sheet/mapping.ts';
import { mappingText } from '../../filing/sheet/mapping-file.ts';
import type { NewFile } from '../../filing/sheet/plan.ts';
import { registryOf } from '../../filing/sheet/registry.ts';
import { fateOf, type Imported, runImport } from '../../filing/sheet/run.ts';
import { writeNew } from '../../rim/new-files.ts';
import type { Opened } from '../../rim/open.ts';
import { importWords } from '../../words/import.ts';
import { type Found, open, type Setting, TEXT_OR_JSON } from '../setting.ts';
import { paintFor, type Terminal } from '../terminal.ts';
import { EXIT, Usage } from '../usage.ts';
import { readMapping } from './mapping.ts';

export const IMPORT_FORMATS = TEXT_OR_JSON;
type ImportSetting = Setting<(typeof IMPORT_FORMATS)[number]>;

export interface WrittenImport {
  readonly mapping?: string;
  readonly writeMapping?: string;
  readonly report?: string;
  readonly year?: number;
  readonly write?: true;
}

export async function importCommand(setting: ImportSetting, file: string, options: WrittenImport): Promise<number> {
  const { terminal } = setting;
  const path = resolve(terminal.directory, file);
  const size = sizeOf(path, file);
  const report = reportFrom(options.report, path, terminal);
  const found = open(setting);
  if (found === null) return EXIT.findings;
  if (size > SHEET_LIMIT) return stopped(file, { code: 'import/too-large', bytes: size, limit: SHEET_LIMIT }, terminal);
  const sheets = await openSheets(readFileSync(path));
  if ('fault' in sheets) return stopped(file, sheets.fault, terminal);
  const mapping = mappingFrom(setting, found, sheets.grids, options);
  if (mapping === 'faulty') return EXIT.findings;
  if (mapping === null) return stopped(file, { code: 'import/no-table', sheets: sheets.grids.flatMap(({ name }) => name ?? []) }, terminal);
  const dated = withYear(mapping, options.year);
  if (options.writeMapping !== undefined)
    return keepMapping(resolve(terminal.directory, options.writeMapping), options.writeMapping, dated, terminal);
  const imported = runImport(sheets.grids, dated, { ledger: found.ledger, today: found.asOf, examine: examining(found.opened) });
  return finish(setting, found, imported, { file: basename(file), options, report });
}

function sizeOf(path: string, named: string): number {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats?.isFile()) throw new Usage(`没有文件 ${named}。`, `There is no file ${named}.`);
  return stats.size;
}

/** Where the account of every row goes: over an earlier one of ours, never over anything else, least of all over the spreadsheet. */
function reportFrom(named: string | undefined, source: string, { directory }: Terminal): string | null {
  if (named === undefined) return null;
  const path = resolve(directory, named);
  if (!statSync(dirname(path), { throwIfNoEntry: false })?.isDirectory())
    throw new Usage(`没有文件夹 ${dirname(named)}。`, `There is no folder ${dirname(named)}.`);
  if (path === source || (existsSync(path) && !isReport(path)))
    throw new Usage(
      `${named} 已经存在,不是以前的导入结果,不会覆盖。`,
      `${named} is there already, is no earlier account of an import, and is not written over.`,
    );
  return path;
}

const isReport = (path: string): boolean => statSync(path).isFile() && readFileSync(path, 'utf8').startsWith(REPORT_HEAD);

function stopped(file: string, fault: Parameters<typeof importWords>[0], { err }: Terminal): number {
  const { zh, en } = importWords(fault);
  err(`${file}  ${fault.code}\n  ${zh.what}${zh.remedy}\n  ${en.what} ${en.remedy}\n`);
  return EXIT.findings;
}

function mappingFrom(
  { terminal }: ImportSetting,
  { ledger, opened }: Found,
  grids: readonly Grid[],
  { mapping }: WrittenImport,
): WrittenMapping | null | 'faulty' {
  if (mapping !== undefined) return readMapping(mapping, terminal);
  const forms = opened.policies.flatMap(({ words }) => words.form ?? []);
  return guessMapping(grids, registryOf(ledger), forms);
}

const withYear = (mapping: WrittenMapping, year: number | undefined): WrittenMapping =>
  year === undefined ? mapping : { ...mapping, tables: mapping.tables.map((table) => ({ ...table, year })) };

function keepMapping(path: string, named: string, mapping: WrittenMapping, { out }: Terminal): number {
  if (statSync(path, { throwIfNoEntry: false }))
    throw new Usage(`${named} 已经存在,不会覆盖。`, `${named} is there already and is not written over.`);
  writeFileSync(path, mappingText(mapping), { flag: 'wx' });
  out(
    `对照文件已写入 ${named}。改好后运行 tongbao import … --mapping ${named}。\nThe mapping is in ${named}; mend it, then run tongbao import … --mapping ${named}.\n`,
  );
  return EXIT.clean;
}

/** What the check would find with the new files; whatever is wrong without them is not theirs. */
const examining =
  ({ withFiles }: Opened) =>
  (files: readonly NewFile[]) =>
    files.length === 0 ? [] : withFiles(files.map(({ file, text }) => ({ path: file, text }))).findings;

interface Asked {
  readonly file: string;
  readonly options: WrittenImport;
  readonly report: string | null;
}

function finish(setting: ImportSetting, { opened }: Found, imported: Imported, { file, options, report }: Asked): number {
  const { terminal, format, root } = setting;
  const mayWrite = options.write === true && imported.faults.length === 0;
  const failed = mayWrite
    ? writeNew(
        root,
        imported.files.map(({ file: path, text }) => ({ path, text })),
      )
    : null;
  const told: Told = { file, guessed: options.mapping === undefined, written: mayWrite && failed === null, closed: closedTo(opened) };
  terminal.out(format === 'json' ? importJson(imported, told) : importText(imported, told, paintFor(terminal)));
  if (report !== null) writeFileSync(report, importCsv(imported));
  if (failed !== null)
    terminal.err(
      `写到 ${failed.file} 时出错(${failed.reason}),已写入 ${failed.written} 个完整的文件。排除故障后用同样的命令再运行一次,会接着写完。\n` +
        `Writing ${failed.file} failed (${failed.reason}); ${failed.written} whole files were written. Mend that and run the same command again: it goes on where this one stopped.\n`,
    );
  const isClean = failed === null && imported.faults.length === 0 && imported.rows.every((row) => !['partly', 'refused'].includes(fateOf(row)));
  return isClean ? EXIT.clean : EXIT.findings;
}

/** The last day that a bulletin closed; they stand in the order of their last days. */
const closedTo = ({ bulletins }: Opened): string | null => bulletins.at(-1)?.period.to ?? null;
