/** 版记: who gets copies, who printed it and when, between rules at the foot of the last page. */
import {
  BorderStyle,
  type IBorderOptions,
  Paragraph,
  RelativeVerticalPosition,
  Tab,
  Table,
  TableAnchorType,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
} from 'docx';
import type { OfficialDocument } from '../../model/document.ts';
import { STYLE } from './docx-styles.ts';
import { PAPER, SIZE, TYPE_AREA } from './gb9704.ts';
import { plain } from './package.ts';

/** A character of 4号. */
const EM = SIZE.fourth * 10;

/** 0.35 mm is 1 pt (8 eighths), 0.25 mm is 0.75 pt (6). */
const rule = (size: number): IBorderOptions => ({ style: BorderStyle.SINGLE, size, color: '000000' });
const NONE: IBorderOptions = { style: BorderStyle.NONE, size: 0 };

/**
 * A table that floats at the foot of the type area of the page that it stands on. Its place is counted from the edge of the paper, because
 * LibreOffice puts a table that is as wide as the text into the text otherwise.
 */
export function imprintTable({ copies, printedBy, printedOn }: OfficialDocument['imprint']): Table {
  const lines = copies === null ? [printedLine(printedBy, printedOn)] : [copiesLine(copies), printedLine(printedBy, printedOn)];
  return new Table({
    width: { size: TYPE_AREA.width, type: WidthType.DXA },
    columnWidths: [TYPE_AREA.width],
    layout: TableLayoutType.FIXED,
    margins: { left: 0, right: 0, top: 0, bottom: 0 },
    borders: { top: rule(8), bottom: rule(8), insideHorizontal: rule(6), left: NONE, right: NONE, insideVertical: NONE },
    float: {
      horizontalAnchor: TableAnchorType.PAGE,
      absoluteHorizontalPosition: PAPER.left,
      verticalAnchor: TableAnchorType.MARGIN,
      relativeVerticalPosition: RelativeVerticalPosition.BOTTOM,
    },
    rows: lines.map((line) => new TableRow({ cantSplit: true, children: [cellOf(line)] })),
  });
}

const cellOf = (line: Paragraph): TableCell => new TableCell({ width: { size: TYPE_AREA.width, type: WidthType.DXA }, children: [line] });

/** One character in at both sides; further lines begin below the first name. */
const copiesLine = (copies: string): Paragraph =>
  new Paragraph({
    style: STYLE.imprint,
    text: plain(`抄送：${copies.replace(/。$/, '')}。`),
    indent: { left: 4 * EM, hanging: 3 * EM, right: EM },
  });

const printedLine = (by: string, on: string): Paragraph =>
  new Paragraph({
    style: STYLE.imprint,
    children: [new TextRun({ children: [plain(by), new Tab(), `${plain(on.replace(/印发$/, ''))}印发`] })],
    indent: { left: EM, right: EM },
    tabStops: [{ type: TabStopType.RIGHT, position: TYPE_AREA.width - EM }],
  });
