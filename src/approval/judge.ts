/** 审批核对: which steps of its chain a record went through, by what Git knows of it. Facts; `words/approvals.ts` has the words. */

import type { Approver, ChainState, Doubt } from '../model/provenance.ts';
import type { Ledger, Submission } from '../model/records.ts';
import { type ChainStep, mayTake } from './chain.ts';
import { type Approved, type Register, type Story, storyOf } from './story.ts';
import type { Trail } from './trail.ts';

export interface JudgedStep extends ChainStep {
  /** Null for a step that nobody is known to have taken. */
  readonly taken: Approved | null;
}

export interface Judged {
  readonly state: ChainState;
  readonly steps: readonly JudgedStep[];
  /** Approvals of which no step of the chain has any use. */
  readonly beside: readonly Approved[];
  /** Empty unless `unverified`. */
  readonly doubts: readonly Doubt[];
}

/** Holds the trail of a submission against its chain. */
export function judge(submission: Submission, chain: readonly ChainStep[], trail: Trail, register: Register): Judged {
  if (trail.state === 'unknown') return undecided(chain, { code: trail.why });
  const story = storyOf(trail.versions, submission, register);
  const steps = chain.map((step): JudgedStep => ({ ...step, taken: takenBy(step, submission, story, register.ledger) }));
  const open = steps.filter(({ taken }) => taken === null);
  const doubts = open.length === 0 ? [] : doubtsIn(story, open, submission, register.ledger);
  const used = new Set(steps.flatMap(({ taken }) => taken ?? []));
  return {
    state: open.length === 0 ? 'complete' : doubts.length > 0 ? 'unverified' : 'incomplete',
    steps,
    beside: story.approvals.filter((approval) => !used.has(approval)),
    doubts,
  };
}

function undecided(chain: readonly ChainStep[], doubt: Doubt): Judged {
  if (chain.length === 0) return { state: 'complete', steps: [], beside: [], doubts: [] };
  return { state: 'unverified', steps: chain.map((step) => ({ ...step, taken: null })), beside: [], doubts: [doubt] };
}

type Registered = Pick<Ledger, 'units' | 'people'>;

/** The first who may take the step; for a step of the authors, whoever wrote it. */
function takenBy(step: ChainStep, submission: Submission, { approvals, wrote }: Story, ledger: Registered): Approved | null {
  return step.whose === 'authors' ? wrote : (approvals.find((approval) => takes(approval, step, submission, ledger)) ?? null);
}

function takes({ person, on }: Approved, step: ChainStep, submission: Submission, ledger: Registered): boolean {
  const known = person === null ? undefined : ledger.people.get(person);
  return known !== undefined && mayTake(known, step, submission, ledger, on);
}

function doubtsIn(
  { approvals, selfDeclared, stale, source }: Story,
  open: readonly ChainStep[],
  submission: Submission,
  ledger: Registered,
): Doubt[] {
  /** Whether it would have taken one of the open steps, had it counted. */
  const matters = (one: Approved): boolean => one.person === null || open.some((step) => takes(one, step, submission, ledger));
  return [
    ...approvals.filter(({ person }) => person === null).map(({ name, several }): Doubt => ({ code: several ? 'ambiguous' : 'stranger', name })),
    ...selfDeclared.filter(matters).map(({ name }): Doubt => ({ code: 'self-declared', name })),
    ...stale.filter(matters).map(({ name, on }): Doubt => ({ code: 'stale', name, on })),
    ...(source === 'signed' ? [] : [{ code: source } as const]),
  ];
}

/** An approval as it is shown. */
export const approverOf = ({ name, on, how }: Approved): Approver => ({ name, on, how });
