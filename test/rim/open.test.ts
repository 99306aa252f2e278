import { rmSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { today } from '../../src/rim/clock.ts';
import { openRoot } from '../../src/rim/open.ts';
import { newFolder, put, rootOfCase } from '../rig/root.ts';

const root = rootOfCase('scoring/a-better-adoption-in-a-later-quarter');
const empty = newFolder();
afterAll(() => {
  for (const folder of [root, empty]) rmSync(folder, { recursive: true });
});

test('a root is opened: ledger, ordinances in use, findings', () => {
  const { ledger, policies, findings } = openRoot(root);
  expect(findings).toEqual([]);
  expect(policies.map(({ id }) => id)).toEqual(['county-2021']);
  expect([...(ledger?.submissions.keys() ?? [])]).toEqual(['20260302-zhuanxiang']);
});

test('texts and lines are found when they are asked for', () => {
  const { textOf, lineOf } = openRoot(root);
  expect(textOf('data/site.yaml')).toMatch(/^organisation: 南渡县医疗保障局\n/);
  expect(textOf('data/nothing.yaml')).toBeNull();
  const outlet = { file: 'data/adoptions/2026/20260304-county-site.yaml', path: ['outlet'] };
  expect([lineOf(outlet), lineOf(outlet), lineOf({ file: 'data/nothing.yaml', path: [] })]).toEqual([2, 2, 1]);
});

test('no ledger without settings, and what lies there is said to be lost, not unknown', () => {
  put(empty, 'data/units.yaml', 'units: []\n');
  expect(openRoot(empty)).toMatchObject({ ledger: null, policies: [], findings: [{ code: 'source/missing-file' }, { code: 'source/missing-file' }] });
});

test('who refers to a record that cannot be read is told that it was left out', () => {
  put(root, 'data/submissions/jianguan/2026/20260302-zhuanxiang.yaml', 'title: "\n');
  expect(openRoot(root).findings.map(({ at, code }) => `${at.file} ${code}`)).toEqual([
    'data/adoptions/2026/20260304-county-site.yaml ledger/reference-left-out',
    'data/adoptions/2026/20260506-renminwang.yaml ledger/reference-left-out',
    'data/submissions/jianguan/2026/20260302-zhuanxiang.yaml source/syntax',
  ]);
});

test('today is a day of the time zone', () => {
  expect(today('Asia/Shanghai')).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  expect([today('Pacific/Kiritimati'), today('Pacific/Pago_Pago')].sort()[1]).toBe(today('Pacific/Kiritimati'));
});
