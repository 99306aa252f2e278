/** A small bureau on disk, with nothing filed yet, and spreadsheets as offices keep them, written by SheetJS: our code reads with other libraries. */
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import * as XLSX from '@e965/xlsx';
import { newFolder, put } from '../rig/root.ts';

const POLICIES = join(import.meta.dirname, '..', '..', 'policies');

/** Three units, five people of whom two share a name, five outlets. */
export function newOffice(): string {
  const root = newFolder();
  put(root, 'data/site.yaml', 'organisation: 某县医疗保障局\npolicies: [county-2021]\nrepository: { host: gitee, url: https://gitee.com/o/r }\n');
  put(
    root,
    'data/units.yaml',
    [
      'units:',
      '  - { id: office, name: 办公室, class: 机关股室 }',
      '  - { id: fund, name: 基金监管股, short: 监管股, class: 机关股室 }',
      '  - { id: service, name: 医保服务中心, aliases: [服务中心], class: 下属单位 }',
      '',
    ].join('\n'),
  );
  put(
    root,
    'data/people.yaml',
    [
      'people:',
      '  - { id: zhou, name: 周启明, unit: office, roles: [办公室主任, 审核], git: { users: [zhou-qm] } }',
      '  - { id: chen, name: 陈海生, unit: fund, roles: [单位负责人, 审核], git: { users: ["@chen.hs"] } }',
      '  - { id: li-fund, name: 李明, unit: fund, roles: [撰稿] }',
      '  - { id: li-service, name: 李明, unit: service, roles: [撰稿] }',
      '  - { id: zhong, name: 钟耀祖, unit: service, roles: [审核], git: { users: [zhong_yz] } }',
      '',
    ].join('\n'),
  );
  put(
    root,
    'data/outlets.yaml',
    [
      'outlets:',
      '  - { id: county-site, name: 某县人民政府网站, aliases: [县政府网站], level: 县, channel: 政府网站 }',
      '  - { id: rongmei, name: 某县融媒, aliases: [县融媒], level: 县, channel: 融媒体 }',
      '  - { id: daily, name: 湛江日报, level: 市, channel: 报纸, print: true }',
      '  - { id: renmin, name: 人民网, level: 国家, channel: 网站 }',
      '  - { id: own, name: 本局公众号, level: 县, channel: 微信, own: true }',
      '',
    ].join('\n'),
  );
  cpSync(join(POLICIES, 'county-2021.yaml'), join(root, 'policies', 'county-2021.yaml'));
  return root;
}

export type Cell = string | number | boolean | Date | null | XLSX.CellObject;

export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
  readonly merges?: readonly string[];
  readonly hidden?: boolean;
  readonly hiddenRows?: readonly number[];
}

/** A day as a cell that Excel shows as one. */
export const day = (year: number, month: number, date: number): Date => new Date(Date.UTC(year, month - 1, date));

export function workbook(
  sheets: readonly Sheet[],
  { type = 'xlsx', date1904 = false }: { type?: XLSX.BookType; date1904?: boolean } = {},
): Uint8Array {
  const book = XLSX.utils.book_new();
  for (const { name, rows, merges = [], hiddenRows = [] } of sheets) {
    const sheet = XLSX.utils.aoa_to_sheet(rows as unknown[][], { UTC: true, ...(date1904 ? { date1904: true } : {}) });
    sheet['!merges'] = merges.map((range) => XLSX.utils.decode_range(range));
    const shown: XLSX.RowInfo[] = [];
    for (const row of hiddenRows) shown[row] = { hidden: true };
    sheet['!rows'] = shown;
    XLSX.utils.book_append_sheet(book, sheet, name);
  }
  book.Workbook = { WBProps: { date1904 }, Sheets: sheets.map(({ hidden }) => ({ Hidden: hidden ? 1 : 0 })) };
  return new Uint8Array(XLSX.write(book, { type: 'buffer', bookType: type, compression: true }) as Buffer);
}

/** A workbook of one sheet. */
export const table = (rows: readonly (readonly Cell[])[], more: Partial<Sheet> = {}): Uint8Array => workbook([{ name: '台账', rows, ...more }]);

/** A text as GBK, which Excel writes in China. Platforms only decode it, so the table is turned around: two bytes for each character of Chinese. */
export function gbk(text: string): Uint8Array {
  const pairs = Array.from({ length: 0x7e }, (_, lead) => Array.from({ length: 0xbf }, (_, trail) => [lead + 0x81, trail + 0x40])).flat();
  const decoder = new TextDecoder('gbk');
  const table = new Map(pairs.map((pair) => [decoder.decode(Uint8Array.from(pair)), pair]));
  return Uint8Array.from([...text].flatMap((sign) => (sign.charCodeAt(0) < 0x80 ? [sign.charCodeAt(0)] : (table.get(sign) as number[]))));
}
