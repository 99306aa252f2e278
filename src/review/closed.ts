/** What a proposal touches of days that a bulletin has closed: published figures stay, and the difference becomes a correction. */
import { addDays, type Day } from '../model/day.ts';
import type { Difference, Gain } from './credits.ts';
import { gainsOf } from './credits.ts';
import type { Side } from './side.ts';

/** A correction as the next bulletin will have it: of which bulletin, on which day it is booked. */
export interface Correction extends Gain {
  readonly corrects: string;
  readonly on: Day;
}

/** The corrections that are new, or have other points than before. */
export function correctionsIn(differences: readonly Difference[]): Correction[] {
  const byBulletin = Map.groupBy(
    differences.filter(({ credit }) => credit.reason.code === 'corrected'),
    ({ credit }) => JSON.stringify([credit.reason.code === 'corrected' ? credit.reason.period : '', credit.on]),
  );
  return [...byBulletin].flatMap(([key, own]) => {
    const [corrects, on] = JSON.parse(key) as [string, Day];
    return gainsOf(own).map((gain) => ({ ...gain, corrects, on }));
  });
}

type Closing = Pick<Side, 'bulletins'>;

/** The bulletin that closed a day; null where it is open. */
export function closerOf(on: Day, { bulletins }: Closing): string | null {
  const closer = bulletins.find(({ written: { evidence } }) => {
    const { closes } = evidence;
    return closes !== undefined && (closes.from === undefined || closes.from <= on) && on <= closes.to;
  });
  return closer?.id ?? null;
}

/** The first day that no bulletin has closed; null where none was issued. */
export function firstOpenDay({ bulletins }: Closing): Day | null {
  const last = bulletins.map(({ written: { evidence } }) => evidence.closes?.to ?? '').reduce((a, b) => (a > b ? a : b), '');
  return last === '' ? null : addDays(last as Day, 1);
}
