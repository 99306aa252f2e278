import { expect, test } from 'vitest';
import { table, widthOf } from '../../src/export/table.ts';

test('a Chinese character takes two columns', () => {
  expect(widthOf('a县b')).toBe(4);
  expect(
    table(
      [
        { head: '单位', align: 'left' },
        { head: '分', align: 'right' },
      ],
      [
        ['办公室', '12'],
        ['a', '3'],
      ],
    ),
  ).toBe('单位    分\n办公室  12\na        3\n');
});

test('a missing cell is empty, and no line ends in spaces', () => {
  expect(
    table(
      [
        { head: 'a', align: 'left' },
        { head: 'b', align: 'left' },
      ],
      [['1'], []],
    ),
  ).toBe('a  b\n1\n\n');
});
