/** Which texts are Chinese throughout. */
import { expect, test } from 'vitest';
import { isChinese } from '../../src/words/tongue.ts';

test.each([
  '湛江日报',
  '四(一)1–5',
  '2026年第 10 期',
  'XX县医疗保障局新闻报道工作办法',
  '医保 DIP 改革：“三医”联动',
  '南渡医保app上线',
  '2026-05-13 · 待遇股',
])('%s is', (text) => expect(isChinese(text)).toBe(true));

test.each([
  '',
  'Ranking',
  '2026-05-13',
  'Adopted by 湛江日报 (综合)',
  'At the top: 办公室, 监管股',
  '办公室 · April 2025',
  '综合 (reprint)',
  'a 综合',
])('%s is not', (text) => expect(isChinese(text)).toBe(false));
