/** The ledger stop: from the values of files to checked records, with everything that is wrong with them. */

import type { z } from 'zod';
import { type Finding, inReadingOrder } from '../model/finding.ts';
import { placeOf } from '../model/place.ts';
import type { Ledger } from '../model/records.ts';
import { adoptionChecks, examine, incidentChecks, instructionChecks, type Known, submissionChecks } from './checks.ts';
import { Draft, isUsable } from './draft.ts';
import { recordNames } from './names.ts';
import { decideAdoption, decideIncident, decideInstruction, decideObligation, decideSubmission, relateSubmissions } from './records.ts';
import { openRegisters, type Values } from './registers.ts';
import { shape } from './shape.ts';
import { theSameStoryIsFiledOnce } from './stories.ts';
import { WrittenAdoption, WrittenIncident, WrittenInstruction, WrittenObligation, WrittenSubmission } from './written/records.ts';

export const RECORD_FOLDERS = ['submissions', 'adoptions', 'instructions', 'obligations', 'incidents'] as const;
export type RecordFolder = (typeof RECORD_FOLDERS)[number];

/** The ledger that `values` (path → value of the file) write; null only where there is no usable `site.yaml`. A broken record costs itself. */
export function openLedger(values: Values, unreadable: Iterable<string> = []): { ledger: Ledger | null; findings: Finding[] } {
  const findings: Finding[] = [];
  const registers = openRegisters(values, findings);
  if (!registers) return { ledger: null, findings: inReadingOrder(findings) };

  const files = byFolder(values);
  const lost = lostIn(unreadable);
  const open = <S extends z.ZodType, T>(folder: RecordFolder, schema: S, decide: (id: string, written: z.output<S>, own: Draft) => T) =>
    openRecords(files[folder], lost[folder], schema, decide, findings);

  const obligations = open('obligations', WrittenObligation, (id, written, own) => decideObligation(id, written, own, registers));
  const obligationNames = recordNames('obligation', obligations.kept, obligations.leftOut);
  const known: Known = { registers, obligations: obligations.kept, submissions: new Map() };

  const submissions = open('submissions', WrittenSubmission, (id, written, own) => {
    const record = decideSubmission(id, written, own, registers, obligationNames);
    examine(submissionChecks, record, own, known);
    return record;
  });
  const names = recordNames('submission', submissions.kept, submissions.leftOut);
  relateSubmissions(submissions.kept, names, findings);
  const all: Known = { ...known, submissions: submissions.kept };

  const adoptions = open('adoptions', WrittenAdoption, (id, written, own) => {
    const record = decideAdoption(id, written, own, registers, names, submissions.kept);
    examine(adoptionChecks, record, own, all);
    return record;
  });
  const instructions = open('instructions', WrittenInstruction, (id, written, own) => {
    const record = decideInstruction(id, written, own, names);
    examine(instructionChecks, record, own, all);
    return record;
  });
  const incidents = open('incidents', WrittenIncident, (id, written, own) => {
    const record = decideIncident(id, written, own, registers, names);
    examine(incidentChecks, record, own, all);
    return record;
  });
  findings.push(...theSameStoryIsFiledOnce(submissions.kept));

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
    },
    findings: inReadingOrder(findings),
  };
}

type File = readonly [id: string, file: string, value: unknown];

/** The record files of each folder, in the order of ids, so that nothing depends on the order of reading. */
function byFolder(values: Values): Record<RecordFolder, File[]> {
  const files: Record<RecordFolder, File[]> = { submissions: [], adoptions: [], instructions: [], obligations: [], incidents: [] };
  for (const [file, value] of values) {
    const folder = folderOf(file);
    if (folder) files[folder].push([idOf(file), file, value]);
  }
  for (const own of Object.values(files)) own.sort(([a, fileA], [b, fileB]) => (a !== b ? (a < b ? -1 : 1) : fileA < fileB ? -1 : 1));
  return files;
}

/** Ids of records whose files could not be read at all, so that those who refer to them are told the right thing. */
function lostIn(unreadable: Iterable<string>): Record<RecordFolder, Set<string>> {
  const lost: Record<RecordFolder, Set<string>> = {
    submissions: new Set(),
    adoptions: new Set(),
    instructions: new Set(),
    obligations: new Set(),
    incidents: new Set(),
  };
  for (const file of unreadable) {
    const folder = folderOf(file);
    if (folder) lost[folder].add(idOf(file));
  }
  return lost;
}

function folderOf(file: string): RecordFolder | null {
  const [data, folder, ...rest] = file.split('/');
  return data === 'data' && rest.length > 0 && (RECORD_FOLDERS as readonly string[]).includes(folder ?? '') ? (folder as RecordFolder) : null;
}

const idOf = (file: string): string => file.slice(file.lastIndexOf('/') + 1).replace(/\.yaml$/, '');

interface Opened<T> {
  readonly kept: Map<string, T>;
  readonly leftOut: Set<string>;
}

function openRecords<S extends z.ZodType, T>(
  files: readonly File[],
  lost: ReadonlySet<string>,
  schema: S,
  decide: (id: string, written: z.output<S>, own: Draft) => T,
  findings: Finding[],
): Opened<T> {
  const opened: Opened<T> = { kept: new Map(), leftOut: new Set(lost) };
  let previous: File | null = null;
  for (const next of files) {
    const [id, file, value] = next;
    const own = new Draft(placeOf(file));
    if (previous !== null && previous[0] === id) own.note([], { code: 'ledger/duplicate-id', id, other: placeOf(previous[1]) });
    previous = next;
    const { value: written, findings: faults } = shape(schema, value, own.at);
    if (faults.length > 0) own.findings.push(...faults);
    const record = written === undefined ? undefined : decide(id, written, own);
    if (record !== undefined && isUsable(own.findings)) opened.kept.set(id, record);
    else if (!opened.kept.has(id)) opened.leftOut.add(id);
    if (own.findings.length > 0) findings.push(...own.findings);
  }
  return opened;
}
