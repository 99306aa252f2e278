/** What a new record is called. An id is a file name and part of an address: lower-case letters, digits and hyphens, whatever was written. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { RecordFolder } from '../ledger/files.ts';
import { dayOf } from '../model/day.ts';
import type { Ledger } from '../model/records.ts';

/** A record as a person writes it, perhaps still incomplete: nothing here judges it, the check does. */
export type Draft = Readonly<Record<string, unknown>>;
/** What names in a record may mean. */
export type Registered = Pick<Ledger, 'units' | 'outlets' | 'submissions'>;

export interface Identity {
  readonly id: string;
  /** The folder of the unit that leads. */
  readonly unit: string;
}

/** The parts of an id by kind of record; kinds that are not named here are told by unit, submission and what else they say. */
export function identify(folder: RecordFolder, written: Draft, ledger: Registered): Identity {
  const unit = unitOf(written, ledger);
  const parts = (PARTS[folder] ?? anyParts)(written, ledger, unit);
  return { id: [compactDay(written), ...parts].filter((part) => part !== '').join('-'), unit: unit === '' ? NOBODY : unit };
}

const NOBODY = 'unit';

/** The year of a record, for its folder. */
export const yearOf = (written: Draft): string => dayIn(written)?.slice(0, 4) ?? 'undated';

const compactDay = (written: Draft): string => dayIn(written)?.replaceAll('-', '') ?? 'undated';

const dayIn = (written: Draft): string | null => dayOf(textAt(written, 'on'));

type Parts = (written: Draft, ledger: Registered, unit: string) => string[];

const PARTS: Readonly<Partial<Record<RecordFolder, Parts>>> = {
  submissions: (written, _, unit) => [unit, digest(textAt(written, 'title'))],
  adoptions: (written, ledger) => [registered(ledger.outlets, textAt(written, 'outlet')), tailOf(written)],
  instructions: (written) => [LEVELS.get(textAt(written, 'level')) ?? '', tailOf(written)],
  obligations: (written) => [KINDS.get(textAt(written, 'kind')) ?? '', digest(textAt(written, 'title'))],
  incidents: (written, _, unit) => [unit, tailOf(written), digest(textAt(written, 'kind'))],
  figures: (written, _, unit) => [unit, digest(textAt(written, 'name'))],
};

const anyParts: Parts = (written, _, unit) => [unit, tailOf(written), digest(JSON.stringify(written))];

const LEVELS: ReadonlyMap<string, string> = new Map(Object.entries({ 县: 'xian', 市: 'shi', 省: 'sheng', 国家: 'guojia', 部委: 'buwei' }));
const KINDS: ReadonlyMap<string, string> = new Map(Object.entries({ 约稿: 'yuegao', 会议: 'huiyi', 政策: 'zhengce' }));

/** The unit of a record, or the one that leads; '' where none is named. */
function unitOf(written: Draft, { units }: Registered): string {
  const [first] = Array.isArray(written.units) ? (written.units as unknown[]) : [];
  const leading = typeof first === 'object' && first !== null ? (first as Draft).unit : first;
  return registered(units, textAt({ unit: written.unit ?? leading }, 'unit'));
}

interface Called {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
}

/** The id of what is called so in a register; of an unknown name a digest, for the check to complain of the name and not of the file. */
function registered(register: ReadonlyMap<string, Called>, named: string): string {
  if (named === '') return '';
  const found = register.get(named) ?? [...register.values()].find(({ name, aliases }) => name === named || aliases.includes(named));
  return found === undefined ? digest(named) : slug(found.id);
}

/** The id of the submission without its day. */
const tailOf = (written: Draft): string => slug(textAt(written, 'submission').replace(/^\d{8}-/, ''));

const textAt = (written: Draft, key: string): string => {
  const value = written[key];
  return typeof value === 'string' ? value.trim() : '';
};

/** No file name that is longer helps anybody, and file systems take 255 bytes. */
const LONGEST = 80;

const slug = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST)
    .replace(/^-|-$/g, '');

/** A short name for a text, the same everywhere. Six signs: on one day, in one unit, two titles share them once in millions of years. */
const digest = (text: string): string => (text === '' ? '' : bytesToHex(sha256(utf8ToBytes(text.normalize('NFC')))).slice(0, 6));
