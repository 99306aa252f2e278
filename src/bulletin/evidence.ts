/** 依据: the files behind the figures of a bulletin, and what became of them since. */
import type { Issued } from '../ledger/bulletins.ts';
import type { Cause } from '../ledger/written/bulletin.ts';
import type { Day } from '../model/day.ts';
import { byCodeUnit } from '../model/order.ts';
import type { Approval, Ledger, SubmissionId, UnitId } from '../model/records.ts';
import type { Policy } from '../policy/policy.ts';
import type { Credit } from '../scoring/credit.ts';
import type { CausesOf } from './book.ts';

/** The SHA-256 of a file of the repository; null if it is not there. */
export type HashOf = (file: string) => string | null;
/** The last commit that touched a file; null where Git does not know one. */
export type CommitOf = (file: string) => string | null;

/** Which appeal had a file changed, as far as a correction of what a bulletin published is concerned; null where none had. */
export type AppealOf = (file: string, corrects: string) => string | null;

/** A file behind figures: a register, an ordinance or a record, and the day on which what it says happened. */
export interface Behind {
  readonly file: string;
  /** Null for what holds on any day: ordinances, registers. */
  readonly on: Day | null;
  readonly item: SubmissionId | null;
  readonly units: readonly UnitId[];
  /** The day of the last approval; what it approves counts from then on, though its file may not have changed. */
  readonly approved?: Day | undefined;
}

const REGISTERS = ['data/site.yaml', 'data/units.yaml', 'data/people.yaml', 'data/outlets.yaml'];

/** Everything that figures can rest on, in the order of paths. */
export function filesOf(ledger: Ledger, policies: readonly Policy[]): Behind[] {
  const { submissions, adoptions, instructions, obligations, incidents, figures } = ledger;
  const unitsOf = (item: SubmissionId): UnitId[] => submissions.get(item)?.units.map(({ unit }) => unit) ?? [];
  const steady = [...REGISTERS, ...policies.map(({ at }) => at.file)].map((file): Behind => ({ file, on: null, item: null, units: [] }));
  return [
    ...steady,
    ...[...submissions.values()].map(
      ({ at, on, id, approvals }): Behind => ({ file: at.file, on, item: id, units: unitsOf(id), approved: lastOf(approvals) }),
    ),
    ...[...adoptions, ...instructions].map(({ at, on, submission }): Behind => ({ file: at.file, on, item: submission, units: unitsOf(submission) })),
    ...[...obligations.values()].map(({ at, on, units }): Behind => ({ file: at.file, on, item: null, units: units ?? [] })),
    ...incidents.map(({ at, on, unit, submission }): Behind => ({ file: at.file, on, item: submission, units: [unit] })),
    ...figures.map(({ at, on, unit }): Behind => ({ file: at.file, on, item: null, units: [unit] })),
  ].sort((a, b) => byCodeUnit(a.file, b.file));
}

const lastOf = (approvals: readonly Approval[] | null): Day | undefined =>
  approvals
    ?.flatMap(({ on }) => on ?? [])
    .sort()
    .at(-1);

/** The hashes of files as the bulletins so far know them; what was gone by then is not among them. */
export function knownFiles(issued: readonly Issued[]): Map<string, string> {
  const known = new Map<string, string>();
  for (const { written } of issued) {
    for (const [file, hash] of Object.entries(written.evidence.files)) known.set(file, hash);
    for (const file of written.evidence.gone) known.delete(file);
  }
  return known;
}

interface Change extends Behind {
  readonly what: 'added' | 'changed' | 'deleted' | 'approved';
  /** A record of an open day. Where an ordinance books what came of an item on the day of its first credit, it still changes a closed one. */
  readonly later?: boolean;
}

/** What became, since the bulletins so far, of the files behind days up to `closed`. */
export function changesSince(issued: readonly Issued[], closed: Day, files: readonly Behind[], hashOf: HashOf): Change[] {
  const known = knownFiles(issued);
  const there = new Set(files.map(({ file }) => file));
  const changed = files.flatMap((behind): Change[] => {
    const before = known.get(behind.file);
    if (before === undefined) return behind.on === null ? [] : [{ ...behind, what: 'added', later: behind.on > closed }];
    if (before !== hashOf(behind.file)) return [{ ...behind, what: 'changed' }];
    return behind.approved !== undefined && behind.approved > closed ? [{ ...behind, what: 'approved' }] : [];
  });
  const gone = [...known.keys()]
    .filter((file) => !there.has(file))
    .map((file): Change => ({ file, on: null, item: null, units: [], what: 'deleted' }));
  return [...changed, ...gone].sort((a, b) => byCodeUnit(a.file, b.file));
}

/** Which of the changes made a credit differ: those of its record or item, else those of its unit, of ordinances and registers, any; none at all is our own doing. */
export function causesFrom(changes: () => readonly Change[], commitOf: CommitOf, appealOf: AppealOf): CausesOf {
  let all: readonly Change[] | null = null;
  return (credit, corrects) => {
    all ??= changes();
    const found = NEARNESS.map((isNear) => (all ?? []).filter((change) => isNear(change, credit))).find(({ length }) => length > 0);
    return found === undefined
      ? [{ what: 'program' }]
      : found.map((change) => causeOf(change, commitOf(change.file), appealOf(change.file, corrects)));
  };
}

/** From the nearest to the farthest. Of what is deleted nobody knows any more what it said: its path has to tell. */
const NEARNESS: readonly ((change: Change, credit: Credit) => boolean)[] = [
  ({ later, file }, credit) => later === true && file === credit.at.file,
  ({ later, file, item, on, what }, credit) =>
    later !== true && ((item !== null && item === credit.item) || (file === credit.at.file && (on !== null || what === 'deleted'))),
  ({ later, file, units, what }, { unit }) =>
    later !== true && (units.includes(unit) || (what === 'deleted' && file.startsWith(`data/submissions/${unit}/`))),
  ({ on, what }) => on === null && what !== 'deleted',
  ({ later }) => later !== true,
];

const causeOf = ({ file, what }: Change, commit: string | null, appeal: string | null): Cause => ({
  what,
  file,
  ...(commit === null ? {} : { commit }),
  ...(appeal === null ? {} : { appeal }),
});
