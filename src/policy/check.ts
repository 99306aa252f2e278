/** Whether an ordinance means something everywhere: what it names exists, what it asks can be, what it gives has no gaps. */
import type { Finding } from '../model/finding.ts';
import { placeOf, within } from '../model/place.ts';
import { bandsAndStepsAscend, boundsDoNotCross, everyClassOfOutletsHasPoints, tablesHaveNoGaps } from './checks/amounts.ts';
import { everyClassCanHaveAnOutlet, everyCompanyCanBeKept, everyConditionCanHold, rulesForOneFactSayHowTheyCombine } from './checks/applies.ts';
import { everyAttributeNamedExists, everyClauseCitedStandsInTheText, everyPoolNamedIsDefined, everyRuleNamedExists } from './checks/names.ts';
import { found } from './checks/places.ts';
import { everyReadingChangesWhatExists, everyReadingChosenIsAnOption } from './checks/readings.ts';
import { awardsWithoutTheBarredHaveSomethingThatBars, noShortfallEarnsPoints } from './checks/sense.ts';
import { everyValueNamedIsOne, whatIsMeasuredIsANumber } from './checks/values.ts';
import type { Policy } from './policy.ts';

/** The faults of an ordinance by itself, without a ledger. */
export function checkPolicy(policy: Policy): Finding[] {
  return checks.flatMap((check) => [...check(policy)]);
}

const checks = [
  itsIdIsItsFileName,
  itDoesNotEndBeforeItBegins,
  everyClauseCitedStandsInTheText,
  everyPoolNamedIsDefined,
  everyRuleNamedExists,
  everyAttributeNamedExists,
  everyValueNamedIsOne,
  whatIsMeasuredIsANumber,
  everyConditionCanHold,
  everyClassCanHaveAnOutlet,
  everyCompanyCanBeKept,
  rulesForOneFactSayHowTheyCombine,
  tablesHaveNoGaps,
  bandsAndStepsAscend,
  boundsDoNotCross,
  everyClassOfOutletsHasPoints,
  noShortfallEarnsPoints,
  awardsWithoutTheBarredHaveSomethingThatBars,
  everyReadingChosenIsAnOption,
  everyReadingChangesWhatExists,
  everyDivisionSaysHowItRounds,
] as const;

function* itsIdIsItsFileName({ id, at }: Policy): Generator<Finding> {
  const expected = at.file.replace(/^.*\//, '').replace(/\.ya?ml$/, '');
  if (id !== expected) yield found(within(at, 'id'), { code: 'policy/id-is-not-file-name', id, expected });
}

function* itDoesNotEndBeforeItBegins({ inForce: { from, to }, at }: Policy): Generator<Finding> {
  if (to !== null && to < from) yield found(within(at, 'in_force', 'to'), { code: 'ledger/ends-before-it-begins', from, to });
}

function* everyDivisionSaysHowItRounds({ items, rounding, at }: Policy): Generator<Finding> {
  const divides = items.authors === 'equal' || items.units.otherwise === 'equal' || Object.values(items.units.table).includes('equal');
  if (divides && !rounding) yield found(placeOf(at.file, 'items'), { code: 'policy/division-without-rounding' });
}
