/** The reason of a credit without the ids of records that are not public. */
import type { Cause } from '../ledger/written/bulletin.ts';
import type { Reason } from '../scoring/credit.ts';

/** Stands for a record that may not be named. */
export const UNNAMED = '';

/** The facts of a reason that are ids of records, whatever its code. */
export const NAMES: readonly string[] = ['by', 'replaces', 'as'];

/** `isPublic` is asked of ids of records and, for what a correction comes from, of files; appeals are named where they are among the open ones. */
export function publicReason(reason: Reason, isPublic: (record: string) => boolean, openAppeals: ReadonlySet<string>): Reason {
  if (reason.code === 'corrected') {
    const causes = reason.causes.filter(({ file }) => file === undefined || isPublic(file));
    return { ...reason, causes: causes.map((cause) => publicAppealIn(cause, openAppeals)) };
  }
  const facts = Object.entries(reason).map(([name, fact]): [string, unknown] => {
    const isSecret = NAMES.includes(name) && typeof fact === 'string' && !isPublic(fact);
    return [name, isSecret ? UNNAMED : fact];
  });
  return Object.fromEntries(facts) as unknown as Reason;
}

/** What caused a correction, without the appeal that nobody may know of. */
export function publicAppealIn(cause: Cause, openAppeals: ReadonlySet<string>): Cause {
  const { appeal, ...rest } = cause;
  return appeal === undefined || openAppeals.has(appeal) ? cause : rest;
}
