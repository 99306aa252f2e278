/** Words for what Git shows of approvals: every doubt says what is the matter and what helps, in both languages, and accuses nobody. */
import { expect, test } from 'vitest';
import type { Doubt } from '../../src/model/provenance.ts';
import { APPROVALS, doubtWords } from '../../src/words/approvals.ts';

const DOUBTS: Readonly<Record<Doubt['code'], Doubt>> = {
  'no-git': { code: 'no-git' },
  'no-repository': { code: 'no-repository' },
  'no-commit': { code: 'no-commit' },
  shallow: { code: 'shallow' },
  refused: { code: 'refused' },
  uncommitted: { code: 'uncommitted' },
  unsigned: { code: 'unsigned' },
  host: { code: 'host' },
  'self-declared': { code: 'self-declared', name: '陈海生' },
  stale: { code: 'stale', name: '陈海生', on: '2026-03-05' as never },
  stranger: { code: 'stranger', name: '陈海生' },
  ambiguous: { code: 'ambiguous', name: '陈海生' },
};

test.each(Object.values(DOUBTS))('$code', (doubt) => {
  const { zh, en } = doubtWords(doubt);
  for (const part of [zh.what, zh.remedy]) expect(part).toMatch(/\p{Script=Han}.*。$/u);
  for (const part of [en.what, en.remedy]) expect(part).toMatch(/^[A-Z].*\.$/);
  expect(zh.what + zh.remedy).not.toMatch(/未批准|没有批准/);
  if ('name' in doubt) expect([zh.what, en.what]).toEqual([expect.stringContaining('“陈海生”'), expect.stringContaining('“陈海生”')]);
});

test('somebody without a name is somebody', () => {
  const { zh, en } = doubtWords({ code: 'stale', name: null, on: '2026-03-05' as never });
  expect([zh.what, en.what]).toEqual(['某人签的是改动之前的内容（2026-03-05）。', 'What somebody signed (2026-03-05) was another text.']);
});

test('a step that nobody may take says where to look', () => {
  expect(APPROVALS.mayTake([]).zh).toMatch(/角色、单位和在职时间/);
  expect(APPROVALS.mayTake(['甲', '乙'])).toEqual({ zh: '可由 甲、乙 办理', en: '甲, 乙 may take it' });
});
