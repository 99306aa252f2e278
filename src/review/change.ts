/** 改动: the files that a proposal adds, changes, deletes or renames. */
import { isSame } from '../bulletin/differences.ts';
import { folderOf, idOf, isBulletin, type RecordFolder } from '../ledger/files.ts';
import { byCodeUnit } from '../model/order.ts';

/** A file with what it says before and after, records held against their schema; undefined where it is not there or cannot be used. */
export interface FileChange {
  readonly file: string;
  readonly what: 'added' | 'changed' | 'deleted' | 'renamed';
  /** Where a renamed file was. */
  readonly from: string | null;
  readonly before: unknown;
  readonly after: unknown;
}

/** A file whose content differs, by its path. */
export interface Touched {
  readonly file: string;
  readonly what: 'added' | 'changed' | 'deleted';
  readonly before: unknown;
  readonly after: unknown;
}

/** What kind of thing a file is. */
export type FileKind = RecordFolder | 'units' | 'people' | 'outlets' | 'site' | 'bulletins' | 'bulletin' | 'policy' | 'cases' | 'other';

const REGISTERS: Readonly<Record<string, FileKind>> = {
  'data/units.yaml': 'units',
  'data/people.yaml': 'people',
  'data/outlets.yaml': 'outlets',
  'data/site.yaml': 'site',
  'data/bulletins.yaml': 'bulletins',
};

export function kindOf(file: string): FileKind {
  const folder = folderOf(file);
  if (folder !== null && file.endsWith('.yaml')) return folder;
  if (isBulletin(file)) return 'bulletin';
  if (file.startsWith('policies/')) return file.endsWith('.cases.yaml') ? 'cases' : file.endsWith('.yaml') ? 'policy' : 'other';
  return REGISTERS[file] ?? 'other';
}

/** The changes in the order of their paths; a record that went away and came back under another name is one that was renamed. */
export function changesIn(touched: readonly Touched[]): FileChange[] {
  const gone = touched.filter(({ what }) => what === 'deleted');
  const taken = new Set<string>();
  const changes = touched.flatMap((one): FileChange[] => {
    if (one.what !== 'added') return [{ ...one, from: null }];
    const old = gone.find((other) => !taken.has(other.file) && isMoved(other, one));
    if (old === undefined) return [{ ...one, from: null }];
    taken.add(old.file);
    return [{ file: one.file, what: 'renamed', from: old.file, before: old.before, after: one.after }];
  });
  return changes.filter(({ file, what }) => what !== 'deleted' || !taken.has(file)).sort((a, b) => byCodeUnit(a.file, b.file));
}

/** The same name in another folder of its kind, or the same content under another name. */
function isMoved(old: Touched, now: Touched): boolean {
  const kind = kindOf(old.file);
  if (kind !== kindOf(now.file) || kind === 'other') return false;
  return idOf(old.file) === idOf(now.file) || (old.before !== undefined && isSame(old.before, now.after));
}
