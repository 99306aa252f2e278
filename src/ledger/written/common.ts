/** What the written forms share. The description of a key is what an editor shows: Chinese first, then English. */
import { z } from 'zod';
import { dayOf } from '../../model/day.ts';
import { momentOf } from '../../model/moment.ts';
import { parsePeriod } from '../../model/period.ts';

/** Words for a key: what it means in Chinese, then in English. */
export const say = (chinese: string, english: string) => ({ description: `${chinese}\n${english}` });

export const Text = z.string().trim().min(1);

/** 日期: a calendar day, written 2026-03-05 and nothing else. */
export const WrittenDay = z
  .string({ error: 'day' })
  .refine((text) => dayOf(text) !== null, { error: 'day' })
  .meta({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', format: 'date' });

/** 周期: written as everywhere: 2026, 2026-H1, 2026-Q1, 2026-03 … */
export const WrittenPeriod = Text.refine((text) => parsePeriod(text) !== null, { error: 'period' });

/** A reference to something registered: its id, its full name, or one of its aliases. */
export const Reference = Text;

/** 级别, lowest first. */
const LEVELS = ['县', '市', '省', '国家'] as const;
export const WrittenLevel = z.enum(LEVELS);

/** One or several of something; written as a single value or a list. */
export const oneOrMore = <S extends z.ZodType>(one: S) => z.union([one, z.array(one).min(1)]);

/** 时刻: a day with a time to the minute, written 2026-03-05 14:30. */
export const WrittenMoment = z
  .string({ error: 'moment' })
  .refine((text) => momentOf(text) !== null, { error: 'moment' })
  .meta({ pattern: '^\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}$' });

/** 金额: yuan, to the fen. */
export const Yuan = z.number().nonnegative();
