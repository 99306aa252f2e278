/** What a case is asked in: the ledger that it tells, scored. */
import { type Period, parsePeriod } from '../model/period.ts';
import type { Ledger, PersonId, UnitId } from '../model/records.ts';
import { asList } from '../policy/lists.ts';
import { type Credit, POINTS, type RecordKind } from '../scoring/credit.ts';
import type { Journal } from '../scoring/journal.ts';
import { creditsWithin } from '../standings/totals.ts';
import type { Statement } from './written.ts';

export interface World {
  readonly ledger: Ledger;
  readonly journal: Journal;
}

/** 报送、采用 …: the kinds of record in `of`. */
export const KINDS: Readonly<Record<string, RecordKind>> = {
  报送: 'submission',
  采用: 'adoption',
  批示: 'instruction',
  任务: 'obligation',
  差错: 'incident',
  单位: 'unit',
};

/** The period of a statement; the whole time where it names none. */
export const periodIn = ({ in: written }: Statement): Period | null => (written === undefined ? null : parsePeriod(String(written)));

/** The unit of a statement; null where it asks about none. */
export const unitNamed = (name: string | undefined, { units }: Ledger): UnitId | null =>
  [...units.values()].find((unit) => [unit.name, unit.short, ...unit.aliases].includes(name as string))?.id ?? null;

/** The person of a statement; null where nobody of the name has written anything. */
export const personNamed = (name: string | undefined, { people }: Ledger): PersonId | null =>
  [...people.values()].find((person) => person.name === name)?.id ?? null;

/** Units and people by what the writer calls them. */
export const nameOf =
  ({ units, people }: Ledger) =>
  (id: string): string =>
    units.get(id)?.name ?? people.get(id)?.name ?? id;

/** The credits that a statement about points speaks of. */
export function creditsOf(statement: Statement, { ledger, journal }: World): Credit[] {
  const period = periodIn(statement);
  const within = period ? creditsWithin(journal.credits, period) : journal.credits;
  const account = statement.account ?? POINTS;
  return within.filter((credit) => credit.ledger === account && concerns(credit, statement, ledger) && isOf(credit, statement));
}

function concerns(credit: Credit, { item, unit, person }: Statement, ledger: Ledger): boolean {
  if (item !== undefined && credit.item !== item) return false;
  if (unit !== undefined && !isWithin(credit.unit, unitNamed(unit, ledger), ledger)) return false;
  return person === undefined || credit.people.some((part) => part.person === personNamed(person, ledger));
}

/** Whether a unit is another one or stands somewhere below it. */
function isWithin(unit: string, upper: string | null, ledger: Ledger): boolean {
  for (let at: string | null = unit; at !== null; at = ledger.units.get(at)?.parent ?? null) if (at === upper) return true;
  return false;
}

function isOf({ kind, rule, clause }: Credit, { of }: Statement): boolean {
  return of === undefined || asList(of).some((wanted) => KINDS[wanted] === kind || wanted === rule || wanted === clause);
}
