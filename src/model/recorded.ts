/** What records of every kind have in common. */
import type { Day } from './day.ts';
import type { Place } from './place.ts';

/** What every record has: its id (the file name, or the `id` in a register) and where it stands. */
export interface Recorded {
  readonly id: string;
  readonly at: Place;
}

/** In service from `from` to `to`, both included; null where open. */
export interface InService {
  readonly from: Day | null;
  readonly to: Day | null;
}

/** Whether it is in service on a day. */
export const serves = ({ from, to }: InService, on: Day): boolean => (from === null || from <= on) && (to === null || on <= to);

export type Openness = '公开' | '依申请公开' | '不公开';
