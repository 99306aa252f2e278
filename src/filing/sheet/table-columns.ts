/** The columns of an exported table: ours, or those of an office's mapping; and which of them may leave the office. */
import { FIELDS, type Field, HEADINGS, type Part } from './fields.ts';
import type { WrittenTable } from './mapping.ts';

export interface Column {
  readonly heading: string;
  readonly part: Part;
  readonly field: Field;
  /** Which of several groups of columns for adoptions or instructions. */
  readonly group: number;
}

/** Every field that we know, one group for each part. */
export const OWN: WrittenTable = {
  submission: Object.fromEntries(FIELDS.submission.map((field) => [field, HEADINGS.submission[field][0]])),
  adoptions: [Object.fromEntries(FIELDS.adoptions.map((field) => [field, HEADINGS.adoptions[field][0]]))],
  instructions: [
    Object.fromEntries(FIELDS.instructions.filter((field) => field !== 'said').map((field) => [field, HEADINGS.instructions[field][0]])),
  ],
};

/** Columns that are there even where no record has anything to say in them. */
export const CORE: ReadonlySet<string> = new Set([
  '报送编号',
  '信息标题',
  '报送单位',
  '撰稿人',
  '报送日期',
  '报送体裁',
  '采用媒体',
  '采用日期',
  '批示级别',
  '批示日期',
]);

/** What may leave the office: never a note, the rank of a leader, or the id of what may not be public itself. */
export const OPEN: Readonly<Record<Part, readonly string[]>> = {
  submission: ['id', 'title', 'unit', 'authors', 'on', 'event', 'form', 'category', 'stream', 'length', 'origin', 'topic', 'link'],
  adoptions: ['id', 'outlet', 'on', 'form', 'print', 'reprint', 'position', 'length', 'link'],
  instructions: ['id', 'level', 'on', 'affirmative'],
};

export function columnsOf({ submission, adoptions = [], instructions = [] }: WrittenTable): Column[] {
  const of = (part: Part, groups: readonly Readonly<Record<string, string | undefined>>[]): Column[] =>
    groups.flatMap((own, group) =>
      FIELDS[part].flatMap((field): Column[] => (own[field] === undefined ? [] : [{ heading: own[field], part, field, group }])),
    );
  return distinct([...of('submission', [submission]), ...of('adoptions', adoptions), ...of('instructions', instructions)]);
}

/** A column that was known by its letter, or bears the name of another, gets our heading and a number. */
function distinct(columns: readonly Column[]): Column[] {
  const seen = new Map<string, number>();
  return columns.map((column) => {
    const own: readonly string[] = HEADINGS[column.part][column.field as never];
    const heading = /^[A-Z]{1,2}列$/.test(column.heading) ? (own[0] as string) : column.heading;
    const before = seen.get(heading) ?? 0;
    seen.set(heading, before + 1);
    return { ...column, heading: before === 0 ? heading : `${heading}${before + 1}` };
  });
}
