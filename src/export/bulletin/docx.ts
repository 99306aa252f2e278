/** 通报 as a DOCX file in the layout of GB/T 9704-2012, for Word and WPS. */
import { Document, Packer, Paragraph, type Table, TextRun } from 'docx';
import { type Day, dayOf } from '../../model/day.ts';
import type { Annex, Block, OfficialDocument } from '../../model/document.ts';
import { imprintTable } from './docx-imprint.ts';
import { type Piece, sectionsOf } from './docx-sections.ts';
import { markSizeOf, STYLE, stylesOf } from './docx-styles.ts';
import { isWide, TABLE_STYLE, tableBlocks } from './docx-table.ts';
import { CHARACTER, CHARACTERS_PER_LINE, emsOf, FONTS, TYPE_AREA } from './gb9704.ts';
import { escaped, momentOf, type Parts, packed, partsOf, plain } from './package.ts';
import { titleLines } from './title-lines.ts';

/** The same document gives the same bytes: the file bears the day of the document, not the moment of writing. */
export async function bulletinDocx(document: OfficialDocument): Promise<Uint8Array<ArrayBuffer>> {
  const day = dayIn(document.signed.date);
  const file = new Document({
    title: plain(document.title),
    creator: plain(document.signed.office),
    lastModifiedBy: plain(document.signed.office),
    evenAndOddHeaderAndFooters: true,
    compatibility: { version: 15 },
    styles: stylesOf(markSizeOf(emsOf(document.mark))),
    sections: sectionsOf(piecesOf(document)),
  });
  const parts = partsOf(new Uint8Array(await Packer.toArrayBuffer(file)));
  return packed(settled(parts, day), day);
}

/** The day of a date such as 2026年11月3日. Where there is none, the first that a zip file can name. */
function dayIn(date: string): Day {
  const [, year, month, day] = /(\d{4})年(\d{1,2})月(\d{1,2})日/.exec(date) ?? [];
  const found = dayOf(`${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`);
  return found ?? ('1980-01-01' as Day);
}

/** What the library leaves to the clock or does not know: the dates, alternatives of typefaces, table styles, the paragraph that ends a section. */
function settled(parts: Parts, day: Day): Parts {
  const part = (path: string): string => parts[path] as string;
  return {
    ...parts,
    'docProps/core.xml': part('docProps/core.xml')
      .replace(/(<dcterms:\w+ [^>]*>)[^<]*/g, `$1${momentOf(day)}`)
      .replace('</cp:coreProperties>', '<dc:language>zh-CN</dc:language>$&'),
    'word/document.xml': part('word/document.xml').replaceAll('<w:p><w:pPr><w:sectPr', `<w:p><w:pPr><w:pStyle w:val="${STYLE.anchor}"/><w:sectPr`),
    'word/styles.xml': part('word/styles.xml')
      .replace(/w:styleId="(?:Official|Table)/g, 'w:customStyle="1" $&')
      .replace('<w:spacing w:after', `${OFF_GRID}$&`)
      .replace('</w:styles>', `${TABLE_STYLE_XML}</w:styles>`),
    'word/fontTable.xml': FONT_TABLE,
  };
}

const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/**
 * The grid of 28 characters is declared, but the text does not lie on it: LibreOffice gives two cells to a character that is wider than one. The
 * style of the body brings its characters closer instead, which comes to the same everywhere. Figures get no space beside Chinese characters.
 */
const OFF_GRID = ['autoSpaceDE', 'autoSpaceDN', 'adjustRightInd', 'snapToGrid'].map((name) => `<w:${name} w:val="0"/>`).join('');

const FONT_TABLE = [
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="${MAIN}">`,
  ...Object.values(FONTS).map(
    ({ name, otherwise, panose, family, pitch }) =>
      `<w:font w:name="${escaped(name)}"><w:altName w:val="${escaped(otherwise)}"/><w:panose1 w:val="${panose}"/>` +
      `<w:charset w:val="86"/><w:family w:val="${family}"/><w:pitch w:val="${pitch}"/></w:font>`,
  ),
  '</w:fonts>',
].join('');

const LINES = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'];

const TABLE_STYLE_XML = [
  `<w:style w:type="table" w:customStyle="1" w:styleId="${TABLE_STYLE}"><w:name w:val="公文表格"/><w:uiPriority w:val="59"/>`,
  `<w:tblPr><w:tblBorders>${LINES.map((line) => `<w:${line} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`).join('')}</w:tblBorders>`,
  '<w:tblCellMar><w:top w:w="28" w:type="dxa"/><w:left w:w="57" w:type="dxa"/><w:bottom w:w="28" w:type="dxa"/><w:right w:w="57" w:type="dxa"/></w:tblCellMar>',
  '</w:tblPr></w:style>',
].join('');

/** The document from its mark to its imprint, cut where the paper turns or an annex begins. */
function piecesOf(document: OfficialDocument): Piece[] {
  const upright = (children: Piece['children']): Piece => ({ landscape: false, newPage: false, children });
  return [
    upright(headOf(document)),
    ...document.body.map((block, index) => pieceOf(block, index === document.body.length - 1)),
    upright(closingOf(document)),
    ...document.annexes.map(annexOf),
    upright(imprintOf(document)),
  ];
}

const paragraph = (style: string, text: string): Paragraph => new Paragraph({ style, text: plain(text) });

function headOf({ mark, number, title, to }: OfficialDocument): Paragraph[] {
  return [
    paragraph(STYLE.mark, mark),
    number === null ? paragraph(STYLE.rule, '') : paragraph(STYLE.number, number),
    titleOf(STYLE.title, title),
    ...(to === null ? [] : [paragraph(STYLE.to, `${to.replace(/[：:]$/, '')}：`)]),
  ];
}

const titleOf = (style: string, title: string): Paragraph =>
  new Paragraph({ style, children: titleLines(plain(title)).map((text, index) => new TextRun(index === 0 ? { text } : { text, break: 1 })) });

/** More lines than these go over the page as they come. */
const KEPT_LINES = 5;

/** A short last paragraph stays with the signature: the standard wants no page without text. LibreOffice moves a kept paragraph as a whole. */
function pieceOf(block: Block, isLast: boolean): Piece {
  if (isLast && block.kind === 'paragraph' && emsOf(block.text) <= KEPT_LINES * CHARACTERS_PER_LINE) {
    return { landscape: false, newPage: false, children: [new Paragraph({ style: STYLE.body, text: plain(block.text), keepNext: true })] };
  }
  const landscape = block.kind === 'table' && isWide(block.table);
  return { landscape, newPage: false, children: childrenOf(block, landscape, '') };
}

/** `titled` is the title that stands above, so that a table does not repeat it. */
function childrenOf(block: Block, landscape: boolean, titled: string): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [paragraph(block.level === 1 ? STYLE.heading1 : STYLE.heading2, block.text)];
    case 'paragraph':
      return [paragraph(STYLE.body, block.text)];
    case 'table':
      return tableBlocks(block.table, landscape ? TYPE_AREA.height : TYPE_AREA.width, titled);
  }
}

/** 附件说明, signature, date, remark. The date stands four characters from the right, the signature over its middle. */
function closingOf({ annexes, signed, remark }: OfficialDocument): Paragraph[] {
  const right = Math.max(0, 4 + (emsOf(signed.date) - emsOf(signed.office)) / 2);
  return [
    ...annexes.map((annex, index) => annexLine(annex.title, index, annexes.length)),
    new Paragraph({ style: STYLE.office, text: plain(signed.office), indent: { right: Math.round(right * CHARACTER) } }),
    paragraph(STYLE.date, signed.date),
    ...(remark === null ? [] : [paragraph(STYLE.remark, `（${remark.replace(/^[（(]|[）)]$/g, '')}）`)]),
  ];
}

/** “附件：1.…”, the next number below the first, further lines below the name; a single annex has no number. */
function annexLine(title: string, index: number, count: number): Paragraph {
  const word = index === 0 ? '附件：' : '';
  const number = count === 1 ? '' : `${index + 1}.`;
  const left = 2 + emsOf('附件：') + emsOf(number);
  const hanging = emsOf(word) + emsOf(number);
  const before = index === 0 ? STYLE.annexes : STYLE.furtherAnnexes;
  return new Paragraph({
    style: before,
    text: plain(`${word}${number}${title}`),
    indent: { left: Math.round(left * CHARACTER), hanging: Math.round(hanging * CHARACTER) },
  });
}

/** 附件 at the top left of a new page, its title on the third line. */
function annexOf({ label, title, blocks }: Annex): Piece {
  const landscape = blocks.some((block) => block.kind === 'table' && isWide(block.table));
  const children = blocks.flatMap((block) => childrenOf(block, landscape, title));
  return { landscape, newPage: true, children: [paragraph(STYLE.annexLabel, label), titleOf(STYLE.annexTitle, title), ...children] };
}

const imprintOf = ({ imprint }: OfficialDocument): (Paragraph | Table)[] => [imprintTable(imprint), paragraph(STYLE.anchor, '')];
