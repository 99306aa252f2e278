/** The branch on which bulletins are proposed: one commit for each, rebuilt where the records changed, with what the office wrote kept. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Period, parsePeriod } from '../../model/period.ts';
import { inConflict, subjectOf } from '../../words/proposal.ts';
import type { Made, Making, Refused } from '../bulletins.ts';
import { BRANCHES, type Clone, type Run, remote } from './clone.ts';
import { changedKeys, withEdits } from './edits.ts';
import { Unable } from './unable.ts';

/** Makes the bulletin of a period, or, without one, every bulletin that is due and not issued, from the ledger under a root. Writes nothing. */
export type Make = (root: string, wanted: Period | null) => Making;

export interface Proposal {
  /** Null where there is nothing to propose. */
  readonly branch: string | null;
  readonly state: 'nothing' | 'unchanged' | 'new' | 'renewed';
  readonly bulletins: readonly Made[];
  readonly refused: readonly Refused[];
}

const FOLDER = 'data/bulletins/';
const TRAILER = 'Tongbao-Bulletin';

/** What is to be proposed. */
export interface Wish {
  /** Null: every bulletin that is due. */
  readonly period: Period | null;
  /** Only what is proposed already and not merged yet: opens nothing new. */
  readonly renew: boolean;
}

const NOTHING: Proposal = { branch: null, state: 'nothing', bulletins: [], refused: [] };

/** Brings the work tree of the clone to where the branch shall be. Nothing is pushed. */
export function drawUp(clone: Clone, { period, renew }: Wish, make: Make): Proposal {
  if (renew) return renewed(clone, make);
  const { made, refused } = make(clone.root, period);
  if (made.length === 0) return { ...NOTHING, refused };
  const files = new Set(made.map(({ file }) => file));
  const branch = openBranches(clone).findLast(({ own }) => own.some((file) => files.has(file)))?.branch ?? nameFor(made);
  const begun = exists(clone, branch) && !isMerged(clone, branch);
  const proposal = redrawn(
    clone,
    { branch, begun },
    made.map((one) => one.period),
    make,
  );
  return { ...proposal, refused: distinct([...refused, ...proposal.refused]) };
}

function renewed(clone: Clone, make: Make): Proposal {
  const open = openBranches(clone).at(-1);
  return open === undefined ? NOTHING : redrawn(clone, { branch: open.branch, begun: true }, [], make);
}

function redrawn(clone: Clone, { branch, begun }: { branch: string; begun: boolean }, wanted: readonly Period[], make: Make): Proposal {
  const old = begun ? takeUp(clone, branch) : new Map<string, string>();
  const drawn = write(clone, inOrder([...wanted, ...periodsOf(old)]), old, make);
  return { branch, ...drawn, state: begun ? stateBeside(clone, branch) : 'new' };
}

const stateBeside = (clone: Clone, branch: string): 'unchanged' | 'renewed' =>
  clone.there('diff', '--name-only', remote(branch), 'HEAD', '--', bulletinsIn(clone)) === '' ? 'unchanged' : 'renewed';

const distinct = (refused: readonly Refused[]): Refused[] => [...new Map(refused.map((one) => [one.period.key, one])).values()];

interface OpenBranch {
  readonly branch: string;
  /** Its bulletins that the main branch has not. */
  readonly own: readonly string[];
}

/**
 * Branches with bulletins that are not issued yet, latest last. Such a one is gone on with: bulletins rest on one another, so that of two proposals
 * side by side the second could not be merged.
 */
const openBranches = (clone: Clone): OpenBranch[] =>
  proposals(clone)
    .filter((branch) => !isMerged(clone, branch))
    .map((branch) => ({ branch, own: filesOnlyOn(clone, branch) }))
    .filter(({ own }) => own.length > 0);

const nameFor = (made: readonly Made[]): string => `${BRANCHES}${slugOf((made.at(-1) as Made).period)}`;

const proposals = ({ here }: Clone): string[] =>
  here('for-each-ref', '--sort=committerdate', '--format=%(refname:lstrip=3)', remote(BRANCHES))
    .split('\n')
    .filter((name) => name !== '');

const exists = (clone: Clone, branch: string): boolean => proposals(clone).includes(branch);

const isMerged = ({ here, main }: Clone, branch: string): boolean => here('rev-list', '--count', remote(branch), `^${remote(main)}`) === '0';

const bulletinsIn = ({ prefix }: Clone): string => `${prefix}${FOLDER}`;

/** Bulletins that the branch has and the main branch has not, as paths under the root. */
function filesOnlyOn(clone: Clone, branch: string): string[] {
  const [own, issued] = [branch, clone.main].map((one) => filesOn(clone, one)) as [string[], string[]];
  return own.filter((file) => !issued.includes(file));
}

const filesOn = (clone: Clone, branch: string): string[] =>
  clone
    .here('ls-tree', '-r', '-z', '--name-only', remote(branch), '--', bulletinsIn(clone))
    .split('\0')
    .filter((path) => path.endsWith('.yaml'))
    .map((path) => path.slice(clone.prefix.length));

/** Checks the branch out with the main branch merged in, and takes the bulletins that are not issued yet out of it: file → text. */
function takeUp(clone: Clone, branch: string): Map<string, string> {
  clone.there('checkout', '--quiet', '--detach', remote(branch));
  const files = filesOnlyOn(clone, branch);
  const old = new Map(files.map((file) => [file, readFileSync(join(clone.root, file), 'utf8')]));
  if (!containsMain(clone)) mergeMainIn(clone);
  for (const file of files) rmSync(join(clone.root, file));
  return old;
}

const containsMain = ({ there, main }: Clone): boolean => there('rev-list', '--count', remote(main), '^HEAD') === '0';

/** Of a bulletin that was issued meanwhile the main branch has the true text; any other conflict is a person's to solve. */
function mergeMainIn(clone: Clone): void {
  try {
    clone.there('merge', '--quiet', '--no-ff', '-m', `Merge ${clone.main} into the proposal`, remote(clone.main));
  } catch (error) {
    const files = clone
      .there('diff', '--name-only', '-z', '--diff-filter=U')
      .split('\0')
      .filter((file) => file !== '');
    if (files.length === 0) throw error;
    const others = files.filter((file) => !file.startsWith(bulletinsIn(clone)));
    if (others.length > 0) throw new Unable(inConflict(others));
    clone.there('checkout', '--quiet', '--theirs', '--', ...files);
    clone.there('add', '--', ...files);
    clone.there('commit', '--quiet', '--no-edit');
  }
}

/** Makes one bulletin after another, each on top of those before, and commits what differs. Where one is refused, it and the later ones stay as they were. */
function write(clone: Clone, periods: readonly Period[], old: ReadonlyMap<string, string>, make: Make): Pick<Proposal, 'bulletins' | 'refused'> {
  const bulletins: Made[] = [];
  for (const period of periods) {
    const { made, refused } = make(clone.root, period);
    const [fresh] = made;
    if (fresh === undefined) {
      putBack(clone, old, bulletins);
      return { bulletins, refused };
    }
    const text = editedText(clone, fresh, old.get(fresh.file));
    put(clone, fresh.file, text);
    commit(clone, fresh);
    bulletins.push({ ...fresh, text });
  }
  return { bulletins, refused: [] };
}

function editedText(clone: Clone, { file, period, text }: Made, edited: string | undefined): string {
  return edited === undefined ? text : withEdits({ edited, fresh: text, keys: keysOfOffice(clone, file, period) });
}

/** What of the document was changed by commits that are not ours. They stay on the branch, however often it is renewed. */
function keysOfOffice({ there, prefix, main }: Clone, file: string, { key }: Period): ReadonlySet<string> {
  const path = `${prefix}${file}`;
  const not = ['--no-merges', '--invert-grep', '--fixed-strings', `--grep=${TRAILER}: ${key}`];
  const commits = there('log', '--format=%H', ...not, `${remote(main)}..HEAD`, '--', path).split('\n');
  const versions = commits
    .filter((commit) => commit !== '')
    .map((commit) => [textAt(there, `${commit}^`, path), textAt(there, commit, path)] as const);
  return new Set(versions.flatMap(([before, after]) => (after === null ? [] : changedKeys(before, after))));
}

/** Null where the commit has no such file. */
const textAt = (there: Run, commit: string, path: string): string | null =>
  there('ls-tree', '--name-only', commit, '--', path) === '' ? null : `${there('show', `${commit}:${path}`)}\n`;

function put({ root }: Clone, file: string, text: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
}

function putBack(clone: Clone, old: ReadonlyMap<string, string>, bulletins: readonly Made[]): void {
  for (const [file, text] of old) if (!bulletins.some((made) => made.file === file) && !existsSync(join(clone.root, file))) put(clone, file, text);
}

function commit({ there, prefix }: Clone, { file, period }: Made): void {
  there('add', '--', `${prefix}${file}`);
  if (there('diff', '--cached', '--name-only') === '') return;
  there('commit', '--quiet', '-m', subjectOf(period), '-m', `${TRAILER}: ${period.key}`);
}

const periodsOf = (old: ReadonlyMap<string, string>): Period[] =>
  [...old.keys()].flatMap((file) => {
    const period = parsePeriod(file.slice(FOLDER.length, -'.yaml'.length));
    return period === null ? [] : [period];
  });

/** By their last day; on the same day the shorter first, as they rest on one another. */
function inOrder(periods: readonly Period[]): Period[] {
  const each = [...new Map(periods.map((period) => [period.key, period])).values()];
  return each.sort((one, other) => compare(one.to, other.to) || compare(other.from, one.from));
}

const compare = (one: string, other: string): number => (one < other ? -1 : Number(one > other));

/** A period as part of a branch's name, which takes no `..`: 2026-07-01-to-2026-10-09, 2026-01-02. */
const slugOf = ({ key }: Period): string => key.replace('..', '-to-').replace('+', '-');

/** Pushes the work tree's commit. Nothing is forced: where somebody pushed meanwhile, Git refuses. */
export function push({ here, there }: Clone, branch: string, options: readonly string[]): void {
  const asked = options.flatMap((option) => ['--push-option', option]);
  here('push', '--quiet', ...asked, 'origin', `${there('rev-parse', 'HEAD')}:refs/heads/${branch}`);
}
