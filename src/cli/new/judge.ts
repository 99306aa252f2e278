/** Where a record goes, and what is wrong or doubtful about it: the very checks of the ledger, with the record lying there. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { examine, keyOf } from '../../filing/check.ts';
import { likelyDuplicates } from '../../filing/duplicates.ts';
import { newRecord, renderRecord } from '../../filing/record.ts';
import { openWorld } from '../../filing/world.ts';
import { folderOf, idOf, isBulletin, type RecordFolder } from '../../ledger/files.ts';
import type { Day } from '../../model/day.ts';
import { type Finding, severityOf } from '../../model/finding.ts';
import { contains } from '../../model/period.ts';
import type { Recorded } from '../../model/recorded.ts';
import type { Ledger } from '../../model/records.ts';
import { withBulletins } from '../../rim/open.ts';
import type { Found } from '../setting.ts';
import type { Filled } from './fill.ts';

export interface Judged {
  readonly file: string;
  readonly text: string;
  /** The file that has its id; null where the place is free. */
  readonly taken: string | null;
  /** Of the record, and of others because of it. */
  readonly findings: readonly Finding[];
  /** Records that probably say the same. */
  readonly alike: readonly Alike[];
  /** The bulletin that closed its day: what it earns is a correction. */
  readonly closedBy: string | null;
}

/** A record that may be the same one, and what it is about. */
export interface Alike extends Pick<Recorded, 'at'> {
  readonly on: Day;
  readonly about: string;
}

/** `id`: the name that somebody wants for it; null for that which is made of what it says. */
export function judge(folder: RecordFolder, filled: Filled, id: string | null, found: Found): Judged {
  const file = placeFor(folder, filled, id, found);
  const text = renderRecord(file, filled);
  const taken = fileOf(folder, idOf(file), found) ?? (existsSync(join(found.opened.root, file)) ? file : null);
  const after = found.opened.withFiles([{ path: file, text }]);
  const findings = newFindings(withBulletins(after, Date.now()), found);
  return {
    file,
    text,
    taken,
    findings: findings.some(isError) ? together(findings, examined(folder, filled, file, found)) : findings,
    alike: folder === 'submissions' ? storiesLike(String(filled.title ?? ''), found) : twinsOf(file, after.ledger ?? found.ledger),
    closedBy: found.opened.bulletins.find(({ period }) => typeof filled.on === 'string' && contains(period, filled.on as Day))?.id ?? null,
  };
}

export const isError = (finding: Finding): boolean => severityOf(finding) === 'error';

function placeFor(folder: RecordFolder, filled: Filled, id: string | null, { ledger }: Found): string {
  const { file } = newRecord(folder, filled, { ...ledger, submissions: new Map() });
  return id === null ? file : `${file.slice(0, file.lastIndexOf('/'))}/${id}.yaml`;
}

/** The same place under the first of id-2, id-3 … that nothing has. */
export function anotherPlace(file: string, found: Found): string {
  const folder = folderOf(file) as RecordFolder;
  let count = 2;
  while (fileOf(folder, `${idOf(file)}-${count}`, found) !== null) count++;
  return file.replace(/\.yaml$/, `-${count}.yaml`);
}

const fileOf = (folder: RecordFolder, id: string, { opened }: Found): string | null =>
  [...opened.values.keys(), ...opened.findings.map(({ at }) => at.file)].find((file) => folderOf(file) === folder && idOf(file) === id) ?? null;

function newFindings(after: readonly Finding[], { opened }: Found): Finding[] {
  const before = new Set(opened.findings.map((finding) => JSON.stringify(finding)));
  return after.filter((finding) => !before.has(JSON.stringify(finding)));
}

/** A record that its schema refuses is not held against the registers any more: this tells what they would say, as the filing page does. */
function examined(folder: RecordFolder, written: Filled, file: string, { opened, ledger, asOf }: Found): Finding[] {
  const files = [...opened.values];
  const world = openWorld({
    asOf,
    registers: Object.fromEntries(files.filter(([path]) => isRegister(path))),
    records: Object.fromEntries(files.filter(([path]) => folderOf(path) !== null)) as Record<string, Filled>,
    policies: opened.policies,
    complete: { person: true, outlet: true, submission: true, obligation: true },
  });
  const today = asOf;
  const found = world === null ? [] : examine({ folder, written, today }, { ...world, base: ledger }).findings;
  return found.map((finding) => ({ ...finding, at: { ...finding.at, file } }));
}

/** Those of a plan too: its records refer to them. */
const isRegister = (path: string): boolean => path.startsWith('data/') && folderOf(path) === null && !isBulletin(path);

function together(ours: readonly Finding[], more: readonly Finding[]): Finding[] {
  const told = new Set(ours.map(keyOf));
  return [...ours, ...more.filter((finding) => isError(finding) && !told.has(keyOf(finding)))];
}

/** The likest of them; a title that is no more than alike in its words is not there. */
const storiesLike = (title: string, { ledger }: Found): Alike[] =>
  likelyDuplicates(title, ledger.submissions.values())
    .slice(0, 5)
    .map(({ other }) => ({ ...other, about: `《${other.title}》` }));

/** The same item in the same outlet, or an instruction on it at the same level, on whatever day. */
function twinsOf(file: string, { adoptions, instructions, outlets }: Ledger): Alike[] {
  const all = [
    ...adoptions.map(({ at, on, submission, outlet }) => ({ at, on, submission, about: outlets.get(outlet)?.name })),
    ...instructions.map(({ at, on, submission, level }) => ({ at, on, submission, about: level as string })),
  ];
  const own = all.find(({ at }) => at.file === file);
  return all.flatMap(({ at, on, submission, about = '' }) =>
    at.file !== file && submission === own?.submission && about === own.about ? [{ at, on, about }] : [],
  );
}
