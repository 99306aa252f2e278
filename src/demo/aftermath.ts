/** What becomes of a filing: outlets adopt it, leaders write on it, and now and then something goes wrong. */
import type { WrittenAdoption, WrittenIncident, WrittenInstruction } from '../ledger/written/records.ts';
import type { Calendar } from './calendar.ts';
import { type Chance, lottery } from './chance.ts';
import type { Filing } from './filing.ts';
import type { DemoOutlet, Setting } from './setting.ts';

/** A record with the folder and the id under which it is written. */
export interface Placed<T> {
  readonly folder: string;
  readonly id: string;
  readonly record: T;
}

export type Aftermath = Placed<WrittenAdoption | WrittenInstruction | WrittenIncident>;

/** Reports what becomes of a filing. */
export function aftermathOf(setting: Setting, { days }: Calendar, chance: Chance): (filing: Filing) => Aftermath[] {
  const draw = lottery(setting.outlets, ({ often }) => often);
  const compact = (on: string): string => on.replaceAll('-', '');

  const adopted = (filing: Filing, outlet: DemoOutlet): Aftermath[] => {
    const on = days[filing.day + Math.min(chance.int(0, outlet.within), chance.int(0, outlet.within))];
    if (on === undefined) return [];
    const id = `${compact(on)}-${outlet.id}-${filing.id}`;
    return [
      {
        folder: `adoptions/${on.slice(0, 4)}`,
        id,
        record: { submission: filing.id, outlet: outlet.name, on, ...asPrinted(filing, outlet, chance), ...proofOf(outlet, id) },
      },
    ];
  };

  const instructed = (filing: Filing): Aftermath[] => {
    const on = days[filing.day + chance.int(5, 60)];
    if (on === undefined || !chance.perMille(5)) return [];
    const { level, rank } = chance.pick(setting.leaders);
    const record = { submission: filing.id, level, rank, on, ...(chance.perMille(100) && { affirmative: false }) };
    return [{ folder: `instructions/${on.slice(0, 4)}`, id: `${compact(on)}-${filing.id}`, record }];
  };

  const faulty = (filing: Filing): Aftermath[] => {
    if (!setting.incidents || !chance.perMille(2)) return [];
    const { on } = filing.record;
    const record = { unit: filing.house.name, submission: filing.id, kind: chance.pick(setting.incidents), on, done: '已更正并提醒' };
    return [{ folder: `incidents/${on.slice(0, 4)}`, id: `${compact(on)}-${filing.id}`, record }];
  };

  return (filing) => {
    const outlets = new Set(Array.from({ length: adoptionsOf(chance) }, () => draw(chance)));
    const adoptions = filing.record.rejected ? [] : [...outlets].flatMap((outlet) => adopted(filing, outlet));
    return [...adoptions, ...instructed(filing), ...faulty(filing)];
  };
}

/** How many outlets adopt an item: none for a third, about one on average, and a long tail. */
function adoptionsOf(chance: Chance): number {
  const roll = chance.int(1, 1000);
  const step = [350, 700, 870, 950].findIndex((limit) => roll <= limit);
  if (step >= 0) return step;
  return roll <= 992 ? chance.int(4, 5) : chance.int(6, 12);
}

/** A comprehensive report may be cut to a brief; some items are only forwarded. */
function asPrinted(filing: Filing, outlet: DemoOutlet, chance: Chance): Partial<WrittenAdoption> {
  if (outlet.forwards && chance.perMille(500)) return { stage: '上报' };
  return filing.record.form === '综合' && chance.perMille(70) ? { form: '简讯' } : {};
}

const proofOf = (outlet: DemoOutlet, id: string): Partial<WrittenAdoption> =>
  outlet.channel === '政府网站' || outlet.channel === '网站' ? { link: `https://${outlet.id}.example/${id}.html` } : { proof: [`截图-${id}.png`] };
