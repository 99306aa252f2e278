/** 大屏展示: a few slides for a wall, each one thing that can be read from across a room. Everything on them stands elsewhere on the site, with its ways back. */
import type { Day } from '../model/day.ts';
import { type Period, periodOf } from '../model/period.ts';
import { written } from '../model/points.ts';
import type { Group, Standings } from '../standings/standings.ts';
import { documentOf } from '../words/bulletin/document.ts';
import { periodWords } from '../words/periods.ts';
import { type ScreenWords, screenWords } from '../words/screen.ts';
import { trendWords } from '../words/trends.ts';
import { latestBulletin } from './bulletins.ts';
import { type Context, periodName, unitShort, within } from './context.ts';
import { pointEntries, totalOf } from './credits.ts';
import { dueNext, quotasAtAGlance } from './due.ts';
import { screenPath } from './links.ts';
import { movementsOf, movementWords } from './movement.ts';
import { figuresOf, headlinePeriod, latestAdoptions, latestInstructions, shareOf, trendOf } from './overview.ts';
import { planSummary } from './plan.ts';
import { rankHistory } from './rankHistory.ts';
import { countAll, shownRows, standingsIn } from './rankingTable.ts';
import type { Cell, Chart, Figure, Headed, Table } from './shown.ts';

/** A line of a ranking. */
export interface RankLine {
  readonly rank: string;
  readonly unit: string;
  readonly movement: string;
  readonly points: string;
  /** Of the highest, from 0 to 1. */
  readonly share: number;
}

interface Common {
  /** Unique on the page. */
  readonly id: string;
  /** What `?show=` calls it; several slides may share one. */
  readonly name: SlideName;
  readonly title: string;
  readonly note: string | null;
}

export type Slide = Common &
  (
    | { readonly kind: 'ranking'; readonly lines: readonly RankLine[]; readonly figures: readonly Figure[] }
    | { readonly kind: 'chart'; readonly table: Table; readonly chart: Chart; readonly says: string; readonly figures: readonly Figure[] }
    | { readonly kind: 'lists'; readonly lists: readonly { readonly title: string; readonly cells: readonly Cell[] }[] }
    | { readonly kind: 'duties'; readonly says: string; readonly tiles: readonly Cell[]; readonly next: readonly Cell[] }
    | { readonly kind: 'word'; readonly text: string; readonly lines: readonly string[]; readonly opening: string | null }
    | { readonly kind: 'figures'; readonly figures: readonly Figure[] }
  );

export const SLIDES = ['ranking', 'ranks', 'trend', 'latest', 'duties', 'bulletin', 'plan', 'empty'] as const;
export type SlideName = (typeof SLIDES)[number];

export interface ScreenPage extends Headed {
  readonly organisation: string;
  readonly asOf: string;
  readonly words: Pick<ScreenWords, 'leave' | 'keys' | 'paused'>;
  readonly slides: readonly Slide[];
}

/** What has room on a slide and can still be read. */
const LINES = 12;
const PARTS = 4;
const TILES = 16;
/** What is due next, under so many rows of four tiles. */
const NEXT = [2, 2, 2, 2, 1] as const;
const ADOPTIONS = 4;
const INSTRUCTIONS = 3;

export function screenPage(context: Context): ScreenPage {
  const { view, language } = context;
  const { title, leave, keys, paused, asOf, empty } = screenWords(language);
  const period = headlinePeriod(context);
  const slides = [
    ...(period ? rankingSlides(period, context) : []),
    ...(period ? ranksSlides(period, context) : []),
    ...trendSlides(context),
    ...latestSlides(context),
    ...dutySlides(context),
    ...bulletinSlides(context),
    ...planSlides(context),
  ];
  const nothing: Slide = {
    id: 'empty',
    name: 'empty',
    kind: 'word',
    title: view.site.organisation,
    note: null,
    text: empty,
    lines: [],
    opening: null,
  };
  return {
    path: screenPath,
    title,
    lead: [],
    crumbs: [],
    organisation: view.site.organisation,
    asOf: asOf(view.asOf),
    words: { leave, keys, paused },
    slides: slides.length === 0 ? [nothing] : slides,
  };
}

/** The lists of a period, in parts that fit on a slide; with its figures beside the first of them. */
function rankingSlides(period: Period, context: Context): Slide[] {
  const standings = standingsIn(period, context);
  return standings.groups.flatMap((group, place) => groupSlides(group, place, standings, context));
}

function groupSlides(group: Group, place: number, standings: Standings, context: Context): Slide[] {
  const words = screenWords(context.language);
  const name = periodName(standings.period, context);
  const hasRanks = context.view.site.ranking !== 'none';
  const lines = linesOf(group, standings, context);
  const title = `${hasRanks ? words.ranking(name) : words.facts(name)}${group.group === null ? '' : ` · ${group.group}`}`;
  const starts = lines.flatMap((_, index) => (index % LINES === 0 && index < LINES * PARTS ? [index] : []));
  return starts.map((start) => {
    const part = lines.slice(start, start + LINES);
    const isWhole = lines.length <= LINES;
    return {
      id: `ranking-${place + 1}-${start + 1}`,
      name: 'ranking',
      kind: 'ranking',
      title,
      note: !isWhole ? words.part(start + 1, start + part.length, lines.length) : hasRanks ? null : words.noRanks,
      lines: part,
      figures: figuresOf(standings.period, context),
    };
  });
}

function linesOf(group: Group, standings: Standings, context: Context): RankLine[] {
  const movements = movementsOf(group, standings, context);
  const share = shareOf(group.rows);
  const words = trendWords(context.language);
  return shownRows(group.rows, context).map(({ row, ranked }) => {
    const by = movements?.get(row.unit);
    return {
      rank: ranked ? String(row.rank) : '',
      unit: unitShort(row.unit, context),
      movement: by === undefined ? '' : movementWords(by, words),
      points: written(row.points),
      share: share(row),
    };
  });
}

function ranksSlides(period: Period, context: Context): Slide[] {
  const standings = standingsIn(period, context);
  return standings.groups.flatMap((group, place): Slide[] => {
    const id = `ranks-${place + 1}`;
    const history = rankHistory(`${id}-table`, group, standings, context);
    if (history === null || group.rows.length > LINES * 2) return [];
    const title = `${screenWords(context.language).ranks}${group.group === null ? '' : ` · ${group.group}`}`;
    return [{ id, name: 'ranks', kind: 'chart', title, note: null, ...history, says: history.chart.sentence, figures: [] }];
  });
}

function trendSlides(context: Context): Slide[] {
  const trend = context.view.entries.length === 0 ? null : trendOf(context);
  if (trend === null) return [];
  const { trend: title } = screenWords(context.language);
  return [
    {
      id: 'points',
      name: 'trend',
      kind: 'chart',
      title,
      note: null,
      table: trend.table,
      chart: trend.chart,
      says: trend.compared ?? trend.chart.sentence,
      figures: yearFigures(context),
    },
  ];
}

/** What the year has brought so far, beside the same days of the year before. */
function yearFigures(context: Context): Figure[] {
  const { view, language } = context;
  const words = screenWords(language);
  const { from } = periodOf(view.asOf, 'year');
  const year = periodWords(periodOf(view.asOf, 'year'), 'en');
  const [now, then] = [
    { from, to: view.asOf },
    { from: aYearBefore(from), to: aYearBefore(view.asOf) },
  ];
  const before = pointEntries(within(view.entries, then));
  const rows = view.standings.get(periodOf(view.asOf, 'year').key)?.groups.flatMap((group) => group.rows) ?? [];
  return [
    {
      label: words.year(year),
      value: written(totalOf(pointEntries(within(view.entries, now)))),
      note: before.length === 0 ? undefined : `${words.yearBefore(written(totalOf(before)))}${words.sameDays}`,
    },
    { label: words.filed(year), value: String(countAll(rows, (row) => row.filed)) },
    { label: words.adopted(year), value: String(countAll(rows, (row) => row.adopted)) },
  ];
}

const aYearBefore = (day: Day): Day => `${Number(day.slice(0, 4)) - 1}${day.slice(4)}` as Day;

function latestSlides(context: Context): Slide[] {
  const words = screenWords(context.language);
  const lists = [
    { title: words.adoptions, cells: latestAdoptions(context).slice(0, ADOPTIONS) },
    { title: words.instructions, cells: latestInstructions(context).slice(0, INSTRUCTIONS) },
  ].filter(({ cells }) => cells.length > 0);
  return lists.length === 0 ? [] : [{ id: 'latest', name: 'latest', kind: 'lists', title: words.latest, note: null, lists }];
}

function dutySlides(context: Context): Slide[] {
  const words = screenWords(context.language);
  const glance = quotasAtAGlance(context);
  const all = dueNext(context);
  if (glance === null && all.length === 0) return [];
  const tiles = glance?.cells ?? [];
  const next = all.slice(0, NEXT[Math.ceil(Math.min(tiles.length, TILES) / 4)]);
  const note = tiles.length > TILES ? words.cut(TILES, tiles.length) : null;
  return [
    {
      id: 'duties',
      name: 'duties',
      kind: 'duties',
      title: words.duties,
      note,
      says: glance?.says ?? '',
      tiles: stillOwingFirst(tiles).slice(0, TILES),
      next,
    },
  ];
}

/** Where not everybody has room, those who are done can do without it. */
const stillOwingFirst = (tiles: readonly Cell[]): readonly Cell[] =>
  tiles.length <= TILES ? tiles : [...tiles].sort((a, b) => Number(isDone(a)) - Number(isDone(b)));
const isDone = ({ marks }: Cell): boolean => marks?.every(({ tone }) => tone === 'good') ?? false;

function bulletinSlides(context: Context): Slide[] {
  const latest = latestBulletin(context);
  if (latest === null) return [];
  const lines = latest.lines?.map(({ text }) => text) ?? [];
  const title = screenWords(context.language).bulletin;
  return [{ id: 'bulletin', name: 'bulletin', kind: 'word', title, note: null, text: latest.text, lines, opening: openingOf(context) }];
}

/** What the last bulletin says first: below its first heading, since what stands above only introduces it. */
function openingOf({ view }: Context): string | null {
  const shown = view.bulletins.at(-1);
  const body = shown ? documentOf(shown.bulletin).body : [];
  const start = body.findIndex(({ kind }) => kind === 'heading') + 1;
  return body.slice(start).find((block) => block.kind === 'paragraph')?.text ?? null;
}

function planSlides(context: Context): Slide[] {
  const summary = planSummary(context);
  return summary === null ? [] : [{ id: 'plan', name: 'plan', kind: 'figures', title: summary.title, note: null, figures: summary.figures }];
}
