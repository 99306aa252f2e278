/** Words of the status page: what was not counted, and what could not be verified, each with what helps. */
import type { Language } from './speech.ts';

/** What something is called, and what to do about it. */
interface Told {
  readonly what: string;
  readonly remedy: string;
}

const zh = {
  findings: '检查发现的问题',
  /** Kinds of what was left out, on the one side, and of what nobody could verify, on the other. */
  left: {
    title: '没有计分、没有列出的',
    caption: '没有计分或者没有列出的记录，各有多少，为什么，怎么办',
    none: '没有：公开记录都已计分、列出。',
    broken: { what: '有错误的记录', remedy: '没有计入。逐条见上表，改正后自动恢复。' },
    barred: { what: '报送了但不计入报送数的稿件', remedy: '退回未改、未采纳、一稿多报等，原因写在各稿件页上。' },
    uncovered: { what: '办法没有写到的情形', remedy: '不计分。如果应当计分，请由办公室修改办法。' },
    incomplete: { what: '登记不全，暂不计分的', remedy: '缺少审批、级别或版面。补登后自动重新计算。' },
    outdone: { what: '按办法不重复计分或者不计分的', remedy: '已取最高、已到上限、已过时限等，属于办法的规定，不用处理。' },
    hidden: { what: '不公开、依申请公开的稿件', remedy: '照常计分，只列日期、条款和得分，题名和内容不出仓库。' },
  },
  unverified: {
    title: '没有核实的',
    caption: '生成网站时核实不了的，各有多少，怎样核实',
    none: '没有：每条公开记录都能查到写入人和审核人。',
    unknown: '查不到写入人和审核人的稿件',
    alone: { what: '直接提交，没有另一人审核记录的稿件', remedy: '以后请通过合并请求登记，由另一人审核合并。' },
    host: { what: '审核人只在托管平台上的稿件', remedy: '请打开平台上的合并请求查看经办人。' },
    steps: { what: 'Git 里的审批署名不全的稿件', remedy: '运行 tongbao approvals，看缺哪个环节、可由谁办理。' },
    unsigned: { what: '审批环节未能从 Git 核实的稿件', remedy: '运行 tongbao approvals，看原因和补办的办法。' },
    proofless: { what: '没有链接也没有样刊日期的采用', remedy: '请补登 link（链接）或者 proof_on（样刊日期）。' },
    links: { what: '外部链接', remedy: '生成网站时不访问外网，链接是否有效请打开核对。' },
    bulletins: {
      what: '已签发的通报',
      remedy: '封签和前后衔接已核对，有问题的列在上表。数字与历史是否一致，请在仓库中运行 npx tongbao verify 重新计算。',
    },
    readings: { what: '办法中有歧义、按所选理解计分的条文', remedy: '所选理解和其他理解都列在办法页；换一种理解结果如何，可以试算。' },
  },
  columns: { what: '项目', count: '数量', remedy: '说明与处理办法' },
};

type StatusWords = typeof zh;

const en: StatusWords = {
  findings: 'Findings',
  left: {
    title: 'Not counted, not listed',
    caption: 'What was not counted or not listed: how many, why, and what helps',
    none: 'Nothing: every public record is counted and listed.',
    broken: { what: 'Records with errors', remedy: 'Left out. Each is listed above, and counts as soon as it is mended.' },
    barred: { what: 'Items filed that do not count as filed', remedy: 'Returned, declined, filed twice …; the page of each item says why.' },
    uncovered: {
      what: 'Cases that the ordinance does not speak of',
      remedy: 'They earn nothing. If they should, the office has to amend the ordinance.',
    },
    incomplete: {
      what: 'Records that lack what the points depend on',
      remedy: 'An approval, a level or an edition is missing; the points follow once it is recorded.',
    },
    outdone: {
      what: 'Not counted, or not counted twice, as the ordinance says',
      remedy: 'A better adoption counts, a cap was reached, a day has passed: nothing to be done.',
    },
    hidden: {
      what: 'Items that are not open to the public',
      remedy: 'They count. Only day, clause and points are shown; titles and contents do not leave the repository.',
    },
  },
  unverified: {
    title: 'Not verified',
    caption: 'What a build cannot verify: how many, and what can',
    none: 'Nothing: every public record has somebody who wrote it and somebody who approved it.',
    unknown: 'Items of which nobody can tell who wrote and approved them',
    alone: { what: 'Items committed directly, with no trace of another person', remedy: 'Use pull requests, to be merged by somebody else.' },
    host: { what: 'Items whose approval only the host knows', remedy: 'Their pull requests name the person.' },
    steps: { what: 'Items that lack signatures of some steps in Git', remedy: 'tongbao approvals says which steps, and who may take them.' },
    unsigned: { what: 'Items whose approval Git could not verify', remedy: 'tongbao approvals says why, and how to make up for it.' },
    proofless: { what: 'Adoptions without link or day of proof', remedy: 'Add link or proof_on to the record.' },
    links: { what: 'Links to other sites', remedy: 'No build looks at other hosts; open them to see whether they still lead somewhere.' },
    bulletins: {
      what: 'Bulletins that were issued',
      remedy:
        'Seals and the chain have been checked; faults are listed above. Whether their figures follow from the history, npx tongbao verify computes anew.',
    },
    readings: {
      what: 'Ambiguous clauses, counted by a chosen reading',
      remedy: 'Chosen and other readings stand on the page of the ordinance; what another would change can be tried out.',
    },
  },
  columns: { what: 'What', count: 'How many', remedy: 'Why, and what helps' },
};

export type { Told };
export const statusWords = (language: Language): StatusWords => ({ zh, en })[language];
