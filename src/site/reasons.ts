/** The reason of a credit without the ids of records that are not public. */
import type { Reason } from '../scoring/credit.ts';

/** Stands for a record that may not be named. */
export const UNNAMED = '';

export function publicReason(reason: Reason, isPublic: (record: string) => boolean): Reason {
  const named = (record: string): string => (isPublic(record) ? record : UNNAMED);
  switch (reason.code) {
    case 'raised':
      return { ...reason, replaces: named(reason.replaces) };
    case 'withdrawn':
      return { ...reason, by: reason.by === null ? null : named(reason.by) };
    case 'voided':
    case 'better-counted':
      return { ...reason, by: named(reason.by) };
    case 'same-story':
      return { ...reason, as: named(reason.as) };
    default:
      return reason;
  }
}
