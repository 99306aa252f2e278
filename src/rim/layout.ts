/** Which files belong under a root, and how they are named. */
import { RECORD_FOLDERS } from '../ledger/files.ts';
import { folded, nearest } from '../ledger/nearest.ts';
import type { Finding, SourceFault } from '../model/finding.ts';
import { parsePeriod } from '../model/period.ts';

/** The registers, one file each. */
const REGISTERS = ['site', 'units', 'people', 'outlets', 'bulletins'] as const;
/** The registers of a publicity plan, one file each in data/plan/. */
const PLAN = 'data/plan/';
const PLAN_FILES = ['lecturers', 'spots', 'materials', 'documents', 'officers', 'releases', 'opinions', 'epidemics'].map((name) => `${name}.yaml`);
/** Issued bulletins, one file for each period, which is its name. */
const BULLETINS = 'data/bulletins/';

const FOLDERS: readonly string[] = [...RECORD_FOLDERS, 'plan', 'bulletins'];
const REGISTER_FILES = REGISTERS.map((name) => `${name}.yaml`);

const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const README = /^readme(?:\.[\w-]+)?\.md$/i;

/** What is wrong with a folder's place: only the first level under data/ has names of its own. */
export function faultOfFolder(path: string): SourceFault | null {
  const [top, name = '', deeper] = path.split('/');
  if (top !== 'data' || deeper !== undefined || FOLDERS.includes(name)) return null;
  return unknown('data/', nearest(name, FOLDERS));
}

const unknown = (folder: string, near: string | null): SourceFault => ({
  code: 'source/unknown-file',
  nearest: near === null ? null : folder + near,
});

/** What is wrong with a file's place or name; null for a file to be read and for one to be left in peace (`isWanted` tells). */
export function faultOfFile(path: string): SourceFault | null {
  const name = nameOf(path);
  if (isCases(path) || README.test(name)) return null;
  if (path.startsWith('policies/')) return faultOfRecordFile(path);
  if (path.split('/').length === 2 && PLAN_FILES.includes(name)) return unknown(PLAN, name);
  if (path.split('/').length === 2) return REGISTER_FILES.includes(name) ? null : unknown('data/', nearest(name, REGISTER_FILES));
  if (path.startsWith(PLAN)) return path.split('/').length === 3 && PLAN_FILES.includes(name) ? null : unknown(PLAN, nearest(name, PLAN_FILES));
  return path.startsWith(BULLETINS) ? faultOfBulletinFile(path) : faultOfRecordFile(path);
}

/** Tells, for a folder, which names are surely those of records: the short way for the hundred thousand that are in order. */
export function recordNamesIn(folder: string): (name: string) => boolean {
  const [top, kind = ''] = folder.split('/', 2);
  const isOfRecords = top === 'data' && (RECORD_FOLDERS as readonly string[]).includes(kind);
  return (name) => isOfRecords && RECORD_FILE.test(name);
}
const RECORD_FILE = /^[a-z0-9]+(?:-[a-z0-9]+)*\.yaml$/;

/** Whether a file without fault is read: no README, no cases of an ordinance. */
export const isWanted = (path: string): boolean => path.endsWith('.yaml') && !isCases(path);

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
const isCases = (path: string): boolean => path.startsWith('policies/') && path.endsWith('.cases.yaml');

function faultOfRecordFile(path: string): SourceFault | null {
  if (!path.endsWith('.yaml')) return unknown('', /\.ya?ml$/i.test(path) ? `${folderOf(path)}${stemOf(path)}.yaml` : null);
  return ID.test(stemOf(path)) ? null : { code: 'source/file-name', proposal: proposalFor(path) };
}

/** The name of a bulletin's file is its period as it is written everywhere: `2026-Q3.yaml`. */
function faultOfBulletinFile(path: string): SourceFault | null {
  if (!path.endsWith('.yaml')) return faultOfRecordFile(path);
  const named = stemOf(path);
  if (path.split('/').length === 3 && parsePeriod(named) !== null) return null;
  const meant = parsePeriod(named.toUpperCase());
  return { code: 'source/file-name', proposal: meant === null ? null : `${BULLETINS}${meant.key}.yaml` };
}

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);
const stemOf = (path: string): string => nameOf(path).replace(/\.ya?ml$/i, '');

/** A name of the right form that keeps what it can of this one; null if nothing is left, as of a name in Chinese. */
function proposalFor(path: string): string | null {
  const id = stemOf(path)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return id === '' ? null : `${folderOf(path)}${id}.yaml`;
}

/**
 * Findings at both of two records of a kind whose names differ only in case, width or normalisation form, so that a person, or a disk that
 * ignores case, takes them for one. Two names of the right form never do; so only those that are refused for their form are compared.
 */
export function namesAlike(paths: readonly string[], findings: readonly Finding[]): Finding[] {
  const refused = findings.filter(({ code }) => code === 'source/file-name').map(({ at }) => at.file);
  if (refused.length === 0) return [];
  const byName = Map.groupBy([...paths, ...refused], (path) => `${kindOf(path)}/${folded(stemOf(path))}`);
  return [...byName.values()].filter((twins) => twins.length > 1).flatMap(alike);
}

const kindOf = (path: string): string =>
  path
    .split('/')
    .slice(0, path.startsWith('data/') ? 2 : 1)
    .join('/');

const alike = (twins: readonly string[]): Finding[] =>
  twins.map((file, index) => {
    const other = twins[index === 0 ? 1 : 0] as string;
    return { at: { file, path: [] }, code: 'ledger/ids-alike', id: stemOf(file), twin: stemOf(other), other: { file: other, path: [] } };
  });
