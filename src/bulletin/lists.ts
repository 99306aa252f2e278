/** The lists of a bulletin: adopted titles, and the items worth naming. Of what is not open to the public the facts stay and the title does not. */
import type { Published } from '../ledger/written/bulletin.ts';
import { byDay } from '../model/order.ts';
import { contains, type Period } from '../model/period.ts';
import type { Instruction, Ledger, SubmissionId } from '../model/records.ts';
import type { Adopted } from '../scoring/chronicle.ts';
import type { Journal } from '../scoring/journal.ts';
import { within } from '../standings/totals.ts';

export interface Listing {
  readonly ledger: Ledger;
  readonly journal: Journal;
  /** Whether authors are named. */
  readonly people: boolean;
}

/** The instructions of a period, in order of days. */
export const instructionsIn = (period: Period, { instructions }: Ledger): Instruction[] =>
  instructions.filter(({ on }) => contains(period, on)).sort(byDay);

/** Every adoption of the period, in order of days. */
export const adoptedIn = (period: Period, listing: Listing): Published['adopted'] =>
  within(listing.journal.chronicle.adoptions, period).map((adopted) => adoptedTitle(adopted, listing));

function adoptedTitle({ adoption, class: name }: Adopted, listing: Listing): Published['adopted'][number] {
  const outlet = listing.ledger.outlets.get(adoption.outlet);
  return {
    ...itemOf(adoption.submission, listing),
    on: adoption.on,
    outlet: outlet?.name ?? adoption.outlet,
    ...(name === null ? {} : { class: name }),
    ...(outlet?.level ? { level: outlet.level } : {}),
    ...(adoption.form === null ? {} : { form: adoption.form }),
    print: adoption.print,
  };
}

/** What was instructed on, then what outlets of the `classes` ran; each item once for each reason. */
export function notableIn(period: Period, listing: Listing, classes: readonly string[]): Published['notable'] {
  const { ledger, journal } = listing;
  const instructed = instructionsIn(period, ledger).map(({ submission, level, rank, on }) => ({
    ...itemOf(submission, listing),
    on,
    why: 'instruction' as const,
    level,
    ...(rank === null ? {} : { rank }),
  }));
  const adopted = within(journal.chronicle.adoptions, period)
    .filter((one) => one.class !== null && classes.includes(one.class))
    .map(({ adoption, class: name }) => ({
      ...itemOf(adoption.submission, listing),
      on: adoption.on,
      why: 'adoption' as const,
      ...(name === null ? {} : { level: name }),
      outlet: ledger.outlets.get(adoption.outlet)?.name ?? adoption.outlet,
    }));
  return [...instructed, ...adopted];
}

function itemOf(id: SubmissionId, { ledger, people }: Listing) {
  const submission = ledger.submissions.get(id);
  const units = submission?.units.map(({ unit }) => unit) ?? [];
  if (submission?.openness !== '公开') return { units };
  const authors = people ? submission.authors.flatMap((author) => ledger.people.get(author)?.name ?? []) : [];
  return { item: id, title: submission.title, units, ...(authors.length === 0 ? {} : { authors }) };
}
