/** Ordinances one after another: each day between the first and the last has one. */
import { addDays, earlier } from '../../model/day.ts';
import type { Finding } from '../../model/finding.ts';
import { within } from '../../model/place.ts';
import type { Ledger } from '../../model/records.ts';
import { areBeside, type Policy } from '../policy.ts';
import { found } from './places.ts';

export function* everyDayHasOneOrdinance(_ledger: Ledger, policies: readonly Policy[]): Generator<Finding> {
  const inOrder = [...policies].sort((a, b) => (a.inForce.from < b.inForce.from ? -1 : 1));
  for (const [index, next] of inOrder.entries()) {
    const before = inOrder.slice(0, index).filter((policy) => !areBeside(policy, next) && policy.inForce.from < next.inForce.from);
    yield* gapBefore(next, before);
    for (const other of before) yield* overlap(other, next);
  }
}

/** The days after the last of those before have ended, and before the next begins. */
function* gapBefore(next: Policy, before: readonly Policy[]): Generator<Finding> {
  const previous = before.at(-1);
  const ended = previous?.inForce.to ?? null;
  if (!previous || ended === null) return;
  const [from, to] = [addDays(ended, 1), addDays(next.inForce.from, -1)];
  if (from <= to) yield found(within(next.at, 'in_force', 'from'), { code: 'policy/days-without', from, to, before: previous.id });
}

/** An ordinance that says it ends gives way before that to the next; one that does not say so gives way by the next. */
function* overlap({ id, inForce }: Policy, next: Policy): Generator<Finding> {
  const { from } = next.inForce;
  if (inForce.to !== null && inForce.to >= from)
    yield found(within(next.at, 'in_force', 'from'), {
      code: 'policy/days-with-two',
      other: id,
      from,
      to: earlier(inForce.to, next.inForce.to ?? inForce.to),
    });
}
