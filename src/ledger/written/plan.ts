/** What a publicity plan does and must report, one small file each; topics, channels and other words are those of the plan in use. */
import { z } from 'zod';
import { Reference, say, Text, WrittenDay, Yuan } from './common.ts';
import { OPENNESS } from './records.ts';

const Note = Text.optional().meta(say('备注（不公开）', 'Note (not published)'));

const WrittenTraining = z.strictObject({
  kind: Text.meta(say('培训类型，如 下级医保讲师培训、定点医药机构培训、巡回宣传培训', 'Kind of training, as the plan names it')),
  lecturers: z.array(Reference).min(1).meta(say('授课讲师', 'Lecturers, as registered')),
  online: z.boolean().meta(say('是否线上举办（疫情期间应在线上）', 'Held online; it has to be during an epidemic')),
  attendance: z.record(Text, z.int().nonnegative()).meta(say('参训人数：人群 → 人数', 'Who came: group, as the plan names it → how many')),
});

const WrittenContentApproval = z.strictObject({
  submitter: Text.optional().meta(say('送审人（不公开）', 'Who submitted it (not published)')),
  by: Text.meta(say('核准人（不公开）', 'Who decided (not published)')),
  on: WrittenDay.meta(say('核准日期，不得晚于发布', 'Day of the decision, no later than publication')),
  decision: z.enum(['同意', '不同意']).meta(say('核准意见', 'The decision: approved or refused')),
});

/** 宣传活动: publication, event, live session, account update, video or training session. data/activities/<year>/<id>.yaml */
export const WrittenActivity = z.strictObject({
  title: Text.meta(say('名称或标题', 'Title')),
  topic: Text.meta(say('宣传内容，方案中的一类', 'Topic of the plan')),
  subtopic: Text.optional().meta(say('具体专题，如 医保扶贫、打击欺诈骗保', 'Sub-topic of the plan')),
  channel: Text.meta(say('渠道，如 广播、微信公众号、经办大厅；所属类别由方案决定', 'Channel of the plan; its family follows from it')),
  form: Text.optional().meta(say('形式，如 新闻报道、专栏、公益广告', 'Form, as the plan names it')),
  emphases: z.array(Text).min(1).optional().meta(say('工作重点', 'Emphases of the plan that it serves')),
  aspects: z.array(Text).min(1).optional().meta(say('完善的方面：外部、内部、线上、线下……', 'Aspects of publicity work that it improves')),
  on: WrittenDay.meta(say('日期；持续多日的写首日', 'Day; the first one if it lasts')),
  to: WrittenDay.optional().meta(say('末日', 'Last day')),
  spots: z.array(Reference).min(1).optional().meta(say('举办、到达或投放的点位', 'Spots that it was held at, reached or placed on')),
  audience: z.array(Text).min(1).optional().meta(say('面向人群', 'Whom it addresses')),
  reached: z.int().nonnegative().optional().meta(say('覆盖人数（阅读、收看、参加、入户）', 'People reached')),
  cost: Yuan.optional().meta(say('经费（元）', 'Cost in yuan')),
  partners: z.array(Text).min(1).optional().meta(say('合作单位，如 团县委', 'Partners')),
  releases: z.array(Reference).min(1).optional().meta(say('宣贯的政策编号', 'Policy releases that it makes known')),
  approval: WrittenContentApproval.optional().meta(
    say('内容核准；不写视为合并请求已完成核准', 'Approval of the content; left out, the merged pull request stands for it'),
  ),
  consent: z.boolean().optional().meta(say('所讲人物是否同意公开（默认否）', 'Whether the person told of agreed to it (no unless given)')),
  openness: z.enum(OPENNESS).optional().meta(say('公开属性（默认公开）', 'Openness （公开 unless given）')),
  valid_to: WrittenDay.optional().meta(say('知识库条目的有效期至', 'Valid until, for items of the knowledge base')),
  training: WrittenTraining.optional().meta(say('培训情况（培训活动填写）', 'The training, where it was one')),
  link: z.url().optional().meta(say('网址', 'Address')),
  proof: z.array(Text).optional().meta(say('佐证材料：文件名或说明', 'Proof: file names or a description')),
  note: Note,
});

const Count = z.int().nonnegative();

/** 统计数据: figures that are not counted from records. data/indicators/<year>/<id>.yaml */
export const WrittenFigure = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('待遇享受').meta(say('应享、知晓、享受待遇的人数', 'Who is entitled, informed, enjoying')),
    on: WrittenDay.meta(say('统计截止日期', 'As of which day')),
    population: Text.meta(say('人群，如 建档立卡贫困人口', 'The population')),
    area: Text.optional().meta(say('乡镇或社区，不写为全县', 'Township or community; the whole county unless given')),
    entitled: Count.meta(say('应享受人数', 'Entitled')),
    informed: Count.optional().meta(say('已知晓人数（应知尽知）', 'Informed')),
    enjoying: Count.optional().meta(say('已享受人数（应享尽享）', 'Enjoying')),
    source: Text.optional().meta(say('数据来源', 'Where the figures come from')),
    note: Note,
  }),
  z.strictObject({
    kind: z.literal('知晓率调查').meta(say('知晓率、认知度调查', 'A survey of awareness')),
    on: WrittenDay.meta(say('调查日期', 'Day of the survey')),
    population: Text.meta(say('调查对象', 'Who was asked')),
    asked: z.int().positive().meta(say('调查人数', 'How many were asked')),
    aware: Count.meta(say('知晓人数', 'How many were aware')),
    method: Text.optional().meta(say('调查方法', 'How')),
    note: Note,
  }),
  z.strictObject({
    kind: z.literal('预算').meta(say('年度宣传经费预算', 'The publicity budget of a year')),
    year: z.int().min(1900).max(9999).meta(say('年度', 'Year')),
    on: WrittenDay.meta(say('批复日期', 'Day it was approved')),
    amount: Yuan.meta(say('金额（元）', 'Amount in yuan')),
    note: Note,
  }),
  z.strictObject({
    kind: z.literal('支出').meta(say('活动和材料以外的宣传支出', 'What was spent beside activities and materials')),
    on: WrittenDay.meta(say('支出日期', 'Day')),
    amount: Yuan.meta(say('金额（元）', 'Amount in yuan')),
    purpose: Text.meta(say('用途', 'What for')),
    note: Note,
  }),
]);

export type WrittenActivity = z.infer<typeof WrittenActivity>;
export type WrittenFigure = z.infer<typeof WrittenFigure>;
