import { describe, expect, test } from 'vitest';
import type { Tampering, Unproved } from '../../src/model/verification.ts';
import { tamperingWords, unprovedWords, VERIFICATION } from '../../src/words/verify.ts';

const COMMIT = '0123456789abcdef0123456789abcdef01234567';
const changes = [{ path: 'published.totals.filed', before: 1, after: 7 }];

const TAMPERING: readonly Tampering[] = [
  { code: 'deleted', by: [COMMIT, null], cited: ['2026-02'] },
  { code: 'changed', by: [COMMIT], changes },
  { code: 'changed', by: [], changes: [{ path: 'document.office', before: '甲', after: '乙' }] },
  { code: 'changed', by: [null], changes: [] },
  { code: 'unreadable' },
  { code: 'misnamed', period: '2026-02' },
  { code: 'seal-broken' },
  { code: 'chain-broken', cited: ['2026-02'] },
  { code: 'not-reproduced', commit: COMMIT, changes },
  { code: 'false-cause', commit: COMMIT, file: 'data/units.yaml' },
];
const UNPROVED: readonly Unproved[] = [
  { code: 'no-git' },
  { code: 'no-repository' },
  { code: 'no-commit' },
  { code: 'shallow' },
  { code: 'refused', detail: 'dubious ownership' },
  { code: 'uncommitted' },
  { code: 'not-understood' },
  { code: 'no-records', commit: COMMIT },
  { code: 'other-program', version: '0.0.9', commit: COMMIT, changes },
  { code: 'unknown-commit', commit: COMMIT, file: 'data/units.yaml' },
];

describe('whole sentences in both languages, what is the matter and what to do', () => {
  test.each([
    ...TAMPERING.map((fact) => [fact.code, tamperingWords(fact, 'data/bulletins/2026-01.yaml')] as const),
    ...UNPROVED.map((fact) => [fact.code, unprovedWords(fact)] as const),
  ])('%s', (_code, { zh, en }) => {
    for (const said of [zh.what, zh.remedy]) expect(said).toMatch(/^\S.*(。|ownership)$/su);
    for (const said of [en.what, en.remedy]) expect(said).toMatch(/^[A-Z].*(\.|ownership)$/su);
    expect(`${en.what}${en.remedy}`).not.toMatch(/[\u4e00-\u9fff]/u);
    expect(JSON.stringify([zh, en])).not.toMatch(/undefined|\[object/u);
  });
});

test('commits are named by ten digits, a change that is not committed as that', () => {
  const { zh, en } = tamperingWords({ code: 'deleted', by: [COMMIT, null], cited: ['2026-02', '2026-03'] }, 'data/bulletins/2026-01.yaml');
  expect(zh.what).toBe('签发之后被删除(提交 0123456789、尚未提交的改动),而后面的通报 2026-02、2026-03 以它为依据。');
  expect(en.what).toBe(
    'It was deleted after it had been issued (commit 0123456789, a change that is not committed), and the bulletin of 2026-02, 2026-03 rests on it.',
  );
});

test('the count says only what there is', () => {
  expect(VERIFICATION.tally({ identical: 10, corrected: 1, tampered: 0, unverified: 1 })).toEqual({
    zh: '共 12 期:10 期一致,1 期有更正,1 期未能核验。',
    en: '12 in all: 10 identical, 1 corrected, 1 unverified.',
  });
});
