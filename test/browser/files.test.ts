/** The files of the built site: links, validity, and what may not be inside pages. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { brokenLinks, invalid, unguarded } from './files.ts';

const DIST = join(import.meta.dirname, '../../dist');

test('every link of every page leads to a file of the site, and every anchor to a place on its page', () => {
  const { broken, count } = brokenLinks(DIST);
  expect(broken).toEqual([]);
  expect(count).toBeGreaterThan(1000);
});

test('no page has a script, a style or a handler inside it, and each has the policy that forbids them', () => {
  expect(unguarded(DIST)).toEqual([]);
});

test('the HTML of every kind of page is valid', { timeout: 120_000 }, async () => {
  expect(await invalid(DIST)).toEqual([]);
});
