/** `tongbao policy test`: runs the cases that stand beside ordinances, and says which clauses have none. */
import { hasFailed, type Suite, uncovered } from '../../cases/suite.ts';
import { casesJson, casesJUnit } from '../../export/cases-json.ts';
import { casesText, type Looks } from '../../export/cases-text.ts';
import { policyIdsIn, runCasesOf } from '../../rim/cases.ts';
import { readToShow } from '../../rim/disk.ts';
import { linesIn } from '../../rim/open.ts';
import { policyNamed } from '../policy-named.ts';
import type { Setting } from '../setting.ts';
import { paintFor } from '../terminal.ts';
import { EXIT } from '../usage.ts';

export const TEST_FORMATS = ['text', 'json', 'junit'] as const;
type TestSetting = Setting<(typeof TEST_FORMATS)[number]>;

/** Of all ordinances unless some are named. With `strict`, a clause without a case counts as a failure. */
export function policyTest(setting: TestSetting, named: readonly string[], strict: boolean): number {
  const known = policyIdsIn(setting.root);
  const ids = named.length === 0 ? known : named.map((id) => policyNamed(id, known));
  const suites = ids.map((id) => runCasesOf(setting.root, id));
  setting.terminal.out(TELLERS[setting.format](suites, looksInto(setting.root), setting));
  const failed = suites.some(hasFailed) || (strict && suites.some((suite) => uncovered(suite).length > 0));
  return failed ? EXIT.findings : EXIT.clean;
}

const TELLERS: Readonly<Record<TestSetting['format'], (suites: readonly Suite[], looks: Looks, setting: TestSetting) => string>> = {
  text: (suites, looks, { terminal }) => casesText(suites, looks, paintFor(terminal)),
  json: casesJson,
  junit: casesJUnit,
};

function looksInto(root: string): Looks {
  const textOf = (file: string): string | null => readToShow(root, file);
  return { textOf, lineOf: linesIn(textOf) };
}
