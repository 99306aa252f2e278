/** An ordinance as if it had been in force. */
import { expect, test } from 'vitest';
import type { Day } from '../../src/model/day.ts';
import { asIfSince, forEveryone } from '../../src/policy/as-if.ts';
import { shippedPolicy } from '../support/policies.ts';

const county = shippedPolicy('county-2021');

test('one that began later begins on the day, and does not end', () => {
  const ended = { ...county, inForce: { ...county.inForce, to: '2022-12-31' as Day } };
  expect(asIfSince(ended, '2020-01-01' as Day).inForce).toMatchObject({ from: '2020-01-01', to: null });
});

test('one that was in force stays as it is', () => {
  expect(asIfSince(county, '2026-01-01' as Day)).toEqual(county);
});

test('for everyone, it names no subjects', () => {
  expect(county.subjects).toBeDefined();
  expect(forEveryone(county)).toEqual({ ...county, subjects: undefined });
});
