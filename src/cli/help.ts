/** What `--help` says, in Chinese and English, with examples. */
import type { Said } from '../words/speech.ts';

export interface Manual {
  readonly says: Said;
  readonly examples: readonly (readonly [command: string, says: Said])[];
}

const example = (command: string, zh: string, en: string): readonly [string, Said] => [command, { zh, en }];

export const MANUALS = {
  check: {
    says: { zh: '检查 data/ 和 policies/,列出每个问题的位置和改法', en: 'Check data/ and policies/: what is wrong, where, and how to mend it' },
    examples: [
      example('tongbao check', '检查当前目录', 'check the current directory'),
      example('tongbao check --staged', '提交前:只看暂存、将要提交的内容', 'before a commit: only what is staged for it'),
      example('tongbao check --format json', '供其他程序读取', 'for other programs'),
      example('tongbao check --format github', '在 GitHub Actions 中标注并写入摘要', 'annotations and a step summary in GitHub Actions'),
    ],
  },
  hook: {
    says: {
      zh: '在本仓库启用提交前检查(写入 pre-commit 钩子;已有的不覆盖)',
      en: 'Have staged records checked before every commit: writes the pre-commit hook of this repository, never over one that is there',
    },
    examples: [example('tongbao hook', '启用;删除该文件即停用', 'turn it on; delete the file to turn it off')],
  },
  score: {
    says: { zh: '计分,列出全部计分明细', en: 'Score: the journal, every credit with its clause and record' },
    examples: [
      example('tongbao score --format json > journal.json', '全部明细', 'the whole journal'),
      example('tongbao score --period 2026-Q1', '只看一个周期', 'of one period'),
    ],
  },
  standings: {
    says: { zh: '某一周期的得分排名', en: 'The standings of a period' },
    examples: [
      example('tongbao standings --period 2026-Q1', '2026年第一季度', 'first quarter of 2026'),
      example('tongbao standings --period 2026-03 --as-of 2026-03-20', '截至3月20日的3月', 'March as of 20 March'),
      example('tongbao standings --period 2026-07-01..2026-10-09 --format json', '任意起止日期', 'any range of days'),
    ],
  },
  plan: {
    says: {
      zh: '宣传工作方案:覆盖情况、通报指标、待办事项(不计分)',
      en: 'The publicity plan: coverage, indicators, what is still to do; no points',
    },
    examples: [
      example('tongbao plan', '本年', 'of this year'),
      example('tongbao plan --period 2026-H1', '2026年上半年', 'first half of 2026'),
      example('tongbao plan --period 2026-07-01..2026-10-09 --format json', '每个数字附所依据的记录', 'every figure with the records behind it'),
    ],
  },
  remind: {
    says: {
      zh: '提醒:谁还欠什么、最迟哪天(半月一提醒,约稿和专项报送到期前后)',
      en: 'Reminders: who owes what and by when, at the half month and around last days',
    },
    examples: [
      example('tongbao remind', '现在该提醒的,按单位列出,可直接发送', 'what is to be reminded of now, a message for each unit'),
      example('tongbao remind --all --unit 办公室', '一个单位所有未完成的事项', 'everything that a unit still owes'),
      example('tongbao remind --format ics > tongbao.ics', '导入日历', 'for a calendar'),
      example(
        'tongbao remind --post --remember',
        '发到企业微信或钉钉群(地址在环境变量 TONGBAO_WEBHOOK),每条只发一次',
        'to a group chat, whose address is in TONGBAO_WEBHOOK; each reminder once',
      ),
    ],
  },
  bulletin: {
    says: {
      zh: '编制一期通报,写入 data/bulletins/;合并这个文件就是签发,此后公布的数字不再改动',
      en: 'Propose the bulletin of a period in data/bulletins/; merging the file signs it, and what it published never changes',
    },
    examples: [
      example('tongbao bulletin 2026-10', '一个月', 'of a month'),
      example(
        'tongbao bulletin 2026-Q3 --number 南医保办通〔2026〕9号 --issued 2026-10-09',
        '一个季度,写明文号和日期',
        'of a quarter, with number and day',
      ),
      example('tongbao bulletin', '补齐所有到期未发的', 'every one that is due'),
      example('tongbao bulletin 2026-10 --dry-run', '只看能不能结账', 'only whether it may be closed'),
    ],
  },
  verify: {
    says: {
      zh: '核验每一期已签发的通报:从 Git 历史和今天的记录重新计算,说明是一致、有更正,还是被改动',
      en: 'Verify every issued bulletin from Git history and from the records of today: identical, corrected, or tampered with',
    },
    examples: [
      example('tongbao verify', '全部', 'all of them'),
      example('tongbao verify 2026-10 2026-Q3', '指定的几期', 'some of them'),
      example('tongbao verify --format json', '供其他程序读取', 'for other programs'),
    ],
  },
  approvals: {
    says: {
      zh: '从 Git 历史核对审批:每篇报送走完了哪些环节、谁办的、还缺什么、哪些未能核实;有一篇不齐全即以 1 结束',
      en: 'Hold submissions against their approval chains by what Git shows: steps taken and by whom, what is open, what cannot be verified',
    },
    examples: [
      example('tongbao approvals', '全部', 'all of them'),
      example('tongbao approvals --period 2026-10', '一个月里报送的', 'those filed in a month'),
      example('tongbao approvals 20260305-jianguan-xxx', '一篇,逐个环节', 'one of them, step by step'),
    ],
  },
  review: {
    says: {
      zh: '审核报告:这次改动了什么、得分和名次怎么变、有什么疑点、由谁审批',
      en: 'Review a proposal: what it changes, whom it moves, what is doubtful, who has to approve it',
    },
    examples: [
      example('tongbao review --base main', '与主分支比较(未提交的改动也算)', 'against the main branch; what is not committed counts too'),
      example('tongbao review --base origin/main --format markdown > review.md', '贴到合并请求里的文字', 'the text for a pull request'),
      example(
        'tongbao review --base origin/main --format github --comment --public',
        '在流水线里:标注、摘要、评论,不公开的不写',
        'in a pipeline: annotations, summary, comment, and nothing that is not public',
      ),
      example(
        'tongbao review --save gitlab=codequality.json --save sarif=review.sarif',
        '另存 GitLab 代码质量和 SARIF',
        'for GitLab and for tools that read SARIF',
      ),
    ],
  },
  merge: {
    says: {
      zh: '合并 GitHub 上已批准的合并请求,把批准的人写进合并说明,供 approvals 核对(由流水线 merge.yml 运行)',
      en: 'Merge an approved pull request of GitHub with those who approved in its message, for approvals to find; run by merge.yml',
    },
    examples: [example('tongbao merge 12', '编号 12 的合并请求', 'pull request 12')],
  },
  propose: {
    says: {
      zh: '为到期未发的通报推送分支、开合并请求;运行两次无妨,记录有变动则更新,办公室改过的文字保留',
      en: 'Push the branch of every bulletin that is due and open its pull request; run again it renews what has changed and keeps what the office wrote',
    },
    examples: [
      example('tongbao propose', '所有到期未发的(每月由流水线运行)', 'every one that is due, as the workflows do each month'),
      example('tongbao propose 2026-Q3', '一个季度', 'of a quarter'),
      example('tongbao propose --renew', '只更新已提出、未签发的', 'only what is proposed and not signed'),
    ],
  },
  compare: {
    says: {
      zh: '同一台账按两部办法(或一种条文的两种理解)各算一遍:谁的名次变、差多少、因为哪一条',
      en: 'One ledger under two ordinances, or two readings of one: who moves, by how much, because of which clause',
    },
    examples: [
      example('tongbao compare --policy county-2021 --policy linyi-2020 --everyone', '两部办法,所有单位参评', 'two ordinances, for every unit'),
      example('tongbao compare --policy county-2021 --reading A01=B --period 2026-Q1', '同一部办法的另一种理解', 'another reading of one ordinance'),
      example('tongbao compare --policy county-2021 --policy ~/draft.yaml --format json', '与修订稿对比', 'with a draft'),
    ],
  },
  explain: {
    says: { zh: '说明一篇报送、一个单位或一个人的分数从哪里来', en: 'Explain where the points of a submission, a unit or a person come from' },
    examples: [
      example('tongbao explain 办公室 --period 2026-Q1', '一个单位的一个季度', 'a unit in a quarter'),
      example('tongbao explain 20260305-renmin', '一篇报送', 'a submission'),
    ],
  },
  import: {
    says: {
      zh: '导入办公室现有的表格(.xlsx、.csv):先显示列的对照和每一行的结果,加 --write 才写入;重复导入不会重复',
      en: 'Bring in the spreadsheet that the office has: shows the mapping and what becomes of every row, writes with --write; nothing comes in twice',
    },
    examples: [
      example('tongbao import 台账.xlsx', '试运行', 'a trial'),
      example('tongbao import 台账.xlsx --write-mapping 对照.yaml', '存下推测的对照,修改后使用', 'store the mapping that was guessed, to mend it'),
      example('tongbao import 台账.xlsx --mapping 对照.yaml --report 结果.csv --write', '写入,并逐行列出结果', 'write, with an account of every row'),
    ],
  },
  export: {
    says: {
      zh: '把台账导出成表格(.xlsx、.csv),列与导入的相同;含不公开的内容,请妥善保管',
      en: 'The ledger as a spreadsheet (.xlsx, .csv), in the columns that can be imported; it holds what is not public',
    },
    examples: [
      example('tongbao export ~/台账.xlsx', '全部', 'all of it'),
      example('tongbao export ~/一季度.csv --period 2026-Q1', '一个周期', 'of a period'),
      example('tongbao export ~/公开.xlsx --public', '只要公开的', 'only what is public'),
    ],
  },
  new: {
    says: {
      zh: '填报一条记录:在终端逐项询问,或用选项一次写全;核对无误后写入 data/ 下应在的位置',
      en: 'File a record: asks for each part on a terminal, or takes options; what passes the check is written in its place under data/',
    },
    examples: [
      example('tongbao new submission', '填报一篇报送,逐项询问', 'a submission; asks for each part'),
      example(
        'tongbao new submission --title 某县启用自助服务区 --unit 办公室 --authors 林晓岚 --on 2026-11-26 --form 简讯',
        '不询问',
        'asks nothing',
      ),
      example(
        'tongbao new adoption --submission 启用自助服务区 --outlet 湛江日报 --on 2026-11-27',
        '报送可写标题中的几个字',
        'a submission by words of its title',
      ),
      example('tongbao new adoption --help', '一类记录的全部选项', 'all options of a kind of record'),
    ],
  },
  codeowners: {
    says: {
      zh: '按人员和单位登记生成 CODEOWNERS:单位的报送由本单位审核人审,其余由办公室审',
      en: 'CODEOWNERS out of the registers: the reviewers of a unit own its filings, the office everything else',
    },
    examples: [
      example('tongbao codeowners', '显示', 'show it'),
      example('tongbao codeowners --host gitea --write', '写入 .gitea/CODEOWNERS', 'write .gitea/CODEOWNERS'),
      example('tongbao codeowners --check', '检查是否过时(流水线中运行)', 'whether it is out of date, as the workflows ask'),
    ],
  },
  fmt: {
    says: {
      zh: '把记录和登记整理成统一的格式;内容、顺序和注释都不变',
      en: 'Put records and registers into one stable form; what they say, its order and comments stay',
    },
    examples: [
      example('tongbao fmt', '全部', 'all of them'),
      example('tongbao fmt data/submissions/bangongshi', '一个文件或文件夹', 'a file or a folder'),
      example('tongbao fmt --check', '只检查,供流水线使用', 'only check, for CI'),
    ],
  },
  demo: {
    says: {
      zh: '写一套示例台账到空文件夹,同样的参数得到同样的内容',
      en: 'Write a demonstration ledger into an empty folder; the same options give the same files',
    },
    examples: [
      example('tongbao demo --out /tmp/demo', '默认大小', 'of the usual size'),
      example(
        'tongbao demo --policy ganzhou-2020 --units 20 --months 24 --per-month 100 --seed 7 --out /tmp/demo',
        '指定大小',
        'of a size of your own',
      ),
    ],
  },
  schema: {
    says: { zh: '更新编辑器用的 JSON Schema(data/.schema/)', en: 'Update the JSON Schemas for editors (data/.schema/)' },
    examples: [example('tongbao schema', '更新', 'update'), example('tongbao schema --check', '只检查是否过时', 'only check whether they are stale')],
  },
  'policy new': {
    says: {
      zh: '新写一个办法:按回答生成带说明的文件 policies/<编号>.yaml',
      en: 'Begin a new ordinance: writes policies/<id>.yaml from a few answers, with comments',
    },
    examples: [
      example('tongbao policy new county-2026', '逐项询问', 'asks for each part'),
      example(
        'tongbao policy new county-2026 --title 某县信息工作办法 --from 2026-01-01 --forms 综合,简讯 --level 县级=3,1 --level 市级=6,3 --quota 1 --ranking quarter',
        '不询问',
        'asks nothing',
      ),
    ],
  },
  'policy show': {
    says: { zh: '把一个办法列成表,与纸质文件逐条核对', en: 'Show an ordinance as tables, to be compared with the document on paper' },
    examples: [
      example('tongbao policy show county-2021', '在终端查看', 'in the terminal'),
      example('tongbao policy show county-2021 --format markdown > county-2021.md', '打印或送审', 'to print or to hand in'),
      example('tongbao policy show county-2021 --language en', '英文', 'in English'),
    ],
  },
  'policy test': {
    says: {
      zh: '运行办法的案例(policies/<编号>.cases.yaml),并列出没有案例的条款',
      en: 'Run the cases of ordinances (policies/<id>.cases.yaml), and tell which clauses have none',
    },
    examples: [
      example('tongbao policy test', '全部办法', 'of all ordinances'),
      example('tongbao policy test county-2021 --coverage', '每一条款都要有案例,否则退出码为 1', 'fail too where a clause has no case'),
      example('tongbao policy test --format junit > cases.xml', '供构建服务器显示', 'for build servers'),
    ],
  },
  build: {
    says: { zh: '检查并生成网站', en: 'Check, and build the site' },
    examples: [
      example('tongbao build --out dist', '生成到 dist', 'into dist'),
      example('tongbao build --pdf', '连同每期通报的 PDF', 'with a PDF of every bulletin'),
    ],
  },
  start: {
    says: { zh: '检查、生成网站并在本机打开', en: 'Check, build the site, and serve it on this machine' },
    examples: [example('tongbao start --port 8080', '使用端口 8080', 'at port 8080')],
  },
  dev: {
    says: {
      zh: '边改边看:保存 data/ 或 policies/ 里的文件,网页马上更新',
      en: 'See what you write: pages follow as soon as a file under data/ or policies/ is saved',
    },
    examples: [example('tongbao dev', '在本机打开', 'on this machine')],
  },
} as const satisfies Readonly<Record<string, Manual>>;

/** Commands that have commands of their own. */
export const GROUPS: Readonly<Record<string, Said>> = {
  policy: { zh: '办法:新写、查看、运行案例', en: 'Ordinances: begin one, show one, run their cases' },
};

export type CommandName = keyof typeof MANUALS;

/** The examples of a command as they stand under its help. */
export function examplesText(name: CommandName): string {
  const lines = (MANUALS[name] as Manual).examples.map(([command, { zh, en }]) => `  ${command}\n      ${zh}  ${en}`);
  return `\n示例 Examples:\n${lines.join('\n')}\n`;
}

export const ABOUT: Said = {
  zh: '通报:政务信息报送、采用、计分与排名。记录是 data/ 下的 YAML 文件,办法是 policies/ 下的 YAML 文件。',
  en: 'Tongbao: government news work, filed, adopted, scored and ranked. Records are YAML files under data/, ordinances under policies/.',
};

export const EXIT_CODES = `
退出码 Exit codes:
  0  没有问题  clean
  1  检查发现问题  findings
  2  用法不对  wrong usage
`;
