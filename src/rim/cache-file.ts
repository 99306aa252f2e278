/** The file that holds a cache: where it lies, how it is written at one stroke, and why a damaged one is as good as none. */
import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync, readdirSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { crc32 } from 'node:zlib';

export interface Kept<T> {
  readonly paths: readonly string[];
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

/** Where caches are kept: beside our package; where that cannot be written, in a folder for temporary files that is this user's alone. */
export const FOLDERS: readonly string[] = [
  fileURLToPath(new URL('../../node_modules/.cache/tongbao', import.meta.url)),
  join(tmpdir(), `tongbao-${process.getuid?.() ?? 'cache'}`),
];

/** What was kept for `root` under `version`; null if there is none, it is of another version, or it is damaged in any way. */
export function recall<T>(root: string, version: string, folders = FOLDERS): Kept<T> | null {
  for (const folder of folders) {
    const kept = attempt(() => recallFrom<T>(folder, root, version));
    if (kept !== null) return kept;
  }
  return null;
}

/** Writes the cache of `root` into the first folder that takes it. A cache that cannot be kept is no fault: the next run reads everything again. */
export function keep(root: string, version: string, contents: Contents, folders = FOLDERS): void {
  const body = bodyOf(contents);
  folders.some((folder) => attempt(() => keepIn(folder, root, version, body)) !== null);
}

function attempt<T>(act: () => T): T | null {
  try {
    return act();
  } catch {
    return null;
  }
}

function recallFrom<T>(folder: string, root: string, version: string): Kept<T> | null {
  if (!isOursAlone(folder)) return null;
  const bytes = readFileSync(fileFor(root, folder));
  const body = bytes.subarray(bytes.indexOf(LINE_FEED) + 1);
  return bytes.toString('utf8', 0, bytes.length - body.length) === headOf(root, version, body) ? contentsOf<T>(body) : null;
}

/** Written beside the old one and put in its place at one stroke, so that no reader ever sees half of it. */
function keepIn(folder: string, root: string, version: string, body: Buffer): true {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (!isOursAlone(folder)) throw new Error('another might slip us values');
  const file = fileFor(root, folder);
  const draft = `${file}.${process.pid}.tmp`;
  try {
    writeFileSync(draft, headOf(root, version, body), { mode: 0o600 });
    writeFileSync(draft, body, { flag: 'a' });
    renameSync(draft, file);
  } finally {
    rmSync(draft, { force: true });
  }
  return true;
}

/** Whether nobody else can write into `folder`. Where there are no user ids, the system keeps the folders of users apart. */
function isOursAlone(folder: string): boolean {
  const { uid, mode } = lstatSync(folder);
  return process.getuid === undefined || (uid === process.getuid() && (mode & 0o022) === 0);
}

/** Marks are written as they lie in memory, before the text: to write and read them as decimal digits takes longer than all the rest of a file's entry. */
function contentsOf<T>(body: Buffer): Kept<T> {
  const length = body.readUInt32LE(0);
  const marks = new Float64Array(new Uint8Array(body.subarray(4, 4 + length)).buffer);
  const { paths, values } = JSON.parse(body.toString('utf8', 4 + length)) as { paths: string[]; values: T[] };
  return { paths, indexOf: finder(paths), marks, values };
}

function bodyOf({ paths, marks, values }: Contents): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32LE(marks.byteLength);
  return Buffer.concat([length, new Uint8Array(marks.buffer, marks.byteOffset, marks.byteLength), Buffer.from(JSON.stringify({ paths, values }))]);
}

const LINE_FEED = 10;

/** Names what the body is good for, and the sum of its bytes. */
const headOf = (root: string, version: string, body: Uint8Array): string =>
  `${JSON.stringify(['tongbao cache 1', version, readersOwnCode(), realpathSync(root), body.length, crc32(body)])}\n`;

/** A digest of the code that turns texts into values: in a clone that is kept up to date it changes without a new version of the package. */
function readersOwnCode(): string {
  const digest = createHash('sha256');
  for (const stop of ['source', 'ledger', 'model']) {
    const folder = fileURLToPath(new URL(`../${stop}/`, import.meta.url));
    for (const name of readdirSync(folder, { encoding: 'utf8', recursive: true }).sort())
      if (name.endsWith('.ts')) digest.update(readFileSync(join(folder, name)));
  }
  return digest.digest('hex');
}

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

/** Where the cache of `root` is kept in `folder`. */
export const fileFor = (root: string, folder: string): string =>
  join(folder, `${createHash('sha256').update(realpathSync(root)).digest('hex').slice(0, 24)}.json`);
