/** What a rule is about, in words: how it is called where another part of the ordinance speaks of it. */
import type { Policy } from '../../policy/policy.ts';
import type { Rule } from '../../policy/written.ts';
import type { Ui } from '../ui.ts';
import { conditionWords, joined } from './amounts.ts';

/** A duty by its title, a rule by what it values. */
export function nameOf(id: string, { duties, rules }: Policy, ui: Ui): string {
  const rule = rules[id];
  return duties[id]?.title ?? (rule ? subjectOf(rule, ui) : id);
}

/** 采用，级别 市级. */
export const subjectOf = ({ for: fact, where, unless }: Pick<Rule, 'for' | 'where' | 'unless'>, ui: Ui): string =>
  joined([ui.rules.facts[fact], conditionWords(where, ui), unless !== undefined && ui.rules.unless(conditionWords(unless, ui))], ui.comma);
