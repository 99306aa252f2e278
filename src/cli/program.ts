/** The commands and their options, as commander wants them. */
import { Command } from 'commander';
import type { Said } from '../words/speech.ts';
import type { WrittenAnswers } from './answers.ts';
import { tellApprovals } from './commands/approvals.ts';
import { bulletin, type Wanted } from './commands/bulletin.ts';
import { CHECK_FORMATS, check } from './commands/check.ts';
import { checkStaged } from './commands/check-staged.ts';
import { codeownersCommand, type WrittenOwners } from './commands/codeowners.ts';
import { type Comparing, tellComparison, wantedFrom } from './commands/compare.ts';
import { demo, type WrittenDemo } from './commands/demo.ts';
import { dev } from './commands/dev.ts';
import { tellExplanation } from './commands/explain.ts';
import { exportCommand, type WrittenExport } from './commands/export.ts';
import { fmt } from './commands/fmt.ts';
import { hook } from './commands/hook.ts';
import { IMPORT_FORMATS, importCommand, type WrittenImport } from './commands/import.ts';
import { mergeCommand } from './commands/merge.ts';
import { newCommand } from './commands/new.ts';
import { tellPlan } from './commands/plan.ts';
import { policyNew } from './commands/policy-new.ts';
import { policyShow, SHOW_FORMATS } from './commands/policy-show.ts';
import { policyTest, TEST_FORMATS } from './commands/policy-test.ts';
import { proposeCommand } from './commands/propose.ts';
import { REMIND_FORMATS, remind, type WrittenRemind } from './commands/remind.ts';
import { REVIEW_FORMATS, tellReview, type WrittenReview } from './commands/review.ts';
import { schema } from './commands/schema.ts';
import { tellScore } from './commands/score.ts';
import { build, start, untilTold } from './commands/site.ts';
import { tellStandings } from './commands/standings.ts';
import { tellVerification } from './commands/verify.ts';
import { ABOUT, type CommandName, EXIT_CODES, examplesText, GROUPS, MANUALS } from './help.ts';
import { addKinds } from './new/program.ts';
import { dayFrom, numberFrom, periodFrom } from './options.ts';
import { settingFrom, TEXT_OR_JSON, type Written } from './setting.ts';
import type { Terminal } from './terminal.ts';
import { wrongUsage } from './wrong-usage.ts';

/** The program. What a command ends with is given to `ended`; wrong usage is thrown. */
export function programOf(terminal: Terminal, ended: (code: number) => void): Command {
  const program = bilingual(new Command('tongbao'), terminal)
    .description(`${ABOUT.zh}\n${ABOUT.en}`)
    .option('--root <dir>', '有 data/ 和 policies/ 的文件夹  the folder that has data/ and policies/', '.')
    .option('--as-of <day>', '截止日期,默认今天;此后的记录不计  nothing after this day is seen; today unless given')
    .option('--format <format>', '输出格式:text、json,check 另有 github  text or json; check has github too', 'text')
    .helpCommand('help [command]', '显示帮助  show help')
    .addHelpText('after', EXIT_CODES);
  const common = (): Written => program.opts<Written>();
  const groups = new Map<string, Command>();
  const groupOf = (name: string): Command => {
    const { zh, en } = GROUPS[name] as Said;
    const group = groups.get(name) ?? bilingual(program.command(name), terminal).summary(`${zh}  ${en}`).description(`${zh}\n${en}`);
    groups.set(name, group);
    return group;
  };
  const command = (name: CommandName): Command => {
    const { zh, en } = MANUALS[name].says;
    const [first = '', second] = name.split(' ');
    const parent = second === undefined ? program : groupOf(first);
    return bilingual(parent.command(second ?? first), terminal)
      .summary(`${zh}  ${en}`)
      .description(`${zh}\n${en}`)
      .addHelpText('after', examplesText(name));
  };
  const period = ['--period <period>', '周期:2026、2026-H1、2026-Q1、2026-03、2026-W05 或起止日期  period'] as const;

  command('check')
    .option('--staged', '只看暂存、将要提交的内容  only what is staged for the next commit')
    .action(({ staged }: { staged?: true }) => ended((staged ? checkStaged : check)(settingFrom(common(), CHECK_FORMATS, terminal))));
  command('hook').action(() => ended(hook(settingFrom(common(), ['text'], terminal))));
  command('score')
    .option(...period)
    .action(({ period: written }: { period?: string }) =>
      ended(tellScore(settingFrom(common(), TEXT_OR_JSON, terminal), written === undefined ? null : periodFrom(written))),
    );
  command('standings')
    .requiredOption(...period)
    .action(({ period: written }: { period: string }) => ended(tellStandings(settingFrom(common(), TEXT_OR_JSON, terminal), periodFrom(written))));
  command('plan')
    .option(...period)
    .action(({ period: written }: { period?: string }) =>
      ended(tellPlan(settingFrom(common(), TEXT_OR_JSON, terminal), written === undefined ? null : periodFrom(written))),
    );
  command('remind')
    .option('--since <day>', '只看此日之后到期的提醒,默认半个月  reminders due after this day; half a month unless given')
    .option('--ahead <n>', '最迟日期前几天提醒  days before a last one')
    .option('--unit <unit>', '只看这个单位,可写多次  only this unit; may be given several times', listed, [])
    .option('--all', '所有未完成的事项,不论是否到提醒的日子  all that is open, whether or not it is the day to remind of it')
    .option('--public', '不公开的标题不写出来  leave out titles that are not public')
    .option('--post', '发到群机器人,地址在 TONGBAO_WEBHOOK  post to the robot at TONGBAO_WEBHOOK')
    .option('--sent <file>', '已发送的清单,其中的不再提醒  a list of what was sent; none of it again')
    .option('--remember', '清单记在 Git 分支 tongbao-reminders  keep that list in a Git branch')
    .option('--mark', '显示即算已发送  what is shown counts as sent')
    .action(async (options: WrittenRemind) => ended(await remind(settingFrom(common(), REMIND_FORMATS, terminal), options)));
  command('bulletin')
    .argument('[period]', '周期,不写则补齐所有到期未发的  the period; all that are due unless given')
    .option('--number <number>', '发文字号  number of the document')
    .option('--issued <day>', '成文日期,默认周期结束后第一个工作日  day of the document; the first working day after the period unless given')
    .option('--renew', '未签发的重新生成,保留 document 中办公室写的内容  make one that is not signed anew, keeping what the office wrote')
    .option('--dry-run', '只列清单,不写文件  write nothing')
    .action((written: string | undefined, options: WrittenBulletinOptions) =>
      ended(bulletin(settingFrom(common(), ['text'], terminal), wantedBulletin(written, options))),
    );
  command('verify')
    .argument('[periods...]', '周期,不写为全部  periods; all unless given')
    .action((periods: string[]) => ended(tellVerification(settingFrom(common(), TEXT_OR_JSON, terminal), periods)));
  command('approvals')
    .argument('[records...]', '报送编号或文件,不写为全部  submissions by id or file; all unless given')
    .option(...period)
    .action((records: string[], { period: written }: { period?: string }) =>
      ended(tellApprovals(settingFrom(common(), TEXT_OR_JSON, terminal), records, written === undefined ? null : periodFrom(written))),
    );
  command('review')
    .option('--base <commit>', '与哪个分支或提交比较,默认流水线要合入的分支,或 main  the branch or commit to compare with')
    .option('--head <commit>', '看哪个提交,默认当前文件夹(含未提交的改动)  the commit to look at; the folder as it is unless given')
    .option('--public', '不公开的标题和内容不写出来  leave out what is not public')
    .option('--comment', '贴到合并请求上(GitHub、Gitea),再次运行时更新  post it on the pull request, or renew it there')
    .option('--save <format=file>', '另存一种格式,可写多次,如 gitlab=codequality.json  save another format too', listed, [])
    .action(async (options: WrittenReview) => ended(await tellReview(settingFrom(common(), REVIEW_FORMATS, terminal), options)));
  command('merge')
    .argument('<number>', '合并请求的编号  number of the pull request', (written) => numberFrom('number', written, 1, 999_999_999))
    .action(async (number: number) => ended(await mergeCommand(settingFrom(common(), ['text'], terminal), number)));
  command('propose')
    .argument('[period]', '周期,不写则提出所有到期未发的  the period; every bulletin that is due unless given')
    .option('--renew', '只更新已提出、未签发的  only renew what is proposed and not signed')
    .action(async (written: string | undefined, { renew }: { renew?: true }) =>
      // A workflow that is given no period passes an empty one.
      ended(await proposeCommand(settingFrom(common(), ['text'], terminal), { period: written ? periodFrom(written) : null, renew: renew === true })),
    );
  command('compare')
    .requiredOption('--policy <policy>', '办法:policies/ 下的编号或文件路径,写两次  an ordinance, by id or file; given twice', listed)
    .option('--reading <reading>', '第二部办法换一种理解,如 A01=B,可写多次  another reading in the second', listed, [])
    .option(...period)
    .option('--everyone', '所有单位参评,不限考核对象  every unit takes part, whomever the ordinance assesses')
    .action((options: WrittenComparison) => ended(tellComparison(settingFrom(common(), TEXT_OR_JSON, terminal), comparingFrom(options))));
  command('explain')
    .argument('<what>', '报送编号或标题、单位、人员  a submission, a unit or a person')
    .option(...period)
    .action((what: string, { period: written }: { period?: string }) =>
      ended(tellExplanation(settingFrom(common(), TEXT_OR_JSON, terminal), what, written === undefined ? null : periodFrom(written))),
    );
  command('import')
    .argument('<file>', '表格:.xlsx 或 .csv  the spreadsheet')
    .option('--mapping <file>', '对照文件;不写则按列标题推测  a mapping; guessed from the headings unless given')
    .option('--write-mapping <file>', '只把对照写成文件,供修改  only write the mapping to a file')
    .option('--year <year>', '只写月日的日期属于哪一年  the year of days that have none', (written) => numberFrom('--year', written, 1990, 2100))
    .option('--report <file>', '逐行结果写成 CSV  an account of every row, as CSV')
    .option('--write', '写入;不写此项则只试运行  write the records; a trial without it')
    .action(async (file: string, options: WrittenImport) =>
      ended(await importCommand(settingFrom(common(), IMPORT_FORMATS, terminal), file, options)),
    );
  command('export')
    .argument('<file>', '写到哪里:.xlsx 或 .csv  where to')
    .option(...period)
    .option('--mapping <file>', '按对照文件的列导出  in the columns of a mapping')
    .option('--public', '只导出公开的  only what is public')
    .option('--force', '覆盖已有的文件  write over a file that is there')
    .action(async (file: string, { period: written, ...options }: WrittenExport & { period?: string }) =>
      ended(await exportCommand(settingFrom(common(), ['text'], terminal), file, written === undefined ? null : periodFrom(written), options)),
    );
  const filing = command('new');
  addKinds(
    (name, summary) => bilingual(filing.command(name), terminal).summary(summary).description(summary),
    async (wish) => ended(await newCommand(settingFrom(common(), ['text'], terminal), wish)),
  );
  command('codeowners')
    .option('--host <host>', '托管平台:github、gitlab、gitea、gitee,默认按 data/site.yaml  the host; as data/site.yaml says unless given')
    .option('--write', '写入仓库  write the file')
    .option('--check', '文件过时则退出码为 1;没有这个文件则不检查  fail where the file is out of date; pass where there is none')
    .action((written: WrittenOwners) => ended(codeownersCommand(settingFrom(common(), ['text'], terminal), written)));
  command('fmt')
    .argument('[files...]', '文件或文件夹,不写为全部记录和登记  files or folders; all records and registers unless given')
    .option('--check', '只检查,不写文件  write nothing')
    .action((files: string[], { check: onlyCheck }: { check?: true }) =>
      ended(fmt(settingFrom(common(), ['text'], terminal), files, onlyCheck === true)),
    );
  command('demo')
    .option('--units <n>', '单位数  units', '12')
    .option('--months <n>', '月数  months', '12')
    .option('--per-month <n>', '每月报送数  submissions a month', '40')
    .option('--seed <n>', '随机种子  seed', '1')
    .option('--policy <id>', '办法  ordinance', 'county-2021')
    .requiredOption('--out <dir>', '空文件夹  an empty folder')
    .action((options: WrittenDemo) => ended(demo({ ...options, ...asOfIn(common()) }, terminal)));
  command('schema')
    .option('--check', '只检查,不写文件  write nothing')
    .action(({ check: onlyCheck }: { check?: true }) => ended(schema(settingFrom(common(), ['text'], terminal), onlyCheck === true)));
  command('policy new')
    .argument('<id>', '编号,也是文件名,如 county-2026  id, which is the file name too')
    .option('--title <title>', '标题  title')
    .option('--from <day>', '施行日期  first day in force')
    .option('--forms <forms>', '分值不同的体裁,用逗号隔开  forms that differ in points')
    .option('--level <level...>', '媒体级别和分值,自低到高,如 市级=6,3  a class of outlets and its points, lowest first')
    .option('--quota <n>', '每月至少报送几篇  filings that each unit owes a month')
    .option('--ranking <span>', '多久排名一次:month、quarter、half-year、year  how often it is ranked')
    .action(async (id: string, written: WrittenAnswers) => ended(await policyNew(settingFrom(common(), ['text'], terminal), id, written)));
  command('policy show')
    .argument('<id>', '办法编号  the ordinance')
    .option('--language <language>', '语言:zh、en  language', 'zh')
    .action((id: string, { language }: { language: string }) => ended(policyShow(settingFrom(common(), SHOW_FORMATS, terminal), id, language)));
  command('policy test')
    .argument('[ids...]', '办法编号,不写为全部  ordinances; all unless given')
    .option('--coverage', '有条款没有案例时退出码也为 1  fail where a clause has no case')
    .action((ids: string[], { coverage }: { coverage?: true }) =>
      ended(policyTest(settingFrom(common(), TEST_FORMATS, terminal), ids, coverage === true)),
    );
  command('build')
    .option('--out <dir>', '输出文件夹  where to', 'dist')
    .option('--pdf', '每期通报另出 PDF(用已装的浏览器打印)  a PDF of every bulletin too, printed by a browser that is installed')
    .action(async ({ out, pdf }: { out: string; pdf?: true }) => ended(await build(settingFrom(common(), ['text'], terminal), out, pdf === true)));
  command('start')
    .option('--port <n>', '端口,默认从 4321 起找空闲的  port; the first free one from 4321 on unless given')
    .action(async ({ port }: { port?: string }) =>
      ended(await start(settingFrom(common(), ['text'], terminal), port === undefined ? null : numberFrom('--port', port, 0, 65_535))),
    );
  command('dev')
    .option('--port <n>', '端口,默认从 4321 起找空闲的  port; the first free one from 4321 on unless given')
    .action(async ({ port }: { port?: string }) =>
      ended(await dev(settingFrom(common(), ['text'], terminal), port === undefined ? null : numberFrom('--port', port, 0, 65_535), untilTold())),
    );
  return program;
}

interface WrittenBulletinOptions {
  readonly number?: string;
  readonly issued?: string;
  readonly renew?: true;
  readonly dryRun?: true;
}

const wantedBulletin = (written: string | undefined, { number, issued, renew, dryRun }: WrittenBulletinOptions): Wanted => ({
  period: written === undefined ? null : periodFrom(written),
  wishes: { ...(number === undefined ? {} : { number }), ...(issued === undefined ? {} : { issued: dayFrom(issued, '--issued') }) },
  renew: renew === true,
  dry: dryRun === true,
});

interface WrittenComparison {
  readonly policy: string[];
  readonly reading: string[];
  readonly period?: string;
  readonly everyone?: true;
}

const comparingFrom = ({ policy, reading, period, everyone }: WrittenComparison): Comparing => ({
  wanted: wantedFrom(policy, reading),
  period: period === undefined ? null : periodFrom(period),
  everyone: everyone === true,
});

/** An option that may be given several times. */
const listed = (one: string, before: readonly string[] = []): string[] => [...before, one];

const asOfIn = ({ asOf }: Written): Pick<WrittenDemo, 'asOf'> => (asOf === undefined ? {} : { asOf });

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': '用法 Usage:',
  'Options:': '选项 Options:',
  'Global Options:': '通用选项 Global options:',
  'Commands:': '命令 Commands:',
  'Arguments:': '参数 Arguments:',
};

/** Help in both languages; commander's own complaints are told in our words. */
function bilingual(command: Command, terminal: Terminal): Command {
  return command
    .helpOption('-h, --help', '显示帮助  show help')
    .configureHelp({ showGlobalOptions: true, styleTitle: (title) => TITLES[title] ?? title })
    .configureOutput({ writeOut: terminal.out, writeErr: () => undefined })
    .exitOverride((error) => {
      throw wrongUsage(error);
    });
}
