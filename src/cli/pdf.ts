/** 通报 as PDF: the browser prints the page of every bulletin. It asks nobody but this file, which answers from the built site and from node_modules. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page, Route } from 'playwright-core';

/** No host on earth. */
const ORIGIN = 'https://site.invalid';
const FONTS = '/.fonts/';

/** Prints every bulletin of the site in `folder`, which is served under `base`, beside its page. Returns how many there are. */
export async function printBulletins(browser: Browser, folder: string, base: string): Promise<number> {
  const slugs = bulletinsIn(folder);
  // The styles of the open fonts are put into the page, which its own policy forbids.
  const context = await browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai', serviceWorkers: 'block', bypassCSP: true });
  await context.route('**/*', (route) => answer(route, folder, base));
  const page = await context.newPage();
  for (const slug of slugs) {
    await page.goto(`${ORIGIN}${base}bulletins/${slug}/`);
    writeFileSync(join(folder, 'bulletins', slug, `${slug}.pdf`), await printed(page));
  }
  await context.close();
  return slugs.length;
}

function bulletinsIn(folder: string): string[] {
  const all = join(folder, 'bulletins');
  if (!existsSync(all)) return [];
  const folders = readdirSync(all, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return folders.map(({ name }) => name).sort();
}

/** The open fonts: they come last in the lists of the style sheet, so that a machine with official ones uses those and reads none of these. */
const FACES = ['@fontsource-variable/noto-serif-sc', '@fontsource-variable/noto-sans-sc'];

const stylesOf = (name: string): string => fileURLToPath(import.meta.resolve(`${name}/index.css`));
const fontStyles = (): string => FACES.map((name) => readFileSync(stylesOf(name), 'utf8').replaceAll('url(./', `url(${FONTS}${name}/`)).join('\n');

async function answer(route: Route, folder: string, base: string): Promise<void> {
  const { origin, pathname } = new URL(route.request().url());
  const file = origin === ORIGIN ? fileAt(decodeURIComponent(pathname), folder, base) : null;
  if (file === null || !existsSync(file)) return route.abort();
  return route.fulfill({ path: file, contentType: TYPES[extname(file)] ?? 'application/octet-stream' });
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

function fileAt(path: string, folder: string, base: string): string | null {
  const face = FACES.find((name) => path.startsWith(`${FONTS}${name}/`));
  if (face !== undefined) return join(dirname(stylesOf(face)), path.slice(FONTS.length + face.length));
  if (!path.startsWith(base)) return null;
  const inSite = join(folder, path.slice(base.length));
  return path.endsWith('/') ? join(inSite, 'index.html') : inSite;
}

async function printed(page: Page): Promise<Buffer> {
  await page.emulateMedia({ media: 'print', colorScheme: 'light' });
  await page.addStyleTag({ content: fontStyles() });
  await page.evaluate(async () => {
    document.body.getBoundingClientRect();
    await document.fonts.ready;
  });
  const pdf = await withImprintAtFoot(page);
  return settled(pdf, (await page.locator('.official').getAttribute('data-issued')) as string);
}

const print = (page: Page): Promise<Buffer> => page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true });

/** The type area is 225 mm high; the search ends at a quarter of a millimetre. */
const HEIGHT = 225;
const CLOSE = 0.25;

/**
 * 版记 stands at the foot of the last page, which CSS cannot say. The largest gap above it that needs no further page is found by trying: whatever the
 * browser does with heads that repeat and rows that stay whole is then taken into account.
 */
async function withImprintAtFoot(page: Page): Promise<Buffer> {
  let best = await print(page);
  const pages = pagesOf(best);
  let [least, most] = [0, HEIGHT];
  while (most - least > CLOSE) {
    const gap = (least + most) / 2;
    await page.locator('.official__foot').evaluate((foot, height) => foot.style.setProperty('--above', `${height}mm`), gap);
    const tried = await print(page);
    if (pagesOf(tried) > pages) most = gap;
    else [least, best] = [gap, tried];
  }
  return best;
}

const pagesOf = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;

/** The same bulletin gives the same bytes: the day of the document stands in place of the moment of printing. */
function settled(pdf: Buffer, day: string): Buffer {
  const date = `(D:${day.replaceAll('-', '')}000000+00'00')`;
  const dated = pdf.toString('latin1').replace(/(\/(?:CreationDate|ModDate) )\(D:\d{14}\+00'00'\)/g, `$1${date}`);
  return Buffer.from(renumbered(dated), 'latin1');
}

/**
 * The browser names elements by a counter of its own (`node00000165`), in which another thread of it sometimes takes a number first. Their ranks
 * are the same each time, stay in order, as the tree of names asks, and are as long, so that nothing in the file moves.
 */
export function renumbered(pdf: string): string {
  const name = /(?<=\(node)\d{8}(?=\))/g;
  const inOrder = [...new Set(pdf.match(name))].sort();
  const ranks = new Map(inOrder.map((number, rank) => [number, String(rank).padStart(8, '0')]));
  return pdf.replace(name, (number) => ranks.get(number) as string);
}
