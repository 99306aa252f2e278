/** Every row of a sheet: what kind of row it is, and what its cells say for records. Nothing is judged against other records yet. */
import type { UnitId } from '../../model/records.ts';
import { readAdoptions } from './adoptions.ts';
import type { Context } from './cells.ts';
import type { CellFault } from './faults.ts';
import type { Field, Part } from './fields.ts';
import { type Content, cellOf, EMPTY, type Grid, isBlank, textOf } from './grid.ts';
import { isHeadAgain } from './heads.ts';
import type { Columns, Located } from './located.ts';
import { type At, merged, NOTHING_READ, type Reading, readGroup } from './reading.ts';

/** `unread`: in a sheet that no table describes. `note`: a line of words under or between the rows, such as 填表人. */
export const BESIDE = ['heading', 'total', 'note', 'blank', 'unread'] as const;
export type BesideKind = (typeof BESIDE)[number];

export interface RowRead {
  readonly sheet: string | null;
  /** From 1, as spreadsheets count. */
  readonly row: number;
  readonly kind: 'data' | BesideKind;
  /** What it says, for people: the title, or the first cell that says something. */
  readonly says: string;
  readonly submission: Reading;
  readonly adoptions: readonly Reading[];
  readonly instructions: readonly Reading[];
}

/** A row that becomes no record, and why. */
const beside = ({ name }: Grid, row: number, kind: BesideKind, content: readonly Content[]): RowRead => ({
  sheet: name,
  row: row + 1,
  kind,
  says: textOf(content.find((one) => !isBlank(one)) ?? EMPTY),
  submission: NOTHING_READ,
  adoptions: [],
  instructions: [],
});

/** The rows of a sheet that no table describes. */
export const unreadRows = (grid: Grid): RowRead[] =>
  grid.rows.map((content, row) => beside(grid, row, content.every(isBlank) ? 'blank' : 'unread', content));

export function readRows(located: Located, context: Context): RowRead[] {
  const above: Content[] = [];
  return located.grid.rows.map((written, row) => {
    const kind = kindOf(located, written, row);
    if (kind !== 'data') return beside(located.grid, row, kind, written);
    const content = carriedDown(located, written, above);
    return readRow(located, content, { row, above }, context);
  });
}

function kindOf({ heads, grid, submission, table }: Located, content: readonly Content[], row: number): RowRead['kind'] {
  if (content.every(isBlank)) return 'blank';
  if (row <= heads.bottom) return 'heading';
  const texts = content.map(textOf);
  if (isHeadAgain(texts, heads)) return 'heading';
  const at = (field: Field): Content => content[submission[field] ?? -1] ?? EMPTY;
  const lacks = (field: 'on' | 'unit'): boolean =>
    submission[field] === undefined || table.carry_down?.includes(field) === true || isBlank(at(field));
  if (texts.slice(0, 4).some(isTotal) && (lacks('on') || isBlank(at('title')))) return 'total';
  if (isBanner(grid, row, content) || (lacks('on') && lacks('unit') && texts.some(isRemark))) return 'note';
  return 'data';
}

const isTotal = (text: string): boolean =>
  /^(?:[合总小累共]计|(?:本|全|上|下)?(?:月|季度?|半?年度?).{0,3}[合总小累共]计)/.test(text.replace(/\s+/g, ''));

const isRemark = (text: string): boolean =>
  /^(?:备?注|说明|填表|制表|填报|审核|统计|复核|联系|单位负责|负责人).{0,6}[:：]/.test(text.replace(/\s+/g, ''));

/** A line across the table: all that the row says stands in one range that is merged over three columns or more. */
function isBanner({ merges }: Grid, row: number, content: readonly Content[]): boolean {
  const across = merges.find(({ top, bottom, left, right }) => top <= row && row <= bottom && right - left >= 2);
  return across !== undefined && content.every((one, column) => isBlank(one) || (across.left <= column && column <= across.right));
}

/** Where the mapping says so, an empty cell says what the one above it said. `above` remembers, row after row. */
function carriedDown({ submission, table }: Located, written: readonly Content[], above: Content[]): Content[] {
  const content = [...written];
  for (const [field, column] of Object.entries(submission)) {
    if (isBlank(content[column] ?? EMPTY) && table.carry_down?.includes(field as Field<'submission'>)) content[column] = above[column] ?? EMPTY;
  }
  return content;
}

interface Where {
  readonly row: number;
  /** What stood last in each column, for hints. */
  readonly above: Content[];
}

function readRow(located: Located, content: readonly Content[], { row, above }: Where, context: Context): RowRead {
  const { grid, submission, adoptions, instructions, table } = located;
  const place = (column: number): string => cellOf(grid, row, column);
  const [first = 0] = content.map((one, column) => (isBlank(one) ? -1 : column)).filter((column) => column !== -1);
  const read = (part: Part, columns: Columns, own: Context): Reading => readGroup(part, columns, content, place, own);
  const fixed = table.submission.unit_is === undefined ? {} : unitNamed(table.submission.unit_is, context, place(first));
  const unit = read('submission', { ...(submission.unit === undefined ? {} : { unit: submission.unit }) }, context);
  const own: Context = { ...context, among: unitsOf({ ...fixed.values, ...unit.values }, context) };
  const { unit: _, ...others } = submission;
  const rest = read('submission', others, own);
  const reading = merged(merged({ ...NOTHING_READ, ...fixed }, unit), rest);
  const lacking = missing(reading, located, { place, first, above });
  content.forEach((one, column) => {
    if (!isBlank(one)) above[column] = one;
  });
  return {
    sheet: grid.name,
    row: row + 1,
    kind: 'data',
    says: textOf(content[submission.title ?? first] ?? EMPTY),
    submission: { ...reading, faults: [...reading.faults, ...lacking] },
    adoptions: adoptions.flatMap((columns, at) =>
      readAdoptions({ columns, outletIs: table.adoptions?.[at]?.outlet_is ?? null }, content, place, own),
    ),
    instructions: instructions.flatMap((columns) => instructionIn(read('instructions', columns, own), place(first))),
  };
}

function unitNamed(named: string, { registry }: Context, cell: string): Partial<Reading> {
  const found = registry.find('unit', named);
  return 'fault' in found ? { faults: [{ cell, fault: found.fault }] } : { values: { unit: found.name }, cells: { unit: cell } };
}

/** The ids of the units that a submission is written to be of. */
export function unitsOf({ unit, units }: Readonly<Record<string, unknown>>, { registry }: Pick<Context, 'registry'>): UnitId[] {
  const named =
    units === undefined ? [unit] : (units as (string | { unit: string })[]).map((share) => (typeof share === 'string' ? share : share.unit));
  return named.flatMap((name) => {
    const found = typeof name === 'string' ? registry.find('unit', name) : null;
    return found !== null && 'id' in found ? [found.id] : [];
  });
}

interface Around {
  readonly place: (column: number) => string;
  readonly first: number;
  readonly above: readonly Content[];
}

/** A submission wants a title, a unit, and where there is a column for it the day on which it was filed. */
function missing({ values, cells }: Reading, { submission, table }: Located, { place, first, above }: Around): At<CellFault>[] {
  const lacks = (field: 'title' | 'unit' | 'on'): boolean =>
    values[field] === undefined && values[`${field}s`] === undefined && cells[field] === undefined;
  const wanted = (['title', 'unit', 'on'] as const).filter((field) => submission[field] !== undefined && lacks(field));
  return wanted.map((field) => {
    const column = submission[field] ?? first;
    const before = above[column];
    return {
      cell: place(column),
      fault: { code: 'import/missing', field: `submission.${field}`, above: before === undefined || table.carry_down ? null : textOf(before) },
    };
  });
}

/** Nothing, where none of its cells says anything. A level and a day make an instruction. */
function instructionIn(reading: Reading, first: string): Reading[] {
  const { values, cells, faults } = reading;
  if (Object.keys(cells).length === 0) return [];
  const lacking = (['level', 'on'] as const).filter((field) => values[field] === undefined && cells[field] === undefined && cells.said === undefined);
  const cell = Object.values(cells)[0] ?? first;
  return [
    {
      ...reading,
      faults: [
        ...faults,
        ...lacking.map((field) => ({ cell, fault: { code: 'import/missing' as const, field: `instructions.${field}`, above: null } })),
      ],
    },
  ];
}
