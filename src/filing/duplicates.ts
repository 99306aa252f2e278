/** 疑似重复: filed titles that probably tell the same story as another one. Only a person can say whether they do. */
import { foldTitle } from '../ledger/stories.ts';

export interface Titled {
  readonly id: string;
  readonly title: string;
}

export interface Likeness<T extends Titled = Titled> {
  readonly other: T;
  /** How much of the two titles is the same, from 0 to 1; 1 where only width, case, blanks and punctuation differ. */
  readonly likeness: number;
}

/** Titles in which others like them are looked for. */
export interface TitleShelf<T extends Titled> {
  /** The likest first; titles that are alike only in what all titles share are left out. */
  like(title: string): readonly Likeness<T>[];
}

/** What of `others` is probably the same as `title`, the likest first. For several titles make a shelf once. */
export const likelyDuplicates = <T extends Titled>(title: string, others: Iterable<T>): readonly Likeness<T>[] => titleShelf(others).like(title);

/**
 * Measured on the 389 titles of the shipped ledger: from 0.5 on there is one pair, and it is one story; at 0.4 there are fifteen, most of them
 * two pieces of one series (“…召开…会议”).
 */
const LIKELY = 0.5;
/** A title that is part of another is a shortened or a half-typed one; below so many signs it is any beginning. */
const CONTAINED = 0.8;
const SHORTEST = 7;
/** Where the numbers differ it is next month's piece, or next year's, rather than the same one. */
const OTHER_NUMBERS = 0.5;

/** Pairs of signs count by how rare they are among the titles, so that the name of the office, which every title bears, says nothing. */
export function titleShelf<T extends Titled>(others: Iterable<T>): TitleShelf<T> {
  const entries: { readonly other: T; readonly folded: string }[] = [];
  const withPair = new Map<string, number[]>();
  for (const other of others) {
    const folded = foldTitle(other.title);
    for (const pair of new Set(pairsOf(folded))) push(withPair, pair, entries.length);
    entries.push({ other, folded });
  }
  const weightOf = (pair: string): number => Math.log(1 + (entries.length + 1) / ((withPair.get(pair)?.length ?? 0) + 1));
  const sought = (title: string): Likeness<T>[] => {
    const folded = foldTitle(title);
    const pairs = new Set(pairsOf(folded));
    const shared = new Map<number, number>();
    for (const pair of pairs) {
      const weight = weightOf(pair);
      for (const index of withPair.get(pair) ?? []) shared.set(index, (shared.get(index) ?? 0) + weight);
    }
    const own = total(pairs, weightOf);
    return [...shared].flatMap(([index, common]) => {
      const entry = entries[index] as (typeof entries)[number];
      const likeness = likenessOf({ folded, own, common }, entry.folded, weightOf);
      return likeness < LIKELY ? [] : [{ other: entry.other, likeness }];
    });
  };
  return { like: (title) => sought(title).sort((a, b) => b.likeness - a.likeness || (a.other.id < b.other.id ? -1 : 1)) };
}

interface Asked {
  readonly folded: string;
  /** The weight of its pairs, and of those that the other has too. */
  readonly own: number;
  readonly common: number;
}

function likenessOf({ folded, own, common }: Asked, other: string, weightOf: (pair: string) => number): number {
  if (folded === other) return 1;
  const atMost = (2 * common) / (own + common);
  const alike = atMost < LIKELY ? 0 : (2 * common) / (own + total(new Set(pairsOf(other)), weightOf));
  return Math.max(alike, isPart(folded, other) ? CONTAINED : 0) * (differInNumbers(folded, other) ? OTHER_NUMBERS : 1);
}

const isPart = (a: string, b: string): boolean => Math.min(a.length, b.length) >= SHORTEST && (a.includes(b) || b.includes(a));

function differInNumbers(a: string, b: string): boolean {
  const [ours, theirs] = [numbersIn(a), numbersIn(b)];
  return ours.length > 0 && theirs.length > 0 && !ours.some((number) => theirs.includes(number));
}

/** Numbers, and the words that stand for one in the title of a series: 第三季度, 上半年, 十月. */
const numbersIn = (folded: string): string[] => folded.match(/\d+|[一二三四五六七八九十]+(?=季度|月|期|批|轮|次)|[上下]半年/g) ?? [];

const pairsOf = (folded: string): string[] => Array.from({ length: Math.max(folded.length - 1, 0) }, (_, at) => folded.slice(at, at + 2));

const total = (pairs: ReadonlySet<string>, weightOf: (pair: string) => number): number => {
  let sum = 0;
  for (const pair of pairs) sum += weightOf(pair);
  return sum;
};

function push(lists: Map<string, number[]>, key: string, value: number): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
