/** What a bulletin publishes: every figure and name of the document, decided once, out of the book of record as of the last day of the period. */
import type { BulletinSettings, Issued } from '../ledger/bulletins.ts';
import type { Published, Totals } from '../ledger/written/bulletin.ts';
import { byCodeUnit } from '../model/order.ts';
import { type Period, parsePeriod, previousPeriod } from '../model/period.ts';
import type { Ledger, SubmissionId } from '../model/records.ts';
import type { Policy } from '../policy/policy.ts';
import type { Credit } from '../scoring/credit.ts';
import type { Journal } from '../scoring/journal.ts';
import { awardsOf, type Shortlist } from '../standings/awards.ts';
import { barsIn } from '../standings/eligibility.ts';
import { peopleStandings } from '../standings/people.ts';
import { deducts, type Group, type Standings, standingsOf } from '../standings/standings.ts';
import { creditsWithin } from '../standings/totals.ts';
import { reasonWords } from '../words/reasons.ts';
import { commissionsIn } from './commissions.ts';
import { numberOf } from './credits.ts';
import { type Hidden, hiddenFrom } from './hidden.ts';
import { adoptedIn, type Listing, notableIn } from './lists.ts';
import { adoptionsOf, byUnitClass, type Kept, rowOf, tallyOf, totalsOf } from './rows.ts';

/** What is published for `period`. `book` is as of its last day; `bookOf` keeps one as of an earlier day, for comparisons. */
export function publishedOf(
  period: Period,
  book: Kept,
  { settings, issued, bookOf }: { settings: BulletinSettings; issued: readonly Issued[]; bookOf: (period: Period) => Journal },
): Published {
  const { ledger, journal } = book;
  const standings = standingsOf(period, journal, ledger);
  const policies = policiesIn(period, standings, journal);
  const hidden = hiddenFrom(ledger);
  const listing: Listing = { ledger, journal, people: ledger.site.showPeople };
  const tally = tallyOf(period, book, standings);
  const rows = standings.groups.map((group) => ({ group, rows: group.rows.map((row) => rowOf(row, tally)) }));
  const all = rows.flatMap((group) => group.rows);
  const credits = creditsWithin(journal.credits, period);
  // Who wrote what is not public could be told from the points of its author.
  const revealing = credits.some((credit) => credit.people.length > 0 && hidden(credit));
  const classes = classesOf(policies);
  const totals = totalsOf(all, tally, classes);
  const earlier = (other: Period | null) => comparison(other, totals, { ledger, issued, bookOf });
  const before = earlier(previousPeriod(period));
  const yearBefore = period.span === 'year' ? null : earlier(aYearBefore(period));
  return {
    as_of: journal.asOf,
    work: settings.work,
    ranks: ledger.site.ranking,
    people: ledger.site.showPeople,
    weakest: settings.weakest,
    ranked_by: standings.rankedBy,
    ordinances: policies.map(ordinanceOf),
    classes,
    units: Object.fromEntries([...ledger.units.values()].map((unit) => [unit.id, { name: unit.name, short: unit.short, class: unit.class }])),
    totals,
    by_unit_class: byUnitClass(all, ledger),
    ...(before === null ? {} : { previous: before }),
    ...(yearBefore === null ? {} : { year_before: yearBefore }),
    groups: rows.map((group) => ({
      ...(group.group.group === null ? {} : { group: group.group.group }),
      rows: group.rows,
      top: namedOf(group.group.top),
      bottom: namedOf(group.group.bottom),
    })),
    excluded: [...standings.excluded],
    zero_filed: all.filter(({ filed }) => filed === 0).map(({ unit }) => unit),
    zero_adopted: all.filter((row) => adoptionsOf(row) === 0).map(({ unit }) => unit),
    commissions: commissionsIn(period, ledger, journal),
    notable: notableIn(period, listing, settings.notable),
    adopted: adoptedIn(period, listing),
    deductions: credits.filter(deducts).map((credit) => deductionOf(credit, ledger, hidden)),
    corrections: credits.flatMap((credit) => correctionOf(credit, ledger, issued)).sort((a, b) => byCodeUnit(a.corrects, b.corrects)),
    awards: awardsOf(period, journal, ledger)
      .filter(({ of }) => of === 'units' || (ledger.site.showPeople && !revealing))
      .map((award) => awardOf(award, ledger)),
    barred: barsIn(period, journal, ledger).map(({ unit, bars, clause, cause, final }) => ({ unit, bars, clause, cause: cause.key, final })),
    writers: ledger.site.showPeople && !revealing ? writersIn(period, book) : [],
    titles: titlesOf(credits, ledger, issued),
  };
}

/** The ordinances that were in force in the period, or that a credit of it cites. */
function policiesIn(period: Period, { policy }: Standings, { credits, books }: Journal): Policy[] {
  const cited = new Set([policy?.id, ...creditsWithin(credits, period).map((credit) => credit.policy)]);
  return books.map((book) => book.policy).filter(({ id }) => cited.has(id));
}

/** Their classes of outlets, lowest first. */
const classesOf = (policies: readonly Policy[]): string[] => [...new Set(policies.flatMap((policy) => Object.keys(policy.outlets)))];

function ordinanceOf({ id, title, number, inForce, readings }: Policy): Published['ordinances'][number] {
  const chosen = Object.entries(readings).map(([reading, own]): [string, string] => [reading, own.chosen]);
  return { id, title, ...(number === undefined ? {} : { number }), from: inForce.from, readings: Object.fromEntries(chosen) };
}

const namedOf = ({ units, tieAcross }: Group['top']) => ({ units: [...units], tie_across: tieAcross });

interface Comparing {
  readonly ledger: Ledger;
  readonly issued: readonly Issued[];
  readonly bookOf: (period: Period) => Journal;
}

/** The totals of another period: as they were published, or, where nothing was, as the records say. Null where the ledger does not reach back to it. */
function comparison(other: Period | null, own: Totals, { ledger, issued, bookOf }: Comparing): { period: string; totals: Totals } | null {
  if (other === null) return null;
  const published = issued.find(({ id }) => id === other.key);
  if (published) return { period: other.key, totals: published.written.published.totals };
  if (ledger.site.since !== null && other.from < ledger.site.since) return null;
  const journal = bookOf(other);
  const standings = standingsOf(other, journal, ledger);
  if (standings.policy === null || own.units === 0 || !reachesBack(ledger, other)) return null;
  const tally = tallyOf(other, { ledger, journal }, standings);
  const rows = standings.groups.flatMap((group) => group.rows.map((row) => rowOf(row, tally)));
  return { period: other.key, totals: totalsOf(rows, tally, classesOf(policiesIn(other, standings, journal))) };
}

/** Whether the records begin no later than the period: otherwise it was not quiet but unrecorded. */
function reachesBack({ site, submissions }: Ledger, { from }: Period): boolean {
  if (site.since !== null) return site.since <= from;
  for (const { on } of submissions.values()) if (on <= from) return true;
  return false;
}

/** The same period of the year before; null for weeks and ranges, which no calendar repeats. */
function aYearBefore({ key }: Period): Period | null {
  const found = /^(\d{4})(-(?:\d{2}(?:\+\d{2})?|\d{2}-[AB]|Q[1-4]|H[12]))$/.exec(key);
  return found ? parsePeriod(`${String(Number(found[1]) - 1).padStart(4, '0')}${found[2]}`) : null;
}

function deductionOf(credit: Credit, ledger: Ledger, hidden: Hidden): Published['deductions'][number] {
  const { unit, on, points, policy, clause } = credit;
  return { unit, on, points: numberOf(points), policy: policy ?? '', ...(clause === null ? {} : { clause }), why: whyOf(credit, ledger, hidden) };
}

/** Why points were taken: the kind of incident, or the reason of the credit. */
function whyOf(credit: Credit, { incidents }: Ledger, hidden: Hidden): string {
  const incident = credit.kind === 'incident' ? incidents.find(({ id }) => id === credit.record) : undefined;
  if (incident) return incident.kind;
  return hidden(credit) ? '不公开事项' : reasonWords(credit.reason, 'zh');
}

function correctionOf(credit: Credit, ledger: Ledger, issued: readonly Issued[]): Published['corrections'] {
  const { unit, points, clause, item, reason } = credit;
  if (reason.code !== 'corrected') return [];
  const title = item === null ? undefined : titleOf(item, ledger, issued);
  return [
    {
      unit,
      corrects: reason.period,
      points: numberOf(points),
      ...(clause === null ? {} : { clause }),
      ...(title === undefined ? {} : { title }),
      causes: [...reason.causes],
    },
  ];
}

/** The title of an item that is open to the public; of one that is gone, as it was published. */
function titleOf(item: SubmissionId, { submissions }: Ledger, issued: readonly Issued[]): string | undefined {
  const submission = submissions.get(item);
  if (submission) return submission.openness === '公开' ? submission.title : undefined;
  return issued.map(({ written }) => written.published.titles[item]).find((title) => title !== undefined);
}

function titlesOf(credits: readonly Credit[], ledger: Ledger, issued: readonly Issued[]): Record<string, string> {
  const items = [...new Set(credits.flatMap(({ item }) => item ?? []))].sort();
  const titled = items.map((item) => [item, titleOf(item, ledger, issued)] as const);
  return Object.fromEntries(titled.filter((entry): entry is readonly [string, string] => entry[1] !== undefined));
}

function awardOf({ title, clause, of, group, places, sure, undecided, placesLeft }: Shortlist, { people }: Ledger): Published['awards'][number] {
  const called = (ids: readonly string[]): string[] => ids.map((id) => (of === 'people' ? (people.get(id)?.name ?? id) : id));
  return {
    title,
    clause,
    of,
    ...(group === null ? {} : { group }),
    places,
    sure: called(sure),
    undecided: called(undecided),
    places_left: placesLeft,
  };
}

function writersIn(period: Period, { ledger, journal }: Kept): Published['writers'] {
  return peopleStandings(period, journal, ledger).flatMap(({ rank, tied, entry }) => {
    const person = ledger.people.get(entry.person);
    return person ? [{ rank, tied, name: person.name, unit: person.unit, points: numberOf(entry.points) }] : [];
  });
}
