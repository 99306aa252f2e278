/** 排名: the ranking of a period, every figure a way to the entries that it is made of. */
import { contains, nextPeriod, type Period, previousPeriod } from '../model/period.ts';
import { written } from '../model/points.ts';
import type { Standings } from '../standings/standings.ts';
import { bulletinOf } from './bulletins.ts';
import { type Context, home, periodName, rate, stateOf } from './context.ts';
import { clausePath, rankingPath, wholeJournalPath } from './links.ts';
import { type Note, notesOf } from './rankingNotes.ts';
import { countAll, type RankedGroup, rankedGroup, standingsIn } from './rankingTable.ts';
import type { Figure, Headed, Linked, Mark } from './shown.ts';
import { filingsPath } from './whole.ts';

export interface RankingPage extends Headed {
  readonly state: Mark;
  readonly figures: readonly Figure[];
  readonly groups: readonly RankedGroup[];
  readonly notes: readonly Note[];
  readonly previous: Linked | null;
  readonly next: Linked | null;
  readonly around: readonly Linked[];
  readonly within: readonly Linked[];
}

export function rankingPage(period: Period, context: Context): RankingPage {
  const { view, ui } = context;
  const standings = standingsIn(period, context);
  const name = periodName(period, context);
  return {
    path: rankingPath(period),
    over: view.site.organisation,
    title: ui.ranking.title(name),
    lead: [...leadOf(standings, context), ...bulletinOf(period, context)],
    crumbs: [home(context), { text: ui.ranking.index, href: 'ranking/' }, { text: name }],
    state: stateOf(period, context),
    figures: figuresOf(standings, context),
    groups: standings.groups.map((group, index) => rankedGroup(group, index, standings, context)),
    notes: notesOf(standings, context),
    previous: linkTo(previousPeriod(period), context),
    next: linkTo(nextPeriod(period), context),
    around: view.periods
      .filter((other) => other.key !== period.key && other.from <= period.from && other.to >= period.to)
      .map((other) => named(other, context)),
    within: view.periods
      .filter((other) => other.key !== period.key && contains(period, other.from) && contains(period, other.to))
      .map((other) => named(other, context)),
  };
}

export const named = (period: Period, context: Context): Linked => ({ text: periodName(period, context), href: rankingPath(period) });
const linkTo = (period: Period, context: Context): Linked | null => (context.view.standings.has(period.key) ? named(period, context) : null);

function leadOf({ policy, rankedBy }: Standings, { view, ui }: Context): Linked[] {
  if (!policy) return [{ text: ui.ranking.noPolicy }];
  const clause = policy.ranking.clause;
  const basis = { text: ui.ranking.basis(policy.title), href: clausePath(policy.id, typeof clause === 'string' ? clause : null) };
  const shown = view.site.ranking;
  const limits = shown === 'none' ? [{ text: ui.ranking.none }] : shown === 'all' ? [] : [{ text: ui.ranking.first(shown) }];
  return [basis, { text: ui.ranking.by[rankedBy] }, ...limits];
}

function figuresOf({ period, groups, total }: Standings, context: Context): Figure[] {
  const { ui } = context;
  const rows = groups.flatMap((group) => group.rows);
  const filed = countAll(rows, (row) => row.filed);
  const adopted = countAll(rows, (row) => row.adopted);
  const filings = filingsPath(period, context);
  return [
    { label: ui.overview.figures.points, value: written(total), href: wholeJournalPath(period) },
    { label: ui.overview.figures.filed, value: String(filed), href: filings },
    { label: ui.overview.figures.adopted, value: String(adopted), href: filings },
    { label: ui.overview.figures.rate, value: rate(adopted, filed, context), href: filings },
    { label: ui.ranking.units, value: String(rows.length), href: 'units/' },
  ];
}
