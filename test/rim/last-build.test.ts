/** What a build remembers of the one before it, and when it does not believe it. */
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { begin, building, isNews, keepShown, note, shownIn } from '../../src/rim/last-build.ts';

let folder: string;
let caches: string[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tongbao-last-'));
  caches = [join(folder, 'cache')];
  for (const unit of ['daiyu', 'jijin']) {
    mkdirSync(join(folder, 'site/units', unit), { recursive: true });
    writeFileSync(join(folder, 'site/units', unit, 'index.html'), unit);
  }
});
afterEach(() => {
  begin(null);
  rmSync(folder, { recursive: true });
});

const SHOWN = new Map([
  ['units/daiyu/index.html', 'one'],
  ['units/jijin/index.html', 'two'],
]);
const site = (): string => join(folder, 'site');
const found = (version = '1'): [string, string][] => [...shownIn(site(), version, caches)];

describe('the digests of files', () => {
  test('are found again while the files lie there untouched', () => {
    expect(found()).toEqual([]);
    keepShown(site(), '1', SHOWN, caches);
    expect(found()).toEqual([...SHOWN]);
  });

  test('belong to one version of the code and to one folder', () => {
    keepShown(site(), '1', SHOWN, caches);
    expect(found('2')).toEqual([]);
    renameSync(site(), join(folder, 'moved'));
    expect([...shownIn(join(folder, 'moved'), '1', caches)]).toEqual([]);
    expect(found()).toEqual([]);
  });

  test('are not believed of a file that was edited, replaced, or taken away', () => {
    keepShown(site(), '1', SHOWN, caches);
    const file = join(site(), 'units/daiyu/index.html');
    writeFileSync(file, 'daiyü');
    expect(found()).toEqual([['units/jijin/index.html', 'two']]);
    writeFileSync(`${file}.new`, 'daiyu');
    renameSync(`${file}.new`, file);
    rmSync(join(site(), 'units/jijin/index.html'));
    expect(found()).toEqual([]);
  });

  test('are kept of files alone', () => {
    keepShown(site(), '1', new Map([...SHOWN, ['units/index.html', 'three'], ['units/daiyu', 'four']]), caches);
    expect(found()).toEqual([...SHOWN]);
  });
});

describe('a page', () => {
  const shown = (words: unknown) => ({ file: 'units/daiyu/index.html', shows: words });
  const never = () => {
    throw new Error('asked');
  };

  test('is written, and its content not asked for, where nothing is known or nothing is to be remembered', async () => {
    expect(await isNews(never)).toBe(true);
    note(shown('nobody listens'));
    begin(building(new Map()));
    expect(await isNews(never)).toBe(true);
  });

  test('stays where it would show the same, to the last word', async () => {
    const first = building(new Map());
    begin(first);
    note(shown({ title: '待遇股', points: ['3'] }));
    for (const [words, isWritten] of [
      [{ title: '待遇股', points: ['3'] }, false],
      [{ title: '待遇股', points: ['3', '0'] }, true],
      [{ title: '待遇科', points: ['3'] }, true],
      [{ title: '待遇股', points: ['3'], note: null }, true],
    ] as const) {
      const second = building(first.now);
      begin(second);
      expect(await isNews(async () => shown(words))).toBe(isWritten);
      expect([...second.kept]).toEqual(isWritten ? [] : ['units/daiyu/index.html']);
      expect(second.now).toEqual(isWritten ? new Map() : first.now);
    }
  });

  test('that was not there is written', async () => {
    begin(building(SHOWN));
    expect(await isNews(() => ({ file: 'units/caiwu/index.html', shows: 'one' }))).toBe(true);
  });
});
