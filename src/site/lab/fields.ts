/** What of an ordinance may be changed in the laboratory: the numbers of its rules, caps, quotas and deadlines, and its readings. */
import type { Place } from '../../model/place.ts';
import { asList } from '../../policy/lists.ts';
import { choosing, withReadings } from '../../policy/readings.ts';
import type { Edit } from '../../source/splice.ts';

type Path = Place['path'];

/** A number of the ordinance. */
export interface Field {
  /** Where it stands under the chosen readings, which is where findings see it. */
  readonly path: Path;
  /** Where it is written: in the ordinance itself, or in the reading that sets it. */
  readonly source: Path;
  readonly value: string;
}

/** The sections whose numbers may be changed, in the order in which they are shown. */
export const SECTIONS = ['rules', 'pools', 'duties', 'deadlines', 'consequences', 'bases', 'limits', 'conversions'] as const;
export type SectionName = (typeof SECTIONS)[number];

/** An entry of a section with the numbers that it has. */
export interface Entry {
  readonly section: SectionName;
  readonly id: string;
  readonly clause: string | null;
  readonly fields: readonly Field[];
}

type Tree = Readonly<Record<string, unknown>>;

/** The edits that choose readings otherwise than the text does. */
export const editsOf = (readings: Readonly<Record<string, string>>): Edit[] =>
  Object.entries(readings).map(([reading, option]) => ({ path: ['readings', reading, 'chosen'], value: option }));

/** `written` under other readings. */
export const readAs = (written: unknown, readings: Readonly<Record<string, string>>): unknown =>
  Object.entries(readings).reduce((tree, [reading, option]) => choosing(tree, reading, option), written);

/** Everything that may be changed in an ordinance, as it is written and read. */
export function entriesOf(written: unknown): Entry[] {
  const tree = treeOf(withReadings(written));
  const origin = originsIn(written);
  return SECTIONS.flatMap((section) =>
    Object.entries(treeOf(tree[section])).map(([id, entry]) => ({
      section,
      id,
      clause: asList(treeOf(entry).clause as string | string[] | undefined)[0] ?? null,
      fields: numbersIn(entry, [section, id]).map(({ path, value }) => ({ path, value, source: origin(path) })),
    })),
  ).filter(({ fields }) => fields.length > 0);
}

/** Conditions say when, not how much; weights and the like stand in them too. */
const CONDITIONS: ReadonlySet<string> = new Set(['where', 'unless', 'each', 'with', 'without', 'voluntary', 'clause', 'rules', 'count']);

function numbersIn(value: unknown, path: Path): Pick<Field, 'path' | 'value'>[] {
  if (typeof value === 'number') return [{ path, value: String(value) }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, below]) =>
    CONDITIONS.has(key) && typeof below !== 'number' ? [] : numbersIn(below, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

/** Where a value is written: in the last chosen reading that sets it or what it stands in, else where it seems to stand. */
function originsIn(written: unknown): (path: Path) => Path {
  const set = Object.entries(treeOf(treeOf(written).readings)).flatMap(([reading, choice]) => {
    const { chosen, options } = treeOf(choice);
    const option = String(chosen);
    const paths = Object.keys(treeOf(treeOf(treeOf(options)[option]).set));
    return paths.map((path) => ({ steps: path.split('.'), at: ['readings', reading, 'options', option, 'set', path] }));
  });
  return (path) => {
    const by = set.findLast(({ steps }) => steps.every((step, index) => step === String(path[index])));
    return by === undefined ? path : [...by.at, ...path.slice(by.steps.length)];
  };
}

/** A reading that can be chosen otherwise: another option changes something. */
export interface Question {
  readonly id: string;
  readonly clause: string;
  readonly question: string;
  readonly because: string | null;
  readonly chosen: string;
  readonly options: readonly { readonly id: string; readonly says: string }[];
}

/** The readings that make a difference. */
export function questionsOf(written: unknown): Question[] {
  return Object.entries(treeOf(treeOf(written).readings)).flatMap(([id, choice]) => {
    const { clause, question, because, chosen, options } = treeOf(choice);
    const all = Object.entries(treeOf(options)).map(([option, one]) => ({ id: option, says: String(treeOf(one).says), set: treeOf(one).set }));
    if (!all.some(({ set }) => set !== undefined)) return [];
    return [
      {
        id,
        clause: asList(clause as string | string[])
          .slice(0, 1)
          .join(),
        question: String(question),
        because: because === undefined ? null : String(because),
        chosen: String(chosen),
        options: all.map(({ id: option, says }) => ({ id: option, says })),
      },
    ];
  });
}

const NOTHING: Tree = {};
const treeOf = (value: unknown): Tree => (typeof value === 'object' && value !== null ? (value as Tree) : NOTHING);
