/** The trails of submissions in Git: one pass over history for all of them, made at the first question. */
import { contentOf, type Draft, type Trail, type Version } from '../approval/trail.ts';
import type { Commit } from '../model/commit.ts';
import { parse } from '../source/parse.ts';
import {
  type Brought,
  type Change,
  commitsNamed,
  contentsOf,
  firstParentLine,
  type History,
  mailmapped,
  openHistory,
  uncommitted,
  waysUnder,
} from './history.ts';

const FOLDER = 'data/submissions/';

/** The trail of a file by its path under the root. */
export type Trails = (file: string) => Trail;

/** Trails as they are under `root`: a file with changes that are not committed has none. */
export function trailsUnder(root: string): Trails {
  const answer = once(() => {
    const opened = openHistory(root);
    if ('fault' in opened) return unknown(opened.fault.code);
    const { history } = opened;
    if (history.shallow) return unknown('shallow');
    const [open, trails] = [uncommitted(history), trailsThrough(history)(history.head)];
    return (file: string): Trail => (open.has(file) ? UNCOMMITTED : trails(file));
  });
  return (file) => answer()(file);
}

/** Trails as commits have them. Those on the line of the records share one pass over history; any other takes one of its own. */
export function trailsThrough(history: History): (commit: string) => Trails {
  if (history.shallow) return () => unknown('shallow');
  const all = once(() => versionsIn(history));
  const places = once(() => new Map(firstParentLine(history).map((commit, place) => [commit, place])));
  return (commit) => {
    const place = places().get(commit);
    if (place === undefined) return trailsThrough({ ...history, head: commit })(commit);
    return (file) => {
      const then = (all().get(file) ?? []).filter(({ by }) => (places().get(by) ?? 0) >= place);
      const [first, ...others] = standing(then);
      return first === undefined ? UNCOMMITTED : { state: 'known', versions: [first, ...others] };
    };
  };
}

const UNCOMMITTED: Trail = { state: 'unknown', why: 'uncommitted' };
const unknown =
  (why: Extract<Trail, { state: 'unknown' }>['why']): Trails =>
  () => ({ state: 'unknown', why });

/** What a commit of the line made of a file; null where it deleted it. */
interface Step {
  readonly by: string;
  readonly version: Version | null;
}

/** What came after the file was deleted last. */
function standing(steps: readonly Step[]): Version[] {
  const deleted = steps.findIndex(({ version }) => version === null);
  return steps.slice(0, deleted === -1 ? undefined : deleted).flatMap(({ version }) => version ?? []);
}

function versionsIn(history: History): ReadonlyMap<string, readonly Step[]> {
  const ways = waysUnder(history, FOLDER);
  const commits = readCommits(history, ways);
  const contentIn = contentsIn(history, ways);
  return new Map(
    Array.from(ways, ([file, way]) => {
      const draftOf = ({ commit, blob }: Change): Draft[] => {
        const found = commits.get(commit);
        return found === undefined || blob === null ? [] : [{ commit: found, content: contentIn(file, blob) }];
      };
      const stepOf = (change: Brought): Step => {
        const [draft] = draftOf(change);
        const version = draft === undefined ? null : { brought: draft.commit, wrote: change.wrote.flatMap(draftOf), content: draft.content };
        return { by: change.commit, version };
      };
      return [file, way.map(stepOf)] as const;
    }),
  );
}

type Ways = ReadonlyMap<string, readonly Brought[]>;

/** The commits behind all versions, with the contacts in their trailers as `.mailmap` has them. */
function readCommits(history: History, ways: Ways): ReadonlyMap<string, Commit> {
  const ids = [...ways.values()].flatMap((way) => way.flatMap(({ commit, wrote }) => [commit, ...wrote.map((one) => one.commit)]));
  const commits = commitsNamed(history, ids);
  const contacts = new Set([...commits.values()].flatMap(({ trailers }) => trailers.map(([, contact]) => contact)));
  const mapped = mailmapped(history, [...contacts]);
  return new Map(
    Array.from(commits, ([id, commit]) => [
      id,
      { ...commit, trailers: commit.trailers.map(([key, contact]) => [key, mapped.get(contact) ?? contact] as const) },
    ]),
  );
}

/** The content of a blob; where a file never was anything else, its blob says as much and is not read. */
function contentsIn(history: History, ways: Ways): (file: string, blob: string) => string {
  const several = [...ways.values()].map(blobsOf).filter(({ size }) => size > 1);
  const texts = contentsOf(history, [...new Set(several.flatMap((blobs) => [...blobs]))]);
  const known = new Map<string, string>();
  return (file, blob) => {
    const text = texts.get(blob)?.toString('utf8');
    if (text === undefined) return blob;
    const value = known.has(blob) ? undefined : parse(file, text).value;
    if (!known.has(blob)) known.set(blob, value === undefined ? blob : contentOf(value));
    return known.get(blob) as string;
  };
}

const blobsOf = (way: readonly Brought[]): Set<string> =>
  new Set(way.flatMap(({ blob, wrote }) => [blob, ...wrote.map((one) => one.blob)]).filter((blob) => blob !== null));

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
