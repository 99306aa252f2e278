/** Conditions, turned into functions of a subject's attributes. */
import type { Condition, Conditions, Test } from './written.ts';

/** The value of an attribute of what is being judged; null where it has none. */
export type Attributes = (name: string) => string | number | boolean | null;

export type Holds = (attributes: Attributes) => boolean;

export const always: Holds = () => true;
export const never: Holds = () => false;

/** Whether any of the written alternatives holds; `absent` is the answer where nothing is written. */
export function condition(written: Condition | undefined, absent: Holds = always): Holds {
  if (written === undefined) return absent;
  if (!Array.isArray(written)) return all(written);
  const alternatives = written.map(all);
  return (attributes) => alternatives.some((holds) => holds(attributes));
}

function all(written: Conditions): Holds {
  const tests = Object.entries(written).map(([name, test]) => ({ name, passes: testOf(test) }));
  return (attributes) => tests.every(({ name, passes }) => passes(attributes(name)));
}

type Value = ReturnType<Attributes>;

function testOf(written: Test): (value: Value) => boolean {
  if (Array.isArray(written)) return (value) => written.includes(value);
  if (typeof written !== 'object' || written === null) return (value) => value === written;
  const { not, at_least, at_most, above, below } = written;
  const refused = not === undefined ? [] : Array.isArray(not) ? not : [not];
  const bounded = at_least !== undefined || at_most !== undefined || above !== undefined || below !== undefined;
  return (value) => {
    if (refused.includes(value)) return false;
    if (!bounded) return true;
    if (typeof value !== 'number') return false;
    return value >= (at_least ?? -Infinity) && value <= (at_most ?? Infinity) && value > (above ?? -Infinity) && value < (below ?? Infinity);
  };
}
