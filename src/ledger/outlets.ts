/** 媒体: the register of outlets. */
import type { Outlet } from '../model/records.ts';
import { Draft } from './draft.ts';
import { namesOf } from './names.ts';
import { barredTimes, namesAreTold, openRegister, type Register, type Shelf, servedBy } from './register.ts';
import { WrittenOutlet } from './written/registers.ts';

export function openOutlets(shelf: Shelf): Register<Outlet> {
  const outlets = openRegister({ file: 'data/outlets.yaml', key: 'outlets', schema: WrittenOutlet, decide: decideOutlet }, shelf);
  namesAreTold(outlets.kept.values(), shelf.findings);
  resolveParents(outlets, shelf);
  return outlets;
}

function decideOutlet(written: WrittenOutlet, own: Draft): Outlet {
  return {
    id: written.id,
    at: own.at,
    name: written.name,
    aliases: written.aliases ?? [],
    level: written.level ?? null,
    channel: written.channel,
    print: written.print ?? false,
    own: written.own ?? false,
    parent: written.parent ?? null,
    editions: written.editions ?? false,
    barred: barredTimes(written.barred),
    ...servedBy(written, own),
  };
}

/** Parents are resolved once all outlets are known; an unknown one is taken away. */
function resolveParents({ kept, leftOut }: Register<Outlet>, { findings }: Shelf): void {
  const names = namesOf('outlet', kept.values(), leftOut);
  for (const outlet of kept.values()) {
    if (outlet.parent === null) continue;
    const own = new Draft(outlet.at);
    const parent = own.refer(names, outlet.parent, 'parent');
    kept.set(outlet.id, { ...outlet, parent: parent === '' ? null : parent });
    findings.push(...own.findings);
  }
}
