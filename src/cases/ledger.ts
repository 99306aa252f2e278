/** From the events of a case to the ledger that an office would have kept, with faults told at the events. */
import { openLedger } from '../ledger/open.ts';
import { type Finding, severityOf } from '../model/finding.ts';
import { type Place, within } from '../model/place.ts';
import type { Ledger } from '../model/records.ts';
import type { Policy } from '../policy/policy.ts';
import { callingsOf, type Entry, leadingUnit, type Mention, outletsOf, peopleOf, unitsOf } from './bureau.ts';
import { placeInEvent, type Told, tell } from './events.ts';
import type { Statement, WrittenCase, WrittenCaseFile } from './written.ts';

/** A case as it stands in its file. */
export interface CaseAt {
  readonly name: string;
  readonly written: WrittenCase;
  readonly file: Pick<WrittenCaseFile, 'beside' | 'units' | 'outlets' | 'people'>;
  readonly at: Place;
}

/** The ledger that the case tells; null where something is wrong with it. */
export function ledgerOf(own: CaseAt, policy: Policy): { ledger: Ledger | null; findings: readonly Finding[] } {
  const { written, at } = own;
  const heard = (written.events as readonly Readonly<Record<string, unknown>>[]).map((event, index) => tell(event, within(at, 'events', index)));
  const told = heard.flatMap((one) => one.told);
  const before = heard.flatMap((one) => one.findings);
  const top: Place = { file: at.file, path: [] };
  const { units, findings: ofUnits } = unitsOf(
    [...told.flatMap(unitsIn), ...written.expect.flatMap((statement, index) => unitsAsked(statement, within(at, 'expect', index)))],
    [
      { stated: own.file.units, at: within(top, 'units') },
      { stated: written.units, at: within(at, 'units') },
    ],
    policy,
  );
  const { outlets, findings: ofOutlets } = outletsOf(
    told.flatMap(outletsIn),
    [
      { stated: own.file.outlets, at: within(top, 'outlets') },
      { stated: written.outlets, at: within(at, 'outlets') },
    ],
    policy,
  );
  const people = peopleOf(told, [
    { stated: own.file.people, at: within(top, 'people') },
    { stated: written.people, at: within(at, 'people') },
  ]);
  const registers = { units, outlets, people };
  const files = new Map(told.map((one, index) => [pathOf(one, index, units), one]));
  const { ledger, findings } = openLedger(valuesOf(own, policy, registers, files));
  const all = [...before, ...ofUnits, ...ofOutlets, ...findings.filter(isError).map((finding) => asEvent(replaced(finding, own, registers, files)))];
  return { ledger: all.length === 0 ? ledger : null, findings: all };
}

const isError = (finding: Finding): boolean => severityOf(finding) === 'error';

/** The units that an event names, wherever a record names units. */
function unitsIn({ record, at }: Told): Mention[] {
  const { unit, units, marks } = record as {
    unit?: string;
    units?: readonly (string | { unit: string })[];
    marks?: Readonly<Record<string, unknown>>;
  };
  return [
    ...(unit === undefined ? [] : [{ name: unit, at: within(at, 'unit') }]),
    ...(units ?? []).map((one, index) => ({ name: typeof one === 'string' ? one : one.unit, at: within(at, 'units', index) })),
    ...Object.keys(marks ?? {}).map((name) => ({ name, at: within(at, 'marks', name) })),
  ];
}

const outletsIn = ({ record, at }: Told): Mention[] =>
  (['outlet', 'target'] as const).flatMap((key) => (typeof record[key] === 'string' ? [{ name: record[key], at: within(at, key) }] : []));

/** A unit that is asked about exists even if nothing happens to it. */
const unitsAsked = ({ unit }: Statement, at: Place): Mention[] => (unit === undefined ? [] : [{ name: unit, at: within(at, 'unit') }]);

type Registers = Readonly<Record<'units' | 'outlets' | 'people', readonly Entry[]>>;
type Files = ReadonlyMap<string, Told>;

/** Where the record of an event would lie. */
function pathOf({ kind, id, record }: Told, index: number, units: readonly Entry[]): string {
  const leading = leadingUnit(record);
  const unit = units.find(({ entry }) => callingsOf(entry).includes(leading as string))?.entry.id;
  const name = id ?? `${kind.name}-${String(index + 1).padStart(3, '0')}`;
  return kind.folder === 'submissions' ? `data/submissions/${unit}/${index}/${name}.yaml` : `data/${kind.folder}/${index}/${name}.yaml`;
}

function valuesOf({ name, written, file }: CaseAt, policy: Policy, registers: Registers, files: Files): Map<string, unknown> {
  const site = { organisation: name, policies: [...(file.beside ?? []), policy.id], ...written.site };
  return new Map<string, unknown>([
    ['data/site.yaml', site],
    ...Object.entries(registers).map(([key, entries]) => [`data/${key}.yaml`, { [key]: entries.map(({ entry }) => entry) }] as const),
    ...[...files].map(([path, { record }]) => [path, record] as const),
  ]);
}

/** The finding at the place in the case from which the record or the entry came. */
function replaced(finding: Finding, { at }: CaseAt, registers: Registers, files: Files): Finding {
  const placed = (place: Place): Place => placeIn(place, at, registers, files);
  return 'other' in finding && typeof finding.other === 'object'
    ? ({ ...finding, at: placed(finding.at), other: placed(finding.other) } as Finding)
    : { ...finding, at: placed(finding.at) };
}

/** A case has no files under data/: the record that is referred to is an event that is missing. */
function asEvent(finding: Finding): Finding {
  if (finding.code !== 'ledger/unknown-reference') return finding;
  const { at, to, named, nearest } = finding;
  return to === 'submission' || to === 'obligation' ? { at, code: 'cases/unknown-event', to, named, nearest } : finding;
}

function placeIn({ file, path, key }: Place, at: Place, registers: Registers, files: Files): Place {
  const told = files.get(file);
  const [register, index, ...deeper] = path;
  const entry = registers[register as keyof Registers]?.[Number(index)];
  const place = told ? placeInEvent(told, path) : entry ? within(entry.at, ...deeper) : within(at, 'site', ...path);
  return key ? { ...place, key } : place;
}
