/** The account of an import, where a run on the command line does not show it. */
import { describe, expect, test } from 'vitest';
import { importCsv, importJson, importText } from '../../src/export/import-report.ts';
import { openSheets } from '../../src/filing/sheet/file.ts';
import type { Grid } from '../../src/filing/sheet/grid.ts';
import { guessMapping } from '../../src/filing/sheet/guess.ts';
import { registryOf } from '../../src/filing/sheet/registry.ts';
import { type Imported, runImport } from '../../src/filing/sheet/run.ts';
import type { Day } from '../../src/model/day.ts';
import type { Ledger } from '../../src/model/records.ts';
import { openRoot } from '../../src/rim/open.ts';
import { type Cell, gbk, newOffice, table } from '../filing/office.ts';

const ledger = openRoot(newOffice()).ledger as Ledger;
const TOLD = { file: '台账.csv', guessed: true, written: false, closed: null };

async function imported(bytes: Uint8Array): Promise<Imported> {
  const { grids } = (await openSheets(bytes)) as { grids: readonly Grid[] };
  const mapping = guessMapping(grids, registryOf(ledger));
  if (mapping === null) throw new Error('no mapping');
  return runImport(grids, mapping, { ledger, today: '2026-06-30' as Day, examine: () => [] });
}
const HEADS = ['标题', '单位', '报送日期', '采用媒体', '采用日期'];
const rows = (...more: Cell[][]): Promise<Imported> => imported(table([HEADS, ...more]));

test('what falls into closed periods is counted', async () => {
  const told = await rows(['甲', '办公室', '2026-03-31', '人民网', '2026-04-01'], ['乙', '办公室', '2026-04-02']);
  expect(importText(told, { ...TOLD, closed: '2026-03-31' })).toContain('其中 1 条的日期在已发通报的周期内(至 2026-03-31)');
  expect(importText(told, { ...TOLD, closed: '2026-02-28' })).not.toContain('其中');
});

test('one name in many cells is told once, with the first of them', async () => {
  const told = await rows(...Array.from({ length: 9 }, (_, at): Cell[] => [`第${at}篇`, '办公室', '2026-03-05', '某某报', '2026-03-06']));
  const text = importText(told, TOLD);
  expect(text.match(/import\/unknown-name/g)).toHaveLength(1);
  expect(text).toContain('台账!D2、台账!D3、台账!D4、台账!D5、台账!D6、台账!D7等 9 个  import/unknown-name');
  expect(text).toContain('  # 9 行 rows\n  - id:\n    name: 某某报\n    level: 未定\n    channel: ""\n');
  expect(importJson(told, TOLD)).toContain('"rows": 9');
});

test('cells cannot move the cursor or turn a line around', async () => {
  const told = await rows(['甲', '办公室\u001b[2J', '2026-03-05'], ['乙', '\u202e室公办', '2026-03-05']);
  const text = importText(told, TOLD);
  expect(text).toContain('U+001B');
  expect(/[^\P{Cc}\n]|\u202e/u.test(text)).toBe(false);
});

test('a row that a spreadsheet would compute is a text in the account', async () => {
  const told = await rows(['=1+1', '办公室', '上旬'], ['@甲', '办公室', '2026-03-05']);
  const [, , second, third] = importCsv(told).split('\r\n');
  expect(second).toContain(",'=1+1,");
  expect(third).toContain(",'@甲,导入 data/submissions/office/2026/");
});

test('nothing to write, hidden rows, columns that are not used', async () => {
  const told = await imported(
    table(
      [
        ['序号', ...HEADS],
        [1, '甲', '某科', '2026-03-05'],
      ],
      { hiddenRows: [1] },
    ),
  );
  const text = importText(told, TOLD);
  expect(text).toContain('未用的列 columns not used:序号(A);1 个隐藏的行照样读取');
  expect(text).toContain('没有要写入的记录。');
  expect(importText(told, { ...TOLD, guessed: false })).toContain('对照文件 The mapping:');
});

describe('CSV as Excel writes it in China', () => {
  test('comes in like any other', async () => {
    const text = `${HEADS.join(',')}\r\n门诊“两病”用药保障惠民生,服务中心,2026年3月5日,县融媒、人民网,2026/3/6\r\n`;
    const told = await imported(gbk(text));
    expect(told.rows.map(({ row }) => row.says)).toEqual(['标题', '门诊“两病”用药保障惠民生']);
    expect(told.files).toHaveLength(3);
    expect(importText(told, TOLD)).toContain('台账.csv:第 1 行是列标题');
  });
});
