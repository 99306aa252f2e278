/** The styles of an official document: an office that wants another look changes the style, not each paragraph. */
import { AlignmentType, BorderStyle, type IParagraphStyleOptions, type IRunStylePropertiesOptions, type IStylesOptions, LineRuleType } from 'docx';
import { CHARACTER, CLOSER, FONTS, LINE, mm, PAGE_NUMBER_LINE, RED, SIZE, TYPE_AREA, type Typeface } from './gb9704.ts';

/** Ids of the styles; word processors show the names beside them. */
export const STYLE = {
  mark: 'OfficialMark',
  number: 'OfficialNumber',
  rule: 'OfficialRule',
  title: 'Title',
  to: 'OfficialTo',
  body: 'OfficialBody',
  heading1: 'Heading1',
  heading2: 'Heading2',
  annexes: 'OfficialAnnexes',
  furtherAnnexes: 'OfficialFurtherAnnexes',
  office: 'OfficialOffice',
  date: 'OfficialDate',
  remark: 'OfficialRemark',
  annexLabel: 'OfficialAnnexLabel',
  annexTitle: 'OfficialAnnexTitle',
  caption: 'TableCaption',
  head: 'TableHead',
  text: 'TableText',
  figure: 'TableFigure',
  note: 'TableNote',
  imprint: 'OfficialImprint',
  anchor: 'OfficialAnchor',
  page: 'OfficialPageNumber',
} as const;

type Style = Omit<IParagraphStyleOptions, 'id'>;
type Paragraph = NonNullable<Style['paragraph']>;

/** A typeface for Chinese and Latin alike: the standard wants 仿宋 throughout, figures included. The hint makes “ ” and — Chinese ones. */
const typeface = (face: Typeface): IRunStylePropertiesOptions => {
  const { name } = FONTS[face];
  return { font: { ascii: name, hAnsi: name, eastAsia: name, cs: name, hint: 'eastAsia' } };
};

/** A size of its own, without the closer setting of the body. */
const sized = (size: number): IRunStylePropertiesOptions => ({ size, characterSpacing: 0 });

const exactly = (line: number, before = 0): Paragraph => ({ spacing: { line, lineRule: LineRuleType.EXACT, before, after: 0 } });

/** First line in by two characters. Word goes by the characters, LibreOffice and old WPS by the length. */
const INDENTED = { indent: { firstLine: Math.round(2 * CHARACTER), firstLineChars: 200 } };

const style = (name: string, basedOn: string, paragraph: Paragraph, run: IRunStylePropertiesOptions = {}): Style => ({
  name,
  basedOn,
  quickFormat: true,
  paragraph,
  run,
});

const body = (name: string, paragraph: Paragraph = {}, run: IRunStylePropertiesOptions = {}): Style => style(name, 'Normal', paragraph, run);

/** Text of a table: 五号, on no grid. */
const cell = (name: string, alignment: NonNullable<Paragraph['alignment']>, face: Typeface = '仿宋', more: Paragraph = {}): Style =>
  body(name, { alignment, ...exactly(320), ...more }, { ...typeface(face), ...sized(SIZE.fifth) });

const RULE = { style: BorderStyle.SINGLE, size: 18, space: 7, color: RED };

/** The upper edge of the mark is 35 mm below that of the type area. */
const mark = (size: number): Style => {
  const line = Math.round(size * 10 * 1.2);
  const above = (line - size * 10) / 2;
  return body(
    '发文机关标志',
    { alignment: AlignmentType.CENTER, ...exactly(line, mm(35) - above) },
    { ...typeface('小标宋'), ...sized(size), color: RED },
  );
};

const STYLES: Readonly<Record<string, Style>> = {
  [STYLE.number]: body('发文字号', { alignment: AlignmentType.CENTER, ...exactly(LINE, 2 * LINE), border: { bottom: RULE } }),
  [STYLE.rule]: body('红色分隔线', { ...exactly(mm(4)), border: { bottom: { ...RULE, space: 0 } } }),
  [STYLE.to]: body('主送机关', { alignment: AlignmentType.LEFT, ...exactly(LINE, LINE) }),
  [STYLE.body]: body('公文正文', INDENTED),
  [STYLE.annexes]: body('附件说明', { alignment: AlignmentType.LEFT, keepNext: true, ...exactly(LINE, LINE) }),
  [STYLE.furtherAnnexes]: style('附件说明续行', STYLE.annexes, exactly(LINE)),
  [STYLE.office]: body('发文机关署名', { alignment: AlignmentType.RIGHT, ...exactly(LINE, 2 * LINE), keepNext: true }),
  [STYLE.date]: body('成文日期', { alignment: AlignmentType.RIGHT, keepNext: true, indent: { right: Math.round(4 * CHARACTER) } }),
  [STYLE.remark]: body('附注', { alignment: AlignmentType.LEFT, keepNext: true, ...INDENTED }),
  [STYLE.annexLabel]: body('附件序号', { alignment: AlignmentType.LEFT, keepNext: true }, typeface('黑体')),
  [STYLE.annexTitle]: style('附件标题', STYLE.title, { outlineLevel: 0, ...exactly(LINE, LINE), keepNext: true }),
  [STYLE.caption]: body('表题', { alignment: AlignmentType.CENTER, keepNext: true }, typeface('黑体')),
  [STYLE.head]: cell('表头', AlignmentType.CENTER, '黑体', { keepNext: true }),
  [STYLE.text]: cell('表格文字', AlignmentType.LEFT),
  [STYLE.figure]: cell('表格数字', AlignmentType.RIGHT),
  [STYLE.note]: cell('表注', AlignmentType.LEFT),
  [STYLE.imprint]: body('版记', { alignment: AlignmentType.LEFT, ...exactly(480) }, sized(SIZE.fourth)),
  [STYLE.anchor]: body('版记定位', exactly(20), { size: 2 }),
  [STYLE.page]: body('页码', exactly(PAGE_NUMBER_LINE), { ...typeface('宋体'), ...sized(SIZE.fourth) }),
};

/** The styles of a document whose mark is `markSize` half points high. */
export const stylesOf = (markSize: number): IStylesOptions => ({
  default: {
    document: {
      run: { ...typeface('仿宋'), size: SIZE.third, language: { value: 'en-US', eastAsia: 'zh-CN' } },
      paragraph: exactly(LINE),
    },
    title: {
      name: 'Title',
      basedOn: 'Normal',
      next: STYLE.body,
      paragraph: { alignment: AlignmentType.CENTER, ...exactly(LINE, 2 * LINE) },
      run: { ...typeface('小标宋'), ...sized(SIZE.second) },
    },
    heading1: {
      name: 'heading 1',
      basedOn: 'Normal',
      next: STYLE.body,
      paragraph: { ...INDENTED, outlineLevel: 0, keepNext: true, ...exactly(LINE) },
      run: typeface('黑体'),
    },
    heading2: {
      name: 'heading 2',
      basedOn: 'Normal',
      next: STYLE.body,
      paragraph: { ...INDENTED, outlineLevel: 1, keepNext: true, ...exactly(LINE) },
      run: typeface('楷体'),
    },
  },
  paragraphStyles: [
    {
      id: 'Normal',
      name: 'Normal',
      quickFormat: true,
      paragraph: { alignment: AlignmentType.JUSTIFIED, ...exactly(LINE) },
      run: { size: SIZE.third, characterSpacing: CLOSER, snapToGrid: false },
    },
    { id: STYLE.mark, ...mark(markSize) },
    ...Object.entries(STYLES).map(([id, one]) => ({ id, ...one })),
  ],
});

/** Half points at which the mark fills most of the line, as large as looks well. */
export const markSizeOf = (ems: number): number => Math.min(96, Math.floor((TYPE_AREA.width / 10 / Math.max(ems, 1)) * 0.96));
