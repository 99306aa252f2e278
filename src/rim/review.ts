/**
 * What a review compares: the records as they stand at a commit, and as they stand now. Only files that differ are read from Git; all others are what
 * the disk says, read once and held against their schemas once for both sides.
 */
import { type Identities, openIdentities } from '../ledger/identities.ts';
import type { Day } from '../model/day.ts';
import type { Finding } from '../model/finding.ts';
import { openRepository, type Repository } from '../policy/repository.ts';
import type { Touched } from '../review/change.ts';
import type { Author } from '../review/notices.ts';
import type { Proposal } from '../review/review.ts';
import { type Side, sideOf } from '../review/side.ts';
import { decode } from '../source/decode.ts';
import { readToShow, statOf } from './disk.ts';
import { fieldsOf, type GitFault, git } from './git.ts';
import { changesBetween, commitsNamed, contentsOf, type History, openHistory, uncommitted } from './history.ts';
import { faultOfFile, faultOfFolder, isWanted } from './layout.ts';
import { type RootRead, readRoot, withBulletins } from './open.ts';
import { makeOf } from './snapshot.ts';

/** Why there is nothing to compare with. */
export type ReviewFault =
  | GitFault
  | { readonly code: 'no-commit' }
  | { readonly code: 'unknown-commit' | 'no-common-commit'; readonly named: string; readonly shallow: boolean };

/** The two ends of a review: commits, or, where `head` is null, what lies on the disk. */
export interface Ends {
  readonly history: History;
  readonly base: string;
  readonly head: string | null;
}

/** From the last commit that `base` and the proposal have in common. A branch that only origin has is found there. */
export function endsOf(root: string, base: string, head: string | null): { readonly ends: Ends } | { readonly fault: ReviewFault } {
  const opened = openHistory(root);
  if ('fault' in opened) return opened;
  const { history } = opened;
  const { shallow } = history;
  const [from, to] = [commitNamed(history, base), head === null ? history.head : commitNamed(history, head)];
  if (from === null) return { fault: { code: 'unknown-commit', named: base, shallow } };
  if (to === null) return { fault: { code: 'unknown-commit', named: head as string, shallow } };
  const common = git(root, ['merge-base', from, to]);
  if ('fault' in common) return { fault: { code: 'no-common-commit', named: base, shallow } };
  return { ends: { history, base: common.out.toString('utf8').trim(), head: head === null ? null : to } };
}

function commitNamed({ root }: History, named: string): string | null {
  for (const name of [named, `origin/${named}`]) {
    const answer = git(root, ['rev-parse', '--quiet', '--verify', '--end-of-options', `${name}^{commit}`]);
    if ('out' in answer) return answer.out.toString('utf8').trim();
  }
  return null;
}

export interface Compared {
  readonly before: Side;
  readonly after: Side;
  readonly asOf: Day;
  readonly proposal: Proposal;
  /** The text of a file after the change; null where there is none to show. */
  readonly textOf: (file: string) => string | null;
  readonly keep: () => void;
}

/** Both sides as of the day that `dayOf` makes of the installation after the change. */
export function compareEnds(ends: Ends, now: number, dayOf: (after: Repository) => Day): Compared {
  const { history, base, head } = ends;
  const { root } = history;
  const disk: State = { ...readRoot(root, now), differs: new Map() };
  const [apart, fresh] = [apartFrom(base, history), untracked(history)];
  const then = stateOf(blobsIn(apart, fresh, history), disk, history);
  const here = head === null ? disk : stateOf(blobsIn(apartFrom(head, history), fresh, history), disk, history);
  const after = repositoryOf(here, now);
  const asOf = dayOf(after);
  return {
    before: sideOf(then.values, repositoryOf(then, now), asOf),
    after: sideOf(here.values, after, asOf),
    asOf,
    proposal: {
      touched: touchedIn(then, here, root),
      authorsOf: authorsIn(ends, openIdentities(then.values.has(PEOPLE) ? then.values : here.values)),
      open: head === null ? new Set(uncommitted(history).keys()) : new Set(),
      others: othersIn(head === null ? apart.keys() : namesBetween(base, head, history), history),
    },
    textOf: (file) => textAt(file, here, root),
    keep: disk.keep,
  };
}

/** Whose register of people says who an author is: the one before the change, so that nobody makes themselves somebody else by it. */
const PEOPLE = 'data/people.yaml';

/** What the records say at one end, and where that is not what the disk says. */
interface State extends RootRead {
  /** Path → bytes of the file there; null where there is none. */
  readonly differs: ReadonlyMap<string, { readonly blob: string; readonly bytes: Buffer | undefined } | null>;
}

function repositoryOf({ values, findings }: State, now: number): Repository {
  const repository = openRepository(values, findings);
  return { ...repository, findings: withBulletins(repository, now) };
}

/** The state at a commit: the disk, with what differs from it put in its place. */
function stateOf(blobs: ReadonlyMap<string, string | null>, disk: State, history: History): State {
  const contents = contentsOf(history, [...new Set([...blobs.values()].filter((blob) => blob !== null))]);
  const differs = new Map([...blobs].map(([file, blob]) => [file, blob === null ? null : { blob, bytes: contents.get(blob) }] as const));
  const values = new Map(disk.values);
  const findings = disk.findings.filter((finding) => !differs.has(finding.at.file) && !('other' in finding && isApart(finding.other, differs)));
  for (const [file, found] of differs) {
    values.delete(file);
    const made = found === null ? NOTHING : madeAt(file, found.bytes);
    if (made.value !== undefined) values.set(file, made.value);
    findings.push(...made.findings);
  }
  return { ...disk, values, findings, differs };
}

const isApart = (other: unknown, differs: State['differs']): boolean =>
  typeof other === 'object' && other !== null && 'file' in other && differs.has(String(other.file));

const NOTHING: { readonly value: unknown; readonly findings: readonly Finding[] } = { value: undefined, findings: [] };

/** A file of a commit as the disk would have been read: misplaced and misnamed ones are findings, hidden ones nothing. */
function madeAt(file: string, bytes: Buffer | undefined): typeof NOTHING {
  const folder = file.split('/').slice(0, 2).join('/');
  if (file.includes('/.') || (file.split('/').length > 2 && faultOfFolder(folder) !== null)) return NOTHING;
  const fault = faultOfFile(file);
  if (fault !== null) return { value: undefined, findings: [{ at: { file, path: [] }, ...fault }] };
  return isWanted(file) ? makeOf(file, bytes) : NOTHING;
}

const DIFF = ['diff', '-z', '--no-renames', '--no-relative', '--no-ext-diff', '--ignore-submodules'];

/** Every tracked file of the repository that is not the same on the disk: path from its top → its blob at `commit`, null where that has none. */
function apartFrom(commit: string, { root }: History): ReadonlyMap<string, string | null> {
  const blobs = new Map<string, string | null>();
  const fields = told(root, [...DIFF, '--raw', '--no-abbrev', commit, '--', ':/']);
  for (let at = 0; at + 1 < fields.length; at += 2) {
    const [, , blob = ''] = (fields[at] as string).split(' ');
    blobs.set(fields[at + 1] as string, /^0+$/.test(blob) ? null : blob);
  }
  return blobs;
}

/** New files that nobody has told Git of; those that it is told to ignore belong to both sides. */
const untracked = ({ root }: History): readonly string[] =>
  told(root, ['ls-files', '--others', '--exclude-standard', '-z', '--', 'data', 'policies']);

/** What Git answers. It has answered before, so that a refusal now is none of the user’s making; silence would pass for “nothing is changed”. */
function told(root: string, args: readonly string[]): readonly string[] {
  const answer = git(root, args);
  if ('fault' in answer) throw new Error(`git ${args[0]}: ${answer.fault.code === 'refused' ? answer.fault.detail : answer.fault.code}`);
  return fieldsOf(answer.out);
}

/** Those under data/ and policies/ by their paths under the root; what is not tracked no commit has. */
function blobsIn(apart: ReadonlyMap<string, string | null>, fresh: readonly string[], { prefix }: History): Map<string, string | null> {
  const blobs = new Map<string, string | null>();
  for (const [path, blob] of apart) if (path.startsWith(prefix) && isOurs(path.slice(prefix.length))) blobs.set(path.slice(prefix.length), blob);
  for (const file of fresh) if (!blobs.has(file)) blobs.set(file, null);
  return blobs;
}

const isOurs = (file: string): boolean => file.startsWith('data/') || file.startsWith('policies/');

/** The files that the two ends have differently, in no order. */
function touchedIn(then: State, here: State, root: string): Touched[] {
  const files = [...new Set([...then.differs.keys(), ...here.differs.keys()])].filter((file) => !isSameBlob(file, then, here));
  return files.map((file): Touched => {
    const [was, is] = [isThere(file, then, root), isThere(file, here, root)];
    return { file, what: was && is ? 'changed' : was ? 'deleted' : 'added', before: then.values.get(file), after: here.values.get(file) };
  });
}

const isSameBlob = (file: string, then: State, here: State): boolean =>
  then.differs.has(file) && here.differs.has(file) && then.differs.get(file)?.blob === here.differs.get(file)?.blob;

const isThere = (file: string, { differs }: State, root: string): boolean =>
  differs.has(file) ? differs.get(file) !== null : statOf(root, file) !== null;

function textAt(file: string, { differs }: State, root: string): string | null {
  const found = differs.get(file);
  if (found === undefined) return readToShow(root, file);
  return found?.bytes === undefined ? null : (decode(file, found.bytes).text ?? null);
}

const namesBetween = (base: string, head: string, { root }: History): readonly string[] =>
  told(root, [...DIFF, '--name-only', base, head, '--', ':/']);

/** Changed files that are no records and no ordinances, anywhere in the repository; cases decide no points, so they are among them. */
const othersIn = (paths: Iterable<string>, { prefix }: History): string[] =>
  [...paths].filter((path) => !(path.startsWith(prefix) && isRecordFile(path.slice(prefix.length))));

const isRecordFile = (file: string): boolean => /^(data|policies)\/(?!.*\/\.|\.).*\.ya?ml$/.test(file) && !file.endsWith('.cases.yaml');

/** Who wrote what the commits of the proposal did to a file. What a merge has from nobody is the merger's own. */
function authorsIn({ history, base, head }: Ends, identities: Identities): (file: string) => readonly Author[] {
  const changes = changesBetween(history, base, head ?? history.head);
  const commits = commitsNamed(
    history,
    changes.map(([, { commit }]) => commit),
  );
  const authors = new Map<string, Map<string, Author>>();
  for (const [file, { commit }] of changes) {
    const author = commits.get(commit)?.author;
    if (author === undefined) continue;
    const own = authors.get(file) ?? new Map<string, Author>();
    own.set(`${author.name} ${author.email}`, authorOf(author, identities));
    authors.set(file, own);
  }
  return (file) => [...(authors.get(file)?.values() ?? [])];
}

/** Without the address: a report is read by more people than Git is. */
function authorOf({ name, email }: { name: string; email: string }, identities: Identities): Author {
  const found = identities.whoIs({ name, email });
  return { name: name.replace(/\S*@\S*/g, '…').trim(), persons: found.person === null ? found.several : [found.person] };
}
