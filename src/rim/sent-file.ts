/** 已发送: which reminders were sent, one id a line, in order. */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { byCodeUnit } from '../model/order.ts';

/** Where it is kept what was sent. */
export interface Memory {
  readonly known: ReadonlySet<string>;
  /** Adds to what is known. Where it fails, it throws a `MemoryFault`. */
  keep(ids: readonly string[]): void;
}

/** Why it cannot be known, or not be kept, what was sent. */
export class MemoryFault extends Error {
  readonly code: 'unreadable' | 'unwritable' | 'no-git' | 'no-repository' | 'checked-out' | 'unreachable' | 'unpushed' | 'contended';

  constructor(code: MemoryFault['code'], detail: string) {
    super(detail);
    this.code = code;
  }
}

export const idsIn = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

export const textOf = (ids: Iterable<string>): string =>
  [...new Set(ids)]
    .sort(byCodeUnit)
    .map((id) => `${id}\n`)
    .join('');

/** What was sent, in a file. One that does not exist yet knows nothing. */
export function memoryFile(file: string): Memory {
  const known = new Set(idsIn(readText(file)));
  return {
    known,
    keep: (ids) => {
      for (const id of ids) known.add(id);
      writeAtOnce(file, textOf(known));
    },
  };
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw new MemoryFault('unreadable', codeOf(error));
  }
}

/** Beside it first and then in its place: a machine that stops in between leaves the old one. */
function writeAtOnce(file: string, text: string): void {
  try {
    writeFileSync(`${file}.new`, text);
    renameSync(`${file}.new`, file);
  } catch (error) {
    throw new MemoryFault('unwritable', codeOf(error));
  }
}

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? String(error);
