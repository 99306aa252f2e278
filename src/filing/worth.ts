/**
 * 值多少分: what a draft earns by what it says, and what each outlet or instruction would add. It is what the build would book, for the scoring itself says it;
 * only of what else the unit has, and so of limits on its months and years, a page knows nothing.
 */
import { type Day, later } from '../model/day.ts';
import { contains } from '../model/period.ts';
import { isZero, type Points, ZERO } from '../model/points.ts';
import { serves } from '../model/recorded.ts';
import type { Adoption, Instruction, Ledger, Outlet, Submission, UnitId } from '../model/records.ts';
import { asList } from '../policy/lists.ts';
import type { Policy } from '../policy/policy.ts';
import type { Credit, Reason } from '../scoring/credit.ts';
import { type Journal, keepJournal } from '../scoring/journal.ts';

/** What units get in the accounts of an ordinance, and by which clauses; `reason` says why where it is nothing. */
export interface Gain {
  readonly points: readonly { readonly unit: UnitId; readonly account: string; readonly points: Points }[];
  readonly clauses: readonly { readonly policy: string; readonly clause: string }[];
  readonly reason: Reason | null;
}

/** What an adoption by an outlet of a class would add. Outlets of a class that would give differently stand apart. */
export interface ClassWorth {
  readonly class: string;
  readonly outlets: readonly Outlet[];
  readonly gain: Gain;
}

export interface Worth {
  /** What the draft itself earns. */
  readonly now: Gain;
  /** The highest class first. One of which no outlet is known is valued by one that is nothing but of this class. */
  readonly classes: readonly ClassWorth[];
  readonly instructions: readonly { readonly level: Instruction['level']; readonly gain: Gain }[];
  /** Duties of the units to which it counts. */
  readonly duties: readonly { readonly title: string; readonly policy: string; readonly clause: string; readonly period: string }[];
  /** The steps of the approval chain that it needs. */
  readonly steps: readonly string[];
  /** Clauses that look at what is not known here: what the unit has in a period, or who an author is. */
  readonly unknown: readonly { readonly policy: string; readonly clause: string }[];
}

export interface Valued {
  readonly ledger: Ledger;
  readonly policies: readonly Policy[];
  /** The draft: a submission, or what happened to one. */
  readonly record: Submission | Adoption | Instruction;
  readonly today: Day;
}

/** Null where the submission that it is about is not known. */
export function worthOf({ ledger, policies, record, today }: Valued): Worth | null {
  const submission = 'title' in record ? record : ledger.submissions.get(record.submission);
  if (submission === undefined) return null;
  const on = later(today, later(record.on, submission.on));
  const journalOf = (other: Ledger): Journal => keepJournal(recent(other, on), policies, on);
  const after = journalOf(ledger);
  const more = (added: Partial<Pick<Ledger, 'adoptions' | 'instructions' | 'outlets'>>, under: readonly Policy[] = policies): Gain =>
    gainOf(after.credits, keepJournal(recent({ ...ledger, ...added }, on), under, on).credits, SUPPOSED);
  return {
    now: gainOf(journalOf(without(record, ledger)).credits, after.credits, record.id),
    classes: classesOf({ ledger, policies, submission, on }, after, more),
    instructions: LEVELS.map((level) => ({
      level,
      gain: more({ instructions: [...ledger.instructions, supposedInstruction(submission, level, on)] }),
    })).filter(({ gain }) => gain.reason === null),
    duties: dutiesOf(ledger, policies, submission),
    steps: submission.units.slice(0, 1).flatMap(({ unit }) => {
      const named = ledger.units.get(unit);
      return named === undefined ? [] : [...(after.bookOn(on, unit)?.stepsFor(submission, named) ?? [])];
    }),
    unknown: unknownTo(after, submission, on),
  };
}

const LEVELS: readonly Instruction['level'][] = ['国家', '部委', '省', '市', '县'];
/** Sorts after what the ledger has, as the last of several on one day. */
const SUPPOSED = '~';

/** Duties of earlier periods are of no interest here, and would take long. */
const recent = (ledger: Ledger, since: Day): Ledger => ({ ...ledger, site: { ...ledger.site, since } });

function without({ id }: Valued['record'], ledger: Ledger): Ledger {
  const others = <T extends { readonly id: string }>(records: readonly T[]): T[] => records.filter((record) => record.id !== id);
  return {
    ...ledger,
    submissions: new Map([...ledger.submissions].filter(([other]) => other !== id)),
    adoptions: others(ledger.adoptions),
    instructions: others(ledger.instructions),
  };
}

/** What items have more in one journal than in another; what units have of themselves (duties, bases) is another matter. */
function gainOf(before: readonly Credit[], after: readonly Credit[], record: string): Gain {
  const sums = new Map<string, { unit: UnitId; account: string; points: Points }>();
  const add = (credits: readonly Credit[], sign: 1 | -1): void => {
    for (const { unit, ledger: account, points, item } of credits) {
      if (item === null) continue;
      const sum = sums.get(`${unit} ${account}`)?.points ?? ZERO;
      sums.set(`${unit} ${account}`, { unit, account, points: sum.plus(points.times(sign)) });
    }
  };
  add(after, 1);
  add(before, -1);
  const points = [...sums.values()].filter((sum) => !isZero(sum.points));
  const own = after.filter((credit) => credit.record === record);
  const given = own.flatMap(({ policy, clause, points: given }) => (policy === null || clause === null || isZero(given) ? [] : [{ policy, clause }]));
  const distinct = new Map(given.map((one) => [`${one.policy} ${one.clause}`, one]));
  return { points, clauses: [...distinct.values()], reason: points.length > 0 ? null : (own[0]?.reason ?? NOTHING) };
}

const NOTHING: Reason = { code: 'not-covered' };

interface Item {
  readonly ledger: Ledger;
  readonly policies: readonly Policy[];
  readonly submission: Submission;
  readonly on: Day;
}

type More = (added: Partial<Pick<Ledger, 'adoptions' | 'outlets'>>, under?: readonly Policy[]) => Gain;

function classesOf(item: Item, { bookOn }: Journal, more: More): ClassWorth[] {
  const { ledger, submission, on } = item;
  const book = bookOn(on, submission.units[0]?.unit);
  if (book === null) return [];
  const adopted = (outlet: Outlet): Adoption[] => [...ledger.adoptions, supposedAdoption(submission, outlet, on)];
  const rows = new Map<string, { class: string; outlets: Outlet[]; gain: Gain }>();
  for (const outlet of [...ledger.outlets.values()].filter((one) => serves(one, on) && !one.editions)) {
    const outletClass = book.classOf(outlet);
    if (outletClass === null) continue;
    const gain = more({ adoptions: adopted(outlet) });
    const key = JSON.stringify([outletClass, gain]);
    const row = rows.get(key);
    if (row) row.outlets.push(outlet);
    else rows.set(key, { class: outletClass, outlets: [outlet], gain });
  }
  const known = new Set([...rows.values()].map((row) => row.class));
  const others = Object.keys(book.policy.outlets)
    .filter((name) => !known.has(name))
    .map((name): ClassWorth => ({ class: name, outlets: [], gain: gainIn(name, book.policy, item, more) }))
    .filter(({ gain }) => gain.reason === null);
  return [...rows.values(), ...others].sort((a, b) => book.rankOf(b.class) - book.rankOf(a.class));
}

/** What an outlet would give that is in a class by its id alone: what else rules may ask of it, nobody knows. */
function gainIn(outletClass: string, policy: Policy, { ledger, policies, submission, on }: Item, more: More): Gain {
  const conditions = [...asList(policy.outlets[outletClass]), { id: SUPPOSED }] as Policy['outlets'][string];
  const changed: Policy = { ...policy, outlets: { ...policy.outlets, [outletClass]: conditions } };
  const adoptions = [...ledger.adoptions, supposedAdoption(submission, NAMELESS, on)];
  const outlets = new Map([...ledger.outlets, [SUPPOSED, NAMELESS]]);
  return more(
    { adoptions, outlets },
    policies.map((one) => (one === policy ? changed : one)),
  );
}

const NAMELESS: Outlet = {
  id: SUPPOSED,
  at: { file: '', path: [] },
  name: SUPPOSED,
  aliases: [],
  level: null,
  channel: '',
  print: false,
  own: false,
  parent: null,
  barred: [],
  editions: false,
  from: null,
  to: null,
};

function supposedAdoption({ id, at }: Submission, { id: outlet, print }: Outlet, on: Day): Adoption {
  return {
    id: SUPPOSED,
    at,
    submission: id,
    outlet,
    on,
    form: null,
    print,
    reprint: false,
    stage: '采用',
    position: null,
    length: null,
    piece: null,
    route: null,
    proofOn: on,
    figures: {},
    marks: {},
    link: null,
  };
}

const supposedInstruction = ({ id, at }: Submission, level: Instruction['level'], on: Day): Instruction => ({
  id: SUPPOSED,
  at,
  submission: id,
  level,
  rank: null,
  on,
  affirmative: true,
});

/** The running duties of its units among whose done things the submission is. */
function dutiesOf(ledger: Ledger, policies: readonly Policy[], { id, on, units }: Submission): Worth['duties'] {
  const { duties } = keepJournal(recent(ledger, `${on.slice(0, 4)}-01-01` as Day), policies, on);
  return duties
    .filter(({ unit, period, done }) => units.some((share) => share.unit === unit) && contains(period, on) && done.some(({ item }) => item === id))
    .flatMap(({ duty, policy, period }) => {
      const written = policy.duties[duty];
      const clause = written === undefined ? undefined : asList(written.clause)[0];
      return written === undefined || clause === undefined ? [] : [{ title: written.title, policy: policy.id, clause, period: period.key }];
    });
}

/** What the public does not know of authors and outlets. */
const PRIVATE = /"author_(class|age|roles|barred)"|"outlet_barred"/;

function unknownTo({ bookOn }: Journal, { units }: Submission, on: Day): Worth['unknown'] {
  const policy = bookOn(on, units[0]?.unit)?.policy;
  if (policy === undefined) return [];
  const limits = Object.values(policy.limits).filter(({ per }) => per !== 'item');
  const personal = Object.values(policy.rules).filter((rule) => PRIVATE.test(JSON.stringify(rule)));
  const clauses = [...limits, ...personal].flatMap(({ clause }) => asList(clause).slice(0, 1));
  return [...new Set(clauses)].map((clause) => ({ policy: policy.id, clause }));
}
