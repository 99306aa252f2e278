/** Records as YAML text: one key a line, what is nested in flow style. Made for the values that a demonstration has. */

/** The text of a record at `path`, with the modeline that tells an editor its schema. */
export function recordText(path: string, kind: string, record: object): string {
  return `${modeline(path, kind)}${block(record)}`;
}

/** The text of a register: `entries` under its one key. */
export function registerText(path: string, kind: string, entries: readonly object[]): string {
  return `${modeline(path, kind)}${kind}:\n${entries.map((entry) => `  - ${block(entry).trimEnd().replaceAll('\n', '\n    ')}\n`).join('')}`;
}

/** `path` is relative to the root: `data/…`. */
function modeline(path: string, kind: string): string {
  const depth = path.split('/').length - 2;
  return `# yaml-language-server: $schema=${depth === 0 ? './' : '../'.repeat(depth)}.schema/${kind}.json\n`;
}

const block = (record: object): string =>
  Object.entries(record)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}: ${flow(value)}\n`)
    .join('');

function flow(value: unknown): string {
  if (typeof value === 'string') return scalar(value);
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`;
  if (typeof value === 'object' && value !== null) return `{ ${Object.entries(value).map(pair).join(', ')} }`;
  return String(value);
}

const pair = ([key, value]: [string, unknown]): string => `${scalar(key)}: ${flow(value)}`;

/** Days, ids, addresses and words that YAML takes for themselves; all else is quoted. */
const PLAIN = /^(?:\d{4}-\d{2}-\d{2}|\d+-[a-z0-9-]*[a-z][a-z0-9-]*|https:\/\/[\w./-]+|[\p{Script=Han}《“A-Za-z][^:#,[\]{}"'|]*)$/u;

const scalar = (text: string): string => (PLAIN.test(text) ? text : JSON.stringify(text));
