/** Words of a review report: what a proposal to change records says and does, for whoever has to approve it. */
import { listed, type Said } from './speech.ts';

/** What a reviewer should know before anything else. Names and records are as they may be shown. */
export type Notice = { readonly file: string } & (
  | {
      readonly code: 'of-another-unit';
      readonly who: string;
      readonly unit: string;
      readonly owners: readonly string[];
      readonly records: readonly Said[];
    }
  | { readonly code: 'unknown-author'; readonly who: string; readonly records: readonly Said[] }
  | { readonly code: 'author-not-clear'; readonly who: string; readonly persons: readonly string[]; readonly records: readonly Said[] }
  | { readonly code: 'not-committed'; readonly records: readonly Said[] }
  | { readonly code: 'deleted'; readonly record: Said }
  | { readonly code: 'renamed'; readonly record: Said; readonly from: string; readonly to: string }
  | { readonly code: 'ordinance'; readonly what: FileWhat; readonly title: string; readonly places: number }
  | { readonly code: 'register'; readonly register: RegisterName; readonly what: FileWhat; readonly entries: readonly string[] }
  | { readonly code: 'issues'; readonly period: Said }
  | { readonly code: 'changes-issued'; readonly what: FileWhat; readonly period: Said }
  | { readonly code: 'other-files'; readonly files: readonly string[] }
  | { readonly code: 'still-to-come'; readonly record: Said; readonly on: string }
  | { readonly code: 'nothing-to-score' }
);

export type FileWhat = 'added' | 'changed' | 'deleted' | 'renamed';
export type RegisterName = 'units' | 'people' | 'outlets' | 'site' | 'bulletins' | 'plan';

const together = (records: readonly Said[]): Said => ({
  zh: listed(
    records.map(({ zh }) => zh),
    5,
  ).zh,
  en: listed(
    records.map(({ en }) => en),
    5,
  ).en,
});

const WHATS: Readonly<Record<FileWhat, Said>> = {
  added: { zh: '新增', en: 'added' },
  changed: { zh: '修改', en: 'changed' },
  deleted: { zh: '删除', en: 'deleted' },
  renamed: { zh: '改名', en: 'renamed' },
};

export const whatWords = (what: FileWhat): Said => WHATS[what];

const REGISTERS: Readonly<Record<RegisterName, Said>> = {
  units: { zh: '单位登记', en: 'the register of units' },
  people: { zh: '人员登记', en: 'the register of people' },
  outlets: { zh: '媒体登记', en: 'the register of outlets' },
  site: { zh: '安装设置（site.yaml）', en: 'the installation (site.yaml)' },
  bulletins: { zh: '通报设置（bulletins.yaml）', en: 'how bulletins are issued (bulletins.yaml)' },
  plan: { zh: '宣传方案的登记', en: 'a register of the publicity plan' },
};

export const registerWords = (register: RegisterName): Said => REGISTERS[register];

type NoticeSpeech = { readonly [C in Notice['code']]: (notice: Extract<Notice, { code: C }>) => Said };

/** A notice as a sentence, with what to do about it where something is to be done. */
export function noticeWords(notice: Notice): Said {
  const speak = NOTICES[notice.code] as (notice: Notice) => Said;
  return speak(notice);
}

const NOTICES: NoticeSpeech = {
  'of-another-unit': ({ who, unit, owners, records }) => ({
    zh: `${who}（${unit}）改动了${listed(owners).zh}的记录：${together(records).zh}。请确认是代办还是误改。`,
    en: `${who} (${unit}) touched records of ${listed(owners).en}: ${together(records).en}. Make sure that it was meant.`,
  }),
  'unknown-author': ({ who, records }) => ({
    zh: `提交人“${who}”在人员登记中查不到，无法确认身份，涉及：${together(records).zh}。请核实本人，并把其邮箱或平台用户名登记到 data/people.yaml。`,
    en: `The author “${who}” is not in the register of people, so nobody can tell who it is: ${together(records).en}. Ask, and register the e-mail or user name in data/people.yaml.`,
  }),
  'author-not-clear': ({ who, persons, records }) => ({
    zh: `提交人“${who}”对应登记中的多人（${listed(persons).zh}），涉及：${together(records).zh}。请在 data/people.yaml 中把邮箱写到各人名下。`,
    en: `The author “${who}” may be any of ${listed(persons).en}: ${together(records).en}. Give each of them an e-mail of their own in data/people.yaml.`,
  }),
  'not-committed': ({ records }) => ({
    zh: `还没有提交（commit）的改动也算在内，看不出是谁改的：${together(records).zh}。`,
    en: `Changes that are not committed yet are included, and nobody can tell whose they are: ${together(records).en}.`,
  }),
  deleted: ({ record }) => ({
    zh: `删除记录：${record.zh}。合并后不再计分，也不再显示；内容只留在 Git 历史里。`,
    en: `A record is deleted: ${record.en}. It will neither count nor be shown; only the history of Git keeps it.`,
  }),
  renamed: ({ record, from, to }) => ({
    zh: `记录改名：${record.zh}，${from} → ${to}。编号随文件名改变，引用它的记录要一起改。`,
    en: `A record is renamed: ${record.en}, ${from} → ${to}. Its id is its file name, so whatever refers to it has to follow.`,
  }),
  ordinance: ({ what, title, places }) => ({
    zh: `${WHATS[what].zh}办法：《${title}》${what === 'changed' ? `，${places} 处` : ''}。办法决定所有单位的分数，请由办公室核对原文。`,
    en: `An ordinance is ${WHATS[what].en}: ${title}${what === 'changed' ? `, in ${places} ${places === 1 ? 'place' : 'places'}` : ''}. It decides the points of every unit: have the office compare it with the document.`,
  }),
  register: ({ register, what, entries }) => ({
    zh: `${WHATS[what].zh}${REGISTERS[register].zh}${entries.length === 0 ? '' : `：${listed(entries, 6).zh}`}。`,
    en: `${REGISTERS[register].en} is ${WHATS[what].en}${entries.length === 0 ? '' : `: ${listed(entries, 6).en}`}.`,
  }),
  issues: ({ period }) => ({
    zh: `合并就是签发${period.zh}的通报：此后公布的数字不再改动。`,
    en: `To merge this is to issue the bulletin of ${period.en}: what it publishes never changes afterwards.`,
  }),
  'changes-issued': ({ what, period }) => ({
    zh: `${WHATS[what].zh}已签发的${period.zh}通报。已公布的通报不应再改，更正会自动记入下一期；除非确有必要，请退回。`,
    en: `The issued bulletin of ${period.en} is ${WHATS[what].en}. It should stay as it was published, and corrections go into the next one by themselves: refuse this unless it is needed.`,
  }),
  'other-files': ({ files }) => ({
    zh: `还改动了记录以外的文件：${listed(files, 5).zh}。程序和流程文件请由管理员另行查看。`,
    en: `Files that are no records are changed too: ${listed(files, 5).en}. Have the administrator look at programs and workflows.`,
  }),
  'still-to-come': ({ record, on }) => ({
    zh: `日期（${on}）还没有到：${record.zh}。到那一天才计分。`,
    en: `Its day (${on}) is still to come: ${record.en}. It counts from that day on.`,
  }),
  'nothing-to-score': () => ({
    zh: '改动前或改动后没有可用的 data/site.yaml，无法计分比较。',
    en: 'There is no usable data/site.yaml before or after the change, so points cannot be compared.',
  }),
};

/** What stands in a report besides notices. Points, names and records come ready to be shown. */
export const REVIEW = {
  title: { zh: '审核报告', en: 'Review report' },
  english: 'English',
  asOf: (day: string, base: string, commit: string): Said => ({
    zh: `截至 ${day}，与 ${base}（${commit.slice(0, 7)}）比较。`,
    en: `As of ${day}, compared with ${base} (${commit.slice(0, 7)}).`,
  }),
  sound: { zh: '检查没有发现问题。', en: 'The check finds nothing to complain of.' },
  found: (errors: number, warnings: number): Said => ({
    zh: `检查发现 ${[errors > 0 ? `${errors} 个错误` : '', warnings > 0 ? `${warnings} 处提醒` : ''].filter((part) => part !== '').join('、')}，见下面“检查发现”。`,
    en: `The check has ${[counted(errors, 'error'), counted(warnings, 'warning')].filter((part) => part !== '').join(' and ')}; see “Findings”.`,
  }),
  earlier: (before: number, mended: number): Said => ({
    zh: `改动之前有 ${before} 项${mended > 0 ? `，这次改正了 ${mended} 项` : ''}。`,
    en: `There ${before === 1 ? 'was 1' : `were ${before}`} before${mended > 0 ? `, ${mended} of which ${mended === 1 ? 'is' : 'are'} mended` : ''}.`,
  }),
  nothing: { zh: '没有改动记录和办法。', en: 'No record and no ordinance is changed.' },
  noPoints: { zh: '得分没有变化。', en: 'Nobody’s points change.' },
  look: { zh: '请先看', en: 'Look here first' },
  cards: { zh: '改动的记录', en: 'Records' },
  settings: { zh: '改动的登记和办法', en: 'Registers and ordinances' },
  findings: { zh: '检查发现', en: 'Findings' },
  ownFindings: { zh: '在改动的文件里', en: 'In the changed files' },
  otherFindings: { zh: '改动引起、在别的文件里', en: 'Caused by the change, in other files' },
  duplicates: { zh: '疑似重复', en: 'Likely duplicates' },
  standings: { zh: '得分和名次', en: 'Points and ranks' },
  duties: { zh: '任务和评先评优资格', en: 'Duties and eligibility' },
  closed: { zh: '已公布的周期', en: 'Published periods' },
  approval: { zh: '谁来审批', en: 'Who has to approve' },
  unfold: (count: number): Said => ({ zh: `${count} 件，点开逐件查看`, en: `${count} items: open to look at each` }),
  empty: { zh: '（空）', en: '(empty)' },
  byDefault: { zh: '公开（没有写，按默认）', en: '公开 (not written: the default)' },
  yes: { zh: '是', en: 'yes' },
  no: { zh: '否', en: 'no' },
  form: (title: string, clause: string): Said => ({ zh: `${title}（${clause}）`, en: `Form ${title} (${clause})` }),
  onlyLook: { zh: '内容没有变，只改了写法、注释或次序。', en: 'It says the same as before; only its look, comments or order changed.' },
  unreadable: { zh: '这个文件现在用不了，见“检查发现”。', en: 'This file cannot be used as it is; see “Findings”.' },
  hidden: { zh: '内容不公开，请在仓库里查看。', en: 'Its content is not public: look at it in the repository.' },
  earns: (gains: Said): Said => ({ zh: `得分：${gains.zh}`, en: `Points: ${gains.en}` }),
  earnsNothing: (reason: Said): Said => ({ zh: `不计分：${reason.zh}`, en: `No points: ${reason.en}` }),
  basis: (clauses: Said): Said => ({ zh: `依据 ${clauses.zh}`, en: `by ${clauses.en}` }),
  otherwise: { zh: '条款之外', en: 'no clause' },
  rank: (before: number | null, after: number | null): Said => {
    if (before === null) return { zh: `新列入，第${after}`, en: `new, ranked ${after}` };
    if (after === null) return { zh: `原第${before}，不再参评`, en: `was ${before}, not ranked any more` };
    return before === after ? { zh: `仍第${after}`, en: `still ${after}` } : { zh: `第${before}→第${after}`, en: `rank ${before} → ${after}` };
  },
  running: (asOf: string): Said => ({ zh: `截至 ${asOf}，尚未结束`, en: `as of ${asOf}, not over yet` }),
  follow: (units: Said): Said => ({ zh: `名次随之变化：${units.zh}`, en: `Ranks that change with it: ${units.en}` }),
  morePeriods: (count: number): Said => ({
    zh: `另有 ${count} 个周期也有变化。`,
    en: `${count} more ${count === 1 ? 'period changes' : 'periods change'} too.`,
  }),
  more: (count: number): Said => ({ zh: `还有 ${count} 项，这里不再列出。`, en: `${count} more are not listed here.` }),
  shortened: {
    zh: '改动太多，这里只列到此处；全文见流水线的摘要或在本机运行 tongbao review。',
    en: 'There is too much to show here; the summary of the pipeline, or tongbao review on your own machine, has all of it.',
  },
  account: (unit: string, account: string, gain: string, clause: Said): Said => ({
    zh: `${unit} ${account} ${gain}，依据 ${clause.zh}`,
    en: `${unit}: ${account} ${gain}, by ${clause.en}`,
  }),
  duty: (unit: string, period: Said, title: string, before: string, after: string, state: Said, clause: string): Said => ({
    zh: `${unit} ${period.zh}“${title}”：${before} → ${after}，${state.zh}，依据 ${clause}`,
    en: `${unit}, ${period.en}, “${title}”: ${before} → ${after}, ${state.en}, by ${clause}`,
  }),
  states: {
    met: { zh: '已完成', en: 'met' },
    missed: { zh: '未完成', en: 'missed' },
    running: { zh: '还可完成', en: 'may still be met' },
    gone: { zh: '不再承担', en: 'not owed any more' },
  },
  barred: (unit: string, bars: string, cause: Said, clause: string, final: boolean): Said => ({
    zh: final ? `${unit} 失去资格：${bars}（${cause.zh}，依据 ${clause}）` : `${unit} 如不再报送，将失去资格：${bars}（${cause.zh}，依据 ${clause}）`,
    en: final
      ? `${unit} loses its eligibility: ${bars} (${cause.en}, by ${clause})`
      : `${unit} will lose its eligibility unless more is filed: ${bars} (${cause.en}, by ${clause})`,
  }),
  freed: (unit: string, bars: string, cause: Said, clause: string): Said => ({
    zh: `${unit} 恢复资格：${bars}（${cause.zh}，依据 ${clause}）`,
    en: `${unit} is eligible again: ${bars} (${cause.en}, by ${clause})`,
  }),
  inClosed: (record: Said, period: Said): Said => ({
    zh: `${record.zh}：日期在已公布的${period.zh}通报之内，公布的数字不会改动。`,
    en: `${record.en}: its day lies in the bulletin of ${period.en}, whose figures never change.`,
  }),
  correction: (unit: string, gain: string, period: Said, on: string, clause: Said): Said => ({
    zh: `更正：${unit} ${gain}，更正${period.zh}的通报，记在 ${on}，由下一期通报列出，依据 ${clause.zh}`,
    en: `Correction: ${unit} ${gain}, of the bulletin of ${period.en}, booked on ${on} and listed in the next one, by ${clause.en}`,
  }),
  noCorrection: { zh: '得分没有变化，不需要更正。', en: 'No points change, so nothing has to be corrected.' },
  duplicate: (record: Said, other: Said, unit: string, on: string, percent: number): Said => ({
    zh: `${record.zh} 与 ${other.zh}（${unit}，${on}）相似 ${percent}%。是同一件的，请在其中一条写 same_as，或退回。`,
    en: `${record.en} is ${percent} % like ${other.en} (${unit}, ${on}). If it is the same story, say so with same_as, or refuse it.`,
  }),
  hiddenOther: { zh: '一条不公开的报送', en: 'a submission that is not public' },
  chainOf: (records: readonly Said[]): Said => together(records),
  chainShort: (steps: Said): Said => ({ zh: `审批环节：${steps.zh}`, en: `To be approved by: ${steps.en}` }),
  people: (names: readonly string[]): Said => listed(names, 6),
  nobody: { zh: '人员登记中没有可办理的人', en: 'nobody in the register of people may take it' },
  taken: { zh: '记录中已有', en: 'taken, says the record' },
  special: { zh: '这类稿件另需', en: 'because of what it is' },
  noChain: { zh: '办法没有规定审批环节，或没有新增、修改的报送。', en: 'The ordinance asks for no chain, or no submission is new or changed.' },
  hiddenFinding: (code: string): Said => ({
    zh: `这条记录的内容不公开，问题（${code}）请在仓库里运行 tongbao check 查看。`,
    en: `The record is not public; for this finding (${code}) run tongbao check in the repository.`,
  }),
  count: (kind: Said, count: number): Said => ({ zh: `${kind.zh} ${count} 条`, en: counted(count, kind.en, `${kind.en.replace(/y$/, 'ie')}s`) }),
  settingsCount: (count: number): Said => ({
    zh: `登记、设置或办法 ${count} 个文件`,
    en: counted(count, 'file of registers, settings or ordinances', 'files of registers, settings or ordinances'),
  }),
} as const;

function counted(count: number, noun: string, plural = `${noun}s`): string {
  return count === 0 ? '' : `${count} ${count === 1 ? noun : plural}`;
}

/** Why there is nothing to compare with, and what to do. */
export type ReviewTrouble =
  | { readonly code: 'no-git' | 'no-repository' | 'no-commit' }
  | { readonly code: 'refused'; readonly detail: string }
  | { readonly code: 'unknown-commit' | 'no-common-commit'; readonly named: string; readonly shallow: boolean };

export function troubleWords(trouble: ReviewTrouble): Said {
  const speak = TROUBLES[trouble.code] as (trouble: ReviewTrouble) => Said;
  return speak(trouble);
}

const SHALLOW: Said = {
  zh: '这里的历史不完整(浅克隆):请取回全部历史(git fetch --unshallow,流水线中设 fetch-depth: 0 或 GIT_DEPTH: 0)再运行。',
  en: 'The history here is cut short (a shallow clone): fetch all of it (git fetch --unshallow; in a pipeline fetch-depth: 0 or GIT_DEPTH: 0) and run it again.',
};

const TROUBLES: { readonly [C in ReviewTrouble['code']]: (trouble: Extract<ReviewTrouble, { code: C }>) => Said } = {
  'no-git': () => ({
    zh: '这台机器上没有 Git,无法比较。请先安装 Git。',
    en: 'There is no Git on this machine, so nothing can be compared. Install it first.',
  }),
  'no-repository': () => ({
    zh: '记录不在 Git 仓库里,没有改动可看。请在仓库的文件夹里运行,或用 --root 指明。',
    en: 'The records are in no Git repository, so there is no change to look at. Run it inside one, or name its folder with --root.',
  }),
  'no-commit': () => ({
    zh: '仓库里还没有提交,没有可比较的。请先提交一次。',
    en: 'The repository has no commit to compare with. Make the first one.',
  }),
  refused: ({ detail }) => ({
    zh: `Git 拒绝读取这个仓库:${detail}。请由仓库的所有者运行,或按 Git 的提示设置 safe.directory。`,
    en: `Git refuses to read this repository: ${detail}. Run it as its owner, or set safe.directory as Git says.`,
  }),
  'unknown-commit': ({ named, shallow }) =>
    shallow
      ? { zh: `没有名为“${named}”的分支或提交。${SHALLOW.zh}`, en: `There is no branch or commit “${named}”. ${SHALLOW.en}` }
      : {
          zh: `没有名为“${named}”的分支或提交。请用 git fetch 取回,或用 --base 写明,如 --base origin/main。`,
          en: `There is no branch or commit “${named}”. Fetch it with git fetch, or name another with --base, such as --base origin/main.`,
        },
  'no-common-commit': ({ named, shallow }) =>
    shallow
      ? { zh: `找不到与“${named}”共同的起点。${SHALLOW.zh}`, en: `The commit in common with “${named}” is not here. ${SHALLOW.en}` }
      : {
          zh: `与“${named}”没有共同的历史,无法比较。请从主分支新建分支后重新提交。`,
          en: `It has no history in common with “${named}”, so there is nothing to compare. Start the branch from the main branch again.`,
        },
};

/** What became of the comment on the pull request. */
export const COMMENTED = {
  posted: { zh: '审核报告已贴到合并请求。', en: 'The report is posted on the pull request.' },
  renewed: { zh: '合并请求上的审核报告已更新。', en: 'The report on the pull request is renewed.' },
  unchanged: { zh: '合并请求上的审核报告没有变化。', en: 'The report on the pull request is as it was.' },
  noHost: {
    zh: '这个平台不用评论:报告见流水线的产物和代码质量一栏。',
    en: 'No comment is made on this host: see the artefacts of the pipeline and its Code Quality.',
  },
  noPull: { zh: '这次运行不属于任何合并请求,没有贴评论。', en: 'This run belongs to no pull request, so nothing is posted.' },
} as const satisfies Readonly<Record<string, Said>>;

/** Why the host took no comment. */
export const commentWords = ({ zh, en }: Said): Said => ({
  zh: `没有贴上评论(来自派生仓库的合并请求没有这个权限),报告见流水线的摘要。${zh}`,
  en: `No comment was posted (pull requests of forks have no right to one); the report is in the summary. ${en}`,
});
