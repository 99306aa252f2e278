/** Draws what the engine says about a draft: beside the fields, what it is worth, and how it stands. */
import type { Answer, Remark } from '../../site/filing/engine.ts';
import type { WorthRow, WorthShown } from '../../site/filing/worth.ts';
import type { Linked } from '../../site/shown.ts';
import type { FilingWords } from '../../words/filing.ts';
import { el, langOf, linked } from '../lab/dom.ts';
import { controlOf, fieldsIn, keyOf } from './fields.ts';

const at = (id: string): HTMLElement => document.getElementById(id) as HTMLElement;

const isWrong = ({ tone }: Remark): boolean => tone === 'missing' || tone === 'error';

/** Remarks at their fields. That something is missing is said of fields that were left, not of those nobody has come to. */
export function showRemarks(form: HTMLElement, { remarks, meanings }: Answer): void {
  for (const field of fieldsIn(form)) {
    // Half a name is no name yet: of a reference nothing is said while it is being typed.
    const isTyped = field.dataset.register !== undefined && field.contains(document.activeElement);
    const own = isTyped ? [] : (remarks[keyOf(field)] ?? []).filter(({ tone }) => tone !== 'missing' || field.dataset.left === 'true');
    const [room, means] = [field.querySelector('.field__remarks'), field.querySelector('.field__means')];
    if (room && room.textContent !== own.map(({ text }) => text).join('')) room.replaceChildren(...own.map(remarkOf));
    const meaning = meanings[keyOf(field)] ?? '';
    if (means && means.textContent !== meaning) means.replaceChildren(...(meaning === '' ? [] : [el('span', { lang: langOf(meaning) }, meaning)]));
    const control = controlOf(field);
    if (own.some(isWrong) && control instanceof HTMLInputElement && control.type !== 'radio') control.setAttribute('aria-invalid', 'true');
    else control.removeAttribute('aria-invalid');
    field.classList.toggle('field--wrong', own.some(isWrong));
  }
  at('file-others').replaceChildren(...(remarks[''] ?? []).map(remarkOf));
}

const remarkOf = ({ tone, text }: Remark): HTMLElement => el('p', { class: `remark remark--${tone}` }, text);

/** The fields in which something is missing or wrong, in the order of the form. */
export const wrongFields = (form: HTMLElement, { remarks }: Answer): HTMLElement[] =>
  fieldsIn(form).filter((field) => remarks[keyOf(field)]?.some(isWrong));

export function showDuplicates(form: HTMLElement, { duplicates }: Answer, base: string, words: FilingWords): void {
  const field = fieldsIn(form).find((one) => keyOf(one) === 'title');
  const room = field?.querySelector('.field__means');
  if (!room || duplicates.length === 0) return;
  const rows = duplicates.map(({ note, ...title }) => el('li', {}, linked(title, base), ' ', el('small', { lang: langOf(note) }, note)));
  room.replaceChildren(el('span', { class: 'field__twins' }, words.duplicates, el('span', { role: 'list' }, ...rows.map(asItem))));
}

/** A list inside a sentence: `ul` may not stand in a paragraph. */
function asItem(row: HTMLElement): HTMLElement {
  const item = el('span', { role: 'listitem' });
  item.append(...row.childNodes);
  return item;
}

export function showWorth({ now, waiting, intro, caption, rows, lines }: WorthShown, base: string, { columns }: FilingWords): void {
  const room = at('file-worth');
  if (now === null) {
    room.replaceChildren(el('p', { class: 'quiet' }, waiting));
    return;
  }
  const head = el('tr', {}, el('th', { scope: 'col' }, columns.class), el('th', { scope: 'col', class: 'number' }, columns.points));
  const table = el(
    'table',
    {},
    el('caption', {}, el('span', {}, caption)),
    el('thead', {}, head),
    el('tbody', {}, ...rows.map((row) => rowOf(row, base))),
  );
  room.replaceChildren(
    el(
      'p',
      { class: `file__now${now.counts ? ' file__now--counts' : ''}` },
      el('span', {}, now.label),
      el('b', {}, now.points),
      el('small', {}, ...clausesOf(now.clauses, base), now.reason),
    ),
    ...(rows.length === 0 ? [] : [el('div', { class: 'scroll' }, table)]),
    el(
      'ul',
      { class: 'file__lines' },
      ...[{ text: intro, clauses: [] }, ...lines].map(({ text, clauses }) => el('li', {}, text, ' ', ...clausesOf(clauses, base))),
    ),
  );
}

function rowOf({ label, note, points, counts, clauses, reason }: WorthRow, base: string): HTMLElement {
  return el(
    'tr',
    { class: counts ? undefined : 'row-muted' },
    el('th', { scope: 'row' }, el('span', { lang: langOf(label) }, label), ...(note === '' ? [] : [el('small', { lang: langOf(note) }, note)])),
    el('td', { class: 'number' }, el('b', {}, points), el('small', {}, ...clausesOf(clauses, base), reason)),
  );
}

const clausesOf = (clauses: readonly Linked[], base: string): (Node | string)[] => clauses.flatMap((clause) => [linked(clause, base), ' ']);

/** How the draft stands, and the ways to hand it over once nothing is missing. */
export function showState(form: HTMLElement, answer: Answer, words: FilingWords): void {
  const { ready, remarks, file, text, handover } = answer;
  const count = wrongFields(form, answer).length + (remarks['']?.some(isWrong) ? 1 : 0);
  const hasRemarks = Object.values(remarks).some((own) => own.length > 0);
  const state = ready ? (hasRemarks ? words.readyBut : words.ready) : words.toMend(count);
  for (const id of ['file-state', 'file-bar-text']) if (at(id).textContent !== state) at(id).textContent = state;
  at('file-state').classList.toggle('file__state--ready', ready);
  at('file-bar').classList.toggle('file__bar--ready', ready);
  at('file-mend').hidden = ready;
  at('file-ways').hidden = !ready;
  at('file-name').textContent = file;
  at('file-text').textContent = text;
  at('file-note').textContent = handover.note;
  at('file-mailnote').textContent = handover.mail.note;
  addressed('file-link', handover.link);
  addressed('file-mail', handover.mail.href);
  at('file-link').textContent = handover.label;
  at('file-mailtext').hidden = handover.mail.href !== null;
  const best = handover.link !== null ? 'file-link' : handover.mail.href !== null ? 'file-mail' : 'file-copy';
  for (const id of ['file-link', 'file-mail', 'file-copy']) at(id).classList.toggle('button--firm', id === best);
}

/** A way that leads nowhere is not there. */
function addressed(id: string, href: string | null): void {
  const link = at(id);
  link.hidden = href === null;
  if (href === null) link.removeAttribute('href');
  else link.setAttribute('href', href);
  // The form stays where it is; the host is told nothing of where one comes from.
  if (href?.startsWith('http')) for (const [name, value] of Object.entries(OUTSIDE)) link.setAttribute(name, value);
}

const OUTSIDE = { target: '_blank', rel: 'noopener noreferrer' };
