/** 条文的理解: the chosen reading of each open question is a set of changes to the written ordinance. */

type Tree = { [key: string]: unknown };

/** What `readings` holds, as far as applying it needs; anything malformed is left to the schema to report. */
interface Choice {
  chosen?: unknown;
  options?: { [option: string]: { set?: Tree } | undefined };
}

/** `written` with the changes of every chosen reading made; `written` itself is not touched. */
export function withReadings(written: unknown): unknown {
  if (!isTree(written) || !isTree(written.readings)) return written;
  let result: Tree = written;
  for (const choice of Object.values(written.readings)) {
    for (const [path, value] of changesOf(choice)) result = withValue(result, path.split('.'), value);
  }
  return result;
}

/** `written` with another option chosen for one reading, as if the file said `chosen: option`. */
export function choosing(written: unknown, reading: string, option: string): unknown {
  return isTree(written) ? withValue(written, ['readings', reading, 'chosen'], option) : written;
}

/** `written` with `value` at a path of keys joined by dots; null removes what stands there. */
export function setting(written: unknown, path: string, value: unknown): unknown {
  return isTree(written) ? withValue(written, path.split('.'), value) : written;
}

function changesOf(choice: unknown): [string, unknown][] {
  if (!isTree(choice)) return [];
  const { chosen, options } = choice as Choice;
  const option = typeof chosen === 'string' && isTree(options) ? options[chosen] : undefined;
  return isTree(option) && isTree(option.set) ? Object.entries(option.set) : [];
}

/** A copy of `tree` with `value` at `path`; null removes what stands there. */
function withValue(tree: Tree, [key, ...rest]: readonly string[], value: unknown): Tree {
  if (key === undefined) return tree;
  if (rest.length === 0 && value === null) return without(tree, key);
  const below = tree[key];
  return { ...tree, [key]: rest.length === 0 ? value : withValue(isTree(below) ? below : {}, rest, value) };
}

function without(tree: Tree, key: string): Tree {
  const { [key]: _removed, ...others } = tree;
  return others;
}

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
