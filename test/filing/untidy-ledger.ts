/** A ledger as it grows in an office over years, with a label on every row: what has to become of it. Labels are planted with the row, never computed. */
import type { RowFate } from '../../src/filing/sheet/run.ts';
import { type Cell, day, type Sheet, workbook } from './office.ts';

export interface Planted {
  readonly bytes: Uint8Array;
  /** `sheet!row` → what becomes of it. */
  readonly fates: ReadonlyMap<string, RowFate>;
  readonly new: { readonly submissions: number; readonly adoptions: number; readonly instructions: number };
}

/** Each way of writing the same day of 2026. */
const WAYS: readonly ((month: number, date: number) => Cell)[] = [
  (month, date) => day(2026, month, date),
  (month, date) => `2026年${month}月${date}日`,
  (month, date) => `2026.${month}.${date}`,
  (month, date) => `２０２６-${String(month).padStart(2, '0')}-${date}`,
  (month, date) => `${month}月${date}日`,
  (month, date) => `2026/${month}/${date} 14:30`,
  (month, date) => 20_260_000 + month * 100 + date,
];

const UNITS = ['办公室', '基金监管股', '监管股', '服 务 中 心', '医保服务中心\u3000'];

/** `rows` in all, two sheets of data and one of explanations. */
export function untidy(rows: number): Planted {
  const fates = new Map<string, RowFate>();
  const count = { submissions: 0, adoptions: 0, instructions: 0 };
  const first = half('2026年上半年', Math.floor(rows * 0.6), 0, fates, count);
  const second = half('2026年下半年', rows - 2 - Math.floor(rows * 0.6), 1_000_000, fates, count);
  fates.set('填表说明!1', 'unread');
  fates.set('填表说明!2', 'unread');
  const about: Sheet = { name: '填表说明', rows: [['填表说明'], ['一、每月底前填报']] };
  return { bytes: workbook([first, second, about]), fates, new: count };
}

type Count = Record<'submissions' | 'adoptions' | 'instructions', number>;

function half(name: string, size: number, from: number, fates: Map<string, RowFate>, count: Count): Sheet {
  const rows: Cell[][] = [
    ['某县医疗保障局信息报送和采用情况台账'],
    ['填表单位:办公室', '', '', '', '', '', '', '', '', '单位:篇'],
    ['序号', '信息标题*', '报送单位', '撰稿人', '报送时间', '体 裁', '采用情况', '', '批示', '备注'],
    ['', '', '', '', '', '', '媒体', '日期', '', ''],
  ];
  const merges = ['A1:J1', 'A3:A4', 'B3:B4', 'C3:C4', 'D3:D4', 'E3:E4', 'F3:F4', 'G3:H3', 'I3:I4', 'J3:J4'];
  const label = (fate: RowFate): void => void fates.set(`${name}!${rows.length}`, fate);
  for (let row = 1; row <= 4; row++) fates.set(`${name}!${row}`, 'heading');
  while (rows.length < size - 1) {
    const number = from + rows.length;
    const kind = (rows.length - 4) % 25;
    const month = 1 + (number % 3);
    const date = 1 + (number % 27);
    const written = (WAYS[number % WAYS.length] as (typeof WAYS)[number])(month, date);
    const base: Cell[] = [number, `稿件第${number}号`, UNITS[number % UNITS.length] as string, '', written, number % 2 === 0 ? '综合' : '简讯'];
    const adopted = day(2026, 4, 1 + (number % 28));
    if (kind === 0) {
      rows.push(['合 计', '', '', '', '', '', 24]);
      label('total');
    } else if (kind === 1) {
      rows.push([]);
      label('blank');
    } else if (kind === 2) {
      rows.push([...base, '人民网、《湛江日报》', adopted, '', '']);
      label('new');
      count.submissions += 1;
      count.adoptions += 2;
    } else if (kind === 3) {
      // The same story again, for another outlet: what is written twice is one submission.
      const before = rows.at(-1) as Cell[];
      rows.push([...before.slice(0, 6), '县融媒(4月28日)', '', '', '同上']);
      label('new');
      count.adoptions += 1;
    } else if (kind === 4) {
      rows.push([...(rows.at(-1) as Cell[])]);
      label('there');
    } else if (kind === 5) {
      rows.push([...base, '县融媒体中心报', adopted, '', '']);
      label('partly');
      count.submissions += 1;
    } else if (kind === 6) {
      rows.push([...base.slice(0, 4), '5.1', base[5] as Cell, '', '', '', '']);
      rows[rows.length - 1]?.splice(4, 1, 5.1);
      label('refused');
    } else if (kind === 7) {
      rows.push([...base, '', '', '市长2026年4月2日批示', '']);
      label('new');
      count.submissions += 1;
      count.instructions += 1;
    } else if (kind === 8) {
      rows.push([...base.slice(0, 2), '信息科', ...base.slice(3), '', '', '', '']);
      label('refused');
    } else if (kind === 9) {
      rows.push([...base, '无', '——', '', '']);
      label('new');
      count.submissions += 1;
    } else {
      rows.push([...base, '县政府网站', adopted, '', kind === 10 ? '=cmd|calc' : '']);
      label('new');
      count.submissions += 1;
      count.adoptions += 1;
    }
  }
  rows.push(['备注:数据截至填报当日']);
  label('note');
  return { name, rows, merges, hiddenRows: [7, 8] };
}
