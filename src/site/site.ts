/** All pages of the site: which there are, and what each shows. */
import type { Suite } from '../cases/suite.ts';
import type { Period } from '../model/period.ts';
import type { OutletId, PersonId, SubmissionId, UnitId } from '../model/records.ts';
import { calendarWords } from '../words/calendar.ts';
import { filingWords } from '../words/filing.ts';
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
import { bulletinBehind, bulletinFeed, bulletinFile, bulletinPage, bulletinsPage, FORMS, type Form } from './bulletins.ts';
import { calendarFile, calendarPage, unitsWithEvents } from './calendar.ts';
import type { Context } from './context.ts';
import { filingData } from './filing/extract.ts';
import { filingPage } from './filing/page.ts';
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
  filingPath,
  guidePath,
  outletsPath,
  planPath,
  screenPath,
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

/** The sections of the site stand in groups; a few of them are in sight on every page, the others one step further. */
export const WAY_GROUPS = ['results', 'records', 'rules', 'about'] as const;
export interface Way {
  readonly text: string;
  readonly href: string;
  readonly group: (typeof WAY_GROUPS)[number];
  readonly isFirst: boolean;
}

/** Whether a page belongs to a section. */
export const isWithin = (path: string, { href }: Pick<Way, 'href'>): boolean => (href === '' ? path === '' : path.startsWith(href));

/** What stands around every page. */
export interface Frame {
  readonly organisation: string;
  readonly lang: string;
  readonly nav: readonly Way[];
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
    filing: () => filingPage(context),
    filingData: () => filingData(view),
    plan: () => planPage(context),
    planPeriods: () => planPeriods(context),
    planPeriod: (period: Period) => planPeriodPage(period, context),
    planRecords: (period: Period) => planRecordsPage(period, context),
    bulletins: () => bulletinsPage(context),
    bulletinSlugs: (): string[] => view.bulletins.map(({ slug }) => slug),
    bulletin: (slug: string) => bulletinPage(slug, context),
    bulletinForms: FORMS,
    bulletinBehind: (slug: string) => bulletinBehind(slug, context),
    bulletinFile: (slug: string, form: Form) => bulletinFile(slug, form, context),
    feed: (address: string | null) => bulletinFeed(address, context),
  };
}

/** The name of a file in a folder. */
const fileIn = (folder: string, path: string): string => path.slice(folder.length);

function frameOf(context: Context): Frame {
  const { view, ui: words, language } = context;
  return {
    organisation: view.site.organisation,
    lang: words.lang,
    nav: waysOf(context),
    search: { text: findWords(language).nav, href: searchPath },
    asOf: view.asOf,
    repository: view.site.repository?.url ?? null,
    feed: view.bulletins.length > 0 ? { text: words.bulletins.feed, href: feedPath } : null,
  };
}

/** The sections that there are: without ordinances the plan is what the site is about. */
function waysOf({ view, ui: { nav }, language }: Context): Way[] {
  const hasPlan = view.plan !== null;
  const scores = view.site.policies.length > 0 || !hasPlan;
  const way = (group: Way['group'], text: string, href: string, { isFirst = false, exists = true } = {}): Way[] =>
    exists ? [{ text, href, group, isFirst }] : [];
  return [
    ...way('results', nav.overview, '', { isFirst: true }),
    ...way('results', nav.ranking, 'ranking/', { isFirst: true, exists: scores }),
    ...way('results', nav.units, 'units/', { isFirst: true, exists: scores }),
    ...way('results', nav.people, 'people/', { exists: scores && view.site.showPeople }),
    ...way('results', outletWords(language).nav, outletsPath, { exists: scores }),
    ...way('records', nav.submissions, 'submissions/', { isFirst: true, exists: scores }),
    ...way('records', filingWords(language).nav, filingPath(), { isFirst: true, exists: scores }),
    ...way('records', nav.bulletins, bulletinsPath, { isFirst: true, exists: scores && view.bulletins.length > 0 }),
    ...way('records', calendarWords(language).nav, calendarPath, { isFirst: true, exists: scores }),
    ...way('records', planUi(language).nav, planPath, { isFirst: !scores, exists: hasPlan }),
    ...way('rules', nav.policies, 'policies/', { isFirst: true, exists: scores }),
    ...way('rules', labWords(language).nav, 'lab/', { exists: scores }),
    ...way('about', openDataWords(language).nav, dataPath),
    ...way('about', nav.status, 'status/'),
    ...way('about', guideWords(language).nav, guidePath(null)),
    ...way('about', findWords(language).nav, searchPath),
    ...way('about', nav.screen, screenPath),
  ];
}
