/** 开放数据: what the files hold, worked out by hand from the small ledger, and that programs read them as they are meant. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import { strFromU8 } from 'fflate';
import readExcelFile from 'read-excel-file/universal';
import { describe, expect, test } from 'vitest';
import { partsOf } from '../../src/export/bulletin/package.ts';
import { columnsOf, type OpenTable, tableCsv, tableJson, tableSchema, tableXlsx } from '../../src/export/open-data.ts';
import type { TableName } from '../../src/export/open-data-rows.ts';
import type { Day } from '../../src/model/day.ts';
import { points } from '../../src/model/points.ts';
import { badgeFile, badgesOf, embeddedRanking } from '../../src/site/badges.ts';
import type { Context } from '../../src/site/context.ts';
import { dataFiles, dataPackage, dataPage, sizeOf } from '../../src/site/openData.ts';
import { openTable, tablesIn } from '../../src/site/openTables.ts';
import type { Language } from '../../src/words/speech.ts';
import { ui } from '../../src/words/ui.ts';
import { changed, type Values, viewOf, world } from './world.ts';

const contextOf = (values: Values = world(), language: Language = 'zh'): Context => ({ view: viewOf(values), ui: ui(language), language });
const context = contextOf();
const ABOUT = { organisation: '某县医疗保障局', asOf: '2026-06-15' as Day };

/** The rows of a table as the JSON has them. */
function rowsOf(name: TableName, own: Context = context): Record<string, unknown>[] {
  return JSON.parse(tableJson(openTable(name, own), ABOUT)).rows;
}
const pick = (rows: readonly Record<string, unknown>[], ...keys: string[]): unknown[][] => rows.map((row) => keys.map((key) => row[key]));

describe('what is published', () => {
  test('the journal: every credit, and of what is not public the figures alone', () => {
    const rows = rowsOf('journal');
    expect(
      pick(
        rows.filter(({ points }) => points !== '0'),
        'on',
        'unit',
        'points',
        'clause',
        'item',
        'hidden',
      ),
    ).toEqual([
      ['2026-03-05', 'daiyu', '3', '四(一)1', 'climbing', false],
      ['2026-04-06', 'fuwu', '1', '四(一)1', 'shared', false],
      ['2026-04-06', 'xinxi', '1', '四(一)1', 'shared', false],
      ['2026-04-22', 'daiyu', '9', '四(一)4', null, true],
      ['2026-04-28', 'daiyu', '20', '四(一)6', null, true],
      ['2026-05-05', 'fuwu', '2', '四(一)3', 'shared', false],
      ['2026-05-05', 'xinxi', '2', '四(一)3', 'shared', false],
      ['2026-05-10', 'daiyu', '3', '四(一)3', 'climbing', false],
      ['2026-05-20', 'daiyu', '10', '四(一)6', 'climbing', false],
    ]);
    const hidden = rows.find(({ on }) => on === '2026-04-22');
    expect(hidden).toMatchObject({ title: null, record: null, reason: null, says: null, people: [], source: null });
    expect(rows.find(({ record }) => record === 'climbing-daily')).toMatchObject({
      reason: 'raised',
      people: [
        { person: 'lin', points: '3' },
        { person: 'mo', points: '3' },
      ],
      source: 'data/adoptions/2026/climbing-daily.yaml:2',
    });
  });

  test('the standings: of every period, with ranks where they are shown', () => {
    // Second quarter: daiyu 9 + 20 + 3 + 10, fuwu and xinxi 1 + 2 each.
    const quarter = rowsOf('standings').filter(({ period }) => period === '2026-Q2');
    expect(pick(quarter, 'rank', 'tied', 'unit', 'points', 'year_to_date', 'points_adoption', 'points_instruction')).toEqual([
      [1, false, 'daiyu', '42', '45', '12', '30'],
      [2, true, 'fuwu', '3', '3', '3', '0'],
      [2, true, 'xinxi', '3', '3', '3', '0'],
    ]);
    expect(quarter[0]).toMatchObject({ adoptions: { 省级: 1, 市级: 1, 县政府网站: 1 }, period_name: '2026年第二季度', closed: false });
    expect(new Set(rowsOf('standings').map(({ period }) => period))).toEqual(
      new Set(['2026-03', '2026-04', '2026-05', '2026-Q1', '2026-Q2', '2026-H1', '2026']),
    );
  });

  test('without ranks, or beyond the first n, in the order of the register', () => {
    const shown = (ranking: unknown) =>
      pick(
        rowsOf('standings', contextOf(changed('data/site.yaml', { public: { ranking } }))).filter(({ period }) => period === '2026-Q2'),
        'rank',
        'tied',
        'unit',
      );
    expect(shown('none')).toEqual([
      [null, null, 'daiyu'],
      [null, null, 'fuwu'],
      [null, null, 'xinxi'],
    ]);
    expect(shown(1)).toEqual([
      [1, false, 'daiyu'],
      [null, null, 'fuwu'],
      [null, null, 'xinxi'],
    ]);
  });

  test('the ledger: public records, in order of days', () => {
    expect(pick(rowsOf('submissions'), 'id', 'on', 'adoptions', 'points')).toEqual([
      ['climbing', '2026-03-02', 3, '16'],
      ['shared', '2026-04-01', 1, '6'],
      ['refused', '2026-04-10', 0, '0'],
      ['unapproved', '2026-04-11', 0, '0'],
      ['twin', '2026-04-20', 1, '0'],
      ['composite', '2026-04-30', 0, '0'],
      ['second-twin', '2026-05-03', 1, '0'],
    ]);
    expect(rowsOf('submissions').find(({ id }) => id === 'composite')).toMatchObject({ composite_of: ['shared'] });
    expect(rowsOf('submissions').find(({ id }) => id === 'twin')).toMatchObject({ same_as: null });
    expect(pick(rowsOf('adoptions'), 'id', 'class', 'stage')).toEqual([
      ['climbing-county', '县政府网站', '采用'],
      ['shared-county', '县政府网站', '采用'],
      ['twin-county', '县政府网站', '采用'],
      ['second-twin-daily', '市级', '采用'],
      ['climbing-daily', '市级', '采用'],
      ['climbing-county-again', '县政府网站', '采用'],
      ['climbing-blog', null, '上报'],
    ]);
    expect(pick(rowsOf('instructions'), 'id', 'level', 'units')).toEqual([['climbing-city', '市', ['daiyu']]]);
    expect(pick(rowsOf('obligations'), 'id', 'due', 'units', 'answered')).toEqual([['public-call', '2026-03-20', ['daiyu'], 1]]);
    expect(pick(rowsOf('outlets'), 'id', 'adoptions')).toEqual([
      ['county', 4],
      ['daily', 2],
      ['blog', 0],
    ]);
    expect(pick(rowsOf('units'), 'id', 'parent', 'excluded')).toEqual([
      ['lingdao', null, '只负责审批'],
      ['daiyu', null, null],
      ['jijin', null, '本年度新设'],
      ['fuwu', 'daiyu', null],
      ['xinxi', null, null],
    ]);
  });

  test('an obligation set before any ordinance is owed by those it names, or by nobody in particular', () => {
    const values = world();
    values.set('data/obligations/2020/old.yaml', { kind: '约稿', title: '办法之前的约稿', on: '2020-01-01', due: '2020-01-31', units: ['daiyu'] });
    values.set('data/obligations/2020/older.yaml', { kind: '政策', title: '办法之前的政策', on: '2019-01-01' });
    expect(pick(rowsOf('obligations', contextOf(values)), 'id', 'due', 'unit_names', 'answered')).toEqual([
      ['older', null, [], 0],
      ['old', '2020-01-31', ['待遇保障股'], 0],
      ['public-call', '2026-03-20', ['待遇保障股'], 1],
    ]);
  });

  test('people: authors and approvers of public items, and none where the installation shows none', () => {
    expect(pick(rowsOf('people'), 'id', 'name')).toEqual([
      ['chen', '陈一'],
      ['lin', '林二'],
      ['mo', '莫三'],
    ]);
    const without = contextOf(changed('data/site.yaml', { public: { people: false } }));
    expect(tablesIn(without)).not.toContain('people');
    expect(rowsOf('submissions', without).flatMap(({ authors }) => authors)).toEqual([]);
  });
});

describe.each(tablesIn(context))('the table %s', (name) => {
  test('is what its schema says', () => {
    const validate = new Ajv2020({ strict: true, allErrors: true, formats: { date: true } }).compile(tableSchema(name));
    expect(validate(JSON.parse(tableJson(openTable(name, context), ABOUT)))).toBe(true);
    expect(validate({ table: name, organisation: '某局', asOf: '2026-06-15', rows: [{ unheard: 1 }] })).toBe(false);
  });

  test('every column has a head and a meaning in both languages', () => {
    const columns = columnsOf(name);
    expect(columns.filter(({ head, zh, en }) => head === '' || zh === '' || en === '' || /[\u3400-\u9fff]/.test(en))).toEqual([]);
    expect(new Set(columns.map(({ head }) => head)).size).toBe(columns.length);
  });
});

describe('CSV', () => {
  const tricky = (name: string, short = '短', kind = '股'): OpenTable => ({
    name: 'units',
    title: '单位',
    rows: [{ id: 'a', name, short, class: kind, parent: null, from: null, to: null, excluded: null }],
  });

  test('has a byte-order mark, heads, and CRLF at every end', () => {
    expect(tableCsv(tricky('甲'))).toBe('\ufeff编号,名称,简称,类别,上级,起,止,不参评原因\r\na,甲,短,股,,,,\r\n');
  });

  test.each([
    ['=1+1', "'=1+1"],
    ['+86', "'+86"],
    ['-甲', "'-甲"],
    ['@甲', "'@甲"],
    ['\t甲', "'\t甲"],
    ['\r甲', '"\'\r甲"'],
    ['＝甲', "'＝甲"],
    ['甲,乙', '"甲,乙"'],
    ['说“是”', '说“是”'],
    ['say "yes"', '"say ""yes"""'],
    ['两\n行', '"两\n行"'],
  ])('%j is written as %j', (name, cell) => {
    expect(tableCsv(tricky(name)).split('\r\n')[1]).toBe(`a,${cell},短,股,,,,`);
  });

  test('numbers are numbers, also negative ones; lists stand in one cell', () => {
    const [entry] = openTable('journal', context).rows as [Record<string, never>];
    const text = tableCsv({
      name: 'journal',
      title: '计分明细',
      rows: [{ ...entry, points: points('-0.3'), people: [{ person: 'lin', points: points('-0.3') }] }],
    });
    expect(text.split('\r\n')[1]).toMatch(/^2026-03-05,daiyu,待遇保障股,积分,-0.3,采用,/);
    expect(text).toContain(',lin -0.3,否,');
  });
});

describe('XLSX', () => {
  test('a sheet with the table and one that explains it, days as days and numbers as numbers', async () => {
    const file = await tableXlsx(openTable('standings', context), ABOUT);
    const [table, about] = await readExcelFile(file.buffer);
    expect(table?.sheet).toBe('排名');
    expect(about?.sheet).toBe('说明');
    const [heads, ...rows] = table?.data ?? [];
    expect(heads?.slice(0, 5)).toEqual(['周期', '周期代码', '起', '止', '已结束']);
    const row = rows.find((cells) => cells[1] === '2026-Q2' && cells[9] === 'daiyu');
    expect([row?.[0], row?.[2], row?.[7], row?.[11]]).toEqual(['2026年第二季度', new Date('2026-04-01T00:00:00Z'), 1, 42]);
    expect(about?.data[1]).toEqual(['周期', 'period_name', '周期', 'Name of the period, in Chinese']);
  });

  test('a text that begins like a formula is a text', async () => {
    const rows = [{ ...(openTable('units', context).rows[0] as object), name: '=HYPERLINK("x")' }] as OpenTable['rows'];
    const parts = partsOf(await tableXlsx({ name: 'units', title: '单位', rows }, ABOUT));
    expect(Object.entries(parts).filter(([path, xml]) => path.includes('worksheets') && xml.includes('<f>'))).toEqual([]);
  });
});

describe('the files', () => {
  test('ten tables, four files of each, listed with size and hash; the same view gives the same bytes', async () => {
    const files = await dataFiles(context);
    expect(files).toHaveLength(40);
    const again = await dataFiles(contextOf());
    expect(again.map(({ bytes }) => strFromU8(bytes, true))).toEqual(files.map(({ bytes }) => strFromU8(bytes, true)));
    const list = JSON.parse(await dataPackage(context));
    expect(list.resources).toHaveLength(40);
    expect(list.resources[0]).toMatchObject({ path: 'standings.csv', mediatype: 'text/csv', bytes: files[0]?.bytes.length });
    const digest = await crypto.subtle.digest('SHA-256', files[0]?.bytes ?? new Uint8Array());
    expect(list.resources[0].hash).toBe(`sha256:${[...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`);
  });

  test('the page links each of them, says how large it is, and that nothing in it is not public', async () => {
    const page = await dataPage(context);
    const files = await dataFiles(context);
    const links = page.tables.rows.flatMap(({ cells }) => cells.flatMap(({ links }) => links ?? []));
    expect(links.map(({ href }) => href)).toEqual(files.map(({ file }) => `data/${file}`));
    expect(links[0]?.text).toBe(`CSV ${sizeOf(files[0]?.bytes.length ?? 0)}`);
    expect(page.privacy).toContain('只有公开的内容');
    expect(page.described.map(({ id }) => id)).toContain('columns-journal');
    expect(page.feeds.map(({ href }) => href)).toEqual(['feed.xml', 'calendar/all.ics']);
    expect(page.citation).toBe('某县医疗保障局：新闻信息报送采用台账，开放数据，截至 2026-06-15。');
  });

  test('in English the same files, explained in English', async () => {
    const page = await dataPage(contextOf(world(), 'en'));
    expect(page.tables.rows[0]?.cells[0]?.text).toBe('Standings');
    expect(page.tables.rows[0]?.cells[2]?.links?.[0]?.href).toBe('data/standings.csv');
    expect(page.badges[0]?.path).toBe('data/badges/daiyu.en.svg');
    expect(page.described[0]?.table.rows[0]?.cells.map(({ text }) => text)).toEqual(['周期', 'period_name', 'Name of the period, in Chinese']);
  });

  test.each([
    [980, '980 B'],
    [1499, '1 kB'],
    [12_500, '13 kB'],
    [1_440_000, '1.4 MB'],
  ])('%i bytes are %s', (bytes, size) => expect(sizeOf(bytes)).toBe(size));
});

describe('badges', () => {
  const titles = (own: Context): string[] => badgesOf(own).map(({ badge }) => badge.title);

  test('rank and points of the current period, in both languages', () => {
    expect(titles(context)).toEqual([
      '待遇保障股：2026年第二季度第1名 · 42分（截至 2026-06-15）',
      '医保服务中心：2026年第二季度第2名 · 3分（截至 2026-06-15）',
      '信息中心：2026年第二季度第2名 · 3分（截至 2026-06-15）',
    ]);
    expect(titles(contextOf(world(), 'en'))[0]).toBe('待遇保障股, second quarter of 2026: no. 1 · 42 points (as of 2026-06-15)');
  });

  test('no rank where none is shown, nor beyond the first n', () => {
    const values = (ranking: unknown): string[] =>
      badgesOf(contextOf(changed('data/site.yaml', { public: { ranking } }))).map(({ badge }) => badge.value);
    expect(values('none')).toEqual(['42分', '3分', '3分']);
    expect(values(1)).toEqual(['第1名 · 42分', '3分', '3分']);
  });

  test('a picture by itself, with a title', () => {
    const svg = badgeFile('daiyu', context);
    expect(svg).toContain('<title id="title">待遇保障股：2026年第二季度第1名 · 42分（截至 2026-06-15）</title>');
    expect(svg).not.toMatch(/style=|<style|<script|href/);
  });

  test('a name does not break out of it', () => {
    const values = world();
    const units = (values.get('data/units.yaml') as { units: Record<string, unknown>[] }).units.map((unit) =>
      unit.id === 'daiyu' ? { ...unit, short: '<a&"股' } : unit,
    );
    values.set('data/units.yaml', { units });
    expect(badgeFile('daiyu', contextOf(values))).toContain('>&lt;a&amp;&quot;股</text>');
  });
});

describe('the ranking to embed', () => {
  const rows = (own: Context): string[] =>
    embeddedRanking('auto', own).tables.flatMap((table) => table.rows.map(({ cells }) => cells.map(({ text }) => text).join(' ')));

  test('rank, unit, points', () => {
    expect(rows(context)).toEqual(['1 待遇股 42', '2 服务中心 3', '2 信息中心 3']);
    expect(embeddedRanking('dark', context)).toMatchObject({ path: 'embed/ranking/dark/', more: { href: 'ranking/2026-Q2/' } });
  });

  test('as much of it as is shown', () => {
    expect(rows(contextOf(changed('data/site.yaml', { public: { ranking: 'none' } })))).toEqual(['待遇股 42', '服务中心 3', '信息中心 3']);
    expect(rows(contextOf(changed('data/site.yaml', { public: { ranking: 1 } })))).toEqual(['1 待遇股 42', '— 服务中心 3', '— 信息中心 3']);
  });

  test('before anything has happened it is empty', async () => {
    const empty: Context = { view: viewOf(world(), '2020-06-15' as Day), ui: ui('zh'), language: 'zh' };
    expect(embeddedRanking('auto', empty)).toMatchObject({ title: '某县医疗保障局新闻信息报送排名', tables: [], more: { href: 'ranking/' } });
    expect([badgesOf(empty), (await dataPage(empty)).embed]).toEqual([[], null]);
  });
});
