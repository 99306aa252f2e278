/** The cases beside an ordinance: what they show, and which clauses they prove. */
import type { Run } from '../cases/run.ts';
import { isPassed, type Suite } from '../cases/suite.ts';
import { type Context, sourceCell } from './context.ts';
import type { Cell, Linked, Section } from './shown.ts';

const CASES = 'cases';

/** Each case once, under the readings as chosen, and whether it comes out as expected under all that it names. */
function casesIn({ runs }: Suite): { readonly run: Run; readonly passed: boolean }[] {
  return runs.filter(({ reading }) => reading === null).map((run) => ({ run, passed: runs.filter(({ name }) => name === run.name).every(isPassed) }));
}

/** The cases of a clause, in a few words; nothing where they were not run, or the clause needs none. */
export function casesOf(clause: string, policy: string, suite: Suite | null, { ui }: Context): Linked[] {
  const covered = suite?.coverage.find((one) => one.clause === clause);
  if (!suite || !covered || suite.runs.length === 0) return [];
  if (covered.untouched.length === covered.parts.length) return [{ text: ui.policy.withoutCase, tone: 'muted' }];
  const count = casesIn(suite).filter(({ run }) => touches(run, clause, policy)).length;
  return [{ text: count === 0 ? ui.policy.cases : ui.policy.touched(count), href: `policies/${policy}/#${CASES}` }];
}

const touches = ({ verdicts }: Run, clause: string, policy: string): boolean =>
  verdicts.some(({ credits }) => credits.some((credit) => credit.policy === policy && credit.clause === clause));

/** All cases, each with its reasons. */
export function casesSection(suite: Suite | null, context: Context): Section[] {
  const { ui } = context;
  const cases = suite === null ? [] : casesIn(suite);
  if (cases.length === 0) return [];
  const passed = cases.filter((one) => one.passed).length;
  return [{ id: CASES, title: ui.policy.cases, text: ui.policy.casesText(passed, cases.length), list: cases.map((one) => caseCell(one, context)) }];
}

function caseCell({ run, passed }: { readonly run: Run; readonly passed: boolean }, context: Context): Cell {
  const { ui } = context;
  const reasons = [...new Set(run.verdicts.flatMap(({ statement }) => statement.because ?? []))];
  const { text: where, href } = sourceCell(run.at, context);
  return {
    text: run.name,
    marks: [passed ? { text: ui.policy.passed, tone: 'good' } : { text: ui.policy.failed, tone: 'bad' }],
    lines: [...reasons.map((reason) => ({ text: reason, tone: 'muted' }) as const), { text: where, href, tone: 'muted' }],
  };
}
