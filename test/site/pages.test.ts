/** The other pages of the small bureau. */
import { describe, expect, test } from 'vitest';
import type { Day } from '../../src/model/day.ts';
import { type Period, parsePeriod } from '../../src/model/period.ts';
import type { Provenance } from '../../src/model/provenance.ts';
import type { Table } from '../../src/site/shown.ts';
import { sitePages } from '../../src/site/site.ts';
import { changed, pagesOf, viewOf, world } from './world.ts';

const site = pagesOf();
const period = (key: string): Period => parsePeriod(key) as Period;
const texts = (table: Table): string[][] => table.rows.map(({ cells }) => cells.map(({ text }) => text));

describe('the overview', () => {
  const page = site.overview();

  test('shows the period for which the ordinance ranks, beside the one before', () => {
    expect(page.ranking?.title).toBe('2026年第二季度得分排名');
    expect(page.ranking?.figures.map(({ label, value, note }) => [label, value, note])).toEqual([
      ['总得分', '48', '上期 3'],
      ['报送稿件', '6', '上期 1'],
      ['采用稿件', '5', '上期 1'],
      ['采用率', '83.3%', '上期 100.0%'],
    ]);
    expect(page.ranking?.more.href).toBe('ranking/2026-Q2/');
  });

  test('shows twelve months in numbers, with a sentence for the picture', () => {
    expect(page.trend?.table.rows).toHaveLength(12);
    expect(page.trend?.table.rows.at(-1)?.cells[0]).toMatchObject({ text: '2026年6月', brief: '6月' });
    expect(page.trend?.chart.sentence).toBe('最近一月（2026年6月）共得 0 分；十二个月中2026年4月最高，为 31 分。');
  });

  test('lists the latest adoptions and instructions that are public', () => {
    expect(page.adoptions[0]?.lines?.map(({ text }) => text)).toEqual(['2026-05-13', '上报某公众号（综合）', '待遇股']);
    expect(page.instructions.map(({ text }) => text)).toEqual(['门诊统筹落地见效']);
    expect(page.policy?.href).toBe('policies/county-2021/');
  });

  test('is a page too where nothing has happened yet', () => {
    const values = new Map([...world()].filter(([file]) => !/^data\/(sub|ado|ins|obl|inc)/.test(file)));
    const empty = pagesOf(values).overview();
    expect([empty.ranking, empty.trend, empty.adoptions]).toEqual([null, null, []]);
    expect(empty.quotas?.says).toBe('3 个单位中，0 个已完成本月任务，3 个还差。');
    expect(pagesOf(values).rankings().sections).toEqual([]);
  });

  test('shows months where the ordinance names no period to rank for, or where there is no ordinance yet', () => {
    const values = changed('data/site.yaml', { policies: ['own'] });
    values.set('policies/own.yaml', { id: 'own', title: '自订办法', in_force: { from: '2026-05-01' }, clauses: { 一: '条文一' } });
    expect(pagesOf(values, 'zh', '2026-05-20' as never).overview().ranking?.title).toBe('2026年5月得分排名');
    const early = pagesOf(values, 'zh', '2026-04-20' as never).overview();
    expect(early.ranking?.title).toBe('2026年4月得分排名');
    expect(early.policy).toBeNull();
  });

  test('falls back to the last period that has anything, while the running one has nothing', () => {
    expect(pagesOf(world(), 'zh', '2026-09-15' as never).overview().ranking?.title).toBe('2026年第二季度得分排名');
  });
});

describe('duties', () => {
  const may = pagesOf(world(), 'zh', '2026-05-20' as never);

  test('stand at a glance on the overview, with what is missing and by when', () => {
    const { quotas, due } = may.overview();
    expect(quotas?.says).toBe('3 个单位中，0 个已完成本月任务，3 个还差。');
    expect(quotas?.cells.map(({ text, marks, lines }) => [text, marks?.[0]?.text, lines?.[0]?.text])).toEqual([
      ['待遇股', '还差 1 篇', '0 / 1 篇'],
      ['服务中心', '还差 1 篇', '0 / 1 篇'],
      ['信息中心', '还差 1 篇', '0 / 1 篇'],
    ]);
    expect(due[0]).toMatchObject({ text: '每月综合性报道（2026年5月）', marks: [{ text: '2026-05-31 到期' }] });
    expect(due[0]?.lines?.[0]?.text).toBe('3 个单位还差：待遇股 1 篇、服务中心 1 篇、信息中心 1 篇');
  });

  test('stand in the journal of their period as met or missed', () => {
    const marks = (unit: string, key: string) => site.journal(unit, period(key)).quotas.map(({ text, marks: own }) => [text, own?.[0]?.text]);
    expect(marks('daiyu', '2026-03')).toEqual([['每月综合性报道（2026年3月）', '已完成']]);
    expect(marks('xinxi', '2026-03')).toEqual([['每月综合性报道（2026年3月）', '未完成']]);
  });
});

describe('units', () => {
  test('are listed by class, those in the ranking first', () => {
    const page = site.units();
    expect(page.groups.map(({ title }) => title)).toEqual(['机关股室', '下属单位', '局领导']);
    expect(texts(page.groups[0]?.table as Table)[0]).toEqual(['待遇保障股', '45', '2', '2', '0 / 1 篇']);
    expect(page.groups[2]?.table.rows[0]?.cells[0]?.lines?.[0]?.text).toBe('不参加排名：只负责审批');
  });

  test('have a page each: figures, trend, duties, eligibility, what happened last, and all journals', () => {
    const page = site.unit('daiyu');
    expect(page.figures.map(({ value }) => value)).toEqual(['45', '1', '2', '2']);
    expect(page.trend.chart.sentence).toBe('待遇保障股十二个月共得 45 分，2026年4月最高，为 29 分。');
    expect(page.periods.map(({ title }) => title)).toEqual(['年度', '半年', '季度', '月']);
    expect(page.sections.map(({ id }) => id)).toEqual(['latest', 'filings', 'appeals']);
    expect(site.unit('xinxi').bars.map(({ marks }) => marks?.[0]?.text)).toEqual(['资格待定']);
  });

  test('say since when they are in service, what is above them, and why they are not ranked', () => {
    expect(site.unit('fuwu').lead.map(({ text }) => text)).toEqual(['上级单位：待遇保障股', '2026-01-01 起', '填报一篇']);
    expect(site.unit('jijin').lead.map(({ text }) => text)).toEqual(['不参加排名：本年度新设']);
    expect(site.unit('jijin').sections[0]?.text).toBe('本期没有计分记录。');
    expect(site.unit('jijin').trend.chart.sentence).toBe('基金监管股十二个月里没有得分。');
    expect(site.ranking(period('2026-Q2')).notes.find(({ title }) => title.startsWith('上级单位'))?.items[0]?.text).toBe('待遇保障股');
  });
});

describe('submissions', () => {
  test('are listed by month, the latest first; how many are not public is said, and no more', () => {
    const page = site.submissions();
    expect(page.months).toEqual([
      {
        title: '2026年',
        links: [
          { text: '2026年5月（1）', href: 'submissions/in/2026-05/' },
          { text: '2026年4月（5）', href: 'submissions/in/2026-04/' },
          { text: '2026年3月（1）', href: 'submissions/in/2026-03/' },
        ],
      },
    ]);
    expect(page.note).toBe('另有 2 篇不公开或依申请公开，只计数、计分，不列题目。');
    expect(texts(page.table)[6]).toEqual(['2026-03-02', '门诊统筹落地见效', '待遇股', '综合', '', '16']);
    expect(page.table.rows[6]?.cells[4]?.links?.map(({ text }) => text)).toEqual(['XX县人民政府官方网站', '湛江日报']);
    const [may] = site.submissionMonths();
    expect(site.submissionMonth(may as NonNullable<typeof may>).title).toBe('2026年5月报送的稿件');
  });

  test('show the record as it stands', () => {
    const facts = new Map(site.submission('climbing').facts.map(({ term, details }) => [term, details]));
    const plain = Object.fromEntries([...facts].map(([term, details]) => [term, details.map(({ text }) => text).join('、')]));
    expect(plain).toEqual({
      报送单位: '待遇保障股',
      撰稿: '林二、莫三',
      体裁: '综合',
      渠道: '政务',
      事件日期: '2026-03-01',
      字数: '900 字',
      投送: '湛江日报',
      公开属性: '公开',
      标记: '重要稿件',
      回应任务: '约稿 · 门诊统筹约稿',
      原文链接: 'https://www.example.org/climbing',
      登记文件: 'data/submissions/daiyu/2026/climbing.yaml:2',
    });
    expect(facts.get('登记文件')?.[0]?.href).toBe('https://git.example.org/office/records/blob/main/data/submissions/daiyu/2026/climbing.yaml#L2');
  });

  test('show what became of them, day by day', () => {
    const steps = site.submission('climbing').chain.map(({ on, cell }) => `${on} ${cell.text}`);
    expect(steps.at(0)).toBe('2026-03-01 股室负责人审核：陈一');
    expect(steps.slice(5)).toEqual([
      '2026-03-02 报送',
      '2026-03-05 XX县人民政府官方网站采用（综合）',
      '2026-05-10 湛江日报采用（综合、A02版）',
      '2026-05-11 待遇股申诉',
      '2026-05-12 XX县人民政府官方网站采用（综合、转载）',
      '2026-05-13 上报某公众号（综合）',
      '2026-05-15 陈一决定：支持',
      '2026-05-20 获市级领导批示（肯定性批示）',
    ]);
    expect(site.submission('shared').chain.map(({ cell }) => cell.text)).toEqual([
      '报送',
      '退回修改',
      '修改后重报',
      '审核通过',
      'XX县人民政府官方网站采用（简讯）',
      '服务中心申诉',
    ]);
    expect(site.submission('refused').chain.map(({ cell }) => cell.text)).toEqual(['报送', '不予采用']);
  });

  test('show every credit they gave, and what was set aside', () => {
    const page = site.submission('climbing');
    const table = page.sections[0]?.table as Table;
    expect(table.rows.map(({ cells }) => [cells[2]?.text, cells[4]?.text])).toEqual([
      ['XX县人民政府官方网站采用（综合）', '+3'],
      ['湛江日报采用（综合、A02版）', '+3'],
      ['XX县人民政府官方网站采用（综合、转载）', '0'],
      ['上报某公众号（综合）', '0'],
      ['获市级领导批示（肯定性批示）', '+10'],
    ]);
    expect(table.foot?.at(-1)?.text).toBe('16');
    expect(page.lead.map(({ text }) => text)).toEqual(['2026-03-02 报送', '共得 16 分', '登记采用', '登记批示']);
    expect(site.submission('composite').sections[0]?.text).toBe('这篇稿件还没有带来得分。');
  });

  test('name only the public parts of a composite, and no story that is not public', () => {
    const terms = (id: string) =>
      site
        .submission(id)
        .facts.filter(({ term }) => ['综合自', '同一稿件', '报送单位', '标记'].includes(term))
        .map(({ term, details }) => [term, details.map(({ text }) => text)]);
    expect(terms('composite')).toEqual([
      ['报送单位', ['信息中心']],
      ['综合自', ['两家合写的稿件']],
    ]);
    expect(terms('twin')).toEqual([['报送单位', ['医保服务中心']]]);
    expect(terms('second-twin')).toEqual([
      ['报送单位', ['信息中心']],
      ['同一稿件', ['两家合写的稿件']],
    ]);
    expect(terms('shared')).toEqual([
      ['报送单位', ['医保服务中心（单）', '信息中心（综）']],
      ['标记', ['敏感稿件']],
    ]);
  });

  test('lead to no repository where the installation names none', () => {
    const page = pagesOf(changed('data/site.yaml', { repository: undefined })).submission('climbing');
    expect(page.facts.at(-1)?.details[0]?.href).toBeUndefined();
    expect(page.sections[0]?.table?.rows[0]?.cells[0]?.lines).toEqual([]);
  });
});

describe('people', () => {
  test('are listed by the points of their public items', () => {
    const page = site.people();
    expect(texts(page?.table as Table)).toEqual(
      [
        ['林二', '待遇保障股', '1', '16'],
        ['莫三', '医保服务中心', '2', '19'],
      ].reverse(),
    );
    expect(page?.note).toBe('只计公开稿件；不公开稿件的得分不在此列。');
  });

  test('have a page each with every credit they have a part in', () => {
    const page = site.person('mo');
    expect(page.figures.map(({ value }) => value)).toEqual(['19', '2']);
    expect(page.sections.map(({ id, table }) => [id, table?.foot?.at(-1)?.text])).toEqual([['year-2026', '19']]);
    expect(site.person('lin').lead).toEqual([{ text: '待遇保障股', href: 'units/daiyu/' }, { text: '信息员' }]);
  });

  test('who wrote what has earned nothing yet are listed all the same', () => {
    const values = changed('data/submissions/xinxi/2026/composite.yaml', { authors: ['chen'] });
    expect(pagesOf(values).person('chen').sections[0]?.text).toBe('没有公开的计分记录。');
  });

  test('are not shown where the installation does not want it', () => {
    const hidden = pagesOf(changed('data/site.yaml', { public: { people: false } }));
    expect(hidden.people()).toBeNull();
    expect(hidden.personIds()).toEqual([]);
    expect(hidden.frame.nav.map(({ text }) => text)).not.toContain('人员');
    expect(hidden.submission('climbing').chain[0]?.cell.text).toBe('股室负责人审核');
  });
});

describe('the status of the build', () => {
  test('says that all is well, or what is not', () => {
    const values = world();
    for (const file of [...values.keys()]) if (file.includes('secret')) values.delete(file);
    values.delete('data/submissions/fuwu/2026/twin.yaml');
    values.delete('data/adoptions/2026/twin-county.yaml');
    values.delete('data/submissions/xinxi/2026/composite.yaml');
    values.set('data/submissions/daiyu/2026/climbing.yaml', { ...values.get('data/submissions/daiyu/2026/climbing.yaml'), authors: ['lin'] });
    expect(pagesOf(values).submissions().note).toBeNull();
    expect(pagesOf(values).status()).toMatchObject({ summary: '没有发现问题：全部记录都已读取并计分。', table: null, note: null });
    expect(site.status().note).toBe('有错误的记录不参加计分，改正后自动恢复。');
  });

  test('tells place and remedy of findings on what is public', () => {
    const found = viewOf(world(), undefined, [
      { at: { file: 'policies/county-2021.yaml', path: [] }, code: 'policy/unknown-pool', pool: '采纳', nearest: '采用' },
      { at: { file: 'data/submissions/daiyu/2026/climbing.yaml', path: [] }, code: 'source/carriage-return', offset: 3 },
    ]).findings;
    expect(found.filter(({ words }) => words !== null).map(({ where, severity }) => [where, severity])).toEqual([
      ['policies/county-2021.yaml:2', 'error'],
      ['data/submissions/daiyu/2026/climbing.yaml:2', 'warning'],
    ]);
  });
});

describe('beyond what was found, the status tells', () => {
  const numbersOf = (pages: typeof site, id: string): Record<string, string> =>
    Object.fromEntries(
      (pages.status().sections.find((section) => section.id === id)?.table?.rows ?? []).map(({ cells }) => [cells[0]?.text, cells[1]?.text]),
    );

  test('what was not counted or not listed', () => {
    // Broken: one. Not public: one 不公开, one 依申请公开. Barred from the filings: the refused one, and the second that tells a public story again.
    expect(numbersOf(site, 'left-out')).toMatchObject({ 有错误的记录: '1', '不公开、依申请公开的稿件': '2', 报送了但不计入报送数的稿件: '2' });
  });

  test('what nobody could verify: seven public items outside Git, six adoptions without link or proof, two links, one bulletin', () => {
    expect(numbersOf(site, 'unverified')).toMatchObject({
      查不到写入人和审核人的稿件: '7',
      没有链接也没有样刊日期的采用: '6',
      外部链接: '2',
      已签发的通报: '1',
    });
  });

  test('whose records were committed without anybody else, and whose approval only the host knows', () => {
    type Known = Extract<Provenance, { state: 'known' }>;
    const by = (approved: Known['approved'], chain: Known['chain'] = null): typeof site => {
      const written = { name: '林二', on: '2026-03-02' as Day };
      return sitePages(
        { ...viewOf(), provenance: () => ({ state: 'known', commit: '0'.repeat(40), written, first: null, approved, chain, request: null }) },
        'zh',
      );
    };
    expect(numbersOf(by([]), 'unverified')).toMatchObject({ '直接提交，没有另一人审核记录的稿件': '7' });
    expect(numbersOf(by([{ how: 'host', name: null, on: '2026-03-03' as Day }]), 'unverified')).toMatchObject({ 审核人只在托管平台上的稿件: '7' });
    const merged = [{ how: 'merged', name: '陈一', on: '2026-03-03' as Day }] as const;
    const chain = { steps: [], beside: [], doubts: [] };
    expect(numbersOf(by(merged, { ...chain, state: 'incomplete' }), 'unverified')).toMatchObject({ 'Git 里的审批署名不全的稿件': '7' });
    expect(numbersOf(by(merged, { ...chain, state: 'unverified' }), 'unverified')).toMatchObject({ '审批环节未能从 Git 核实的稿件': '7' });
    expect(Object.keys(numbersOf(by([{ how: 'merged', name: '陈一', on: '2026-03-03' as Day }]), 'unverified'))).not.toContain(
      '审核人只在托管平台上的稿件',
    );
  });

  test('that there is nothing, where there is nothing', () => {
    const { entries, filed, findings, submissions, adoptionById, bulletins, policies, appeals, hiddenAppeals } = viewOf(
      new Map([...world()].filter(([file]) => !/^data\/(sub|ado|ins|obl|inc|app|bul)/.test(file))),
    );
    const empty = sitePages(
      {
        ...viewOf(),
        ...{ entries, filed, findings, submissions, adoptionById, bulletins, appeals, hiddenAppeals },
        policies: policies.slice(1),
        hiddenSubmissions: 0,
      },
      'zh',
    );
    expect(empty.status().sections.map(({ text }) => text)).toEqual(['没有：公开记录都已计分、列出。', '没有：每条公开记录都能查到写入人和审核人。']);
  });
});

test('a finding in words stands on the page with its remedy', () => {
  const view = viewOf(world(), undefined, [
    { at: { file: 'policies/county-2021.yaml', path: [] }, code: 'policy/unknown-pool', pool: '采纳', nearest: '采用' },
  ]);
  const cells = sitePages(view, 'zh').status().table?.rows.at(-1)?.cells;
  expect(cells?.[2]?.text).toContain('采纳');
  expect(cells?.[2]?.lines?.[0]?.text).toContain('采用');
});
