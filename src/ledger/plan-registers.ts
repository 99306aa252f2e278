/** The registers of a publicity plan: each empty where its file is not there. */
import { type Moment, momentOf } from '../model/moment.ts';
import type { Document, Epidemic, Lecturer, Material, Officer, Opinion, PlanRecords, Release, Spot } from '../model/plan.ts';
import { points, ZERO } from '../model/points.ts';
import { asDay, type Draft } from './draft.ts';
import { type Names, namesOf } from './names.ts';
import { namesAreTold, openRegister, type Register, type Shelf, servedBy } from './register.ts';
import {
  WrittenDocument,
  WrittenEpidemic,
  WrittenLecturer,
  WrittenMaterial,
  WrittenOfficer,
  WrittenOpinion,
  WrittenRelease,
  WrittenSpot,
} from './written/plan-registers.ts';

export interface PlanRegisters extends Omit<PlanRecords, 'activities' | 'figures'> {
  readonly names: { readonly lecturers: Names; readonly spots: Names; readonly releases: Names };
}

export function openPlanRegisters(shelf: Shelf): PlanRegisters {
  const lecturers = openRegister({ ...fileOf('lecturers'), schema: WrittenLecturer, decide: decideLecturer }, shelf);
  const spots = told(openRegister({ ...fileOf('spots'), schema: WrittenSpot, decide: decideSpot }, shelf), shelf);
  const releases = told(openRegister({ ...fileOf('releases'), schema: WrittenRelease, decide: decideRelease }, shelf), shelf);
  const names = {
    lecturers: namesOf('lecturer', lecturers.kept.values(), lecturers.leftOut),
    spots: namesOf('spot', spots.kept.values(), spots.leftOut),
    releases: namesOf('release', releases.kept.values(), releases.leftOut),
  };
  const material = (written: WrittenMaterial, own: Draft): Material => decideMaterial(written, own, names.spots);
  return {
    lecturers: inOrder(lecturers),
    spots: inOrder(spots),
    releases: inOrder(releases),
    materials: inOrder(openRegister({ ...fileOf('materials'), schema: WrittenMaterial, decide: material }, shelf)),
    documents: inOrder(openRegister({ ...fileOf('documents'), schema: WrittenDocument, decide: decideDocument }, shelf)),
    officers: inOrder(openRegister({ ...fileOf('officers'), schema: WrittenOfficer, decide: decideOfficer }, shelf)),
    opinions: inOrder(openRegister({ ...fileOf('opinions'), schema: WrittenOpinion, decide: decideOpinion }, shelf)),
    epidemics: inOrder(openRegister({ ...fileOf('epidemics'), schema: WrittenEpidemic, decide: decideEpidemic }, shelf)),
    names,
  };
}

const fileOf = (key: string) => ({ file: `data/plan/${key}.yaml`, key });

/** In the order of ids, so that nothing depends on the order in which a register is written. */
const inOrder = <T>({ kept }: Register<T>): ReadonlyMap<string, T> => new Map([...kept].sort(([a], [b]) => (a < b ? -1 : 1)));

function told<T extends Lecturer | Spot | Release>(register: Register<T>, { findings }: Shelf): Register<T> {
  namesAreTold(register.kept.values(), findings);
  return register;
}

function decideLecturer(written: WrittenLecturer, own: Draft): Lecturer {
  const { id, name, aliases = [], unit = null, expertise, from } = written;
  return { id, at: own.at, name, aliases, unit, expertise, ...servedBy(written, own), from: asDay(from) };
}

function decideSpot(written: WrittenSpot, own: Draft): Spot {
  const { id, name, aliases = [], class: of, checks = [] } = written;
  const decided = checks.map(({ on, tool_book, procedure }) => ({ on: asDay(on), toolBook: tool_book, procedure }));
  return { id, at: own.at, name, aliases, class: of, checks: decided, ...servedBy(written, own) };
}

function decideRelease({ id, name, aliases = [], on, level, topic }: WrittenRelease, own: Draft): Release {
  return { id, at: own.at, name, aliases, on: asDay(on), level, topic };
}

function decideMaterial(written: WrittenMaterial, own: Draft, spots: Names): Material {
  const { id, name, aliases = [], kind, version = null, on, basis = null, printed = [], distributed = [], cost } = written;
  const [made, given] = [total(printed), total(distributed)];
  if (given > made) own.note(['distributed'], { code: 'ledger/more-than-there-are', part: 'distributed', count: given, whole: 'printed', of: made });
  return {
    id,
    at: own.at,
    name,
    aliases,
    kind,
    version,
    on: asDay(on),
    basis,
    printed: printed.map((batch) => ({ on: asDay(batch.on), count: batch.count })),
    distributed: distributed.map(({ on: day, to, count }, index) => ({
      on: asDay(day),
      to: own.refer(spots, to, 'distributed', index, 'to'),
      count,
    })),
    cost: cost === undefined ? ZERO : points(cost),
  };
}

const total = (batches: readonly { count: number }[]): number => batches.reduce((sum, { count }) => sum + count, 0);

function decideDocument(written: WrittenDocument, own: Draft): Document {
  const { id, name, aliases = [], system, version = null, from } = written;
  return { id, at: own.at, name, aliases, system, version, ...servedBy(written, own), from: asDay(from) };
}

function decideOfficer(written: WrittenOfficer, own: Draft): Officer {
  const { id, role, person, from } = written;
  return { id, at: own.at, role, person, ...servedBy(written, own), from: asDay(from) };
}

function decideOpinion({ id, title, major, found, measures = [], reported = {}, closed }: WrittenOpinion, own: Draft): Opinion {
  const begun = asMoment(found);
  const after = (at: string, ...path: (string | number)[]): Moment => {
    if (at < begun) own.note(path, { code: 'ledger/before-it-was-found', moment: at, found });
    return asMoment(at);
  };
  return {
    id,
    at: own.at,
    title,
    major,
    found: begun,
    measures: measures.map(({ at }, index) => after(at, 'measures', index, 'at')),
    reported: Object.fromEntries(Object.entries(reported).map(([to, at]) => [to, after(at, 'reported', to)])),
    closed: closed === undefined ? null : after(closed, 'closed'),
  };
}

/** A written moment that the schema has already judged. */
const asMoment = (written: string): Moment => momentOf(written) as Moment;

function decideEpidemic(written: WrittenEpidemic, own: Draft): Epidemic {
  return { id: written.id, at: own.at, ...servedBy(written, own), from: asDay(written.from) };
}
