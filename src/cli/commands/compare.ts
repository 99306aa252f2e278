/** `tongbao compare`: one ledger under two ordinances, each as if it alone had been in force. */
import { existsSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { type Compared, comparisonJson, comparisonText } from '../../export/comparison.ts';
import { reportText } from '../../export/report.ts';
import { show } from '../../export/shown.ts';
import { nearest } from '../../ledger/nearest.ts';
import type { Finding } from '../../model/finding.ts';
import { type Period, periodOf } from '../../model/period.ts';
import { asIfSince, forEveryone } from '../../policy/as-if.ts';
import { decidePolicy } from '../../policy/decide.ts';
import type { Policy } from '../../policy/policy.ts';
import { choosing } from '../../policy/readings.ts';
import { policyIdsIn } from '../../rim/cases.ts';
import { readToShow } from '../../rim/disk.ts';
import { keepJournal } from '../../scoring/journal.ts';
import { parse } from '../../source/parse.ts';
import { compare } from '../../standings/comparison.ts';
import { yearToDate } from '../../standings/totals.ts';
import { open, type Setting, type TEXT_OR_JSON } from '../setting.ts';
import { paintFor } from '../terminal.ts';
import { EXIT, Usage } from '../usage.ts';

/** An ordinance as it was named, with the readings to choose otherwise: option by reading. */
export interface Wanted {
  readonly named: string;
  readonly readings: ReadonlyMap<string, string>;
}

export interface Comparing {
  readonly wanted: readonly Wanted[];
  /** Null for the year of the day asked for. */
  readonly period: Period | null;
  /** Whether all units take part, whomever the ordinances name as their subjects. */
  readonly everyone: boolean;
}

export function tellComparison(setting: Setting<(typeof TEXT_OR_JSON)[number]>, { wanted, everyone, ...asked }: Comparing): number {
  const [a, b] = twoOf(wanted);
  const found = open(setting);
  if (found === null) return EXIT.findings;
  const { ledger, asOf, opened } = found;
  const period = asked.period ?? periodOf(asOf, 'year');
  const [before, after] = [sideOf(a, setting, period), sideOf(b, setting, period)];
  if (before === null || after === null) return EXIT.findings;
  const journalOf = ({ policy }: Compared) => keepJournal(ledger, [everyone ? forEveryone(policy) : policy], asOf);
  const comparison = compare(journalOf(before), journalOf(after), ledger, period);
  setting.terminal.out((setting.format === 'json' ? comparisonJson : comparisonText)(comparison, [before, after], ledger));
  opened.keep();
  return EXIT.clean;
}

/** From `--policy A --policy B` and `--reading`: with one ordinance named, its chosen readings against the other ones. */
export function wantedFrom(policies: readonly string[], readings: readonly string[]): Wanted[] {
  const chosen = new Map(readings.map(readingFrom));
  const plain = policies.map((named) => ({ named, readings: new Map<string, string>() }));
  const [only, ...others] = plain;
  if (only !== undefined && others.length === 0) return [only, { ...only, readings: chosen }];
  return plain.map((one, index) => (index === plain.length - 1 ? { ...one, readings: chosen } : one));
}

function readingFrom(written: string): [reading: string, option: string] {
  const [, reading, option] = /^([^=]+)=(.+)$/.exec(written) ?? [];
  if (reading === undefined || option === undefined)
    throw new Usage(`--reading 请写成 A01=B 的形式,“${written}”不是。`, `Write --reading like A01=B; “${written}” is not.`);
  return [reading, option];
}

function twoOf(wanted: readonly Wanted[]): [Wanted, Wanted] {
  const [a, b, ...more] = wanted;
  if (a === undefined || b === undefined || more.length > 0)
    throw new Usage(
      `对比要有两部办法:--policy 写两次,或写一次并用 --reading 换一种理解。`,
      'A comparison takes two ordinances: give --policy twice, or once with --reading.',
    );
  if (a.named === b.named && b.readings.size === 0)
    throw new Usage(`两部办法是同一部:请换一部,或用 --reading 换一种理解。`, 'Both are the same ordinance: name another, or give --reading.');
  return [a, b];
}

/** The ordinance as if in force for all that the period's totals need; null where it has findings that keep it from being used, which are told. */
function sideOf({ named, readings }: Wanted, setting: Setting<string>, period: Period): Compared | null {
  const { root, file } = fileOf(named, setting);
  const text = readToShow(root, file) ?? '';
  const parsed = parse(file, text);
  const value = [...readings].reduce((written, [reading, option]) => choosing(written, known(reading, written, named), option), parsed.value);
  const { policy, findings } = decided(file, value, parsed.findings);
  if (policy === null) {
    setting.terminal.err(
      reportText(
        show(findings, () => text),
        paintFor(setting.terminal),
      ),
    );
    return null;
  }
  const since = yearToDate(period).from < period.from ? yearToDate(period).from : period.from;
  const taken = asIfSince(policy, since);
  const isAsItIs = taken.inForce.from === policy.inForce.from && policy.inForce.to === null;
  return { policy: taken, readings: [...readings].map(([reading, option]) => `${reading}=${option}`), since: isAsItIs ? null : taken.inForce.from };
}

function decided(file: string, value: unknown, before: readonly Finding[]): { policy: Policy | null; findings: readonly Finding[] } {
  if (value === undefined) return { policy: null, findings: before };
  const { policy, findings } = decidePolicy(calledById(file, value), value);
  return { policy, findings: [...before, ...findings.map((finding) => ({ ...finding, at: { ...finding.at, file } }))] };
}

/** A draft may lie in a file of any name; under `policies/` the id has to be the name. */
function calledById(file: string, value: unknown): string {
  const id = (value as { id?: unknown } | null)?.id;
  return file.startsWith('policies/') || typeof id !== 'string' ? file : `${id}.yaml`;
}

function known(reading: string, written: unknown, named: string): string {
  const readings = Object.keys((written as { readings?: object } | undefined)?.readings ?? {});
  if (readings.includes(reading)) return reading;
  throw new Usage(
    `${named} 没有 ${reading} 这一项理解,可写:${readings.join('、') || '(无)'}。`,
    `${named} has no reading ${reading}; it has ${readings.join(', ') || 'none'}.`,
  );
}

/** A path if it ends in `.yaml` and is there, else an id under `policies/`. */
function fileOf(named: string, { root, terminal }: Setting<string>): { root: string; file: string } {
  const path = resolve(terminal.directory, named);
  if (/\.ya?ml$/.test(named) && existsSync(path)) return { root: dirname(path), file: basename(path) };
  const ids = policyIdsIn(root);
  if (ids.includes(named)) return { root, file: `policies/${named}.yaml` };
  const near = nearest(named, ids);
  throw new Usage(
    `没有名为“${named}”的办法;可以写 policies/ 下的编号,或 YAML 文件的路径。${near === null ? '' : `是不是“${near}”?`}`,
    `There is no ordinance “${named}”: name one under policies/, or the path of a YAML file.${near === null ? '' : ` Did you mean “${near}”?`}`,
  );
}
