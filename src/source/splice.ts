/** Changes single values of a text and leaves every other byte alone: comments, order and layout stay as somebody wrote them. */
import { isMap, isScalar, isSeq, type Node, type Scalar } from 'yaml';
import type { Place } from '../model/place.ts';
import { readDocument } from './carefully.ts';
import { withoutByteOrderMark } from './parse.ts';

/** A value to stand at a path, as a person types it: what reads as a number is one, everything else is text. */
export interface Edit {
  readonly path: Place['path'];
  readonly value: string;
}

/** `text` with the edits made. A path that leads to no single value is passed over: nothing is ever added or removed. */
export function spliced(text: string, edits: readonly Edit[]): string {
  const body = withoutByteOrderMark(text);
  if (edits.length === 0) return body;
  const { contents } = readDocument(body);
  const places = edits
    .flatMap(({ path, value }) => {
      const range = scalarAt(contents, path)?.range;
      return range ? [{ start: range[0], end: range[1], value: writtenAs(value) }] : [];
    })
    .sort((a, b) => b.start - a.start);
  return places.reduce((changed, { start, end, value }) => changed.slice(0, start) + value + changed.slice(end), body);
}

function scalarAt(contents: Node | null, path: Place['path']): Scalar | undefined {
  const found = path.reduce<unknown>(below, contents);
  return isScalar(found) ? found : undefined;
}

function below(node: unknown, step: string | number): unknown {
  if (isMap(node)) return node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step))?.value;
  return isSeq(node) ? node.items[Number(step)] : undefined;
}

const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;
/** Words that need no quotes. The few that YAML reads as something else are left to the quotes. */
const PLAIN = /^(?!(?:true|false|null)$)\p{L}[\p{L}\p{N}-]*$/iu;

/** Whether what was typed is written as a number. */
export const isNumber = (value: string): boolean => NUMBER.test(value);

const writtenAs = (value: string): string => (isNumber(value) || PLAIN.test(value) ? value : JSON.stringify(value));
