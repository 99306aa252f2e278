/** Running one tool of the test command: its output is shown as it comes and kept for the summary. */
import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';

const BINARIES = join(import.meta.dirname, '../../node_modules/.bin');

/** How a tool ended. `code` is null if it could not be started or was killed. */
export interface Ending {
  readonly code: number | null;
  readonly output: string;
  readonly seconds: number;
}

/** Our own Node.js first, and nobody is told that we are here. */
const environment = (): NodeJS.ProcessEnv => ({
  ...process.env,
  PATH: `${BINARIES}${delimiter}${process.env.PATH ?? ''}`,
  ASTRO_TELEMETRY_DISABLED: '1',
  ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' }),
});

/** Runs `command` (a binary of node_modules, or `node`) and shows what it prints. Never rejects: a tool that cannot start has ended badly. */
export function run(command: string, args: readonly string[]): Promise<Ending> {
  const begun = performance.now();
  const program = command === 'node' ? process.execPath : join(BINARIES, command);
  return new Promise((resolve) => {
    const child = spawn(program, args, { env: environment(), stdio: ['ignore', 'pipe', 'pipe'] });
    const said: string[] = [];
    const end = (code: number | null): void => resolve({ code, output: said.join(''), seconds: (performance.now() - begun) / 1000 });
    const hear = (chunk: string): void => {
      said.push(chunk);
      process.stdout.write(chunk);
    };
    child.stdout.setEncoding('utf8').on('data', hear);
    child.stderr.setEncoding('utf8').on('data', hear);
    child.on('error', (error) => {
      said.push(error.message);
      end(null);
    });
    child.on('close', end);
  });
}
