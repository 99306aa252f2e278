/** The filing page in the built site, on a telephone: from the first key to a file that the check passes and that is worth what the page said. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Day } from '../../src/model/day.ts';
import { written } from '../../src/model/points.ts';
import type { Ledger } from '../../src/model/records.ts';
import { openRoot } from '../../src/rim/open.ts';
import { totalOf } from '../../src/scoring/credit.ts';
import { keepJournal } from '../../src/scoring/journal.ts';
import { openSite, type Site, type View } from './chromium.ts';
import { type HostKind, hostFor } from './host.ts';
import { axe } from './qualities.ts';

const ROOT = join(import.meta.dirname, '../..');
const DIST = join(ROOT, 'dist');
const TITLE = '基金监管股开展“三个100%”<script>飞行检查</script>';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

/** Waits until everything that was typed is answered. */
const settled = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => {
    const { answers = '0' } = document.getElementById('file')?.dataset ?? {};
    return Number(answers) > 0 && document.getElementById('file')?.getAttribute('aria-busy') === 'false';
  });

async function openForm(path = 'file/', view: View = { width: 360 }): Promise<Page> {
  const page = await site.openPage(path, view);
  await settled(page);
  return page;
}

/** Types into the box that has the focus and takes the first of what is found. */
async function choose(page: Page, text: string): Promise<void> {
  await page.keyboard.type(text);
  await page.locator('[role="option"]:visible').first().waitFor();
  await page.waitForTimeout(50);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
}

const textOf = (page: Page): Promise<string> => page.locator('#file-text').evaluate(({ textContent }) => textContent ?? '');
const nameOf = (page: Page): Promise<string> => page.locator('#file-name').evaluate(({ textContent }) => textContent ?? '');

/** A good submission, filled in without a mouse. */
async function fillIn(page: Page): Promise<void> {
  await page.locator('#file-submission-title').focus();
  await page.keyboard.type(TITLE);
  await page.keyboard.press('Tab');
  await choose(page, '监管');
  await page.keyboard.press('Tab');
  await choose(page, '莫');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await settled(page);
}

const root = openRoot(ROOT);

/** The root as if files lay there too: what is wrong with them, and what all items together earn up to a day. */
function rootWith(files: Readonly<Record<string, string>>, today: string) {
  const { findings, ledger, policies } = root.withFiles(Object.entries(files).map(([path, text]) => ({ path, text })));
  const { credits } = keepJournal(ledger as Ledger, policies, today as Day);
  return {
    findings: findings.filter(({ at }) => at.file in files),
    total: totalOf(credits.filter(({ item }) => item !== null)),
  };
}

test('with the keyboard, reloaded in the middle, handed over: the file passes the check and is worth what the page said', async () => {
  const page = await openForm();
  await fillIn(page);
  expect(await page.locator('#file-submission input[name=form]:checked').getAttribute('value')).toBe('综合');
  await page.reload();
  await settled(page);
  expect(await page.locator('#file-submission-title').inputValue()).toBe(TITLE);
  expect(await page.locator('#file-submission-unit').inputValue()).toBe('基金监管股');
  expect(await page.locator('.field__chosen li').allInnerTexts()).toEqual(['莫思远\n×']);
  expect(await page.locator('#file-state').innerText()).toBe('核对无误，可以交了。');

  const row = page.locator('#file-worth tr', { hasText: '国家级' }).first();
  expect(await row.innerText()).toMatch(/18分[\s\S]*四\(一\)5/);
  await page.locator('#file-download').focus();
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  const [file, text] = [await nameOf(page), readFileSync(await download.path(), 'utf8')];
  expect(file).toMatch(/^data\/submissions\/jianguan\/\d{4}\/\d{8}-jianguan-[0-9a-f]{6}\.yaml$/);
  expect(file.endsWith(download.suggestedFilename())).toBe(true);
  expect(text).toBe(await textOf(page));
  expect(text).toContain('title: 基金监管股开展“三个100%”<script>飞行检查</script>\n');

  const today = /^on: (.*)$/m.exec(text)?.[1] ?? '';
  const filed = rootWith({ [file]: text }, today);
  expect(filed.findings).toEqual([]);
  const id = file.replace(/^.*\/|\.yaml$/g, '');
  const adopted = rootWith({ [file]: text, 'data/adoptions/2026/20991231-try.yaml': `submission: ${id}\noutlet: 人民网\non: ${today}\n` }, today);
  expect(written(adopted.total.minus(filed.total))).toBe('18');
});

test('an adoption of an item that has points already is worth the difference, on the page and in the build', async () => {
  const item = (root.ledger as Ledger).adoptions.find(({ outlet, stage }) => outlet === 'county-site' && stage === '采用')?.submission ?? '';
  const page = await openForm(`file/?${new URLSearchParams({ kind: 'adoption', submission: item })}`);
  expect(await page.locator('#file-adoption').isVisible()).toBe(true);
  await page.locator('#file-adoption-outlet').focus();
  await choose(page, '新华');
  await page.locator('#file-adoption-on').fill('2026-11-25');
  await settled(page);
  const [file, text] = [await nameOf(page), await textOf(page)];
  const more = rootWith({ [file]: text }, '2026-11-30');
  expect(more.findings).toEqual([]);
  const said = await page.locator('.file__now b').innerText();
  expect(said).toBe(`${written(more.total.minus(rootWith({}, '2026-11-30').total))}分`);
  expect(said).not.toBe('0分');
});

describe.each<HostKind>(['github', 'gitlab', 'gitea'])('%s', (kind) => {
  test('its page for new files gets the whole file, byte for byte; a text that is too long is not cut short', async () => {
    const host = await hostFor(kind);
    const page = await site.openPage('icon.svg', { width: 360 });
    await page.context().route(`${host.address}/**`, (route) => route.continue());
    await page.context().route('**/file/data.json', async (route) => {
      const data = await (await route.fetch()).json();
      data.registers['data/site.yaml'].repository = { host: kind, url: `${host.address}/office/records`, branch: 'main' };
      await route.fulfill({ json: data });
    });
    await page.goto(new URL('file/', site.address).href);
    await settled(page);
    await fillIn(page);
    await page.locator('#file-link').focus();
    const [opened] = await Promise.all([page.context().waitForEvent('page'), page.keyboard.press('Enter')]);
    await opened.waitForLoadState();
    expect(await opened.locator('#name').inputValue()).toBe(await nameOf(page));
    expect(await opened.locator('#text').inputValue()).toBe(await textOf(page));
    if (kind === 'gitlab') expect(await opened.locator('#branch').innerText()).toMatch(/^file\/submissions-\d{8}-jianguan-[0-9a-f]{6}$/);

    await page.locator('.file__form:not([hidden]) .file__more summary').click();
    await page.locator('#file-submission-note').fill('很长的情况说明'.repeat(150));
    await page.waitForFunction(() => document.getElementById('file-link')?.hidden === true);
    expect(await page.locator('#file-note').innerText()).toContain('内容太长');
    expect(await page.locator('#file-copy').isVisible()).toBe(true);
    await page.context().close();
    await host.close();
  });
});

test('the shipped installation is on Gitee, which has no such page: the page says so and offers the rest', async () => {
  const page = await openForm();
  await fillIn(page);
  expect(await page.locator('#file-link').isVisible()).toBe(false);
  expect(await page.locator('#file-note').innerText()).toContain('Gitee 不支持');
  for (const id of ['file-copy', 'file-download', 'file-mailtext']) expect(await page.locator(`#${id}`).isVisible()).toBe(true);
  await page.locator('#file-copy').click();
  await page.waitForFunction(() => document.getElementById('file-done')?.textContent !== '');
});

test('what is wrong is said at each field at once; the way there opens what is folded', async () => {
  const page = await openForm();
  await page.locator('#file-mend').press('Enter');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('file-submission-title');
  expect(await page.locator('.remark--missing').count()).toBe(2);
  await page.locator('#file-submission-unit').fill('监管科');
  await page.locator('#file-submission-title').fill('县医保局开展冬季消防安全自查');
  await page.locator('.file__form:not([hidden]) .file__more summary').click();
  await page.locator('#file-submission-length').fill('很长');
  await page.locator('.file__form:not([hidden]) .file__more summary').click();
  await settled(page);
  await page.waitForFunction(() => document.querySelectorAll('.remark--error').length === 2);
  expect(await page.locator('#file-submission-unit-remarks').innerText()).toContain('没有登记名为“监管科”的单位');
  expect(await page.locator('.field__twins').innerText()).toContain('县医保局开展冬季消防安全自查');
  await page.locator('#file-submission-unit').fill('基金监管股');
  await page.keyboard.press('Escape');
  await page.locator('#file-submission-title').focus();
  await settled(page);
  await page.locator('#file-mend').press('Enter');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('file-submission-length');
});

test('a draft can be put away and brought back; another kind has its own; what an address asks for does not mix with it', async () => {
  const page = await openForm();
  await page.locator('#file-submission-title').fill('第一份');
  await settled(page);
  await page.locator('#file-submission-authors').focus();
  await page.keyboard.type('林晓');
  await page.reload();
  await settled(page);
  expect(await page.locator('.field__chosen li').count()).toBe(1);
  await page.locator('#file-clear').click();
  expect(await page.locator('#file-submission-title').inputValue()).toBe('');
  await page.locator('#file-restore').click();
  expect(await page.locator('#file-submission-title').inputValue()).toBe('第一份');
  await page.locator('input[name=kind][value=instruction]').check();
  await page.locator('#file-instruction-rank').fill('副县长');
  await settled(page);
  await page.goto(new URL('file/?kind=instruction&submission=20251110-119-xiaofang-xuanchuan', site.address).href);
  await settled(page);
  expect(await page.locator('#file-instruction-rank').inputValue()).toBe('副县长');
  expect(await page.locator('#file-instruction-submission-means').innerText()).toContain('119消防宣传');
  await page.goto(new URL('file/?kind=instruction&submission=another', site.address).href);
  await settled(page);
  expect(await page.locator('#file-instruction-rank').inputValue()).toBe('');
  await page.locator('#file-restore').click();
  expect(await page.locator('#file-instruction-rank').inputValue()).toBe('副县长');
});

test('without scripts, and where the lists cannot be read, it says what to do instead', async () => {
  const still = await site.openPage('file/', { width: 360, javaScript: false });
  expect(await still.locator('#file').isVisible()).toBe(false);
  expect(await still.getByText('npx tongbao new submission').isVisible()).toBe(true);
  const page = await site.openPage('icon.svg', { width: 360 });
  await page.route('**/file/data.json', (route) => route.fulfill({ json: { registers: {} } }));
  await page.goto(new URL('file/', site.address).href);
  await page.getByText('名单和办法没有读取成功').waitFor();
  expect(await page.getByText('npx tongbao new submission').isVisible()).toBe(true);
});

test('the page itself is light; what checks and scores comes after it', async () => {
  const page = await openForm();
  const sizes = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname));
  const packed = (wanted: RegExp): number =>
    sizes.filter((path) => wanted.test(path)).reduce((sum, path) => sum + gzipSync(readFileSync(join(DIST, decodeURIComponent(path)))).length, 0);
  expect(packed(/Filing.*\.js$/)).toBeGreaterThan(0);
  expect(packed(/(?<!worker-[^/]*)\.(js|css)$/)).toBeLessThan(40_000);
  expect(packed(/worker-[^/]*\.js$/)).toBeLessThan(190_000);
  expect(packed(/data\.json$/)).toBeLessThan(60_000);
});

test.each([
  [360, 'light'],
  [1440, 'dark'],
] as const)('%i wide (%s): axe finds nothing in what was filled in, in what is wrong, in an open list', async (width, theme) => {
  const page = await openForm('file/', { width, theme });
  await fillIn(page);
  await page.locator('.file__form:not([hidden]) .file__more summary').click();
  await page.locator('#file-submission-link').fill('nandu');
  await page.locator('#file-submission-target').focus();
  await page.locator('[role="option"]:visible').first().waitFor();
  await page.keyboard.press('ArrowDown');
  await settled(page);
  expect(await axe(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
});
