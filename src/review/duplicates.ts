/** 疑似重复: filed titles that are likely the same story as one that is filed already. */
import { titleShelf } from '../filing/duplicates.ts';
import type { Finding } from '../model/finding.ts';
import type { Ledger, Submission } from '../model/records.ts';
import type { Said } from '../words/speech.ts';
import type { Card } from './cards.ts';

export interface Duplicate {
  readonly card: Card;
  readonly record: Said;
  readonly other: Submission;
  /** From 0 to 1. */
  readonly likeness: number;
}

/**
 * Of submissions that are new or have another title. Those that the records declare to be one story are none, and those of which the check says so
 * already are not told twice.
 */
export function duplicatesIn(
  cards: readonly Card[],
  { submissions }: Ledger,
  findings: readonly Finding[],
  called: (card: Card) => Said,
): Duplicate[] {
  const titled = cards.flatMap((card) => {
    const submission = isTitled(card) ? submissions.get(card.item ?? '') : undefined;
    return submission === undefined ? [] : [{ card, submission }];
  });
  if (titled.length === 0) return [];
  const told = new Set(findings.flatMap((finding) => (isSame(finding) ? [pairOf(finding.at.file, finding.other)] : [])));
  const shelf = titleShelf(submissions.values());
  return titled.flatMap(({ card, submission }) =>
    shelf
      .like(submission.title)
      .filter(({ other }) => other.id !== submission.id && !areOne(other, submission) && !told.has(pairOf(other.at.file, submission.at.file)))
      .slice(0, MOST)
      .map(({ other, likeness }) => ({ card, record: called(card), other, likeness })),
  );
}

type Same = Extract<Finding, { code: 'ledger/same-link' | 'ledger/same-title' }>;
const isSame = (finding: Finding): finding is Same => finding.code === 'ledger/same-link' || finding.code === 'ledger/same-title';
const pairOf = (a: string, b: string): string => [a, b].sort().join('\n');

/** More than these nobody looks at. */
const MOST = 3;

const isTitled = ({ folder, change, fields }: Card): boolean =>
  folder === 'submissions' && change.what !== 'deleted' && fields.some(({ key }) => key === 'title');

const areOne = (a: Submission, b: Submission): boolean =>
  a.sameAs === b.id || b.sameAs === a.id || a.compositeOf.includes(b.id) || b.compositeOf.includes(a.id);
