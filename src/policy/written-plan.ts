/**
 * The language in which a publicity plan (宣传工作方案) is written: what is to be made known, where, by whom, and what has to be reported.
 * A plan gives no points, ranks nobody and sets no quota; `kind: plan` tells it from an ordinance.
 */
import { z } from 'zod';
import { oneOrMore, say, Text } from '../ledger/written/common.ts';

const Clauses = oneOrMore(Text).meta(say('依据的条款,必须在 clauses 中', 'The clause or clauses it comes from; they must stand in `clauses`'));
const WhenPossible = z.boolean().default(false).meta(say('有条件时才做(“可”“在条件允许的情况下”)', 'Permitted, not owed'));

const Topic = z.strictObject({
  clause: Clauses,
  subtopics: z.array(Text).default([]).meta(say('具体专题', 'Sub-topics')),
  in_moderation: z.boolean().default(false).meta(say('适当宣传', 'To be made known in moderation')),
  about_persons: z
    .boolean()
    .default(false)
    .meta(say('讲真人真事:本人同意后才公开显示', 'Tells of a person, and is shown to the public only with that person’s consent')),
});

const Way = z.strictObject({ name: Text, clause: Clauses.optional(), when_possible: WhenPossible });
const Family = z.strictObject({
  clause: Clauses,
  ways: z
    .array(z.union([Text, Way]))
    .min(1)
    .meta(say('具体渠道', 'The channels of the family')),
  forms: z.array(Text).default([]).meta(say('形式', 'Forms')),
});

const Named = z.strictObject({ clause: Clauses, names: z.array(Text).min(1) });

const Training = z.strictObject({
  clause: Clauses,
  groups: z.array(Text).min(1).meta(say('培训对象', 'Whom it is for')),
});

const SpotClass = z.strictObject({
  clause: Clauses,
  reach: z.boolean().default(false).meta(say('逐个到达', 'Every one has to be reached')),
  displays: z.boolean().default(false).meta(say('须摆放工具书和经办流程', 'Tool-book and procedure have to be on display')),
});

const MaterialKind = z.strictObject({
  clause: Clauses,
  counts_as: z
    .enum(['tool-book', 'goods', 'other'])
    .meta(say('计入工具书、扶贫宣传品,或都不计入', 'Counted as the tool-book, as publicity goods of the programme, or as neither')),
});

/** What an indicator can be counted from. */
export const MEASURES = [
  'officers',
  'activities',
  'people-reached',
  'lecturers',
  'lecturers-admitted',
  'lecturers-left',
  'lecturers-teaching',
  'documents',
  'sessions',
  'attendance',
  'spots-visited',
  'tool-book-versions',
  'tool-book-printed',
  'tool-book-distributed',
  'tool-book-displayed',
  'goods-kinds',
  'goods-printed',
  'goods-distributed',
  'entitled',
  'informed',
  'enjoying',
  'awareness',
] as const;
export type MeasureName = (typeof MEASURES)[number];

const Indicator = z.strictObject({
  title: Text.meta(say('指标', 'Indicator')),
  clause: Clauses,
  counts: z.array(z.enum(MEASURES)).min(1).meta(say('由哪些数据统计', 'What it is counted from')),
});

/** A duty that the plan lays down; left out, nothing is said of it. */
const Duty = z.strictObject({ clause: Clauses });

const Reading = z.strictObject({
  clause: Clauses,
  question: Text.meta(say('条文不明之处', 'What the text leaves open')),
  chosen: Text.meta(say('选定的理解', 'How it is read')),
});

export const WrittenPlan = z.strictObject({
  kind: z.literal('plan').meta(say('宣传工作方案(不计分)', 'A publicity plan, which gives no points')),
  id: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .meta(say('编号,与文件名相同', 'Id, the same as the file name')),
  title: Text.meta(say('标题', 'Title')),
  issuer: Text.optional().meta(say('发文机关', 'Issuer')),
  note: Text.optional().meta(say('说明', 'Note')),
  clauses: z.record(Text, Text).meta(say('条文:条款号 → 原文,按原文顺序', 'The text: clause → wording, in the order of the document')),
  topics: z.record(Text, Topic).meta(say('宣传内容', 'Topics')),
  channels: z.record(Text, Family).meta(say('渠道:类别 → 具体渠道', 'Channels: family → ways')),
  emphases: Named.meta(say('工作重点', 'Emphases')),
  aspects: Named.optional().meta(say('需要完善的方面', 'Aspects to be perfected')),
  roles: z.record(Text, z.strictObject({ clause: Clauses, required: z.boolean().default(true) })).meta(say('角色', 'Roles that have to be held')),
  systems: z.record(Text, z.strictObject({ clause: Clauses })).meta(say('应建立的制度、预案', 'Systems and plans that have to be written')),
  trainings: z.record(Text, Training).meta(say('培训', 'Kinds of training')),
  spots: z.record(Text, SpotClass).meta(say('点位类别', 'Classes of spots')),
  materials: z.record(Text, MaterialKind).meta(say('工具书、宣传品', 'Kinds of material')),
  duties: z
    .strictObject({
      reports: z
        .strictObject({ clause: Clauses, to: z.array(Text).min(1) })
        .optional()
        .meta(say('重大舆情报告对象', 'Whom a major opinion incident has to be reported to')),
      online: Duty.optional().meta(say('疫情期间线上培训', 'Training is held online during an epidemic')),
      releases: Duty.optional().meta(say('新政策同步宣贯', 'New policies are made known at the same time')),
      approval: Duty.optional().meta(say('发布前内容核准', 'Content is approved before publication')),
      lecturers: Duty.optional().meta(say('讲师动态调整', 'The pool of lecturers is adjusted as needed')),
      budget: Duty.optional().meta(say('经费纳入年度预算', 'Publicity has a line in the yearly budget')),
    })
    .meta(say('职责', 'Duties')),
  indicators: z.record(Text, Indicator).meta(say('通报的指标', 'Indicators that are circulated')),
  outcomes: z
    .strictObject({ clause: Clauses, counts: z.array(z.enum(MEASURES)).min(1) })
    .optional()
    .meta(say('指标之外的成效', 'Outcomes beside the indicators')),
  readings: z.record(Text, Reading).default({}).meta(say('条文的理解', 'How open questions are read')),
});

export type WrittenPlan = z.infer<typeof WrittenPlan>;
