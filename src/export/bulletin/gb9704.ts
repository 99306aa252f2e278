/** GB/T 9704-2012 in numbers, as word processors want them: twentieths of a point, and half points for sizes. */
import { eastAsianWidth } from 'get-east-asian-width';

/** Millimetres in twentieths of a point. */
export const mm = (millimetres: number): number => Math.round((millimetres * 1440) / 25.4);

/** A4 with 天头 37, 订口 28 and 版心 156 × 225 mm, which leaves 35 below and 26 to the right. */
export const PAPER = { width: mm(210), height: mm(297), top: mm(37), bottom: mm(35), left: mm(28), right: mm(26) } as const;

/** 版心: what a line and a page hold. */
export const TYPE_AREA = { width: PAPER.width - PAPER.left - PAPER.right, height: PAPER.height - PAPER.top - PAPER.bottom } as const;

export const CHARACTERS_PER_LINE = 28;
const LINES_PER_PAGE = 22;

/** A line of 28.95 pt: 22 of them fill 225 mm. */
export const LINE = Math.floor(TYPE_AREA.height / LINES_PER_PAGE);

/** A character of 3号 stands on 15.79 pt, a little less than it is wide, so that 28 fill 156 mm. */
export const CHARACTER = TYPE_AREA.width / CHARACTERS_PER_LINE;

/** How much closer characters of 3号 are set than they are wide: 0.3 pt, so that 28 fit and a 29th does not. */
export const CLOSER = Math.floor(CHARACTER) - 321;

/** Sizes in half points: 2号 22 pt, 3号 16 pt, 4号 14 pt, 五号 10.5 pt. */
export const SIZE = { second: 44, third: 32, fourth: 28, fifth: 21 } as const;

/** How far the pitch of the grid is from the size of the body text, in 4096ths of a point. */
export const CHARACTER_SPACE = Math.round((CHARACTER / 20 - SIZE.third / 2) * 4096);

/** The line that a page number stands on. */
export const PAGE_NUMBER_LINE = 320;

export const RED = 'FF0000';

/**
 * The typefaces of official documents by the names that offices have them under. None of them comes with Windows except 黑体 and 宋体, so each has
 * one that does, or comes with Office or WPS: Word takes a single name here (it does not split a list at commas, whatever ISO/IEC 29500 says).
 */
export const FONTS = {
  仿宋: { name: '仿宋_GB2312', otherwise: '仿宋', panose: '02010609030101010101', family: 'modern', pitch: 'fixed' },
  楷体: { name: '楷体_GB2312', otherwise: '楷体', panose: '02010609030101010101', family: 'modern', pitch: 'fixed' },
  黑体: { name: '黑体', otherwise: 'SimHei', panose: '02010609060101010101', family: 'modern', pitch: 'fixed' },
  宋体: { name: '宋体', otherwise: 'SimSun', panose: '02010600030101010101', family: 'auto', pitch: 'variable' },
  小标宋: { name: '方正小标宋简体', otherwise: '华文中宋', panose: '02010600040101010101', family: 'auto', pitch: 'variable' },
} as const;
export type Typeface = keyof typeof FONTS;

/** How many Chinese characters wide a text is; Latin letters and digits are half of one. */
export const emsOf = (text: string): number =>
  [...text].reduce((width, character) => width + eastAsianWidth(character.codePointAt(0) as number, { ambiguousAsWide: true }), 0) / 2;
