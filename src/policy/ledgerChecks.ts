/** What must be true of the ordinances in use and the ledger together; the list reads as our promises. */
import { nearest } from '../ledger/nearest.ts';
import type { Day } from '../model/day.ts';
import type { Fault, Finding } from '../model/finding.ts';
import { type Place, within } from '../model/place.ts';
import type { Ledger } from '../model/records.ts';
import { everyDayHasOneOrdinance } from './checks/days.ts';
import { everyDutyIsOwedBySomebody, everyUnitNamedIsRegistered } from './checks/units.ts';
import { areBeside, classesOf, type Policy, timeline } from './policy.ts';

/** The findings of the ledger held against the ordinances in use. */
export const checkTogether = (ledger: Ledger, policies: readonly Policy[]): Finding[] => checks.flatMap((check) => [...check(ledger, policies)]);

const checks = [
  noTwoOrdinancesBeginOnOneDay,
  everyDayHasOneOrdinance,
  everyOutletHasOneClass,
  everyUnitNamedIsRegistered,
  everyDutyIsOwedBySomebody,
  recordsUseTheWordsOfTheOrdinance,
] as const;

const found = (at: Place, fault: Fault): Finding => ({ at, ...fault });

function* noTwoOrdinancesBeginOnOneDay(_ledger: Ledger, policies: readonly Policy[]): Generator<Finding> {
  const begun = new Map<Day, Policy>();
  for (const policy of policies) {
    const { from } = policy.inForce;
    const other = begun.get(from);
    if (other && !areBeside(other, policy)) yield found(within(policy.at, 'in_force', 'from'), { code: 'policy/same-start', other: other.id, from });
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

type WordKind = Exclude<keyof Policy['words'], 'figure'>;

function* recordsUseTheWordsOfTheOrdinance(ledger: Ledger, policies: readonly Policy[]): Generator<Finding> {
  const policyOn = timeline(policies);
  for (const record of ledger.submissions.values()) {
    const policy = policyOn(record.on);
    if (!knows(policy, 'form', record.form)) yield unknownWord('form', record.form, record.at, policy);
    if (!knows(policy, 'category', record.category)) yield unknownWord('category', record.category, record.at, policy);
  }
  for (const { at, on, form, submission } of ledger.adoptions) {
    const policy = policyOn(on);
    if (!knows(policy, 'form', form) && form !== ledger.submissions.get(submission)?.form) yield unknownWord('form', form, at, policy);
  }
  for (const { at, on, kind } of ledger.incidents) if (!knows(policyOn(on), 'incident', kind)) yield unknownWord('incident', kind, at, policyOn(on));
}

/** Whether an ordinance has the word; one that lists no words of a kind takes any. */
function knows(policy: Policy | null, kind: WordKind, word: string | null): boolean {
  const known = policy?.words[kind];
  return word === null || known === undefined || known.includes(word);
}

const KEYS = { form: 'form', category: 'category', incident: 'kind' } as const;

function unknownWord(kind: WordKind, word: string | null, at: Place, policy: Policy | null): Finding {
  const [written, known] = [word ?? '', policy?.words[kind] ?? []];
  return found(within(at, KEYS[kind]), {
    code: 'ledger/unknown-word',
    kind,
    found: written,
    known,
    nearest: nearest(written, known),
    policy: policy?.id ?? '',
  });
}
