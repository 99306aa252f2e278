/** 拟稿: the bulletin of a period, as it is proposed. A function of its inputs alone: made twice it is the same, and made later for any past period too. */
import { type BulletinSettings, hashOf as hashOfBulletin, type Issued, sealOf } from '../ledger/bulletins.ts';
import type { WrittenBulletin } from '../ledger/written/bulletin.ts';
import { addDays, type Day } from '../model/day.ts';
import { byEnd, contains, type Period } from '../model/period.ts';
import type { Ledger } from '../model/records.ts';
import type { Policy } from '../policy/policy.ts';
import { type Journal, keepJournal } from '../scoring/journal.ts';
import { appealsBehind } from './appeals.ts';
import { keepBook } from './book.ts';
import { locked } from './credits.ts';
import { type DocumentWishes, documentFor } from './document.ts';
import { type Behind, type CommitOf, causesFrom, changesSince, filesOf, type HashOf, knownFiles } from './evidence.ts';
import { hiddenFrom } from './hidden.ts';
import { publishedOf } from './published.ts';

/** What a bulletin is made of. */
export interface Sources {
  readonly ledger: Ledger;
  readonly policies: readonly Policy[];
  readonly bulletins: readonly Issued[];
  readonly bulletinSettings: BulletinSettings;
  readonly hashOf: HashOf;
  readonly commitOf: CommitOf;
  /** The version of this program. */
  readonly program: string;
}

/** The bulletin of `period`. `wishes` are what the office has written or wants otherwise. The period has to be over and to have an ordinance: `readiness` knows. */
export function proposeBulletin(period: Period, sources: Sources, wishes: DocumentWishes = {}): WrittenBulletin {
  const { ledger, policies, bulletinSettings: settings } = sources;
  const base = baseOf(period, sources.bulletins);
  const files = filesOf(ledger, policies);
  const bookOf = (day: Day): Journal => bookAsOf(day, base.issued, sources, files);
  const journal = bookOf(period.to);
  const published = publishedOf(period, { ledger, journal }, { settings, issued: base.issued, bookOf: ({ to }) => bookOf(to) });
  const hidden = hiddenFrom(ledger);
  const { closes } = base;
  const closing = closes === null ? [] : journal.credits.filter(({ on }) => (closes.from === undefined || on >= closes.from) && on <= closes.to);
  const draft = {
    period: period.key,
    document: documentFor(period, published, { ledger, settings, bulletins: sources.bulletins }, wishes),
    published,
    evidence: {
      program: sources.program,
      ...(closes === null ? {} : { closes }),
      ...(base.restsOn === null ? {} : { rests_on: { bulletin: base.restsOn.id, sha256: hashOfBulletin(base.restsOn.written) } }),
      ...filesBehind(period, journal, base.issued, files, sources.hashOf),
    },
    credits: closing.map((credit) => locked(credit, hidden(credit))),
  };
  return { ...draft, seal: sealOf(draft) };
}

/** The book of record as of a day, with the causes of its corrections. */
export function bookAsOf(
  day: Day,
  issued: readonly Issued[],
  { ledger, policies, hashOf, commitOf }: Pick<Sources, 'ledger' | 'policies' | 'hashOf' | 'commitOf'>,
  files: readonly Behind[] = filesOf(ledger, policies),
): Journal {
  const last = issued.map(({ written: { evidence } }) => evidence.closes?.to ?? '').reduce((a, b) => (a > b ? a : b), '');
  const causes = causesFrom(() => changesSince(issued, last as Day, files, hashOf), commitOf, appealsBehind(ledger, issued));
  return keepBook(keepJournal(ledger, policies, day), issued, causes);
}

interface Base {
  /** The bulletins whose figures stand. */
  readonly issued: readonly Issued[];
  /** The one that had closed the last of these days. */
  readonly restsOn: Issued | null;
  /** The days that the new one closes; null where others have closed them. */
  readonly closes: { readonly from?: Day; readonly to: Day } | null;
}

/** What the bulletin of `period` rests on, whichever others were issued after it. */
export function baseOf(period: Period, all: readonly Issued[]): Base {
  const others = all.filter(({ id }) => id !== period.key);
  const closer = others.find(({ written: { evidence } }) => evidence.closes && closesDay(evidence.closes, period.to)) ?? null;
  const issued = others.filter((other) => other === closer || byEnd(other.period, period) < 0);
  if (closer !== null) return { issued, restsOn: closer, closes: null };
  const restsOn = issued.findLast(({ written: { evidence } }) => evidence.closes !== undefined) ?? null;
  const last = restsOn?.written.evidence.closes?.to as Day | undefined;
  return { issued, restsOn, closes: last === undefined ? { to: period.to } : { from: addDays(last, 1), to: period.to } };
}

const closesDay = ({ from, to }: NonNullable<WrittenBulletin['evidence']['closes']>, day: Day): boolean =>
  (from === undefined || from <= day) && day <= to;

/** Hashes of every file behind the figures: of the period, of its credits, and of earlier days where the bulletins so far know it otherwise. */
function filesBehind(period: Period, { credits }: Journal, issued: readonly Issued[], files: readonly Behind[], hashOf: HashOf) {
  const known = knownFiles(issued);
  const named = new Set(credits.filter(({ on }) => contains(period, on)).map(({ at }) => at.file));
  const behind = files.flatMap(({ file, on }): [string, string][] => {
    if (on !== null && on > period.to) return [];
    const hash = hashOf(file);
    const isBehind = on === null || contains(period, on) || named.has(file) || known.get(file) !== hash;
    return hash !== null && isBehind ? [[file, hash]] : [];
  });
  const there = new Set(files.map(({ file }) => file));
  return { files: Object.fromEntries(behind), gone: [...known.keys()].filter((file) => !there.has(file)).sort() };
}
