/** The sheets that list: adopted titles, corrections. */
import type { Published } from '../../ledger/written/bulletin.ts';
import { added, levelName, listed, nameOf, namesOf } from '../../words/bulletin/figures.ts';
import { periodKeyWords } from '../../words/periods.ts';
import { causeWords } from '../../words/reasons.ts';
import { address, dayCell, emptyCell, formulaCell, type GridCell, type GridRow, type GridSheet, numberCell, spread, textCell } from './xlsx-grid.ts';
import { HIDDEN } from './xlsx-journal.ts';

interface Column<R> {
  readonly head: string;
  readonly cell: (row: R, index: number) => GridCell;
}

const HEAD_ROWS = 2;

function listSheet<R>(name: string, title: string, columns: readonly Column<R>[], rows: readonly R[], last: readonly GridRow[] = []): GridSheet {
  return {
    name,
    rows: [
      spread(textCell(title, 'title'), columns.length),
      columns.map(({ head }) => textCell(head, 'head')),
      ...rows.map((row, index) => columns.map(({ cell }) => cell(row, index))),
      ...last,
    ],
    headRows: HEAD_ROWS,
    headColumns: 0,
    filtered: rows.length > 0 && last.length === 0,
  };
}

/** 采用稿件目录: one line for each adoption. */
export function adoptedSheet(title: string, published: Published): GridSheet {
  type Row = Published['adopted'][number];
  const { adopted } = published;
  const authors: Column<Row>[] = published.people ? [{ head: '作者', cell: (row) => textCell(listed(row.authors ?? [])) }] : [];
  const columns: Column<Row>[] = [
    { head: '序号', cell: (_, index) => numberCell(index + 1) },
    { head: '题名', cell: (row) => textCell(row.title ?? HIDDEN) },
    { head: '报送单位', cell: ({ units }) => textCell(namesOf(published, units)) },
    ...authors,
    { head: '采用媒体、刊物', cell: ({ outlet }) => textCell(outlet) },
    { head: '级别', cell: (row) => textCell(row.class ?? (row.level === undefined ? '' : levelName(row.level))) },
    { head: '体裁', cell: ({ form }) => textCell(form ?? '') },
    { head: '报刊', cell: ({ print }) => textCell(print ? '是' : '') },
    { head: '采用日期', cell: ({ on }) => dayCell(on) },
  ];
  return listSheet('采用稿件目录', title, columns, adopted);
}

/** 更正、补记: what changed after it had been published. */
export function correctionsSheet(title: string, published: Published): GridSheet {
  type Row = Published['corrections'][number];
  const { corrections } = published;
  const columns: Column<Row>[] = [
    { head: '单位', cell: ({ unit }) => textCell(nameOf(published, unit)) },
    { head: '原通报', cell: ({ corrects }) => textCell(periodKeyWords(corrects, 'zh')) },
    { head: '稿件', cell: (row) => textCell(row.title ?? '') },
    { head: '依据条款', cell: ({ clause }) => textCell(clause ?? '') },
    { head: '原因', cell: ({ causes }) => textCell(causes.map((cause) => causeWords(cause).zh).join('；')) },
    { head: '得分', cell: ({ points }) => numberCell(points) },
  ];
  const at = columns.length - 1;
  const range = `${address(HEAD_ROWS, at)}:${address(HEAD_ROWS + corrections.length - 1, at)}`;
  const total = formulaCell(`SUM(${range})`, added(corrections.map(({ points }) => points)), 'total');
  const blanks = Array.from({ length: at - 1 }, () => emptyCell('total'));
  return listSheet('更正', title, columns, corrections, [[textCell('合计', 'total'), ...blanks, total]]);
}
