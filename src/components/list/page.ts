/** The list of submissions in the page: what is asked stands in the address, so that it can be sent, kept and gone back to. */

import type { ListedData } from '../../site/listed.ts';
import { ASKED, type Asked, answering, askedIn, listedRow, pageOf, queryOf } from '../../site/listing.ts';
import { findWords } from '../../words/find.ts';
import type { Language } from '../../words/speech.ts';
import { fillRows } from './rows.ts';

const form = document.querySelector<HTMLFormElement>('#list-filter') as HTMLFormElement;
const status = document.getElementById('list-status') as HTMLElement;
const room = document.getElementById('list-room') as HTMLElement;
const table = room.querySelector('table') as HTMLTableElement;
const clear = document.querySelector<HTMLButtonElement>('button[form="list-filter"]') as HTMLButtonElement;
const pager = document.getElementById('list-pages') as HTMLElement;
const { base = '', source = '', language = 'zh' } = form.dataset;
const words = findWords(language as Language).list;
const signs = language === 'zh' ? { none: '—', list: '、' } : { none: '—', list: ', ' };

/** Read at the first question; a page that is only looked at does not load it. */
let reading: Promise<ListedData> | null = null;
let waiting = 0;
/** Whether the last step in history was made by typing: what is typed on is one step. */
let typing = false;

async function read(): Promise<ListedData> {
  const response = await fetch(source);
  if (!response.ok) throw new Error(`${source}: ${response.status}`);
  return (await response.json()) as ListedData;
}

const asked = (): Asked => askedIn(new URLSearchParams(location.search));

/** Shows what the address asks for. */
async function show(): Promise<void> {
  const question = asked();
  write(question);
  clear.hidden = queryOf({ ...question, page: 1 }) === '';
  room.setAttribute('aria-busy', 'true');
  try {
    reading ??= read();
    const data = await reading;
    if (queryOf(asked()) === queryOf(question)) fill(question, data);
  } catch {
    reading = null;
    status.textContent = words.failed;
  }
  room.removeAttribute('aria-busy');
}

function fill(question: Asked, data: ListedData): void {
  const found = answering(data, question);
  const { page, pages, rows } = pageOf(found, question.page);
  fillRows(
    table,
    rows.map((row) => listedRow(row, data, signs)),
    base,
  );
  nameDuty(question.duty, data);
  status.textContent = found.length === 0 ? words.nothing : pages > 1 ? words.shown(found.length, page, pages) : words.counted(found.length);
  pager.hidden = pages < 2;
  for (const link of pager.querySelectorAll<HTMLAnchorElement>('a')) {
    const to = page + Number(link.dataset.step);
    link.hidden = to < 1 || to > pages;
    link.href = queryOf({ ...question, page: to }) || location.pathname;
  }
}

/** The fields as the address has them. A value that no option has, an obligation by its id for example, gets one. */
function write(question: Asked): void {
  for (const name of ASKED) {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLInputElement) field.value = question[name];
    if (!(field instanceof HTMLSelectElement)) continue;
    const value = question[name];
    if (![...field.options].some((option) => option.value === value)) field.append(new Option(value, value));
    field.value = value;
  }
}

/** An obligation is asked for by its id, and shown by its title. */
function nameDuty(id: string, { duties }: ListedData): void {
  const [, , title] = duties.find(([one]) => one === id) ?? [];
  const field = form.elements.namedItem('duty');
  const option = field instanceof HTMLSelectElement ? field.selectedOptions[0] : undefined;
  if (title !== undefined && option) option.textContent = title;
}

const fields = (): Asked => askedIn(new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)])));

/** Puts what is asked into the address, as a step of history or in the place of the last, and shows it. */
function go(question: Asked, step: boolean): void {
  const query = queryOf(question);
  if (query === location.search) return;
  history[step ? 'pushState' : 'replaceState'](null, '', query === '' ? location.pathname : query);
  void show();
}

form.addEventListener('input', ({ target }) => {
  clearTimeout(waiting);
  if (target instanceof HTMLSelectElement) {
    typing = false;
    go(fields(), true);
    return;
  }
  waiting = window.setTimeout(() => {
    go(fields(), !typing);
    typing = true;
  }, 150);
});
form.addEventListener('submit', (event) => {
  event.preventDefault();
  clearTimeout(waiting);
  go(fields(), !typing);
  typing = false;
});
form.addEventListener('reset', () => {
  typing = false;
  // The fields are empty only after the event.
  setTimeout(() => go(fields(), true));
});
pager.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a') : null;
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
  event.preventDefault();
  typing = false;
  go(askedIn(new URL(link.href).searchParams), true);
  status.scrollIntoView({ block: 'start' });
  room.querySelector<HTMLElement>('.scroll')?.focus({ preventScroll: true });
});
window.addEventListener('popstate', () => {
  typing = false;
  void show();
});

// A browser that comes back may have kept what stood in the fields.
if (location.search === '') write(asked());
else void show();
