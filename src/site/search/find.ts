/** The search itself: an index in the memory of the browser, made of the two files when the page opens; it answers with hits by kind. */
import MiniSearch from 'minisearch';
import { submissionPath } from '../links.ts';
import type { ListedData } from '../listed.ts';
import { type Findable, SEARCH_KINDS, type SearchData, type SearchKind } from './kinds.ts';
import { excerpt, folded, hasAll, marked, type Part, runsOf, termsOf, tokensOf } from './tokens.ts';

export type HitKind = 'submissions' | SearchKind;
/** In the order in which kinds are shown: what has few names first, so that they are not buried. */
const HIT_KINDS: readonly HitKind[] = ['units', 'people', 'outlets', 'submissions', 'policies', 'bulletins'];

export interface Hit {
  readonly path: string;
  readonly name: readonly Part[];
  /** Further words, with what was hit; empty where there are none. */
  readonly words: readonly Part[];
  readonly about: string;
}

/** The hits of a kind, the best first; only those are made that are shown. */
export interface FoundKind {
  readonly kind: HitKind;
  readonly count: number;
  hits(from?: number, to?: number): Hit[];
}

export interface Found {
  /** Whether every word of the question is in every hit; if none has them all, these have at least half of it. */
  readonly exact: boolean;
  readonly count: number;
  readonly kinds: readonly FoundKind[];
}

export interface Search {
  find(question: string): Found;
}

interface Indexed {
  readonly id: number;
  readonly kind: HitKind;
  readonly name: string;
  readonly path: string;
  readonly words: string;
  readonly about: string;
}

/** What a hit in a name is worth beside one in further words. */
const BOOST = { name: 4, words: 1 };

export async function openSearch(data: SearchData, listed: ListedData): Promise<Search> {
  const all = [...named(data), ...submissions(listed)].map((one, id): Indexed => ({ id, ...one }));
  const index = new MiniSearch<Indexed>({ fields: Object.keys(BOOST), tokenize: tokensOf, processTerm: (term) => term });
  await index.addAllAsync(all, { chunkSize: 1000 });
  return { find: (question) => find(question, index, all) };
}

function* named(data: SearchData): Generator<Omit<Indexed, 'id'>> {
  for (const kind of SEARCH_KINDS)
    for (const [name, path, words, about] of data[kind] as readonly Findable[]) yield { kind, name, path, words, about };
}

function* submissions({ rows, units }: ListedData): Generator<Omit<Indexed, 'id'>> {
  for (const [id, title, on, own] of rows) {
    const words = own.map((unit) => units[unit]?.[2] ?? '').join('、');
    yield { kind: 'submissions', name: title, path: submissionPath(id), words, about: on };
  }
}

const NONE: Found = { exact: true, count: 0, kinds: [] };

function find(question: string, index: MiniSearch<Indexed>, all: readonly Indexed[]): Found {
  const runs = runsOf(question);
  if (runs.length === 0) return NONE;
  const look = { tokenize: termsOf, prefix: true, boost: BOOST };
  const exact = index
    .search(question, { ...look, combineWith: 'AND' })
    .map(({ id }) => all[id] as Indexed)
    .filter(({ name, words }) => hasAll(runs, [folded(name), folded(words)]));
  if (exact.length > 0) return byKind(exact, runs, true);
  const terms = [...new Set(termsOf(question))];
  const near = index.search(question, { ...look, combineWith: 'OR' }).filter(({ queryTerms }) => queryTerms.length * 2 >= terms.length);
  return byKind(
    near.map(({ id }) => all[id] as Indexed),
    terms,
    false,
  );
}

function byKind(found: readonly Indexed[], runs: readonly string[], exact: boolean): Found {
  const groups = Map.groupBy(found, ({ kind }) => kind);
  const kinds = HIT_KINDS.flatMap((kind): FoundKind[] => {
    const own = groups.get(kind);
    return own ? [{ kind, count: own.length, hits: (from, to) => own.slice(from, to).map((one) => hitOf(one, runs)) }] : [];
  });
  return { exact, count: found.length, kinds };
}

const hitOf = ({ name, path, words, about }: Indexed, runs: readonly string[]): Hit => ({
  path,
  name: marked(name, runs),
  words: marked(excerpt(words, runs), runs),
  about,
});
