/** Bulletins as they are made from what lies under a root, with the hashes of its files and the commits that Git knows. */
import { createHash } from 'node:crypto';
import packageJson from '../../package.json' with { type: 'json' };
import { duePeriods } from '../bulletin/due.ts';
import { bookAsOf, proposeBulletin, type Sources } from '../bulletin/propose.ts';
import { readiness } from '../bulletin/readiness.ts';
import { bulletinText } from '../bulletin/text.ts';
import type { Issued } from '../ledger/bulletins.ts';
import type { BulletinDocument } from '../ledger/written/bulletin.ts';
import type { Day } from '../model/day.ts';
import { byEnd, type Period } from '../model/period.ts';
import { placeOf } from '../model/place.ts';
import type { Ledger } from '../model/records.ts';
import type { Journal } from '../scoring/journal.ts';
import { barsClosing, type Doubt } from '../words/readiness.ts';
import { readToShow } from './disk.ts';
import { git } from './git.ts';
import { commitsOf } from './history.ts';
import type { Opened } from './open.ts';

/** A root with a usable ledger. */
export type Usable = Opened & { readonly ledger: Ledger };

export const bulletinFile = ({ key }: Pick<Period, 'key'>): string => `data/bulletins/${key}.yaml`;

/** A bulletin as it would be written now, and what the office should know of it. */
export interface Made {
  readonly period: Period;
  readonly file: string;
  readonly text: string;
  readonly doubts: readonly Doubt[];
}

export interface Refused {
  readonly period: Period;
  readonly doubts: readonly Doubt[];
}

export interface Making {
  readonly made: readonly Made[];
  readonly refused: readonly Refused[];
}

/** The bulletin of `wanted`, or all that are due, one after another; the first that is refused ends it, since the others rest on it. Writes nothing. */
export function makeBulletins(opened: Usable, wanted: Period | null, today: Day, wishes: Partial<BulletinDocument> = {}): Making {
  const sources = sourcesOf(opened);
  const made: Made[] = [];
  let bulletins = opened.bulletins;
  for (const period of wanted === null ? duePeriods(opened, today) : [wanted]) {
    const doubts = readiness(period, { ...opened, bulletins }, today);
    if (doubts.some(barsClosing)) return { made, refused: [{ period, doubts }] };
    const written = proposeBulletin(period, { ...sources, bulletins }, wishes);
    made.push({ period, file: bulletinFile(period), text: bulletinText(written), doubts });
    const issued: Issued = { id: period.key, at: placeOf(bulletinFile(period)), period, written };
    bulletins = [...bulletins, issued].sort((a, b) => byEnd(a.period, b.period));
  }
  return { made, refused: [] };
}

/** The book of record as of a day: the journal, with what was published in its place. */
export const bookOf = (opened: Usable, asOf: Day): Journal => bookAsOf(asOf, opened.bulletins, sourcesOf(opened));

const sourcesOf = (opened: Usable): Sources => ({
  ...opened,
  hashOf: hasherOf(opened.root),
  commitOf: commitsOf(opened.root),
  program: packageJson.version,
});

/** SHA-256 of files under a root, by their text with plain ends of lines, so that a checkout under Windows has the same. */
function hasherOf(root: string): (file: string) => string | null {
  const found = new Map<string, string | null>();
  return (file) => {
    if (!found.has(file)) {
      const text = readToShow(root, file);
      found.set(file, text === null ? null : hashOfFile(text));
    }
    return found.get(file) as string | null;
  };
}

/** The hash of a file's text; `sha256sum` says the same of a file with plain ends of lines. */
export const hashOfFile = (text: string): string =>
  createHash('sha256')
    .update(text.replace(/^\uFEFF/, '').replace(/\r\n/g, '\n'))
    .digest('hex');

/** Whether a bulletin stands on the main branch already, here or on origin. Outside Git nobody can tell. */
export function isSigned(root: string, file: string, main: string): boolean {
  return [`refs/remotes/origin/${main}`, `refs/heads/${main}`].some((branch) => {
    const answer = git(root, ['cat-file', '-e', `${branch}:./${file}`]);
    return 'out' in answer;
  });
}
