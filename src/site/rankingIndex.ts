/** The list of all rankings. */
import { SPANS, type Span } from '../model/period.ts';
import type { Standings } from '../standings/standings.ts';
import { amount, type Context, count, home, stateOf, text, unitShort } from './context.ts';
import { rankingPath } from './links.ts';
import { named } from './ranking.ts';
import { countAll, standingsIn } from './rankingTable.ts';
import type { Cell, Headed, Table } from './shown.ts';

/** As ordinances rank most often; other kinds come after them. */
const ORDER: readonly Span[] = [...new Set<Span>(['quarter', 'month', 'half-year', 'year', ...SPANS])];

/** Every period that has a ranking, the latest first, by kind of period. */
export function rankingIndex(context: Context): RankingIndex {
  const { view, ui } = context;
  const spans = ORDER.filter((span) => view.periods.some((period) => period.span === span));
  return {
    path: 'ranking/',
    over: view.site.organisation,
    title: ui.ranking.index,
    lead: [{ text: ui.ranking.indexLead }],
    crumbs: [home(context), { text: ui.ranking.index }],
    sections: spans.map((span) => ({ title: ui.spans[span], table: indexTable(span, context) })),
  };
}

export interface RankingIndex extends Headed {
  readonly sections: readonly { readonly title: string; readonly table: Table }[];
}

function indexTable(span: Span, context: Context): Table {
  const { view, ui } = context;
  const periods = view.periods.filter((period) => period.span === span).reverse();
  return {
    id: `index-${span}`,
    caption: `${ui.spans[span]}${ui.colon}${ui.ranking.indexLead}`,
    headed: true,
    columns: [
      { label: ui.columns.period, kind: 'text' },
      { label: ui.columns.leader, kind: 'text' },
      { label: ui.columns.filed, kind: 'number' },
      { label: ui.columns.adopted, kind: 'number' },
      { label: ui.columns.total, kind: 'number' },
    ],
    head: 0,
    rows: periods.map((period) => ({ cells: indexCells(standingsIn(period, context), context) })),
  };
}

function indexCells({ period, groups, total }: Standings, context: Context): Cell[] {
  const rows = groups.flatMap((group) => group.rows);
  const leaders = rows.filter(({ rank, points }) => rank === 1 && points.gt(0)).map(({ unit }) => unitShort(unit, context));
  const shown = context.view.site.ranking === 'none' || leaders.length === 0 ? context.ui.none : leaders.join(context.ui.list);
  return [
    { ...named(period, context), marks: period.to > context.view.asOf ? [stateOf(period, context)] : [] },
    text(shown),
    count(countAll(rows, ({ filed }) => filed)),
    count(countAll(rows, ({ adopted }) => adopted)),
    amount(total, rankingPath(period)),
  ];
}
