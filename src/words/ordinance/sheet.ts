/** 办法一览: an ordinance as a leader can hold it against the document on paper: text beside rule, tables, readings, what is left to people. */
import { asList } from '../../policy/lists.ts';
import type { Policy } from '../../policy/policy.ts';
import type { Ui } from '../ui.ts';
import { conditionWords } from './amounts.ts';
import { rulesOf } from './rules.ts';
import type { RuleWords } from './said.ts';
import { type Grid, pointTables, quotaTable } from './tables.ts';

export interface Sheet {
  readonly id: string;
  readonly title: string;
  readonly clauses: readonly ClauseSheet[];
  /** What holds without a clause that says so. */
  readonly general: readonly RuleWords[];
  readonly outlets: readonly { readonly name: string; readonly words: string }[];
  readonly tables: readonly Grid[];
  /** The clauses from which nothing follows that is computed. */
  readonly uncomputed: readonly string[];
}

export interface ClauseSheet {
  readonly name: string;
  readonly text: string;
  readonly rules: readonly RuleWords[];
  /** Clauses beside which the rules stand that this one speaks of too. */
  readonly also: readonly string[];
  readonly readings: readonly ReadingSheet[];
}

export interface ReadingSheet {
  readonly id: string;
  readonly question: string;
  readonly because: string | null;
  readonly options: readonly OptionSheet[];
}

export interface OptionSheet {
  readonly name: string;
  readonly says: string;
  readonly chosen: boolean;
  /** What choosing it changes: path and value, as they stand in the file; null is taken away. */
  readonly changes: readonly { readonly path: string; readonly value: unknown }[];
}

export function sheetOf(policy: Policy, ui: Ui): Sheet {
  const rules = rulesOf(policy, ui);
  const clauses = Object.entries(policy.clauses).map(([name, text]) => clauseOf(name, text, rules, policy));
  const quotas = quotaTable(policy, ui);
  return {
    id: policy.id,
    title: policy.title,
    clauses,
    general: rules.filter((rule) => rule.clauses.length === 0),
    outlets: Object.entries(policy.outlets).map(([name, condition]) => ({ name, words: conditionWords(condition, ui) })),
    tables: [...pointTables(policy, ui), ...(quotas === null ? [] : [quotas])],
    uncomputed: clauses.filter((clause) => clause.rules.length === 0 && clause.also.length === 0).map(({ name }) => name),
  };
}

/** A rule that rests on several clauses stands beside the first. */
function clauseOf(name: string, text: string, rules: readonly RuleWords[], { readings }: Policy): ClauseSheet {
  const also = rules.filter(({ clauses }) => clauses.indexOf(name) > 0).map(({ clauses }) => clauses[0] as string);
  return {
    name,
    text,
    rules: rules.filter(({ clauses }) => clauses[0] === name),
    also: [...new Set(also)],
    readings: Object.entries(readings)
      .filter(([, { clause }]) => asList(clause)[0] === name)
      .map(([id, reading]) => readingOf(id, reading)),
  };
}

const readingOf = (id: string, { question, chosen, because, options }: Policy['readings'][string]): ReadingSheet => ({
  id,
  question,
  because: because ?? null,
  options: Object.entries(options).map(([name, { says, set = {} }]) => ({
    name,
    says,
    chosen: name === chosen,
    changes: Object.entries(set).map(([path, value]) => ({ path, value })),
  })),
});

/** What an option changes, as it could be written: `rules.instruction.pool: 采用`. */
export const changeWords = ({ path, value }: OptionSheet['changes'][number], { policy }: Ui): string =>
  value === null ? policy.removes(path) : `${path}: ${typeof value === 'string' ? value : JSON.stringify(value)}`;
