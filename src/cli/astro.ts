/** Builds the site with Astro. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { Day } from '../model/day.ts';
import { PACKAGE } from './package.ts';

/**
 * Builds the site of `root` as of a day, in a new folder under `node_modules/`: Astro runs what it has bundled from the folder that it builds to,
 * if that lies in the current directory, and there alone the packages are found. Two builds at a time do not meet.
 */
export async function buildSite(root: string, asOf: Day, pdf = false): Promise<string> {
  const beside = join(PACKAGE, 'node_modules', '.tongbao');
  mkdirSync(beside, { recursive: true });
  const folder = mkdtempSync(join(beside, 'site-'));
  Object.assign(process.env, {
    TONGBAO_ROOT: root,
    TONGBAO_AS_OF: asOf,
    TONGBAO_OUT: folder,
    TONGBAO_PDF: pdf ? '1' : '0',
    ASTRO_TELEMETRY_DISABLED: '1',
  });
  process.chdir(PACKAGE);
  const astro = await import('astro');
  try {
    await astro.build({ root: PACKAGE, outDir: folder, logLevel: 'warn' });
    return folder;
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

export interface Developing {
  readonly root: string;
  readonly asOf: Day;
  /** Null: the first free one from the usual on. */
  readonly port: number | null;
  /** Reads the root anew after something has changed in it; false where pages have to stay as they are. */
  readonly readAgain: () => boolean;
}

/** What pages are made of, and therefore what is made anew. */
const SITE = join(PACKAGE, 'src', 'rim', 'site.ts');
/** Milliseconds in which editors and Git finish what they are writing. */
const PAUSE = 20;

/** A development server for the site of `root`. To it, a changed record is a change of the module that reads the records: everything that rests on it is made anew, and browsers load their page again. */
export async function developSite({ root, asOf, port, readAgain }: Developing): Promise<{ address: string; stop: () => Promise<void> }> {
  Object.assign(process.env, { TONGBAO_ROOT: root, TONGBAO_AS_OF: asOf, ASTRO_TELEMETRY_DISABLED: '1' });
  process.chdir(PACKAGE);
  const astro = await import('astro');
  const server = await astro.dev({ root: PACKAGE, logLevel: 'warn', server: { host: '127.0.0.1', ...(port === null ? {} : { port }) } });
  const folders = ['data', 'policies'].map((folder) => join(root, folder));
  server.watcher.add(folders);
  let waiting: NodeJS.Timeout | undefined;
  server.watcher.on('all', (_, file) => {
    if (!folders.some((folder) => file.startsWith(`${folder}${sep}`))) return;
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      if (readAgain()) server.watcher.emit('change', SITE);
    }, PAUSE);
  });
  return {
    address: `http://localhost:${server.address.port}/`,
    stop: () => {
      clearTimeout(waiting);
      return server.stop();
    },
  };
}
