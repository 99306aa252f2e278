/** Reads a root once: the ledger, the ordinances in use, what is wrong, and the texts to show it in. */
import packageJson from '../../package.json' with { type: 'json' };
import { checkAppeals } from '../bulletin/appeals.ts';
import { checkBulletins } from '../bulletin/checks.ts';
import { shapeFile } from '../ledger/files.ts';
import type { Shaped } from '../ledger/shape.ts';
import { type Finding, inReadingOrder } from '../model/finding.ts';
import type { Place } from '../model/place.ts';
import { openRepository, type Repository } from '../policy/repository.ts';
import { lineFinder } from '../source/lines.ts';
import { parse } from '../source/parse.ts';
import { heldToHistory } from './approvals.ts';
import { readValues } from './cache.ts';
import { dayAt } from './clock.ts';
import { readToShow, type Source } from './disk.ts';
import { type Trails, trailsUnder } from './trails.ts';

export interface Opened extends Repository {
  readonly root: string;
  /** What Git knows of the way of a submission, by its file. Asked for when it is wanted. */
  readonly trailOf: Trails;
  /** The text of a file, for excerpts; null where there is none to show. Read when it is asked for. */
  readonly textOf: (file: string) => string | null;
  /** The line, from 1, of what stands at a place; 1 where there is no text. */
  readonly lineOf: (place: Place) => number;
  /** Remembers what was read for the next time. It takes a moment for large ledgers: call it after telling the user. */
  readonly keep: () => void;
  /** What every file says, as it was written. */
  readonly values: ReadonlyMap<string, unknown>;
  /** The same root as if these files lay there too. Nothing is written. */
  readonly withFiles: (files: Iterable<Source>) => Repository;
}

/** What the values of unchanged files depend on: ourselves and the parsers. */
const VERSION = ['tongbao', packageJson.version, 'js-yaml', packageJson.dependencies['js-yaml'], 'yaml', packageJson.dependencies.yaml].join(' ');

/** What the files under a root say, path → content, before they are a ledger; and what is wrong with single ones. */
export interface RootRead {
  readonly values: ReadonlyMap<string, unknown>;
  readonly findings: readonly Finding[];
  readonly keep: () => void;
}

/** Reads the files under `root`, those that have not changed from the cache. */
export function readRoot(root: string, now: number = Date.now()): RootRead {
  const { values, findings, keep } = readValues<unknown>(root, { version: VERSION, parse: contentOf, now });
  return { values: new Map(values.map(({ path, value }) => [path, value])), findings, keep };
}

/** Opens the ledger and the ordinances under `root`, a folder that has `data/` and `policies/`. Faults of what is written are findings; it never throws for them. */
export function openRoot(root: string, now: number = Date.now()): Opened {
  const { values, findings, keep } = readRoot(root, now);
  const trailOf = trailsUnder(root);
  const repository = heldToHistory(openRepository(values, findings), values, trailOf);
  const textOf = remembering((file: string) => readToShow(root, file));
  return {
    ...repository,
    findings: withBulletins(repository, now),
    root,
    trailOf,
    textOf,
    lineOf: linesIn((file) => readToShow(root, file)),
    keep,
    values,
    withFiles: (files) => withFiles({ values, findings, trailOf }, files),
  };
}

/** What is written anew was approved by nobody: it stands as its record says. */
function withFiles({ values, findings, trailOf }: Pick<RootRead, 'values' | 'findings'> & { trailOf: Trails }, files: Iterable<Source>): Repository {
  const read = [...files].map(({ path, text }) => ({ path, ...contentOf(path, text) }));
  const added = new Map(read.map(({ path, value }) => [path, value] as const));
  const all = new Map([...values, ...[...added].filter(([, value]) => value !== undefined)]);
  const repository = openRepository(all, [...findings, ...read.flatMap((one) => one.findings)]);
  return heldToHistory(repository, all, (file) => (added.has(file) ? { state: 'unknown', why: 'uncommitted' } : trailOf(file)));
}

/** The findings of a repository, those of its bulletins among them, which depend on the day. */
export function withBulletins(repository: Repository, now: number): readonly Finding[] {
  const { ledger } = repository;
  const ofBulletins =
    ledger === null ? [] : [...checkBulletins(repository, dayAt(now, ledger.site.timeZone)), ...checkAppeals({ ...repository, ledger })];
  return ofBulletins.length === 0 ? repository.findings : inReadingOrder([...repository.findings, ...ofBulletins]);
}

/** What a file says, held against its schema where it is a record. */
function contentOf(file: string, text: string): Shaped<unknown> {
  const { value, findings } = parse(file, text);
  if (value === undefined) return { value, findings };
  const shaped = shapeFile(file, value);
  return findings.length === 0 ? shaped : { value: shaped.value, findings: [...findings, ...shaped.findings] };
}

/** Credits of one record ask for the same line again and again, those of a register for many lines of one text. */
export function linesIn(textOf: (file: string) => string | null): Opened['lineOf'] {
  const finders = remembering((file: string) => {
    const text = textOf(file);
    return text === null ? () => 1 : remembering(lineFinder(text), (path) => JSON.stringify(path));
  });
  return ({ file, path }) => finders(file)(path);
}

function remembering<K, V>(find: (key: K) => V, nameOf: (key: K) => unknown = (key) => key): (key: K) => V {
  const found = new Map<unknown, V>();
  return (key) => {
    const name = nameOf(key);
    if (!found.has(name)) found.set(name, find(key));
    return found.get(name) as V;
  };
}
