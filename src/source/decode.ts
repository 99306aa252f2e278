/** From the bytes of a file to its text. */
import type { Finding } from '../model/finding.ts';

export interface Decoded {
  /** Undefined when the bytes are not UTF-8 text. A byte-order mark is kept: `parse` warns of it. */
  readonly text: string | undefined;
  readonly findings: readonly Finding[];
}

/** Reads `bytes` as UTF-8. Bytes that are not text, or text in another encoding, are refused; nothing is guessed into shape. */
export function decode(file: string, bytes: Uint8Array): Decoded {
  const text = asUtf8(bytes);
  if (text !== null && !text.includes('\0')) return { text, findings: NONE };
  const at = { file, path: [] };
  if (looksLikeUtf16(bytes)) return { text: undefined, findings: [{ at, code: 'source/not-utf-8', guess: 'UTF-16', offset: 0 }] };
  if (bytes.includes(0)) return { text: undefined, findings: [{ at, code: 'source/binary' }] };
  const guess = strictly('gbk', bytes) === null ? null : 'GBK';
  return { text: undefined, findings: [{ at, code: 'source/not-utf-8', guess, offset: validPrefix(bytes).length }] };
}

const NONE: readonly Finding[] = [];

/** One for all files: making one costs more than a small file's decoding. It keeps no state between calls. */
const UTF_8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function asUtf8(bytes: Uint8Array): string | null {
  try {
    return UTF_8.decode(bytes);
  } catch {
    return null;
  }
}

function strictly(encoding: string, bytes: Uint8Array, stream = false): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes, { stream });
  } catch {
    return null;
  }
}

/** A UTF-16 mark, or zeros in at least half of every other byte, as of Latin letters. */
function looksLikeUtf16(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  const start = bytes.subarray(0, 64);
  const zeros = [0, 1].map((odd) => start.filter((byte, index) => byte === 0 && index % 2 === odd).length) as [number, number];
  return start.length >= 4 && Math.min(...zeros) === 0 && Math.max(...zeros) >= start.length / 4;
}

/** The text before the first byte that is not UTF-8, found by halving. */
function validPrefix(bytes: Uint8Array): string {
  let [good, bad] = [0, bytes.length];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (strictly('utf-8', bytes.subarray(0, middle), true) === null) bad = middle;
    else good = middle;
  }
  return strictly('utf-8', bytes.subarray(0, good), true) ?? '';
}
