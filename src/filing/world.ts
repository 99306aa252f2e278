/** What a draft is held against in a browser: the registers, ordinances and records that are open to the public, and as few of them as it touches. */
import { folderOf, idOf, type RecordFolder } from '../ledger/files.ts';
import { type Opened, openWritten } from '../ledger/open.ts';
import { foldLink, foldTitle } from '../ledger/stories.ts';
import type { Day } from '../model/day.ts';
import type { Ledger } from '../model/records.ts';
import type { Policy } from '../policy/policy.ts';
import type { Draft } from './record.ts';

/** The kinds of which the public may not know all. */
export type Partly = 'person' | 'outlet' | 'submission' | 'obligation';

/** All values are as they would be written in the files that they stand for. */
export interface FilingData {
  readonly asOf: Day;
  /** site, units, people and outlets, by path. */
  readonly registers: Readonly<Record<string, unknown>>;
  /** By path. */
  readonly records: Readonly<Record<string, Draft>>;
  /** The ordinances in use. */
  readonly policies: readonly Policy[];
  /** Of which kinds everything is here: only then is a name that is not here a wrong one. */
  readonly complete: Readonly<Record<Partly, boolean>>;
}

export interface World {
  readonly data: FilingData;
  /** The registers alone. */
  readonly base: Ledger;
  readonly isTaken: (file: string) => boolean;
  /** Everything that a reference to one of a kind may say. */
  readonly namesOf: (kind: Partly) => readonly string[];
  /** The submission that was filed before all others; null where there is none. */
  readonly first: string | null;
  /** The ledger of the registers, the draft, and the records that have to do with it. */
  readonly with: (file: string, written: Draft) => Opened;
}

/** Null where the registers cannot be used, which the build would have refused. */
export function openWorld(data: FilingData): World | null {
  const registers = new Map(Object.entries(data.registers));
  const { ledger } = openWritten(registers, []);
  if (ledger === null) return null;
  const files = Object.entries(data.records);
  const related = relations(files);
  const idsIn = (folder: RecordFolder): string[] => files.filter(([file]) => folderOf(file) === folder).map(([file]) => idOf(file));
  const taken = new Set(files.map(([file]) => `${folderOf(file)} ${idOf(file)}`));
  return {
    data,
    base: ledger,
    isTaken: (file) => taken.has(`${folderOf(file)} ${idOf(file)}`),
    namesOf: (kind) => {
      if (kind === 'submission' || kind === 'obligation') return idsIn(`${kind}s`);
      return [...(kind === 'person' ? ledger.people : ledger.outlets).values()].flatMap(({ id, name, aliases }) => [id, name, ...aliases]);
    },
    first: firstFiled(files),
    with: (file, written) => openWritten(new Map([...registers, ...related(written), [file, written]]), []),
  };
}

function firstFiled(files: readonly File[]): string | null {
  const filed = files.filter(([file]) => folderOf(file) === 'submissions').sort(([, a], [, b]) => (String(a.on) < String(b.on) ? -1 : 1));
  return filed[0] === undefined ? null : idOf(filed[0][0]);
}

type File = readonly [file: string, written: Draft];

/** Finds the records that can have to do with a draft: those that it names, those with its title or link, and whatever these belong to. */
function relations(files: readonly File[]): (written: Draft) => Map<string, Draft> {
  const byKey = new Map<string, File[]>();
  for (const file of files) for (const key of keysOf(file[1], idOf(file[0]))) byKey.set(key, [...(byKey.get(key) ?? []), file]);
  return (written) => {
    const found = new Map<string, Draft>();
    const waiting = keysOf(written, null);
    for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
      for (const [file, record] of byKey.get(key) ?? []) {
        if (found.has(file)) continue;
        found.set(file, record);
        waiting.push(...keysOf(record, idOf(file)));
      }
    }
    return found;
  };
}

const REFERENCES = ['submission', 'same_as', 'answers'] as const;

/** What connects a record with others: its own id, those that it names, its title and its link. */
function keysOf(written: Draft, id: string | null): string[] {
  const named = [...REFERENCES.map((key) => written[key]), ...(Array.isArray(written.composite_of) ? (written.composite_of as unknown[]) : [])];
  return [id, ...named, titleKey(written), linkKey(written)].filter((key): key is string => typeof key === 'string' && key !== '');
}

const titleKey = ({ title, kind }: Draft): string | null => (typeof title === 'string' && kind === undefined ? `title ${foldTitle(title)}` : null);
const linkKey = ({ link, submission }: Draft): string | null =>
  typeof link === 'string' && submission === undefined ? `link ${foldLink(link)}` : null;
