/** 计分规则: what facts give, how the facts of one item combine, and how an item is shared. */
import { z } from 'zod';
import { oneOrMore, say, Text } from '../../ledger/written/common.ts';
import { MARKS } from '../../ledger/written/records.ts';
import { Amount } from './amount.ts';
import { Clauses, Condition, Span } from './condition.ts';

const FACTS = ['submission', 'adoption', 'instruction', 'obligation', 'incident', 'figure'] as const;
export type FactKind = (typeof FACTS)[number];

const Company = z
  .strictObject({ for: z.enum(FACTS), where: Condition.optional() })
  .meta(say('同一稿件的另一事实', 'Another fact about the same item'));

const Relatives = z.enum(['children', 'parent', 'class']);

export const Rule = z
  .strictObject({
    clause: Clauses,
    for: z.enum(FACTS).meta(say('计分对象：报送、采用、批示、任务、差错、上报数据', 'What it values')),
    where: Condition.optional().meta(say('适用条件', 'When it applies')),
    unless: Condition.optional().meta(say('除外情形', 'When it does not')),
    with: Company.optional().meta(say('同一稿件须另有此事实', 'Only beside this other fact of the item')),
    without: Company.optional().meta(say('同一稿件没有此事实', 'Only where the item has no such fact')),
    points: Amount.optional().meta(say('分值', 'Points')),
    times: Text.optional().meta(say('再乘以该属性（如 处数）', 'Times this attribute (a count)')),
    multiply: Amount.optional().meta(
      say('本类中该事实已得的分乘以几；几条并用时按书写顺序', 'Multiplies what the fact has earned in the pool; several in the order written'),
    ),
    multiple_of: z
      .strictObject({ pool: Text.meta(say('哪一类', 'The pool')), times: z.number().meta(say('几倍', 'How many times')) })
      .optional()
      .meta(say('按该稿件在某一类的得分再加几倍', 'So many times what the item has earned in a pool')),
    pool: Text.optional().meta(
      say('归入哪一类合并计分，默认自成一类、逐项相加', 'The pool in which it is combined; alone and added up unless given'),
    ),
    ledger: Text.default('积分').meta(say('记入哪本账：积分（默认）、稿酬……', 'The ledger: 积分 unless given')),
    overrides: z.literal(true).optional().meta(say('以此为准，该稿件其他得分全部取消', 'Stands for all that the item earns otherwise')),
    charged_to: Span.optional().meta(say('只计入该周期的总分（如扣年度得分）', 'Counts only in the total of such a period (a charge on the year)')),
    zeroes: Span.optional().meta(say('所在周期得分计零', 'The total of the period is set to zero')),
    falls_on: z
      .union([Relatives, z.strictObject({ only: Relatives })])
      .optional()
      .meta(
        say(
          '同时记在下级单位、上级单位或同类单位头上；写 only 时只记在它们头上',
          'It falls on the units below, the unit above, or all of its class as well; with `only`, on these alone',
        ),
      ),
  })
  .refine(({ multiply, pool }) => multiply === undefined || pool !== undefined);
export type Rule = z.infer<typeof Rule>;

export const Pool = z.strictObject({
  clause: Clauses.optional(),
  combine: z
    .enum(['sum', 'highest', 'highest-class', 'gravest', 'latest'])
    .meta(
      say(
        '合并办法：累加、取最高分、取最高级别、从重、后来的取代先前的',
        'Added up; the highest points; the points of the highest class; the gravest; the latest',
      ),
    ),
  best: z.int().positive().optional().meta(say('取最好的几个', 'The best so many count')),
  once_per: oneOrMore(Text).optional().meta(say('每个属性值只计一次，再相加', 'Once for each value of the attribute, then added up')),
  anew_each: Span.optional().meta(say('每个周期重新计', 'Valued anew in each period')),
  at_most: z.number().optional().meta(say('每件稿件在本类最多得几分', 'The most that an item earns in the pool')),
  at_least: z.number().optional().meta(say('每件稿件在本类最少得几分（最多扣几分）', 'The least that it earns there: the most that it loses')),
});
export type Pool = z.infer<typeof Pool>;

const Share = z.union([
  z.literal('equal').meta(say('平分', 'Equal parts')),
  z.literal('weight').meta(say('按记录中的权重', 'By the weights on the record')),
  z.number().nonnegative().meta(say('几成', 'This part')),
]);

const UnitShares = z.strictObject({
  clause: Clauses.optional(),
  by: z.literal('mark').optional(),
  table: z.partialRecord(z.enum(MARKS), Share).default({}),
  otherwise: Share.default(1),
  alone: z.number().nonnegative().default(1).meta(say('一个单位单独报送的稿件，该单位得几成', 'What a unit gets of an item that it made alone')),
  each: z.number().optional().meta(say('多单位稿件每个单位固定得几分', 'A fixed amount for each unit of a shared item')),
  office: z
    .strictObject({ unit: Text.meta(say('编辑单位', 'The editing unit')), part: z.number().positive().meta(say('得几成', 'The part it gets')) })
    .optional()
    .meta(say('编辑单位另得几成', 'What the editing office gets besides')),
});

const AuthorShares = z.union([
  z.enum(['full', 'equal', 'first']).meta(say('各记全分、平分、只记第一作者', 'Full to each, equal parts, the first only')),
  z.strictObject({ first: z.int().positive().meta(say('只记前几名作者', 'Only the first so many')) }),
  z.strictObject({ parts: z.array(z.number().positive()).min(1).meta(say('按比例，如 3:2 写 [3, 2]', 'In proportion: 3:2 is [3, 2]')) }),
]);
export type AuthorShares = z.infer<typeof AuthorShares>;
export type UnitShares = z.infer<typeof UnitShares>;

export const Items = z
  .strictObject({
    booking: z
      .enum(['as-it-changes', 'with-first'])
      .default('as-it-changes')
      .meta(say('后来的更高采用：差额记入发生时，或全部记入首次', 'A later, better adoption: the difference when it happens, or all with the first')),
    authors: AuthorShares.default('full').meta(say('合作撰稿怎样分', 'How co-authors share')),
    units: UnitShares.default({ table: {}, otherwise: 1, alone: 1 }).meta(say('多单位稿件：各得几成', 'Shared items: what part each unit gets')),
    same_story: z
      .enum(['first-filed', 'named', 'shared'])
      .default('first-filed')
      .meta(say('两单位报送同一稿件：归先报者、归被采用者、共同分享', 'One story filed by two: to the first filer, to the one named, shared')),
  })
  .default({ booking: 'as-it-changes', authors: 'full', units: { table: {}, otherwise: 1, alone: 1 }, same_story: 'first-filed' });

/** 账本: an account beside 积分, with ways of sharing of its own. */
export const Account = z.strictObject({
  clause: Clauses.optional(),
  unit: Text.optional().meta(say('计量单位，如 元、课时', 'What it is counted in, such as 元')),
  authors: AuthorShares.optional().meta(say('本账的作者分法', 'How co-authors share this account')),
  units: UnitShares.optional().meta(say('本账的单位分法', 'How units share this account')),
});

export const Filings = z
  .strictObject({
    clause: Clauses.optional(),
    unapproved: z.enum(['void', 'counts']).default('void').meta(say('未经审批的稿件：不算、照算', 'Unapproved items: void, or they count')),
    revisions: z.int().nonnegative().optional().meta(say('最多允许修改几次', 'How many revisions are allowed')),
    dated: z.enum(['first-filed', 'accepted']).default('first-filed').meta(say('退改稿件按哪天算', 'The day of a returned item')),
    excluded: Condition.optional().meta(say('不予计分的内容', 'Content that does not count')),
  })
  .default({ unapproved: 'void', dated: 'first-filed' });
