/** New files written under a root: each is whole or not there at all, and none is written over another. */
import { linkSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Source } from './disk.ts';

/** What stopped the writing, and how many files were written before. */
export interface Stopped {
  readonly file: string;
  readonly reason: string;
  readonly written: number;
}

/** In their order: what others rest on comes first. What was written before a fault stays; it is whole, and the next run finds it there. */
export function writeNew(root: string, files: readonly Source[]): Stopped | null {
  for (const [written, { path, text }] of files.entries()) {
    try {
      writeOne(join(root, path), text);
    } catch (error) {
      return { file: path, reason: (error as NodeJS.ErrnoException).code ?? String(error), written };
    }
  }
  return null;
}

/** Under a name that no reader looks at, then under its own, unless that is taken by then. */
function writeOne(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  const draft = join(dirname(file), `.${basename(file)}.new`);
  try {
    writeFileSync(draft, text);
    linkSync(draft, file);
  } finally {
    rmSync(draft, { force: true });
  }
}
