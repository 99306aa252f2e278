/** Standings and journal as tables for the terminal. */
import type { Period } from '../model/period.ts';
import { written } from '../model/points.ts';
import type { Ledger } from '../model/records.ts';
import type { Credit } from '../scoring/credit.ts';
import type { Journal } from '../scoring/journal.ts';
import { awardsOf, type Shortlist } from '../standings/awards.ts';
import { type Bar, barsIn } from '../standings/eligibility.ts';
import type { QuotaState } from '../standings/quotas.ts';
import { type Group, standingsOf } from '../standings/standings.ts';
import { creditsWithin } from '../standings/totals.ts';
import { dayWords, periodWords } from '../words/periods.ts';
import { reasonWords } from '../words/reasons.ts';
import { type Column, table } from './table.ts';

const left = (head: string): Column => ({ head, align: 'left' });
const right = (head: string): Column => ({ head, align: 'right' });

/** The ranking of a period: groups with their rows, who is not ranked, who is barred, whom to commend. */
export function standingsText(period: Period, journal: Journal, ledger: Ledger): string {
  const { closed, policy, groups, excluded } = standingsOf(period, journal, ledger);
  const name = namesIn(ledger);
  const title = `${periodWords(period, 'zh')}得分排名  Standings, ${periodWords(period, 'en')}`;
  const open = closed ? '' : `(截至 ${dayWords(journal.asOf, 'zh')},尚未结束  as of ${dayWords(journal.asOf, 'en')}, not over yet)\n`;
  const by = policy === null ? '当期没有施行的办法。 No ordinance was in force.\n' : `${policy.title} (${policy.id})\n`;
  return [
    `${title}\n${open}${by}`,
    ...groups.map((group) => groupText(group, name)),
    ...section(
      '尚需报送 Still to file',
      groups
        .flatMap(({ rows }) => rows.flatMap(({ unit, quotas }) => quotas.map((quota) => ({ unit, quota }))))
        .filter(({ quota }) => quota.forecast !== null),
      ({ unit, quota }) => `${name(unit)}:${forecastText(quota)}`,
    ),
    ...section('不参加排名 Not ranked', excluded, ({ unit, reason }) => `${name(unit)}:${reason}`),
    ...section('评先评优资格 Eligibility', barsIn(period, journal, ledger), (bar) => barText(bar, name)),
    ...section('表扬 Commendation', awardsOf(period, journal, ledger), (list) => shortlistText(list, name)),
  ].join('\n');
}

type Name = (id: string) => string;

const namesIn = (ledger: Ledger): Name => {
  return (id) => ledger.units.get(id)?.name ?? ledger.people.get(id)?.name ?? id;
};

const section = <T>(title: string, entries: readonly T[], text: (entry: T) => string): string[] =>
  entries.length === 0 ? [] : [`${title}\n${entries.map((entry) => `  ${text(entry)}\n`).join('')}`];

const COLUMNS = [
  right('名次 rank'),
  left('单位 unit'),
  right('得分 points'),
  right('全年 year'),
  right('报送 filed'),
  right('采用 adopted'),
  left('任务 quota'),
];

function groupText({ group, rows }: Group, name: Name): string {
  const lines = rows.map(({ rank, unit, points, yearToDate, filed, adopted, quotas }) => [
    String(rank),
    name(unit),
    written(points),
    written(yearToDate),
    String(filed),
    String(adopted),
    quotasText(quotas),
  ]);
  return `${group === null ? '' : `【${group}】\n`}${table(COLUMNS, lines)}`;
}

/** So many are told one by one; of more, how many were met, missed, or are still running. */
const TOLD_SINGLY = 3;

function quotasText(quotas: readonly QuotaState[]): string {
  if (quotas.length <= TOLD_SINGLY) return quotas.map(quotaText).join(' ');
  const counts = (['met', 'missed', 'running'] as const).map((state) => ({ state, count: quotas.filter((quota) => quota.state === state).length }));
  return counts.flatMap(({ state, count }) => (count === 0 ? [] : [`${count}${MARKS[state]}`])).join(' ');
}

const quotaText = ({ count, quota, state }: QuotaState): string => `${count}/${quota}${MARKS[state]}`;
const MARKS = { met: '✓', missed: '✗', running: '…' } as const;

function forecastText({ title, forecast }: QuotaState): string {
  const { missing, by } = forecast as NonNullable<QuotaState['forecast']>;
  return `${title}还差 ${missing} 件,最迟${dayWords(by, 'zh')}报送  ${missing} more by ${dayWords(by, 'en')}`;
}

function barText({ unit, bars, cause, count, final, clause }: Bar, name: Name): string {
  const zh = `${name(unit)}:${periodWords(cause, 'zh')}计入 ${count} 件,${final ? '不能参加' : '如无新报送将不能参加'}${bars}(${clause})`;
  return `${zh}  ${final ? 'barred' : 'will be barred if nothing more comes'}, ${count} in the ${periodWords(cause, 'en')}`;
}

function shortlistText({ title, clause, group, sure, undecided, placesLeft }: Shortlist, name: Name): string {
  const head = `${title}${group === null ? '' : `【${group}】`}(${clause}):${sure.map(name).join('、') || '无 none'}`;
  if (undecided.length === 0) return head;
  return `${head};末位并列,由办公室从中定 ${placesLeft} 名 tied at the last place, ${placesLeft} to be chosen:${undecided.map(name).join('、')}`;
}

const JOURNAL_COLUMNS = [
  left('日期 day'),
  left('单位 unit'),
  right('分 points'),
  left('账 ledger'),
  left('条款 clause'),
  left('记录 record'),
  left('说明 reason'),
];

/** The journal as a table, a credit a line; of one period if given. */
export function journalText(journal: Journal, ledger: Ledger, period: Period | null = null): string {
  const credits = period ? creditsWithin(journal.credits, period) : journal.credits;
  const name = namesIn(ledger);
  return table(
    JOURNAL_COLUMNS,
    credits.map((credit) => creditLine(credit, name)),
  );
}

const creditLine = ({ on, unit, points, ledger, clause, record, reason }: Credit, name: Name): string[] => [
  on,
  name(unit),
  written(points),
  ledger,
  clause ?? '-',
  record,
  reasonWords(reason, 'zh'),
];
