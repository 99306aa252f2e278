/** The slow road for texts that are refused: `yaml` reads on after a fault, so that a writer sees all of them at once. */
import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isPair,
  isScalar,
  LineCounter,
  type Node,
  type Pair,
  Parser,
  parseDocument,
  visit,
  type YAMLError,
} from 'yaml';
import type { Fault, Finding } from '../model/finding.ts';
import { type Feature, faultOfPlainKey, faultOfQuotedKey, isSpecialNumber, NESTING_LIMIT } from './dialect.ts';
import type { Refusal } from './plainly.ts';

/** More than this from one file helps nobody; an alias bomb has thousands. */
const MOST = 50;

/** What is wrong with `text` (no byte-order mark), which `parsePlainly` refused: at least one finding, in the order of the text. Never throws. */
export function faultsOf(file: string, text: string, refusal: Refusal): Finding[] {
  const faults = refusal.feature === 'empty' || refusal.feature === 'depth' ? [] : allFaults(text);
  const found = faults.length > 0 ? faults : [faultOfRefusal(text, refusal)];
  return found.slice(0, MOST).map((fault) => ({ at: { file, path: [] }, ...fault }));
}

/** Why `text`, which js-yaml reads as `value`, must be refused after all: `yaml` finds fault with it or reads something else. */
export function doubtAbout(text: string, value: unknown): Refusal | null {
  const [first] = allFaults(text);
  if (first !== undefined) return { offset: first.offset, detail: first.code };
  return JSON.stringify(readDocument(text).toJS()) === JSON.stringify(value) ? null : { offset: 0, detail: 'two parsers read this text differently' };
}

type Located = Extract<Fault, { offset: number }>;

function faultOfRefusal(text: string, { offset, detail, feature }: Refusal): Fault {
  if (feature === 'empty') return { code: 'source/empty' };
  if (feature === 'depth') return { code: 'source/too-deep', limit: NESTING_LIMIT, offset };
  if (feature !== undefined) return outside(feature, offset);
  if (detail.includes('tab character')) return { code: 'source/tab', offset };
  const reason = /non-printable|control char/.test(detail) ? 'CONTROL_CHARACTER' : 'OTHER';
  return { code: 'source/syntax', reason, detail, offset: Math.min(offset, text.length) };
}

function allFaults(text: string): Located[] {
  const lone = text.search(LONE_RETURN);
  if (lone !== -1) return [{ code: 'source/syntax', reason: 'LONE_CR', detail: 'carriage return without line feed', offset: lone }];
  try {
    const document = readDocument(text);
    const faults = [...faultsOfDirectives(text), ...document.errors.map((error) => faultOfError(error, document)), ...faultsOfNodes(document, text)];
    return withoutEchoes(faults, text).sort((a, b) => a.offset - b.offset);
  } catch {
    return [];
  }
}

/** Carriage returns without a line feed end a line for js-yaml, and not for `yaml` nor for most editors: nothing else is worth saying then. */
const LONE_RETURN = /\r(?!\n)/;

/** The document that `yaml` makes of a text in our version of YAML. Thousands of levels are an error in it like any other. */
export const readDocument = (text: string, lineCounter: LineCounter = new LineCounter()): Document.Parsed =>
  parseDocument(text, { lineCounter, version: '1.2', schema: 'core', merge: false, uniqueKeys: false, prettyErrors: false, logLevel: 'error' });

function faultsOfDirectives(text: string): Located[] {
  if (!text.includes('%')) return [];
  return [...new Parser().parse(text)]
    .filter(({ type }) => type === 'directive')
    .map((token) => outside('directive', (token as { offset: number }).offset));
}

function faultOfError({ code, message, pos: [offset] }: YAMLError, document: Document.Parsed): Located {
  if (code === 'RESOURCE_EXHAUSTION') return { code: 'source/too-deep', limit: NESTING_LIMIT, offset };
  if (code === 'TAB_AS_INDENT') return { code: 'source/tab', offset };
  if (code === 'MULTIPLE_DOCS') return outside('documents', offset);
  if (code === 'TAG_RESOLVE_FAILED') return outside('tag', offset);
  if (code === 'BAD_ALIAS') return outside('alias', offset);
  const unclosed = code === 'MISSING_CHAR' && message.includes('quote');
  return { code: 'source/syntax', reason: code, detail: message, offset: unclosed ? openingOf(document, offset) : offset };
}

/** Where the quoted text begins that runs on to `end`: the closing quote is missed at the end of the file, and wanted long before. */
function openingOf(document: Document.Parsed, end: number): number {
  let opening = end;
  visit(document, {
    Scalar: (_, { type, range }) => {
      if ((type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE') && range && range[0] < end && range[1] >= end) opening = range[0];
    },
  });
  return opening;
}

function faultsOfNodes(document: Document.Parsed, text: string): Located[] {
  const faults: Located[][] = [];
  visit(document, (_, node) => {
    if (isPair(node)) faults.push(faultsOfKey(node as Pair<Node, Node>));
    else if (isNode(node)) faults.push(faultsOfProperties(node, text));
    if (isMap(node)) faults.push(duplicateKeys(node.items as Pair<Node, Node>[]));
  });
  return faults.flat();
}

function faultsOfProperties(node: Node, text: string): Located[] {
  const start = startOf(node);
  if (isAlias(node)) return [outside('alias', start)];
  const faults: Located[] = [];
  if (node.anchor !== undefined) faults.push(outside('anchor', before(text, `&${node.anchor}`, start)));
  if (node.tag !== undefined) faults.push(outside('tag', before(text, '!', start)));
  if (isScalar(node) && node.type === 'PLAIN' && isSpecialNumber(node.source ?? '')) faults.push(outside('special-number', start));
  return faults;
}

/** Where `mark` last stands before `end`; `!!str` is two marks in a row. */
function before(text: string, mark: string, end: number): number {
  const at = text.lastIndexOf(mark, end);
  return mark === '!' && text[at - 1] === '!' ? at - 1 : Math.max(at, 0);
}

function faultsOfKey({ key }: Pair<Node, Node>): Located[] {
  if (isAlias(key)) return [];
  if (!isScalar(key)) return [outside('complex-key', startOf(key))];
  const fault = key.type === 'PLAIN' || key.type === undefined ? faultOfPlainKey(key.source ?? '') : faultOfQuotedKey(nameOf(key));
  return fault === null ? [] : [outside(fault, startOf(key))];
}

function duplicateKeys(pairs: readonly Pair<Node, Node>[]): Located[] {
  const seen = new Set<string>();
  return pairs.flatMap(({ key }) => {
    if (!isScalar(key) || key.source === '') return [];
    const name = nameOf(key);
    if (seen.has(name)) return [{ code: 'source/duplicate-key' as const, name, offset: startOf(key) }];
    seen.add(name);
    return [];
  });
}

const nameOf = (key: Node): string => (isScalar(key) ? String(key.value) : '');
const startOf = (node: Node | null): number => node?.range?.[0] ?? 0;
const outside = (feature: Feature, offset: number): Located => ({ code: 'source/not-in-dialect', feature, offset });

/**
 * One broken place gives a parser several complaints: the first of a line says enough, and keys that it makes up to go on are not the writer's.
 */
function withoutEchoes(faults: readonly Located[], text: string): Located[] {
  if (!faults.some(isBreak)) return [...faults];
  const seen = new Set<number>();
  return faults.filter((fault) => {
    if (!isBreak(fault)) return fault.code !== 'source/not-in-dialect' || fault.feature !== 'complex-key';
    const line = text.lastIndexOf('\n', fault.offset - 1);
    return seen.has(line) ? false : seen.add(line) !== undefined;
  });
}

const isBreak = ({ code }: Located): boolean => code === 'source/syntax' || code === 'source/tab';
