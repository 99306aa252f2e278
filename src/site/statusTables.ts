/** 数据质量, beyond findings: what was not counted or not listed, and what a build cannot verify, with numbers and remedies. */
import { isZero } from '../model/points.ts';
import type { ChainState, Provenance } from '../model/provenance.ts';
import type { Reason } from '../scoring/credit.ts';
import { statusWords, type Told } from '../words/status.ts';
import { submissionWords } from '../words/submission.ts';
import { type Context, count, text } from './context.ts';
import { bulletinsPath } from './links.ts';
import type { Row, Section } from './shown.ts';

/** Reasons that speak of a gap in the ordinance, and of one in the record. Any other is what the ordinance says. */
const GAPS: ReadonlySet<Reason['code']> = new Set<Reason['code']>(['not-covered', 'no-ordinance', 'filed-before-ordinance']);
const INCOMPLETE: ReadonlySet<Reason['code']> = new Set<Reason['code']>(['level-open', 'edition-needed', 'unapproved']);
/** Nothing was missed by these, though they may book nothing. */
const REGULAR: ReadonlySet<Reason['code']> = new Set<Reason['code']>([
  'counted',
  'base',
  'duty-met',
  'duty-missed',
  'duty-extra',
  'corrected',
  'converted',
]);

export function leftOut(context: Context): Section {
  const { view, language } = context;
  const { left } = statusWords(language);
  const without = view.entries.filter(({ points, reason, hidden }) => hidden === null && isZero(points) && !REGULAR.has(reason.code));
  const gaps = without.filter(({ reason }) => GAPS.has(reason.code)).length;
  const incomplete = without.filter(({ reason }) => INCOMPLETE.has(reason.code)).length;
  const barred = new Set(view.filed.filter((filed) => filed.barred !== null).map(({ submission }) => submission?.id)).size;
  return sectionOf('left-out', left, context, [
    row(left.broken, view.findings.filter(({ severity }) => severity === 'error').length, '#findings'),
    row(left.uncovered, gaps, 'policies/'),
    row(left.incomplete, incomplete),
    row(left.outdone, without.length - gaps - incomplete),
    row(left.barred, barred, 'submissions/'),
    row(left.hidden, view.hiddenSubmissions),
  ]);
}

export function unverified(context: Context): Section {
  const { view, language } = context;
  const { unverified: words } = statusWords(language);
  const known = Array.from(view.submissions.keys(), (id) => view.provenance(id));
  const adoptions = [...view.adoptionById.values()];
  const links = adoptions.filter(({ link }) => link !== null).length + [...view.submissions.values()].filter(({ link }) => link !== null).length;
  return sectionOf('unverified', words, context, [
    ...unknownRows(known, context),
    row(words.alone, known.filter(isAlone).length),
    row(words.host, known.filter(isKnownByHost).length),
    row(words.steps, known.filter(isShortOf('incomplete')).length),
    row(words.unsigned, known.filter((each) => isShortOf('unverified')(each) && !isAlone(each)).length),
    row(words.proofless, adoptions.filter(({ link, proofOn }) => link === null && proofOn === null).length),
    row(words.links, links),
    row(words.bulletins, view.bulletins.length, bulletinsPath),
    row(
      words.readings,
      view.policies.reduce((sum, { readings }) => sum + Object.keys(readings).length, 0),
      'policies/',
    ),
  ]);
}

const isKnownByHost = (each: Provenance): boolean =>
  each.state === 'known' && each.approved.length > 0 && each.approved.every(({ how }) => how === 'host');

const isAlone = (each: Provenance): boolean => each.state === 'known' && each.approved.length === 0;

const isShortOf =
  (state: ChainState) =>
  (each: Provenance): boolean =>
    each.state === 'known' && each.chain?.state === state;

/** Why nothing can be told of who wrote an item, each reason with its remedy. */
function unknownRows(known: readonly Provenance[], { language }: Context): (Row | null)[] {
  const { unknown } = statusWords(language).unverified;
  const { why } = submissionWords(language);
  const reasons = Map.groupBy(
    known.flatMap((each) => (each.state === 'unknown' ? [each.why] : [])),
    (each) => each,
  );
  return [...reasons].map(([reason, all]) => row({ what: unknown, remedy: why[reason] }, all.length));
}

/** Null where there is none of it. */
const row = ({ what, remedy }: Told, number: number, href?: string): Row | null =>
  number === 0 ? null : { cells: [text(what, href), count(number), text(remedy)] };

function sectionOf(
  id: string,
  words: { title: string; caption: string; none: string },
  { language }: Context,
  all: readonly (Row | null)[],
): Section {
  const { columns } = statusWords(language);
  const rows = all.filter((each) => each !== null);
  if (rows.length === 0) return { id, title: words.title, text: words.none };
  return {
    id,
    title: words.title,
    table: {
      id: `${id}-table`,
      caption: words.caption,
      headed: true,
      columns: [
        { label: columns.what, kind: 'text' },
        { label: columns.count, kind: 'number' },
        { label: columns.remedy, kind: 'text' },
      ],
      head: 0,
      rows,
    },
  };
}
