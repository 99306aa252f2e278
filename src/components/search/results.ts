/** Shows what was found: a section for each kind, with what was hit marked, and the way to the rest. */
import { submissionsQuery } from '../../site/listing.ts';
import type { Found, FoundKind, Hit } from '../../site/search/find.ts';
import type { Part } from '../../site/search/tokens.ts';
import type { findWords } from '../../words/find.ts';
import { el, langOf } from '../lab/dom.ts';

type Words = ReturnType<typeof findWords>;

/** So many of a kind are shown at first. */
const FIRST = 10;

export function resultsOf(found: Found, question: string, base: string, words: Words): Node[] {
  return found.kinds.map((own) => {
    const { kind, count } = own;
    const list = el('ol', { class: 'hits' }, ...itemsOf(own.hits(0, FIRST), base));
    const title = el('h2', { id: `found-${kind}` }, words.kinds[kind], ' ', el('span', { class: 'mark' }, String(count)));
    const rest =
      count <= FIRST ? [] : [kind === 'submissions' && found.exact ? toList(count, question, base, words) : unfolding(own, list, base, words)];
    return el('section', { 'aria-labelledby': `found-${kind}` }, title, list, ...rest.map((one) => el('p', { class: 'hits__rest' }, one)));
  });
}

/** Submissions have a list of their own that knows the question. */
const toList = (count: number, question: string, base: string, words: Words): Node =>
  el('a', { href: `${base}${submissionsQuery(question)}` }, words.inList(count));

/** Other kinds unfold; the first hit that was not there before has the focus. */
function unfolding({ count, hits }: FoundKind, list: HTMLElement, base: string, words: Words): Node {
  const button = el('button', { type: 'button', class: 'button' }, words.more(count - FIRST));
  button.addEventListener('click', () => {
    const more = itemsOf(hits(FIRST), base);
    list.append(...more);
    button.parentElement?.remove();
    more[0]?.querySelector('a')?.focus();
  });
  return button;
}

const itemsOf = (hits: readonly Hit[], base: string): HTMLLIElement[] => hits.map((hit) => itemOf(hit, base));

const itemOf = ({ path, name, words, about }: Hit, base: string): HTMLLIElement =>
  el(
    'li',
    {},
    el('a', { href: `${base}${path}`, lang: langOfParts(name) }, ...partsOf(name)),
    ...(about === '' ? [] : [' ', el('span', { class: 'hits__about', lang: langOf(about) }, about)]),
    ...(words.length === 0 ? [] : [el('span', { class: 'line', lang: langOfParts(words) }, ...partsOf(words))]),
  );

const langOfParts = (parts: readonly Part[]): string | undefined => langOf(parts.map(({ text }) => text).join(''));

const partsOf = (parts: readonly Part[]): (Node | string)[] => parts.map(({ text, hit }) => (hit ? el('mark', {}, text) : text));
