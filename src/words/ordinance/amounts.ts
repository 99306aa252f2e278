/** Conditions and amounts of an ordinance in words. */
import { asList } from '../../policy/lists.ts';
import type { Amount, Condition, Conditions, Test } from '../../policy/written.ts';
import type { Ui } from '../ui.ts';

/** Parts that are there, one after another. */
export const joined = (parts: readonly (string | false | undefined)[], between: string): string => parts.filter(Boolean).join(between);

export const attributeName = (attribute: string, { rules }: Ui): string => rules.attributes[attribute] ?? attribute;

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
  const refused = asList(test.not).map((value) => valueWords(value, ui));
  return joined([refused.length > 0 && rules.not(refused.join(ui.list)), ...bounds], ui.comma);
}

function valueWords(value: string | number | boolean | null, { rules }: Ui): string {
  if (value === null) return rules.unset;
  return typeof value === 'boolean' ? (value ? rules.yes : rules.no) : String(value);
}

type Say = (amount: string) => string;

/** How much: a number, or a table, bands or steps spelled out: 综合 6 分、简讯 3 分. */
export function amountWords(amount: Amount, ui: Ui, say: Say = ui.rules.points): string {
  if (typeof amount === 'number') return say(String(amount));
  if ('table' in amount) return lookupWords(amount, ui, say);
  if ('bands' in amount) return bandWords(amount, ui, say);
  if ('of' in amount) return multipleWords(amount, ui, say);
  if ('judged' in amount) return ui.rules.judged(attributeName(amount.judged, ui), say(`${amount.from}–${amount.to}`));
  return stepWords(amount, ui, say);
}

type Kind<Key extends string> = Extract<Exclude<Amount, number>, Record<Key, unknown>>;

function lookupWords({ table, otherwise }: Kind<'table'>, ui: Ui, say: Say): string {
  const rows = tableRows(table, ui).map(({ of, value }) => `${of} ${say(String(value))}`);
  return joined([...rows, otherwise !== undefined && `${ui.rules.otherwise} ${amountWords(otherwise, ui, say)}`], ui.list);
}

const tableRows = (table: Kind<'table'>['table'], ui: Ui, above: readonly string[] = []): { of: string; value: number }[] =>
  Object.entries(table).flatMap(([key, value]) => {
    const path = [...above, key === 'true' ? ui.rules.yes : key === 'false' ? ui.rules.no : key];
    return typeof value === 'number' ? [{ of: path.join(' · '), value }] : tableRows(value, ui, path);
  });

function bandWords({ by, bands }: Kind<'bands'>, ui: Ui, say: Say): string {
  const { rules } = ui;
  const rows = bands.map(({ up_to, give }) => `${up_to === undefined ? rules.otherwise : `${rules.bounds.at_most} ${up_to}`} ${say(String(give))}`);
  return `${attributeName(by, ui)} ${rows.join(ui.list)}`;
}

function multipleWords({ of, times, at_least, at_most }: Kind<'of'>, ui: Ui, say: Say): string {
  return joined([`${attributeName(of, ui)} × ${say(String(times))}`, ...capWords({ at_least, at_most }, ui, say)], ui.comma);
}

function stepWords({ by, steps, each, more, at_most }: Exclude<Kind<'by'>, Kind<'table'> | Kind<'bands'>>, ui: Ui, say: Say): string {
  const { rules } = ui;
  const rows = (steps ?? []).map(({ at, give }) => `${rules.from(String(at))} ${say(String(give))}`);
  const further = each !== undefined && rules.further(String(each), say(String(more)));
  return `${attributeName(by, ui)} ${joined([rows.join(ui.list), further, ...capWords({ at_most }, ui, say)], ui.comma)}`;
}

/** The least and the most that is given. */
export function capWords({ at_least, at_most }: { at_least?: number | undefined; at_most?: number | undefined }, { rules }: Ui, say: Say): string[] {
  return [at_least === undefined ? '' : rules.least(say(String(at_least))), at_most === undefined ? '' : rules.capped(say(String(at_most)))];
}
