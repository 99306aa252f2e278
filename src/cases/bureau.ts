/** The small bureau in which a case plays: the registers that its events imply, and where each entry comes from. */
import { nearest } from '../ledger/nearest.ts';
import { CHANNELS } from '../ledger/written/registers.ts';
import type { Finding } from '../model/finding.ts';
import { type Place, within } from '../model/place.ts';
import { asList } from '../policy/lists.ts';
import type { Policy } from '../policy/policy.ts';
import type { Told } from './events.ts';
import { type CaseOutlet, type CasePerson, type CaseUnits, OTHERS } from './written.ts';

/** An entry of a register, and where the case says so. */
export interface Entry {
  readonly entry: Readonly<Record<string, unknown>> & { readonly id: string; readonly name: string };
  readonly at: Place;
}

/** What the file, or the case itself, says of units or outlets. */
export interface Stated<T> {
  readonly stated: T | undefined;
  readonly at: Place;
}

export interface Mention {
  readonly name: string;
  readonly at: Place;
}

/** Every unit that is mentioned, and those above them, in the order of mention; those that the case itself lists come first. */
export function unitsOf(mentions: readonly Mention[], listed: readonly Stated<CaseUnits>[], policy: Policy): { units: Entry[]; findings: Finding[] } {
  const known = new Map(listed.flatMap(unitsListed).flatMap((unit) => callingsOf(unit.entry).map((called) => [called, unit] as const)));
  const others = listed.flatMap(({ stated }) => Object.entries(stated ?? {})).find(([, names]) => names === OTHERS)?.[0];
  const units = new Map<string, Entry>();
  const findings: Finding[] = [];
  const enter = ({ name, at }: Mention): void => {
    const unit = known.get(name);
    if (units.has(unit?.entry.name ?? name)) return;
    if (unit === undefined && others === undefined && policy.subjects !== undefined)
      findings.push({ at, code: 'cases/unit-without-class', unit: name });
    const entry = { ...(unit?.entry ?? { name, class: others ?? '单位' }), id: `u${String(units.size + 1).padStart(3, '0')}` };
    units.set(entry.name, { entry, at: unit?.at ?? at });
    const parent = unit?.entry.parent;
    if (typeof parent === 'string') enter({ name: parent, at: within(unit?.at ?? at, 'parent') });
  };
  for (const { entry, at } of unitsListed(listed.at(-1) as Stated<CaseUnits>)) enter({ name: entry.name, at });
  for (const mention of mentions) enter(mention);
  return { units: [...units.values()], findings };
}

interface Listed {
  readonly entry: Readonly<Record<string, unknown>> & { readonly name: string };
  readonly at: Place;
}

/** Everything that an entry may be called. */
export const callingsOf = ({ name, short, aliases }: Readonly<Record<string, unknown>>): string[] =>
  [name, short, ...asList(aliases)].filter((called) => typeof called === 'string');

function unitsListed({ stated, at }: Stated<CaseUnits>): Listed[] {
  return Object.entries(stated ?? {}).flatMap(([name, units]) =>
    units === OTHERS
      ? []
      : units.map((unit, index): Listed => {
          const entry = { ...(typeof unit === 'string' ? { name: unit } : unit), class: name };
          return { entry, at: within(at, name, index) };
        }),
  );
}

/** Every outlet that is mentioned: as listed, or as its name tells. One that neither the lists nor the ordinance nor its own name explain is a fault. */
export function outletsOf(
  mentions: readonly Mention[],
  listed: readonly Stated<readonly CaseOutlet[]>[],
  policy: Policy,
): { outlets: Entry[]; findings: Finding[] } {
  const all = listed.flatMap(({ stated = [], at }) => stated.map((entry, index) => ({ entry, at: within(at, index) })));
  const known = new Map(all.flatMap(({ entry, at }) => callingsOf(entry).map((name) => [name, { entry, at }] as const)));
  const named = namedIn(policy);
  const findings: Finding[] = [];
  const outlets = new Map<string, { entry: Readonly<Record<string, unknown>> & { name: string }; at: Place }>();
  for (const { name, at } of mentions) {
    const outlet = known.get(name) ?? { entry: implied(name), at };
    outlets.set(outlet.entry.name, outlets.get(outlet.entry.name) ?? outlet);
    const explained = known.has(name) || named.includes(name) || levelIn(name) !== undefined;
    if (!explained) findings.push({ at, code: 'cases/unknown-outlet', named: name, nearest: nearest(name, [...known.keys(), ...named]) });
  }
  return { outlets: [...outlets.values()].map(({ entry, at }, index) => ({ entry: { id: `o${index + 1}`, ...entry }, at })), findings };
}

/** The outlets that the ordinance calls by name. */
function namedIn({ outlets }: Policy): string[] {
  const conditions = Object.values(outlets).flatMap((written): readonly unknown[] => asList(written));
  return conditions.flatMap((one) => asList((one as { name?: unknown }).name)).filter((name) => typeof name === 'string');
}

const levelIn = (name: string): string | undefined => /^(国家|省|市|县)级/.exec(name)?.[1];
const PRINTED: readonly string[] = ['报纸', '期刊'];

/** 省级报纸甲: the level and the channel that a name tells. */
function implied(name: string): Readonly<Record<string, unknown>> & { name: string } {
  const channel = CHANNELS.find((one) => name.includes(one)) ?? '网站';
  const level = levelIn(name);
  return { name, ...(level === undefined ? {} : { level }), channel, print: PRINTED.includes(channel) };
}

/** The authors of the items, each of the unit of the first one, with what the lists say of them. */
export function peopleOf(told: readonly Told[], listed: readonly Stated<readonly CasePerson[]>[]): Entry[] {
  const known = new Map(
    listed.flatMap(({ stated = [], at }) => stated.map((entry, index) => [entry.name, { entry, at: within(at, index) }] as const)),
  );
  const people = new Map<string, Entry>();
  for (const { record, at } of told) {
    for (const [index, name] of asList(record.authors as readonly string[] | undefined).entries()) {
      const person = known.get(name) ?? { entry: { name }, at: within(at, 'authors', index) };
      const entry = { ...person.entry, id: `p${people.size + 1}`, unit: leadingUnit(record) };
      if (!people.has(name)) people.set(name, { entry, at: person.at });
    }
  }
  return [...people.values()];
}

/** The unit that a record is of, the leading one where there are several. */
export function leadingUnit({ unit, units }: Readonly<Record<string, unknown>>): string | undefined {
  const first: unknown = unit ?? asList(units)[0];
  return typeof first === 'object' && first !== null ? (first as { unit: string }).unit : (first as string | undefined);
}
