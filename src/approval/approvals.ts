/** The approvals of a ledger by its history: each submission judged, shown, and, where the installation wants it, held to what Git shows. */
import type { Signed } from '../model/commit.ts';
import type { Approver, ChainShown, Hand, Provenance } from '../model/provenance.ts';
import type { Approval, Approving, Ledger, Submission } from '../model/records.ts';
import { leadingUnit } from '../scoring/fact.ts';
import type { Books, Rulebook } from '../scoring/rulebook.ts';
import type { Chains } from './chain.ts';
import { approverOf, type Judged, judge } from './judge.ts';
import { makerOf, requestOf } from './signs.ts';
import { type Register, shownName } from './story.ts';
import { type Draft, type Trail, type Version, writingOf } from './trail.ts';

export interface Approvals {
  /** Under the ordinance in force on the day of filing. */
  readonly judged: (submission: Submission) => Judged;
  readonly provenance: (submission: Submission) => Provenance;
}

export interface Asked extends Register {
  readonly ledger: Ledger;
  readonly books: Books;
  readonly chains: Chains;
  readonly trailOf: (file: string) => Trail;
}

export function approvalsIn(asked: Asked): Approvals {
  const known = new Map<string, Judged>();
  const judged = (submission: Submission): Judged => {
    const found = known.get(submission.id) ?? judgedUnder(asked.books.bookOn(submission.on, leadingUnit(submission)), submission, asked);
    known.set(submission.id, found);
    return found;
  };
  return {
    judged,
    provenance: (submission) => {
      const trail = asked.trailOf(submission.at.file);
      return trail.state === 'unknown' ? trail : provenanceOf(trail.versions, judged(submission), asked);
    },
  };
}

const judgedUnder = (book: Rulebook | null, submission: Submission, asked: Asked): Judged =>
  judge(submission, book === null ? [] : asked.chains(submission, book), asked.trailOf(submission.at.file), asked);

function provenanceOf(versions: readonly [Version, ...Version[]], judged: Judged, asked: Asked): Provenance {
  const [now] = versions;
  const begun = versions.length < 2 ? null : (versions.at(-1) as Version);
  const writing = writingOf(now);
  return {
    state: 'known',
    commit: writing.id,
    written: handOf(writing.author, asked),
    first: begun === null ? null : handOf((begun.wrote.at(-1) as Draft).commit.author, asked),
    approved: approversIn(judged, now, asked),
    chain: judged.steps.length === 0 ? null : shown(judged),
    request: versions.map(requestOf).find((request) => request !== null) ?? null,
  };
}

/** Each person once, and the host where it acted in its own name. */
function approversIn({ steps, beside }: Judged, now: Version, { dayAt }: Register): Approver[] {
  const taken = steps.flatMap(({ taken }) => (taken === null || taken.how === 'wrote' ? [] : [taken]));
  const all = [...new Set([...taken, ...beside])].map(approverOf);
  return makerOf(now) === null ? [...all, { how: 'host', name: null, on: dayAt(now.brought.committer.at) }] : all;
}

const shown = ({ state, steps, beside, doubts }: Judged): ChainShown => ({
  state,
  beside: beside.map(approverOf),
  steps: steps.map(({ step, taken }) => ({ step, taken: taken && approverOf(taken) })),
  doubts,
});

function handOf(signed: Signed, { identities, ledger, dayAt }: Register): Hand {
  const { person } = identities.whoIs(signed);
  return { name: ledger.people.get(person ?? '')?.name ?? shownName(signed), on: dayAt(signed.at) };
}

/**
 * The ledger with the approvals that Git shows in the place of those that records list. What Git cannot be asked about stays as its record has it:
 * a machine without history must not take anybody's points away.
 */
export function heldToGit(asked: Asked): Ledger {
  const { ledger } = asked;
  const submissions = Array.from(ledger.submissions, ([id, submission]) => {
    const isHeld = goesByGit(submission, ledger.site.approvals) && asked.trailOf(submission.at.file).state === 'known';
    return [id, isHeld ? { ...submission, approvals: approvalsOf(submission, asked) } : submission] as const;
  });
  return { ...ledger, submissions: new Map(submissions) };
}

const goesByGit = ({ on }: Submission, { by, since }: Approving): boolean => by === 'git' && (since === null || since <= on);

/** How many submissions should go by Git and cannot, by the reason. */
export function notAsked({ site, submissions }: Pick<Ledger, 'site' | 'submissions'>, trailOf: Asked['trailOf']): ReadonlyMap<UnknownTrail, number> {
  const reasons = new Map<UnknownTrail, number>();
  for (const submission of submissions.values()) {
    const trail = goesByGit(submission, site.approvals) ? trailOf(submission.at.file) : null;
    if (trail?.state === 'unknown') reasons.set(trail.why, (reasons.get(trail.why) ?? 0) + 1);
  }
  return reasons;
}

type UnknownTrail = Extract<Trail, { state: 'unknown' }>['why'];

/** The steps taken, of the chain of any ordinance in use: what is adopted under a later one is held to that one's chain. */
function approvalsOf(submission: Submission, asked: Asked): Approval[] {
  const taken = asked.books.all.flatMap((book) =>
    judgedUnder(book, submission, asked).steps.flatMap(({ step, taken }) => (taken === null ? [] : [{ step, by: taken.person, on: taken.on }])),
  );
  return taken.filter(({ step }, index) => taken.findIndex((other) => other.step === step) === index);
}
