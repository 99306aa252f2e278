/** What is filed: who writes what on which day, and what becomes of a few of them on the way. */
import type { WrittenSubmission } from '../ledger/written/records.ts';
import type { Calendar, DemoMonth } from './calendar.ts';
import type { Chance } from './chance.ts';
import { dayToFile, type House, nextToFile } from './house.ts';
import type { Setting } from './setting.ts';

/** A place in the plan: `house` files on the day numbered `day`. */
export interface Slot {
  readonly day: number;
  readonly house: House;
}

export interface Filing extends Slot {
  readonly id: string;
  readonly record: WrittenSubmission;
}

/** The filings of a month, in the order of days. */
export function planOf(month: DemoMonth, perMonth: number, houses: [House, ...House[]], chance: Chance): Slot[] {
  const next = nextToFile(houses);
  const slots = Array.from({ length: Math.round(perMonth * month.part) }, () => {
    const house = next(chance);
    return { house, day: dayToFile(house, month.working, chance) };
  });
  return slots.sort((a, b) => a.day - b.day);
}

/** Writes what is filed at a slot; ids count up unit by unit. */
export function filer(setting: Setting, { days }: Calendar, chance: Chance, title: () => string) {
  const filed = new Map<string, number>();
  return ({ house, day }: Slot, answers: string | undefined): Filing => {
    const serial = (filed.get(house.id) ?? 0) + 1;
    filed.set(house.id, serial);
    const on = days[day] as string;
    const record = {
      title: title(),
      unit: house.name,
      authors: authorsOf(house, chance),
      on,
      ...wordsOf(setting, chance),
      answers,
      ...fateOf(days, day, chance),
    };
    return { id: `${on.replaceAll('-', '')}-${house.id}-${serial}`, house, day, record };
  };
}

/** Mostly the correspondent alone; a fifth with all the others. */
const authorsOf = (house: House, chance: Chance): string[] => (chance.perMille(200) ? [...house.writers] : [chance.pick(house.writers)]);

const wordsOf = (setting: Setting, chance: Chance): Partial<WrittenSubmission> => ({
  form: setting.forms && chance.pick(setting.forms),
  category: setting.categories && chance.pick(setting.categories),
  stream: setting.streams && chance.pick(['政务', '政务', '政务', '党务']),
});

/** Most are filed and accepted; some are not for the public, some returned, very few refused. */
function fateOf(days: Calendar['days'], day: number, chance: Chance): Partial<WrittenSubmission> {
  const roll = chance.int(1, 1000);
  if (roll <= 15) return { openness: '不公开' };
  if (roll <= 40) return { openness: '依申请公开' };
  if (roll <= 55) return returned(days, day);
  return roll <= 58 ? { rejected: days[day] } : {};
}

/** Returned the next day and revised the day after, as far as time has come. */
function returned(days: Calendar['days'], day: number): Partial<WrittenSubmission> {
  const [back, revised] = [days[day + 1], days[day + 2]];
  if (back === undefined) return {};
  return { rounds: [{ returned: back, reason: '请补充成效数据', ...(revised && { revised }) }], accepted: revised };
}
