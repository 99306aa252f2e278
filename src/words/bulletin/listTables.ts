/** The tables with a line for every item, deduction, correction, commission, duty, award or writer. */
import type { Cause, Published } from '../../ledger/written/bulletin.ts';
import type { DocumentTable } from '../../model/document.ts';
import { periodKeyWords } from '../periods.ts';
import { awardsIn, laureate } from './awards.ts';
import { added, amount, at, change, classesOf, className, leaderOf, levelName, listed, NOTHING, nameOf, namesOf, rate, shortDay } from './figures.ts';
import { counted } from './named.ts';
import { dutiesOf } from './quotas.ts';
import { type Column, figures, numbered, tableOf, texts } from './table.ts';

const HIDDEN = '（不公开）';

type Listed = Published['adopted'][number] | Published['notable'][number];

const titled = <R extends { readonly title?: string | undefined }>(): Column<R> => texts('题名', ({ title }) => title ?? HIDDEN, 6);
const ofUnits = <R extends Listed>(published: Published): Column<R> => texts('报送单位', ({ units }) => namesOf(published, units), 3);
const dated = <R extends { readonly on: string }>(label: string): Column<R> => texts(label, ({ on }) => shortDay(on));

/** Writers, where persons are shown and somebody is named. */
function byAuthors<R extends Listed>({ people }: Published, items: readonly R[]): Column<R>[] {
  return people && items.some(({ authors }) => authors && authors.length > 0)
    ? [texts('作者', ({ authors }) => listed(authors ?? []) || NOTHING)]
    : [];
}

/** 采用目录: every adopted title with its outlet. */
export function adoptedTable(published: Published): DocumentTable[] {
  const { adopted } = published;
  type Row = (typeof adopted)[number];
  const columns: Column<Row>[] = [
    numbered(),
    titled(),
    ofUnits(published),
    ...byAuthors(published, adopted),
    texts('采用媒体、刊物', ({ outlet, print }) => (print ? `${outlet}（报刊）` : outlet), 3),
    texts('级别', (row) => row.class ?? (row.level === undefined ? NOTHING : levelName(row.level))),
    ...(adopted.some(({ form }) => form) ? [texts<Row>('体裁', ({ form }) => form ?? NOTHING)] : []),
    dated('采用日期'),
  ];
  return tableOf('adopted', '信息采用目录', columns, adopted);
}

/** 重要稿件: what leaders wrote on and what high outlets ran. */
export function notableTable(published: Published): DocumentTable[] {
  const { notable } = published;
  type Row = (typeof notable)[number];
  const columns: Column<Row>[] = [
    numbered(),
    titled(),
    ofUnits(published),
    ...byAuthors(published, notable),
    texts(
      '采用或批示',
      ({ why, level, rank, outlet }) =>
        why === 'instruction' ? `${leaderOf(level, rank)}批示` : `${outlet ?? (level === undefined ? '有关媒体' : `${levelName(level)}媒体`)}采用`,
      3,
    ),
    dated('日期'),
  ];
  return tableOf('notable', '重要稿件', columns, notable);
}

export function deductionsTable(published: Published): DocumentTable[] {
  type Row = Published['deductions'][number];
  const columns: Column<Row>[] = [
    texts('单位', ({ unit }) => nameOf(published, unit), 3),
    dated('日期'),
    texts('事由', ({ why }) => why, 5),
    texts('依据条款', ({ clause }) => clause ?? NOTHING),
    figures('扣分', ({ points }) => points),
  ];
  return tableOf('deductions', '扣分明细', columns, published.deductions);
}

/** 更正、补记: what changed after it had been published, and by which change of which file. */
export function correctionsTable(published: Published): DocumentTable[] {
  type Row = Published['corrections'][number];
  const columns: Column<Row>[] = [
    texts('单位', ({ unit }) => nameOf(published, unit), 3),
    texts('原通报', ({ corrects }) => periodKeyWords(corrects, 'zh')),
    texts('稿件', ({ title }) => title ?? NOTHING, 4),
    texts('依据条款', ({ clause }) => clause ?? NOTHING),
    texts('原因', ({ causes }) => listedCauses(causes), 5),
    { label: '得分', kind: 'number', cell: ({ points }) => change(points), total: (rows) => change(added(rows.map(({ points }) => points))) },
  ];
  return tableOf('corrections', '更正、补记明细', columns, published.corrections);
}

const CAUSES: Readonly<Record<Cause['what'], string>> = {
  added: '补记',
  changed: '修改',
  deleted: '删除',
  approved: '补齐审批',
  program: '统计程序更新',
};

/** 补记 data/…/0928-rongmei.yaml（1f0c2a9d）, 经申诉更正，申诉编号 …. */
const listedCauses = (causes: readonly Cause[]): string => (causes.length === 0 ? NOTHING : causes.map(causeWords).join('；'));

function causeWords({ what, file, commit, appeal }: Cause): string {
  const named = file === undefined ? CAUSES[what] : `${CAUSES[what]} ${file}`;
  const proved = commit === undefined ? named : `${named}（${commit.slice(0, 8)}）`;
  return appeal === undefined ? proved : `经申诉更正，申诉编号${appeal}：${proved}`;
}

const STATES = { done: '按时', late: '逾期', missed: '未报', open: '未到期' } as const;

/** 约稿和专项任务: one line each, the units by what they did. */
export function commissionsTable(published: Published): DocumentTable[] {
  type Row = Published['commissions'][number];
  const those = (state: keyof typeof STATES): Column<Row> =>
    texts(
      STATES[state],
      ({ units }) =>
        counted(
          units.filter((each) => each.state === state).map(({ unit }) => unit),
          published,
          '件',
        ) || NOTHING,
      3,
    );
  const columns: Column<Row>[] = [
    numbered(),
    texts('类别', ({ kind }) => kind),
    texts('题目', ({ title }) => title ?? HIDDEN, 4),
    texts('截止日期', ({ due }) => (due === undefined ? NOTHING : shortDay(due))),
    ...(['done', 'late', 'missed', 'open'] as const)
      .filter((state) => published.commissions.some(({ units }) => units.some((each) => each.state === state)))
      .map(those),
  ];
  return tableOf('commissions', '约稿和专项任务完成情况', columns, published.commissions);
}

const OUTCOMES = { over: '超额完成', met: '完成', missed: '未完成', running: '未到期' } as const;

/** 任务: a line for each duty of each unit. */
export function quotasTable(published: Published): DocumentTable[] {
  const lines = dutiesOf(published).flatMap(({ title, units }) => units.map((unit) => ({ title, ...unit })));
  type Row = (typeof lines)[number];
  const columns: Column<Row>[] = [
    texts('任务', ({ title }) => title, 4),
    texts('单位', ({ unit }) => nameOf(published, unit), 3),
    figures('任务数', ({ quota }) => quota),
    figures('完成数', ({ count }) => count),
    texts('结果', ({ state }) => OUTCOMES[state]),
  ];
  return tableOf('quotas', '任务完成情况', columns, lines);
}

/** 各级采用: this period beside the one before and the year before. */
export function totalsTable(published: Published): DocumentTable[] {
  const { totals, previous, year_before } = published;
  const all = [
    { named: '本期', totals },
    ...[previous, year_before].flatMap((then) => (then ? [{ named: periodKeyWords(then.period, 'zh'), totals: then.totals }] : [])),
  ];
  type Row = (typeof all)[number];
  const plain = (label: string, of: (row: Row) => number): Column<Row> => ({ label, kind: 'number', cell: (row) => amount(of(row)) });
  const classes = classesOf(
    published,
    all.map((row) => row.totals.by_class),
  );
  const columns: Column<Row>[] = [
    texts('周期', ({ named }) => named, 3),
    plain('参评单位', (row) => row.totals.units),
    plain('报送', (row) => row.totals.filed),
    plain('采用', (row) => row.totals.adopted),
    { label: '采用率', kind: 'number', cell: (row) => rate(row.totals.adopted, row.totals.filed) },
    ...classes.map((name): Column<Row> => ({ ...plain(className(name), (row) => at(row.totals.by_class, name) ?? 0), group: '采用条次' })),
    { ...plain('合计', (row) => row.totals.adoptions), group: '采用条次' },
    plain('批示', (row) => row.totals.instructions),
    plain('零报送单位', (row) => row.totals.zero_filed),
  ];
  return tableOf('totals', '总体情况', columns, all);
}

export function awardsTable(published: Published): DocumentTable[] {
  const awards = awardsIn(published);
  type Row = (typeof awards)[number];
  const names = (award: Row, those: readonly string[]): string => listed(those.map((who) => laureate(who, award, published))) || NOTHING;
  const columns: Column<Row>[] = [
    texts('表扬', ({ title }) => title, 3),
    ...(awards.some(({ group }) => group) ? [texts<Row>('组别', ({ group }) => group ?? NOTHING)] : []),
    { label: '名额', kind: 'number', cell: ({ places }) => amount(places) },
    texts('名单', (award) => names(award, award.sure), 5),
    ...(awards.some(({ undecided }) => undecided.length > 0)
      ? [
          texts<Row>(
            '得分相同、待研究确定',
            (award) => (award.undecided.length > 0 ? `${names(award, award.undecided)}（余${award.places_left}个名额）` : NOTHING),
            4,
          ),
        ]
      : []),
    texts('依据条款', ({ clause }) => clause),
  ];
  return tableOf('awards', '表扬名单', columns, awards);
}

/** 撰稿人: empty where persons are not shown. */
export function peopleTable(published: Published): DocumentTable[] {
  const writers = published.people ? published.writers : [];
  type Row = (typeof writers)[number];
  const columns: Column<Row>[] = [
    { label: '排名', kind: 'number', cell: ({ rank }) => String(rank) },
    texts('撰稿人', ({ name }) => name, 2),
    texts('单位', ({ unit }) => nameOf(published, unit), 3),
    { label: '得分', kind: 'number', cell: ({ points }) => amount(points) },
  ];
  const places = [...new Set(writers.filter(({ tied }) => tied).map(({ rank }) => rank))];
  const notes = places.map((place) => `${listed(writers.filter(({ rank }) => rank === place).map(({ name }) => name))}得分相同，并列第${place}名。`);
  return tableOf('people', '撰稿人得分', columns, writers, notes);
}
