/** How a document comes to lie on paper where CSS cannot work it out: the size of the red head, where titles break, where the date stands. */
import { emsOf } from '../export/bulletin/gb9704.ts';
import { titleLines } from '../export/bulletin/title-lines.ts';
import type { Annex, DocumentTable, OfficialDocument } from '../model/document.ts';

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
    wide: blocks.some((block) => block.kind === 'table' && isWide(block.table)),
  };
}

/** More columns than this do not fit on an upright page; the DOCX has the same limit. */
const MOST_COLUMNS = 8;
export const isWide = ({ columns }: DocumentTable): boolean => columns.length > MOST_COLUMNS;
