/** What a publicity plan (宣传工作方案) does and must report, as we mean it: every reference resolved, every default decided. */
import type { Day } from './day.ts';
import type { Moment } from './moment.ts';
import type { Points } from './points.ts';
import type { InService, Openness, Recorded } from './recorded.ts';

/** 培训: whom a session was for, by whom, how many of each group came. */
export interface Training {
  readonly kind: string;
  readonly lecturers: readonly string[];
  readonly online: boolean;
  readonly attendance: Readonly<Record<string, number>>;
}

export interface ContentApproval {
  readonly on: Day;
  readonly approved: boolean;
}

/** 宣传活动: a publication, an event, a live session, an account update, an item of the knowledge base, or a training session. */
export interface Activity extends Recorded {
  readonly title: string;
  readonly topic: string;
  readonly subtopic: string | null;
  readonly channel: string;
  readonly form: string | null;
  readonly emphases: readonly string[];
  readonly aspects: readonly string[];
  readonly on: Day;
  /** Last day; equals `on` where it is not given. */
  readonly to: Day;
  readonly spots: readonly string[];
  readonly audience: readonly string[];
  readonly reached: number | null;
  /** Yuan. */
  readonly cost: Points;
  readonly partners: readonly string[];
  /** Policy releases that it makes known. */
  readonly releases: readonly string[];
  /** Null where the record says nothing: the merged pull request stands for it. */
  readonly approval: ContentApproval | null;
  /** Whether the person told of agreed to be told of. */
  readonly consent: boolean;
  readonly openness: Openness;
  readonly validTo: Day | null;
  readonly training: Training | null;
  readonly link: string | null;
}

/** 待遇享受情况: of a population (and an area), who is entitled, informed, enjoying. */
export interface PopulationFigure extends Recorded {
  readonly kind: '待遇享受';
  readonly on: Day;
  readonly population: string;
  readonly area: string | null;
  readonly entitled: number;
  readonly informed: number | null;
  readonly enjoying: number | null;
}

/** 知晓率调查. */
export interface SurveyFigure extends Recorded {
  readonly kind: '知晓率调查';
  readonly on: Day;
  readonly population: string;
  readonly asked: number;
  readonly aware: number;
}

/** 预算: the publicity budget of a year, in yuan. */
export interface BudgetFigure extends Recorded {
  readonly kind: '预算';
  readonly year: number;
  readonly on: Day;
  readonly amount: Points;
}

/** 支出: what was spent beside the cost of activities and materials, in yuan. */
export interface SpendingFigure extends Recorded {
  readonly kind: '支出';
  readonly on: Day;
  readonly amount: Points;
  readonly purpose: string;
}

/** 统计数据: figures that are not counted from records but recorded themselves. */
export type PlanFigure = PopulationFigure | SurveyFigure | BudgetFigure | SpendingFigure;

interface Callable extends Recorded {
  readonly name: string;
  readonly aliases: readonly string[];
}

export interface Lecturer extends Callable, InService {
  readonly from: Day;
  readonly unit: string | null;
  readonly expertise: readonly string[];
}

/** 宣传点位: a hall, an institution, a village, a station, a screen. */
export interface Spot extends Callable, InService {
  readonly class: string;
  readonly checks: readonly DisplayCheck[];
}

/** 摆放检查: whether tool-book and procedure lay open to everyone. */
export interface DisplayCheck {
  readonly on: Day;
  readonly toolBook: boolean;
  readonly procedure: boolean;
}

export interface Distribution {
  readonly on: Day;
  readonly to: string;
  readonly count: number;
}

export interface Printing {
  readonly on: Day;
  readonly count: number;
}

/** 工具书、宣传品: one version of it. */
export interface Material extends Callable {
  readonly kind: string;
  readonly version: string | null;
  readonly on: Day;
  /** The outline and the textbook that it follows. */
  readonly basis: string | null;
  readonly printed: readonly Printing[];
  readonly distributed: readonly Distribution[];
  readonly cost: Points;
}

/** 制度和预案: one version of a written system. */
export interface Document extends Callable, InService {
  readonly system: string;
  readonly version: string | null;
  readonly from: Day;
}

/** 任职: who holds a role (组长, 新闻发言人 …) from when to when. */
export interface Officer extends Recorded, InService {
  readonly role: string;
  readonly person: string;
  readonly from: Day;
}

/** 政策出台: a new or changed law or policy that has to be made known at the same time. */
export interface Release extends Callable {
  readonly on: Day;
  readonly level: string;
  readonly topic: string;
}

/** 舆情: what was noticed; a major one has to be reported. */
export interface Opinion extends Recorded {
  readonly title: string;
  readonly major: boolean;
  readonly found: Moment;
  readonly measures: readonly Moment[];
  /** Whom it was reported to → when. */
  readonly reported: Readonly<Record<string, Moment>>;
  readonly closed: Moment | null;
}

/** 疫情期间: publicity and training are held online, first and last day included. */
export interface Epidemic extends Recorded {
  readonly from: Day;
  /** Null while it lasts. */
  readonly to: Day | null;
}

/** Everything recorded for a publicity plan, in the order of ids. */
export interface PlanRecords {
  readonly activities: ReadonlyMap<string, Activity>;
  readonly figures: ReadonlyMap<string, PlanFigure>;
  readonly lecturers: ReadonlyMap<string, Lecturer>;
  readonly spots: ReadonlyMap<string, Spot>;
  readonly materials: ReadonlyMap<string, Material>;
  readonly documents: ReadonlyMap<string, Document>;
  readonly officers: ReadonlyMap<string, Officer>;
  readonly releases: ReadonlyMap<string, Release>;
  readonly opinions: ReadonlyMap<string, Opinion>;
  readonly epidemics: ReadonlyMap<string, Epidemic>;
}
