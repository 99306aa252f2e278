/** What of the journal is not open to the public. */
import type { Ledger } from '../model/records.ts';
import type { Credit } from '../scoring/credit.ts';

export type Hidden = (credit: Pick<Credit, 'item' | 'kind' | 'record'>) => boolean;

/** Whether the item of a credit, or the record behind it, is not open to the public. What is gone from the ledger is not open. */
export function hiddenFrom({ submissions, obligations, incidents }: Ledger): Hidden {
  const ofIncident = new Map(incidents.map(({ id, submission }) => [id, submission]));
  const isOpen = (item: string | null): boolean => item === null || submissions.get(item)?.openness === '公开';
  return ({ item, kind, record }) => {
    if (!isOpen(item)) return true;
    if (kind === 'submission') return !isOpen(record);
    if (kind === 'obligation') return obligations.get(record)?.openness !== '公开';
    return kind === 'incident' && !isOpen(ofIncident.get(record) ?? null);
  };
}
