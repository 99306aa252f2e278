/** The values of records as text: what is written, with names in the place of ids. */

import type { Field } from '../../review/cards.ts';
import { REVIEW } from '../../words/review.ts';
import type { Language } from '../../words/speech.ts';
import { itemName, nameOf, type Reviewed } from './names.ts';
import { oneLine } from './plain.ts';

type Parts = Field['parts'];

/** What the value of a key says, its parts called by their names. */
export function valueText(key: string, value: unknown, reviewed: Reviewed, language: Language, parts: Parts = {}): string {
  if (value === undefined) return key === 'openness' ? REVIEW.byDefault[language] : REVIEW.empty[language];
  return textOf(key, told(value, reviewed), reviewed, language, parts);
}

function textOf(key: string, value: unknown, reviewed: Reviewed, language: Language, parts: Parts): string {
  if (typeof value === 'string') return oneLine(named(key, value, reviewed, language));
  if (typeof value === 'boolean') return REVIEW[value ? 'yes' : 'no'][language];
  if (Array.isArray(value)) return value.map((entry) => textOf(key, entry, reviewed, language, parts)).join(language === 'zh' ? '、' : ', ');
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.entries(value)
    .map(
      ([inner, one]) =>
        (SPEAKS_FOR_ITSELF.has(inner) ? '' : `${parts[inner]?.[language] ?? nameOf('units', inner, reviewed)} `) +
        textOf(inner, one, reviewed, language, {}),
    )
    .join(' ');
}

/** What stays in the repository, whoever may see the rest of the record. */
const CONFIDENTIAL: ReadonlySet<string> = new Set([
  'note',
  'opinion',
  'reason',
  'reasons',
  'detail',
  'done',
  'grounds',
  'proof',
  'files',
  'submitter',
  'contact',
  'born',
  'git',
]);

/** Whether the readers of the report may know what a key says, at the top of a record or inside one of its values. */
export const isTold = (key: string, { review }: Pick<Reviewed, 'review'>): boolean =>
  review.readers === 'of-the-repository' || !CONFIDENTIAL.has(key);

/** A value without what they may not know. */
export function told(value: unknown, reviewed: Pick<Reviewed, 'review'>): unknown {
  if (Array.isArray(value)) return value.map((entry) => told(entry, reviewed));
  if (typeof value !== 'object' || value === null) return value;
  const parts = Object.entries(value).filter(([key]) => isTold(key, reviewed));
  return Object.fromEntries(parts.map(([key, one]) => [key, told(one, reviewed)]));
}

/** Parts of a list of approvals, rounds or shares that need no word before them. */
const SPEAKS_FOR_ITSELF: ReadonlySet<string> = new Set([
  'step',
  'by',
  'on',
  'unit',
  'mark',
  'opinion',
  'returned',
  'revised',
  'reason',
  'name',
  'id',
]);

function named(key: string, written: string, reviewed: Reviewed, language: Language): string {
  if (ITEMS.has(key)) return itemName(written, reviewed)[language];
  if (key === 'outlet' || key === 'target') return nameOf('outlets', written, reviewed);
  if (key === 'authors' || key === 'by' || key === 'person') return nameOf('people', written, reviewed);
  return key === 'unit' || key === 'units' || key === 'parent' ? nameOf('units', written, reviewed) : written;
}

const ITEMS: ReadonlySet<string> = new Set(['submission', 'composite_of', 'same_as', 'item']);
