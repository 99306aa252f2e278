/** From the written appeal to the appeal as we mean it, and what must be true of it by itself. */
import type { Day } from '../model/day.ts';
import type { Appeal, Decision, SubmissionId } from '../model/records.ts';
import { theUnitExistedOnTheDay } from './checks.ts';
import { asDay, asDayOrNull, type Draft } from './draft.ts';
import { type Names, recordNames } from './names.ts';
import type { Registers } from './registers.ts';
import type { WrittenAppeal } from './written/appeal.ts';

/** The records that an appeal may be about. */
export interface Contested {
  readonly names: Names;
  /** The submission to which a record belongs; null where it belongs to none. */
  readonly submissionOf: (record: string) => SubmissionId | null;
}

interface Kept {
  readonly kept: ReadonlyMap<string, object>;
  readonly leftOut: ReadonlySet<string>;
}

/** Records of several kinds under one roof, gathered when an appeal asks for the first: most ledgers have none. */
export function contested(submissions: Kept, others: readonly Kept[]): Contested {
  let gathered: Contested | null = null;
  const all = (): Contested => {
    gathered ??= gather(submissions, others);
    return gathered;
  };
  return { names: { resolve: (named) => all().names.resolve(named) }, submissionOf: (record) => all().submissionOf(record) };
}

/** What belongs to a submission says so by a key of that name. */
function gather(submissions: Kept, others: readonly Kept[]): Contested {
  const kept = new Map([...others.flatMap(({ kept: own }) => [...own]), ...submissions.kept]);
  const leftOut = new Set([submissions, ...others].flatMap((one) => [...one.leftOut]));
  return {
    names: recordNames('record', kept, leftOut),
    submissionOf: (id) => {
      if (submissions.kept.has(id)) return id;
      const record = kept.get(id);
      return record !== undefined && 'submission' in record ? (record.submission as SubmissionId | null) : null;
    },
  };
}

export function decideAppeal(id: string, written: WrittenAppeal, own: Draft, { names }: Registers, records: Contested): Appeal {
  const item = written.item === undefined ? null : own.refer(records.names, written.item, 'item');
  return {
    id,
    at: own.at,
    unit: own.refer(names.units, written.unit, 'unit'),
    person: written.person === undefined ? null : own.refer(names.people, written.person, 'person'),
    on: asDay(written.on),
    item,
    submission: item === null ? null : records.submissionOf(item),
    bulletin: written.bulletin ?? null,
    clause: written.clause ?? null,
    asks: written.asks,
    grounds: written.grounds,
    openness: written.openness ?? '公开',
    late: written.late ?? null,
    decision: written.decision === undefined ? null : decisionOf(written.decision, names.people),
    withdrawn: asDayOrNull(written.withdrawn),
  };
}

/** Who decided may be a person of the register; any other name is that of an office or a meeting. */
function decisionOf({ on, by, result, reasons, changed }: NonNullable<WrittenAppeal['decision']>, people: Names): Decision {
  const found = people.resolve(by);
  const person = 'id' in found ? found.id : null;
  return { on: asDay(on), by: person === null ? by : null, person, result, reasons, changed: changed ?? [] };
}

export const appealChecks = [itIsAboutSomething, nothingIsDecidedBeforeItIsFiled, whatIsWithdrawnIsNotDecided, theUnitExistedOnTheDay] as const;

function itIsAboutSomething({ item, bulletin }: Appeal, own: Draft): void {
  if (item === null && bulletin === null) own.note([], { code: 'appeal/about-nothing' });
}

function nothingIsDecidedBeforeItIsFiled({ on: filed, decision, withdrawn }: Appeal, own: Draft): void {
  const judge = (day: Day | undefined | null, what: 'decision' | 'withdrawal', ...path: string[]): void => {
    if (day && day < filed) own.note(path, { code: 'appeal/before-filing', what, on: day, filed });
  };
  judge(decision?.on, 'decision', 'decision', 'on');
  judge(withdrawn, 'withdrawal', 'withdrawn');
}

function whatIsWithdrawnIsNotDecided({ decision, withdrawn }: Appeal, own: Draft): void {
  if (decision !== null && withdrawn !== null) own.note(['withdrawn'], { code: 'appeal/withdrawn-and-decided', withdrawn, decided: decision.on });
}
