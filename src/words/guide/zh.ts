/** The guides in Chinese. */
import type { Guide, GuideWords } from './guide.ts';

const correspondents: Guide = {
  title: '信息员指南',
  lead: '怎样报送一条信息，什么算数，分从哪里来，到哪里看自己的。用浏览器就能做，不必懂 Git，也不必装软件。',
  parts: [
    {
      id: 'file',
      title: '报送一条信息',
      blocks: [
        { text: '一条信息就是一个小文件。文件放在本单位的文件夹里，文件名就是这条信息的编号：小写字母、数字和连字符，通常是日期加拼音。' },
        { links: [['在“填报”页填几项，当场核对、看分，再交给办公室', 'file/']] },
        { example: 'submission' },
        {
          steps: [
            '在浏览器里打开仓库，进入 `data/submissions/`、本单位的文件夹、当年的文件夹。',
            '点“新建文件”，填文件名，把上面的例子抄进去，改成自己的内容。',
            '提交时选“新建分支并发起合并请求”，写一句说明。以后要改，就在同一个合并请求里改。',
            '等一两分钟看自动检查。打叉的，点开就能看到哪一行不对、怎么改；打勾的，审核人会收到。',
          ],
        },
        { text: '日期一律写成 `2026-03-05`。单位、人员、媒体写全称、登记的别名或编号都行；写错了会提示最接近的名字。' },
      ],
    },
    {
      id: 'more',
      title: '几种常见情况',
      blocks: [
        { text: '联合报送：不写 `unit`，写 `units`，牵头单位在前。不宜公开的写 `openness`：网站上只计数，不出现标题。' },
        { example: 'joint' },
        {
          text: '答复约稿：`answers` 写约稿的编号。被退回的，办公室或您自己记下退回、重报、通过的日期；分仍算在首次报送那一天（办法另有规定的除外）。',
        },
        { example: 'answer' },
      ],
    },
    {
      id: 'adopted',
      title: '被采用了',
      blocks: [
        {
          text: '被哪里采用，就在 `data/adoptions/` 当年的文件夹里加一个文件。`on` 是刊发那一天，不是看到的那一天；有网址就写 `link`。每家媒体一个文件。',
        },
        { example: 'adoption' },
        { text: '领导批示放在 `data/instructions/`，写清级别和日期。' },
        { example: 'instruction' },
      ],
    },
    {
      id: 'points',
      title: '分从哪里来',
      blocks: [
        { text: '只按本单位公布的办法计分，一篇一笔，注明条款。以自带的县局办法为例，上面这篇综合稿：' },
        {
          points: [
            '3月8日，县政府网站采用，四(一)1，记 3 分。',
            '5月12日，人民网采用，四(一)5 是 18 分；同一篇从高计分，所以那天补记 15 分，3月的 3 分不动。',
            '5月20日，市领导批示，四(一)6，另加 10 分。',
          ],
        },
        { text: '合计 28 分。没有得分的也有一笔 0 分，写明原因：已有更高的采用、没有审批、办法没有规定，等等。' },
        { text: '算数的前提：合并请求已合并；事情发生在单位任职期间；媒体已登记。没登记的媒体请办公室先登记。' },
      ],
    },
    {
      id: 'own',
      title: '看自己的',
      blocks: [
        {
          links: [
            ['单位：得分、任务进度、每一笔明细', 'units/'],
            ['报送：按标题、单位、月份查找', 'submissions/'],
            ['日程：约稿和任务最迟哪天', 'calendar/'],
            ['数据质量：哪些文件没有读进来，怎么改', 'status/'],
          ],
        },
        { text: '数字不对？先点开它，看是哪条记录、哪个条款，再去改记录，或在合并请求里问审核人。装了程序的电脑上还可以这样查：' },
        {
          commands: [
            ['npx tongbao check', '检查全部文件，列出每个问题的位置和改法'],
            ['npx tongbao explain 20260305-feixing-jiancha', '这一篇的分从哪里来'],
            ['npx tongbao remind --all --unit 基金监管股', '本单位还欠什么、最迟哪天'],
          ],
        },
      ],
    },
  ],
};

const reviewers: Guide = {
  title: '审核人指南',
  lead: '合并就是批准。一个合并请求看什么、怎么退、怎么过。',
  parts: [
    {
      id: 'request',
      title: '合并请求是什么',
      blocks: [
        {
          text: '信息员交来的是一份待批的改动：红色是删去的，绿色是添加的。合并之前，主分支上什么也没有变；合并之后，它就是台账的一部分，网站几分钟后更新。',
        },
        { text: '**谁写的、谁批的、什么时候批的，由 Git 记下**，显示在每条信息的页面上，事后改不了。所以不要替别人点合并。' },
      ],
    },
    {
      id: 'look',
      title: '看什么',
      blocks: [
        {
          points: [
            '自动检查打勾。打叉的先请信息员改，不要合并。',
            '只动了该动的文件：本单位的报送，没有顺手改别人的记录、登记册、办法或 `data/bulletins/`。',
            '内容属实，可以公开；不宜公开的写了 `openness`。标题一旦公开合并，就在公开的历史里了。',
            '署名、单位、日期、体裁与稿件一致。综合还是简讯，差几倍的分。',
            '采用有网址或佐证，日期是刊发当日，媒体和版次没有写错。',
            '不是同一篇稿件换个题目再报一次；是的，写 `same_as`。',
          ],
        },
      ],
    },
    {
      id: 'decide',
      title: '通过、退回、不采纳',
      blocks: [
        {
          steps: [
            '通过：点“合并”。',
            '退回：在有问题的那一行写评论，选“请求修改”。信息员在同一个合并请求里改，改好会通知您。',
            '不采纳：写明理由，关闭合并请求。要留下记录的，合并并写 `rejected` 和日期。',
          ],
        },
        {
          text: '办法要求逐级审批的，可以在记录里写 `approvals`（环节、审批人、日期），网站据此列出审批链，并检查有没有缺环节；不写的，合并视为已完成全部审批。',
        },
      ],
    },
    {
      id: 'bulletins',
      title: '通报的合并请求',
      blocks: [
        {
          text: '改动在 `data/bulletins/` 里的，**合并就是签发**：公布的数字从此不再改动。请按说明里的清单逐项看，尤其是没有办完的约稿、没有通过的检查、并列和不参评的单位。',
        },
        { commands: [['npx tongbao bulletin 2026-03 --dry-run', '只看能不能结账，不写文件']] },
      ],
    },
  ],
};

const office: Guide = {
  title: '办公室指南',
  lead: '登记册、媒体、约稿、办法、结账、通报、提醒、更正、核验。改登记册和办法也走合并请求。',
  parts: [
    {
      id: 'registers',
      title: '登记单位、人员、媒体',
      blocks: [
        { text: '三个登记册各是一个文件。编号一经使用不再更改；改名时改 `name`，旧名写进 `aliases`，以前的记录照样认得。' },
        { example: 'units' },
        { example: 'people' },
        { text: '`git` 里的邮箱和用户名，让网站说出谁写的、谁批的。联系方式写在 `contact` 里，只用于办公室自己看，不会出现在网站上。' },
        { example: 'outlets' },
        { text: '得分不同的版次、频道是不同的媒体，分开登记。停用的不删除，写 `to`；撤并的单位也一样，它就从那天起不再欠任务。' },
      ],
    },
    {
      id: 'spreadsheets',
      title: '导入现有的表格',
      blocks: [
        {
          text: '以前记在 Excel 里的台账可以整张导入。先登记好单位、人员、媒体。程序按列标题推测哪一列是什么，先显示出来；不加 `--write` 什么也不写，每一行的结果都列出来，没有导入的写明单元格和原因。改好再运行，已经导入的不会重复。',
        },
        {
          commands: [
            ['npx tongbao import ledger.xlsx', '试运行'],
            ['npx tongbao import ledger.xlsx --write-mapping mapping.yaml', '推测得不对时，存下对照自己改'],
            ['npx tongbao import ledger.xlsx --mapping mapping.yaml --report rows.csv --write', '写入，逐行结果另存'],
            ['npx tongbao export ledger.xlsx', '把台账导出成表格，含不公开的内容'],
          ],
        },
        { text: '人员变动以后，用 `npx tongbao codeowners --write` 更新 `CODEOWNERS`，平台就会请对的人审核。' },
      ],
    },
    {
      id: 'commissions',
      title: '约稿、会议、政策',
      blocks: [
        { text: '上级约稿、会议传达、政策落实各记一个文件。`units` 不写就是全体。约稿写明最迟日期，会议和政策的期限按办法推算。' },
        { example: 'commission' },
        { text: '报送里写了 `answers: 20260410-jianguan-jingyan` 的，就是它的答复，按时、逾期由日期决定。' },
      ],
    },
    {
      id: 'ordinances',
      title: '办法',
      blocks: [
        {
          text: '办法是 `policies/` 下的文件，逐条书写，不用编程。条文不清楚的地方不猜，写进 `readings`，网站会说明选了哪种理解。在 `data/site.yaml` 里列出正在使用的办法。',
        },
        { example: 'site' },
        {
          commands: [
            ['npx tongbao policy new county-2026', '新写一个，逐项询问'],
            ['npx tongbao policy show county-2021', '列成表，与纸质文件逐条核对'],
            ['npx tongbao policy test county-2021', '运行案例：手算的分与程序算的分一致'],
            ['npx tongbao compare --policy county-2021 --policy linyi-2020', '换一部办法，谁升谁降'],
          ],
        },
        {
          links: [
            ['把办法写成 YAML：写作指南', 'guide/policies/'],
            ['试算：在网页上改分值，看名次怎么变', 'lab/'],
          ],
        },
      ],
    },
    {
      id: 'closing',
      title: '结账和通报',
      blocks: [
        {
          steps: [
            '期末过后，先看有没有没合并的合并请求，再运行下面第一条，清单会说还缺什么。',
            '去掉 `--dry-run`，写出 `data/bulletins/2026-03.yaml`；`propose` 还会推送分支、开好合并请求。',
            '在合并请求里改 `document` 一节：文号、日期、存在问题、下一步要求。数字不要动，动了检查不通过。',
            '合并就是签发。网站随后有网页、DOCX、XLSX、PDF 和订阅。',
          ],
        },
        {
          commands: [
            ['npx tongbao bulletin 2026-03 --dry-run', '能不能结账'],
            ['npx tongbao bulletin 2026-03', '编制一期'],
            ['npx tongbao propose', '所有到期未发的，连同合并请求'],
          ],
        },
        { text: '发哪几种通报、标题、主送、每一句怎么写，都在 `data/bulletins.yaml` 里。' },
      ],
    },
    {
      id: 'corrections',
      title: '结账以后发现错了',
      blocks: [
        {
          text: '改记录，不改通报。补记、修改、删除都可以，照常走合并请求；已公布的数字不动，差额自动成为下一期的“更正、补记”，写明是哪个文件、哪次提交引起的。全年合计仍然正确。',
        },
        {
          text: '单位有异议的，登记申诉：`npx tongbao new appeal`，写明哪条记录、哪期通报、哪一条款、请求和理由。决定后在 `decision` 写结果和理由；支持的，改正记录，并在 `changed` 写上记录编号，下一期更正就注明申诉编号。没有决定的列在“数据质量”页。',
        },
        { text: '要撤下一个不该公开的标题，把那条记录改成 `openness: 不公开`。网站上的通报也不再显示它，分数照旧；文件的历史仍在仓库里。' },
      ],
    },
    {
      id: 'reminders',
      title: '提醒',
      blocks: [
        { text: '提醒从记录里算出来：半月和期末的任务、约稿到期前后、退回未改的稿件。发到群里的不含不公开的标题。' },
        {
          commands: [
            ['npx tongbao remind', '现在该提醒的，按单位成文，可直接转发'],
            ['npx tongbao remind --post --remember', '发到群机器人，每条只发一次'],
          ],
        },
      ],
    },
    {
      id: 'verify',
      title: '核验',
      blocks: [
        { text: '任何人都可以按 Git 里当时的记录重算每一期通报。结果是：一致、已更正（列出明细）、被改动，或在这里无法核实。' },
        { commands: [['npx tongbao verify', '逐期核验']] },
      ],
    },
  ],
};

const readers: Guide = {
  title: '读者指南',
  lead: '怎样看排名，什么公开、为什么，数字从哪里来，怎样自己核对。',
  parts: [
    {
      id: 'ranking',
      title: '怎样看排名',
      blocks: [
        {
          points: [
            '先看周期和状态：“截至某日”的还在变；已经结束的，要等通报签发才不再变。',
            '得分相同的并列，下一名顺延；标有“不参评”的列出事实，不排名次。名次旁的箭头是和上一期相比。',
            '报送、采用、采用率是篇数和条次，得分按办法折算；采用多不一定得分高，级别和体裁起作用。',
            '扣分单列，已经算在得分里。累计是本年到这一期为止。',
          ],
        },
        { text: '**每个数字都能点开。** 从名次到单位的明细，从明细到条款原文和那条信息，再到仓库里的哪个文件、哪一行、谁写的、谁批的。' },
        {
          links: [
            ['排名', 'ranking/'],
            ['办法：条文与规则并排，疑义选了哪种理解', 'policies/'],
            ['通报', 'bulletins/'],
          ],
        },
      ],
    },
    {
      id: 'public',
      title: '什么公开，为什么',
      blocks: [
        {
          points: [
            '公开：属性为“公开”的信息的标题、单位、日期、采用和得分；每个单位的合计；办法全文；已签发的通报。',
            '只计数、不显示：不公开和依申请公开的信息。没有标题、作者和媒体，只在合计里占一条、占几分。',
            '从不离开仓库：联系方式、备注、审批意见、退回原因、差错详情。',
            '排名公开多少、是否显示个人，由办公室在 `data/site.yaml` 里决定，写在明处。',
          ],
        },
        { text: '记录可以不公开，分却要算，所以合计可能大于您能看到的各条之和；页面会说明另有几条。' },
      ],
    },
    {
      id: 'source',
      title: '数字从哪里来',
      blocks: [
        {
          text: '各单位报送，审核人合并，程序按办法逐笔计分，网站是这些明细的合计。没有人手工填总数，所以总数不会和明细不一致。读不进来的记录不影响别的，列在“数据质量”里。',
        },
        {
          links: [
            ['开放数据：CSV、XLSX、JSON 和格式说明', 'data/'],
            ['数据质量：没有读进来的记录', 'status/'],
          ],
        },
      ],
    },
    {
      id: 'check',
      title: '自己核对',
      blocks: [
        { text: '最省事：下载“计分明细”的 XLSX，筛选一个单位、一个月，求和，就是排名里的得分。最彻底：取得仓库，在自己的电脑上重算。' },
        {
          commands: [
            ['npx tongbao standings --period 2026-Q1', '重算一个季度的排名'],
            ['npx tongbao verify', '已签发的通报有没有被改动'],
          ],
        },
      ],
    },
  ],
};

export const zh: GuideWords = {
  nav: '指南',
  title: '指南',
  lead: '四种人，一人一页。大多数事情用浏览器就能做。',
  contents: '本页内容',
  others: '其他指南',
  ordinances: ['把办法写成 YAML', '写给要把一份办法逐条写成文件的人：八步，一个下午。'],
  guides: { correspondents, reviewers, office, readers },
};
