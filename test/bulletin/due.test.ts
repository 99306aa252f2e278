import { describe, expect, test } from 'vitest';
import { duePeriods } from '../../src/bulletin/due.ts';
import type { Day } from '../../src/model/day.ts';
import { bureau, spoilt } from '../support/bureau.ts';
import { issue, type Office, officeOf, sourcesOf } from './office.ts';

const due = (office: Office, asOf: string): string[] => duePeriods(sourcesOf(office), asOf as Day).map(({ key }) => key);

describe('which bulletins are due', () => {
  test('county-2021 asks for quarters and years; where nobody says since when, the last quarter that is over', () => {
    expect(due(officeOf(bureau()), '2026-04-15')).toEqual(['2026-Q1']);
    expect(due(officeOf(bureau()), '2026-03-31')).toEqual(['2026-Q1']);
    expect(due(officeOf(bureau()), '2026-03-30')).toEqual(['2025-Q4']);
  });

  test('from the day on which the ledger was begun, only what it covers whole', () => {
    expect(due(officeOf(spoilt('data/site.yaml', { since: '2025-08-01' })), '2026-04-15')).toEqual(['2025-Q4', '2026-Q1']);
  });

  test('months before their quarter, quarters before their year, from the first that the office issues', () => {
    const office = officeOf(bureau(), { issues: ['year', 'quarter', 'month'], first: '2025-11' });
    expect(due(office, '2026-01-31')).toEqual(['2025-11', '2025-12', '2026-01']);
    expect(due(officeOf(bureau(), { issues: ['year', 'quarter', 'month'], first: '2025-10' }), '2026-01-02')).toEqual([
      '2025-10',
      '2025-11',
      '2025-12',
      '2025-Q4',
    ]);
    expect(due(officeOf(bureau(), { issues: ['year', 'quarter'], first: '2025' }), '2026-01-02')).toEqual([
      '2025-Q1',
      '2025-Q2',
      '2025-Q3',
      '2025-Q4',
      '2025',
    ]);
  });

  test('what is issued is not due; what was missed is', () => {
    const office = officeOf(bureau(), { issues: ['month'] });
    issue(office, '2026-01');
    expect(due(office, '2026-04-30')).toEqual(['2026-02', '2026-03', '2026-04']);
    issue(office, '2026-03');
    expect(due(office, '2026-04-29')).toEqual(['2026-02']);
  });

  test('before the ordinance was in force nothing is', () => {
    expect(due(officeOf(bureau(), { issues: ['month'], first: '2021-01' }), '2021-03-31')).toEqual(['2021-02', '2021-03']);
  });

  test('where the ordinance that superseded it has ended, an older one does not come back: what cannot be closed is not due', () => {
    const sources = sourcesOf(officeOf(bureau(), { issues: ['month'], first: '2026-01' }));
    const [old] = sources.policies;
    if (old === undefined) throw new Error('no ordinance');
    const newer = { ...old, id: 'trial', inForce: { ...old.inForce, from: '2026-02-01' as Day, to: '2026-03-31' as Day } };
    expect(duePeriods({ ...sources, policies: [old, newer] }, '2026-05-02' as Day).map(({ key }) => key)).toEqual(['2026-01', '2026-02', '2026-03']);
  });
});
