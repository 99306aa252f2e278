/** The search page: reads the two files, answers while one types, and keeps the question in the address. */
import type { ListedData } from '../../site/listed.ts';
import { openSearch, type Search } from '../../site/search/find.ts';
import type { SearchData } from '../../site/search/kinds.ts';
import { runsOf } from '../../site/search/tokens.ts';
import { findWords } from '../../words/find.ts';
import type { Language } from '../../words/speech.ts';
import { resultsOf } from './results.ts';
import { isShortcutOff, switchShortcut } from './switch.ts';

const form = document.querySelector<HTMLFormElement>('#search') as HTMLFormElement;
const box = form.querySelector<HTMLInputElement>('input[type="search"]') as HTMLInputElement;
const status = document.getElementById('search-status') as HTMLElement;
const results = document.getElementById('search-results') as HTMLElement;
const { base = '', index = '', listed = '', language = 'zh' } = form.dataset;
const words = findWords(language as Language);

let search: Search | null = null;
let waiting = 0;

const read = async <T>(address: string): Promise<T> => {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return (await response.json()) as T;
};

function answer(): void {
  const question = box.value.trim();
  if (search === null) return;
  if (runsOf(question).length === 0) {
    results.replaceChildren();
    status.textContent = words.ask;
    return;
  }
  const begun = performance.now();
  const found = search.find(question);
  results.replaceChildren(...resultsOf(found, question, base, words));
  status.textContent =
    found.count === 0 ? words.nothing(question) : found.exact ? words.found(found.count, question) : words.near(found.count, question);
  form.dataset.took = (performance.now() - begun).toFixed(1);
  form.dataset.first ??= performance.now().toFixed(0);
}

/** The address with the question, so that it can be sent to somebody. */
const address = (): string => (box.value.trim() === '' ? location.pathname : `?${new URLSearchParams({ q: box.value.trim() })}`);

function questionFromAddress(): void {
  box.value = new URLSearchParams(location.search).get('q') ?? '';
  answer();
}

box.addEventListener('input', () => {
  clearTimeout(waiting);
  waiting = window.setTimeout(() => {
    history.replaceState(null, '', address());
    answer();
  }, 120);
});
form.addEventListener('submit', (event) => {
  event.preventDefault();
  clearTimeout(waiting);
  if (address() !== location.search) history.pushState(null, '', address());
  answer();
});
window.addEventListener('popstate', questionFromAddress);

/** Arrow keys move among the results, and from the first back to the box; every other key does what it always does. */
function move(event: KeyboardEvent): void {
  const { key, target, isComposing } = event;
  if (isComposing || !['ArrowDown', 'ArrowUp', 'Escape'].includes(key)) return;
  const stops = [box, ...results.querySelectorAll<HTMLElement>('a, button')];
  const at = stops.indexOf(target as HTMLElement);
  if (at === -1 || (at === 0 && key !== 'ArrowDown')) return;
  const next = key === 'Escape' ? box : stops[at + (key === 'ArrowDown' ? 1 : -1)];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
document.addEventListener('keydown', move);

const shortcut = document.querySelector<HTMLInputElement>('#search-shortcut') as HTMLInputElement;
shortcut.checked = !isShortcutOff();
shortcut.addEventListener('change', () => switchShortcut(shortcut.checked));

box.value = new URLSearchParams(location.search).get('q') ?? '';
if (matchMedia('(hover: hover)').matches) box.focus();
status.textContent = words.loading;
try {
  const [data, list] = await Promise.all([read<SearchData>(index), read<ListedData>(listed)]);
  search = await openSearch(data, list);
  form.dataset.ready = performance.now().toFixed(0);
  answer();
} catch {
  status.textContent = words.failed;
}
