/** The command line run inside the test, with a terminal that remembers what it was told. */
import { main } from '../../src/cli/main.ts';
import type { Terminal } from '../../src/cli/terminal.ts';

export interface Told {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs `tongbao` with these arguments. */
export const run = (...argv: string[]): Promise<Told> => runIn({}, ...argv);

/** Runs `tongbao` in a terminal of one's own. */
export async function runIn(terminal: Partial<Terminal>, ...argv: string[]): Promise<Told> {
  const told = { out: '', err: '' };
  const code = await main(argv, {
    out: (text) => {
      told.out += text;
    },
    err: (text) => {
      told.err += text;
    },
    environment: {},
    directory: process.cwd(),
    colour: false,
    ...terminal,
  });
  return { code, ...told };
}
