/** 任务、期限、提醒: what units owe, by when, and what comes of it. */
import { z } from 'zod';
import { say, Text } from '../../ledger/written/common.ts';
import { Amount } from './amount.ts';
import { Clauses, Condition, RuleId, Span } from './condition.ts';

const FIRST_PERIOD = ['next-whole', 'containing', 'containing-from-start'] as const;
export const FirstPeriod = z
  .enum(FIRST_PERIOD)
  .meta(
    say(
      '首个周期：下一个完整周期、施行日所在周期、所在周期但只计施行后',
      'The first period: the next whole one, the one containing the first day, or that one from the day on',
    ),
  );

/** 计数: what of a unit is counted in a period. */
export const Count = z.strictObject({
  of: z
    .enum(['filings', 'adoptions', 'instructions', 'incidents', 'points', 'adoption-rate', 'figure'])
    .default('filings')
    .meta(
      say(
        '数什么：报送、采用、批示、差错、得分、采用率（%）、上报数据',
        'What is counted: filings, adoptions, instructions, incidents, points, adoption rate in per cent, a figure',
      ),
    ),
  where: Condition.optional().meta(say('只计这些', 'Only these')),
  unless: Condition.optional().meta(say('不计这些', 'Not these')),
  weight: Amount.optional().meta(say('每件折算几件（如 调研报告算三篇）', 'How many each counts for')),
});
export type Count = z.infer<typeof Count>;

const Extra = z.strictObject({
  clause: Clauses.optional(),
  each: z.number().meta(say('每超一件', 'For each further one')),
  at_most: z.number().optional().meta(say('封顶', 'Capped at')),
  per: Span.optional().meta(say('封顶的周期，默认与任务同', 'Period of the cap; that of the duty unless given')),
  needs_all_of: Span.optional().meta(say('该周期内各期任务都完成才计', 'Only if every period inside this one is met')),
});

export const Duty = z.strictObject({
  clause: Clauses,
  title: Text.meta(say('任务名称', 'Name of the duty')),
  each: Condition.optional().meta(say('承担的单位，默认全部', 'Units that owe it; all unless given')),
  voluntary: Condition.optional().meta(say('自愿报送、未完成不扣分的单位', 'Units for which it is voluntary: nothing is lost')),
  per: Span.meta(say('周期', 'Period')),
  weeks: z
    .enum(['thursday', 'sunday', 'cut'])
    .default('thursday')
    .meta(say('跨月的周归哪月：星期四、星期日、按月截断', 'A week across two months: of its Thursday, of its Sunday, or cut')),
  count: Count.default({ of: 'filings' }).meta(say('怎样计数', 'What counts')),
  subtree: z.boolean().default(false).meta(say('连同下级单位的报送一并计数', 'Filings of the units below count too')),
  carry_over: Span.optional().meta(say('在该周期内，超额的可结转下期', 'Within such a period what is beyond the quota carries over')),
  at_least: Amount.meta(say('任务数', 'The quota')),
  first_period: FirstPeriod.default('next-whole'),
  met: z.number().optional().meta(say('完成得分', 'Points if met')),
  missed: z.number().optional().meta(say('未完成扣分', 'Points if missed')),
  each_missing: z.number().optional().meta(say('每少一件', 'For each one missing')),
  proportion: z.number().optional().meta(say('按完成比例得分，全部完成得此分', 'Points in proportion; this much for the whole quota')),
  extra: Extra.optional().meta(say('超额', 'What is beyond the quota')),
  at_most: z.number().optional().meta(say('本任务每周期最多得分', 'The most that the duty gives in a period')),
  charged_to: Span.optional().meta(say('只计入该周期的总分（如扣减年度得分）', 'Counts only in the total of such a period')),
  book: z
    .enum(['period-end', 'as-met'])
    .default('period-end')
    .meta(say('记入期末，或完成之日', 'Booked at the end of the period, or on the day it is met')),
});
export type Duty = z.infer<typeof Duty>;

export const Counting = z
  .enum(['calendar', 'inclusive', 'working'])
  .default('calendar')
  .meta(say('自然日、当天算第一天、工作日', 'Calendar days, the day itself being the first, working days'));

export const Deadline = z.strictObject({
  clause: Clauses,
  days: z.int().positive().optional().meta(say('几天内（约稿以约定期限为准）', 'Within so many days (commissions carry their own day)')),
  from: z.enum(['last-day', 'first-day']).default('last-day').meta(say('从结束日或开始日起算', 'From the last or the first day')),
  counting: Counting,
  missed_on: z
    .enum(['deadline', 'day-after'])
    .default('deadline')
    .meta(say('逾期记入期限日或次日', 'A miss is booked on the deadline or the day after')),
});
export type Deadline = z.infer<typeof Deadline>;

export const Reminder = z.strictObject({
  clause: Clauses,
  duty: RuleId,
  at: z.array(z.enum(['half-month', 'period-end'])).min(1),
  when: z
    .enum(['behind', 'short', 'idle'])
    .meta(say('进度落后、未达全额、本半月没有报送', 'Behind in proportion, short of the whole, nothing in the half month')),
});
export type Reminder = z.infer<typeof Reminder>;
