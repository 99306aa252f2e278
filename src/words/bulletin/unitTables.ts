/** The tables with a line for every unit: 得分情况表 and 情况统计表, one for each group, each with its own sum. */
import type { Published, PublishedRow } from '../../ledger/written/bulletin.ts';
import type { DocumentTable } from '../../model/document.ts';
import type { Period } from '../../model/period.ts';
import { thisPeriod } from './cadence.ts';
import { added, amount, at, classesOf, className, listed, NOTHING, nameOf, rate, registered, rowsOf } from './figures.ts';
import { isRanked } from './named.ts';
import { type Column, figures, tableOf, texts } from './table.ts';

/** A unit's line, and whether its place and points are published. */
interface Line {
  readonly row: PublishedRow;
  readonly shown: boolean;
}
type UnitColumn = Column<Line>;
type Group = Published['groups'][number];

/** Every group with its lines, and what is remarked under all of them. */
function perGroup(
  name: string,
  caption: string,
  published: Published,
  linesOf: (group: Group) => Line[],
  columns: UnitColumn[],
  notesOf: (group: Group) => string[],
) {
  const groups = published.groups.filter(({ rows }) => rows.length > 0);
  return groups.flatMap((group, index): DocumentTable[] => {
    const id = groups.length > 1 ? `${name}-${index + 1}` : name;
    const notes = [...notesOf(group), ...(index === groups.length - 1 ? commonNotes(published) : [])];
    return tableOf(id, group.group === undefined ? caption : `${caption}（${group.group}）`, columns, linesOf(group), notes);
  });
}

/** Units left out and why; items that several units filed together. */
function commonNotes(published: Published): string[] {
  const { excluded, totals } = published;
  return [
    ...excluded.map(({ unit, reason }) => `${nameOf(published, unit)}不参加排名：${reason}。`),
    ...(totals.joint > 0 ? [`联合报送的信息分别计入各单位，报送合计${totals.filed}条中有${totals.joint}条为重复计入。`] : []),
  ];
}

const lineOf =
  (published: Published) =>
  (row: PublishedRow): Line => ({ row, shown: isRanked(row, published) });

/** Those with a published place by their places, all others in the order of the register. */
function rankedLines(published: Published, { rows }: Group): Line[] {
  const lines = rows.map(lineOf(published));
  const rest = registered(
    published,
    lines.filter(({ shown }) => !shown),
    ({ row }) => row.unit,
  );
  return [...lines.filter(({ shown }) => shown).sort((a, b) => a.row.rank - b.row.rank), ...rest];
}

/** Points, of those whose points are published; the sum only where all of them are, or it would tell the others. */
function points(label: string, of: (row: PublishedRow) => number, published: Published, group?: string): UnitColumn {
  const open = ({ shown }: Line): boolean => shown || published.ranks === 'none';
  return {
    label,
    kind: 'number',
    ...(group === undefined ? {} : { group }),
    cell: (line) => (open(line) ? amount(of(line.row)) : NOTHING),
    total: (lines) => (lines.every(open) ? amount(added(lines.map(({ row }) => of(row)))) : NOTHING),
  };
}

const counts = (label: string, of: (row: PublishedRow) => number, group?: string): UnitColumn => figures(label, ({ row }) => of(row), group);
const unitColumn = (published: Published): UnitColumn => texts('单位', ({ row }) => nameOf(published, row.unit), 3);
const rateColumn: UnitColumn = {
  label: '采用率',
  kind: 'number',
  cell: ({ row }) => rate(row.adopted, row.filed),
  total: (lines) => rate(added(lines.map(({ row }) => row.adopted)), added(lines.map(({ row }) => row.filed))),
};

/** Kinds of record as the head of a column of points. */
const KINDS: Readonly<Record<string, string>> = {
  submission: '报送',
  adoption: '采用',
  instruction: '批示',
  obligation: '约稿任务',
  incident: '差错',
  unit: '任务考核',
  figure: '上报数据',
};

/** The points of the period by kinds that somebody has, and what is left of the total, so that they add up; none where one kind is all there is. */
function kindColumns(published: Published): UnitColumn[] {
  const rows = rowsOf(published);
  const named = Object.keys(KINDS).filter((kind) => rows.some(({ by_kind }) => (at(by_kind, kind) ?? 0) !== 0));
  const restOf = ({ by_kind, of_period }: PublishedRow): number => added([of_period, ...named.map((kind) => -(at(by_kind, kind) ?? 0))]);
  const columns = named.map((kind) => points(KINDS[kind] as string, ({ by_kind }) => at(by_kind, kind) ?? 0, published, '得分构成'));
  const isOne = columns.length < 2 && rows.every((row) => restOf(row) === 0);
  if (isOne) return [];
  return rows.some((row) => restOf(row) !== 0) ? [...columns, points('其他', restOf, published, '得分构成')] : columns;
}

/** A column of points that is there only where somebody has some. */
const pointsIfAny = (label: string, of: (row: PublishedRow) => number, published: Published, group?: string): UnitColumn[] =>
  rowsOf(published).some((row) => of(row) !== 0) ? [points(label, of, published, group)] : [];

const isSame = (published: Published, period: Period): boolean =>
  period.span === 'year' && rowsOf(published).every((row) => row.of_period === row.to_date);

/** 排名 · 单位 · 报送 · 采用 · 得分构成 · 本月得分 · 其中扣分、更正 · 累计得分. */
export function rankingTables(published: Published, period: Period): DocumentTable[] {
  const now = thisPeriod(period);
  const columns: UnitColumn[] = [
    ...(published.ranks === 'none' ? [] : [RANK]),
    unitColumn(published),
    counts(`${now}报送`, ({ filed }) => filed),
    counts('采用', ({ adopted }) => adopted),
    rateColumn,
    ...kindColumns(published),
    points(`${now}得分`, ({ of_period }) => of_period, published),
    ...pointsIfAny('扣分', ({ deductions }) => deductions, published, '其中'),
    ...pointsIfAny('更正', ({ corrections }) => corrections, published, '其中'),
    ...(isSame(published, period) ? [] : [points('累计得分', ({ to_date }) => to_date, published)]),
  ];
  const caption = `${published.work}${published.ranks === 'none' ? '得分情况' : '得分排名'}`;
  return perGroup(
    'ranking',
    caption,
    published,
    (group) => rankedLines(published, group),
    columns,
    (group) => rankNotes(group, published),
  );
}

const RANK: UnitColumn = { label: '排名', kind: 'number', cell: ({ row, shown }) => (shown ? String(row.rank) : NOTHING) };

/** How it is ranked, how much of it is shown, who ties. */
function rankNotes({ rows }: Group, published: Published): string[] {
  const { ranks, ranked_by } = published;
  if (ranks === 'none') return ['按单位登记顺序排列，不排名次。'];
  const tied = rows.filter((row) => row.tied && isRanked(row, published));
  const places = [...new Set(tied.map(({ rank }) => rank))].sort((a, b) => a - b);
  return [
    ...(ranked_by === 'year-to-date' ? ['按累计得分排名。'] : []),
    ...(ranks === 'all' ? [] : [`只公布前${ranks}名的名次和得分，其他单位按登记顺序排列。`]),
    ...places.map(
      (place) => `${listed(tied.filter(({ rank }) => rank === place).map(({ unit }) => nameOf(published, unit)))}得分相同，并列第${place}名。`,
    ),
  ];
}

/** More classes than this are too wide for a page; then only those that somebody has are shown. */
const MOST_CLASSES = 6;

function classColumns(published: Published): UnitColumn[] {
  const rows = rowsOf(published);
  const all = classesOf(
    published,
    rows.map(({ by_class }) => by_class),
  );
  const used = all.filter((name) => rows.some(({ by_class }) => (at(by_class, name) ?? 0) > 0));
  return (all.length > MOST_CLASSES ? used : all).map((name) => counts(className(name), ({ by_class }) => at(by_class, name) ?? 0, '采用条次'));
}

const adoptionsOf = ({ by_class }: PublishedRow): number => added(Object.values(by_class));

/** 信息宣传工作情况统计表: filed, owed and missing, adopted by class and in print, points given and taken. Units stand in the order of the register. */
export function statisticsTables(published: Published, period: Period): DocumentTable[] {
  const now = thisPeriod(period);
  const rows = rowsOf(published);
  const owes = rows.some(({ quotas }) => quotas.length > 0);
  const columns: UnitColumn[] = [
    unitColumn(published),
    counts(now, ({ filed }) => filed, '报送'),
    ...(period.span === 'year' ? [] : [counts('全年累计', ({ filed_to_date }) => filed_to_date, '报送')]),
    ...(owes ? [counts('任务数', owedBy, '任务'), counts('欠报', missingOf, '任务')] : []),
    ...classColumns(published),
    counts('合计', adoptionsOf, '采用条次'),
    counts('其中报刊', ({ in_print }) => in_print, '采用条次'),
    counts('采用条数', ({ adopted }) => adopted),
    rateColumn,
    counts('批示', ({ instructions }) => instructions),
    points('加分', givenOf, published, '得分'),
    points('扣分', ({ deductions }) => deductions, published, '得分'),
    ...pointsIfAny('更正', ({ corrections }) => corrections, published, '得分'),
    points('合计', ({ of_period }) => of_period, published, '得分'),
  ];
  const lines = (group: Group): Line[] => registered(published, group.rows, ({ unit }) => unit).map(lineOf(published));
  return perGroup('statistics', `${published.work}情况统计表`, published, lines, columns, () => []);
}

/** What is neither a deduction nor a correction. */
const givenOf = ({ of_period, deductions, corrections }: PublishedRow): number => added([of_period, -deductions, -corrections]);
const owedBy = ({ quotas }: PublishedRow): number => added(quotas.map(({ quota }) => quota));
const missingOf = ({ quotas }: PublishedRow): number => added(quotas.map(({ quota, count }) => Math.max(0, added([quota, -count]))));
