/** 后果与结果: what repetition leads to, who is barred, who is commended, how it is ranked. */
import { z } from 'zod';
import { say, Text } from '../../ledger/written/common.ts';
import { TAKERS } from '../../ledger/written/takers.ts';
import { Clauses, Condition, RuleId, Span } from './condition.ts';
import { Count, FirstPeriod } from './duty.ts';

const Missed = z
  .strictObject({
    duty: RuleId.meta(say('哪项任务', 'The duty')),
    times: z.int().positive().default(1).meta(say('几次', 'How many times')),
    running: z.boolean().default(false).meta(say('是否须连续', 'Whether they must follow one another')),
    per: Span.optional().meta(say('在哪个周期内累计', 'The period within which they are counted')),
  })
  .meta(say('任务未完成', 'A duty was missed'));

const Reached = z.strictObject({ count: Count, at_least: z.number(), per: Span }).meta(say('某一计数达到', 'A count is reached'));

/** 后果: what follows when something happens often enough. */
export const Consequence = z.strictObject({
  clause: Clauses,
  each: Condition.optional().meta(say('适用的单位', 'The units concerned')),
  when: z.union([Missed, Reached]).meta(say('何时', 'When')),
  says: Text.optional().meta(say('如 通报批评、约谈', 'What is said of the unit, such as 通报批评')),
  points: z.number().optional().meta(say('得分或扣分', 'Points')),
  charged_to: Span.optional().meta(say('只计入该周期的总分', 'Counts only in the total of such a period')),
  zeroes: Span.optional().meta(say('所在周期得分计零', 'The total of the period is set to zero')),
  bars: Text.optional().meta(say('取消什么资格', 'What it disqualifies from')),
});
export type Consequence = z.infer<typeof Consequence>;

export const Base = z.strictObject({ clause: Clauses, points: z.number(), per: Span });
export type Base = z.infer<typeof Base>;

export const Limit = z.strictObject({
  clause: Clauses,
  rules: z.array(RuleId).min(1).optional().meta(say('只对这些规则、任务的得分之和', 'On the sum of these rules and duties only')),
  at_most: z.number().optional().meta(say('封顶', 'At most')),
  at_least: z.number().optional().meta(say('保底', 'At least')),
  per: z.union([Span, z.literal('item')]).meta(say('周期；item 为每篇稿件', 'The period; `item` for each item')),
});
export type Limit = z.infer<typeof Limit>;

/** 折算: a total turned into a part of another assessment. */
export const Conversion = z.strictObject({
  clause: Clauses,
  of: Text.default('积分').meta(say('哪本账', 'The account')),
  into: Text.meta(say('折入哪本账', 'The account it goes into')),
  per: Span,
  times: z.number().meta(say('乘以', 'Times this')),
  at_most: z.number().optional(),
  at_least: z.number().optional(),
});
export type Conversion = z.infer<typeof Conversion>;

export const Eligibility = z.strictObject({
  clause: Clauses,
  bars: Text.meta(say('不能参加什么', 'What is barred')),
  each: Condition.optional(),
  per: Span,
  count: Count.default({ of: 'filings' }),
  at_most: z.number().default(0).meta(say('件数不超过此数即失去资格', 'Barred if the count is this or less')),
  lasts: Span.meta(say('影响哪个周期的评选', 'The period whose commendation is barred')),
  first_period: FirstPeriod.default('containing'),
});
export type Eligibility = z.infer<typeof Eligibility>;

export const Award = z.strictObject({
  clause: Clauses,
  title: Text,
  of: z.enum(['units', 'people']),
  per: Span,
  from: z.enum(['top', 'bottom']).default('top').meta(say('取前几名或后几名', 'The first or the last so many')),
  places: z.int().positive().optional().meta(say('名额', 'Number of places')),
  share: z.number().positive().max(1).optional().meta(say('比例', 'Share of those ranked')),
  mark: z.number().optional().meta(say('得分不低于', 'All with this many points or more')),
  amounts: z.array(z.number()).optional().meta(say('各名次的数额', 'The amount for each rank')),
  unless_barred: z.boolean().default(false).meta(say('失去资格的不参加', 'The barred take no part')),
  needs_met: RuleId.optional().meta(say('须完成某项任务', 'Only those who met this duty throughout')),
  round: z.enum(['down', 'half-up', 'up']).default('down'),
  at_least: z.int().nonnegative().default(1),
  ties: z
    .enum(['undecided', 'all', 'none'])
    .default('undecided')
    .meta(say('末位并列：待定、全部入选、全部不入选', 'A tie at the last place: undecided, all in, none in')),
});
export type Award = z.infer<typeof Award>;

const Module = z.strictObject({
  rules: z.array(RuleId).min(1).meta(say('由哪些规则、任务组成', 'The rules and duties that make it up')),
  weight: z.number().default(1).meta(say('权重', 'Weight')),
  at_most: z.number().optional().meta(say('本项封顶', 'The most that the module gives')),
});

export const Ranking = z
  .strictObject({
    clause: Clauses.optional(),
    by: z.enum(['period', 'year-to-date']).default('period').meta(say('按本期得分或全年累计', 'By the points of the period or of the year so far')),
    groups: z
      .union([z.enum(['none', 'class']), z.record(Text, Condition)])
      .default('none')
      .meta(say('合并排名、按单位类别分组，或自定分组：组名 → 单位条件', 'One list, one for each class, or groups of their own: name → units')),
    modules: z.record(Text, Module).optional().meta(say('由几个加权项目合成', 'Made up of weighted modules')),
    rolled_up: z.boolean().default(false).meta(say('下级单位得分汇总到上级排名', 'Points of the units below are ranked with the unit above')),
    top: z.int().positive().default(3).meta(say('靠前几名', 'How many at the top')),
    bottom: z.int().nonnegative().default(3).meta(say('靠后几名', 'How many at the bottom')),
  })
  .default({ by: 'period', groups: 'none', rolled_up: false, top: 3, bottom: 3 });

export const Cadence = z.strictObject({
  clause: Clauses,
  every: Span,
  does: Text.meta(say('做什么', 'What is done')),
  covers: z.enum(['current', 'previous']).default('current'),
});

const Step = z.union([Text, z.strictObject({ step: Text, clause: Clauses.optional(), where: Condition.optional(), ...TAKERS })]);
const Chain = z.strictObject({
  each: Condition.optional(),
  steps: z
    .array(Step)
    .min(1)
    .meta(
      say(
        '审批环节，依次；where 只限某些稿件，roles、whose 写明由谁办理',
        'Steps in order; one with `where` only for such items, `roles` and `whose` say who takes it',
      ),
    ),
});
export const Approval = z.strictObject({ clause: Clauses, chains: z.array(Chain).min(1) });

/** What a field of a form holds: something of the record, or an opinion, whose box stays empty on the site whatever the record says. */
const HOLDS = ['title', 'units', 'authors', 'filed', 'event', 'form', 'category', 'stream', 'openness', 'target', 'length', 'opinion'] as const;
const FormField = z.strictObject({
  label: Text.meta(say('栏目名称，照附件', 'The name of the field, as the annex has it')),
  holds: z
    .enum(HOLDS)
    .optional()
    .meta(say('填什么；意见、签字栏写 opinion，永远留空；不写则手填', 'What of the record it holds; opinion for a box that stays empty')),
  choices: z.array(Text).min(1).optional().meta(say('供勾选的各项', 'What may be ticked')),
  other: Text.optional().meta(say('各项之外，如“其他”', 'What is ticked where none of them fits')),
});
/** 审批单、审核表、登记表: which form goes with a submission, and its fields. */
export const ApprovalForm = z.strictObject({
  clause: Clauses,
  title: Text.meta(say('表名', 'The title of the form')),
  each: Condition.optional().meta(say('哪些单位用这张表', 'The units that use it')),
  note: Text.optional().meta(say('说明，印在表下', 'A note that is printed below it')),
  fields: z.array(FormField).min(1).meta(say('栏目，依次', 'Its fields in order')),
});
export type ApprovalForm = z.infer<typeof ApprovalForm>;

const ReadingOption = z.strictObject({
  says: Text.meta(say('怎么理解', 'How it reads')),
  set: z.record(Text, z.unknown()).optional().meta(say('采用时改动的键：路径 → 值（null 为删去）', 'What it changes: path → value (null removes)')),
});
export const Reading = z.strictObject({
  clause: Clauses,
  question: Text.meta(say('条文不明之处', 'What the text leaves open')),
  chosen: Text.meta(say('选定的理解', 'The reading in use')),
  because: Text.optional().meta(say('理由', 'Why')),
  options: z.record(Text, ReadingOption),
});
