/** The quick road from text to value, for the texts that are all right: js-yaml, and a walk over its events that refuses what is outside the dialect. */
import {
  COLLECTION_STYLE,
  CORE_SCHEMA,
  constructFromEvents,
  EVENT_ID,
  type Event,
  getScalarValue,
  type MappingEvent,
  parseEvents,
  SCALAR_STYLE,
  type ScalarEvent,
  type SequenceEvent,
  YAMLException,
} from 'js-yaml';
import { type Feature, faultOfPlainKey, faultOfQuotedKey, isSpecialNumber, NESTING_LIMIT } from './dialect.ts';

/** Why js-yaml or we refuse a text; `feature` if it is good YAML outside the dialect. Only the first reason: `carefully.ts` finds all. */
export interface Refusal {
  readonly offset: number;
  readonly detail: string;
  readonly feature?: Feature | 'empty' | 'depth';
}

export type Plain = { readonly value: unknown } | { readonly refusal: Refusal };

/** The value of `text`, which has no byte-order mark, or the first reason to refuse it. Never throws. */
export function parsePlainly(text: string): Plain {
  try {
    const events = eventsOf(text);
    const refusal = refusalOf(events, text);
    return refusal === null ? { value: constructFromEvents(events, { source: text, schema: CORE_SCHEMA, maxAliases: 0 })[0] } : { refusal };
  } catch (error) {
    return { refusal: refusalOfError(error) };
  }
}

/** The parser's events. Its own limit only guards the stack: it counts attempts, not levels. */
export const eventsOf = (text: string): Event[] => parseEvents(text, { maxDepth: 2 * NESTING_LIMIT + 20 });

const DIRECTIVE = /^%/m;

function refusalOf(events: readonly Event[], text: string): Refusal | null {
  const directive = text.includes('%') ? text.search(DIRECTIVE) : -1;
  if (directive !== -1) return outside('directive', directive);
  if (events.length === 0 || isEmpty(events)) return { offset: 0, detail: 'no content', feature: 'empty' };
  return firstOutside(events, text);
}

/** A lone empty scalar: nothing was written but perhaps comments and document marks. */
function isEmpty(events: readonly Event[]): boolean {
  const [, content] = events;
  return (
    events.length === 3 && content?.type === EVENT_ID.SCALAR && content.valueStart === -1 && content.tagStart === -1 && content.anchorStart === -1
  );
}

/** What a scalar or collection is at its place; the stack of these tells keys from values. */
const ENTRY = 0;
const BLOCK_KEY = 1;
const BLOCK_VALUE = 2;
const FLOW_KEY = 3;
const FLOW_VALUE = 4;
/** What comes after each of these in the same collection. */
const AFTER = [ENTRY, BLOCK_VALUE, BLOCK_KEY, FLOW_VALUE, FLOW_KEY] as const;
type Role = 0 | 1 | 2 | 3 | 4;

function firstOutside(events: readonly Event[], text: string): Refusal | null {
  const open: Role[] = [];
  for (const [index, event] of events.entries()) {
    if (event.type === EVENT_ID.POP) open.pop();
    else if (event.type === EVENT_ID.DOCUMENT) {
      if (index > 0) return outside('documents', 0);
      open.push(ENTRY);
    } else {
      const top = open.length - 1;
      const role = open[top] ?? ENTRY;
      const refusal =
        refusalOfNode(event, role, text) ?? (isTooDeep(event, top) ? { offset: event.start, detail: 'nested too deep', feature: 'depth' } : null);
      if (refusal !== null) return refusal;
      open[top] = AFTER[role];
      if (event.type === EVENT_ID.MAPPING) open.push(event.style === COLLECTION_STYLE.FLOW ? FLOW_KEY : BLOCK_KEY);
      else if (event.type === EVENT_ID.SEQUENCE) open.push(ENTRY);
    }
  }
  return null;
}

/** `above` collections are open; the document itself is not one. */
const isTooDeep = (event: NodeEvent, above: number): event is CollectionEvent =>
  above >= NESTING_LIMIT && (event.type === EVENT_ID.MAPPING || event.type === EVENT_ID.SEQUENCE);

type CollectionEvent = MappingEvent | SequenceEvent;
type NodeEvent = Exclude<Event, { type: typeof EVENT_ID.POP | typeof EVENT_ID.DOCUMENT }>;

function refusalOfNode(event: NodeEvent, role: Role, text: string): Refusal | null {
  if (event.type === EVENT_ID.ALIAS) return outside('alias', event.anchorStart - 1);
  if (event.anchorStart !== -1) return outside('anchor', event.anchorStart - 1);
  if (event.tagStart !== -1) return outside('tag', event.tagStart);
  const isKey = role === BLOCK_KEY || role === FLOW_KEY;
  if (event.type !== EVENT_ID.SCALAR) return isKey ? outside('complex-key', event.start) : null;
  const fault = isKey ? faultOfKey(event, text) : faultOfValue(event, text);
  if (fault !== null) return outside(fault, event.valueStart);
  return role === BLOCK_KEY && !beginsItsLine(event, text) ? { offset: event.valueStart, detail: 'a key must begin its line' } : null;
}

/** js-yaml takes `- "x"key: 1` for two entries; only indentation, quotes and the marks of lists may stand before a key. */
function beginsItsLine({ valueStart }: ScalarEvent, text: string): boolean {
  let at = valueStart - 1;
  if (text[at] === '"' || text[at] === "'") at--;
  while (at >= 0 && INDENTING.has(text.charCodeAt(at))) at--;
  return at < 0 || text.charCodeAt(at) === LINE_FEED;
}
const LINE_FEED = 10;
const INDENTING: ReadonlySet<number> = new Set([...' -?:'].map((character) => character.charCodeAt(0)));

function faultOfKey(event: ScalarEvent, text: string): Feature | null {
  if (event.valueStart === -1) return 'complex-key';
  if (event.style !== SCALAR_STYLE.PLAIN) return faultOfQuotedKey(getScalarValue(text, event));
  return isOrdinary(text.charCodeAt(event.valueStart)) ? null : faultOfPlainKey(getScalarValue(text, event));
}

/** Only these first characters can begin a constant, a number, a merge key or `__proto__`. */
const isOrdinary = (first: number): boolean => first > 127 || !SUSPECT.has(first);
const SUSPECT: ReadonlySet<number> = new Set([...'0123456789+-.<~_nNtTfF'].map((character) => character.charCodeAt(0)));

const DOT = 46;
function faultOfValue(event: ScalarEvent, text: string): Feature | null {
  if (event.style !== SCALAR_STYLE.PLAIN || event.valueStart === -1) return null;
  const first = text.charCodeAt(event.valueStart);
  if (first > DOT || (first !== DOT && text.charCodeAt(event.valueStart + 1) !== DOT)) return null;
  return isSpecialNumber(getScalarValue(text, event)) ? 'special-number' : null;
}

const outside = (feature: Feature, offset: number): Refusal => ({ offset: Math.max(offset, 0), detail: feature, feature });

function refusalOfError(error: unknown): Refusal {
  if (!(error instanceof YAMLException)) return { offset: 0, detail: error instanceof Error ? error.message : String(error) };
  const refusal = { offset: error.mark?.position ?? 0, detail: error.reason };
  return error.reason.startsWith('nesting exceeded') ? { ...refusal, feature: 'depth' } : refusal;
}
