/** Builds over an earlier site: pages that would show the same as last time stay where they are, and only the others are written. */
import { rmSync } from 'node:fs';
import type { Day } from '../model/day.ts';
import { type Building, begin, building, keepShown, shownIn } from '../rim/last-build.ts';
import { buildSite } from './astro.ts';
import { hasTheAssetsOf, moveSite, renewSite, versionOfPages } from './place.ts';

/** Builds the site of `root` into `folder`. Whatever is doubtful about what lies there, everything is made anew. */
export async function renew(folder: string, root: string, asOf: Day): Promise<void> {
  const version = versionOfPages();
  const before = shownIn(folder, version);
  const one = building(before);
  const site = await built(one, root, asOf);
  if (one.kept.size === 0) moveSite(site, folder);
  else if (canStay(one, folder, version) && hasTheAssetsOf(folder, site)) renewSite(site, folder, one.kept);
  else {
    rmSync(site, { recursive: true });
    return anew(folder, root, asOf, version);
  }
  remember(one, folder, version);
}

/** Not where our code has changed while it ran: which of its pages were made with what, nobody knows. */
function remember({ now }: Building, folder: string, version: string): void {
  if (versionOfPages() === version) keepShown(folder, version, now);
}

async function anew(folder: string, root: string, asOf: Day, version: string): Promise<void> {
  const one = building(new Map());
  moveSite(await built(one, root, asOf), folder);
  remember(one, folder, version);
}

async function built(one: Building, root: string, asOf: Day): Promise<string> {
  begin(one);
  try {
    return await buildSite(root, asOf);
  } finally {
    begin(null);
  }
}

/** Whether what was kept is still there: another build may have ended in the meantime. */
function canStay({ kept, before }: Building, folder: string, version: string): boolean {
  const still = shownIn(folder, version);
  return [...kept].every((file) => still.get(file) === before.get(file));
}
