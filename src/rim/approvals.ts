/** Approvals of what lies under a root, or stood at a commit, by what Git knows. */
import { type Approvals, type Asked, approvalsIn, heldToGit } from '../approval/approvals.ts';
import { chainsIn } from '../approval/chain.ts';
import { knownBy } from '../approval/trail.ts';
import { openIdentities } from '../ledger/identities.ts';
import type { Day } from '../model/day.ts';
import type { Ledger } from '../model/records.ts';
import type { Repository } from '../policy/repository.ts';
import { booksOf } from '../scoring/rulebook.ts';
import { dayAt } from './clock.ts';
import type { Trails } from './trails.ts';

type Usable = Pick<Repository, 'policies'> & { readonly ledger: Ledger };

/**
 * What `values`, of which `repository` was opened, and the trails come to. Git is asked at the first question. Who may take an open step is told
 * as of `on`; unless given, as of the day of filing.
 */
export function approvalsUnder(repository: Usable, values: ReadonlyMap<string, unknown>, trailOf: Trails, on?: Day): Approvals {
  const asked = askedOf(repository, values, trailOf);
  return approvalsIn(on === undefined ? asked : { ...asked, chains: (submission, book) => asked.chains(submission, book, on) });
}

/** The repository with its submissions held to what Git shows, where the installation wants that. Who was who is what the same register says. */
export function heldToHistory<R extends Repository>(repository: R, values: ReadonlyMap<string, unknown>, trailOf: Trails): R {
  const { ledger } = repository;
  if (ledger === null || ledger.site.approvals.by !== 'git') return repository;
  return { ...repository, ledger: heldToGit(askedOf({ ...repository, ledger }, values, trailOf)) };
}

const askedOf = ({ ledger, policies }: Usable, values: ReadonlyMap<string, unknown>, trailOf: Trails): Asked => ({
  ledger,
  trailOf,
  books: booksOf(policies, ledger),
  chains: chainsIn(ledger),
  identities: openIdentities(values),
  dayAt: dayIn(ledger),
});

const dayIn =
  ({ site }: Ledger) =>
  (time: string): Day =>
    dayAt(Date.parse(time), site.timeZone);

/** Trails by what was known on a day. */
export const trailsBy =
  (day: Day, ledger: Ledger, trailOf: Trails): Trails =>
  (file) =>
    knownBy(trailOf(file), day, dayIn(ledger));
