/**
 * What the files of the last build showed, so that a page that would show the same is left as it is. The digest of a page covers everything that it
 * is handed and the frame around it; what else decides its bytes (code, packages, address) is the `version` under which the digests are kept.
 * A digest is believed only while the very file that was written then lies in its place: whatever was interrupted, moved or edited is made anew.
 */
import { createHash } from 'node:crypto';
import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { keep, recall } from './cache-file.ts';

/** One build. Files are named by their paths from the start of the site. */
export interface Building {
  /** The digests of what was shown last time; empty for a build from nothing. */
  readonly before: ReadonlyMap<string, string>;
  /** Those of this time. */
  readonly now: Map<string, string>;
  /** The files that show the same, and are not written again. */
  readonly kept: Set<string>;
}

export const building = (before: Building['before']): Building => ({ before, now: new Map(), kept: new Set() });

/** Astro loads the pages as a bundle of its own in the same process, so that a module variable would not reach them. */
const BUILDING = Symbol.for('tongbao.building');
type Holder = { [BUILDING]?: Building | null };

/** Leaves the build that begins for the pages; null where none is to be remembered. */
export function begin(one: Building | null): void {
  (globalThis as Holder)[BUILDING] = one;
}

export const digestOf = (shown: unknown): string => createHash('sha256').update(JSON.stringify(shown)).digest('base64');

/** Whether a file has to be written: not where the last build has one that showed the same. `show` is only asked if there is something to compare with. */
export async function isNews(show: () => Shown | Promise<Shown>): Promise<boolean> {
  const one = (globalThis as Holder)[BUILDING];
  if (!one || one.before.size === 0) return true;
  const { file, shows } = await show();
  const digest = digestOf(shows);
  if (one.before.get(file) !== digest) return true;
  one.kept.add(file);
  one.now.set(file, digest);
  return false;
}

/** A file, and everything that its content is made of besides code. */
export interface Shown {
  readonly file: string;
  readonly shows: unknown;
}

/** Notes what a file that is being written shows. */
export function note({ file, shows }: Shown): void {
  (globalThis as Holder)[BUILDING]?.now.set(file, digestOf(shows));
}

/** The digests of what the files in `folder` show, as far as they are the files that were written then. */
export function shownIn(folder: string, version: string, caches?: readonly string[]): Map<string, string> {
  const known = recall<string>(folder, version, caches);
  if (known === null) return new Map();
  const { values, marks, paths } = known;
  const isTheSame = (file: string, index: number): boolean => marksOf(folder, file)?.every((mark, at) => mark === marks[index * MARKS + at]) ?? false;
  return new Map(paths.flatMap((file, index): [string, string][] => (isTheSame(file, index) ? [[file, values[index] as string]] : [])));
}

/** Remembers what the files in `folder` show. */
export function keepShown(folder: string, version: string, shown: ReadonlyMap<string, string>, caches?: readonly string[]): void {
  const files = [...shown].flatMap(([file, digest]) => {
    const marks = marksOf(folder, file);
    return marks === null ? [] : [{ file, digest, marks }];
  });
  keep(
    folder,
    version,
    {
      paths: files.map(({ file }) => file),
      marks: Float64Array.from(files.flatMap(({ marks }) => marks)),
      values: files.map(({ digest }) => digest),
    },
    caches,
  );
}

const MARKS = 4;

/** What tells a file from any other that might stand in its place; null where there is none. */
function marksOf(folder: string, file: string): readonly number[] | null {
  const stats = lstatSync(join(folder, file), { throwIfNoEntry: false });
  return stats?.isFile() ? [stats.size, stats.mtimeMs, stats.ctimeMs, stats.ino] : null;
}
