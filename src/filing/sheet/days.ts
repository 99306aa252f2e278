/** The day that a cell means, in the many ways in which offices write one. What may mean two days is refused. */
import { addDays, type Day, dayOf } from '../../model/day.ts';
import type { CellFault } from './faults.ts';
import { type Content, textOf } from './grid.ts';

/** What is known of the sheet: its era, and the year of days without one (null: not stated). */
export interface Almanac {
  readonly era: '1900' | '1904';
  readonly year: number | null;
}

export type DayRead = { readonly day: Day } | { readonly fault: CellFault };

export function dayIn(content: Content, almanac: Almanac): DayRead {
  if (content.kind === 'day') return { day: content.day };
  if (content.kind === 'number') return dayOfNumber(content.number, almanac);
  return dayOfText(textOf(content), almanac);
}

/** The plausible serial numbers: 1990 to 2100. Outside them a number is a number. */
const [FIRST, LAST] = ['1990-01-01', '2100-12-31'];
const EPOCHS = { 1900: '1899-12-30' as Day, 1904: '1904-01-01' as Day };

/** 46086 is a day by serial number, 20260305 one by digits; 3.1 may be the first or the tenth of March, since numbers lose their last zero. */
function dayOfNumber(number: number, { era }: Almanac): DayRead {
  const digits = Number.isInteger(number) && number >= 10_000_000 ? dayOf(String(number).replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3')) : null;
  if (digits !== null) return { day: digits };
  const serial = number >= 20_000 && number < 80_000 ? addDays(EPOCHS[era], Math.floor(number)) : null;
  if (serial !== null && serial >= FIRST && serial <= LAST) return { day: serial };
  return { fault: faultOfNumber(number) };
}

function faultOfNumber(number: number): CellFault {
  const found = String(number);
  const [, month = '', rest = ''] = /^(\d{1,2})\.(\d{1,2})$/.exec(found) ?? [];
  const readings = rest === '' ? [] : [rest, ...(rest.length === 1 ? [`${rest}0`] : [])].map((date) => `${Number(month)}月${Number(date)}日`);
  return readings.length === 0 ? { code: 'import/not-a-day', found, proposal: null } : { code: 'import/day-or-number', found, readings };
}

const WHOLE = /^(\d{4})[年./\-·、](\d{1,2})[月./\-·、](\d{1,2})[日号]?(?:\(?(?:周|星期)[一二三四五六日天]\)?)?(?:T?\d{1,2}[:时点].*)?$/;
const DIGITS = /^(\d{4})(\d{2})(\d{2})$/;
const WITHOUT_YEAR = /^(\d{1,2})[月./-](\d{1,2})[日号]?$/;
const SHORT_YEAR = /^'?(\d{2})[年./-](\d{1,2})[月./-](\d{1,2})[日号]?$/;

function dayOfText(text: string, { year }: Almanac): DayRead {
  const written = digitsOf(text);
  const whole = WHOLE.exec(written) ?? DIGITS.exec(written);
  if (whole) return dayOfParts(text, whole[1], whole[2], whole[3]);
  const partial = WITHOUT_YEAR.exec(written);
  if (partial && year === null) return { fault: { code: 'import/no-year', found: text } };
  if (partial) return dayOfParts(text, String(year), partial[1], partial[2]);
  const short = SHORT_YEAR.exec(written);
  const proposal = short ? dayOfParts(text, `20${short[1]}`, short[2], short[3]) : null;
  return { fault: { code: 'import/not-a-day', found: text, proposal: proposal && 'day' in proposal ? proposal.day : null } };
}

function dayOfParts(found: string, year = '', month = '', date = ''): DayRead {
  const day = dayOf(`${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`);
  return day === null ? { fault: { code: 'import/not-a-day', found, proposal: null } } : { day };
}

/** Full-width digits and signs as half-width ones, blanks away, 二〇二六年三月五日 as 2026年3月5日. */
const digitsOf = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\s+(?=\d{1,2}:)/, 'T')
    .replace(/\s+/g, '')
    .replace(/^[〇零○一二三四五六七八九]{4}(?=年)/, (year) => [...year].map((sign) => DIGIT[sign] as string).join(''))
    .replace(/[一二三四五六七八九十]+(?=[月日号])/g, (number) => String(numberOf(number)));

const DIGIT: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...'〇一二三四五六七八九'].map((sign, at) => [sign, String(at)])),
  零: '0',
  '○': '0',
};

/** 一 to 三十一. */
function numberOf(written: string): number {
  const [tens = '', ones = ''] = written.includes('十') ? written.split('十') : ['', written];
  const ten = written.includes('十') ? Number(DIGIT[tens] ?? 1) * 10 : 0;
  return ten + Number(DIGIT[ones] ?? 0);
}

/** All days that a running text names, for remarks such as 市长3月5日批示. */
export function daysWithin(text: string, almanac: Almanac): Day[] {
  const parts = digitsOf(text).match(/(?:\d{4}[年./-])?\d{1,2}[月./-]\d{1,2}[日号]?/g) ?? [];
  return parts.flatMap((part) => {
    const read = dayOfText(part, almanac);
    return 'day' in read ? [read.day] : [];
  });
}
