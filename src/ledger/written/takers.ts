/** 由谁办理: who may take a step of an approval chain, as an ordinance writes it, or an installation for an ordinance that does not say. */
import { z } from 'zod';
import { oneOrMore, say, Text } from './common.ts';

const Whose = z
  .union([
    z.enum(['unit', 'authors', 'anyone']),
    z.strictObject({
      unit: oneOrMore(Text).optional().meta(say('单位全称', 'Units by their full names')),
      unit_class: oneOrMore(Text).optional().meta(say('单位类别', 'Classes of unit')),
    }),
  ])
  .meta(
    say(
      '哪些单位的人：unit 报送单位（默认不限）、authors 撰稿人本人、anyone 不限，或写明单位、单位类别',
      'Whose people: unit (that files the item), authors (who wrote it), anyone (unless given), or units by name or class',
    ),
  );

/** The keys that say who takes a step. */
export const TAKERS = {
  roles: z
    .array(Text)
    .min(1)
    .optional()
    .meta(
      say('可以办理的角色，见 data/people.yaml；默认与环节同名', 'Roles of data/people.yaml that may take it; the name of the step unless given'),
    ),
  whose: Whose.optional(),
};
