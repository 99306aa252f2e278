/** The kinds of pages that there are, by the routes that make them, and the pages of each in a built site: what holds for every kind is tried on these. */
import { globSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';

const ROUTES = join(import.meta.dirname, '../../src/pages');

export interface Kind {
  /** The route, and how many parts of a path it has taken: `plan/[...period] 2`. */
  readonly name: string;
  readonly language: 'zh' | 'en';
  /** Relative to the start of the site, the largest file first. */
  readonly paths: readonly string[];
}

interface Route {
  readonly name: string;
  readonly matches: RegExp;
}

/** `[period]` takes one part, `[...period]` any number; what has a name goes before what takes anything. */
function routes(): Route[] {
  return globSync('**/*.astro', { cwd: ROUTES })
    .map((file) =>
      file
        .split(sep)
        .join('/')
        .replace('[...lang]/', '')
        .replace(/(?:^|\/)index\.astro$|\.astro$/, ''),
    )
    .sort((a, b) => a.split('[').length - b.split('[').length || (a < b ? -1 : 1))
    .map((name) => ({ name, matches: new RegExp(`^${name.split('/').filter(Boolean).map(partOf).join('')}$`) }));
}

const partOf = (part: string): string => (part.startsWith('[...') ? '(?:[^/]+/)*' : part.startsWith('[') ? '[^/]+/' : `${part}/`);

const pathOf = (file: string): string =>
  file
    .split(sep)
    .join('/')
    .replace(/index\.html$/, '');

/** All pages of the site in `folder` by kind and language; throws where no route owns a page. */
export function kindsOf(folder: string): Kind[] {
  const known = routes();
  const kinds = new Map<string, { name: string; language: 'zh' | 'en'; files: { path: string; size: number }[] }>();
  for (const file of globSync('**/*.html', { cwd: folder })) {
    const path = pathOf(file);
    const language = path.startsWith('en/') ? 'en' : 'zh';
    const own = path.replace(/^en\//, '').replace(/\.html$/, '/');
    const route = known.find(({ matches }) => matches.test(own));
    if (route === undefined) throw new Error(`no route makes ${path}`);
    const name = `${route.name} ${own.split('/').length - 1}`;
    const kind = kinds.get(`${name} ${language}`) ?? { name, language, files: [] };
    kind.files.push({ path, size: statSync(join(folder, file)).size });
    kinds.set(`${name} ${language}`, kind);
  }
  return [...kinds.values()]
    .map(({ files, ...kind }) => ({ ...kind, paths: files.sort((a, b) => b.size - a.size || (a.path < b.path ? -1 : 1)).map(({ path }) => path) }))
    .sort((a, b) => (`${a.name} ${a.language}` < `${b.name} ${b.language}` ? -1 : 1));
}

/** A page that shows what there is to show on its kind, and is not so long that looking at it takes long. */
const LONG = 60_000;
export const typical = ({ paths }: Kind, folder: string): string =>
  (paths.find((path) => statSync(join(folder, path.endsWith('.html') ? path : `${path}index.html`)).size < LONG) ?? paths.at(-1)) as string;
