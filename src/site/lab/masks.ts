/** What stands in the laboratory for words, outlets and authors: as much of them as ordinances can see. */
import type { Day } from '../../model/day.ts';
import type { Figures, Ledger, Outlet, OutletId, Person, Submission } from '../../model/records.ts';
import { DEFAULTS, type Sparse, sparse } from './data.ts';
import type { Vocabulary } from './vocabulary.ts';

/** The masks of one item. Words are told apart within it as ordinances could, and cannot be followed from one item to the next. */
export interface Masks {
  /** What stands for a word; null where nothing was written, or no ordinance looks at the attribute. */
  word(attribute: string, written: string | null): string | null;
  /** The value, if an ordinance looks at the attribute. */
  only<T>(attribute: string, value: T, otherwise: T): T;
  figures(written: Figures): Figures;
  /** What an outlet is called. */
  called(name: string): string;
}

/** Stands for a word that no ordinance knows. */
const OTHER = '其他';

export function masksFor({ names, alike }: Vocabulary): Masks {
  const met = new Map<string, string>();
  const mask = (attribute: string, written: string): string => {
    const family = alike(attribute, written);
    const kind = `${attribute} ${family[0] ?? ''} `;
    const known = met.get(kind + written);
    if (known !== undefined) return known;
    const before = [...met.keys()].filter((key) => key.startsWith(kind)).length;
    const masked = family.length === 0 ? `${OTHER}${before === 0 ? '' : before + 1}` : (family[before] as string);
    met.set(kind + written, masked);
    return masked;
  };
  return {
    word: (attribute, written) => (written === null || !NAMES_OF(attribute).some(names) ? null : mask(attribute, written)),
    only: (attribute, value, otherwise) => (names(attribute) ? value : otherwise),
    figures: (written) => Object.fromEntries(Object.entries(written).filter(([name]) => names(name))),
    called: (name) => mask('outlet', name),
  };
}

/** The names under which ordinances look at a word. */
const NAMES_OF = (attribute: string): readonly string[] => (attribute === 'form' ? ['form', 'filed_form'] : [attribute]);

/** The outlets of the laboratory: each stands for all that look the same to every ordinance. */
export function outletsFor({ outlets }: Pick<Ledger, 'outlets'>, vocabulary: Vocabulary) {
  const keys = new Map<string, string>();
  const kept: (readonly [key: string, outlet: Sparse])[] = [];
  const keyOf = (outlet: Outlet): string => {
    const written = JSON.stringify(outlet);
    const known = keys.get(written) ?? `o${kept.length + 1}`;
    if (!keys.has(written)) kept.push([known, sparse('outlets', outlet)]);
    keys.set(written, known);
    return known;
  };
  const headOf = (outlet: Outlet): Outlet => {
    const above = outlet.parent === null ? undefined : outlets.get(outlet.parent);
    return above && above !== outlet ? headOf(above) : outlet;
  };
  return {
    /** The key of what stands for an outlet in the item whose masks are given. */
    keyFor: (id: OutletId, masks: Masks): string => {
      const outlet = outlets.get(id) as Outlet;
      const head = headOf(outlet);
      const own = masked(outlet, masks, vocabulary);
      return keyOf(head === outlet || !vocabulary.names('line') ? own : { ...own, parent: keyOf(masked(head, masks, vocabulary)) });
    },
    entries: () => kept,
  };
}

function masked({ id, name, aliases, level, channel, print, own, barred }: Outlet, { called, only }: Masks, { alike }: Vocabulary): Outlet {
  const others = aliases.map((alias) => (alike('outlet', alias).length > 0 ? called(alias) : OTHER));
  return {
    ...DEFAULTS.outlets,
    id: alike('id', id)[0] ?? '',
    name: called(name),
    aliases: [...new Set(others)],
    level: only('level', level, null),
    channel: only('channel', channel, ''),
    print: only('print', print, false),
    own: only('own', own, false),
    barred: only('outlet_barred', barred, []),
  };
}

/** The authors of the laboratory: how many there are, and of each, mostly of the first, what an ordinance may ask, if one does. */
export function authorsFor({ people }: Pick<Ledger, 'people'>, vocabulary: Vocabulary) {
  const { names } = vocabulary;
  const kept = new Map<string, Person>();
  const asked = ['author_class', 'author_roles', 'author_age', 'author_barred'].some(names);
  const likeness = (id: string, on: Day, first: boolean): string => {
    const person = people.get(id);
    if (!person || !asked) return NOBODY;
    const masks = masksFor(vocabulary);
    const word: Masks['word'] = (attribute, written) => (first ? masks.word(attribute, written) : null);
    const only: Masks['only'] = (attribute, value, otherwise) =>
      first || attribute === 'author_barred' ? masks.only(attribute, value, otherwise) : otherwise;
    const roles = word('author_roles', person.roles.join('、'));
    const shown = {
      ...DEFAULTS.people,
      class: word('author_class', person.class),
      roles: roles === null ? [] : [roles],
      born: only('author_age', person.born === null ? null : bornLike(person.born, on), null),
      barred: only('author_barred', person.barred, []),
    };
    const written = JSON.stringify(shown);
    const known = kept.get(written) ?? { ...shown, id: `p${kept.size + 1}` };
    kept.set(written, known);
    return known.id;
  };
  return {
    of: ({ authors, on }: Submission): string[] => {
      if (!asked && !names('authors')) return [];
      const counted = names('authors') || names('author_barred') ? authors : authors.slice(0, 1);
      return counted.map((id, index) => likeness(id, on, index === 0));
    },
    people: (): Sparse[] => [...kept.values()].map((person) => sparse('people', person)),
  };
}

/** An author of whom nothing is known. */
const NOBODY = '0';

/** A day of birth that gives the same age on the day of the filing, and no more. */
function bornLike(born: Day, on: Day): Day {
  const years = Number(on.slice(0, 4)) - Number(born.slice(0, 4)) - (on.slice(5) < born.slice(5) ? 1 : 0);
  return `${String(Number(on.slice(0, 4)) - years).padStart(4, '0')}-01-01` as Day;
}
