/** What an ordinance gives and asks as tables, to be compared with those of the document on paper. */
import { asList } from '../../policy/lists.ts';
import type { Policy } from '../../policy/policy.ts';
import type { Amount, Duty, FactKind, Rule } from '../../policy/written.ts';
import type { Ui } from '../ui.ts';
import { amountWords, attributeName, conditionWords, joined } from './amounts.ts';
import { countedWords, dutyPoints } from './duties.ts';
import { fallsOnWords } from './frame.ts';

/** Rows under heads; in a row as many cells as there are heads. `numbers` are the columns that hold amounts. */
export interface Grid {
  readonly id: string;
  readonly title: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly numbers: readonly number[];
}

type Lookup = Extract<Amount, { table: unknown }>;
type Table = Lookup['table'];

/** One table of points for each kind of fact and each attribute by which points are looked up; the rest stands in one that has them in words. */
export function pointTables(policy: Policy, ui: Ui): Grid[] {
  const rules = Object.values(policy.rules);
  const kinds = [...new Set(rules.map((rule) => rule.for))];
  return kinds.flatMap((kind) => {
    const own = rules.filter((rule) => rule.for === kind);
    const groups = Map.groupBy(own, shapeOf);
    return [...groups].map(([shape, together], index) => gridOf(kind, shape, together, groups.size > 1 ? index + 1 : 0, ui));
  });
}

/** The attributes by which a rule looks its points up; empty where it says them otherwise. */
const shapeOf = ({ points }: Rule): string => (typeof points === 'object' && 'table' in points ? asList(points.by).join(' ') : '');

function gridOf(kind: FactKind, shape: string, rules: readonly Rule[], number: number, ui: Ui): Grid {
  const by = shape === '' ? [] : shape.split(' ');
  const across = by.length > 1 || (by.length === 1 && rules.length > 1);
  const columns = across ? columnsOf(rules) : [];
  const title = joined([ui.rules.facts[kind], by.length > 0 && ui.policy.byAttributes(by.map((name) => attributeName(name, ui)).join(ui.list))], '');
  const heads = [ui.policy.clause, ui.policy.case, ...(across ? columns.map((name) => truthWords(name, ui)) : [ui.policy.amount]), ui.policy.further];
  return {
    id: `points-${kind}${number === 0 ? '' : `-${number}`}`,
    title,
    heads,
    rows: rules.flatMap((rule) => rowsOf(rule, columns, by.length, ui)),
    numbers: heads.map((_, index) => index).slice(2, -1),
  };
}

const OTHERWISE = '';

/** The values of the last attribute, in the order in which they come up, and one column for the rest where it is spoken of. */
function columnsOf(rules: readonly Rule[]): string[] {
  const lookups = rules.map(({ points }) => points as Lookup);
  const keys = lookups.flatMap(({ by, table }) => lastKeys(table, asList(by).length));
  return [...new Set(keys), ...(lookups.some(({ otherwise }) => otherwise !== undefined) ? [OTHERWISE] : [])];
}

function lastKeys(table: Table, depth: number): string[] {
  if (depth === 1) return Object.keys(table);
  return Object.values(table).flatMap((below) => (typeof below === 'object' ? lastKeys(below, depth - 1) : []));
}

const truthWords = (value: string, { rules }: Ui): string =>
  value === OTHERWISE ? rules.otherwise : value === 'true' ? rules.yes : value === 'false' ? rules.no : value;

function rowsOf(rule: Rule, columns: readonly string[], depth: number, ui: Ui): string[][] {
  const { points } = rule;
  const [clause, further] = [asList(rule.clause).join(ui.list), furtherOf(rule, ui)];
  const row = (path: readonly string[], cells: readonly string[]): string[] => [clause, caseOf(rule, path, ui), ...cells, further];
  if (depth === 0 || typeof points !== 'object' || !('table' in points)) return [row([], [givenBy(rule, ui)])];
  if (columns.length === 0) return singleColumn(points, ui).map(({ path, value }) => row(path, [value]));
  const rest = points.otherwise === undefined ? '' : amountWords(points.otherwise, ui, String);
  return prefixes(points.table, depth).map(({ path, table }) =>
    row(
      path,
      columns.map((name) => (name === OTHERWISE ? rest : cellOf(table[name], rest))),
    ),
  );
}

const cellOf = (entry: number | Table | undefined, rest: string): string => (typeof entry === 'number' ? String(entry) : rest);

/** The tables one level above the amounts, each with the values that lead to it. */
function prefixes(table: Table, depth: number, path: readonly string[] = []): { path: readonly string[]; table: Table }[] {
  if (depth <= 1) return [{ path, table }];
  return Object.entries(table).flatMap(([value, below]) => (typeof below === 'object' ? prefixes(below, depth - 1, [...path, value]) : []));
}

function singleColumn({ table, otherwise }: Lookup, ui: Ui): { path: readonly string[]; value: string }[] {
  const rows = Object.entries(table).map(([value, give]) => ({ path: [value], value: String(give) }));
  return otherwise === undefined ? rows : [...rows, { path: [OTHERWISE], value: amountWords(otherwise, ui, String) }];
}

/** 级别 市级，除外情形; for a row of a table the values that lead to it. */
function caseOf({ for: fact, where, unless, points }: Rule, path: readonly string[], ui: Ui): string {
  const by = path.length > 0 && typeof points === 'object' && 'table' in points ? asList(points.by).slice(0, path.length) : [];
  const values = path.map((value) => truthWords(value, ui)).join(' · ');
  const asked = joined([conditionWords(besides(where, by), ui), unless !== undefined && ui.rules.unless(conditionWords(unless, ui))], ui.comma);
  const said = joined([values, asked], ui.comma);
  return said === '' ? ui.rules.facts[fact] : said;
}

/** A condition without what the rows of the table say themselves. */
const besides = (where: Rule['where'], by: readonly string[]): Rule['where'] =>
  where === undefined || Array.isArray(where) ? where : Object.fromEntries(Object.entries(where).filter(([name]) => !by.includes(name)));

function givenBy({ points, times, multiply, multiple_of, overrides, zeroes }: Rule, ui: Ui): string {
  const { rules, spans } = ui;
  return joined(
    [
      points !== undefined && joined([amountWords(points, ui, String), times !== undefined && rules.times(attributeName(times, ui))], ' '),
      multiply !== undefined && rules.multiplies(amountWords(multiply, ui, String)),
      multiple_of !== undefined && rules.multipleOf(multiple_of.pool, String(multiple_of.times)),
      overrides && rules.overrides,
      zeroes !== undefined && rules.zeroes(spans[zeroes]),
    ],
    ui.comma,
  );
}

function furtherOf({ pool, with: company, without, charged_to, ledger, falls_on }: Rule, ui: Ui): string {
  const { rules, spans } = ui;
  return joined(
    [
      pool,
      ledger !== '积分' && rules.ledger(ledger),
      company !== undefined && rules.with(rules.facts[company.for]),
      without !== undefined && rules.without(rules.facts[without.for]),
      charged_to !== undefined && rules.chargedTo(spans[charged_to]),
      falls_on !== undefined && fallsOnWords(falls_on, ui),
    ],
    ui.comma,
  );
}

/** The quotas: who owes how many of what in which period, and what comes of it. Null where nothing is owed. */
export function quotaTable(policy: Policy, ui: Ui): Grid | null {
  const duties = Object.values(policy.duties);
  if (duties.length === 0) return null;
  const { policy: heads, spans } = ui;
  return {
    id: 'quotas',
    title: heads.quotas,
    heads: [heads.clause, heads.duty, heads.owedBy, heads.per, heads.quota, heads.outcome],
    rows: duties.flatMap((duty) =>
      quotasOf(duty, ui).map(({ who, quota }) => [
        asList(duty.clause).join(ui.list),
        joined([duty.title, countedWords(duty.count, ui)], ui.comma),
        who,
        spans[duty.per],
        quota,
        dutyPoints(duty, ui),
      ]),
    ),
    numbers: [4],
  };
}

/** One row for each row of the table that says how many. */
function quotasOf({ at_least, each }: Duty, ui: Ui): { who: string; quota: string }[] {
  const all = each === undefined ? ui.policy.everyone : conditionWords(each, ui);
  return rowsOfQuota(at_least, all, ui);
}

function rowsOfQuota(amount: Amount, who: string, ui: Ui): { who: string; quota: string }[] {
  if (typeof amount === 'number' || !('table' in amount)) return [{ who, quota: amountWords(amount, ui, String) }];
  const rows = prefixes(amount.table, asList(amount.by).length).flatMap(({ path, table }) =>
    Object.entries(table).map(([value, quota]) => ({ who: [...path, value].join(' · '), quota: String(quota) })),
  );
  return amount.otherwise === undefined ? rows : [...rows, ...rowsOfQuota(amount.otherwise, ui.rules.otherwise, ui)];
}
