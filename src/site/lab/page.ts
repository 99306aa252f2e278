/** 试算: the head of the laboratory's page; the rest is made in the browser. */
import { labWords } from '../../words/lab.ts';
import { type Context, home } from '../context.ts';
import type { Headed } from '../shown.ts';

export function labPage(context: Context): Headed {
  const words = labWords(context.language);
  return {
    path: 'lab/',
    over: context.view.site.organisation,
    title: words.title,
    lead: [{ text: words.lead }],
    crumbs: [home(context), { text: words.title }],
  };
}
