/** The ledger and the ordinances as a commit has them. */
import { shapeFile } from '../ledger/files.ts';
import type { Finding } from '../model/finding.ts';
import { decode } from '../source/decode.ts';
import { parse } from '../source/parse.ts';
import { hashOfFile } from './bulletins.ts';
import { contentsOf, type History, treeAt } from './history.ts';
import { faultOfFile, isWanted } from './layout.ts';

/** What the files under a root said at a commit: path → content, records and bulletins held against their schemas; and what they were made of. */
export interface Snapshot {
  readonly commit: string;
  readonly values: ReadonlyMap<string, unknown>;
  readonly findings: readonly Finding[];
  /** The SHA-256 of a file's text; null where there is none. */
  readonly hashOf: (file: string) => string | null;
}

/** A file's content, made once however many commits have it. */
export interface Made {
  readonly hash: () => string | null;
  readonly value: unknown;
  readonly findings: readonly Finding[];
}

/** Reads commits. What they have in common is read and made once. */
export function snapshotsOf(history: History): (commit: string) => Snapshot {
  const made = new Map<string, Made>();
  const snapshots = new Map<string, Snapshot>();
  const take = (commit: string): Snapshot => {
    const files = [...treeAt(history, commit)].filter(([path]) => isRead(path)).map(([path, blob]) => ({ path, key: `${blob} ${path}`, blob }));
    const fresh = files.filter(({ key }) => !made.has(key));
    const contents = contentsOf(history, [...new Set(fresh.map(({ blob }) => blob))]);
    for (const { path, key, blob } of fresh) made.set(key, makeOf(path, contents.get(blob)));
    return snapshotIn(commit, new Map(files.map(({ path, key }) => [path, made.get(key) as Made])));
  };
  return (commit) => {
    const found = snapshots.get(commit) ?? take(commit);
    snapshots.set(commit, found);
    return found;
  };
}

/** As on the disk: what is hidden, misnamed or misplaced is not read. */
const isRead = (path: string): boolean => !path.includes('/.') && isWanted(path) && faultOfFile(path) === null;

/** The content of a file of these bytes; none where they are missing. */
export function makeOf(path: string, bytes: Buffer | undefined): Made {
  if (bytes === undefined) return { hash: () => null, value: undefined, findings: [{ at: { file: path, path: [] }, code: 'source/missing-file' }] };
  const { text, findings } = decode(path, bytes);
  if (text === undefined) return { hash: () => null, value: undefined, findings };
  const hash = once(() => hashOfFile(text));
  const parsed = parse(path, text);
  if (parsed.value === undefined) return { hash, value: undefined, findings: parsed.findings };
  const shaped = shapeFile(path, parsed.value);
  return { hash, value: shaped.value, findings: [...parsed.findings, ...shaped.findings] };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function snapshotIn(commit: string, made: ReadonlyMap<string, Made>): Snapshot {
  return {
    commit,
    values: new Map([...made].flatMap(([path, { value }]) => (value === undefined ? [] : [[path, value] as const]))),
    findings: [...made.values()].flatMap(({ findings }) => findings),
    hashOf: (file) => made.get(file)?.hash() ?? null,
  };
}
