/** Issued bulletins held against their seals, their chain and each other: each fault with its code. */
import { beforeAll, describe, expect, test } from 'vitest';
import { openBulletins, sealOf } from '../../src/ledger/bulletins.ts';
import type { WrittenBulletin } from '../../src/ledger/written/bulletin.ts';
import { issue, officeOf } from '../bulletin/office.ts';
import { bureau } from '../support/bureau.ts';

let issued: Record<'2026-01' | '2026-02' | '2026-03' | '2026-Q1', WrittenBulletin>;
beforeAll(() => {
  const office = officeOf(bureau());
  issued = {
    '2026-01': issue(office, '2026-01'),
    '2026-02': issue(office, '2026-02'),
    '2026-03': issue(office, '2026-03'),
    '2026-Q1': issue(office, '2026-Q1'),
  };
});

const opened = (bulletins: Readonly<Record<string, WrittenBulletin>>) => {
  const { issued: kept, findings } = openBulletins(new Map(Object.entries(bulletins).map(([id, one]) => [`data/bulletins/${id}.yaml`, one])));
  return { kept: kept.map(({ id }) => id), findings: findings.map(({ at, ...fault }) => [at.file.slice(15, -5), fault]) };
};
const resealed = (bulletin: WrittenBulletin): WrittenBulletin => ({ ...bulletin, seal: sealOf(bulletin) });

describe('bulletins', () => {
  test('that were issued one after another have no fault, and stand in the order of their last days', () => {
    expect(opened(Object.fromEntries(Object.entries(issued).reverse()))).toEqual({
      kept: ['2026-01', '2026-02', '2026-03', '2026-Q1'],
      findings: [],
    });
  });

  test('may have their document changed before they are signed: the seal does not cover it', () => {
    const edited = { ...issued['2026-03'], document: { ...issued['2026-03'].document, requirements: '请各单位按时报送。' } };
    expect(sealOf(edited)).toBe(edited.seal);
  });

  test.each([
    ['a figure', (one: WrittenBulletin) => ({ ...one, published: { ...one.published, totals: { ...one.published.totals, filed: 9 } } })],
    ['a credit', (one: WrittenBulletin) => ({ ...one, credits: [...one.credits, ...issued['2026-03'].credits] })],
    [
      'a hash',
      (one: WrittenBulletin) => ({ ...one, evidence: { ...one.evidence, files: { ...one.evidence.files, 'data/units.yaml': '0'.repeat(64) } } }),
    ],
  ])('with %s changed are not used, and the next one says that it rests on nothing', (_, change) => {
    const { kept, findings } = opened({ ...issued, '2026-02': change(issued['2026-02']) });
    expect(kept).toEqual(['2026-01', '2026-03', '2026-Q1']);
    expect(findings).toContainEqual(['2026-02', { code: 'bulletin/seal-broken' }]);
    expect(findings).toContainEqual(['2026-03', { code: 'bulletin/rests-on-missing', on: '2026-02' }]);
  });

  test('whose seal was made anew after a change are caught by the next one', () => {
    const forged = resealed({ ...issued['2026-02'], published: { ...issued['2026-02'].published, work: '别的工作' } });
    expect(opened({ ...issued, '2026-02': forged }).findings).toEqual([['2026-03', { code: 'bulletin/chain-broken', on: '2026-02' }]]);
  });

  test('whose document was changed after the next one was made are caught by it too', () => {
    const edited = { ...issued['2026-02'], document: { ...issued['2026-02'].document, title: '另一个标题' } };
    expect(opened({ ...issued, '2026-02': edited }).findings).toEqual([['2026-03', { code: 'bulletin/chain-broken', on: '2026-02' }]]);
  });

  test('lie in the file of their period', () => {
    expect(opened({ '2026-05': issued['2026-01'] })).toEqual({
      kept: [],
      findings: [['2026-05', { code: 'bulletin/file-is-not-period', period: '2026-01' }]],
    });
  });

  test('do not overlap in part', () => {
    const office = officeOf(bureau());
    const range = issue(office, '2026-03-15..2026-04-15');
    expect(opened({ ...issued, '2026-03-15..2026-04-15': range }).findings).toEqual([
      ['2026-03-15..2026-04-15', { code: 'bulletin/overlap', other: '2026-03' }],
      ['2026-03-15..2026-04-15', { code: 'bulletin/overlap', other: '2026-Q1' }],
      ...closedTwice,
    ]);
  });

  test('proposed side by side do not close the same days', () => {
    const office = officeOf(bureau());
    issue(office, '2026-01');
    const quarter = issue(office, '2026-Q1');
    expect(opened({ ...issued, '2026-Q1': quarter })).toEqual({
      kept: ['2026-01', '2026-02', '2026-03'],
      findings: [
        ['2026-Q1', { code: 'bulletin/closed-twice', other: '2026-02', from: '2026-02-01', to: '2026-02-28' }],
        ['2026-Q1', { code: 'bulletin/closed-twice', other: '2026-03', from: '2026-03-01', to: '2026-03-31' }],
      ],
    });
  });

  test('leave no day between them', () => {
    const office = officeOf(bureau());
    issue(office, '2026-01');
    const march = issue(office, '2026-03');
    expect(opened({ '2026-01': issued['2026-01'], '2026-03': march }).findings).toEqual([
      ['2026-03', { code: 'bulletin/gap', before: '2026-01', from: '2026-02-01', to: '2026-02-28' }],
    ]);
  });
});

/** The range was issued as the first bulletin, so that it closed everything before as well. */
const closedTwice = [
  ['2026-03-15..2026-04-15', { code: 'bulletin/closed-twice', other: '2026-01', from: '2026-01-31', to: '2026-01-31' }],
  ['2026-03-15..2026-04-15', { code: 'bulletin/closed-twice', other: '2026-02', from: '2026-02-01', to: '2026-02-28' }],
  ['2026-03-15..2026-04-15', { code: 'bulletin/closed-twice', other: '2026-03', from: '2026-03-01', to: '2026-03-31' }],
];
