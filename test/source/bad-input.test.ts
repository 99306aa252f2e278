/** Every bad input that we promise to survive: its finding, its file, its line and column; and the good record beside it is read all the same. */
import { closeSync, ftruncateSync, openSync, symlinkSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { nearest } from '../../src/ledger/nearest.ts';
import { shape } from '../../src/ledger/shape.ts';
import { WrittenAdoption } from '../../src/ledger/written/records.ts';
import { type Finding, inReadingOrder } from '../../src/model/finding.ts';
import { readSources, readToShow } from '../../src/rim/disk.ts';
import { positionOfFinding } from '../../src/source/locate.ts';
import { parse } from '../../src/source/parse.ts';
import { place, temporaryRoot } from '../rim/temporary-root.ts';

const GOOD = 'data/adoptions/2026/good.yaml';
const BAD = 'data/adoptions/2026/bad.yaml';
const good = 'submission: a\noutlet: 人民网\non: 2026-03-05\n';
const utf8 = (text: string) => new TextEncoder().encode(text);

/** The whole walk from the disk to checked records: the paths of the records, and each finding as `file:line:column code` with its facts. */
function check(root: string): { records: string[]; findings: Finding[]; told: string[] } {
  const { sources, findings } = readSources(root);
  const read = sources.map(({ path, text }) => {
    const parsed = parse(path, text);
    const shaped = parsed.value === undefined ? null : shape(WrittenAdoption, parsed.value, { file: path, path: [] });
    return { path, value: shaped?.value, findings: [...parsed.findings, ...(shaped?.findings ?? [])] };
  });
  const all = inReadingOrder([...findings, ...read.flatMap((one) => one.findings)]);
  return { records: read.filter(({ value }) => value !== undefined).map(({ path }) => path), findings: all, told: all.map((one) => tell(root, one)) };
}

function tell(root: string, finding: Finding): string {
  const text = readToShow(root, finding.at.file);
  const { line, column } = text === null ? { line: 1, column: 1 } : positionOfFinding(text, finding);
  return `${finding.at.file}:${line}:${column} ${finding.code}`;
}

/** Checks a root with a good record and one bad file. */
function checkBad(content: string | Uint8Array, file = BAD) {
  const result = check(temporaryRoot({ [GOOD]: good, [file]: content }));
  return { ...result, survivors: result.records };
}

test.each([
  ['broken YAML: a list that does not end', 'submission: a\nproof: [b, c\noutlet: d\non: 2026-03-05\n', ['3:1 source/syntax']],
  ['broken YAML: a quote that does not end', 'submission: a\noutlet: "人民网\non: 2026-03-05\n', ['2:9 source/syntax']],
  ['broken YAML: a colon inside a title', 'submission: a\nnote: 通知: 关于\n', ['2:7 source/syntax']],
  ['broken YAML: two faults are both told', 'submission: @a\noutlet: `b`\n', ['1:13 source/syntax', '2:9 source/syntax']],
  ['tabs', 'submission: a\nproof:\n\t- b\n', ['3:1 source/tab']],
  ['duplicate keys', `${good}outlet: 新华网\n`, ['4:1 source/duplicate-key']],
  ['unknown keys', `${good}outlte: 新华网\n`, ['4:1 schema/unknown-key']],
  ['missing keys, at the block that lacks them', '# 采用\nsubmission: a\non: 2026-03-05\n', ['2:1 schema/missing-key']],
  ['wrong types', `${good}length: 三百\nprint: 是\n`, ['4:9 schema/wrong-type', '5:8 schema/wrong-type']],
  ['a list where a mapping is wanted', '- a\n', ['1:1 schema/wrong-type']],
  ['an impossible day', 'submission: a\noutlet: b\non: 2026-02-30\n', ['3:5 schema/impossible-day']],
  ['a time where a day is wanted', 'submission: a\noutlet: b\non: 2026-03-05 10:00\n', ['3:5 schema/time-where-day']],
  ['a day in another form', 'submission: a\noutlet: b\non: 20260305\n', ['3:5 schema/not-a-day']],
  ['an empty file', '', ['1:1 source/empty']],
  ['a file of comments only', '# 待填\n', ['1:1 source/empty']],
  ['a binary file', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0x0d, 0xff, 0), ['1:1 source/binary']],
  ['GBK', Uint8Array.of(...utf8('submission: a\noutlet: '), 0xc8, 0xcb, 0xc3, 0xf1, 0x0a), ['2:9 source/not-utf-8']],
  ['UTF-16', Uint8Array.of(0xff, 0xfe, 0x61, 0, 0x3a, 0, 0x20, 0, 0x31, 0), ['1:1 source/not-utf-8']],
  ['very deep nesting', `proof: ${'['.repeat(60)}${']'.repeat(60)}`, ['1:47 source/too-deep']],
])('%s', (_, content, expected) => {
  const { told, survivors } = checkBad(content);
  expect(told).toEqual(expected.map((place) => `${BAD}:${place}`));
  expect(survivors).toEqual([GOOD]);
});

test('nesting without end neither crashes nor takes long', () => {
  for (const monster of ['[', '- ', '{a: ', '? ', '!!map {']) {
    const { findings, survivors } = checkBad(`proof: ${monster.repeat(100_000)}`);
    expect(findings.length).toBeGreaterThan(0);
    expect(survivors).toEqual([GOOD]);
  }
});

test('a byte-order mark and CRLF are warned of, the record is used, and later findings keep their place', () => {
  expect(checkBad(`\ufeff${good}`)).toMatchObject({ told: [`${BAD}:1:1 source/byte-order-mark`], survivors: [BAD, GOOD] });
  expect(checkBad(good.replaceAll('\n', '\r\n'))).toMatchObject({ told: [`${BAD}:1:14 source/carriage-return`], survivors: [BAD, GOOD] });
  const { told } = checkBad(`\ufeff${good.replaceAll('\n', '\r\n')}outlte: x\r\n`);
  expect(told).toEqual([`${BAD}:1:1 source/byte-order-mark`, `${BAD}:1:14 source/carriage-return`, `${BAD}:4:1 schema/unknown-key`]);
});

test('facts for the words: the nearest key, the day in a time, the day in another form, the encoding', () => {
  const fact = (content: string | Uint8Array) => checkBad(content).findings[0];
  expect(fact(`${good}outlte: x\n`)).toMatchObject({ name: 'outlte', nearest: 'outlet' });
  expect(fact('submission: a\noutlet: b\non: 2026-03-05 10:00\n')).toMatchObject({ day: '2026-03-05' });
  expect(fact('submission: a\noutlet: b\non: 2026/3/5\n')).toMatchObject({ proposal: '2026-03-05' });
  expect(fact(Uint8Array.of(0x61, 0x3a, 0x20, 0xc8, 0xcb, 0x0a))).toMatchObject({ guess: 'GBK' });
});

test('an alias bomb is refused at its first anchor, fast and without being unfolded', () => {
  const level = (number: number) => `l${number}: &l${number} [${Array.from({ length: 9 }, () => `*l${number - 1}`).join(', ')}]\n`;
  const bomb = `l0: &l0 [a]\n${Array.from({ length: 60 }, (_, index) => level(index + 1)).join('')}`;
  const start = performance.now();
  const { told, survivors } = checkBad(bomb);
  expect(performance.now() - start).toBeLessThan(2000);
  expect(told.slice(0, 3)).toEqual([`${BAD}:1:5 source/not-in-dialect`, ...[5, 10].map((column) => `${BAD}:2:${column} source/not-in-dialect`)]);
  expect(told).toHaveLength(50);
  expect(survivors).toEqual([GOOD]);
});

test('a file of 50 MB is refused unread', () => {
  const root = temporaryRoot({ [GOOD]: good });
  const size = 50 * 1024 * 1024;
  place(root, BAD, '');
  const file = openSync(join(root, BAD), 'w');
  writeSync(file, 'submission: a\n');
  ftruncateSync(file, size);
  closeSync(file);
  const { told, records, findings } = check(root);
  expect(told).toEqual([`${BAD}:1:1 source/too-large`]);
  expect(findings[0]).toMatchObject({ bytes: size });
  expect(records).toEqual([GOOD]);
});

test('a symbolic link out of the data folder is not followed', () => {
  const root = temporaryRoot({ [GOOD]: good, 'elsewhere.yaml': good });
  symlinkSync(join(root, 'elsewhere.yaml'), join(root, BAD));
  expect(check(root)).toMatchObject({ told: [`${BAD}:1:1 source/symbolic-link`], records: [GOOD] });
});

test.each(['县医保局动态', '0305 人民网', 'Bad', 'cafe\u0301'])('the file name %s is refused, with a proposal where there is one', (name) => {
  const file = `data/adoptions/2026/${name}.yaml`;
  expect(checkBad(good, file)).toMatchObject({ told: [`${file}:1:1 source/file-name`], survivors: [GOOD] });
});

test('ids that differ only in case or normalisation form are both located', () => {
  const files = ['data/adoptions/2026/cafe\u0301.yaml', 'data/adoptions/2026/caf\u00e9.yaml'];
  const { told } = check(temporaryRoot(Object.fromEntries(files.map((file) => [file, good]))));
  expect(told).toEqual(files.flatMap((file) => [`${file}:1:1 ledger/ids-alike`, `${file}:1:1 source/file-name`]));
  expect(checkBad(good, GOOD.replace('good', 'Good')).told).toEqual([
    `${GOOD.replace('good', 'Good')}:1:1 ledger/ids-alike`,
    `${GOOD.replace('good', 'Good')}:1:1 source/file-name`,
    `${GOOD}:1:1 ledger/ids-alike`,
  ]);
});

test('a name in half or full width finds its other form', () => {
  expect(nearest('人民日报(海外版)', ['人民日报', '人民日报\uff08海外版\uff09'])).toBe('人民日报\uff08海外版\uff09');
  expect(nearest('\uff23\uff23\uff34\uff36-\uff11', ['CCTV-13', 'CCTV-1'])).toBe('CCTV-1');
});
