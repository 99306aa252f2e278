/** The results of the cases of ordinances as text for people: what differs, what the answer rests on, which clauses have no case. */
import type { ClauseCovered } from '../cases/coverage.ts';
import type { Run, Verdict } from '../cases/run.ts';
import { hasFailed, isPassed, type Suite, uncovered } from '../cases/suite.ts';
import type { Place } from '../model/place.ts';
import type { Ledger } from '../model/records.ts';
import type { Credit } from '../scoring/credit.ts';
import { differenceWords, outsiderWords, readingWords } from '../words/cases.ts';
import { signed } from '../words/points.ts';
import { reasonWords } from '../words/reasons.ts';
import { type Paint, PLAIN } from './paint.ts';
import { findingText } from './report.ts';
import { show } from './shown.ts';

/** What looks into files: their text for excerpts, the line of a place. */
export interface Looks {
  readonly textOf: (file: string) => string | null;
  readonly lineOf: (place: Place) => number;
}

/** Each ordinance with what is wrong, what differs and what is not covered. */
export const casesText = (suites: readonly Suite[], looks: Looks, paint: Paint = PLAIN): string =>
  suites.map((suite) => suiteText(suite, looks, paint)).join('\n');

function suiteText(suite: Suite, { textOf, lineOf }: Looks, paint: Paint): string {
  const { policy, title, runs, findings } = suite;
  const head = `${paint.strong(policy)}${title === null ? '' : `  ${title}`}\n`;
  const failed = runs.filter((run) => !isPassed(run)).map((run) => runText(run, lineOf, paint));
  return [
    head,
    ...show(findings, textOf).map((one) => `${findingText(one, paint)}\n`),
    ...failed,
    tallyText(suite, paint),
    ...coverageText(suite, paint),
  ].join('');
}

/** How many cases and statements there are, and how many of them differ. */
export interface Tally {
  readonly cases: number;
  readonly checks: number;
  readonly failed: number;
}

export function tallyOf({ runs }: Suite): Tally {
  const verdicts = runs.flatMap((run) => run.verdicts);
  return {
    cases: runs.filter(({ reading }) => reading === null).length,
    checks: verdicts.length,
    failed: verdicts.filter(({ passed }) => !passed).length,
  };
}

function tallyText(suite: Suite, paint: Paint): string {
  const { cases, checks, failed } = tallyOf(suite);
  if (cases === 0 && suite.findings.length === 0) return `  ${paint.warning('没有案例')}  no cases\n`;
  if (hasRunNothing(suite)) return paint.error(`  ${NOT_RUN[blameOf(suite)]}\n`);
  const [zh, en] = outcomeOf(suite, failed);
  const text = `  ${cases} 个案例,${checks} 项判断,${zh}  ${counted(cases, 'case')}, ${counted(checks, 'check')}, ${en}\n`;
  return hasFailed(suite) ? paint.error(text) : text;
}

/** Something is so wrong that no case could be asked. */
const hasRunNothing = (suite: Suite): boolean => suite.runs.length === 0 && hasFailed(suite);

const blameOf = ({ file, findings }: Suite): keyof typeof NOT_RUN => (findings.some(({ at }) => at.file === file) ? 'cases' : 'policy');

function outcomeOf(suite: Suite, failed: number): readonly [zh: string, en: string] {
  if (failed > 0) return [`${failed} 项不符`, `${failed} ${failed === 1 ? 'differs' : 'differ'}`];
  return hasFailed(suite) ? ['运行了的都相符,其余有错', 'all that ran as expected, others have errors'] : ['全部相符', 'all as expected'];
}

const NOT_RUN = {
  cases: '案例文件有错,没有运行  the file of cases has errors; nothing was run',
  policy: '办法有错,案例没有运行  the ordinance has errors; no case was run',
} as const;

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

function coverageText(suite: Suite, paint: Paint): string[] {
  const { coverage } = suite;
  const without = uncovered(suite);
  if (coverage.length === 0 || hasRunNothing(suite)) return [];
  const covered = coverage.length - without.length;
  const head = `  条款 ${covered}/${coverage.length} 有案例  ${covered} of ${coverage.length} clauses have a case\n`;
  return [
    head,
    ...without.map(({ clause, untouched }: ClauseCovered) => paint.warning(`    ${clause}  没有案例 no case: ${untouched.join(', ')}\n`)),
  ];
}

function runText(run: Run, lineOf: Looks['lineOf'], paint: Paint): string {
  const { name, reading, verdicts, ledger } = run;
  const read = readingWords(reading);
  const wrong = verdicts.filter(({ passed }) => !passed);
  const title = `  ${paint.strong(name)}${read.zh}${read.en}\n`;
  return [title, ...wrong.map((verdict) => verdictText(verdict, ledger, lineOf, paint))].join('');
}

/** What the statement asks about. */
export const askedWords = ({ statement: { item, unit, person, award, in: period, duty, of } }: Verdict): string =>
  [item ?? unit ?? person ?? award, period, duty, of].filter((part) => part !== undefined).join(' ');

function verdictText(verdict: Verdict, ledger: Ledger, lineOf: Looks['lineOf'], paint: Paint): string {
  const { at, measure, expected, got, credits, statement, outsider } = verdict;
  const { zh, en } = differenceWords(measure, expected, got);
  const asked = askedWords(verdict);
  const lines = [
    `${at.file}:${lineOf(at)}`,
    paint.error(`${asked} ${zh}`),
    paint.error(`${asked} ${en}`),
    ...(outsider === null ? [] : Object.values(outsiderWords(outsider))),
    ...(statement.because === undefined ? [] : [`案例的推算 worked out: ${statement.because}`]),
    ...(credits.length === 0 ? [] : ['程序的明细 credits:']),
    ...credits.map((credit) => `  ${creditText(credit, ledger)}`),
  ];
  return lines.map((line) => `    ${line}\n`).join('');
}

/** A credit on one line: day, points, clause, record and reason. */
export function creditText({ on, points, clause, rule, unit, record, reason }: Credit, ledger: Ledger): string {
  const called = calledIn(ledger);
  const where = `${clause ?? '—'}${rule === null ? '' : ` (${rule})`}`;
  return `${on}  ${signed(points)}  ${called(unit)}  ${where}  ${called(record)}  ${reasonWords(reason, 'zh', called)}  ${reasonWords(reason, 'en', called)}`;
}

/** Records by what the writer of the case calls them: an adoption by its outlet. */
function calledIn({ adoptions, outlets, units }: Ledger): (id: string) => string {
  const adopted = new Map(adoptions.map(({ id, outlet }) => [id, outlet]));
  return (id) => outlets.get(adopted.get(id) ?? '')?.name ?? units.get(id)?.name ?? id;
}
