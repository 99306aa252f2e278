/**
 * A finding is facts at a place: what was noticed, where, and what a mend needs to know. Whoever notices a fault reports facts;
 * `words/findings.ts` finds the words. The union below is the list of everything that we can complain about; codes are stable.
 */
import { byCodeUnit } from './order.ts';
import type { Place } from './place.ts';

export type Finding = { readonly at: Place } & Fault;

/** `error`: the record is left out. `warning`: it is used, and somebody should look. */
export type Severity = 'error' | 'warning';

export type Fault = SourceFault | SchemaFault | LedgerFault | PolicyFault | PlanFault | CasesFault | BulletinFault | AppealFault;

/**
 * The text of a file cannot be read as the small dialect of YAML that we accept. `offset` is in UTF-16 units of the text without its byte-order mark.
 * `reason` is the code of the `yaml` library (`BAD_INDENT`, `MISSING_CHAR` …), or `LONE_CR`, `CONTROL_CHARACTER`, `OTHER`; `detail` is a parser's English.
 * `guess` names the encoding that the bytes look like.
 */
export type SourceFault =
  | { code: 'source/syntax'; reason: string; detail: string; offset: number }
  | { code: 'source/tab'; offset: number }
  | { code: 'source/duplicate-key'; name: string; offset: number }
  | {
      code: 'source/not-in-dialect';
      feature: 'anchor' | 'alias' | 'tag' | 'merge-key' | 'documents' | 'directive' | 'complex-key' | 'special-number';
      offset: number;
    }
  | { code: 'source/too-deep'; limit: number; offset: number }
  | { code: 'source/empty' }
  | { code: 'source/binary' }
  | { code: 'source/not-utf-8'; guess: 'GBK' | 'UTF-16' | null; offset: number }
  | { code: 'source/byte-order-mark' }
  | { code: 'source/carriage-return'; offset: number }
  | { code: 'source/too-large'; bytes: number; limit: number }
  | { code: 'source/symbolic-link' }
  | { code: 'source/unreadable'; detail: string }
  | { code: 'source/file-name'; proposal: string | null }
  | { code: 'source/unknown-file'; nearest: string | null }
  | { code: 'source/missing-file' };

/**
 * A value is not of the form that its key asks for. In `wrong-type`, `expected` and `found` are kinds: text, number, integer, boolean, list, mapping, null;
 * several are joined by ` | `. In `not-well-formed`, `expected` is `not-empty`, `url`, `pattern …`, `at-least n`, `more-than n`, `at-most n`, `less-than n`, or `other`.
 */
export type SchemaFault =
  | { code: 'schema/unknown-key'; name: string; nearest: string | null; known: readonly string[] }
  | { code: 'schema/missing-key'; name: string }
  | { code: 'schema/wrong-type'; expected: string; found: string }
  | { code: 'schema/not-a-choice'; found: string; choices: readonly string[]; nearest: string | null }
  | { code: 'schema/impossible-day'; found: string }
  | { code: 'schema/time-where-day'; found: string; day: string }
  | { code: 'schema/not-a-day'; found: string; proposal: string | null }
  | { code: 'schema/not-well-formed'; found: string; expected: string };

/** A record contradicts another, a register, or itself. */
export type LedgerFault =
  | { code: 'ledger/unknown-reference'; to: ReferenceKind; named: string; nearest: string | null }
  | { code: 'ledger/reference-left-out'; to: ReferenceKind; named: string }
  | { code: 'ledger/ambiguous-reference'; to: ReferenceKind; named: string; candidates: readonly string[] }
  | { code: 'ledger/duplicate-id'; id: string; other: Place }
  | { code: 'ledger/ids-alike'; id: string; twin: string; other: Place }
  | { code: 'ledger/duplicate-name'; name: string; other: Place; alike: 'same' | 'width-or-case' }
  | { code: 'ledger/wrong-folder'; expected: string }
  | { code: 'ledger/unit-and-units' }
  | { code: 'ledger/review-without-outcome'; revised: string }
  | { code: 'ledger/no-unit' }
  | { code: 'ledger/event-before-filing'; event: 'adoption' | 'instruction'; on: string; filed: string }
  | { code: 'ledger/answers-another-units-obligation'; obligation: string; owed_by: readonly string[] }
  | { code: 'ledger/answers-before-set'; obligation: string; set: string }
  | {
      code: 'ledger/not-in-service';
      what: 'unit' | 'person' | 'outlet' | 'lecturer' | 'spot';
      named: string;
      on: string;
      from: string | null;
      to: string | null;
    }
  | { code: 'ledger/author-of-another-unit'; person: string; unit: string }
  | { code: 'ledger/medium-contradicts-register'; outlet: string; registered: boolean }
  | { code: 'ledger/edition-needed'; outlet: string; editions: readonly string[] }
  | { code: 'ledger/same-link'; other: string }
  | { code: 'ledger/same-title'; other: string; title: string }
  | {
      code: 'ledger/unknown-word';
      kind: 'form' | 'category' | 'incident';
      found: string;
      known: readonly string[];
      nearest: string | null;
      policy: string;
    }
  | { code: 'ledger/review-order'; earlier: string; later: string }
  | { code: 'ledger/ends-before-it-begins'; from: string; to: string }
  | { code: 'ledger/parent-circle'; through: readonly string[] }
  | { code: 'ledger/more-than-there-are'; part: PlanPart; count: number; whole: 'entitled' | 'asked' | 'printed'; of: number }
  | { code: 'ledger/before-it-was-found'; moment: string; found: string }
  | { code: 'ledger/before-the-release'; release: string; issued: string; on: string };

type PlanPart = 'informed' | 'enjoying' | 'aware' | 'distributed';

/** An ordinance does not say what it must, or says it twice. */
export type PolicyFault =
  | { code: 'policy/unknown-clause'; clause: string; nearest: string | null }
  | { code: 'policy/unknown-pool'; pool: string; nearest: string | null }
  | { code: 'policy/unknown-class'; named: string; nearest: string | null }
  | { code: 'policy/unknown-attribute'; attribute: string; nearest: string | null; known: readonly string[] }
  | { code: 'policy/unknown-option'; reading: string; chosen: string; options: readonly string[] }
  | { code: 'policy/reading-changes-nothing'; reading: string; option: string; path: string }
  | { code: 'policy/unknown-policy'; named: string; nearest: string | null }
  | { code: 'policy/id-is-not-file-name'; id: string; expected: string }
  | { code: 'policy/same-start'; other: string; from: string }
  | { code: 'policy/outlet-in-two-classes'; outlet: string; classes: readonly string[] }
  | { code: 'policy/division-without-rounding' }
  | { code: 'policy/unknown-rule'; named: string; among: 'duties' | 'rules'; nearest: string | null }
  | { code: 'policy/unknown-value'; attribute: string; found: string; known: readonly string[]; nearest: string | null }
  | { code: 'policy/not-a-number'; attribute: string }
  | { code: 'policy/never-applies'; attribute: string | null; reason: 'conditions' | 'earlier-class' | 'with' | 'without' }
  | { code: 'policy/same-fact-twice'; rule: string; other: string }
  | { code: 'policy/table-gap'; attribute: string; missing: readonly string[] }
  | { code: 'policy/band-gap'; attribute: string; above: number }
  | { code: 'policy/out-of-order'; value: number | null }
  | { code: 'policy/bounds-crossed'; least: number; most: number }
  | { code: 'policy/class-without-points'; class: string }
  | { code: 'policy/shortfall-earns'; points: number }
  | { code: 'policy/nothing-bars' }
  | { code: 'policy/no-such-unit'; what: 'unit' | 'class'; named: string; nearest: string | null }
  | { code: 'policy/owed-by-nobody'; duty: string }
  | { code: 'policy/days-without'; from: string; to: string; before: string }
  | { code: 'policy/days-with-two'; other: string; from: string; to: string }
  | { code: 'policy/wrong-kind'; named: string; wanted: 'ordinance' | 'plan' };

/** A record of a publicity plan uses a word that the plan does not have; or there are such records, and the installation names no plan. */
export type PlanFault = PlanWordFault | { code: 'plan/not-followed'; records: number };
interface PlanWordFault {
  code: 'plan/unknown-word';
  kind: 'topic' | 'subtopic' | 'channel' | 'form' | 'emphasis' | 'aspect' | 'training' | 'group' | 'spot' | 'material' | 'system' | 'role' | 'report';
  found: string;
  known: readonly string[];
  nearest: string | null;
  plan: string;
}

/** A case of an ordinance cannot be asked: `known` are the kinds of event, `fitting` what can be said of the subject. */
export type CasesFault =
  | { code: 'cases/unclear-event'; known: readonly string[] }
  | { code: 'cases/unit-without-class'; unit: string }
  | { code: 'cases/unknown-outlet'; named: string; nearest: string | null }
  | { code: 'cases/unknown-name'; what: 'item' | 'person' | 'award' | 'duty' | 'of' | 'reading'; named: string; nearest: string | null }
  | { code: 'cases/unknown-event'; to: 'submission' | 'obligation'; named: string; nearest: string | null }
  | { code: 'cases/several-subjects'; subjects: readonly string[] }
  | { code: 'cases/nothing-said'; subject: CaseSubject; fitting: readonly string[] }
  | { code: 'cases/does-not-fit'; measure: string; subject: CaseSubject; fitting: readonly string[] };

/**
 * An issued bulletin is not what was issued, or does not fit the others: two that overlap, days between two that none covers. `seal-broken`: figures
 * were changed after the computation; `chain-broken`: the bulletin it rests on was. `detail` of a wording is a sentence for each language.
 */
export type BulletinFault =
  | { code: 'bulletin/file-is-not-period'; period: string }
  | { code: 'bulletin/seal-broken' }
  | { code: 'bulletin/chain-broken'; on: string }
  | { code: 'bulletin/rests-on-missing'; on: string }
  | { code: 'bulletin/overlap'; other: string }
  | { code: 'bulletin/closed-twice'; other: string; from: string; to: string }
  | { code: 'bulletin/gap'; before: string; from: string; to: string }
  | { code: 'bulletin/in-the-future'; to: string; today: string }
  | { code: 'bulletin/wording'; detail: { readonly zh: string; readonly en: string } }
  | { code: 'bulletin/unknown-class'; named: string; nearest: string | null };

/** An appeal contradicts itself, the bulletin or the ordinance that it speaks of, or says too little of what came of it. */
export type AppealFault =
  | { code: 'appeal/about-nothing' }
  | { code: 'appeal/before-filing'; what: 'decision' | 'withdrawal'; on: string; filed: string }
  | { code: 'appeal/withdrawn-and-decided'; withdrawn: string; decided: string }
  | { code: 'appeal/unknown-bulletin'; named: string; nearest: string | null }
  | { code: 'appeal/unknown-clause'; clause: string; nearest: string | null }
  | { code: 'appeal/not-covered'; item: string; bulletin: string }
  | { code: 'appeal/late'; on: string; due: string; clause: string }
  | { code: 'appeal/unknown-change'; named: string; nearest: string | null }
  | { code: 'appeal/upheld-without-change' }
  | { code: 'appeal/rejected-with-change' };

export type CaseSubject = 'item' | 'unit' | 'person' | 'award' | 'ranking';

export type ReferenceKind = 'unit' | 'person' | 'outlet' | 'submission' | 'obligation' | 'lecturer' | 'spot' | 'release' | 'record';

const WARNINGS: ReadonlySet<Fault['code']> = new Set([
  'source/byte-order-mark',
  'source/carriage-return',
  'source/unknown-file',
  'ledger/same-link',
  'ledger/same-title',
  'ledger/author-of-another-unit',
  'ledger/medium-contradicts-register',
  'ledger/edition-needed',
  'ledger/unknown-word',
  'ledger/answers-before-set',
  'policy/reading-changes-nothing',
  'policy/outlet-in-two-classes',
  'policy/never-applies',
  'policy/same-fact-twice',
  'policy/table-gap',
  'policy/band-gap',
  'policy/class-without-points',
  'policy/shortfall-earns',
  'policy/nothing-bars',
  'policy/no-such-unit',
  'policy/owed-by-nobody',
  'policy/days-without',
  'policy/days-with-two',
  'bulletin/chain-broken',
  'bulletin/rests-on-missing',
  'bulletin/gap',
  'bulletin/unknown-class',
  'plan/unknown-word',
  'plan/not-followed',
  'appeal/withdrawn-and-decided',
  'appeal/unknown-bulletin',
  'appeal/unknown-clause',
  'appeal/not-covered',
  'appeal/late',
  'appeal/unknown-change',
  'appeal/upheld-without-change',
  'appeal/rejected-with-change',
]);

/** An error costs the record that has it; after a warning the record is used all the same. */
export const severityOf = ({ code }: Fault): Severity => (WARNINGS.has(code) ? 'warning' : 'error');

/** Findings in reading order: by file, then place, then offset, then code. */
export function inReadingOrder(findings: readonly Finding[]): Finding[] {
  return [...findings].sort(
    (a, b) =>
      byCodeUnit(a.at.file, b.at.file) ||
      byCodeUnit(pathKey(a), pathKey(b)) ||
      offsetOf(a) - offsetOf(b) ||
      byCodeUnit(a.code, b.code) ||
      byCodeUnit(JSON.stringify(a), JSON.stringify(b)),
  );
}
/** A place comes before what lies inside it: steps are told apart by the lowest sign. */
const pathKey = ({ at }: Finding): string => at.path.map(stepKey).join('\u0000');
const stepKey = (step: string | number): string => (typeof step === 'number' ? String(step).padStart(8, '0') : step);
const offsetOf = (finding: Finding): number => ('offset' in finding ? finding.offset : 0);
