/** Who wrote the file of a submission and who approved it, as Git remembers it. One pass over history, made at the first question. */
import type { Day } from '../model/day.ts';
import type { Approver, Hand, Provenance } from '../model/provenance.ts';
import { type Change, type Commit, changesUnder, commitsNamed, commitsOf, openHistory, uncommitted } from './history.ts';

const FOLDER = 'data/submissions/';

/** Answers for a file by its path under the root. */
export function provenanceOf(root: string): (file: string) => Provenance {
  let answer: ((file: string) => Provenance) | null = null;
  return (file) => {
    answer ??= answering(root);
    return answer(file);
  };
}

function answering(root: string): (file: string) => Provenance {
  const opened = openHistory(root);
  if ('fault' in opened) return () => ({ state: 'unknown', why: opened.fault.code });
  const { history } = opened;
  if (history.shallow) return () => ({ state: 'unknown', why: 'shallow' });
  const [last, changes, open] = [commitsOf(root), changesUnder(history, FOLDER), uncommitted(history)];
  const commits = commitsNamed(history, [...idsOf(changes, last)]);
  return (file) => {
    const commit = open.has(file) ? undefined : commits.get(last(file) ?? '');
    return commit === undefined ? { state: 'unknown', why: 'uncommitted' } : known(commit, changes.get(file) ?? [], commits);
  };
}

function* idsOf(changes: ReadonlyMap<string, readonly Change[]>, last: (file: string) => string | null): Generator<string> {
  for (const [file, own] of changes) {
    for (const change of [own[0], own.at(-1)]) if (change !== undefined) yield change.commit;
    const writing = last(file);
    if (writing !== null) yield writing;
  }
}

/** `changes` are those on the line of the records themselves, latest first: the first of them brought what stands there now. */
function known(commit: Commit, changes: readonly Change[], commits: ReadonlyMap<string, Commit>): Provenance {
  const brought = commits.get(changes[0]?.commit ?? '') ?? commit;
  const begun = commits.get(changes.at(-1)?.commit ?? '');
  const first = changes.length < 2 || begun === undefined ? null : handOf(begun.author);
  return { state: 'known', commit: commit.id, written: handOf(commit.author), first, approved: approversOf(commit, brought) };
}

/** Each person once, by the strongest sign; nobody approves what they wrote. */
function approversOf(commit: Commit, brought: Commit): Approver[] {
  const signed = [commit, brought].flatMap((one) => reviewersOf(one));
  const all = [...signed, ...(brought.id === commit.id ? [committerOf(commit)] : [{ how: 'merged' as const, ...handOf(brought.author) }])];
  const others = all.filter(({ name }) => name === null || name !== handOf(commit.author).name);
  return others.filter(({ name }, index) => others.findIndex((one) => one.name === name) === index);
}

const committerOf = ({ committer }: Commit): Approver =>
  isHost(committer) ? { how: 'host', name: null, on: dayIn(committer.at) } : { how: 'committed', ...handOf(committer) };

const SIGNS = ['reviewed-by', 'approved-by', 'acked-by'];

const reviewersOf = ({ trailers, committer }: Commit): Approver[] =>
  trailers
    .filter(([key]) => SIGNS.includes(key.toLowerCase()))
    .map(([, value]) => ({ how: 'reviewed', name: nameIn(value.replace(/<[^>]*>/g, '')), on: dayIn(committer.at) }));

const handOf = ({ name, at }: { name: string; at: string }): Hand => ({ name: nameIn(name), on: dayIn(at) });

/** A name without what might be an address. */
function nameIn(written: string): string | null {
  const name = written.trim();
  return name === '' || name.includes('@') ? null : name;
}

const dayIn = (at: string): Day => at.slice(0, 10) as Day;

/** A host that squashes a proposal, or takes an edit on its pages, commits in its own name: GitHub does. */
const isHost = ({ name, email }: { name: string; email: string }): boolean => name === 'GitHub' || /^noreply@/.test(email);
