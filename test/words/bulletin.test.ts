import { describe, expect, test } from 'vitest';
import { WrittenBulletin } from '../../src/ledger/written/bulletin.ts';
import { bulletin } from '../support/bulletin.ts';

describe('the bulletin that tests share', () => {
  test('is a bulletin by the schema', () => {
    expect(WrittenBulletin.parse(bulletin())).toEqual(bulletin());
  });

  test('adds up: credits make the rows, rows make the totals', () => {
    const { published, credits } = bulletin();
    const rows = published.groups.flatMap((group) => group.rows);
    for (const row of rows) {
      const own = credits.filter(({ unit }) => unit === row.unit);
      expect(own.reduce((sum, { points }) => sum + points, 0)).toBe(row.of_period);
      for (const [kind, points] of Object.entries(row.by_kind))
        expect(own.filter((credit) => credit.kind === kind).reduce((sum, credit) => sum + credit.points, 0)).toBe(points);
    }
    expect(rows.reduce((sum, { of_period }) => sum + of_period, 0)).toBe(published.totals.points);
    expect(rows.reduce((sum, { filed }) => sum + filed, 0)).toBe(published.totals.filed);
    expect(rows.reduce((sum, { adopted }) => sum + adopted, 0)).toBe(published.totals.adopted);
  });
});
