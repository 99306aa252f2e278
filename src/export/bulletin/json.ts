/** 通报 as JSON: what the lock says and the public may see, with keys in a fixed order. Points are exact decimals. */
import { z } from 'zod';
import { LockedCredit, type Published, WrittenBulletin } from '../../ledger/written/bulletin.ts';
import { linewise } from '../journal.ts';

/** The shape of a lock, whose order of keys is the order of the file; what is hidden of a credit is empty. */
const Shape = WrittenBulletin.extend({ credits: z.array(LockedCredit.extend({ record: z.string(), file: z.string() })) });

/**
 * `{period, document, published: {…}, evidence: {…}, credits: [{on, unit, points, …}], seal}`, as `data/bulletins/<period>.yaml` has it. Of a credit that is
 * `hidden` only the figures are there; `rank` and `tied` are missing where ranks are not shown.
 */
export function bulletinJson(bulletin: WrittenBulletin): string {
  const { published, credits, ...rest } = Shape.parse(bulletin);
  const { period, document, evidence, seal } = rest;
  return linewise({ period, document, published: withRanksShown(published), evidence, credits: credits.map(shownCredit), seal });
}

function shownCredit({ record, file, path, reason, ...credit }: LockedCredit): object {
  return credit.hidden ? credit : { ...credit, record, file, path, reason };
}

function withRanksShown(published: Published): object {
  const isShown = (rank: number): boolean => published.ranks === 'all' || (published.ranks !== 'none' && rank <= published.ranks);
  const groups = published.groups.map((group) => ({
    ...group,
    rows: group.rows.map(({ rank, tied, ...row }) => (isShown(rank) ? { rank, tied, ...row } : row)),
  }));
  return { ...published, groups };
}
