/** 归属: whom a change of a file needs, from the registers: the reviewers of a unit for its filings, the office for everything else. */
import type { Identities } from '../ledger/identities.ts';
import type { Day } from '../model/day.ts';
import { serves } from '../model/recorded.ts';
import type { Ledger, Person, Takers, Unit, UnitId } from '../model/records.ts';
import type { Policy } from '../policy/policy.ts';

/** A folder and the user names of its owners, on the host. */
export interface Owned {
  readonly unit: Unit;
  readonly users: readonly string[];
}

export interface Owners {
  readonly office: readonly string[];
  /** Units whose filings have owners of their own, in the order of the register. */
  readonly units: readonly Owned[];
  readonly faults: readonly OwnersFault[];
}

/** `reviewers`: people who might own it and have no user name on the host. */
export type OwnersFault =
  | { readonly code: 'owners/no-office'; readonly reviewers: readonly string[] }
  | { readonly code: 'owners/no-reviewer'; readonly unit: string; readonly roles: readonly string[] }
  | { readonly code: 'owners/no-user'; readonly unit: string; readonly reviewers: readonly string[] }
  | { readonly code: 'owners/strange-user'; readonly person: string; readonly user: string };

export interface OwnersOf {
  readonly ledger: Pick<Ledger, 'units' | 'people' | 'site'>;
  readonly policies: readonly Policy[];
  readonly identities: Identities;
  readonly on: Day;
}

export function ownersOf(of: OwnersOf): Owners {
  const { ledger, on } = of;
  const people = [...ledger.people.values()].filter((person) => serves(person, on));
  const roles = reviewingRoles(of);
  const office = usersOf(officeAmong(people, ledger), of);
  const units = [...ledger.units.values()].filter((unit) => serves(unit, on));
  const owned = units.map((unit) => {
    const reviewers = people.filter((person) => person.unit === unit.id && person.roles.some((role) => roles.has(role)));
    const own = usersOf(reviewers, of);
    return { unit, users: own.users, faults: [...own.strange, ...faultsOf(unit, reviewers, own.users, [...roles])] };
  });
  const noOffice: OwnersFault[] =
    office.users.length === 0 ? [{ code: 'owners/no-office', reviewers: officeAmong(people, ledger).map(({ name }) => name) }] : [];
  return {
    office: office.users,
    units: owned.filter(({ users }) => users.length > 0).map(({ unit, users }) => ({ unit, users })),
    faults: distinct([...noOffice, ...office.strange, ...owned.flatMap(({ faults }) => faults)]),
  };
}

/** 审核, and whoever takes the steps that a unit takes itself, by the ordinances and by the installation. */
function reviewingRoles({ ledger, policies }: OwnersOf): ReadonlySet<string> {
  const { steps } = ledger.site.approvals;
  const written = policies.flatMap(({ approval }) => approval?.chains ?? []).flatMap((chain) => chain.steps);
  const asked = written
    .map((step) => (typeof step === 'string' ? { step } : step))
    .map((step): Takers & { step: string } => ({ ...step, ...steps[step.step] }));
  return new Set(['审核', ...asked.flatMap(({ step, roles, whose }) => (whose === 'unit' ? (roles ?? [step]) : []))]);
}

const HEAD = '办公室主任';
const MEMBERS: ReadonlySet<string> = new Set([HEAD, '审核', '管理员']);

/** The unit that keeps the records of all: that of its head, or the one that is called 办公室. */
export function officesAmong(people: readonly Person[], units: Ledger['units']): ReadonlySet<UnitId> {
  const heads = people.filter(({ roles }) => roles.includes(HEAD));
  const named = [...units.values()].filter(({ name, aliases }) => [name, ...aliases].some((called) => called.endsWith('办公室')));
  return new Set(heads.length > 0 ? heads.map(({ unit }) => unit) : named.map(({ id }) => id));
}

/** Who of the office reviews. */
function officeAmong(people: readonly Person[], { units }: Pick<Ledger, 'units'>): Person[] {
  const offices = officesAmong(people, units);
  return people.filter(({ unit, roles }) => offices.has(unit) && roles.some((role) => MEMBERS.has(role)));
}

/** What every host takes for a user name. Anything else could end the line, or begin another. */
const USER = /^[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9_])?$/;

function usersOf(people: readonly Person[], { identities }: OwnersOf): { users: string[]; strange: OwnersFault[] } {
  const all = people.flatMap((person) => identities.usersOf(person.id).map((user) => ({ person: person.name, user: user.trim().replace(/^@/, '') })));
  return {
    users: [...new Set(all.filter(({ user }) => USER.test(user)).map(({ user }) => user))],
    strange: all.filter(({ user }) => !USER.test(user)).map(({ person, user }) => ({ code: 'owners/strange-user', person, user })),
  };
}

/** Units that file nothing, such as leaders, may have whom they like. */
function faultsOf(unit: Unit, reviewers: readonly Person[], users: readonly string[], roles: readonly string[]): OwnersFault[] {
  if (users.length > 0) return [];
  if (reviewers.length > 0) return [{ code: 'owners/no-user', unit: unit.name, reviewers: reviewers.map(({ name }) => name) }];
  return unit.excluded === null ? [{ code: 'owners/no-reviewer', unit: unit.name, roles }] : [];
}

const distinct = (faults: readonly OwnersFault[]): OwnersFault[] => [...new Map(faults.map((fault) => [JSON.stringify(fault), fault])).values()];
