/** The record files of a ledger: which folder holds which kind, what a file's id is, and its content held against the schema. */
import type { z } from 'zod';
import { placeOf } from '../model/place.ts';
import { type Shaped, shape } from './shape.ts';
import { WrittenAppeal } from './written/appeal.ts';
import { WrittenBulletin } from './written/bulletin.ts';
import { WrittenActivity, WrittenFigure } from './written/plan.ts';
import { WrittenAdoption, WrittenIncident, WrittenInstruction, WrittenObligation, WrittenSubmission, WrittenUnitFigure } from './written/records.ts';

/** The schema of the files in each folder of records under `data/` that ordinances value. */
export const RECORD_SCHEMAS = {
  submissions: WrittenSubmission,
  adoptions: WrittenAdoption,
  instructions: WrittenInstruction,
  obligations: WrittenObligation,
  incidents: WrittenIncident,
  figures: WrittenUnitFigure,
} as const satisfies Record<string, z.ZodType>;

/** All folders of records: those, and what a publicity plan does and must report, which no ordinance values. */
export const FOLDER_SCHEMAS = {
  ...RECORD_SCHEMAS,
  appeals: WrittenAppeal,
  activities: WrittenActivity,
  indicators: WrittenFigure,
} as const satisfies Record<string, z.ZodType>;
export type RecordFolder = keyof typeof FOLDER_SCHEMAS;
export const RECORD_FOLDERS = Object.keys(FOLDER_SCHEMAS) as readonly RecordFolder[];
export type WrittenRecord<F extends RecordFolder> = z.output<(typeof FOLDER_SCHEMAS)[F]>;

/** The folder of records in which a file lies; null for registers, ordinances and anything else. */
export function folderOf(file: string): RecordFolder | null {
  if (!file.startsWith('data/')) return null;
  const end = file.indexOf('/', 5);
  const folder = end === -1 ? '' : file.slice(5, end);
  return folder in FOLDER_SCHEMAS ? (folder as RecordFolder) : null;
}

/** Whether a file is an issued bulletin. */
export const isBulletin = (file: string): boolean => file.startsWith('data/bulletins/');

/** A record's id is the name of its file. */
export const idOf = (file: string): string => file.slice(file.lastIndexOf('/') + 1, file.endsWith('.yaml') ? -5 : undefined);

/**
 * The content of a file as its schema has it. Only records are judged here, each for itself, so that the judgement of an unchanged file can be
 * remembered; registers are judged entry by entry and ordinances under their readings, by those who open them.
 */
export function shapeFile(file: string, value: unknown): Shaped<unknown> {
  if (isBulletin(file)) return shape(WrittenBulletin, value, placeOf(file));
  const folder = folderOf(file);
  return folder === null ? { value, findings: [] } : shape(FOLDER_SCHEMAS[folder], value, placeOf(file));
}
