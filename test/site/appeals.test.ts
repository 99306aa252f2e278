/** Appeals on pages, in open data and in reminders: what is shown of them, where, and what is not. */
import { describe, expect, test } from 'vitest';
import { remindersJson } from '../../src/export/reminders.ts';
import { openLedger } from '../../src/ledger/open.ts';
import { addDays, type Day } from '../../src/model/day.ts';
import { decidePolicy } from '../../src/policy/decide.ts';
import type { Policy } from '../../src/policy/policy.ts';
import { keepJournal } from '../../src/scoring/journal.ts';
import type { Cell, Section } from '../../src/site/shown.ts';
import { sitePages } from '../../src/site/site.ts';
import type { Entry, View } from '../../src/site/view.ts';
import { allOpen, isPublic, openMatters, remindersDue } from '../../src/standings/matters.ts';
import { rulesOf } from '../../src/words/ordinance/rules.ts';
import { reminderLetter } from '../../src/words/reminder-letter.ts';
import { nameWords, reminderWords } from '../../src/words/reminders.ts';
import { ui } from '../../src/words/ui.ts';
import { AS_OF, changed, openDataOf, pagesOf, SECRETS, type Values, viewOf, world } from './world.ts';

const OPEN = 'data/appeals/2026/open-appeal.yaml';
const UNDECIDED = 'data/appeals/2026/undecided-appeal.yaml';

/** The world with an appeal without its decision. */
function opened(values: Values = world(), file = UNDECIDED): Values {
  const { decision: _decision, ...open } = values.get(file) as Record<string, unknown>;
  return values.set(file, open);
}

const appealsIn = (sections: readonly Section[]): Section | undefined => sections.find(({ id }) => id === 'appeals');
/** A cell as one reads it. */
const read = ({ text, marks = [], lines = [] }: Cell): string =>
  [...marks.map((mark) => `[${mark.text}]`), text, ...lines.map((line) => line.text)].filter((part) => part !== '').join(' | ');
const rowsOf = (section: Section | undefined): string[][] => (section?.table?.rows ?? []).map(({ cells }) => cells.map(read));

describe('the door', () => {
  const [open, undecided, ...others] = viewOf().appeals;

  test('lets through what is about something public, and counts the rest; a later day brings nothing', () => {
    expect([open?.id, undecided?.id, others, viewOf().hiddenAppeals]).toEqual(['open-appeal', 'undecided-appeal', [], 6]);
    expect(undecided?.decision).toBeNull();
  });

  test('takes out of texts what nobody may read, and keeps what everybody may', () => {
    expect(open?.asks).toBe('更正门诊统筹一稿的得分，不要与（现不公开）混在一起');
    expect(open?.grounds).toBe('（某媒体）（（某媒体））也刊发过（现不公开），（姓名略）可以证明');
    expect(open?.decision).toMatchObject({
      by: null,
      person: 'chen',
      reasons: '与（现不公开）无关',
      changed: ['climbing-daily', 'data/outlets.yaml'],
      otherChanges: 2,
    });
  });

  test('leaves ids alone that are only part of a word, and names that somebody public has, too', () => {
    const values = changed(OPEN, { grounds: `x${SECRETS.hiddenSlug}y 与 林二 climbing` });
    const { people } = values.get('data/people.yaml') as { people: object[] };
    values.set('data/people.yaml', { people: [...people, { id: 'lin-twin', name: '林二', unit: 'xinxi' }] });
    expect(viewOf(values).appeals[0]?.grounds).toBe(`x${SECRETS.hiddenSlug}y 与 林二 climbing`);
  });

  test('names no person where none are shown, neither as a party nor in a text', () => {
    const values = changed(OPEN, { grounds: '林二写的' });
    changed('data/site.yaml', { public: { people: false } }, values);
    expect(viewOf(values).appeals[0]).toMatchObject({ person: null, grounds: '（姓名略）写的', decision: { person: null, by: null } });
    expect(JSON.stringify(pagesOf(values).submission('climbing').chain)).toContain('申诉决定：支持');
  });

  test('of what was withdrawn later nothing is told before', () => {
    const values = opened(changed(UNDECIDED, { withdrawn: '2026-06-20' }));
    const withdrawnBy = (asOf: Day) => viewOf(values, asOf).appeals.find(({ id }) => id === 'undecided-appeal')?.withdrawn;
    expect([AS_OF, '2026-06-21' as Day].map(withdrawnBy)).toEqual([null, '2026-06-20']);
  });
});

/** The view of the world, where the appeal has led to a correction of 3 points. */
function corrected(): View {
  const view = viewOf();
  const entry = view.entries.find(({ record }) => record === 'climbing-daily') as Entry;
  const reason = { code: 'corrected', period: '2026-04', causes: [{ what: 'changed', file: 'x', appeal: 'open-appeal' }] } as const;
  return { ...view, ofAppeal: new Map([['open-appeal', [{ ...entry, reason }]]]) };
}

describe('pages', () => {
  test('an item has its appeals among its steps, each with the way to the whole of it', () => {
    const page = pagesOf().submission('climbing');
    const steps = page.chain.filter(({ kind }) => ['appealed', 'decided', 'withdrawn'].includes(kind));
    expect(steps.map(({ on, kind, cell }) => [on, kind, cell.text, cell.href])).toEqual([
      ['2026-05-11', 'appealed', '待遇股申诉', '#appeal-open-appeal'],
      ['2026-05-15', 'decided', '陈一决定：支持', '#appeal-open-appeal'],
    ]);
    const [row] = rowsOf(appealsIn(page.sections));
    expect(row?.[0]).toBe('待遇保障股 | 2026-05-11 | 林二 | open-appeal');
    expect(row?.[1]).toBe('门诊统筹落地见效 | 记录 climbing-daily | 2026年4月通报 | 条款 四(一)3');
    expect(row?.[3]).toBe('[支持] | 2026-05-15 · 陈一 | 理由：与（现不公开）无关');
    expect(row?.[4]).toBe('没有得分变动 | 改动的记录：climbing-daily、data/outlets.yaml | 另有 2 条不公开或者已经删除');
    expect(appealsIn(page.sections)?.table?.rows[0]?.anchor).toBe('appeal-open-appeal');
  });

  test('a bulletin has those against it, with what they led to; one without has none', () => {
    const site = sitePages(corrected(), 'zh');
    const [row] = rowsOf(appealsIn(site.bulletin('2026-04').sections));
    expect(row?.[4]).toBe('待遇股 +3，更正2026年4月 | 改动的记录：climbing-daily、data/outlets.yaml | 另有 2 条不公开或者已经删除');
    expect(sitePages({ ...viewOf(), appeals: [] }, 'zh').bulletin('2026-04').sections).toEqual([]);
  });

  test('a unit has its own, a status those that are open, and how many there are of which nothing is told', () => {
    expect(rowsOf(appealsIn(pagesOf().unit('daiyu').sections))).toHaveLength(1);
    expect(appealsIn(pagesOf().unit('xinxi').sections)).toBeUndefined();
    const status = appealsIn(pagesOf().status().sections);
    expect(rowsOf(status).map((row) => row[3])).toEqual(['[未决]']);
    expect(status?.text).toBe('另有 6 件涉及不公开的内容，不在此列出。');
    const none = viewOf(new Map([...world()].filter(([file]) => !file.startsWith('data/appeals/'))));
    expect(appealsIn(sitePages(none, 'zh').status().sections)).toBeUndefined();
    expect(appealsIn(sitePages({ ...none, appeals: viewOf().appeals.slice(0, 1) }, 'zh').status().sections)?.text).toBe('没有未决的申诉。');
  });

  test('what was withdrawn or rejected says so', () => {
    const values = changed(OPEN, { decision: { on: '2026-05-15', by: '办公室', result: '不支持', reasons: '无误' } });
    values.set(UNDECIDED, { unit: 'fuwu', on: '2026-05-12', item: 'shared', asks: '更正', grounds: '有误', withdrawn: '2026-05-14' });
    const site = pagesOf(values);
    const [row] = rowsOf(appealsIn(site.submission('climbing').sections));
    expect(row?.slice(3)).toEqual(['[不支持] | 2026-05-15 · 办公室 | 理由：无误', '—']);
    expect(rowsOf(appealsIn(site.submission('shared').sections))[0]?.[3]).toBe('[已撤回] | 2026-05-14 撤回');
    expect(site.submission('shared').chain.at(-1)).toMatchObject({ kind: 'withdrawn', cell: { text: '服务中心撤回申诉' } });
    expect(rowsOf(appealsIn(site.status().sections))).toEqual([]);
  });

  test('what was withdrawn or is late says so in English, too', () => {
    const values = timed(opened(changed(UNDECIDED, { withdrawn: '2026-05-14' })));
    const { decision: _decision, item: _item, ...open } = values.get(OPEN) as Record<string, unknown>;
    values.set(OPEN, { ...open, bulletin: '2026-03', clause: '没有的条款' });
    const site = pagesOf(values, 'en', '2026-07-31' as Day);
    const [row] = rowsOf(appealsIn(site.status().sections));
    // 30 working days after 11 May 2026, a Monday: 22 June.
    expect(row?.slice(1)).toEqual([
      'bulletin of March 2026 | clause 没有的条款',
      expect.stringContaining('Grounds: '),
      '[overdue] | to be decided by 2026-06-22 (六)',
      '—',
    ]);
    expect(rowsOf(appealsIn(site.submission('shared').sections))[0]?.[3]).toBe('[withdrawn] | withdrawn on 2026-05-14');
    expect(site.submission('shared').chain.at(-1)?.cell.text).toBe('Appeal withdrawn by 服务中心');
  });

  test('in English', () => {
    const site = sitePages(corrected(), 'en');
    const [row] = rowsOf(appealsIn(site.bulletin('2026-04').sections));
    expect(row?.slice(3)).toEqual([
      '[upheld] | 2026-05-15 · 陈一 | Reasons: 与（现不公开）无关',
      '待遇股 +3, correcting April 2026 | Records changed: climbing-daily, data/outlets.yaml | 2 more that are not public, or gone',
    ]);
    expect(appealsIn(site.status().sections)?.text).toBe('6 more concern what is not open to the public and are not listed.');
    expect(site.submission('climbing').chain.map(({ cell }) => cell.text)).toEqual(
      expect.arrayContaining(['Appeal by 待遇股', 'Decided by 陈一: upheld']),
    );
  });
});

test('open data has them, with the points that they corrected', async () => {
  const site = sitePages(corrected(), 'zh');
  const file = (await site.dataFiles()).find(({ file: name }) => name === 'appeals.json');
  const { rows } = JSON.parse(new TextDecoder().decode(file?.bytes));
  expect(rows).toMatchObject([
    {
      id: 'open-appeal',
      person: '林二',
      title: '门诊统筹落地见效',
      result: '支持',
      by: '陈一',
      changed: ['climbing-daily', 'data/outlets.yaml'],
      corrected: '3',
      withdrawn: null,
    },
    { id: 'undecided-appeal', item: 'shared', bulletin: null, decided: null, result: null, by: null, reasons: null, changed: [], corrected: '0' },
  ]);
  const none = viewOf(new Map([...world()].filter(([file]) => !file.startsWith('data/appeals/'))));
  expect(await openDataOf(sitePages(none, 'zh'))).not.toContain('appeals.json');
});

/** The ordinance with a time to appeal and to decide. */
const TIMED = {
  clause: '六',
  days: 7,
  from: 'period-end',
  counting: 'inclusive',
  decide: { days: 30, counting: 'working', by: '信息中心' },
};

function timed(values: Values = world()): Values {
  const policy = { ...values.get('policies/county-2021.yaml'), appeals: TIMED };
  values.set('policies/county-2021.yaml', policy);
  return values;
}

describe('where the ordinance sets a time to decide', () => {
  // 30 working days after 12 May 2026, a Tuesday, without holidays: 23 June.
  const DUE = '2026-06-23' as Day;

  function matters(asOf: Day, values: Values = timed()) {
    const { ledger } = openLedger(values);
    const { policy, findings } = decidePolicy('policies/county-2021.yaml', values.get('policies/county-2021.yaml'));
    if (ledger === null || policy === null) throw new Error(JSON.stringify(findings));
    const all = openMatters(keepJournal(ledger, [policy], asOf), ledger).filter(({ kind }) => kind === 'appeal');
    return { ledger, all };
  }

  test('the page says by when, and that the day has passed', () => {
    const values = timed(opened());
    const on = (asOf: Day) => rowsOf(appealsIn(pagesOf(values, 'zh', asOf).status().sections)).map((row) => row[3]);
    expect(on(DUE)).toContain('[未决] | 应于 2026-06-23 前决定（六）');
    expect(on(addDays(DUE, 1))).toContain('[超期未决] | 应于 2026-06-23 前决定（六）');
  });

  test('the unit that decides is reminded three days before, on the day, and after it', () => {
    const called = (asOf: Day) => {
      const { all } = matters(asOf);
      return remindersDue(all, addDays(asOf, -1), asOf).map(({ id, matter, call }) => [id, matter.unit, call?.stage]);
    };
    expect(called(addDays(DUE, -4))).toEqual([]);
    expect(called(addDays(DUE, -3))).toEqual([['appeal/undecided-appeal/ahead', 'xinxi', 'ahead']]);
    // It was decided on 25 June.
    expect(called(addDays(DUE, 1))).toEqual([['appeal/undecided-appeal/missed', 'xinxi', 'missed']]);
    expect(called('2026-06-25' as Day)).toEqual([]);
  });

  test('in words that tell everybody nothing of what is not public', () => {
    const hidden = [`data/appeals/2026/${SECRETS.hiddenAppeal}.yaml`, `data/appeals/2026/${SECRETS.hiddenAppeal}-obligation.yaml`];
    const values = timed(hidden.reduce((all, file) => opened(all, file), world()));
    const { all, ledger } = matters(AS_OF, values);
    const dues = allOpen(all, addDays(AS_OF, -1), AS_OF);
    expect(all.map(isPublic)).toEqual([false, false, true]);
    expect(dues.map((due) => reminderWords(due, AS_OF, 'to-everybody').zh)).toEqual([
      '申诉一件（内容不公开）：尚未决定，请于2026年6月23日前（含当日，还有8天）作出决定。（六）',
      '申诉一件（内容不公开）：尚未决定，请于2026年6月23日前（含当日，还有8天）作出决定。（六）',
      '医保服务中心2026年5月12日的申诉：尚未决定，请于2026年6月23日前（含当日，还有8天）作出决定。（六）',
    ]);
    expect(nameWords(all[0] as (typeof all)[number], 'to-the-unit').zh).toBe('待遇保障股2026年5月12日的申诉');
    const json = remindersJson({ dues, since: AS_OF, asOf: AS_OF, openly: 'to-everybody', ledger, office: '办公室' });
    expect(json).not.toContain(SECRETS.hiddenAppeal);
    expect(JSON.parse(json).reminders[2]).toMatchObject({ kind: 'appeal', record: 'undecided-appeal', unit: 'xinxi', due: DUE, clause: '六' });
  });

  test('a letter has them under a heading of their own', () => {
    const { all } = matters(addDays(DUE, 1));
    const dues = allOpen(all, DUE, addDays(DUE, 1));
    const letter = reminderLetter(dues, {
      organisation: '某局',
      office: '办公室',
      asOf: addDays(DUE, 1),
      openly: 'to-everybody',
      nameOf: (unit) => unit,
    });
    expect(JSON.stringify(letter)).toContain('一、申诉办理');
    expect(JSON.stringify(letter)).toContain('应于2026年6月23日前决定，已超期，请尽快作出决定');
    expect(dues.map((due) => reminderWords(due, addDays(DUE, 1), 'to-everybody').en)[0]).toContain(
      'was to be decided by 23 June 2026; please decide it soon',
    );
  });

  test('nobody is reminded where the ordinance names a unit that is not registered, or sets no time', () => {
    const values = timed();
    const { decide: _decide, ...only } = TIMED;
    values.set('policies/county-2021.yaml', { ...values.get('policies/county-2021.yaml'), appeals: only });
    expect(matters(DUE, values).all).toEqual([]);
    values.set('policies/county-2021.yaml', {
      ...values.get('policies/county-2021.yaml'),
      appeals: { ...TIMED, decide: { ...TIMED.decide, by: '党组' } },
    });
    expect(matters(DUE, values).all).toEqual([]);
  });

  test('the ordinance says so in words', () => {
    const { policy } = decidePolicy('policies/county-2021.yaml', timed().get('policies/county-2021.yaml'));
    const said = (language: 'zh' | 'en') => rulesOf(policy as Policy, ui(language)).filter(({ kind }) => kind === 'appeal');
    expect(said('zh').map(({ text, lines, clauses }) => [text, lines, clauses])).toEqual([
      ['对通报有异议的，7 天内提出申诉', ['自周期最后一天起算，当天算第一天'], ['六']],
      ['信息中心自提出之日起 30 天内作出决定', ['按工作日'], ['六']],
    ]);
    expect(said('en').map(({ text }) => text)).toEqual(['appeals against a bulletin within 7 days', '信息中心 decides within 30 days of the appeal']);
  });
});
