/** Rankings and journals of the small bureau. The points are those of county-2021, 四(一): county site 3, city 6, instruction of a city leader 10 … */
import { describe, expect, test } from 'vitest';
import { type Period, parsePeriod } from '../../src/model/period.ts';
import type { Cell, Section, Table } from '../../src/site/shown.ts';
import { changed, pagesOf, world } from './world.ts';

const period = (key: string): Period => parsePeriod(key) as Period;
const texts = (table: Table): string[][] => table.rows.map(({ cells }) => cells.map(({ text }) => text));
const labels = (table: Table): string[] => table.columns.map(({ label }) => label);
const sectionOf = (sections: readonly Section[], id: string): Section => sections.find((section) => section.id === id) as Section;
const firstGroup = (key: string, values = world()) =>
  pagesOf(values).ranking(period(key)).groups[0] as NonNullable<ReturnType<ReturnType<typeof pagesOf>['ranking']>['groups'][number]>;
const site = pagesOf();

describe('the ranking of a period', () => {
  const { table, chart } = firstGroup('2026-Q2');

  /** All cells of figures but how the rank moved. */
  const figures = (cells: readonly Cell[]): readonly Cell[] => [...cells.slice(2, 3), ...cells.slice(4)];

  test('ranks by the points of the quarter, hidden items counted, ties marked', () => {
    // 待遇股: city paper 6 less the 3 of March, city leader 10; of the hidden item a paper of the province 9, a leader of the province 20.
    expect(texts(table).map(([rank, unit]) => [rank, unit])).toEqual([
      ['1', '待遇股'],
      ['2', '服务中心'],
      ['2', '信息中心'],
    ]);
    expect(table.rows[1]?.cells[0]?.marks).toEqual([{ text: '并列', tone: 'quiet' }]);
  });

  test('every figure of a row leads to the journal of that unit in that period', () => {
    for (const { cells } of table.rows) for (const { href } of figures(cells)) expect(href).toMatch(/^units\/[a-z]+\/2026(-Q2)?\//);
  });

  test('every total leads to the journal of all units', () => {
    for (const { href } of figures(table.foot ?? [])) expect(href).toMatch(/^ranking\/2026(-Q2)?\/journal\//);
  });

  test('rows add up to the total at the foot', () => {
    const column = labels(table).indexOf('得分');
    const total = texts(table).reduce((all, row) => all + Number(row[column]), 0);
    expect(String(total)).toBe(table.foot?.[column]?.text);
  });

  test('the chart reads the columns of unit and of the kinds that its points are of', () => {
    expect(chart).toMatchObject({ kind: 'stack', table: table.id, label: 1, value: 4, until: 5, names: ['采用', '批示'], size: 'small' });
    expect(labels(table).slice(4, 6)).toEqual(['采用', '批示']);
    expect(chart?.sentence).toContain('待遇保障股');
  });

  test('says by which clause, when it is over, and what lies around it', () => {
    const page = site.ranking(period('2026-03'));
    expect(page.state).toEqual({ text: '已结束', tone: 'quiet' });
    expect(site.ranking(period('2026-Q2')).state.tone).toBe('wait');
    expect(page.lead[0]).toEqual({ text: '依据《XX县医疗保障局新闻报道工作办法》计分', href: 'policies/county-2021/#clause-%E5%9B%9B(%E4%B8%89)' });
    expect(page.around.map(({ text }) => text)).toEqual(['2026年第一季度', '2026年上半年', '2026年']);
    expect(page.previous).toBeNull();
    expect(page.next?.href).toBe('ranking/2026-04/');
    expect(site.ranking(period('2026-Q1')).within.map(({ text }) => text)).toEqual(['2026年3月']);
  });

  test('names who is not ranked, who is barred or may yet be, and holds back an award that would give authors away', () => {
    const notes = new Map(site.ranking(period('2026')).notes.map(({ title, items }) => [title, items]));
    expect(notes.get('不参加排名')?.map(({ text }) => text)).toEqual(['基金监管股']);
    expect(notes.get('评先评优资格')?.[0]?.marks).toEqual([{ text: '资格待定', tone: 'wait' }]);
    const awards = site.ranking(period('2026-Q2')).notes.find(({ title }) => title === '表扬名单');
    expect(awards?.items[0]?.text).toBe('按目前得分，优秀撰稿员：含不公开稿件的得分，名单由办公室另行公布');
    const first = site.ranking(period('2026-Q1')).notes.find(({ title }) => title === '表扬名单');
    expect(first?.items[0]?.text).toBe('优秀撰稿员：林二、莫三');
  });

  test('a unit that filed nothing comprehensive in a half-year that is over is barred', () => {
    const values = world();
    values.delete('data/submissions/xinxi/2026/future.yaml');
    const later = pagesOf(values, 'zh', '2026-07-10' as never);
    const bars = later.ranking(period('2026')).notes.find(({ title }) => title === '评先评优资格');
    expect(bars?.items.some(({ marks }) => marks?.[0]?.text === '不得评先')).toBe(true);
    const table = later.ranking(period('2026')).groups[0]?.table as Table;
    expect(table.rows.flatMap(({ cells }) => cells[1]?.marks ?? []).map(({ text }) => text)).toContain('不得评先');
  });
});

describe('what the installation shows of a ranking', () => {
  const shown = (ranking: unknown) => changed('data/site.yaml', { public: { ranking } });

  test('facts without ranks', () => {
    const { table, chart } = firstGroup('2026-Q2', shown('none'));
    expect(texts(table).map(([rank, unit]) => [rank, unit])).toEqual([
      ['—', '待遇股'],
      ['—', '服务中心'],
      ['—', '信息中心'],
    ]);
    expect(chart).toBeNull();
    const page = pagesOf(shown('none'));
    expect(page.ranking(period('2026-Q2')).lead.map(({ text }) => text)).toContain('按本单位设定，只列事实，不排名次。');
    expect(page.ranking(period('2026-Q2')).notes.map(({ title }) => title)).not.toContain('表扬名单');
    expect(page.unit('daiyu').figures.map(({ label }) => label)).not.toContain('名次');
    expect(page.journal('daiyu', period('2026-Q2')).figures.map(({ label }) => label)).not.toContain('名次');
    expect(page.rankings().sections[0]?.table.rows[0]?.cells[1]?.text).toBe('—');
  });

  test('the first n, the others in the order of the register', () => {
    const { table } = firstGroup('2026-Q2', shown(1));
    expect(texts(table).map(([rank]) => rank)).toEqual(['1', '—', '—']);
    const page = pagesOf(shown(1));
    expect(page.unit('daiyu').figures.map(({ label }) => label)).toContain('名次');
    expect(page.unit('fuwu').figures.map(({ label }) => label)).not.toContain('名次');
    expect(page.ranking(period('2026-Q2')).lead.map(({ text }) => text)).toContain('按本单位设定，只公布前 1 名的名次，其余按登记顺序列出。');
  });
});

describe('the journal of a unit', () => {
  const journal = site.journal('daiyu', period('2026-Q2'));

  test('explains a figure credit by credit: what, by which clause with its words, and why no more', () => {
    const { table } = sectionOf(journal.sections, 'adoption') as { table: Table };
    const [hidden, twin, raised, again, forwarded] = table.rows.map(({ cells }) => cells) as Cell[][];
    expect(hidden?.map(({ text }) => text)).toEqual(['2026-04-22', '不公开稿件', '四(一)4', '+9']);
    // A public story that was filed first as a hidden one: what it adds to the hidden item is as hidden as the item.
    expect(twin?.map(({ text }) => text)).toEqual(['2026-04-25', '不公开稿件', '四(一)1', '0']);
    expect(raised?.map(({ text }) => text)).toEqual(['2026-05-10', '门诊统筹落地见效', '四(一)3', '+3']);
    expect(raised?.[1]?.href).toBe('submissions/climbing/');
    expect(raised?.[1]?.lines?.map(({ text }) => text)[0]).toBe('湛江日报采用（综合、A02版）');
    expect(raised?.[1]?.lines?.[1]?.text).toContain('6分');
    expect(raised?.[2]).toMatchObject({ href: 'policies/county-2021/#clause-%E5%9B%9B(%E4%B8%80)3' });
    expect(raised?.[2]?.lines?.[0]?.text).toContain('湛江日报');
    expect(raised?.[0]?.lines?.[0]?.href).toBe('https://git.example.org/office/records/blob/main/data/adoptions/2026/climbing-daily.yaml#L2');
    expect(again?.[3]).toEqual({ text: '0', tone: 'muted' });
    expect(again?.[1]?.lines?.[0]?.text).toContain('转载');
    expect(forwarded?.[1]?.lines?.[0]?.text).toBe('上报某公众号（综合）');
    expect(forwarded?.[2]).toMatchObject({ text: '办法未规定', href: 'policies/county-2021/' });
  });

  test('adds up: subtotals to the sum, and the sum to the figure of the ranking', () => {
    // 9 + 3 for adoptions, 20 + 10 for instructions.
    const sums = sectionOf(journal.sections, 'sum').table as Table;
    expect(texts(sums)).toEqual([
      ['采用', '5', '12'],
      ['批示', '2', '30'],
      ['差错', '1', '0'],
    ]);
    expect(sums.foot?.map(({ text }) => text)).toEqual(['合计', '8', '42']);
    expect(firstGroup('2026-Q2').table.rows[0]?.cells[2]?.text).toBe('42');
    expect(sectionOf(journal.sections, 'adoption').table?.foot?.at(-1)?.text).toBe('12');
  });

  test('shows the year so far month by month, where the cumulative figure of a ranking leads', () => {
    const year = site.journal('daiyu', period('2026'));
    const months = sectionOf(year.sections, 'months').table as Table;
    expect(months.rows.map(({ anchor }) => anchor)).toEqual([
      'month-2026-01',
      'month-2026-02',
      'month-2026-03',
      'month-2026-04',
      'month-2026-05',
      'month-2026-06',
    ]);
    expect(texts(months).map(([, points, soFar]) => [points, soFar])).toEqual([
      ['0', '0'],
      ['0', '0'],
      ['3', '3'],
      ['29', '32'],
      ['13', '45'],
      ['0', '45'],
    ]);
    expect(firstGroup('2026-05').table.rows[0]?.cells.at(-1)).toMatchObject({ text: '45', href: 'units/daiyu/2026/#month-2026-05' });
  });

  test('lists what was filed, why it does not count, and hides what is not public', () => {
    const filings = sectionOf(site.journal('fuwu', period('2026-Q2')).sections, 'filings').table as Table;
    const lines = filings.rows.map(({ cells }) => [cells[1]?.text, cells[1]?.lines?.[0]?.text]);
    expect(lines).toContainEqual(['没有采纳的稿件', '不予采纳，不计分']);
    expect(lines.find(([title]) => title === '没有审批的稿件')?.[1]).toContain('股室负责人');
    const hidden = sectionOf(journal.sections, 'filings').table as Table;
    expect(texts(hidden).map(([, title, form]) => [title, form])).toEqual([['不公开稿件', '—']]);
  });

  test('says so where there is nothing, and has a page for every unit in a ranking', () => {
    const empty = site.journal('fuwu', period('2026-03'));
    expect(sectionOf(empty.sections, 'sum').text).toBe('本期没有计分记录。');
    expect(sectionOf(empty.sections, 'filings').text).toBe('本期没有报送。');
    const journals = new Set(site.journals().map(({ unit, slug }) => `${unit} ${slug}`));
    expect(journals).toContain('fuwu 2026-03');
    expect(journals).not.toContain('lingdao 2026-03');
  });

  test('the same story, filed first by someone else, says where its points are', () => {
    const twins = sectionOf(site.journal('xinxi', period('2026-05')).sections, 'adoption').table as Table;
    expect(twins.rows.map(({ cells }) => cells[1]?.lines?.map(({ text }) => text).join(' ')).join(' ')).toContain('两家合写的稿件');
    const ofHidden = sectionOf(site.journal('fuwu', period('2026-04')).sections, 'adoption').table as Table;
    expect(JSON.stringify(ofHidden)).toContain('另一条不公开的记录');
  });
});

describe('the journal of all units', () => {
  test('has every credit of the period, and its sum is the total of the ranking', () => {
    const whole = site.wholeJournal(period('2026-Q2'));
    expect(whole.figures[0]?.value).toBe(site.ranking(period('2026-Q2')).figures[0]?.value);
    expect(whole.sections.map(({ id }) => id)).toEqual(['adoption', 'instruction', 'submission', 'incident', 'filings']);
    expect(whole.note).toBe('不公开和依申请公开的稿件只列日期、条款和得分。');
    expect(labels(whole.sections[0]?.table as Table)).toContain('单位');
  });
});

describe('the list of rankings', () => {
  test('has every period with anything in it, the latest first', () => {
    const index = site.rankings();
    expect(index.sections.map(({ title }) => title)).toEqual(['季度', '月', '半年', '年度']);
    expect(index.sections[0]?.table.rows.map(({ cells }) => cells[0]?.text)).toEqual(['2026年第二季度', '2026年第一季度']);
    expect(index.sections[0]?.table.rows[1]?.cells[1]?.text).toBe('待遇股');
  });
});

describe('other ordinances', () => {
  /** The bureau under an ordinance of its own. */
  const under = (policy: Record<string, unknown>) => {
    const values = changed('data/site.yaml', { policies: ['own'] });
    return values.set('policies/own.yaml', { id: 'own', title: '自订办法', in_force: { from: '2026-01-01' }, clauses: { 一: '条文一' }, ...policy });
  };
  const rules = {
    run: { clause: '一', for: 'adoption', points: 2 },
    fee: { clause: '一', for: 'adoption', points: 50, ledger: '稿酬', pool: '稿酬' },
  };
  const own = under({ rules, pools: { 稿酬: { combine: 'sum' } }, ranking: { groups: 'class', by: 'year-to-date', top: 1, bottom: 1 } });

  test('groups by class, each with a table of its own, ranked by the year so far', () => {
    const page = pagesOf(own).ranking(period('2026-05'));
    expect(page.groups.map(({ title }) => title)).toEqual(
      ['局领导', '机关股室', '下属单位'].filter((title) => page.groups.some((group) => group.title === title)),
    );
    expect(page.lead.map(({ text }) => text)).toEqual(['依据《自订办法》计分', '按年累计得分排名']);
    const { table } = page.groups.find(({ title }) => title === '机关股室') as (typeof page.groups)[number];
    expect(table.rows[0]?.cells[2]?.href).toBe('units/daiyu/2026/#month-2026-05');
    expect(labels(table)).toContain('未列级');
    expect(page.notes.find(({ title }) => title === '靠前与靠后')?.items.at(-1)?.href).toBeUndefined();
  });

  test('keeps other accounts out of the points, in a section of their own', () => {
    const journal = pagesOf(own).journal('daiyu', period('2026-03'));
    expect(journal.figures[0]?.value).toBe('2');
    expect(sectionOf(journal.sections, 'account-1')).toMatchObject({ title: '另账：稿酬' });
    expect(sectionOf(journal.sections, 'account-1').table?.foot?.at(-1)?.text).toBe('50');
  });

  test('awards to units are listed with the places that a tie leaves open', () => {
    const awards = { best: { clause: '一', title: '先进单位', of: 'units', per: 'year', places: 1 } };
    const page = pagesOf(under({ rules: { run: { clause: '一', for: 'submission', points: 0 } }, awards, ranking: { groups: 'class' } })).ranking(
      period('2026'),
    );
    const items = page.notes.find(({ title }) => title === '表扬名单')?.items ?? [];
    expect(items.map(({ text }) => text)).toContain('按目前得分，下属单位 先进单位：—');
    expect(items.flatMap(({ lines }) => lines ?? []).map(({ text }) => text)).toContain('末位并列待定（余 1 个名额）：服务中心、信息中心');
  });

  test('deductions and missed duties have columns and sections of their own', () => {
    const duties = { monthly: { clause: '一', title: '每月一篇', per: 'month', at_least: 1, missed: -2, met: 1 } };
    const bases = { start: { clause: '一', points: 10, per: 'year' } };
    const page = pagesOf(
      under({
        rules: { call: { clause: '一', for: 'obligation', where: { outcome: '按时' }, points: 3 } },
        duties,
        bases,
        deadlines: { 约稿: { clause: '一' } },
      }),
    );
    const { table } = page.ranking(period('2026')).groups[0] as { table: Table };
    expect(labels(table)).toEqual(expect.arrayContaining(['扣分', '任务与基础分', '约稿与专项任务']));
    const journal = page.journal('daiyu', period('2026'));
    const obligations = sectionOf(journal.sections, 'obligation').table as Table;
    expect(obligations.rows.map(({ cells }) => [cells[1]?.text, cells[1]?.lines?.[0]?.text])).toEqual([
      ['门诊统筹落地见效', '门诊统筹约稿'],
      ['不公开稿件', undefined],
    ]);
    const units = sectionOf(journal.sections, 'unit').table as Table;
    expect(units.rows.map(({ cells }) => cells[1]?.text)).toEqual(['基础分', '每月一篇', '每月一篇', '每月一篇', '每月一篇', '每月一篇']);
    const missed = sectionOf(page.journal('xinxi', period('2026')).sections, 'obligation');
    expect(missed).toBeUndefined();
  });

  test('a missed obligation that is not public is called just that', () => {
    const rules = { late: { clause: '一', for: 'obligation', where: { outcome: '未按时' }, points: -5 } };
    const page = pagesOf(under({ rules, deadlines: { 约稿: { clause: '一' } } })).journal('xinxi', period('2026-04'));
    const { table } = sectionOf(page.sections, 'obligation') as { table: Table };
    expect(table.rows.map(({ cells }) => cells.map(({ text }) => text))).toEqual([['2026-04-30', '不公开任务', '一', '-5']]);
    expect(table.rows[0]?.cells[3]?.tone).toBe('minus');
  });

  test('a day without ordinance is shown as such', () => {
    const page = pagesOf(under({ in_force: { from: '2026-05-01' }, rules, pools: { 稿酬: { combine: 'sum' } } })).ranking(period('2026-03'));
    expect(page.lead).toEqual([{ text: '本期没有施行中的办法。' }]);
    const journal = pagesOf(under({ in_force: { from: '2026-05-01' }, rules, pools: { 稿酬: { combine: 'sum' } } })).journal(
      'daiyu',
      period('2026-03'),
    );
    expect(sectionOf(journal.sections, 'adoption').table?.rows[0]?.cells[2]).toEqual({ text: '—', tone: 'muted' });
  });
});

describe('what an item came to', () => {
  test('an incident that voids it, an instruction that is not affirmative, an adoption without a form', () => {
    const rules = {
      run: { clause: '一', for: 'adoption', points: 2, pool: '采用' },
      word: { clause: '一', for: 'instruction', points: 5, pool: '采用' },
      fault: { clause: '一', for: 'incident', points: 0, overrides: true },
    };
    const values = changed('data/site.yaml', { policies: ['own'] });
    values.set('policies/own.yaml', {
      id: 'own',
      title: '自订办法',
      in_force: { from: '2026-01-01' },
      clauses: { 一: '条文一' },
      rules,
      pools: { 采用: { combine: 'highest' } },
    });
    values.set('data/submissions/daiyu/2026/climbing.yaml', { title: '只有类别', unit: 'daiyu', on: '2026-03-02', category: '其他' });
    values.set('data/instructions/2026/climbing-city.yaml', { submission: 'climbing', level: '市', on: '2026-03-06', affirmative: false });
    values.set('data/submissions/fuwu/2026/refused.yaml', { title: '没有体裁', unit: 'fuwu', on: '2026-04-10' });
    const site = pagesOf(values);
    const table = site.submission('climbing').sections[0]?.table as Table;
    expect(table.rows.slice(0, 3).map(({ cells }) => [cells[2]?.text, cells[4]?.text])).toEqual([
      ['XX县人民政府官方网站采用', '+2'],
      ['获市级领导批示', '+3'],
      ['湛江日报采用（A02版）', '0'],
    ]);
    expect(table.rows[2]?.cells[2]?.lines?.[0]?.text).toContain('获市级领导批示');
    expect(JSON.stringify(site.submission('shared').sections)).toContain('差错：负面炒作');
    expect(sectionOf(site.journal('daiyu', period('2026-03')).sections, 'filings').table?.rows[0]?.cells[2]?.text).toBe('其他');
    expect(site.submissions().table.rows.map(({ cells }) => cells[3]?.text)).toContain('—');
    expect(sectionOf(site.journal('fuwu', period('2026-04')).sections, 'filings').table?.rows.map(({ cells }) => cells[2]?.text)).toContain('—');
  });
});

describe('many units', () => {
  test.each([
    [4, 'small'],
    [9, 'middle'],
    [17, 'large'],
  ])('%i of them make a chart that is %s', (count, size) => {
    const units = Array.from({ length: count }, (_, index) => ({ id: `u${index}`, name: `单位${index}`, class: '机关股室' }));
    const values = new Map([...world()].filter(([file]) => !/^data\/(sub|ado|ins|obl|inc)/.test(file)));
    values.set('data/units.yaml', { units: [...units, { id: 'lingdao', name: '局领导', class: '局领导' }] });
    values.set('data/people.yaml', { people: [] });
    values.set('data/submissions/u0/2026/a.yaml', { title: '一篇', unit: 'u0', on: '2026-05-01', form: '综合' });
    const page = pagesOf(values).ranking(period('2026-05'));
    expect(page.groups[0]?.chart).toMatchObject({ size, sentence: '本期还没有得分。' });
  });
});

describe('a large ledger', () => {
  test('splits the journal of a long period into its months', () => {
    const values = world();
    for (let index = 0; index < 1600; index += 1)
      values.set(`data/submissions/xinxi/2026/many-${index}.yaml`, { title: `第${index}篇`, unit: 'xinxi', on: '2026-05-04', form: '简讯' });
    const large = pagesOf(values);
    const year = large.wholeJournal(period('2026'));
    expect(year.sections.map(({ id }) => id)).toEqual(['months']);
    expect(year.sections[0]?.table?.rows.map(({ cells }) => cells[0]?.href)).toEqual([
      'ranking/2026-03/journal/',
      'ranking/2026-04/journal/',
      'ranking/2026-05/journal/',
    ]);
    expect(large.wholeJournal(period('2026-05')).sections.at(-1)?.table?.rows.length).toBeGreaterThan(1600);
  });
});
