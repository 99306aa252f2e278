/** Draws who moves, by how much, and because of which clause. */
import type { Result, ResultCause, ResultRow } from '../../site/lab/result.ts';
import { el, linked } from './dom.ts';

const body = document.querySelector('#lab-result tbody') as HTMLElement;
const labels = Array.from(document.querySelectorAll('#lab-result thead th'), ({ textContent }) => textContent ?? '');

const ARROWS = { up: '▲', down: '▼', none: '' } as const;

export function showResult({ rows }: Result, base: string): void {
  const groups = [...new Set(rows.map(({ group }) => group))];
  body.replaceChildren(
    ...groups.flatMap((group) => [
      ...(group === null ? [] : [el('tr', { class: 'lab__group' }, el('th', { colspan: String(labels.length), scope: 'rowgroup' }, group))]),
      ...rows.filter((row) => row.group === group).map((row) => rowOf(row, base)),
    ]),
  );
}

function rowOf({ unit, ranks, movement, points, change, tone, causes }: ResultRow, base: string): HTMLElement {
  const { way, text } = movement;
  const arrow =
    way === 'none' ? [] : [el('span', { class: `lab__way lab__way--${way}` }, el('span', { 'aria-hidden': 'true' }, ARROWS[way]), ` ${text}`)];
  const still = way === 'none' && causes.length === 0;
  return el(
    'tr',
    { class: still ? 'row-muted' : undefined, 'data-way': way },
    el('th', { scope: 'row' }, linked(unit, base)),
    el('td', { class: 'number', 'data-label': labels[1] }, el('span', {}, pair(ranks)), ...arrow),
    el('td', { class: 'number', 'data-label': labels[2] }, pair(points)),
    el('td', { class: `number tone-${tone ?? 'none'}`, 'data-label': labels[3] }, change),
    el('td', { class: 'lab__causes' }, ...causes.map((cause) => causeOf(cause, base))),
  );
}

const pair = ([before, after]: readonly [string, string]): string => (before === after ? after : `${before} → ${after}`);

const causeOf = ({ clause, text, wording }: ResultCause, base: string): HTMLElement =>
  el('p', { title: wording === '' ? undefined : wording }, linked(clause, base), text);
