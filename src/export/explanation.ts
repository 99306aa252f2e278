/** The walk from a total back to what gave it: the credits, the clause behind each, and the line of the record. */
import type { Day } from '../model/day.ts';
import { contains, type Period } from '../model/period.ts';
import { isZero, type Points, written, ZERO } from '../model/points.ts';
import type { Appeal, Ledger } from '../model/records.ts';
import type { Policy } from '../policy/policy.ts';
import type { Credit } from '../scoring/credit.ts';
import type { Journal } from '../scoring/journal.ts';
import { creditsWithin } from '../standings/totals.ts';
import { appealPageWords } from '../words/appeals.ts';
import { dayWords, periodWords } from '../words/periods.ts';
import { pointsWords, signed } from '../words/points.ts';
import { type Called, RECORD_KINDS, reasonWords } from '../words/reasons.ts';
import { creditJson, type LineOf } from './journal.ts';
import { type Paint, PLAIN } from './paint.ts';

export interface Subject {
  readonly kind: 'submission' | 'unit' | 'person';
  readonly id: string;
  /** Full name, or title. */
  readonly name: string;
}

interface Step {
  readonly credit: Credit;
  /** What of the credit belongs to the subject: for a person the own part, else all. */
  readonly points: Points;
  readonly clauseText: string | null;
  readonly path: string;
  readonly line: number | null;
}

export interface Explanation {
  readonly subject: Subject;
  readonly period: Period | null;
  readonly asOf: Day;
  /** The sums of the steps by account: 积分, 稿酬 … */
  readonly totals: readonly { readonly ledger: string; readonly points: Points }[];
  readonly steps: readonly Step[];
  /** Appeals of the unit or person, or about the item, up to the day. */
  readonly appeals: readonly Appeal[];
}

/** What is known of a subject's points; of one period if given. */
export function explain(subject: Subject, { journal, ledger }: Scored, lineOf: LineOf, period: Period | null): Explanation {
  const credits = period ? creditsWithin(journal.credits, period) : journal.credits;
  const policies = new Map(journal.books.map(({ policy }) => [policy.id, policy]));
  const steps = credits.flatMap((credit): Step[] => {
    const points = partOf(credit, subject);
    if (points === null) return [];
    return [{ credit, points, clauseText: clauseText(credit, policies), path: credit.at.file, line: lineOf(credit.at) }];
  });
  const appeals = ledger.appeals.filter(
    (appeal) => concerns(appeal, subject) && appeal.on <= journal.asOf && (period === null || isOf(appeal, period)),
  );
  return { subject, period, asOf: journal.asOf, totals: totalsOf(steps), steps, appeals };
}

/** A journal and the ledger of which it was kept. */
interface Scored {
  readonly journal: Journal;
  readonly ledger: Pick<Ledger, 'appeals'>;
}

const concerns = ({ submission, item, unit, person }: Appeal, { kind, id }: Subject): boolean =>
  kind === 'submission' ? submission === id || item === id : kind === 'unit' ? unit === id : person === id;

/** Filed in the period, or against its bulletin. */
const isOf = ({ on, bulletin }: Appeal, period: Period): boolean => contains(period, on) || bulletin === period.key;

/** Null where the credit has nothing to do with the subject. */
function partOf({ item, record, unit, people, points }: Credit, { kind, id }: Subject): Points | null {
  if (kind === 'submission') return item === id || record === id ? points : null;
  if (kind === 'unit') return unit === id ? points : null;
  return people.find(({ person }) => person === id)?.points ?? null;
}

const clauseText = ({ policy, clause }: Credit, policies: ReadonlyMap<string, Policy>): string | null =>
  policy === null || clause === null ? null : ((policies.get(policy) as Policy).clauses[clause]?.trim() ?? null);

function totalsOf(steps: readonly Step[]): Explanation['totals'] {
  const totals = new Map<string, Points>();
  for (const { credit, points } of steps) totals.set(credit.ledger, (totals.get(credit.ledger) ?? ZERO).plus(points));
  return [...totals].map(([ledger, points]) => ({ ledger, points }));
}

/**
 * `{subject, period, asOf, totals, credits: [{…credit, own, clauseText, zh, en}], appeals}`; `own` is the part that belongs to the subject.
 * It is for whoever has the repository: nothing is kept back.
 */
export function explanationJson({ subject, period, asOf, totals, steps, appeals }: Explanation, lineOf: LineOf): string {
  const credits = steps.map(({ credit, points, clauseText: text }) => ({
    ...creditJson(credit, lineOf),
    own: written(points),
    clauseText: text,
    zh: reasonWords(credit.reason, 'zh'),
    en: reasonWords(credit.reason, 'en'),
  }));
  const sums = totals.map(({ ledger, points }) => ({ ledger, points: written(points) }));
  return `${JSON.stringify({ subject, period: period?.key ?? null, asOf, totals: sums, credits, appeals: appeals.map(({ at, ...appeal }) => ({ ...appeal, file: at.file })) }, null, 2)}\n`;
}

/** The walk as text: the total first, then each credit with its clause, its reason and its record. */
export function explanationText(explanation: Explanation, ledger: Ledger, paint: Paint = PLAIN): string {
  const telling = { subject: explanation.subject, ledger, paint, called: calledIn(ledger) };
  const { subject, period, asOf, totals, steps, appeals } = explanation;
  const when = period ? `${periodWords(period, 'zh')} ${periodWords(period, 'en')}` : `截至 ${dayWords(asOf, 'zh')} up to ${dayWords(asOf, 'en')}`;
  const head = `${paint.strong(`${subject.name} (${subject.id})`)}\n${when}\n`;
  const sums = totals.map(
    ({ ledger: account, points }) => `${account} ${paint.strong(`${pointsWords(points, 'zh')} ${pointsWords(points, 'en')}`)}\n`,
  );
  const none = steps.length === 0 ? ['没有计分明细。 No credits.\n'] : [];
  return [
    head + sums.join('') + none.join(''),
    ...steps.map((step) => stepText(step, telling)),
    ...appeals.map((appeal) => appealText(appeal, asOf, telling)),
  ].join('\n');
}

interface Telling {
  readonly subject: Subject;
  readonly ledger: Ledger;
  readonly paint: Paint;
  readonly called: Called;
}

function stepText({ credit, points, clauseText: text, path, line }: Step, { subject, ledger, paint, called }: Telling): string {
  const { on, unit, policy, clause, rule, kind, record, item, reason } = credit;
  const title = item === null || subject.kind === 'submission' ? '' : ` ${called(item)}`;
  const whose = subject.kind === 'unit' ? '' : ` ${ledger.units.get(unit)?.name ?? unit}`;
  const given = isZero(points) ? paint.faint('0') : paint.strong(signed(points));
  const lines = [
    `${on}  ${given}${credit.ledger === '积分' ? '' : ` ${credit.ledger}`}${whose}${title}`,
    `  ${RECORD_KINDS[kind].zh} ${kind}: ${called(record)}`,
    ...(clause === null ? [] : [`  ${policy} ${clause}${rule === null ? '' : ` (${rule})`}${text === null ? '' : `: ${text}`}`]),
    `  ${reasonWords(reason, 'zh', called)}`,
    `  ${reasonWords(reason, 'en', called)}`,
    `  ${paint.faint(line === null ? path : `${path}:${line}`)}`,
  ];
  return `${lines.join('\n')}\n`;
}

/** An appeal: who asked what, and what became of it by the day. */
function appealText(
  { id, at, unit, person, on, item, bulletin, clause, asks, grounds, decision, withdrawn }: Appeal,
  asOf: Day,
  telling: Telling,
): string {
  const { ledger, paint, called } = telling;
  const personNamed = (one: string | null): string | null => (one === null ? null : (ledger.people.get(one)?.name ?? one));
  const seen = decision !== null && decision.on <= asOf ? decision : null;
  const about = [item === null ? null : called(item), bulletin, clause].filter((part) => part !== null).join(' · ');
  const [zh, en] = [appealPageWords('zh'), appealPageWords('en')];
  const open =
    withdrawn !== null && withdrawn <= asOf ? `${zh.withdrawnOn(withdrawn)} ${en.withdrawnOn(withdrawn)}` : `${zh.undecided} ${en.undecided}`;
  const decided = seen && [
    `${seen.on} ${zh.results[seen.result]} ${en.results[seen.result]} · ${personNamed(seen.person) ?? seen.by ?? ''}: ${seen.reasons}`,
    ...(seen.changed.length === 0 ? [] : [`${zh.changed(seen.changed.join('、'))}`]),
  ];
  const lines = [
    `${on}  ${paint.strong(`${zh.title} ${en.title}`)} ${id}: ${[ledger.units.get(unit)?.name ?? unit, personNamed(person)].filter((part) => part !== null).join(' ')}`,
    `  ${about}`,
    `  ${zh.telling.asks} ${en.telling.asks}: ${asks}`,
    `  ${zh.telling.grounds} ${en.telling.grounds}: ${grounds}`,
    ...(decided ?? [open]).map((line) => `  ${line}`),
    `  ${paint.faint(at.file)}`,
  ];
  return `${lines.join('\n')}\n`;
}

/** Records by what a person would call them: a title, an outlet and a day, a name. */
function calledIn({ submissions, adoptions, outlets, obligations, units }: Ledger): Called {
  const adopted = new Map(adoptions.map((adoption) => [adoption.id, adoption]));
  return (record) => {
    const submission = submissions.get(record);
    const adoption = adopted.get(record);
    if (submission) return `《${submission.title}》`;
    if (adoption) return `${outlets.get(adoption.outlet)?.name ?? adoption.outlet} ${adoption.on} (${record})`;
    return obligations.get(record)?.title ?? units.get(record)?.name ?? record;
  };
}
