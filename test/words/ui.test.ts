/** The strings of the site: each language in its own script. That no string is missing the compiler sees to. */
import { expect, test } from 'vitest';
import { ui } from '../../src/words/ui.ts';

/** All texts that are no functions, with the way to each. */
function* textsIn(value: unknown, path = ''): Generator<[path: string, text: string]> {
  if (typeof value === 'string') yield [path, value];
  if (typeof value === 'object' && value !== null) for (const [key, below] of Object.entries(value)) yield* textsIn(below, `${path}.${key}`);
}

test('English is free of Chinese, the name of the product aside', () => {
  const foreign = [...textsIn(ui('en'))].filter(([, text]) => /[\u3400-\u9fff\uff00-\uffef]/.test(text.replace('通报', '')));
  expect(foreign).toEqual([]);
});

test('Chinese has its own punctuation', () => {
  const halfWidth = [...textsIn(ui('zh'))].filter(([, text]) => /[\u3400-\u9fff][,:;!?()]|[,:;!?()][\u3400-\u9fff]/.test(text));
  expect(halfWidth).toEqual([]);
});
