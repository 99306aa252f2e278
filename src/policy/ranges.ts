/** Which values an attribute can take: by the forms of records, and by what the ordinance itself lists. */
import { MARKS, WrittenAdoption, WrittenInstruction, WrittenObligation, WrittenSubmission } from '../ledger/written/records.ts';
import { WrittenOutlet } from '../ledger/written/registers.ts';
import { asList } from './lists.ts';
import type { Policy } from './policy.ts';
import type { Conditions, FactKind } from './written.ts';

export type Scalar = string | number | boolean | null;
/** What is looked at; `any` where a count of points may rest on any fact. */
export type Subject = FactKind | 'unit' | 'outlet' | 'any';

export interface Range {
  readonly is: 'word' | 'number' | 'truth';
  /** The words that it can be, as far as they are known; empty for numbers. */
  readonly words: readonly Scalar[];
  /** Whether it can be nothing else. */
  readonly closed: boolean;
  /** Whether the ordinance itself lists the words, so that a table should have them all. */
  readonly listed: boolean;
  /** Whether it may be missing: null. */
  readonly open: boolean;
  /** The least that it can be; null for no limit, and for numbers that need not be whole. */
  readonly least: number | null;
}

const word: Range = { is: 'word', words: [], closed: false, listed: false, open: true, least: null };
const oneOf = (words: readonly Scalar[], open = true): Range => ({ ...word, words, closed: true, open });
const truth = (open = false): Range => ({ ...word, is: 'truth', words: [true, false], closed: true, open });
const whole = (least: number | null, open = true): Range => ({ ...word, is: 'number', least: least ?? Number.NEGATIVE_INFINITY, open });
const real: Range = { ...word, is: 'number' };
const listed = (words: readonly string[] | undefined, open = true): Range => (words === undefined ? word : { ...oneOf(words, open), listed: true });

/** What such a subject never has. */
export const NEVER: Range = oneOf([]);

type Ranges = Readonly<Record<string, Range>>;

const levels = ([ranked, other]: readonly [{ options: readonly string[] }, { value: string }]): string[] => [...ranked.options, other.value];
const OUTLET_LEVELS = levels(WrittenOutlet.shape.level.unwrap().options);
const OUTLET: Ranges = {
  level: oneOf(OUTLET_LEVELS),
  channel: oneOf(WrittenOutlet.shape.channel.options, false),
  print: truth(),
  own: truth(),
};

const UNIT: Ranges = { unit: { ...word, open: false }, year: whole(0) };

const ITEM: Ranges = {
  stream: oneOf(WrittenSubmission.shape.stream.unwrap().options),
  openness: oneOf(WrittenSubmission.shape.openness.unwrap().options, false),
  important: truth(),
  sensitive: truth(),
  length: whole(1),
  origin: oneOf(WrittenSubmission.shape.origin.unwrap().options),
  topic: word,
  authors: whole(0, false),
  author_class: word,
  author_age: whole(0),
  author_roles: word,
  author_barred: truth(),
  round: whole(0, false),
  delay: whole(null),
  mark: oneOf(MARKS),
  ordinal: whole(1, false),
};

const OWN: Readonly<Record<FactKind, Ranges>> = {
  submission: { answers: oneOf(WrittenObligation.shape.kind.options), timely: truth(true), days_late: whole(0) },
  adoption: {
    ...OUTLET,
    outlet: { ...word, open: false },
    outlet_barred: truth(),
    line: { ...word, open: false },
    reprint: truth(),
    stage: oneOf(WrittenAdoption.shape.stage.unwrap().options, false),
    position: word,
    piece: oneOf(WrittenAdoption.shape.piece.unwrap().options),
    route: oneOf(WrittenAdoption.shape.route.unwrap().options),
    proof_days: whole(null),
  },
  instruction: { level: oneOf(levels(WrittenInstruction.shape.level.options), false), rank: word, affirmative: truth() },
  obligation: { kind: oneOf(WrittenObligation.shape.kind.options, false), outcome: oneOf(['按时', '逾期', '未按时'], false) },
  incident: { kind: { ...word, open: false }, count: whole(1, false) },
  figure: { figure: { ...word, open: false }, value: real },
};

const FACTS = Object.keys(OWN) as FactKind[];

/** The range of `name` as the ordinance's own words narrow it. A name that nobody knows is left alone: another check tells. */
export function rangeOf(name: string, subject: Subject, policy: Policy): Range {
  if (subject === 'unit') return name === 'unit_class' ? unitClasses(policy) : (UNIT[name] ?? word);
  if (subject === 'outlet') return OUTLET[name] ?? word;
  if (subject !== 'any') return ofFact(name, subject, policy);
  const known = FACTS.map((fact) => ofFact(name, fact, policy)).filter((range) => range !== NEVER);
  return known.length === 1 ? (known[0] as Range) : (known.find(({ is }) => is === 'number') ?? { ...word });
}

function ofFact(name: string, fact: FactKind, policy: Policy): Range {
  const { words, outlets } = policy;
  if (name === 'unit' || name === 'unit_class' || name === 'year') return rangeOf(name, 'unit', policy);
  if (name === 'class' && fact === 'adoption') return listed(Object.keys(outlets));
  if (name === 'kind' && fact === 'incident') return listed(words.incident, false);
  if (name === 'figure' && fact === 'figure') return listed(words.figure, false);
  const own = OWN[fact][name];
  if (own) return own;
  if (words.figure?.includes(name)) return fact === 'figure' ? NEVER : real;
  if (fact === 'figure') return isKnown(name) && name !== 'ordinal' && name !== 'mark' ? NEVER : (ITEM[name] ?? word);
  return ofItem(name, policy);
}

function ofItem(name: string, { words, outlets }: Policy): Range {
  if (name === 'form' || name === 'filed_form') return listed(words.form);
  if (name === 'category') return listed(words.category);
  if (name === 'target_class') return listed(Object.keys(outlets));
  return ITEM[name] ?? (isKnown(name) ? NEVER : word);
}

const OF_ITEMS = ['form', 'filed_form', 'category', 'target_class', 'class', ...Object.keys(ITEM)];
const isKnown = (name: string): boolean => OF_ITEMS.includes(name) || FACTS.some((fact) => name in OWN[fact]);

/** The classes that the ordinance says it assesses; a condition may name others. */
function unitClasses({ subjects }: Policy): Range {
  const named = asList<Conditions>(subjects).map(({ unit_class }) => unit_class);
  const words = named.flatMap((test) => (typeof test === 'string' || Array.isArray(test) ? asList<Scalar>(test) : []));
  const isWhole = words.length > 0 && named.every((test) => typeof test === 'string' || Array.isArray(test));
  return { ...word, words: isWhole ? words : [], listed: isWhole, open: false };
}
