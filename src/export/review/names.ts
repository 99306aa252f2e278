/** How units, people, outlets and items are called in a report, before or after the change. */
import { cut } from '../../review/called.ts';
import type { Review } from '../../review/review.ts';
import type { Side } from '../../review/side.ts';
import { REVIEW } from '../../words/review.ts';
import type { Said } from '../../words/speech.ts';

/** A review with the two states that it compares, and the texts to show findings in. */
export interface Reviewed {
  readonly review: Review;
  readonly before: Side;
  readonly after: Side;
  /** How the base was named, and which commit it is. */
  readonly base: { readonly named: string; readonly commit: string };
  readonly textOf: (file: string) => string | null;
}

type Register = 'units' | 'people' | 'outlets';

/** The name behind an id; what was written where there is none. */
export function nameOf(register: Register, written: string, { before, after }: Reviewed): string {
  return (after.ledger?.[register].get(written) ?? before.ledger?.[register].get(written))?.name ?? written;
}

/** 《…》, unless the item is not public and these readers are anybody. */
export function itemName(id: string, reviewed: Reviewed): Said {
  const { review, before, after } = reviewed;
  const item = after.ledger?.submissions.get(id) ?? before.ledger?.submissions.get(id);
  if (item === undefined) return { zh: id, en: id };
  if (item.openness !== '公开' && review.readers === 'anybody') return REVIEW.hiddenOther;
  return { zh: `《${cut(item.title)}》`, en: `“${cut(item.title)}”` };
}

/** A clause; with its ordinance where several are in use. */
export function clauseName(policy: string | null, clause: string | null, { after }: Reviewed): Said {
  if (clause === null) return REVIEW.otherwise;
  const title = after.policies.length > 1 ? after.policies.find(({ id }) => id === policy)?.title : undefined;
  return title === undefined ? { zh: clause, en: clause } : { zh: `《${title}》${clause}`, en: `${title}, ${clause}` };
}
