/** Drafts, kept on the reader's own device: one for each kind, and the last one that was put away. Where a browser keeps nothing, nothing is kept. */
import type { Values } from './fields.ts';

export interface Drafts {
  /** Whether the browser keeps anything. */
  readonly isKept: boolean;
  load(kind: string): Values | null;
  save(kind: string, values: Values): void;
  /** Puts the draft away, where it can be brought back from; one that says nothing is just gone. */
  putAway(kind: string): void;
  /** The one put away takes the place of the draft; null where there is none. */
  bringBack(kind: string): Values | null;
  hasAway(kind: string): boolean;
  /** What this person files as, every time: a unit and authors. */
  mine(): Values | null;
  remember(values: Values): void;
}

/** Drafts under the address of a site: several sites may share a host. */
export function draftsAt(base: string): Drafts {
  const name = (part: string): string => `tongbao file ${base} ${part}`;
  const isKept = works(name('test'));
  const read = (part: string): Values | null => (isKept ? parsed(localStorage.getItem(name(part))) : null);
  const write = (part: string, values: Values | null): void => {
    if (!isKept) return;
    if (values === null) localStorage.removeItem(name(part));
    else localStorage.setItem(name(part), JSON.stringify(values));
  };
  return {
    isKept,
    load: read,
    save: write,
    putAway: (kind) => {
      const values = read(kind);
      if (values !== null) write(`${kind} before`, values);
      write(kind, null);
    },
    bringBack: (kind) => {
      const [values, present] = [read(`${kind} before`), read(kind)];
      write(kind, values);
      write(`${kind} before`, present);
      return values;
    },
    hasAway: (kind) => read(`${kind} before`) !== null,
    mine: () => read('mine'),
    remember: (values) => write('mine', values),
  };
}

function works(key: string): boolean {
  try {
    localStorage.setItem(key, '');
    localStorage.removeItem(key);
    return true;
  } catch {
    return false;
  }
}

/** What somebody else put there is nothing. */
function parsed(text: string | null): Values | null {
  try {
    const values: unknown = JSON.parse(text ?? 'null');
    return typeof values === 'object' && values !== null && !Array.isArray(values) ? (values as Values) : null;
  } catch {
    return null;
  }
}
