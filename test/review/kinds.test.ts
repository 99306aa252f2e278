/** Records of every kind, registers, ordinances and accounts in one proposal: a school whose ordinance superseded another. */
import { appendFileSync, cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { git } from '../ci/forge.ts';
import { run } from '../cli/terminal.ts';
import { type Desk, deskWith, placeFor } from './desk.ts';

const UNITS = `units:
  - { id: jiaowu, name: 教务处, class: 处室 }
  - { id: zongwu, name: 总务处, class: 处室 }
  - { id: gaoyi, name: 高一年级组, class: 年级组 }
  - { id: tiyu, name: 体育组, class: 年级组, parent: 高一年级组 }
`;
const ORDINANCE = '《某中学新闻宣传工作办法》';

const BEGUN: Readonly<Record<string, string>> = {
  'data/site.yaml': 'organisation: 某中学\nsince: 2026-01-01\npolicies: [county-2021, school-2025]\n',
  'data/units.yaml': UNITS,
  'data/people.yaml': 'people:\n  - { id: wang, name: 王老师, unit: 教务处, roles: [信息员], git: { emails: [wang@school.example] } }\n',
  'data/outlets.yaml':
    'outlets:\n  - { id: xiaowang, name: 学校网站, channel: 网站, own: true, level: 县 }\n  - { id: shibao, name: 市教育报, channel: 报纸, print: true, level: 市 }\n',
  'data/submissions/jiaowu/2026/20260302-kaixue.yaml': 'title: 开学第一课\nunit: 教务处\nauthors: [王老师]\non: 2026-03-02\n',
  'data/submissions/gaoyi/2026/20260304-junxun.yaml': 'title: 高一年级开展国防教育\nunit: 高一年级组\non: 2026-03-04\nopenness: 不公开\n',
  'data/adoptions/2026/20260303-xiaowang.yaml': 'submission: 20260302-kaixue\noutlet: 学校网站\non: 2026-03-03\n',
  'data/obligations/2026/20260301-huiyi.yaml': 'kind: 会议\ntitle: 期初工作会\non: 2026-03-01\n',
};

/** What is proposed, each by the clause that values it. */
const PROPOSED: Readonly<Record<string, string>> = {
  // 二: 市级 4; 三: 稿酬 50.
  'data/adoptions/2026/20260310-shibao.yaml': 'submission: 20260302-kaixue\noutlet: shibao\non: 2026-03-10\nmarks: { jiaowu: 单 }\n',
  // 五: 5.
  'data/instructions/2026/20260312-pishi.yaml': 'submission: 20260302-kaixue\nlevel: 县\nrank: 局长\non: 2026-03-12\n',
  // 六: 0.5 each.
  'data/incidents/2026/20260315-cuozi.yaml': 'unit: 高一年级组\nkind: 差错\non: 2026-03-15\ncount: 2\ndetail: 错字\n',
  'data/obligations/2026/20260320-yuegao.yaml':
    'kind: 约稿\ntitle: 心理健康专题\non: 2026-03-20\ndue: 2026-04-20\nunits: [教务处]\nopenness: 不公开\n',
  'data/figures/2026/20260331-fensi.yaml': 'unit: 教务处\nname: 粉丝数\nvalue: 1200\non: 2026-03-31\n',
  'data/appeals/2026/20260401-shensu.yaml':
    'unit: 总务处\non: 2026-04-01\nitem: 20260303-xiaowang\nasks: 补计采用分\ngrounds: 稿件由总务处提供\ndecision: { on: 2026-04-10, by: 办公室, result: 不支持, reasons: 没有署名 }\n',
  'data/submissions/jiaowu/2026/20260401-xinli.yaml':
    'title: 心理健康教育周活动\nunits:\n  - { unit: 教务处, mark: 单, weight: 2 }\n  - 高一年级组\nauthors: [王老师]\non: 2026-04-01\nfigures: { 阅读量: 1000 }\napprovals:\n  - { step: 处室负责人, by: 王老师, on: 2026-04-01, opinion: 同意刊发 }\nrounds:\n  - { returned: 2026-04-02, reason: 标题, revised: 2026-04-03 }\naccepted: 2026-04-03\nimportant: false\nsame_as: 20260302-kaixue\n',
};

let desk: Desk;
beforeAll(() => {
  desk = deskWith((root) => {
    rmSync(join(root, 'data'), { recursive: true });
    cpSync(join(import.meta.dirname, '../ordinances/school-2025.yaml'), join(root, 'policies/school-2025.yaml'));
    writeFileSync(
      join(root, 'policies/draft-2027.yaml'),
      readFileSync(join(root, 'policies/school-2025.yaml'), 'utf8').replace('id: school-2025', 'id: draft-2027'),
    );
    for (const [file, text] of Object.entries(BEGUN)) writeFileSync(placeFor(root, file), text);
  });
});
afterAll(() => desk.remove());

const review = (...options: string[]) => run('review', '--root', desk.root, '--base', 'main', '--as-of', '2026-05-01', ...options);

test('each kind is called by what it is, with what it gives by which clause of which ordinance, and in which account', async () => {
  git(desk.root, 'checkout', '--quiet', '-b', 'kinds');
  for (const [file, text] of Object.entries(PROPOSED)) writeFileSync(placeFor(desk.root, file), text);
  rmSync(join(desk.root, 'data/obligations/2026/20260301-huiyi.yaml'));
  desk.commit('Kinds', '王老师 <wang@school.example>');
  const { out } = await review();
  for (const line of [
    '新增：《开学第一课》被市教育报采用',
    '新增：获县领导批示',
    '新增：高一年级组的差错：差错',
    '新增：任务《心理健康专题》',
    '新增：教务处的上报数据：粉丝数',
    '删除：任务《期初工作会》',
    '参与单位：教务处 单 权重 2、高一年级组',
    '数据：阅读量 1000',
    '审批记录：处室负责人 王老师 2026-04-01 同意刊发',
    '退回与修改：2026-04-02 标题 2026-04-03',
    '是否重要稿件：否',
    '决定：2026-04-10 办公室 结果 不支持 决定的理由 没有署名',
    '与哪篇报送为同一稿件：《开学第一课》',
    `得分：教务处 稿酬 +50（${ORDINANCE}三）；教务处 +4（${ORDINANCE}二）；教务处 +5（${ORDINANCE}五）`,
    `得分：高一年级组 -1（${ORDINANCE}六）`,
    `教务处 稿酬 +50，依据 ${ORDINANCE}三`,
    '王老师（教务处）改动了总务处、高一年级组的记录',
  ])
    expect(out).toContain(line);
  expect(out).toContain(
    'Points: 教务处 稿酬 +50 (某中学新闻宣传工作办法, 三); 教务处 +4 (某中学新闻宣传工作办法, 二); 教务处 +5 (某中学新闻宣传工作办法, 五)',
  );
  // 4 + 5, in March; 高一年级组 has its own list.
  expect(out).toMatch(/2026年3月[^=]*· 教务处 \+9，仍第1，依据 《某中学新闻宣传工作办法》五 \+5、《某中学新闻宣传工作办法》二 \+4/);
});

test('shown to anybody, what is not public is not told in any format', async () => {
  for (const format of ['text', 'markdown', 'json', 'gitlab', 'sarif', 'github']) {
    const { out } = await review('--public', '--format', format);
    expect(out, format).not.toMatch(/心理健康专题|错字|稿件由总务处提供|没有署名|同意刊发|国防教育/);
  }
  expect((await review('--public')).out).toContain('不公开的任务（教务处，2026-03-20）');
});

test('a unit that goes and one that comes, an ordinance that goes and one that comes', async () => {
  git(desk.root, 'checkout', '--quiet', '-b', 'units', 'main');
  writeFileSync(
    join(desk.root, 'data/units.yaml'),
    `${UNITS.replace(/.*总务处.*\n/, '')}  - { id: meiyu, name: 美育处, class: 处室, quotas: { articles: 1 } }\n`,
  );
  rmSync(join(desk.root, 'policies/draft-2027.yaml'));
  writeFileSync(join(desk.root, 'policies/plan-2027.yaml'), 'id: plan-2027\ntitle: 明年的办法\n');
  appendFileSync(join(desk.root, 'data/outlets.yaml'), '  - { name: 无编号, channel: 网站 }\n');
  desk.commit('Units', '王老师 <wang@school.example>');
  const { out, code } = await review();
  expect(code).toBe(1);
  expect(out).toContain('删除办法：《某中学新闻宣传工作办法》。');
  expect(out).toContain('新增办法：《明年的办法》。');
  expect(out).toContain('修改单位登记：美育处、总务处。');
  expect(out).toMatch(/总务处 \S+，原第\d，不再参评/);
  expect(out).toMatch(/美育处 \S+，新列入，第\d/);
  expect(out).toContain('本单位自定任务数：articles 1');
  expect(out).toContain('总务处 2026年1至2月“每两月稿件”：0/2 → —，不再承担，依据 一');
  const json = JSON.parse((await review('--format', 'json')).out) as { duties: { unit: string; before: object | null; after: object | null }[] };
  expect(json.duties.filter(({ unit }) => unit === 'zongwu').every(({ after }) => after === null)).toBe(true);
  expect(json.duties.filter(({ unit }) => unit === 'meiyu').every(({ before }) => before === null)).toBe(true);
});

test('what cannot be used, or was moved, is called by its place, and no more is told of it than may be', async () => {
  git(desk.root, 'checkout', '--quiet', '-b', 'hidden', 'main');
  const old = 'data/submissions/gaoyi/2026/20260304-junxun.yaml';
  writeFileSync(placeFor(desk.root, 'data/submissions/gaoyi/2026/20260304-guofang.yaml'), readFileSync(join(desk.root, old), 'utf8'));
  rmSync(join(desk.root, old));
  for (const [file, text] of [
    ['20260305-xiaowang', 'submission: 20260304-guofang\noutlet: 学校网站\non: 2026-03-05\n'],
    ['20260306-xiaowang', 'submission: 20260304-guofang\noutlet: 学校网站\non: 2026-03-06\n'],
    ['20260307-nobody', 'submission: nothing\noutlet: 学校网站\non: 2026-03-07\n'],
    ['20260308-half', '"\n'],
  ] as const)
    writeFileSync(join(desk.root, `data/adoptions/2026/${file}.yaml`), text);
  writeFileSync(join(desk.root, 'data/submissions/jiaowu/2026/20260401-half.yaml'), 'on: 2026-04-01\n');
  desk.commit('Hidden', '王老师 <wang@school.example>');
  const { out } = await review('--public');
  expect(out).toContain('记录改名：不公开的报送（高一年级组，2026-03-04），data/submissions/gaoyi/2026/… → data/submissions/gaoyi/2026/…。');
  expect(out).toContain('新增：不公开的采用（高一年级组，2026-03-05）');
  expect(out).toContain('新增：报送（data/submissions/jiaowu/2026/20260401-half.yaml）');
  expect(out).not.toMatch(/国防教育|junxun|guofang/);
  const json = JSON.parse((await review('--public', '--format', 'json')).out) as {
    items: { records: { file: string; without_points: object[] }[] }[];
  };
  const second = json.items.flatMap(({ records }) => records).find(({ file }) => file.endsWith('20260306-xiaowang.yaml'));
  // The same class counts once (二); why is not told.
  expect(second?.without_points).toEqual([{ clause: '二' }]);
  const whole = (await review()).out;
  expect(whole).toContain('新增：采用（data/adoptions/2026/20260307-nobody.yaml）');
  expect(whole).toContain('新增：采用（data/adoptions/2026/20260308-half.yaml）');
});

test('settings, a publicity plan and what was done for it', async () => {
  const plan = deskWith((root) => {
    rmSync(join(root, 'data'), { recursive: true });
    cpSync(join(import.meta.dirname, '../ledgers/publicity-plan'), root, { recursive: true });
    cpSync(join(import.meta.dirname, '../../policies'), join(root, 'policies'), { recursive: true });
  });
  git(plan.root, 'checkout', '--quiet', '-b', 'change');
  const activities = readdirSync(join(plan.root, 'data/activities'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.yaml'));
  const [first = ''] = activities.sort();
  appendFileSync(join(plan.root, 'data/activities', first), 'note: 已核\n');
  appendFileSync(join(plan.root, 'data/plan/spots.yaml'), '# 点位\n');
  const materials = join(plan.root, 'data/plan/materials.yaml');
  writeFileSync(materials, 'materials: []\n');
  writeFileSync(join(plan.root, 'data/bulletins.yaml'), 'work: 宣传工作\n');
  plan.commit('Plan');
  const { out } = await run('review', '--root', plan.root, '--base', 'main');
  plan.remove();
  expect(out).toMatch(/修改：宣传活动《/);
  expect(out).toContain('备注：（空） → 已核');
  expect(out).toContain('新增通报设置（bulletins.yaml）：work。');
  expect(out).toContain('修改宣传方案的登记。');
  expect(out).toMatch(/修改：data\/plan\/spots\.yaml\n\ndata\/plan\/spots\.yaml\n\n内容没有变/);
  expect(out).toContain('新增：通报设置（bulletins.yaml）');
});
