/** Texts of others in a report, and what has no name. */
import { expect, test } from 'vitest';
import { markdownOf, textOf } from '../../src/export/review/blocks.ts';
import { oneLine, plain, plainHtml } from '../../src/export/review/plain.ts';
import { cut } from '../../src/review/called.ts';
import { changesIn } from '../../src/review/change.ts';
import { labelOf } from '../../src/review/labels.ts';
import { noticeWords, REVIEW, troubleWords } from '../../src/words/review.ts';

test('a text is one line, without controls and marks of direction, and not longer than anybody reads', () => {
  expect(oneLine('甲\r\n\t乙\u0007\u202e丙')).toBe('甲 乙丙');
  expect(plain('长'.repeat(700))).toBe(`${'长'.repeat(600)}…`);
  expect(cut('门诊共济结算', 4)).toBe('门诊共济…');
});

test('what hosts make links of is broken, whatever stands around it', () => {
  expect(plain('@lin #12 !3 https://x www.x.cn :tada:')).toBe('@\u200Blin #\u200B12 !\u200B3 https:\u200B//x www\u200B.x.cn :\u200Btada:');
  expect(plain('50% 与 5 # 号')).toBe('50% 与 5 # 号');
  expect(plainHtml('<b> & "甲"')).toBe('&#60;b&#62; &#38; &#34;甲&#34;');
});

test('a line that begins like a list, a heading or a rule is none', () => {
  expect(
    markdownOf([
      { kind: 'line', parts: ['# 一'] },
      { kind: 'line', parts: ['1. 一'] },
      { kind: 'line', parts: ['---'] },
    ]),
  ).toBe('\\# 一\n\n1\\. 一\n\n\\---');
});

test('blocks as text: folded parts are indented, steps are numbered, what is called out is marked', () => {
  const blocks = [
    { kind: 'alert', title: '请先看', items: [['甲 ', { code: 'a.yaml' }]] },
    { kind: 'folded', summary: '2 件', blocks: [{ kind: 'list', numbered: true, items: [['一'], [{ strong: '二' }]] }] },
  ] as const;
  expect(textOf(blocks)).toBe('请先看\n! 甲 a.yaml\n\n2 件\n  1. 一\n  2. 二');
  expect(markdownOf(blocks)).toContain('<details><summary>2 件</summary>\n\n1. 一\n2. <b>二</b>\n\n</details>');
});

test('a key is called by the first words of its schema, or by itself', () => {
  expect(labelOf('adoptions', 'outlet')).toEqual({ zh: '采用媒体', en: 'Outlet' });
  expect(labelOf('indicators', 'kind').zh).not.toBe('');
  expect(labelOf('adoptions', 'nothing')).toEqual({ zh: 'nothing', en: 'nothing' });
});

test('a record that moved is told from one that went and another that came', () => {
  const [gone, came] = ['data/incidents/2026/a.yaml', 'data/incidents/2026/b.yaml'];
  const touched = (before: unknown, after: unknown) => [
    { file: gone, what: 'deleted', before, after: undefined } as const,
    { file: came, what: 'added', before: undefined, after } as const,
  ];
  expect(changesIn(touched({ unit: 'x' }, { unit: 'x' }))).toMatchObject([{ file: came, what: 'renamed', from: gone }]);
  expect(changesIn(touched({ unit: 'x' }, { unit: 'y' })).map(({ what }) => what)).toEqual(['deleted', 'added']);
  expect(changesIn(touched(undefined, undefined)).map(({ what }) => what)).toEqual(['deleted', 'added']);
});

test('sentences in both languages, singular and plural', () => {
  expect(REVIEW.earlier(1, 1).en).toBe('There was 1 before, 1 of which is mended.');
  expect(REVIEW.earlier(3, 2).en).toBe('There were 3 before, 2 of which are mended.');
  expect(REVIEW.morePeriods(1)).toEqual({ zh: '另有 1 个周期也有变化。', en: '1 more period changes too.' });
  expect(REVIEW.morePeriods(2).en).toBe('2 more periods change too.');
  expect(REVIEW.settingsCount(2).en).toBe('2 files of registers, settings or ordinances');
  expect(noticeWords({ code: 'ordinance', file: 'policies/a.yaml', what: 'changed', title: '甲办法', places: 2 }).en).toContain('in 2 places');
  expect(noticeWords({ code: 'register', file: 'data/plan/spots.yaml', register: 'plan', what: 'changed', entries: [] })).toEqual({
    zh: '修改宣传方案的登记。',
    en: 'a register of the publicity plan is changed.',
  });
  expect(troubleWords({ code: 'no-git' }).zh).toContain('没有 Git');
  expect(troubleWords({ code: 'refused', detail: 'dubious ownership' }).en).toContain('Git refuses to read this repository: dubious ownership.');
  expect(troubleWords({ code: 'no-common-commit', named: 'main', shallow: true }).zh).toContain('fetch-depth: 0');
});
