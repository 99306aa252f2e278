/** Tables without gaps, bands and steps in order, bounds that do not cross, classes of outlets that give something. */
import type { Finding } from '../../model/finding.ts';
import { keyAt, type Place, within } from '../../model/place.ts';
import { asList } from '../lists.ts';
import type { Policy } from '../policy.ts';
import type { Possible } from '../possible.ts';
import { rangeOf, type Scalar } from '../ranges.ts';
import type { Amount } from '../written.ts';
import { factsUnder, isReached } from './applies.ts';
import { amountsIn, found, type Given } from './places.ts';
import { valuesNamed } from './values.ts';

type Lookup = Extract<Amount, { table: unknown }>;
type Table = Lookup['table'];

/** Of the words that the ordinance itself lists, a table has all that can come up, or says what holds otherwise. */
export function* tablesHaveNoGaps(policy: Policy): Generator<Finding> {
  for (const given of amountsIn(policy)) {
    if (!('table' in given.written)) continue;
    const left = factsUnder(policy, given.subject, given.where, given.unless);
    for (const { at, table, by } of lookupsIn(given.written, given.at)) {
      const missing = [...missingIn(table, by, (name) => listedWords(name, given, left, policy))];
      if (missing.length > 0) yield found(within(at, 'table'), { code: 'policy/table-gap', attribute: by.join(' · '), missing });
    }
  }
}

/** The tables that hold to the end. One for what another lacks says something of units only as far as the other leaves them. */
function* lookupsIn(written: Lookup, at: Place, isFirst = true): Generator<{ at: Place; table: Table; by: readonly string[] }> {
  const by = asList(written.by);
  if (written.otherwise === undefined) {
    if (isFirst || !by.includes('unit_class')) yield { at, table: written.table, by };
  } else if (typeof written.otherwise === 'object') yield* lookupsIn(written.otherwise, within(at, 'otherwise'), false);
}

function* missingIn(table: Table, [attribute, ...further]: readonly string[], wordsOf: (name: string) => readonly string[]): Generator<string> {
  if (attribute === undefined) return;
  const expected = wordsOf(attribute);
  for (const value of expected) if (!(value in table)) yield value;
  for (const [key, below] of Object.entries(table))
    if (typeof below === 'object') for (const missing of missingIn(below, further, wordsOf)) yield `${key} · ${missing}`;
}

/** The words of a listed attribute that can come up where the amount is looked up. */
function listedWords(name: string, { subject }: Given, left: readonly Possible[], policy: Policy): string[] {
  const { listed, words } = rangeOf(name, subject, policy);
  if (!listed) return [];
  const possible = new Set<Scalar>(left.flatMap((one) => one.get(name) ?? words));
  return words.filter((value): value is string => typeof value === 'string' && possible.has(value));
}

/** Bands and steps ascend; only the last band is open, and it is where numbers go beyond. */
export function* bandsAndStepsAscend(policy: Policy): Generator<Finding> {
  for (const given of amountsIn(policy)) {
    if ('bands' in given.written) yield* bandFaults(given, given.written, policy);
    else if ('by' in given.written && !('table' in given.written)) {
      const marks = (given.written.steps ?? []).map(({ at }) => at);
      for (const index of falls(marks)) yield found(within(given.at, 'steps', index), { code: 'policy/out-of-order', value: marks[index] ?? null });
    }
  }
}

function* bandFaults(given: Given, { by, bands }: Extract<Amount, { bands: unknown }>, policy: Policy): Generator<Finding> {
  const marks = bands.map(({ up_to }) => up_to ?? Number.POSITIVE_INFINITY);
  for (const index of falls(marks))
    yield found(within(given.at, 'bands', index), { code: 'policy/out-of-order', value: bands[index]?.up_to ?? null });
  const last = bands.at(-1)?.up_to;
  if (last === undefined) return;
  const beyond = factsUnder(policy, given.subject, [...given.where, { [by]: { above: last } }], given.unless);
  if (beyond.length > 0) yield found(within(given.at, 'bands', bands.length - 1), { code: 'policy/band-gap', attribute: by, above: last });
}

const falls = (marks: readonly number[]): number[] =>
  marks.flatMap((mark, index) => (index > 0 && mark <= (marks[index - 1] as number) ? [index] : []));

/** The least is not more than the most. */
export function* boundsDoNotCross(policy: Policy): Generator<Finding> {
  for (const { at, least, most } of boundsOf(policy))
    if (least !== undefined && most !== undefined && least > most) yield found(at, { code: 'policy/bounds-crossed', least, most });
}

interface Bounds {
  readonly at: Place;
  readonly least: number | undefined;
  readonly most: number | undefined;
}

function* boundsOf(policy: Policy): Generator<Bounds> {
  for (const { at, written } of amountsIn(policy)) {
    if ('judged' in written) yield { at, least: written.from, most: written.to };
    if ('of' in written) yield { at, least: written.at_least, most: written.at_most };
  }
  for (const section of ['limits', 'conversions'] as const)
    for (const [id, { at_least, at_most }] of Object.entries(policy[section]))
      yield { at: within(policy.at, section, id), least: at_least, most: at_most };
}

/** Where adoptions are valued at all, a class of outlets that no rule gives anything for, and that nothing else asks for, does nothing. */
export function* everyClassOfOutletsHasPoints(policy: Policy): Generator<Finding> {
  const rules = Object.values(policy.rules).filter((rule) => rule.for === 'adoption');
  const asked = new Set(
    [...valuesNamed(policy)].flatMap(({ attribute, value }) => (attribute === 'class' || attribute === 'target_class' ? [value] : [])),
  );
  if (rules.length === 0) return;
  for (const name of Object.keys(policy.outlets)) {
    if (!isReached(name, policy)) continue;
    const isValued =
      asked.has(name) || rules.some(({ where, unless }) => factsUnder(policy, 'adoption', [where, { class: name }], [unless]).length > 0);
    if (!isValued) yield found(keyAt(within(policy.at, 'outlets', name)), { code: 'policy/class-without-points', class: name });
  }
}
