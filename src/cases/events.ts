/**
 * Events: the short form of records. An event is named by the kind of record that it stands for, and has that record's keys; so whatever a record
 * learns to say, an event can say.
 *
 *     { submission: 甲, unit: 办公室, on: 2026-03-05 }   an item called 甲
 *     { adoption: 甲, outlet: 人民网, on: 2026-03-08 }   what happened to it
 */
import { z } from 'zod';
import { RECORD_SCHEMAS } from '../ledger/files.ts';
import { shape } from '../ledger/shape.ts';
import { say, Text, WrittenDay } from '../ledger/written/common.ts';
import { WrittenSubmission } from '../ledger/written/records.ts';
import { addDays, type Day, dayOf } from '../model/day.ts';
import type { Finding } from '../model/finding.ts';
import { type Place, within } from '../model/place.ts';

type Folder = keyof typeof RECORD_SCHEMAS;

export interface EventKind {
  readonly name: string;
  readonly folder: Folder;
  /** The key of the record that the event's own value fills; null: it is the record's id. */
  readonly fills: string | null;
  readonly form: z.ZodObject;
}

/** A record, told in short: its kind, its id where the writer gave one, its keys, and where it stands. */
export interface Told {
  readonly kind: EventKind;
  /** Null where nobody refers to the record. */
  readonly id: string | null;
  readonly record: Readonly<Record<string, unknown>>;
  readonly at: Place;
}

/** Months, each with how many were filed in it. */
const Monthly = z.record(Text.regex(/^\d{4}-\d{2}$/), z.int().positive());

/** Where an event may be shorter than its record. */
const SHORTER: Readonly<Partial<Record<Folder, z.ZodRawShape>>> = {
  submissions: {
    title: WrittenSubmission.shape.title.optional(),
    on: z
      .union([WrittenDay, z.array(WrittenDay).min(1), Monthly])
      .meta(say('报送日期;列出几天是几篇,也可写 月份 → 篇数', 'Day filed; several days are several items, or month → number of items')),
    approvals: z
      .array(z.union([Text, z.looseObject({ step: Text })]))
      .optional()
      .meta(say('已经完成的审批环节', 'Steps of approval that were made')),
  },
  obligations: { title: Text.optional() },
};

const FILLS: Readonly<Partial<Record<Folder, string>>> = { adoptions: 'submission', instructions: 'submission', incidents: 'kind', figures: 'name' };

const VALUE = say('编号,或所涉稿件的编号;差错写类型', 'An id, or that of the item it happened to; the kind of an incident');

/** `submission` of `submissions`: an event is one record. */
const singular = (folder: string): string => folder.replace(/ies$/, 'y').replace(/s$/, '');

function eventKind(folder: Folder, schema: z.ZodObject): EventKind {
  const name = singular(folder);
  const fills = FILLS[folder] ?? null;
  const keys = Object.entries(schema.shape).filter(([key]) => key !== fills);
  const form = z.strictObject({ [name]: Text.meta(VALUE), ...Object.fromEntries(keys), ...SHORTER[folder] });
  return { name, folder, fills, form };
}

const KINDS: readonly EventKind[] = Object.entries(RECORD_SCHEMAS).map(([folder, schema]) => eventKind(folder as Folder, schema));

/** Any event, for editors. */
export const eventForm = z.union(KINDS.map(({ form }) => form));

/** What an event tells, as records; and what is wrong with it. */
export function tell(event: Readonly<Record<string, unknown>>, at: Place): { told: Told[]; findings: readonly Finding[] } {
  const named = KINDS.filter(({ name }) => name in event);
  const [kind, ...others] = named.filter(({ name }) => !named.some((other) => other.name !== name && name in other.form.shape));
  if (kind === undefined || others.length > 0)
    return { told: [], findings: [{ at, code: 'cases/unclear-event', known: KINDS.map((one) => one.name) }] };
  const { value, findings } = shape(kind.form, event, at);
  return { told: value === undefined ? [] : recordsOf(value, kind, at), findings };
}

function recordsOf(value: Readonly<Record<string, unknown>>, kind: EventKind, at: Place): Told[] {
  const { [kind.name]: own, ...keys } = value;
  const record = { ...keys, ...titleOf(kind, String(own), keys), ...approvalsOf(keys) };
  if (kind.fills !== null) return [{ kind, id: null, record: { ...record, [kind.fills]: own }, at }];
  const days = daysOf(keys.on);
  if (days === null) return [{ kind, id: String(own), record, at }];
  return days.map((on) => ({ kind, id: `${own} ${on}`, record: { ...record, ...titleOf(kind, `${own} ${on}`, keys), on }, at }));
}

/** The days of several items; null where the event is of one. */
function daysOf(on: unknown): readonly string[] | null {
  if (Array.isArray(on)) return on;
  if (typeof on !== 'object' || on === null) return null;
  return Object.entries(on as Readonly<Record<string, number>>).flatMap(([month, count]) =>
    Array.from({ length: count }, (_, index) => addDays(dayOf(`${month}-01`) as Day, index)),
  );
}

/** Titles are not in question: an item is called by its id. */
function titleOf({ folder }: EventKind, id: string, { title, kind }: Readonly<Record<string, unknown>>): { title?: unknown } {
  return SHORTER[folder] === undefined ? {} : { title: title ?? `${kind ?? '稿件'} ${id}` };
}

const approvalsOf = ({ approvals }: Readonly<Record<string, unknown>>): { approvals?: unknown } =>
  Array.isArray(approvals) ? { approvals: approvals.map((step) => (typeof step === 'string' ? { step } : step)) } : {};

/** The place inside an event of what stands at a path inside its record. */
export function placeInEvent({ kind, at }: Told, [key, ...deeper]: readonly (string | number)[]): Place {
  if (key === undefined) return at;
  return key === kind.fills ? within(at, kind.name) : within(at, key, ...deeper);
}
