/** The file that holds a cache: where it lies, how it is written at one stroke, and why a damaged one is as good as none. */
import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { crc32 } from 'node:zlib';

export interface Kept<T> {
  /** The index of a path in `values`, if it is there. */
  readonly indexOf: (path: string) => number | undefined;
  readonly marks: Float64Array;
  readonly values: readonly T[];
}

interface Contents {
  readonly paths: readonly string[];
  /** The marks of all paths in a row, equally many for each. */
  readonly marks: Float64Array;
  readonly values: readonly unknown[];
}

/** What was kept for `root` under `version`; null if there is none, it is of another version, or it is damaged in any way. */
export function recall<T>(root: string, version: string): Kept<T> | null {
  try {
    const bytes = readFileSync(fileFor(root));
    const body = bytes.subarray(bytes.indexOf(LINE_FEED) + 1);
    if (bytes.toString('utf8', 0, bytes.length - body.length) !== headOf(root, version, body)) return null;
    return contentsOf<T>(body);
  } catch {
    return null;
  }
}

/** Marks are written as they lie in memory, before the text: to write and read them as decimal digits takes longer than all the rest of a file's entry. */
function contentsOf<T>(body: Buffer): Kept<T> {
  const length = body.readUInt32LE(0);
  const marks = new Float64Array(new Uint8Array(body.subarray(4, 4 + length)).buffer);
  const { paths, values } = JSON.parse(body.toString('utf8', 4 + length)) as { paths: string[]; values: T[] };
  return { indexOf: finder(paths), marks, values };
}

function bodyOf({ paths, marks, values }: Contents): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32LE(marks.byteLength);
  return Buffer.concat([length, new Uint8Array(marks.buffer, marks.byteOffset, marks.byteLength), Buffer.from(JSON.stringify({ paths, values }))]);
}

/** Writes the cache of `root`; beside the old one first, so that no reader ever sees half of it. Does nothing where it may not write. */
export function keep(root: string, version: string, contents: Contents): void {
  try {
    const file = fileFor(root);
    const draft = `${file}.${process.pid}.tmp`;
    const body = bodyOf(contents);
    writeFileSync(draft, headOf(root, version, body), { mode: 0o600 });
    writeFileSync(draft, body, { flag: 'a' });
    replace(draft, file);
  } catch {
    // A cache that cannot be kept is no fault: the next run reads everything again.
  }
}

function replace(draft: string, file: string): void {
  try {
    renameSync(draft, file);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

const LINE_FEED = 10;

/** Names what the body is good for, and the sum of its bytes. */
const headOf = (root: string, version: string, body: Uint8Array): string =>
  `${JSON.stringify(['tongbao cache 1', version, realpathSync(root), body.length, crc32(body)])}\n`;

/** Paths are kept in the order in which they are asked for: mostly the next one is wanted. */
function finder(paths: readonly string[]): (path: string) => number | undefined {
  let next = 0;
  let index: Map<string, number> | null = null;
  return (path) => {
    if (paths[next] === path) return next++;
    index ??= new Map(paths.map((one, at) => [one, at]));
    const at = index.get(path);
    if (at !== undefined) next = at + 1;
    return at;
  };
}

/** Where the cache of `root` is kept. */
export const fileFor = (root: string): string => join(folder(), `${createHash('sha256').update(realpathSync(root)).digest('hex').slice(0, 24)}.json`);

/** Beside our package; else a folder for temporary files that belongs to this user alone, lest another slip us values. */
function folder(): string {
  try {
    return made(fileURLToPath(new URL('../../node_modules/.cache/tongbao/', import.meta.url)));
  } catch {
    const own = made(join(tmpdir(), `tongbao-${process.getuid?.() ?? 'cache'}`));
    const { uid, mode } = lstatSync(own);
    if (process.getuid !== undefined && (uid !== process.getuid() || (mode & 0o077) !== 0)) throw new Error('not ours alone');
    return own;
  }
}

function made(path: string): string {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  return path;
}
