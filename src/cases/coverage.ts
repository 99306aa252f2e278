/** Which parts of an ordinance the cases touch, and which clauses have none. */
import type { Submission } from '../model/records.ts';
import { asList } from '../policy/lists.ts';
import type { Policy } from '../policy/policy.ts';
import type { Credit } from '../scoring/credit.ts';
import type { Run, Verdict } from './run.ts';

/** A part of the ordinance that does something, and the clauses it rests on. */
export interface Part {
  /** Where it stands in the file: `rules.city`. */
  readonly path: string;
  readonly clauses: readonly string[];
}

export interface ClauseCovered {
  readonly clause: string;
  readonly parts: readonly string[];
  /** Those of its parts that no case touches. */
  readonly untouched: readonly string[];
}

/** Every clause that something rests on, in the order of the text. */
export function coverageOf(policy: Policy, runs: readonly Run[]): ClauseCovered[] {
  const parts = partsOf(policy);
  const base = runs.filter(({ reading }) => reading === null);
  const verdicts = base.flatMap((run) => run.verdicts.map((verdict) => ({ ...verdict, run })));
  const touched = new Set(parts.filter((part) => verdicts.some((verdict) => touches(verdict, part.path, policy))).map(({ path }) => path));
  return Object.keys(policy.clauses).flatMap((clause) => {
    const own = parts.filter(({ clauses }) => clauses.includes(clause)).map(({ path }) => path);
    return own.length === 0 ? [] : [{ clause, parts: own, untouched: own.filter((path) => !touched.has(path)) }];
  });
}

/** Not counted: the text itself, when it is in force, and what only people do. */
const SILENT: readonly string[] = ['clauses', 'in_force', 'inForce', 'readings', 'cadence', 'at', 'outlets', 'words', 'approval_forms'];

/** The parts of an ordinance that cite a clause: whole sections, and the entries of those that have entries. A pool that no rule names does nothing. */
export function partsOf(policy: Policy): Part[] {
  const idle = Object.keys(policy.pools).filter((pool) => !Object.values(policy.rules).some((rule) => rule.pool === pool));
  return Object.entries(policy)
    .filter(([section]) => !SILENT.includes(section))
    .flatMap(([section, content]) => partsIn(content, section))
    .filter(({ path }) => !idle.some((pool) => path === `pools.${pool}`));
}

function partsIn(content: unknown, path: string): Part[] {
  if (typeof content !== 'object' || content === null) return [];
  const { clause } = content as { clause?: string | string[] };
  const own = clause === undefined ? [] : [{ path, clauses: asList(clause) }];
  const deeper = clause !== undefined && !path.startsWith('duties.') ? [] : Object.entries(content);
  return [...own, ...deeper.flatMap(([key, below]) => partsIn(below, `${path}.${key}`))];
}

type Judged = Verdict & { readonly run: Run };

function touches(verdict: Judged, path: string, policy: Policy): boolean {
  const [section = '', id = '', inside] = path.split('.');
  const known = SECTIONS[section];
  const credits = verdict.credits.filter((credit) => credit.policy === policy.id);
  if (inside === 'extra') return credits.some(({ rule, reason }) => rule === id && EXTRA.includes(reason.code));
  return credits.some(({ rule }) => rule === id) || (known?.({ ...verdict, credits }, id, policy) ?? false);
}

const EXTRA: readonly string[] = ['duty-extra', 'cap-reached'];
const OF_FILINGS: readonly string[] = ['excluded-content', 'unapproved', 'rejected', 'returned', 'too-many-revisions'];

/** How a section is touched, besides by a credit of its rule. */
const SECTIONS: Readonly<Record<string, (verdict: Judged, id: string, policy: Policy) => boolean>> = {
  duties: ({ statement, measure }, id) => statement.duty === id && measure !== 'points',
  deadlines: ({ credits, run }, id) => credits.some(({ kind, record }) => kind === 'obligation' && run.ledger.obligations.get(record)?.kind === id),
  consequences: ({ measure, run }, id) => measure === 'notices' && run.notices.some(({ rule }) => rule === id),
  ledgers: ({ credits }, id) => credits.some(({ ledger }) => ledger === id),
  awards: ({ statement }, id) => statement.award === id,
  eligibility: ({ measure }) => measure === 'eligible',
  reminders: ({ measure }) => measure === 'reminders',
  approval: ({ measure, credits }) => measure === 'steps' || credits.some(({ reason }) => reason.code === 'unapproved'),
  filings: ({ credits, run }) => credits.some(({ reason, item }) => OF_FILINGS.includes(reason.code) || wasReturned(item, run)),
  ranking: ({ measure }) => ['score', 'rank', 'top', 'bottom', 'tie'].includes(measure),
  pools: ({ credits }, id, policy) => [...Map.groupBy(inPool(credits, id, policy), keyOf).values()].some((own) => own.length > 1),
  items: ({ credits, run }) => credits.some(({ item }) => (submissionOf(item, run)?.units.length ?? 0) > 1),
};

const submissionOf = (item: string | null, { ledger }: Run): Submission | undefined => (item === null ? undefined : ledger.submissions.get(item));

const wasReturned = (item: string | null, run: Run): boolean => (submissionOf(item, run)?.rounds.length ?? 0) > 0;

const inPool = (credits: readonly Credit[], pool: string, { rules }: Policy): Credit[] =>
  credits.filter(({ rule }) => rules[rule ?? '']?.pool === pool);

/** A pool combines what one unit's item earns more than once. */
const keyOf = ({ unit, item }: Credit): string => `${unit} ${item}`;
