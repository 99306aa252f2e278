/** A new ordinance from a few answers: a file that passes the check as it is written, and says with each part what belongs there. */
import { stringify } from 'yaml';
import type { Span } from '../model/period.ts';

/** A class of outlets, and what an adoption there gives: one number for each form, or one for all. */
export interface LevelAnswer {
  readonly name: string;
  readonly points: readonly number[];
}

export interface Answers {
  readonly id: string;
  readonly title: string;
  readonly from: string;
  /** As the ordinance names them; empty where it makes no difference between them. */
  readonly forms: readonly string[];
  /** Lowest first. */
  readonly levels: readonly LevelAnswer[];
  /** How many filings each unit owes a month; null for none. */
  readonly quota: number | null;
  readonly ranking: Span;
}

/** The text of `policies/<id>.yaml`. */
export const scaffold = (answers: Answers): string =>
  [head(answers), clauses(answers), words(answers), outlets(answers), rules(answers), duties(answers), ranking(answers), readings()].join('\n');

const scalar = (value: string): string => stringify(value, { lineWidth: 0 }).trim();

const head = ({ id, title, from }: Answers): string => `# yaml-language-server: $schema=../data/.schema/policy.json
# 办法的写法见 policies/README.md。以 # 开头的行是说明，写好后可以删去。
# 写完运行 npx tongbao check 检查，npx tongbao policy show ${id} 与纸质文件逐条核对。
id: ${id}
title: ${scalar(title)}
# 发文字号、发文机关、解释机关，没有就不写：
# number: 某医保发〔2026〕1号
# issuer: 某某医疗保障局
# interpreter: 某某医疗保障局办公室
# 条文没有规定、附件缺失的，在这里如实说明：
# note: 条文没有规定并列怎么办。

# 施行日期（含当日）；有失效日期的加上 to: 2030-12-31。
in_force: { clause: 四, from: ${from} }
`;

/** The clauses that something rests on here; the wording is for the office to paste. */
const clauses = ({ quota, ranking: span }: Answers): string => `# 条文：条款号 → 原文，按原文顺序逐字粘贴。下面每条规则都要写明依据哪一条（clause）。
clauses:
  一: （粘贴计分的条文）
  二: （粘贴报送任务的条文${quota === null ? '；没有任务的删去本条' : `：每月至少报送 ${quota} 篇`}）
  三: （粘贴通报、排名的条文：每${SPANS[span]}排名一次）
  四: （粘贴施行日期的条文）
`;

const SPANS: Readonly<Record<Span, string>> = {
  week: '周',
  'half-month': '半月',
  month: '月',
  'two-months': '双月',
  quarter: '季度',
  'half-year': '半年',
  year: '年',
};

const words = ({ forms }: Answers): string => `# 本办法使用的体裁（form）、信息类别（category）、差错类型（incident）；列出后，记录中写错会得到提醒。
words: ${forms.length === 0 ? '{}' : `{ form: [${forms.map(scalar).join(', ')}] }`}
#  category: [工作动态, 经验做法]
#  incident: [一般差错, 重大差错]

# 考核哪些类别的单位（data/units.yaml 的 class）；不写为全部单位。
# subjects: { unit_class: [机关股室, 下属单位] }
`;

function outlets({ levels }: Answers): string {
  const intro = `# 媒体分级，自低到高：级名 → 条件。条件可用 level（县、市、省、国家）、channel（渠道）、own（自有平台）、print（纸质）、name（媒体全称）。
# 一家媒体只归入它最先符合的一级；点名的媒体写在前面。`;
  if (levels.length === 0) return `${intro}\n# outlets:\n#   县级: { level: 县 }\n#   市级: { level: 市 }\n`;
  const taken = new Set<string>();
  const lines = levels.map(({ name }) => {
    const level = levelIn(name);
    const isFree = level !== null && !taken.has(level);
    if (isFree) taken.add(level);
    return `  ${scalar(name)}: ${isFree ? `{ level: ${level} }` : `{ name: ${scalar(name)} }`}\n`;
  });
  return `${intro}\noutlets:\n${lines.join('')}`;
}

const LEVELS: readonly (readonly [level: string, signs: RegExp])[] = [
  ['国家', /国家|中央|全国/],
  ['省', /省|自治区/],
  ['市', /市|州|盟/],
  ['县', /县|区|旗/],
];

/** The level that the name of a class speaks of; null for the name of an outlet, such as 学习强国. */
const levelIn = (name: string): string | null =>
  /级|^(国家|中央|全国|省|自治区|市|县|区)/.test(name) ? (LEVELS.find(([, signs]) => signs.test(name))?.[0] ?? null) : null;

function rules({ levels, forms }: Answers): string {
  const intro = `# 计分规则：依据哪一条（clause）、对什么计分（for：submission 报送、adoption 采用、instruction 批示、
# obligation 约稿会议政策任务、incident 差错、figure 上报数据）、在什么条件下（where、unless）、给几分（points）。
# 同一篇稿件的几次采用怎样合并，由 pool 和下面的 pools 说明。`;
  const more = `#  instruction:
#    clause: 一
#    for: instruction
#    pool: 批示
#    points: { by: level, table: { 国家: 50, 省: 20, 市: 10 } }`;
  if (levels.length === 0)
    return `${intro}\n# rules:\n#   city: { clause: 一, for: adoption, where: { class: 市级 }, pool: 采用, points: 6 }\n#   …\n# pools:\n#   采用: { clause: 一, combine: highest }\n`;
  return `${intro}
rules:
${levels.map((level, index) => `  level-${index + 1}: { clause: 一, for: adoption, where: { class: ${scalar(level.name)} }, pool: 采用, points: ${pointsOf(level, forms)} }\n`).join('')}${more}

# 合并办法：highest 只取最高分、sum 逐次累加、highest-class 取级别最高的一次、gravest 从重、latest 以最后一次为准。
pools:
  采用: { clause: 一, combine: highest }
#  批示: { clause: 一, combine: highest }
`;
}

function pointsOf({ points }: LevelAnswer, forms: readonly string[]): string {
  if (forms.length === 0 || points.length === 1) return String(points[0]);
  return `{ by: form, table: { ${forms.map((form, index) => `${scalar(form)}: ${points[index]}`).join(', ')} } }`;
}

function duties({ quota }: Answers): string {
  const intro = '# 报送任务：每个周期（per）至少几篇（at_least）；完成得分 met、未完成扣分 missed、每少一篇 each_missing、超额 extra，没有就不写。';
  const [before, count] = quota === null ? ['# ', 1] : ['', quota];
  const lines = ['duties:', '  monthly:', '    clause: 二', '    title: 每月报送', '    per: month', `    at_least: ${count}`];
  return `${intro}\n${lines.map((line) => `${before}${line}\n`).join('')}${before}#    missed: -1\n`;
}

const ranking = ({
  ranking: span,
}: Answers): string => `# 排名：by 写 period（本期得分）或 year-to-date（全年累计）；groups 写 none（合并）或 class（按单位类别分组）。
ranking: { clause: 三, by: period, groups: none, top: 3, bottom: 3 }
cadence:
  - { clause: 三, every: ${span}, does: 通报得分排名, covers: previous }
`;

const readings = (): string => `# 条文不明之处：先写下各种理解，选定一种并说明理由；其他理解要改动哪里写在 set，改选时只改 chosen 一行。
# readings:
#   A01:
#     clause: 一
#     question: 一篇稿件多次采用怎样计
#     chosen: A
#     because: 条文称“择取最高标准”。
#     options:
#       A: { says: 只取最高的一次 }
#       B: { says: 逐次累加, set: { pools.采用.combine: sum } }
`;
