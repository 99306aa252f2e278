/** 开放数据的表: what a row of each table says. From these come the JSON Schemas, the heads of CSV and XLSX and the description on the page. */
import { z } from 'zod';

/** The head of a column, and what stands in it, in Chinese and in English. */
const told = <S extends z.ZodType>(schema: S, head: string, chinese: string, english: string): S =>
  schema.meta({ title: head, description: `${chinese}\n${english}` });

const text = z.string();
const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .meta({ format: 'date' });
const points = z.string().regex(/^-?\d+(\.\d+)?$/);
const whole = z.int().nonnegative();
const yes = z.boolean();
const some = z.array(text);

const id = told(text, '编号', '编号：记录的文件名，或登记表中的 id', 'Id: the name of the record’s file, or its id in the register');
const source = told(text, '记录', '记录在仓库中的位置：文件:行', 'Where the record stands in the repository: file:line');
const units = told(some, '单位编号', '单位编号，牵头的在前', 'Ids of the units, the leading one first');
const unitNames = told(some, '单位', '单位名称，牵头的在前', 'Names of the units, the leading one first');
const unit = told(text, '单位编号', '单位编号', 'Id of the unit');
const unitName = told(text, '单位', '单位名称', 'Name of the unit');
const submission = told(text, '稿件编号', '稿件编号', 'Id of the item');
const title = told(text, '题名', '题名', 'Title');

export const ROWS = {
  units: z.strictObject({
    id,
    name: told(text, '名称', '名称', 'Name'),
    short: told(text, '简称', '简称', 'Short name'),
    class: told(text, '类别', '类别', 'Class'),
    parent: told(text.nullable(), '上级', '上级单位的编号', 'Id of the unit above'),
    from: told(day.nullable(), '起', '从哪天起', 'In service from'),
    to: told(day.nullable(), '止', '到哪天止', 'In service to'),
    excluded: told(text.nullable(), '不参评原因', '不参加排名的原因；参加的为空', 'Why it is not ranked; empty if it is'),
  }),
  outlets: z.strictObject({
    id,
    name: told(text, '名称', '名称', 'Name'),
    level: told(
      text.nullable(),
      '级别',
      '县、市、省、国家，或未定；没有级别的为空',
      'County, city, province or state, or undecided; empty where it has none',
    ),
    channel: told(text, '类型', '类型：报纸、网站、微信……', 'Kind of channel: newspaper, website, WeChat …'),
    print: told(yes, '纸质', '是否纸质', 'Whether it is on paper'),
    own: told(yes, '自办', '是否本单位主办', 'Whether the organisation runs it'),
    adoptions: told(whole, '公开采用', '采用公开稿件的条次', 'Adoptions of public items'),
  }),
  people: z.strictObject({
    id,
    name: told(text, '姓名', '姓名', 'Name'),
    unit,
    unit_name: unitName,
    roles: told(some, '职责', '职责', 'Roles'),
  }),
  submissions: z.strictObject({
    id,
    on: told(day, '报送日期', '报送日期', 'Day of filing'),
    title,
    units,
    unit_names: unitNames,
    authors: told(some, '作者', '作者；不显示个人的，为空', 'Authors; empty where persons are not shown'),
    form: told(text.nullable(), '体裁', '报送时的体裁', 'Form as filed'),
    category: told(text.nullable(), '类别', '类别', 'Category'),
    stream: told(text.nullable(), '条线', '政务或党务', 'Government or Party affairs'),
    event: told(day.nullable(), '事发日期', '所写事情发生的日期', 'Day of the event'),
    length: told(whole.nullable(), '字数', '字数', 'Length in characters'),
    important: told(yes, '重要', '是否重要稿件', 'Whether it is important'),
    sensitive: told(yes, '敏感', '是否敏感稿件', 'Whether it is sensitive'),
    answers: told(text.nullable(), '所答任务', '所答任务的编号', 'Id of the obligation that it answers'),
    same_as: told(text.nullable(), '同题稿件', '同一内容的另一稿件的编号', 'Id of another item that tells the same story'),
    composite_of: told(some, '综合自', '综合自哪些稿件', 'Ids of the items that it combines'),
    accepted: told(day.nullable(), '采纳日期', '退回修改后采纳的日期', 'Day of acceptance after a return'),
    rejected: told(day.nullable(), '不采纳日期', '不采纳的日期', 'Day of rejection'),
    adoptions: told(whole, '采用', '采用条次', 'Adoptions'),
    points: told(points, '得分', '该稿各单位得分合计', 'Points that it gave to all units'),
    link: told(text.nullable(), '网址', '稿件的网址', 'Address of the item'),
    page: told(text, '页面', '在本站的页面，从首页算起', 'Its page on this site, from the start of the site'),
    source,
  }),
  adoptions: z.strictObject({
    id,
    on: told(day, '采用日期', '采用日期', 'Day of adoption'),
    submission,
    title,
    units,
    unit_names: unitNames,
    outlet: told(text, '媒体编号', '媒体编号', 'Id of the outlet'),
    outlet_name: told(text, '媒体', '媒体名称', 'Name of the outlet'),
    level: told(text.nullable(), '级别', '媒体的级别', 'Level of the outlet'),
    class: told(text.nullable(), '办法中的级', '按当天施行的办法，媒体属于哪一级', 'Class of the outlet under the ordinance of the day'),
    stage: told(text, '阶段', '采用，或只是上报', 'Adopted, or only forwarded'),
    form: told(text.nullable(), '刊发体裁', '刊发体裁', 'Form as printed'),
    position: told(text.nullable(), '版面', '版面、位置', 'Position'),
    print: told(yes, '纸质', '是否见于纸质', 'Whether it was on paper'),
    reprint: told(yes, '转载', '是否转载', 'Whether it was a reprint'),
    link: told(text.nullable(), '网址', '刊发的网址', 'Address where it was published'),
    source,
  }),
  instructions: z.strictObject({
    id,
    on: told(day, '批示日期', '批示日期', 'Day of the instruction'),
    submission,
    title,
    units,
    unit_names: unitNames,
    level: told(text, '级别', '领导的级别', 'Level of the leader'),
    affirmative: told(yes, '肯定性', '是否肯定性批示', 'Whether it was affirmative'),
    source,
  }),
  obligations: z.strictObject({
    id,
    kind: told(text, '种类', '约稿、会议或政策', 'Commission, meeting or policy'),
    title,
    on: told(day, '日期', '下达、召开或出台的日期', 'Day on which it was set, held or issued'),
    to: told(day, '最后一天', '活动的最后一天', 'Last day of the event'),
    due: told(day.nullable(), '截止', '最迟报送日期；没有规定的为空', 'Last day to answer; empty where none was set'),
    units: told(some, '承担单位编号', '承担单位的编号', 'Ids of the units that owe it'),
    unit_names: told(some, '承担单位', '承担单位', 'The units that owe it'),
    answered: told(whole, '已报送', '已报送的单位数', 'How many of them have answered'),
    source,
  }),
  appeals: z.strictObject({
    id,
    on: told(day, '申诉日期', '申诉日期', 'Day of the appeal'),
    unit,
    unit_name: unitName,
    person: told(
      text.nullable(),
      '申诉人',
      '申诉人；没有写明或不显示个人的，为空',
      'Who appealed; empty where nobody is named or persons are not shown',
    ),
    item: told(
      text.nullable(),
      '记录编号',
      '所申诉记录的编号；针对整期通报的为空',
      'Id of the record it is about; empty where it is about a whole bulletin',
    ),
    title: told(text.nullable(), '题名', '所属稿件的题名', 'Title of the item to which it belongs'),
    bulletin: told(text.nullable(), '通报', '所申诉通报的周期', 'Period of the bulletin it is about'),
    clause: told(text.nullable(), '条款', '所涉条款', 'Clause it is about'),
    asks: told(text, '请求', '请求', 'What is asked for'),
    grounds: told(text, '理由', '事实和理由', 'Facts and grounds'),
    decided: told(day.nullable(), '决定日期', '决定日期；未决的为空', 'Day of the decision; empty while it is open'),
    result: told(
      text.nullable(),
      '结果',
      '支持、部分支持、不支持；未决的为空',
      'Upheld, upheld in part or rejected, in Chinese; empty while it is open',
    ),
    by: told(text.nullable(), '决定机关', '作出决定的部门、会议或人员', 'Who decided'),
    reasons: told(text.nullable(), '决定理由', '决定的理由', 'Reasons of the decision'),
    changed: told(some, '改动的记录', '因此改动的公开记录、登记表', 'Public records and registers that were changed because of it'),
    corrected: told(points, '更正得分', '因此更正的得分合计', 'Points corrected because of it, added up'),
    withdrawn: told(day.nullable(), '撤回日期', '撤回日期', 'Day on which it was withdrawn'),
    source,
  }),
  journal: z.strictObject({
    on: told(day, '日期', '计分日期', 'Day to which it is booked'),
    unit,
    unit_name: unitName,
    account: told(text, '账户', '积分、稿酬……', 'Account: points, fees …'),
    points: told(points, '得分', '得分，可为负；未计分的为 0', 'Points, possibly negative; 0 for what earned nothing'),
    kind: told(text, '依据', '依据的是哪种记录：采用、批示、报送……', 'Kind of record behind it, in Chinese'),
    policy: told(text.nullable(), '办法', '办法的编号', 'Id of the ordinance'),
    clause: told(text.nullable(), '条款', '条款；办法没有规定的为空', 'Clause; empty where the ordinance does not cover it'),
    item: told(text.nullable(), '稿件编号', '稿件编号；不公开的为空', 'Id of the item; empty where it is not public'),
    title: told(text.nullable(), '题名', '题名；不公开的为空', 'Title; empty where it is not public'),
    record: told(text.nullable(), '记录编号', '所依据记录的编号；不公开的为空', 'Id of the record behind it; empty where it is not public'),
    reason: told(text.nullable(), '原因代码', '为什么这样计，代码', 'Why it counts as it does, as a code'),
    says: told(text.nullable(), '原因', '为什么这样计，文字', 'Why it counts as it does, in Chinese'),
    people: told(
      z.array(z.strictObject({ person: text, points })),
      '个人',
      '计给个人的部分；不显示个人的，为空',
      'The part of each person; empty where persons are not shown',
    ),
    hidden: told(yes, '不公开', '所依据的记录是否不公开', 'Whether what it rests on is not public'),
    source: told(text.nullable(), '记录', '记录在仓库中的位置：文件:行', 'Where the record stands in the repository: file:line'),
  }),
  standings: z.strictObject({
    period_name: told(text, '周期', '周期', 'Name of the period, in Chinese'),
    period: told(text, '周期代码', '周期的代码：2026-03、2026-Q1、2026-H1、2026', 'Key of the period: 2026-03, 2026-Q1, 2026-H1, 2026'),
    from: told(day, '起', '第一天', 'First day'),
    to: told(day, '止', '最后一天', 'Last day'),
    closed: told(yes, '已结束', '截至数据日期，周期是否已经结束', 'Whether it is over as of the day of the data'),
    policy: told(text.nullable(), '办法', '办法的编号', 'Id of the ordinance'),
    group: told(text.nullable(), '组别', '分组排名的组别', 'Group, where units are ranked in groups'),
    rank: told(whole.nullable(), '名次', '名次；办公室不公布名次的为空', 'Rank; empty where the office does not show it'),
    tied: told(yes.nullable(), '并列', '是否并列', 'Whether it is tied'),
    unit,
    unit_name: unitName,
    points: told(points, '排名得分', '据以排名的得分', 'Points by which it is ranked'),
    of_period: told(points, '本期得分', '本期得分', 'Points of the period alone'),
    year_to_date: told(points, '本年累计', '本年累计得分', 'Points of the year so far'),
    deductions: told(points, '扣分', '本期扣分', 'Deductions of the period'),
    filed: told(whole, '报送', '计入的报送件数', 'Items filed that count'),
    adopted: told(whole, '已采用', '其中已被采用的件数', 'Of these, how many an outlet has run'),
    points_adoption: told(points, '采用得分', '本期采用的得分', 'Points of the period for adoptions'),
    points_instruction: told(points, '批示得分', '本期批示的得分', 'Points of the period for instructions'),
    points_submission: told(points, '报送得分', '本期报送的得分', 'Points of the period for filings'),
    points_obligation: told(points, '约稿任务得分', '本期约稿与专项任务的得分', 'Points of the period for commissions and assignments'),
    points_unit: told(points, '任务基础得分', '本期任务数与基础分的得分', 'Points of the period for duties and base points'),
    points_figure: told(points, '上报数据得分', '本期上报数据的得分', 'Points of the period for reported figures'),
    points_incident: told(points, '差错得分', '本期差错的得分', 'Points of the period for incidents'),
    adoptions: told(z.record(text, whole), '各级采用', '各级媒体的采用条次', 'Adoptions by class of outlet'),
  }),
} as const;

export type TableName = keyof typeof ROWS;
