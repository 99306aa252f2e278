/** A record being decided: its place, and the faults noticed on the way. */
import type { Day } from '../model/day.ts';
import { type Fault, type Finding, severityOf } from '../model/finding.ts';
import { type Place, within } from '../model/place.ts';
import type { Names } from './names.ts';

/** A class, because a hundred thousand records are decided one after another and closures for each of them showed in the profile. */
export class Draft {
  readonly at: Place;
  readonly findings: Finding[] = [];

  constructor(at: Place) {
    this.at = at;
  }

  /** Notes a fault at a key path inside the record. */
  note(path: readonly (string | number)[], fault: Fault): void {
    this.findings.push({ at: within(this.at, ...path), ...fault });
  }

  /** The id that a reference means; notes a fault and answers '' if it means none. */
  refer(names: Names, named: string, ...path: (string | number)[]): string {
    const resolved = names.resolve(named);
    if ('id' in resolved) return resolved.id;
    this.note(path, resolved.fault);
    return '';
  }
}

/** Whether a record with these findings may be used. */
export const isUsable = (findings: readonly Finding[]): boolean =>
  findings.length === 0 || findings.every((finding) => severityOf(finding) === 'warning');

/** A written day that the schema has already judged. */
export const asDay = (written: string): Day => written as Day;
export const asDayOrNull = (written: string | undefined): Day | null => (written === undefined ? null : (written as Day));
