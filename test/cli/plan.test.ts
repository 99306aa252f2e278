/** `tongbao plan`, run inside the test on the example ledger. */
import { rmSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { newFolder, put, rootOfCase, rootOfExample } from '../rig/root.ts';
import { run } from './terminal.ts';

const SMALL = `kind: plan
id: small
title: 小方案
clauses: { 一: 通过广播宣传政策。 }
topics: { 政策: { clause: 一 } }
channels: { 媒体: { clause: 一, ways: [广播] } }
emphases: { clause: 一, names: [政策] }
roles: {}
systems: {}
trainings: {}
spots: {}
materials: {}
duties: {}
indicators: { a: { title: 宣传, clause: 一, counts: [activities] } }
`;
const SMALL_REPORT = `小方案 2022年5月  Publicity plan, May 2022

宣传
  宣传活动 Activities: 1

覆盖情况 Coverage
内容 topic  媒体
政策           1
工作重点 Emphases: 政策 0

经费（元） Budget (yuan)
年度 year  预算 budget  支出 spent  结余 remains
2022                 0           0             0
`;

const root = rootOfExample('publicity-plan');
const ordinance = rootOfCase('scoring/a-better-adoption-in-a-later-quarter');
const broken = newFolder();
put(broken, 'data/site.yaml', 'organisation: 某局\nplan: publicity-plan\n');
put(broken, 'policies/publicity-plan.yaml', 'kind: plan\nid: publicity-plan\n');
const empty = newFolder();
afterAll(() => {
  for (const folder of [root, ordinance, broken, empty]) rmSync(folder, { recursive: true });
});

test('tells coverage, indicators, what is still to do and the budget of a period', async () => {
  const { code, out, err } = await run('plan', '--root', root, '--period', '2022-H1', '--as-of', '2022-06-30');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toMatch(/^医疗保障宣传工作方案 2022年上半年 {2}Publicity plan, first half of 2022\n\n宣传组织建设\n/);
  expect(out).toContain('  到达的点位 Spots reached: 5/12(41.7%)\n');
  expect(out).toContain('重大舆情“某药店药价投诉视频”尚未报告本地有关部门，已 18 天。（四(三)）');
  expect(out).toContain('本期没有使用的渠道 Channels not used: 报纸、省级门户网站、96618医保咨询服务热线、定点医药机构\n');
  expect(out).toContain('工作重点 Emphases: 医保扶贫 3、打击欺诈骗保 3、基本医保待遇政策 6、经办流程 4\n');
  expect(out).toContain('20220308-zhifu → 本地有关部门：1小时15分钟 1 h 15 min\n');
  expect(out).toMatch(/2022 +60000 +15591\.6 +44408\.4\n$/);
  expect(out).not.toMatch(/得分|排名|名次/);
});

test('tells the running year, as far as it has come, where no period is given', async () => {
  const { out } = await run('plan', '--root', root, '--as-of', '2022-03-31');
  expect(out).toMatch(/^医疗保障宣传工作方案 2022年 {2}Publicity plan, 2022\n（截至 2022年3月31日 {2}as of 31 March 2022）\n/);
  expect(out).toContain('培训场次 Training sessions: 1\n');
});

test('answers in JSON, every figure with the records behind it', async () => {
  const { code, out } = await run('plan', '--root', root, '--period', '2022-H1', '--as-of', '2022-06-30', '--format', 'json');
  expect(code).toBe(0);
  const told = JSON.parse(out);
  expect(told).toMatchObject({ plan: 'publicity-plan', period: '2022-H1', until: '2022-06-30' });
  expect(told.indicators).toHaveLength(7);
  expect(told.indicators[4].measures[1]).toMatchObject({
    name: 'tool-book-printed',
    value: 500,
    records: [{ kind: 'materials', id: 'gongjushu-2', file: 'data/plan/materials.yaml' }],
  });
  expect(told.indicators[4].measures[1].records[0].line).toBeGreaterThan(10);
  expect(told.concerns[0]).toMatchObject({ code: 'offline-in-epidemic', violation: true });
  expect(told.coverage.rows[0].channels).toEqual({
    讲师培训: ['20220325-xianshang-peixun', '20220415-xianxia-peixun'],
    经办大厅: ['20220608-yuqing-neibu'],
  });
  expect(told.budget).toMatchObject([{ year: 2022, budget: '60000', spent: '15591.6', remains: '44408.4' }]);
  expect(told.publicity).toContainEqual({ release: 'yidi-2022', issued: '2022-06-20', first: null, days: null });
});

test('is of today unless told otherwise', async () => {
  const { code, out } = await run('plan', '--root', root);
  expect(code).toBe(0);
  expect(out).toContain('年宣传经费没有列入预算。');
});

test('says nothing of outcomes and idle channels where there are none', async () => {
  const small = newFolder();
  put(small, 'data/site.yaml', 'organisation: 某局\nplan: small\n');
  put(small, 'data/activities/2022/a.yaml', 'title: 专栏\ntopic: 政策\nchannel: 广播\non: 2022-05-10\n');
  put(small, 'policies/small.yaml', SMALL);
  const { out, err } = await run('plan', '--root', small, '--period', '2022-05', '--as-of', '2022-12-31');
  rmSync(small, { recursive: true });
  expect(err).toBe('');
  expect(out).toBe(SMALL_REPORT);
});

test('gives no points: score and standings have nothing to tell of a plan', async () => {
  const { out } = await run('score', '--root', root, '--format', 'json', '--as-of', '2022-12-31');
  expect(JSON.parse(out).credits).toEqual([]);
});

test('is wrong usage where the installation follows no plan', async () => {
  const { code, err } = await run('plan', '--root', ordinance);
  expect(code).toBe(2);
  expect(err).toContain('这里没有宣传工作方案');
});

test('tells what is wrong where the plan, or the installation, cannot be used', async () => {
  expect(await run('plan', '--root', broken)).toMatchObject({ code: 1, out: '', err: expect.stringContaining('schema/missing-key') });
  expect(await run('plan', '--root', empty)).toMatchObject({ code: 1, out: '', err: expect.stringContaining('source/missing-file') });
});
