/** The picture that the README shows, taken from the built site: `npm run pictures:readme` after `npm run build`. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openSite } from './chromium.ts';

const FOLDER = join(import.meta.dirname, '../../.github/pictures');

mkdirSync(FOLDER, { recursive: true });
const site = await openSite();
const page = await site.openPage('ranking/2026-Q3/', { width: 1200, theme: 'light' });
await page.setViewportSize({ width: 1200, height: 900 });
await page.screenshot({ path: join(FOLDER, 'ranking.png') });
await site.close();
