/** Points gained and lost, in words: 办公室 +12，第4→第2，依据 四(一)5. */
import type { Period } from '../../model/period.ts';
import { isZero, type Points, ZERO } from '../../model/points.ts';
import type { Gain } from '../../review/credits.ts';
import type { Movement } from '../../review/effects.ts';
import { POINTS } from '../../scoring/credit.ts';
import { type Cause, changesRank, type Moved } from '../../standings/comparison.ts';
import { periodKeyWords, periodWords } from '../../words/periods.ts';
import { signed } from '../../words/points.ts';
import { REVIEW } from '../../words/review.ts';
import type { Language, Said } from '../../words/speech.ts';
import type { Inline } from './blocks.ts';
import { clauseName, nameOf, type Reviewed } from './names.ts';

export const COMMA: Said = { zh: '，', en: ', ' };
export const LIST: Said = { zh: '、', en: ', ' };

/** What an item gains, by unit and clause: 办公室 +18（四(一)5）. */
export function gainsText(gains: readonly Gain[], reviewed: Reviewed): Said {
  const textIn = (language: Language): string =>
    gains
      .map(({ unit, ledger, policy, clause, points }) => {
        const account = ledger === POINTS ? '' : `${ledger} `;
        const [open, close] = language === 'zh' ? ['（', '）'] : [' (', ')'];
        return `${nameOf('units', unit, reviewed)} ${account}${signed(points)}${open}${clauseName(policy, clause, reviewed)[language]}${close}`;
      })
      .join(language === 'zh' ? '；' : '; ');
  return { zh: textIn('zh'), en: textIn('en') };
}

/** The line of a unit whose points change. */
export function movedLine(moved: Moved, reviewed: Reviewed, language: Language): Inline[] {
  const { unit, before, after, change, causes } = moved;
  const rank = REVIEW.rank(before?.rank ?? null, after?.rank ?? null)[language];
  const basis = causes.length === 0 ? '' : COMMA[language] + REVIEW.basis(causesText(causes, reviewed))[language];
  return [{ strong: `${nameOf('units', unit, reviewed)} ${signed(change)}` }, `${COMMA[language]}${rank}${basis}`];
}

/** One clause by its name; of several what each gives. */
function causesText(causes: readonly Cause[], reviewed: Reviewed): Said {
  const textIn = (language: Language): string =>
    causes
      .map(({ policy, clause, before, after }) => {
        const name = clauseName(policy, clause, reviewed)[language];
        return causes.length === 1 ? name : `${name} ${signed(after.minus(before))}`;
      })
      .join(LIST[language]);
  return { zh: textIn('zh'), en: textIn('en') };
}

/** 待遇保障股 第2→第3, of units whose points are the same and whose rank is not. */
export function followersText({ rows }: Movement, reviewed: Reviewed, language: Language): string {
  return rows
    .filter((row) => isZero(row.change) && changesRank(row))
    .map(({ unit, before, after }) => `${nameOf('units', unit, reviewed)} ${REVIEW.rank(before?.rank ?? null, after?.rank ?? null)[language]}`)
    .join(LIST[language]);
}

/** Those whose own points change, the largest change first. */
export const movers = ({ rows }: Movement): Moved[] =>
  rows.filter(({ change }) => !isZero(change)).sort((a, b) => sizeOf(b.change).cmp(sizeOf(a.change)));

const sizeOf = (points: Points): Points => (points.lt(0) ? ZERO.minus(points) : points);

export const periodSaid = (period: Period): Said => ({ zh: periodWords(period, 'zh'), en: periodWords(period, 'en') });
export const periodKeySaid = (key: string): Said => ({ zh: periodKeyWords(key, 'zh'), en: periodKeyWords(key, 'en') });
