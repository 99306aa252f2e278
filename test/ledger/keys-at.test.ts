import { expect, test } from 'vitest';
import { z } from 'zod';
import { keysAt } from '../../src/ledger/keys-at.ts';

const schema = z.strictObject({
  name: z.string(),
  list: z.array(z.union([z.string(), z.strictObject({ one: z.string() }), z.strictObject({ two: z.string(), one: z.string() })])).optional(),
});

test('the keys of a mapping, of all branches of a union, and none where there is no mapping', () => {
  expect(keysAt(schema, [])).toEqual(['name', 'list']);
  expect(keysAt(schema, ['list', 3])).toEqual(['one', 'two']);
  expect(keysAt(schema, ['name'])).toEqual([]);
  expect(keysAt(schema, ['name', 'deeper'])).toEqual([]);
  expect(keysAt(schema, ['absent'])).toEqual([]);
});
