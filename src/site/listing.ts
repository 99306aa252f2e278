/** What of the list of submissions is asked for, as it stands in an address, and the rows that answer. The same in the build and in the browser. */
import { outletPath, submissionPath } from './links.ts';
import type { ListedData, ListedRow } from './listed.ts';
import { folded, hasAll, runsOf } from './search/tokens.ts';
import type { Linked, Row } from './shown.ts';

/** Empty where nothing is asked. */
export interface Asked {
  /** Words of the title or the unit. */
  readonly q: string;
  /** Id of a unit. */
  readonly unit: string;
  readonly form: string;
  /** Class of the best adoption. */
  readonly class: string;
  readonly adopted: '' | 'yes' | 'no';
  /** Key of a month, quarter, half-year or year. */
  readonly period: string;
  /** The kind of obligation that is answered, or the id of one. */
  readonly duty: string;
  /** From 1. */
  readonly page: number;
}

const NOTHING: Asked = { q: '', unit: '', form: '', class: '', adopted: '', period: '', duty: '', page: 1 };
/** The names under which they stand in an address, in the order in which they are written there. */
export const ASKED = ['q', 'unit', 'form', 'class', 'adopted', 'period', 'duty'] as const;

/** The rows of one page. */
export const PAGE = 50;

/** What an address asks for; what it does not say, or says in a way that means nothing, is not asked. */
export function askedIn(query: URLSearchParams): Asked {
  const said = Object.fromEntries(ASKED.map((name) => [name, query.get(name)?.trim() ?? '']));
  const page = Number(query.get('page') ?? '1');
  const adopted = said.adopted === 'yes' || said.adopted === 'no' ? said.adopted : '';
  return { ...NOTHING, ...said, adopted, page: Number.isInteger(page) && page > 0 ? page : 1 };
}

/** The address of what is asked, from the sign ? on; empty where nothing is. */
export function queryOf(asked: Asked): string {
  const query = new URLSearchParams(ASKED.filter((name) => asked[name] !== '').map((name) => [name, asked[name]]));
  if (asked.page > 1) query.set('page', String(asked.page));
  const written = query.toString();
  return written === '' ? '' : `?${written}`;
}

/** Where the list answers a question in words. */
export const submissionsQuery = (q: string): string => `submissions/${queryOf({ ...NOTHING, q })}`;

/** Where the list shows what answers one obligation. */
export const dutyQuery = (duty: string): string => `submissions/${queryOf({ ...NOTHING, duty })}`;

/** Which rows answer, in their order. */
export function answering(data: ListedData, asked: Asked): ListedRow[] {
  const runs = runsOf(asked.q);
  const units = data.units.map(([, short, name]) => [folded(short), folded(name)]);
  const unit = data.units.findIndex(([id]) => id === asked.unit);
  const duties = new Set(data.duties.flatMap(([id, kind], index) => (id === asked.duty || kind === asked.duty ? [index] : [])));
  const months = monthsOf(asked.period);
  return data.rows.filter(
    ([, title, on, own, form, outlets, best, duty]) =>
      (asked.unit === '' || own.includes(unit)) &&
      (asked.form === '' || data.forms[form] === asked.form) &&
      (asked.class === '' || data.classes[best] === asked.class) &&
      (asked.adopted === '' || outlets.length > 0 === (asked.adopted === 'yes')) &&
      (asked.duty === '' || duties.has(duty)) &&
      (months === null || (on.slice(0, 7) >= months.from && on.slice(0, 7) <= months.to)) &&
      (runs.length === 0 || hasAll(runs, [folded(title), ...own.flatMap((one) => units[one] ?? [])])),
  );
}

/** The first and last month of a period by its key: 2026, 2026-H1, 2026-Q3, 2026-05; null for anything else, which then limits nothing. */
function monthsOf(key: string): { from: string; to: string } | null {
  const [, year, kind = '', number = '1'] = /^(\d{4})(?:-([HQ]?)(\d{1,2}))?$/.exec(key) ?? [];
  if (year === undefined) return null;
  const length = key.length === 4 ? 12 : kind === 'H' ? 6 : kind === 'Q' ? 3 : 1;
  const last = Number(number) * length;
  const month = (one: number): string => `${year}-${String(one).padStart(2, '0')}`;
  return { from: month(last - length + 1), to: month(last) };
}

/** The part of the rows that stands on a page; a page past the last is the last. */
export function pageOf(rows: readonly ListedRow[], wanted: number): { page: number; pages: number; rows: readonly ListedRow[] } {
  const pages = Math.max(1, Math.ceil(rows.length / PAGE));
  const page = Math.min(wanted, pages);
  return { page, pages, rows: rows.slice((page - 1) * PAGE, page * PAGE) };
}

/** A row of the table: day, title, units, form, outlets, points. `none` stands where there is nothing, `list` between names. */
export function listedRow(row: ListedRow, data: ListedData, { none, list }: { none: string; list: string }): Row {
  const [id, title, on, units, form, outlets, , , points] = row;
  const named = outlets.flatMap((outlet): Linked[] => {
    const [place, name] = data.outlets[outlet] ?? [];
    return place === undefined || name === undefined ? [] : [{ text: name, href: outletPath(place) }];
  });
  return {
    cells: [
      { text: on },
      { text: title, href: submissionPath(id) },
      { text: units.map((unit) => data.units[unit]?.[1] ?? '').join(list) },
      { text: data.forms[form] ?? none },
      named.length === 0 ? { text: none, tone: 'muted' } : { text: '', links: named },
      { text: points, href: `${submissionPath(id)}#credits`, tone: points === '0' ? 'muted' : undefined },
    ],
  };
}
