/** A new record: what its file is called, where it lies, and what it says. The page, the command line and the import file in the same way. */

import { folderOf, type RecordFolder } from '../ledger/files.ts';
import { type Draft, identify, type Registered, yearOf } from './identity.ts';
import { ordered } from './ordered.ts';
import { yamlOf } from './yaml.ts';

export type { Draft } from './identity.ts';

interface NewRecord {
  /** Relative to the root; made of lower-case letters, digits and hyphens, whatever was written. */
  readonly file: string;
  readonly text: string;
}

/**
 * Where a new record of `folder` goes and what it says. Its id is made of its day, the unit, outlet or level that it is about, and what tells it
 * from others, so that the same record filed twice meets itself; `taken` says which files there are beside the submissions of the ledger.
 */
export function newRecord(folder: RecordFolder, written: Draft, ledger: Registered, taken: (file: string) => boolean = () => false): NewRecord {
  const { id, unit } = identify(folder, written, ledger);
  const place = folder === 'submissions' ? `data/submissions/${unit}/${yearOf(written)}` : `data/${folder}/${yearOf(written)}`;
  const isTaken = (one: string): boolean => taken(`${place}/${one}.yaml`) || (folder === 'submissions' && ledger.submissions.has(one));
  const file = `${place}/${freeOf(id, isTaken)}.yaml`;
  return { file, text: renderRecord(file, written) };
}

/** The text of a record: the line for editors first, then its keys in the order of the schema; what is empty is left out. */
export function renderRecord(file: string, written: Draft): string {
  const folder = folderOf(file);
  return folder === null ? yamlOf(written) : `${schemaLine(file, folder)}${yamlOf(ordered(folder, written))}`;
}

/** The id itself, or the first of id-2, id-3 … that nothing has. */
function freeOf(id: string, isTaken: (id: string) => boolean): string {
  let free = id;
  for (let count = 2; isTaken(free); count++) free = `${id}-${count}`;
  return free;
}

function schemaLine(file: string, folder: RecordFolder): string {
  const up = '../'.repeat(file.split('/').length - 2);
  return `# yaml-language-server: $schema=${up}.schema/${kindOf(folder)}.json\n`;
}

/** What one record of a folder is called, as in the names of schemas: submissions, submission; activities, activity. */
export const kindOf = (folder: RecordFolder): string => folder.replace(/ies$/, 'y').replace(/s$/, '');
