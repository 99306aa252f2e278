import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/model/finding.ts';
import { listSources, readSources, readToShow, SIZE_LIMIT, sourceReader } from '../../src/rim/disk.ts';
import { place, temporaryRoot } from './temporary-root.ts';

const told = (findings: readonly Finding[]) => findings.map(({ at, ...fault }) => [at.file, fault]);
const records = (...paths: string[]) => Object.fromEntries(paths.map((path) => [path, 'a: 1\n']));

test('registers, records at any depth and ordinances are read, in the order of code units', () => {
  const paths = [
    'data/adoptions/2026/b.yaml',
    'data/adoptions/a.yaml',
    'data/incidents/2026/03/05/x.yaml',
    'data/people.yaml',
    'data/site.yaml',
    'data/submissions/office/2026/a-1.yaml',
    'data/submissions/office/2026/a.yaml',
    'policies/county-2021.yaml',
  ];
  const { sources, findings } = readSources(temporaryRoot(records(...paths.toReversed())));
  expect(findings).toEqual([]);
  expect(sources.map(({ path }) => path)).toEqual(paths.toSorted());
  expect(sources[0]?.text).toBe('a: 1\n');
});

test('dot-files, dot-folders, README and cases of ordinances are left in peace', () => {
  const root = temporaryRoot(
    records(
      'data/.git/x.yaml',
      'data/.DS_Store',
      'data/README.md',
      'data/adoptions/readme.zh-CN.md',
      'data/bulletins/README.md',
      'policies/README.md',
      'policies/x.cases.yaml',
    ),
  );
  expect(readSources(root)).toEqual({ sources: [], findings: [] });
});

test('a bulletin is named after its period, as it is written everywhere', () => {
  const good = ['2026-07-01..2026-10-09', '2026-10', '2026-Q3', '2026'].map((period) => `data/bulletins/${period}.yaml`);
  const root = temporaryRoot(records(...good, 'data/bulletins/2026-q4.yaml', 'data/bulletins/2026/2026-09.yaml', 'data/bulletins/oct.yaml'));
  const { sources, findings } = readSources(root);
  expect(sources.map(({ path }) => path)).toEqual(good);
  expect(findings.map(({ at, ...fault }) => [at.file, fault])).toEqual([
    ['data/bulletins/2026-q4.yaml', { code: 'source/file-name', proposal: 'data/bulletins/2026-Q4.yaml' }],
    ['data/bulletins/2026/2026-09.yaml', { code: 'source/file-name', proposal: 'data/bulletins/2026-09.yaml' }],
    ['data/bulletins/oct.yaml', { code: 'source/file-name', proposal: null }],
  ]);
});

describe('what does not belong', () => {
  test.each([
    ['data/unit.yaml', 'data/units.yaml'],
    ['data/Units.yaml', 'data/units.yaml'],
    ['data/units.yml', 'data/units.yaml'],
    ['data/zzzzzz.yaml', null],
    ['data/adoptions/2026/a.yml', 'data/adoptions/2026/a.yaml'],
    ['data/adoptions/2026/a.YAML', 'data/adoptions/2026/a.yaml'],
    ['data/adoptions/2026/a.xlsx', null],
    ['data/plan/spot.yaml', 'data/plan/spots.yaml'],
    ['data/plan/spots/a.yaml', null],
    ['data/spots.yaml', 'data/plan/spots.yaml'],
    ['policies/a.yml', 'policies/a.yaml'],
    ['policies/a.docx', null],
  ])('%s', (path, nearest) => {
    expect(told(readSources(temporaryRoot(records(path))).findings)).toEqual([[path, { code: 'source/unknown-file', nearest }]]);
  });
  test('a folder, once, not each file in it', () => {
    const root = temporaryRoot(records('data/adoption/2026/a.yaml', 'data/adoption/2026/b.yaml', 'data/其他/c.yaml'));
    expect(told(listSources(root).findings)).toEqual([
      ['data/adoption', { code: 'source/unknown-file', nearest: 'data/adoptions' }],
      ['data/其他', { code: 'source/unknown-file', nearest: null }],
    ]);
  });
});

describe('names', () => {
  test.each([
    ['data/adoptions/2026/县医保局动态.yaml', null],
    ['data/adoptions/2026/0305 first item.yaml', 'data/adoptions/2026/0305-first-item.yaml'],
    ['data/adoptions/2026/0305-RenMin.yaml', 'data/adoptions/2026/0305-renmin.yaml'],
    ['data/adoptions/2026/0305_人民网.yaml', 'data/adoptions/2026/0305.yaml'],
    ['data/adoptions/2026/\uff21\uff11.yaml', 'data/adoptions/2026/a1.yaml'],
    ['data/adoptions/2026/caf\u00e9.yaml', 'data/adoptions/2026/cafe.yaml'],
    ['policies/County 2021.yaml', 'policies/county-2021.yaml'],
  ])('%s', (path, proposal) => {
    const { sources, findings } = readSources(temporaryRoot(records(path)));
    expect(sources).toEqual([]);
    expect(told(findings)).toEqual([[path, { code: 'source/file-name', proposal }]]);
  });
});

test('two names that a person or another disk takes for one are both named', () => {
  const [upper, lower] = ['data/adoptions/2026/Item.yaml', 'data/adoptions/2025/item.yaml'];
  const root = temporaryRoot(records(upper, lower, 'data/incidents/item.yaml'));
  const { paths, findings } = listSources(root);
  expect(paths).toEqual([lower, 'data/incidents/item.yaml']);
  expect(told(findings)).toEqual([
    [upper, { code: 'source/file-name', proposal: 'data/adoptions/2026/item.yaml' }],
    [lower, { code: 'ledger/ids-alike', id: 'item', twin: 'Item', other: { file: upper, path: [] } }],
    [upper, { code: 'ledger/ids-alike', id: 'Item', twin: 'item', other: { file: lower, path: [] } }],
  ]);
});

describe('what cannot be read', () => {
  test('a link out of the folder, of a file, of a folder, and to nowhere', () => {
    const root = temporaryRoot(records('outside/secret.yaml'));
    for (const [name, target] of Object.entries({ 'a.yaml': 'outside/secret.yaml', folder: 'outside', 'gone.yaml': 'nowhere' })) {
      mkdirSync(join(root, 'data/adoptions'), { recursive: true });
      symlinkSync(join(root, target), join(root, 'data/adoptions', name));
    }
    const { sources, findings } = readSources(root);
    expect(sources).toEqual([]);
    expect(told(findings)).toEqual(['a.yaml', 'folder', 'gone.yaml'].map((name) => [`data/adoptions/${name}`, { code: 'source/symbolic-link' }]));
  });
  test('a link put there after the listing', () => {
    const root = temporaryRoot(records('outside/secret.yaml'));
    symlinkSync(join(root, 'outside/secret.yaml'), join(root, 'data/site.yaml'));
    expect(sourceReader(root)('data/site.yaml')).toMatchObject({ text: undefined, findings: [{ code: 'source/unreadable', detail: 'ELOOP' }] });
  });
  test('data/ that is a link, or not there', () => {
    const root = temporaryRoot(records('outside/site.yaml'));
    for (const folder of ['data', 'policies']) rmSync(join(root, folder), { recursive: true });
    symlinkSync(join(root, 'outside'), join(root, 'data'));
    expect(told(readSources(root).findings)).toEqual([
      ['data', { code: 'source/symbolic-link' }],
      ['policies', { code: 'source/missing-file' }],
    ]);
  });
  test('data/ that is a file', () => {
    const root = temporaryRoot();
    rmSync(join(root, 'data'), { recursive: true });
    place(root, 'data', 'a: 1');
    expect(told(readSources(root).findings)).toEqual([['data', { code: 'source/unreadable', detail: 'ENOTDIR' }]]);
  });
  test('a file that vanished, a folder in its place', () => {
    const root = temporaryRoot(records('data/units.yaml/x'));
    const read = sourceReader(root);
    expect(told(read('data/site.yaml').findings)).toEqual([['data/site.yaml', { code: 'source/unreadable', detail: 'ENOENT' }]]);
    expect(told(read('data/units.yaml').findings)).toEqual([['data/units.yaml', { code: 'source/unreadable', detail: 'EISDIR' }]]);
  });
  test.skipIf(process.platform === 'win32')('a pipe', () => {
    const root = temporaryRoot();
    execFileSync('mkfifo', [join(root, 'data/site.yaml')]);
    expect(told(readSources(root).findings)).toEqual([['data/site.yaml', { code: 'source/unreadable', detail: 'not a file' }]]);
  });
  test('a file that is too large, and one that is just not', () => {
    const root = temporaryRoot({ 'data/site.yaml': 'x'.repeat(SIZE_LIMIT), 'data/units.yaml': 'x'.repeat(SIZE_LIMIT + 1) });
    const { sources, findings } = readSources(root);
    expect(sources.map(({ path, text }) => [path, text.length])).toEqual([['data/site.yaml', SIZE_LIMIT]]);
    expect(told(findings)).toEqual([['data/units.yaml', { code: 'source/too-large', bytes: SIZE_LIMIT + 1, limit: SIZE_LIMIT }]]);
  });
});

test('a long file before a short one leaves nothing of itself behind', () => {
  const { sources } = readSources(temporaryRoot({ 'data/people.yaml': 'x'.repeat(5000), 'data/site.yaml': 'a: 1' }));
  expect(sources[1]?.text).toBe('a: 1');
});

test('the text to show a finding in is whatever can be shown', () => {
  const root = temporaryRoot({ 'data/site.yaml': Uint8Array.of(0x61, 0xff), 'data/units.yaml': 'x'.repeat(SIZE_LIMIT + 1) });
  symlinkSync(join(root, 'data/site.yaml'), join(root, 'data/people.yaml'));
  expect(['data/site.yaml', 'data/units.yaml', 'data/people.yaml', 'data', 'data/nothing.yaml'].map((path) => readToShow(root, path))).toEqual([
    'a\ufffd',
    null,
    null,
    null,
    null,
  ]);
});
