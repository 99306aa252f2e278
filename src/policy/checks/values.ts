/** Values: what conditions and tables name can be. */
import { nearest } from '../../ledger/nearest.ts';
import type { Finding } from '../../model/finding.ts';
import { keyAt, type Place, within } from '../../model/place.ts';
import { ATTRIBUTES, OUTLET_ATTRIBUTES } from '../attributes.ts';
import { asList } from '../lists.ts';
import type { Policy } from '../policy.ts';
import { boundsIn, valuesIn } from '../possible.ts';
import { NEVER, rangeOf, type Scalar, type Subject } from '../ranges.ts';
import type { Amount, Condition, Test } from '../written.ts';
import { type Asked, amountsIn, askedBy, found, type Given } from './places.ts';

/** A value named for an attribute: in a condition, or as a row of a table. */
export interface Named {
  readonly at: Place;
  readonly attribute: string;
  readonly value: Scalar;
  readonly subject: Subject;
}

/** Every value that the ordinance names for an attribute. */
export function* valuesNamed(policy: Policy): Generator<Named> {
  for (const asked of askedBy(policy)) yield* valuesAsked(asked);
  for (const given of amountsIn(policy)) yield* rowsOf(given.written, given.at, given.subject);
  yield* choicesOf(policy);
}

/** What may be ticked on a form. A box that no record ever ticks is a slip of the pen. */
function* choicesOf({ approval_forms, at }: Policy): Generator<Named> {
  for (const [form, { fields }] of approval_forms.entries())
    for (const [field, { holds, choices = [] }] of fields.entries())
      if (holds !== undefined && CHOSEN.includes(holds))
        for (const [index, value] of choices.entries())
          yield { at: within(at, 'approval_forms', form, 'fields', field, 'choices', index), attribute: holds, value, subject: 'submission' };
}

/** The fields that are attributes of the item. */
const CHOSEN: readonly string[] = ['form', 'category', 'stream', 'openness'];

function* valuesAsked({ where, unless, subject }: Asked): Generator<Named> {
  for (const part of [where, unless])
    for (const { at, attribute, test } of part ? testsIn(part.written, part.at) : [])
      for (const value of valuesIn(test)) yield { at: placeOfValue(at, test, value), attribute, value, subject };
}

function* testsIn(written: Condition, at: Place): Generator<{ at: Place; attribute: string; test: Test }> {
  const alternatives = Array.isArray(written)
    ? written.map((entry, index) => ({ entry, place: within(at, index) }))
    : [{ entry: written, place: at }];
  for (const { entry, place } of alternatives)
    for (const [attribute, test] of Object.entries(entry)) yield { at: within(place, attribute), attribute, test };
}

/** The value in its list, if it stands in one. */
function placeOfValue(at: Place, test: Test, value: Scalar): Place {
  if (Array.isArray(test)) return within(at, test.indexOf(value));
  if (typeof test !== 'object' || test === null) return at;
  return Array.isArray(test.not) ? within(at, 'not', test.not.indexOf(value)) : within(at, 'not');
}

type Table = Extract<Amount, { table: unknown }>['table'];

function* rowsOf(written: Amount, at: Place, subject: Subject): Generator<Named> {
  if (typeof written === 'number' || !('table' in written)) return;
  yield* rowsIn(written.table, asList(written.by), within(at, 'table'), subject);
  if (written.otherwise !== undefined) yield* rowsOf(written.otherwise, within(at, 'otherwise'), subject);
}

function* rowsIn(table: Table, [attribute, ...further]: readonly string[], at: Place, subject: Subject): Generator<Named> {
  if (attribute === undefined) return;
  for (const [key, below] of Object.entries(table)) {
    yield { at: keyAt(within(at, key)), attribute, value: key, subject };
    if (typeof below === 'object') yield* rowsIn(below, further, within(at, key), subject);
  }
}

export function* everyValueNamedIsOne(policy: Policy): Generator<Finding> {
  for (const one of valuesNamed(policy)) {
    if (!isUnknown(one, policy)) continue;
    const { at, attribute, value, subject } = one;
    const known = rangeOf(attribute, subject, policy).words.map(String);
    const named = String(value);
    if (attribute === 'class' || attribute === 'target_class')
      yield found(at, { code: 'policy/unknown-class', named, nearest: nearest(named, known) });
    else yield found(at, { code: 'policy/unknown-value', attribute, found: named, known, nearest: nearest(named, known) });
  }
}

/** Whether what is asked names a word that nobody knows: that it never holds is then no news. */
export const asksForUnknown = (asked: Asked, policy: Policy): boolean => [...valuesAsked(asked)].some((one) => isUnknown(one, policy));

function isUnknown({ at, attribute, value, subject }: Named, policy: Policy): boolean {
  const range = rangeOf(attribute, subject, policy);
  return value !== null && range !== NEVER && !canBe(value, range, at.key === true);
}

/** Rows of tables are written as text, whatever they stand for. */
function canBe(value: Scalar, { is, words, closed }: ReturnType<typeof rangeOf>, isRow: boolean): boolean {
  if (is === 'number') return typeof value === 'number' || (isRow && !Number.isNaN(Number(value)));
  return !closed || words.includes(value) || (isRow && words.map(String).includes(String(value)));
}

/** Bounds, bands, steps and multiples want a number. */
export function* whatIsMeasuredIsANumber(policy: Policy): Generator<Finding> {
  for (const { where, unless, subject } of askedBy(policy))
    for (const part of [where, unless])
      for (const { at, attribute, test } of part ? testsIn(part.written, part.at) : [])
        if (boundsIn(test).length > 0) yield* noNumber(attribute, subject, at, policy);
  for (const { at, written, subject } of amountsIn(policy))
    for (const { key, name } of measuredBy(written)) yield* noNumber(name, subject, within(at, key), policy);
  for (const [id, { times, for: fact }] of Object.entries(policy.rules))
    if (times !== undefined) yield* noNumber(times, fact, within(policy.at, 'rules', id, 'times'), policy);
}

function* noNumber(attribute: string, subject: Subject, at: Place, policy: Policy): Generator<Finding> {
  const range = rangeOf(attribute, subject, policy);
  if (range !== NEVER && range.is !== 'number' && isKnown(attribute)) yield found(at, { code: 'policy/not-a-number', attribute });
}

const isKnown = (attribute: string): boolean => attribute in ATTRIBUTES || (OUTLET_ATTRIBUTES as readonly string[]).includes(attribute);

function measuredBy(written: Given['written']): { key: string; name: string }[] {
  if ('table' in written) return [];
  if ('of' in written) return [{ key: 'of', name: written.of }];
  return 'judged' in written ? [{ key: 'judged', name: written.judged }] : [{ key: 'by', name: written.by }];
}
