/** What is open to the public, indexed for pages. Only `publicView` makes one; pages and their data know nothing else. */
import type { Day } from '../model/day.ts';
import type { Severity } from '../model/finding.ts';
import type { Period } from '../model/period.ts';
import type { Place } from '../model/place.ts';
import type { Points } from '../model/points.ts';
import type { Provenance } from '../model/provenance.ts';
import type {
  Adoption,
  Incident,
  Instruction,
  Obligation,
  Outlet,
  Person,
  PersonId,
  Site,
  Submission,
  SubmissionId,
  Unit,
  UnitFigure,
  UnitId,
} from '../model/records.ts';
import type { Policy } from '../policy/policy.ts';
import type { Reason, RecordKind } from '../scoring/credit.ts';
import type { Shortlist } from '../standings/awards.ts';
import type { Bar } from '../standings/eligibility.ts';
import type { QuotaState } from '../standings/quotas.ts';
import type { Row, Standings } from '../standings/standings.ts';
import type { Said, Words } from '../words/speech.ts';
import type { PublicAppeal } from './publicAppeals.ts';
import type { PublicBulletin } from './publicBulletin.ts';
import type { PublicCalendar } from './publicCalendar.ts';
import type { PublicPlan } from './publicPlan.ts';

/** A credit as the public may see it. */
export interface Entry {
  readonly on: Day;
  readonly unit: UnitId;
  readonly people: readonly { readonly person: PersonId; readonly points: Points }[];
  readonly points: Points;
  readonly account: string;
  readonly policy: string | null;
  readonly clause: string | null;
  readonly kind: RecordKind;
  readonly reason: Reason;
  /** Why nothing but the figures is shown: what it rests on is not open to the public; null if it is. */
  readonly hidden: 'submission' | 'obligation' | null;
  /** Null for what concerns no item, and for what is hidden. */
  readonly item: SubmissionId | null;
  /** The record behind it and where it stands; null for what is hidden. */
  readonly record: string | null;
  readonly rule: string | null;
  readonly at: Place | null;
  readonly line: number;
}

/** A filing of a unit, counted or not; one that several units share is there once for each. */
export interface Filed {
  readonly on: Day;
  readonly unit: UnitId;
  /** Null for what is not open to the public. */
  readonly submission: Submission | null;
  /** Why it does not count; null if it does, and for what is hidden. */
  readonly barred: Reason | null;
  /** Whether an outlet has run it by now; null for what is hidden. */
  readonly adopted: boolean | null;
}

/** A person as an author or approver, and nothing more. */
export type PublicPerson = Pick<Person, 'id' | 'name' | 'unit' | 'roles'>;

export interface PublicAdoption extends Adoption {
  /** The class of the outlet under the ordinance of the day; null where it has none. */
  readonly outletClass: string | null;
}

/** A finding of the build: in words where all that it speaks of is public, in general terms where it may not be. */
export interface PublicFinding {
  readonly code: string;
  readonly severity: Severity;
  /** The file, and the line if it is known; the folder alone where the file may not be named. */
  readonly where: string;
  readonly href: string | undefined;
  /** What is wrong and how to mend it; null where that might tell what is not public. */
  readonly words: Said<Words> | null;
}

/** A shortlist; without names where points for what is not public, and with them its authors, have a part in it. */
export interface PublicAward extends Shortlist {
  readonly withheld: boolean;
}

/** A bulletin that was issued, as the public may see it. */
export interface ShownBulletin {
  /** Its period, as it stands in an address. */
  readonly slug: string;
  readonly period: Period;
  readonly bulletin: PublicBulletin;
}

/** That an outlet ran an item that is not open to the public: whose it was, and of which class the outlet is. */
export interface HiddenAdoption {
  readonly on: Day;
  readonly units: readonly UnitId[];
  readonly outletClass: string | null;
}

export interface View {
  readonly site: Site;
  readonly asOf: Day;
  readonly units: ReadonlyMap<UnitId, Unit>;
  /** Empty where the installation does not show persons. */
  readonly people: ReadonlyMap<PersonId, PublicPerson>;
  readonly outlets: ReadonlyMap<string, Outlet>;
  readonly policies: readonly Policy[];
  readonly submissions: ReadonlyMap<SubmissionId, Submission>;
  readonly adoptions: ReadonlyMap<SubmissionId, readonly PublicAdoption[]>;
  /** In order of days. */
  readonly hiddenAdoptions: readonly HiddenAdoption[];
  readonly instructions: ReadonlyMap<SubmissionId, readonly Instruction[]>;
  readonly obligations: ReadonlyMap<string, Obligation>;
  readonly calendar: PublicCalendar;
  /** Records by their ids, for what an entry or a reason refers to. */
  readonly adoptionById: ReadonlyMap<string, PublicAdoption>;
  readonly instructionById: ReadonlyMap<string, Instruction>;
  readonly incidentById: ReadonlyMap<string, Incident>;
  readonly figureById: ReadonlyMap<string, UnitFigure>;
  /** In order of days. */
  readonly appeals: readonly PublicAppeal[];
  /** How many appeals there are of which the public may know nothing more. */
  readonly hiddenAppeals: number;
  /** The corrections that an appeal led to. */
  readonly ofAppeal: ReadonlyMap<string, readonly Entry[]>;
  /** Filings in order of days: by unit, and all. */
  readonly filings: ReadonlyMap<UnitId, readonly Filed[]>;
  readonly filed: readonly Filed[];
  /** How many submissions there are that are not open to the public. */
  readonly hiddenSubmissions: number;
  /** The journal, in its order; whole, by unit, by item and by person. */
  readonly entries: readonly Entry[];
  readonly ofUnit: ReadonlyMap<UnitId, readonly Entry[]>;
  readonly ofItem: ReadonlyMap<SubmissionId, readonly Entry[]>;
  readonly ofPerson: ReadonlyMap<PersonId, readonly Entry[]>;
  /** The public submissions of each author. */
  readonly ofAuthor: ReadonlyMap<PersonId, readonly Submission[]>;
  /** The months, quarters, half-years and years that have anything in them, each kind in order. */
  readonly periods: readonly Period[];
  readonly standings: ReadonlyMap<string, Standings>;
  /** The lines of the standings, by period and unit. */
  readonly rows: ReadonlyMap<string, ReadonlyMap<UnitId, Row>>;
  /** What the units in the ranking owe in the running month, whether or not anything has happened in it yet. */
  readonly owed: ReadonlyMap<UnitId, readonly QuotaState[]>;
  readonly bars: ReadonlyMap<string, readonly Bar[]>;
  readonly awards: ReadonlyMap<string, readonly PublicAward[]>;
  readonly findings: readonly PublicFinding[];
  /** Null where the installation follows no publicity plan. */
  readonly plan: PublicPlan | null;
  /** In the order in which they were issued. */
  readonly bulletins: readonly ShownBulletin[];
  /** Whether a browser prints the bulletins after the build, so that there is a PDF of each. */
  readonly pdf: boolean;
  /** Who wrote and who approved the record of a public submission, as Git has it. */
  readonly provenance: (submission: SubmissionId) => Provenance;
  /** The line, from 1, of what stands at a place. */
  readonly lineOf: (place: Place) => number;
}
