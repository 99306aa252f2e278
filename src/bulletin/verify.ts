/**
 * 核验: whether every issued bulletin still is what was issued, whether it followed from the records of its day, and what the records say of it now.
 * Everything comes from three sides that know nothing of each other: the file as it lies there, what Git remembers of it, and a new computation.
 */
import { hashOf, type Issued, sealOf } from '../ledger/bulletins.ts';
import { idOf } from '../ledger/files.ts';
import { shape } from '../ledger/shape.ts';
import { type Cause, WrittenBulletin } from '../ledger/written/bulletin.ts';
import { byCodeUnit } from '../model/order.ts';
import { type Period, parsePeriod } from '../model/period.ts';
import { placeOf } from '../model/place.ts';
import type { Tampering, Unknown, Unproved, Verdict } from '../model/verification.ts';
import { parse } from '../source/parse.ts';
import { differencesBetween, isSame } from './differences.ts';

/** A bulletin's file, as it lies there and as it was issued. */
export interface Held {
  readonly file: string;
  /** Null where the file is gone. */
  readonly now: string | null;
  readonly origin: Origin;
}

/** Where a bulletin comes from, as far as Git can tell. */
export type Origin =
  | OriginKnown
  | { readonly state: 'uncommitted'; readonly withdrawn: readonly string[] }
  | { readonly state: 'unknown'; readonly why: Unknown };

export interface OriginKnown {
  readonly state: 'issued';
  /** The commit that brought it to the line of HEAD: the merge of its pull request. */
  readonly commit: string;
  /** What it said then. */
  readonly text: string;
  /** Commits that edited the document between the proposal and the signing, where history tells both apart. */
  readonly edits: readonly string[];
  /** Commits that changed or deleted it afterwards, earliest first; null for changes that are not committed. */
  readonly later: readonly (string | null)[];
  /** Commits that took back an earlier issue of the same period. */
  readonly withdrawn: readonly string[];
}

/** A bulletin made anew from the records as a commit has them. */
export interface Attempt {
  readonly commit: string;
  readonly written: WrittenBulletin;
}

/** What the caller can find out, each asked only where it matters. */
export interface Proof {
  /** The version of this program. */
  readonly program: string;
  /** Makes the bulletin anew: from the records at the commit that issued it, then from those of earlier commits that have the files it rests on. */
  readonly attempts: (bulletin: WrittenBulletin, commit: string) => Iterable<Attempt>;
  /** Of a commit named as a cause: the files that it touched, and null where there is no such commit. */
  readonly touchedBy: (commit: string) => ReadonlySet<string> | null;
  /** The corrections of what was published, from the bulletins issued since and from the records of today. */
  readonly corrections: readonly Correction[];
}

/** A credit that corrects what a bulletin published. */
export interface Correction {
  /** The bulletin that closed the days which it corrects. */
  readonly corrects: string;
  /** The bulletin in which it was published; null while it waits for the next. */
  readonly published: string | null;
  readonly unit: string;
  /** Written decimal, with what else than 积分 it counts in. */
  readonly points: string;
  readonly ledger: string;
  readonly clause: string | null;
  readonly item: string | null;
  readonly causes: readonly Cause[];
}

export interface Verified {
  /** The key of its period. */
  readonly id: string;
  readonly verdict: Verdict;
  readonly origin: Origin;
  /** The commit whose records gave the same figures; null where none was tried or none did. */
  readonly computedFrom: string | null;
  readonly tampering: readonly Tampering[];
  readonly unproved: readonly Unproved[];
  readonly corrections: readonly Correction[];
}

export interface Verification {
  /** In the order of their last days; of those that end on one day, the shorter first. */
  readonly bulletins: readonly Verified[];
  /** Bulletins that were taken back and that no other rests on. */
  readonly withdrawn: readonly { readonly id: string; readonly by: string | null }[];
}

/** A bulletin's file with what it says; null where it is gone or says nothing that makes sense. */
interface Read extends Held {
  readonly id: string;
  readonly written: WrittenBulletin | null;
}

/** The bulletins that stand, in order, as they were issued, whatever became of their files since. */
export function asIssued(held: readonly Held[]): Issued[] {
  const all = readAll(held);
  const citing = citationsIn(all);
  return all
    .filter((one) => !isWithdrawn(one, citing))
    .flatMap(({ id, file, origin, written }) => {
      const period = parsePeriod(id);
      const content = origin.state === 'issued' ? writtenIn(file, origin.text) : written;
      return content === null || period === null ? [] : [{ id, at: placeOf(file), period, written: content }];
    });
}

const readAll = (held: readonly Held[]): Read[] =>
  held.map((one): Read => ({ ...one, id: idOf(one.file), written: writtenIn(one.file, one.now) })).sort(byEnd);

const isWithdrawn = ({ id, now }: Read, citing: ReadonlyMap<string, unknown>): boolean => now === null && !citing.has(id);

/** Verifies all bulletins, of which each is held against the others; those named in `wanted`, if any are, are told. */
export function verify(held: readonly Held[], proof: Proof, wanted: readonly string[] = []): Verification {
  const all = readAll(held);
  const citing = citationsIn(all);
  const asked = all.filter(({ id }) => wanted.length === 0 || wanted.includes(id));
  return {
    bulletins: asked.filter((one) => !isWithdrawn(one, citing)).map((one) => verified(one, citing.get(one.id) ?? [], all, proof)),
    withdrawn: asked.filter((one) => isWithdrawn(one, citing)).map(({ id, origin }) => ({ id, by: lastOf(origin) })),
  };
}

const lastOf = (origin: Origin): string | null => (origin.state === 'issued' ? (origin.later.at(-1) ?? null) : null);

/** What a text says, if it is a bulletin. */
export function writtenIn(file: string, text: string | null): WrittenBulletin | null {
  const { value } = text === null ? { value: undefined } : parse(file, text);
  return value === undefined ? null : (shape(WrittenBulletin, value, placeOf(file)).value ?? null);
}

const byEnd = (a: Read, b: Read): number => {
  const [one, other] = [parsePeriod(a.id), parsePeriod(b.id)];
  return byCodeUnit(one?.to ?? '', other?.to ?? '') || byCodeUnit(other?.from ?? '', one?.from ?? '') || byCodeUnit(a.id, b.id);
};

/** Who rests on a bulletin, and on what content of it. */
interface Citation {
  readonly by: string;
  readonly sha256: string;
}

function citationsIn(all: readonly Read[]): ReadonlyMap<string, Citation[]> {
  const citing = new Map<string, Citation[]>();
  for (const { id, written } of all) {
    const on = written?.evidence.rests_on;
    if (on) citing.set(on.bulletin, [...(citing.get(on.bulletin) ?? []), { by: id, sha256: on.sha256 }]);
  }
  return citing;
}

function verified(one: Read, citing: readonly Citation[], all: readonly Read[], proof: Proof): Verified {
  const tampering = [...textTampering(one, citing)];
  const then = issuedContent(one);
  const recomputed = then === null ? NOTHING : recompute(then.written, then.commit, proof);
  const causes = one.written === null ? NOTHING : falseCauses(one.written, one.origin, proof);
  const unproved = [...unprovedOf(one), ...recomputed.unproved, ...causes.unproved];
  const found = [...tampering, ...recomputed.tampering, ...causes.tampering];
  const corrections = correctionsOf(one.id, all, proof.corrections);
  return {
    id: one.id,
    verdict: verdictOf(found, unproved, corrections),
    origin: one.origin,
    computedFrom: recomputed.from,
    tampering: found,
    unproved,
    corrections,
  };
}

function verdictOf(tampering: readonly Tampering[], unproved: readonly Unproved[], corrections: readonly Correction[]): Verdict {
  if (tampering.length > 0) return 'tampered';
  if (unproved.length > 0) return 'unverified';
  return corrections.length > 0 ? 'corrected' : 'identical';
}

/** What the file shows by itself, beside what was issued, and beside what those that rest on it remember. */
function* textTampering({ id, file, now, origin, written }: Read, citing: readonly Citation[]): Generator<Tampering> {
  if (now === null) {
    yield { code: 'deleted', by: origin.state === 'issued' ? origin.later : [], cited: citing.map(({ by }) => by) };
    return;
  }
  if (origin.state === 'issued' && origin.text !== now)
    yield { code: 'changed', by: origin.later, changes: differencesBetween(contentOf(file, origin.text), contentOf(file, now)) };
  if (written === null) {
    if (origin.state === 'issued' && origin.text !== now) yield { code: 'unreadable' };
    return;
  }
  if (written.period !== id) yield { code: 'misnamed', period: written.period };
  if (sealOf(written) !== written.seal) yield { code: 'seal-broken' };
  const contradicting = citing.filter(({ sha256 }) => sha256 !== hashOf(written)).map(({ by }) => by);
  if (contradicting.length > 0) yield { code: 'chain-broken', cited: contradicting };
}

/** A text that is no YAML differs as a whole. */
const contentOf = (file: string, text: string): unknown => parse(file, text).value ?? text;

function issuedContent({ file, origin }: Read): { written: WrittenBulletin; commit: string } | null {
  if (origin.state !== 'issued') return null;
  const written = writtenIn(file, origin.text);
  return written && { written, commit: origin.commit };
}

function* unprovedOf({ now, origin, written }: Read): Generator<Unproved> {
  if (now !== null && written === null && !(origin.state === 'issued' && origin.text !== now)) yield { code: 'not-understood' };
  if (origin.state === 'uncommitted') yield { code: 'uncommitted' };
  if (origin.state === 'unknown') yield origin.why;
}

interface Judged {
  readonly from: string | null;
  readonly tampering: readonly Tampering[];
  readonly unproved: readonly Unproved[];
}

const NOTHING: Judged = { from: null, tampering: [], unproved: [] };

/** Whether what was issued follows from the records as they were then. */
function recompute(issued: WrittenBulletin, commit: string, { program, attempts }: Proof): Judged {
  const wanted = computedPart(issued);
  let first: Attempt | null = null;
  for (const attempt of attempts(issued, commit)) {
    if (isSame(wanted, computedPart(attempt.written))) return { ...NOTHING, from: attempt.commit };
    first ??= attempt;
  }
  if (first === null) return { ...NOTHING, unproved: [{ code: 'no-records', commit }] };
  const changes = differencesBetween(computedPart(first.written), wanted);
  const version = issued.evidence.program;
  return version === program
    ? { ...NOTHING, tampering: [{ code: 'not-reproduced', commit: first.commit, changes }] }
    : { ...NOTHING, unproved: [{ code: 'other-program', version, commit: first.commit, changes }] };
}

/** What a computation decides: not what the office wrote, nor the version, nor the commits of causes, which are looked up by themselves. */
export function computedPart({ period, published, evidence, credits }: WrittenBulletin): unknown {
  const { program: _program, ...rests } = evidence;
  return {
    period,
    published: { ...published, corrections: published.corrections.map((one) => ({ ...one, causes: withoutCommits(one.causes) })) },
    evidence: rests,
    credits: credits.map(({ reason, ...credit }) => ({
      ...credit,
      reason: 'causes' in reason ? { ...reason, causes: withoutCommits(causesIn(reason)) } : reason,
    })),
  };
}

const withoutCommits = (causes: readonly Cause[]): unknown[] => causes.map(({ commit: _commit, ...cause }) => cause);

/** The seal vouches for the form of a reason: this program wrote it. */
const causesIn = (reason: object): readonly Cause[] => ('causes' in reason && Array.isArray(reason.causes) ? (reason.causes as Cause[]) : []);

/** Every commit that is named as a cause has to be there, and to have touched the file. */
function falseCauses({ published, credits }: WrittenBulletin, origin: Origin, { touchedBy }: Proof): Judged {
  if (origin.state !== 'issued') return NOTHING;
  const causes = [...published.corrections.flatMap((one) => one.causes), ...credits.flatMap(({ reason }) => causesIn(reason))];
  const named = new Map(causes.flatMap(({ commit, file }) => (commit && file ? [[`${commit} ${file}`, { commit, file }] as const] : [])));
  const judged = [...named.values()].map((cause) => ({ cause, touched: touchedBy(cause.commit) }));
  return {
    from: null,
    tampering: judged.flatMap(({ cause, touched }) => (touched === null || touched.has(cause.file) ? [] : [{ code: 'false-cause', ...cause }])),
    unproved: judged.flatMap(({ cause, touched }) => (touched === null ? [{ code: 'unknown-commit', ...cause }] : [])),
  };
}

/** What corrects the figures of a bulletin: of its days, and not in it already, as a quarter's has what its months corrected. */
function correctionsOf(id: string, all: readonly Read[], corrections: readonly Correction[]): Correction[] {
  const place = (of: string): number => all.findIndex((one) => one.id === of);
  return corrections.filter(
    ({ corrects, published }) => (corrects === id || isWithin(corrects, id)) && (published === null || place(published) > place(id)),
  );
}

function isWithin(inner: string, outer: string): boolean {
  const [one, other] = [parsePeriod(inner), parsePeriod(outer)] as [Period | null, Period | null];
  return one !== null && other !== null && other.from <= one.from && one.to <= other.to;
}
