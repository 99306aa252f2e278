/** 徽章 and 嵌入排名: how units stand in the current period, for other pages to show. Ranks only where the installation shows them. */
import { type Badge, badgeSvg } from '../export/badge.ts';
import { type Points, written } from '../model/points.ts';
import type { UnitId } from '../model/records.ts';
import { openDataWords } from '../words/open-data.ts';
import { amount, type Context, known, periodName, text, unitName, unitShort } from './context.ts';
import { type EmbedLook, embeddedRankingPath, rankingPath, unitPath } from './links.ts';
import { headlinePeriod } from './overview.ts';
import { shownRows, standingsIn } from './rankingTable.ts';
import type { Column, Linked, Table } from './shown.ts';

export interface UnitBadge {
  readonly unit: UnitId;
  readonly name: string;
  readonly badge: Badge;
}

/** One for each ranked unit, in the order of the register. */
export function badgesOf(context: Context): UnitBadge[] {
  const period = headlinePeriod(context);
  if (period === null) return [];
  const rows = standingsIn(period, context).groups.flatMap((group) => shownRows(group.rows, context));
  const register = [...context.view.units.keys()];
  return rows
    .map(({ row, ranked }) => badgeOf(row, ranked, periodName(period, context), context))
    .sort((a, b) => register.indexOf(a.unit) - register.indexOf(b.unit));
}

function badgeOf(
  { unit, rank, points }: { unit: UnitId; rank: number; points: Points },
  ranked: boolean,
  period: string,
  context: Context,
): UnitBadge {
  const words = openDataWords(context.language);
  const value = ranked ? words.badgeRank(rank, written(points)) : words.badgePoints(written(points));
  const name = unitName(unit, context);
  const title = words.badgeTitle(name, period, value, context.view.asOf);
  return { unit, name, badge: { label: unitShort(unit, context), value, title, lang: context.ui.lang } };
}

export function badgeFile(unit: UnitId, context: Context): string {
  return badgeSvg(known(new Map(badgesOf(context).map((one) => [one.unit, one])), unit).badge);
}

/** The ranking without the frame of the site. */
export interface EmbeddedRanking {
  readonly path: string;
  readonly title: string;
  readonly look: EmbedLook;
  /** One for each group; empty where nothing has happened yet. */
  readonly tables: readonly Table[];
  readonly asOf: string;
  readonly more: Linked;
}

export function embeddedRanking(look: EmbedLook, context: Context): EmbeddedRanking {
  const { view, ui, language } = context;
  const words = openDataWords(language);
  const period = headlinePeriod(context);
  const standings = period && standingsIn(period, context);
  return {
    path: embeddedRankingPath(look),
    title: period === null ? words.embedTitle(view.site.organisation) : ui.ranking.title(periodName(period, context)),
    look,
    tables: (standings?.groups ?? []).map((group, index) => embeddedTable(index, group.group, shownRows(group.rows, context), context)),
    asOf: words.embedAsOf(view.asOf),
    more: { text: words.embedMore, href: period === null ? 'ranking/' : rankingPath(period) },
  };
}

function embeddedTable(index: number, group: string | null, rows: ReturnType<typeof shownRows>, context: Context): Table {
  const { ui } = context;
  const hasRanks = rows.some(({ ranked }) => ranked);
  const rankColumn: Column[] = hasRanks ? [{ label: ui.columns.rank, kind: 'number' }] : [];
  return {
    id: `embedded-${index + 1}`,
    caption: group ?? ui.columns.unit,
    ...(group === null ? { headed: true as const } : {}),
    columns: [...rankColumn, { label: ui.columns.unit, kind: 'text' }, { label: ui.columns.points, kind: 'number' }],
    head: rankColumn.length,
    rows: rows.map(({ row, ranked }) => ({
      cells: [
        ...(hasRanks ? [text(ranked ? String(row.rank) : ui.none)] : []),
        text(unitShort(row.unit, context), unitPath(row.unit)),
        amount(row.points),
      ],
    })),
  };
}
