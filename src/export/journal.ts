/** The journal as JSON: an interface for other programs. Keys stand in a fixed order, points are decimal strings, a credit is a line. */
import type { Period } from '../model/period.ts';
import type { Place } from '../model/place.ts';
import { type Points, written, ZERO } from '../model/points.ts';
import type { Policy } from '../policy/policy.ts';
import type { Credit } from '../scoring/credit.ts';
import type { Journal } from '../scoring/journal.ts';
import { creditsWithin } from '../standings/totals.ts';

export type LineOf = (place: Place) => number | null;

/**
 * `{asOf, period, policies, totals, credits: [{on, unit, people: [{person, points}], points, ledger, policy, clause, rule, record, path, line, reason}]}`.
 * `period` is null for the whole journal; `path` and `line` say where the record stands; `reason` has a code and its facts.
 */
export function journalJson(journal: Journal, lineOf: LineOf, period: Period | null = null): string {
  const credits = period ? creditsWithin(journal.credits, period) : journal.credits;
  return linewise({
    asOf: journal.asOf,
    period: period?.key ?? null,
    policies: journal.books.map(({ policy }) => policyJson(policy)),
    totals: totalsOf(credits),
    credits: credits.map((credit) => creditJson(credit, lineOf)),
  });
}

const policyJson = ({ id, title, inForce: { from, to } }: Policy) => ({ id, title, from, to });

export function creditJson({ on, unit, people, points, ledger, policy, clause, rule, record, at, reason }: Credit, lineOf: LineOf) {
  return {
    on,
    unit,
    people: people.map((one) => ({ person: one.person, points: written(one.points) })),
    points: written(points),
    ledger,
    policy,
    clause,
    rule,
    record,
    path: at.file,
    line: lineOf(at),
    reason,
  };
}

/** The sum of each unit in each account, in the order of accounts and units. */
function totalsOf(credits: readonly Credit[]) {
  const totals = new Map<string, { ledger: string; unit: string; points: Points }>();
  for (const { ledger, unit, points } of credits) {
    const key = `${ledger}\u0000${unit}`;
    totals.set(key, { ledger, unit, points: (totals.get(key)?.points ?? ZERO).plus(points) });
  }
  const inOrder = [...totals].sort(([a], [b]) => (a < b ? -1 : 1));
  return inOrder.map(([, { ledger, unit, points }]) => ({ ledger, unit, points: written(points) }));
}

/** JSON with a line for each entry of the lists at its top, so that tools that compare lines see what changed. */
export function linewise(value: Readonly<Record<string, unknown>>): string {
  const lines = Object.entries(value).map(([key, entry]) => `  ${JSON.stringify(key)}: ${listwise(entry)}`);
  return `{\n${lines.join(',\n')}\n}\n`;
}

function listwise(entry: unknown): string {
  if (!Array.isArray(entry) || entry.length === 0) return JSON.stringify(entry);
  return `[\n${entry.map((one) => `    ${JSON.stringify(one)}`).join(',\n')}\n  ]`;
}
