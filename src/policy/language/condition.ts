/** What the parts of the language share: clauses, spans, conditions. */
import { z } from 'zod';
import { oneOrMore, say, Text } from '../../ledger/written/common.ts';
import { SPANS } from '../../model/period.ts';

const Clause = Text.meta(say('条款号，必须在 clauses 中', 'Clause; it must stand in `clauses`'));
export const Clauses = oneOrMore(Clause).meta(say('依据的条款', 'The clause or clauses it comes from'));
export const RuleId = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
export const Span = z.enum(SPANS);

const Scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const Comparison = z
  .strictObject({
    not: oneOrMore(Scalar).optional().meta(say('不是这些值', 'None of these')),
    at_least: z.number().optional().meta(say('不少于', 'This or more')),
    at_most: z.number().optional().meta(say('不超过', 'This or less')),
    above: z.number().optional().meta(say('多于', 'More than this')),
    below: z.number().optional().meta(say('少于', 'Less than this')),
  })
  .refine((value) => Object.keys(value).length > 0);
const Test = z.union([Scalar, z.array(Scalar).min(1), Comparison]);
const Conditions = z
  .record(Text, Test)
  .meta(say('属性 → 值、值的列表或比较；全部满足才算', 'Attribute → value, list of values, or comparison; all must hold'));
/** 条件: attributes that must all hold; a list of such means any of them. */
export const Condition = oneOrMore(Conditions).meta(say('条件；列表表示满足其一', 'Condition; a list means any of them'));

export type Condition = z.infer<typeof Condition>;
export type Conditions = z.infer<typeof Conditions>;
export type Test = z.infer<typeof Test>;
