/** Long tables are written without the library, and must read as if it had written them. */
import { strFromU8, unzipSync } from 'fflate';
import readExcelFile from 'read-excel-file/universal';
import { describe, expect, test } from 'vitest';
import { dayCell, emptyCell, type GridRow, numberCell, textCell, workbook } from '../../src/export/bulletin/xlsx-grid.ts';
import type { Day } from '../../src/model/day.ts';

const HEAD: GridRow = ['题名', '分', '日期', '备注'].map((label) => textCell(label, 'head'));
const ODD = '=1+1 & <b> "引号" ';
const ROW: GridRow = [textCell(ODD), numberCell(-1.25), dayCell('2026-03-05'), emptyCell()];

const workbookOf = (rows: number): Promise<Uint8Array<ArrayBuffer>> =>
  workbook([{ name: '表', rows: [HEAD, ...Array.from({ length: rows }, () => ROW)], headRows: 1, headColumns: 0, filtered: true }], {
    title: '表',
    creator: '办公室',
    day: '2026-03-06' as Day,
  });

const sheetXml = async (rows: number): Promise<string> => strFromU8(unzipSync(await workbookOf(rows))['xl/worksheets/sheet1.xml'] as Uint8Array);
const stylesOf = (xml: string, row: number): string[] =>
  Array.from((xml.match(new RegExp(`<row r="${row}".*?</row>`))?.[0] ?? '').matchAll(/ s="(\d+)"/g), ([, style]) => style as string);

describe('a table of 300 rows', () => {
  test('holds what it was given, to the last row', async () => {
    const [sheet] = await readExcelFile(new Blob([await workbookOf(300)]));
    expect(sheet?.data).toHaveLength(301);
    expect(sheet?.data[0]).toEqual(['题名', '分', '日期', '备注']);
    expect(sheet?.data[300]).toEqual([expect.stringContaining('=1+1 & <b> "引号"'), -1.25, new Date('2026-03-05T00:00:00Z'), null]);
  });

  test('looks like one of three rows, row by row', async () => {
    const [short, long] = [await sheetXml(3), await sheetXml(300)];
    expect(stylesOf(short, 2)).toHaveLength(4);
    expect(stylesOf(long, 301)).toEqual(stylesOf(short, 2));
    expect(long.match(/<row r="301" [^>]*>/)?.[0].replace('301', '2')).toBe(short.match(/<row r="2" [^>]*>/)?.[0]);
    expect(long.match(/<row /g)).toHaveLength(301);
    expect(long).toContain('</sheetData><autoFilter ref="A1:D301"/>');
  });

  test('gives the same bytes again', async () => {
    expect(await workbookOf(300)).toEqual(await workbookOf(300));
  });
});
