/** The DOCX is opened again: its text and tables by mammoth, its layout as XML. The values come from GB/T 9704-2012: 1 mm is 56.69 twentieths of a point. */
import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { bulletinDocx } from '../../src/export/bulletin/docx.ts';
import { widthsOf } from '../../src/export/bulletin/docx-table.ts';
import { titleLines } from '../../src/export/bulletin/title-lines.ts';
import type { DocumentTable, OfficialDocument } from '../../src/model/document.ts';
import { documentOf } from '../../src/words/bulletin/document.ts';
import { bulletin } from '../support/bulletin.ts';
import { officialDocument } from '../support/document.ts';

const partOf = (file: Uint8Array, path: string): string => strFromU8(unzipSync(file)[path] as Uint8Array);
const documentXml = async (document: OfficialDocument): Promise<string> => partOf(await bulletinDocx(document), 'word/document.xml');
const stylesXml = async (): Promise<string> => partOf(await bulletinDocx(officialDocument), 'word/styles.xml');
const styleNamed = (styles: string, name: string): string =>
  styles.split('<w:style ').find((style) => style.includes(`<w:name w:val="${name}"/>`)) ?? '';
const countOf = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;
const millimetres = (twentieths: string | undefined): number => Math.round(((Number(twentieths) * 25.4) / 1440) * 10) / 10;

const plainText = async (file: Uint8Array): Promise<string> => (await mammoth.extractRawText({ buffer: Buffer.from(file) })).value;
const html = async (file: Uint8Array): Promise<string> => (await mammoth.convertToHtml({ buffer: Buffer.from(file) })).value;

/** The cells of every table, as mammoth reads them. */
const tablesIn = (text: string): string[][][] =>
  [...text.matchAll(/<table>(.*?)<\/table>/gs)].map(([, rows = '']) =>
    [...rows.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, cells = '']) =>
      [...cells.matchAll(/<t[dh][^>]*>(.*?)<\/t[dh]>/gs)].map(([, cell = '']) => cell.replace(/<[^>]+>/g, '').replaceAll('&quot;', '"')),
    ),
  );

const tablesOf = ({ body, annexes }: OfficialDocument): DocumentTable[] =>
  [...body, ...annexes.flatMap(({ blocks }) => blocks)].flatMap((block) => (block.kind === 'table' ? [block.table] : []));

afterEach(() => {
  vi.useRealTimers();
});

describe('what it says', () => {
  test('every text of the document stands in it, in order', async () => {
    const text = await plainText(await bulletinDocx(officialDocument));
    const { mark, number, to, body, signed, annexes } = officialDocument;
    const said = [
      mark,
      number as string,
      `${to}：`,
      ...body.flatMap((block) => (block.kind === 'table' ? [] : [block.text])),
      '附件：1.信息宣传工作情况统计表',
      '2.2026年10月信息采用目录',
      signed.office,
      signed.date,
      '（此件公开发布）',
      ...annexes.map(({ label }) => label),
      '抄送：局领导，市医疗保障局办公室。',
    ];
    const places: number[] = [];
    for (const one of said) places.push(text.indexOf(one, (places.at(-1) ?? -1) + 1));
    expect(said.filter((_, index) => places[index] === -1)).toEqual([]);
    expect(text).toContain('2026年11月3日印发');
  });

  test.each([
    ['written by hand', officialDocument],
    ['made from a lock', documentOf(bulletin())],
  ])('the tables of a document %s have the cells that they were handed', async (_, document) => {
    const read = tablesIn(await html(await bulletinDocx(document)));
    const handed = tablesOf(document);
    expect(handed.length).toBeGreaterThan(2);
    for (const [index, { columns, rows, total }] of handed.entries()) {
      const heads = columns.some(({ group }) => group !== undefined) ? 2 : 1;
      const lines = (read[index] as string[][]).slice(heads);
      expect(lines).toEqual([...rows, ...(total === null ? [] : [total])]);
      expect((read[index] as string[][]).slice(0, heads).flat().sort()).toEqual(headsOf(columns).sort());
    }
  });

  test('signs of XML and control characters do no harm', async () => {
    const text = await plainText(
      await bulletinDocx({ ...officialDocument, remark: null, body: [{ kind: 'paragraph', text: 'a<b>&"c"\u0001d\ud800e' }] }),
    );
    expect(text).toContain('a<b>&"c" d\ufffde');
    expect(text).not.toContain('此件');
  });

  test('an informal circular has a rule without a number, and nothing where nothing is said', async () => {
    const { imprint } = officialDocument;
    const xml = await documentXml({ ...officialDocument, number: null, to: null, annexes: [], remark: null, imprint: { ...imprint, copies: null } });
    expect(xml).toContain('<w:pStyle w:val="OfficialRule"/>');
    for (const style of ['OfficialNumber', 'OfficialTo', 'OfficialAnnexes', 'OfficialRemark']) expect(xml).not.toContain(`w:val="${style}"`);
    expect(xml).not.toContain('抄送');
  });

  test('a single annex has no number', async () => {
    const xml = await documentXml({ ...officialDocument, annexes: [{ label: '附件', title: '得分排名', blocks: [] }] });
    expect(xml).toContain('附件：得分排名');
  });
});

const headsOf = (columns: DocumentTable['columns']): string[] => [
  ...new Set(columns.flatMap(({ group }) => (group === undefined ? [] : [group]))),
  ...columns.map(({ label }) => label),
];

describe('how it is laid out', () => {
  test('A4, the margins of the standard, 22 lines of 28 characters', async () => {
    const [section = ''] = (await documentXml(officialDocument)).match(/<w:sectPr.*?<\/w:sectPr>/s) ?? [];
    const [, width, height] = /<w:pgSz w:w="(\d+)" w:h="(\d+)"/.exec(section) ?? [];
    expect([width, height].map(millimetres)).toEqual([210, 297]);
    const margin = (side: string): number => millimetres(new RegExp(`<w:pgMar [^>]*w:${side}="(\\d+)"`).exec(section)?.[1]);
    expect(['top', 'bottom', 'left', 'right'].map(margin)).toEqual([37, 35, 28, 26]);
    // 225 mm / 22 = 28.99 pt, 156 mm / 28 = 15.79 pt: 0.21 pt less than 16, in 4096ths.
    const [, space, pitch] = /<w:docGrid (?=[^>]*w:charSpace="(-?\d+)")(?=[^>]*w:linePitch="(\d+)")[^>]*w:type="linesAndChars"/.exec(section) ?? [];
    expect(Number(pitch)).toBe(579);
    expect(Number(space) / 4096).toBeCloseTo(-0.21, 1);
  });

  test('the body is 3号仿宋 on lines of 28.95 pt, in by two characters', async () => {
    const styles = await stylesXml();
    expect(styleNamed(styles, 'Normal')).toMatch(/w:line="579" w:lineRule="exact".*<w:sz w:val="32"/);
    expect(styles).toMatch(/<w:rPrDefault><w:rPr><w:rFonts [^>]*w:eastAsia="仿宋_GB2312"/);
    expect(styles).toContain('<w:lang w:val="en-US" w:eastAsia="zh-CN"/>');
    expect(styleNamed(styles, '公文正文')).toContain('w:firstLineChars="200"');
  });

  test.each([
    ['Title', '方正小标宋简体', 44],
    ['heading 1', '黑体', null],
    ['heading 2', '楷体_GB2312', null],
    ['页码', '宋体', 28],
    ['附件序号', '黑体', null],
    ['表头', '黑体', 21],
    ['版记', null, 28],
  ])('the style %s has its typeface and size', async (name, face, size) => {
    const style = styleNamed(await stylesXml(), name);
    if (face !== null) expect(style).toContain(`w:eastAsia="${face}"`);
    if (size !== null) expect(style).toContain(`<w:sz w:val="${size}"/>`);
  });

  test('every typeface has one alternative that Word takes: a single name of at most 31 characters', async () => {
    const table = partOf(await bulletinDocx(officialDocument), 'word/fontTable.xml');
    const fonts = [...table.matchAll(/<w:font w:name="([^"]+)"><w:altName w:val="([^"]+)"/g)].map(([, name, otherwise]) => [name, otherwise]);
    expect(fonts).toContainEqual(['仿宋_GB2312', '仿宋']);
    expect(fonts).toContainEqual(['方正小标宋简体', '华文中宋']);
    for (const [, otherwise = ''] of fonts) expect(otherwise).toMatch(/^[^,]{1,31}$/);
  });

  test('the mark is red, its upper edge 35 mm below that of the type area, and fills one line', async () => {
    const mark = styleNamed(await stylesXml(), '发文机关标志');
    const [, before, line] = /w:before="(\d+)" w:line="(\d+)"/.exec(mark) ?? [];
    const [, size] = /<w:sz w:val="(\d+)"/.exec(mark) ?? [];
    const edge = Number(before) + (Number(line) - Number(size) * 10) / 2;
    expect(millimetres(String(edge))).toBeCloseTo(35, 1);
    expect(mark).toContain('<w:color w:val="FF0000"/>');
    // 10 characters on 156 mm, which is 442 pt.
    expect((Number(size) / 2) * 10).toBeLessThan(442);
    expect(styleNamed(await stylesXml(), '发文字号')).toMatch(/<w:pBdr><w:bottom [^>]*w:color="FF0000"/);
  });

  test('the date ends four characters from the right', async () => {
    const [, right] = /w:right="(\d+)"/.exec(styleNamed(await stylesXml(), '成文日期')) ?? [];
    expect(Number(right) / 20 / (442.25 / 28)).toBeCloseTo(4, 1);
  });

  test('odd pages have their number to the right, even ones to the left, in different footers', async () => {
    const file = await bulletinDocx(officialDocument);
    expect(partOf(file, 'word/settings.xml')).toContain('<w:evenAndOddHeaders/>');
    const [section = ''] = (await documentXml(officialDocument)).match(/<w:sectPr.*?<\/w:sectPr>/s) ?? [];
    expect(section).toMatch(/<w:footerReference [^>]*w:type="default"/);
    expect(section).toMatch(/<w:footerReference [^>]*w:type="even"/);
    expect(partOf(file, 'word/footer1.xml')).toMatch(/<w:jc w:val="right"\/>.*— .*PAGE.* —/s);
    expect(partOf(file, 'word/footer2.xml')).toMatch(/<w:jc w:val="left"\/>.*— .*PAGE.* —/s);
  });

  test('heads repeat, no row splits, common heads are merged, figures stand to the right', async () => {
    const xml = await documentXml(officialDocument);
    const tables = tablesOf(officialDocument);
    const own = xml.split('<w:tbl>').slice(1, 1 + tables.length);
    for (const [index, { columns, rows, total }] of tables.entries()) {
      const heads = columns.some(({ group }) => group !== undefined) ? 2 : 1;
      expect(countOf(own[index] as string, /<w:tblHeader\/>/g)).toBe(heads);
      expect(countOf(own[index] as string, /<w:cantSplit\/>/g)).toBeGreaterThanOrEqual(heads + rows.length + (total === null ? 0 : 1));
    }
    expect(countOf(own[1] as string, /<w:gridSpan w:val="2"\/>/g)).toBe(1);
    expect(countOf(own[1] as string, /<w:gridSpan w:val="3"\/>/g)).toBe(1);
    expect(countOf(own[1] as string, /<w:vMerge w:val="restart"\/>/g)).toBe(5);
    expect(countOf(own[1] as string, /"TableFigure"/g)).toBe(9 * 3);
    expect(styleNamed(await stylesXml(), '表格数字')).toContain('<w:jc w:val="right"/>');
  });

  test('a wide table lies, with the type area turned; what follows stands again', async () => {
    const xml = await documentXml(officialDocument);
    const orientations = [...xml.matchAll(/<w:pgSz [^>]*w:orient="(\w+)"/g)].map(([, orientation]) => orientation);
    expect(orientations).toEqual(['portrait', 'landscape', 'portrait']);
    const [, lying = ''] = xml.match(/<w:sectPr.*?<\/w:sectPr>/gs) ?? [];
    expect(lying).toMatch(/<w:pgSz w:w="16838" w:h="11906"/);
    const margin = (side: string): number => millimetres(new RegExp(`<w:pgMar [^>]*w:${side}="(\\d+)"`).exec(lying)?.[1]);
    expect(['top', 'right', 'bottom', 'left'].map(margin)).toEqual([28, 37, 26, 35]);
  });

  test('a wide table in the text turns the paper for itself; an imprint never lies', async () => {
    const wide = tablesOf(officialDocument)[1] as DocumentTable;
    const [first, ...rest] = officialDocument.body;
    const body = [first as (typeof rest)[number], { kind: 'table', table: wide } as const, ...rest];
    const annexes = officialDocument.annexes.slice(0, 1);
    const orientations = [...(await documentXml({ ...officialDocument, body, annexes })).matchAll(/w:orient="(\w+)"/g)].map(
      ([, orientation]) => orientation,
    );
    expect(orientations).toEqual(['portrait', 'landscape', 'portrait', 'landscape', 'portrait']);
  });

  test('the imprint floats at the foot of the type area, between rules of 0.35 and 0.25 mm', async () => {
    const imprint = (await documentXml(officialDocument)).split('<w:tbl>').at(-1) ?? '';
    expect(imprint).toMatch(/<w:tblpPr (?=[^>]*w:vertAnchor="margin")[^>]*w:tblpYSpec="bottom"/);
    // Eighths of a point: 0.35 mm is 0.99 pt, 0.25 mm is 0.71 pt.
    expect(imprint).toMatch(/<w:top w:val="single"[^>]*w:sz="8"/);
    expect(imprint).toMatch(/<w:insideH w:val="single"[^>]*w:sz="6"/);
    expect(imprint).toMatch(/<w:bottom w:val="single"[^>]*w:sz="8"/);
  });

  test('the last paragraph, the annexes, the signature and the imprint stay together', async () => {
    const styles = await stylesXml();
    for (const name of ['附件说明', '发文机关署名', '成文日期', '附注']) expect(styleNamed(styles, name)).toContain('<w:keepNext/>');
    expect(await documentXml(officialDocument)).toMatch(/<w:pStyle w:val="OfficialBody"\/><w:keepNext\/>/);
  });
});

describe('the file itself', () => {
  test('the same document gives the same bytes, whenever and wherever it is made', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2030-01-02T03:04:05Z') });
    const first = await bulletinDocx(officialDocument);
    vi.setSystemTime(new Date('2041-07-08T09:10:11Z'));
    expect(await bulletinDocx(officialDocument)).toEqual(first);
  });

  test('it bears the day of the document', async () => {
    const file = await bulletinDocx(officialDocument);
    const core = partOf(file, 'docProps/core.xml');
    expect(core).toContain('<dc:title>南渡县医疗保障局关于2026年10月信息宣传工作情况的通报</dc:title>');
    expect(core).toContain('<dc:creator>南渡县医疗保障局办公室</dc:creator>');
    expect(countOf(core, />2026-11-03T00:00:00Z</g)).toBe(2);
    // The date of the first entry, as DOS writes it: years from 1980 in 7 bits, month in 4, day in 5.
    expect((file[12] as number) + (file[13] as number) * 256).toBe(((2026 - 1980) << 9) | (11 << 5) | 3);
  });

  test('a date that is none gives the first that a zip file knows', async () => {
    const file = await bulletinDocx({ ...officialDocument, signed: { office: '办公室', date: '近日' } });
    expect(partOf(file, 'docProps/core.xml')).toContain('>1980-01-01T00:00:00Z<');
  });
});

describe('titles break where it makes sense', () => {
  test.each([
    ['关于2026年10月信息宣传工作情况的通报', ['关于2026年10月信息宣传工作情况的通报']],
    ['关于2026年第三季度信息宣传工作情况的通报', ['关于2026年第三季度', '信息宣传工作情况的通报']],
    ['南渡县医疗保障局关于2026年10月信息宣传工作情况的通报', ['南渡县医疗保障局', '关于2026年10月信息宣传工作情况的通报']],
  ])('%s', (title, lines) => {
    expect(titleLines(title)).toEqual(lines);
  });

  test('a long one in parts that fit, none of which begins with a sign that ends something', () => {
    const lines = titleLines('关于2026年第三季度全县医疗保障系统政务信息和新闻宣传工作完成情况及下一步工作安排的通报');
    expect(lines.join('')).toBe('关于2026年第三季度全县医疗保障系统政务信息和新闻宣传工作完成情况及下一步工作安排的通报');
    expect(lines.length).toBe(3);
    for (const line of lines) expect(line).not.toMatch(/^[的和及、》）]/);
  });

  test('one without a place to break stays whole', () => {
    const title = '甲'.repeat(30);
    expect(titleLines(title)).toEqual([title]);
  });
});

describe('columns', () => {
  const table = (columns: DocumentTable['columns'], row: string[]): DocumentTable => ({
    id: 't',
    caption: '',
    columns,
    rows: [row],
    total: null,
    notes: [],
  });

  test('share the width as they say', () => {
    const columns = [
      { label: '标题', kind: 'text', width: 3 },
      { label: '日期', kind: 'text' },
    ] as const;
    expect(widthsOf(table(columns, ['甲', '10月1日']), 8000)).toEqual([6000, 2000]);
  });

  test('but none is too narrow for a day, as long as there is room', () => {
    const columns = [
      { label: '标题', kind: 'text', width: 9 },
      { label: '日期', kind: 'text' },
    ] as const;
    // 10月12日 is 4 characters of 210, with 3 quarters of one between figures and others, 0.15 for each of 4 figures, and 140 at its sides: 1263.5.
    expect(widthsOf(table(columns, ['甲', '10月12日']), 4000)).toEqual([2737, 1263]);
    expect(widthsOf(table(columns, ['甲', '10月12日']), 1000)).toEqual([900, 100]);
  });
});
