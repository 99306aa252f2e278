/** The result of a trial in words: who moves, by how much, and because of which clause. */
import { isZero, type Points, written } from '../../model/points.ts';
import type { Ledger, Site, Unit } from '../../model/records.ts';
import type { Policy } from '../../policy/policy.ts';
import { type Cause, type Comparison, changesRank, type Moved, type Stand } from '../../standings/comparison.ts';
import { type LabWords, labWords } from '../../words/lab.ts';
import { signed } from '../../words/points.ts';
import type { Language } from '../../words/speech.ts';
import { clausePath } from '../links.ts';
import type { Linked, Tone } from '../shown.ts';

export interface ResultCause {
  readonly clause: Linked;
  /** ：10 → 20（+10）, to stand after the clause. */
  readonly text: string;
  /** The wording of the clause; empty where there is none. */
  readonly wording: string;
}

export interface ResultRow {
  readonly unit: Linked;
  readonly group: string | null;
  readonly ranks: readonly [before: string, after: string];
  readonly movement: { readonly way: 'up' | 'down' | 'none'; readonly text: string };
  readonly points: readonly [before: string, after: string];
  readonly change: string;
  readonly tone: Tone | undefined;
  readonly causes: readonly ResultCause[];
}

export interface Result {
  readonly summary: string;
  readonly rows: readonly ResultRow[];
}

export interface Showing {
  readonly ledger: Ledger;
  readonly pages: Readonly<Record<string, string>>;
  /** The ordinances that either side speaks of; those in use have pages. */
  readonly policies: readonly Policy[];
  readonly inUse: ReadonlySet<string>;
  /** The ordinance that was picked where it is none of those in use; null where one of these was changed. */
  readonly picked: string | null;
  readonly language: Language;
}

/** What the page shows of a comparison; ranks no further than the installation makes them public. */
export function resultOf({ rows }: Comparison, showing: Showing): Result {
  const words = labWords(showing.language);
  const ranks = rows.filter(changesRank).length;
  const moved = rows.filter(({ change }) => !isZero(change)).length;
  const isSame = rows.every((row) => !changesRank(row) && row.causes.length === 0);
  return { summary: isSame ? words.unchanged : words.moved(rows.length, ranks, moved), rows: rows.map((row) => rowOf(row, showing, words)) };
}

function rowOf(row: Moved, showing: Showing, words: LabWords): ResultRow {
  const { ledger, pages } = showing;
  const { unit, before, after, change } = row;
  const { ranking } = ledger.site;
  return {
    unit: { text: (ledger.units.get(unit) as Unit).short, href: pages[unit] },
    group: (after ?? before)?.group ?? null,
    ranks: [rankText(before, ranking, words), rankText(after, ranking, words)],
    movement: movementOf(row, ranking, words),
    points: [scoreText(before, words), scoreText(after, words)],
    change: signed(change),
    tone: toneOf(change),
    causes: row.causes.map((cause) => causeOf(cause, showing, words)),
  };
}

const isShown = ({ rank }: Stand, ranking: Site['ranking']): boolean => ranking === 'all' || (ranking !== 'none' && rank <= ranking);

function rankText(stand: Stand | null, ranking: Site['ranking'], words: LabWords): string {
  if (stand === null) return words.out;
  return isShown(stand, ranking) ? String(stand.rank) : words.none;
}

const scoreText = (stand: Stand | null, { none }: LabWords): string => (stand === null ? none : written(stand.points));

const toneOf = (change: Points): Tone | undefined => (isZero(change) ? 'muted' : change.lt(0) ? 'minus' : 'plus');

function movementOf({ before, after }: Moved, ranking: Site['ranking'], words: LabWords): ResultRow['movement'] {
  const steps = before && after && isShown(before, ranking) && isShown(after, ranking) ? before.rank - after.rank : 0;
  if (steps === 0) return { way: 'none', text: words.same };
  return steps > 0 ? { way: 'up', text: words.up(steps) } : { way: 'down', text: words.down(-steps) };
}

function causeOf({ policy: id, clause, before, after }: Cause, showing: Showing, words: LabWords): ResultCause {
  const policy = showing.policies.find((one) => one.id === id) as Policy;
  return {
    clause: {
      text: [whoseClause(policy, showing, words), clause ?? words.noClause].filter(Boolean).join(' '),
      href: clause !== null && showing.inUse.has(id) ? clausePath(id, clause) : undefined,
    },
    text: words.cause(written(before), written(after), signed(after.minus(before))),
    wording: policy.clauses[clause ?? ''] ?? '',
  };
}

/** Where clauses of several ordinances meet, whose it is. */
function whoseClause(policy: Policy, { picked, inUse }: Showing, words: LabWords): string {
  if (picked !== null) return policy.id === picked ? words.picked : words.inUse;
  return inUse.size > 1 ? policy.title : '';
}
