/** The ledger stop: from the values of files to checked records, with everything that is wrong with them. */

import { type Finding, inReadingOrder } from '../model/finding.ts';
import { placeOf } from '../model/place.ts';
import type { Ledger } from '../model/records.ts';
import { appealChecks, contested, decideAppeal } from './appeals.ts';
import { adoptionChecks, examine, incidentChecks, instructionChecks, type Known, submissionChecks } from './checks.ts';
import { Draft, isUsable } from './draft.ts';
import { folderOf, idOf, type RecordFolder, shapeFile, type WrittenRecord } from './files.ts';
import { recordNames } from './names.ts';
import { decideActivity, decideFigure, examineActivity } from './plan.ts';
import { openPlanRegisters } from './plan-registers.ts';
import {
  decideAdoption,
  decideIncident,
  decideInstruction,
  decideObligation,
  decideSubmission,
  decideUnitFigure,
  relateSubmissions,
} from './records.ts';
import { openRegisters, type Values } from './registers.ts';
import { theSameStoryIsFiledOnce } from './stories.ts';

/** The ledger that `values` (path → value of the file, as parsed) write; null only where there is no usable `site.yaml`. A broken record costs itself. */
export function openLedger(values: Values, unreadable: Iterable<string> = []): Opened {
  const written = new Map<string, unknown>();
  const findings: Finding[] = [];
  for (const [file, value] of values) {
    const shaped = shapeFile(file, value);
    if (shaped.value !== undefined) written.set(file, shaped.value);
    if (shaped.findings.length > 0) findings.push(...shaped.findings);
  }
  return openWritten(written, [...unreadable, ...findings.map(({ at }) => at.file)], findings);
}

export interface Opened {
  readonly ledger: Ledger | null;
  /** In reading order. */
  readonly findings: Finding[];
}

/**
 * The same from files whose content has been held against its schema already (`shapeFile`). `lost` are files that did not pass, or could not
 * even be read, so that whoever refers to their records is told the right thing; `before` is what is known to be wrong so far.
 */
export function openWritten(written: Values, lost: Iterable<string>, before: readonly Finding[] = []): Opened {
  const findings = [...before];
  const files = byFolder(written);
  const lostFiles = new Set(lost);
  const registers = openRegisters(written, findings, lostFiles);
  if (!registers) return { ledger: null, findings: inReadingOrder(findings) };

  const plan = openPlanRegisters({ values: written, lost: lostFiles, findings });
  const leftOut = idsByFolder(lostFiles);
  const open = <F extends RecordFolder, T>(folder: F, decide: (id: string, written: WrittenRecord<F>, own: Draft) => T) =>
    openRecords(files[folder], leftOut[folder], decide as (id: string, written: unknown, own: Draft) => T, findings);

  const obligations = open('obligations', (id, written, own) => decideObligation(id, written, own, registers));
  const obligationNames = recordNames('obligation', obligations.kept, obligations.leftOut);
  const known: Known = { registers, obligations: obligations.kept, submissions: new Map() };

  const submissions = open('submissions', (id, written, own) => {
    const record = decideSubmission(id, written, own, registers, obligationNames);
    examine(submissionChecks, record, own, known);
    return record;
  });
  const names = recordNames('submission', submissions.kept, submissions.leftOut);
  relateSubmissions(submissions.kept, names, findings);
  const all: Known = { ...known, submissions: submissions.kept };

  const adoptions = open('adoptions', (id, written, own) => {
    const record = decideAdoption(id, written, own, registers, names, submissions.kept);
    examine(adoptionChecks, record, own, all);
    return record;
  });
  const instructions = open('instructions', (id, written, own) => {
    const record = decideInstruction(id, written, own, names);
    examine(instructionChecks, record, own, all);
    return record;
  });
  const incidents = open('incidents', (id, written, own) => {
    const record = decideIncident(id, written, own, registers, names);
    examine(incidentChecks, record, own, all);
    return record;
  });
  findings.push(...theSameStoryIsFiledOnce(submissions.kept));

  const unitFigures = open('figures', (id, written, own) => decideUnitFigure(id, written, own, registers));

  const records = contested(submissions, [obligations, adoptions, instructions, incidents, unitFigures]);
  const appeals = open('appeals', (id, written, own) => {
    const record = decideAppeal(id, written, own, registers, records);
    examine(appealChecks, record, own, all);
    return record;
  });

  const { names: _names, ...planRegisters } = plan;
  const activities = open('activities', (id, written, own) => {
    const record = decideActivity(id, written, own, plan);
    examineActivity(record, own, plan);
    return record;
  });
  const figures = open('indicators', decideFigure);

  const { site, units, people, outlets } = registers;
  return {
    ledger: {
      site,
      units,
      people,
      outlets,
      submissions: submissions.kept,
      obligations: obligations.kept,
      adoptions: [...adoptions.kept.values()],
      instructions: [...instructions.kept.values()],
      incidents: [...incidents.kept.values()],
      figures: [...unitFigures.kept.values()],
      appeals: [...appeals.kept.values()],
      plan: { activities: activities.kept, figures: figures.kept, ...planRegisters },
    },
    findings: inReadingOrder(findings),
  };
}

type File = readonly [id: string, file: string, written: unknown];

const perFolder = <T>(make: () => T): Record<RecordFolder, T> => ({
  submissions: make(),
  adoptions: make(),
  instructions: make(),
  obligations: make(),
  incidents: make(),
  figures: make(),
  appeals: make(),
  activities: make(),
  indicators: make(),
});

/** The record files of each folder, in the order of ids, so that nothing depends on the order of reading. */
function byFolder(written: Values): Record<RecordFolder, File[]> {
  const files = perFolder<File[]>(() => []);
  for (const [file, record] of written) {
    const folder = folderOf(file);
    if (folder) files[folder].push([idOf(file), file, record]);
  }
  for (const own of Object.values(files)) own.sort(([a, fileA], [b, fileB]) => (a !== b ? (a < b ? -1 : 1) : fileA < fileB ? -1 : 1));
  return files;
}

function idsByFolder(paths: Iterable<string>): Record<RecordFolder, Set<string>> {
  const ids = perFolder(() => new Set<string>());
  for (const file of paths) {
    const folder = folderOf(file);
    if (folder) ids[folder].add(idOf(file));
  }
  return ids;
}

interface Records<T> {
  readonly kept: Map<string, T>;
  readonly leftOut: Set<string>;
}

function openRecords<T>(
  files: readonly File[],
  leftOut: Set<string>,
  decide: (id: string, written: unknown, own: Draft) => T,
  findings: Finding[],
): Records<T> {
  const kept = new Map<string, T>();
  let previous: File | null = null;
  for (const next of files) {
    const [id, file, written] = next;
    const own = new Draft(placeOf(file));
    if (previous !== null && previous[0] === id) own.note([], { code: 'ledger/duplicate-id', id, other: placeOf(previous[1]) });
    previous = next;
    const record = decide(id, written, own);
    if (isUsable(own.findings)) kept.set(id, record);
    else if (!kept.has(id)) leftOut.add(id);
    if (own.findings.length > 0) findings.push(...own.findings);
  }
  return { kept, leftOut };
}
