/** What a reviewer should know before anything else: who touched what is not theirs, what is gone, what decides the points of all. */

import { officesAmong } from '../filing/owners.ts';
import { idOf } from '../ledger/files.ts';
import type { Day } from '../model/day.ts';
import { parsePeriod } from '../model/period.ts';
import type { Person, UnitId } from '../model/records.ts';
import { periodWords } from '../words/periods.ts';
import type { Notice, RegisterName } from '../words/review.ts';
import type { Said } from '../words/speech.ts';
import { calledOf, folderIn, mayShow, type Readers, unitName } from './called.ts';
import type { Card, Sides } from './cards.ts';
import { type FileChange, kindOf } from './change.ts';
import { differencesIn, entryChanges } from './registers.ts';

/** Who wrote a change, as Git has it: one person, several who may be meant, or nobody whom the register knows. */
export interface Author {
  readonly name: string;
  readonly persons: readonly string[];
}

/** Where a proposal comes from. */
export interface Origin {
  readonly authorsOf: (file: string) => readonly Author[];
  /** Files with changes that are not committed. */
  readonly open: ReadonlySet<string>;
  /** Changed files outside data/ and policies/. */
  readonly others: readonly string[];
}

interface Scene {
  readonly changes: readonly FileChange[];
  readonly cards: readonly Card[];
  readonly sides: Sides;
  readonly origin: Origin;
  readonly readers: Readers;
  readonly asOf: Day;
}

/** Signs of a title, where several are named in one sentence. */
const SHORT = 24;

/** The gravest first. */
export function noticesOf(scene: Scene): Notice[] {
  const { changes, origin } = scene;
  return [
    ...changes.flatMap((change) => ofBulletin(change)),
    ...changes.flatMap((change) => ofOrdinance(change)),
    ...ofAuthors(scene),
    ...scene.cards.flatMap((card) => ofCard(card, scene)),
    ...changes.flatMap((change) => ofRegister(change)),
    ...(origin.others.length === 0 ? [] : [{ code: 'other-files', file: origin.others[0] as string, files: origin.others } as const]),
    ...notCommitted(scene),
  ];
}

const whatOf = ({ what }: FileChange): FileChange['what'] => what;

function ofBulletin(change: FileChange): Notice[] {
  const { file } = change;
  if (kindOf(file) !== 'bulletin') return [];
  const key = idOf(file);
  const period = parsePeriod(key);
  const said: Said = period === null ? { zh: key, en: key } : { zh: periodWords(period, 'zh'), en: periodWords(period, 'en') };
  return change.what === 'added' ? [{ code: 'issues', file, period: said }] : [{ code: 'changes-issued', file, what: whatOf(change), period: said }];
}

function ofOrdinance(change: FileChange): Notice[] {
  const { file, before, after } = change;
  if (kindOf(file) !== 'policy') return [];
  const title = titleIn(after) ?? titleIn(before) ?? idOf(file);
  const places = differencesIn(change).length;
  return change.what === 'changed' && places === 0 ? [] : [{ code: 'ordinance', file, what: whatOf(change), title, places }];
}

export const titleIn = (value: unknown): string | null =>
  typeof value === 'object' && value !== null && 'title' in value && typeof value.title === 'string' ? value.title : null;

function ofRegister(change: FileChange): Notice[] {
  const { file } = change;
  const kind = kindOf(file);
  if (kind === 'units' || kind === 'people' || kind === 'outlets') {
    const entries = entryChanges(change, kind).map(({ name }) => name);
    return entries.length === 0 && change.what === 'changed' ? [] : [{ code: 'register', file, register: kind, what: whatOf(change), entries }];
  }
  if (kind === 'site' || kind === 'bulletins' || file.startsWith('data/plan/')) {
    const register: RegisterName = kind === 'site' || kind === 'bulletins' ? kind : 'plan';
    const entries = [...new Set(differencesIn(change).map(({ path }) => path.split('.')[0] as string))];
    return entries.length === 0 ? [] : [{ code: 'register', file, register, what: whatOf(change), entries: register === 'plan' ? [] : entries }];
  }
  return [];
}

function ofCard(card: Card, { sides, readers, asOf }: Scene): Notice[] {
  const { what, file, from } = card.change;
  const record = calledOf(card, sides, readers, SHORT);
  const where = (path: string): string => (mayShow(card, readers) ? path : folderIn(path));
  if (what === 'deleted') return [{ code: 'deleted', file, record }];
  const renamed: Notice[] = what === 'renamed' && from !== null ? [{ code: 'renamed', file, record, from: where(from), to: where(file) }] : [];
  return card.on !== null && card.on > asOf ? [...renamed, { code: 'still-to-come', file, record, on: card.on }] : renamed;
}

function notCommitted({ origin: { open }, cards, changes, sides, readers }: Scene): Notice[] {
  const own = changes.filter(({ file, from }) => open.has(file) || (from !== null && open.has(from)));
  const [first] = own;
  if (first === undefined) return [];
  return [{ code: 'not-committed', file: first.file, records: own.map(({ file }) => nameOf(file, cards, sides, readers)) }];
}

/** A record by its name, any other file by its path. */
function nameOf(file: string, cards: readonly Card[], sides: Sides, readers: Readers): Said {
  const card = cards.find(({ change }) => change.file === file);
  return card === undefined ? { zh: file, en: file } : calledOf(card, sides, readers, SHORT);
}

/** By author: what they touched of other units, and those whom nobody knows. */
function ofAuthors({ changes, cards, sides, origin, readers }: Scene): Notice[] {
  const written = new Map<string, { readonly author: Author; readonly files: string[] }>();
  for (const { file, from } of changes)
    for (const author of [...origin.authorsOf(file), ...(from === null ? [] : origin.authorsOf(from))]) {
      const key = JSON.stringify(author);
      const own = written.get(key) ?? { author, files: [] };
      if (!own.files.includes(file)) own.files.push(file);
      written.set(key, own);
    }
  return [...written.values()].flatMap(({ author, files }) => ofAuthor(author, files, cards, sides, readers));
}

function ofAuthor({ name, persons }: Author, files: readonly string[], cards: readonly Card[], sides: Sides, readers: Readers): Notice[] {
  const file = files[0] as string;
  const records = files.map((one) => nameOf(one, cards, sides, readers));
  const people = persons.flatMap((id) => personOf(id, sides) ?? []);
  const [person, ...others] = people;
  if (person === undefined) return [{ code: 'unknown-author', file, who: name, records }];
  if (others.length > 0) return [{ code: 'author-not-clear', file, who: name, persons: people.map((one) => one.name), records }];
  const isOffice = officesOf(sides).has(person.unit);
  const foreign = cards.filter(
    (card) => files.includes(card.change.file) && !(isOffice && card.folder !== 'submissions') && isForeign(card, person, sides),
  );
  const [first] = foreign;
  if (first === undefined) return [];
  const owners = [...new Set(foreign.flatMap(({ units }) => units.map((unit) => unitName(unit, sides))))];
  const touched = foreign.map((card) => calledOf(card, sides, readers, SHORT));
  return [{ code: 'of-another-unit', file: first.change.file, who: person.name, unit: unitName(person.unit, sides), owners, records: touched }];
}

/** The office keeps adoptions, instructions, obligations and incidents for all; filings are each unit's own. */
const officesOf = ({ before, after }: Sides): ReadonlySet<UnitId> => {
  const ledger = before.ledger ?? after.ledger;
  return ledger === null ? new Set() : officesAmong([...ledger.people.values()], ledger.units);
};

const isForeign = ({ units }: Card, person: Person, sides: Sides): boolean =>
  units.length > 0 && !units.some((unit) => isWithin(unit, person.unit, sides));

const personOf = (id: string, { before, after }: Sides): Person | undefined => before.ledger?.people.get(id) ?? after.ledger?.people.get(id);

/** Whether a unit is another, or stands below it: whoever works for the unit above works for those below. */
function isWithin(unit: UnitId, above: UnitId, sides: Sides): boolean {
  const units = sides.after.ledger?.units ?? sides.before.ledger?.units;
  for (let one: UnitId | null = unit; one !== null; one = units?.get(one)?.parent ?? null) if (one === above) return true;
  return false;
}
