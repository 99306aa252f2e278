/**
 * The laboratory's door: what of the ledger goes into the page in which ordinances are tried. Nobody can tell from it what is public and what is
 * not, for all records alike go without title, text, link, file and person, under running numbers, and only with what some ordinance looks at.
 * A word is kept if an ordinance names it; words that none tells apart become one. Nothing after the day of the journal passes.
 */
import type { Day } from '../../model/day.ts';
import type { Period } from '../../model/period.ts';
import type { Adoption, Incident, Instruction, Ledger, Obligation, Submission, Unit, UnitFigure } from '../../model/records.ts';
import { unitPath } from '../links.ts';
import { type LabData, type LabPolicy, type Sparse, sparse, sparseShare } from './data.ts';
import { authorsFor, type Masks, masksFor, outletsFor } from './masks.ts';
import { type NumberOf, numbersOf } from './numbers.ts';
import { type Vocabulary, vocabularyOf } from './vocabulary.ts';

export interface Source {
  readonly ledger: Ledger;
  readonly asOf: Day;
  /** The ordinances that may be tried, with what their text says. */
  readonly policies: readonly (LabPolicy & { readonly written: unknown })[];
  readonly periods: readonly Period[];
}

/** What the laboratory is handed. */
export function labData({ ledger, asOf, policies, periods }: Source): LabData {
  const words = vocabularyOf(policies.map(({ written }) => written));
  const hall: Hall = {
    ledger,
    asOf,
    words,
    numberOf: numbersOf(ledger),
    outlets: outletsFor(ledger, words),
    authors: authorsFor(ledger, words),
    owed: ['obligation', 'answers', 'timely', 'days_late'].some(words.names),
  };
  const known = <T extends { readonly on: Day }>(records: Iterable<T>): T[] => [...records].filter(({ on }) => on <= asOf);
  const [adoptions, instructions, incidents] = [known(ledger.adoptions), known(ledger.instructions), known(ledger.incidents)];
  const happened = new Set([...adoptions, ...instructions, ...incidents].map(({ submission }) => submission));
  const submissions = [...ledger.submissions.values()].filter(({ id, on }) => on <= asOf || happened.has(id));
  const adopted = Map.groupBy(adoptions, ({ submission }) => submission);
  const items = submissions.map((submission) => itemOf(submission, adopted.get(submission.id) ?? [], hall));
  const { site } = ledger;
  return {
    asOf,
    site: {
      since: site.since,
      ranking: site.ranking,
      policies: site.policies,
      daysOff: [...site.daysOff],
      workingWeekends: [...site.workingWeekends],
    },
    policies: policies.map(({ id, text, inUse }) => ({ id, text, inUse })),
    periods: periods.map(({ key }) => key),
    pages: Object.fromEntries([...ledger.units.keys()].map((id) => [hall.numberOf(id), unitPath(id)])),
    units: [...ledger.units.values()].map((unit) => unitOf(unit, hall)),
    submissions: items.map(({ submission }) => submission),
    adoptions: items.flatMap((item) => item.adoptions).sort(byNumber),
    instructions: instructions.map((record) => instructionOf(record, hall)),
    obligations: hall.owed ? known(ledger.obligations.values()).map((record) => obligationOf(record, hall)) : [],
    incidents: incidents.map((record) => incidentOf(record, hall)),
    figures: words.names('figure') ? known(ledger.figures).map((record) => figureOf(record, hall)) : [],
    people: hall.authors.people(),
    outlets: hall.outlets.entries(),
  };
}

interface Hall {
  readonly ledger: Ledger;
  readonly asOf: Day;
  readonly words: Vocabulary;
  readonly numberOf: NumberOf;
  readonly outlets: ReturnType<typeof outletsFor>;
  readonly authors: ReturnType<typeof authorsFor>;
  /** Whether any ordinance looks at obligations. */
  readonly owed: boolean;
}

const byNumber = (a: Sparse, b: Sparse): number => (String(a.id) < String(b.id) ? -1 : 1);

function unitOf({ id, name, short, aliases, class: kind, parent, quotas, excluded, from, to }: Unit, { numberOf, words }: Hall): Sparse {
  const number = parent === null ? null : numberOf(parent);
  return sparse('units', {
    ...BARE,
    id: numberOf(id),
    name,
    short,
    aliases: [id, ...aliases].filter(words.names),
    class: kind,
    parent: number,
    quotas,
    excluded,
    from,
    to,
  });
}

const BARE = { at: { file: '', path: [] } } as const;

/** A submission and its adoptions: words that no ordinance knows are told apart within the item, and nowhere else. */
function itemOf(submission: Submission, adoptions: readonly Adoption[], hall: Hall): { submission: Sparse; adoptions: Sparse[] } {
  const masks = masksFor(hall.words);
  return { submission: submissionOf(submission, masks, hall), adoptions: adoptions.map((adoption) => adoptionOf(adoption, masks, hall)) };
}

function submissionOf(record: Submission, masks: Masks, { numberOf, words, outlets, authors, asOf, ledger, owed }: Hall): Sparse {
  const { word, only, figures } = masks;
  const seen = (day: Day | null): Day | null => (day !== null && day <= asOf ? day : null);
  const reference = (id: string | null, kind: ReadonlyMap<string, { on: Day }>): string | null =>
    id !== null && (kind.get(id)?.on ?? '~') <= asOf ? numberOf(id) : null;
  const accepted = seen(record.accepted);
  return sparse('submissions', {
    ...BARE,
    id: numberOf(record.id),
    title: '',
    units: record.units.map((share) => sparseShare({ ...share, unit: numberOf(share.unit) })) as never,
    authors: authors.of(record),
    on: record.on,
    event: only('delay', record.event, null),
    form: word('form', record.form),
    category: word('category', record.category),
    stream: only('stream', record.stream, null),
    openness: only('openness', record.openness, '公开'),
    important: only('important', record.important, false),
    sensitive: only('sensitive', record.sensitive, false),
    target: record.target === null || !words.names('target_class') ? null : outlets.keyFor(record.target, masks),
    answers: owed ? reference(record.answers, ledger.obligations) : null,
    compositeOf: record.compositeOf.length > 0 ? [numberOf(record.id)] : [],
    sameAs: reference(record.sameAs, ledger.submissions),
    length: only('length', record.length, null),
    origin: only('origin', record.origin, null),
    topic: word('topic', record.topic),
    figures: figures(record.figures),
    approvals:
      record.approvals
        ?.filter(({ step, on }) => words.names(step) && (on === null || on <= asOf))
        .map(({ step }) => ({ step, by: null, on: null })) ?? null,
    rounds: record.rounds.filter(({ returned }) => returned <= asOf).map(() => ({ returned: record.on, revised: null })),
    accepted: accepted === null || words.names('accepted') ? accepted : record.on,
    rejected: seen(record.rejected) === null ? null : record.on,
    link: null,
  });
}

function adoptionOf(record: Adoption, masks: Masks, { numberOf, outlets }: Hall): Sparse {
  const { word, only, figures } = masks;
  return sparse('adoptions', {
    ...BARE,
    id: numberOf(record.id),
    submission: numberOf(record.submission),
    outlet: outlets.keyFor(record.outlet, masks),
    on: record.on,
    form: word('form', record.form),
    print: only('print', record.print, false),
    reprint: only('reprint', record.reprint, false),
    stage: record.stage,
    position: word('position', record.position),
    length: only('length', record.length, null),
    piece: only('piece', record.piece, null),
    route: only('route', record.route, null),
    proofOn: only('proof_days', record.proofOn, null),
    figures: figures(record.figures),
    marks: Object.fromEntries(Object.entries(record.marks).map(([unit, mark]) => [numberOf(unit), mark])),
    link: null,
  });
}

function instructionOf(record: Instruction, { numberOf, words }: Hall): Sparse {
  const { word, only } = masksFor(words);
  return sparse('instructions', {
    ...BARE,
    id: numberOf(record.id),
    submission: numberOf(record.submission),
    level: only('level', record.level, '县'),
    rank: word('rank', record.rank),
    on: record.on,
    affirmative: only('affirmative', record.affirmative, false),
  });
}

function obligationOf(record: Obligation, { numberOf, asOf }: Hall): Sparse {
  const { kind, on, to, due, units, lapsed } = record;
  return sparse('obligations', {
    ...BARE,
    id: numberOf(record.id),
    title: '',
    by: null,
    kind,
    on,
    to,
    due,
    units: units?.map(numberOf) ?? null,
    lapsed: lapsed.filter((entry) => entry.on <= asOf).map((entry) => ({ unit: numberOf(entry.unit), on: entry.on })),
    openness: '公开',
  });
}

function incidentOf(record: Incident, { numberOf, words }: Hall): Sparse {
  const { word, only } = masksFor(words);
  const submission = record.submission === null ? null : numberOf(record.submission);
  const { on, count } = record;
  const kind = word('kind', record.kind) ?? '';
  return sparse('incidents', { ...BARE, id: numberOf(record.id), unit: numberOf(record.unit), submission, kind, on, count: only('count', count, 1) });
}

function figureOf({ id, unit, name, value, on }: UnitFigure, { numberOf, words }: Hall): Sparse {
  const known = masksFor(words).word('figure', name) as string;
  return sparse('figures', { ...BARE, id: numberOf(id), unit: numberOf(unit), name: known, value, on });
}
