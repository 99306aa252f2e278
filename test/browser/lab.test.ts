/** The policy laboratory in the built site: what is changed is scored anew, and what is downloaded says the same. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Day } from '../../src/model/day.ts';
import { type Period, parsePeriod } from '../../src/model/period.ts';
import { written } from '../../src/model/points.ts';
import type { Ledger } from '../../src/model/records.ts';
import { decidePolicy } from '../../src/policy/decide.ts';
import type { Policy } from '../../src/policy/policy.ts';
import { openRoot } from '../../src/rim/open.ts';
import { keepJournal } from '../../src/scoring/journal.ts';
import { parse } from '../../src/source/parse.ts';
import { standingsOf } from '../../src/standings/standings.ts';
import { openSite, type Site, type View } from './chromium.ts';
import { axe } from './qualities.ts';

const ROOT = join(import.meta.dirname, '../..');

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

async function openLab(view: View = {}): Promise<Page> {
  const page = await site.openPage('lab/', view);
  await answered(page, 1);
  return page;
}

/** Waits for so many answers, and that no further one is on its way. */
const answered = (page: Page, least: number): Promise<unknown> =>
  page.waitForFunction((count) => {
    const { answers = '0' } = document.getElementById('lab')?.dataset ?? {};
    return Number(answers) >= count && document.getElementById('lab')?.getAttribute('aria-busy') === 'false';
  }, least);

/** Makes a change and waits for its answer. */
async function making(page: Page, change: () => Promise<unknown>): Promise<void> {
  const before = Number(await page.locator('#lab').getAttribute('data-answers'));
  await change();
  await answered(page, before + 1);
}

const amount = (page: Page, clause: string, label: string) =>
  page.locator('#lab-rules tr', { has: page.getByRole('link', { name: clause, exact: true }) }).getByLabel(label, { exact: true });
const points = (page: Page): Promise<string[][]> =>
  page
    .locator('#lab-result tbody tr')
    .evaluateAll((rows) => rows.map((row) => [row.querySelector('th')?.textContent ?? '', row.querySelectorAll('td')[1]?.textContent ?? '']));
/** What stands after the arrow, or alone where nothing changed. */
const now = (text: string): string => text.split(' → ').at(-1) as string;

async function download(page: Page): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '下载 YAML' }).click()]);
  expect(file.suggestedFilename()).toBe('county-2021.yaml');
  return readFileSync(await file.path(), 'utf8');
}

/** Points by the short names of units under the ordinance that a text writes, as the command line would have them. */
function scoredUnder(text: string, period: string): Record<string, string> {
  const { ledger } = openRoot(ROOT) as { ledger: Ledger };
  const { policy, findings } = decidePolicy('policies/county-2021.yaml', parse('policies/county-2021.yaml', text).value);
  expect(findings).toEqual([]);
  const { groups } = standingsOf(parsePeriod(period) as Period, keepJournal(ledger, [policy as Policy], '2026-11-26' as Day), ledger);
  return Object.fromEntries(groups.flatMap(({ rows }) => rows).map((row) => [ledger.units.get(row.unit)?.short ?? '', written(row.points)]));
}

const saidBy = async (page: Page): Promise<Record<string, string>> =>
  Object.fromEntries((await points(page)).map(([unit, text = '']) => [unit, now(text)]));

test('unchanged, it says what the build says', async () => {
  const page = await openLab();
  expect(await page.locator('#lab-status').innerText()).toBe('与现行办法的结果相同：没有单位的名次或得分变化。');
  const period = await page.locator('#lab-period').inputValue();
  expect(await saidBy(page)).toEqual(scoredUnder(readFileSync(join(ROOT, 'policies/county-2021.yaml'), 'utf8'), period));
});

test('another amount moves units, and the clause that does it is named; what is downloaded gives the same', async () => {
  const page = await openLab();
  await making(page, () => amount(page, '四(一)1', '综合').fill('12'));
  const up = page.locator('#lab-result tr[data-way=up]').first();
  expect(await up.locator('.lab__way').innerText()).toMatch(/▲ 上升 \d+ 位/);
  expect(await up.locator('.lab__causes').innerText()).toMatch(/四\(一\)1：\d+ → \d+（\+\d+）/);
  const text = await download(page);
  const own = readFileSync(join(ROOT, 'policies/county-2021.yaml'), 'utf8');
  expect(text).toBe(own.replace('{ 综合: 3, 简讯: 1 }', '{ 综合: 12, 简讯: 1 }'));
  expect(await saidBy(page)).toEqual(scoredUnder(text, '2026'));
  await up.getByRole('link', { name: '四(一)1', exact: true }).click();
  expect(await page.locator(':target').innerText()).toContain('官方网站');
});

test('a reading is switched from the keyboard; the text says so', async () => {
  const page = await openLab();
  await page.locator('.lab__readings summary').press('Enter');
  const reading = page.getByRole('group', { name: '一条信息获多次批示' });
  await making(page, async () => {
    await reading.getByRole('radio', { name: '只计最高的一次' }).focus();
    await page.keyboard.press('ArrowDown');
  });
  expect(await reading.getByRole('radio', { name: '逐次累加' }).isChecked()).toBe(true);
  expect(await reading.getByRole('radio', { name: '逐次累加' }).evaluate((radio) => radio === document.activeElement)).toBe(true);
  const text = await download(page);
  expect(decidePolicy('policies/county-2021.yaml', parse('x', text).value).policy?.readings.A02?.chosen).toBe('B');
  expect(await saidBy(page)).toEqual(scoredUnder(text, '2026'));
});

test('what is no number is told at the field, and the result stands until it is mended', async () => {
  const page = await openLab();
  const input = amount(page, '四(一)1', '综合');
  const before = await points(page);
  await making(page, () => input.fill('三'));
  expect(await input.getAttribute('aria-invalid')).toBe('true');
  expect(await page.locator(`[id="${await input.getAttribute('aria-describedby')}"]`).innerText()).toContain('数');
  expect(await points(page)).toEqual(before);
  expect(await page.getByRole('button', { name: '下载 YAML' }).isDisabled()).toBe(true);
  await making(page, () => page.getByRole('button', { name: '恢复' }).click());
  expect(await input.inputValue()).toBe('3');
  expect(await input.getAttribute('aria-invalid')).toBeNull();
  expect(await page.getByRole('button', { name: '下载 YAML' }).isEnabled()).toBe(true);
});

test('another ordinance, another period, every unit', async () => {
  const page = await openLab();
  await making(page, () => page.getByLabel('办法', { exact: true }).selectOption('linyi-2020'));
  expect(await page.locator('#lab-notes').innerText()).toContain('考核对象不包括本台账的单位');
  await making(page, () => page.getByLabel('所有单位参评').check());
  expect(await page.locator('#lab-notes').innerText()).toBe('');
  await making(page, () => page.getByLabel('周期').selectOption('2025-Q4'));
  expect(await page.locator('#lab-result tbody').innerText()).toContain('所选 三(三)');
});

test('typing fast ends with the last of what was typed', async () => {
  const page = await openLab();
  const input = amount(page, '四(一)1', '综合');
  await input.pressSequentially('0123', { delay: 5 });
  await input.fill('30');
  await page.waitForFunction(() => document.getElementById('lab')?.getAttribute('aria-busy') === 'false');
  expect(await saidBy(page)).toEqual(scoredUnder(await download(page), '2026'));
  expect(await input.inputValue()).toBe('30');
});

test('without scripts it is a page that says so', async () => {
  const page = await site.openPage('lab/', { javaScript: false });
  expect(await page.locator('#lab').isVisible()).toBe(false);
  expect(await page.locator('#lab-loading').isVisible()).toBe(false);
  expect(await page.getByText('试算需要启用浏览器脚本').isVisible()).toBe(true);
  expect(await page.locator('main').getByRole('link', { name: '排名' }).getAttribute('href')).toBe('/ranking/');
});

test('it works under a content security policy that allows nothing but the site’s own files', async () => {
  const page = await site.openPage('status/');
  await page.route('**/*', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': "default-src 'self'" } });
  });
  await page.goto(new URL('lab/', site.address).href);
  await answered(page, 1);
  await making(page, () => amount(page, '四(一)1', '综合').fill('12'));
  expect(await page.locator('#lab-result tr[data-way=up]').count()).toBeGreaterThan(0);
});

describe.each([360, 1440])('%i wide', (width) => {
  test.each(['light', 'dark'] as const)('axe finds nothing while something is changed and something is wrong (%s)', async (theme) => {
    const page = await openLab({ width, theme });
    await page.locator('.lab__readings summary').click();
    await making(page, () => amount(page, '四(一)6', '市').fill('100'));
    await making(page, () => amount(page, '四(一)1', '简讯').fill('x'));
    expect(await axe(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });
});
