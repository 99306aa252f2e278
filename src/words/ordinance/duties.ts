/** Duties in words: who owes how much of what, and what comes of it. */
import type { Count, Duty } from '../../policy/written.ts';
import type { Ui } from '../ui.ts';
import { amountWords, capWords, conditionWords, joined } from './amounts.ts';

/** 报送，体裁 综合: what is counted, and what is asked of it. */
export const countWords = (count: Count, ui: Ui): string => joined([ui.rules.counts[count.of], askedWords(count, ui)], ui.comma);

/** What is asked of what is counted; of filings, which are counted unless something else is named, no more than that. */
export const countedWords = (count: Count, ui: Ui): string => (count.of === 'filings' ? askedWords(count, ui) : countWords(count, ui));

const askedWords = ({ where, unless, weight }: Count, ui: Ui): string =>
  joined(
    [
      conditionWords(where, ui),
      unless !== undefined && ui.rules.unless(conditionWords(unless, ui)),
      weight !== undefined && ui.rules.weighed(amountWords(weight, ui, String)),
    ],
    ui.comma,
  );

export function dutyLines(duty: Duty, ui: Ui): string[] {
  const { rules, spans } = ui;
  const { per, each, voluntary, count, carry_over, at_least, charged_to, subtree, first_period, book, extra } = duty;
  return [
    conditionWords(each, ui),
    joined([rules.per(spans[per]), countedWords(count, ui), rules.atLeast(amountWords(at_least, ui, String), count.of)], ui.comma),
    dutyPoints(duty, ui),
    extra?.needs_all_of === undefined ? '' : rules.needsAll(spans[extra.needs_all_of]),
    voluntary === undefined ? '' : rules.voluntary(conditionWords(voluntary, ui)),
    carry_over === undefined ? '' : rules.carryOver(spans[carry_over]),
    charged_to === undefined ? '' : rules.chargedTo(spans[charged_to]),
    subtree ? rules.subtree : '',
    joined([rules.firstPeriod[first_period], book === 'as-met' && rules.asMet], ui.comma),
  ];
}

/** What a duty gives and costs. */
export function dutyPoints({ met, missed, each_missing, proportion, extra, at_most, count }: Duty, ui: Ui): string {
  const { rules } = ui;
  const points = (value: number | undefined, words: (points: string, of: Count['of']) => string): string =>
    value === undefined ? '' : words(String(value), count.of);
  const caps = [extra?.at_most, at_most].flatMap((most) => capWords({ at_most: most }, ui, rules.points));
  return joined(
    [
      points(met, rules.met),
      points(missed, rules.missed),
      points(each_missing, rules.eachMissing),
      points(proportion, rules.proportion),
      points(extra?.each, rules.extra),
      ...caps,
    ],
    ui.comma,
  );
}
