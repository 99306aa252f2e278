/** The line of a value, cheaply: for the hundred thousand records whose credits say where they come from. */
import { EVENT_ID, type Event, getScalarValue, SCALAR_STYLE } from 'js-yaml';
import type { Place } from '../model/place.ts';
import { locate } from './locate.ts';
import { withoutByteOrderMark } from './parse.ts';
import { eventsOf } from './plainly.ts';
import { lineAt, lineCounter } from './position.ts';

type Path = Place['path'];

/** The line, from 1, on which the value at `path` begins: what `locate` says, for a text that `parse` accepts. */
export const lineOf = (text: string, path: Path): number => lineFinder(text)(path);

/** `lineOf` for several paths of one text: the text is read once, and not at all for keys that stand at the margin with their value beside them. */
export function lineFinder(text: string): (path: Path) => number {
  const body = withoutByteOrderMark(text);
  let lineInTree: ((path: Path) => number) | null = null;
  return (path) => {
    const offset = marginOffset(body, path);
    if (offset !== null) return lineAt(body, offset);
    lineInTree ??= treeReader(body);
    return lineInTree(path);
  };
}

/**
 * In the dialect a line that begins with `key:` at the margin is that key of the outermost mapping: whatever else runs over lines is indented,
 * or is a comment. Null if the value is not on the same line, or the key is written otherwise.
 */
function marginOffset(body: string, path: Path): number | null {
  const [key, ...deeper] = path;
  if (typeof key !== 'string' || deeper.length > 0 || !/^[\w-]+$/.test(key)) return null;
  const at = body.startsWith(`${key}:`) ? 0 : body.indexOf(`\n${key}:`) + 1;
  if (at === 0 && !body.startsWith(`${key}:`)) return null;
  return /^[ \t]+[^\s#]/.test(body.slice(at + key.length + 1, at + key.length + 40)) ? at : null;
}

/** A node of the text: where it begins, or null where only `locate` knows. */
interface Spot {
  at: number | null;
  readonly entries: Map<string | number, Spot>;
}

function treeReader(body: string): (path: Path) => number {
  const tree = treeOf(eventsOf(body), body);
  const lineOfOffset = lineCounter(body);
  return (path) => {
    let spot: Spot | undefined = tree;
    for (const step of path) spot = spot?.entries.get(step);
    return spot === undefined || spot.at === null ? locate(body, { path }).line : lineOfOffset(spot.at);
  };
}

function treeOf(events: readonly Event[], body: string): Spot {
  let index = 1;
  const next = (): Event | undefined => events[index++];
  const read = (event: Event | undefined): Spot => {
    const spot: Spot = { at: event === undefined ? null : startOf(event), entries: new Map() };
    if (event?.type === EVENT_ID.SEQUENCE) {
      for (let item = next(); item !== undefined && item.type !== EVENT_ID.POP; item = next()) spot.entries.set(spot.entries.size, read(item));
    } else if (event?.type === EVENT_ID.MAPPING) {
      for (let key = next(); key?.type === EVENT_ID.SCALAR; key = next()) spot.entries.set(nameOf(key, body), read(next()));
    }
    return spot;
  };
  return read(next());
}

const nameOf = (key: Parameters<typeof getScalarValue>[1], body: string): string => getScalarValue(body, key);

/** Block texts and empty values begin, for `locate`, at their mark and at their key: it is asked. */
function startOf(event: Event): number | null {
  if (event.type === EVENT_ID.SEQUENCE || event.type === EVENT_ID.MAPPING) return event.start;
  if (event.type !== EVENT_ID.SCALAR || event.valueStart === -1) return null;
  return event.style === SCALAR_STYLE.LITERAL_BLOCK || event.style === SCALAR_STYLE.FOLDED_BLOCK ? null : event.valueStart;
}
