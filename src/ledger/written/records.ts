/** The records that are filed, one small file each; a record's id is its file name. */
import { z } from 'zod';
import { Reference, say, Text, WrittenDay, WrittenLevel } from './common.ts';

const Note = Text.optional().meta(say('备注（不公开）', 'Note (not published)'));
const Link = z.url().optional().meta(say('网址', 'Address'));
const Proof = z.array(Text).optional().meta(say('佐证材料：文件名或说明', 'Proof: file names or a description'));

export const MARKS = ['单', '综'] as const;
const Mark = z.enum(MARKS).meta(say('综合稿件标注：单（按最高加分）、综（对半加分）', 'Mark on a composite item: 单 full, 综 half'));

/** 参与单位: a unit that shares an item. */
const WrittenShare = z.union([
  Reference,
  z.strictObject({
    unit: Reference.meta(say('单位', 'Unit')),
    mark: Mark.optional(),
    weight: z.number().positive().optional().meta(say('权重（默认 1）', 'Weight (1 unless given)')),
  }),
]);

const WrittenApproval = z.strictObject({
  step: Text.meta(say('审批环节，如 股室负责人', 'Step of the approval chain')),
  by: Reference.optional().meta(say('审批人', 'Who approved')),
  on: WrittenDay.optional().meta(say('审批日期', 'Day of the decision')),
  opinion: Text.optional().meta(say('意见（不公开）', 'Opinion (not published)')),
});

const WrittenRound = z.strictObject({
  returned: WrittenDay.meta(say('退回日期', 'Day it was returned')),
  reason: Text.optional().meta(say('退回原因（不公开）', 'Why (not published)')),
  revised: WrittenDay.optional().meta(say('修改后重报日期', 'Day the revised version was filed')),
});

export const OPENNESS = ['公开', '依申请公开', '不公开'] as const;

const Figures = z
  .record(Text, z.number())
  .optional()
  .meta(say('数据：名称 → 数值，如 阅读量、质量评定', 'Figures: name → number, such as reads or a judgement'));

/** 报送: a unit files an item. data/submissions/<unit>/<year>/<id>.yaml */
export const WrittenSubmission = z.strictObject({
  title: Text.meta(say('信息标题', 'Title')),
  unit: Reference.optional().meta(say('报送单位；多单位联合报送用 units', 'Unit that files; for several use units')),
  units: z
    .array(WrittenShare)
    .min(1)
    .optional()
    .meta(say('参与单位（联合或综合稿件），第一个为牵头单位', 'Units that share the item, the leading one first')),
  authors: z.array(Reference).min(1).optional().meta(say('撰稿人，按署名顺序', 'Authors in the order of their names')),
  on: WrittenDay.meta(say('首次报送日期', 'Day it was first filed')),
  event: WrittenDay.optional().meta(say('事件发生日期', 'Day of the event it reports')),
  form: Text.optional().meta(say('报送体裁，如 综合、简讯', 'Form as filed, as the ordinance names it')),
  category: Text.optional().meta(say('信息类别，如 工作动态、经验总结、问题建议、调研报告', 'Category, as the ordinance names it')),
  stream: z.enum(['政务', '党务']).optional().meta(say('政务或党务', 'Government or Party matters')),
  openness: z.enum(OPENNESS).optional().meta(say('公开属性（默认公开）', 'Openness （公开 unless given）')),
  important: z.boolean().optional().meta(say('是否重要稿件', 'Important manuscript')),
  sensitive: z.boolean().optional().meta(say('是否涉及重大、敏感事件', 'Touches a major or sensitive matter')),
  target: Reference.optional().meta(say('拟投送媒体', 'Outlet it is meant for')),
  answers: Reference.optional().meta(say('所答复的约稿、会议或政策任务编号', 'Obligation that it answers')),
  composite_of: z
    .array(Reference)
    .min(1)
    .optional()
    .meta(say('综合自哪些报送（办公室综合稿件）', 'Submissions that this composite combines; it is no filing of its own')),
  same_as: Reference.optional().meta(say('与哪篇报送为同一稿件', 'The submission that carries the same story')),
  length: z.int().positive().optional().meta(say('字数', 'Length in characters')),
  origin: z.enum(['原创', '转载', '付费']).optional().meta(say('来源', 'Original, reprinted or paid')),
  topic: Text.optional().meta(say('主题', 'Topic')),
  figures: Figures,
  approvals: z
    .array(WrittenApproval)
    .optional()
    .meta(say('审批记录；不写视为合并请求已完成全部审批', 'Approvals; left out, the merged pull request stands for the whole chain')),
  rounds: z.array(WrittenRound).optional().meta(say('退回与修改', 'Rounds of return and revision')),
  accepted: WrittenDay.optional().meta(say('审核通过日期（有退回时填写）', 'Day it was accepted, where it had been returned')),
  rejected: WrittenDay.optional().meta(say('不予采纳日期', 'Day it was finally refused')),
  files: z.array(Text).optional().meta(say('附件', 'Files')),
  link: Link,
  note: Note,
});

/** 采用: an outlet ran a submission. data/adoptions/<year>/<id>.yaml */
export const WrittenAdoption = z.strictObject({
  submission: Reference.meta(say('被采用的报送编号', 'The submission')),
  outlet: Reference.meta(
    say(
      '采用媒体：编号、全称或登记的别名；版次不同是不同的媒体',
      'Outlet: id, full name or registered alias; an edition that scores differently is an outlet of its own',
    ),
  ),
  on: WrittenDay.meta(say('采用日期：刊发当日，不是发现当日', 'The day it appeared, not the day somebody noticed')),
  form: Text.optional().meta(say('刊发体裁（与报送体裁不同时填写）', 'Form as printed, where it differs from the form as filed')),
  print: z.boolean().optional().meta(say('是否纸质刊发（默认按媒体登记）', 'On paper (as the outlet is registered, unless given)')),
  reprint: z.boolean().optional().meta(say('是否转载', 'A reprint')),
  stage: z.enum(['采用', '上报']).optional().meta(say('采用（默认）或仅上报', 'Adopted (the default), or only forwarded')),
  position: Text.optional().meta(say('版面位置', 'Position')),
  length: z.int().positive().optional().meta(say('刊发字数', 'Length as printed')),
  piece: z.enum(['单篇', '合并']).optional().meta(say('单篇刊发或与他稿合并', 'By itself or merged with others')),
  route: z.enum(['直报', '转报']).optional().meta(say('直接报送或经办公室转报', 'Sent in directly or relayed by the office')),
  proof_on: WrittenDay.optional().meta(say('佐证材料交到日期', 'Day the proof was handed in')),
  figures: Figures,
  marks: z.record(Text, Mark).optional().meta(say('本次采用的单综标注：单位 → 单/综', 'Marks for this adoption: unit → 单 or 综')),
  link: Link,
  proof: Proof,
  note: Note,
});

/** 批示: a leader wrote an instruction on a submission. data/instructions/<year>/<id>.yaml */
export const WrittenInstruction = z.strictObject({
  submission: Reference.meta(say('被批示的报送编号', 'The submission')),
  level: z.union([WrittenLevel, z.literal('部委')]).meta(say('批示领导级别', 'Level of the leader')),
  rank: Text.optional().meta(say('批示领导职务', "The leader's rank")),
  on: WrittenDay.meta(say('批示日期', 'Day of the instruction')),
  affirmative: z.boolean().optional().meta(say('是否肯定性批示（默认是）', 'Affirmative (yes unless given)')),
  proof: Proof,
  note: Note,
});

const OBLIGATION_KINDS = ['约稿', '会议', '政策'] as const;

/** 任务: a commission, a meeting or a policy that must be answered. data/obligations/<year>/<id>.yaml */
export const WrittenObligation = z.strictObject({
  kind: z.enum(OBLIGATION_KINDS).meta(say('约稿、会议传达或政策落实', 'Commission, meeting or policy release')),
  title: Text.meta(say('事由', 'What it is about')),
  by: Text.optional().meta(say('下达单位', 'Who asked')),
  on: WrittenDay.meta(say('下达、召开或出台日期', 'Day it was set, the meeting opened, or the policy came out')),
  to: WrittenDay.optional().meta(say('会议结束日期', 'Last day of the meeting')),
  due: WrittenDay.optional().meta(say('约定期限（会议、政策按办法推算）', 'Agreed day; for meetings and policies the ordinance computes it')),
  units: z.array(Reference).min(1).optional().meta(say('承担单位，不写为全体', 'Units that owe it; all of them if left out')),
  lapsed: z
    .array(z.strictObject({ unit: Reference, on: WrittenDay }))
    .optional()
    .meta(say('办公室认定未完成', 'Units that the office found to have failed, and when')),
  openness: z.enum(OPENNESS).optional().meta(say('公开属性（默认公开）', 'Openness （公开 unless given）')),
  note: Note,
});

/** 差错、失误: something went wrong. data/incidents/<year>/<id>.yaml */
export const WrittenIncident = z.strictObject({
  unit: Reference.meta(say('责任单位', 'Unit responsible')),
  submission: Reference.optional().meta(say('涉及的报送', 'The submission concerned')),
  kind: Text.meta(say('类型，如 未经审核、重大错误、严重失实、一般错误、重大失误、负面炒作', 'Kind, as the ordinance names it')),
  on: WrittenDay.meta(say('发生日期', 'Day it happened')),
  count: z.int().positive().optional().meta(say('处数（默认 1）', 'How many (1 unless given)')),
  detail: Text.optional().meta(say('情况（不公开）', 'Detail (not published)')),
  done: Text.optional().meta(say('处理情况（不公开）', 'What was done (not published)')),
  note: Note,
});

/** 上报数据: a figure of a unit. data/figures/<year>/<id>.yaml */
export const WrittenUnitFigure = z.strictObject({
  unit: Reference.meta(say('单位', 'Unit')),
  name: Text.meta(say('数据名称，如 粉丝数、上级得分', 'What it is: followers, a superior’s score')),
  value: z.number().meta(say('数值', 'The number')),
  on: WrittenDay.meta(say('数据日期', 'Day of the figure')),
  proof: Proof,
  note: Note,
});

export type WrittenUnitFigure = z.infer<typeof WrittenUnitFigure>;
export type WrittenSubmission = z.infer<typeof WrittenSubmission>;
export type WrittenAdoption = z.infer<typeof WrittenAdoption>;
export type WrittenInstruction = z.infer<typeof WrittenInstruction>;
export type WrittenObligation = z.infer<typeof WrittenObligation>;
export type WrittenIncident = z.infer<typeof WrittenIncident>;
