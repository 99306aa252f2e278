import { expect, test } from 'vitest';
import type { Verification, Verified } from '../../src/bulletin/verify.ts';
import { type Notes, verificationJson, verificationText } from '../../src/export/verification.ts';
import type { Day } from '../../src/model/day.ts';

const COMMIT = 'a'.repeat(40);
const notes: Notes = { asOf: '2026-06-30' as Day, head: COMMIT, noteOf: () => null, nameOf: (unit) => unit };

const one: Verified = {
  id: '2026-01',
  verdict: 'tampered',
  origin: { state: 'issued', commit: COMMIT, text: '', edits: [], later: [null], withdrawn: ['b'.repeat(40)] },
  computedFrom: null,
  tampering: [
    {
      code: 'changed',
      by: [null],
      changes: [
        { path: '', before: '字'.repeat(100), after: 2 },
        ...Array.from({ length: 22 }, (_, row) => ({ path: `credits.${row}`, before: row })),
      ],
    },
  ],
  unproved: [{ code: 'unknown-commit', commit: COMMIT, file: 'data/units.yaml' }],
  corrections: [{ corrects: '2026-01', published: null, unit: 'fuwu', points: '-20', ledger: '稿酬', clause: null, item: null, causes: [] }],
};
const verification: Verification = {
  bulletins: [one, { ...one, id: '2026-02', origin: { state: 'uncommitted', withdrawn: [] } }],
  withdrawn: [{ id: '2026-03', by: null }],
};

test('long lists and long values are cut, and what is cut is counted', () => {
  const text = verificationText(verification, notes);
  expect(text).toContain(`    ·  "${'字'.repeat(79)}… → 2\n`);
  expect(text).toContain('    credits.18  18 → (无)(none)\n    另有 3 处,见 --format json\n    3 more, see --format json\n');
  expect(text).not.toContain('credits.19');
});

test('an account of its own is named, a correction without a clause has none', () => {
  expect(verificationText(verification, notes)).toContain(
    '更正,待下期公布:fuwu -20 稿酬\n  correction, waiting for the next bulletin: fuwu -20 稿酬\n',
  );
});

test('earlier issues, and what was taken back and is not committed', () => {
  const text = verificationText(verification, notes);
  expect(text).toContain('此前签发过又撤回:提交 bbbbbbbbbb');
  expect(text).toContain('2026-03 签发后撤回(尚未提交的改动)\n');
  expect(text).toMatch(/共 2 期:2 期被改动。\n2 in all: 2 tampered with.\n$/);
});

test('colours mark what is bad', () => {
  const paint = {
    strong: (text: string) => `<b>${text}</b>`,
    faint: String,
    error: (text: string) => `<e>${text}</e>`,
    warning: (text: string) => `<w>${text}</w>`,
  };
  const bad = verificationText(
    { ...verification, bulletins: [one, { ...one, verdict: 'unverified' }, { ...one, verdict: 'corrected' }] },
    notes,
    paint,
  );
  expect(bad).toContain('<b>2026-01</b>  <e>被改动 tampered with</e>\n');
  expect(bad).toContain('<b>2026-01</b>  <w>未能核验 unverified</w>\n');
  expect(bad).toContain('<b>2026-01</b>  有更正 corrected\n');
});

test('programs get everything', () => {
  const { bulletins, withdrawn } = JSON.parse(verificationJson(verification, notes));
  expect(bulletins[0].tampering[0].changes).toHaveLength(23);
  expect(bulletins.map(({ issued, reissued }: Record<string, unknown>) => [issued, reissued])).toEqual([
    [{ commit: COMMIT, edits: [] }, ['b'.repeat(40)]],
    [null, []],
  ]);
  expect(withdrawn).toEqual([{ period: '2026-03', by: null }]);
});
