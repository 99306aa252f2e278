import { describe, expect, test } from 'vitest';
import { readiness } from '../../src/bulletin/readiness.ts';
import { openLedger } from '../../src/ledger/open.ts';
import type { Day } from '../../src/model/day.ts';
import { barsClosing, type Doubt, doubtWords } from '../../src/words/readiness.ts';
import { bureau, OBLIGATION, SUBMISSION, spoilt, type Values } from '../support/bureau.ts';
import { issue, type Office, officeOf, period, sourcesOf } from './office.ts';

const ready = (office: Office, key: string, today = '2026-11-26'): Doubt[] =>
  readiness(period(key), { ...sourcesOf(office), findings: openLedger(office.values).findings }, today as Day);

const codes = (doubts: readonly Doubt[]): string[] => doubts.map(({ code }) => code);

describe('what bars closing', () => {
  test('nothing, where all is well', () => {
    expect(ready(officeOf(bureau()), '2026-03')).toEqual([]);
  });

  test('a period that is not over: its last day counts as over', () => {
    expect(ready(officeOf(bureau()), '2026-03', '2026-03-30')).toEqual([{ code: 'not-over', to: '2026-03-31' }]);
    expect(ready(officeOf(bureau()), '2026-03', '2026-03-31')).toEqual([]);
  });

  test('days without an ordinance: county-2021 begins on 25 February 2021', () => {
    expect(ready(officeOf(bureau()), '2021-01')).toEqual([{ code: 'no-ordinance', on: '2021-01-31' }]);
    expect(ready(officeOf(bureau()), '2021-02')).toEqual([]);
  });

  test('a bulletin that is there, one that overlaps, days that would have none', () => {
    const office = officeOf(bureau());
    issue(office, '2026-03');
    expect(codes(ready(office, '2026-03'))).toEqual(['issued']);
    expect(ready(office, '2026-03-15..2026-04-15').filter(barsClosing)).toEqual([{ code: 'overlap', other: '2026-03' }]);
    expect(ready(office, '2026-05').filter(barsClosing)).toEqual([{ code: 'gap', from: '2026-04-01', to: '2026-04-30' }]);
    expect(ready(office, '2026-Q2').filter(barsClosing)).toEqual([]);
    expect(ready(office, '2026-02')).toEqual([{ code: 'later-ones-issued', first: '2026-03' }]);
  });

  test('records with errors, which would not be counted', () => {
    const office = officeOf(spoilt('data/adoptions/2026/0311-z.yaml', { submission: 'nowhere', outlet: 'site', on: '2026-03-11' }));
    expect(ready(office, '2026-03')).toEqual([{ code: 'errors', count: 1 }]);
  });
});

describe('what should be known', () => {
  const doubtsAbout = (file: string, changes: Record<string, unknown>, values: Values = bureau()) =>
    ready(officeOf(spoilt(file, changes, values)), '2026-03');

  test('approvals that are missing: the chain of county-2021 has four steps, and a fifth for what is important or sensitive', () => {
    const approvals = [{ step: '股室负责人' }, { step: '分管领导' }, { step: '办公室主任' }];
    expect(doubtsAbout(SUBMISSION, { approvals })).toEqual([{ code: 'unapproved', record: '0305-a', missing: ['分管宣传工作的局领导'] }]);
    expect(doubtsAbout(SUBMISSION, { approvals, important: true })).toEqual([
      { code: 'unapproved', record: '0305-a', missing: ['分管宣传工作的局领导', '局主要领导'] },
    ]);
  });

  test('an item that was returned and not accepted', () => {
    const doubts = doubtsAbout(SUBMISSION, { rounds: [{ returned: '2026-03-06' }] });
    expect(doubts).toContainEqual({ code: 'returned', record: '0305-a' });
  });

  test('an obligation that is due later and not answered', () => {
    const values = spoilt(SUBMISSION, { answers: null });
    expect(doubtsAbout(OBLIGATION, { due: '2026-04-10' }, values)).toEqual([
      { code: 'obligation-open', obligation: '0301-k', unit: 'jijin', due: '2026-04-10' },
    ]);
  });

  test('none of it bars closing, and everything is said in Chinese and in English', () => {
    const all: Doubt[] = [
      { code: 'warnings', count: 1 },
      { code: 'unapproved', record: 'a', missing: ['局主要领导'] },
      { code: 'returned', record: 'a' },
      { code: 'obligation-open', obligation: 'k', unit: 'jijin', due: '2026-04-10' },
      { code: 'duty-running', duty: 'research', unit: 'jijin', period: '2026-H1' },
      { code: 'level-open', record: 'a' },
      { code: 'later-ones-issued', first: '2026-03' },
    ];
    expect(all.filter(barsClosing)).toEqual([]);
    const bars: Doubt[] = [
      { code: 'not-over', to: '2026-03-31' },
      { code: 'no-ordinance', on: '2026-03-31' },
      { code: 'issued' },
      { code: 'overlap', other: '2026-03' },
      { code: 'gap', from: '2026-04-01', to: '2026-04-30' },
      { code: 'errors', count: 2 },
    ];
    expect(bars.every(barsClosing)).toBe(true);
    for (const { zh, en } of [...all, ...bars].map(doubtWords)) {
      expect(zh).toMatch(/\p{Script=Han}.*。$/u);
      expect(en).toMatch(/^[A-Za-z].*\.$/);
    }
  });
});
