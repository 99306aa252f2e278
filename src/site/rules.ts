/** The rules of an ordinance in words: what a machine applies, as a reader can compare it with the clause beside it. */

import { asList } from '../policy/lists.ts';
import type { Policy } from '../policy/policy.ts';
import type { Award, Consequence, Duty, Pool, Rule } from '../policy/written.ts';
import type { Ui } from '../words/ui.ts';
import { amountWords, attributeName, capWords, conditionWords, joined } from './amounts.ts';
import type { Cell } from './shown.ts';

/** What a clause gives rise to. */
export interface RuleWords {
  readonly clauses: readonly string[];
  readonly kind: keyof Ui['rules']['kinds'];
  readonly cell: Cell;
}

/** Everything that cites a clause, in the order of the file. */
export function rulesOf(policy: Policy, ui: Ui): RuleWords[] {
  const { rules, spans } = ui;
  const every = (span: keyof typeof spans): string => rules.per(spans[span]);
  return [
    ...Object.values(policy.rules).map((rule) => say('rule', rule.clause, headOf(rule, ui), limitsOf(rule, ui))),
    ...Object.entries(policy.pools).map(([name, pool]) =>
      say('pool', pool.clause, `${name}${ui.colon}${rules.combine[pool.combine]}`, poolLines(pool, ui)),
    ),
    ...Object.values(policy.duties).map((duty) => say('duty', duty.clause, duty.title, dutyLines(duty, ui))),
    ...Object.values(policy.consequences).map((one) => say('consequence', one.clause, whenOf(one, policy, ui), [outcomeOf(one, ui)])),
    ...Object.values(policy.bases).map(({ clause, per, points }) => say('base', clause, rules.base(spans[per], String(points)))),
    ...Object.values(policy.limits).map(({ clause, per, ...caps }) =>
      say('limit', clause, rules.limit(every(per), joined(capWords(caps, ui, rules.points), ui.comma))),
    ),
    ...Object.values(policy.conversions).map(({ clause, per, of, into, times, ...caps }) =>
      say('conversion', clause, rules.conversion(every(per), of, into, String(times)), capWords(caps, ui, String)),
    ),
    ...Object.entries(policy.deadlines).map(([kind, { clause, days }]) =>
      say('deadline', clause, rules.deadline(kind, days === undefined ? rules.agreed : rules.days(days))),
    ),
    ...Object.values(policy.eligibility).map(({ clause, bars, per, at_most }) => say('eligibility', clause, rules.bars(bars, every(per), at_most))),
    ...Object.values(policy.awards).map((award) => say('award', award.clause, award.title, [awardLine(award, ui)])),
    ...policy.cadence.map(({ clause, every: span, does }) => say('cadence', clause, `${every(span)}${ui.colon}${does}`)),
  ];
}

function say(kind: RuleWords['kind'], clause: string | string[] | undefined, text: string, lines: readonly string[] = []): RuleWords {
  return { kind, clauses: asList(clause), cell: { text, lines: lines.filter((line) => line !== '').map((line) => ({ text: line, tone: 'muted' })) } };
}

/** 采用,级别 市级:综合 6 分、简讯 3 分. */
function headOf({ for: fact, where, unless, points, times }: Rule, ui: Ui): string {
  const { rules } = ui;
  const subject = joined([rules.facts[fact], conditionWords(where, ui), unless !== undefined && rules.unless(conditionWords(unless, ui))], ui.comma);
  const given = points === undefined ? '' : `${ui.colon}${amountWords(points, ui)}`;
  return `${subject}${given}${times === undefined ? '' : ` ${rules.times(attributeName(times, ui))}`}`;
}

function limitsOf(rule: Rule, ui: Ui): string[] {
  const { rules, spans } = ui;
  const fact = (company: NonNullable<Rule['with']>): string => joined([rules.facts[company.for], conditionWords(company.where, ui)], ui.comma);
  return [
    rule.with ? rules.with(fact(rule.with)) : '',
    rule.without ? rules.without(fact(rule.without)) : '',
    rule.multiply === undefined ? '' : rules.multiply(amountWords(rule.multiply, ui, String)),
    rule.multiple_of ? rules.multipleOf(rule.multiple_of.pool, String(rule.multiple_of.times)) : '',
    rule.overrides ? rules.overrides : '',
    rule.charged_to === undefined ? '' : rules.chargedTo(spans[rule.charged_to]),
    rule.zeroes === undefined ? '' : rules.zeroes(spans[rule.zeroes]),
    rule.pool === undefined ? '' : rules.pool(rule.pool),
  ];
}

function poolLines({ best, once_per, anew_each, ...caps }: Pool, ui: Ui): string[] {
  const { rules, spans } = ui;
  return [
    best === undefined ? '' : rules.best(best),
    ...asList(once_per).map((attribute) => rules.oncePer(attributeName(attribute, ui))),
    anew_each === undefined ? '' : rules.anewEach(spans[anew_each]),
    ...capWords(caps, ui, rules.points),
  ];
}

function dutyLines({ per, each, voluntary, count, carry_over, at_least, charged_to, ...given }: Duty, ui: Ui): string[] {
  const { rules, spans } = ui;
  const quota = joined([rules.per(spans[per]), conditionWords(count.where, ui), rules.atLeast(amountWords(at_least, ui, String))], ui.comma);
  return [
    conditionWords(each, ui),
    quota,
    dutyPoints(given, ui),
    voluntary === undefined ? '' : rules.voluntary(conditionWords(voluntary, ui)),
    carry_over === undefined ? '' : rules.carryOver(spans[carry_over]),
    charged_to === undefined ? '' : rules.chargedTo(spans[charged_to]),
  ];
}

function dutyPoints(
  { met, missed, each_missing, proportion, extra, at_most }: Pick<Duty, 'met' | 'missed' | 'each_missing' | 'proportion' | 'extra' | 'at_most'>,
  ui: Ui,
): string {
  const { rules } = ui;
  const points = (value: number | undefined, words: (points: string) => string): string => (value === undefined ? '' : words(String(value)));
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

function whenOf({ each, when }: Consequence, { duties }: Policy, ui: Ui): string {
  const { rules, spans } = ui;
  const cause =
    'duty' in when
      ? rules.missedTimes(duties[when.duty]?.title ?? when.duty, when.times, when.running)
      : rules.reached(
          rules.per(spans[when.per]),
          joined([rules.counts[when.count.of], conditionWords(when.count.where, ui)], ui.comma),
          String(when.at_least),
        );
  return joined([conditionWords(each, ui), cause], ui.comma);
}

function outcomeOf({ says, points, charged_to, zeroes, bars }: Consequence, ui: Ui): string {
  const { rules, spans } = ui;
  return joined(
    [
      says,
      points !== undefined && rules.points(String(points)),
      charged_to !== undefined && rules.chargedTo(spans[charged_to]),
      zeroes !== undefined && rules.zeroes(spans[zeroes]),
      bars !== undefined && rules.barred(bars),
    ],
    ui.comma,
  );
}

function awardLine({ per, from, places, share, mark, unless_barred }: Award, ui: Ui): string {
  const { rules } = ui;
  return joined(
    [
      rules.per(ui.spans[per]),
      from === 'bottom' && rules.fromBottom,
      places !== undefined && rules.places(places),
      share !== undefined && rules.share(String(Math.round(share * 1000) / 10)),
      mark !== undefined && rules.mark(String(mark)),
      unless_barred && rules.unlessBarred,
    ],
    ui.comma,
  );
}
