/**
 * The files that the guides show, the same in every language. Together they are a small ledger: a test opens it without a finding and adds up what
 * the guides say of it, so that no example can rot.
 */
export interface Example {
  readonly file: string;
  readonly text: string;
}

export const EXAMPLES = {
  submission: {
    file: 'data/submissions/jianguan/2026/20260305-feixing-jiancha.yaml',
    text: `title: 我县开展定点医疗机构飞行检查
unit: 基金监管股
authors: [林晓岚]
on: 2026-03-05
form: 综合
`,
  },
  joint: {
    file: 'data/submissions/jianguan/2026/20260402-xuanchuan-yue.yaml',
    text: `title: 医保基金监管集中宣传月启动
units: [基金监管股, 医疗保险服务中心]
on: 2026-04-02
form: 简讯
openness: 依申请公开
`,
  },
  answer: {
    file: 'data/submissions/jianguan/2026/20260420-jiangguan-jingyan.yaml',
    text: `title: 基金监管“三查三改”的做法
unit: 基金监管股
authors: [林晓岚]
on: 2026-04-20
form: 综合
answers: 20260410-jianguan-jingyan
rounds:
  - returned: 2026-04-21
    revised: 2026-04-23
accepted: 2026-04-24
`,
  },
  adoption: {
    file: 'data/adoptions/2026/20260308-county-site-feixing-jiancha.yaml',
    text: `submission: 20260305-feixing-jiancha
outlet: 县政府网站
on: 2026-03-08
link: https://www.nandu.example/20260308.html
`,
  },
  better: {
    file: 'data/adoptions/2026/20260512-renmin-feixing-jiancha.yaml',
    text: `submission: 20260305-feixing-jiancha
outlet: 人民网
on: 2026-05-12
`,
  },
  instruction: {
    file: 'data/instructions/2026/20260520-shi-feixing-jiancha.yaml',
    text: `submission: 20260305-feixing-jiancha
level: 市
on: 2026-05-20
`,
  },
  commission: {
    file: 'data/obligations/2026/20260410-jianguan-jingyan.yaml',
    text: `kind: 约稿
title: 基金监管经验做法
by: 湛江市医疗保障局
on: 2026-04-10
due: 2026-04-25
units: [基金监管股]
`,
  },
  units: {
    file: 'data/units.yaml',
    text: `units:
  - id: jianguan
    name: 基金监管股
    short: 监管股
    class: 机关股室
  - id: fuwu
    name: 医疗保险服务中心
    class: 下属单位
    from: 2026-01-01
`,
  },
  people: {
    file: 'data/people.yaml',
    text: `people:
  - id: lin-xiaolan
    name: 林晓岚
    unit: 基金监管股
    roles: [信息员]
    git:
      emails: [lin-xiaolan@nandu-ybj.example]
`,
  },
  outlets: {
    file: 'data/outlets.yaml',
    text: `outlets:
  - id: county-site
    name: 南渡县人民政府官方网站
    aliases: [县政府网站, XX县人民政府官方网站]
    level: 县
    channel: 政府网站
  - id: renmin-wang
    name: 人民网
    level: 国家
    channel: 网站
`,
  },
  site: {
    file: 'data/site.yaml',
    text: `organisation: 南渡县医疗保障局
since: 2026-03-01
policies: [county-2021]
public:
  ranking: all
  people: true
`,
  },
} as const satisfies Readonly<Record<string, Example>>;

export type ExampleName = keyof typeof EXAMPLES;
