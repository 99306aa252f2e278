import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { shape } from '../../src/ledger/shape.ts';
import { oneOrMore, WrittenDay } from '../../src/ledger/written/common.ts';
import { WrittenAdoption, WrittenInstruction, WrittenSubmission } from '../../src/ledger/written/records.ts';

const place = { file: 'data/x.yaml', path: ['list', 0] };

/** The findings of `value` as `[path below the place, fault]`; a path that ends in `:` means the key. */
const faults = (schema: z.ZodType, value: unknown) => {
  const { value: shaped, findings } = shape(schema, value, place);
  expect(shaped).toBeUndefined();
  return findings.map(({ at, ...fault }) => {
    expect(at.file).toBe(place.file);
    expect(at.path.slice(0, 2)).toEqual(place.path);
    return [at.path.slice(2).join('.') + (at.key ? ':' : ''), fault];
  });
};

test('a value of the right form comes back, as the schema makes it, without findings', () => {
  const written = { submission: ' a ', outlet: '人民网', on: '2026-03-05' };
  expect(shape(WrittenAdoption, written, place)).toEqual({ value: { ...written, submission: 'a' }, findings: [] });
});

describe('keys', () => {
  test('an unknown key is placed at the key, with the nearest that is known', () => {
    const known = Object.keys(WrittenAdoption.shape);
    expect(faults(WrittenAdoption, { submission: 'a', outlet: 'b', on: '2026-03-05', outlte: 'c', 乱: 1 })).toEqual([
      ['outlte:', { code: 'schema/unknown-key', name: 'outlte', nearest: 'outlet', known }],
      ['乱:', { code: 'schema/unknown-key', name: '乱', nearest: null, known }],
    ]);
  });
  test('a missing key is placed at the block that lacks it', () => {
    expect(faults(WrittenAdoption, { on: '2026-03-05' })).toEqual([
      ['', { code: 'schema/missing-key', name: 'submission' }],
      ['', { code: 'schema/missing-key', name: 'outlet' }],
    ]);
    expect(faults(WrittenSubmission, { title: 't', on: '2026-03-05', approvals: [{ by: 'a' }] })).toEqual([
      ['approvals.0', { code: 'schema/missing-key', name: 'step' }],
    ]);
  });
  test('the key of a free mapping has a form too', () => {
    expect(faults(z.record(z.string().min(2), z.number()), { a: 1 })).toEqual([
      ['a:', { code: 'schema/not-well-formed', found: 'a', expected: 'at-least 2' }],
    ]);
  });
  test('inside lists, options and free mappings the known keys are those of that place', () => {
    const schema = z.strictObject({
      list: z.array(z.strictObject({ one: z.string().optional() })),
      free: z.record(z.string(), z.strictObject({ two: z.string() }).partial()).optional(),
      lazy: z.lazy(() => z.strictObject({ three: z.string().default('x') })),
      piped: z.strictObject({ four: z.number().optional() }).transform((value) => value),
    });
    expect(faults(schema, { list: [{ onee: 'a' }], free: { a: { twoo: 'b' } }, lazy: { threee: 'c' }, piped: { fourr: 4 } })).toEqual([
      ['list.0.onee:', { code: 'schema/unknown-key', name: 'onee', nearest: 'one', known: ['one'] }],
      ['free.a.twoo:', { code: 'schema/unknown-key', name: 'twoo', nearest: 'two', known: ['two'] }],
      ['lazy.threee:', { code: 'schema/unknown-key', name: 'threee', nearest: 'three', known: ['three'] }],
      ['piped.fourr:', { code: 'schema/unknown-key', name: 'fourr', nearest: 'four', known: ['four'] }],
    ]);
  });
});

describe('kinds', () => {
  test.each([
    [z.string(), 5, 'text', 'number'],
    [z.string(), null, 'text', 'null'],
    [z.boolean(), 'yes', 'boolean', 'text'],
    [z.int(), 1.5, 'integer', 'number'],
    [z.number(), '3', 'number', 'text'],
    [z.array(z.string()), 'a', 'list', 'text'],
    [z.strictObject({}), ['a'], 'mapping', 'list'],
    [z.record(z.string(), z.string()), true, 'mapping', 'boolean'],
    [z.enum(['a', 'b']), { a: 1 }, 'text', 'mapping'],
    [WrittenDay, ['2026-03-05'], 'day', 'list'],
  ])('wrong kind %#', (schema, value, expected, found) => {
    expect(faults(schema, value)).toEqual([['', { code: 'schema/wrong-type', expected, found }]]);
  });
  test.each([
    [z.string().trim().min(1), ' ', ' ', 'not-empty'],
    [z.array(z.string()).min(1), [], 'list', 'not-empty'],
    [z.int().positive(), 0, '0', 'more-than 0'],
    [z.number().nonnegative(), -1, '-1', 'at-least 0'],
    [z.number().max(5), 6, '6', 'at-most 5'],
    [z.number().lt(5), 5, '5', 'less-than 5'],
    [z.url(), 'abc', 'abc', 'url'],
    [z.string().regex(/^[a-z]+$/), 'A', 'A', 'pattern /^[a-z]+$/'],
    [z.string().refine((text) => text === 'x', { error: 'only-x' }), 'y', 'y', 'only-x'],
    [z.number().multipleOf(2), 3, '3', 'other'],
  ])('wrong form %#', (schema, value, found, expected) => {
    expect(faults(schema, value)).toEqual([['', { code: 'schema/not-well-formed', found, expected }]]);
  });
});

test('a choice names the choices and the nearest', () => {
  const choices = ['公开', '依申请公开', '不公开'];
  expect(faults(WrittenSubmission, { title: 't', on: '2026-03-05', openness: '依申请' })).toEqual([
    ['openness', { code: 'schema/not-a-choice', found: '依申请', choices, nearest: '依申请公开' }],
  ]);
});

describe('days', () => {
  test.each([
    ['2026-02-30', { code: 'schema/impossible-day', found: '2026-02-30' }],
    ['2026-13-01', { code: 'schema/impossible-day', found: '2026-13-01' }],
    ['2025/2/29', { code: 'schema/impossible-day', found: '2025/2/29' }],
    ['2026-03-05 10:00', { code: 'schema/time-where-day', found: '2026-03-05 10:00', day: '2026-03-05' }],
    ['2026-03-05T10:00:00+08:00', { code: 'schema/time-where-day', found: '2026-03-05T10:00:00+08:00', day: '2026-03-05' }],
    ['2026/3/5', { code: 'schema/not-a-day', found: '2026/3/5', proposal: '2026-03-05' }],
    ['2026-3-5', { code: 'schema/not-a-day', found: '2026-3-5', proposal: '2026-03-05' }],
    ['2026年3月5日', { code: 'schema/not-a-day', found: '2026年3月5日', proposal: '2026-03-05' }],
    ['2026年3月5日 10时', { code: 'schema/time-where-day', found: '2026年3月5日 10时', day: '2026-03-05' }],
    ['\uff12\uff10\uff12\uff16-03-05', { code: 'schema/not-a-day', found: '\uff12\uff10\uff12\uff16-03-05', proposal: '2026-03-05' }],
    [20260305, { code: 'schema/not-a-day', found: '20260305', proposal: '2026-03-05' }],
    [20260230, { code: 'schema/impossible-day', found: '20260230' }],
    ['昨天', { code: 'schema/not-a-day', found: '昨天', proposal: null }],
    [2026, { code: 'schema/not-a-day', found: '2026', proposal: null }],
  ])('%s', (found, fault) => {
    expect(faults(WrittenDay, found)).toEqual([['', fault]]);
  });
});

describe('unions: the branch that fits best is complained of', () => {
  test('a mapping where a name or a mapping may stand', () => {
    const value = { title: 't', on: '2026-03-05', units: ['a', { unit: 'b', mark: '双' }, 5] };
    expect(faults(WrittenSubmission, value)).toEqual([
      ['units.1.mark', { code: 'schema/not-a-choice', found: '双', choices: ['单', '综'], nearest: null }],
      ['units.2', { code: 'schema/wrong-type', expected: 'text | mapping', found: 'number' }],
    ]);
  });
  test('choices of all branches', () => {
    const choices = ['县', '市', '省', '国家', '部委'];
    expect(faults(WrittenInstruction, { submission: 'a', on: '2026-03-05', level: '国家级' })).toEqual([
      ['level', { code: 'schema/not-a-choice', found: '国家级', choices, nearest: '国家' }],
    ]);
    expect(faults(WrittenInstruction, { submission: 'a', on: '2026-03-05', level: 5 })).toEqual([
      ['level', { code: 'schema/wrong-type', expected: 'text', found: 'number' }],
    ]);
  });
  test('one or more, nested', () => {
    expect(faults(oneOrMore(z.string()), ['a', 5])).toEqual([['1', { code: 'schema/wrong-type', expected: 'text', found: 'number' }]]);
    expect(faults(oneOrMore(WrittenDay), { a: 1 })).toEqual([['', { code: 'schema/wrong-type', expected: 'day | list', found: 'mapping' }]]);
    expect(faults(z.strictObject({ a: z.union([z.literal(1), z.string()]) }), {})).toEqual([['', { code: 'schema/missing-key', name: 'a' }]]);
  });
  test('told apart by one key', () => {
    const schema = z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('a'), x: z.string() }),
      z.strictObject({ kind: z.literal('b'), y: z.string().optional() }),
    ]);
    expect(faults(schema, { kind: 'c' })).toEqual([['kind', { code: 'schema/not-a-choice', found: 'c', choices: ['a', 'b'], nearest: null }]]);
    expect(faults(schema, { kind: 'a' })).toEqual([['', { code: 'schema/missing-key', name: 'x' }]]);
    expect(faults(schema, {})).toEqual([['', { code: 'schema/missing-key', name: 'kind' }]]);
  });
});
