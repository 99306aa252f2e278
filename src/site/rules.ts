/** The rules of an ordinance in words: what a machine applies, as a reader can compare it with the clause beside it. */
import { asList } from '../policy/lists.ts';
import type { Policy } from '../policy/policy.ts';
import type { Amount, Award, Condition, Conditions, Duty, Rule, Test } from '../policy/written.ts';
import type { Ui } from '../words/ui.ts';
import type { Cell } from './shown.ts';

/** What a clause gives rise to. */
export interface RuleWords {
  readonly clauses: readonly string[];
  readonly kind: keyof Ui['rules']['kinds'];
  readonly cell: Cell;
}

/** Everything that cites a clause, in the order of the file. */
export function rulesOf(policy: Policy, ui: Ui): RuleWords[] {
  const say = (kind: RuleWords['kind'], clause: string | string[] | undefined, text: string, ...lines: string[]): RuleWords => ({
    kind,
    clauses: asList(clause),
    cell: { text, lines: lines.filter((line) => line !== '').map((line) => ({ text: line, tone: 'muted' as const })) },
  });
  const { rules } = ui;
  return [
    ...Object.values(policy.rules).map((rule) => say('rule', rule.clause, headOf(rule, ui), ...limitsOf(rule, ui))),
    ...Object.entries(policy.pools).map(([name, pool]) =>
      say(
        'pool',
        pool.clause,
        `${name}${ui.colon}${rules.combine[pool.combine]}`,
        ...asList(pool.once_per).map((attribute) => rules.oncePer(attributeName(attribute, ui))),
      ),
    ),
    ...Object.values(policy.duties).map((duty) => say('duty', duty.clause, duty.title, ...dutyLines(duty, ui))),
    ...Object.values(policy.bases).map(({ clause, per, points }) => say('base', clause, rules.base(ui.spans[per], String(points)))),
    ...Object.values(policy.limits).map(({ clause, per, at_most, at_least }) =>
      say('limit', clause, rules.limit(rules.per(ui.spans[per]), at_least, at_most)),
    ),
    ...Object.entries(policy.deadlines).map(([kind, { clause, days }]) =>
      say('deadline', clause, rules.deadline(kind, days === undefined ? rules.agreed : rules.days(days))),
    ),
    ...Object.values(policy.eligibility).map(({ clause, bars, per, at_most }) =>
      say('eligibility', clause, rules.bars(bars, rules.per(ui.spans[per]), at_most)),
    ),
    ...Object.values(policy.awards).map((award) => say('award', award.clause, award.title, awardLine(award, ui))),
    ...policy.cadence.map(({ clause, every, does }) => say('cadence', clause, `${rules.per(ui.spans[every])}${ui.colon}${does}`)),
  ];
}

/** 采用,级别 市级:综合 6 分、简讯 3 分. */
function headOf({ for: fact, where, unless, points, times }: Rule, ui: Ui): string {
  const { rules } = ui;
  const conditions = [conditionWords(where, ui), unless === undefined ? '' : rules.unless(conditionWords(unless, ui))].filter((part) => part !== '');
  const subject = [rules.facts[fact], ...conditions].join(ui.comma);
  const given = points === undefined ? '' : `${ui.colon}${amountWords(points, ui)}`;
  return `${subject}${given}${times === undefined ? '' : ` ${rules.times(attributeName(times, ui))}`}`;
}

function limitsOf(rule: Rule, ui: Ui): string[] {
  const { rules } = ui;
  const fact = (company: NonNullable<Rule['with']>): string =>
    [rules.facts[company.for], conditionWords(company.where, ui)].filter((part) => part !== '').join(ui.comma);
  return [
    rule.with ? rules.with(fact(rule.with)) : '',
    rule.without ? rules.without(fact(rule.without)) : '',
    rule.voids ? rules.voids : '',
    rule.pool === undefined ? '' : rules.pool(rule.pool),
  ];
}

function dutyLines({ per, each, count, at_least, met, missed, extra, at_most }: Duty, ui: Ui): string[] {
  const { rules } = ui;
  const counted = conditionWords(count.where, ui);
  const quota = [rules.per(ui.spans[per]), counted, rules.atLeast(amountWords(at_least, ui, (amount) => amount))]
    .filter((part) => part !== '')
    .join(ui.comma);
  const points = [
    met === undefined ? '' : rules.met(String(met)),
    missed === undefined ? '' : rules.missed(String(missed)),
    extra === undefined ? '' : rules.extra(String(extra.each)),
    extra?.at_most === undefined ? '' : rules.capped(String(extra.at_most)),
    at_most === undefined ? '' : rules.capped(String(at_most)),
  ].filter((part) => part !== '');
  return [conditionWords(each, ui), quota, points.join(ui.comma)];
}

function awardLine({ per, places, share }: Award, ui: Ui): string {
  const { rules } = ui;
  const number = share === undefined ? rules.places(places ?? 1) : rules.share(String(Math.round(share * 1000) / 10));
  return `${rules.per(ui.spans[per])}${ui.comma}${number}`;
}

const attributeName = (attribute: string, { rules }: Ui): string => rules.attributes[attribute] ?? attribute;

/** A condition in words; empty where nothing is asked. */
export function conditionWords(condition: Condition | undefined, ui: Ui): string {
  const alternatives = asList<Conditions>(condition).map((conditions) =>
    Object.entries(conditions)
      .map(([attribute, test]) => ui.rules.is(attributeName(attribute, ui), testWords(test, ui)))
      .join(ui.comma),
  );
  return alternatives.join(ui.rules.or);
}

function testWords(test: Test, ui: Ui): string {
  const { rules } = ui;
  if (Array.isArray(test)) return test.map((value) => valueWords(value, ui)).join(ui.list);
  if (typeof test !== 'object' || test === null) return valueWords(test, ui);
  const bounds = (['at_least', 'at_most', 'above', 'below'] as const).flatMap((bound) =>
    test[bound] === undefined ? [] : [`${rules.bounds[bound]} ${test[bound]}`],
  );
  const refused =
    test.not === undefined
      ? []
      : [
          rules.not(
            asList(test.not)
              .map((value) => valueWords(value, ui))
              .join(ui.list),
          ),
        ];
  return [...refused, ...bounds].join(ui.comma);
}

function valueWords(value: string | number | boolean | null, { rules }: Ui): string {
  if (value === null) return rules.unset;
  return typeof value === 'boolean' ? (value ? rules.yes : rules.no) : String(value);
}

/** A number, or a table spelled out: 综合 6 分、简讯 3 分. */
export function amountWords(amount: Amount, ui: Ui, say: (amount: string) => string = ui.rules.points): string {
  if (typeof amount === 'number') return say(String(amount));
  const rows = tableRows(amount.table, ui).map(({ of, value }) => `${of} ${say(String(value))}`);
  const otherwise = amount.otherwise === undefined ? [] : [`${ui.rules.otherwise} ${amountWords(amount.otherwise, ui, say)}`];
  return [...rows, ...otherwise].join(ui.list);
}

type Written = Exclude<Amount, number>['table'];

const tableRows = (table: Written, ui: Ui, above: readonly string[] = []): { of: string; value: number }[] =>
  Object.entries(table).flatMap(([key, value]) => {
    const path = [...above, key === 'true' ? ui.rules.yes : key === 'false' ? ui.rules.no : key];
    return typeof value === 'number' ? [{ of: path.join(' · '), value }] : tableRows(value, ui, path);
  });
