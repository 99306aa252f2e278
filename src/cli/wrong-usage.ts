/** Commander's complaints in our words. */
import type { CommanderError } from 'commander';
import { Usage } from './usage.ts';

type Teller = (named: string) => Usage;

const TELLERS: Readonly<Record<string, Teller>> = {
  'commander.unknownCommand': (named) => new Usage(`没有“${named}”这个命令。`, `There is no command “${named}”.`),
  'commander.unknownOption': (named) => new Usage(`没有“${named}”这个选项。`, `There is no option “${named}”.`),
  'commander.missingArgument': (named) => new Usage(`缺少参数 <${named}>。`, `The argument <${named}> is missing.`),
  'commander.optionMissingArgument': (named) => new Usage(`选项“${named}”后面要写内容。`, `The option “${named}” wants a value.`),
  'commander.missingMandatoryOptionValue': (named) => new Usage(`缺少必填的选项“${named}”。`, `The option “${named}” is needed.`),
  'commander.help': () => new Usage('命令没有写完,后面还要写是哪一种。', 'The command is not complete: say which kind.'),
  'commander.excessArguments': () =>
    new Usage('参数太多了;含空格的名称请加引号。', 'There are too many arguments; put a name with spaces in quotes.'),
};

/** What was wrong with the command line; help that was asked for is passed on as it is. */
export function wrongUsage(error: CommanderError): Error {
  const named = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  const { suggestion } = /Did you mean (?:one of )?(?<suggestion>[^?)]+)/.exec(error.message)?.groups ?? {};
  if (error.exitCode === 0) return error;
  const told = TELLERS[error.code]?.(named) ?? new Usage(`用法不对:${error.message}`, `Wrong usage: ${error.message}`);
  if (suggestion === undefined) return told;
  return new Usage(`${told.said.zh}是不是“${suggestion}”?`, `${told.said.en} Did you mean “${suggestion}”?`);
}
