/** A changed record as a card: the fields of the ordinance's approval form where there is one, before and after. */
import { isSame } from '../bulletin/differences.ts';
import { folderOf, type RecordFolder } from '../ledger/files.ts';
import type { Submission, SubmissionId, UnitId } from '../model/records.ts';
import { condition } from '../policy/conditions.ts';
import { asList } from '../policy/lists.ts';
import { timeline } from '../policy/policy.ts';
import type { ApprovalForm } from '../policy/written.ts';
import { leadingUnit, unitAttributes } from '../scoring/fact.ts';
import type { Said } from '../words/speech.ts';
import type { About } from './about.ts';
import type { FileChange } from './change.ts';
import { HELD, keysOf, labelOf, partsOf } from './labels.ts';
import type { Side } from './side.ts';

export interface Field {
  readonly key: string;
  readonly label: Said;
  /** How the parts of its value are called, by their keys. */
  readonly parts: Readonly<Record<string, Said>>;
  /** As written; undefined where nothing is. */
  readonly before: unknown;
  readonly after: unknown;
}

export interface Card {
  readonly change: FileChange;
  readonly folder: RecordFolder;
  /** The form whose fields it shows first. */
  readonly form: { readonly title: string; readonly clause: string; readonly policy: string } | null;
  /** Of a record that is new or gone all that it says, of a changed one what differs. */
  readonly fields: readonly Field[];
  readonly item: SubmissionId | null;
  readonly units: readonly UnitId[];
  readonly on: string | null;
  /** Whether everybody may see it, before and after. */
  readonly open: boolean;
}

/** The two sides, and what is known of their records. */
export interface Sides {
  readonly before: Side;
  readonly after: Side;
  readonly aboutBefore: ReadonlyMap<string, About>;
  readonly aboutAfter: ReadonlyMap<string, About>;
}

export const cardsOf = (changes: readonly FileChange[], sides: Sides): Card[] =>
  changes.flatMap((change) => {
    const folder = folderOf(change.file);
    return folder === null || !change.file.endsWith('.yaml') ? [] : [cardOf(change, folder, sides)];
  });

function cardOf(change: FileChange, folder: RecordFolder, sides: Sides): Card {
  const [old, now] = [sides.aboutBefore.get(change.from ?? change.file), sides.aboutAfter.get(change.file)];
  const about = now ?? old;
  const form = folder === 'submissions' ? formFor(about?.item ?? null, now === undefined ? sides.before : sides.after) : null;
  return {
    change,
    folder,
    form: form && { title: form.title, clause: asList(form.clause)[0] ?? '', policy: form.policy },
    fields: fieldsOf(change, folder, form),
    item: about?.item ?? null,
    units: about?.units ?? [],
    on: about?.on ?? null,
    open: isOpen(change.before, old, folder) && isOpen(change.after, now, folder),
  };
}

/** Of a record that cannot be used: open if it belongs to no other record and does not say that it is closed. */
function isOpen(value: unknown, about: About | undefined, folder: RecordFolder): boolean {
  if (about !== undefined) return about.open;
  if (!isMapping(value)) return value === undefined;
  return !OF_OTHERS.has(folder) && (value.openness ?? '公开') === '公开' && value.submission === undefined;
}

/** Kinds of record that always belong to another, or tell of a dispute. */
const OF_OTHERS: ReadonlySet<RecordFolder> = new Set(['adoptions', 'instructions', 'appeals']);

type Form = ApprovalForm & { readonly policy: string };

/** The form that goes with a submission under the ordinance of its day. */
function formFor(item: SubmissionId | null, { ledger, policies }: Side): Form | null {
  const submission = ledger?.submissions.get(item ?? '');
  const unit = ledger?.units.get((submission && leadingUnit(submission)) ?? '');
  if (submission === undefined || unit === undefined) return null;
  const bears = (written: Parameters<typeof condition>[0]): boolean => condition(written)(unitAttributes(unit));
  const policy = policyOf(submission, policies, bears);
  const form = policy?.approval_forms.find(({ each }) => bears(each));
  return form === undefined || policy === null ? null : { ...form, policy: policy.title };
}

const policyOf = ({ on }: Submission, policies: Side['policies'], bears: (written: Parameters<typeof condition>[0]) => boolean) =>
  timeline(policies)(on, ({ subjects }) => bears(subjects));

function fieldsOf({ what, before, after }: FileChange, folder: RecordFolder, form: Form | null): Field[] {
  const [old, now] = [isMapping(before) ? before : {}, isMapping(after) ? after : {}];
  const isWhole = what === 'added' || what === 'deleted';
  const isShown = (key: string): boolean => (isWhole ? (old[key] ?? now[key]) !== undefined || key === ALWAYS : !isSame(old[key], now[key]));
  const labels = labelsOf(folder, form);
  return [...labels]
    .filter(([key]) => isShown(key))
    .map(([key, label]) => ({ key, label, parts: partsOf(folder, key), before: old[key], after: now[key] }));
}

/** Who approves an item has to see whether it will be public, also where the record leaves it to the default. */
const ALWAYS = 'openness';

/** All keys of a kind with their labels, those of the form first and called as it calls them. */
function labelsOf(folder: RecordFolder, form: Form | null): Map<string, Said> {
  const held = (form?.fields ?? []).flatMap(({ label, holds }) =>
    holds === undefined || holds === 'opinion' ? [] : HELD[holds].map((key) => [key, label] as const),
  );
  const own = new Map(held.map(([key, label]) => [key, { zh: label, en: labelOf(folder, key).en }]));
  for (const key of keysOf(folder)) if (!own.has(key)) own.set(key, labelOf(folder, key));
  return own;
}

const isMapping = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
