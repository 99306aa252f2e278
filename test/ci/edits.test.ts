/** What the office wrote, key by key, over what the program would write now. */
import { expect, test } from 'vitest';
import { changedKeys, withEdits } from '../../src/rim/proposal/edits.ts';

const bulletin = (document: string, filed: number): string => `period: 2026-09\n${document}published:\n  filed: ${filed}\n`;
const AS_WRITTEN = 'document:\n  title: 通报\n  office: 办公室\n';
const keys = (...names: string[]): ReadonlySet<string> => new Set(names);

test('a key is changed if its value is; looks are no change, and a first version changes all', () => {
  const before = bulletin(AS_WRITTEN, 2);
  expect(changedKeys(before, bulletin('document: { title: "通报", office: 办公室 } # 同前\n', 3))).toEqual([]);
  expect(changedKeys(before, bulletin('document:\n  title: 关于九月的通报\n  problems: 有\n', 2))).toEqual(['title', 'office', 'problems']);
  expect(changedKeys(null, before)).toEqual(['title', 'office']);
  expect(changedKeys('no: [yaml', before)).toEqual(['title', 'office']);
  expect(changedKeys(before, 'document: 一句话\n')).toEqual(['title', 'office']);
});

test('what the office changed stays as typed where nothing else is new', () => {
  const document = 'document:\n  # 与主任核对过\n  title: 关于九月的通报\n  office: 办公室\n\n';
  expect(withEdits({ edited: bulletin(document, 2), fresh: bulletin(AS_WRITTEN, 3), keys: keys('title') })).toBe(bulletin(document, 3));
});

test('what it changed stays, what it did not is renewed, what it took away is gone', () => {
  const edited = bulletin('document:\n  title: 关于九月的通报\n', 2);
  const fresh = bulletin('document:\n  title: 通报\n  office: 办公室\n  issued: 2026-10-08\n', 3);
  expect(withEdits({ edited, fresh, keys: keys('title', 'office') })).toBe(bulletin('document:\n  title: 关于九月的通报\n  issued: 2026-10-08\n', 3));
  expect(withEdits({ edited, fresh, keys: keys() })).toBe(fresh);
});

test('a text with signs that a replacement would take for its own stays as it is', () => {
  const document = 'document:\n  title: $& 和 $1\n  office: 办公室\n';
  expect(withEdits({ edited: bulletin(document, 2), fresh: bulletin(AS_WRITTEN, 3), keys: keys('title') })).toBe(bulletin(document, 3));
});

test('what is no bulletin any more is made anew', () => {
  const fresh = bulletin(AS_WRITTEN, 3);
  for (const edited of ['', 'no: [yaml', 'document: 一句话\n', 'document: [一, 二]\n'])
    expect(withEdits({ edited, fresh, keys: keys('title') })).toBe(fresh);
});
