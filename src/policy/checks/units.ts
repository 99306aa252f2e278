/** Ordinances and the register of units: who is named is there, and what is owed is owed by somebody. */
import { nearest } from '../../ledger/nearest.ts';
import type { Finding } from '../../model/finding.ts';
import { within } from '../../model/place.ts';
import type { Ledger, Unit } from '../../model/records.ts';
import { condition } from '../conditions.ts';
import type { Policy } from '../policy.ts';
import { rangeOf } from '../ranges.ts';
import { found } from './places.ts';
import { type Named, valuesNamed } from './values.ts';

/** Quotas, conditions, groups and shares speak of units and classes of units that the register has, by their full names. */
export function* everyUnitNamedIsRegistered({ units }: Ledger, policies: readonly Policy[]): Generator<Finding> {
  const registered = [...units.values()];
  for (const policy of policies) {
    for (const named of valuesNamed(policy)) {
      if (named.attribute === 'unit') yield* unknownUnit(named, registered);
      if (named.attribute === 'unit_class') yield* unknownClass(named, registered, policy);
    }
    for (const office of [...officesNamed(policy), ...decidersNamed(policy)]) yield* unknownUnit(office, registered);
  }
}

/** The editing offices that have a part in what units share. */
function* officesNamed({ at, items, ledgers }: Policy): Generator<Pick<Named, 'at' | 'value'>> {
  const shares = [
    { at: within(at, 'items'), units: items.units },
    ...Object.entries(ledgers).map(([name, { units }]) => ({ at: within(at, 'ledgers', name), units })),
  ];
  for (const { at, units } of shares) if (units?.office !== undefined) yield { at: within(at, 'units', 'office', 'unit'), value: units.office.unit };
}

/** Who decides on appeals. */
function* decidersNamed({ at, appeals }: Policy): Generator<Pick<Named, 'at' | 'value'>> {
  if (appeals?.decide !== undefined) yield { at: within(at, 'appeals', 'decide', 'by'), value: appeals.decide.by };
}

function* unknownUnit({ at, value }: Pick<Named, 'at' | 'value'>, registered: readonly Unit[]): Generator<Finding> {
  const names = registered.map(({ name }) => name);
  if (typeof value !== 'string' || names.includes(value)) return;
  const meant = registered.find(({ short, aliases }) => short === value || aliases.includes(value))?.name;
  yield found(at, { code: 'policy/no-such-unit', what: 'unit', named: value, nearest: meant ?? nearest(value, names) });
}

/** A class that the ordinance says it assesses may be without units for now, unless it looks like a slip of the pen. */
function* unknownClass({ at, value }: Named, registered: readonly Unit[], policy: Policy): Generator<Finding> {
  const classes = [...new Set(registered.map((unit) => unit.class))];
  if (typeof value !== 'string' || classes.includes(value)) return;
  const assessed = rangeOf('unit_class', 'unit', policy).words;
  const near = nearest(
    value,
    classes.filter((one) => !assessed.includes(one)),
  );
  if (!assessed.includes(value) || (near !== null && at.path.includes('subjects')))
    yield found(at, { code: 'policy/no-such-unit', what: 'class', named: value, nearest: near ?? nearest(value, classes) });
}

/** A duty that names its units is owed by one at least. */
export function* everyDutyIsOwedBySomebody({ units }: Ledger, policies: readonly Policy[]): Generator<Finding> {
  for (const policy of policies) {
    for (const [id, { each, title }] of Object.entries(policy.duties)) {
      if (each === undefined || [...units.values()].some((unit) => meets(unit, policy.subjects) && meets(unit, each))) continue;
      yield found(within(policy.at, 'duties', id, 'each'), { code: 'policy/owed-by-nobody', duty: title });
    }
  }
}

/** The year is left open: what holds in some year is owed by somebody. */
function meets(unit: Unit, written: Policy['subjects']): boolean {
  const alternatives = Array.isArray(written) ? written : [written ?? {}];
  return alternatives.some(({ year: _anyYear, ...rest }) =>
    condition(rest)((name) => (name === 'unit' ? unit.name : name === 'unit_class' ? unit.class : null)),
  );
}
