/** Verdicts from what the caller could find out; the real Git is in test/cli/verify.test.ts. Points by county-2021. */
import { describe, expect, test } from 'vitest';
import { bulletinText } from '../../src/bulletin/text.ts';
import { asIssued, type Correction, computedPart, type Held, type Origin, type Proof, verify, writtenIn } from '../../src/bulletin/verify.ts';
import { sealOf } from '../../src/ledger/bulletins.ts';
import type { WrittenBulletin } from '../../src/ledger/written/bulletin.ts';
import { bureau } from '../support/bureau.ts';
import { issue, officeOf } from './office.ts';

const office = officeOf(bureau());
const [march, april] = [issue(office, '2026-03'), issue(office, '2026-04')];

const fileOf = (id: string): string => `data/bulletins/${id}.yaml`;
const origin = (commit: string, text: string, more: Partial<Extract<Origin, { state: 'issued' }>> = {}): Origin => ({
  state: 'issued',
  commit,
  text,
  edits: [],
  later: [],
  withdrawn: [],
  ...more,
});
const held = (bulletin: WrittenBulletin, commit: string): Held => {
  const text = bulletinText(bulletin);
  return { file: fileOf(bulletin.period), now: text, origin: origin(commit, text) };
};
const both = [held(march, 'c1'), held(april, 'c2')];

/** A caller who finds everything as it was issued. */
const proof = (more: Partial<Proof> = {}): Proof => ({
  program: '1.0.0',
  attempts: ({ period }, commit) => [{ commit, written: period === '2026-03' ? march : april }],
  touchedBy: () => new Set(),
  corrections: [],
  ...more,
});

const verdicts = (all: readonly Held[], asked: Proof = proof()) => verify(all, asked).bulletins.map(({ id, verdict }) => [id, verdict]);

const CORRECTION: Correction = {
  corrects: '2026-03',
  published: null,
  unit: 'jijin',
  points: '3',
  ledger: '积分',
  clause: '四(一)3',
  item: '0305-a',
  causes: [{ what: 'added', file: 'data/adoptions/2026/b.yaml' }],
};

test('all is as it was issued, in whatever order the files come', () => {
  expect(verdicts(both)).toEqual([
    ['2026-03', 'identical'],
    ['2026-04', 'identical'],
  ]);
  expect(verify(both.toReversed(), proof())).toEqual(verify(both, proof()));
});

test('corrections belong to the bulletin whose days they correct, and to what contains it, unless it has them already', () => {
  const quarter = issue(office, '2026-Q1');
  const corrections = [CORRECTION, { ...CORRECTION, published: '2026-04' }];
  const { bulletins } = verify([...both, held(quarter, 'c3')], proof({ corrections, attempts: () => [{ commit: 'c', written: quarter }] }), [
    '2026-Q1',
    '2026-04',
  ]);
  expect(bulletins.map(({ id, corrections: own }) => [id, own.map(({ published }) => published)])).toEqual([
    ['2026-Q1', [null, '2026-04']],
    ['2026-04', []],
  ]);
});

describe('a computation', () => {
  const otherwise: WrittenBulletin = { ...march, published: { ...march.published, totals: { ...march.published.totals, points: 99 } } };

  test('from an earlier commit proves it too', () => {
    const attempts: Proof['attempts'] = (bulletin, commit) => [
      { commit, written: otherwise },
      { commit: 'earlier', written: bulletin },
    ];
    expect(verify([held(march, 'c1')], proof({ attempts })).bulletins[0]).toMatchObject({ verdict: 'identical', computedFrom: 'earlier' });
  });

  test('that gives other figures speaks against it, with the first attempt’s differences', () => {
    const attempts: Proof['attempts'] = (_, commit) => [{ commit, written: otherwise }];
    expect(verify([held(march, 'c1')], proof({ attempts })).bulletins[0]).toMatchObject({
      verdict: 'tampered',
      computedFrom: null,
      tampering: [{ code: 'not-reproduced', commit: 'c1', changes: [{ path: 'published.totals.points', before: 99, after: 13 }] }],
    });
  });

  test('by another version proves nothing either way', () => {
    const attempts: Proof['attempts'] = (_, commit) => [{ commit, written: otherwise }];
    expect(verify([held(march, 'c1')], proof({ attempts, program: '2.0.0' })).bulletins[0]).toMatchObject({
      verdict: 'unverified',
      unproved: [{ code: 'other-program', version: '1.0.0', commit: 'c1' }],
    });
  });

  test('stops at the first that agrees', () => {
    let asked = 0;
    const attempts: Proof['attempts'] = function* (bulletin, commit) {
      for (;;) {
        asked++;
        yield { commit, written: bulletin };
      }
    };
    verify([held(march, 'c1')], proof({ attempts }));
    expect(asked).toBe(1);
  });

  test('is held against everything but the office’s words, the version and the commits of causes', () => {
    const words: WrittenBulletin = { ...march, document: { ...march.document, office: '局办公室' }, evidence: { ...march.evidence, program: '9' } };
    expect(computedPart(words)).toEqual(computedPart(march));
    expect(computedPart(otherwise)).not.toEqual(computedPart(march));
  });
});

describe('taken as issued', () => {
  test('what was changed since counts as it was, what is gone and still cited too', () => {
    const changed = { ...march, credits: [] };
    const forged: Held = { ...both[0], now: bulletinText({ ...changed, seal: sealOf(changed) }) } as Held;
    expect(asIssued([forged, both[1] as Held]).map(({ written: { credits } }) => credits.length)).toEqual([
      march.credits.length,
      april.credits.length,
    ]);
    expect(asIssued([{ ...forged, now: null }, both[1] as Held]).map(({ id }) => id)).toEqual(['2026-03', '2026-04']);
  });

  test('what was taken back does not count, nor what is no bulletin', () => {
    const [first, last] = both as [Held, Held];
    expect(asIssued([first, { ...last, now: null }]).map(({ id }) => id)).toEqual(['2026-03']);
    const stray: Held = { file: 'data/bulletins/notes.yaml', now: 'a: 1\n', origin: { state: 'uncommitted', withdrawn: [] } };
    expect(asIssued([first, stray]).map(({ id }) => id)).toEqual(['2026-03']);
    expect(verdicts([stray])).toEqual([['notes', 'unverified']]);
  });

  test('without history the file itself counts', () => {
    const bare = both.map((one): Held => ({ ...one, origin: { state: 'unknown', why: { code: 'no-git' } } }));
    expect(asIssued(bare).map(({ id }) => id)).toEqual(['2026-03', '2026-04']);
    expect(verdicts(bare)).toEqual([
      ['2026-03', 'unverified'],
      ['2026-04', 'unverified'],
    ]);
  });
});

test('a text is a bulletin or nothing', () => {
  expect(writtenIn(fileOf('2026-03'), bulletinText(march))).toEqual(march);
  expect([null, '', '[', 'period: 2026-03\n'].map((text) => writtenIn(fileOf('2026-03'), text))).toEqual([null, null, null, null]);
});
