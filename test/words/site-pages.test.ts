/** The strings of calendar, outlets and open data: each language in its own script. That no string is missing the compiler sees to. */
import { describe, expect, test } from 'vitest';
import { calendarWords } from '../../src/words/calendar.ts';
import { copiedWords } from '../../src/words/copied.ts';
import { openDataWords } from '../../src/words/open-data.ts';
import { outletWords } from '../../src/words/outlets.ts';

/** All texts that are no functions, with the way to each. */
function* textsIn(value: unknown, path = ''): Generator<[path: string, text: string]> {
  if (typeof value === 'string') yield [path, value];
  if (typeof value === 'object' && value !== null) for (const [key, below] of Object.entries(value)) yield* textsIn(below, `${path}.${key}`);
}

describe.each(Object.entries({ calendarWords, outletWords, openDataWords, copiedWords }))('%s', (_, words) => {
  test('English is free of Chinese', () => {
    expect([...textsIn(words('en'))].filter(([, text]) => /[\u3400-\u9fff\uff00-\uffef]/.test(text))).toEqual([]);
  });

  test('Chinese has its own punctuation', () => {
    expect([...textsIn(words('zh'))].filter(([, text]) => /[\u3400-\u9fff][,:;!?()]|[,:;!?()][\u3400-\u9fff]/.test(text))).toEqual([]);
  });
});

test('days and counts as each language says them', () => {
  const [zh, en] = [calendarWords('zh'), calendarWords('en')];
  expect([0, 1, 2].map((days) => `${zh.left(days)} ${en.left(days)}`)).toEqual(['今天 today', '明天 tomorrow', '2 天 2 days']);
  expect([en.owing(1), en.owing(12), en.pastOf('2025', 1), en.pastOf('2025', 2)]).toEqual([
    '1 unit',
    '12 units',
    '2025 (1 entry)',
    '2025 (2 entries)',
  ]);
  expect(outletWords('en').lead(1, 2)).toBe('Who gets printed where: 2 adoptions by 1 outlet.');
});
