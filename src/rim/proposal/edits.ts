/** What the office wrote into a proposed bulletin outlives its renewal: three texts are held together, key by key of `document`. */
import { isDeepStrictEqual } from 'node:util';
import { parse, stringify } from 'yaml';

type Document = Readonly<Record<string, unknown>>;

export interface Versions {
  /** As this program last wrote it; null where that is not known. */
  readonly written: string | null;
  /** As it stands on the branch, with what the office changed. */
  readonly edited: string;
  /** As it would be written now. */
  readonly fresh: string;
}

/**
 * The fresh text with the `document` that the office meant: what it changed stays, everything else is renewed. Where nothing else changed, its
 * text stays as it was typed, comments and all.
 */
export function withEdits({ written, edited, fresh }: Versions): string {
  const now = documentIn(edited);
  if (now === null) return fresh;
  const next = documentIn(fresh) ?? {};
  const merged = mergedOf(written === null ? null : documentIn(written), now, next);
  if (isDeepStrictEqual(merged, next)) return fresh;
  return withBlock(fresh, isDeepStrictEqual(merged, now) ? blockIn(edited) : stringify({ document: merged }, { lineWidth: 0 }));
}

/** Without an older version everything counts as edited. */
function mergedOf(before: Document | null, now: Document, next: Document): Document {
  if (before === null) return now;
  const keys = [...new Set([...Object.keys(next), ...Object.keys(now)])];
  const chosen = keys.map((key) => [key, isDeepStrictEqual(now[key], before[key]) ? next[key] : now[key]] as const);
  return Object.fromEntries(chosen.filter(([, value]) => value !== undefined));
}

/** Null where the text is no YAML or has no document: then there is nothing to keep. */
function documentIn(text: string): Document | null {
  try {
    const { document } = parse(text) as { document?: unknown };
    return typeof document === 'object' && document !== null && !Array.isArray(document) ? (document as Document) : null;
  } catch {
    return null;
  }
}

/** The lines of the key `document` at the top level, up to the next key there. */
const BLOCK = /^document:.*\n(?:(?:[ \t#].*)?\n)*/m;

const blockIn = (text: string): string => BLOCK.exec(text)?.[0] ?? '';
const withBlock = (text: string, block: string): string => text.replace(BLOCK, () => block);
