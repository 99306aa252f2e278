/** An ordinance that is none of the four is a YAML file: the expected values below come from its clauses, by hand. */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { openLedger } from '../../src/ledger/open.ts';
import type { Day } from '../../src/model/day.ts';
import { type Period, parsePeriod } from '../../src/model/period.ts';
import { sum, written } from '../../src/model/points.ts';
import type { Ledger } from '../../src/model/records.ts';
import { type Journal, keepJournal } from '../../src/scoring/journal.ts';
import { awardsOf } from '../../src/standings/awards.ts';
import { standingsOf } from '../../src/standings/standings.ts';
import { creditsWithin } from '../../src/standings/totals.ts';
import { policyFrom } from '../support/policies.ts';

const policy = policyFrom('school-2025', parse(readFileSync(new URL('./school-2025.yaml', import.meta.url), 'utf8')));

const units = [
  { id: 'jiaowu', name: '教务处', class: '处室' },
  { id: 'deyu', name: '德育处', class: '处室' },
  { id: 'gaoyi', name: '高一年级组', class: '年级组' },
];
const outlets = [
  { id: 'school', name: '学校网站', channel: '网站', own: true },
  { id: 'city', name: '市日报', level: '市', channel: '报纸', print: true },
  { id: 'city-web', name: '市新闻网', level: '市', channel: '网站' },
  { id: 'province', name: '省教育报', level: '省', channel: '报纸', print: true },
];
const people = [
  { id: 'a', name: '甲', unit: 'jiaowu' },
  { id: 'b', name: '乙', unit: 'jiaowu' },
  { id: 'c', name: '丙', unit: 'gaoyi' },
];

const filed = (unit: string, id: string, on: string, authors: string[]): [string, unknown] => [
  `data/submissions/${unit}/2025/${id}.yaml`,
  { title: `稿件${id}`, unit, on, authors },
];
const adopted = (id: string, submission: string, outlet: string, on: string): [string, unknown] => [
  `data/adoptions/2025/${id}.yaml`,
  { submission, outlet, on },
];

/** 教务处 files seven in January and one a month later; 高一 files one; 德育处 nothing. */
const values = new Map<string, unknown>([
  ['data/site.yaml', { organisation: '某中学', policies: ['school-2025'] }],
  ['data/units.yaml', { units }],
  ['data/outlets.yaml', { outlets }],
  ['data/people.yaml', { people }],
  ...[1, 2, 3, 4, 5, 6].map((number) => filed('jiaowu', `j${number}`, `2025-01-0${number}`, ['a', 'b'])),
  filed('gaoyi', 'g1', '2025-02-01', ['c']),
  adopted('j1-school', 'j1', 'school', '2025-01-10'),
  adopted('j1-city', 'j1', 'city', '2025-01-12'),
  adopted('j1-web', 'j1', 'city-web', '2025-01-13'),
  adopted('g1-province', 'g1', 'province', '2025-02-10'),
  adopted('j3-province', 'j3', 'province', '2025-03-05'),
  ['data/instructions/2025/i1.yaml', { submission: 'j2', level: '县', on: '2025-01-20' }],
  ['data/adoptions/2025/j2-school.yaml', { submission: 'j2', outlet: 'school', on: '2025-03-01' }],
  ['data/incidents/2025/x1.yaml', { unit: 'gaoyi', submission: 'g1', kind: '差错', on: '2025-02-15', count: 3 }],
  ['data/incidents/2025/x2.yaml', { unit: 'deyu', kind: '重大差错', on: '2025-02-16' }],
]);

let ledger: Ledger;
let journal: Journal;
beforeAll(() => {
  const opened = openLedger(values);
  expect(opened.findings).toEqual([]);
  ledger = opened.ledger as Ledger;
  journal = keepJournal(ledger, [policy], '2025-12-31' as Day);
});

const period = (key: string): Period => parsePeriod(key) as Period;
const points = (unit: string, key: string, account = '积分', rule?: string): string =>
  written(
    sum(
      creditsWithin(journal.credits, period(key))
        .filter((credit) => credit.unit === unit && credit.ledger === account && (rule === undefined || credit.rule === rule))
        .map((credit) => credit.points),
    ),
  );

describe('a school writes its own ordinance', () => {
  it('counts each class of outlet once and adds the classes', () => {
    expect(points('jiaowu', '2025-01', '积分', 'print-points')).toBe('5');
    expect(points('jiaowu', '2025-03', '积分', 'print-points')).toBe('11');
  });
  it('keeps fees in an account of their own, paid every time', () => {
    expect(points('jiaowu', '2025', '稿酬')).toBe('300');
    expect(points('gaoyi', '2025', '稿酬')).toBe('200');
  });
  it('adds an instruction once the item has been adopted', () => {
    expect(points('jiaowu', '2025-01', '积分', 'instruction')).toBe('0');
    expect(points('jiaowu', '2025-03', '积分', 'instruction')).toBe('5');
  });
  it('gives three of the four extra points, because three are the most in a year', () => {
    expect(points('jiaowu', '2025-02', '积分', 'articles')).toBe('3');
  });
  it('takes two for each article that is missing, and a half for each slip', () => {
    expect(points('gaoyi', '2025-02', '积分', 'articles')).toBe('-2');
    expect(points('gaoyi', '2025-02', '积分', 'slip')).toBe('-1.5');
    expect(points('gaoyi', '2025-H1', '积分', 'articles')).toBe('-10');
  });
  it('starts each half-year with ten, never goes below zero and never above twenty', () => {
    // 德育处: 10 − 12 → 0 on 16 February, then − 4 each two months, taken back to 0 each time.
    expect(points('deyu', '2025-H1')).toBe('0');
    // 教务处: 10 + 5 + 3 + 11 + 5 → 20, then − 4 in April and − 4 in June.
    expect(points('jiaowu', '2025-Q1')).toBe('20');
    expect(points('jiaowu', '2025-H1')).toBe('12');
    // Second half: 10 − 4 − 4 − 4 → 0.
    expect(points('jiaowu', '2025-H2')).toBe('0');
  });
  it('ranks each class of units by itself', () => {
    const { groups } = standingsOf(period('2025-Q1'), journal, ledger);
    expect(groups.map(({ group, rows }) => [group, rows.map(({ unit, rank }) => `${rank} ${unit}`)])).toEqual([
      ['处室', ['1 jiaowu', '2 deyu']],
      ['年级组', ['1 gaoyi']],
    ]);
  });
  it('commends the first two of each group, and the first fifth of the writers with all who tie', () => {
    const awards = awardsOf(period('2025'), journal, ledger);
    expect(awards.map(({ title, group, places, sure }) => [title, group, places, sure])).toEqual([
      ['先进集体', '处室', 2, ['jiaowu', 'deyu']],
      ['先进集体', '年级组', 1, ['gaoyi']],
      // Three writers: 0.6 of a place, rounded to one. 甲 has all of 教务处's items: 5 + 11 + 5; 乙, never first, none; 丙 10 − 1.5.
      ['优秀作者', null, 1, ['a']],
    ]);
  });
});
