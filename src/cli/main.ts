/** The command line. */
import { CommanderError } from 'commander';
import { programOf } from './program.ts';
import { processTerminal, type Terminal } from './terminal.ts';
import { EXIT, Usage } from './usage.ts';

/** Runs `tongbao` with its arguments and returns the exit code: 0 clean, 1 findings, 2 wrong usage. Never throws. */
export async function main(argv: readonly string[], terminal: Terminal = processTerminal()): Promise<number> {
  let code: number = EXIT.clean;
  try {
    const program = programOf(terminal, (ended) => {
      code = ended;
    });
    if (argv.length === 0) program.outputHelp();
    else await program.parseAsync(argv, { from: 'user' });
    return code;
  } catch (error) {
    return told(error, terminal);
  }
}

/** Tells what stopped a command. Help that was asked for stops it too, and is no fault. */
function told(error: unknown, { err, environment }: Terminal): number {
  if (error instanceof CommanderError) return EXIT.clean;
  if (error instanceof Usage) {
    err(`${error.said.zh}\n${error.said.en}\n用法见 tongbao --help。 See tongbao --help.\n`);
    return EXIT.usage;
  }
  const { message, stack = message } = error instanceof Error ? error : new Error(String(error));
  err(`抱歉,程序出了意外的问题:${message}\nSorry, something unexpected went wrong: ${message}\n`);
  err(environment.TONGBAO_DEBUG ? `${stack}\n` : '设置环境变量 TONGBAO_DEBUG=1 再运行,可以看到细节。 Run it with TONGBAO_DEBUG=1 to see details.\n');
  return EXIT.findings;
}
