/** What every command works with: where the ledger lies, which day it is, how to answer. */

import { notAsked } from '../approval/approvals.ts';
import { notAskedText } from '../export/approvals.ts';
import { reportText } from '../export/report.ts';
import { show } from '../export/shown.ts';
import type { Day } from '../model/day.ts';
import type { Ledger } from '../model/records.ts';
import { bookOf } from '../rim/bulletins.ts';
import { today } from '../rim/clock.ts';
import { type Opened, openRoot } from '../rim/open.ts';
import type { Journal } from '../scoring/journal.ts';
import { dayFrom, folderOf, formatFrom } from './options.ts';
import { paintFor, type Terminal } from './terminal.ts';

/** The options of all commands, as written. */
export interface Written {
  readonly root: string;
  readonly asOf?: string;
  readonly format: string;
}

export interface Setting<F extends string> {
  readonly terminal: Terminal;
  readonly root: string;
  /** Null for today, which depends on the time zone of the installation. */
  readonly asOf: Day | null;
  readonly format: F;
}

export const TEXT_OR_JSON = ['text', 'json'] as const;

export function settingFrom<F extends string>(written: Written, formats: readonly F[], terminal: Terminal): Setting<F> {
  return {
    terminal,
    root: folderOf(written.root, terminal.directory),
    asOf: written.asOf === undefined ? null : dayFrom(written.asOf),
    format: formatFrom(written.format, formats),
  };
}

export interface Found {
  readonly opened: Opened;
  readonly ledger: Ledger;
  readonly asOf: Day;
}

/** Opens the root. Findings do not stop it: they are counted on the error channel. Null where there is no ledger at all; then they are told in full. */
export function open({ root, asOf, terminal }: Setting<string>): Found | null {
  const opened = openRoot(root);
  const { ledger, findings } = opened;
  if (ledger === null) {
    terminal.err(reportText(show(findings, opened.textOf), paintFor(terminal)));
    return null;
  }
  if (findings.length > 0)
    terminal.err(`检查发现 ${findings.length} 项,运行 tongbao check 查看。 The check has ${findings.length} findings; see tongbao check.\n`);
  terminal.err(notAskedText(notAsked(ledger, opened.trailOf)));
  return { opened, ledger, asOf: asOf ?? today(ledger.site.timeZone) };
}

export interface Scored {
  readonly opened: Opened;
  readonly ledger: Ledger;
  /** With what bulletins published in its place. */
  readonly journal: Journal;
}

/** Opens and scores the root, as `open` does. */
export function score(setting: Setting<string>): Scored | null {
  const found = open(setting);
  if (found === null) return null;
  const { opened, ledger, asOf } = found;
  return { opened, ledger, journal: bookOf({ ...opened, ledger }, asOf) };
}
