/** The registers that the office keeps: the installation, units, people, outlets. */
import type { Finding } from '../model/finding.ts';
import { placeOf } from '../model/place.ts';
import type { Outlet, Person, Site, Unit } from '../model/records.ts';
import { asDay, asDayOrNull, type Draft } from './draft.ts';
import { type LeftOut, type Names, namesOf } from './names.ts';
import { openOutlets } from './outlets.ts';
import { barredTimes, openRegister, type Register, type Shelf, servedBy } from './register.ts';
import { shape } from './shape.ts';
import { openUnits } from './units.ts';
import { WrittenPerson, WrittenSite } from './written/registers.ts';

export interface Registers {
  readonly site: Site;
  readonly units: ReadonlyMap<string, Unit>;
  readonly people: ReadonlyMap<string, Person>;
  readonly outlets: ReadonlyMap<string, Outlet>;
  readonly names: { readonly units: Names; readonly people: Names; readonly outlets: Names };
}

const SITE = 'data/site.yaml';

/** The values of files, by path. */
export type Values = ReadonlyMap<string, unknown>;

/**
 * The registers, with everything that is wrong with them. A broken entry costs itself; only a missing site costs the run. `lost` are files that
 * could not be read: what they register is left out, not unknown.
 */
export function openRegisters(values: Values, findings: Finding[], lost: LeftOut = new Set()): Registers | null {
  const shelf: Shelf = { values, lost, findings };
  const site = openSite(shelf);
  const units = openUnits(shelf);
  const unitNames = namesOf('unit', units.kept.values(), units.leftOut);
  const people = openPeople(shelf, unitNames);
  const outlets = openOutlets(shelf);
  if (!site) return null;
  const names = {
    units: unitNames,
    people: namesOf('person', people.kept.values(), people.leftOut),
    outlets: namesOf('outlet', outlets.kept.values(), outlets.leftOut),
  };
  return { site, units: units.kept, people: people.kept, outlets: outlets.kept, names };
}

function openSite({ values, findings }: Shelf): Site | null {
  if (!values.has(SITE)) {
    findings.push({ at: placeOf(SITE), code: 'source/missing-file' });
    return null;
  }
  const { value: written, findings: faults } = shape(WrittenSite, values.get(SITE), placeOf(SITE));
  findings.push(...faults);
  if (written && written.policies === undefined && written.plan === undefined)
    findings.push({ at: placeOf(SITE), code: 'schema/missing-key', name: 'policies' });
  return written ? decideSite(written) : null;
}

function decideSite({ organisation, time_zone, since, policies, plan, repository, public: shown, approvals, office, ...days }: WrittenSite): Site {
  return {
    organisation,
    timeZone: time_zone ?? 'Asia/Shanghai',
    since: asDayOrNull(since),
    policies: policies ?? [],
    plan: plan ?? null,
    repository: repository ? { host: repository.host, url: repository.url, branch: repository.branch ?? 'main' } : null,
    ranking: shown?.ranking ?? 'all',
    showPeople: shown?.people ?? true,
    showOutlets: shown?.outlets ?? false,
    office: office ?? null,
    morePeriods: shown?.periods ?? [],
    approvals: { by: approvals?.by ?? 'records', since: asDayOrNull(approvals?.since), steps: approvals?.steps ?? {} },
    daysOff: new Set(days.days_off?.map(asDay)),
    workingWeekends: new Set(days.working_weekends?.map(asDay)),
  };
}

function openPeople(shelf: Shelf, units: Names): Register<Person> {
  const decide = (written: WrittenPerson, own: Draft): Person => ({
    id: written.id,
    at: own.at,
    name: written.name,
    aliases: written.aliases ?? [],
    unit: own.refer(units, written.unit, 'unit'),
    roles: written.roles ?? [],
    class: written.class ?? null,
    born: asDayOrNull(written.born),
    barred: barredTimes(written.barred),
    ...servedBy(written, own),
  });
  return openRegister({ file: 'data/people.yaml', key: 'people', schema: WrittenPerson, decide }, shelf);
}
