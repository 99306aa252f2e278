import { expect, test } from 'vitest';
import type { Finding } from '../../src/model/finding.ts';
import { decode } from '../../src/source/decode.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const bytes = (...parts: (string | number[])[]) => Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...utf8(part)] : part)));
const faultOf = (input: Uint8Array) => {
  const { text, findings } = decode('f.yaml', input);
  expect(text).toBeUndefined();
  expect(findings).toHaveLength(1);
  const { at, ...fault } = findings[0] as Finding;
  expect(at).toEqual({ file: 'f.yaml', path: [] });
  return fault;
};

test('UTF-8 is read; a byte-order mark is kept for the parser to warn of', () => {
  expect(decode('f.yaml', utf8('标题: 😀\n'))).toEqual({ text: '标题: 😀\n', findings: [] });
  expect(decode('f.yaml', bytes([0xef, 0xbb, 0xbf], 'a: 1')).text).toBe('\ufeffa: 1');
  expect(decode('f.yaml', new Uint8Array())).toEqual({ text: '', findings: [] });
});

test('GBK is named, with the place of the first byte that is not UTF-8', () => {
  const gbk = [0xb1, 0xea, 0xcc, 0xe2]; // 标题
  expect(faultOf(bytes('a: 1\n', gbk, ': 2\n'))).toEqual({ code: 'source/not-utf-8', guess: 'GBK', offset: 5 });
});

test('a valid beginning is counted in characters, not bytes', () => {
  expect(faultOf(bytes('汉字😀', [0xff], 'a'))).toMatchObject({ code: 'source/not-utf-8', offset: 4 });
  expect(faultOf(bytes('汉', [0xe6, 0xb1]))).toMatchObject({ offset: 1 });
});

test('bytes of no encoding that we know are not guessed', () => {
  expect(faultOf(bytes('a', [0xff, 0xff, 0x80]))).toEqual({ code: 'source/not-utf-8', guess: null, offset: 1 });
});

test('UTF-16 is named, with and without its mark', () => {
  const little = (text: string) => [...text].flatMap((character) => [character.charCodeAt(0) & 0xff, character.charCodeAt(0) >> 8]);
  expect(faultOf(bytes([0xff, 0xfe], little('title: 标题\n')))).toEqual({ code: 'source/not-utf-8', guess: 'UTF-16', offset: 0 });
  expect(faultOf(bytes([0xfe, 0xff, 0, 0x61]))).toMatchObject({ guess: 'UTF-16' });
  expect(faultOf(bytes(little('title: a\n')))).toMatchObject({ guess: 'UTF-16' });
});

test('zeros make a file binary', () => {
  expect(faultOf(bytes('PK', [3, 4, 0, 0, 0, 0, 0, 7, 9, 200])).code).toBe('source/binary');
  expect(faultOf(bytes('a: b', [0], '\n')).code).toBe('source/binary');
});
