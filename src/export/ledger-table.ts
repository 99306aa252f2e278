/** The ledger as a table for the office: XLSX or CSV. */
import { stringify } from 'csv-stringify/browser/esm/sync';
import { escapedForCsv } from '../filing/sheet/csv.ts';
import type { LedgerTable } from '../filing/sheet/table.ts';
import type { Day } from '../model/day.ts';
import { dayCell, emptyCell, type GridCell, numberCell, textCell, workbook } from './bulletin/xlsx-grid.ts';

/** With a byte-order mark, by which Excel and WPS know UTF-8. */
export const ledgerCsv = ({ headings, rows }: LedgerTable): string =>
  stringify(
    [headings, ...rows].map((row) => row.map((cell) => (typeof cell === 'string' ? escapedForCsv(cell) : cell))),
    {
      bom: true,
      record_delimiter: 'windows',
      quoted_match: /[\r\n]/,
    },
  );

export function ledgerXlsx({ headings, rows }: LedgerTable, organisation: string, day: Day): Promise<Uint8Array<ArrayBuffer>> {
  const sheet = {
    name: '台账',
    rows: [headings.map((heading) => textCell(heading, 'head')), ...rows.map((row) => row.map(gridCell))],
    headRows: 1,
    headColumns: 0,
    filtered: rows.length > 0,
  };
  return workbook([sheet], { title: `${organisation} · 台账`, creator: organisation, day }, 6);
}

function gridCell(cell: string | number | null): GridCell {
  if (cell === null) return emptyCell();
  if (typeof cell === 'number') return numberCell(cell);
  return /^\d{4}-\d{2}-\d{2}$/.test(cell) ? dayCell(cell) : textCell(cell);
}
