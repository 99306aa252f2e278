/** Ranks: equal points share a rank, and the next rank skips (1, 2, 2, 4). */
import type { Points } from '../model/points.ts';

export interface Ranked<T> {
  readonly entry: T;
  readonly rank: number;
  /** Whether others have the same points. */
  readonly tied: boolean;
}

/** `entries` by falling points; equal ones in the order given. */
export function ranked<T>(entries: readonly T[], pointsOf: (entry: T) => Points): Ranked<T>[] {
  const sorted = [...entries].sort((a, b) => pointsOf(b).cmp(pointsOf(a)));
  const ranks: number[] = [];
  for (const [index, entry] of sorted.entries()) {
    const before = sorted[index - 1];
    ranks.push(before !== undefined && pointsOf(before).eq(pointsOf(entry)) ? (ranks[index - 1] as number) : index + 1);
  }
  return sorted.map((entry, index) => ({
    entry,
    rank: ranks[index] as number,
    tied: ranks[index - 1] === ranks[index] || ranks[index + 1] === ranks[index],
  }));
}

/** Those in the first `places`; a tie across the last of them is listed whole, and flagged. */
export function topOf<T>(rows: readonly Ranked<T>[], places: number): { listed: Ranked<T>[]; tieAcross: boolean } {
  const listed = rows.filter(({ rank }) => rank <= places);
  return { listed, tieAcross: listed.length > places };
}

/** Those in the last `places`; a tie across the first of them is listed whole, and flagged. */
export function bottomOf<T>(rows: readonly Ranked<T>[], places: number): { listed: Ranked<T>[]; tieAcross: boolean } {
  if (places === 0) return { listed: [], tieAcross: false };
  const cut = rows[Math.max(0, rows.length - places)]?.rank ?? 0;
  const listed = rows.filter(({ rank }) => rank >= cut);
  return { listed, tieAcross: listed.length > Math.min(places, rows.length) };
}
