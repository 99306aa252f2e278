import { describe, expect, test } from 'vitest';
import type { Fault } from '../../src/model/finding.ts';
import { saidOf, sentenceFor, wordsFor } from '../../src/words/findings.ts';
import { LANGUAGES, listed, quoted } from '../../src/words/speech.ts';
import { SAMPLES } from './faults.ts';

const all: readonly Fault[] = Object.values(SAMPLES).flat();

describe('every fault has words in both languages', () => {
  test.each(all.map((fault) => [fault.code, fault] as const))('%s', (_, fault) => {
    for (const language of LANGUAGES) {
      const { what, remedy } = wordsFor(fault, language);
      for (const sentence of [what, remedy]) {
        expect(sentence).toMatch(language === 'zh' ? /。$/ : /\.$/);
        expect(sentence).not.toMatch(/undefined|\[object|NaN|null|\n/);
      }
    }
    const { zh, en } = saidOf(fault);
    expect(zh.what).toMatch(/\p{Script=Han}/u);
    expect(en.what + en.remedy).toMatch(/[a-z]{3}/);
  });
});

test('the example of the house reads as it was promised', () => {
  expect(sentenceFor({ code: 'ledger/unknown-reference', to: 'outlet', named: '人民往', nearest: '人民网' }, 'zh')).toBe(
    '没有登记名为“人民往”的媒体。是不是“人民网”?如果是新媒体,请办公室先在 data/outlets.yaml 登记。',
  );
});

test('both sentences are told, with a space between the English ones', () => {
  expect(sentenceFor({ code: 'schema/missing-key', name: 'title' }, 'zh')).toBe('缺少必填的“title”。请补写一行“title: …”。');
  expect(sentenceFor({ code: 'schema/missing-key', name: 'title' }, 'en')).toBe('The key “title” is missing. Add a line “title: …”.');
});

test('sizes are told as people say them', () => {
  expect(wordsFor({ code: 'source/too-large', bytes: 52_428_800, limit: 1_048_576 }, 'en').what).toBe('The file has 50 MB; 1 MB are the most.');
  expect(wordsFor({ code: 'source/too-large', bytes: 2048, limit: 100 }, 'zh').what).toBe('文件有 2 KB,超过 100 B 的上限。');
});

test('what somebody wrote is repeated on one line and not at length', () => {
  expect(quoted('a\n  b')).toBe('“a b”');
  expect(quoted('长'.repeat(61))).toBe(`“${'长'.repeat(60)}…”`);
});

test('long lists say how many there are', () => {
  expect(listed(['a', 'b'], 2)).toEqual({ zh: 'a、b', en: 'a, b' });
  expect(listed(['a', 'b', 'c'], 2)).toEqual({ zh: 'a、b等 3 个', en: 'a, b and 1 more' });
});
