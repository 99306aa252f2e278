/** 核对: everything that is wrong with a draft, in one go: what its schema says, and what registers and other records say, as in the build. */
import { idOf, type RecordFolder, shapeFile } from '../ledger/files.ts';
import { nearest } from '../ledger/nearest.ts';
import type { Day } from '../model/day.ts';
import { type Finding, severityOf } from '../model/finding.ts';
import type { Ledger } from '../model/records.ts';
import { checkTogether } from '../policy/ledgerChecks.ts';
import { parse } from '../source/parse.ts';
import { type Draft, newRecord } from './record.ts';
import type { Partly, World } from './world.ts';

export interface Drafted {
  readonly folder: RecordFolder;
  readonly written: Draft;
  /** Stands for a day that is missing or wrong while everything else is judged. */
  readonly today: Day;
}

/** A name that is not among what the public knows, and may be right all the same: only the check of the repository can tell. */
export interface Unlisted {
  readonly key: string;
  readonly to: Partly;
  readonly named: string;
  readonly nearest: string | null;
}

export interface Examined {
  readonly file: string;
  readonly text: string;
  readonly id: string;
  /** Of the draft alone; all at once. */
  readonly findings: readonly Finding[];
  readonly unlisted: readonly Unlisted[];
  /** The registers, the draft and what has to do with it; null where not even a mended draft can be used. */
  readonly ledger: Ledger | null;
  /** The keys that something else stands for in that ledger, because what was written cannot be used. */
  readonly mended: ReadonlySet<string>;
}

/** A wrong key hides others from the check. It is mended in thought and the draft looked at again, as often as it takes for the rest to be seen. */
const LOOKS = 4;

export function examine({ folder, written, today }: Drafted, world: World): Examined {
  const { file, text } = newRecord(folder, written, world.base, world.isTaken);
  const common = { file, text, id: idOf(file) };
  const { value, findings: unreadable } = parse(file, text);
  const findings: Finding[] = [...unreadable];
  const mended = new Set<string>();
  for (let looks = 0, draft = value as Draft; looks < LOOKS; looks++) {
    const { own, ledger } = look(mended.has('unit') || mended.has('units') ? amongThoseOf(world, file) : file, draft, world);
    const errors = own.filter((finding) => severityOf(finding) === 'error');
    const wrong = errors.map(keyOf);
    const isDoubted = (key: string, by: Finding): boolean => mended.has(key) || errors.some((error) => error !== by && keyOf(error) === key);
    const fresh = own.filter((finding) => !mended.has(keyOf(finding)) && !FOLLOWS[finding.code]?.some((key) => isDoubted(key, finding)));
    findings.push(...fresh.filter((finding) => !findings.some((other) => isSame(finding, other))));
    if (wrong.length === 0) return { ...common, ...listed(findings, world), ledger, mended };
    for (const key of wrong) mended.add(key);
    draft = mend(draft, wrong, { today, world });
  }
  return { ...common, ...listed(findings, world), ledger: null, mended };
}

/** What is said only because something else is wrong, or because something else stands in its place: it is asked again once that is mended. */
const FOLLOWS: Readonly<Partial<Record<Finding['code'], readonly string[]>>> = {
  'ledger/author-of-another-unit': ['unit', 'units'],
  'ledger/answers-another-units-obligation': ['unit', 'units'],
  'ledger/answers-before-set': ['on'],
  'ledger/event-before-filing': ['on', 'submission'],
  'ledger/medium-contradicts-register': ['outlet'],
  'ledger/not-in-service': ['on'],
};

const isSame = (a: Finding, b: Finding): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The path of the draft in the folder of the unit that stands for its own. */
const amongThoseOf = ({ base }: World, file: string): string =>
  file.replace(/^data\/submissions\/[^/]+\//, `data/submissions/${firstOf(base.units)}/`);

/** The findings of the draft in one look, and the ledger with it. */
function look(file: string, draft: Draft, world: World): { own: Finding[]; ledger: Ledger | null } {
  const shaped = shapeFile(file, draft);
  if (shaped.value === undefined) return { own: [...shaped.findings], ledger: null };
  const { ledger, findings } = world.with(file, shaped.value as Draft);
  const together = ledger === null ? [] : checkTogether(ledger, world.data.policies);
  return { own: [...findings, ...together].filter(({ at }) => at.file === file), ledger };
}

/** The key of a record at which a finding belongs. */
export function keyOf(finding: Finding): string {
  if (finding.code === 'ledger/no-unit') return 'unit';
  if (finding.code === 'schema/missing-key' && finding.at.path.length === 0) return finding.name;
  return String(finding.at.path[0] ?? '');
}

interface Stead {
  readonly today: Day;
  readonly world: World;
}

/** The draft with something usable in the place of what is wrong, or without it. */
function mend(draft: Draft, keys: readonly string[], stead: Stead): Draft {
  const kept = Object.entries(draft).filter(([key]) => !keys.includes(key) && !(key === 'units' && keys.includes('unit')));
  const stood = keys.flatMap((key) => {
    const value = IN_STEAD[key]?.(stead);
    return value === undefined ? [] : [[key, value] as const];
  });
  return Object.fromEntries([...kept, ...stood]);
}

const IN_STEAD: Readonly<Record<string, (stead: Stead) => string | undefined>> = {
  title: () => '—',
  on: ({ today }) => today,
  level: () => '县',
  unit: ({ world }) => firstOf(world.base.units),
  units: ({ world }) => firstOf(world.base.units),
  outlet: ({ world }) => firstOf(world.base.outlets),
  submission: ({ world }) => world.first ?? undefined,
};

const firstOf = (register: ReadonlyMap<string, unknown>): string | undefined => register.keys().next().value;

/** The findings apart from names that may be right although the public does not know them; names near a wrong one are sought among all. */
function listed(findings: readonly Finding[], world: World): Pick<Examined, 'findings' | 'unlisted'> {
  const kept: Finding[] = [];
  const unlisted: Unlisted[] = [];
  for (const finding of findings) {
    const to = finding.code === 'ledger/unknown-reference' && isPartly(finding.to) ? finding.to : null;
    if (finding.code !== 'ledger/unknown-reference' || to === null) kept.push(finding);
    else {
      const near = nearest(finding.named, world.namesOf(to));
      if (world.data.complete[to]) kept.push({ ...finding, nearest: near });
      else unlisted.push({ key: keyOf(finding), to, named: finding.named, nearest: near });
    }
  }
  return { findings: kept, unlisted };
}

const PARTLY: readonly string[] = ['person', 'outlet', 'submission', 'obligation'] satisfies Partly[];
const isPartly = (kind: string): kind is Partly => PARTLY.includes(kind);
