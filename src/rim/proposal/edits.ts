/** What the office wrote into a proposed bulletin outlives its renewal: key by key of `document`. */
import { isDeepStrictEqual } from 'node:util';
import { parse, stringify } from 'yaml';

type Document = Readonly<Record<string, unknown>>;

/** The keys of `document` that somebody changed from one version of a bulletin to the next; all of them where there was none before. */
export function changedKeys(before: string | null, after: string): string[] {
  const [old, now] = [before === null ? {} : (documentIn(before) ?? {}), documentIn(after) ?? {}] as [Document, Document];
  return keysOf(old, now).filter((key) => !isDeepStrictEqual(old[key], now[key]));
}

export interface Versions {
  /** As it stands on the branch, with what the office changed. */
  readonly edited: string;
  /** As it would be written now. */
  readonly fresh: string;
  /** The keys of `document` that the office changed. */
  readonly keys: ReadonlySet<string>;
}

/**
 * The fresh text with the `document` that the office meant: what it changed stays, everything else is renewed. Where nothing else changed, its
 * text stays as it was typed, comments and all.
 */
export function withEdits({ edited, fresh, keys }: Versions): string {
  const now = documentIn(edited);
  if (now === null) return fresh;
  const next = documentIn(fresh) ?? {};
  const chosen = keysOf(next, now).map((key) => [key, (keys.has(key) ? now : next)[key]] as const);
  const merged = Object.fromEntries(chosen.filter(([, value]) => value !== undefined));
  if (isDeepStrictEqual(merged, next)) return fresh;
  return withBlock(fresh, isDeepStrictEqual(merged, now) ? blockIn(edited) : stringify({ document: merged }, { lineWidth: 0 }));
}

const keysOf = (one: Document, other: Document): string[] => [...new Set([...Object.keys(one), ...Object.keys(other)])];

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
