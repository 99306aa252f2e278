/**
 * The whole way: somebody who has never seen Git files on a telephone, the reviewer reads the report, the merge is proved by Git alone, and the
 * ranking shows it. Points under county-2021, by hand: a comprehensive report on the county's site is worth 3 (四(一)1), and nothing before its chain
 * of four is complete, as this office goes by Git.
 */
import { execFile } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { run } from '../cli/terminal.ts';
import { Repository } from '../rig/repository.ts';
import { newFolder } from '../rig/root.ts';
import { launch } from './chromium.ts';
import { type Served, serve } from './serve.ts';

const ROOT = join(import.meta.dirname, '../..');
const TITLE = '基金监管股开展春季飞行检查';
const CHAIN = ['股室负责人', '分管领导', '办公室主任', '分管宣传工作的局领导'];
const NAMES = ['邓秋华', '李文锋', '周启明', '吴少芬'];

const mailOf = (index: number): string => `approver-${index}@office.example`;
const person = (id: string, name: string, roles: readonly string[], email: string) => ({
  id,
  name,
  unit: '基金监管股',
  roles,
  git: { emails: [email] },
});

const LEDGER = (address: string): Record<string, unknown> => ({
  'data/site.yaml': {
    organisation: '某县医疗保障局',
    since: '2026-01-01',
    policies: ['county-2021'],
    approvals: { by: 'git' },
    repository: { host: 'github', url: `${address}/office/tongbao`, branch: 'main' },
    public: { ranking: 'all', people: true },
  },
  'data/units.yaml': {
    units: [
      { id: 'jianguan', name: '基金监管股', class: '机关股室' },
      { id: 'fuwu', name: '医保服务中心', class: '下属单位' },
    ],
  },
  'data/people.yaml': {
    people: [
      person('mo', '莫思远', ['信息员', '撰稿'], 'mo@office.example'),
      ...CHAIN.map((role, index) => person(`leader-${index}`, NAMES[index] as string, [role], mailOf(index))),
    ],
  },
  'data/outlets.yaml': {
    outlets: [{ id: 'county-site', name: '某县人民政府官方网站', aliases: ['XX县人民政府官方网站'], level: '县', channel: '政府网站' }],
  },
});

let office: Repository;
let host: Server;
let browser: Browser;
const site = newFolder();
const shown: Served[] = [];

/** The host's page for a new file: whoever proposes what stands in it, proposes the file on a branch of its own. */
function propose(path: string): void {
  const { pathname, searchParams } = new URL(path, 'http://host.invalid');
  expect(pathname).toBe('/office/tongbao/new/main');
  office.git('switch', '--quiet', '--create', 'filed');
  office.people = { GIT_AUTHOR_NAME: '莫思远', GIT_AUTHOR_EMAIL: 'mo@office.example' };
  office.day = '2026-03-05';
  office.commitFiles('报送', { [searchParams.get('filename') ?? '']: searchParams.get('value') ?? '' });
  office.people = {};
}

beforeAll(async () => {
  office = Repository.create();
  host = createServer(({ url = '' }, response) => {
    if (url.startsWith('/office/')) propose(url);
    response.setHeader('content-type', 'text/html').end('<!doctype html><title>Propose changes</title>');
  });
  await new Promise<void>((done) => host.listen(0, '127.0.0.1', done));
  const files = LEDGER(`http://127.0.0.1:${(host.address() as AddressInfo).port}`);
  cpSync(join(ROOT, 'policies'), join(office.folder, 'policies'), { recursive: true });
  office.commitFiles('台账', Object.fromEntries(Object.entries(files).map(([file, value]) => [file, stringify(value)])));
  browser = await launch();
}, 60_000);
afterAll(async () => {
  await browser.close();
  host.closeAllConnections();
  host.close();
  for (const { close } of shown) await close();
  for (const folder of [office.folder, site]) rmSync(folder, { recursive: true, force: true });
});

/** The site as it is built on a day, on a telephone whose clock says so too. */
async function telephone(day: string): Promise<Page> {
  const command = ['src/cli/tongbao.mjs', 'build', '--root', office.folder, '--as-of', day, '--out', site];
  await promisify(execFile)(process.execPath, command, { cwd: ROOT });
  const served = await serve(site);
  shown.push(served);
  const page = await browser.newPage({
    viewport: { width: 360, height: 740 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    baseURL: served.address,
  });
  await page.clock.setFixedTime(`${day}T09:00:00+08:00`);
  return page;
}

const tongbao = (...argv: string[]) => run(...argv, '--root', office.folder);

test('filed on a telephone, reviewed, merged, proved, ranked', { timeout: 240_000 }, async () => {
  const filing = await telephone('2026-03-05');
  await filing.goto('file/?kind=submission');
  const field = (key: string) => filing.locator(`#file-submission-${key}`);
  await field('title').pressSequentially(TITLE);
  await field('unit').pressSequentially('监管');
  await filing.locator('#file-submission-unit-list').getByRole('option').waitFor();
  await filing.keyboard.press('Enter');
  // Who never wrote anything is on no page yet, and offered on none.
  await field('authors').pressSequentially('莫思远');
  await filing.keyboard.press('Enter');
  await field('form').getByRole('radio', { name: '综合' }).check();
  await expect.poll(() => filing.locator('#file-worth').innerText(), { timeout: 30_000 }).toMatch(/某县人民政府官方网站\s+3分\s+四\(一\)1/);
  const proposing = filing.waitForEvent('popup');
  await filing.locator('#file-link').click();
  expect(await (await proposing).title()).toBe('Propose changes');

  const [file = ''] = office.git('diff', '--name-only', 'main...filed').split('\n');
  const id = file.replace(/^.*\/|\.yaml$/g, '');
  const report = await tongbao('review', '--base', 'main', '--as-of', '2026-03-05');
  expect(report, report.out).toMatchObject({ code: 0, err: '' });
  expect(report.out).toContain(TITLE);
  for (const [index, step] of CHAIN.entries()) expect(report.out).toContain(`${step}：${NAMES[index]}`);

  const open = await tongbao('approvals', id);
  expect(open.code).toBe(1);

  const signed = CHAIN.map((_, index) => `Approved-by: ${NAMES[index]} <${mailOf(index)}>`).join('\n');
  office.day = '2026-03-06';
  office.git('switch', '--quiet', 'main');
  office.git('merge', '--quiet', '--no-ff', '--message', `报送《${TITLE}》\n\n${signed}`, 'filed');
  expect(await tongbao('approvals', id)).toMatchObject({ code: 0 });

  const adopted = await tongbao('new', 'adoption', '--submission', id, '--outlet', 'county-site', '--on', '2026-03-10');
  expect(adopted).toMatchObject({ code: 0 });
  office.commit('采用');

  const reader = await telephone('2026-03-31');
  await reader.goto('ranking/2026-Q1/');
  const row = reader.getByRole('row').filter({ hasText: '基金监管股' }).first();
  expect(await row.innerText()).toMatch(/^1\b/);
  expect(await row.innerText()).toMatch(/\b3\b/);
  await reader.goto(`submissions/${id}/`);
  for (const name of NAMES) expect(await reader.locator('main').innerText()).toContain(name);
});
