/** `tongbao explain`: the walk from a total to the credits, their clauses and their records. */
import { explain, explanationJson, explanationText, type Subject } from '../../export/explanation.ts';
import { subjectsNamed } from '../../export/subjects.ts';
import type { Period } from '../../model/period.ts';
import type { Ledger } from '../../model/records.ts';
import { type Setting, score, type TEXT_OR_JSON } from '../setting.ts';
import { paintFor } from '../terminal.ts';
import { EXIT, Usage } from '../usage.ts';

export function tellExplanation(setting: Setting<(typeof TEXT_OR_JSON)[number]>, named: string, period: Period | null): number {
  const scored = score(setting);
  if (scored === null) return EXIT.findings;
  const { journal, ledger, opened } = scored;
  const explanation = explain(theOneNamed(named, ledger), { journal, ledger }, opened.lineOf, period);
  setting.terminal.out(
    setting.format === 'json' ? explanationJson(explanation, opened.lineOf) : explanationText(explanation, ledger, paintFor(setting.terminal)),
  );
  opened.keep();
  return EXIT.clean;
}

function theOneNamed(named: string, ledger: Ledger): Subject {
  const { found, nearest } = subjectsNamed(named, ledger);
  const [only, ...others] = found;
  if (only === undefined)
    throw new Usage(
      `没有名为“${named}”的报送、单位或人员。${nearest === null ? '' : `是不是“${nearest}”?`}`,
      `There is no submission, unit or person “${named}”.${nearest === null ? '' : ` Did you mean “${nearest}”?`}`,
    );
  if (others.length === 0) return only;
  const ids = found.map(({ id }) => id).join(', ');
  throw new Usage(
    `有 ${found.length} 个都叫“${named}”,请改写编号:${ids}。`,
    `${found.length} go by the name “${named}”; write the id instead: ${ids}.`,
  );
}
