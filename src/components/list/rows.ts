/** Rows as DataTable.astro writes them, into a table that it has written: the heads and kinds of its columns stay. */
import type { Row } from '../../site/shown.ts';
import { el, linked } from '../lab/dom.ts';

export function fillRows(table: HTMLTableElement, rows: readonly Row[], base: string): void {
  const heads = [...table.querySelectorAll<HTMLTableCellElement>('thead th')].map((head) => ({
    kind: head.className,
    label: head.textContent ?? '',
  }));
  table.tBodies[0]?.replaceChildren(
    ...rows.map(({ cells }) =>
      el(
        'tr',
        {},
        ...cells.map((cell, index) => {
          const { kind = '', label = '' } = heads[index] ?? {};
          const isHead = index === 1;
          const named = !isHead && (kind === 'text' || kind === 'word');
          const attributes = { class: cell.tone ? `${kind} tone-${cell.tone}` : kind, 'data-label': named ? label : undefined };
          return el(isHead ? 'th' : 'td', isHead ? { ...attributes, scope: 'row' } : attributes, linked(cell, base), ...waysIn(cell, base));
        }),
      ),
    ),
  );
}

const waysIn = ({ links = [] }: Row['cells'][number], base: string): Node[] =>
  links.length === 0 ? [] : [el('span', { class: 'links' }, ...links.map((link) => linked(link, base)))];
