/** The JSON and the texts that other programs and people read: shapes, order of keys, exact decimals. */
import { rmSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { explain, explanationJson, explanationText, type Subject } from '../../src/export/explanation.ts';
import { journalJson, linewise } from '../../src/export/journal.ts';
import { standingsJson } from '../../src/export/standings.ts';
import { journalText, standingsText } from '../../src/export/standings-text.ts';
import { subjectsNamed } from '../../src/export/subjects.ts';
import type { Day } from '../../src/model/day.ts';
import { type Period, parsePeriod } from '../../src/model/period.ts';
import type { Ledger } from '../../src/model/records.ts';
import { openRoot } from '../../src/rim/open.ts';
import { keepJournal } from '../../src/scoring/journal.ts';
import { rootOfCase, rootOfExample } from '../rig/root.ts';

const roots: string[] = [];
afterAll(() => {
  for (const root of roots) rmSync(root, { recursive: true });
});

function opened(name: string, asOf = '2026-12-31') {
  const root = rootOfCase(name);
  roots.push(root);
  const { ledger, policies, lineOf } = openRoot(root);
  return { ledger: ledger as Ledger, lineOf, journal: keepJournal(ledger as Ledger, policies, asOf as Day) };
}

function openedExample(name: string, asOf: string) {
  const root = rootOfExample(name);
  roots.push(root);
  const { ledger, policies } = openRoot(root);
  return { ledger: ledger as Ledger, journal: keepJournal(ledger as Ledger, policies, asOf as Day) };
}

const AWARD = {
  clause: '四(三)',
  title: '先进单位',
  of: 'units',
  per: 'month',
  from: 'top',
  unless_barred: false,
  places: 1,
  round: 'down',
  at_least: 1,
  ties: 'undecided',
} as const;
const period = (key: string): Period => parsePeriod(key) as Period;
const better = opened('scoring/a-better-adoption-in-a-later-quarter');
const halfYear = opened('scoring/half-a-year-without-a-report', '2026-07-01');
const tie = opened('scoring/a-tie-shares-its-rank');

describe('the journal', () => {
  test('has its keys in this order, points as decimal strings, and a line for each credit', () => {
    expect(journalJson(better.journal, better.lineOf, period('2026-Q1'))).toBe(`{
  "asOf": "2026-12-31",
  "period": "2026-Q1",
  "policies": [
    {"id":"county-2021","title":"XX县医疗保障局新闻报道工作办法","from":"2021-02-25","to":null}
  ],
  "totals": [
    {"ledger":"积分","unit":"jianguan","points":"3"}
  ],
  "credits": [
    {"on":"2026-03-04","unit":"jianguan","people":[{"person":"wang-xiaomei","points":"3"}],"points":"3","ledger":"积分","policy":"county-2021","clause":"四(一)1","rule":"county-site","record":"20260304-county-site","path":"data/adoptions/2026/20260304-county-site.yaml","line":1,"reason":{"code":"counted"}}
  ]
}
`);
  });

  test('is whole without a period, and its totals are the sums of its credits', () => {
    expect(JSON.parse(journalJson(better.journal, better.lineOf))).toMatchObject({
      period: null,
      totals: [{ ledger: '积分', unit: 'jianguan', points: '18' }],
      credits: [{ points: '3' }, { points: '15' }],
    });
  });

  test('lists the totals in the order of units', () => {
    const { totals } = JSON.parse(journalJson(tie.journal, tie.lineOf)) as { totals: { unit: string }[] };
    expect(totals.map(({ unit }) => unit)).toEqual(['bangongshi', 'daiyu', 'jianguan']);
  });

  test('is a table for people', () => {
    const lines = journalText(better.journal, better.ledger, period('2026-Q2')).split('\n');
    expect(lines[0]).toMatch(/^日期 day\s+单位 unit\s+分 points\s+账 ledger\s+条款 clause\s+记录 record\s+说明 reason$/);
    expect(lines[1]).toMatch(/^2026-05-06 {2}基金监管股\s+15 {2}积分\s+四\(一\)5\s+20260506-renminwang\s+现应计18分/);
    expect(journalText(better.journal, better.ledger).trimEnd().split('\n')).toHaveLength(3);
    expect(journalText(opened('scoring/an-outlet-whose-level-is-still-open').journal, better.ledger)).toMatch(/^2026-03-05 .* {2}- {2}/m);
  });
});

test('lists at the top of JSON have an entry a line, empty ones none', () => {
  expect(linewise({ a: 1, b: [], c: [{ d: 1 }, 2] })).toBe('{\n  "a": 1,\n  "b": [],\n  "c": [\n    {"d":1},\n    2\n  ]\n}\n');
});

describe('the standings', () => {
  test('are JSON for programs', () => {
    const standings = JSON.parse(standingsJson(period('2026-03'), tie.journal, tie.ledger)) as { groups: { rows: object[] }[] };
    expect(Object.keys(standings)).toEqual(
      'period from to asOf closed policy rankedBy total groups people excluded subtotals bars awards reminders'.split(' '),
    );
    expect(standings).toMatchObject({ period: '2026-03', from: '2026-03-01', to: '2026-03-31', closed: true, policy: 'county-2021', total: '7' });
    expect(standings.groups[0]?.rows[0]).toEqual({
      rank: 1,
      tied: true,
      unit: 'jianguan',
      name: '基金监管股',
      points: '3',
      ofPeriod: '3',
      yearToDate: '3',
      byKind: { adoption: '3' },
      deductions: '0',
      filed: 1,
      adopted: 1,
      adoptions: { 县政府网站: 1 },
      quotas: [{ duty: 'monthly-report', title: '每月综合性报道', period: '2026-03', count: 1, quota: 1, state: 'met', forecast: null }],
    });
  });

  test('rank the persons and name the award of the quarter', () => {
    expect(JSON.parse(standingsJson(period('2026-Q1'), better.journal, better.ledger))).toMatchObject({
      people: [{ rank: 1, tied: false, person: 'wang-xiaomei', name: '王晓梅', points: '3' }],
      awards: [{ award: 'best-writers', clause: '四(三)', sure: ['wang-xiaomei'], undecided: [] }],
    });
  });

  test('are a table for people, with what is open while the period runs', () => {
    const text = standingsText(period('2026'), halfYear.journal, halfYear.ledger);
    expect(text).toContain(
      '2026年得分排名  Standings, 2026\n(截至 2026年7月1日,尚未结束  as of 1 July 2026, not over yet)\nXX县医疗保障局新闻报道工作办法 (county-2021)',
    );
    expect(text).toMatch(/^ +1 {2}办公室 +0 +0 +0 +0 {2}6✗ 1…$/m);
    expect(text).toContain('尚需报送 Still to file\n  办公室:每月综合性报道还差 1 件,最迟2026年7月31日报送  1 more by 31 July 2026\n');
    expect(text).toContain('办公室:2026年上半年计入 0 件,不能参加县、局的评先评优(四(二))  barred, 0 in the first half of 2026');
    expect(text).toContain('基金监管股:2026年下半年计入 0 件,如无新报送将不能参加县、局的评先评优(四(二))  will be barred if nothing more comes');
  });

  test('name those who are not ranked, commended, or tied at the last place', () => {
    const { ledger, journal } = tie;
    const units = new Map([...ledger.units].map(([id, unit]) => [id, id === 'daiyu' ? { ...unit, excluded: '代管' } : unit]));
    const text = standingsText(period('2026-Q1'), journal, { ...ledger, units });
    expect(text).toContain('不参加排名 Not ranked\n  待遇保障股:代管\n');
    expect(text).toContain('优秀撰稿员(四(三)):王晓梅\n');
    const clones = new Map(
      [1, 2, 3, 4, 5].map((n) => [`p${n}`, { ...(ledger.people.get('wang-xiaomei') as never as object), id: `p${n}`, name: `甲${n}` }]),
    );
    const credits = journal.credits.map((credit) => ({ ...credit, people: [...clones.keys()].map((person) => ({ person, points: credit.points })) }));
    expect(standingsText(period('2026-Q1'), { ...journal, credits }, { ...ledger, people: clones as never })).toContain(
      '优秀撰稿员(四(三)):无 none;末位并列,由办公室从中定 3 名 tied at the last place, 3 to be chosen:甲1、甲2、甲3、甲4、甲5',
    );
  });

  test('name a unit that the register has lost by its id', () => {
    expect(journalText(better.journal, { ...better.ledger, units: new Map() })).toMatch(/^2026-03-04 {2}jianguan /m);
  });

  test('say so where no ordinance was in force, and group by class where the ordinance does', () => {
    expect(standingsText(period('2020-03'), tie.journal, tie.ledger)).toContain('当期没有施行的办法。 No ordinance was in force.');
    expect(JSON.parse(standingsJson(period('2020-03'), tie.journal, tie.ledger))).toMatchObject({
      policy: null,
      total: '0',
      groups: [{ group: null, rows: [] }],
    });
    const books = tie.journal.books.map((book) => ({
      ...book,
      policy: { ...book.policy, ranking: { ...book.policy.ranking, groups: 'class' as const }, awards: { best: AWARD } },
    }));
    const grouped = { ...tie.journal, books, bookOn: () => books[0] ?? null };
    const text = standingsText(period('2026-03'), grouped, tie.ledger);
    expect(text).toContain('【机关股室】\n名次 rank');
    expect(text).toContain(
      '先进单位【机关股室】(四(三)):无 none;末位并列,由办公室从中定 1 名 tied at the last place, 1 to be chosen:基金监管股、待遇保障股',
    );
  });

  test('list reminders, as the ordinance of 赣州 has them', () => {
    const { ledger, journal } = openedExample('ganzhou-2020', '2020-09-30');
    const { reminders } = JSON.parse(standingsJson(period('2020-08'), journal, ledger)) as { reminders: object[] };
    expect(reminders[0]).toEqual({
      on: expect.stringMatching(/^2020-08-/),
      unit: expect.any(String),
      duty: expect.any(String),
      clause: expect.any(String),
      period: expect.stringMatching(/^2020-/),
      count: expect.any(Number),
      quota: expect.any(Number),
    });
  });
});

describe('an explanation walks from the total to clause and record', () => {
  const unit: Subject = { kind: 'unit', id: 'jianguan', name: '基金监管股' };

  test('as text', () => {
    expect(explanationText(explain(unit, better, better.lineOf, period('2026-Q1')), better.ledger)).toBe(`基金监管股 (jianguan)
2026年第一季度 first quarter of 2026
积分 3分 3 points

2026-03-04  +3 《基金监管股开展定点药店专项检查》
  采用 adoption: 南渡县人民政府官方网站 2026-03-04 (20260304-county-site)
  county-2021 四(一)1 (county-site): 发布在XX县人民政府官方网站的综合性报道、稿件每条3分,简讯每条1分;
  按条款计分
  counted by the clause
  data/adoptions/2026/20260304-county-site.yaml:1
`);
  });

  test('as JSON', () => {
    const person: Subject = { kind: 'person', id: 'wang-xiaomei', name: '王晓梅' };
    const explanation = explain(person, better, better.lineOf, null);
    expect(JSON.parse(explanationJson(explanation, better.lineOf))).toMatchObject({
      subject: person,
      period: null,
      asOf: '2026-12-31',
      totals: [{ ledger: '积分', points: '18' }],
      credits: [
        { on: '2026-03-04', own: '3', clause: '四(一)1', clauseText: expect.stringContaining('每条3分'), zh: '按条款计分', line: 1 },
        { on: '2026-05-06', own: '15', clause: '四(一)5' },
      ],
    });
  });

  test('of a submission, with what was set aside and why', () => {
    const { journal, ledger, lineOf } = opened('scoring/a-lower-adoption-afterwards');
    const text = explanationText(explain({ kind: 'submission', id: '20260302-zhuanxiang', name: '标题' }, { journal, ledger }, lineOf, null), ledger);
    expect(text).toContain('截至 2026年12月31日 up to 31 December 2026\n积分 6分 6 points\n');
    expect(text).toContain('2026-03-04  0 基金监管股\n');
    expect(text).toContain('同一稿件已按 湛江日报 2026-03-03 (20260303-ribao) 计6分，不重复计分');
  });

  test('of a person who wrote nothing that counts', () => {
    const person: Subject = { kind: 'person', id: 'chen-li', name: '陈立' };
    expect(explain(person, better, better.lineOf, null).steps).toEqual([]);
  });

  test('without credits', () => {
    const office: Subject = { kind: 'unit', id: 'bangongshi', name: '办公室' };
    expect(explanationText(explain(office, better, better.lineOf, null), better.ledger)).toContain('没有计分明细。 No credits.');
  });

  test('where no clause covers the fact, and where there is no line', () => {
    const { journal, ledger } = opened('scoring/an-outlet-whose-level-is-still-open');
    const text = explanationText(
      explain(unit, { journal, ledger }, () => null, period('2026-03-05')),
      ledger,
    );
    expect(text).toContain('  采用 adoption: 今日头条 2026-03-05 (20260305-toutiao)\n  媒体级别尚未认定');
    expect(text).toMatch(/data\/adoptions\/2026\/20260305-toutiao\.yaml$/m);
  });

  test('of points in other accounts, of duties and of records that have no name', () => {
    const [first] = better.journal.credits;
    if (!first) throw new Error('no credit');
    const credits = [
      { ...first, ledger: '稿酬', item: null, record: 'jianguan', kind: 'unit' as const, rule: null },
      { ...first, clause: '没有的条款', record: 'nobody', unit: 'gone' },
    ];
    const person: Subject = { kind: 'person', id: 'wang-xiaomei', name: '王晓梅' };
    const text = explanationText(explain(person, { ...better, journal: { ...better.journal, credits } }, better.lineOf, null), better.ledger);
    expect(text).toContain('稿酬 3分 3 points\n积分 3分 3 points\n');
    expect(text).toContain('2026-03-04  +3 稿酬 基金监管股\n  单位 unit: 基金监管股\n  county-2021 四(一)1: 发布在');
    expect(text).toContain(
      '2026-03-04  +3 gone 《基金监管股开展定点药店专项检查》\n  采用 adoption: nobody\n  county-2021 没有的条款 (county-site)\n',
    );
  });
});

describe('who asks for an explanation may name', () => {
  const found = (named: string) => subjectsNamed(named, tie.ledger);
  test.each([
    ['an id', 'jianguan', 'unit'],
    ['a unit', '待遇保障股', 'unit'],
    ['a person', '王晓梅', 'person'],
    ['a title', '生育津贴直达个人账户', 'submission'],
  ])('%s', (_, named, kind) => expect(found(named)).toMatchObject({ found: [{ kind }], nearest: null }));

  test('nobody, and is told the nearest', () => expect(found('待遇保险股')).toEqual({ found: [], nearest: '待遇保障股' }));
});
