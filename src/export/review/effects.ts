/** Points, ranks, duties, eligibility, published periods and approvals, as blocks. */

import { written } from '../../model/points.ts';
import { asList } from '../../policy/lists.ts';
import type { StepNeeded } from '../../review/chains.ts';
import type { DutyChange, Movement } from '../../review/effects.ts';
import type { DutyState } from '../../scoring/duties.ts';
import { stateOf } from '../../standings/quotas.ts';
import { signed } from '../../words/points.ts';
import { REVIEW } from '../../words/review.ts';
import type { Language } from '../../words/speech.ts';
import { type Block, heading, type Inline, line } from './blocks.ts';
import { COMMA, followersText, LIST, movedLine, movers, periodKeySaid, periodSaid } from './gains.ts';
import { clauseName, nameOf, type Reviewed } from './names.ts';

/** How many periods and lines are listed; an ordinance that changes moves every unit in every period. */
const [PERIODS, LINES] = [6, 15];

export function standingsBlocks(reviewed: Reviewed, language: Language): Block[] {
  const { movements, accounts } = reviewed.review;
  const others = accounts.map(({ unit, ledger, points, policy, clause }): Inline[] => [
    REVIEW.account(nameOf('units', unit, reviewed), ledger, signed(points), clauseName(policy, clause, reviewed))[language],
  ]);
  if (movements.length === 0 && others.length === 0) return [line(REVIEW.noPoints[language])];
  const shown = movements.slice(-PERIODS);
  const left = movements.length - shown.length;
  return [
    ...shown.flatMap((movement) => movementBlocks(movement, reviewed, language)),
    ...(left > 0 ? [line(REVIEW.morePeriods(left)[language])] : []),
    ...listOf(others, language),
  ];
}

function movementBlocks(movement: Movement, reviewed: Reviewed, language: Language): Block[] {
  const { period, closed } = movement;
  const state = closed ? '' : language === 'zh' ? `（${REVIEW.running(reviewed.review.asOf).zh}）` : ` (${REVIEW.running(reviewed.review.asOf).en})`;
  const followers = followersText(movement, reviewed, language);
  return [
    heading(4, `${periodSaid(period)[language]}${state}`),
    ...listOf(
      movers(movement).map((moved) => movedLine(moved, reviewed, language)),
      language,
    ),
    ...(followers === '' ? [] : [line(REVIEW.follow({ zh: followers, en: followers })[language])]),
  ];
}

/** A list, cut where nobody would read on. */
export function listOf(items: readonly (readonly Inline[])[], language: Language, most = LINES): Block[] {
  if (items.length === 0) return [];
  const more = items.length - most;
  return [{ kind: 'list', items: more > 0 ? [...items.slice(0, most), [REVIEW.more(more)[language]]] : items }];
}

/** Nothing where no duty and no eligibility is concerned. */
export function dutyBlocks(reviewed: Reviewed, language: Language): Block[] {
  const { duties, bars } = reviewed.review;
  const ofDuties = duties.map((change): Inline[] => [dutyText(change, reviewed, language)]);
  const ofBars = bars.map(({ what, bar }): Inline[] => {
    const [unit, cause] = [nameOf('units', bar.unit, reviewed), periodSaid(bar.cause)];
    return [
      (what === 'barred' ? REVIEW.barred(unit, bar.bars, cause, bar.clause, bar.final) : REVIEW.freed(unit, bar.bars, cause, bar.clause))[language],
    ];
  });
  return listOf([...ofBars, ...ofDuties], language);
}

function dutyText({ before, after }: DutyChange, reviewed: Reviewed, language: Language): string {
  const { policy, duty, unit, period } = (after ?? before) as DutyState;
  const { title = duty, clause } = policy.duties[duty] ?? {};
  const state = REVIEW.states[after === null ? 'gone' : stateOf(after)];
  const clauses = asList(clause).join(LIST[language]);
  return REVIEW.duty(nameOf('units', unit, reviewed), periodKeySaid(period.key), title, countOf(before), countOf(after), state, clauses)[language];
}

const countOf = (state: DutyState | null): string => (state === null ? '—' : `${written(state.count)}/${written(state.quota)}`);

/** Nothing where no day of a published period is touched. */
export function closedBlocks(reviewed: Reviewed, language: Language): Block[] {
  const { groups, corrections } = reviewed.review;
  const touched = groups
    .flatMap(({ records }) => records)
    .flatMap(({ called, closedBy }): Inline[][] => (closedBy === null ? [] : [[REVIEW.inClosed(called, periodKeySaid(closedBy))[language]]]));
  const corrected = corrections.map(({ unit, points, corrects, on, policy, clause }): Inline[] => [
    REVIEW.correction(nameOf('units', unit, reviewed), signed(points), periodKeySaid(corrects), on, clauseName(policy, clause, reviewed))[language],
  ]);
  if (touched.length === 0 && corrected.length === 0) return [];
  return [...listOf(touched, language), ...(corrected.length === 0 ? [line(REVIEW.noCorrection[language])] : listOf(corrected, language))];
}

export function chainBlocks({ review }: Reviewed, language: Language): Block[] {
  if (review.chains.length === 0) return [line(REVIEW.noChain[language])];
  return review.chains.flatMap(({ records, steps }): Block[] => [
    line({ strong: REVIEW.chainOf(records)[language] }),
    { kind: 'list', numbered: true, items: steps.map((step) => stepItem(step, language)) },
  ]);
}

function stepItem({ step, clause, special, people, done }: StepNeeded, language: Language): Inline[] {
  const who = done ? REVIEW.taken[language] : people.length === 0 ? REVIEW.nobody[language] : REVIEW.people(people)[language];
  const why = [special ? REVIEW.special[language] : '', clause ?? ''].filter((part) => part !== '').join(COMMA[language]);
  return language === 'zh' ? [`${step}：`, { strong: who }, `（${why}）`] : [`${step}: `, { strong: who }, ` (${why})`];
}
