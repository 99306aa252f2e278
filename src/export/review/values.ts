/** The values of records as text: what is written, with names in the place of ids. */

import { REVIEW } from '../../words/review.ts';
import type { Language } from '../../words/speech.ts';
import { itemName, nameOf, type Reviewed } from './names.ts';
import { oneLine } from './plain.ts';

/** What the value of a key says. */
export function valueText(key: string, value: unknown, reviewed: Reviewed, language: Language): string {
  if (value === undefined) return key === 'openness' ? REVIEW.byDefault[language] : REVIEW.empty[language];
  return textOf(key, value, reviewed, language);
}

function textOf(key: string, value: unknown, reviewed: Reviewed, language: Language): string {
  if (typeof value === 'string') return oneLine(named(key, value, reviewed, language));
  if (typeof value === 'boolean') return REVIEW[value ? 'yes' : 'no'][language];
  if (Array.isArray(value)) return value.map((entry) => textOf(key, entry, reviewed, language)).join(language === 'zh' ? '、' : ', ');
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.entries(value)
    .filter(([inner]) => reviewed.review.readers === 'of-the-repository' || !CONFIDENTIAL.has(inner))
    .map(
      ([inner, one]) =>
        (SPEAKS_FOR_ITSELF.has(inner) ? '' : `${inner === 'weight' ? REVIEW.weight[language] : nameOf('units', inner, reviewed)} `) +
        textOf(inner, one, reviewed, language),
    )
    .join(' ');
}

/** What stays in the repository, whoever may see the rest of the record. */
export const CONFIDENTIAL: ReadonlySet<string> = new Set([
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
