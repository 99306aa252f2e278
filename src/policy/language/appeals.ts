/** 申诉: within which time a unit may appeal, and the office decides. */
import { z } from 'zod';
import { say, Text } from '../../ledger/written/common.ts';
import { Clauses } from './condition.ts';
import { Counting } from './duty.ts';

const Deciding = z.strictObject({
  clause: Clauses.optional(),
  days: z.int().positive().meta(say('提出后几天内决定', 'Decided within so many days of the appeal')),
  counting: Counting,
  by: Text.meta(say('受理的单位（全称），未决时提醒它', 'The unit that decides, by its full name; it is reminded of what is open')),
});

/** Without it the ordinance sets no time, and nothing is late. */
export const Appeals = z.strictObject({
  clause: Clauses,
  days: z.int().positive().optional().meta(say('几天内提出', 'To be filed within so many days')),
  from: z
    .enum(['issue', 'period-end'])
    .default('issue')
    .meta(say('从通报成文日期，或周期最后一天起算', 'From the day of issue of the bulletin, or the last day of its period')),
  counting: Counting,
  decide: Deciding.optional().meta(say('决定的期限', 'The time to decide')),
});
