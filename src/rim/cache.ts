/**
 * Values of files that have not changed since they were last read. Below ten thousand files reading again is as fast.
 *
 * A file counts as unchanged while its size, inode, and times of change of content and of inode are what they were. A file changed less
 * than three seconds before it was read is not kept, since a later change might carry the same times (Git calls such files racy).
 * `git ls-files` with `git status` was measured too: as fast, but blind outside a work tree, and misled by `assume-unchanged`.
 */
import type { Stats } from 'node:fs';
import type { Finding } from '../model/finding.ts';
import { type Kept, keep, recall } from './cache-file.ts';
import { listSources, type Read, sourceReader, statOf } from './disk.ts';

/** How the caller makes a value of a text. `T` is what JSON can carry. */
export interface Reading<T> {
  /** Names everything that the value depends on besides the text: package, schema. Another version never sees the values of this one. */
  readonly version: string;
  readonly parse: (path: string, text: string) => { readonly value: T | undefined; readonly findings: readonly Finding[] };
  /** Files from which on the cache is used; ten thousand unless given. */
  readonly from?: number;
  /** Folders to keep the cache in, the first that can be written. */
  readonly folders?: readonly string[];
  /** The time, in milliseconds since 1970. */
  readonly now: number;
}

export interface Values<T> {
  /** In the order of the code units of the paths. */
  readonly values: readonly { readonly path: string; readonly value: T }[];
  readonly findings: readonly Finding[];
  /** How many of the values came from the cache. */
  readonly remembered: number;
  /** Writes the cache if much has changed. It takes a moment: call it after telling the user. Never throws. */
  readonly keep: () => void;
}

const FROM = 10_000;
/** Files so young are not kept, in milliseconds; the coarsest clock of a file system in use ticks every two seconds. */
const UNSURE = 3_000;
/** The share of files that must have changed before it pays to write the cache again. */
const STALE = 0.02;

/** Reads all sources under `root` and makes values of them, from the cache where a file is unchanged. Findings are never cached: who has one is read again. */
export function readValues<T>(root: string, reading: Reading<T>): Values<T> {
  const { paths, findings } = listSources(root);
  const worthwhile = paths.length >= (reading.from ?? FROM);
  const kept = worthwhile ? recall<T>(root, reading.version, reading.folders) : null;
  const made = paths.map(kept === null ? makerOf(root, reading) : rememberer(root, reading, kept));
  return {
    ...gathered(made, findings),
    keep: () => {
      if (worthwhile && made.filter(isNews).length > paths.length * STALE)
        keep(root, reading.version, keepable(made, kept, reading.now), reading.folders);
    },
  };
}

/** Whether the cache lacks a value that it might have. */
const isNews = ({ index, value, findings }: Made<unknown>): boolean => index === null && value !== undefined && findings.length === 0;

function gathered<T>(made: readonly Made<T>[], listed: readonly Finding[]): Omit<Values<T>, 'keep'> {
  const values: { path: string; value: T }[] = [];
  const findings = [...listed];
  let remembered = 0;
  for (const one of made) {
    if (one.value !== undefined) values.push({ path: one.path, value: one.value });
    if (one.findings.length > 0) findings.push(...one.findings);
    if (one.index !== null) remembered++;
  }
  return { values, findings, remembered };
}

interface Made<T> {
  readonly path: string;
  readonly value: T | undefined;
  readonly findings: readonly Finding[];
  /** Of a file that was read. */
  readonly marks: Marks | null;
  /** Where the cache has it; null if it was read. */
  readonly index: number | null;
}

function makerOf<T>(root: string, { parse }: Reading<T>): (path: string) => Made<T> {
  const read = sourceReader(root);
  return (path) => made(read(path), parse);
}

function made<T>({ path, text, findings, stats }: Read, parse: Reading<T>['parse']): Made<T> {
  const marks = stats === undefined ? null : marksOf(stats);
  if (text === undefined) return { path, value: undefined, findings, marks, index: null };
  const parsed = parse(path, text);
  return { path, value: parsed.value, findings: findings.length === 0 ? parsed.findings : [...findings, ...parsed.findings], marks, index: null };
}

const NONE: readonly Finding[] = [];

function rememberer<T>(root: string, reading: Reading<T>, kept: Kept<T>): (path: string) => Made<T> {
  const make = makerOf(root, reading);
  return (path) => {
    const index = kept.indexOf(path);
    if (index === undefined) return make(path);
    return isUnchanged(statOf(root, path), kept.marks, index * MARKS)
      ? { path, value: kept.values[index], findings: NONE, marks: null, index }
      : make(path);
  };
}

/** What is remembered of a file: times of change of content and of inode, size, inode. */
type Marks = readonly [mtimeMs: number, ctimeMs: number, size: number, ino: number];
const MARKS = 4;
const marksOf = ({ mtimeMs, ctimeMs, size, ino }: Stats): Marks => [mtimeMs, ctimeMs, size, ino];

const isUnchanged = (stats: Stats | null, marks: Float64Array, at: number): boolean =>
  stats !== null && marks[at] === stats.mtimeMs && marks[at + 1] === stats.ctimeMs && marks[at + 2] === stats.size && marks[at + 3] === stats.ino;

function keepable<T>(all: readonly Made<T>[], kept: Kept<T> | null, now: number) {
  const sure = all.filter((one) => one.index !== null || (isNews(one) && one.marks !== null && isOld(one.marks, now)));
  return {
    paths: sure.map(({ path }) => path),
    marks: Float64Array.from(sure.flatMap(({ marks, index }) => marks ?? marksAt(kept, index ?? 0))),
    values: sure.map(({ value }) => value),
  };
}

const marksAt = <T>(kept: Kept<T> | null, index: number): number[] => Array.from(kept?.marks.subarray(index * MARKS, (index + 1) * MARKS) ?? []);

const isOld = ([mtimeMs, ctimeMs]: Marks, now: number): boolean => Math.max(mtimeMs, ctimeMs) < now - UNSURE;
