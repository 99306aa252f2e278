/** Where an ordinance asks something and where it says how much, each with what is looked at there. */
import type { Fault, Finding } from '../../model/finding.ts';
import { type Place, within } from '../../model/place.ts';
import type { Policy } from '../policy.ts';
import type { Subject } from '../ranges.ts';
import type { Amount, Condition, Count } from '../written.ts';

export const found = (at: Place, fault: Fault): Finding => ({ at, ...fault });

/** What is asked of a subject: it must meet the one and not the other. */
export interface Asked {
  /** The block that asks: a rule, a count, a class of outlets. */
  readonly at: Place;
  readonly subject: Subject;
  readonly where: { readonly at: Place; readonly written: Condition } | null;
  readonly unless: { readonly at: Place; readonly written: Condition } | null;
}

/** An amount, and the conditions under which it is looked up. */
export interface Given {
  readonly at: Place;
  readonly written: Exclude<Amount, number>;
  readonly subject: Subject;
  readonly where: readonly (Condition | undefined)[];
  readonly unless: readonly (Condition | undefined)[];
}

type Block = Readonly<Record<string, unknown>>;

/** Conditions by themselves, by the key under which they stand. */
const ALONE: Readonly<Record<string, Subject>> = { each: 'unit', subjects: 'unit', voluntary: 'unit', whose: 'unit', excluded: 'submission' };

const COUNTED: Readonly<Record<Count['of'], Subject>> = {
  filings: 'submission',
  adoptions: 'adoption',
  instructions: 'instruction',
  incidents: 'incident',
  points: 'any',
  'adoption-rate': 'submission',
  figure: 'figure',
};

/** Everything that the ordinance asks, wherever it stands. */
export function* askedBy(policy: Policy): Generator<Asked> {
  for (const [name, written] of Object.entries(policy.outlets)) yield alone(within(policy.at, 'outlets', name), 'outlet', written);
  const { groups } = policy.ranking;
  if (typeof groups === 'object')
    for (const [name, written] of Object.entries(groups)) yield alone(within(policy.at, 'ranking', 'groups', name), 'unit', written);
  for (const { at, block } of blocksOf(policy)) {
    for (const [key, subject] of Object.entries(ALONE)) if (isBlock(block[key])) yield alone(within(at, key), subject, block[key] as Condition);
    if (isBlock(block.where) || isBlock(block.unless))
      yield { at, subject: subjectOf(block), where: partOf(at, block, 'where'), unless: partOf(at, block, 'unless') };
  }
}

const alone = (at: Place, subject: Subject, written: Condition): Asked => ({ at, subject, where: { at, written }, unless: null });

const partOf = (at: Place, block: Block, key: 'where' | 'unless'): Asked['where'] =>
  isBlock(block[key]) ? { at: within(at, key), written: block[key] as Condition } : null;

/** A rule says for what it is, a count what it counts; steps of an approval chain look at filings. */
function subjectOf(block: Block): Subject {
  if (typeof block.for === 'string') return block.for as Subject;
  return typeof block.of === 'string' ? COUNTED[block.of as Count['of']] : 'submission';
}

/** Every amount that is more than a number. */
export function* amountsIn(policy: Policy): Generator<Given> {
  for (const [id, { for: subject, where, unless, points, multiply }] of Object.entries(policy.rules)) {
    const at = within(policy.at, 'rules', id);
    for (const [key, written] of Object.entries({ points, multiply }))
      if (typeof written === 'object') yield { at: within(at, key), written, subject, where: [where], unless: [unless] };
  }
  for (const [id, { at_least, each }] of Object.entries(policy.duties)) {
    const at = within(policy.at, 'duties', id, 'at_least');
    if (typeof at_least === 'object') yield { at, written: at_least, subject: 'unit', where: [each, policy.subjects], unless: [] };
  }
  for (const { at, block } of blocksOf(policy)) {
    const { weight, where, unless } = block as Partial<Count>;
    if (typeof weight === 'object') yield { at: within(at, 'weight'), written: weight, subject: subjectOf(block), where: [where], unless: [unless] };
  }
}

/** Every block of the ordinance but its text, its classes of outlets and its readings. */
function* blocksOf(policy: Policy): Generator<{ at: Place; block: Block }> {
  const { at, clauses: _text, outlets: _outlets, readings: _readings, inForce: _inForce, ...sections } = policy;
  yield* blocksIn(sections, at);
}

function* blocksIn(value: unknown, at: Place): Generator<{ at: Place; block: Block }> {
  if (!isBlock(value)) return;
  if (!Array.isArray(value)) yield { at, block: value };
  for (const [key, below] of Object.entries(value)) yield* blocksIn(below, within(at, Array.isArray(value) ? Number(key) : key));
}

const isBlock = (value: unknown): value is Block => typeof value === 'object' && value !== null;
