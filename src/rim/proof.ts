/** What `verify` asks: Git for the records of a day, this program for a new computation, the records of today for corrections. */
import packageJson from '../../package.json' with { type: 'json' };
import { unlocked } from '../bulletin/credits.ts';
import { proposeBulletin } from '../bulletin/propose.ts';
import { asIssued, type Correction, type Held, type Proof } from '../bulletin/verify.ts';
import type { WrittenBulletin } from '../ledger/written/bulletin.ts';
import type { Day } from '../model/day.ts';
import { parsePeriod } from '../model/period.ts';
import { written } from '../model/points.ts';
import { timeline } from '../policy/policy.ts';
import { openRepository, type Repository } from '../policy/repository.ts';
import type { Credit } from '../scoring/credit.ts';
import { heldToHistory } from './approvals.ts';
import { bookOf } from './bulletins.ts';
import { ancestorsOf, type History, touchedBy } from './history.ts';
import type { Opened } from './open.ts';
import { type Snapshot, snapshotsOf } from './snapshot.ts';
import { trailsThrough } from './trails.ts';

/** Earlier commits that are looked at for the records behind a bulletin that was merged after others had been; and how many of them are computed. */
const [LOOKED_AT, COMPUTED] = [200, 20];

/** `history` is null where there is none to ask. */
export function proofFor(opened: Opened, history: History | null, held: readonly Held[], asOf: Day): Proof {
  const common = { program: packageJson.version, corrections: correctionsIn(opened, held, asOf) };
  if (history === null) return { ...common, attempts: () => [], touchedBy: () => null };
  return { ...common, attempts: attemptsIn(history), touchedBy: (commit) => touchedBy(history, [commit]).get(commit) ?? null };
}

/** Bulletins made anew, from commits whose files are read once for all of them. */
function attemptsIn(history: History): Proof['attempts'] {
  const snapshotAt = snapshotsOf(history);
  const trailsThen = trailsThrough(history);
  const repositories = new Map<string, Repository>();
  const repositoryIn = ({ commit, values, findings }: Snapshot): Repository => {
    // As of that commit: an approval that came later had no part in what was published.
    const found = repositories.get(commit) ?? heldToHistory(openRepository(values, findings), values, trailsThen(commit));
    repositories.set(commit, found);
    return found;
  };
  return function* (bulletin, commit) {
    const { bulletins } = repositoryIn(snapshotAt(commit));
    const earlier = ancestorsOf(history, commit, LOOKED_AT).filter((one) => one !== commit);
    let computed = 0;
    for (const candidate of [commit, ...earlier]) {
      const snapshot = snapshotAt(candidate);
      if (candidate !== commit && !restsOn(bulletin, snapshot)) continue;
      const written = madeAnew(bulletin, { ...repositoryIn(snapshot), bulletins }, snapshot.hashOf);
      if (written !== null) yield { commit: candidate, written };
      if (++computed >= COMPUTED) return;
    }
  };
}

/** Whether the files that a bulletin says it rests on are these. */
const restsOn = ({ evidence }: WrittenBulletin, { hashOf }: Snapshot): boolean =>
  Object.entries(evidence.files).every(([file, hash]) => hashOf(file) === hash);

/** The bulletins before it are those at its issue: several may have been issued at once, each resting on the one before. */
function madeAnew({ period: key }: WrittenBulletin, { ledger, ...repository }: Repository, hashOf: Snapshot['hashOf']): WrittenBulletin | null {
  const period = parsePeriod(key);
  if (ledger === null || period === null || timeline(repository.policies)(period.to) === null) return null;
  return proposeBulletin(period, { ...repository, ledger, hashOf, commitOf: () => null, program: packageJson.version });
}

/** What the bulletins issued so far correct, in their order, then what waits for the next. They are taken as issued, whatever became of their files. */
function correctionsIn({ ledger, ...opened }: Opened, held: readonly Held[], asOf: Day): Correction[] {
  const bulletins = asIssued(held);
  const published = bulletins.flatMap(({ id, written: { credits } }) => credits.map(unlocked).flatMap((credit) => correctionIn(credit, id)));
  if (ledger === null) return published;
  const closed = bulletins.flatMap(({ written: { evidence } }) => evidence.closes?.to ?? []);
  const waiting = bookOf({ ...opened, ledger, bulletins }, asOf).credits.filter(({ on }) => closed.every((to) => on > to));
  return [...published, ...waiting.flatMap((credit) => correctionIn(credit, null))];
}

function correctionIn({ reason, unit, points, ledger, clause, item }: Credit, published: string | null): Correction[] {
  if (reason.code !== 'corrected') return [];
  return [{ corrects: reason.period, published, unit, points: written(points), ledger, clause, item, causes: reason.causes }];
}
