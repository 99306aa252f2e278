/** What every page of the site has to be, whatever is on it. Each function looks at a page that is open and says what is wrong with it. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import type { Site } from './chromium.ts';

/** Between themes only colours differ. */
const LOOKS = [
  { width: 1440, theme: 'light', rules: 'all' },
  { width: 1440, theme: 'dark', rules: 'colours' },
  { width: 768, theme: 'dark', rules: 'none' },
  { width: 360, theme: 'dark', rules: 'all' },
  { width: 360, theme: 'light', rules: 'colours' },
] as const;
/** Of WCAG 2.2 the sizes of targets, which axe leaves out unless told. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const TOO = { rules: { 'target-size': { enabled: true } } };

/** The page on a telephone and on a desk, light and dark, without barriers that a machine can see, and never wider than its window. A twin in another language has the same colours. */
async function barriers(page: Page, isTwin: boolean): Promise<string[]> {
  const found: string[] = [];
  for (const { width, theme, rules } of LOOKS.filter((look) => !isTwin || look.rules !== 'colours')) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme: theme });
    const faults = [...(await overflow(page)), ...(rules === 'none' ? [] : await axe(page, rules))];
    found.push(...faults.map((fault) => `${width} ${theme}: ${fault}`));
  }
  return found;
}

/** What axe finds, without windows of its own for frames of other sites, which we have not; what it has nothing against is not listed, which is half of the work. */
export async function axe(page: Page, rules: 'all' | 'colours' = 'all'): Promise<string[]> {
  const builder = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });
  const { violations } = await (rules === 'all' ? builder.options(TOO).withTags(RULES) : builder.withRules('color-contrast')).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.length} × ${nodes[0]?.html.slice(0, 160)}`);
}

/** Charts take the new width a moment after the window. */
const overflow = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const fits = (): boolean => document.documentElement.scrollWidth <= document.documentElement.clientWidth;
    for (let waited = 0; waited < 10 && !fits(); waited += 1) await new Promise((resolve) => setTimeout(resolve, 50));
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth > clientWidth ? [`is ${scrollWidth} wide in a window of ${clientWidth}`] : [];
  });

/** So many stops of the Tab key are taken from the beginning; then the last one. */
const STOPS = 30;

/** The keyboard's way: first past the head of the site, then from stop to stop, each seen and with its frame, and out at the end. */
async function keyboardFaults(page: Page): Promise<string[]> {
  const found: string[] = [];
  await page.setViewportSize({ width: 1440, height: 900 });
  // What scrolls smoothly is still on its way when one looks.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  // The search page has the cursor in its box, and the keyboard would begin there.
  await page.evaluate(() => {
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute('tabindex');
  });
  await page.keyboard.press('Tab');
  if (!(await focus(page)).startsWith('a.skip ')) found.push(`the first stop is ${await focus(page)}`);
  await page.keyboard.press('Enter');
  if (!(await focus(page)).startsWith('main.')) found.push(`the skip link leads to ${await focus(page)}`);
  await page.evaluate(() => (document.querySelector('.skip') as HTMLElement).focus());
  const seen = new Set<string>();
  let box = '';
  for (let stop = 0; stop < STOPS; stop += 1) {
    await page.keyboard.press('Tab');
    const at = await focus(page);
    if (at === '') return found;
    // A box for a day has stops of its own inside: year, month, day, and what opens a calendar.
    if (at.startsWith('input[date]') && at.replace(' shown', '') === box) continue;
    box = at.replace(' shown', '');
    if (seen.has(at)) found.push(`the keyboard comes back to ${at}`);
    if (!at.endsWith(' shown')) found.push(`not to be seen: ${at}`);
    seen.add(at);
  }
  return [...found, ...(await wayOut(page))];
}

async function wayOut(page: Page): Promise<string[]> {
  await page.evaluate(() => {
    const stops = [...document.querySelectorAll<HTMLElement>('a[href], button, input, select, summary, [tabindex="0"]')];
    stops
      .filter((stop) => stop.checkVisibility() && !stop.matches(':disabled'))
      .at(-1)
      ?.focus();
  });
  await page.keyboard.press('Tab');
  const at = await focus(page);
  return at === '' || at.startsWith('a.skip ') ? [] : [`no way out after ${at}`];
}

/** The element that has the focus: its name, its number among all elements, and whether it and its frame can be seen. */
const focus = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const own = document.activeElement;
    if (own === null || own === document.body) return '';
    const { outlineStyle, outlineWidth } = getComputedStyle(own);
    const { top, bottom, width, height } = own.getBoundingClientRect();
    const isThere = width > 0 && height > 0 && bottom > 0 && top < innerHeight;
    const isFramed = own.tagName === 'IFRAME' || (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2);
    const name = `${own.tagName.toLowerCase()}${own.getAttribute('type') === 'date' ? '[date]' : ''}${own.className === '' ? '' : `.${own.className.replaceAll(' ', '.')}`}`;
    return `${name} ${[...document.querySelectorAll('*')].indexOf(own)}${isThere && isFramed ? ' shown' : ''}`;
  });

/** Large text: 18 pt (24 pixels) everywhere, lines at least one and a half high, targets of 44 pixels unless they are words of a sentence. */
async function smallThings(page: Page, width: number): Promise<string[]> {
  await page.setViewportSize({ width, height: 900 });
  await page.evaluate(() => document.documentElement.setAttribute('data-text', 'large'));
  const found = await page.evaluate(() => {
    const isSeen = (element: Element): boolean =>
      element.checkVisibility({ visibilityProperty: true }) &&
      !element.closest('.unseen, .skip, iframe') &&
      element.getBoundingClientRect().width > 1;
    const told = (element: Element, fault: string): string => `${fault}: ${element.outerHTML.slice(0, 140)}`;
    const faults: string[] = [];

    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const holders = new Set<Element>();
    while (texts.nextNode()) {
      const { parentElement, textContent } = texts.currentNode;
      if (parentElement !== null && textContent?.trim() !== '' && !parentElement.matches('script, option, title')) holders.add(parentElement);
    }
    for (const holder of holders) {
      if (!isSeen(holder)) continue;
      const { fontSize, lineHeight } = getComputedStyle(holder);
      if (Number.parseFloat(fontSize) < 23.9) faults.push(told(holder, `text of ${fontSize}`));
      // The name of an office over its document is one line by itself.
      if (!holder.matches('.official__mark') && Number.parseFloat(lineHeight) / Number.parseFloat(fontSize) < 1.49)
        faults.push(told(holder, `lines of ${lineHeight}`));
    }

    const isWord = (element: Element): boolean =>
      getComputedStyle(element).display === 'inline' &&
      [...(element.parentElement?.childNodes ?? [])].some((node) => node.nodeType === Node.TEXT_NODE && /[\p{L}\p{N}]/u.test(node.textContent ?? ''));
    for (const target of document.querySelectorAll('a[href], button, select, summary, input')) {
      const area = (target.matches('[type="checkbox"], [type="radio"]') ? target.closest('label') : null) ?? target;
      if (!isSeen(area) || isWord(area)) continue;
      const { width, height } = area.getBoundingClientRect();
      if (width < 43.9 || height < 43.9) faults.push(told(area, `target of ${Math.round(width)} × ${Math.round(height)}`));
    }
    return faults;
  });
  return [...(await overflow(page)), ...found].map((fault) => `large ${width}: ${fault}`);
}

/** On paper: black on white whatever the theme, no ways around the site, heads of tables where a printer repeats them, addresses of other hosts in full. */
async function paperFaults(page: Page): Promise<string[]> {
  // The type area of A4 upright.
  await page.setViewportSize({ width: 680, height: 1000 });
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  const found = await page.evaluate(() => {
    const faults: string[] = [];
    const { color } = getComputedStyle(document.documentElement);
    if (color !== 'rgb(0, 0, 0)') faults.push(`ink is ${color}`);
    const ground = getComputedStyle(document.documentElement).backgroundColor;
    if (!['rgb(255, 255, 255)', 'rgba(0, 0, 0, 0)'].includes(ground)) faults.push(`paper is ${ground}`);
    for (const way of document.querySelectorAll('.masthead .seal, .skip, .sections, .searchbox, .large-text, .tongue, .crumbs, .pager'))
      if (way.checkVisibility()) faults.push(`shown: ${way.className}`);
    for (const head of document.querySelectorAll('.scroll thead'))
      if (head.checkVisibility() && getComputedStyle(head).display !== 'table-header-group')
        faults.push(`a head that is not repeated: ${head.outerHTML.slice(0, 120)}`);
    for (const link of document.querySelectorAll<HTMLAnchorElement>('main :not(td, th, .official *, .approval *) > a[href^="http"]'))
      if (link.checkVisibility() && link.textContent !== link.href && !getComputedStyle(link, '::after').content.includes(link.href))
        faults.push(`a lost address: ${link.href}`);
    return faults;
  });
  await page.emulateMedia({ media: 'screen' });
  return [...(await overflow(page)), ...found].map((fault) => `paper: ${fault}`);
}

/** Opens a page once and looks at it in every way. The wall screen and the ranking to embed have no head of the site, and so no switch. */
export async function faultsOf(site: Site, path: string): Promise<string[]> {
  const page = await site.openPage(path);
  // The laboratory unfolds once it has read its data, and what stands below moves.
  await page.locator('#lab-loading').waitFor({ state: 'hidden' });
  const isFramed = (await page.locator('.masthead').count()) > 0;
  const found = [
    ...(isFramed ? await keyboardFaults(page) : []),
    ...(await barriers(page, path.startsWith('en/'))),
    ...(isFramed ? [...(await smallThings(page, 360)), ...(await smallThings(page, 1440))] : []),
    ...(await paperFaults(page)),
  ];
  await page.context().close();
  return found;
}
