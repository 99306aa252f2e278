/** What `tongbao verify` found out, as text for people and as JSON for programs. */
import type { Correction, Origin, Verification, Verified } from '../bulletin/verify.ts';
import type { Day } from '../model/day.ts';
import type { Difference, Tampering, Unproved, Verdict } from '../model/verification.ts';
import { causeWords } from '../words/reasons.ts';
import type { Said, Words } from '../words/speech.ts';
import { tamperingWords, unprovedWords, VERDICTS, VERIFICATION } from '../words/verify.ts';
import { type Paint, PLAIN } from './paint.ts';

/** What is told of a commit. */
export interface CommitNote {
  readonly author: string;
  readonly committer: string;
  /** When it was committed, as the committer's clock had it. */
  readonly at: string;
  readonly subject: string;
}

/** What the report needs to know besides. */
export interface Notes {
  readonly asOf: Day;
  /** The commit checked out; null without history. */
  readonly head: string | null;
  readonly noteOf: (commit: string) => CommitNote | null;
  /** The name of a unit. */
  readonly nameOf: (unit: string) => string;
}

/** How many changes of a bulletin are listed. */
const MOST = 20;

/** A block for each bulletin, and a line that counts them. */
export function verificationText({ bulletins, withdrawn }: Verification, notes: Notes, paint: Paint = PLAIN): string {
  const taken = withdrawn.map(({ id, by }) => both(VERIFICATION.withdrawn(id, by), ''));
  const counts = countsOf(bulletins);
  const end = bulletins.length === 0 ? VERIFICATION.none : VERIFICATION.tally(counts);
  return [...bulletins.map((one) => blockOf(one, notes, paint)), ...taken, `${end.zh}\n${end.en}\n`].join('');
}

function countsOf(bulletins: readonly Verified[]): Record<Verdict, number> {
  const counts: Record<Verdict, number> = { identical: 0, corrected: 0, tampered: 0, unverified: 0 };
  for (const { verdict } of bulletins) counts[verdict]++;
  return counts;
}

const both = ({ zh, en }: Said, indent = '  '): string => `${indent}${zh}\n${indent}${en}\n`;
const sentences = ({ zh, en }: Said<Words>): Said => ({ zh: zh.what + zh.remedy, en: `${en.what} ${en.remedy}` });

function blockOf(one: Verified, notes: Notes, paint: Paint): string {
  const { zh, en } = VERDICTS[one.verdict];
  const isBad = one.verdict === 'tampered' || one.verdict === 'unverified';
  const verdict = `${zh} ${en}`;
  const file = `data/bulletins/${one.id}.yaml`;
  return [
    `${paint.strong(one.id)}  ${isBad ? paint[one.verdict === 'tampered' ? 'error' : 'warning'](verdict) : verdict}\n`,
    ...originLines(one, notes).map((said) => both(said)),
    ...one.tampering.flatMap((fact) => [both(sentences(tamperingWords(fact, file))), ...changeLines(fact)]),
    ...one.unproved.flatMap((fact) => [both(sentences(unprovedWords(fact))), ...changeLines(fact)]),
    ...one.corrections.map((correction) => both(correctionSaid(correction, notes))),
  ].join('');
}

function originLines({ origin, computedFrom }: Verified, { noteOf }: Notes): Said[] {
  if (origin.state === 'unknown') return [];
  const reissued = origin.withdrawn.length === 0 ? [] : [VERIFICATION.reissued(origin.withdrawn)];
  if (origin.state === 'uncommitted') return reissued;
  const note = noteOf(origin.commit);
  return [
    VERIFICATION.issued(origin.commit, note?.at.slice(0, 10) ?? '', note?.committer ?? ''),
    ...(origin.edits.length === 0 ? [] : [VERIFICATION.edited(origin.edits)]),
    ...reissued,
    ...(computedFrom === null || computedFrom === origin.commit ? [] : [VERIFICATION.computedFrom(computedFrom)]),
  ];
}

function changeLines(fact: Tampering | Unproved): string[] {
  if (!('changes' in fact)) return [];
  const { changes } = fact;
  const more = changes.length > MOST ? [both(VERIFICATION.more(changes.length - MOST), '    ')] : [];
  return [...changes.slice(0, MOST).map((change) => `    ${changeText(change)}\n`), ...more];
}

/** `published.groups.0.rows.2.points  12 → 14` */
const changeText = ({ path, before, after }: Difference): string => `${path || '·'}  ${valueText(before)} → ${valueText(after)}`;

/** How much of a value is shown. */
const LONGEST = 80;

function valueText(value: unknown): string {
  if (value === undefined) return `${VERIFICATION.missing.zh}${VERIFICATION.missing.en}`;
  const characters = [...JSON.stringify(value)];
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST).join('')}…` : characters.join('');
}

function correctionSaid({ published, unit, points, ledger, clause, causes }: Correction, { nameOf }: Notes): Said {
  const { zh, en } = VERIFICATION.correction(published);
  const said = causes.map(causeWords);
  const figure = [
    nameOf(unit),
    `${points.startsWith('-') ? '' : '+'}${points}${ledger === '积分' ? '' : ` ${ledger}`}`,
    ...(clause === null ? [] : [clause]),
  ].join(' ');
  return { zh: `${zh}:${[figure, ...said.map((one) => one.zh)].join(',')}`, en: `${en}: ${[figure, ...said.map((one) => one.en)].join(', ')}` };
}

/**
 * `{asOf, head, bulletins: [{period, verdict, issued: {commit, at, committer, author, subject, edits} | null, reissued, computedFrom, tampering: [{code, …}],
 * unproved: [{code, …}], corrections: [{corrects, published, unit, points, ledger, clause, item, causes}]}], withdrawn: [{period, by}]}`. Changes are
 * `{path, before, after}`; a commit that is null stands for what is not committed.
 */
export function verificationJson({ bulletins, withdrawn }: Verification, { asOf, head, noteOf }: Notes): string {
  const answer = {
    asOf,
    head,
    bulletins: bulletins.map(({ id, verdict, origin, computedFrom, tampering, unproved, corrections }) => ({
      period: id,
      verdict,
      issued: issuedJson(origin, noteOf),
      reissued: origin.state === 'unknown' ? [] : origin.withdrawn,
      computedFrom,
      tampering,
      unproved,
      corrections,
    })),
    withdrawn: withdrawn.map(({ id, by }) => ({ period: id, by })),
  };
  return `${JSON.stringify(answer, null, 2)}\n`;
}

function issuedJson(origin: Origin, noteOf: Notes['noteOf']) {
  if (origin.state !== 'issued') return null;
  const { commit, edits } = origin;
  return { commit, ...noteOf(commit), edits };
}
