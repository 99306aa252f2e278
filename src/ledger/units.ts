/** 单位: the register of units, and who stands above whom. */
import { within } from '../model/place.ts';
import type { Unit } from '../model/records.ts';
import type { Draft } from './draft.ts';
import { namesOf } from './names.ts';
import { namesAreTold, openRegister, type Register, type Shelf, servedBy } from './register.ts';
import { WrittenUnit } from './written/registers.ts';

/** A parent as it is written; it can be resolved once all units are known. */
interface Above {
  readonly named: string;
  readonly own: Draft;
}

export function openUnits(shelf: Shelf): Register<Unit> {
  const parents = new Map<string, Above>();
  const decide = (written: WrittenUnit, own: Draft): Unit => {
    if (written.parent !== undefined) parents.set(written.id, { named: written.parent, own });
    return decideUnit(written, own);
  };
  const units = openRegister({ file: 'data/units.yaml', key: 'units', schema: WrittenUnit, decide }, shelf);
  namesAreTold(units.kept.values(), shelf.findings);
  resolveParents(units, parents, shelf);
  breakCircles(units, shelf);
  return units;
}

function decideUnit(written: WrittenUnit, own: Draft): Unit {
  return {
    id: written.id,
    at: own.at,
    name: written.name,
    short: written.short ?? written.name,
    aliases: [...(written.aliases ?? []), ...(written.short ? [written.short] : [])],
    class: written.class,
    parent: null,
    ...servedBy(written, own),
    quotas: written.quotas ?? {},
    excluded: written.excluded ?? null,
  };
}

function resolveParents({ kept, leftOut }: Register<Unit>, parents: ReadonlyMap<string, Above>, { findings }: Shelf): void {
  const names = namesOf('unit', kept.values(), leftOut);
  for (const [id, { named, own }] of parents) {
    const unit = kept.get(id);
    const before = own.findings.length;
    const parent = own.refer(names, named, 'parent');
    if (unit && parent !== '') kept.set(id, { ...unit, parent });
    findings.push(...own.findings.slice(before));
  }
}

/** A unit that is its own ancestor loses its parent. */
function breakCircles({ kept }: Register<Unit>, { findings }: Shelf): void {
  for (const unit of kept.values()) {
    const through = circleFrom(unit, kept);
    if (!through) continue;
    findings.push({ at: within(unit.at, 'parent'), code: 'ledger/parent-circle', through });
    kept.set(unit.id, { ...unit, parent: null });
  }
}

function circleFrom(unit: Unit, units: ReadonlyMap<string, Unit>): string[] | null {
  const through = [unit.id];
  for (let at = unit.parent; at !== null; at = units.get(at)?.parent ?? null) {
    if (at === unit.id) return through;
    if (through.includes(at)) return null;
    through.push(at);
  }
  return null;
}
