/**
 * The one door between the ledger and the site. What is not open to the public is taken away here, before any page sees it: of submissions
 * and obligations that are not 公开, the figures stay, and nothing else. Nothing after the day asked for passes either.
 */
import type { Issued } from '../ledger/bulletins.ts';
import { folderOf, idOf } from '../ledger/files.ts';
import type { Day } from '../model/day.ts';
import type { Finding } from '../model/finding.ts';
import { byCodeUnit, byDay } from '../model/order.ts';
import { contains, type Period, periodOf, periodsWithin, SPANS, type Span } from '../model/period.ts';
import type { Place } from '../model/place.ts';
import type { Provenance } from '../model/provenance.ts';
import type { Ledger, Obligation, PersonId, Site, Submission, SubmissionId } from '../model/records.ts';
import type { Plan } from '../policy/plan.ts';
import type { Policy } from '../policy/policy.ts';
import type { Credit } from '../scoring/credit.ts';
import type { Journal } from '../scoring/journal.ts';
import { awardsOf } from '../standings/awards.ts';
import { barsIn } from '../standings/eligibility.ts';
import { quotaStates } from '../standings/quotas.ts';
import { standingsOf } from '../standings/standings.ts';
import { creditsWithin } from '../standings/totals.ts';
import { publicFindings } from './findings.ts';
import { slugOf } from './links.ts';
import { publicProvenance } from './provenance.ts';
import { publicAppeals } from './publicAppeals.ts';
import { type NotPublic, publicBulletin } from './publicBulletin.ts';
import { publicCalendar } from './publicCalendar.ts';
import { publicPlan, publicPlanFiles } from './publicPlan.ts';
import { publicReason } from './reasons.ts';
import type { Nameable } from './unsaid.ts';
import type { Entry, Filed, HiddenAdoption, PublicAdoption, PublicAward, ShownBulletin, View } from './view.ts';

/** Everything that the rim has read and scored; `lineOf` knows the line of a place. */
export interface Opened {
  readonly ledger: Ledger;
  readonly journal: Journal;
  readonly policies: readonly Policy[];
  readonly plan: Plan | null;
  readonly bulletins: readonly Issued[];
  /** Whether the bulletins are printed after the build. */
  readonly pdf: boolean;
  readonly findings: readonly Finding[];
  /** Who wrote the record of a submission and who approved it. */
  readonly provenance: (submission: Submission) => Provenance;
  readonly lineOf: (place: Place) => number;
}

/** What of it the public may see. */
export function publicView(opened: Opened): View {
  const { ledger, journal, policies } = opened;
  const open = openRecords(ledger, journal);
  const people = publicPeople(ledger);
  const { appeals, hidden: hiddenAppeals } = publicAppeals(ledger, journal, () => nameable(ledger, open, people));
  const openAppeals = new Set(appeals.map(({ id }) => id));
  const entries = journal.credits.map((credit) => entryOf(credit, open, people, openAppeals, opened));
  const submissions = new Map([...open.submissions].map(([id, submission]) => [id, publicSubmission(submission, open, people)]));
  const plan = opened.plan === null ? null : publicPlan(opened.plan, ledger.plan, journal.asOf, ledger.site.showPeople);
  const filed = filedOf(opened, open, submissions);
  const periods = periodsOf(journal, ledger.site);
  const standings = new Map(periods.map((period) => [period.key, standingsOf(period, journal, ledger)]));
  return {
    site: ledger.site,
    asOf: journal.asOf,
    units: ledger.units,
    people,
    outlets: ledger.outlets,
    policies,
    submissions,
    adoptions: Map.groupBy(open.adoptions, ({ submission }) => submission),
    instructions: Map.groupBy(open.instructions, ({ submission }) => submission),
    hiddenAdoptions: hiddenAdoptionsIn(journal, open),
    obligations: open.obligations,
    calendar: publicCalendar(ledger, journal),
    adoptionById: byId(open.adoptions),
    instructionById: byId(open.instructions),
    incidentById: byId(open.incidents),
    figureById: byId(open.figures),
    appeals,
    hiddenAppeals,
    ofAppeal: groupedByAll(entries, appealsBehind),
    filings: Map.groupBy(filed, ({ unit }) => unit),
    filed,
    hiddenSubmissions: countHidden(ledger, journal),
    entries,
    ofUnit: Map.groupBy(entries, ({ unit }) => unit),
    ofItem: groupedByAll(entries, ({ item }) => (item === null ? [] : [item])),
    ofPerson: groupedByAll(entries, (entry) => entry.people.map(({ person }) => person)),
    ofAuthor: groupedByAll([...submissions.values()], ({ authors }) => authors),
    periods,
    standings,
    rows: new Map([...standings].map(([key, { groups }]) => [key, new Map(groups.flatMap(({ rows }) => rows.map((row) => [row.unit, row])))])),
    owed: owedNow(ledger, journal),
    bars: new Map(periods.map((period) => [period.key, barsIn(period, journal, ledger)])),
    awards: new Map(periods.map((period) => [period.key, awardsIn(period, opened, open)])),
    findings: publicFindings(opened, new Set([...open.files, ...appeals.map(({ at }) => at.file), ...(plan === null ? [] : publicPlanFiles(plan))])),
    plan,
    bulletins: bulletinsOf(opened, openAppeals),
    pdf: opened.pdf,
    provenance: (id) => publicProvenance(opened.provenance(ledger.submissions.get(id) as Submission), ledger.site.showPeople),
    lineOf: opened.lineOf,
  };
}

const countHidden = ({ submissions }: Ledger, { asOf }: Journal): number =>
  [...submissions.values()].filter(({ openness, on }) => openness !== '公开' && on <= asOf).length;

const hiddenAdoptionsIn = ({ chronicle }: Journal, { submissions }: Open): HiddenAdoption[] =>
  chronicle.adoptions
    .filter(({ adoption }) => !submissions.has(adoption.submission))
    .map(({ on, units, class: outletClass }) => ({ on, units: units.map(({ unit }) => unit), outletClass }));

const owedNow = ({ units }: Ledger, journal: Journal): View['owed'] =>
  new Map([...quotaStates(periodOf(journal.asOf, 'month'), journal)].filter(([unit]) => units.get(unit)?.excluded === null));

type People = View['people'];

const publicPeople = ({ site, people }: Ledger): People =>
  new Map(site.showPeople ? [...people].map(([id, { name, unit, roles }]) => [id, { id, name, unit, roles }]) : []);

/** The bulletins issued up to the day, in order of the day of issue, those of one day as they follow one another in the ledger. */
function bulletinsOf({ bulletins, ledger, findings, journal }: Opened, openAppeals: ReadonlySet<string>): ShownBulletin[] {
  const notPublic = { ...notPublicIn(ledger, findings), openAppeals };
  return bulletins
    .filter(({ written }) => written.document.issued <= journal.asOf)
    .map(({ period, written }) => ({ slug: slugOf(period), period, bulletin: publicBulletin(written, notPublic, ledger.site.showPeople) }))
    .sort((a, b) => byCodeUnit(a.bulletin.document.issued, b.bulletin.document.issued));
}

/** What is not open to the public today. Of a record that is left out nobody knows whether it would be. */
function notPublicIn({ submissions, obligations }: Ledger, findings: readonly Finding[]): Omit<NotPublic, 'openAppeals'> {
  const hidden = [...submissions.values(), ...obligations.values()].filter(({ openness }) => openness !== '公开');
  const faulty = findings.map(({ at }) => at.file).filter((file) => ['submissions', 'obligations'].includes(folderOf(file) ?? ''));
  const lost = faulty.map(idOf).filter((id) => !submissions.has(id) && !obligations.has(id));
  return { ids: new Set([...hidden.map(({ id }) => id), ...lost]), titles: new Set(hidden.map(({ title }) => title)) };
}

/** The records that are open to the public as of the day, by kind. */
interface Open {
  readonly submissions: ReadonlyMap<SubmissionId, Submission>;
  readonly obligations: ReadonlyMap<string, Obligation>;
  readonly adoptions: readonly PublicAdoption[];
  readonly instructions: Ledger['instructions'];
  readonly incidents: Ledger['incidents'];
  readonly figures: Ledger['figures'];
  /** Ids of the records behind credits, told apart by kind. */
  readonly records: ReadonlySet<string>;
  /** The files of which all may be told. */
  readonly files: ReadonlySet<string>;
}

function openRecords(ledger: Ledger, { asOf, bookOn, books }: Journal): Open {
  const known = ({ on }: { on: Day }): boolean => on <= asOf;
  const isPublic = ({ openness, on }: { openness: string; on: Day }): boolean => openness === '公开' && on <= asOf;
  const submissions = new Map([...ledger.submissions].filter(([, submission]) => isPublic(submission)));
  const obligations = new Map([...ledger.obligations].filter(([, obligation]) => isPublic(obligation)));
  const ofPublic = ({ submission }: { submission: SubmissionId | null }): boolean => submission === null || submissions.has(submission);
  const adoptions = ledger.adoptions.filter((adoption) => known(adoption) && ofPublic(adoption));
  const instructions = ledger.instructions.filter((instruction) => known(instruction) && ofPublic(instruction));
  const incidents = ledger.incidents.filter((incident) => known(incident) && ofPublic(incident));
  const figures = ledger.figures.filter(known);
  const records = new Set([
    ...keys('submission', submissions.values()),
    ...keys('obligation', obligations.values()),
    ...keys('adoption', adoptions),
    ...keys('instruction', instructions),
    ...keys('incident', incidents),
    ...keys('figure', figures),
    ...keys('unit', ledger.units.values()),
  ]);
  const classed = adoptions.map((adoption): PublicAdoption => {
    const outlet = ledger.outlets.get(adoption.outlet);
    return { ...adoption, outletClass: (outlet && bookOn(adoption.on)?.classOf(outlet)) ?? null };
  });
  classed.sort(byDay);
  const open = { submissions, obligations, adoptions: classed, instructions, incidents, figures, records };
  return { ...open, files: new Set([...publicFiles(ledger, open), ...books.map(({ policy }) => policy.at.file)]) };
}

const byId = <T extends { readonly id: string }>(records: readonly T[]): Map<string, T> => new Map(records.map((record) => [record.id, record]));
const keys = (kind: Credit['kind'], records: Iterable<{ id: string }>): string[] => Array.from(records, ({ id }) => `${kind} ${id}`);

function entryOf(credit: Credit, open: Open, people: People, openAppeals: ReadonlySet<string>, { lineOf }: Opened): Entry {
  const { on, unit, points, policy, clause, kind } = credit;
  const hidden = hiddenBy(credit, open);
  const figures = { on, unit, points, account: credit.ledger, policy, clause, kind, hidden };
  if (hidden !== null) return { ...figures, reason: { code: 'counted' }, people: [], item: null, record: null, rule: null, at: null, line: 1 };
  return {
    ...figures,
    reason: publicReason(credit.reason, (id) => isOpenRecord(id, open), openAppeals),
    people: credit.people.filter(({ person }) => people.has(person)),
    item: credit.item,
    record: credit.record,
    rule: credit.rule,
    at: credit.at,
    line: lineOf(credit.at),
  };
}

/** What of a credit is not public: its item, or the record behind it. Both have to be. */
function hiddenBy({ item, kind, record }: Credit, open: Open): Entry['hidden'] {
  if (item !== null && !open.submissions.has(item)) return 'submission';
  if (open.records.has(`${kind} ${record}`)) return null;
  return kind === 'obligation' ? 'obligation' : 'submission';
}

const NONE: ReadonlySet<string> = new Set();

/** The appeals that a correction names. */
const appealsBehind = ({ reason }: Entry): string[] =>
  reason.code === 'corrected' ? [...new Set(reason.causes.flatMap(({ appeal }) => appeal ?? []))] : [];

/** What the texts of appeals may name: of records that share an id, none is public unless all are. */
function nameable(ledger: Ledger, open: Open, people: People): Nameable {
  const all = [...ledger.submissions.values(), ...ledger.obligations.values(), ...ledger.adoptions, ...ledger.instructions, ...ledger.incidents];
  const opened = [...open.submissions.values(), ...open.obligations.values(), ...open.adoptions, ...open.instructions, ...open.incidents];
  const openFiles = new Set([...opened, ...open.figures].map(({ at }) => at.file));
  const hidden = new Set([...all, ...ledger.figures].filter(({ at }) => !openFiles.has(at.file)).map(({ id }) => id));
  const there = new Set([...all, ...ledger.figures].map(({ id }) => id));
  const outlets = [...open.adoptions.map(({ outlet }) => outlet), ...[...open.submissions.values()].flatMap(({ target }) => target ?? [])];
  return { isOpen: (id) => there.has(id) && !hidden.has(id), outlets: new Set(outlets), people, writers: writersIn(open, people) };
}

/** The authors and approvers of what is public, where persons are shown. */
const writersIn = ({ submissions }: Open, people: People): Set<PersonId> =>
  new Set(
    [...submissions.values()]
      .flatMap(({ authors, approvals }) => [...authors, ...(approvals ?? []).flatMap(({ by }) => by ?? [])])
      .filter((person) => people.has(person)),
  );

const KINDS: readonly Credit['kind'][] = ['submission', 'adoption', 'instruction', 'obligation', 'incident', 'unit', 'figure'];
/** Whether a record, or the file of one, may be named. */
const isOpenRecord = (named: string, { records, files }: Open): boolean => files.has(named) || KINDS.some((kind) => records.has(`${kind} ${named}`));

/** A public submission without what it says of others that are not, and without persons where they are not shown. */
function publicSubmission(submission: Submission, open: Open, people: People): Submission {
  const { answers, sameAs } = submission;
  return {
    ...submission,
    authors: submission.authors.filter((author) => people.has(author)),
    approvals: submission.approvals?.map((step) => ({ ...step, by: step.by !== null && people.has(step.by) ? step.by : null })) ?? null,
    answers: answers !== null && open.obligations.has(answers) ? answers : null,
    sameAs: sameAs !== null && open.submissions.has(sameAs) ? sameAs : null,
    compositeOf: submission.compositeOf.filter((part) => open.submissions.has(part)),
  };
}

/** Every filing of every unit, in order of days. */
function filedOf({ ledger, journal }: Opened, open: Open, publicOnes: ReadonlyMap<SubmissionId, Submission>): Filed[] {
  const adopted = new Set(ledger.adoptions.filter(({ on, stage }) => on <= journal.asOf && stage === '采用').map(({ submission }) => submission));
  return [...journal.filings.values()]
    .flatMap(({ submission: { id, units }, on, barred }) => {
      const submission = publicOnes.get(id) ?? null;
      const facts =
        submission === null
          ? { barred: null, adopted: null }
          : { barred: barred && publicReason(barred, (record) => isOpenRecord(record, open), NONE), adopted: adopted.has(id) };
      return units.map(({ unit }): Filed => ({ on, unit, submission, ...facts }));
    })
    .sort(byDay);
}

function awardsIn(period: Period, { journal, ledger }: Opened, open: Open): PublicAward[] {
  const revealing = creditsWithin(journal.credits, period).some((credit) => credit.people.length > 0 && hiddenBy(credit, open) !== null);
  return awardsOf(period, journal, ledger)
    .filter(({ of }) => of === 'units' || ledger.site.showPeople)
    .map((award) => (award.of === 'people' && revealing ? { ...award, sure: [], undecided: [], withheld: true } : { ...award, withheld: false }));
}

/** What every site has; weeks and the like are an installation's own choice, since each of them adds a page for every unit. */
const ALWAYS: readonly Span[] = ['month', 'quarter', 'half-year', 'year'];

function periodsOf({ credits, filings, asOf }: Journal, { morePeriods }: Site): Period[] {
  const days = [...credits.map(({ on }) => on), ...Array.from(filings.values(), ({ on }) => on)].sort();
  const first = days[0];
  if (first === undefined) return [];
  return SPANS.filter((span) => ALWAYS.includes(span) || morePeriods.includes(span))
    .flatMap((span) => periodsWithin(first, asOf, span))
    .filter((period) => hasAny(days, period));
}

/** Whether a sorted list of days has one in the period. */
function hasAny(days: readonly Day[], period: Period): boolean {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle] as Day) < period.from) low = middle + 1;
    else high = middle;
  }
  const next = days[low];
  return next !== undefined && contains(period, next);
}

/** The files of which all may be told: ordinances and registers (persons aside), and records that are public. */
function publicFiles(ledger: Ledger, { submissions, obligations, adoptions, instructions, incidents, figures }: Omit<Open, 'files'>): string[] {
  const records = [...submissions.values(), ...obligations.values(), ...adoptions, ...instructions, ...incidents, ...figures];
  return ['data/site.yaml', ...[...records, ...ledger.units.values(), ...ledger.outlets.values()].map(({ at }) => at.file)];
}

function groupedByAll<T, K>(entries: readonly T[], keysOf: (entry: T) => readonly K[]): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const entry of entries) {
    for (const key of keysOf(entry)) {
      const group = groups.get(key);
      if (group) group.push(entry);
      else groups.set(key, [entry]);
    }
  }
  return groups;
}
