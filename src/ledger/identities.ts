/**
 * Git identities of people, kept apart from the ledger so that nothing that has the ledger can publish them: e-mails of commits and user names on
 * the host, out of data/people.yaml.
 */
import type { Signature } from '../model/commit.ts';
import type { PersonId } from '../model/records.ts';
import type { Values } from './registers.ts';
import { WrittenPerson } from './written/registers.ts';

/** Who a signature is. A name alone is the weakest sign, and said to be one. */
export type Recognised =
  | { readonly person: PersonId; readonly by: 'email' | 'user' | 'name' }
  /** Several: more than one person has that e-mail, user or name. */
  | { readonly person: null; readonly several: readonly PersonId[] };

export interface Identities {
  whoIs(signature: Signature): Recognised;
  emailsOf(person: PersonId): readonly string[];
  usersOf(person: PersonId): readonly string[];
}

/** The identities that the register of people writes. An entry that cannot be read has none; what is wrong with it is told elsewhere. */
export function openIdentities(values: Values): Identities {
  const people = peopleIn(values.get('data/people.yaml'));
  const byEmail = indexOf(people, ({ git }) => git?.emails ?? []);
  const byUser = indexOf(people, ({ git }) => git?.users ?? []);
  const byName = indexOf(people, ({ name, aliases = [] }) => [name, ...aliases]);
  const own = new Map(people.map(({ id, git }) => [id, git]));
  return {
    whoIs: ({ name, email }) =>
      // An address that nobody registered may still be the host's own, with the user's name in it.
      found(byEmail, email, 'email') ?? found(byUser, userIn(email), 'user') ?? found(byUser, name, 'user') ?? found(byName, name, 'name') ?? NOBODY,
    emailsOf: (person) => own.get(person)?.emails ?? [],
    usersOf: (person) => own.get(person)?.users ?? [],
  };
}

const NOBODY: Recognised = { person: null, several: [] };

function peopleIn(value: unknown): WrittenPerson[] {
  const list = typeof value === 'object' && value !== null && 'people' in value ? value.people : [];
  return (Array.isArray(list) ? list : []).flatMap((entry: unknown) => WrittenPerson.safeParse(entry).data ?? []);
}

type Index = ReadonlyMap<string, readonly PersonId[]>;

function indexOf(people: readonly WrittenPerson[], callingsOf: (person: WrittenPerson) => readonly string[]): Index {
  const index = new Map<string, PersonId[]>();
  for (const person of people)
    for (const calling of new Set(callingsOf(person).map(folded))) index.set(calling, [...(index.get(calling) ?? []), person.id]);
  return index;
}

function found(index: Index, calling: string, by: 'email' | 'user' | 'name'): Recognised | null {
  const [person, ...others] = index.get(folded(calling)) ?? [];
  if (person === undefined) return null;
  return others.length === 0 ? { person, by } : { person: null, several: [person, ...others] };
}

/** Hosts and Git do not tell e-mails or user names apart by case; a user may be written with the sign that calls them. */
const folded = (calling: string): string => calling.trim().replace(/^@/, '').toLowerCase();

/** `123+user@users.noreply.github.com`, `123-user@users.noreply.gitlab.example`, `user@noreply.gitea.example`: hosts that keep e-mails private. */
function userIn(email: string): string {
  const [, user = ''] = /^(?:\d+[+-])?([^@]+)@(?:[^@]*\.)?noreply\.[^@]+$/i.exec(email.trim()) ?? [];
  return user;
}
