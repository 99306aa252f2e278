import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { type Reading, readValues } from '../../src/rim/cache.ts';
import { fileFor } from '../../src/rim/cache-file.ts';
import { parse } from '../../src/source/parse.ts';
import { place, temporaryRoot } from './temporary-root.ts';

const path = (number: number) => `data/adoptions/2026/item-${number}.yaml`;
const COUNT = 60;

function ledger(): string {
  const root = temporaryRoot(Object.fromEntries(Array.from({ length: COUNT }, (_, number) => [path(number), `a: ${number}\n标题: 汉\n`])));
  return root;
}

/** A folder of this file's own for the caches. */
const kept = join(mkdtempSync(join(tmpdir(), 'tongbao-cache-')), 'made', 'when-needed');
afterAll(() => rmSync(dirname(dirname(kept)), { recursive: true, force: true }));

/** A minute after the files were written, so that none of them counts as just changed. */
const later = () => Date.now() + 60_000;
const reading = (more: Partial<Reading<unknown>> = {}): Reading<unknown> => ({
  version: '1',
  parse,
  from: 10,
  now: later(),
  folders: [kept],
  ...more,
});
const valuesOf = (root: string, more: Partial<Reading<unknown>> = {}) => {
  const result = readValues(root, reading(more));
  result.keep();
  return { ...result, byPath: Object.fromEntries(result.values.map(({ path, value }) => [path, value])) };
};

test('the second reading remembers all, and says the same in the same order', () => {
  const root = ledger();
  const first = valuesOf(root);
  const second = valuesOf(root, { parse: () => expect.fail('read again') });
  expect([first.remembered, second.remembered]).toEqual([0, COUNT]);
  expect(second.values).toEqual(first.values);
  expect(second.findings).toEqual([]);
  expect(first.byPath[path(7)]).toEqual({ a: 7, 标题: '汉' });
});

test('changed, new and removed files', () => {
  const root = ledger();
  valuesOf(root);
  place(root, path(3), 'a: changed\n');
  place(root, path(99), 'a: new\n');
  rmSync(join(root, path(5)));
  const { byPath, remembered, values } = valuesOf(root);
  expect([byPath[path(3)], byPath[path(99)], byPath[path(5)]]).toEqual([{ a: 'changed' }, { a: 'new' }, undefined]);
  expect([values.length, remembered]).toEqual([COUNT, COUNT - 2]);
});

test('what is written again after changes is remembered whole', () => {
  const root = ledger();
  valuesOf(root);
  for (const number of [10, 20, 30]) place(root, path(number), `a: new ${number}\n`);
  const changed = valuesOf(root);
  const again = valuesOf(root);
  expect([changed.remembered, again.remembered]).toEqual([COUNT - 3, COUNT]);
  expect(again.values).toEqual(changed.values);
});

test('a change that keeps size and time of content is seen', () => {
  const root = ledger();
  valuesOf(root);
  const { atime, mtime } = statSync(join(root, path(3)));
  writeFileSync(join(root, path(3)), 'a: 4\n标题: 汉\n');
  utimesSync(join(root, path(3)), atime, mtime);
  expect(valuesOf(root).byPath[path(3)]).toEqual({ a: 4, 标题: '汉' });
});

test('a file that changed just before it was read is read again', () => {
  const root = ledger();
  valuesOf(root, { now: Date.now() });
  expect(valuesOf(root).remembered).toBe(0);
});

test('who has a finding is read again, so that it is told again', () => {
  const root = ledger();
  place(root, path(1), 'a: [\n');
  place(root, path(2), '\ufeffa: 2\n');
  for (const remembered of [0, COUNT - 2]) {
    const result = valuesOf(root);
    expect(result.findings.map(({ code }) => code)).toEqual(['source/syntax', 'source/byte-order-mark']);
    expect(result.remembered).toBe(remembered);
    expect(result.values).toHaveLength(COUNT - 1);
  }
});

test('another version never sees the values of this one', () => {
  const root = ledger();
  valuesOf(root);
  const { byPath, remembered } = valuesOf(root, { version: '2', parse: () => ({ value: 'other', findings: [] }) });
  expect([remembered, byPath[path(1)]]).toEqual([0, 'other']);
});

test('a damaged cache is as good as none, wherever the damage is', () => {
  const root = ledger();
  const whole = valuesOf(root).values;
  const bytes = readFileSync(fileFor(root, kept));
  for (let at = 0; at < bytes.length; at += 41) {
    const damaged = Uint8Array.from(bytes);
    damaged[at] = (damaged[at] ?? 0) ^ 1;
    writeFileSync(fileFor(root, kept), damaged);
    const { values, remembered } = readValues(root, reading());
    expect([values, remembered]).toEqual([whole, 0]);
  }
  for (const length of [0, 10, bytes.length - 1]) {
    writeFileSync(fileFor(root, kept), bytes.subarray(0, length));
    expect(readValues(root, reading()).remembered).toBe(0);
  }
});

test('a cache of another root in its place is none', () => {
  const [one, other] = [ledger(), ledger()];
  valuesOf(one);
  writeFileSync(fileFor(other, kept), readFileSync(fileFor(one, kept)));
  expect(readValues(other, reading()).remembered).toBe(0);
});

test('few files are not worth a cache, and a small change is not worth writing it again', () => {
  const root = ledger();
  valuesOf(root, { from: COUNT + 1 });
  expect(() => statSync(fileFor(root, kept))).toThrow('ENOENT');
  valuesOf(root);
  const { ino } = statSync(fileFor(root, kept));
  place(root, path(3), 'a: changed\n');
  valuesOf(root);
  expect(statSync(fileFor(root, kept)).ino).toBe(ino);
});

test('no draft is left behind', () => {
  const root = ledger();
  valuesOf(root);
  const file = fileFor(root, kept);
  expect(readdirSync(dirname(file)).filter((name) => join(dirname(file), name).startsWith(file))).toEqual([file.slice(dirname(file).length + 1)]);
});

test('a folder that cannot be written gives way to the next; none is no fault', () => {
  const root = ledger();
  const notAFolder = join(root, path(1));
  const next = join(root, 'cache');
  valuesOf(root, { folders: [notAFolder, next] });
  expect(valuesOf(root, { folders: [notAFolder, next] }).remembered).toBe(COUNT);
  expect(statSync(fileFor(root, next)).isFile()).toBe(true);
  valuesOf(root, { folders: [notAFolder] });
  expect(valuesOf(root, { folders: [notAFolder] }).remembered).toBe(0);
});

test.skipIf(process.getuid === undefined)('a folder that others can write into is not trusted', () => {
  const root = ledger();
  const shared = join(root, 'cache');
  mkdirSync(shared, { mode: 0o700 });
  valuesOf(root, { folders: [shared] });
  chmodSync(shared, 0o777);
  expect(valuesOf(root, { folders: [shared] }).remembered).toBe(0);
});
