/** From the written activities and figures of a publicity plan to what we mean by them, and what must be true of them. */
import type { Activity, PlanFigure, Training } from '../model/plan.ts';
import { points, ZERO } from '../model/points.ts';
import { asDay, asDayOrNull, type Draft } from './draft.ts';
import type { PlanRegisters } from './plan-registers.ts';
import type { WrittenActivity, WrittenFigure } from './written/plan.ts';

export function decideActivity(id: string, written: WrittenActivity, own: Draft, registers: PlanRegisters): Activity {
  const on = asDay(written.on);
  const to = asDayOrNull(written.to) ?? on;
  if (to < on) own.note(['to'], { code: 'ledger/ends-before-it-begins', from: on, to });
  const { names } = registers;
  return {
    id,
    at: own.at,
    title: written.title,
    topic: written.topic,
    subtopic: written.subtopic ?? null,
    channel: written.channel,
    form: written.form ?? null,
    emphases: written.emphases ?? [],
    aspects: written.aspects ?? [],
    on,
    to,
    spots: written.spots?.map((spot, index) => own.refer(names.spots, spot, 'spots', index)) ?? [],
    audience: written.audience ?? [],
    reached: written.reached ?? null,
    cost: written.cost === undefined ? ZERO : points(written.cost),
    partners: written.partners ?? [],
    releases: written.releases?.map((release, index) => own.refer(names.releases, release, 'releases', index)) ?? [],
    approval: written.approval ? { on: asDay(written.approval.on), approved: written.approval.decision === '同意' } : null,
    consent: written.consent ?? false,
    openness: written.openness ?? '公开',
    validTo: asDayOrNull(written.valid_to),
    training: written.training ? trainingOf(written.training, own, registers) : null,
    link: written.link ?? null,
  };
}

const trainingOf = (training: NonNullable<WrittenActivity['training']>, own: Draft, { names }: PlanRegisters): Training => ({
  ...training,
  lecturers: training.lecturers.map((lecturer, index) => own.refer(names.lecturers, lecturer, 'training', 'lecturers', index)),
});

export function decideFigure(id: string, written: WrittenFigure, own: Draft): PlanFigure {
  const stands = { id, at: own.at, on: asDay(written.on) };
  switch (written.kind) {
    case '待遇享受': {
      const { kind, population, area = null, entitled, informed = null, enjoying = null } = written;
      isPartOf('informed', informed, 'entitled', entitled, own);
      isPartOf('enjoying', enjoying, 'entitled', entitled, own);
      return { ...stands, kind, population, area, entitled, informed, enjoying };
    }
    case '知晓率调查': {
      const { kind, population, asked, aware } = written;
      isPartOf('aware', aware, 'asked', asked, own);
      return { ...stands, kind, population, asked, aware };
    }
    case '预算':
      return { ...stands, kind: written.kind, year: written.year, amount: points(written.amount) };
    case '支出':
      return { ...stands, kind: written.kind, amount: points(written.amount), purpose: written.purpose };
  }
}

function isPartOf(part: 'informed' | 'enjoying' | 'aware', count: number | null, whole: 'entitled' | 'asked', of: number, own: Draft): void {
  if (count !== null && count > of) own.note([part], { code: 'ledger/more-than-there-are', part, count, whole, of });
}

/** What must be true of an activity beside its own record. */
export function examineActivity({ on, to, spots, releases, training }: Activity, own: Draft, registers: PlanRegisters): void {
  lecturersTeachWhileInThePool(training?.lecturers ?? [], on, own, registers);
  spots.forEach((id, index) => {
    const spot = registers.spots.get(id);
    if (spot && !((spot.from === null || spot.from <= to) && (spot.to === null || on <= spot.to)))
      own.note(['spots', index], { code: 'ledger/not-in-service', what: 'spot', named: spot.name, on, from: spot.from, to: spot.to });
  });
  releases.forEach((id, index) => {
    const release = registers.releases.get(id);
    if (release && to < release.on)
      own.note(['releases', index], { code: 'ledger/before-the-release', release: release.name, issued: release.on, on });
  });
}

function lecturersTeachWhileInThePool(lecturers: readonly string[], on: Activity['on'], own: Draft, registers: PlanRegisters): void {
  lecturers.forEach((id, index) => {
    const lecturer = registers.lecturers.get(id);
    if (!lecturer || (lecturer.from <= on && (lecturer.to === null || on <= lecturer.to))) return;
    const { name: named, from, to } = lecturer;
    own.note(['training', 'lecturers', index], { code: 'ledger/not-in-service', what: 'lecturer', named, on, from, to });
  });
}
