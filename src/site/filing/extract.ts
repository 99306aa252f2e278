/**
 * What the filing page's engine reads: registers, ordinances and records as they would be written, of what is open to the public and nothing else. It is made of a view,
 * so that only what passed its door can be in it; notes, contacts, opinions and proofs are in no view.
 */
import type { Draft } from '../../filing/record.ts';
import type { FilingData } from '../../filing/world.ts';
import { addDays } from '../../model/day.ts';
import type { Adoption, Instruction, Obligation, Outlet, Submission, Unit } from '../../model/records.ts';
import type { Policy } from '../../policy/policy.ts';
import { namedOutlets } from '../adopted.ts';
import type { View } from '../view.ts';

/** Filings of so many days back are offered and compared: nothing older is adopted, and the file stays small. */
const DAYS_BACK = 760;

export function filingData(view: View): FilingData {
  const { asOf } = view;
  const since = addDays(asOf, -DAYS_BACK);
  const submissions = [...view.submissions.values()].filter(({ on }) => on >= since);
  const known = new Set(submissions.map(({ id }) => id));
  const outlets = openOutlets(view);
  // As everywhere on the site: persons are shown as authors of something public.
  const people = [...view.people.values()].filter(({ id }) => view.ofAuthor.has(id));
  const ofKnown = <T extends { readonly submission: string }>(records: Iterable<T>): T[] =>
    [...records].filter(({ submission }) => known.has(submission));
  return {
    asOf,
    registers: {
      'data/site.yaml': siteOf(view),
      'data/units.yaml': { units: [...view.units.values()].map(unitOf) },
      'data/people.yaml': { people: people.map(({ id, name, unit }) => ({ id, name, unit })) },
      'data/outlets.yaml': { outlets: outlets.map((outlet) => outletOf(outlet, outlets)) },
    },
    records: Object.fromEntries([
      ...submissions.map((record) => [record.at.file, submissionOf(record, known)] as const),
      ...ofKnown(view.adoptionById.values()).map((record) => [record.at.file, adoptionOf(record)] as const),
      ...ofKnown(view.instructionById.values()).map((record) => [record.at.file, instructionOf(record)] as const),
      ...[...view.obligations.values()].filter(({ on }) => on >= since).map((record) => [record.at.file, obligationOf(record)] as const),
    ]),
    policies: view.policies.map(withoutPapers),
    complete: {
      person: people.length > 0 && people.length === view.people.size,
      outlet: outlets.length === view.outlets.size,
      submission: view.hiddenSubmissions === 0 && submissions.length === view.submissions.size,
      obligation: false,
    },
  };
}

/** What neither scores nor checks: other readings, and the forms that people sign. */
const withoutPapers = ({ note: _note, ...policy }: Policy): Policy => ({
  ...policy,
  readings: {},
  approval_forms: [],
  awards: {},
  cadence: [],
  reminders: [],
});

/** What is not said is left out. */
const said = (values: Draft): Draft =>
  Object.fromEntries(
    Object.entries(values).filter(
      ([key, value]) =>
        value !== null && value !== undefined && value !== false && !(Array.isArray(value) && value.length === 0 && key !== 'approvals'),
    ),
  );

function siteOf({ site }: View): Draft {
  return said({
    organisation: site.organisation,
    time_zone: site.timeZone,
    since: site.since,
    policies: site.policies,
    plan: site.plan,
    repository: site.repository,
    office: site.office,
    days_off: [...site.daysOff],
    working_weekends: [...site.workingWeekends],
  });
}

const unitOf = ({ id, name, short, aliases, class: of, parent, quotas, excluded, from, to }: Unit): Draft =>
  said({ id, name, short: short === name ? null : short, aliases, class: of, parent, quotas, excluded, from, to });

/**
 * The outlets that may be named: where something public was run or meant for, the office's own, those that an ordinance calls by name. Others the installation
 * has to open itself: the name of an internal paper can say what was in it.
 */
function openOutlets(view: View): Outlet[] {
  if (view.site.showOutlets) return [...view.outlets.values()];
  const named = new Set(namedOutlets(view).map(({ id }) => id));
  const called = new Set(view.policies.flatMap(({ outlets, rules }) => textsIn([outlets, rules])));
  return [...view.outlets.values()].filter(
    ({ id, name, aliases, own }) => own || named.has(id) || [id, name, ...aliases].some((text) => called.has(text)),
  );
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

function outletOf({ id, name, aliases, level, channel, print, own, parent, editions, from, to }: Outlet, open: readonly Outlet[]): Draft {
  const above = open.some((other) => other.id === parent) ? parent : null;
  return said({ id, name, aliases, level, channel, print, own, parent: above, editions, from, to });
}

function submissionOf(record: Submission, known: ReadonlySet<string>): Draft {
  const isKnown = (id: string | null): boolean => id !== null && known.has(id);
  const { approvals } = record;
  return said({
    title: record.title,
    ...sharesOf(record),
    authors: record.authors,
    on: record.on,
    event: record.event,
    form: record.form,
    category: record.category,
    stream: record.stream,
    important: record.important,
    sensitive: record.sensitive,
    composite_of: record.compositeOf.filter(isKnown),
    same_as: isKnown(record.sameAs) ? record.sameAs : null,
    length: record.length,
    origin: record.origin,
    topic: record.topic,
    figures: Object.keys(record.figures).length > 0 ? record.figures : null,
    rounds: record.rounds.map(({ returned, revised }) => said({ returned, revised })),
    accepted: record.accepted,
    rejected: record.rejected,
    link: record.link,
    // A list without a step is one of which none was taken; no list at all says that it was merged.
    ...(approvals === null ? {} : { approvals: approvals.map(({ step }) => ({ step })) }),
  });
}

function sharesOf({ units: [first, ...others] }: Submission): Draft {
  if (first === undefined) return {};
  const share = ({ unit, mark, weight }: typeof first): string | Draft =>
    mark === null && weight === 1 ? unit : said({ unit, mark, weight: weight === 1 ? null : weight });
  return others.length === 0 && typeof share(first) === 'string' ? { unit: first.unit } : { units: [first, ...others].map(share) };
}

const adoptionOf = (record: Adoption): Draft =>
  said({
    submission: record.submission,
    outlet: record.outlet,
    on: record.on,
    form: record.form,
    print: record.print,
    reprint: record.reprint,
    stage: record.stage === '采用' ? null : record.stage,
    position: record.position,
    length: record.length,
    piece: record.piece,
    route: record.route,
    proof_on: record.proofOn,
    figures: Object.keys(record.figures).length > 0 ? record.figures : null,
    marks: Object.keys(record.marks).length > 0 ? record.marks : null,
  });

const instructionOf = ({ submission, level, rank, on, affirmative }: Instruction): Draft => ({
  ...said({ submission, level, rank, on }),
  affirmative,
});

const obligationOf = ({ kind, title, by, on, to, due, units }: Obligation): Draft =>
  said({ kind, title, by, on, to: to === on ? null : to, due, units });
