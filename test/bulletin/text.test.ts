import { expect, test } from 'vitest';
import { bulletinText } from '../../src/bulletin/text.ts';
import { sealOf } from '../../src/ledger/bulletins.ts';
import { shapeFile } from '../../src/ledger/files.ts';
import { parse } from '../../src/source/parse.ts';
import { bureau } from '../support/bureau.ts';
import { issue, officeOf } from './office.ts';

const FILE = 'data/bulletins/2026-03.yaml';

test('a bulletin that is written and read again is the same, seal and all', () => {
  const bulletin = issue(officeOf(bureau()), '2026-03');
  const text = bulletinText(bulletin);
  const { value, findings } = parse(FILE, text);
  expect(findings).toEqual([]);
  expect(shapeFile(FILE, value)).toEqual({ value: bulletin, findings: [] });
  expect(sealOf(bulletin)).toBe(bulletin.seal);
});

test('every credit, and every row of a table, is a line of its own', () => {
  const text = bulletinText(issue(officeOf(bureau()), '2026-03'));
  expect(text).toContain('  - {on: 2026-03-10, unit: jijin, points: 3, policy: county-2021,');
  expect(text).toMatch(/^ {8}- \{rank: 1, tied: false, unit: jijin, filed: 1,.*\}$/m);
  expect(text.split('\n')[0]).toBe('# yaml-language-server: $schema=../.schema/bulletin.json');
});
