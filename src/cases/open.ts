/** From the value of a file of cases to cases that can be run, with everything that is wrong with them. */
import { nearest } from '../ledger/nearest.ts';
import { shape } from '../ledger/shape.ts';
import { type Finding, inReadingOrder } from '../model/finding.ts';
import { type Place, placeOf, within } from '../model/place.ts';
import type { Ledger } from '../model/records.ts';
import { asList } from '../policy/lists.ts';
import type { Policy } from '../policy/policy.ts';
import { FITTING, type Subject, subjectsOf } from './ask.ts';
import { type CaseAt, ledgerOf } from './ledger.ts';
import { KINDS, personNamed } from './world.ts';
import { MEASURES, type Statement, WrittenCaseFile } from './written.ts';

/** A case with its ledger, ready to be asked. */
export interface Case extends CaseAt {
  readonly ledger: Ledger;
}

/** The cases that `value`, the content of `file`, writes for `policy`. A broken case costs itself. */
export function openCases(file: string, value: unknown, policy: Policy): { cases: Case[]; findings: readonly Finding[] } {
  const at = placeOf(file);
  const { value: written, findings } = shape(WrittenCaseFile, value, at);
  if (written === undefined) return { cases: [], findings };
  const opened = Object.entries(written.cases).map(([name, one]) =>
    openCase({ name, written: one, file: written, at: within(at, 'cases', name) }, policy),
  );
  return { cases: opened.flatMap(({ ready }) => ready), findings: inReadingOrder(opened.flatMap((one) => one.findings)) };
}

function openCase(own: CaseAt, policy: Policy): { ready: Case[]; findings: readonly Finding[] } {
  const { ledger, findings } = ledgerOf(own, policy);
  const statements = own.written.expect.flatMap((statement, index) =>
    faultsOfStatement(statement, within(own.at, 'expect', index), { policy, ledger }),
  );
  const readings = Object.entries(own.written.readings ?? {}).flatMap(([reading, option]) =>
    faultsOfReading(reading, [option], within(own.at, 'readings', reading), policy),
  );
  const all = [...findings, ...statements, ...readings];
  return { ready: ledger === null || all.length > 0 ? [] : [{ ...own, ledger }], findings: all };
}

interface Known {
  readonly policy: Policy;
  readonly ledger: Ledger | null;
}

function faultsOfStatement(statement: Statement, at: Place, known: Known): Finding[] {
  return [...faultsOfSubject(statement, at), ...faultsOfNames(statement, at, known), ...faultsOfOtherwise(statement, at, known.policy)];
}

/** One subject, something said of it that fits, and the period and the duty where they are needed. */
function faultsOfSubject(statement: Statement, at: Place): Finding[] {
  const [subject = 'ranking', ...others] = subjectsOf(statement);
  if (others.length > 0) return [{ at, code: 'cases/several-subjects', subjects: [subject, ...others] }];
  const said = MEASURES.filter((measure) => statement[measure] !== undefined);
  const fitting = FITTING[subject];
  if (said.length === 0) return [{ at, code: 'cases/nothing-said', subject, fitting }];
  const unfitting = said.filter((measure) => !fitting.includes(measure));
  if (unfitting.length > 0) return unfitting.map((measure) => ({ at: within(at, measure), code: 'cases/does-not-fit', measure, subject, fitting }));
  return missing(statement, subject, said).map((name) => ({ at, code: 'schema/missing-key', name }));
}

const OF_DUTY: readonly string[] = ['done', 'owed', 'state'];

function missing(statement: Statement, subject: Subject, said: readonly string[]): string[] {
  const needsPeriod = subject === 'award' || subject === 'ranking' || said.some((measure) => measure !== 'points' && measure !== 'steps');
  const needsDuty = said.some((measure) => OF_DUTY.includes(measure));
  return [...(needsPeriod && statement.in === undefined ? ['in'] : []), ...(needsDuty && statement.duty === undefined ? ['duty'] : [])];
}

/** Everything that is named exists in the case or in the ordinance. */
function faultsOfNames({ item, person, award, duty, of }: Statement, at: Place, { policy, ledger }: Known): Finding[] {
  const rules = [policy.rules, policy.duties, policy.limits, policy.bases, policy.consequences, policy.conversions].flatMap(Object.keys);
  const kinds = [...Object.keys(KINDS), ...rules, ...Object.keys(policy.clauses)];
  const items = ledger ? [...ledger.submissions.keys()] : [];
  return [
    ...(ledger && item !== undefined && !items.includes(item) ? [unknown('item', item, items, at)] : []),
    ...(ledger && person !== undefined && personNamed(person, ledger) === null
      ? [
          unknown(
            'person',
            person,
            [...ledger.people.values()].map(({ name }) => name),
            at,
          ),
        ]
      : []),
    ...(award !== undefined && !(award in policy.awards) ? [unknown('award', award, Object.keys(policy.awards), at)] : []),
    ...(duty !== undefined && !(duty in policy.duties) ? [unknown('duty', duty, Object.keys(policy.duties), at)] : []),
    ...asList(of).flatMap((named) => (kinds.includes(named) ? [] : [unknown('of', named, kinds, at)])),
  ];
}

type What = Extract<Finding, { code: 'cases/unknown-name' }>['what'];

const unknown = (what: What, named: string, known: readonly string[], at: Place): Finding => ({
  at: within(at, what),
  code: 'cases/unknown-name',
  what,
  named,
  nearest: nearest(named, known),
});

const faultsOfOtherwise = ({ otherwise = {} }: Statement, at: Place, policy: Policy): Finding[] =>
  Object.entries(otherwise).flatMap(([reading, options]) => faultsOfReading(reading, Object.keys(options), within(at, 'otherwise', reading), policy));

function faultsOfReading(reading: string, options: readonly string[], at: Place, { readings }: Policy): Finding[] {
  const known = readings[reading];
  if (known === undefined)
    return [{ at, code: 'cases/unknown-name', what: 'reading', named: reading, nearest: nearest(reading, Object.keys(readings)) }];
  return options
    .filter((option) => !(option in known.options))
    .map((chosen): Finding => ({ at, code: 'policy/unknown-option', reading, chosen, options: Object.keys(known.options) }));
}
