/** The rules of an ordinance in words: what a machine applies, as a reader can compare it with the clause beside it. */
import { asList } from '../../policy/lists.ts';
import type { Policy } from '../../policy/policy.ts';
import type { Award, Consequence, Deadline, Eligibility, Limit, Pool, Rule } from '../../policy/written.ts';
import type { Ui } from '../ui.ts';
import { amountWords, attributeName, capWords, conditionWords, joined } from './amounts.ts';
import { countedWords, countWords, dutyLines } from './duties.ts';
import { fallsOnWords, frameOf } from './frame.ts';
import { type RuleWords, say } from './said.ts';
import { nameOf, subjectOf } from './subject.ts';

/** The account of which rankings are made; rules that say nothing give points there. */
const POINTS = '积分';

/** Everything that the ordinance does, in the order of the file; what cites no clause has none. */
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
    ...Object.values(policy.limits).map((limit) =>
      say('limit', limit.clause, rules.limit(every(limit.per), joined(capWords(limit, ui, rules.points), ui.comma)), [limitedTo(limit, policy, ui)]),
    ),
    ...Object.values(policy.conversions).map(({ clause, per, of, into, times, ...caps }) =>
      say('conversion', clause, rules.conversion(every(per), of, into, String(times)), capWords(caps, ui, String)),
    ),
    ...Object.entries(policy.deadlines).map(([kind, deadline]) => deadlineOf(kind, deadline, ui)),
    ...Object.values(policy.eligibility).map((one) =>
      say('eligibility', one.clause, rules.bars(one.bars, every(one.per), one.at_most), barLines(one, ui)),
    ),
    ...Object.values(policy.awards).map((award) => say('award', award.clause, award.title, [awardLine(award, policy, ui)])),
    ...policy.cadence.map(({ clause, every: span, does }) => say('cadence', clause, `${every(span)}${ui.colon}${does}`)),
    ...frameOf(policy, ui),
  ];
}

/** 采用,级别 市级:综合 6 分、简讯 3 分. */
function headOf(rule: Rule, ui: Ui): string {
  const { rules } = ui;
  const { points, times } = rule;
  const subject = subjectOf(rule, ui);
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
    rule.ledger === POINTS ? '' : rules.ledger(rule.ledger),
    rule.overrides ? rules.overrides : '',
    rule.charged_to === undefined ? '' : rules.chargedTo(spans[rule.charged_to]),
    rule.zeroes === undefined ? '' : rules.zeroes(spans[rule.zeroes]),
    rule.falls_on === undefined ? '' : fallsOnWords(rule.falls_on, ui),
    rule.pool === undefined ? '' : rules.pool(rule.pool),
  ];
}

const limitedTo = ({ rules }: Limit, policy: Policy, ui: Ui): string =>
  rules === undefined ? '' : ui.rules.only(rules.map((id) => nameOf(id, policy, ui)).join(ui.list));

function deadlineOf(kind: string, { clause, days, from, counting, missed_on }: Deadline, ui: Ui): RuleWords {
  const { rules } = ui;
  const counted = days === undefined ? '' : joined([rules.deadlineFrom[from], rules.counting[counting]], ui.comma);
  return say('deadline', clause, rules.deadline(kind, days === undefined ? rules.agreed : rules.days(days)), [counted, rules.missedOn[missed_on]]);
}

const barLines = ({ each, lasts, count }: Eligibility, ui: Ui): string[] => [
  conditionWords(each, ui),
  countedWords(count, ui),
  ui.rules.barredFor(ui.spans[lasts]),
];

function poolLines({ best, once_per, anew_each, ...caps }: Pool, ui: Ui): string[] {
  const { rules, spans } = ui;
  return [
    best === undefined ? '' : rules.best(best),
    ...asList(once_per).map((attribute) => rules.oncePer(attributeName(attribute, ui))),
    anew_each === undefined ? '' : rules.anewEach(spans[anew_each]),
    ...capWords(caps, ui, rules.points),
  ];
}

function whenOf({ each, when }: Consequence, { duties }: Policy, ui: Ui): string {
  const { rules, spans } = ui;
  const cause =
    'duty' in when
      ? rules.missedTimes(duties[when.duty]?.title ?? when.duty, when.times, when.running)
      : rules.reached(rules.per(spans[when.per]), countWords(when.count, ui), String(when.at_least));
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

function awardLine({ per, from, places, share, mark, unless_barred, needs_met, amounts, ties }: Award, policy: Policy, ui: Ui): string {
  const { rules } = ui;
  return joined(
    [
      rules.per(ui.spans[per]),
      from === 'bottom' && rules.fromBottom,
      places !== undefined && rules.places(places),
      share !== undefined && rules.share(String(Math.round(share * 1000) / 10)),
      mark !== undefined && rules.mark(String(mark)),
      unless_barred && rules.unlessBarred,
      needs_met !== undefined && rules.needsMet(nameOf(needs_met, policy, ui)),
      amounts !== undefined && rules.amounts(amounts.map(String).join(ui.list)),
      rules.ties[ties],
    ],
    ui.comma,
  );
}
