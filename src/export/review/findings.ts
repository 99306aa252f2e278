/** The findings of a review with their places; for readers who are anybody nothing of a record that is not public is repeated. */

import { folderOf } from '../../ledger/files.ts';
import type { Finding } from '../../model/finding.ts';
import { aboutIn } from '../../review/about.ts';
import { folderIn } from '../../review/called.ts';
import { SEVERITIES, sentenceFor } from '../../words/findings.ts';
import { REVIEW } from '../../words/review.ts';
import type { Language, Said } from '../../words/speech.ts';
import { type Shown, show } from '../shown.ts';
import type { Block, Inline } from './blocks.ts';
import { heading } from './blocks.ts';
import { listOf } from './effects.ts';
import type { Reviewed } from './names.ts';

/** A finding where it stands, and what is said of it. */
export interface Told {
  readonly shown: Shown;
  readonly says: Said;
  /** Where it stands, as these readers may see it. */
  readonly where: string;
  /** Whether its file is one of the change. */
  readonly own: boolean;
}

/** The findings in the changed files, then those that the change causes elsewhere. */
export function toldFindings(reviewed: Reviewed): Told[] {
  const { review, after, textOf } = reviewed;
  const { own, elsewhere } = review.judged;
  const hidden = hiddenFiles(reviewed);
  const titles = review.readers === 'anybody' ? closedTitles(after.ledger) : [];
  const tell = (shown: Shown, isOwn: boolean): Told => ({
    shown,
    says: saidOf(shown.finding, hidden, titles),
    where: hidden.has(shown.finding.at.file) ? folderIn(shown.finding.at.file) : `${shown.finding.at.file}:${shown.position.line}`,
    own: isOwn,
  });
  return [...show(own, textOf).map((shown) => tell(shown, true)), ...show(elsewhere, textOf).map((shown) => tell(shown, false))];
}

/** Files of records that these readers may not see, changed or not. One that is not known any more, or not yet, is held to be closed. */
function hiddenFiles({ review, before, after }: Reviewed): ReadonlySet<string> {
  const changed = review.groups.flatMap(({ records }) => records).flatMap(({ card, visible }) => (visible ? [] : [card.change.file]));
  if (review.readers === 'of-the-repository') return new Set(changed);
  const files = new Set(review.judged.elsewhere.map(({ at }) => at.file).filter((file) => folderOf(file) !== null));
  const known = [before.ledger, after.ledger].map((ledger) => (ledger === null ? new Map() : aboutIn(ledger, files)));
  const isOpen = (file: string): boolean => known.some((about) => about.get(file)?.open) && known.every((about) => about.get(file)?.open !== false);
  return new Set([...changed, ...[...files].filter((file) => !isOpen(file))]);
}

function closedTitles(ledger: Reviewed['after']['ledger']): string[] {
  const closed = [...(ledger?.submissions.values() ?? []), ...(ledger?.obligations.values() ?? [])].filter(({ openness }) => openness !== '公开');
  return closed.map(({ title }) => title);
}

function saidOf(finding: Finding, hidden: ReadonlySet<string>, titles: readonly string[]): Said {
  const tells = JSON.stringify(finding);
  if (hidden.has(finding.at.file) || titles.some((title) => tells.includes(JSON.stringify(title).slice(1, -1))))
    return REVIEW.hiddenFinding(finding.code);
  return { zh: sentenceFor(finding, 'zh'), en: sentenceFor(finding, 'en') };
}

/** Both lists, each under its name; nothing where there is nothing. */
export function findingBlocks(told: readonly Told[], language: Language): Block[] {
  const blocksOf = (title: Said, list: readonly Told[]): Block[] =>
    list.length === 0
      ? []
      : [
          heading(4, title[language]),
          ...listOf(
            list.map((one) => itemOf(one, language)),
            language,
          ),
        ];
  return [
    ...blocksOf(
      REVIEW.ownFindings,
      told.filter(({ own }) => own),
    ),
    ...blocksOf(
      REVIEW.otherFindings,
      told.filter(({ own }) => !own),
    ),
  ];
}

function itemOf({ shown: { severity }, says, where }: Told, language: Language): Inline[] {
  const sign = severity === 'error' ? '❌' : '⚠️';
  return [`${sign} ${SEVERITIES[severity][language]} `, { code: where }, ` ${says[language]}`];
}
