/** Where things stand on the site. Paths are relative to its start and end with a slash; an anchor follows the sign #. */
import type { Period } from '../model/period.ts';
import type { Place } from '../model/place.ts';
import type { OutletId, PersonId, Site, SubmissionId, UnitId } from '../model/records.ts';
import type { GuideName } from '../words/guide.ts';
import { LANGUAGES, type Language } from '../words/speech.ts';

/** Where the pages of a language begin. Chinese is at the start of the site. */
const BEGINNINGS: Readonly<Record<Language, string>> = { zh: '', en: 'en/' };

/** A page, and not a file: its path ends with a slash, whatever anchor or question follows. */
export const isPage = (path: string): boolean => /^([^?#]*\/)?([?#].*)?$/.test(path);

/** Where the page at `path` stands in a language; files are the same in all of them. Other hosts and anchors stay as they are. */
export const pathIn = (language: Language, path: string): string =>
  /^(https?:|#)/.test(path) || !isPage(path) ? path : `${BEGINNINGS[language]}${path}`;

/** The language of an address by its first part; what has none is Chinese. */
export const languageOf = (first: string | undefined): Language => LANGUAGES.find((language) => BEGINNINGS[language] === `${first}/`) ?? 'zh';

/** That first part, as the routes of pages have it. */
export const firstPartOf = (language: Language): string | undefined => BEGINNINGS[language].slice(0, -1) || undefined;

/** A period as it stands in a path: its key, with the one sign that file servers disagree about replaced. */
export const slugOf = ({ key }: Pick<Period, 'key'>): string => key.replaceAll('+', '-and-');

export const rankingPath = (period: Pick<Period, 'key'>): string => `ranking/${slugOf(period)}/`;
export const wholeJournalPath = (period: Pick<Period, 'key'>, anchor?: string): string => at(`${rankingPath(period)}journal/`, anchor);
export const unitPath = (unit: UnitId): string => `units/${unit}/`;
export const unitPeriodPath = (unit: UnitId, period: Pick<Period, 'key'>, anchor?: string): string => at(`units/${unit}/${slugOf(period)}/`, anchor);
export const submissionPath = (submission: SubmissionId): string => `submissions/${submission}/`;
export const monthOfSubmissionsPath = (month: Pick<Period, 'key'>): string => `submissions/in/${month.key}/`;
export const personPath = (person: PersonId): string => `people/${person}/`;
export const clausePath = (policy: string, clause: string | null): string =>
  at(`policies/${policy}/`, clause === null ? undefined : anchorOf(clause));
export const bulletinsPath = 'bulletins/';
export const bulletinPath = (slug: string): string => `${bulletinsPath}${slug}/`;
/** The bulletin as a file, beside its page. */
export const bulletinFilePath = (slug: string, form: string): string => `${bulletinPath(slug)}${slug}.${form}`;
export const feedPath = 'feed.xml';
export const outletsPath = 'outlets/';
export const outletPath = (outlet: OutletId): string => `${outletsPath}${outlet}/`;
/** The filing page, with a form that has something in it already. */
export const filingPath = (filled: Readonly<Record<string, string>> = {}): string => {
  const query = new URLSearchParams(filled).toString();
  return query === '' ? 'file/' : `file/?${query}`;
};
export const calendarPath = 'calendar/';
/** The calendar as a file to subscribe to: that of a unit, or of all. Files lie side by side, so those of other languages have names of their own. */
export const calendarFilePath = (unit: UnitId | null, language: Language): string =>
  `${calendarPath}${unit === null ? 'all' : `unit-${unit}`}${endingIn(language)}.ics`;
const endingIn = (language: Language): string => (language === 'zh' ? '' : `.${language}`);
export const dataPath = 'data/';
export const dataFilePath = (file: string): string => `${dataPath}${file}`;
export const badgePath = (unit: UnitId, language: Language): string => `${dataPath}badges/${unit}${endingIn(language)}.svg`;
export const EMBED_LOOKS = ['auto', 'light', 'dark'] as const;
export type EmbedLook = (typeof EMBED_LOOKS)[number];
export const embeddedRankingPath = (look: EmbedLook): string => `embed/ranking/${look === 'auto' ? '' : `${look}/`}`;
export const screenPath = 'screen/';
/** The guides, one of them, or how to write an ordinance. */
export const guidePath = (name: GuideName | 'policies' | null): string => (name === null ? 'guide/' : `guide/${name}/`);
export const planPath = 'plan/';
export const planPeriodPath = (period: Pick<Period, 'key'>): string => `${planPath}${slugOf(period)}/`;
export const planRecordsPath = (period: Pick<Period, 'key'>, anchor?: string): string => at(`${planPeriodPath(period)}records/`, anchor);
export const planClausePath = (clause: string): string => at(planPath, anchorOf(clause));
export const monthAnchor = (month: Pick<Period, 'key'>): string => `month-${month.key}`;

/** A clause as an anchor: its own name without blanks, which an anchor can't have. */
export const anchorOf = (clause: string): string => `clause-${clause.replace(/\s+/g, '_')}`;

const at = (path: string, anchor: string | undefined): string => (anchor === undefined ? path : `${path}#${encodeURIComponent(anchor)}`);

const BLOB = { github: 'blob', gitlab: '-/blob', gitea: 'src/branch', gitee: 'blob' } as const;

/** The file on the repository's host, at the line; undefined where the installation names no repository. */
export function sourceHref(repository: Site['repository'], { file }: Place, line: number): string | undefined {
  if (repository === null) return undefined;
  const path = [BLOB[repository.host], repository.branch, ...file.split('/')].flatMap((part) => part.split('/').map(encodeURIComponent)).join('/');
  return `${repository.url.replace(/\/$/, '')}/${path}#L${line}`;
}

const COMMIT = { github: 'commit', gitlab: '-/commit', gitea: 'commit', gitee: 'commit' } as const;

/** A commit on the repository's host; undefined where the installation names no repository. */
export const commitHref = (repository: Site['repository'], commit: string): string | undefined =>
  repository === null ? undefined : `${repository.url.replace(/\/$/, '')}/${COMMIT[repository.host]}/${commit}`;
