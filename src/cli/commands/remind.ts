/** `tongbao remind`: who owes what and by when; as text, for a calendar, or posted to a group chat, each reminder once. */
import { resolve } from 'node:path';
import { type Reminders, remindersJson, remindersLetter, remindersText } from '../../export/reminders.ts';
import { remindersCalendar } from '../../export/reminders-calendar.ts';
import { chatMessages } from '../../export/reminders-chat.ts';
import { type Names, namesOf } from '../../ledger/names.ts';
import type { Day } from '../../model/day.ts';
import type { Ledger, UnitId } from '../../model/records.ts';
import { memoryBranch } from '../../rim/reminded.ts';
import { type Memory, memoryFile } from '../../rim/sent-file.ts';
import { post, type Robot, robotFrom } from '../../rim/webhook.ts';
import { allOpen, openMatters, remindersDue, sinceUnlessGiven } from '../../standings/matters.ts';
import { NOTHING } from '../../words/reminders.ts';
import { dayFrom, numberFrom } from '../options.ts';
import { type Scored, type Setting, score } from '../setting.ts';
import type { Terminal } from '../terminal.ts';
import { EXIT, Usage } from '../usage.ts';
import { memoryFaultTold, postFaultTold, robotUsage } from './remind-faults.ts';

export const REMIND_FORMATS = ['text', 'json', 'markdown', 'ics'] as const;
export type RemindFormat = (typeof REMIND_FORMATS)[number];

/** The options of the command, as written. */
export interface WrittenRemind {
  readonly since?: string;
  readonly ahead?: string;
  readonly unit: readonly string[];
  readonly all?: true;
  readonly public?: true;
  readonly post?: true;
  readonly sent?: string;
  readonly remember?: true;
  readonly mark?: true;
}

export async function remind(setting: Setting<RemindFormat>, written: WrittenRemind): Promise<number> {
  refuseContradictions(setting.format, written);
  const robot = written.post ? robotIn(setting.terminal) : null;
  const scored = score(setting);
  if (scored === null) return EXIT.findings;
  return memoryFaultTold(setting.terminal, async () => {
    const memory = memoryFrom(setting, written);
    const reminders = remindersOf(scored, setting.format, written, memory);
    const code = robot === null ? tell(reminders, setting, written.mark ? memory : null) : await send(reminders, robot, memory, setting.terminal);
    scored.opened.keep();
    return code;
  });
}

function refuseContradictions(format: RemindFormat, { all, post: posting, sent, remember, mark }: WrittenRemind): void {
  if (sent !== undefined && remember) throw new Usage('--sent 和 --remember 只能写一个。', 'Give either --sent or --remember.');
  if (posting && (all || format !== 'text'))
    throw new Usage(
      '--post 只发送到期的提醒,不能与 --all 或 --format 同用。',
      '--post sends the reminders that are due; it goes with neither --all nor --format.',
    );
  if (mark && sent === undefined && !remember) throw new Usage('--mark 要与 --sent 或 --remember 同用。', '--mark wants --sent or --remember.');
}

function robotIn({ environment }: Terminal): Robot {
  const robot = robotFrom(environment);
  if ('fault' in robot) throw robotUsage(robot.fault);
  return robot;
}

function memoryFrom({ root, terminal }: Setting<RemindFormat>, { sent, remember }: WrittenRemind): Memory | null {
  if (remember) return memoryBranch(root);
  return sent === undefined ? null : memoryFile(resolve(terminal.directory, sent));
}

/** What is told. A calendar shows all that is open, told before or not: it is looked at, not sent. */
function remindersOf({ journal, ledger, opened }: Scored, format: RemindFormat, written: WrittenRemind, memory: Memory | null): Reminders {
  const { asOf } = journal;
  const units = unitsFrom(written.unit, ledger);
  const since = sinceFrom(written.since, asOf);
  const matters = openMatters(journal, ledger, written.ahead === undefined ? null : numberFrom('--ahead', written.ahead, 0, 60));
  const whole = format === 'ics';
  const dues = (written.all || whole ? allOpen : remindersDue)(matters, since, asOf)
    .filter(({ matter }) => units === null || units.has(matter.unit))
    .filter(({ id }) => whole || memory?.known.has(id) !== true);
  const together = (format === 'ics' || format === 'markdown') && units === null;
  return {
    dues,
    since,
    asOf,
    ledger,
    office: opened.bulletinSettings.office ?? ledger.site.organisation,
    openly: written.public || together ? 'to-everybody' : 'to-the-unit',
  };
}

function sinceFrom(written: string | undefined, asOf: Day): Day {
  if (written === undefined) return sinceUnlessGiven(asOf);
  const since = dayFrom(written, '--since');
  if (since > asOf) throw new Usage(`--since ${since} 晚于截止日期 ${asOf}。`, `--since ${since} comes after the day asked for, ${asOf}.`);
  return since;
}

/** The units that are named; null for all. */
function unitsFrom(named: readonly string[], { units }: Ledger): ReadonlySet<UnitId> | null {
  if (named.length === 0) return null;
  const names = namesOf('unit', units.values());
  return new Set(named.map((name) => theUnitNamed(name, names)));
}

function theUnitNamed(name: string, names: Names): UnitId {
  const resolved = names.resolve(name);
  if ('id' in resolved) return resolved.id;
  const { candidates = null, nearest = null } = resolved.fault as { readonly candidates?: readonly string[]; readonly nearest?: string | null };
  if (candidates !== null)
    throw new Usage(
      `有 ${candidates.length} 个单位都叫“${name}”,请改写编号:${candidates.join(', ')}。`,
      `${candidates.length} units go by the name “${name}”; write the id instead: ${candidates.join(', ')}.`,
    );
  throw new Usage(
    `没有名为“${name}”的单位。${nearest === null ? '' : `是不是“${nearest}”?`}`,
    `There is no unit “${name}”.${nearest === null ? '' : ` Did you mean “${nearest}”?`}`,
  );
}

const SHOWN: Readonly<Record<RemindFormat, (reminders: Reminders) => string>> = {
  text: remindersText,
  json: remindersJson,
  markdown: remindersLetter,
  ics: remindersCalendar,
};

function tell(reminders: Reminders, { terminal, format }: Setting<RemindFormat>, marking: Memory | null): number {
  terminal.out(SHOWN[format](reminders));
  if (reminders.dues.length > 0) marking?.keep(reminders.dues.map(({ id }) => id));
  return EXIT.clean;
}

/**
 * One message after the other; each is remembered as soon as it was taken, so that whatever happens next sends none of it twice. What cannot be remembered
 * is not sent: the list is written once before the first.
 */
async function send(reminders: Reminders, robot: Robot, memory: Memory | null, terminal: Terminal): Promise<number> {
  const messages = chatMessages(reminders, robot.chat);
  if (messages.length > 0) memory?.keep([]);
  for (const [index, { body, ids }] of messages.entries()) {
    const fault = await post(robot, body, Date.now);
    if (fault !== null) return postFaultTold(fault, { sent: index, of: messages.length, kept: memory !== null }, terminal);
    memory?.keep(ids);
  }
  const { length } = reminders.dues;
  terminal.out(
    length === 0 ? `${NOTHING.zh} ${NOTHING.en}\n` : `已发送 ${length} 条提醒。 Sent ${length} ${length === 1 ? 'reminder' : 'reminders'}.\n`,
  );
  return EXIT.clean;
}
