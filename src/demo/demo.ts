/** A realistic ledger of any size, from a seed: the same options give the same bytes. */
import type { WrittenSubmission } from '../ledger/written/records.ts';
import type { WrittenSite } from '../ledger/written/registers.ts';
import type { Day } from '../model/day.ts';
import { type Aftermath, aftermathOf, type Placed } from './aftermath.ts';
import { type Calendar, calendarOf } from './calendar.ts';
import { type Chance, chanceFrom } from './chance.ts';
import { answered, type Duty, dutiesOf, writtenDuty } from './duties.ts';
import { type Filing, filer, planOf } from './filing.ts';
import { type House, housesOf, writtenPeople, writtenUnits } from './house.ts';
import type { Setting } from './setting.ts';
import { type DemoPolicy, settings } from './settings/all.ts';
import { recordText, registerText } from './text.ts';
import { titleWriter } from './titles.ts';

export interface DemoOptions {
  /** How many units take part; at least one. */
  readonly units: number;
  /** How many months, the month of `until` included. */
  readonly months: number;
  /** How many submissions all units together file in a whole month; each is adopted about once. */
  readonly perMonth: number;
  readonly seed: number;
  readonly policy: DemoPolicy;
  /** The last day on which anything happens. */
  readonly until: Day;
}

/** A file: its path from the root (`data/…`) and its text. */
export type DemoFile = readonly [path: string, text: string];

export function* demoFiles(options: DemoOptions): Generator<DemoFile> {
  const chance = chanceFrom(options.seed);
  const calendar = calendarOf(options.months, options.until);
  const setting = settings[options.policy];
  const houses = housesOf(setting, options.units, chance);
  yield* registers(setting, calendar, houses);
  const duties: Duty[] = [];
  yield* months({ setting, calendar, houses, chance, perMonth: options.perMonth }, duties);
  for (const duty of duties)
    yield file('obligation', { folder: `obligations/${duty.id.slice(0, 4)}`, id: duty.id, record: writtenDuty(duty, calendar) });
}

function* registers(setting: Setting, calendar: Calendar, houses: readonly House[]): Generator<DemoFile> {
  const site: WrittenSite = { organisation: setting.organisation, time_zone: 'Asia/Shanghai', since: calendar.days[0], policies: [setting.policy] };
  yield ['data/site.yaml', recordText('data/site.yaml', 'site', site)];
  yield ['data/units.yaml', registerText('data/units.yaml', 'units', writtenUnits(houses))];
  yield ['data/people.yaml', registerText('data/people.yaml', 'people', writtenPeople(houses))];
  const outlets = setting.outlets.map(({ often, within, forwards, ...outlet }) => outlet);
  yield ['data/outlets.yaml', registerText('data/outlets.yaml', 'outlets', outlets)];
}

interface Stage {
  readonly setting: Setting;
  readonly calendar: Calendar;
  readonly houses: [House, ...House[]];
  readonly chance: Chance;
  readonly perMonth: number;
}

/** Month by month: what is asked, filed, and what becomes of it. Puts what was asked into `duties`. */
function* months({ setting, calendar, houses, chance, perMonth }: Stage, duties: Duty[]): Generator<DemoFile> {
  const title = titleWriter(setting.region, chance);
  const write = filer(setting, calendar, chance, title);
  const follow = aftermathOf(setting, calendar, chance);
  const tell = (filing: Filing): DemoFile[] => [file('submission', placed(filing)), ...follow(filing).map((after) => file(kindOf(after), after))];
  for (const month of calendar.months) {
    const open = duties.slice(-3);
    duties.push(...dutiesOf(setting, month, houses, chance));
    const current = [...open, ...duties.slice(-3)];
    const filings = planOf(month, perMonth, houses, chance).map((slot) => write(slot, answered(current, slot.house, slot.day, chance)));
    for (const filing of filings) yield* tell(filing);
    const composite = setting.composites && compositeOf(filings, title, chance);
    if (composite) yield* tell(composite);
  }
}

/** What the office combines at the end of a month from filings of three units; null if there are none. */
function compositeOf(filings: readonly Filing[], title: () => string, chance: Chance): Filing | null {
  const parts = [...new Map(filings.filter(({ record }) => !record.rejected).map((filing) => [filing.house, filing])).values()].slice(-3);
  const last = filings.at(-1);
  if (!last || parts.length < 3) return null;
  const units = parts.map(({ house }) => ({ unit: house.name, mark: chance.pick(['单', '综', '综'] as const) }));
  const record: WrittenSubmission = { title: title(), units, on: last.record.on, category: '经验成效类', composite_of: parts.map(({ id }) => id) };
  return { id: `${last.record.on.replaceAll('-', '')}-composite`, house: (parts[0] as Filing).house, day: last.day, record };
}

const placed = ({ id, house, record }: Filing): Placed<WrittenSubmission> => ({
  folder: `submissions/${house.id}/${record.on.slice(0, 4)}`,
  id,
  record,
});

const kindOf = ({ folder }: Aftermath): string => folder.slice(0, folder.indexOf('/') - 1);

function file(kind: string, { folder, id, record }: Placed<object>): DemoFile {
  const path = `data/${folder}/${id}.yaml`;
  return [path, recordText(path, kind, record)];
}
