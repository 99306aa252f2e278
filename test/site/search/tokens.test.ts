/** How text is cut and compared: Chinese by pairs of signs, everything else by words and numbers. */
import { expect, test } from 'vitest';
import { excerpt, hasAll, marked, runsOf, termsOf, tokensOf } from '../../../src/site/search/tokens.ts';

test('two signs side by side are a token, and the last sign of a run is one', () => {
  expect(tokensOf('门诊统筹')).toEqual(['门诊', '诊统', '统筹', '筹']);
  expect(tokensOf('药')).toEqual(['药']);
});

test('no token bridges punctuation, blanks or a change of script', () => {
  expect(tokensOf('进门诊，统筹好')).toEqual(['进门', '门诊', '诊', '统筹', '筹好', '好']);
  expect(tokensOf('DIP付费 2.0版')).toEqual(['dip', '付费', '费', '2', '0', '版']);
});

test('full width is half width, and capitals are small letters', () => {
  expect(tokensOf('ＤＩＰ２０２５年')).toEqual(['dip', '2025', '年']);
  expect(runsOf('《ＤＩＰ》 改革！')).toEqual(['dip', '改革']);
});

test('a question asks for pairs alone; a single sign is the beginning of one', () => {
  expect(termsOf('门诊统筹')).toEqual(['门诊', '诊统', '统筹']);
  expect(termsOf('药 DIP')).toEqual(['药', 'dip']);
});

test('signs outside the first plane of Unicode are not torn apart', () => {
  expect(tokensOf('𠮷野家')).toEqual(['𠮷野', '野家', '家']);
});

test('every run of a question has to stand in a text, unbroken', () => {
  expect(hasAll(['门诊', '湛江'], ['门诊统筹落地', '湛江日报'])).toBe(true);
  expect(hasAll(['诊统'], ['门诊,统筹'])).toBe(false);
  expect(hasAll(['门诊', '海口'], ['门诊统筹落地', '湛江日报'])).toBe(false);
});

test('what is hit is marked in the text as it is written', () => {
  expect(marked('推进ＤＩＰ付费', ['dip'])).toEqual([
    { text: '推进', hit: false },
    { text: 'ＤＩＰ', hit: true },
    { text: '付费', hit: false },
  ]);
  // ㎡ is one sign as it is written and two as it is compared.
  expect(marked('新增12㎡窗口', ['窗口'])).toEqual([
    { text: '新增12㎡', hit: false },
    { text: '窗口', hit: true },
  ]);
  expect(marked('药药药', ['药药'])).toEqual([{ text: '药药药', hit: true }]);
  expect(marked('', ['药'])).toEqual([]);
});

test('of a long text the part around the first hit is shown', () => {
  const text = `${'前'.repeat(60)}目标${'后'.repeat(60)}`;
  expect(excerpt(text, ['目标'], 30)).toBe(`…${'前'.repeat(10)}目标${'后'.repeat(18)}…`);
  expect(excerpt(text, ['没有'], 30)).toBe(`${'前'.repeat(30)}…`);
  expect(excerpt(text, ['后后'], 200)).toBe(text);
});
