/** A file that somebody calls a spreadsheet, told by its first bytes, since names lie. */
import { gridOfCsv } from './csv.ts';
import type { FileFault } from './faults.ts';
import { type Grid, spread } from './grid.ts';
import { gridsOfXlsx } from './xlsx.ts';

export type Sheets = { readonly grids: readonly Grid[] } | { readonly fault: FileFault };

/** What a ledger of a hundred thousand rows comes to; a film that was renamed is larger. */
export const SHEET_LIMIT = 64 * 1_048_576;

/** The sheets of a file, merged cells spread out. */
export async function openSheets(bytes: Uint8Array): Promise<Sheets> {
  if (bytes.length > SHEET_LIMIT) return { fault: { code: 'import/too-large', bytes: bytes.length, limit: SHEET_LIMIT } };
  if (begins(bytes, COMPOUND)) return { fault: { code: holds(bytes, 'EncryptedPackage') ? 'import/encrypted' : 'import/old-excel' } };
  if (begins(bytes, ZIP)) return openWorkbook(bytes);
  if (/^\s*<(!doctype|html|head|meta|table|\?xml)/i.test(headOf(bytes))) return { fault: { code: 'import/web-page' } };
  const read = gridOfCsv(bytes);
  return 'fault' in read ? read : { grids: [spread(read.grid)] };
}

async function openWorkbook(bytes: Uint8Array): Promise<Sheets> {
  try {
    return { grids: (await gridsOfXlsx(bytes)).map(spread) };
  } catch (error) {
    return { fault: { code: 'import/not-a-spreadsheet', detail: error instanceof Error ? error.message : String(error) } };
  }
}

/** The container of old Excel files, and of new ones that have a password. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0];
const ZIP = [0x50, 0x4b, 0x03, 0x04];

const begins = (bytes: Uint8Array, signs: readonly number[]): boolean => signs.every((sign, at) => bytes[at] === sign);

const headOf = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes.subarray(0, 512)).replace(/^\u00ef\u00bb\u00bf/, '');

/** Whether the directory of a container names a stream; names stand there in UTF-16. */
const holds = (bytes: Uint8Array, name: string): boolean =>
  new TextDecoder('latin1').decode(bytes).includes([...name].map((sign) => `${sign}\u0000`).join(''));
