/** 一, 十, 十一, 二十三: numbers as headings have them. */
const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** From 1 to 99; more headings than that no document has, and they keep their figures. */
export function numeral(number: number): string {
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  if (number < 1 || tens > 9) return String(number);
  return `${tens === 0 ? '' : `${tens === 1 ? '' : DIGITS[tens]}十`}${DIGITS[ones]}`;
}
