/** The file that the filing page loads, and the page itself: what is open to the public, and nothing else. */
import { describe, expect, test } from 'vitest';
import { filingData } from '../../../src/site/filing/extract.ts';
import { sitePages } from '../../../src/site/site.ts';
import { LANGUAGES } from '../../../src/words/speech.ts';
import { changed, SECRETS, type Values, viewOf, world } from '../world.ts';
import { ask, engineOf } from './desk.ts';

const textOf = (values: Values = world()): string => JSON.stringify(filingData(viewOf(values)));
const leakedIn = (text: string, but: readonly string[] = []): string[] =>
  Object.values(SECRETS).filter((secret) => text.includes(secret) && !but.includes(secret));

test('no secret is in the file, nor what no view has', () => {
  const text = textOf();
  expect(text).toContain('门诊统筹落地见效');
  expect(leakedIn(text)).toEqual([]);
  expect(['contact', 'git', 'note', 'opinion', 'proof', 'reason', 'detail', 'roles'].filter((key) => text.includes(`"${key}":`))).toEqual([]);
});

test.each(LANGUAGES)('nor on the page in %s', (language) => {
  const page = JSON.stringify(sitePages(viewOf(), language).filing());
  expect(page).toContain('file/');
  expect(leakedIn(page)).toEqual([]);
});

test('nor in anything that the engine answers', () => {
  const engine = engineOf();
  const everything = [
    ...(['units', 'people', 'outlets', 'submissions', 'obligations'] as const).map((register) =>
      engine.choices.find({ register, text: '', unit: '' }),
    ),
    ask(engine, 'submission', { title: SECRETS.hiddenTitle.slice(0, -1), unit: '待遇保障股', form: '综合', on: '2026-06-12' }),
  ];
  expect(leakedIn(JSON.stringify(everything), [])).toEqual([]);
});

describe('an installation decides', () => {
  test('without persons there is none, and authors are typed', () => {
    const text = textOf(changed('data/site.yaml', { public: { people: false } }));
    expect(['陈一', '林二', '莫三', '"lin"', '"mo"'].filter((name) => text.includes(name))).toEqual([]);
    const page = sitePages(viewOf(changed('data/site.yaml', { public: { people: false } })), 'zh').filing();
    expect(page.hasPeople).toBe(false);
  });

  test('with the register of outlets open every outlet is there, and still nothing of hidden items', () => {
    const text = textOf(changed('data/site.yaml', { public: { outlets: true } }));
    expect(text).toContain(SECRETS.outlet);
    expect(leakedIn(text, [SECRETS.outlet, SECRETS.outletId])).toEqual([]);
  });

  test('where the office names a mail box, that alone is there', () => {
    expect(textOf(changed('data/site.yaml', { office: { email: 'news@nandu.example' } }))).toContain('news@nandu.example');
  });
});

test('what was filed long ago is not offered', () => {
  const text = JSON.stringify(filingData(viewOf(world(), '2029-01-01' as never)));
  expect(text.includes('门诊统筹落地见效')).toBe(false);
});
