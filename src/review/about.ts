/** Whose a record is, which item it belongs to, when it happened, and whether everybody may see it. */
import type { Day } from '../model/day.ts';
import type { Ledger, SubmissionId, UnitId } from '../model/records.ts';

export interface About {
  readonly on: Day;
  readonly item: SubmissionId | null;
  readonly units: readonly UnitId[];
  readonly open: boolean;
}

/** What is known of the records in these files; of one that could not be used nothing. */
export function aboutIn(ledger: Ledger, files: ReadonlySet<string>): ReadonlyMap<string, About> {
  const known = new Map<string, About>();
  for (const [file, about] of aboutAll(ledger, files)) known.set(file, about);
  return known;
}

function* aboutAll(ledger: Ledger, files: ReadonlySet<string>): Generator<readonly [string, About]> {
  const { submissions, adoptions, instructions, obligations, incidents, figures, appeals, plan } = ledger;
  const unitsOf = (item: SubmissionId | null): UnitId[] => submissions.get(item ?? '')?.units.map(({ unit }) => unit) ?? [];
  const isOpen = (item: SubmissionId | null): boolean => item === null || submissions.get(item)?.openness === '公开';
  const wanted = <T extends { readonly at: { readonly file: string } }>(records: Iterable<T>): T[] =>
    [...records].filter(({ at }) => files.has(at.file));
  for (const { at, on, id } of wanted(submissions.values())) yield [at.file, { on, item: id, units: unitsOf(id), open: isOpen(id) }];
  for (const { at, on, submission: item } of [...wanted(adoptions), ...wanted(instructions)])
    yield [at.file, { on, item, units: unitsOf(item), open: isOpen(item) }];
  for (const { at, on, units, openness } of wanted(obligations.values()))
    yield [at.file, { on, item: null, units: units ?? [], open: openness === '公开' }];
  for (const { at, on, unit, submission: item } of wanted(incidents)) yield [at.file, { on, item, units: [unit], open: isOpen(item) }];
  for (const { at, on, unit, submission: item, openness } of wanted(appeals.values()))
    yield [at.file, { on, item, units: [unit], open: openness === '公开' && isOpen(item) }];
  for (const { at, on, unit } of wanted(figures)) yield [at.file, { on, item: null, units: [unit], open: true }];
  for (const { at, on } of wanted(plan.activities.values())) yield [at.file, { on, item: null, units: [], open: true }];
}
