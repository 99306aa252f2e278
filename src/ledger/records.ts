/** From the written records to submissions, adoptions, instructions, obligations and incidents as we mean them. */
import type { Finding } from '../model/finding.ts';
import type { Adoption, Incident, Instruction, Obligation, Share, Submission, UnitFigure } from '../model/records.ts';
import { asDay, asDayOrNull, Draft } from './draft.ts';
import type { Names } from './names.ts';
import type { Registers } from './registers.ts';
import type {
  WrittenAdoption,
  WrittenIncident,
  WrittenInstruction,
  WrittenObligation,
  WrittenSubmission,
  WrittenUnitFigure,
} from './written/records.ts';

export function decideObligation(id: string, written: WrittenObligation, own: Draft, { names }: Registers): Obligation {
  const on = asDay(written.on);
  const to = asDayOrNull(written.to) ?? on;
  if (to < on) own.note(['to'], { code: 'ledger/ends-before-it-begins', from: on, to });
  return {
    id,
    at: own.at,
    kind: written.kind,
    title: written.title,
    by: written.by ?? null,
    on,
    to,
    due: asDayOrNull(written.due),
    units: written.units?.map((unit, index) => own.refer(names.units, unit, 'units', index)) ?? null,
    lapsed: written.lapsed?.map((lapse, index) => ({ unit: own.refer(names.units, lapse.unit, 'lapsed', index, 'unit'), on: asDay(lapse.on) })) ?? [],
    openness: written.openness ?? '公开',
  };
}

/** A submission; its references to other submissions are judged once all of them are known. */
export function decideSubmission(id: string, written: WrittenSubmission, own: Draft, { names }: Registers, obligations: Names): Submission {
  return {
    id,
    at: own.at,
    title: written.title,
    units: sharesOf(written, own, names.units),
    authors: written.authors?.map((author, index) => own.refer(names.people, author, 'authors', index)) ?? [],
    on: asDay(written.on),
    event: asDayOrNull(written.event),
    form: written.form ?? null,
    category: written.category ?? null,
    stream: written.stream ?? null,
    openness: written.openness ?? '公开',
    important: written.important ?? false,
    sensitive: written.sensitive ?? false,
    target: written.target === undefined ? null : own.refer(names.outlets, written.target, 'target'),
    answers: written.answers === undefined ? null : own.refer(obligations, written.answers, 'answers'),
    compositeOf: written.composite_of ?? [],
    sameAs: written.same_as ?? null,
    length: written.length ?? null,
    origin: written.origin ?? null,
    topic: written.topic ?? null,
    figures: written.figures ?? NONE,
    approvals:
      written.approvals?.map(({ step, by, on }, index) => ({
        step,
        by: by === undefined ? null : own.refer(names.people, by, 'approvals', index, 'by'),
        on: asDayOrNull(on),
      })) ?? null,
    rounds: written.rounds?.map(({ returned, revised }) => ({ returned: asDay(returned), revised: asDayOrNull(revised) })) ?? [],
    accepted: asDayOrNull(written.accepted),
    rejected: asDayOrNull(written.rejected),
    link: written.link ?? null,
  };
}

function sharesOf({ unit, units }: WrittenSubmission, own: Draft, names: Names): Share[] {
  if (unit !== undefined && units !== undefined) own.note(['unit'], { code: 'ledger/unit-and-units' });
  if (units !== undefined) {
    return units.map((share, index) => {
      if (typeof share === 'string') return { unit: own.refer(names, share, 'units', index), mark: null, weight: 1 };
      return { unit: own.refer(names, share.unit, 'units', index, 'unit'), mark: share.mark ?? null, weight: share.weight ?? 1 };
    });
  }
  if (unit !== undefined) return [{ unit: own.refer(names, unit, 'unit'), mark: null, weight: 1 }];
  own.note([], { code: 'ledger/no-unit' });
  return [];
}

export function decideAdoption(
  id: string,
  written: WrittenAdoption,
  own: Draft,
  { names, outlets }: Registers,
  submissions: Names,
  known: ReadonlyMap<string, Submission>,
): Adoption {
  const submission = own.refer(submissions, written.submission, 'submission');
  const outlet = own.refer(names.outlets, written.outlet, 'outlet');
  return {
    id,
    at: own.at,
    submission,
    outlet,
    on: asDay(written.on),
    form: written.form ?? known.get(submission)?.form ?? null,
    print: written.print ?? outlets.get(outlet)?.print ?? false,
    reprint: written.reprint ?? false,
    stage: written.stage ?? '采用',
    position: written.position ?? null,
    length: written.length ?? null,
    piece: written.piece ?? null,
    route: written.route ?? null,
    proofOn: asDayOrNull(written.proof_on),
    figures: written.figures ?? NONE,
    marks:
      written.marks === undefined
        ? NONE
        : Object.fromEntries(Object.entries(written.marks).map(([unit, mark]) => [own.refer(names.units, unit, 'marks', unit), mark])),
    link: written.link ?? null,
  };
}

/** One for all records that say nothing. */
const NONE = {};

export function decideInstruction(id: string, written: WrittenInstruction, own: Draft, submissions: Names): Instruction {
  return {
    id,
    at: own.at,
    submission: own.refer(submissions, written.submission, 'submission'),
    level: written.level,
    rank: written.rank ?? null,
    on: asDay(written.on),
    affirmative: written.affirmative ?? true,
  };
}

export function decideIncident(id: string, written: WrittenIncident, own: Draft, { names }: Registers, submissions: Names): Incident {
  return {
    id,
    at: own.at,
    unit: own.refer(names.units, written.unit, 'unit'),
    submission: written.submission === undefined ? null : own.refer(submissions, written.submission, 'submission'),
    kind: written.kind,
    on: asDay(written.on),
    count: written.count ?? 1,
  };
}

export function decideUnitFigure(id: string, written: WrittenUnitFigure, own: Draft, { names }: Registers): UnitFigure {
  return { id, at: own.at, unit: own.refer(names.units, written.unit, 'unit'), name: written.name, value: written.value, on: asDay(written.on) };
}

/** Judges the references of submissions to each other; a wrong one is taken away, for the rest of the record still stands. */
export function relateSubmissions(submissions: Map<string, Submission>, names: Names, findings: Finding[]): void {
  for (const submission of submissions.values()) {
    if (submission.sameAs === null && submission.compositeOf.length === 0) continue;
    const own = new Draft(submission.at);
    const sameAs = submission.sameAs === null ? null : own.refer(names, submission.sameAs, 'same_as') || null;
    const compositeOf = submission.compositeOf.filter((part, index) => own.refer(names, part, 'composite_of', index) !== '');
    if (own.findings.length > 0) submissions.set(submission.id, { ...submission, sameAs, compositeOf });
    findings.push(...own.findings);
  }
}
