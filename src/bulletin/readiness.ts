/** 结账准备: whether a period may be closed, and what the office should know before it does. Facts; `words/readiness.ts` finds the words. */
import { type Issued, overlapsInPart } from '../ledger/bulletins.ts';
import { addDays, type Day } from '../model/day.ts';
import { type Finding, severityOf } from '../model/finding.ts';
import { contains, type Period } from '../model/period.ts';
import type { Ledger } from '../model/records.ts';
import { type Policy, timeline } from '../policy/policy.ts';
import { dueDayOf } from '../scoring/deadlines.ts';
import { keepJournal } from '../scoring/journal.ts';
import { owedObligations } from '../scoring/obligations.ts';
import type { Doubt } from '../words/readiness.ts';
import { baseOf } from './propose.ts';

interface Closing {
  readonly ledger: Ledger;
  readonly policies: readonly Policy[];
  readonly bulletins: readonly Issued[];
  readonly findings: readonly Finding[];
}

/** Everything that keeps `period` from being closed on `today`, then everything that does not but should be known. */
export function readiness(period: Period, closing: Closing, today: Day): Doubt[] {
  const barring = [...barriers(period, closing, today)];
  return barring.some(({ code }) => code === 'not-over' || code === 'no-ordinance') ? barring : [...barring, ...doubts(period, closing)];
}

function* barriers(period: Period, { policies, bulletins, findings }: Closing, today: Day): Generator<Doubt> {
  if (period.to > today) yield { code: 'not-over', to: period.to };
  if (timeline(policies)(period.to) === null) yield { code: 'no-ordinance', on: period.to };
  for (const { id, period: other } of bulletins) {
    if (id === period.key) yield { code: 'issued' };
    else if (overlapsInPart(period, other)) yield { code: 'overlap', other: id };
  }
  yield* gapBefore(period, bulletins);
  const errors = findings.filter((finding) => severityOf(finding) === 'error').length;
  if (errors > 0) yield { code: 'errors', count: errors };
}

/** Days after the last closed one that would stay without a bulletin. */
function* gapBefore(period: Period, bulletins: readonly Issued[]): Generator<Doubt> {
  const { closes } = baseOf(period, bulletins);
  if (closes?.from !== undefined && closes.from < period.from) yield { code: 'gap', from: closes.from, to: addDays(period.from, -1) };
}

function* doubts(period: Period, { ledger, policies, bulletins, findings }: Closing): Generator<Doubt> {
  const warnings = findings.filter((finding) => severityOf(finding) === 'warning').length;
  if (warnings > 0) yield { code: 'warnings', count: warnings };
  const journal = keepJournal(ledger, policies, period.to);
  for (const { submission, on, barred } of journal.filings.values()) {
    if (!contains(period, on)) continue;
    if (barred?.code === 'unapproved') yield { code: 'unapproved', record: submission.id, missing: barred.missing };
    if (barred?.code === 'returned') yield { code: 'returned', record: submission.id };
  }
  for (const { obligation, unit, answer, book } of owedObligations(ledger, journal.filings, journal.bookOn, period.to)) {
    const due = dueDayOf(obligation, book.policy, ledger.site);
    if (answer === null && due !== null && due > period.to) yield { code: 'obligation-open', obligation: obligation.id, unit, due };
  }
  for (const { duty, unit, period: owed, over, count, quota } of journal.duties)
    if (!over && owed.to > period.to && contains(owed, period.to) && count.lt(quota)) yield { code: 'duty-running', duty, unit, period: owed.key };
  for (const { reason, item, record, on } of journal.credits)
    if (reason.code === 'level-open' && contains(period, on)) yield { code: 'level-open', record: item ?? record };
  const later = bulletins.filter(({ period: other }) => other.from > period.to).map(({ id }) => id);
  if (later.length > 0) yield { code: 'later-ones-issued', first: later[0] as string };
}
