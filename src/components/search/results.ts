/** Shows what was found: a section for each kind, with what was hit marked, and the way to the rest. */
import { submissionsQuery } from '../../site/listing.ts';
import type { Found, Hit, HitKind } from '../../site/search/find.ts';
import type { Part } from '../../site/search/tokens.ts';
import type { findWords } from '../../words/find.ts';
import { el } from '../lab/dom.ts';

type Words = ReturnType<typeof findWords>;

/** So many of a kind are shown at first. */
const FIRST = 10;

export function resultsOf(found: Found, question: string, base: string, words: Words): Node[] {
  return found.kinds.map(({ kind, hits }) => {
    const list = el('ol', { class: 'hits' }, ...hits.slice(0, FIRST).map((hit) => itemOf(hit, base)));
    const title = el('h2', { id: `found-${kind}` }, words.kinds[kind], ' ', el('span', { class: 'mark' }, String(hits.length)));
    const rest = hits.length > FIRST ? [restOf(kind, hits, list, found.exact, question, base, words)] : [];
    return el('section', { 'aria-labelledby': `found-${kind}` }, title, list, ...rest);
  });
}

/** Submissions have a list of their own that knows the question; other kinds unfold. */
function restOf(kind: HitKind, hits: readonly Hit[], list: HTMLElement, exact: boolean, question: string, base: string, words: Words): Node {
  if (kind === 'submissions' && exact)
    return el('p', { class: 'hits__rest' }, el('a', { href: `${base}${submissionsQuery(question)}` }, words.inList(hits.length)));
  const button = el('button', { type: 'button', class: 'button' }, words.more(hits.length - FIRST));
  button.addEventListener('click', () => {
    const more = hits.slice(FIRST).map((hit) => itemOf(hit, base));
    list.append(...more);
    button.remove();
    more[0]?.querySelector('a')?.focus();
  });
  return el('p', { class: 'hits__rest' }, button);
}

const itemOf = ({ path, name, words, about }: Hit, base: string): HTMLLIElement =>
  el(
    'li',
    {},
    el('a', { href: `${base}${path}` }, ...partsOf(name)),
    ...(about === '' ? [] : [' ', el('span', { class: 'hits__about' }, about)]),
    ...(words.length === 0 ? [] : [el('span', { class: 'line' }, ...partsOf(words))]),
  );

const partsOf = (parts: readonly Part[]): (Node | string)[] => parts.map(({ text, hit }) => (hit ? el('mark', {}, text) : text));
