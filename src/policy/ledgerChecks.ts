/** What must be true of the ordinances in use and the ledger together; the list reads as our promises. */
import { nearest } from '../ledger/nearest.ts';
import type { Day } from '../model/day.ts';
import type { Fault, Finding } from '../model/finding.ts';
import { type Place, within } from '../model/place.ts';
import type { Ledger } from '../model/records.ts';
import { classesOf, type Policy, timeline } from './policy.ts';

/** The findings of the ledger held against the ordinances in use. */
export const checkTogether = (ledger: Ledger, policies: readonly Policy[]): Finding[] => checks.flatMap((check) => [...check(ledger, policies)]);

const checks = [noTwoOrdinancesBeginOnOneDay, everyOutletHasOneClass, recordsUseTheWordsOfTheOrdinance] as const;

const found = (at: Place, fault: Fault): Finding => ({ at, ...fault });

function* noTwoOrdinancesBeginOnOneDay(_ledger: Ledger, policies: readonly Policy[]): Generator<Finding> {
  const begun = new Map<Day, Policy>();
  for (const policy of policies) {
    const { from } = policy.inForce;
    const other = begun.get(from);
    if (other) yield found(within(policy.at, 'in_force', 'from'), { code: 'policy/same-start', other: other.id, from });
    else begun.set(from, policy);
  }
}

function* everyOutletHasOneClass({ outlets }: Ledger, policies: readonly Policy[]): Generator<Finding> {
  for (const policy of policies) {
    for (const outlet of outlets.values()) {
      const classes = classesOf(policy, outlet);
      const [, second] = classes;
      if (second !== undefined)
        yield found(within(policy.at, 'outlets', second), { code: 'policy/outlet-in-two-classes', outlet: outlet.name, classes });
    }
  }
}

type WordKind = keyof Policy['words'];

function* recordsUseTheWordsOfTheOrdinance(ledger: Ledger, policies: readonly Policy[]): Generator<Finding> {
  const policyOn = timeline(policies);
  for (const { at, on, form, category } of ledger.submissions.values()) {
    yield* unknownWord('form', form, within(at, 'form'), policyOn(on));
    yield* unknownWord('category', category, within(at, 'category'), policyOn(on));
  }
  for (const { at, on, form, submission } of ledger.adoptions) {
    if (form !== ledger.submissions.get(submission)?.form) yield* unknownWord('form', form, within(at, 'form'), policyOn(on));
  }
  for (const { at, on, kind } of ledger.incidents) yield* unknownWord('incident', kind, within(at, 'kind'), policyOn(on));
}

/** An ordinance that lists no words of a kind takes any. */
function* unknownWord(kind: WordKind, word: string | null, at: Place, policy: Policy | null): Generator<Finding> {
  const known = policy?.words[kind];
  if (word === null || !policy || known === undefined || known.includes(word)) return;
  yield found(at, { code: 'ledger/unknown-word', kind, found: word, known, nearest: nearest(word, known), policy: policy.id });
}
