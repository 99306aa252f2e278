/** The registers that the office keeps: installation, units, people, outlets. One file each. */
import { z } from 'zod';
import { Reference, say, Text, WrittenDay, WrittenLevel } from './common.ts';
import { TAKERS } from './takers.ts';

export const Id = Text.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/).meta(
  say('编号：小写字母、数字和连字符，一经使用不再更改', 'Id: lower-case letters, digits and hyphens; never changed once in use'),
);
export const Aliases = z.array(Text).meta(say('别名：允许在记录中使用的其他写法', 'Aliases: other names that records may use'));
export const From = WrittenDay.meta(say('启用日期（含当日）', 'In service from this day, inclusive'));
const Barred = z
  .array(z.strictObject({ from: WrittenDay, to: WrittenDay.optional(), reason: Text.optional() }))
  .meta(say('停用、禁用的时段（原因不公开）', 'Times during which it is barred (the reason is not published)'));
export const To = WrittenDay.meta(say('停用日期（含当日）', 'In service to this day, inclusive'));

/** Whether the machine's calendar knows the zone: what it does not know would end in a crash, far from the line that says it. */
function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** data/site.yaml: the installation. */
export const WrittenSite = z.strictObject({
  organisation: Text.meta(say('本单位名称，显示在网站页眉', 'Name of the organisation, shown at the head of the site')),
  time_zone: Text.refine(isTimeZone, { error: 'time-zone' })
    .optional()
    .meta(say('时区，默认 Asia/Shanghai', 'Time zone; Asia/Shanghai unless given')),
  since: WrittenDay.optional().meta(say('台账启用日期：此前的任务不计', 'The ledger is kept from this day; nothing was owed here before it')),
  policies: z
    .array(Text)
    .min(1)
    .optional()
    .meta(
      say(
        '使用的办法（policies/ 下的文件名），按生效日期衔接；只按宣传方案工作的单位可不写',
        'Ordinances in use: file names under policies/, each from its own day; may be left out where there is only a plan',
      ),
    ),
  plan: Text.optional().meta(say('宣传工作方案（policies/ 下的文件名）', 'Publicity plan: a file name under policies/')),
  repository: z
    .strictObject({
      host: z.enum(['github', 'gitlab', 'gitea', 'gitee']).meta(say('代码托管平台', 'Kind of host')),
      url: z.url().meta(say('仓库网址', 'Address of the repository')),
      branch: Text.optional().meta(say('主分支，默认 main', 'Main branch; main unless given')),
    })
    .optional()
    .meta(say('仓库', 'Repository')),
  public: z
    .strictObject({
      ranking: z
        .union([z.enum(['all', 'none']), z.int().positive()])
        .optional()
        .meta(
          say(
            '公开的排名：all 全部、none 只列事实不排名、或前几名',
            'How much of a ranking is shown: all, none (facts without ranks), or the first n',
          ),
        ),
      people: z.boolean().optional().meta(say('是否显示个人（默认显示）', 'Whether persons are shown (yes unless given)')),
      outlets: z
        .boolean()
        .optional()
        .meta(
          say(
            '填报页是否可选媒体登记表中的全部媒体（默认只列公开稿件用过的、办法点名的和自有平台）',
            'Whether the filing page offers every registered outlet (unless given: those that public items, the ordinance or the office itself name)',
          ),
        ),
      periods: z
        .array(z.enum(['week', 'half-month', 'two-months']))
        .optional()
        .meta(
          say(
            '月、季度、半年、年以外，另列排名的周期：week 周、half-month 半月、two-months 双月；每一期都增加页面',
            'Kinds of period with rankings besides months, quarters, half-years and years; each period adds pages',
          ),
        ),
    })
    .optional()
    .meta(say('公开范围', 'What is public')),
  approvals: z
    .strictObject({
      by: z
        .enum(['records', 'git'])
        .optional()
        .meta(
          say(
            '审批以什么为准：records 记录里写的（默认；没写即以合并为准）、git Git 历史里的署名和合并',
            'What shows approval: records (what they say, or that they were merged; the default) or git (signatures and merges in its history)',
          ),
        ),
      since: WrittenDay.optional().meta(
        say(
          '从哪一天报送的稿件起以 Git 为准；此前的仍按记录',
          'The first day of filing from which Git is asked; what was filed before goes by its record',
        ),
      ),
      steps: z
        .record(Text, z.strictObject(TAKERS))
        .optional()
        .meta(say('各环节由谁办理（先于办法所写）：环节 → 角色、单位', 'Who takes a step here, before what the ordinance says: step → roles, units')),
    })
    .optional()
    .meta(say('审批', 'Approval')),
  office: z
    .strictObject({ email: z.email().meta(say('收稿邮箱，公开显示在填报页', 'The address that takes filings, shown on the filing page')) })
    .optional()
    .meta(say('收稿的办公室', 'The office that takes filings')),
  days_off: z.array(WrittenDay).optional().meta(say('放假的工作日（按工作日计期限时使用）', 'Weekdays off, for deadlines in working days')),
  working_weekends: z.array(WrittenDay).optional().meta(say('调休上班的周末', 'Weekend days worked, for deadlines in working days')),
  note: Text.optional().meta(say('备注', 'Note')),
});

/** 单位, in data/units.yaml. */
export const WrittenUnit = z.strictObject({
  id: Id,
  name: Text.meta(say('全称', 'Full name')),
  short: Text.optional().meta(say('简称，表格中使用', 'Short name for tables')),
  aliases: Aliases.optional(),
  class: Text.meta(say('单位类别，如 机关股室、下属单位、县区局、直报点、两定机构', 'Class of unit, as the ordinance names it')),
  parent: Reference.optional().meta(say('上级单位', 'Parent unit')),
  from: From.optional(),
  to: To.optional(),
  quotas: z
    .record(Text, z.number().nonnegative())
    .optional()
    .meta(say('本单位自定任务数：办法中的任务编号 → 数量', 'Quotas of its own: duty of the ordinance → amount')),
  excluded: Text.optional().meta(say('不参加排名的原因', 'Why the unit is not ranked')),
  note: Text.optional().meta(say('备注', 'Note')),
});

/** 人员, in data/people.yaml. Contact details never leave the repository. */
export const WrittenPerson = z.strictObject({
  id: Id,
  name: Text.meta(say('姓名', 'Name')),
  aliases: Aliases.optional(),
  unit: Reference.meta(say('所在单位', 'Unit')),
  roles: z
    .array(Text)
    .optional()
    .meta(say('角色：信息员、撰稿、审核、单位负责人、分管领导、办公室主任……', 'Roles: correspondent, writer, reviewer, head of unit …')),
  class: Text.optional().meta(say('人员类别，如 在编、实习', 'Class of person')),
  born: WrittenDay.optional().meta(say('出生日期（不公开），办法按年龄计分时填写', 'Day of birth (not published), where an ordinance goes by age')),
  git: z
    .strictObject({
      emails: z.array(Text).optional().meta(say('Git 提交邮箱', 'E-mail addresses in Git')),
      users: z.array(Text).optional().meta(say('托管平台用户名', 'User names on the host')),
    })
    .optional()
    .meta(say('Git 身份', 'Identity in Git')),
  contact: z
    .strictObject({ phone: Text.optional(), mobile: Text.optional(), email: Text.optional(), wechat: Text.optional() })
    .optional()
    .meta(say('联系方式，不会出现在网站上', 'Contact details; never published')),
  barred: Barred.optional(),
  from: From.optional(),
  to: To.optional(),
  note: Text.optional().meta(say('备注', 'Note')),
});

export const CHANNELS = [
  '政府网站',
  '网站',
  '报纸',
  '期刊',
  '内刊',
  '电视',
  '广播',
  '通讯社',
  '融媒体',
  '微信',
  '微博',
  '客户端',
  '短视频',
  '门户网站',
  '政务系统',
] as const;

/** 媒体、平台、刊物, in data/outlets.yaml. Editions that differ are outlets of their own. */
export const WrittenOutlet = z.strictObject({
  id: Id,
  name: Text.meta(say('全称；同名刊物写明主办单位', 'Full name; where two bear one title, with the issuer')),
  aliases: Aliases.optional(),
  level: z
    .union([WrittenLevel, z.literal('未定')])
    .optional()
    .meta(say('级别；由办公室认定，未认定写“未定”', 'Level, decided by the office; 未定 while open')),
  channel: z.enum(CHANNELS).meta(say('渠道', 'Kind of channel')),
  print: z.boolean().optional().meta(say('是否纸质（默认否）', 'Printed on paper (no unless given)')),
  own: z.boolean().optional().meta(say('是否本单位自有平台（默认否）', "One of the organisation's own channels (no unless given)")),
  parent: Reference.optional().meta(say('所属媒体', 'Parent outlet')),
  editions: z
    .boolean()
    .optional()
    .meta(say('分版计分：记录必须写明具体版次，不能只写本名', 'Editions differ: a record must name the edition, not this title')),
  barred: Barred.optional(),
  from: From.optional(),
  to: To.optional(),
  url: z.url().optional().meta(say('网址', 'Address')),
  note: Text.optional().meta(say('备注', 'Note')),
});

export const WrittenUnits = z.strictObject({ units: z.array(WrittenUnit) });
export const WrittenPeople = z.strictObject({ people: z.array(WrittenPerson) });
export const WrittenOutlets = z.strictObject({ outlets: z.array(WrittenOutlet) });

export type WrittenSite = z.infer<typeof WrittenSite>;
export type WrittenUnit = z.infer<typeof WrittenUnit>;
export type WrittenPerson = z.infer<typeof WrittenPerson>;
export type WrittenOutlet = z.infer<typeof WrittenOutlet>;
