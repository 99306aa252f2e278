/**
 * The language in which an ordinance (办法) is written: one YAML file, clause by clause. The schema is the manual;
 * the description of a key is what an editor shows. Its parts stand in `language/`.
 */
import { z } from 'zod';
import { say, Text, WrittenDay } from '../ledger/written/common.ts';
import { Appeals } from './language/appeals.ts';
import { Clauses, Condition, RuleId } from './language/condition.ts';
import { Deadline, Duty, Reminder } from './language/duty.ts';
import { Approval, ApprovalForm, Award, Base, Cadence, Consequence, Conversion, Eligibility, Limit, Ranking, Reading } from './language/outcome.ts';
import { Account, Filings, Items, Pool, Rule } from './language/rule.ts';

export type { Amount } from './language/amount.ts';
export type { Condition, Conditions, Test } from './language/condition.ts';
export type { Count, Deadline, Duty, Reminder } from './language/duty.ts';
export type { ApprovalForm, Award, Base, Consequence, Conversion, Eligibility, Limit } from './language/outcome.ts';
export type { AuthorShares, FactKind, Pool, Rule, UnitShares } from './language/rule.ts';

const InForce = z.strictObject({
  clause: Clauses.optional(),
  from: WrittenDay.meta(say('施行日期（含当日）', 'First day in force')),
  to: WrittenDay.optional().meta(say('失效日期（含当日）', 'Last day in force')),
  beside: z
    .array(RuleId)
    .optional()
    .meta(say('与哪些办法同时施行（各管各的考核对象）', 'Ordinances in force side by side with this one, each for its own subjects')),
  judged_by: z
    .enum(['event', 'filing'])
    .default('event')
    .meta(say('按采用、批示之日，或按报送之日适用', 'Applied by the day of the event, or of the filing')),
});

const Words = z.strictObject({
  form: z.array(Text).optional(),
  category: z.array(Text).optional(),
  incident: z.array(Text).optional(),
  figure: z.array(Text).optional().meta(say('上报数据的名称，如 阅读量、上级得分', 'Names of figures, such as 阅读量')),
});

const Rounding = z.strictObject({ places: z.int().nonnegative(), mode: z.enum(['down', 'half-up', 'half-even', 'up']) });

export const WrittenPolicy = z.strictObject({
  id: RuleId.meta(say('编号，与文件名相同', 'Id, the same as the file name')),
  title: Text.meta(say('标题', 'Title')),
  number: Text.optional().meta(say('发文字号', 'Number of the document')),
  issuer: Text.optional().meta(say('发文机关', 'Issuer')),
  interpreter: Text.optional().meta(say('解释机关', 'Who interprets it')),
  note: Text.optional().meta(say('说明', 'Note')),
  in_force: InForce,
  clauses: z.record(Text, Text).meta(say('条文：条款号 → 原文，按原文顺序', 'The text: clause → wording, in the order of the document')),
  words: Words.default({}).meta(
    say('本办法使用的体裁、类别、差错类型、数据名称', 'The forms, categories, kinds of incident and figures that it knows'),
  ),
  subjects: Condition.optional().meta(say('考核对象', 'Units that it assesses')),
  outlets: z.record(Text, Condition).default({}).meta(say('媒体分级，自低到高：级名 → 条件', 'Classes of outlets, lowest first: name → condition')),
  rules: z.record(RuleId, Rule).default({}).meta(say('计分规则', 'Rules that give points')),
  pools: z.record(Text, Pool).default({}).meta(say('合并计分的办法', 'How pools are combined')),
  ledgers: z.record(Text, Account).default({}).meta(say('积分以外的账本，如 稿酬', 'Accounts beside 积分')),
  items: Items,
  filings: Filings,
  deadlines: z
    .partialRecord(z.enum(['约稿', '会议', '政策']), Deadline)
    .default({})
    .meta(say('期限', 'Deadlines')),
  duties: z.record(RuleId, Duty).default({}).meta(say('任务', 'Duties')),
  consequences: z.record(RuleId, Consequence).default({}).meta(say('多次发生的后果', 'What repetition leads to')),
  bases: z.record(RuleId, Base).default({}).meta(say('基础分', 'Points to start from')),
  limits: z.record(RuleId, Limit).default({}).meta(say('封顶与保底', 'Caps and floors')),
  conversions: z.record(RuleId, Conversion).default({}).meta(say('折算', 'Conversions into another assessment')),
  eligibility: z.record(RuleId, Eligibility).default({}).meta(say('评先评优资格', 'Eligibility')),
  awards: z.record(RuleId, Award).default({}).meta(say('表扬', 'Awards')),
  ranking: Ranking,
  reminders: z.array(Reminder).default([]).meta(say('提醒', 'Reminders')),
  cadence: z.array(Cadence).default([]).meta(say('通报、考核的周期', 'When it is counted and published')),
  approval: Approval.optional().meta(say('审批程序', 'The approval chain')),
  approval_forms: z.array(ApprovalForm).default([]).meta(say('审批单、审核表、登记表', 'The forms that go with submissions')),
  appeals: Appeals.optional().meta(say('申诉的期限', 'Appeals: by when')),
  rounding: Rounding.optional().meta(say('除不尽时的取舍', 'Rounding, where a division does not come out even')),
  readings: z.record(Text, Reading).default({}).meta(say('条文的理解', 'Chosen readings and their alternatives')),
});
export type WrittenPolicy = z.infer<typeof WrittenPolicy>;
