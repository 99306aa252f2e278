/** How the keys of records are called: by the first words of what their schema says of them. */
import { z } from 'zod';
import { FOLDER_SCHEMAS, type RecordFolder } from '../ledger/files.ts';
import { WrittenOutlet, WrittenPerson, WrittenSite, WrittenUnit } from '../ledger/written/registers.ts';
import type { ApprovalForm } from '../policy/written.ts';
import type { Said } from '../words/speech.ts';

/** 采用媒体 Outlet, of “采用媒体：编号、全称或登记的别名 … / Outlet: id, full name …”; the key itself where its schema says nothing. */
export function labelOf(folder: RecordFolder, key: string): Said {
  return described(shapeOf(FOLDER_SCHEMAS[folder])[key], key);
}

/** How the parts of a key's value are called, where its schema names them: of a decision its result, its reasons … */
export function partsOf(folder: RecordFolder, key: string): Readonly<Record<string, Said>> {
  const parts = shapeOf(entryOf(shapeOf(FOLDER_SCHEMAS[folder])[key]));
  return Object.fromEntries(Object.entries(parts).map(([part, schema]) => [part, described(schema, part)]));
}

/** One entry of a list; of what may be left out what it is when it is there. */
function entryOf(schema: unknown): unknown {
  if (schema instanceof z.ZodOptional) return entryOf(schema.unwrap());
  return schema instanceof z.ZodArray ? entryOf(schema.element) : schema;
}

function described(schema: z.ZodType | undefined, key: string): Said {
  const [zh = key, en = key] = schema?.meta()?.description?.split('\n') ?? [];
  return { zh: firstWords(zh), en: firstWords(en) };
}

const firstWords = (text: string): string => (/^[^；，：（(;,:]+/.exec(text)?.[0] ?? text).trim();

/** The keys of a record in the order of its schema. */
export const keysOf = (folder: RecordFolder): string[] => Object.keys(shapeOf(FOLDER_SCHEMAS[folder]));

/** The keys of a mapping; of one that takes several forms, those of all of them. */
function shapeOf(schema: unknown): Readonly<Record<string, z.ZodType>> {
  if (schema instanceof z.ZodObject) return schema.shape;
  return schema instanceof z.ZodUnion ? Object.assign({}, ...schema.options.map(shapeOf)) : {};
}

const REGISTERS: Readonly<Record<string, z.ZodType>> = { units: WrittenUnit, people: WrittenPerson, outlets: WrittenOutlet, site: WrittenSite };

/** How a key path of a register or of the settings is called; of an ordinance the path is all that there is to say. */
export function settingLabel(kind: string, path: string): Said {
  const [key = '', ...deeper] = path.split('.');
  const said = described(shapeOf(REGISTERS[kind])[key], key);
  return deeper.length === 0 ? said : { zh: `${said.zh}.${deeper.join('.')}`, en: `${said.en}.${deeper.join('.')}` };
}

/** Which keys of a submission a field of a form holds. */
export const HELD: Readonly<Record<Exclude<NonNullable<ApprovalForm['fields'][number]['holds']>, 'opinion'>, readonly string[]>> = {
  title: ['title'],
  units: ['unit', 'units'],
  authors: ['authors'],
  filed: ['on'],
  event: ['event'],
  form: ['form'],
  category: ['category'],
  stream: ['stream'],
  openness: ['openness'],
  target: ['target'],
  length: ['length'],
};
