/** How a document comes to lie on paper where CSS cannot work it out: the size of the red head, where titles break, where the date stands. */
import { isWide, widthsOf } from '../export/bulletin/docx-table.ts';
import { emsOf, TYPE_AREA } from '../export/bulletin/gb9704.ts';
import { titleLines } from '../export/bulletin/title-lines.ts';
import type { Annex, Block, DocumentTable, OfficialDocument } from '../model/document.ts';

export interface OfficialLayout {
  /** Points. */
  readonly markSize: number;
  readonly title: readonly string[];
  /** Characters between the date and the right edge: four, and more where the name of the office is so long that it would come closer than one. */
  readonly dateIn: number;
  readonly annexes: readonly AnnexLayout[];
}

export interface AnnexLayout {
  readonly id: string;
  /** What stands before its title in the list under the text: 附件：1. */
  readonly lead: string;
  readonly title: string;
  readonly lines: readonly string[];
  /** Whether it lies across the page. */
  readonly wide: boolean;
}

export function layoutOf({ mark, title, signed, annexes }: OfficialDocument): OfficialLayout {
  return {
    markSize: MARK_SIZES.find((size) => emsOf(mark) * size <= LINE) ?? (MARK_SIZES.at(-1) as number),
    title: titleLines(title),
    dateIn: Math.max(4, Math.ceil((emsOf(signed.office) - emsOf(signed.date)) / 2 + 1)),
    annexes: annexes.map((annex, index) => annexLayout(annex, index, annexes.length)),
  };
}

/** 版心 is 442 pt wide; the head leaves a little of it. */
const LINE = 425;
const MARK_SIZES = [48, 44, 40, 36, 32, 28, 24, 20, 16] as const;

function annexLayout({ title, blocks }: Annex, index: number, count: number): AnnexLayout {
  return {
    id: `annex-${index + 1}`,
    lead: `${index === 0 ? '附件：' : ''}${count > 1 ? `${index + 1}.` : ''}`,
    title,
    lines: titleLines(title),
    wide: blocks.some(liesAcross),
  };
}

/** Whether a block is a table that does not fit on an upright page: the same that lies across in the DOCX. */
export const liesAcross = (block: Block): boolean => block.kind === 'table' && isWide(block.table);

/** How wide the columns of a table are, in hundredths of it, by the widths that they have in the DOCX. */
export function columnShares(table: DocumentTable): number[] {
  const width = isWide(table) ? TYPE_AREA.height : TYPE_AREA.width;
  return widthsOf(table, width).map((own) => Math.round((10_000 * own) / width) / 100);
}
