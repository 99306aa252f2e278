/** From a place (a path of keys) to the position in the text. Only done when something is shown, so it costs nothing while all is well. */
import { type Document, isAlias, isMap, isPair, isScalar, isSeq, type Node, type Pair } from 'yaml';
import type { Finding } from '../model/finding.ts';
import type { Place } from '../model/place.ts';
import { readDocument } from './carefully.ts';
import { withoutByteOrderMark } from './parse.ts';
import { type Position, positionOf, positionOfOffset } from './position.ts';

/**
 * Where `place` stands in the `text` of its file: the value at the path of keys, the key itself if the place says so, and the block that
 * lacks something (the nearest that exists) if the path leads nowhere. A key without a value is shown itself.
 */
export function locate(text: string, place: Pick<Place, 'path' | 'key'>): Position {
  const body = withoutByteOrderMark(text);
  const range = rangeOf(body, place);
  return positionOf(body, ...range);
}

/** Where a finding stands: by its offset if it has one, else by its place. */
export function positionOfFinding(text: string, finding: Finding): Position {
  return 'offset' in finding ? positionOfOffset(withoutByteOrderMark(text), finding.offset) : locate(text, finding.at);
}

type Range = readonly [start: number, end: number];
const START: Range = [0, 0];

function rangeOf(body: string, { path, key }: Pick<Place, 'path' | 'key'>): Range {
  return trimmed(body, walk(readDocument(body), path, key === true));
}

function walk(document: Document.Parsed, path: Place['path'], key: boolean): Range {
  let range = ownRange(document.contents) ?? START;
  let node: unknown = document.contents;
  for (const [depth, step] of path.entries()) {
    const entry = entryOf(node, step);
    if (entry === undefined) return range;
    const atKey = isPair(entry) ? ownRange(entry.key as Node) : undefined;
    node = isPair(entry) ? entry.value : entry;
    range = (key && depth === path.length - 1 ? atKey : undefined) ?? ownRange(node as Node) ?? atKey ?? range;
  }
  return range;
}

function entryOf(node: unknown, step: string | number): Pair | Node | undefined {
  if (isMap(node)) return node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
  return isSeq(node) && typeof step === 'number' ? (node.items[step] as Node | undefined) : undefined;
}

/** A node's stretch of text; nothing for an empty one. */
function ownRange(node: Node | null): Range | undefined {
  if (!node?.range || isAlias(node)) return undefined;
  const [start, end] = node.range;
  return end > start ? [start, end] : undefined;
}

/** Block collections and block texts reach over the line breaks after them; nobody wants to see these marked. */
function trimmed(body: string, [start, end]: Range): Range {
  return [start, start + body.slice(start, end).trimEnd().length];
}
