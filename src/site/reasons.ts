/** The reason of a credit without the ids of records that are not public. */
import type { Reason } from '../scoring/credit.ts';

/** Stands for a record that may not be named. */
export const UNNAMED = '';

/** The facts of a reason that are ids of records, whatever its code. */
export const NAMES: readonly string[] = ['by', 'replaces', 'as'];

/** `isPublic` is asked of ids of records and, for what a correction comes from, of files. */
export function publicReason(reason: Reason, isPublic: (record: string) => boolean): Reason {
  if (reason.code === 'corrected') return { ...reason, causes: reason.causes.filter(({ file }) => file === undefined || isPublic(file)) };
  const facts = Object.entries(reason).map(([name, fact]): [string, unknown] => {
    const isSecret = NAMES.includes(name) && typeof fact === 'string' && !isPublic(fact);
    return [name, isSecret ? UNNAMED : fact];
  });
  return Object.fromEntries(facts) as unknown as Reason;
}
