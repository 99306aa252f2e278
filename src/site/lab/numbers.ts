/**
 * Running numbers in place of ids, for all records of all kinds alike, in the order of their ids: where points hang on an order, as with ties
 * and caps, the anonymous ledger goes the way of the named one.
 */
import type { Ledger } from '../../model/records.ts';

export type NumberOf = (id: string) => string;

/** The number of each id of a ledger. Asked for one that the ledger has not, it throws: a mistake of ours. */
export function numbersOf(ledger: Ledger): NumberOf {
  const { units, submissions, adoptions, instructions, obligations, incidents, figures } = ledger;
  const records: Iterable<{ readonly id: string }>[] = [
    units.values(),
    submissions.values(),
    adoptions,
    instructions,
    obligations.values(),
    incidents,
    figures,
  ];
  const ids = [...new Set(records.flatMap((kind) => Array.from(kind, ({ id }) => id)))].sort();
  const width = String(ids.length).length;
  const numbers = new Map(ids.map((id, index) => [id, String(index + 1).padStart(width, '0')]));
  return (id) => {
    const number = numbers.get(id);
    if (number === undefined) throw new Error(`the laboratory knows no ${id}`);
    return number;
  };
}
