/** The files of a built site, looked at without a browser. Every file is read once, and each function says what is wrong. */
import { globSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { HtmlValidate } from 'html-validate';
import { kindsOf } from './kinds.ts';

const ORIGIN = 'http://site.invalid';
const ADDRESSES = /\s(?:href|src|action|data-source|data-index|data-listed|data-base)="([^"]*)"/g;
const IDS = /\sid="([^"]*)"/g;

const filesIn = (folder: string): string[] =>
  globSync('**/*', { cwd: folder, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length).split(sep).join('/').replace(/^\//, ''));

const pagesIn = (folder: string): string[] => filesIn(folder).filter((file) => file.endsWith('.html'));

const unescaped = (text: string): string => text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&#38;', '&').replaceAll('&amp;', '&');

interface Target {
  /** Null where it is outside the path under which the site is served. */
  readonly file: string | null;
  readonly anchor: string;
}

/** Where an address on a page leads; null for other hosts. */
function targetOf(address: string, page: string, base: string): Target | null {
  const { origin, pathname, hash } = new URL(unescaped(address), `${ORIGIN}${base}${page.replace(/index\.html$/, '')}`);
  if (origin !== ORIGIN) return null;
  const path = decodeURIComponent(pathname);
  const file = path.startsWith(base) ? path.slice(base.length).replace(/(^|\/)$/, '$1index.html') : null;
  return { file, anchor: decodeURIComponent(hash.slice(1)) };
}

/** Links that lead to no file of the site, or to no place on its page; with the number of different ones, so that none at all is noticed. */
export function brokenLinks(folder: string, base = '/'): { broken: string[]; count: number } {
  const ids = new Map<string, Set<string>>();
  const links = new Map<string, Target & { from: string }>();
  for (const page of pagesIn(folder)) {
    const html = readFileSync(join(folder, page), 'utf8');
    ids.set(page, new Set(Array.from(html.matchAll(IDS), ([, id]) => unescaped(id as string))));
    for (const [, address = ''] of html.matchAll(ADDRESSES)) {
      const target = targetOf(address, page, base);
      if (target !== null) links.set(`${target.file}#${target.anchor}`, { ...target, from: page });
    }
  }
  const known = new Set(filesIn(folder));
  const leads = ({ file, anchor }: Target): boolean => file !== null && known.has(file) && (anchor === '' || ids.get(file)?.has(anchor) === true);
  const broken = [...links.values()].filter((target) => !leads(target)).map(({ from, file, anchor }) => `${from} → ${file}#${anchor}`);
  return { broken, count: links.size };
}

const INSIDE = /<script(?![^>]*\ssrc=)|<style|<[a-z][^<>]*\s(?:style|on[a-z]+)="|href="javascript:/i;
const POLICY =
  /<meta http-equiv="content-security-policy" content="default-src 'none'; script-src 'self'; style-src 'self';(?![^"]*unsafe)[^"]*base-uri 'none'">/;

/** Pages with a script, a style or a handler inside them, or without the policy that forbids them. */
export const unguarded = (folder: string): string[] =>
  pagesIn(folder).filter((page) => {
    const html = readFileSync(join(folder, page), 'utf8');
    return INSIDE.test(html) || !POLICY.test(html);
  });

const validator = new HtmlValidate({
  extends: ['html-validate:standard', 'html-validate:document', 'html-validate:a11y'],
  rules: {
    // Files of our own, from our own host, under names that are their digests.
    'require-sri': ['error', { target: 'crossorigin' }],
    // Widths of columns in office documents are figures, and the policy forbids style attributes.
    'no-deprecated-attr': 'off',
    // Filters and the laboratory answer while one changes them; nothing is sent.
    'wcag/h32': 'off',
  },
});

/** What is not valid HTML on the longest and the shortest page of every kind. */
export async function invalid(folder: string): Promise<string[]> {
  const found: string[] = [];
  for (const path of kindsOf(folder).flatMap(({ paths }) => [...new Set([paths[0] as string, paths.at(-1) as string])])) {
    const { results } = await validator.validateFile(join(folder, path.replace(/(^|\/)$/, '$1index.html')));
    for (const { messages } of results) found.push(...messages.map(({ ruleId, message, selector }) => `${path} ${ruleId}: ${message} (${selector})`));
  }
  return found;
}
