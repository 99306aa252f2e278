/**
 * Liquid, as far as a wording needs it: values, conditions, loops and a few filters. It reads no file, no clock and no chance, computes with exact
 * decimals, and knows every value by its Chinese name. A template that goes wrong is a fault at a place, never an exception.
 */
import { Liquid, LiquidError } from 'liquidjs';
import { type Points, points } from '../../model/points.ts';

/** What a template may ask for, by name. */
export type Values = Readonly<Record<string, unknown>>;

/** What is wrong with a template, and on which of its lines. */
export type TemplateFault = { readonly line: number } & (
  | { readonly kind: 'unknown-value'; readonly named: string }
  | { readonly kind: 'unknown-filter'; readonly named: string }
  | { readonly kind: 'unknown-tag'; readonly named: string }
  | { readonly kind: 'not-closed'; readonly tag: string }
  | { readonly kind: 'not-a-number'; readonly found: string }
  | { readonly kind: 'too-much' }
  | { readonly kind: 'other'; readonly message: string }
);

export type Rendered = { readonly text: string } | { readonly fault: TemplateFault };

const TAGS = ['if', 'unless', 'case', 'for', 'break', 'continue', 'assign', 'capture', 'comment', 'raw', '#'];
/** All of them are the same on every machine, in every language and at every hour. */
const FILTERS = [
  'append',
  'prepend',
  'default',
  'first',
  'last',
  'join',
  'map',
  'where',
  'size',
  'slice',
  'strip',
  'replace',
  'split',
  'reverse',
  'concat',
  'uniq',
];

/** Limits that no sensible wording comes near: a bulletin is a few thousand characters. They count, they do not time, so they fall alike everywhere. */
const LIMITS = { parseLimit: 100_000, memoryLimit: 200_000 };

class NotANumber extends Error {}

function decimal(value: unknown): Points {
  try {
    return points(value as number | string);
  } catch {
    throw new NotANumber(String(value));
  }
}

type Arithmetic = (a: Points, b: Points) => Points;

const exactly =
  (compute: Arithmetic) =>
  (a: unknown, b: unknown): number =>
    compute(decimal(a), decimal(b)).toNumber();

const ARITHMETIC: Readonly<Record<string, Arithmetic>> = {
  plus: (a, b) => a.plus(b),
  minus: (a, b) => a.minus(b),
  times: (a, b) => a.times(b),
  divided_by: (a, b) => {
    if (b.eq(0)) throw new NotANumber('÷0');
    return a.div(b);
  },
};

function engineOf(): Liquid {
  const engine = new Liquid({ strictVariables: true, strictFilters: true, ownPropertyOnly: true, jsTruthy: true, templates: {}, ...LIMITS });
  for (const tag of Object.keys(engine.tags)) if (!TAGS.includes(tag)) delete engine.tags[tag];
  for (const filter of Object.keys(engine.filters)) if (!FILTERS.includes(filter)) delete engine.filters[filter];
  for (const [name, compute] of Object.entries(ARITHMETIC)) engine.registerFilter(name, exactly(compute));
  engine.registerFilter('round', (value: unknown, places: unknown = 0) => decimal(value).round(decimal(places).toNumber(), 1).toNumber());
  engine.registerFilter('abs', (value: unknown) => decimal(value).abs().toNumber());
  return engine;
}

const ENGINE = engineOf();

/** The template with its values put in, or what is wrong with it. */
export function render(template: string, values: Values): Rendered {
  try {
    return { text: String(ENGINE.parseAndRenderSync(template, values)) };
  } catch (error) {
    return { fault: faultOf(error) };
  }
}

/**
 * A template of several lines: only an empty line in it is one in the text. The lines in between may be broken and indented as the writer likes,
 * and those that hold nothing but a condition leave nothing behind.
 */
export function renderText(template: string, values: Values): Rendered {
  const rendered = render(joined(template), values);
  if ('text' in rendered) return rendered;
  const asWritten = render(template, values);
  return 'fault' in asWritten ? asWritten : rendered;
}

const joined = (template: string): string =>
  template
    .replace(/\r\n/g, '\n')
    .replace(/\{[{%].*?[%}]\}/gs, (tag) => tag.replace(/\s*\n\s*/g, ' '))
    .split(/\n[^\S\n]*\n\s*/)
    .map((paragraph) => paragraph.replace(/[^\S\n]*\n[^\S\n]*/g, ''))
    .join('\n\n');

/** What is wrong with a template whatever its values are: it cannot be read, or asks on one of its ways for a value that nobody knows. */
export function faultsIn(template: string, known: ReadonlySet<string>): TemplateFault[] {
  try {
    const { globals } = ENGINE.analyzeSync(ENGINE.parse(template));
    return Object.entries(globals)
      .filter(([named]) => !known.has(named))
      .map(([named, [first]]) => ({ kind: 'unknown-value', named, line: first?.location.row ?? 1 }));
  } catch (error) {
    return [faultOf(error)];
  }
}

/** What the library says, as facts. Its messages are part of its tests, so they are safe to read. */
function faultOf(error: unknown): TemplateFault {
  const message = error instanceof Error ? error.message : String(error);
  const line = LiquidError.is(error) ? (error.token.getPosition()[0] ?? 1) : 1;
  if (LiquidError.is(error) && error.originalError instanceof NotANumber) return { kind: 'not-a-number', line, found: error.originalError.message };
  if (/limit exceeded/.test(message)) return { kind: 'too-much', line };
  const found = KNOWN_MESSAGES.map(([form, kind]) => [form.exec(message)?.[1], kind] as const).find(([part]) => part !== undefined);
  if (!found) return { kind: 'other', line, message: message.replace(/, line:\d+, col:\d+$/, '') };
  const [part = '', kind] = found;
  return kind === 'not-closed' ? { kind, line, tag: part } : { kind, line, named: part };
}

const KNOWN_MESSAGES = [
  [/^undefined variable: (.*?)(?:, line:\d+, col:\d+)?$/, 'unknown-value'],
  [/^undefined filter: (.*?)(?:, line:\d+, col:\d+)?$/, 'unknown-filter'],
  [/^tag "(.*?)" not found/, 'unknown-tag'],
  [/^(?:tag|output) (?:"(?=.*" not closed))?(.*?)"? not closed/, 'not-closed'],
] as const;
