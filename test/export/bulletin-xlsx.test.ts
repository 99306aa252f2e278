/** The XLSX is opened again by read-excel-file, its formulas and print settings as XML; the numbers are those of the lock, which test/support/bulletin.ts adds up by hand. */
import { strFromU8, unzipSync } from 'fflate';
import readExcelFile from 'read-excel-file/universal';
import { describe, expect, test, vi } from 'vitest';
import { bulletinXlsx } from '../../src/export/bulletin/xlsx.ts';
import type { WrittenBulletin } from '../../src/ledger/written/bulletin.ts';
import { bulletin } from '../support/bulletin.ts';

type Value = string | number | boolean | Date | null;
type Sheets = Map<string, Value[][]>;

const opened = async (lock: WrittenBulletin): Promise<Sheets> => {
  const sheets = await readExcelFile(new Blob([await bulletinXlsx(lock)]));
  return new Map(sheets.map(({ sheet, data }) => [sheet, data as Value[][]]));
};

const partOf = async (path: string, lock = bulletin()): Promise<string> => strFromU8(unzipSync(await bulletinXlsx(lock))[path] as Uint8Array);
const sheetXml = (number: number, lock = bulletin()): Promise<string> => partOf(`xl/worksheets/sheet${number}.xml`, lock);

const STATISTICS = '情况统计表';
/** The line of a unit or sum, by the heads of the table: those of the upper row where there is no lower one. */
function lineOf(sheet: Value[][] | undefined, name: string): Record<string, Value> {
  const [, , upper = [], lower = []] = sheet ?? [];
  const row = sheet?.slice(4).find((cells) => cells.includes(name)) ?? [];
  let group: Value = null;
  const keys = lower.map((head, index) => {
    group = upper[index] ?? group;
    return head === null ? String(upper[index]) : `${group}/${head}`;
  });
  return Object.fromEntries(keys.map((key, index) => [key, row[index] ?? null]));
}

/** A bulletin changed. */
function changed(change: (lock: WrittenBulletin) => void): WrittenBulletin {
  const lock = bulletin();
  change(lock);
  return lock;
}

describe('the statistics', () => {
  test('have a line for every unit, with the numbers of the lock', async () => {
    const sheet = (await opened(bulletin())).get(STATISTICS);
    expect(sheet?.[0]?.[0]).toBe('2026年10月信息宣传工作情况统计表');
    expect(sheet?.[1]?.[0]).toBe('统计截至2026年10月31日');
    expect(lineOf(sheet, '基金监管股')).toEqual({
      排名: 1,
      单位: '基金监管股',
      '报送/本月': 3,
      '报送/全年累计': 28,
      '采用条次/县级': 1,
      '采用条次/市级': 1,
      '采用条次/省级': 0,
      '采用条次/国家级': 0,
      '采用条次/合计': 2,
      '采用条次/其中报刊': 1,
      采用信息: 1,
      采用率: expect.closeTo(1 / 3, 10),
      批示: 1,
      '得分构成/报送': 3,
      '得分构成/采用': 8,
      '得分构成/批示': 10,
      '得分构成/任务': 0,
      '得分构成/差错': -5,
      本月得分: 16,
      '得分中/扣分': -5,
      '得分中/更正': 2,
      累计得分: 120.5,
      '与计分明细核对/明细合计': 16,
      '与计分明细核对/核对': '一致',
    });
    expect(lineOf(sheet, '医保信息中心')).toMatchObject({ '报送/本月': 0, 采用率: '—', 本月得分: 0, '与计分明细核对/核对': '一致' });
  });

  test('add up to the totals of the lock', async () => {
    const { published } = bulletin();
    const total = lineOf((await opened(bulletin())).get(STATISTICS), '合计');
    expect(total).toMatchObject({
      '报送/本月': published.totals.filed,
      '采用条次/合计': published.totals.adoptions,
      采用信息: published.totals.adopted,
      批示: published.totals.instructions,
      本月得分: published.totals.points,
      '得分中/扣分': published.totals.deductions,
      '得分中/更正': published.totals.corrections,
      '与计分明细核对/明细合计': published.totals.points,
    });
  });

  test('a clerk finds formulas: sums across and down, the rate, the sum in the journal, the check', async () => {
    const xml = await sheetXml(1);
    // Row 6 is the first unit, rows 6 and 7 the first group, row 8 its sum.
    expect(xml).toContain('<f>SUM(E6:H6)</f><v>2</v>');
    expect(xml).toContain('<f>IF(C6=0,"—",K6/C6)</f><v>0.5</v>');
    expect(xml).toContain('<f>SUM(N6:R6)</f><v>16</v>');
    expect(xml).toContain(`<f>SUMIF('计分明细'!$B$3:$B$21,B6,'计分明细'!$G$3:$G$21)</f><v>16</v>`);
    expect(xml).toMatch(/t="str"><f>IF\(ABS\(S6-W6\)&lt;0.000001,"一致","不一致"\)<\/f><v>一致<\/v>/);
    expect(xml).toContain('<f>SUM(C6:C7)</f><v>7</v>');
    expect(xml).toContain('<f>SUM(C8,C12)</f><v>9</v>');
  });

  test('a journal that does not add up to what was published is told', async () => {
    const sheet = (await opened(changed(({ credits }) => credits.pop()))).get(STATISTICS);
    expect(lineOf(sheet, '基金监管股')).toMatchObject({ '与计分明细核对/明细合计': 14, '与计分明细核对/核对': '不一致' });
    expect(lineOf(sheet, '合计')['与计分明细核对/核对']).toBe('不一致');
  });

  test('one group needs no sum of groups', async () => {
    const sheet = (await opened(changed(({ published }) => published.groups.splice(1)))).get(STATISTICS);
    expect(sheet?.flat()).not.toContain('小计');
    expect(lineOf(sheet, '合计')).toMatchObject({ '报送/本月': 7, 本月得分: 32 });
  });

  test('where only the first places are published, the points of the others are not', async () => {
    const sheet = (
      await opened(
        changed(({ published }) => {
          published.ranks = 1;
        }),
      )
    ).get(STATISTICS);
    expect(lineOf(sheet, '医保信息中心')).toMatchObject({ 排名: '—', '报送/本月': 0, 本月得分: '—', 累计得分: '—', '与计分明细核对/明细合计': '—' });
    expect(lineOf(sheet, '医疗保险服务中心')).toMatchObject({ 排名: 1, 本月得分: 3 });
    expect(lineOf(sheet, '合计')).toMatchObject({ '报送/本月': 9, 本月得分: '—' });
  });

  test('where no ranks are published there is no column of them', async () => {
    const sheet = (
      await opened(
        changed(({ published }) => {
          published.ranks = 'none';
        }),
      )
    ).get(STATISTICS);
    expect(sheet?.[2]?.[0]).toBe('单位');
    expect(lineOf(sheet, '医保信息中心')).toMatchObject({ 本月得分: 0 });
  });

  test('what is left of the total beside its kinds is shown, so that the sum holds', async () => {
    const lock = changed(({ published }) => {
      const row = published.groups[0]?.rows[0];
      if (row) row.by_kind = { adoption: 12 };
    });
    const xml = await sheetXml(1, lock);
    expect(lineOf((await opened(lock)).get(STATISTICS), '待遇保障股')).toMatchObject({ '得分构成/报送': 0, '得分构成/其他': 4, 本月得分: 16 });
    expect(xml).toContain('<f>SUM(N6:S6)</f><v>16</v>');
  });
});

test('the year has no columns of the year to date beside it, and none of classes where the ordinance has none', async () => {
  const lock = changed(({ published, evidence }) => {
    published.classes = [];
    for (const row of published.groups.flatMap(({ rows }) => rows)) Object.assign(row, { to_date: row.of_period, by_class: {} });
    evidence.closes = { to: '2026-12-31' };
  });
  lock.period = '2026';
  const sheet = (await opened(lock)).get(STATISTICS);
  expect(sheet?.[0]?.[0]).toBe('2026年信息宣传工作情况统计表');
  expect(sheet?.[2]).not.toContain('累计得分');
  expect(sheet?.[3]).not.toContain('全年累计');
  expect(lineOf(sheet, '基金监管股')).toMatchObject({ '采用条次/合计': 0, 本年度得分: 16, '与计分明细核对/核对': '一致' });
});

describe('the check against the journal is left out', () => {
  const hasCheck = async (lock: WrittenBulletin): Promise<boolean> => (await opened(lock)).get(STATISTICS)?.[2]?.includes('与计分明细核对') ?? false;

  test('where other bulletins closed the months', async () => {
    const quarter = changed((lock) => {
      lock.period = '2026-Q4';
      lock.credits = [];
      delete lock.evidence.closes;
    });
    expect(await hasCheck(quarter)).toBe(false);
    expect((await opened(quarter)).has('计分明细')).toBe(false);
  });

  test('where they closed some of them', async () => {
    expect(
      await hasCheck(
        changed((lock) => {
          lock.evidence.closes = { from: '2026-10-16', to: '2026-10-31' };
        }),
      ),
    ).toBe(false);
  });

  test('where points are rolled up, so that a unit’s credits stand in another line', async () => {
    expect(
      await hasCheck(
        changed(({ credits }) => {
          const [first] = credits;
          if (first) first.unit = 'chejian';
        }),
      ),
    ).toBe(false);
  });

  test('but not where somebody who is not ranked has credits', async () => {
    expect(
      await hasCheck(
        changed(({ credits }) => {
          const [first] = credits;
          if (first) credits.push({ ...first, unit: 'lingdao' });
        }),
      ),
    ).toBe(true);
  });
});

describe('the journal', () => {
  test('has every credit with its day, clause and reason; what is not public is said to be so', async () => {
    const { credits } = bulletin();
    const journal = (await opened(bulletin())).get('计分明细') ?? [];
    const rows = journal.slice(2, -1);
    expect(rows.map(([on, , , , , points]) => [(on as Date).toISOString().slice(0, 10), points])).toEqual(
      credits.map(({ on, points }) => [on, points]),
    );
    expect(rows[0]?.slice(1, 5)).toEqual(['待遇保障股', '门诊共济|一图读懂', '报送', '八']);
    expect(rows[2]?.[2]).toBe('（不公开）');
    expect(journal.at(-1)?.[6]).toBe(35);
  });

  test('an item without a public title and a credit without a clause have none', async () => {
    const lock = changed(({ credits, published }) => {
      const [first] = credits;
      if (first) delete first.clause;
      delete published.titles['daiyu-1008'];
    });
    const rows = (await opened(lock)).get('计分明细') ?? [];
    expect(rows[2]?.slice(2, 5)).toEqual(['（不公开）', '报送', null]);
  });

  test('reasons are sentences; one that this program does not know is left empty', async () => {
    const lock = changed(({ credits }) => {
      const [first, second, third] = credits;
      if (first) first.reason = { code: 'better-counted', by: 'daiyu-1013', worth: '9' };
      if (second) second.reason = { code: 'of a later version' };
      if (third) third.reason = { code: 'better-counted', by: 'x', worth: '9' };
    });
    const rows = (await opened(lock)).get('计分明细') ?? [];
    expect(rows[2]?.[7]).toBe('同一稿件已按 南渡县实现生育津贴“免申即享” 计9分，不重复计分');
    expect(rows[3]?.[7]).toBeNull();
    expect(rows[4]?.[7]).toBe('（不公开）');
  });

  test('what is on another account, outside the period or charged on the year counts nothing in it', async () => {
    const lock = changed(({ credits }) => {
      const [first] = credits;
      if (first) {
        credits.push({ ...first, ledger: '稿酬', points: 50 }, { ...first, scope: 'year', points: -10 }, { ...first, on: '2026-09-30', points: 7 });
        delete (credits.at(-1) as { item?: string }).item;
      }
    });
    const sheets = await opened(lock);
    const [money, charge, before, total] = sheets.get('计分明细')?.slice(-4) ?? [];
    expect([money, charge, before].map((row) => row?.slice(5, 7))).toEqual([
      [50, 0],
      [-10, 0],
      [7, 0],
    ]);
    expect(money?.[7]).toMatch(/^稿酬：/);
    expect(before?.[2]).toBeNull();
    expect(total?.[6]).toBe(35);
    expect(lineOf(sheets.get(STATISTICS), '待遇保障股')['与计分明细核对/核对']).toBe('一致');
  });

  test('a unit whose name SUMIF would take for a pattern is found by its name', async () => {
    const lock = changed(({ published }) => {
      const { daiyu } = published.units;
      if (daiyu) daiyu.name = '待遇*股';
    });
    expect(await sheetXml(1, lock)).toContain(`<f>SUMPRODUCT(('计分明细'!$B$3:$B$21=B6)*'计分明细'!$G$3:$G$21)</f><v>16</v>`);
  });
});

describe('the lists', () => {
  test('adopted titles with outlet and day', async () => {
    const { published } = bulletin();
    const [, heads = [], ...rows] = (await opened(bulletin())).get('采用稿件目录') ?? [];
    expect(heads).toEqual(['序号', '题名', '报送单位', '作者', '采用媒体、刊物', '级别', '体裁', '报刊', '采用日期']);
    expect(rows.map((row) => [row[1], row[4]])).toEqual(published.adopted.map(({ title, outlet }) => [title ?? '（不公开）', outlet]));
    expect(rows[1]?.[8]).toEqual(new Date('2026-10-15T00:00:00Z'));
    expect(rows[1]?.[7]).toBe('是');
  });

  test('no authors where persons are not shown; levels where there are no classes', async () => {
    const lock = changed(({ published }) => {
      published.people = false;
      for (const item of published.adopted) delete item.class;
      delete published.adopted[0]?.level;
    });
    const [, heads = [], ...rows] = (await opened(lock)).get('采用稿件目录') ?? [];
    expect(heads).not.toContain('作者');
    expect(rows.map((row) => row[4])).toEqual([null, '市级', '县级', '省级', '市级']);
  });

  test('corrections, with their sum', async () => {
    const [, , first, , total] = (await opened(bulletin())).get('更正') ?? [];
    expect(first?.slice(0, 4)).toEqual(['基金监管股', '2026年9月', '基金监管集中宣传月活动综述', '八']);
    expect(first?.[4]).toContain('data/adoptions/2026/0928-rongmei.yaml');
    expect([first?.[5], total?.[5]]).toEqual([2, -1]);
  });

  test('no sheet for what there is none of', async () => {
    const lock = changed(({ published }) => {
      published.corrections = [];
      published.adopted = [];
      published.groups.forEach(({ rows }) => {
        rows.forEach((row) => {
          row.corrections = 0;
        });
      });
    });
    const sheets = await opened(lock);
    expect([...sheets.keys()]).toEqual([STATISTICS, '计分明细']);
    expect(sheets.get(STATISTICS)?.[3]).not.toContain('更正');
  });
});

describe('the file itself', () => {
  test.each(['=1+1', '+8613800000000', '-2', '@SUM(A1)', '\t=1', "=cmd|' /C calc'!A0"])(
    'a title that begins like a formula stays a text: %j',
    async (title) => {
      const lock = changed(({ published }) => {
        const [first] = published.adopted;
        if (first) first.title = title;
      });
      const rows = (await opened(lock)).get('采用稿件目录');
      expect(rows?.[2]?.[1]).toBe(title.trim());
      expect(await sheetXml(3, lock)).not.toContain('<f>');
      expect(await sheetXml(3, lock)).toMatch(/<c r="B3" s="\d+" t="s">/);
    },
  );

  test('heads stay in sight and are printed on every page; one page wide, with numbers', async () => {
    const xml = await sheetXml(1);
    expect(xml).toMatch(/<pane ySplit="4" xSplit="2" [^>]*state="frozen"\/>/);
    expect(xml).toContain('<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>');
    expect(xml).toContain('<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>');
    expect(xml).toContain('第 &amp;P 页');
    const workbook = await partOf('xl/workbook.xml');
    expect(workbook).toContain(`<definedName name="_xlnm.Print_Titles" localSheetId="0">'情况统计表'!$1:$4</definedName>`);
    expect(workbook).toContain(`<definedName name="_xlnm._FilterDatabase" localSheetId="2" hidden="1">'采用稿件目录'!$A$2:$I$7</definedName>`);
    expect(workbook).toContain('fullCalcOnLoad="1"');
    expect(await sheetXml(3)).toContain('<autoFilter ref="A2:I7"/>');
  });

  test('common heads are merged', async () => {
    // 采用条次 over E to J, 单位 over two rows.
    const xml = await sheetXml(1);
    expect(xml).toContain('<mergeCell ref="E3:J3"/>');
    expect(xml).toContain('<mergeCell ref="B3:B4"/>');
    expect(xml).toContain('<mergeCell ref="A1:X1"/>');
  });

  test('columns are as wide as their Chinese text', async () => {
    // 医疗保险服务中心 has 8 characters of two columns each, and there are two more to spare.
    expect(await sheetXml(1)).toContain('<col min="2" max="2" width="18" customWidth="1"/>');
  });

  test('it bears title, office and day of the document', async () => {
    const core = await partOf('docProps/core.xml');
    expect(core).toContain('<dc:title>关于2026年10月信息宣传工作情况的通报</dc:title><dc:creator>南渡县医疗保障局办公室</dc:creator>');
    expect(core).toContain('>2026-11-03T00:00:00Z<');
    expect(await partOf('[Content_Types].xml')).toContain('/docProps/core.xml');
    expect(await partOf('_rels/.rels')).toContain('docProps/core.xml');
  });

  test('the same bulletin gives the same bytes, whenever it is written', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2030-01-02T03:04:05Z') });
    const first = await bulletinXlsx(bulletin());
    vi.setSystemTime(new Date('2041-07-08T09:10:11Z'));
    expect(await bulletinXlsx(bulletin())).toEqual(first);
    vi.useRealTimers();
  });
});
