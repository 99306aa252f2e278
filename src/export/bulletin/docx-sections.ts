/** Sections: runs of pages of one orientation, and the page numbers below them. */
import {
  AlignmentType,
  BorderStyle,
  DocumentGridType,
  Footer,
  HeightRule,
  type ISectionOptions,
  PageNumber,
  PageOrientation,
  Paragraph,
  RelativeVerticalPosition,
  SectionType,
  Table,
  TableAnchorType,
  TableCell,
  TableLayoutType,
  TableRow,
  TextDirection,
  TextRun,
  WidthType,
} from 'docx';
import { STYLE } from './docx-styles.ts';
import { CHARACTER_SPACE, LINE, mm, PAGE_NUMBER_LINE, PAPER, SIZE, TYPE_AREA } from './gb9704.ts';

/** Part of a document that lies on paper of one orientation. */
export interface Piece {
  readonly landscape: boolean;
  /** An annex begins on a page of its own. */
  readonly newPage: boolean;
  readonly children: readonly (Paragraph | Table)[];
}

/** Neighbours of the same orientation share a section unless a page begins between them. */
export function sectionsOf(pieces: readonly Piece[]): ISectionOptions[] {
  const runs: { landscape: boolean; children: (Paragraph | Table)[] }[] = [];
  for (const { landscape, newPage, children } of pieces) {
    const open = runs.at(-1);
    if (open && !newPage && open.landscape === landscape) open.children.push(...children);
    else runs.push({ landscape, children: [...children] });
  }
  return runs.map(({ landscape, children }) => (landscape ? lying(children) : upright(children)));
}

const GRID = { type: DocumentGridType.LINES_AND_CHARS, linePitch: LINE, charSpace: CHARACTER_SPACE };

/** The dash of the page number is 7 mm below the type area: from there up to the edge of the paper, less half its line. */
const FROM_EDGE = PAPER.bottom - mm(7) - PAGE_NUMBER_LINE / 2;

const upright = (children: ISectionOptions['children']): ISectionOptions => ({
  properties: {
    type: SectionType.NEXT_PAGE,
    grid: GRID,
    page: {
      size: { width: PAPER.width, height: PAPER.height, orientation: PageOrientation.PORTRAIT },
      margin: { top: PAPER.top, bottom: PAPER.bottom, left: PAPER.left, right: PAPER.right, header: mm(15), footer: FROM_EDGE, gutter: 0 },
    },
  },
  footers: {
    default: new Footer({ children: [pageNumber(AlignmentType.RIGHT)] }),
    even: new Footer({ children: [pageNumber(AlignmentType.LEFT)] }),
  },
  children,
});

/** The upright page turned clockwise: what was its left edge is the upper one, and the page number stays where it was on the paper. */
const lying = (children: ISectionOptions['children']): ISectionOptions => ({
  properties: {
    type: SectionType.NEXT_PAGE,
    grid: GRID,
    page: {
      size: { width: PAPER.width, height: PAPER.height, orientation: PageOrientation.LANDSCAPE },
      margin: { top: PAPER.left, bottom: PAPER.right, left: PAPER.bottom, right: PAPER.top, header: mm(15), footer: mm(15), gutter: 0 },
    },
  },
  footers: {
    default: new Footer({ children: turned(pageNumber(AlignmentType.RIGHT)) }),
    even: new Footer({ children: turned(pageNumber(AlignmentType.LEFT)) }),
  },
  children,
});

/** Odd pages to the right, even ones to the left, one character in. */
const pageNumber = (alignment: 'right' | 'left'): Paragraph =>
  new Paragraph({
    style: STYLE.page,
    alignment,
    indent: { [alignment]: SIZE.fourth * 10 },
    children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'] })],
  });

const NONE = { style: BorderStyle.NONE, size: 0 };

/** A line that runs downward in the left margin, as long as the type area is wide on an upright page. */
function turned(line: Paragraph): (Paragraph | Table)[] {
  const width = { size: PAGE_NUMBER_LINE, type: WidthType.DXA };
  const cell = new TableCell({ width, textDirection: TextDirection.TOP_TO_BOTTOM_RIGHT_TO_LEFT, children: [line] });
  const table = new Table({
    width,
    columnWidths: [PAGE_NUMBER_LINE],
    layout: TableLayoutType.FIXED,
    margins: { left: 0, right: 0, top: 0, bottom: 0 },
    borders: { top: NONE, bottom: NONE, left: NONE, right: NONE, insideHorizontal: NONE, insideVertical: NONE },
    float: {
      horizontalAnchor: TableAnchorType.PAGE,
      absoluteHorizontalPosition: FROM_EDGE,
      verticalAnchor: TableAnchorType.MARGIN,
      relativeVerticalPosition: RelativeVerticalPosition.TOP,
    },
    rows: [new TableRow({ height: { value: TYPE_AREA.width, rule: HeightRule.EXACT }, children: [cell] })],
  });
  return [table, new Paragraph({ style: STYLE.anchor })];
}
