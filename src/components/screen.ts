/**
 * Turns the slides of the wall screen: by itself (`?rotate=SECONDS`, 0 stands still), by keys, those that `?show=ranking,trend` names. Every few minutes
 * it looks whether there is a new build and takes its slides over without a flash; while the network is away it goes on with what it has.
 */
import { drawAll, keepDrawn } from './chartDrawing.ts';

const DEFAULTS = { rotate: 20, refresh: 300 } as const;
const TOLD = 4000;

const screen = document.querySelector('#screen') as HTMLElement;
const query = new URLSearchParams(location.search);
/** What was served, before anything was drawn into it. */
let served = contentOf(document);
let turns = 0;
let isPaused = false;
let turning: number | undefined;
let telling: number | undefined;
let incoming: string | null = null;

function contentOf(page: Document): string {
  return page.querySelector('.screen__slides')?.innerHTML ?? '';
}

const assetsOf = (page: Document): string[] =>
  [...page.querySelectorAll('script[src], link[rel="stylesheet"]')].map((asset) => asset.getAttribute('src') ?? asset.getAttribute('href') ?? '');

function seconds(name: keyof typeof DEFAULTS): number {
  const value = Number(query.get(name) ?? Number.NaN);
  return Number.isFinite(value) && value >= 0 && query.get(name) !== '' ? value : DEFAULTS[name];
}

/** The slides that were asked for; all where none of those names is known. */
function slides(): HTMLElement[] {
  const all = [...screen.querySelectorAll<HTMLElement>('.slide')];
  const wanted = query.get('show')?.split(/[,，\s]+/) ?? [];
  const chosen = wanted.flatMap((name) => all.filter(({ dataset }) => dataset.slide === name));
  return chosen.length > 0 ? chosen : all;
}

const current = (): number => slides().findIndex((slide) => slide.hasAttribute('data-current'));

function show(index: number): void {
  const chosen = slides();
  const next = chosen[(index + chosen.length) % chosen.length];
  if (!next) return;
  for (const slide of screen.querySelectorAll('.slide')) slide.toggleAttribute('data-current', slide === next);
  for (const [place, slide] of chosen.entries()) setText(slide.querySelector('.slide__place'), `${place + 1} / ${chosen.length}`);
  history.replaceState(null, '', `${location.pathname}${location.search}#${next.id}`);
  turns += 1;
  screen.dataset.shift = String(turns % 4);
}

function setText(element: Element | null, text: string): void {
  if (element !== null && element.textContent !== text) element.textContent = text;
}

function turn(by: number): void {
  if (incoming !== null) takeOver(incoming);
  show(current() + by);
  wait();
}

/** Waits for the next turn; a key that turns starts the wait anew. */
function wait(): void {
  clearTimeout(turning);
  const rotate = seconds('rotate');
  if (rotate > 0 && !isPaused) turning = window.setTimeout(() => turn(1), rotate * 1000);
}

function tell(what: 'keys' | 'paused'): void {
  screen.dataset.told = what;
  screen.removeAttribute('data-still');
  clearTimeout(telling);
  telling = window.setTimeout(() => {
    screen.removeAttribute('data-told');
    screen.setAttribute('data-still', '');
  }, TOLD);
}

function pause(): void {
  isPaused = !isPaused;
  const word = screen.querySelector<HTMLElement>('.screen__paused');
  setText(word, isPaused ? (word?.dataset.word ?? '') : '');
  tell(isPaused ? 'paused' : 'keys');
  wait();
}

const fullScreen = (): Promise<void> =>
  document.fullscreenElement === null ? document.documentElement.requestFullscreen() : document.exitFullscreen();

function leave(): void {
  if (document.fullscreenElement === null) location.assign(screen.dataset.home ?? '/');
  else void document.exitFullscreen();
}

const KEYS: Readonly<Record<string, () => void>> = {
  ArrowRight: () => turn(1),
  ArrowLeft: () => turn(-1),
  ' ': pause,
  Escape: leave,
  f: () => void fullScreen().catch(() => tell('keys')),
};

function onKey(event: KeyboardEvent): void {
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  const act = KEYS[event.key] ?? KEYS[event.key.toLowerCase()];
  if (act === undefined) tell('keys');
  else {
    event.preventDefault();
    act();
  }
}

/** Looks for a new build on this host. Its slides are taken over at the next turn; if its scripts or styles are new, the page begins anew. */
async function refresh(): Promise<void> {
  try {
    const response = await fetch(location.pathname + location.search, { cache: 'no-cache', credentials: 'same-origin', redirect: 'error' });
    if (!response.ok) return;
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    const content = contentOf(page);
    if (content === '' || content === served) return;
    if (assetsOf(page).join() === assetsOf(document).join()) incoming = content;
    else if (await areThere(assetsOf(page))) location.reload();
  } catch {
    // The network is away: what is on the wall stays there.
  }
}

/** A build that is only half copied is not begun with. */
async function areThere(assets: readonly string[]): Promise<boolean> {
  const answers = await Promise.all(assets.map((asset) => fetch(asset, { cache: 'no-cache' })));
  return answers.every(({ ok }) => ok);
}

function takeOver(content: string): void {
  const { id } = slides()[current()] ?? {};
  const holder = screen.querySelector('.screen__slides');
  const page = new DOMParser().parseFromString(`<div>${content}</div>`, 'text/html');
  holder?.replaceChildren(...(page.body.firstElementChild?.childNodes ?? []));
  served = content;
  incoming = null;
  start(id);
  drawAll();
}

/** Shows the slide of that name, or the first. */
function start(id: string | undefined): void {
  show(
    Math.max(
      0,
      slides().findIndex((slide) => slide.id === id),
    ),
  );
}

start(decodeURIComponent(location.hash.slice(1)));
keepDrawn();
wait();
tell('keys');
// Sizes follow the window: what is drawn has to be drawn anew.
let resizing: number | undefined;
addEventListener('resize', () => {
  clearTimeout(resizing);
  resizing = window.setTimeout(drawAll, 150);
});
document.addEventListener('keydown', onKey);
document.addEventListener('pointermove', () => tell('keys'));
if (seconds('refresh') > 0) window.setInterval(() => void refresh(), seconds('refresh') * 1000);
