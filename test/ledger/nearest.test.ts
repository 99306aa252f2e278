import { describe, expect, test } from 'vitest';
import { folded, nearest } from '../../src/ledger/nearest.ts';

describe('nearest', () => {
  test.each([
    ['outlte', ['outlet', 'on', 'form'], 'outlet'],
    ['人民往', ['人民网', '新华网'], '人民网'],
    ['mrak', ['mark', 'unit'], 'mark'],
    ['submision', ['submission', 'submissions'], 'submission'],
    ['省医保局', ['省医保局公众号', '市医保局网站'], '省医保局公众号'],
    ['xyz', ['title', 'unit'], null],
    ['a', ['b'], null],
    ['', ['b'], null],
  ])('%s among %j is %s', (name, candidates, expected) => {
    expect(nearest(name, candidates)).toBe(expected);
  });
  test('full-width, half-width, case and spaces make no difference, and win', () => {
    expect(nearest('\uff2d\uff2d\u65b0\u95fb', ['N新闻', 'MM新闻', 'M新闻'])).toBe('MM新闻');
    expect(nearest('人民网(上海)', ['人民网\uff08上海\uff09', '人民网(上河)'])).toBe('人民网\uff08上海\uff09');
    expect(nearest('Web Site', ['website', 'web-site'])).toBe('website');
    expect(nearest('caf\u00e9', ['cafe\u0301'])).toBe('cafe\u0301');
  });
  test('of equals the first by code unit, whatever their order', () => {
    expect(nearest('ab', ['ac', 'aa'])).toBe('aa');
    expect(nearest('ab', ['aa', 'ac'])).toBe('aa');
  });
  test('the name itself is no candidate', () => {
    expect(nearest('unit', ['unit', 'units'])).toBe('units');
  });
});

test('names are folded as people compare them', () => {
  expect(folded('买买提\u2022艾力 \uff21b')).toBe(folded('买买提\u00b7艾力Ab'));
});
