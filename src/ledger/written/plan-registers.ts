/** The registers of a publicity plan, one file each under data/plan/. Contact details never belong there. */
import { z } from 'zod';
import { Reference, say, Text, WrittenDay, WrittenMoment, Yuan } from './common.ts';
import { Aliases, From, Id, To } from './registers.ts';

const Note = Text.optional().meta(say('备注（不公开）', 'Note (not published)'));
const Count = z.int().nonnegative();

/** 讲师, in data/plan/lecturers.yaml. */
export const WrittenLecturer = z.strictObject({
  id: Id,
  name: Text.meta(say('姓名', 'Name')),
  aliases: Aliases.optional(),
  unit: Text.optional().meta(say('所在单位', 'Unit')),
  expertise: z.array(Text).min(1).meta(say('专长', 'Fields of expertise')),
  from: WrittenDay.meta(say('入库日期', 'Day of admission to the pool')),
  to: WrittenDay.optional().meta(say('在库的最后一天', 'Last day in the pool')),
  reason: Text.optional().meta(say('出库原因（不公开）', 'Why the lecturer left (not published)')),
  note: Note,
});

const WrittenCheck = z.strictObject({
  on: WrittenDay.meta(say('检查日期', 'Day of the check')),
  tool_book: z.boolean().meta(say('工具书是否在醒目位置', 'Whether the tool-book is on display')),
  procedure: z.boolean().meta(say('经办流程是否在醒目位置', 'Whether the procedure is on display')),
});

/** 宣传点位, in data/plan/spots.yaml: halls, institutions, villages, stations, screens. */
export const WrittenSpot = z.strictObject({
  id: Id,
  name: Text.meta(say('名称', 'Name')),
  aliases: Aliases.optional(),
  class: Text.meta(say('类别，如 经办大厅、村卫生室、村屯', 'Class, as the plan names it')),
  from: From.optional(),
  to: To.optional(),
  checks: z.array(WrittenCheck).optional().meta(say('工具书、经办流程摆放检查', 'Checks of what is on display')),
  note: Note,
});

/** 工具书、宣传品, in data/plan/materials.yaml: an entry for each version. */
export const WrittenMaterial = z.strictObject({
  id: Id,
  name: Text.meta(say('名称', 'Name')),
  aliases: Aliases.optional(),
  kind: Text.meta(say('类别，如 医保扶贫政策简明工具书、医保扶贫宣传品', 'Kind, as the plan names it')),
  version: Text.optional().meta(say('版本', 'Version')),
  on: WrittenDay.meta(say('定稿日期', 'Day it was finished')),
  basis: Text.optional().meta(say('依据的大纲、教材', 'The outline and textbook that it follows')),
  printed: z
    .array(z.strictObject({ on: WrittenDay, count: Count }))
    .optional()
    .meta(say('印制：日期、份数', 'Printed: when, how many')),
  distributed: z
    .array(z.strictObject({ on: WrittenDay, to: Reference.meta(say('发放到的点位', 'The spot')), count: Count }))
    .optional()
    .meta(say('发放：日期、点位、份数', 'Distributed: when, where to, how many')),
  cost: Yuan.optional().meta(say('经费（元）', 'Cost in yuan')),
  note: Note,
});

/** 制度和预案, in data/plan/documents.yaml: an entry for each version. */
export const WrittenDocument = z.strictObject({
  id: Id,
  name: Text.meta(say('名称', 'Title')),
  aliases: Aliases.optional(),
  system: Text.meta(say('属于哪项制度，如 新闻发言人制度', 'The system of the plan that it lays down')),
  version: Text.optional().meta(say('版本', 'Version')),
  from: WrittenDay.meta(say('印发或批准日期', 'Day it was issued or approved')),
  to: WrittenDay.optional().meta(say('失效日期（含当日）', 'Last day in force')),
  note: Note,
});

/** 任职, in data/plan/officers.yaml: the leading group, its office, the spokesperson. */
export const WrittenOfficer = z.strictObject({
  id: Id,
  role: Text.meta(say('角色，如 组长、副组长、办公室成员、新闻发言人', 'Role, as the plan names it')),
  person: Text.meta(say('姓名', 'Name')),
  from: WrittenDay.meta(say('任职起', 'From')),
  to: WrittenDay.optional().meta(say('任职止（含当日）', 'To, inclusive')),
  note: Note,
});

/** 新出台或新调整的政策, in data/plan/releases.yaml. */
export const WrittenRelease = z.strictObject({
  id: Id,
  name: Text.meta(say('政策名称', 'Title')),
  aliases: Aliases.optional(),
  on: WrittenDay.meta(say('出台或调整日期', 'Day it was issued or changed')),
  level: Text.meta(say('制定层级，如 国家、省', 'Who made it')),
  topic: Text.meta(say('所属宣传内容', 'The topic of the plan')),
  plain: Text.optional().meta(say('通俗解读：文件名或网址', 'Plain-language version')),
  note: Note,
});

const WrittenMeasure = z.strictObject({
  at: WrittenMoment.meta(say('时刻', 'When')),
  did: Text.meta(say('采取的措施（不公开）', 'What was done (not published)')),
});

/** 舆情, in data/plan/opinions.yaml. Only counts and elapsed times are ever published. */
export const WrittenOpinion = z.strictObject({
  id: Id,
  title: Text.meta(say('内容（不公开）', 'What it is about (not published)')),
  source: Text.optional().meta(say('来源（不公开）', 'Source (not published)')),
  major: z.boolean().meta(say('是否重大舆情；重大舆情须两处报告', 'Whether it is major, and has to be reported')),
  found: WrittenMoment.meta(say('发现时刻，如 2026-03-05 14:30', 'When it was found, like 2026-03-05 14:30')),
  forecast: Text.optional().meta(say('研判（不公开）', 'Forecast (not published)')),
  measures: z.array(WrittenMeasure).optional().meta(say('应对措施', 'Measures taken')),
  reported: z.record(Text, WrittenMoment).optional().meta(say('报告：报告对象 → 时刻', 'Reported: to whom, as the plan names it → when')),
  closed: WrittenMoment.optional().meta(say('办结时刻', 'When it was closed')),
  lessons: Text.optional().meta(say('总结（不公开）', 'Lessons (not published)')),
  note: Note,
});

/** 疫情期间, in data/plan/epidemics.yaml. */
export const WrittenEpidemic = z.strictObject({
  id: Id,
  from: WrittenDay.meta(say('首日', 'First day')),
  to: WrittenDay.optional().meta(say('末日（含当日），未结束不写', 'Last day, inclusive; left out while it lasts')),
  note: Note,
});

export const WrittenLecturers = z.strictObject({ lecturers: z.array(WrittenLecturer) });
export const WrittenSpots = z.strictObject({ spots: z.array(WrittenSpot) });
export const WrittenMaterials = z.strictObject({ materials: z.array(WrittenMaterial) });
export const WrittenDocuments = z.strictObject({ documents: z.array(WrittenDocument) });
export const WrittenOfficers = z.strictObject({ officers: z.array(WrittenOfficer) });
export const WrittenReleases = z.strictObject({ releases: z.array(WrittenRelease) });
export const WrittenOpinions = z.strictObject({ opinions: z.array(WrittenOpinion) });
export const WrittenEpidemics = z.strictObject({ epidemics: z.array(WrittenEpidemic) });

export type WrittenLecturer = z.infer<typeof WrittenLecturer>;
export type WrittenSpot = z.infer<typeof WrittenSpot>;
export type WrittenMaterial = z.infer<typeof WrittenMaterial>;
export type WrittenDocument = z.infer<typeof WrittenDocument>;
export type WrittenOfficer = z.infer<typeof WrittenOfficer>;
export type WrittenRelease = z.infer<typeof WrittenRelease>;
export type WrittenOpinion = z.infer<typeof WrittenOpinion>;
export type WrittenEpidemic = z.infer<typeof WrittenEpidemic>;
