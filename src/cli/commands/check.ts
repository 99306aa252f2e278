/** `tongbao check`: everything that is wrong, where, and how to mend it. */
import { appendFileSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { reportText } from '../../export/report.ts';
import { annotations, stepSummary } from '../../export/report-github.ts';
import { reportJson } from '../../export/report-json.ts';
import { type Shown, show } from '../../export/shown.ts';
import { openRoot } from '../../rim/open.ts';
import type { Setting } from '../setting.ts';
import { paintFor } from '../terminal.ts';
import { EXIT } from '../usage.ts';

export const CHECK_FORMATS = ['text', 'json', 'github'] as const;
export type CheckSetting = Setting<(typeof CHECK_FORMATS)[number]>;

export function check(setting: CheckSetting): number {
  const opened = openRoot(setting.root);
  const shown = show(opened.findings, opened.textOf);
  tellCheck(shown, setting);
  opened.keep();
  return shown.length === 0 ? EXIT.clean : EXIT.findings;
}

export const tellCheck = (shown: readonly Shown[], setting: CheckSetting): void => TELLERS[setting.format](shown, setting);

const TELLERS: Readonly<Record<CheckSetting['format'], (shown: readonly Shown[], setting: CheckSetting) => void>> = {
  text: (shown, { terminal }) => terminal.out(reportText(shown, paintFor(terminal))),
  json: (shown, { terminal }) => terminal.out(reportJson(shown)),
  github: tellGitHub,
};

/** Annotations for the pull request, all findings in the log, and all of them in the summary of the step. */
function tellGitHub(shown: readonly Shown[], { terminal, root }: CheckSetting): void {
  terminal.out(annotations(shown, folderFrom(terminal.environment.GITHUB_WORKSPACE ?? terminal.directory, root)));
  terminal.out(reportText(shown));
  const summary = terminal.environment.GITHUB_STEP_SUMMARY;
  if (summary) appendFileSync(summary, stepSummary(shown));
}

/** The way from the work tree to the root, with a slash at its end. */
function folderFrom(tree: string, root: string): string {
  const way = relative(tree, root).split(sep).join('/');
  return way === '' ? '' : `${way}/`;
}
