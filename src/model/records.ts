/** The ledger as we mean it: every reference resolved to an id, every default decided. */
import type { Day } from './day.ts';
import type { Span } from './period.ts';
import type { PlanRecords } from './plan.ts';
import type { InService, Openness, Recorded } from './recorded.ts';

export type UnitId = string;
export type PersonId = string;
export type OutletId = string;
export type SubmissionId = string;

export type Level = '县' | '市' | '省' | '国家';
export type Mark = '单' | '综';

export interface Site {
  readonly organisation: string;
  readonly timeZone: string;
  /** The ledger is kept from this day: nothing was owed here before. Null: from the first ordinance on. */
  readonly since: Day | null;
  /** Ids of the ordinances in use. */
  readonly policies: readonly string[];
  /** Id of the publicity plan; null where the installation follows none. */
  readonly plan: string | null;
  readonly repository: { host: 'github' | 'gitlab' | 'gitea' | 'gitee'; url: string; branch: string } | null;
  readonly ranking: 'all' | 'none' | number;
  readonly showPeople: boolean;
  /** Whether the register of outlets is public as a whole. */
  readonly showOutlets: boolean;
  /** Where filings may be sent by mail; null where the office names no address. */
  readonly office: { readonly email: string } | null;
  /** Kinds of period that have rankings besides months, quarters, half-years and years. */
  readonly morePeriods: readonly Span[];
  readonly approvals: Approving;
  readonly daysOff: ReadonlySet<Day>;
  readonly workingWeekends: ReadonlySet<Day>;
}

/** What shows that an item was approved, and who takes the steps of which the ordinance does not say it. */
export interface Approving {
  readonly by: 'records' | 'git';
  /** Items filed from this day on go by Git; null: all. */
  readonly since: Day | null;
  readonly steps: Readonly<Record<string, Takers>>;
}

/** Who may take a step of an approval chain. */
export interface Takers {
  readonly roles?: readonly string[] | undefined;
  readonly whose?: Whose | undefined;
}

/** Whose people: those of the unit that files, who wrote the item, anyone's, or of certain units. */
export type Whose = 'unit' | 'authors' | 'anyone' | { readonly unit?: OneOrMore | undefined; readonly unit_class?: OneOrMore | undefined };
type OneOrMore = string | readonly string[];

/** A time during which an author or outlet does not count, where an ordinance asks for it; null: still going on. */
export interface Barred {
  readonly from: Day;
  readonly to: Day | null;
}

export interface Unit extends Recorded, InService {
  readonly name: string;
  readonly short: string;
  readonly aliases: readonly string[];
  readonly class: string;
  readonly parent: UnitId | null;
  readonly quotas: Readonly<Record<string, number>>;
  /** Why the unit is not ranked; null if it is. */
  readonly excluded: string | null;
}

/** Contact details and Git identities are left behind on purpose: nothing past this point can publish them. */
export interface Person extends Recorded, InService {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly unit: UnitId;
  readonly roles: readonly string[];
  /** Class of person, as an ordinance may ask for it: 在编, 实习, 学生 … */
  readonly class: string | null;
  readonly born: Day | null;
  readonly barred: readonly Barred[];
}

export interface Outlet extends Recorded, InService {
  readonly name: string;
  readonly aliases: readonly string[];
  /** Null where the outlet has no level (an internal paper); 未定 while the office has not decided. */
  readonly level: Level | '未定' | null;
  readonly channel: string;
  readonly print: boolean;
  readonly own: boolean;
  readonly parent: OutletId | null;
  readonly barred: readonly Barred[];
  /** A title whose editions score differently: a record has to name the edition. */
  readonly editions: boolean;
}

/** A unit's part in an item. */
export interface Share {
  readonly unit: UnitId;
  readonly mark: Mark | null;
  /** How much of the work was the unit's; 1 unless the record says otherwise. */
  readonly weight: number;
}

/** Named numbers that a record carries: reads, a superior's score, a fee, a judgement. */
export type Figures = Readonly<Record<string, number>>;

export interface Approval {
  readonly step: string;
  readonly by: PersonId | null;
  readonly on: Day | null;
}

export interface Round {
  readonly returned: Day;
  readonly revised: Day | null;
}

export interface Submission extends Recorded {
  readonly title: string;
  /** At least one; the leading unit first. */
  readonly units: readonly Share[];
  readonly authors: readonly PersonId[];
  readonly on: Day;
  readonly event: Day | null;
  readonly form: string | null;
  readonly category: string | null;
  readonly stream: '政务' | '党务' | null;
  readonly openness: Openness;
  readonly important: boolean;
  readonly sensitive: boolean;
  readonly target: OutletId | null;
  /** Id of the obligation that it answers. */
  readonly answers: string | null;
  /** The filings that a composite combines; empty for an ordinary filing. */
  readonly compositeOf: readonly SubmissionId[];
  readonly sameAs: SubmissionId | null;
  readonly length: number | null;
  readonly origin: '原创' | '转载' | '付费' | null;
  readonly topic: string | null;
  readonly figures: Figures;
  /** Null where the record says nothing: the merged pull request stands for the whole chain. */
  readonly approvals: readonly Approval[] | null;
  readonly rounds: readonly Round[];
  readonly accepted: Day | null;
  readonly rejected: Day | null;
  readonly link: string | null;
}

export interface Adoption extends Recorded {
  readonly submission: SubmissionId;
  readonly outlet: OutletId;
  readonly on: Day;
  /** As printed; the filed form where the record says nothing. */
  readonly form: string | null;
  readonly print: boolean;
  readonly reprint: boolean;
  readonly stage: '采用' | '上报';
  readonly position: string | null;
  readonly length: number | null;
  /** Printed by itself or merged with others. */
  readonly piece: '单篇' | '合并' | null;
  /** Sent in directly or relayed by the office. */
  readonly route: '直报' | '转报' | null;
  /** The day on which the proof was handed in. */
  readonly proofOn: Day | null;
  readonly figures: Figures;
  readonly marks: Readonly<Record<UnitId, Mark>>;
  readonly link: string | null;
}

export interface Instruction extends Recorded {
  readonly submission: SubmissionId;
  readonly level: Level | '部委';
  readonly rank: string | null;
  readonly on: Day;
  readonly affirmative: boolean;
}

export interface Obligation extends Recorded {
  readonly kind: '约稿' | '会议' | '政策';
  readonly title: string;
  readonly by: string | null;
  readonly on: Day;
  /** Last day of the event; equals `on` where it is not given. */
  readonly to: Day;
  readonly due: Day | null;
  /** Null: every unit owes it. */
  readonly units: readonly UnitId[] | null;
  readonly lapsed: readonly { readonly unit: UnitId; readonly on: Day }[];
  readonly openness: Openness;
}

export interface Incident extends Recorded {
  readonly unit: UnitId;
  readonly submission: SubmissionId | null;
  readonly kind: string;
  readonly on: Day;
  readonly count: number;
}

/** 上报数据: a figure of a unit that no item carries: followers, a superior's own score. */
export interface UnitFigure extends Recorded {
  readonly unit: UnitId;
  readonly name: string;
  readonly value: number;
  readonly on: Day;
}

/** 申诉: a unit does not agree with what was counted or published. */
export interface Appeal extends Recorded {
  readonly unit: UnitId;
  readonly person: PersonId | null;
  readonly on: Day;
  /** Id of the record it is about; null where it is about a bulletin as a whole. */
  readonly item: string | null;
  /** The submission to which that record belongs, which may be the record itself. */
  readonly submission: SubmissionId | null;
  /** Period of the bulletin it is about. */
  readonly bulletin: string | null;
  readonly clause: string | null;
  readonly asks: string;
  readonly grounds: string;
  readonly openness: Openness;
  /** Why it was admitted though it came too late. */
  readonly late: string | null;
  readonly decision: Decision | null;
  readonly withdrawn: Day | null;
}

export interface Decision {
  readonly on: Day;
  /** An office or a meeting; null where a person decided. */
  readonly by: string | null;
  readonly person: PersonId | null;
  readonly result: '支持' | '部分支持' | '不支持';
  readonly reasons: string;
  /** Ids of records, and files of registers and ordinances. */
  readonly changed: readonly string[];
}

/** Everything that the records say, in the order of ids. */
export interface Ledger {
  readonly site: Site;
  readonly units: ReadonlyMap<UnitId, Unit>;
  readonly people: ReadonlyMap<PersonId, Person>;
  readonly outlets: ReadonlyMap<OutletId, Outlet>;
  readonly submissions: ReadonlyMap<SubmissionId, Submission>;
  readonly adoptions: readonly Adoption[];
  readonly instructions: readonly Instruction[];
  readonly obligations: ReadonlyMap<string, Obligation>;
  readonly incidents: readonly Incident[];
  readonly figures: readonly UnitFigure[];
  readonly appeals: readonly Appeal[];
  /** What a publicity plan does and must report; empty for installations without one. */
  readonly plan: PlanRecords;
}
