/** What `tongbao approvals` found out, as text for people and as JSON for programs. */
import type { notAsked } from '../approval/approvals.ts';
import type { Judged } from '../approval/judge.ts';
import type { Approved } from '../approval/story.ts';
import type { ChainState } from '../model/provenance.ts';
import type { Approving, Ledger, Submission } from '../model/records.ts';
import { APPROVALS, APPROVED_HOW, CHAIN_STATES, doubtWords } from '../words/approvals.ts';
import { quoted, type Said } from '../words/speech.ts';
import { type Paint, PLAIN } from './paint.ts';

/** A submission and what Git shows of its chain. */
export interface JudgedSubmission {
  readonly submission: Submission;
  readonly judged: Judged;
}

const tallyOf = (all: readonly JudgedSubmission[]): Record<ChainState, number> => {
  const tally = { complete: 0, incomplete: 0, unverified: 0 };
  for (const { judged } of all) tally[judged.state]++;
  return tally;
};

/** One line for each that is not complete, and each remedy once. */
export function approvalsText(all: readonly JudgedSubmission[], basis: Approving['by'], paint: Paint = PLAIN): string {
  const open = all.filter(({ judged }) => judged.state !== 'complete');
  return [...open.map((one) => lineOf(one, paint)), ...remediesOf(open), ...endOf(all, basis)].join('');
}

/** A block for each, with every step. */
export function approvalBlocks(all: readonly JudgedSubmission[], basis: Approving['by'], paint: Paint = PLAIN): string {
  return [...all.map((one) => blockOf(one, paint)), ...endOf(all, basis)].join('');
}

/** In the terminal Chinese has the narrow signs of the keyboard. */
const narrow = (text: string): string => text.replace(/[，。：；（）]/g, (sign) => NARROW[sign] as string);
const NARROW: Readonly<Record<string, string>> = { '，': ',', '。': '。', '：': ':', '；': ';', '（': '(', '）': ')' };

const line = ({ zh, en }: Said, indent = ''): string => `${indent}${narrow(zh)}\n${indent}${en}\n`;
const beside = ({ zh, en }: Said): string => `${narrow(zh)} ${en}`;

const stateOf = ({ state }: Judged, paint: Paint): string => {
  const words = beside(CHAIN_STATES[state]);
  return state === 'complete' ? words : paint.warning(words);
};

function lineOf({ submission: { id, on, title }, judged }: JudgedSubmission, paint: Paint): string {
  const lacking = judged.steps.filter(({ taken }) => taken === null).map(({ step }) => step);
  return `${on}  ${paint.strong(id)}  ${stateOf(judged, paint)}  ${narrow(APPROVALS.lacking(lacking).zh)}  ${paint.faint(quoted(title))}\n`;
}

function remediesOf(all: readonly JudgedSubmission[]): string[] {
  const said = all.flatMap(({ judged }) => judged.doubts.map((doubt) => doubtSaid(doubt)));
  const once = [...new Map(said.map((one) => [one.zh, one])).values()];
  return once.map((one) => `\n${line(one)}`);
}

function doubtSaid(doubt: Judged['doubts'][number]): Said {
  const { zh, en } = doubtWords(doubt);
  return { zh: zh.what + zh.remedy, en: `${en.what} ${en.remedy}` };
}

function blockOf({ submission: { id, title }, judged }: JudgedSubmission, paint: Paint): string {
  return [
    `${paint.strong(id)}  ${quoted(title)}\n  ${stateOf(judged, paint)}\n`,
    ...judged.steps.map(({ step, taken, people }) =>
      taken === null
        ? openLine(
            step,
            people.map(({ name }) => name),
          )
        : `  ✓ ${step}  ${approvedText(taken)}\n`,
    ),
    ...judged.beside.map((approved) => `  + ${beside(APPROVALS.beside)}  ${approvedText(approved)}\n`),
    ...judged.doubts.map((doubt) => line(doubtSaid(doubt), '  ')),
    '\n',
  ].join('');
}

function openLine(step: string, names: readonly string[]): string {
  const who = APPROVALS.mayTake(names);
  return `  · ${step}  ${beside(APPROVALS.open)}: ${narrow(who.zh)} ${who.en}\n`;
}

function approvedText({ name, on, how, byName }: Approved): string {
  const sure = byName ? ` (${beside(APPROVALS.byName)})` : '';
  return `${name === null ? '' : `${quoted(name).slice(1, -1)} `}${on} ${beside(APPROVED_HOW[how])}${sure}`;
}

function endOf(all: readonly JudgedSubmission[], basis: Approving['by']): string[] {
  if (all.length === 0) return [line(APPROVALS.none)];
  return [`\n${line(APPROVALS.tally(tallyOf(all)))}`, line(APPROVALS.basis[basis])];
}

/** Ids throughout, for programs; names where the register has none. */
export function approvalsJson(all: readonly JudgedSubmission[], { site }: Pick<Ledger, 'site'>): string {
  const records = all.map(({ submission: { id, at, on, title }, judged: { state, steps, beside: others, doubts } }) => ({
    id,
    file: at.file,
    title,
    on,
    state,
    steps: steps.map(({ step, clause, roles, people, taken }) => ({
      step,
      clause,
      roles,
      taken: taken && approvedJson(taken),
      people: taken === null ? people.map((person) => person.id) : [],
    })),
    beside: others.map(approvedJson),
    doubts: doubts.map((doubt) => ({ ...doubt, words: doubtWords(doubt) })),
  }));
  return `${JSON.stringify({ basis: site.approvals.by, since: site.approvals.since, tally: tallyOf(all), records }, null, 2)}\n`;
}

const approvedJson = ({ person, name, how, on, commit, byName }: Approved) => ({ person, name, how, on, commit, by_name: byName });

/** A line for each reason why points do not go by Git though they should. */
export const notAskedText = (reasons: ReturnType<typeof notAsked>): string =>
  [...reasons].map(([code, count]) => line(joined(APPROVALS.notAsked(count), doubtSaid({ code })))).join('');

const joined = (a: Said, b: Said): Said => ({ zh: a.zh + b.zh, en: `${a.en} ${b.en}` });
