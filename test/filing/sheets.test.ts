/** Files that somebody calls a spreadsheet. They are written by SheetJS or by hand, and read by what the product reads with. */
import * as XLSX from '@e965/xlsx';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { escapedForCsv, unescaped } from '../../src/filing/sheet/csv.ts';
import { openSheets, SHEET_LIMIT } from '../../src/filing/sheet/file.ts';
import { type Grid, letterOf, textOf } from '../../src/filing/sheet/grid.ts';
import { day, table, workbook } from './office.ts';

async function grids(bytes: Uint8Array): Promise<readonly Grid[]> {
  const sheets = await openSheets(bytes);
  if ('fault' in sheets) throw new Error(sheets.fault.code);
  return sheets.grids;
}
const shown = ({ rows }: Grid): string[][] => rows.map((row) => row.map(textOf));
const faultOf = async (bytes: Uint8Array) => {
  const sheets = await openSheets(bytes);
  return 'fault' in sheets ? sheets.fault : null;
};
const csv = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('a workbook', () => {
  test('says what its cells show: days, numbers, yes and no, links, formatted text', async () => {
    const [sheet] = await grids(
      table([
        [day(2026, 3, 5), 12.5, true, { t: 's', v: '原文', l: { Target: 'https://x.example/' } }, '两行\r\n标题', 'two\nlines', ' 空 格 \u00a0'],
        [
          { t: 'n', v: 46_086, z: 'yyyy"年"m"月"d"日"' },
          { t: 'n', v: 46_086.604, z: 'yyyy/m/d h:mm' },
        ],
      ]),
    );
    expect(shown(sheet as Grid)).toEqual([
      ['2026-03-05', '12.5', '是', '原文', '两行标题', 'two lines', '空 格'],
      ['2026-03-05', '2026-03-05', '', '', '', '', ''],
    ]);
  });

  test('counts days from 1904 where the file does', async () => {
    const bytes = workbook([{ name: 'a', rows: [[{ t: 'n', v: 44_624, z: 'yyyy-mm-dd' }]] }], { date1904: true });
    const [sheet] = await grids(bytes);
    expect(sheet).toMatchObject({ era: '1904', rows: [[{ kind: 'day', day: '2026-03-05' }]] });
  });

  test('has the value of a formula, and says where there is none', async () => {
    const [sheet] = await grids(
      raw(
        '<row r="1"><c r="A1" t="str"><f>"a"&amp;"b"</f><v>ab</v></c><c r="B1"><f>TODAY()</f></c><c r="C1" t="str"><f>IF(1,"","x")</f><v></v></c><c r="D1" t="e"><f>NA()</f><v>#N/A</v></c><c r="E1" t="inlineStr"><is><r><t>富</t></r><r><rPr><b/></rPr><t>文本</t></r></is></c></row>',
      ),
    );
    expect(sheet?.rows[0]).toEqual([
      { kind: 'text', text: 'ab' },
      { kind: 'uncomputed', formula: 'TODAY()' },
      { kind: 'empty' },
      { kind: 'error', text: '#N/A' },
      { kind: 'text', text: '富文本' },
    ]);
    expect(textOf({ kind: 'uncomputed', formula: 'A1' })).toBe('=A1');
  });

  test('shows a merged range in each of its cells, and no empty rows at its end', async () => {
    const [sheet] = await grids(table([['甲', '乙'], ['', '丙'], ['', '丁'], [' ', ''], []], { merges: ['A1:A2'] }));
    expect(shown(sheet as Grid)).toEqual([
      ['甲', '乙'],
      ['甲', '丙'],
      ['', '丁'],
    ]);
  });

  test('tells hidden sheets and rows', async () => {
    const found = await grids(
      workbook([
        { name: '一', rows: [['a'], ['b']], hiddenRows: [1] },
        { name: '二', rows: [['c']], hidden: true },
      ]),
    );
    expect(found.map(({ name, hidden, hiddenRows }) => [name, hidden, hiddenRows])).toEqual([
      ['一', false, 1],
      ['二', true, 0],
    ]);
  });
});

/** A workbook of one sheet with these rows as XML, for what no library writes on purpose. */
function raw(rows: string): Uint8Array {
  const parts = unzipSync(table([['x']]));
  const xml = `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`;
  return zipSync({ ...parts, 'xl/worksheets/sheet1.xml': strToU8(xml) });
}

describe('CSV', () => {
  const rows = [
    ['标题', '日期'],
    ['医保"两病"政策,惠民', '2026-03-05'],
  ];
  const text = '标题,日期\r\n"医保""两病""政策,惠民",2026-03-05\r\n';
  // 标题,日期 in GBK: four characters of two bytes each, then a second line in ASCII.
  const gbk = Uint8Array.from([0xb1, 0xea, 0xcc, 0xe2, 0x2c, 0xc8, 0xd5, 0xc6, 0xda, 0x0d, 0x0a, 0x61, 0x2c, 0x62]);

  test.each([
    ['UTF-8', csv(text)],
    ['UTF-8 with its mark', csv(`\ufeff${text}`)],
    ['with tabs', csv('标题\t日期\r\n"医保""两病""政策,惠民"\t2026-03-05\r\n')],
    ['with semicolons', csv('标题;日期\n"医保""两病""政策,惠民";2026-03-05')],
    [
      'UTF-16, as Excel calls Unicode text',
      Uint8Array.from(Buffer.from(`\ufeff${text.replaceAll(',日', '\t日').replace('",2', '"\t2')}`, 'utf16le')),
    ],
  ])('in %s', async (_, bytes) => {
    const [sheet] = await grids(bytes);
    expect(sheet?.name).toBeNull();
    expect(shown(sheet as Grid)).toEqual(rows);
  });

  test('in GBK, as Excel writes it in China', async () => {
    const [sheet] = await grids(gbk);
    expect(shown(sheet as Grid)).toEqual([
      ['标题', '日期'],
      ['a', 'b'],
    ]);
  });

  test('in UTF-16 of the other order', async () => {
    const [sheet] = await grids(Uint8Array.from(Buffer.from('\ufeffa,b', 'utf16le').swap16()));
    expect(shown(sheet as Grid)).toEqual([['a', 'b']]);
  });

  test('has rows of any length, and blank ones', async () => {
    const [sheet] = await grids(csv('a,b,c\n\nd\n'));
    expect(shown(sheet as Grid)).toEqual([['a', 'b', 'c'], [''], ['d']]);
  });

  test('what would be a formula is escaped, and comes back as it was', async () => {
    for (const written of ['=1+1', '+1', '-1', '@a', '\ta', '\ra', "'=1", "''@", '＝1', 'plain', "'plain", ''])
      expect(unescaped(escapedForCsv(written))).toBe(written);
    expect(escapedForCsv('=1+1')).toBe("'=1+1");
    expect(escapedForCsv("'plain")).toBe("'plain");
    const [sheet] = await grids(csv("'=HYPERLINK(1),'plain"));
    expect(shown(sheet as Grid)).toEqual([['=HYPERLINK(1)', "'plain"]]);
  });

  test('with a quotation mark that has no partner', async () => {
    expect(await faultOf(csv('a,b\n"c,d\n'))).toMatchObject({ code: 'import/csv' });
  });
});

describe('what is no spreadsheet is told by its first bytes', () => {
  test('an old Excel file', async () => {
    expect(await faultOf(workbook([{ name: 'a', rows: [['b']] }], { type: 'biff8' }))).toEqual({ code: 'import/old-excel' });
  });

  test('a workbook with a password', async () => {
    const container = XLSX.CFB.utils.cfb_new();
    XLSX.CFB.utils.cfb_add(container, '/EncryptedPackage', Buffer.alloc(600));
    XLSX.CFB.utils.cfb_add(container, '/EncryptionInfo', Buffer.alloc(200));
    const bytes = new Uint8Array(XLSX.CFB.write(container, { type: 'buffer' }) as Buffer);
    expect(await faultOf(bytes)).toEqual({ code: 'import/encrypted' });
  });

  test.each(['<html><table><tr><td>a</td></tr></table></html>', '\ufeff\r\n<!DOCTYPE html>', '<?xml version="1.0"?><Workbook/>'])(
    'a web page: %s',
    async (page) => {
      expect(await faultOf(csv(page))).toEqual({ code: 'import/web-page' });
    },
  );

  test('half a download', async () => {
    const bytes = table([['a']]);
    expect(await faultOf(bytes.subarray(0, bytes.length - 100))).toMatchObject({ code: 'import/not-a-spreadsheet' });
  });

  test('another kind of archive', async () => {
    expect(await faultOf(zipSync({ 'a.txt': strToU8('b') }))).toMatchObject({ code: 'import/not-a-spreadsheet' });
  });

  test('bytes that are no text', async () => {
    expect(await faultOf(Uint8Array.from([0x61, 0x00, 0x62]))).toEqual({ code: 'import/encoding' });
    expect(await faultOf(Uint8Array.from([0xff, 0xff, 0x80]))).toEqual({ code: 'import/encoding' });
  });

  test('a film', async () => {
    expect(await faultOf(new Uint8Array(SHEET_LIMIT + 1))).toEqual({ code: 'import/too-large', bytes: SHEET_LIMIT + 1, limit: SHEET_LIMIT });
  });
});

test('columns are called as spreadsheets call them', () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(letterOf)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
});
