/** `tongbao plan`: what was done under the publicity plan, its indicators, and what is still to do. */
import { planJson, planText } from '../../export/plan.ts';
import { reportText } from '../../export/report.ts';
import { show } from '../../export/shown.ts';
import { type Period, periodOf } from '../../model/period.ts';
import { reportOn } from '../../plan/report.ts';
import { today } from '../../rim/clock.ts';
import { openRoot } from '../../rim/open.ts';
import type { Setting, TEXT_OR_JSON } from '../setting.ts';
import { paintFor } from '../terminal.ts';
import { EXIT, Usage } from '../usage.ts';

/** Of a period; of the running year where none is given. */
export function tellPlan({ root, asOf, terminal, format }: Setting<(typeof TEXT_OR_JSON)[number]>, wanted: Period | null): number {
  const { ledger, plan, findings, textOf, lineOf, keep } = openRoot(root);
  if (ledger === null || (plan === null && ledger.site.plan !== null)) {
    terminal.err(reportText(show(findings, textOf), paintFor(terminal)));
    return EXIT.findings;
  }
  if (plan === null)
    throw new Usage(
      '这里没有宣传工作方案。请在 data/site.yaml 写上 plan，例如 plan: publicity-plan。',
      'There is no publicity plan here. Name one in data/site.yaml, for example plan: publicity-plan.',
    );
  const on = asOf ?? today(ledger.site.timeZone);
  const report = reportOn(plan, ledger.plan, wanted ?? periodOf(on, 'year'), on);
  terminal.out(format === 'json' ? planJson(report, lineOf) : planText(report, ledger.plan));
  keep();
  return EXIT.clean;
}
