/** What zod complains of, as findings of ours: facts and places, no words. */
import type { z } from 'zod';
import type { Finding, SchemaFault } from '../model/finding.ts';
import { keyAt, type Place, within } from '../model/place.ts';
import { dayFault } from './day-fault.ts';
import { keysAt } from './keys-at.ts';
import { nearest } from './nearest.ts';

type Issue = z.core.$ZodIssue;
type Path = (string | number)[];

/** What was held against what, and where it stands. */
export interface Held {
  readonly schema: z.ZodType;
  readonly value: unknown;
  readonly place: Place;
}

/** The findings of one issue: one for each unknown key, else one. */
export function findingsOf(issue: Issue, held: Held): Finding[] {
  return settled(issue).flatMap((one) => {
    if (one.code === 'unrecognized_keys') return unknownKeys(one, held);
    const path = one.path as Path;
    const found = valueAt(held.value, path);
    const key = path.at(-1);
    if (found === undefined && typeof key === 'string')
      return [{ at: within(held.place, ...path.slice(0, -1)), code: 'schema/missing-key', name: key }];
    const at = within(held.place, ...path);
    return one.code === 'invalid_key' ? [{ at: keyAt(at), ...invalidKey(one) }] : [{ at, ...faultOf(one, found) }];
  });
}

function unknownKeys({ keys, path }: z.core.$ZodIssueUnrecognizedKeys, { schema, place }: Held): Finding[] {
  const known = keysAt(schema, path as Path);
  return keys.map((name) => ({
    at: keyAt(within(place, ...(path as Path), name)),
    code: 'schema/unknown-key',
    name,
    nearest: nearest(name, known),
    known,
  }));
}

const invalidKey = ({ path, issues }: z.core.$ZodIssueInvalidKey): SchemaFault => {
  const found = String(path.at(-1));
  return faultOf(issues[0] as Issue, found);
};

/** The message of a schema that wants a day. */
const DAY = 'day';

function faultOf(issue: Issue, found: unknown): SchemaFault {
  if (issue.message === DAY) return dayFault(found) ?? { code: 'schema/wrong-type', expected: 'day', found: kindOf(found) };
  if (issue.code === 'invalid_type') return { code: 'schema/wrong-type', expected: kindNamed(issue.expected), found: kindOf(found) };
  if (issue.code === 'invalid_value') return notAChoice(issue.values, found);
  if (issue.code === 'invalid_union') return noBranch(issue, found);
  return { code: 'schema/not-well-formed', found: shown(found), expected: expectationOf(issue) };
}

function notAChoice(values: readonly unknown[], found: unknown): SchemaFault {
  const choices = values.map(String);
  if (typeof found === 'object') return { code: 'schema/wrong-type', expected: kindsOf(values), found: kindOf(found) };
  return { code: 'schema/not-a-choice', found: String(found), choices, nearest: nearest(String(found), choices) };
}

/** None of the branches even has the right kind: the choices of all of them if it may be a word, else the kinds. */
function noBranch(issue: z.core.$ZodIssueInvalidUnion, found: unknown): SchemaFault {
  if ('options' in issue && issue.options !== undefined) return notAChoice(issue.options, found);
  const roots = issue.errors.flatMap((branch) => branch.slice(0, 1));
  const choices = roots.flatMap((root) => (root.code === 'invalid_value' ? root.values : []));
  if (choices.some((choice) => typeof choice === typeof found)) return notAChoice(choices, found);
  const kinds = roots.map((root) => (root.message === DAY ? 'day' : root.code === 'invalid_type' ? kindNamed(root.expected) : kindsOf(choices)));
  return { code: 'schema/wrong-type', expected: [...new Set(kinds)].join(' | '), found: kindOf(found) };
}

/** In place of "no branch of the union fits": the issues of the branch that fits best, which has the right kind and the fewest faults. */
function settled(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const fitting = issue.errors.filter((branch) => !branch.some(isOfAnotherKind));
  const [best] = fitting.toSorted((a, b) => a.length - b.length);
  return best === undefined ? [issue] : best.flatMap((inner) => settled({ ...inner, path: [...issue.path, ...inner.path] } as Issue));
}

const isOfAnotherKind = ({ code, path }: Issue): boolean => path.length === 0 && (code === 'invalid_type' || code === 'invalid_value');

function expectationOf(issue: Issue): string {
  if (issue.code === 'too_small') return tooSmall(issue);
  if (issue.code === 'too_big') return `${issue.inclusive === false ? 'less-than' : 'at-most'} ${issue.maximum}`;
  if (issue.code === 'invalid_format') return issue.format === 'regex' ? `pattern ${issue.pattern}` : issue.format;
  return issue.code === 'custom' ? issue.message : 'other';
}

function tooSmall({ origin, minimum, inclusive }: z.core.$ZodIssueTooSmall): string {
  if (minimum === 1 && (origin === 'string' || origin === 'array')) return 'not-empty';
  return `${inclusive === false ? 'more-than' : 'at-least'} ${minimum}`;
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'text',
  int: 'integer',
  array: 'list',
  tuple: 'list',
  object: 'mapping',
  record: 'mapping',
};
const kindNamed = (name: string): string => KINDS[name] ?? name;
const kindsOf = (values: readonly unknown[]): string => [...new Set(values.map(kindOf))].join(' | ');

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  return kindNamed(Array.isArray(value) ? 'array' : typeof value);
}

const shown = (value: unknown): string => (typeof value === 'object' ? kindOf(value) : String(value));

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null && Object.hasOwn(inner, key) ? (inner as Record<string | number, unknown>)[key] : undefined,
    value,
  );
}
