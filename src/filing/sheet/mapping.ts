/** 导入对照表: which column of a spreadsheet holds what. A small YAML file, guessed first and kept beside the office's spreadsheet. */
import { z } from 'zod';
import { say, Text } from '../../ledger/written/common.ts';
import { FIELDS } from './fields.ts';

const Column = Text.optional().meta(
  say('列标题；多层标题用“/”连接，重名的列写“F列”', 'Heading of the column; levels joined by “/”; or F列 for column F'),
);

const columns = <F extends string>(fields: readonly F[]): Record<F, typeof Column> =>
  Object.fromEntries(fields.map((field) => [field, Column])) as Record<F, typeof Column>;

const WrittenTable = z.strictObject({
  sheets: z.array(Text).min(1).optional().meta(say('工作表名；不写为所有能对上的', 'Names of sheets; every one that fits unless given')),
  year: z.int().min(1990).max(2100).optional().meta(say('只写月日的日期属于哪一年', 'The year of days that have none')),
  submission: z
    .strictObject({ ...columns(FIELDS.submission), unit_is: Text.optional().meta(say('整张表都是这个单位的', 'All rows are of this unit')) })
    .meta(say('报送', 'Submissions')),
  adoptions: z
    .array(
      z.strictObject({
        ...columns(FIELDS.adoptions),
        outlet_is: Text.optional().meta(say('这几列都是这个媒体的', 'These columns are of this outlet')),
      }),
    )
    .optional()
    .meta(say('采用，每组列一项', 'Adoptions, an entry for each group of columns')),
  instructions: z
    .array(z.strictObject(columns(FIELDS.instructions)))
    .optional()
    .meta(say('批示，每组列一项', 'Instructions, an entry for each group of columns')),
  carry_down: z
    .array(z.enum(FIELDS.submission))
    .optional()
    .meta(
      say(
        '空格沿用上一行的报送列（合并单元格不必写）',
        'Fields of a submission that an empty cell takes from the row above; merged cells need it not',
      ),
    ),
});

const Renamed = z.record(Text, Text).optional();

export const WrittenMapping = z.strictObject({
  tables: z.array(WrittenTable).min(1).meta(say('表', 'Tables')),
  words: z
    .strictObject({
      unit: Renamed,
      person: Renamed,
      outlet: Renamed,
      form: Renamed,
      category: Renamed,
      openness: Renamed,
      origin: Renamed,
      level: Renamed,
    })
    .optional()
    .meta(say('表格中的说法 → 台账中的说法', 'Words of the spreadsheet → words of the ledger')),
});
export type WrittenMapping = z.output<typeof WrittenMapping>;
export type WrittenTable = z.output<typeof WrittenTable>;
export type Words = NonNullable<WrittenMapping['words']>;
