/** An account of an import: text for people, JSON for programs, CSV for the office, which goes through it row by row. */
import { stringify } from 'csv-stringify/browser/esm/sync';
import { escapedForCsv } from '../filing/sheet/csv.ts';
import type { ImportFault } from '../filing/sheet/faults.ts';
import type { RowPlan } from '../filing/sheet/plan.ts';
import type { At } from '../filing/sheet/reading.ts';
import { fateOf, type Imported, ROW_FATES, type Totals, totalsOf } from '../filing/sheet/run.ts';
import { type UnknownName, unknownNames } from '../filing/sheet/unknown.ts';
import { yamlOf } from '../filing/yaml.ts';
import type { Fault } from '../model/finding.ts';
import { FATES, importWords, RECORDS, REGISTERS } from '../words/import.ts';
import { listed } from '../words/speech.ts';
import { type Paint, PLAIN } from './paint.ts';

/** How it was asked for, as far as the account has to say so. */
export interface Told {
  readonly file: string;
  readonly guessed: boolean;
  readonly written: boolean;
  /** The last day that a bulletin closed; null where none was issued. */
  readonly closed: string | null;
}

type Fact = At<ImportFault | Fault>;

const faultsOf = ({ outcomes }: RowPlan): Fact[] => outcomes.flatMap(({ faults }) => faults);
const notesOf = ({ outcomes }: RowPlan): Fact[] => outcomes.flatMap(({ notes }) => notes);

export function importText(imported: Imported, told: Told, paint: Paint = PLAIN): string {
  return [
    mappingText(imported, told),
    ...imported.faults.map((fault) => factText({ cell: told.file, fault }, 'error', paint)),
    ...together(imported.rows.flatMap(faultsOf)).map((fact) => factText(fact, 'error', paint)),
    ...together(imported.rows.flatMap(notesOf)).map((fact) => factText(fact, 'warning', paint)),
    ...snippets(unknownNames(imported.rows)),
    totalsText(totalsOf(imported.rows), imported, told),
  ].join('\n');
}

/** The mapping first, so that nobody takes numbers for true that came out of the wrong column. */
function mappingText({ mapping, sheets, unread }: Imported, { file, guessed }: Told): string {
  const head = guessed
    ? '按列标题推测的对照,请先核对;不对时用 --write-mapping 存成文件,改好后用 --mapping 导入。\nGuessed from the headings: check it first. If it is wrong, store it with --write-mapping, mend it, and import with --mapping.'
    : '对照文件 The mapping:';
  const about = sheets.map(({ name, headings, unused, hiddenRows }) => {
    const left = unused.length === 0 ? '' : `;未用的列 columns not used:${unused.join('、')}`;
    const hidden = hiddenRows === 0 ? '' : `;${hiddenRows} 个隐藏的行照样读取 hidden rows, read like all others`;
    return `  ${name ?? file}:第 ${headings} 行是列标题 headings in row ${headings}${left}${hidden}\n`;
  });
  const skipped = unread.length === 0 ? '' : `  没有读的工作表 sheets not read:${unread.map((name) => name ?? file).join('、')}\n`;
  return `${printable(file)}\n${head}\n\n${indented(yamlOf(mapping))}\n${about.map(printable).join('')}${printable(skipped)}`;
}

const indented = (text: string): string => text.replace(/^(?=.)/gm, '    ');

function factText({ cell, fault }: Fact, severity: 'error' | 'warning', paint: Paint): string {
  const { zh, en } = importWords(fault);
  return `${paint.strong(printable(cell))}  ${paint[severity](fault.code)}\n${printable(`  ${zh.what}${zh.remedy}\n  ${en.what} ${en.remedy}`)}\n`;
}

/** The same fault of several cells is told once: one outlet that nobody registered may stand in hundreds. */
function together(facts: readonly Fact[]): Fact[] {
  const cells = new Map<string, { fault: Fact['fault']; cells: string[] }>();
  for (const { cell, fault } of facts) {
    const key = JSON.stringify(fault);
    const same = cells.get(key);
    if (same) same.cells.push(cell);
    else cells.set(key, { fault, cells: [cell] });
  }
  return [...cells.values()].map(({ fault, cells: own }) => ({ cell: own.length === 1 ? (own[0] as string) : listed(own, FEW).zh, fault }));
}

/** Cells that are named; the report has all of them. */
const FEW = 6;

/** Cells may hold what moves a cursor or turns a line around. */
const printable = (text: string): string => text.replace(/[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069]/gu, '\ufffd');

/** What to paste into a register. Nothing is made up: what only the office knows is left open, so that the check asks for it. */
function snippets(names: readonly UnknownName[]): string[] {
  if (names.length === 0) return [];
  const about =
    '登记之后再导入一次,这些行就会补上。是已登记的,加为别名(aliases);是新的,把下面的片段补全后贴进文件。\nOnce these are registered, import again and the rows come in. What is registered under another name gets an alias; what is new is pasted and completed.';
  return [
    `${about}\n`,
    ...(['unit', 'person', 'outlet'] as const).flatMap((to) => {
      const own = names.filter((name) => name.to === to);
      return own.length === 0 ? [] : [`# ${REGISTERS[to]}\n${own.map(snippetOf).join('')}`];
    }),
  ];
}

function snippetOf({ to, named, nearest, rows, unit }: UnknownName): string {
  const entry = { unit: { name: named, class: '' }, person: { name: named, unit: unit ?? '' }, outlet: { name: named, level: '未定', channel: '' } }[
    to
  ];
  const near = nearest === null ? '' : ` · 最接近 nearest: ${nearest}`;
  return printable(`  # ${rows} 行 rows${near}\n  - id:\n${yamlOf(entry).replaceAll(/^/gm, '    ').trimEnd()}\n`);
}

function totalsText(totals: Totals, { files }: Imported, { written, closed }: Told): string {
  const rows = ROW_FATES.filter((fate) => totals.rows[fate] > 0).map((fate) => `${FATES[fate].zh} ${FATES[fate].en} ${totals.rows[fate]}`);
  const records = (Object.keys(RECORDS) as (keyof typeof RECORDS)[]).map((folder) => {
    const { new: fresh, there, refused } = totals.records[folder];
    return `  ${RECORDS[folder].zh} ${RECORDS[folder].en}: 新增 new ${fresh}, 已有 there ${there}, 未导入 refused ${refused}\n`;
  });
  const early = closed === null ? 0 : files.filter(({ on }) => on <= closed).length;
  const late =
    early === 0
      ? ''
      : `其中 ${early} 条的日期在已发通报的周期内(至 ${closed}),会作为补记列入下一期通报。\n${early} of them fall into periods that bulletins have closed (to ${closed}) and become corrections of the next one.\n`;
  return `共 ${totals.rows.all} 行 rows = ${rows.join(' + ')}\n${records.join('')}${late}${closing(files.length, written)}`;
}

function closing(files: number, written: boolean): string {
  if (written)
    return `已写入 ${files} 个文件。请运行 tongbao check,核对后提交。 Written: ${files} files. Run tongbao check, look them over and commit.\n`;
  return files === 0
    ? '没有要写入的记录。 There is nothing to write.\n'
    : `以上是试运行,什么也没有写。要写入 ${files} 个文件,加 --write 再运行一次。\nThis was a trial; nothing was written. Run it again with --write to write ${files} files.\n`;
}

export function importJson(imported: Imported, told: Told): string {
  const { mapping, sheets, unread, faults, rows, files } = imported;
  const value = {
    file: told.file,
    guessed: told.guessed,
    written: told.written,
    mapping,
    sheets,
    unread,
    faults: faults.map((fault) => factJson({ cell: told.file, fault })),
    totals: totalsOf(rows),
    unknown: unknownNames(rows),
    files: files.map(({ file }) => file),
    rows: rows.map(rowJson),
  };
  return `${JSON.stringify(value, null, 2)}\n`;
}

const rowJson = (plan: RowPlan) => ({
  sheet: plan.row.sheet,
  row: plan.row.row,
  fate: fateOf(plan),
  says: plan.row.says,
  records: plan.outcomes.map(({ folder, fate, file, faults, notes }) => ({
    folder,
    fate,
    file,
    faults: faults.map(factJson),
    notes: notes.map(factJson),
  })),
});

function factJson({ cell, fault }: Fact) {
  const { code, ...facts } = fault;
  const { zh, en } = importWords(fault);
  return { cell, code, facts, zh, en };
}

const HEADS = ['工作表', '行', '结果', '内容', '记录', '单元格', '原因', '代码'];
/** How every such account begins. */
export const REPORT_HEAD = `\ufeff${HEADS.join(',')}`;

/** A line for every row of the spreadsheet, blank ones and headings too, so that the numbers can be counted again. */
export function importCsv({ rows }: Imported): string {
  const lines = rows.map((plan) => {
    const facts = [...faultsOf(plan), ...notesOf(plan)];
    return [
      plan.row.sheet ?? '',
      plan.row.row,
      FATES[fateOf(plan)].zh,
      plan.row.says,
      plan.outcomes.flatMap(({ file, fate }) => (file === null ? [] : [`${FATES[fate].zh} ${file}`])).join('\n'),
      facts.map(({ cell }) => cell).join('\n'),
      facts.map(({ fault }) => `${importWords(fault).zh.what}${importWords(fault).zh.remedy}`).join('\n'),
      facts.map(({ fault }) => fault.code).join('\n'),
    ];
  });
  const cells = [HEADS, ...lines];
  return stringify(
    cells.map((line) => line.map((cell) => (typeof cell === 'string' ? escapedForCsv(cell) : cell))),
    { bom: true, record_delimiter: 'windows', quoted_match: /[\r\n]/ },
  );
}
