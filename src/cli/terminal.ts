/** The terminal that the command line talks to; tests give it another. */
import { createInterface } from 'node:readline';
import { styleText } from 'node:util';
import { type Paint, PLAIN } from '../export/paint.ts';
import { Usage } from './usage.ts';

export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The current directory, absolute. */
  readonly directory: string;
  /** Asks and waits for a line; absent where nobody is there to answer. */
  readonly ask?: (question: string) => Promise<string>;
  /** Whether what goes out is coloured. */
  readonly colour: boolean;
}

/** The terminal of this process. A pipe that is closed at the other end is no error: `tongbao check | head` ends in peace. */
export function processTerminal(): Terminal {
  for (const stream of [process.stdout, process.stderr]) {
    if (stream.listeners('error').includes(forgiveClosedPipe)) continue;
    stream.on('error', forgiveClosedPipe);
  }
  return {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    environment: process.env,
    directory: process.cwd(),
    colour: process.stdout.isTTY === true && !process.env.NO_COLOR,
    ...(process.stdin.isTTY === true ? { ask: asking(process.stdin, process.stderr) } : {}),
  };
}

/** Asks on `output` and waits for one line of `input`. The end of the input (Ctrl+D) is no answer, and ends the command. */
export const asking =
  (input: NodeJS.ReadableStream, output: NodeJS.WritableStream): NonNullable<Terminal['ask']> =>
  (question) =>
    new Promise((answered, refuse) => {
      const lines = createInterface({ input, output });
      lines.once('close', () => refuse(new Usage('没有回答,什么也没有写。', 'No answer; nothing was written.')));
      lines.question(question, (answer) => {
        answered(answer);
        lines.close();
      });
    });

function forgiveClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}

const style =
  (format: Parameters<typeof styleText>[0]) =>
  (text: string): string =>
    styleText(format, text, { validateStream: false });

const COLOURED: Paint = { strong: style('bold'), faint: style('dim'), error: style('red'), warning: style('yellow') };

export const paintFor = ({ colour }: Terminal): Paint => (colour ? COLOURED : PLAIN);
