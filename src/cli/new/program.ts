/** `tongbao new` and its kinds, as commander wants them: a command for every kind of record, an option for every key. */
import { type Command, Option } from 'commander';
import { type SchemaKind, titleOf } from '../../export/schemas.ts';
import { kindOf } from '../../filing/record.ts';
import type { RecordFolder } from '../../ledger/files.ts';
import type { Wish } from '../commands/new.ts';
import { FOLDERS, type Key, keysOf } from './keys.ts';

/** `start`: a command of the group, in both languages; `run`: what to do with what somebody wishes. */
export function addKinds(start: (name: string, summary: string) => Command, run: (wish: Wish) => Promise<void>): void {
  for (const folder of FOLDERS) addKind(start(kindOf(folder), titleFor(folder)), folder, run);
}

const titleFor = (folder: RecordFolder): string => titleOf(kindOf(folder) as SchemaKind);

function addKind(command: Command, folder: RecordFolder, run: (wish: Wish) => Promise<void>): void {
  const options = keysOf(folder).map((key) => ({ key: key.key, option: optionFor(key) }));
  for (const { option } of options) command.addOption(option);
  command
    .option('--id <id>', '编号,也是文件名;默认自动编排  id, which is the file name too; made by itself unless given')
    .option('--dry-run', '只显示,不写文件  write nothing')
    .action((written: Readonly<Record<string, unknown>>) => {
      const given = options.flatMap(({ key, option }) => {
        const told = written[option.attributeName()] as readonly string[] | true | undefined;
        return told === undefined ? [] : [[key, told === true ? ['是'] : told] as const];
      });
      return run({ folder, given: new Map(given), id: (written.id as string | undefined) ?? null, dry: written.dryRun === true });
    });
}

/** May be given several times: a list gets an entry for each. */
const optionFor = ({ flag, says: { zh, en }, isTruth }: Key): Option =>
  new Option(`${flag} ${isTruth ? '[是/否]' : '<…>'}`, `${zh}  ${en}`)
    .preset('是')
    .argParser((one: string, before: readonly string[] = []) => [...before, one]);
