/**
 * The language in which an ordinance (办法) is written: one YAML file, clause by clause. The schema is the manual;
 * the description of a key is what an editor shows.
 */
import { z } from 'zod';
import { oneOrMore, say, Text, WrittenDay } from '../ledger/written/common.ts';
import { MARKS } from '../ledger/written/records.ts';
import { SPANS } from '../model/period.ts';

const Clause = Text.meta(say('条款号,必须在 clauses 中', 'Clause; it must stand in `clauses`'));
const Clauses = oneOrMore(Clause).meta(say('依据的条款', 'The clause or clauses it comes from'));
const RuleId = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const Span = z.enum(SPANS);

const Scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const Comparison = z
  .strictObject({
    not: oneOrMore(Scalar).optional().meta(say('不是这些值', 'None of these')),
    at_least: z.number().optional().meta(say('不少于', 'This or more')),
    at_most: z.number().optional().meta(say('不超过', 'This or less')),
    above: z.number().optional().meta(say('多于', 'More than this')),
    below: z.number().optional().meta(say('少于', 'Less than this')),
  })
  .refine((value) => Object.keys(value).length > 0);
const Test = z.union([Scalar, z.array(Scalar).min(1), Comparison]);
const Conditions = z
  .record(Text, Test)
  .meta(say('属性 → 值、值的列表或比较;全部满足才算', 'Attribute → value, list of values, or comparison; all must hold'));
/** 条件: attributes that must all hold; a list of such means any of them. */
const Condition = oneOrMore(Conditions).meta(say('条件;列表表示满足其一', 'Condition; a list means any of them'));

interface WrittenTable {
  [value: string]: number | WrittenTable;
}
const Table: z.ZodType<WrittenTable> = z.lazy(() => z.record(Text, z.union([z.number(), Table])));
interface WrittenLookup {
  by: string | string[];
  table: WrittenTable;
  otherwise?: number | WrittenLookup | undefined;
}
const Lookup: z.ZodType<WrittenLookup> = z.lazy(() =>
  z.strictObject({
    by: oneOrMore(Text).meta(say('按哪个属性查表', 'The attribute or attributes to look up')),
    table: Table.meta(say('属性值 → 分值;两个以上属性时逐层嵌套', 'Value → amount; nested where there are several attributes')),
    otherwise: z.union([z.number(), Lookup]).optional().meta(say('表中没有时', 'Where the table has none')),
  }),
);
/** 数额: a number, or a table by attributes. */
const Amount = z.union([z.number(), Lookup]);

const FACTS = ['submission', 'adoption', 'instruction', 'obligation', 'incident'] as const;
const Company = z
  .strictObject({ for: z.enum(FACTS), where: Condition.optional() })
  .meta(say('同一稿件的另一事实', 'Another fact about the same item'));

const Rule = z.strictObject({
  clause: Clauses,
  for: z.enum(FACTS).meta(say('计分对象:报送、采用、批示、任务、差错', 'What it values')),
  where: Condition.optional().meta(say('适用条件', 'When it applies')),
  unless: Condition.optional().meta(say('除外情形', 'When it does not')),
  with: Company.optional().meta(say('同一稿件须另有此事实', 'Only beside this other fact of the item')),
  without: Company.optional().meta(say('同一稿件没有此事实', 'Only where the item has no such fact')),
  points: Amount.optional().meta(say('分值', 'Points')),
  times: Text.optional().meta(say('再乘以该属性(如 处数)', 'Times this attribute (a count)')),
  pool: Text.optional().meta(say('归入哪一类合并计分,默认自成一类、逐项相加', 'The pool in which it is combined; alone and added up unless given')),
  ledger: Text.default('积分').meta(say('记入哪本账:积分(默认)、稿酬……', 'The ledger: 积分 unless given')),
  voids: z.literal('item').optional().meta(say('该稿件此前得分全部取消', 'Takes away all that the item has earned')),
});

const Pool = z.strictObject({
  clause: Clauses.optional(),
  combine: z
    .enum(['sum', 'highest', 'highest-class', 'gravest'])
    .meta(say('合并办法:累加、取最高分、取最高级别、从重', 'Added up; the highest points; the points of the highest class; the gravest')),
  once_per: oneOrMore(Text).optional().meta(say('每个属性值只计一次,再相加', 'Once for each value of the attribute, then added up')),
  anew_each: Span.optional().meta(say('每个周期重新计', 'Valued anew in each period')),
});

const Share = z.union([z.literal('equal'), z.number().nonnegative()]);
const Items = z
  .strictObject({
    booking: z
      .enum(['as-it-changes', 'with-first'])
      .default('as-it-changes')
      .meta(say('后来的更高采用:差额记入发生时,或全部记入首次', 'A later, better adoption: the difference when it happens, or all with the first')),
    authors: z
      .enum(['full', 'equal', 'first'])
      .default('full')
      .meta(say('合作撰稿:各记全分、平分、只记第一作者', 'Co-authors: full to each, equal parts, the first only')),
    units: z
      .strictObject({
        clause: Clauses.optional(),
        by: z.literal('mark').optional(),
        table: z.partialRecord(z.enum(MARKS), Share).default({}),
        otherwise: Share.default(1),
      })
      .default({ table: {}, otherwise: 1 })
      .meta(say('多单位稿件:各得几成', 'Shared items: what part each unit gets')),
    same_story: z
      .enum(['first-filed', 'named', 'shared'])
      .default('first-filed')
      .meta(say('两单位报送同一稿件:归先报者、归被采用者、共同分享', 'One story filed by two: to the first filer, to the one named, shared')),
  })
  .default({ booking: 'as-it-changes', authors: 'full', units: { table: {}, otherwise: 1 }, same_story: 'first-filed' });

const Filings = z
  .strictObject({
    clause: Clauses.optional(),
    unapproved: z.enum(['void', 'counts']).default('void').meta(say('未经审批的稿件:不算、照算', 'Unapproved items: void, or they count')),
    revisions: z.int().nonnegative().optional().meta(say('最多允许修改几次', 'How many revisions are allowed')),
    dated: z.enum(['first-filed', 'accepted']).default('first-filed').meta(say('退改稿件按哪天算', 'The day of a returned item')),
  })
  .default({ unapproved: 'void', dated: 'first-filed' });

const FIRST_PERIOD = ['next-whole', 'containing', 'containing-from-start'] as const;
const FirstPeriod = z
  .enum(FIRST_PERIOD)
  .meta(
    say(
      '首个周期:下一个完整周期、施行日所在周期、所在周期但只计施行后',
      'The first period: the next whole one, the one containing the first day, or that one from the day on',
    ),
  );

const Extra = z.strictObject({
  clause: Clauses.optional(),
  each: z.number().meta(say('每超一件', 'For each further one')),
  at_most: z.number().optional().meta(say('封顶', 'Capped at')),
  per: Span.optional().meta(say('封顶的周期,默认与任务同', 'Period of the cap; that of the duty unless given')),
  needs_all_of: Span.optional().meta(say('该周期内各期任务都完成才计', 'Only if every period inside this one is met')),
});

const Duty = z.strictObject({
  clause: Clauses,
  title: Text.meta(say('任务名称', 'Name of the duty')),
  each: Condition.optional().meta(say('承担的单位,默认全部', 'Units that owe it; all unless given')),
  per: Span.meta(say('周期', 'Period')),
  weeks: z
    .enum(['thursday', 'sunday', 'cut'])
    .default('thursday')
    .meta(say('跨月的周归哪月:星期四、星期日、按月截断', 'A week across two months: of its Thursday, of its Sunday, or cut')),
  count: z.strictObject({ where: Condition.optional(), unless: Condition.optional() }).default({}).meta(say('哪些报送计数', 'Which filings count')),
  subtree: z.boolean().default(false).meta(say('连同下级单位的报送一并计数', 'Filings of the units below count too')),
  at_least: Amount.meta(say('任务数', 'The quota')),
  first_period: FirstPeriod.default('next-whole'),
  met: z.number().optional().meta(say('完成得分', 'Points if met')),
  missed: z.number().optional().meta(say('未完成扣分', 'Points if missed')),
  each_missing: z.number().optional().meta(say('每少一件', 'For each one missing')),
  extra: Extra.optional().meta(say('超额', 'What is beyond the quota')),
  at_most: z.number().optional().meta(say('本任务每周期最多得分', 'The most that the duty gives in a period')),
  book: z
    .enum(['period-end', 'as-met'])
    .default('period-end')
    .meta(say('记入期末,或完成之日', 'Booked at the end of the period, or on the day it is met')),
});

const Deadline = z.strictObject({
  clause: Clauses,
  days: z.int().positive().optional().meta(say('几天内(约稿以约定期限为准)', 'Within so many days (commissions carry their own day)')),
  from: z.enum(['last-day', 'first-day']).default('last-day').meta(say('从结束日或开始日起算', 'From the last or the first day')),
  counting: z
    .enum(['calendar', 'inclusive', 'working'])
    .default('calendar')
    .meta(say('自然日、当天算第一天、工作日', 'Calendar days, the day itself being the first, working days')),
  missed_on: z
    .enum(['deadline', 'day-after'])
    .default('deadline')
    .meta(say('逾期记入期限日或次日', 'A miss is booked on the deadline or the day after')),
});

const Eligibility = z.strictObject({
  clause: Clauses,
  bars: Text.meta(say('不能参加什么', 'What is barred')),
  each: Condition.optional(),
  per: Span,
  count: z.strictObject({ where: Condition.optional(), unless: Condition.optional() }).default({}),
  at_most: z.number().default(0).meta(say('件数不超过此数即失去资格', 'Barred if the count is this or less')),
  lasts: Span.meta(say('影响哪个周期的评选', 'The period whose commendation is barred')),
  first_period: FirstPeriod.default('containing'),
});

const Award = z.strictObject({
  clause: Clauses,
  title: Text,
  of: z.enum(['units', 'people']),
  per: Span,
  places: z.int().positive().optional().meta(say('名额', 'Number of places')),
  share: z.number().positive().max(1).optional().meta(say('比例', 'Share of those ranked')),
  round: z.enum(['down', 'half-up', 'up']).default('down'),
  at_least: z.int().nonnegative().default(1),
  ties: z
    .enum(['undecided', 'all', 'none'])
    .default('undecided')
    .meta(say('末位并列:待定、全部入选、全部不入选', 'A tie at the last place: undecided, all in, none in')),
});

const Ranking = z
  .strictObject({
    clause: Clauses.optional(),
    by: z.enum(['period', 'year-to-date']).default('period').meta(say('按本期得分或全年累计', 'By the points of the period or of the year so far')),
    groups: z.enum(['none', 'class']).default('none').meta(say('合并排名或按单位类别分组', 'One list, or one for each class')),
    top: z.int().positive().default(3).meta(say('靠前几名', 'How many at the top')),
    bottom: z.int().nonnegative().default(3).meta(say('靠后几名', 'How many at the bottom')),
  })
  .default({ by: 'period', groups: 'none', top: 3, bottom: 3 });

const Reminder = z.strictObject({
  clause: Clauses,
  duty: RuleId,
  at: z.array(z.enum(['half-month', 'period-end'])).min(1),
  when: z
    .enum(['behind', 'short', 'idle'])
    .meta(say('进度落后、未达全额、本半月没有报送', 'Behind in proportion, short of the whole, nothing in the half month')),
});

const Cadence = z.strictObject({
  clause: Clauses,
  every: Span,
  does: Text.meta(say('做什么', 'What is done')),
  covers: z.enum(['current', 'previous']).default('current'),
});

const Step = z.union([Text, z.strictObject({ step: Text, clause: Clauses.optional(), where: Condition.optional() })]);
const Chain = z.strictObject({
  each: Condition.optional(),
  steps: z.array(Step).min(1).meta(say('审批环节,依次', 'Steps in order; one with `where` only for such items')),
});
const Approval = z.strictObject({ clause: Clauses, chains: z.array(Chain).min(1) });

const ReadingOption = z.strictObject({
  says: Text.meta(say('怎么理解', 'How it reads')),
  set: z.record(Text, z.unknown()).optional().meta(say('采用时改动的键:路径 → 值(null 为删去)', 'What it changes: path → value (null removes)')),
});
const Reading = z.strictObject({
  clause: Clauses,
  question: Text.meta(say('条文不明之处', 'What the text leaves open')),
  chosen: Text.meta(say('选定的理解', 'The reading in use')),
  because: Text.optional().meta(say('理由', 'Why')),
  options: z.record(Text, ReadingOption),
});

export const WrittenPolicy = z.strictObject({
  id: RuleId.meta(say('编号,与文件名相同', 'Id, the same as the file name')),
  title: Text.meta(say('标题', 'Title')),
  number: Text.optional().meta(say('发文字号', 'Number of the document')),
  issuer: Text.optional().meta(say('发文机关', 'Issuer')),
  interpreter: Text.optional().meta(say('解释机关', 'Who interprets it')),
  note: Text.optional().meta(say('说明', 'Note')),
  in_force: z.strictObject({
    clause: Clauses.optional(),
    from: WrittenDay.meta(say('施行日期(含当日)', 'First day in force')),
    to: WrittenDay.optional().meta(say('失效日期(含当日)', 'Last day in force')),
    judged_by: z
      .enum(['event', 'filing'])
      .default('event')
      .meta(say('按采用、批示之日,或按报送之日适用', 'Applied by the day of the event, or of the filing')),
  }),
  clauses: z.record(Text, Text).meta(say('条文:条款号 → 原文,按原文顺序', 'The text: clause → wording, in the order of the document')),
  words: z
    .strictObject({ form: z.array(Text).optional(), category: z.array(Text).optional(), incident: z.array(Text).optional() })
    .default({})
    .meta(say('本办法使用的体裁、类别、差错类型', 'The forms, categories and kinds of incident that it knows')),
  subjects: Condition.optional().meta(say('考核对象', 'Units that it assesses')),
  outlets: z.record(Text, Condition).default({}).meta(say('媒体分级,自低到高:级名 → 条件', 'Classes of outlets, lowest first: name → condition')),
  rules: z.record(RuleId, Rule).default({}).meta(say('计分规则', 'Rules that give points')),
  pools: z.record(Text, Pool).default({}).meta(say('合并计分的办法', 'How pools are combined')),
  items: Items,
  filings: Filings,
  deadlines: z
    .partialRecord(z.enum(['约稿', '会议', '政策']), Deadline)
    .default({})
    .meta(say('期限', 'Deadlines')),
  duties: z.record(RuleId, Duty).default({}).meta(say('任务', 'Duties')),
  bases: z
    .record(RuleId, z.strictObject({ clause: Clauses, points: z.number(), per: Span }))
    .default({})
    .meta(say('基础分', 'Points to start from')),
  limits: z
    .record(RuleId, z.strictObject({ clause: Clauses, at_most: z.number().optional(), at_least: z.number().optional(), per: Span }))
    .default({})
    .meta(say('单位总分的封顶与保底', "Cap and floor of a unit's total")),
  eligibility: z.record(RuleId, Eligibility).default({}).meta(say('评先评优资格', 'Eligibility')),
  awards: z.record(RuleId, Award).default({}).meta(say('表扬', 'Awards')),
  ranking: Ranking,
  reminders: z.array(Reminder).default([]).meta(say('提醒', 'Reminders')),
  cadence: z.array(Cadence).default([]).meta(say('通报、考核的周期', 'When it is counted and published')),
  approval: Approval.optional().meta(say('审批程序', 'The approval chain')),
  rounding: z
    .strictObject({ places: z.int().nonnegative(), mode: z.enum(['down', 'half-up', 'half-even', 'up']) })
    .optional()
    .meta(say('除不尽时的取舍', 'Rounding, where a division does not come out even')),
  readings: z.record(Text, Reading).default({}).meta(say('条文的理解', 'Chosen readings and their alternatives')),
});

export type WrittenPolicy = z.infer<typeof WrittenPolicy>;
export type Condition = z.infer<typeof Condition>;
export type Conditions = z.infer<typeof Conditions>;
export type Test = z.infer<typeof Test>;
export type Amount = z.infer<typeof Amount>;
export type Rule = z.infer<typeof Rule>;
export type Pool = z.infer<typeof Pool>;
export type Duty = z.infer<typeof Duty>;
export type Deadline = z.infer<typeof Deadline>;
export type Eligibility = z.infer<typeof Eligibility>;
export type Award = z.infer<typeof Award>;
export type Reminder = z.infer<typeof Reminder>;
export type FactKind = (typeof FACTS)[number];
