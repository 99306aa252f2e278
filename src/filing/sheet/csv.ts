/** 读取 CSV: as Excel and WPS write it in China (GBK), or in UTF-8 with or without its mark; commas, semicolons or tabs. */
import { type CsvError, parse } from 'csv-parse/browser/esm/sync';
import type { FileFault } from './faults.ts';
import { EMPTY, type Grid } from './grid.ts';

export function gridOfCsv(bytes: Uint8Array): { readonly grid: Grid } | { readonly fault: FileFault } {
  const text = decoded(bytes);
  if (text === null) return { fault: { code: 'import/encoding' } };
  try {
    const rows: string[][] = parse(text, { bom: true, delimiter: delimiterOf(text), relax_column_count: true, skip_empty_lines: false });
    return { grid: gridOf(rows) };
  } catch (error) {
    const { lines, message } = error as CsvError;
    return { fault: { code: 'import/csv', line: Number(lines), detail: message } };
  }
}

const gridOf = (rows: readonly (readonly string[])[]): Grid => ({
  name: null,
  hidden: false,
  rows: rows.map((row) => row.map((text) => (text === '' ? EMPTY : { kind: 'text', text: unescaped(text) }))),
  merges: [],
  hiddenRows: 0,
  era: '1900',
});

/** By their marks; else UTF-8 if every byte fits, which no Chinese text in GBK does by chance; else GB 18030, of which GBK is a part. */
function decoded(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return readAs('utf-16le', bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return readAs('utf-16be', bytes);
  return readAs('utf-8', bytes) ?? readAs('gb18030', bytes);
}

function readAs(encoding: string, bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return text.includes('\0') ? null : text;
  } catch {
    return null;
  }
}

const DELIMITERS: readonly string[] = [',', '\t', ';'];

/** The one that the first lines have most of, outside quotes. */
function delimiterOf(text: string): string {
  const head = text.slice(0, 4096).replace(/"[^"]*"/g, '');
  const count = (sign: string): number => head.split(sign).length;
  return DELIMITERS.reduce((most, sign) => (count(sign) > count(most) ? sign : most));
}

/** An apostrophe before what a spreadsheet would take for a formula is its escape and no part of the text. */
export const unescaped = (text: string): string => (ESCAPED.test(text) ? text.slice(1) : text);

/** `text` as a cell that no spreadsheet takes for a formula; `unescaped` gives it back. */
export const escapedForCsv = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

/** Full-width signs count too: Excel reads them as formulas where the system is Chinese or Japanese. */
const FORMULA = /^'*[=+\-@\t\r＝＋－＠]/u;
const ESCAPED = /^'+[=+\-@\t\r＝＋－＠]/u;
