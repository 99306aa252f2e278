/** One stable form for what people write by hand. Only its layout changes: never what it says, the order of its keys, or a comment. */
import { type Document, isCollection, isMap, isScalar, Scalar, visit, YAMLMap, YAMLSeq } from 'yaml';
import { folderOf } from '../ledger/files.ts';
import { readDocument } from '../source/carefully.ts';
import { parse, withoutByteOrderMark } from '../source/parse.ts';
import { commentsOf, withoutGaps } from './comments.ts';
import { isPlainlyLaid } from './laid.ts';

/**
 * `text` in the stable form: two spaces a level, `[a, b]` and `{ a: 1 }` in a line, one empty line at most, double quotes where there are quotes,
 * line feeds, one at the end; in records, lists of words always in a line. A text that cannot be read is left alone.
 */
export function formatted(file: string, text: string): string {
  if (isPlainlyLaid(text)) return text;
  const { value } = parse(file, text);
  if (value === undefined) return text;
  const body = withoutByteOrderMark(text).replaceAll('\r\n', '\n');
  const laid = settled(file, body);
  return laid !== null && isSame(file, value, laid) && sameComments(body, laid) ? laid : text;
}

/**
 * Records and registers have a stable form. Ordinances and the wording of bulletins are laid out by hand, like the documents that they write down;
 * issued bulletins are sealed.
 */
export const hasStableForm = (file: string): boolean => folderOf(file) !== null || REGISTERS.test(file);
const REGISTERS = /^data\/(?:site|units|people|outlets|plan\/[^/]+)\.yaml$/;

const isSame = (file: string, value: unknown, laid: string): boolean => JSON.stringify(parse(file, laid).value) === JSON.stringify(value);

const sameComments = (a: string, b: string): boolean => commentsOf(a).join('\n') === commentsOf(b).join('\n');

/** A comment between a dash and its entry moves once more before it comes to rest. */
const PASSES = 5;

/** The text that laying out anew does not change; null should there be none. */
function settled(file: string, body: string): string | null {
  const isRecord = folderOf(file) !== null;
  let before = body;
  for (let pass = 0; pass < PASSES; pass++) {
    const after = laidOut(readDocument(before), isRecord);
    if (after === before) return after;
    before = after;
  }
  return null;
}

function laidOut(document: Document.Parsed, isRecord: boolean): string {
  visit(document, {
    Scalar: (_, scalar) => {
      if (scalar.type === Scalar.QUOTE_SINGLE) scalar.type = Scalar.QUOTE_DOUBLE;
    },
    Collection: (_, collection) => {
      if (isRecord && isOfWords(collection) && !hasComments(collection)) collection.flow = true;
      if (collection.flow) pad(collection);
    },
  });
  return withoutGaps(document.toString({ lineWidth: 0 }));
}

const isOfWords = ({ items }: YAMLMap | YAMLSeq): boolean => items.every((item) => isScalar(item) && !String(item.value).includes('\n'));

/** A comment needs a line of its own; what has one stays as it was laid. */
function hasComments(collection: YAMLMap | YAMLSeq): boolean {
  let found = false;
  visit(collection, (key, node) => {
    const isOwn = node !== collection || key === null;
    if (isOwn && (isScalar(node) || isCollection(node)) && (node.comment || node.commentBefore)) found = true;
    return found ? visit.BREAK : undefined;
  });
  return found;
}

/** In a line, lists are written `[a, b]` and mappings `{ a: 1 }`; the library pads both or none. */
function pad(collection: YAMLMap | YAMLSeq): void {
  const write = (isMap(collection) ? YAMLMap : YAMLSeq).prototype.toString;
  const padding = isMap(collection) ? ' ' : '';
  collection.toString = (context, ...more) =>
    write.call(collection, context === undefined ? context : { ...context, flowCollectionPadding: padding }, ...more);
}
