/** An office that issues bulletins of a small bureau, without disk and Git: files are values, a commit is the number of times one was written. */
import { keepBook } from '../../src/bulletin/book.ts';
import { proposeBulletin, type Sources } from '../../src/bulletin/propose.ts';
import { type BulletinSettings, hashOfText, type Issued, openBulletins } from '../../src/ledger/bulletins.ts';
import { openLedger } from '../../src/ledger/open.ts';
import type { WrittenBulletin } from '../../src/ledger/written/bulletin.ts';
import type { Day } from '../../src/model/day.ts';
import { type Period, parsePeriod } from '../../src/model/period.ts';
import { sum, written } from '../../src/model/points.ts';
import type { Ledger } from '../../src/model/records.ts';
import { type Journal, keepJournal } from '../../src/scoring/journal.ts';
import { creditsWithin } from '../../src/standings/totals.ts';
import type { Values } from '../support/bureau.ts';
import { policyFrom, writtenPolicy } from '../support/policies.ts';

export const period = (key: string): Period => parsePeriod(key) as Period;

export interface Office {
  values: Values;
  /** The ordinance as written; another value is an edited file. */
  policy: unknown;
  issued: Issued[];
  settings: BulletinSettings;
}

export const officeOf = (values: Values, settings: Record<string, unknown> = {}): Office => ({
  values,
  policy: writtenPolicy('county-2021'),
  issued: [],
  settings: openBulletins(new Map([['data/bulletins.yaml', settings]])).settings,
});

export function sourcesOf({ values, policy, issued, settings }: Office): Sources {
  const files = new Map<string, unknown>([...values, ['policies/county-2021.yaml', policy]]);
  const { ledger } = openLedger(values);
  return {
    ledger: ledger as Ledger,
    policies: [policyFrom('county-2021', policy)],
    bulletins: issued,
    bulletinSettings: settings,
    hashOf: (file) => (files.has(file) ? hashOfText(JSON.stringify(files.get(file))) : null),
    commitOf: (file) => hashOfText(`${file} ${JSON.stringify(files.get(file))}`).slice(0, 40),
    program: '1.0.0',
  };
}

/** Proposes the bulletin of a period and merges it. */
export function issue(office: Office, key: string): WrittenBulletin {
  const bulletin = proposeBulletin(period(key), sourcesOf(office));
  office.issued = [
    ...openBulletins(
      new Map(
        [...office.issued.map(({ id, written }) => [id, written] as const), [key, bulletin] as const].map(([id, one]) => [
          `data/bulletins/${id}.yaml`,
          one,
        ]),
      ),
    ).issued,
  ];
  return bulletin;
}

/** The journal as the records have it. */
export function journalOf(office: Office, asOf: string): Journal {
  const { ledger, policies } = sourcesOf(office);
  return keepJournal(ledger, policies, asOf as Day);
}

/** The journal as published and corrected. */
export const bookOf = (office: Office, asOf: string): Journal => keepBook(journalOf(office, asOf), office.issued);

/** Points of a unit, or of all, in a period. */
export const pointsIn = ({ credits }: Journal, key: string, unit?: string): string =>
  written(
    sum(
      creditsWithin(credits, period(key))
        .filter((credit) => unit === undefined || credit.unit === unit)
        .map(({ points }) => points),
    ),
  );
