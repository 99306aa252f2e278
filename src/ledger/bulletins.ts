/** 通报: the bulletins that were issued, in order, and whether each still is what was issued. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { addDays, type Day, later } from '../model/day.ts';
import type { Fault, Finding } from '../model/finding.ts';
import { byCodeUnit } from '../model/order.ts';
import { byEnd, type Period, parsePeriod } from '../model/period.ts';
import { type Place, placeOf } from '../model/place.ts';
import { isUsable } from './draft.ts';
import { idOf, isBulletin } from './files.ts';
import { shape } from './shape.ts';
import type { WrittenBulletin } from './written/bulletin.ts';
import { type Cadence, type Wording, WrittenBulletinSettings } from './written/wording.ts';

/** A bulletin that was issued. */
export interface Issued {
  /** The key of its period, which is the name of its file. */
  readonly id: string;
  readonly at: Place;
  readonly period: Period;
  readonly written: WrittenBulletin;
}

/** How the office issues its bulletins. */
export interface BulletinSettings {
  /** Null: as the ordinance says. */
  readonly issues: readonly Cadence[] | null;
  /** Null: the last period that is over. */
  readonly first: Period | null;
  readonly work: string;
  /** Who issues and signs them; null: the organisation. */
  readonly office: string | null;
  /** A template; null where documents get no number. */
  readonly number: string | null;
  readonly to: string | null;
  readonly copies: string | null;
  /** 附注, under the signature. */
  readonly remark: string | null;
  readonly weakest: boolean;
  readonly notable: readonly string[];
  readonly wording: Readonly<Partial<Record<Cadence, Wording>>>;
}

export interface Bulletins {
  readonly settings: BulletinSettings;
  /** The usable ones, in the order of their last days; of those that end on one day, the shorter first. */
  readonly issued: readonly Issued[];
  readonly findings: readonly Finding[];
}

export const SETTINGS_FILE = 'data/bulletins.yaml';

/** The bulletins among `values` (path → content, held against the schema), with everything that is wrong with them. */
export function openBulletins(values: ReadonlyMap<string, unknown>): Bulletins {
  const settings = shape(WrittenBulletinSettings, values.get(SETTINGS_FILE) ?? {}, placeOf(SETTINGS_FILE));
  const all = [...values].filter(([file]) => isBulletin(file)).map(([file, value]) => issuedIn(file, value as WrittenBulletin));
  const findings: Finding[] = [...settings.findings];
  const issued: Issued[] = [];
  for (const bulletin of all.sort((a, b) => byEnd(a.period, b.period))) {
    const own = [...faultsOf(bulletin, issued)].map((fault) => ({ at: bulletin.at, ...fault }));
    findings.push(...own);
    if (isUsable(own)) issued.push(bulletin);
  }
  return { settings: decideSettings(settings.value ?? {}), issued, findings };
}

const issuedIn = (file: string, written: WrittenBulletin): Issued => ({
  id: idOf(file),
  at: placeOf(file),
  period: parsePeriod(written.period) as Period,
  written,
});

function decideSettings({
  issues,
  first,
  work,
  office,
  number,
  to,
  copies,
  remark,
  weakest,
  notable,
  wording,
}: WrittenBulletinSettings): BulletinSettings {
  return {
    issues: issues ?? null,
    first: first === undefined ? null : parsePeriod(first),
    work: work ?? '信息宣传工作',
    office: office ?? null,
    number: number ?? null,
    to: to ?? null,
    copies: copies ?? null,
    remark: remark ?? null,
    weakest: weakest ?? false,
    notable: notable ?? [],
    wording: wording ?? {},
  };
}

/** What is wrong with a bulletin by itself and beside the usable ones before it. */
function* faultsOf(bulletin: Issued, before: readonly Issued[]): Generator<Fault> {
  const { id, period, written } = bulletin;
  if (written.period !== id) yield { code: 'bulletin/file-is-not-period', period: written.period };
  if (sealOf(written) !== written.seal) yield { code: 'bulletin/seal-broken' };
  for (const other of before) if (overlapsInPart(period, other.period)) yield { code: 'bulletin/overlap', other: other.id };
  yield* closedTwice(bulletin, before);
  yield* brokenChain(bulletin, before);
  yield* gapBefore(bulletin, before);
}

function* brokenChain({ written: { evidence } }: Issued, before: readonly Issued[]): Generator<Fault> {
  const base = evidence.rests_on;
  if (base === undefined) return;
  const found = before.find(({ id }) => id === base.bulletin);
  if (!found) yield { code: 'bulletin/rests-on-missing', on: base.bulletin };
  else if (hashOf(found.written) !== base.sha256) yield { code: 'bulletin/chain-broken', on: base.bulletin };
}

function* closedTwice({ written }: Issued, before: readonly Issued[]): Generator<Fault> {
  const own = written.evidence.closes;
  if (own === undefined) return;
  for (const { id, written: other } of before) {
    const { closes } = other.evidence;
    if (closes === undefined) continue;
    const from = later((own.from ?? closes.from ?? closes.to) as Day, (closes.from ?? own.from ?? closes.to) as Day);
    if (from <= closes.to) yield { code: 'bulletin/closed-twice', other: id, from, to: closes.to };
  }
}

/** Days that no bulletin covers, between what was closed before and the first day of this one. */
function* gapBefore({ period }: Issued, before: readonly Issued[]): Generator<Fault> {
  const end = before.reduce<Issued | null>((last, one) => (last === null || one.period.to > last.period.to ? one : last), null);
  if (end === null) return;
  const from = addDays(end.period.to, 1);
  if (from < period.from) yield { code: 'bulletin/gap', before: end.id, from, to: addDays(period.from, -1) };
}

/** Whether two periods share days and neither contains the other. */
export const overlapsInPart = (a: Period, b: Period): boolean => a.from <= b.to && b.from <= a.to && !contained(a, b) && !contained(b, a);

const contained = (inner: Period, outer: Period): boolean => outer.from <= inner.from && inner.to <= outer.to;

/** The hash of what nobody may change: everything but the document and the seal itself. */
export const sealOf = ({ document: _document, seal: _seal, ...sealed }: Omit<WrittenBulletin, 'seal'> & { seal?: string }): string => digest(sealed);

/** The hash of a whole bulletin, as the next one names it. */
export const hashOf = (written: WrittenBulletin): string => digest(written);

/** SHA-256 of a value in JSON with its keys in order, so that neither the order nor the look of a file matters. */
const digest = (value: unknown): string => hashOfText(JSON.stringify(inKeyOrder(value)));

/** SHA-256 of a text in UTF-8, in hexadecimal: what `sha256sum` says of a file. */
export const hashOfText = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));

function inKeyOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inKeyOrder);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return Object.fromEntries(entries.sort(([a], [b]) => byCodeUnit(a, b)).map(([key, inner]) => [key, inKeyOrder(inner)]));
}
