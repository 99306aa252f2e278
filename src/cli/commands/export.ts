/** `tongbao export`: the ledger as a spreadsheet for the office. It holds what is not public, so it goes where the user says and nowhere else. */
import { existsSync, statSync, writeFileSync } from 'node:fs';
import { dirname, extname, resolve, sep } from 'node:path';
import { ledgerCsv, ledgerXlsx } from '../../export/ledger-table.ts';
import { ledgerTable } from '../../filing/sheet/table.ts';
import type { Period } from '../../model/period.ts';
import { open, type Setting } from '../setting.ts';
import type { Terminal } from '../terminal.ts';
import { EXIT, Usage } from '../usage.ts';
import { readMapping } from './mapping.ts';

export interface WrittenExport {
  readonly mapping?: string;
  readonly public?: true;
  readonly force?: true;
}

export async function exportCommand(setting: Setting<'text'>, file: string, period: Period | null, options: WrittenExport): Promise<number> {
  const { terminal, root } = setting;
  const path = resolve(terminal.directory, file);
  refusePlace(path, file, root, options);
  const mapping = options.mapping === undefined ? null : readMapping(options.mapping, terminal);
  const found = mapping === 'faulty' ? null : open(setting);
  if (found === null || mapping === 'faulty') return EXIT.findings;
  const { ledger, opened } = found;
  const written = (one: string) => opened.values.get(one) as Readonly<Record<string, unknown>>;
  const table = ledgerTable({ ledger, written, period, openly: options.public === true, mapping });
  writeFileSync(path, extname(path) === '.csv' ? ledgerCsv(table) : await ledgerXlsx(table, ledger.site.organisation, found.asOf));
  tell(file, table, options, terminal);
  return EXIT.clean;
}

const KINDS = ['.xlsx', '.csv'];

/** What lies in dist/ is published; what is there already is somebody's. */
function refusePlace(path: string, named: string, root: string, { public: openly, force }: WrittenExport): void {
  if (!KINDS.includes(extname(path))) throw new Usage(`${named} 要以 .xlsx 或 .csv 结尾。`, `${named} has to end in .xlsx or .csv.`);
  if (!openly && path.split(sep).includes('dist'))
    throw new Usage(
      '导出的表有不公开的内容,不能写到 dist/(那里会发布);请换一个地方,或用 --public 只导出公开的。',
      'The table holds what is not public and must not go to dist/, which is published; name another place, or leave it out with --public.',
    );
  if (!openly && ['data', 'policies', 'public', 'src'].some((folder) => path.startsWith(resolve(root, folder) + sep)))
    throw new Usage(
      `请不要导出到 ${dirname(named)}/ 里:那里的文件会进入仓库或网站。`,
      `Do not export into ${dirname(named)}/: its files end up in the repository or on the site.`,
    );
  if (!existsSync(dirname(path))) throw new Usage(`没有文件夹 ${dirname(named)}。`, `There is no folder ${dirname(named)}.`);
  if (existsSync(path) && (!force || !statSync(path).isFile()))
    throw new Usage(`${named} 已经存在;要覆盖,请加 --force。`, `${named} is there already; give --force to write over it.`);
}

function tell(file: string, { rows, left }: ReturnType<typeof ledgerTable>, { public: openly }: WrittenExport, { out }: Terminal): void {
  out(`${file}: ${rows.length} 行 rows\n`);
  if (!openly) out('含有不公开的内容,请勿外传。 It holds what is not public: do not pass it on.\n');
  const keys = [...left].map(([key, count]) => `${key} ${count}`).join(', ');
  if (left.size > 0 && !openly) out(`表中没有列出的内容(记录数),仍在原记录中:${keys}\nNot in the table, and still in the records: ${keys}\n`);
}
