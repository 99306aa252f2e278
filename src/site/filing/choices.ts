/** What may be chosen for a reference, found by any part of its name, its aliases or its id. */

import type { Draft } from '../../filing/record.ts';
import type { World } from '../../filing/world.ts';
import { idOf } from '../../ledger/files.ts';
import type { Named } from '../../ledger/names.ts';
import { folded } from '../../ledger/nearest.ts';
import { byCodeUnit } from '../../model/order.ts';
import type { Register } from './fields.ts';

export interface Choice {
  /** What is written into the record. */
  readonly value: string;
  readonly text: string;
  readonly note: string;
}

export interface Sought {
  readonly register: Register;
  readonly text: string;
  /** The unit chosen so far: its people and its duties come first. */
  readonly unit: string;
}

export interface Choices {
  find(sought: Sought): readonly Choice[];
  /** What a written reference means, in a line; '' where it is not known or says so itself. */
  meaning(register: Register, written: string): string;
}

/** A list is looked through by eye: more than this is typed further. */
const SHOWN = 30;

interface Entry extends Choice {
  readonly keys: readonly string[];
  /** Whose it is; empty for everyone's. */
  readonly units: readonly string[];
}

export function choicesIn(world: World, titled: (unit: string, day: string) => string): Choices {
  const entries = entriesOf(world, titled);
  const unitCalled = (text: string): string => entries.units.find(({ keys }) => keys.includes(folded(text)))?.keys[0] ?? '';
  return {
    find: ({ register, text, unit }) => {
      const words = text.split(/\s+/).map(folded).filter(Boolean);
      const own = unitCalled(unit);
      const found = entries[register].filter(({ keys }) => words.every((word) => keys.some((key) => key.includes(word))));
      const rank = (entry: Entry): number => (entry.keys.some((key) => key.startsWith(words[0] ?? '')) ? 0 : 1) + (isOf(entry, own) ? 0 : 2);
      return [...found]
        .sort((a, b) => rank(a) - rank(b))
        .slice(0, SHOWN)
        .map(({ value, text: called, note }) => ({ value, text: called, note }));
    },
    meaning: (register, written) => {
      const entry = entries[register].find(({ value, keys }) => value === written || keys.includes(folded(written)));
      if (entry === undefined) return '';
      return entry.text === written ? entry.note : [entry.text, entry.note].filter(Boolean).join(' · ');
    },
  };
}

const isOf = ({ units }: Entry, unit: string): boolean => unit === '' || units.length === 0 || units.includes(unit);

function entriesOf({ base, data }: World, titled: (unit: string, day: string) => string): Readonly<Record<Register, readonly Entry[]>> {
  const unitName = (id: unknown): string => base.units.get(String(id))?.short ?? String(id);
  const people = [...base.people.values()];
  const records = (folder: string): [string, Draft][] => Object.entries(data.records).filter(([file]) => file.startsWith(`data/${folder}/`));
  const uses = Map.groupBy(records('adoptions'), ([, { outlet }]) => String(outlet));
  return {
    units: [...base.units.values()]
      .filter(({ to }) => to === null || to >= data.asOf)
      .map((unit) => named(unit, unit.class, [], isAlone(unit, base.units), [unit.short])),
    people: people.map((person) => named(person, unitName(person.unit), [person.unit], isAlone(person, base.people))),
    outlets: [...base.outlets.values()]
      .filter(({ to, editions }) => !editions && (to === null || to >= data.asOf))
      .sort((a, b) => (uses.get(b.id)?.length ?? 0) - (uses.get(a.id)?.length ?? 0))
      .map((outlet) => named(outlet, [outlet.level, outlet.channel].filter(Boolean).join(' '), [], isAlone(outlet, base.outlets))),
    submissions: records('submissions')
      .sort(([, a], [, b]) => byCodeUnit(String(b.on), String(a.on)))
      .map(([file, record]) => {
        const units = unitsOf(record);
        return recordEntry(file, String(record.title), titled(units.map(unitName).join('、'), String(record.on)), units);
      }),
    obligations: records('obligations')
      .sort(([, a], [, b]) => byCodeUnit(String(b.on), String(a.on)))
      .map(([file, { title, kind, on, due, units }]) =>
        recordEntry(file, String(title), `${kind} ${due ?? on}`, (units as string[] | undefined) ?? []),
      ),
  };
}

/** The units of a written submission, by id. */
export function unitsOf({ unit, units }: Draft): string[] {
  if (typeof unit === 'string') return [unit];
  return ((units ?? []) as (string | { readonly unit: string })[]).map((share) => (typeof share === 'string' ? share : share.unit));
}

/** A thing of a register is written by its name, as everybody does; by its id where two bear that name. */
const isAlone = ({ name }: Named, register: ReadonlyMap<string, Named>): boolean =>
  [...register.values()].filter((other) => [other.id, other.name, ...other.aliases].includes(name)).length === 1;

function named({ id, name, aliases }: Named, note: string, units: readonly string[], alone: boolean, more: readonly string[] = []): Entry {
  return { value: alone ? name : id, text: name, note, units, keys: [id, ...[name, ...aliases, ...more].map(folded)] };
}

function recordEntry(file: string, title: string, note: string, units: readonly string[]): Entry {
  return { value: idOf(file), text: title, note, units, keys: [idOf(file), folded(title), folded(note)] };
}
