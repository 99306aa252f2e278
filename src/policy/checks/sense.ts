/** What an ordinance says that can hardly be meant: a shortfall that earns points, an award without the barred where nothing bars. */
import type { Finding } from '../../model/finding.ts';
import { within } from '../../model/place.ts';
import type { Policy } from '../policy.ts';
import { found } from './places.ts';

/** Deductions are written as negative numbers. */
export function* noShortfallEarnsPoints({ duties, at }: Policy): Generator<Finding> {
  for (const [id, duty] of Object.entries(duties)) {
    for (const key of ['missed', 'each_missing'] as const) {
      const points = duty[key];
      if (points !== undefined && points > 0) yield found(within(at, 'duties', id, key), { code: 'policy/shortfall-earns', points });
    }
  }
}

/** Units are barred by rules of eligibility and by consequences that say so. */
export function* awardsWithoutTheBarredHaveSomethingThatBars({ awards, eligibility, consequences, at }: Policy): Generator<Finding> {
  if (Object.keys(eligibility).length > 0 || Object.values(consequences).some(({ bars }) => bars !== undefined)) return;
  for (const [id, { unless_barred }] of Object.entries(awards)) {
    if (unless_barred) yield found(within(at, 'awards', id, 'unless_barred'), { code: 'policy/nothing-bars' });
  }
}
