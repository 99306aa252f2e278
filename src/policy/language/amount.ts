/** 数额: how much a rule gives, from a number to open-ended steps. */
import { z } from 'zod';
import { oneOrMore, say, Text } from '../../ledger/written/common.ts';

interface WrittenTable {
  [value: string]: number | WrittenTable;
}
const Table: z.ZodType<WrittenTable> = z.lazy(() => z.record(Text, z.union([z.number(), Table])));

interface WrittenLookup {
  by: string | string[];
  table: WrittenTable;
  otherwise?: number | WrittenLookup | undefined;
}
const Lookup: z.ZodType<WrittenLookup> = z.lazy(() =>
  z.strictObject({
    by: oneOrMore(Text).meta(say('按哪个属性查表', 'The attribute or attributes to look up')),
    table: Table.meta(say('属性值 → 分值；两个以上属性时逐层嵌套', 'Value → amount; nested where there are several attributes')),
    otherwise: z.union([z.number(), Lookup]).optional().meta(say('表中没有时', 'Where the table has none')),
  }),
);

const Band = z.strictObject({
  up_to: z.number().optional().meta(say('不超过此数（含）；最后一档不写', 'Up to this, inclusive; left out in the last band')),
  give: z.number().meta(say('给几分', 'What it gives')),
});

/** 分档: bands of a number, lowest first. */
const Bands = z.strictObject({
  by: Text.meta(say('按哪个数字分档', 'The number that is banded')),
  bands: z.array(Band).min(1).meta(say('各档，自低到高', 'The bands, lowest first')),
});

const Step = z.strictObject({ at: z.number().meta(say('达到', 'From this on')), give: z.number().meta(say('给几分', 'It gives this')) });

/** 阶梯: fixed amounts at certain marks, and so much for each further stretch. */
const Steps = z
  .strictObject({
    by: Text.meta(say('按哪个数字', 'The number it goes by')),
    steps: z.array(Step).optional().meta(say('各级台阶，自低到高', 'The steps, lowest first')),
    each: z.number().positive().optional().meta(say('此后每满这么多', 'For each full stretch of this length beyond the last step')),
    more: z.number().optional().meta(say('再加几分', 'So much more')),
    at_most: z.number().optional().meta(say('封顶', 'Capped at')),
  })
  .refine(({ steps, each, more }) => (steps !== undefined || each !== undefined) && (each === undefined) === (more === undefined));

/** 倍数: a multiple of a number that the record carries. */
const Multiple = z.strictObject({
  of: Text.meta(say('哪个数字', 'The number')),
  times: z.number().meta(say('乘以', 'Times this')),
  at_least: z.number().optional().meta(say('最少', 'At least')),
  at_most: z.number().optional().meta(say('封顶', 'Capped at')),
});

/** 评定: a number that somebody judged, within a range; the record carries it. */
const Judged = z.strictObject({
  judged: Text.meta(say('评定的是哪个数字', 'The number that is judged')),
  from: z.number().meta(say('最低', 'The least')),
  to: z.number().meta(say('最高', 'The most')),
});

export const Amount = z.union([z.number(), Lookup, Bands, Steps, Multiple, Judged]);
export type Amount = z.infer<typeof Amount>;
