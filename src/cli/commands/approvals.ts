/** `tongbao approvals`: which steps of its chain each submission went through, by what Git shows. */
import { approvalBlocks, approvalsJson, approvalsText, type JudgedSubmission } from '../../export/approvals.ts';
import { idOf } from '../../ledger/files.ts';
import { nearest } from '../../ledger/nearest.ts';
import type { Day } from '../../model/day.ts';
import { byDay } from '../../model/order.ts';
import { contains, type Period } from '../../model/period.ts';
import type { Ledger, Submission } from '../../model/records.ts';
import { approvalsUnder, trailsBy } from '../../rim/approvals.ts';
import { open, type Setting, type TEXT_OR_JSON } from '../setting.ts';
import { paintFor } from '../terminal.ts';
import { EXIT, Usage } from '../usage.ts';

/** Of the submissions named, of all filed by now where none is; of those an ordinance asks approval for. Fails unless every chain is complete. */
export function tellApprovals(setting: Setting<(typeof TEXT_OR_JSON)[number]>, named: readonly string[], period: Period | null): number {
  const found = open(setting);
  if (found === null) return EXIT.findings;
  const { opened, ledger, asOf } = found;
  const trailOf = setting.asOf === null ? opened.trailOf : trailsBy(setting.asOf, ledger, opened.trailOf);
  const { judged } = approvalsUnder({ ledger, policies: opened.policies }, opened.values, trailOf, asOf);
  const all = wanted(named, period, ledger, asOf)
    .map((submission): JudgedSubmission => ({ submission, judged: judged(submission) }))
    .filter((one) => one.judged.steps.length > 0);
  const { by } = ledger.site.approvals;
  const tell = named.length > 0 ? approvalBlocks : approvalsText;
  setting.terminal.out(setting.format === 'json' ? approvalsJson(all, ledger) : tell(all, by, paintFor(setting.terminal)));
  opened.keep();
  return all.every((one) => one.judged.state === 'complete') ? EXIT.clean : EXIT.findings;
}

function wanted(named: readonly string[], period: Period | null, { submissions }: Ledger, asOf: Day): Submission[] {
  const all =
    named.length === 0 ? [...submissions.values()].filter(({ on }) => on <= asOf).sort(byDay) : named.map((one) => submissionNamed(one, submissions));
  return period === null ? all : all.filter(({ on }) => contains(period, on));
}

/** By its id, or by the path of its file. */
function submissionNamed(written: string, submissions: Ledger['submissions']): Submission {
  const id = idOf(written);
  const submission = submissions.get(id);
  if (submission !== undefined) return submission;
  const near = nearest(id, [...submissions.keys()]);
  throw new Usage(
    `没有编号为“${id}”的报送。${near === null ? '' : `是不是“${near}”?`}`,
    `There is no submission “${id}”.${near === null ? '' : ` Did you mean “${near}”?`}`,
  );
}
