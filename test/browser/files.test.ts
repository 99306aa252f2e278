/** The files of the built site, without a browser: links, validity, what may not be inside pages. Every file is read once. */
import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { HtmlValidate } from 'html-validate';
import { expect, test } from 'vitest';
import { kindsOf } from './kinds.ts';

const DIST = join(import.meta.dirname, '../../dist');

interface Target {
  readonly path: string;
  readonly anchor: string;
}

const unescaped = (text: string): string => text.replaceAll('&amp;', '&').replaceAll('&#38;', '&').replaceAll('&quot;', '"').replaceAll('&#39;', "'");

/** Where an address leads within the site; null for other hosts. */
function targetOf(address: string, page: string): Target | null {
  const { origin, pathname, hash } = new URL(unescaped(address), `http://site.invalid/${page}`);
  return origin === 'http://site.invalid' ? { path: decodeURIComponent(pathname.slice(1)), anchor: decodeURIComponent(hash.slice(1)) } : null;
}

const ADDRESSES = /\s(?:href|src|action|data-source|data-index|data-listed|data-base)="([^"]*)"/g;
const IDS = /\sid="([^"]*)"/g;

const files = globSync('**/*', { cwd: DIST })
  .filter((file) => statSync(join(DIST, file)).isFile())
  .map((file) => file.split(sep).join('/'));

test('every link of every page leads to a file of the site, and every anchor to a place on its page', () => {
  const pages = files.filter((file) => file.endsWith('.html'));
  const ids = new Map<string, Set<string>>();
  const links = new Map<string, { target: Target; from: string }>();
  for (const file of pages) {
    const html = readFileSync(join(DIST, file), 'utf8');
    ids.set(file, new Set(Array.from(html.matchAll(IDS), ([, id]) => unescaped(id as string))));
    for (const [, address = ''] of html.matchAll(ADDRESSES)) {
      const target = targetOf(address, file.replace(/index\.html$/, ''));
      if (target !== null) links.set(`${target.path}#${target.anchor}`, { target, from: file });
    }
  }
  expect(pages.length).toBeGreaterThan(500);
  expect(links.size).toBeGreaterThan(1000);
  const known = new Set(files);
  const broken = [...links.values()].filter(({ target: { path, anchor } }) => {
    const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
    return !known.has(file) || (anchor !== '' && ids.get(file)?.has(anchor) !== true);
  });
  expect(broken.map(({ target, from }) => `${from} → ${target.path}#${target.anchor}`)).toEqual([]);
});

test('no page has a script, a style or a handler inside it, and each has the policy that forbids them', () => {
  const inside = /<script(?![^>]*\ssrc=)|<style|<[a-z][^<>]*\s(?:style|on[a-z]+)="|href="javascript:/i;
  const policy =
    /<meta http-equiv="content-security-policy" content="default-src 'none'; script-src 'self'; style-src 'self';(?![^"]*unsafe)[^"]*base-uri 'none'">/;
  const odd = files
    .filter((file) => file.endsWith('.html'))
    .filter((file) => {
      const html = readFileSync(join(DIST, file), 'utf8');
      return inside.test(html) || !policy.test(html);
    });
  expect(odd).toEqual([]);
});

test('the HTML of every kind of page is valid', { timeout: 120_000 }, async () => {
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
  const found: string[] = [];
  for (const { paths } of existsSync(DIST) ? kindsOf(DIST) : []) {
    for (const path of new Set([paths[0], paths.at(-1)])) {
      if (path === undefined) continue;
      const { results } = await validator.validateFile(join(DIST, path.endsWith('.html') ? path : `${path}index.html`));
      for (const { messages } of results)
        found.push(...messages.map(({ ruleId, message, selector }) => `${path} ${ruleId}: ${message} (${selector})`));
    }
  }
  expect(found).toEqual([]);
});
