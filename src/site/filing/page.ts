/** 填报: the head of the filing page and its forms; what they are worth and whether they are right is found out in the browser. */
import { filingWords } from '../../words/filing.ts';
import { type Context, home } from '../context.ts';
import { filingPath } from '../links.ts';
import type { Headed } from '../shown.ts';
import { FILING_KINDS, type FilingForm, formFor, type KnownWords } from './fields.ts';

export interface FilingPage extends Headed {
  readonly forms: readonly FilingForm[];
  readonly repository: Context['view']['site']['repository'];
  readonly timeZone: string;
  /** Whether persons may be chosen; where the site shows none, their names are typed. */
  readonly hasPeople: boolean;
}

export function filingPage(context: Context): FilingPage {
  const { view, language } = context;
  const words = filingWords(language);
  const known = knownWords(context);
  const { repository, timeZone, showPeople } = view.site;
  return {
    path: filingPath(),
    over: view.site.organisation,
    title: words.title,
    lead: [{ text: words.lead }],
    crumbs: [home(context), { text: words.title }],
    forms: FILING_KINDS.map((kind) => formFor(kind, known, language)),
    repository,
    timeZone,
    hasPeople: showPeople,
  };
}

/** The words of the ordinances that are in force today or will be. */
function knownWords({ view }: Context): KnownWords {
  const words = view.policies.filter(({ inForce }) => inForce.to === null || inForce.to >= view.asOf).map((policy) => policy.words);
  const all = (key: 'form' | 'category'): string[] => [...new Set(words.flatMap((own) => own[key] ?? []))];
  return { form: all('form'), category: all('category') };
}
