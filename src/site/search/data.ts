/**
 * What the search looks through: the submissions are those of the list (`listed.ts`), everything else that has a name stands here. It is made of the
 * view, so that nothing is in it that is not public; outlets and persons are there if something public names them.
 */
import { adoptingOutlets } from '../adopted.ts';
import { type Context, policiesInOrder, unitName } from '../context.ts';
import { bulletinPath, clausePath, outletPath, personPath, planClausePath, unitPath } from '../links.ts';
import { authorsOf } from '../people.ts';
import type { Findable, SearchData } from './kinds.ts';

export function searchData(context: Context): SearchData {
  const { view } = context;
  return {
    units: [...view.units.values()].map(({ id, name, short, aliases, class: kind }) => [name, unitPath(id), others(name, [short, ...aliases]), kind]),
    people: authorsOf(context).map(({ id, name, unit, roles }) => [name, personPath(id), unitName(unit, context), roles.join('、')]),
    outlets: outlets(context),
    policies: [...policies(context), ...plan(context)],
    bulletins: view.bulletins
      .map(({ slug, bulletin: { document } }): Findable => [document.title, bulletinPath(slug), document.number ?? '', document.issued])
      .reverse(),
  };
}

const others = (name: string, more: readonly string[]): string => [...new Set(more)].filter((one) => one !== name).join(' ');

const outlets = (context: Context): Findable[] =>
  adoptingOutlets(context).map(({ outlet: { id, name, aliases, channel, level } }) => [
    name,
    outletPath(id),
    aliases.join(' '),
    [level, channel].filter(Boolean).join(' · '),
  ]);

function policies(context: Context): Findable[] {
  return policiesInOrder(context).flatMap(({ id, title, number, clauses }): Findable[] => [
    [title, clausePath(id, null), number ?? '', ''],
    ...Object.entries(clauses).map(([name, text]): Findable => [name, clausePath(id, name), text, title]),
  ]);
}

function plan({ view }: Context): Findable[] {
  if (view.plan === null) return [];
  const { title, clauses } = view.plan.plan;
  return Object.entries(clauses).map(([name, text]): Findable => [name, planClausePath(name), text, title]);
}
