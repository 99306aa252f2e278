/**
 * The door for bulletins: what of a lock may leave the repository. The lock says what was public when it was issued; `NotPublic` says what is not any
 * more, and privacy wins, visibly: a title that has been withdrawn stands as （现不公开）. What the office wrote itself stays as it was signed.
 */
import { idOf } from '../ledger/files.ts';
import type { Cause, LockedCredit, Published, WrittenBulletin } from '../ledger/written/bulletin.ts';
import { NAMES, publicAppealIn, UNNAMED } from './reasons.ts';

/** Submissions and obligations that are not open to the public today. */
export interface NotPublic {
  readonly ids: ReadonlySet<string>;
  /** For what a lock lists by its title alone. */
  readonly titles: ReadonlySet<string>;
  /** The appeals that may be named. */
  readonly openAppeals: ReadonlySet<string>;
}

declare const DOOR: unique symbol;
/** Only `publicBulletin` makes one. Of what is hidden `record` and `file` are empty. */
export type PublicBulletin = WrittenBulletin & { readonly [DOOR]: true };

/** Stands for a title that was public when the bulletin was issued. It is part of the document, which is in Chinese. */
export const WITHDRAWN = '（现不公开）';

/** What every part of a bulletin is held against. */
interface Rules {
  readonly people: boolean;
  readonly isHidden: (id: string) => boolean;
  readonly isOpenRecord: (id: string) => boolean;
  readonly isOpenFile: (file: string) => boolean;
  readonly openAppeals: ReadonlySet<string>;
  /** A text with the titles in it that are not public replaced. */
  readonly told: (text: string) => string;
}

/** What of a bulletin the public may see today; persons only where both the bulletin and the installation show them. */
export function publicBulletin(bulletin: WrittenBulletin, notPublic: NotPublic, showPeople: boolean): PublicBulletin {
  const rules = rulesOf(bulletin, notPublic, showPeople);
  const { evidence } = bulletin;
  const shown: WrittenBulletin = {
    period: bulletin.period,
    document: bulletin.document,
    published: publicFigures(bulletin.published, rules),
    evidence: {
      ...evidence,
      files: Object.fromEntries(Object.entries(evidence.files).filter(([file]) => rules.isOpenFile(file))),
      gone: evidence.gone.filter(rules.isOpenFile),
    },
    credits: bulletin.credits.map((credit) => publicCredit(credit, rules)),
    seal: bulletin.seal,
  };
  return shown as PublicBulletin;
}

function rulesOf({ published, credits }: WrittenBulletin, { ids, titles, openAppeals }: NotPublic, showPeople: boolean): Rules {
  const isHiddenCredit = ({ hidden, item, record }: LockedCredit): boolean => hidden === true || ids.has(item ?? '') || ids.has(record);
  const [hidden, open] = [credits.filter(isHiddenCredit), credits.filter((credit) => !isHiddenCredit(credit))];
  const hiddenIds = new Set([...ids, ...hidden.flatMap(({ item, record }) => [item ?? record, record])]);
  const openIds = new Set([...Object.keys(published.titles), ...open.flatMap(({ item, record }) => [item ?? record, record])].filter(isOpen));
  const openFiles = new Set(open.map(({ file }) => file));
  const hiddenFiles = new Set(hidden.map(({ file }) => file));
  function isOpen(id: string): boolean {
    return !hiddenIds.has(id);
  }
  return {
    people: published.people && showPeople,
    isHidden: (id) => hiddenIds.has(id),
    isOpenRecord: (id) => openIds.has(id),
    isOpenFile: (file) => isCommon(file) || (isOpen(idOf(file)) && !hiddenFiles.has(file) && (openFiles.has(file) || openIds.has(idOf(file)))),
    openAppeals,
    told: replacing(new Set([...titles, ...titlesOf(published, hiddenIds)])),
  };
}

/** Ordinances, bulletins, and the registers that name no person. */
const isCommon = (file: string): boolean => /^(policies|data\/bulletins)\/|^data\/(site|units|outlets|bulletins)\.yaml$/.test(file);

/** The titles under which a bulletin lists what is hidden. */
function titlesOf({ titles, adopted, notable }: Published, ids: ReadonlySet<string>): string[] {
  const listed = [...adopted, ...notable].map(({ item, title }): [string, string | undefined] => [item ?? '', title]);
  return [...Object.entries(titles), ...listed].flatMap(([id, title]) => (title !== undefined && ids.has(id) ? [title] : []));
}

/** The longest titles first, so that one that is part of another leaves no rest of it. */
function replacing(titles: ReadonlySet<string>): Rules['told'] {
  const longestFirst = [...titles].filter((title) => title !== '').sort((a, b) => b.length - a.length);
  return (text) => longestFirst.reduce((told, title) => told.replaceAll(title, WITHDRAWN), text);
}

function publicFigures(published: Published, rules: Rules): Published {
  const { people, isHidden, told } = rules;
  const ranked = published.ranks !== 'none';
  return {
    ...published,
    people,
    groups: published.groups.map((group) => ({
      ...group,
      top: ranked ? group.top : NOBODY,
      bottom: published.weakest && published.ranks === 'all' ? group.bottom : NOBODY,
    })),
    commissions: published.commissions.map((commission) => publicCommission(commission, rules)),
    notable: published.notable.map((item) => {
      const shown = publicItem(item, rules);
      return shown.item === undefined ? without(shown, ['rank', 'outlet']) : shown;
    }),
    adopted: published.adopted.map((item) => {
      const shown = publicItem(item, rules);
      return shown.item === undefined ? { ...without(shown, ['form']), outlet: shown.class ?? shown.level ?? NOBODY_KNOWS } : shown;
    }),
    deductions: published.deductions.map((deduction) => ({ ...deduction, why: told(deduction.why) })),
    corrections: published.corrections.map((correction) => ({
      ...withTitle(correction, told),
      causes: correction.causes.map((cause) => publicCause(cause, rules)),
    })),
    awards: people ? published.awards : published.awards.filter((award) => award.of === 'units'),
    writers: people ? published.writers : [],
    titles: Object.fromEntries(Object.entries(published.titles).filter(([id]) => !isHidden(id))),
  };
}

/** Stands for an outlet of no class; the lock wants a text. */
const NOBODY_KNOWS = '—';

const NOBODY = { units: [], tie_across: false };

type Item = Published['adopted'][number] | Published['notable'][number];

/** An item as it is listed: of one that is hidden there remain the day, the units and the class; of one that was withdrawn, a word about it. */
function publicItem<T extends Item>(listed: T, { people, isHidden }: Rules): T {
  const withdrawn = listed.title !== undefined && isHidden(listed.item ?? '');
  const isOpen = listed.title !== undefined && !withdrawn;
  const shown = people && isOpen ? listed : without(listed, ['authors']);
  if (isOpen) return shown;
  const figures = without(shown, ['item', 'title']);
  return withdrawn ? { ...figures, title: WITHDRAWN } : figures;
}

/** A commission without a title was not open to the public when it was published; one that is hidden today was withdrawn. */
function publicCommission(commission: Published['commissions'][number], { isHidden, told }: Rules): Published['commissions'][number] {
  const { obligation, title } = commission;
  if (title === undefined) return without(commission, ['obligation']);
  return isHidden(obligation ?? '') ? { ...without(commission, ['obligation']), title: WITHDRAWN } : withTitle(commission, told);
}

function withTitle<T extends { title?: string | undefined }>(listed: T, told: (title: string) => string): T {
  return listed.title === undefined ? listed : { ...listed, title: told(listed.title) };
}

/** What is gone may be missing, for every key that is named here is optional in the lock. */
function without<T extends object>(whole: T, keys: readonly string[]): T {
  return Object.fromEntries(Object.entries(whole).filter(([key]) => !keys.includes(key))) as T;
}

function publicCause(cause: Cause, { isOpenFile, openAppeals }: Rules): Cause {
  const told = publicAppealIn(cause, openAppeals);
  return told.file !== undefined && isOpenFile(told.file) ? told : without(told, ['file']);
}

function publicCredit(credit: LockedCredit, rules: Rules): LockedCredit {
  const { hidden, item, record } = credit;
  if (hidden === true || rules.isHidden(item ?? '') || rules.isHidden(record)) {
    const figures = without(credit, ['item', 'path', 'rule', 'people']);
    return { ...figures, record: UNNAMED, file: UNNAMED, reason: { code: 'counted' }, hidden: true };
  }
  const shown = rules.people ? credit : without(credit, ['people']);
  return { ...shown, reason: publicFacts(credit.reason, rules) as LockedCredit['reason'] };
}

const mayStand = (key: string, fact: string, { isOpenFile, openAppeals }: Rules): boolean =>
  key === 'file' ? isOpenFile(fact) : key !== 'appeal' || openAppeals.has(fact);

/** The facts of a reason without the names of records and files that are not public, however deep they stand. */
function publicFacts(facts: unknown, rules: Rules, name = ''): unknown {
  if (Array.isArray(facts)) return facts.map((fact) => publicFacts(fact, rules, name));
  if (typeof facts === 'object' && facts !== null) {
    const told = Object.entries(facts).filter(([key, fact]) => mayStand(key, String(fact), rules));
    return Object.fromEntries(told.map(([key, fact]) => [key, publicFacts(fact, rules, key)]));
  }
  if (typeof facts !== 'string') return facts;
  return rules.isHidden(facts) || (NAMES.includes(name) && !rules.isOpenRecord(facts)) ? UNNAMED : facts;
}
