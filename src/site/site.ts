/** All pages of the site: which there are, and what each shows. */
import type { Suite } from '../cases/suite.ts';
import type { Period } from '../model/period.ts';
import type { OutletId, PersonId, SubmissionId, UnitId } from '../model/records.ts';
import { calendarWords } from '../words/calendar.ts';
import { findWords } from '../words/find.ts';
import { GUIDES, type GuideName, guideWords } from '../words/guide.ts';
import { labWords } from '../words/lab.ts';
import { openDataWords } from '../words/open-data.ts';
import { outletWords } from '../words/outlets.ts';
import { planUi } from '../words/plan-pages.ts';
import type { Language } from '../words/speech.ts';
import { ui } from '../words/ui.ts';
import { adoptingOutlets } from './adopted.ts';
import { badgeFile, badgesOf, embeddedRanking } from './badges.ts';
import { bulletinFeed, bulletinFile, bulletinPage, bulletinsPage, FORMS, type Form } from './bulletins.ts';
import { calendarFile, calendarPage, unitsWithEvents } from './calendar.ts';
import type { Context } from './context.ts';
import { guideIndex, guidePage } from './guide.ts';
import { journalPage, journalsOf } from './journal.ts';
import { labPage } from './lab/page.ts';
import {
  badgePath,
  bulletinsPath,
  calendarFilePath,
  calendarPath,
  dataPath,
  EMBED_LOOKS,
  type EmbedLook,
  feedPath,
  guidePath,
  outletsPath,
  slugOf,
} from './links.ts';
import { listedData } from './listed.ts';
import { dataFiles, dataPackage, dataPage } from './openData.ts';
import { outletPage, outletsPage } from './outlets.ts';
import { overviewPage } from './overview.ts';
import { authorsOf, peoplePage, personPage } from './people.ts';
import { planPage, planPeriodPage, planPeriods, planRecordsPage } from './plan.ts';
import { policiesPage, policyPage } from './policies.ts';
import { rankingPage } from './ranking.ts';
import { rankingIndex } from './rankingIndex.ts';
import { screenPage } from './screen.ts';
import { searchData } from './search/data.ts';
import { searchPage, searchPath } from './search/page.ts';
import type { Linked } from './shown.ts';
import { statusPage } from './status.ts';
import { submissionMonthPage, submissionMonths, submissionPage } from './submissions.ts';
import { submissionsIndex } from './submissionsIndex.ts';
import { unitPage, unitsPage } from './units.ts';
import type { View } from './view.ts';
import { wholeJournalPage } from './whole.ts';

/** What stands around every page. */
export interface Frame {
  readonly organisation: string;
  readonly lang: string;
  readonly nav: readonly Linked[];
  readonly search: Linked;
  readonly asOf: string;
  readonly repository: string | null;
  /** Null where there is nothing to follow. */
  readonly feed: Linked | null;
}

export type SitePages = ReturnType<typeof sitePages>;

/** The pages in one language; `casesOf` runs the cases of an ordinance. Each is made when it is asked for, so that a development server makes only what is looked at. */
export function sitePages(view: View, language: Language, casesOf: (policy: string) => Suite | null = () => null) {
  const context: Context = { view, ui: ui(language), language };
  const months = (): ReturnType<typeof submissionMonths> => submissionMonths(context);
  return {
    language,
    frame: frameOf(context),
    overview: () => overviewPage(context),
    rankings: () => rankingIndex(context),
    periods: (): { slug: string; period: Period }[] => view.periods.map((period) => ({ slug: slugOf(period), period })),
    ranking: (period: Period) => rankingPage(period, context),
    wholeJournal: (period: Period) => wholeJournalPage(period, context),
    units: () => unitsPage(context),
    unitIds: (): UnitId[] => [...view.units.keys()],
    unit: (unit: UnitId) => unitPage(unit, context),
    journals: () => journalsOf(context).map((journal) => ({ ...journal, slug: slugOf(journal.period) })),
    journal: (unit: UnitId, period: Period) => journalPage(unit, period, context),
    submissions: () => submissionsIndex(context),
    submissionsData: () => listedData(context),
    search: () => searchPage(context),
    searchData: () => searchData(context),
    submissionMonths: months,
    submissionMonth: ({ month, submissions }: ReturnType<typeof submissionMonths>[number]) => submissionMonthPage(month, submissions, context),
    submissionIds: (): SubmissionId[] => [...view.submissions.keys()],
    submission: (submission: SubmissionId) => submissionPage(submission, context),
    people: () => (view.site.showPeople ? peoplePage(context) : null),
    personIds: (): PersonId[] => authorsOf(context).map(({ id }) => id),
    person: (person: PersonId) => personPage(person, context),
    policies: () => policiesPage(context),
    policyIds: (): string[] => view.policies.map(({ id }) => id),
    policy: (policy: string) => policyPage(policy, context, casesOf(policy)),
    outlets: () => outletsPage(context),
    outletIds: (): OutletId[] => adoptingOutlets(context).map(({ outlet }) => outlet.id),
    outlet: (outlet: OutletId) => outletPage(outlet, context),
    calendar: () => calendarPage(context),
    calendarFiles: () => [null, ...unitsWithEvents(context)].map((unit) => ({ unit, file: fileIn(calendarPath, calendarFilePath(unit, language)) })),
    calendarFile: (unit: UnitId | null) => calendarFile(unit, context),
    openData: () => dataPage(context),
    dataFiles: () => dataFiles(context),
    dataPackage: () => dataPackage(context),
    badges: () => badgesOf(context).map(({ unit }) => ({ unit, file: fileIn(`${dataPath}badges/`, badgePath(unit, language)) })),
    badge: (unit: UnitId) => badgeFile(unit, context),
    embedLooks: EMBED_LOOKS,
    embeddedRanking: (look: EmbedLook) => embeddedRanking(look, context),
    guides: () => guideIndex(context),
    guideNames: GUIDES,
    guide: (guide: GuideName) => guidePage(guide, context),
    status: () => statusPage(context),
    screen: () => screenPage(context),
    lab: () => labPage(context),
    plan: () => planPage(context),
    planPeriods: () => planPeriods(context),
    planPeriod: (period: Period) => planPeriodPage(period, context),
    planRecords: (period: Period) => planRecordsPage(period, context),
    bulletins: () => bulletinsPage(context),
    bulletinSlugs: (): string[] => view.bulletins.map(({ slug }) => slug),
    bulletin: (slug: string) => bulletinPage(slug, context),
    bulletinForms: FORMS,
    bulletinFile: (slug: string, form: Form) => bulletinFile(slug, form, context),
    feed: (address: string | null) => bulletinFeed(address, context),
  };
}

/** The name of a file in a folder. */
const fileIn = (folder: string, path: string): string => path.slice(folder.length);

function frameOf({ view, ui: words, language }: Context): Frame {
  const { nav } = words;
  const scoring = [
    { text: nav.ranking, href: 'ranking/' },
    { text: nav.units, href: 'units/' },
    { text: nav.submissions, href: 'submissions/' },
    ...(view.site.showPeople ? [{ text: nav.people, href: 'people/' }] : []),
    { text: outletWords(language).nav, href: outletsPath },
    ...(view.bulletins.length > 0 ? [{ text: nav.bulletins, href: bulletinsPath }] : []),
    { text: calendarWords(language).nav, href: calendarPath },
    { text: nav.policies, href: 'policies/' },
    { text: labWords(language).nav, href: 'lab/' },
  ];
  const scores = view.site.policies.length > 0 || view.plan === null;
  return {
    organisation: view.site.organisation,
    lang: words.lang,
    nav: [
      { text: nav.overview, href: '' },
      ...(scores ? scoring : []),
      ...(view.plan === null ? [] : [{ text: planUi(language).nav, href: 'plan/' }]),
      { text: nav.status, href: 'status/' },
      { text: openDataWords(language).nav, href: dataPath },
      { text: guideWords(language).nav, href: guidePath(null) },
    ],
    search: { text: findWords(language).nav, href: searchPath },
    asOf: view.asOf,
    repository: view.site.repository?.url ?? null,
    feed: view.bulletins.length > 0 ? { text: words.bulletins.feed, href: feedPath } : null,
  };
}
