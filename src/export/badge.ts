/** 徽章: a small picture with two fields, for other pages to show. It stands by itself: no style, no script, no other file. */
import { escaped } from './bulletin/package.ts';
import { widthOf } from './table.ts';

export interface Badge {
  readonly label: string;
  readonly value: string;
  /** The whole in a sentence, for those who hear it or rest on it. */
  readonly title: string;
  readonly lang: string;
}

const HEIGHT = 22;
const PADDING = 8;
/** Of a column of text, of which a Chinese character takes two, at the size of the text. */
const COLUMN = 6.25;

export const badgeWidth = ({ label, value }: Badge): number => roomFor(label) + roomFor(value) + 4 * PADDING;

const roomFor = (text: string): number => Math.ceil(widthOf(text) * COLUMN);

/** The lengths of the texts are set, so that they fit whatever the typeface. */
export function badgeSvg(badge: Badge): string {
  const { label, value, title, lang } = badge;
  const left = roomFor(label) + 2 * PADDING;
  const width = badgeWidth(badge);
  const text = (at: number, content: string): string =>
    `<text x="${at}" y="15" textLength="${roomFor(content)}" lengthAdjust="spacingAndGlyphs">${escaped(content)}</text>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${HEIGHT}" viewBox="0 0 ${width} ${HEIGHT}" role="img" aria-labelledby="title" xml:lang="${lang}" lang="${lang}">`,
    `<title id="title">${escaped(title)}</title>`,
    `<rect width="${width}" height="${HEIGHT}" rx="3" fill="#a0181d"/>`,
    `<path d="M3 0h${left - 3}v${HEIGHT}H3a3 3 0 0 1-3-3V3a3 3 0 0 1 3-3z" fill="#3b4049"/>`,
    `<g fill="#fff" font-family="PingFang SC,Microsoft YaHei,Noto Sans CJK SC,sans-serif" font-size="12">${text(PADDING, label)}${text(left + PADDING, value)}</g>`,
    '</svg>\n',
  ].join('');
}
