/** What there is to say about a ranking: top and bottom, awards, eligibility, who is not ranked, units with those below them. */
import { written } from '../model/points.ts';
import type { Bar } from '../standings/eligibility.ts';
import type { Group, Standings } from '../standings/standings.ts';
import { type Context, known, listIn, periodName, unitName, unitShort } from './context.ts';
import { clausePath, unitPath, unitPeriodPath } from './links.ts';
import type { Cell } from './shown.ts';
import type { PublicAward } from './view.ts';

export interface Note {
  readonly title: string;
  readonly items: readonly Cell[];
}

export const notesOf = (standings: Standings, context: Context): Note[] =>
  [extremes, awards, bars, excluded, subtotals].flatMap((notes) => notes(standings, context));

function extremes({ groups, policy }: Standings, context: Context): Note[] {
  const { view, ui } = context;
  if (!policy || view.site.ranking !== 'all') return [];
  const line = ({ units, tieAcross }: Group['top'], say: (units: string) => string): Cell[] =>
    units.length === 0
      ? []
      : [{ text: `${say(units.map((unit) => unitShort(unit, context)).join(ui.list))}${tieAcross ? ui.ranking.tieAcross : ''}` }];
  const items = groups.flatMap(({ top, bottom }) => [...line(top, ui.ranking.topUnits), ...line(bottom, ui.ranking.bottom)]);
  const { clause } = policy.ranking;
  const basis = typeof clause === 'string' ? [clauseLink(policy.id, clause)] : [];
  return items.length === 0 ? [] : [{ title: ui.ranking.extremes, items: [...items, ...basis] }];
}

const clauseLink = (policy: string, clause: string): Cell => ({ text: clause, href: clausePath(policy, clause) });

function awards({ period, policy }: Standings, context: Context): Note[] {
  const { view, ui } = context;
  const shown = listIn(view.awards, period.key);
  if (shown.length === 0 || !policy || view.site.ranking !== 'all') return [];
  const early = period.to > view.asOf ? ui.ranking.soFar : '';
  return [{ title: ui.ranking.awards, items: shown.flatMap((award) => awardItems(award, early, policy.id, context)) }];
}

function awardItems(
  { title, group, sure, undecided, placesLeft, of, clause, withheld }: PublicAward,
  early: string,
  policy: string,
  context: Context,
): Cell[] {
  const { view, ui } = context;
  const name = (id: string): string => (of === 'units' ? unitShort(id, context) : known(view.people, id).name);
  const listed = (ids: readonly string[]): string => ids.map(name).join(ui.list);
  const heading = group === null ? title : `${group} ${title}`;
  const open = undecided.length === 0 ? [] : [{ text: ui.ranking.undecided(listed(undecided), placesLeft) }];
  return [
    {
      text: `${early}${heading}${ui.colon}${withheld ? ui.ranking.withheld : sure.length === 0 ? ui.none : listed(sure)}`,
      lines: [...open, clauseLink(policy, clause)],
    },
  ];
}

function bars({ period }: Standings, context: Context): Note[] {
  const found = listIn(context.view.bars, period.key);
  return found.length === 0 ? [] : [{ title: context.ui.ranking.bars, items: found.map((bar) => barItem(bar, context)) }];
}

export function barItem({ unit, cause, count: filed, bars: what, final, policy, clause }: Bar, context: Context): Cell {
  const { ui } = context;
  const say = final ? ui.ranking.barFinal : ui.ranking.barPending;
  return {
    text: unitName(unit, context),
    href: unitPeriodPath(unit, cause, 'filings'),
    marks: [final ? { text: ui.ranking.barred, tone: 'bad' } : { text: ui.ranking.endangered, tone: 'wait' }],
    lines: [{ text: say(periodName(cause, context), filed, what) }, clauseLink(policy, clause)],
  };
}

function excluded(standings: Standings, context: Context): Note[] {
  const items = standings.excluded.map(
    ({ unit, reason }): Cell => ({ text: unitName(unit, context), href: unitPath(unit), lines: [{ text: reason, tone: 'muted' }] }),
  );
  return items.length === 0 ? [] : [{ title: context.ui.ranking.excluded, items }];
}

function subtotals(standings: Standings, context: Context): Note[] {
  const items = standings.subtotals.map(
    ({ unit, points }): Cell => ({ text: unitName(unit, context), href: unitPath(unit), lines: [{ text: context.ui.pointsOf(written(points)) }] }),
  );
  return items.length === 0 ? [] : [{ title: context.ui.ranking.subtotals, items }];
}
