/** From the written registers to units, people and outlets as we mean them. */

import { z } from 'zod';
import type { Finding } from '../model/finding.ts';
import { type Place, placeOf, within } from '../model/place.ts';
import type { Outlet, Person, Site, Unit } from '../model/records.ts';
import { asDay, asDayOrNull, Draft, isUsable } from './draft.ts';
import { type LeftOut, type Named, type Names, namesOf } from './names.ts';
import { folded } from './nearest.ts';
import { shape } from './shape.ts';
import { WrittenOutlet, WrittenPerson, WrittenSite, WrittenUnit } from './written/registers.ts';

export interface Registers {
  readonly site: Site;
  readonly units: ReadonlyMap<string, Unit>;
  readonly people: ReadonlyMap<string, Person>;
  readonly outlets: ReadonlyMap<string, Outlet>;
  readonly names: { readonly units: Names; readonly people: Names; readonly outlets: Names };
}

export const SITE = 'data/site.yaml';
export const UNITS = 'data/units.yaml';
export const PEOPLE = 'data/people.yaml';
export const OUTLETS = 'data/outlets.yaml';

/** The values of files, by path. */
export type Values = ReadonlyMap<string, unknown>;

/**
 * The registers, with everything that is wrong with them. A broken entry costs itself; only a missing site costs the run. `lost` are files that
 * could not be read: what they register is left out, not unknown.
 */
export function openRegisters(values: Values, findings: Finding[], lost: LeftOut = new Set()): Registers | null {
  const site = openSite(values, findings);
  const units = openUnits(values, lost, findings);
  const unitNames = namesOf('unit', units.kept.values(), units.leftOut);
  const people = openPeople(values, lost, unitNames, findings);
  const outlets = openOutlets(values, lost, findings);
  if (!site) return null;
  const names = {
    units: unitNames,
    people: namesOf('person', people.kept.values(), people.leftOut),
    outlets: namesOf('outlet', outlets.kept.values(), outlets.leftOut),
  };
  return { site, units: units.kept, people: people.kept, outlets: outlets.kept, names };
}

function openSite(values: Values, findings: Finding[]): Site | null {
  if (!values.has(SITE)) {
    findings.push({ at: placeOf(SITE), code: 'source/missing-file' });
    return null;
  }
  const { value: written, findings: faults } = shape(WrittenSite, values.get(SITE), placeOf(SITE));
  findings.push(...faults);
  if (!written) return null;
  return {
    organisation: written.organisation,
    timeZone: written.time_zone ?? 'Asia/Shanghai',
    since: asDayOrNull(written.since),
    policies: written.policies,
    repository: written.repository
      ? { host: written.repository.host, url: written.repository.url, branch: written.repository.branch ?? 'main' }
      : null,
    ranking: written.public?.ranking ?? 'all',
    showPeople: written.public?.people ?? true,
    daysOff: new Set(written.days_off?.map(asDay)),
    workingWeekends: new Set(written.working_weekends?.map(asDay)),
  };
}

interface Register<T> {
  readonly kept: Map<string, T>;
  /** Entries that were refused, by everything that records may call them. */
  readonly leftOut: LeftOut;
}

/** Reads the list under `key` of a register file entry by entry. */
function register<S extends z.ZodType<{ id: string }>, T>(
  values: Values,
  lost: LeftOut,
  file: string,
  key: string,
  schema: S,
  decide: (written: z.output<S>, own: Draft) => T,
  findings: Finding[],
): Register<T> {
  const found = { kept: new Map<string, T>(), leftOut: new Set<string>() };
  const list = shape(z.strictObject({ [key]: z.array(z.unknown()) }), values.get(file) ?? { [key]: [] }, placeOf(file));
  findings.push(...list.findings);
  for (const [index, value] of ((list.value?.[key] ?? []) as unknown[]).entries())
    addEntry(found, value, within(placeOf(file), key, index), schema, decide, findings);
  return lost.has(file) || list.value === undefined ? { ...found, leftOut: EVERYTHING } : found;
}

function addEntry<S extends z.ZodType<{ id: string }>, T>(
  { kept, leftOut }: { readonly kept: Map<string, T>; readonly leftOut: Set<string> },
  value: unknown,
  at: Place,
  schema: S,
  decide: (written: z.output<S>, own: Draft) => T,
  findings: Finding[],
): void {
  const { value: written, findings: faults } = shape(schema, value, at);
  const own = new Draft(at);
  own.findings.push(...faults);
  const decided = written === undefined ? undefined : decide(written, own);
  const id = idIn(value);
  const twin = id === null ? undefined : (kept.get(id) as { at: Place } | undefined);
  if (twin && id !== null) own.note(['id'], { code: 'ledger/duplicate-id', id, other: twin.at });
  if (decided !== undefined && id !== null && isUsable(own.findings)) kept.set(id, decided);
  else if (!twin) for (const called of callingsIn(value)) leftOut.add(called);
  findings.push(...own.findings);
}

/** Nobody can tell what stands in a register that cannot be read. */
const EVERYTHING: LeftOut = { has: () => true };

/** Whatever records may call a refused entry, as far as that can be read. */
function callingsIn(value: unknown): string[] {
  const { id, name, short, aliases } = (typeof value === 'object' && value !== null ? value : {}) as Readonly<Record<string, unknown>>;
  return [id, name, short, ...(Array.isArray(aliases) ? aliases : [])].filter((called) => typeof called === 'string');
}

function idIn(value: unknown): string | null {
  const id = typeof value === 'object' && value !== null ? (value as { id?: unknown }).id : undefined;
  return typeof id === 'string' ? id : null;
}

function openUnits(values: Values, lost: LeftOut, findings: Finding[]): Register<Unit> {
  const parents = new Map<string, { named: string; own: Draft }>();
  const units = register(
    values,
    lost,
    UNITS,
    'units',
    WrittenUnit,
    (written, own): Unit => {
      if (written.parent !== undefined) parents.set(written.id, { named: written.parent, own });
      return {
        id: written.id,
        at: own.at,
        name: written.name,
        short: written.short ?? written.name,
        aliases: [...(written.aliases ?? []), ...(written.short ? [written.short] : [])],
        class: written.class,
        parent: null,
        ...servedBy(written, own),
        quotas: written.quotas ?? {},
        excluded: written.excluded ?? null,
      };
    },
    findings,
  );
  namesAreTold(units.kept.values(), findings);
  return withParents(units, parents, findings);
}

/** Parents are resolved once all units are known; a unit that is its own ancestor loses its parent. */
function withParents(units: Register<Unit>, parents: ReadonlyMap<string, { named: string; own: Draft }>, findings: Finding[]): Register<Unit> {
  const names = namesOf('unit', units.kept.values(), units.leftOut);
  for (const [id, { named, own }] of parents) {
    const unit = units.kept.get(id);
    const before = own.findings.length;
    const parent = own.refer(names, named, 'parent');
    if (unit && parent !== '') units.kept.set(id, { ...unit, parent });
    findings.push(...own.findings.slice(before));
  }
  for (const unit of units.kept.values()) {
    const through = circleFrom(unit, units.kept);
    if (!through) continue;
    findings.push({ at: within(unit.at, 'parent'), code: 'ledger/parent-circle', through });
    units.kept.set(unit.id, { ...unit, parent: null });
  }
  return units;
}

function circleFrom(unit: Unit, units: ReadonlyMap<string, Unit>): string[] | null {
  const through = [unit.id];
  for (let at = unit.parent; at !== null; at = units.get(at)?.parent ?? null) {
    if (at === unit.id) return through;
    if (through.includes(at)) return null;
    through.push(at);
  }
  return null;
}

function openPeople(values: Values, lost: LeftOut, units: Names, findings: Finding[]): Register<Person> {
  return register(
    values,
    lost,
    PEOPLE,
    'people',
    WrittenPerson,
    (written, own): Person => ({
      id: written.id,
      at: own.at,
      name: written.name,
      aliases: written.aliases ?? [],
      unit: own.refer(units, written.unit, 'unit'),
      roles: written.roles ?? [],
      ...servedBy(written, own),
    }),
    findings,
  );
}

function openOutlets(values: Values, lost: LeftOut, findings: Finding[]): Register<Outlet> {
  const outlets = register(
    values,
    lost,
    OUTLETS,
    'outlets',
    WrittenOutlet,
    (written, own): Outlet => ({
      id: written.id,
      at: own.at,
      name: written.name,
      aliases: written.aliases ?? [],
      level: written.level ?? null,
      channel: written.channel,
      print: written.print ?? false,
      own: written.own ?? false,
      parent: written.parent ?? null,
      editions: written.editions ?? false,
      ...servedBy(written, own),
    }),
    findings,
  );
  namesAreTold(outlets.kept.values(), findings);
  const names = namesOf('outlet', outlets.kept.values(), outlets.leftOut);
  for (const outlet of outlets.kept.values()) {
    if (outlet.parent === null) continue;
    const own = new Draft(outlet.at);
    const parent = own.refer(names, outlet.parent, 'parent');
    outlets.kept.set(outlet.id, { ...outlet, parent: parent === '' ? null : parent });
    findings.push(...own.findings);
  }
  return outlets;
}

function servedBy(written: { from?: string | undefined; to?: string | undefined }, own: Draft): Pick<Unit, 'from' | 'to'> {
  const [from, to] = [asDayOrNull(written.from), asDayOrNull(written.to)];
  if (from !== null && to !== null && to < from) own.note(['to'], { code: 'ledger/ends-before-it-begins', from, to });
  return { from, to };
}

/** Two entries may not go by one name, nor by names that differ only in width or case: nobody could tell which is meant. */
function namesAreTold(entries: Iterable<Named & { at: Place }>, findings: Finding[]): void {
  const holders = new Map<string, { id: string; called: string; at: Place }>();
  for (const { id, name, aliases, at } of entries) {
    for (const called of new Set([name, ...aliases])) {
      const holder = holders.get(folded(called));
      if (holder && holder.id !== id)
        findings.push({
          at: within(at, 'name'),
          code: 'ledger/duplicate-name',
          name: called,
          other: holder.at,
          alike: holder.called === called ? 'same' : 'width-or-case',
        });
      else holders.set(folded(called), { id, called, at });
    }
  }
}
