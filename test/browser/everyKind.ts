/** One page of every kind: its barriers, its keyboard, its large text, its paper, and its policy all the while. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSite, type Site } from './chromium.ts';
import { type Kind, kindsOf, typical } from './kinds.ts';
import { faultsOf } from './qualities.ts';

const DIST = join(import.meta.dirname, '../../dist');

/** Tests of the pages of a language in dist/. */
export function everyKindIn(language: Kind['language']): void {
  const kinds = existsSync(DIST) ? kindsOf(DIST).filter((kind) => kind.language === language) : [];

  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site.close());

  test('there are pages', () => expect(kinds.length).toBeGreaterThan(25));

  test.each(kinds.map((kind) => ({ path: typical(kind, DIST) })))('nothing is wrong with $path', async ({ path }) => {
    const before = site.complaints.length;
    expect(await faultsOf(site, path)).toEqual([]);
    expect(site.complaints.slice(before)).toEqual([]);
  });
}
