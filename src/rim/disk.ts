/** What lies on the disk under a root: `data/` and `policies/`. Synchronous, because that is four times faster for many small files. */
import { closeSync, constants, type Dirent, fstatSync, lstatSync, openSync, readdirSync, readFileSync, readSync, type Stats } from 'node:fs';
import type { Finding, SourceFault } from '../model/finding.ts';
import { byCodeUnit } from '../model/order.ts';
import { decode } from '../source/decode.ts';
import { faultOfFile, faultOfFolder, isWanted, namesAlike, recordNamesIn } from './layout.ts';

/** A file that is read: its path relative to the root, with `/`, and its text. */
export interface Source {
  readonly path: string;
  readonly text: string;
}

export interface Sources {
  /** In the order of the code units of their paths, whatever the file system. */
  readonly sources: readonly Source[];
  readonly findings: readonly Finding[];
}

/** The files that should be read, not yet read. */
export interface Listing {
  readonly paths: readonly string[];
  readonly findings: readonly Finding[];
}

/** No file that a person writes comes near it; a film or a database that was copied here by mistake does. */
export const SIZE_LIMIT = 1_048_576;
/** A bulletin holds the whole journal of its period: a quarter of a million bytes for a thousand credits. */
const BULLETIN_LIMIT = 32 * SIZE_LIMIT;
const limitOf = (path: string): number => (path.startsWith('data/bulletins/') ? BULLETIN_LIMIT : SIZE_LIMIT);

/** Reads everything that the ledger and the ordinances are made of. What cannot be read is a finding; links are never followed. */
export function readSources(root: string): Sources {
  const { paths, findings } = listSources(root);
  const read = paths.map(sourceReader(root));
  return {
    sources: read.flatMap(({ path, text }) => (text === undefined ? [] : [{ path, text }])),
    findings: [...findings, ...read.flatMap((source) => source.findings)],
  };
}

/** Lists what `readSources` reads, with the findings about names, links and what does not belong there. */
export function listSources(root: string): Listing {
  const listing = { paths: [] as string[], findings: [] as Finding[] };
  for (const folder of ['data', 'policies']) {
    const missing = faultOfTop(root, folder);
    if (missing === null) walk(root, folder, listing);
    else listing.findings.push({ at: { file: folder, path: [] }, ...missing });
  }
  listing.findings.push(...namesAlike(listing.paths, listing.findings));
  return listing;
}

/** What came of one file; no text if it cannot be used. */
export interface Read {
  readonly path: string;
  readonly text: string | undefined;
  readonly findings: readonly Finding[];
  /** What the disk said of the file before it was read. */
  readonly stats?: Stats;
}

/** A reader of the listed files under `root`. It keeps one buffer for all of them and never follows a link. */
export function sourceReader(root: string): (path: string) => Read {
  let buffer = new Uint8Array(SIZE_LIMIT);
  return (path) => {
    try {
      const limit = limitOf(path);
      if (limit > buffer.length) buffer = new Uint8Array(limit);
      const { stats, filled } = fill(buffer, `${root}/${path}`);
      if (stats.size > limit) return refused(path, { code: 'source/too-large', bytes: stats.size, limit });
      const { text, findings } = decode(path, buffer.subarray(0, filled));
      return { path, text, findings, stats };
    } catch (error) {
      return refused(path, { code: 'source/unreadable', detail: reasonOf(error) });
    }
  };
}

/** Reads a file into `buffer` unless it is too large for it. To open it once costs less than to look first and then open. */
function fill(buffer: Uint8Array, file: string): { stats: Stats; filled: number } {
  const descriptor = openSync(file, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
  try {
    const stats = fstatSync(descriptor);
    const wanted = stats.size > buffer.length ? 0 : stats.size;
    let filled = 0;
    for (let count = -1; filled < wanted && count !== 0; filled += count) count = readSync(descriptor, buffer, filled, wanted - filled, filled);
    return { stats, filled };
  } finally {
    closeSync(descriptor);
  }
}

/** The text to show a finding in, wrong bytes replaced; null where there is none to show: a folder, a link, a file that is large or gone. */
export function readToShow(root: string, path: string): string | null {
  const stats = statOf(root, path);
  if (stats === null || !stats.isFile() || stats.size > limitOf(path)) return null;
  try {
    return readFileSync(`${root}/${path}`, 'utf8');
  } catch {
    return null;
  }
}

/** Plain joining: `path.join` would cost as much again as the look at the disk. */
export function statOf(root: string, path: string): Stats | null {
  return lstatSync(`${root}/${path}`, { throwIfNoEntry: false }) ?? null;
}

const refused = (file: string, fault: SourceFault): Read => ({ path: file, text: undefined, findings: [{ at: { file, path: [] }, ...fault }] });

function faultOfTop(root: string, folder: string): SourceFault | null {
  const stats = statOf(root, folder);
  if (stats === null) return { code: 'source/missing-file' };
  return stats.isSymbolicLink() ? { code: 'source/symbolic-link' } : null;
}

interface Growing {
  readonly paths: string[];
  readonly findings: Finding[];
}

function walk(root: string, folder: string, listing: Growing): void {
  const isRecordName = recordNamesIn(folder);
  for (const entry of entriesOf(root, folder, listing)) {
    const path = `${folder}/${entry.name}`;
    if (isRecordName(entry.name) && entry.isFile()) listing.paths.push(path);
    else if (!entry.name.startsWith('.')) visit(root, path, entry, listing);
  }
}

function visit(root: string, path: string, entry: Dirent, listing: Growing): void {
  const fault = faultOfEntry(entry, path);
  if (fault !== null) listing.findings.push({ at: { file: path, path: [] }, ...fault });
  else if (entry.isDirectory()) walk(root, path, listing);
  else if (isWanted(path)) listing.paths.push(path);
}

/** Sorted so that walking them gives whole paths in the order of code units: a folder's name goes on with a slash. */
function entriesOf(root: string, folder: string, { findings }: Growing): Dirent[] {
  try {
    const entries = readdirSync(`${root}/${folder}`, { withFileTypes: true });
    return entries.sort((a, b) => byCodeUnit(sortName(a), sortName(b)));
  } catch (error) {
    findings.push({ at: { file: folder, path: [] }, code: 'source/unreadable', detail: reasonOf(error) });
    return [];
  }
}

const sortName = (entry: Dirent): string => (entry.isDirectory() ? `${entry.name}/` : entry.name);

function faultOfEntry(entry: Dirent, path: string): SourceFault | null {
  if (entry.isSymbolicLink()) return { code: 'source/symbolic-link' };
  if (entry.isDirectory()) return faultOfFolder(path);
  return entry.isFile() ? faultOfFile(path) : { code: 'source/unreadable', detail: 'not a file' };
}

const reasonOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? String(error);
