/** What the versions of a record with the content of today come to: who wrote it, who approved it, and what looks like an approval and is none. */
import type { Identities } from '../ledger/identities.ts';
import type { Signature } from '../model/commit.ts';
import type { Day } from '../model/day.ts';
import type { Approver } from '../model/provenance.ts';
import type { Ledger, PersonId, Submission } from '../model/records.ts';
import { isMerge, makerOf, type Sign, signaturesIn, writersOf } from './signs.ts';
import { type Version, writingOf } from './trail.ts';

/** Somebody's approval, on the day on which it came into the records. */
export interface Approved extends Approver {
  /** Null for somebody whom the register of people does not know, or who may be one of `several`. */
  readonly person: PersonId | null;
  readonly several: boolean;
  /** Whether nothing but the name tells who it was. */
  readonly byName: boolean;
  readonly commit: string;
}

export interface Story {
  readonly wrote: Approved;
  /** Each person once, by the first sign. */
  readonly approvals: readonly Approved[];
  /** Signed by the word of the writer alone. */
  readonly selfDeclared: readonly Approved[];
  /** Signed under another text. */
  readonly stale: readonly Approved[];
  /** Whether messages bear signatures; if none does, whether a host put everything there in its own name. */
  readonly source: 'signed' | 'unsigned' | 'host';
}

/** What is needed to recognise people, and to name the day of a time in the records' own time zone. */
export interface Register {
  readonly ledger: Pick<Ledger, 'units' | 'people'>;
  readonly identities: Identities;
  readonly dayAt: (time: string) => Day;
}

export function storyOf(versions: readonly Version[], submission: Submission, register: Register): Story {
  const { standing, earlier } = parted(versions);
  const origin = standing[0] as Version;
  const isWriter = writersBehind(origin, earlier, submission, register);
  const signs = standing.map((version) => signsOf(version, isWriter));
  const all = (which: (signs: Signs) => readonly Sign[]): Approved[] =>
    eachOnce(signs.flatMap((one) => which(one).map((sign) => approvedBy(sign, one.version, register))));
  const bearing = signs.some(({ fresh, selfDeclared }) => fresh.length + selfDeclared.length > 0);
  const earlierSigns = earlier.flatMap((version) => signsOf(version, isWriter).fresh.map((sign) => approvedBy(sign, version, register)));
  return {
    wrote: { ...approvedBy({ by: writingOf(origin).author, how: 'committed' }, origin, register), how: 'wrote' },
    approvals: all(({ fresh, maker }) => (maker === null ? fresh : [...fresh, maker])),
    selfDeclared: all(({ selfDeclared }) => selfDeclared),
    stale: eachOnce([...all(({ stale }) => stale), ...earlierSigns]),
    source: bearing ? 'signed' : standing.every((version) => makerOf(version) === null) ? 'host' : 'unsigned',
  };
}

/** The versions with the content of today, earliest first, and those before them, latest first. */
function parted(versions: readonly Version[]): { readonly standing: readonly Version[]; readonly earlier: readonly Version[] } {
  const other = versions.findIndex(({ content }) => content !== versions[0]?.content);
  const end = other === -1 ? versions.length : other;
  return { standing: versions.slice(0, end).toReversed(), earlier: versions.slice(end) };
}

const eachOnce = (all: readonly Approved[]): Approved[] =>
  all.filter((one, index) => all.findIndex((other) => other.person === one.person && (one.person !== null || other.name === one.name)) === index);

/** Whether a signature is that of somebody who wrote what is to be approved. */
type Writers = (signature: Signature) => boolean;

/** Those who wrote the content, and what came before it and was never approved by anybody else: a comma more does not make it another's. */
function writersBehind(origin: Version, earlier: readonly Version[], submission: Submission, register: Register): Writers {
  const writers = new Set<string>([...submission.authors, ...writersIn(origin, register)]);
  for (const version of earlier) {
    const own = writersIn(version, register);
    const { fresh, maker } = signsOf(version, (signature) => own.has(keyOf(signature, register)));
    if (fresh.length > 0 || maker !== null) break;
    for (const writer of own) writers.add(writer);
  }
  return (signature) => writers.has(keyOf(signature, register));
}

const writersIn = ({ wrote }: Version, register: Register): Set<string> =>
  new Set(wrote.flatMap(({ commit }) => writersOf(commit)).map((writer) => keyOf(writer, register)));

/** The id of a person, or what Git has of a stranger. */
function keyOf(signature: Signature, { identities }: Register): string {
  const { person } = identities.whoIs(signature);
  return person ?? `<${(signature.email || signature.name).toLowerCase()}>`;
}

interface Signs {
  readonly version: Version;
  readonly fresh: readonly Sign[];
  readonly selfDeclared: readonly Sign[];
  readonly stale: readonly Sign[];
  /** Who brought it into the records, unless that was its writer or the host. */
  readonly maker: Sign | null;
}

/**
 * A signature counts where somebody other than the writer stands for the commit that bears it: who merged it, who committed it for another, or
 * the robot of a host that merges. What a writer writes at the end of the own message is a word, not a sign, also where a host makes it a squash.
 */
function signsOf(version: Version, isWriter: Writers): Signs {
  const { brought, content } = version;
  const maker = makerOf(version);
  const isVouched = maker === null ? isMerge(brought) : !isWriter(maker.by);
  const bearing = [...version.wrote.filter(({ commit }) => commit.id !== brought.id), { commit: brought, content }];
  const signed = bearing.flatMap((draft) => signaturesIn(draft.commit).map((sign) => ({ sign, isFresh: draft.content === content })));
  const ofOthers = signed.filter(({ sign }) => !isWriter(sign.by));
  const fresh = ofOthers.filter(({ isFresh }) => isFresh).map(({ sign }) => sign);
  return {
    version,
    fresh: isVouched ? fresh : [],
    selfDeclared: isVouched ? [] : fresh,
    stale: ofOthers.filter(({ isFresh }) => !isFresh).map(({ sign }) => sign),
    maker: isVouched ? maker : null,
  };
}

function approvedBy({ by: signature, how }: Sign, { brought }: Version, { identities, ledger, dayAt }: Register): Approved {
  const recognised = identities.whoIs(signature);
  const known = recognised.person === null ? undefined : ledger.people.get(recognised.person);
  return {
    person: known?.id ?? null,
    several: recognised.person === null && recognised.several.length > 0,
    byName: recognised.person !== null && recognised.by === 'name',
    name: known?.name ?? shownName(signature),
    how,
    on: dayAt(brought.committer.at),
    commit: brought.id,
  };
}

/** A name without what might be an address. */
export const shownName = ({ name }: Signature): string | null => (name.trim() === '' || name.includes('@') ? null : name.trim());
