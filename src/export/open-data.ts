/** 开放数据: a table as JSON with its JSON Schema, as CSV and as XLSX. It prints what it is handed; what is not for the public has to be gone before. */
import { stringify } from 'csv-stringify/browser/esm/sync';
import { z } from 'zod';
import type { Day } from '../model/day.ts';
import { type Points, written } from '../model/points.ts';
import type { Level } from './bulletin/package.ts';
import { dayCell, emptyCell, type GridCell, numberCell, textCell, workbook } from './bulletin/xlsx-grid.ts';
import { linewise } from './journal.ts';
import { ROWS, type TableName } from './open-data-rows.ts';
import type { JsonSchema } from './schemas.ts';

/** Points are exact until they are written. */
type Plain = string | number | boolean | null;
export type Value =
  | Plain
  | Points
  | readonly string[]
  | readonly { readonly person: string; readonly points: Points }[]
  | Readonly<Record<string, Points | number>>;

/** A row has every column of its table. */
export type RowOf<T extends TableName> = Readonly<Record<keyof (typeof ROWS)[T]['shape'], Value>>;

export interface OpenTable {
  readonly name: TableName;
  /** What it is called in the workbook. */
  readonly title: string;
  readonly rows: readonly Readonly<Record<string, Value>>[];
}

/** What every file says of itself. */
export interface OpenDataOf {
  readonly organisation: string;
  readonly asOf: Day;
}

export interface DataColumn {
  readonly key: string;
  readonly head: string;
  readonly zh: string;
  readonly en: string;
}

export function columnsOf(name: TableName): DataColumn[] {
  return Object.entries(ROWS[name].shape).map(([key, schema]) => {
    const { title = key, description = '' } = schema.meta() ?? {};
    const [zh = '', en = ''] = description.split('\n');
    return { key, head: title, zh, en };
  });
}

/** A line for each row; points are decimal strings. */
export function tableJson({ name, rows }: OpenTable, { organisation, asOf }: OpenDataOf): string {
  return linewise({
    table: name,
    organisation,
    asOf,
    rows: rows.map((row) => Object.fromEntries(Object.entries(row).map(([key, value]) => [key, plainly(value)]))),
  });
}

const isPoints = (value: unknown): value is Points => typeof value === 'object' && value !== null && 'toFixed' in value;

function plainly(value: unknown): unknown {
  if (isPoints(value)) return written(value);
  if (Array.isArray(value)) return value.map(plainly);
  if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, plainly(one)]));
  return value;
}

/** What `tableJson` writes, as a JSON Schema. */
export function tableSchema(name: TableName): JsonSchema {
  const file = z.strictObject({
    table: z.literal(name),
    organisation: z.string(),
    asOf: z.string().meta({ format: 'date' }),
    rows: z.array(ROWS[name]),
  });
  return z.toJSONSchema(file) as JsonSchema;
}

/** Several values in one cell. */
const BETWEEN = '；';

/** What stands in a cell: numbers where programs compute, texts otherwise. */
function cellOf(value: Value): string | number | null {
  if (value === null || typeof value === 'string' || typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (isPoints(value)) return value.toNumber();
  const parts: readonly (string | { readonly person: string; readonly points: Points })[] | null = Array.isArray(value) ? value : null;
  if (parts !== null) return parts.map((part) => (typeof part === 'string' ? part : `${part.person} ${written(part.points)}`)).join(BETWEEN);
  return Object.entries(value)
    .map(([key, one]) => `${key} ${plainly(one)}`.trim())
    .join(BETWEEN);
}

/**
 * RFC 4180 with a byte-order mark, by which Excel and WPS know UTF-8. A text that a spreadsheet would take for a formula gets an apostrophe before it;
 * a negative number is none.
 */
export function tableCsv({ name, rows }: OpenTable): string {
  const columns = columnsOf(name);
  const cells = rows.map((row) => columns.map(({ key }) => cellOf(row[key] ?? null)));
  return stringify([columns.map(({ head }) => head), ...cells], {
    bom: true,
    record_delimiter: 'windows',
    escape_formulas: true,
    quoted_match: /[\r\n]/,
  });
}

/** These files are many times as large as bulletins. */
const QUICK: Level = 6;

/** Two sheets: the table, with heads that stay in sight and filters, and what its columns hold. */
export function tableXlsx({ name, title, rows }: OpenTable, { organisation, asOf }: OpenDataOf): Promise<Uint8Array<ArrayBuffer>> {
  const columns = columnsOf(name);
  const heads = (labels: readonly string[]): GridCell[] => labels.map((label) => textCell(label, 'head'));
  return workbook(
    [
      {
        name: title,
        rows: [heads(columns.map(({ head }) => head)), ...rows.map((row) => columns.map(({ key }) => gridCell(cellOf(row[key] ?? null))))],
        headRows: 1,
        headColumns: 0,
        filtered: rows.length > 0,
      },
      {
        name: '说明',
        rows: [
          heads(['列', '字段', '说明', 'Meaning']),
          ...columns.map(({ key, head, zh, en }) => [head, key, zh, en].map((cell) => textCell(cell))),
        ],
        headRows: 1,
        headColumns: 0,
        filtered: false,
      },
    ],
    { title: `${organisation} · ${title}`, creator: organisation, day: asOf },
    QUICK,
  );
}

function gridCell(value: string | number | null): GridCell {
  if (value === null || value === '') return emptyCell();
  if (typeof value === 'number') return numberCell(value);
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? dayCell(value) : textCell(value);
}
