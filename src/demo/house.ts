/** Who takes part: units with their habits, and their writers. */
import type { WrittenPerson, WrittenUnit } from '../ledger/written/registers.ts';
import { type Chance, lottery } from './chance.ts';
import { personName, placeName } from './names.ts';
import type { DemoUnit, Setting } from './setting.ts';

/** When a unit files: on any day, always on its weekday, or at the end of the month. */
type Habit = 'even' | 'weekly' | 'late';

export interface House {
  readonly id: string;
  readonly name: string;
  readonly class: string;
  /** How much it files, as against the others; some hardly do. */
  readonly zeal: number;
  readonly habit: Habit;
  /** Names of its writers; never empty. */
  readonly writers: readonly [string, ...string[]];
}

/** `count` units of the setting, at least one. */
export function housesOf(setting: Setting, count: number, chance: Chance): [House, ...House[]] {
  const [first = unitAt(setting, 0), ...others] = Array.from({ length: Math.max(1, count) }, (_, index) => unitAt(setting, index));
  let people = 0;
  const settle = (unit: DemoUnit, index: number): House => {
    const writers = chance.int(0, 2);
    const numbers = Array.from({ length: writers }, () => personName(++people));
    return {
      ...unit,
      id: idOf('unit', index),
      zeal: zealOf(chance),
      habit: chance.pick(['even', 'even', 'weekly', 'late']),
      writers: [personName(++people), ...numbers],
    };
  };
  return [settle(first, 0), ...others.map((unit, index) => settle(unit, index + 1))];
}

const idOf = (kind: string, index: number): string => `${kind}-${String(index + 1).padStart(3, '0')}`;

function unitAt(setting: Setting, index: number): DemoUnit {
  const further = index - setting.units.length;
  const more = setting.more[further % setting.more.length] ?? setting.more[0];
  return setting.units[index] ?? more(placeName(Math.floor(further / setting.more.length)));
}

/** One in eight is lazy; the rest differ by a factor of four. */
const zealOf = (chance: Chance): number => (chance.perMille(125) ? 1 : chance.int(5, 20));

/** Draws the unit that files next. */
export const nextToFile = (houses: [House, ...House[]]) => lottery(houses, ({ zeal }) => zeal);

/** A working day of the month on which `house` would file. */
export function dayToFile(house: House, working: readonly [number, ...number[]], chance: Chance): number {
  if (house.habit === 'even') return chance.pick(working);
  if (house.habit === 'weekly') return working[(house.zeal % 5) + 5 * chance.int(0, 3)] ?? chance.pick(working);
  return working[working.length - chance.int(1, 5)] ?? working[0];
}

export const writtenUnits = (houses: readonly House[]): WrittenUnit[] =>
  houses.map(({ id, name, class: unitClass }) => ({ id, name, class: unitClass }));

export const writtenPeople = (houses: readonly House[]): WrittenPerson[] =>
  houses
    .flatMap((house) => house.writers.map((name, index) => ({ name, house, first: index === 0 })))
    .map(({ name, house, first }, index) => ({
      id: idOf('person', index),
      name,
      unit: house.name,
      roles: first ? ['信息员', '撰稿'] : ['撰稿'],
      git: { emails: [`${idOf('person', index)}@demo.example`] },
    }));
