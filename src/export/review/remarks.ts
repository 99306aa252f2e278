/** Everything that a review has to say at a place: findings, likely duplicates and notices, for tools that show it beside the lines. */
import { hashOfText } from '../../ledger/bulletins.ts';
import type { Position } from '../../source/position.ts';
import { noticeWords, REVIEW } from '../../words/review.ts';
import type { Said } from '../../words/speech.ts';
import { toldFindings } from './findings.ts';
import { itemName, nameOf, type Reviewed } from './names.ts';

export interface Remark {
  readonly code: string;
  readonly level: 'error' | 'warning' | 'note';
  readonly file: string;
  readonly position: Position;
  readonly says: Said;
  /** The same for the same remark however the lines move, and no other’s. */
  readonly fingerprint: string;
}

type Bare = Omit<Remark, 'fingerprint'>;

/** Errors first, then warnings, then notes. */
export function remarksOf(reviewed: Reviewed): Remark[] {
  const all = [...ofFindings(reviewed), ...ofDuplicates(reviewed), ...ofNotices(reviewed)];
  return unique(all.sort((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level)));
}

const LEVELS: readonly Remark['level'][] = ['error', 'warning', 'note'];
const BEGINNING: Position = { line: 1, column: 1, endLine: 1, endColumn: 1 };

const ofFindings = (reviewed: Reviewed): Bare[] =>
  toldFindings(reviewed).map(({ shown: { finding, severity, position }, says }) => ({
    code: finding.code,
    level: severity,
    file: finding.at.file,
    position,
    says,
  }));

const ofDuplicates = (reviewed: Reviewed): Bare[] =>
  reviewed.review.duplicates.map(({ card, record, other, likeness }) => ({
    code: 'review/likely-duplicate',
    level: 'note',
    file: card.change.file,
    position: BEGINNING,
    says: REVIEW.duplicate(
      record,
      itemName(other.id, reviewed),
      nameOf('units', other.units[0]?.unit ?? '', reviewed),
      other.on,
      Math.round(likeness * 100),
    ),
  }));

const ofNotices = ({ review }: Reviewed): Bare[] =>
  review.notices.map((notice) => ({
    code: `review/${notice.code}`,
    level: 'note',
    file: notice.file,
    position: BEGINNING,
    says: noticeWords(notice),
  }));

/** Two remarks that say the same of one file are told apart by their order. */
function unique(remarks: readonly Bare[]): Remark[] {
  const seen = new Map<string, number>();
  return remarks.map((remark) => {
    const key = JSON.stringify([remark.code, remark.file, remark.says.zh]);
    const count = seen.get(key) ?? 0;
    seen.set(key, count + 1);
    return { ...remark, fingerprint: hashOfText(`${key} ${count}`) };
  });
}
