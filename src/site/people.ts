/** 人员: authors and what their public items gave them. Only where the installation shows persons. */
import { periodOf } from '../model/period.ts';
import { type Points, sum, written } from '../model/points.ts';
import type { PersonId } from '../model/records.ts';
import { amount, type Context, count, home, known, listIn, periodName, text, unitName, within } from './context.ts';
import { creditTable, pointEntries } from './credits.ts';
import { personPath, unitPath } from './links.ts';
import type { Figure, Headed, Section, Table } from './shown.ts';
import type { Entry, PublicPerson } from './view.ts';

export interface PeoplePage extends Headed {
  readonly table: Table;
  readonly note: string;
}

export interface PersonPage extends Headed {
  readonly figures: readonly Figure[];
  readonly sections: readonly Section[];
  readonly note: string;
}

/** Everyone who wrote something public, or got points for it. */
export function authorsOf({ view }: Context): PublicPerson[] {
  return [...view.people.values()].filter(({ id }) => view.ofAuthor.has(id) || view.ofPerson.has(id));
}

export function peoplePage(context: Context): PeoplePage {
  const { view, ui } = context;
  const year = periodOf(view.asOf, 'year');
  const name = periodName(year, context);
  const rows = authorsOf(context)
    .map((person) => ({
      person,
      points: pointsOf(person.id, within(listIn(view.ofPerson, person.id), year)),
      articles: articlesIn(year.key, person.id, context),
    }))
    .sort((a, b) => b.points.cmp(a.points) || b.articles - a.articles);
  return {
    path: 'people/',
    over: view.site.organisation,
    title: ui.people.index,
    lead: [{ text: ui.people.lead(name) }],
    crumbs: [home(context), { text: ui.people.index }],
    note: ui.people.public,
    table: {
      id: 'people',
      caption: ui.people.lead(name),
      columns: [
        { label: ui.columns.person, kind: 'text' },
        { label: ui.columns.unit, kind: 'text' },
        { label: ui.people.articles, kind: 'number' },
        { label: ui.columns.points, kind: 'number' },
      ],
      head: 0,
      rows: rows.map(({ person, points, articles: written }) => ({
        cells: [
          text(person.name, personPath(person.id)),
          text(unitName(person.unit, context), unitPath(person.unit)),
          count(written),
          amount(points, personPath(person.id)),
        ],
      })),
    },
  };
}

const articlesIn = (year: string, person: PersonId, { view }: Context): number =>
  listIn(view.ofAuthor, person).filter(({ on }) => on.startsWith(year)).length;

const ownPart = (person: PersonId, { people }: Entry): Points => sum(people.filter((part) => part.person === person).map(({ points }) => points));
const pointsOf = (person: PersonId, entries: readonly Entry[]): Points => sum(pointEntries(entries).map((entry) => ownPart(person, entry)));

export function personPage(id: PersonId, context: Context): PersonPage {
  const { view, ui } = context;
  const person = known(view.people, id);
  const entries = listIn(view.ofPerson, id);
  const year = periodOf(view.asOf, 'year');
  return {
    path: personPath(id),
    over: unitName(person.unit, context),
    title: person.name,
    lead: [{ text: unitName(person.unit, context), href: unitPath(person.unit) }, ...person.roles.map((role) => ({ text: role }))],
    crumbs: [home(context), { text: ui.people.index, href: 'people/' }, { text: person.name }],
    figures: [
      {
        label: `${periodName(year, context)} · ${ui.columns.points}`,
        value: written(pointsOf(id, within(entries, year))),
        href: pointEntries(within(entries, year)).length === 0 ? undefined : `#year-${year.key}`,
      },
      { label: ui.people.articles, value: String(listIn(view.ofAuthor, id).length) },
    ],
    sections: sectionsOf(id, entries, context),
    note: ui.people.public,
  };
}

/** A table for each year, the latest first; the points are the person's part of each credit. */
function sectionsOf(id: PersonId, entries: readonly Entry[], context: Context): Section[] {
  const own = pointEntries(entries).map((entry) => ({ ...entry, points: ownPart(id, entry) }));
  const years = [...Map.groupBy(own, ({ on }) => on.slice(0, 4))].reverse();
  if (years.length === 0) return [{ id: 'credits', title: context.ui.people.credits, text: context.ui.people.empty }];
  return years.map(([year, ofYear]) => {
    const title = `${periodName(periodOf((ofYear[0] as Entry).on, 'year'), context)}${context.ui.people.credits}`;
    return { id: `year-${year}`, title, table: creditTable(`year-${year}-table`, title, ofYear, context) };
  });
}
