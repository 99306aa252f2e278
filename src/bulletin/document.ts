/** The part of a bulletin that the office may still change: title, number, signature, its own texts, and the wording. */
import type { BulletinSettings, Issued } from '../ledger/bulletins.ts';
import type { BulletinDocument, Published } from '../ledger/written/bulletin.ts';
import { addDays, type Day } from '../model/day.ts';
import type { Period } from '../model/period.ts';
import type { Ledger } from '../model/records.ts';
import { isWorkingDay } from '../scoring/deadlines.ts';
import { wordingFor } from '../words/bulletin/cadence.ts';
import { filled, titleOf } from '../words/bulletin/document.ts';

/** What the office wants otherwise than we would put it; what it leaves out is as ever. */
export type DocumentWishes = Partial<BulletinDocument>;

interface Scene {
  readonly ledger: Ledger;
  readonly settings: BulletinSettings;
  readonly bulletins: readonly Issued[];
}

/** The document of a bulletin as it is proposed. */
export function documentFor(period: Period, published: Published, { ledger, settings, bulletins }: Scene, wishes: DocumentWishes): BulletinDocument {
  const { site } = ledger;
  const wording = wishes.wording ?? wordingFor(period, settings);
  const issued = (wishes.issued as Day | undefined) ?? firstWorkingDayAfter(period.to, ledger);
  const office = settings.office ?? site.organisation;
  const untitled: BulletinDocument = { organisation: office, title: '', office, issued, wording };
  const number = wording.official && settings.number !== null ? numberOf(settings.number, period, issued, bulletins) : null;
  return {
    organisation: office,
    ...(number === null ? {} : { number }),
    title: titleOf(wording, { period: period.key, document: untitled, published }),
    ...(settings.to === null ? {} : { to: settings.to }),
    office,
    issued,
    ...(settings.copies === null ? {} : { copies: settings.copies }),
    ...(settings.remark === null ? {} : { remark: settings.remark }),
    wording,
    ...wishes,
  };
}

/** Documents are dated on working days. */
function firstWorkingDayAfter(to: Day, { site }: Ledger): Day {
  let day = addDays(to, 1);
  while (!isWorkingDay(day, site)) day = addDays(day, 1);
  return day;
}

/** What the template of a number may ask for. */
export const NUMBER_VALUES: ReadonlySet<string> = new Set(['年', '序号']);

/** 发文字号: the next number of the year that no other bulletin bears. */
function numberOf(template: string, period: Period, issued: Day, bulletins: readonly Issued[]): string {
  const others = bulletins.filter(({ id }) => id !== period.key).map(({ written: { document } }) => document);
  const taken = new Set(others.map(({ number }) => number));
  const year = Number(issued.slice(0, 4));
  const before = others.filter((document) => document.number !== undefined && document.issued.startsWith(`${year}-`)).length;
  const numbered = (serial: number): string => filled(template, { 年: year, 序号: serial });
  let serial = before + 1;
  // A template without a serial gives the same number for ever.
  while (taken.has(numbered(serial)) && serial < before + taken.size + 2) serial += 1;
  return numbered(serial);
}
