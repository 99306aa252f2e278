/** Where each issued bulletin comes from, as Git remembers it. */
import type { Held, Origin } from '../bulletin/verify.ts';
import { byCodeUnit } from '../model/order.ts';
import type { Unknown } from '../model/verification.ts';
import { listSources, readToShow } from './disk.ts';
import { type Change, changesUnder, commitsNamed, contentsOf, type History, lineAfter, type Opened, storedAs, touchedBy, treeAt } from './history.ts';

const FOLDER = 'data/bulletins/';
/** The trailer of commits that propose a bulletin: `Tongbao-Bulletin: 2026-10`. */
const TRAILER = 'Tongbao-Bulletin';

/** All bulletins that are there or that history had there, each with what it says now and what it said when it was issued. */
export function heldBulletins(root: string, opened: Opened): Held[] {
  const here = listSources(root).paths.filter((path) => path.startsWith(FOLDER));
  if ('fault' in opened) return here.map((file) => ({ file, now: readToShow(root, file), origin: { state: 'unknown', why: opened.fault } }));
  const { history } = opened;
  const texts = textsNow(history, here);
  if (history.shallow) return here.map((file) => ({ file, now: texts.get(file) ?? null, origin: SHALLOW }));
  const changes = changesUnder(history, FOLDER);
  const blobs = contentsOf(
    history,
    [...changes.values()].flatMap((own) => own.flatMap(({ blob }) => blob ?? [])),
  );
  const textOf = ({ blob }: Change): string => (blob === null ? '' : (blobs.get(blob)?.toString('utf8') ?? ''));
  const files = [...new Set([...here, ...[...changes.keys()].filter((file) => file.endsWith('.yaml'))])].sort(byCodeUnit);
  return files.map((file) => heldIn(history, file, texts.get(file) ?? null, changes.get(file) ?? [], textOf));
}

const SHALLOW: Origin = { state: 'unknown', why: { code: 'shallow' } satisfies Unknown };

/** What the files say, as a commit would store it: line ends that a setting of Git changes on the way out are no change. */
function textsNow(history: History, files: readonly string[]): Map<string, string> {
  const [committed, stored] = [treeAt(history, history.head, [FOLDER]), storedAs(history, files)];
  const same = files.filter((file) => committed.get(file) === stored.get(file));
  const contents = contentsOf(
    history,
    same.map((file) => committed.get(file) as string),
  );
  return new Map(
    files.flatMap((file) => {
      const text = contents.get(committed.get(file) ?? '')?.toString('utf8') ?? null;
      const now = same.includes(file) ? text : readToShow(history.root, file);
      return now === null ? [] : [[file, now] as const];
    }),
  );
}

/** Changes come latest first; the last addition among them is the issue. */
function heldIn(history: History, file: string, now: string | null, changes: readonly Change[], textOf: (change: Change) => string): Held {
  const at = changes.findIndex(({ what }) => what === 'added');
  const withdrawn = changes.slice(at + 1).filter(({ what }) => what === 'deleted');
  const added = changes[at];
  if (added === undefined || (changes[0]?.what === 'deleted' && now !== null))
    return { file, now, origin: { state: 'uncommitted', withdrawn: changes.filter(({ what }) => what === 'deleted').map(({ commit }) => commit) } };
  const after = changes.slice(0, at).toReversed();
  const edits = editsIn(history, file, added, after);
  const issued = edits.at(-1) ?? added;
  const later = after.slice(edits.length).map(({ commit }) => commit);
  const standing = changes[0] as Change;
  const isCommitted = now === (standing.blob === null ? null : textOf(standing));
  return {
    file,
    now,
    origin: {
      state: 'issued',
      commit: issued.commit,
      text: textOf(issued),
      edits: edits.map(({ commit }) => commit),
      later: isCommitted ? later : [...later, null],
      withdrawn: withdrawn.map(({ commit }) => commit),
    },
  };
}

/**
 * Changes that belong to the proposal still. A merge or a squash brings a proposal in one commit; where its commits were put on the line one by
 * one (fast-forward, rebase), those that follow the proposing commit at once and touch nothing but bulletins are the office's edits.
 */
function editsIn(history: History, file: string, added: Change, after: readonly Change[]): readonly Change[] {
  if (after.length === 0 || !proposes(history, added.commit, file)) return [];
  const run = new Set(runAfter(history, added.commit));
  const foreign = after.findIndex(({ commit, what }) => what !== 'changed' || !run.has(commit));
  return foreign === -1 ? after : after.slice(0, foreign);
}

function proposes(history: History, commit: string, file: string): boolean {
  const found = commitsNamed(history, [commit]).get(commit);
  return found?.trailers.some(([key, value]) => key === TRAILER && `${FOLDER}${value}.yaml` === file) ?? false;
}

/** The commits that follow on the line, up to the first that touches anything but bulletins. */
function runAfter(history: History, commit: string): string[] {
  const following = lineAfter(history, commit);
  const touched = touchedBy(history, following);
  const end = following.findIndex((one) => ![...(touched.get(one) ?? [])].every((file) => file.startsWith(FOLDER)));
  return end === -1 ? following : following.slice(0, end);
}
