/** What ordinances look at, and which words they tell apart: all that an anonymous record has to answer for, whichever of them is tried. */
import { ATTRIBUTES } from '../../policy/attributes.ts';
import { choosing, withReadings } from '../../policy/readings.ts';

export interface Vocabulary {
  /** Whether any ordinance names an attribute, a figure, a step or a key. */
  readonly names: (word: string) => boolean;
  /** The words of an attribute that no ordinance tells from `word`, itself among them, in the order of the ordinances; none where no ordinance has it. */
  readonly alike: (attribute: string, word: string) => readonly string[];
}

type Tree = Readonly<Record<string, unknown>>;
type Tests = Map<string, ReadonlySet<string>[]>;

/** The vocabulary of ordinances as they are written, under every reading that they offer. */
export function vocabularyOf(written: readonly unknown[]): Vocabulary {
  const named = new Set<string>();
  const tests: Tests = new Map();
  for (const tree of written.flatMap(everyReading)) gather(tree, named, tests);
  const families = new Map<string, ReadonlyMap<string, readonly string[]>>();
  return {
    names: (word) => named.has(word),
    alike: (attribute, word) => {
      const known = families.get(attribute) ?? familiesOf([...(tests.get(attribute) ?? []), ...(tests.get(TABLE) ?? [])]);
      families.set(attribute, known);
      return known.get(word) ?? [];
    },
  };
}

/** The words that stand in tables, under whichever attribute: a reading may look the same table up by another one. */
const TABLE = '';

/** Words that stand in the very same tests are one family. */
function familiesOf(tests: readonly ReadonlySet<string>[]): Map<string, readonly string[]> {
  const words = [...new Set(tests.flatMap((test) => [...test]))];
  const signatureOf = (word: string): string => tests.flatMap((test, index) => (test.has(word) ? [index] : [])).join(' ');
  const families = Map.groupBy(words, signatureOf);
  return new Map([...families.values()].flatMap((family) => family.map((word): [string, readonly string[]] => [word, family])));
}

/** The ordinance under its chosen readings, and with each other option of each reading. */
function everyReading(written: unknown): unknown[] {
  const readings = isTree(written) && isTree(written.readings) ? Object.entries(written.readings) : [];
  const others = readings.flatMap(([reading, choice]) =>
    isTree(choice) && isTree(choice.options) ? Object.keys(choice.options).map((option) => choosing(written, reading, option)) : [],
  );
  return [written, ...others].map(withReadings);
}

/** The text and the readings of an ordinance look at nothing, nor do the forms that it asks for. */
const UNREAD: ReadonlySet<string> = new Set(['clauses', 'readings', 'title', 'note', 'words', 'approval_forms']);

/** Sections on how an item is shared, whose keys (`authors`, `units`) are no attributes. */
const SHARING: ReadonlySet<string> = new Set(['items', 'ledgers']);

function gather(value: unknown, named: Set<string>, tests: Tests): void {
  if (typeof value === 'string') named.add(value);
  if (typeof value !== 'object' || value === null) return;
  for (const [key, below] of Object.entries(value)) {
    if (UNREAD.has(key)) continue;
    if (SHARING.has(key)) {
      for (const word of textsIn(below)) named.add(word);
      continue;
    }
    if (!Array.isArray(value)) named.add(key);
    if (key === 'table') gatherTable(below, tests);
    else if (key in ATTRIBUTES || key in FIELDS || key === 'id') addTest(tests, FIELDS[key] ?? key, below);
    gather(below, named, tests);
  }
}

/** Attributes that look at the same words of a record under other names. */
const FIELDS: Readonly<Record<string, string>> = { filed_form: 'form', name: 'outlet', line: 'outlet' };

function gatherTable(table: unknown, tests: Tests): void {
  if (!isTree(table)) return;
  for (const [word, below] of Object.entries(table)) {
    addTest(tests, TABLE, word);
    gatherTable(below, tests);
  }
}

function addTest(tests: Tests, attribute: string, test: unknown): void {
  const words = wordsIn(isTree(test) ? test.not : test);
  if (words.length > 0) tests.set(attribute, [...(tests.get(attribute) ?? []), new Set(words)]);
}

/** Every text in a tree. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

const wordsIn = (test: unknown): string[] => [test].flat().filter((word) => typeof word === 'string');

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null && !Array.isArray(value);
