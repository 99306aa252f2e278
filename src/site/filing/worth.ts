/** What a draft is worth, in the words of the page. */
import { type ClassWorth, type Gain, type Valued, worthOf } from '../../filing/worth.ts';
import { written } from '../../model/points.ts';
import type { UnitId } from '../../model/records.ts';
import { POINTS } from '../../scoring/credit.ts';
import { filingWords } from '../../words/filing.ts';
import { periodKeyWords } from '../../words/periods.ts';
import { pointsWords } from '../../words/points.ts';
import { reasonWords } from '../../words/reasons.ts';
import { clausePath } from '../links.ts';
import type { Linked } from '../shown.ts';
import type { Desk } from './desk.ts';
import type { FilingKind } from './fields.ts';

export interface WorthRow {
  readonly label: string;
  readonly note: string;
  readonly points: string;
  /** Whether there are any. */
  readonly counts: boolean;
  readonly clauses: readonly Linked[];
  readonly reason: string;
}

export interface WorthShown {
  /** What the draft itself earns; null as long as that cannot be told, and `waiting` says what for. */
  readonly now: WorthRow | null;
  readonly waiting: string;
  readonly intro: string;
  readonly caption: string;
  /** The highest class first, then instructions. */
  readonly rows: readonly WorthRow[];
  /** Sentences, with what they rest on. */
  readonly lines: readonly { readonly text: string; readonly clauses: readonly Linked[] }[];
}

const NOTHING_YET: Omit<WorthShown, 'waiting'> = { now: null, intro: '', caption: '', rows: [], lines: [] };

export function worthShown(valued: Valued | null, kind: FilingKind, desk: Desk): WorthShown {
  const words = filingWords(desk.language);
  const worth = valued === null ? null : worthOf(valued);
  const isItem = kind === 'submission' || kind === 'answer';
  if (valued === null || worth === null) return { ...NOTHING_YET, waiting: isItem ? words.worthWaiting.submission : words.worthWaiting.other };
  const about: About = { desk, valued, leading: leadingUnit(valued) };
  const { steps, duties, unknown } = worth;
  const rows = [
    ...worth.classes.map((one) => classRow(one, about)),
    ...worth.instructions.map(({ level, gain }) => rowOf(words.instructionOf(level), '', gain, about)),
  ].filter(({ counts }) => isItem || counts);
  return {
    now: rowOf(words.now[kind === 'answer' ? 'submission' : kind], '', worth.now, about),
    waiting: '',
    intro: titleOf(valued, desk),
    caption: words.worthCaption(!isItem),
    rows,
    lines: [
      ...[...new Map(duties.map((duty) => [`${duty.title} ${duty.period}`, duty])).values()].map(({ title, policy, clause, period }) => ({
        text: words.duty(title, periodKeyWords(period, desk.language)),
        clauses: [clauseLink(policy, clause)],
      })),
      ...(steps.length > 0 && isItem ? [{ text: words.steps(steps.join(desk.language === 'zh' ? '、' : ', ')), clauses: [] }] : []),
      ...(unknown.length > 0 ? [{ text: words.unknown(unknown.map(({ clause }) => clause).join('、')), clauses: [] }] : []),
      ...(rows.length > 0 ? [{ text: words.assumed, clauses: [] }] : []),
    ],
  };
}

interface About {
  readonly desk: Desk;
  readonly valued: Valued;
  readonly leading: UnitId;
}

function leadingUnit({ ledger, record }: Valued): UnitId {
  const submission = 'title' in record ? record : ledger.submissions.get(record.submission);
  return submission?.units[0]?.unit ?? '';
}

/** The ordinance in force on the day. */
function titleOf({ policies, today }: Valued, { language }: Desk): string {
  const latest = policies.filter(({ inForce }) => inForce.from <= today).sort((a, b) => (a.inForce.from < b.inForce.from ? 1 : -1))[0];
  return latest === undefined ? '' : filingWords(language).worthIntro(latest.title);
}

/** More outlets than these are counted, not named. */
const NAMED = 6;

function classRow({ class: name, outlets, gain }: ClassWorth, about: About): WorthRow {
  const names = outlets.map((outlet) => outlet.name);
  const shown = names.slice(0, NAMED).join('、') || filingWords(about.desk.language).noOutlet;
  return rowOf(name, names.length > NAMED ? filingWords(about.desk.language).many(shown, names.length) : shown, gain, about);
}

function rowOf(label: string, note: string, gain: Gain, about: About): WorthRow {
  const { language } = about.desk;
  const counts = gain.points.length > 0;
  return {
    label,
    note,
    counts,
    points: counts ? pointsOf(gain, about) : filingWords(language).nothing,
    clauses: gain.clauses.map(({ policy, clause }) => clauseLink(policy, clause)),
    reason: gain.reason === null || gain.reason.code === 'not-covered' ? '' : reasonWords(gain.reason, language, (record) => calledIn(record, about)),
  };
}

/** Points and other accounts of the leading unit alone need no name, and those that all units get alike are said once. */
function pointsOf({ points }: Gain, { desk: { world, language }, leading }: About): string {
  const words = filingWords(language);
  const [first] = points;
  const said = ({ account, points: given }: (typeof points)[number]): string =>
    account === POINTS ? pointsWords(given, language) : words.shares(account, written(given));
  const alike = first !== undefined && points.every((one) => one.account === first.account && one.points.eq(first.points));
  if (points.every(({ unit }) => unit === leading)) return points.map(said).join('；');
  if (first !== undefined && alike && points.length > 1) return words.each(said(first));
  return points.map((entry) => words.shares(world.base.units.get(entry.unit)?.short ?? entry.unit, said(entry))).join('；');
}

/** An adoption by the name of its outlet. */
function calledIn(record: string, { valued: { ledger } }: About): string {
  const outlet = ledger.adoptions.find(({ id }) => id === record)?.outlet;
  return outlet === undefined ? record : (ledger.outlets.get(outlet)?.name ?? record);
}

const clauseLink = (policy: string, clause: string): Linked => ({ text: clause, href: clausePath(policy, clause) });
