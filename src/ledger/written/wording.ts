/** 措辞: how a bulletin is worded. Templates are Liquid: `{{ 周期 }}` puts a value, `{% if 更正数 > 0 %}…{% endif %}` asks for one. */
import { z } from 'zod';
import { say, Text, WrittenPeriod } from './common.ts';

const Template = Text;

/** The tables that a bulletin can show; each is made from what was published. */
export const TABLES = [
  'ranking',
  'statistics',
  'totals',
  'quotas',
  'commissions',
  'deductions',
  'corrections',
  'notable',
  'adopted',
  'awards',
  'people',
] as const;
export type TableName = (typeof TABLES)[number];
const TableOf = z
  .enum(TABLES)
  .meta(say('附表：ranking 排名、statistics 统计表、adopted 采用目录……', 'A table: ranking, statistics, list of adopted titles …'));

/** What the office writes itself. */
const TEXTS = ['introduction', 'problems', 'requirements'] as const;

const Section = z.strictObject({
  heading: Template.optional().meta(
    say('标题，序号自动编排；没有内容的部分不出现', 'Heading; numbered by itself, and left out where there is nothing under it'),
  ),
  text: Template.optional().meta(say('正文，空行分段', 'Text; an empty line begins a paragraph')),
  own: z
    .enum(TEXTS)
    .optional()
    .meta(say('办公室自写的内容：introduction 导语、problems 存在问题、requirements 下一步要求', 'What the office writes itself')),
  table: TableOf.optional(),
});

const Annex = z.strictObject({ title: Template.meta(say('附件名称', 'Title of the annex')), table: TableOf });

export const Wording = z.strictObject({
  title: Template.meta(say('标题', 'Title')),
  official: z.boolean().default(false).meta(say('是否编发文字号（正式文件）', 'Whether it gets a document number')),
  opening: Template.optional().meta(say('开头', 'Opening')),
  sections: z.array(Section).meta(say('各部分，依次', 'Sections in order')),
  annexes: z.array(Annex).default([]).meta(say('附件，依次', 'Annexes in order')),
});
export type Wording = z.output<typeof Wording>;

/** The cadences that have a wording of their own. A range of days and two months go by `month`, a week by `half-month`. */
export const CADENCES = ['half-month', 'month', 'quarter', 'half-year', 'year'] as const;
export type Cadence = (typeof CADENCES)[number];

/** data/bulletins.yaml: how this office issues its bulletins. Everything may be left out. */
export const WrittenBulletinSettings = z.strictObject({
  issues: z
    .array(z.enum(CADENCES))
    .optional()
    .meta(say('发哪几种通报；不写则按办法规定的周期', 'Which bulletins are issued; by the cadences of the ordinance unless given')),
  first: WrittenPeriod.optional().meta(say('从哪一期开始发，如 2026-01', 'The first period for which one is issued')),
  work: Text.optional().meta(say('工作名称，用于标题，如 信息宣传工作', 'What the work is called in titles')),
  office: Text.optional().meta(say('发文机关和署名，不写则为本单位', 'Who issues and signs them; the organisation unless given')),
  number: Text.optional().meta(say('发文字号，如 南医保办通〔{{ 年 }}〕{{ 序号 }}号', 'Number of the document')),
  to: Text.optional().meta(say('主送', 'Addressees')),
  copies: Text.optional().meta(say('抄送', 'Copies to')),
  remark: Text.optional().meta(say('附注，如 此件公开发布', 'Remark under the signature')),
  weakest: z.boolean().optional().meta(say('是否点名靠后单位（默认否）', 'Whether the last ones are named (no unless given)')),
  notable: z
    .array(Text)
    .optional()
    .meta(
      say('哪些级别的采用列为重要稿件（媒体级名）；批示一律列入', 'Classes of outlets whose adoptions are listed by title; instructions always are'),
    ),
  wording: z.partialRecord(z.enum(CADENCES), Wording).optional().meta(say('各种通报的措辞', 'The wording of each kind')),
  note: Text.optional().meta(say('备注', 'Note')),
});
export type WrittenBulletinSettings = z.output<typeof WrittenBulletinSettings>;
