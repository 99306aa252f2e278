/**
 * Pictures of pages, to look at: `npm run pictures -- FOLDER [PAGE …]` takes every page of dist/ (or the named ones, as paths relative to the
 * start of the site) on a telephone and on a desk, light and dark. Without a folder they go to a temporary one.
 */
import { existsSync, globSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSite, type Site } from './chromium.ts';

const DIST = join(import.meta.dirname, '../../dist');
const WIDTHS = [360, 1440] as const;
const THEMES = ['light', 'dark'] as const;
/** Past this many pages, name the ones you want to see. */
const AT_MOST = 60;

const pagesOfSite = (): string[] =>
  globSync('**/index.html', { cwd: DIST })
    .map((file) => file.slice(0, -'index.html'.length))
    .sort()
    .slice(0, AT_MOST);

async function takePictures(site: Site, path: string, folder: string): Promise<void> {
  const name = path === '' ? 'index' : path.replace(/\/$/, '').replaceAll('/', '_');
  for (const width of WIDTHS) {
    for (const theme of THEMES) {
      const page = await site.openPage(path, { width, theme });
      const file = join(folder, `${name}.${width}.${theme}.png`);
      await page.screenshot({ path: file, fullPage: true });
      await page.context().close();
      console.log(file);
    }
  }
}

if (!existsSync(DIST)) throw new Error('there is no dist/ yet: npm run build');
const [folder = mkdtempSync(join(tmpdir(), 'tongbao-pictures-')), ...named] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const site = await openSite();
for (const path of named.length > 0 ? named : pagesOfSite()) await takePictures(site, path, folder);
await site.close();
