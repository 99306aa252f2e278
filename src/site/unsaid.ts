/** 不说的: what no text that somebody wrote may tell on the site, though the door lets the text itself through. */
import type { Ledger, OutletId, PersonId } from '../model/records.ts';
import { WITHDRAWN } from './publicBulletin.ts';

/** What may be named. */
export interface Nameable {
  /** Whether a record is public, whatever kind it is of. */
  readonly isOpen: (record: string) => boolean;
  /** Outlets that ran something public, or were meant to. */
  readonly outlets: ReadonlySet<OutletId>;
  /** Empty where persons are not shown. */
  readonly people: ReadonlyMap<PersonId, unknown>;
  /** Those whom the site names anyhow: as authors, as approvers, as parties. */
  readonly writers: ReadonlySet<PersonId>;
}

/** Stand for what is not said. They stand in Chinese texts. */
const [SOMEBODY, SOME_OUTLET] = ['（姓名略）', '（某媒体）'] as const;

/** Takes titles and ids of what is not public, outlets that nothing public names, and persons without a part in anything public out of a text. */
export function leavingUnsaid(ledger: Ledger, nameable: Nameable): (text: string) => string {
  const secrets = new Map([...recordsUnsaid(ledger, nameable), ...outletsUnsaid(ledger, nameable), ...personsUnsaid(ledger, nameable)]);
  // The longest first, so that one that is part of another leaves no rest of it.
  const ordered = [...secrets].filter(([secret]) => secret !== '').sort(([a], [b]) => b.length - a.length);
  return (text) => ordered.reduce((told, [secret, instead]) => (told.includes(secret) ? without(told, secret, instead) : told), text);
}

/** Ids are replaced as whole words: they may be short. */
const without = (text: string, secret: string, instead: string): string =>
  /^[a-z0-9-]+$/.test(secret) ? text.replace(new RegExp(`(?<![a-z0-9-])${secret}(?![a-z0-9-])`, 'g'), instead) : text.replaceAll(secret, instead);

type Unsaid = [secret: string, instead: string][];

function recordsUnsaid({ submissions, obligations, adoptions, instructions, incidents, figures }: Ledger, { isOpen }: Nameable): Unsaid {
  const titled = [...submissions.values(), ...obligations.values()].filter(({ id }) => !isOpen(id));
  const others = [...adoptions, ...instructions, ...incidents, ...figures].filter(({ id }) => !isOpen(id));
  return [...titled.map(({ title }) => title), ...[...titled, ...others].map(({ id }) => id)].map((secret) => [secret, WITHDRAWN]);
}

interface Called {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
}

const outletsUnsaid = ({ outlets }: Ledger, nameable: Nameable): Unsaid => namesAlone([...outlets.values()], nameable.outlets, SOME_OUTLET);
const personsUnsaid = ({ people }: Ledger, { writers }: Nameable): Unsaid => namesAlone([...people.values()], writers, SOMEBODY);

/** The names of those that may not be named, unless somebody who may has the same. */
function namesAlone(all: readonly Called[], named: ReadonlySet<string>, instead: string): Unsaid {
  const callings = ({ id, name, aliases }: Called): string[] => [id, name, ...aliases];
  const known = new Set(all.filter(({ id }) => named.has(id)).flatMap(callings));
  const others = all.filter(({ id }) => !named.has(id)).flatMap(callings);
  return others.filter((calling) => !known.has(calling)).map((calling) => [calling, instead]);
}
