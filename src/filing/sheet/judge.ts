/** The new records held against the ledger as if they lay there: what the check would refuse is not imported, nor what rests on it. */
import { type Fault, type Finding, severityOf } from '../../model/finding.ts';
import type { ImportFault } from './faults.ts';
import type { NewFile, Outcome, Plan, RowPlan } from './plan.ts';
import type { At } from './reading.ts';

/** What `tongbao check` would find with these files in their places. */
export type Examine = (files: readonly NewFile[]) => readonly Finding[];

/** Without the files that have errors, and with every warning where it belongs. */
export function judged(plan: Plan, examine: Examine): Plan {
  const refusals = new Map<string, At<ImportFault | Fault>[]>();
  let files = plan.files;
  for (;;) {
    const findings = examine(files);
    const byFile = findingsByFile(findings, files);
    const wrong = [...byFile].filter(([, found]) => found.some(({ fault }) => severityOf(fault) === 'error'));
    if (wrong.length === 0) return { files, rows: plan.rows.map((row) => settled(row, refusals, byFile)) };
    for (const [file, found] of wrong) refusals.set(file, found.filter(({ fault }) => severityOf(fault) === 'error').map(ofRefused));
    files = files.filter(({ file }) => !refusals.has(file));
  }
}

/** To an import a submission that was left out is one that it has just refused. */
const ofRefused = ({ cell, fault }: At<Fault>): At<ImportFault | Fault> =>
  fault.code === 'ledger/reference-left-out' && fault.to === 'submission' ? { cell, fault: { code: 'import/submission-refused' } } : { cell, fault };

function findingsByFile(findings: readonly Finding[], files: readonly NewFile[]): Map<string, At<Fault>[]> {
  const cells = new Map(files.map(({ file, cells }) => [file, cells]));
  const found = new Map<string, At<Fault>[]>();
  for (const finding of findings) {
    const { at, ...fault } = cells.has(finding.at.file) ? finding : turned(finding);
    const own = cells.get(at.file);
    if (own === undefined) continue;
    const cell = own[cellKey(at.path, own)] as string;
    found.set(at.file, [...(found.get(at.file) ?? []), { cell, fault: fault as Fault }]);
  }
  return found;
}

/** Of two records that are alike the one with the later id is found fault with, which may be the one that was there. */
const turned = (finding: Finding): Finding =>
  finding.code === 'ledger/same-link' ? { ...finding, at: { ...finding.at, file: finding.other }, other: finding.at.file } : finding;

/** The column that the key of a finding comes from; else the row. */
const cellKey = ([first = '']: readonly (string | number)[], cells: Readonly<Record<string, string>>): string =>
  typeof first === 'string' && first in cells ? first : '';

function settled(
  { row, outcomes }: RowPlan,
  refusals: ReadonlyMap<string, readonly At<ImportFault | Fault>[]>,
  found: ReadonlyMap<string, readonly At<Fault>[]>,
): RowPlan {
  return {
    row,
    outcomes: outcomes.map((outcome): Outcome => {
      const { file, fate, folder } = outcome;
      const own = file === null ? undefined : refusals.get(file);
      if (own !== undefined) return { folder, fate: 'refused', file: null, faults: own, notes: [] };
      return fate === 'new' && file !== null ? { ...outcome, notes: [...outcome.notes, ...(found.get(file) ?? [])] } : outcome;
    }),
  };
}
