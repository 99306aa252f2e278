/** Drafts in the small bureau, asked about as the page does. */
import type { Day } from '../../../src/model/day.ts';
import { type Answer, type Asked, type FilingEngine, filingEngine } from '../../../src/site/filing/engine.ts';
import { filingData } from '../../../src/site/filing/extract.ts';
import { type FilingKind, formFor } from '../../../src/site/filing/fields.ts';
import type { Filled } from '../../../src/site/filing/written.ts';
import type { Language } from '../../../src/words/speech.ts';
import { changed, type Values, viewOf, world } from '../world.ts';

export const TODAY = '2026-06-15' as Day;

/** As it comes out of the file that the page loads. */
export const engineOf = (values: Values = world(), language: Language = 'zh'): FilingEngine =>
  filingEngine(JSON.parse(JSON.stringify(filingData(viewOf(values)))), language) as FilingEngine;

/** Everything that is registered may be chosen. */
export const opened = (): Values => changed('data/site.yaml', { public: { outlets: true } });

export const fieldsOf = (kind: FilingKind, typed: Readonly<Record<string, Filled['value']>>): Asked['fields'] => {
  const { first, more } = formFor(kind, { form: ['综合', '简讯'] }, 'zh');
  return [...first, ...more].map(({ key, type, usual, register }) => {
    const empty = type === 'several' ? [] : type === 'check' ? usual === 'true' : usual;
    return { key, type, usual, register, value: typed[key] ?? empty };
  });
};

export const ask = (engine: FilingEngine, kind: FilingKind, typed: Readonly<Record<string, Filled['value']>>, today = TODAY): Answer =>
  engine.answer({ kind, today, fields: fieldsOf(kind, typed) });

/** Remarks as `key tone`, in the order of the form. */
export const tones = ({ remarks }: Answer): string[] => Object.entries(remarks).flatMap(([key, own]) => own.map(({ tone }) => `${key} ${tone}`));
