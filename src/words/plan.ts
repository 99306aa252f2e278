/** Words for what a publicity plan is about: faults of its records, what is measured, what is still to be done. */
import type { PlanFault } from '../model/finding.ts';
import type { Concern, Lack } from '../plan/concerns.ts';
import type { RecordKind } from '../plan/scope.ts';
import type { PlanWordKind } from '../policy/plan.ts';
import type { MeasureName } from '../policy/written-plan.ts';
import { listed, meant, quoted, type Said, type Speech, say } from './speech.ts';

export const planWords: Speech<PlanFault> = {
  'plan/not-followed': ({ records }) =>
    say(
      [`有 ${records} 条宣传方案的记录，但没有写明按哪个方案。`, '请补写一行，例如“plan: publicity-plan”；否则这些记录不统计、不显示。'],
      [
        `There are ${records} records of a publicity plan, and no plan is named.`,
        'Add a line, for example “plan: publicity-plan”; until then nothing counts or shows them.',
      ],
    ),
  'plan/unknown-word': ({ kind, found, known, nearest, plan }) => {
    const { zh, en } = KINDS[kind];
    const [has, knows] =
      known.length === 0
        ? ['方案在这里没有列出任何一种。', 'It lists none here.']
        : [`方案中有：${listed(known, 24).zh}。`, `It has: ${listed(known, 24).en}.`];
    return say(
      [`方案 ${plan} 没有${quoted(found)}这${zh}。`, `${meant(nearest).zh}${has}`],
      [`The plan ${plan} has no ${en} ${quoted(found)}.`, `${meant(nearest).en}${knows}`],
    );
  },
};

const KINDS: Readonly<Record<PlanWordKind, Said>> = {
  topic: { zh: '类宣传内容', en: 'topic' },
  subtopic: { zh: '个专题', en: 'sub-topic' },
  channel: { zh: '个渠道', en: 'channel' },
  form: { zh: '种形式', en: 'form' },
  emphasis: { zh: '项工作重点', en: 'emphasis' },
  aspect: { zh: '个方面', en: 'aspect' },
  training: { zh: '种培训', en: 'kind of training' },
  group: { zh: '类培训对象', en: 'group' },
  spot: { zh: '类点位', en: 'class of spot' },
  material: { zh: '种材料', en: 'kind of material' },
  system: { zh: '项制度', en: 'system' },
  role: { zh: '个角色', en: 'role' },
  report: { zh: '个报告对象', en: 'addressee of reports' },
};

/** What a measure is called. */
export const MEASURE_NAMES: Readonly<Record<MeasureName, Said>> = {
  officers: { zh: '在任人员', en: 'Officers in their roles' },
  activities: { zh: '宣传活动', en: 'Activities' },
  'people-reached': { zh: '覆盖人次', en: 'People reached' },
  lecturers: { zh: '在库讲师', en: 'Lecturers in the pool' },
  'lecturers-admitted': { zh: '新入库讲师', en: 'Lecturers admitted' },
  'lecturers-left': { zh: '出库讲师', en: 'Lecturers who left' },
  'lecturers-teaching': { zh: '授课讲师', en: 'Lecturers who taught' },
  documents: { zh: '已建立的制度、预案', en: 'Systems and plans in writing' },
  sessions: { zh: '培训场次', en: 'Training sessions' },
  attendance: { zh: '参训人次', en: 'Attendance' },
  'spots-visited': { zh: '到达的点位', en: 'Spots reached' },
  'tool-book-versions': { zh: '工具书版本', en: 'Versions of the tool-book' },
  'tool-book-printed': { zh: '工具书印制', en: 'Tool-books printed' },
  'tool-book-distributed': { zh: '工具书发放', en: 'Tool-books distributed' },
  'tool-book-displayed': { zh: '工具书和经办流程摆放到位的机构', en: 'Institutions with tool-book and procedure on display' },
  'goods-kinds': { zh: '宣传品种类', en: 'Kinds of publicity goods' },
  'goods-printed': { zh: '宣传品印制', en: 'Publicity goods printed' },
  'goods-distributed': { zh: '宣传品发放', en: 'Publicity goods distributed' },
  entitled: { zh: '应享受人数', en: 'Entitled' },
  informed: { zh: '应知尽知', en: 'Informed of those entitled' },
  enjoying: { zh: '应享尽享', en: 'Enjoying of those entitled' },
  awareness: { zh: '政策知晓率', en: 'Awareness' },
};

/** What a record is called where it is spoken of; null where it may not be named. */
export type NameOf = (kind: RecordKind, id: string) => string | null;

/** One sentence about what is still to be done, or was done against the plan. */
export function concernWords(concern: Concern, nameOf: NameOf): Said {
  const speak = CONCERNS[concern.code] as (concern: Concern, nameOf: NameOf) => Said;
  return speak(concern, nameOf);
}

type ConcernSpeech = { readonly [C in Concern['code']]: (concern: Extract<Concern, { code: C }>, nameOf: NameOf) => Said };

const CONCERNS: ConcernSpeech = {
  'vacant-role': ({ role }) => ({ zh: `没有人担任${quoted(role)}。`, en: `Nobody holds the role ${quoted(role)}.` }),
  'missing-system': ({ system }) => ({ zh: `尚未建立${quoted(system)}。`, en: `There is no ${quoted(system)} yet.` }),
  'release-not-publicised': ({ release, days }, nameOf) => {
    const name = quoted(nameOf('releases', release) ?? release);
    return { zh: `政策${name}出台已 ${days} 天，尚未宣贯。`, en: `The policy ${name}, issued ${days} days ago, has not been made known.` };
  },
  'spot-not-reached': ({ spot, class: of }, nameOf) => {
    const name = quoted(nameOf('spots', spot) ?? spot);
    return { zh: `${of}${name}本期没有到达。`, en: `${of} ${name} was not reached in this period.` };
  },
  'not-on-display': ({ spot, class: of, checked, lacks }, nameOf) => {
    const name = quoted(nameOf('spots', spot) ?? spot);
    if (checked === null)
      return { zh: `${of}${name}还没有检查过摆放情况。`, en: `${of} ${name} has never been checked for tool-book and procedure.` };
    const what = (language: 'zh' | 'en'): string => lacks.map((lack) => LACKS[lack][language]).join(language === 'zh' ? '和' : ' and ');
    return {
      zh: `${of}${name}没有在醒目位置摆放${what('zh')}（${checked} 检查）。`,
      en: `${of} ${name} has no ${what('en')} on display (checked on ${checked}).`,
    };
  },
  'idle-lecturer': ({ lecturer, last }, nameOf) => {
    const named = nameOf('lecturers', lecturer);
    const [zh, en] = named === null ? ['一名讲师', 'A lecturer'] : [`讲师${quoted(named)}`, `The lecturer ${quoted(named)}`];
    return {
      zh: `${zh}本期没有授课（${last === null ? '入库以来没有授课' : `上次授课 ${last}`}）。`,
      en: `${en} did not teach in this period (${last === null ? 'never so far' : `last on ${last}`}).`,
    };
  },
  'opinion-open': ({ opinion, days }, nameOf) => {
    const { zh, en } = incident(nameOf('opinions', opinion));
    return { zh: `${zh}尚未办结，已 ${days} 天。`, en: `${en} has been open for ${days} days.` };
  },
  'report-missing': ({ opinion, to, days }, nameOf) => {
    const { zh, en } = incident(nameOf('opinions', opinion));
    return { zh: `${zh}尚未报告${to}，已 ${days} 天。`, en: `${en} has not been reported to ${to} for ${days} days.` };
  },
  'no-budget': ({ year }) => ({ zh: `${year} 年宣传经费没有列入预算。`, en: `There is no publicity budget for ${year}.` }),
  'offline-in-epidemic': ({ activity, on }, nameOf) => {
    const { zh, en } = titled(nameOf('activities', activity));
    return { zh: `${on} 的培训${zh}在疫情期间线下举办。`, en: `The training${en} of ${on} was held offline during an epidemic.` };
  },
  'not-approved': ({ activity, on, why }, nameOf) => {
    const { zh, en } = titled(nameOf('activities', activity));
    return why === 'refused'
      ? { zh: `${on} 的宣传${zh}未获核准即发布。`, en: `The activity${en} of ${on} was published although its content was refused.` }
      : { zh: `${on} 的宣传${zh}发布之后才核准。`, en: `The activity${en} of ${on} was approved only after publication.` };
  },
};

const LACKS: Readonly<Record<Lack, Said>> = { 'tool-book': { zh: '工具书', en: 'tool-book' }, procedure: { zh: '经办流程', en: 'procedure' } };

const incident = (name: string | null): Said =>
  name === null
    ? { zh: '一起重大舆情', en: 'A major opinion incident' }
    : { zh: `重大舆情${quoted(name)}`, en: `The major opinion incident ${quoted(name)}` };
const titled = (name: string | null): Said => (name === null ? { zh: '', en: '' } : { zh: quoted(name), en: ` ${quoted(name)}` });

/** A count, or a part of its whole with the share in percent: `3`, `3/5(60.0%)`. */
export function measureText(value: number, of: number | null): string {
  if (of === null) return String(value);
  return of === 0 ? `${value}/0` : `${value}/${of}(${percent(value, of)})`;
}

/** A share in percent, to one place, rounded half up. */
export function percent(part: number, whole: number): string {
  const tenths = Math.floor((part * 2000 + whole) / (2 * whole));
  return `${Math.floor(tenths / 10)}.${tenths % 10}%`;
}

/** Minutes as people say them: 25分钟, 1小时15分钟, 2天3小时. */
export function durationWords(minutes: number): Said {
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), minutes % 60];
  const parts =
    days > 0
      ? [
          [days, '天', 'd'],
          [hours, '小时', 'h'],
        ]
      : [
          [hours, '小时', 'h'],
          [rest, '分钟', 'min'],
        ];
  const shown = parts.filter(([value]) => value !== 0);
  const said = shown.length > 0 ? shown : [[0, '分钟', 'min']];
  return { zh: said.map(([value, zh]) => `${value}${zh}`).join(''), en: said.map(([value, , en]) => `${value} ${en}`).join(' ') };
}
