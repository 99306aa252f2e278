/** Office files are zipped packages of XML. Both libraries stamp them with the moment of writing; here they get the day of the document. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Day } from '../../model/day.ts';

/** Parts of a package by their paths. */
export type Parts = Readonly<Record<string, string>>;

/** The parts as text; ours are all XML. */
export const partsOf = (file: Uint8Array): Parts =>
  Object.fromEntries(Object.entries(unzipSync(file)).map(([path, bytes]) => [path, strFromU8(bytes)]));

/** How hard to compress: 9 makes the smallest files, 6 nearly the same in a third of the time. */
export type Level = 6 | 9;

/** A package that depends on nothing but its parts and `day`: the same parts give the same bytes. */
export function packed(parts: Parts, day: Day, level: Level = 9): Uint8Array<ArrayBuffer> {
  const files = Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)]));
  return zipSync(files, { level, mtime: noonOf(day) });
}

/** The time stamps of a zip have no zone and are read off the local clock, so noon of the day on that clock is the same bytes everywhere. */
function noonOf(day: Day): Date {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  return new Date(year, month - 1, date, 12);
}

/** The moment that a package names as its making. */
export const momentOf = (day: Day): string => `${day}T00:00:00Z`;

/** A name or text inside XML; characters that XML does not know become spaces. */
export const escaped = (text: string): string => plain(text).replace(/[&<>"]/g, (sign) => SIGNS[sign] as string);

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** XML knows neither control characters nor half a surrogate pair. */
export const plain = (text: string): string => text.toWellFormed().replace(/[\p{Cc}\ufffe\uffff]/gu, ' ');
