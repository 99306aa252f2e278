/** What holds for the whole of an ordinance, in words: whom it assesses, how items are shared, how it ranks, who approves. */
import type { Policy } from '../../policy/policy.ts';
import type { AuthorShares, Condition, Rule, UnitShares } from '../../policy/written.ts';
import type { Ui } from '../ui.ts';
import { capWords, conditionWords, joined } from './amounts.ts';
import { type RuleWords, say } from './said.ts';
import { nameOf } from './subject.ts';

export function frameOf(policy: Policy, ui: Ui): RuleWords[] {
  const { rules } = ui;
  const { inForce, rounding } = policy;
  return [
    ...(policy.subjects === undefined ? [] : [say('subjects', undefined, conditionWords(policy.subjects, ui))]),
    say('subjects', inForce.clause, ui.policy.from(inForce.from, inForce.to), [rules.judgedBy[inForce.judgedBy]]),
    ...(inForce.beside.length === 0 ? [] : [say('subjects', undefined, rules.beside(inForce.beside.join(ui.list)))]),
    ...accounts(policy, ui),
    ...sharing(policy, ui),
    ...(rounding === undefined ? [] : [say('sharing', undefined, rules.rounding(rounding.places, rules.modes[rounding.mode]))]),
    filings(policy, ui),
    ranking(policy, ui),
    ...policy.reminders.map(({ clause, duty, at, when }) =>
      say('reminder', clause, `${policy.duties[duty]?.title ?? duty}${ui.colon}${at.map((one) => rules.reminderAt[one]).join(ui.list)}`, [
        rules.reminderWhen[when],
      ]),
    ),
    ...appeals(policy, ui),
    ...approvals(policy, ui),
    ...policy.approval_forms.map(({ clause, title, each, fields, note }) =>
      say('approval', clause, ui.rules.approvalForm(title, fields.map(({ label }) => label).join(ui.list)), [conditionWords(each, ui), note ?? '']),
    ),
  ];
}

const accounts = ({ ledgers }: Policy, ui: Ui): RuleWords[] =>
  Object.entries(ledgers).map(([name, { clause, unit, authors, units }]) =>
    say('account', clause, unit === undefined ? name : ui.rules.countedIn(name, unit), [
      authors === undefined ? '' : authorWords(authors, ui),
      units === undefined ? '' : shareWords(units, ui),
    ]),
  );

function sharing({ items }: Policy, ui: Ui): RuleWords[] {
  const { rules } = ui;
  return [
    say('sharing', items.units.clause, rules.sameStory[items.same_story], [shareWords(items.units, ui)]),
    say('sharing', undefined, authorWords(items.authors, ui), [rules.booking[items.booking]]),
  ];
}

function authorWords(authors: AuthorShares, { rules, list }: Ui): string {
  if (typeof authors === 'string') return rules.authors[authors];
  return 'first' in authors ? rules.firstAuthors(authors.first) : rules.authorParts(authors.parts.map(String).join(list === '、' ? '∶' : ':'));
}

/** Whose account a credit falls on as well, or alone. */
export const fallsOnWords = (falls: NonNullable<Rule['falls_on']>, { rules }: Ui): string =>
  typeof falls === 'string' ? rules.fallsOn[falls] : rules.fallsOnlyOn[falls.only];

/** What part of an item each unit gets: by its mark, or a fixed amount. */
function shareWords(shares: UnitShares, ui: Ui): string {
  const { office, alone } = shares;
  return joined(
    [partsWords(shares, ui), alone !== 1 && ui.rules.alone(String(alone)), office !== undefined && ui.rules.office(office.unit, String(office.part))],
    ui.comma,
  );
}

function partsWords({ table, otherwise, each }: UnitShares, ui: Ui): string {
  const { rules } = ui;
  if (each !== undefined) return rules.eachUnit(String(each));
  const part = (share: UnitShares['otherwise']): string => (typeof share === 'number' ? rules.part(String(share)) : rules.shares[share]);
  const rows = Object.entries(table).map(([mark, share]) => `${mark} ${part(share)}`);
  if (rows.length === 0 && otherwise === 1) return '';
  return rules.units([...rows, `${rules.otherwise} ${part(otherwise)}`].join(ui.list));
}

function filings({ filings: { clause, unapproved, revisions, dated, excluded } }: Policy, ui: Ui): RuleWords {
  const { rules } = ui;
  return say('filing', clause, rules.unapproved[unapproved], [
    revisions === undefined ? '' : rules.revisions(revisions),
    rules.dated[dated],
    excluded === undefined ? '' : rules.excluded(conditionWords(excluded, ui)),
  ]);
}

function ranking(policy: Policy, ui: Ui): RuleWords {
  const { rules } = ui;
  const { clause, by, groups, modules = {}, rolled_up, top, bottom } = policy.ranking;
  const grouped =
    typeof groups === 'string'
      ? rules.groups[groups]
      : rules.namedGroups(
          Object.entries(groups)
            .map(([name, units]) => `${name}${ui.aside(conditionWords(units, ui))}`)
            .join(ui.list),
        );
  return say('ranking', clause, joined([rules.rankedBy[by], grouped, rules.tops(top, bottom)], ui.comma), [
    ...Object.entries(modules).map(([name, { rules: parts, weight, ...caps }]) =>
      joined(
        [rules.module(name, String(weight), parts.map((id) => nameOf(id, policy, ui)).join(ui.list)), ...capWords(caps, ui, rules.points)],
        ui.comma,
      ),
    ),
    rolled_up ? rules.rolledUp : '',
  ]);
}

/** By when to appeal, and by when an appeal is decided. */
function appeals({ appeals: rule }: Policy, ui: Ui): RuleWords[] {
  const { rules } = ui;
  if (rule === undefined) return [];
  const { clause, days, from, counting, decide } = rule;
  return [
    ...(days === undefined
      ? []
      : [say('appeal', clause, rules.appealFile(rules.days(days)), [joined([rules.appealFrom[from], rules.counting[counting]], ui.comma)])]),
    ...(decide === undefined
      ? []
      : [say('appeal', decide.clause ?? clause, rules.appealDecide(decide.by, rules.days(decide.days)), [rules.counting[decide.counting]])]),
  ];
}

const approvals = ({ approval }: Policy, ui: Ui): RuleWords[] =>
  (approval?.chains ?? []).map(({ each, steps }) =>
    say('approval', approval?.clause, steps.map((step) => (typeof step === 'string' ? step : stepWords(step, ui))).join(' → '), [
      conditionWords(each, ui),
    ]),
  );

type Step = Exclude<NonNullable<Policy['approval']>['chains'][number]['steps'][number], string>;

const stepWords = ({ step, where, ...takers }: Step, ui: Ui): string =>
  `${step}${ui.aside(joined([conditionWords(where, ui), takersWords(takers, ui)], ui.comma))}`;

/** Who takes a step; nothing where that is whoever has the role of its name. */
function takersWords({ roles, whose = 'anyone' }: Pick<Step, 'roles' | 'whose'>, ui: Ui): string {
  const { rules } = ui;
  if (whose === 'authors') return rules.takenByAuthors;
  const held = roles?.join(ui.list) ?? '';
  const where = whose === 'unit' ? rules.ofTheUnit : whose === 'anyone' ? '' : conditionWords(whose as Condition, ui);
  return held === '' && where === '' ? '' : rules.takenBy(joined([where, held], ui.comma));
}
