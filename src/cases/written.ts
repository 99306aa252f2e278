/**
 * The form in which the cases of an ordinance (案例) are written, in `policies/<id>.cases.yaml`: what happened, what is asked, what the ordinance
 * gives by hand, and why. Events have the keys of the records that they stand for, so whoever knows the records knows the form.
 */
import { z } from 'zod';
import { oneOrMore, say, Text, WrittenDay } from '../ledger/written/common.ts';
import { WrittenOutlet, WrittenPerson, WrittenUnit } from '../ledger/written/registers.ts';
import { parsePeriod } from '../model/period.ts';
import { eventForm } from './events.ts';

/** 周期, as everywhere: 2026, 2026-H1, 2026-Q1, 2026-03, 2026-W05, or a range of days. A year alone is a number in YAML. */
const WrittenPeriod = z.union([z.int(), Text]).refine((written) => parsePeriod(String(written)) !== null, { error: 'period' });

/** 其余: the class of every unit that is listed nowhere. */
export const OTHERS = '其余';

const { class: _class, id: _id, ...unitKeys } = WrittenUnit.shape;
const CaseUnit = z.union([Text, z.strictObject(unitKeys)]);
const CaseUnits = z
  .record(Text, z.union([z.literal(OTHERS), z.array(CaseUnit).min(1)]))
  .meta(
    say(
      '单位类别 → 单位名称;“其余”表示没有列出的单位都属这一类',
      'Class → names of units; 其余: every unit that is not listed belongs to this class',
    ),
  );

const { id: _outletId, ...outletKeys } = WrittenOutlet.shape;
const CaseOutlets = z
  .array(z.strictObject(outletKeys))
  .meta(
    say(
      '案例中出现的媒体;办法点名的媒体和“省级报纸甲”这样写明级别的不必列出',
      'Outlets that appear; those that the ordinance names, and such as 省级报纸甲 whose name tells the level, need not be listed',
    ),
  );

const { id: _personId, unit: _home, ...personKeys } = WrittenPerson.shape;
const CasePeople = z
  .array(z.strictObject(personKeys))
  .meta(
    say(
      '需要说明人员类别、角色、出生日期的作者;其余作者不必列出',
      'Authors of whom class, role or day of birth matter; the others need not be listed',
    ),
  );

export const UNDECIDED = '未定';
export const STATES = ['完成', '未完成', '进行中'] as const;

/** What a statement may say of its subject. */
const measures = {
  points: z
    .union([z.number(), z.literal(UNDECIDED)])
    .optional()
    .meta(say('得分;“未定”表示条文不足以给出分数', 'Points; 未定 where the text allows no number yet')),
  score: z
    .number()
    .optional()
    .meta(say('排名所依据的得分:依办法为本期或全年累计', 'The points by which the unit is ranked: of the period, or of the year so far')),
  rank: z.int().positive().optional().meta(say('名次', 'Rank')),
  eligible: z.boolean().optional().meta(say('能否参加评先评优', 'Whether the unit may take part in commendations')),
  reminders: z.array(WrittenDay).optional().meta(say('被提醒的日期', 'Days on which the unit is reminded')),
  done: z.number().nonnegative().optional().meta(say('任务完成数(须写 duty)', 'How much of the duty is done (with `duty`)')),
  owed: z.number().optional().meta(say('任务数(须写 duty)', 'The quota (with `duty`)')),
  state: z.enum(STATES).optional().meta(say('任务是否完成(须写 duty)', 'Whether the duty is met (with `duty`)')),
  notices: z.array(Text).optional().meta(say('受到的通报批评、约谈等', 'What the ordinance has said of the unit, such as 通报批评')),
  steps: z.array(Text).optional().meta(say('应经的审批环节,依次', 'Steps of the approval chain, in order')),
  top: z.array(Text).optional().meta(say('靠前的单位', 'Units at the top')),
  bottom: z.array(Text).optional().meta(say('靠后的单位', 'Units at the bottom')),
  tie: z.boolean().optional().meta(say('靠前的末位是否并列', 'Whether there is a tie across the last place at the top')),
  places: z.int().nonnegative().optional().meta(say('表扬名额', 'Places of the award')),
  sure: z.array(Text).optional().meta(say('确定入选', 'Those who certainly have a place')),
  undecided: z.array(Text).optional().meta(say('末位并列待定', 'Tied at the last place')),
  left: z.int().nonnegative().optional().meta(say('待定者中还有几个名额', 'Places left for those')),
  amounts: z.record(Text, z.number()).optional().meta(say('各入选者的数额', 'The amount for each of those who have a place')),
} as const;

export type Measure = keyof typeof measures;
export const MEASURES = Object.keys(measures) as readonly Measure[];

const Statement = z.strictObject({
  item: Text.optional().meta(say('问哪篇稿件', 'The item asked about')),
  unit: Text.optional().meta(say('问哪个单位(含下级单位)', 'The unit asked about, with the units below it')),
  person: Text.optional().meta(say('问哪个人', 'The person asked about')),
  award: Text.optional().meta(say('问哪项表扬(办法 awards 中的编号)', 'The award asked about: its id in the ordinance')),
  in: WrittenPeriod.optional().meta(say('周期,如 2026-Q1', 'Period, like 2026-Q1')),
  of: oneOrMore(Text)
    .optional()
    .meta(say('只看其中这些得分:报送、采用、批示、任务、差错、单位,或规则编号、条款号', 'Only points of these: kinds of record, rules, or clauses')),
  account: Text.optional().meta(say('哪本账,默认积分', 'The account; 积分 unless given')),
  duty: Text.optional().meta(say('哪项任务(办法 duties 中的编号)', 'The duty: its id in the ordinance')),
  group: Text.optional().meta(say('哪一组的排名', 'The group that is ranked')),
  ...measures,
  otherwise: z
    .record(Text, z.record(Text, z.unknown()))
    .optional()
    .meta(
      say(
        '换一种理解时的结果:理解编号 → 选项 → 结果;没有写的与上面相同',
        'Under another reading: reading → option → result; what is not written stays as above',
      ),
    ),
  because: Text.optional().meta(say('推算过程:依据的条款和算式', 'Why: the clauses and the arithmetic')),
});

/** A case; its key is its name, a sentence. `event` is the form of its events. */
const caseForm = (event: z.ZodType) =>
  z.strictObject({
    note: Text.optional().meta(say('说明', 'Note')),
    units: CaseUnits.optional(),
    outlets: CaseOutlets.optional(),
    people: CasePeople.optional(),
    site: z.record(Text, z.unknown()).optional().meta(say('安装设置,同 data/site.yaml', 'Keys of data/site.yaml, such as days off')),
    readings: z.record(Text, Text).optional().meta(say('按哪种理解:理解编号 → 选项', 'Read so: reading → option')),
    set: z.record(Text, z.unknown()).optional().meta(say('仅在本案例中改动办法:路径 → 值', 'Changes to the ordinance for this case: path → value')),
    as_of: WrittenDay.optional().meta(
      say('截止日期,默认所涉最后一年的年底', 'Nothing after this day is seen; the end of the last year unless given'),
    ),
    events: z.array(event).default([]).meta(say('发生了什么', 'What happened')),
    expect: z.array(Statement).min(1).meta(say('按办法应有的结果,由人工推算', 'What the ordinance gives, worked out by hand')),
  });

const fileForm = (event: z.ZodType) =>
  z.strictObject({
    note: Text.optional().meta(say('说明', 'Note')),
    beside: z.array(Text).optional().meta(say('同时使用的其他办法(文件名)', 'Other ordinances in use besides: their file names')),
    units: CaseUnits.optional(),
    outlets: CaseOutlets.optional(),
    people: CasePeople.optional(),
    cases: z.record(Text, caseForm(event)).meta(say('案例:名称 → 内容', 'Cases: name → what happened and what is expected')),
  });

/** The file as it is read first; each event is then held against the form of its own kind, so that faults are told where they are. */
export const WrittenCaseFile = fileForm(z.record(Text, z.unknown()));
/** The file as editors know it. */
export const CaseFileForEditors = fileForm(eventForm);

export type WrittenCaseFile = z.infer<typeof WrittenCaseFile>;
export type WrittenCase = WrittenCaseFile['cases'][string];
export type Statement = z.infer<typeof Statement>;
export type CaseUnits = z.infer<typeof CaseUnits>;
export type CasePerson = z.infer<typeof CasePeople>[number];
export type CaseOutlet = z.infer<typeof CaseOutlets>[number];
