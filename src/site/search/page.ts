/** 搜索: the head of the search page and the lists that stand for it where there are no scripts; the rest is made in the browser. */
import { findWords } from '../../words/find.ts';
import { type Context, home } from '../context.ts';
import { bulletinsPath } from '../links.ts';
import type { Headed, Linked } from '../shown.ts';

export interface SearchPage extends Headed {
  readonly lists: readonly Linked[];
}

export const searchPath = 'search/';

export function searchPage({ view, ui, language }: Context): SearchPage {
  const words = findWords(language);
  const { showPeople } = view.site;
  return {
    path: searchPath,
    over: view.site.organisation,
    title: words.title,
    lead: [{ text: showPeople ? words.lead : words.leadWithoutPeople }],
    crumbs: [home({ view, ui, language }), { text: words.title }],
    lists: [
      { text: ui.nav.submissions, href: 'submissions/' },
      { text: ui.nav.units, href: 'units/' },
      ...(showPeople ? [{ text: ui.nav.people, href: 'people/' }] : []),
      { text: ui.nav.policies, href: 'policies/' },
      ...(view.bulletins.length > 0 ? [{ text: ui.nav.bulletins, href: bulletinsPath }] : []),
    ],
  };
}
