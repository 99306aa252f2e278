/** 计分明细: the journal's entries. The journal is not a log beside the calculation; it is the calculation. */
import type { Cause } from '../ledger/written/bulletin.ts';
import type { Day } from '../model/day.ts';
import { byCodeUnit } from '../model/order.ts';
import type { Span } from '../model/period.ts';
import type { Place } from '../model/place.ts';
import { type Points, sum } from '../model/points.ts';
import type { PersonId, SubmissionId, UnitId } from '../model/records.ts';

/** 积分: the account that rankings are made of; others (稿酬 …) stand beside it. */
export const POINTS = '积分';

export type RecordKind = 'submission' | 'adoption' | 'instruction' | 'obligation' | 'incident' | 'unit' | 'figure';

/** Why a credit has the points it has. Facts only; `words/reasons.ts` finds the words. */
export type Reason =
  | { readonly code: 'counted' }
  | { readonly code: 'raised'; readonly worth: string; readonly booked: string; readonly replaces: string }
  | { readonly code: 'withdrawn'; readonly by: string | null }
  | { readonly code: 'overridden'; readonly by: string }
  | { readonly code: 'better-counted'; readonly by: string; readonly worth: string }
  | { readonly code: 'pool-capped'; readonly cap: string }
  | { readonly code: 'zeroed'; readonly period: string; readonly by: string }
  | { readonly code: 'consequence'; readonly period: string; readonly times: number }
  | { readonly code: 'converted'; readonly period: string; readonly total: string; readonly of: string }
  | { readonly code: 'excluded-content' }
  | { readonly code: 'not-covered' }
  | { readonly code: 'no-ordinance' }
  | { readonly code: 'filed-before-ordinance' }
  | { readonly code: 'level-open' }
  | { readonly code: 'edition-needed' }
  | { readonly code: 'needs-company' }
  | { readonly code: 'excluded-by-company' }
  | { readonly code: 'unapproved'; readonly missing: readonly string[] }
  | { readonly code: 'rejected' }
  | { readonly code: 'returned' }
  | { readonly code: 'too-many-revisions'; readonly allowed: number }
  | { readonly code: 'same-story'; readonly as: SubmissionId }
  | { readonly code: 'duty-met' | 'duty-missed' | 'duty-extra'; readonly period: string; readonly count: string; readonly quota: string }
  | { readonly code: 'cap-reached'; readonly period: string; readonly cap: string }
  | { readonly code: 'deadline-missed'; readonly due: string }
  | { readonly code: 'base'; readonly period: string }
  /** What the records say now, less what was published for `period`. */
  | { readonly code: 'corrected'; readonly period: string; readonly causes: readonly Cause[] };

/** On this day this unit (and these people) got these points, by this clause of this ordinance, because of this record. */
export interface Credit {
  readonly on: Day;
  readonly unit: UnitId;
  /** The part of the points that counts for each author; empty for what is not personal. */
  readonly people: readonly { readonly person: PersonId; readonly points: Points }[];
  readonly points: Points;
  /** The account: 积分, 稿酬 … */
  readonly ledger: string;
  /** Set where the credit counts only in totals of such a period or longer ones: a charge on the year is none on its month. */
  readonly scope: Span | null;
  /** Null only where no ordinance was in force on the day. */
  readonly policy: string | null;
  /** The clause it comes from; null where the ordinance does not cover the fact. */
  readonly clause: string | null;
  readonly rule: string | null;
  /** The item it belongs to; null for duties and what concerns no item. */
  readonly item: SubmissionId | null;
  readonly kind: RecordKind;
  /** Id of the record behind it. */
  readonly record: string;
  readonly at: Place;
  readonly reason: Reason;
}

/** Derived, never stored, so that a total cannot disagree with its credits. */
export const totalOf = (credits: Iterable<Credit>): Points => sum(pointsIn(credits));

function* pointsIn(credits: Iterable<Credit>): Generator<Points> {
  for (const { points } of credits) yield points;
}

/** The order of the journal: by day, unit, item, rule, record; independent of files and of the order of reading. */
export function inJournalOrder(credits: readonly Credit[]): Credit[] {
  return [...credits].sort(
    (a, b) =>
      byCodeUnit(a.on, b.on) ||
      byCodeUnit(a.unit, b.unit) ||
      byCodeUnit(a.item ?? '', b.item ?? '') ||
      byCodeUnit(a.record, b.record) ||
      byCodeUnit(a.rule ?? '', b.rule ?? '') ||
      byCodeUnit(a.kind, b.kind) ||
      b.points.cmp(a.points),
  );
}
