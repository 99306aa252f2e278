/**
 * 通报: a bulletin as it was issued, in data/bulletins/<period>.yaml. `tongbao bulletin` writes it; the office may change `document` until it is
 * signed, which is when its pull request is merged. Everything else is sealed. Points are numbers here, exact decimals in every computation.
 */
import { z } from 'zod';
import { SPANS } from '../../model/period.ts';
import { say, Text, WrittenDay, WrittenLevel, WrittenPeriod } from './common.ts';
import { Wording } from './wording.ts';

const Hash = z.string().regex(/^[0-9a-f]{64}$/);
const Count = z.int().nonnegative();
const UnitRef = Text;
/** The classes of outlets that the ordinance has; '' for outlets of no class. */
const ByClass = z.record(z.string(), Count);

/** What the office writes, and how the sentences run. */
export const BulletinDocument = z.strictObject({
  organisation: Text.meta(say('发文机关', 'The organisation at the head')),
  number: Text.optional().meta(say('发文字号；非正式通报没有', 'Number of the document; an informal one has none')),
  title: Text.meta(say('标题', 'Title')),
  to: Text.optional().meta(say('主送', 'Addressees')),
  introduction: Text.optional().meta(say('导语，自由填写', 'Introduction, as the office likes')),
  problems: Text.optional().meta(say('存在问题，自由填写', 'Problems, as the office likes')),
  requirements: Text.optional().meta(say('下一步要求，自由填写', 'Requirements, as the office likes')),
  office: Text.meta(say('署名', 'Who signs')),
  issued: WrittenDay.meta(say('成文日期', 'Day of the document')),
  copies: Text.optional().meta(say('抄送', 'Copies to')),
  remark: Text.optional().meta(say('附注，如 此件公开发布', 'Remark under the signature')),
  wording: Wording.meta(say('措辞', 'The wording')),
});
export type BulletinDocument = z.output<typeof BulletinDocument>;

/** Sums over the rows of the rankings, so that text and tables say the same. */
const Totals = z.strictObject({
  /** Units in the rankings. */
  units: Count,
  filed: Count,
  /** How many of those are second and further counts of an item that several units filed together. */
  joint: Count,
  /** Filings of the period that an outlet had run by its end. */
  adopted: Count,
  /** Adoptions of the period, one item in several outlets being several. */
  adoptions: Count,
  by_class: ByClass,
  by_level: z.partialRecord(WrittenLevel, Count),
  instructions: Count,
  /** Of the units that are ranked, as all points here; unranked units' are not in them. */
  points: z.number(),
  /** Negative: what rules took away. */
  deductions: z.number(),
  corrections: z.number(),
  /** Units in the rankings that filed nothing, and of which nothing was adopted. */
  zero_filed: Count,
  zero_adopted: Count,
});
export type Totals = z.output<typeof Totals>;

const Quota = z.strictObject({
  duty: Text,
  title: Text,
  period: WrittenPeriod.or(Text),
  count: z.number(),
  quota: z.number(),
  state: z.enum(['met', 'missed', 'running']),
});

const Row = z.strictObject({
  /** Shared by equal points; the next rank skips. */
  rank: z.int().positive(),
  tied: z.boolean(),
  unit: UnitRef,
  filed: Count,
  /** From the first day of the year. */
  filed_to_date: Count,
  adopted: Count,
  /** Adoptions of the period by class of outlet. */
  by_class: ByClass,
  /** Adoptions of the period in print. */
  in_print: Count,
  instructions: Count,
  /** Points of the period by kind of record: submission, adoption, instruction, obligation, incident, unit, figure. */
  by_kind: z.record(Text, z.number()),
  /** Corrections among the points of the period. */
  corrections: z.number(),
  deductions: z.number(),
  /** Points of the period. */
  of_period: z.number(),
  /** Points from the first day of the year to the end of the period. */
  to_date: z.number(),
  /** The points by which it is ranked. */
  points: z.number(),
  quotas: z.array(Quota),
});
export type PublishedRow = z.output<typeof Row>;

const Named = z.strictObject({ units: z.array(UnitRef), tie_across: z.boolean() });

/** An item as it is listed. `title` is missing where the item is not open to the public. */
const Listed = {
  item: Text.optional(),
  title: Text.optional(),
  units: z.array(UnitRef),
  authors: z.array(Text).optional(),
  on: WrittenDay,
};

const AdoptedTitle = z.strictObject({
  ...Listed,
  outlet: Text,
  class: Text.optional(),
  level: Text.optional(),
  form: Text.optional(),
  print: z.boolean(),
});
const NotableItem = z.strictObject({
  ...Listed,
  /** An instruction (with the level of the leader), or an adoption of a class that is listed. */
  why: z.enum(['instruction', 'adoption']),
  level: Text.optional(),
  rank: Text.optional(),
  outlet: Text.optional(),
});

const Commission = z.strictObject({
  /** The record; missing on the site where it is not open to the public. */
  obligation: Text.optional(),
  /** Missing where the commission is not open to the public. */
  title: Text.optional(),
  kind: z.enum(['约稿', '会议', '政策']),
  due: WrittenDay.optional(),
  units: z.array(z.strictObject({ unit: UnitRef, state: z.enum(['done', 'late', 'missed', 'open']), on: WrittenDay.optional() })),
});

const Deduction = z.strictObject({ unit: UnitRef, on: WrittenDay, points: z.number(), policy: Text, clause: Text.optional(), why: Text });

export const Cause = z.strictObject({
  /** What happened to the file since the figures were published; `program`: this program counts otherwise now. */
  what: z.enum(['added', 'changed', 'deleted', 'approved', 'program']),
  file: Text.optional(),
  commit: Text.optional(),
  /** The appeal that had the file changed. */
  appeal: Text.optional(),
});
export type Cause = z.output<typeof Cause>;

const Correction = z.strictObject({
  unit: UnitRef,
  /** The bulletin whose figures it corrects: the period it closed. */
  corrects: WrittenPeriod,
  points: z.number(),
  clause: Text.optional(),
  title: Text.optional(),
  causes: z.array(Cause),
});

const Award = z.strictObject({
  title: Text,
  clause: Text,
  of: z.enum(['units', 'people']),
  group: Text.optional(),
  places: Count,
  /** Ids of units; names of people. */
  sure: z.array(Text),
  undecided: z.array(Text),
  places_left: Count,
});

const Ordinance = z.strictObject({
  id: Text,
  title: Text,
  number: Text.optional(),
  from: WrittenDay,
  readings: z.record(Text, Text),
});

/** Every figure and name that the document shows. */
export const Published = z.strictObject({
  as_of: WrittenDay,
  /** What the work is called in titles. */
  work: Text,
  /** How much of the rankings is shown. */
  ranks: z.union([z.enum(['all', 'none']), z.int().positive()]),
  people: z.boolean(),
  weakest: z.boolean(),
  ranked_by: z.enum(['period', 'year-to-date']),
  ordinances: z.array(Ordinance).min(1),
  /** Classes of outlets, lowest first. */
  classes: z.array(Text),
  units: z.record(UnitRef, z.strictObject({ name: Text, short: Text, class: Text })),
  totals: Totals,
  /** The totals of every class of units. */
  by_unit_class: z.record(Text, z.strictObject({ units: Count, filed: Count, adopted: Count })),
  previous: z.strictObject({ period: WrittenPeriod, totals: Totals }).optional(),
  year_before: z.strictObject({ period: WrittenPeriod, totals: Totals }).optional(),
  groups: z.array(z.strictObject({ group: Text.optional(), rows: z.array(Row), top: Named, bottom: Named })),
  excluded: z.array(z.strictObject({ unit: UnitRef, reason: Text })),
  zero_filed: z.array(UnitRef),
  zero_adopted: z.array(UnitRef),
  commissions: z.array(Commission),
  notable: z.array(NotableItem),
  adopted: z.array(AdoptedTitle),
  deductions: z.array(Deduction),
  corrections: z.array(Correction),
  awards: z.array(Award),
  /** Units barred from commendation. */
  barred: z.array(z.strictObject({ unit: UnitRef, bars: Text, clause: Text, cause: Text, final: z.boolean() })),
  /** Writers by points; empty where persons are not shown. */
  writers: z.array(z.strictObject({ rank: z.int().positive(), tied: z.boolean(), name: Text, unit: UnitRef, points: z.number() })),
  /** Titles of the items behind the credits, where they are open to the public. */
  titles: z.record(Text, Text),
});
export type Published = z.output<typeof Published>;

/** A credit of the journal of the days that the bulletin closed. */
export const LockedCredit = z.strictObject({
  on: WrittenDay,
  unit: UnitRef,
  points: z.number(),
  /** 积分 unless given. */
  ledger: Text.optional(),
  scope: z.enum(SPANS).optional(),
  policy: Text.optional(),
  clause: Text.optional(),
  rule: Text.optional(),
  kind: z.enum(['submission', 'adoption', 'instruction', 'obligation', 'incident', 'unit', 'figure']),
  item: Text.optional(),
  record: Text,
  file: Text,
  path: z.array(z.union([Text, z.int()])).optional(),
  people: z.record(Text, z.number()).optional(),
  reason: z.looseObject({ code: Text }),
  /** The item, or the record behind it, is not open to the public. */
  hidden: z.literal(true).optional(),
});
export type LockedCredit = z.output<typeof LockedCredit>;

const Evidence = z.strictObject({
  /** The version of this program that counted. */
  program: Text,
  /** The days that this bulletin closed; missing where others had closed them. `from` is missing in the first: it closes all days before. */
  closes: z.strictObject({ from: WrittenDay.optional(), to: WrittenDay }).optional(),
  /** The bulletin that had closed the days before, and the hash of its file. */
  rests_on: z.strictObject({ bulletin: WrittenPeriod, sha256: Hash }).optional(),
  /** SHA-256 of every file behind the figures: ordinances, registers, records. */
  files: z.record(Text, Hash),
  /** Files that were behind earlier figures and are gone. */
  gone: z.array(Text),
});

export const WrittenBulletin = z.strictObject({
  period: WrittenPeriod.meta(say('周期', 'Period')),
  document: BulletinDocument.meta(say('文件：签发（合并）之前可以修改', 'The document: may be changed until it is signed, that is merged')),
  published: Published.meta(say('公布的内容，不得改动', 'What was published; never changed')),
  evidence: Evidence.meta(say('依据：文件哈希', 'What it rests on: hashes of files')),
  credits: z.array(LockedCredit).meta(say('本期结账的计分明细', 'The journal of the days that it closed')),
  seal: Hash.meta(say('封签：document 以外全部内容的哈希', 'Hash of everything but `document`')),
});
export type WrittenBulletin = z.output<typeof WrittenBulletin>;
