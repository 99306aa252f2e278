/** The pictures that the README shows, taken from the built site: `npm run pictures:readme` after `npm run build`. Another folder than dist/ may be named. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openSite } from './chromium.ts';

const FOLDER = join(import.meta.dirname, '../../.github/pictures');

/** What is seen of each page, in the size of the window. */
const PICTURES = [
  { name: 'overview', path: '', width: 1200, height: 860 },
  { name: 'ranking', path: 'ranking/2026-Q3/', width: 1200, height: 860 },
  { name: 'bulletin', path: 'bulletins/2026-Q3/', width: 1200, height: 860 },
  { name: 'screen', path: 'screen/?rotate=0', width: 1920, height: 1080 },
  { name: 'telephone', path: 'en/', width: 360, height: 740 },
] as const;

mkdirSync(FOLDER, { recursive: true });
const [folder] = process.argv.slice(2);
const site = await openSite(folder === undefined ? {} : { folder });
for (const { name, path, width, height } of PICTURES) {
  const page = await site.openPage(path, { width, theme: 'light' });
  await page.setViewportSize({ width, height });
  await page.waitForTimeout(1000);
  await page.screenshot({ path: join(FOLDER, `${name}.png`), scale: 'css' });
  await page.context().close();
}
await site.close();
