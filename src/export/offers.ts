/** What an editor offers to write, with what it says beside it. */

/** Something that may be written, and what an editor says beside it. */
export interface Offer {
  readonly value: string;
  readonly says: string;
}

export const words = (all: readonly string[]): Offer[] => [...new Set(all)].map((value) => ({ value, says: '' }));

interface Entry {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
}

/** Names first, then aliases, then ids; a name that two go by is left out, because nobody could tell which is meant. */
export function named<E extends Entry>(entries: readonly E[], describe: (entry: E) => string): Offer[] {
  const offers = [
    ...entries.map((entry) => ({ value: entry.name, says: describe(entry), id: entry.id })),
    ...entries.flatMap((entry) => entry.aliases.map((value) => ({ value, says: `${entry.name} · ${describe(entry)}`, id: entry.id }))),
    ...entries.map((entry) => ({ value: entry.id, says: `${entry.name} · ${describe(entry)}`, id: entry.id })),
  ];
  const holders = Map.groupBy(offers, ({ value }) => value);
  return [...holders.values()].filter((same) => new Set(same.map(({ id }) => id)).size === 1).map(([first]) => first as Offer);
}
