/** 审核报告: what a proposal changes, what it does, what is doubtful, and who has to approve it. Facts; nothing here is a sentence about points. */
import type { Day } from '../model/day.ts';
import { isZero } from '../model/points.ts';
import type { Ledger } from '../model/records.ts';
import { type Credit, POINTS, type Reason } from '../scoring/credit.ts';
import type { Notice } from '../words/review.ts';
import type { Said } from '../words/speech.ts';
import { aboutIn } from './about.ts';
import { calledOf, calledWithin, mayShow, type Readers } from './called.ts';
import { type Card, cardsOf, type Sides } from './cards.ts';
import { type ChainNeeded, chainsOf } from './chains.ts';
import { changesIn, type FileChange, kindOf, type Touched } from './change.ts';
import { type Correction, closerOf, correctionsIn } from './closed.ts';
import { type Difference, differencesBetween, type Gain, gainsOf } from './credits.ts';
import { type Duplicate, duplicatesIn } from './duplicates.ts';
import { type BarChange, barChanges, type DutyChange, dutyChanges, type Movement, movementsOf } from './effects.ts';
import { type Judged, judge } from './findings.ts';
import { noticesOf, type Origin } from './notices.ts';
import { differencesIn, type EntryChange, entryChanges } from './registers.ts';
import { isScored, type Side } from './side.ts';

/** What is proposed: the files that differ, and whose work they are. */
export interface Proposal extends Origin {
  readonly touched: readonly Touched[];
}

/** A record without points, and why. */
export interface Silent {
  readonly clause: string | null;
  readonly reason: Reason;
}

/** A changed record, how it is called, and what it does. */
export interface Shown {
  readonly card: Card;
  readonly called: Said;
  /** How it is called below the first record of its item; null for the first. */
  readonly within: Said | null;
  /** Whether these readers may see what it says. */
  readonly visible: boolean;
  readonly silent: readonly Silent[];
  /** The bulletin that had closed its day already; null where that is open. */
  readonly closedBy: string | null;
}

/** The records of one item together, with what the item gains. */
export interface Group {
  readonly records: readonly Shown[];
  readonly gains: readonly Gain[];
}

/** A register, a file of settings or an ordinance. */
export interface Settings {
  readonly change: FileChange;
  readonly entries: readonly EntryChange[];
}

export interface Review {
  readonly asOf: Day;
  readonly readers: Readers;
  readonly changes: readonly FileChange[];
  readonly notices: readonly Notice[];
  readonly groups: readonly Group[];
  readonly settings: readonly Settings[];
  readonly judged: Judged;
  readonly duplicates: readonly Duplicate[];
  readonly movements: readonly Movement[];
  /** What other accounts than points gain: 稿酬 and the like. */
  readonly accounts: readonly Gain[];
  readonly duties: readonly DutyChange[];
  readonly bars: readonly BarChange[];
  readonly corrections: readonly Correction[];
  readonly chains: readonly ChainNeeded[];
}

/** The review of a proposal, as of a day. */
export function review(before: Side, after: Side, proposal: Proposal, asOf: Day, readers: Readers): Review {
  const changes = changesIn(proposal.touched);
  const sides = sidesOf(before, after, changes);
  const cards = cardsOf(changes, sides);
  const called = (card: Card): Said => calledOf(card, sides, readers);
  const notices = noticesOf({ changes, cards, sides, origin: proposal, readers, asOf });
  const both = isScored(before) && isScored(after) ? { before, after } : null;
  const differences = both === null ? [] : differencesBetween(both.before.journal.credits, both.after.journal.credits);
  const days = new Set(differences.map(({ credit }) => credit.on));
  return {
    asOf,
    readers,
    changes,
    notices: both === null ? [...notices, { code: 'nothing-to-score', file: 'data/site.yaml' }] : notices,
    groups: groupsOf(cards, sides, differences, readers),
    settings: changes.flatMap(settingsIn),
    judged: judge(before.findings, after.findings, changes),
    duplicates: after.ledger === null ? [] : duplicatesIn(cards, after.ledger, after.findings, called),
    movements: both === null ? [] : movementsOf(both.before, both.after, differences),
    accounts: gainsOf(differences.filter(({ credit }) => credit.ledger !== POINTS)),
    duties: both === null ? [] : dutyChanges(both.before, both.after),
    bars: both === null ? [] : barChanges(both.before, both.after, [...days, ...cards.flatMap(({ on }) => (on === null ? [] : [on as Day]))]),
    corrections: correctionsIn(differences),
    chains: isScored(after) ? chainsOf(cards, after, asOf, called) : [],
  };
}

function sidesOf(before: Side, after: Side, changes: readonly FileChange[]): Sides {
  const files = new Set(changes.flatMap(({ file, from }) => (from === null ? [file] : [file, from])));
  const about = (ledger: Ledger | null) => (ledger === null ? new Map() : aboutIn(ledger, files));
  return { before, after, aboutBefore: about(before.ledger), aboutAfter: about(after.ledger) };
}

/** The records of an item stand together, the item first. */
function groupsOf(cards: readonly Card[], sides: Sides, differences: readonly Difference[], readers: Readers): Group[] {
  const byItem = Map.groupBy(cards, ({ item, change }) => item ?? change.file);
  const silent = silentIn(sides.after, new Set(cards.map(({ change }) => change.file)));
  return [...byItem].map(([key, own]) => {
    const files = new Set(own.flatMap(({ change: { file, from } }) => [file, from]));
    own.sort((a, b) => rankOf(a) - rankOf(b));
    return {
      records: own.map((card, index) => shownOf(card, index, sides, silent.get(card.change.file) ?? [], readers)),
      gains: gainsOf(differences.filter(({ credit }) => credit.item === key || (credit.item === null && files.has(credit.at.file)))),
    };
  });
}

const rankOf = ({ folder }: Card): number => (folder === 'submissions' ? 0 : 1);

const shownOf = (card: Card, index: number, sides: Sides, silent: readonly Silent[], readers: Readers): Shown => ({
  card,
  called: calledOf(card, sides, readers),
  within: index === 0 || !mayShow(card, readers) ? null : calledWithin(card, sides),
  visible: mayShow(card, readers),
  silent,
  closedBy: card.on === null ? null : closerOf(card.on as Day, sides.after),
});

/** Why the records in these files earn nothing. */
function silentIn({ journal }: Side, files: ReadonlySet<string>): Map<string, Silent[]> {
  const silent = new Map<string, Silent[]>();
  for (const credit of journal?.credits ?? [])
    if (isZero(credit.points) && files.has(credit.at.file)) silent.set(credit.at.file, [...(silent.get(credit.at.file) ?? []), silentOf(credit)]);
  return silent;
}

const silentOf = ({ clause, reason }: Credit): Silent => ({ clause, reason });

function settingsIn(change: FileChange): Settings[] {
  const kind = kindOf(change.file);
  if (kind === 'units' || kind === 'people' || kind === 'outlets') return [{ change, entries: entryChanges(change, kind) }];
  if (kind !== 'site' && kind !== 'bulletins' && kind !== 'policy' && !change.file.startsWith('data/plan/')) return [];
  return [{ change, entries: [{ what: change.what === 'renamed' ? 'changed' : change.what, name: '', differences: differencesIn(change) }] }];
}
