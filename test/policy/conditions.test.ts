import { describe, expect, it } from 'vitest';
import { written } from '../../src/model/points.ts';
import { amount } from '../../src/policy/amounts.ts';
import { type Attributes, condition, never } from '../../src/policy/conditions.ts';

const of =
  (values: Record<string, string | number | boolean | null>): Attributes =>
  (name) =>
    values[name] ?? null;

describe('a condition', () => {
  it.each([
    [{ form: '综合' }, { form: '综合' }, true],
    [{ form: '综合' }, { form: '简讯' }, false],
    [{ form: ['综合', '简讯'] }, { form: '简讯' }, true],
    [{ form: { not: '综合' } }, { form: '综合' }, false],
    [{ form: { not: ['综合', '简讯'] } }, { form: '图文' }, true],
    [{ form: null }, {}, true],
    [{ print: true, form: '综合' }, { print: true }, false],
    [[{ print: true }, { form: '综合' }], { print: true }, true],
    [[{ print: true }, { form: '综合' }], {}, false],
    [{ length: { at_least: 500 } }, { length: 500 }, true],
    [{ length: { above: 500 } }, { length: 500 }, false],
    [{ length: { at_most: 500, above: 100 } }, { length: 500 }, true],
    [{ length: { below: 500 } }, { length: 500 }, false],
    [{ length: { below: 500, not: 3 } }, { length: 3 }, false],
    [{ length: { at_least: 1 } }, {}, false],
  ])('%o of %o is %s', (asked, values, expected) => {
    expect(condition(asked)(of(values as Record<string, string>))).toBe(expected);
  });

  it('that is not written holds, unless the caller says otherwise', () => {
    expect(condition(undefined)(of({}))).toBe(true);
    expect(condition(undefined, never)(of({}))).toBe(false);
  });
});

describe('an amount', () => {
  const told = (asked: Parameters<typeof amount>[0], values: Record<string, string | number | boolean | null>): string | null => {
    const found = amount(asked)(of(values));
    return found === null ? null : written(found);
  };

  it('is exact: a tenth is a tenth', () => {
    expect(written(amount(0.1)(of({}))?.times(3) ?? (0 as never))).toBe('0.3');
  });
  it('is looked up by one attribute or several', () => {
    expect(told({ by: 'form', table: { 综合: 3, 简讯: 1 } }, { form: '简讯' })).toBe('1');
    expect(told({ by: ['class', 'form'], table: { 市级: { 综合: 6 }, 省级: { 综合: 9 } } }, { class: '省级', form: '综合' })).toBe('9');
    expect(told({ by: 'print', table: { true: 2, false: 1 } }, { print: true })).toBe('2');
  });
  it('is nothing where the table has nothing: no invented points', () => {
    expect(told({ by: 'form', table: { 综合: 3 } }, { form: '图文' })).toBeNull();
    expect(told({ by: ['class', 'form'], table: { 市级: { 综合: 6 } } }, { class: '市级', form: '简讯' })).toBeNull();
    expect(told({ by: 'class', table: { 市级: { 综合: 6 } } }, { class: '市级' })).toBeNull();
    expect(told({ by: ['class', 'form'], table: { 市级: 4 } }, { class: '市级', form: '简讯' })).toBeNull();
  });
  it('falls back on what is written for all others', () => {
    expect(
      told({ by: 'unit', table: { 办公室: 3 }, otherwise: { by: 'unit_class', table: { 县级部门: 5 } } }, { unit: '某局', unit_class: '县级部门' }),
    ).toBe('5');
    expect(told({ by: 'unit', table: {}, otherwise: 2 }, {})).toBe('2');
  });
});
