/** Puts a built site where it was wanted: in the place of an earlier one, or into it where some of its pages stay as they are. */
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { PACKAGE } from './package.ts';
import { Usage } from './usage.ts';

/** Only nothing, an empty folder, or an earlier site is replaced. */
export function refuseToReplace(folder: string, written: string): void {
  if (!existsSync(folder)) return;
  if (statSync(folder).isDirectory() && (readdirSync(folder).length === 0 || existsSync(join(folder, 'index.html')))) return;
  throw new Usage(
    `${written} 里有别的内容,不会覆盖;请用 --out 换一个文件夹。`,
    `${written} holds something other than a site and is not replaced; choose another folder with --out.`,
  );
}

/** Puts a built site in the place of whatever is in `folder`. */
export function moveSite(site: string, folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  move(site, folder);
}

function move(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  try {
    renameSync(from, to);
  } catch {
    // Another disk.
    cpSync(from, to, { recursive: true });
    rmSync(from, { recursive: true });
  }
}

/** Makes `folder` the site of which `site` has what is new and `kept` names what stays. Takes away first: what was withdrawn is not to be seen a moment longer. */
export function renewSite(site: string, folder: string, kept: ReadonlySet<string>): void {
  removeAllBut(kept, folder);
  for (const file of filesIn(site)) move(join(site, file), join(folder, file));
  rmSync(site, { recursive: true });
}

/** The files in a folder, by their paths with slashes. */
const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/'));

/** Removes all other files, and folders that then hold nothing; tells whether anything is left. `under` is where `folder` lies, with a slash at its end. */
function removeAllBut(kept: ReadonlySet<string>, folder: string, under = ''): boolean {
  let isLeft = false;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() ? removeAllBut(kept, path, `${under}${entry.name}/`) : kept.has(under + entry.name)) isLeft = true;
    else if (!entry.isDirectory()) rmSync(path, { force: true });
  }
  if (!isLeft) rmdirSync(folder);
  return isLeft;
}

/** Scripts and styles, whose names pages know: they say of themselves what is in them. */
export const hasTheAssetsOf = (folder: string, site: string): boolean => assetsIn(folder) === assetsIn(site);
const assetsIn = (folder: string): string => (existsSync(join(folder, '_astro')) ? readdirSync(join(folder, '_astro')).sort().join(' ') : '');

/** What decides a page besides what it is handed: our code, looks and packages, and where the site will stand. */
export function versionOfPages(folder = PACKAGE): string {
  const { TONGBAO_BASE = '/', TONGBAO_SITE = '' } = process.env;
  const digest = createHash('sha256').update(JSON.stringify([process.version, TONGBAO_BASE, TONGBAO_SITE]));
  for (const part of DECIDING) for (const file of filesOf(join(folder, part))) digest.update(`${file}\0`).update(readFileSync(file)).update('\0');
  return digest.digest('hex');
}

const DECIDING = [
  'src',
  'public',
  'policies/README.md',
  'astro.config.mjs',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
  'node_modules/.package-lock.json',
];

const filesOf = (path: string): string[] => {
  if (!existsSync(path)) return [];
  return statSync(path).isDirectory()
    ? filesIn(path)
        .sort()
        .map((file) => join(path, file))
    : [path];
};
