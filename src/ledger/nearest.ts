/** The candidate that somebody probably meant. */
import { distance } from 'fastest-levenshtein';

/** A name as people compare it: full-width and half-width, upper and lower case, spaces and kinds of middle dot make no difference. */
export const folded = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s+/g, '')
    .replace(/[•・‧∙⋅]/g, '·');

/**
 * The candidate nearest to `name`: alike but for width, case or spaces; else few characters away; else one that contains the other. Null when none is near.
 * Among equals the first in the order of code units, so that the order of the candidates never shows.
 */
export function nearest(name: string, candidates: Iterable<string>): string | null {
  const wanted = folded(name);
  let best: { candidate: string; score: number } | null = null;
  for (const candidate of candidates) {
    const score = candidate === name ? null : remoteness(wanted, folded(candidate));
    if (score !== null && (best === null || score < best.score || (score === best.score && candidate < best.candidate))) best = { candidate, score };
  }
  return best?.candidate ?? null;
}

/** Contained names rank after all that are a few characters away. */
const CONTAINED = 1000;

function remoteness(wanted: string, other: string): number | null {
  if (wanted === other) return 0;
  const longer = Math.max(wanted.length, other.length);
  const allowed = Math.max(1, Math.floor(longer * 0.4));
  const away = awayFrom(wanted, other, allowed);
  if (away <= allowed && away < longer) return away;
  const shorter = Math.min(wanted.length, other.length);
  return shorter >= 2 && (wanted.includes(other) || other.includes(wanted)) ? CONTAINED + longer - shorter : null;
}

/** Edit distance; letters in another order count as one slip. Not computed where the lengths alone say too much. */
function awayFrom(wanted: string, other: string, allowed: number): number {
  const difference = Math.abs(wanted.length - other.length);
  if (difference > allowed) return difference;
  const away = distance(wanted, other);
  return away > 1 && difference === 0 && inOrder(wanted) === inOrder(other) ? 1 : away;
}

const inOrder = (text: string): string => [...text].sort().join('');
