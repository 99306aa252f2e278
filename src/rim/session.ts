/**
 * What the command line has read, handed to the pages that it has built: Astro loads them as a bundle of its own in the same process, so that
 * a module variable would not reach them. Read once, used by check and build alike.
 */
import { type Opened, openRoot } from './open.ts';

const SESSION = Symbol.for('tongbao.opened');
type Holder = { [SESSION]?: Opened };

/** Leaves what has been read for `openedRoot`. */
export function hand(opened: Opened): void {
  (globalThis as Holder)[SESSION] = opened;
}

/** What was handed over for `root`; read now if nothing was, as under `astro dev`. */
export function openedRoot(root: string): Opened {
  const handed = (globalThis as Holder)[SESSION];
  if (handed?.root === root) return handed;
  const opened = openRoot(root);
  hand(opened);
  return opened;
}
