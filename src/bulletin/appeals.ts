/** 申诉 beside the bulletins and the ordinances: what must be true of them, and which corrections they led to. */
import type { Issued } from '../ledger/bulletins.ts';
import { idOf, RECORD_SCHEMAS } from '../ledger/files.ts';
import { nearest } from '../ledger/nearest.ts';
import type { Cause } from '../ledger/written/bulletin.ts';
import type { Day } from '../model/day.ts';
import type { AppealFault, Finding } from '../model/finding.ts';
import { within } from '../model/place.ts';
import type { Appeal, Ledger } from '../model/records.ts';
import { type Policy, timeline } from '../policy/policy.ts';
import { limitToAppeal } from '../scoring/appeals.ts';
import { type AppealOf, type Behind, filesOf, knownFiles } from './evidence.ts';

interface Office {
  readonly ledger: Ledger;
  readonly policies: readonly Policy[];
  readonly bulletins: readonly Issued[];
}

/** The findings of appeals held against the bulletins and the ordinances in use. */
export function checkAppeals(office: Office): Finding[] {
  const { appeals } = office.ledger;
  if (appeals.length === 0) return [];
  const scene = sceneOf(office);
  return appeals.flatMap((appeal) =>
    checks.flatMap((check) => [...check(appeal, scene)].map(([path, fault]): Finding => ({ at: within(appeal.at, ...path), ...fault }))),
  );
}

type Found = readonly [path: readonly (string | number)[], fault: AppealFault];

interface Scene extends Office {
  readonly issued: ReadonlyMap<string, Issued>;
  readonly files: readonly Behind[];
  /** What the record of a change may be called: ids, and files of registers and ordinances. */
  readonly changeable: ReadonlySet<string>;
  readonly policyOn: (day: Day) => Policy | null;
}

function sceneOf(office: Office): Scene {
  const files = filesOf(office.ledger, office.policies);
  const all = [...files.map(({ file }) => file), ...knownFiles(office.bulletins).keys(), ...office.bulletins.flatMap(goneIn)];
  return {
    ...office,
    issued: new Map(office.bulletins.map((bulletin) => [bulletin.id, bulletin])),
    files,
    changeable: new Set(all.map(calledBy)),
    policyOn: timeline(office.policies),
  };
}

const goneIn = ({ written }: Issued): readonly string[] => written.evidence.gone;

/** What an appeal calls a file: a record by its id, anything else by its path. */
const calledBy = (file: string): string => (isRecord(file) ? idOf(file) : file);
const isRecord = (file: string): boolean => Object.keys(RECORD_SCHEMAS).some((folder) => file.startsWith(`data/${folder}/`));

type Check = (appeal: Appeal, scene: Scene) => Generator<Found>;

const checks: readonly Check[] = [
  itsBulletinWasIssued,
  itsClauseStandsInAnOrdinance,
  itsBulletinCoversTheItem,
  itIsFiledInTime,
  everyChangeIsOfARecord,
  whatIsUpheldChangesSomething,
];

function* itsBulletinWasIssued({ bulletin }: Appeal, { issued }: Scene): Generator<Found> {
  if (bulletin !== null && !issued.has(bulletin))
    yield [['bulletin'], { code: 'appeal/unknown-bulletin', named: bulletin, nearest: nearest(bulletin, [...issued.keys()]) }];
}

function* itsClauseStandsInAnOrdinance({ clause }: Appeal, { policies }: Scene): Generator<Found> {
  const known = policies.flatMap(({ clauses }) => Object.keys(clauses));
  if (clause !== null && !known.includes(clause)) yield [['clause'], { code: 'appeal/unknown-clause', clause, nearest: nearest(clause, known) }];
}

/** A day of the item lies in the period, or the bulletin has a credit of it, as where it corrects an earlier one. */
function* itsBulletinCoversTheItem({ item, submission, bulletin }: Appeal, { ledger, issued, files }: Scene): Generator<Found> {
  const shown = bulletin === null ? undefined : issued.get(bulletin);
  if (shown === undefined || item === null) return;
  const { from, to } = shown.period;
  const isOfItem = (behind: Behind): boolean => idOf(behind.file) === item || (item === submission && behind.item === item);
  const days = [
    ...files.filter(isOfItem).flatMap(({ on }) => on ?? []),
    ...[...issued.values()].flatMap(({ written }) =>
      written.credits.filter((credit) => credit.item === item || credit.record === item).map(({ on }) => on),
    ),
    ...dueDaysOf(item, ledger),
  ];
  if (!days.some((on) => from <= on && on <= to)) yield [['bulletin'], { code: 'appeal/not-covered', item, bulletin: shown.id }];
}

/** An obligation is counted on its last day, too. */
const dueDaysOf = (item: string, { obligations }: Ledger): Day[] => (obligations.get(item)?.due ? [obligations.get(item)?.due as Day] : []);

function* itIsFiledInTime(appeal: Appeal, { issued, ledger, policyOn }: Scene): Generator<Found> {
  const { on, bulletin, late, withdrawn, decision } = appeal;
  const shown = bulletin === null ? undefined : issued.get(bulletin);
  if (shown === undefined || late !== null || withdrawn !== null || decision?.result === '不支持') return;
  const limit = limitToAppeal({ issued: shown.written.document.issued as Day, to: shown.period.to }, policyOn(on), ledger.site);
  if (limit !== null && on > limit.due) yield [['on'], { code: 'appeal/late', on, due: limit.due, clause: limit.clause }];
}

function* everyChangeIsOfARecord({ decision }: Appeal, { changeable }: Scene): Generator<Found> {
  for (const [index, named] of (decision?.changed ?? []).entries())
    if (!changeable.has(named))
      yield [['decision', 'changed', index], { code: 'appeal/unknown-change', named, nearest: nearest(named, [...changeable]) }];
}

function* whatIsUpheldChangesSomething({ decision }: Appeal): Generator<Found> {
  if (decision === null) return;
  const [rejected, changes] = [decision.result === '不支持', decision.changed.length > 0];
  if (rejected && changes) yield [['decision', 'result'], { code: 'appeal/rejected-with-change' }];
  if (!rejected && !changes) yield [['decision'], { code: 'appeal/upheld-without-change' }];
}

/**
 * An appeal corrects what had been published when it was decided, and it does so once: a bulletin that has named it for a file leaves nothing of it.
 * The latest decision stands for them all.
 */
export function appealsBehind({ appeals }: Pick<Ledger, 'appeals'>, issued: readonly Issued[]): AppealOf {
  const upheld = appeals.flatMap(({ id, decision }) => (decision === null || decision.result === '不支持' ? [] : [{ id, decision }]));
  if (upheld.length === 0) return () => null;
  const days = new Map(issued.map(({ id, written }) => [id, written.document.issued]));
  const settled = settledIn(issued);
  const latestFirst = upheld.sort((a, b) => (a.decision.on < b.decision.on ? 1 : -1));
  return (file, corrects) => {
    const called = calledBy(file);
    const found = latestFirst.find(
      ({ id, decision }) => decision.changed.includes(called) && (days.get(corrects) ?? '') <= decision.on && !settled.has(`${id} ${file}`),
    );
    return found?.id ?? null;
  };
}

/** The appeals that bulletins have named, each with the file. */
const settledIn = (issued: readonly Issued[]): Set<string> =>
  new Set(
    issued.flatMap(({ written }) => written.credits.flatMap(causesIn)).flatMap(({ appeal, file }) => (appeal && file ? [`${appeal} ${file}`] : [])),
  );

/** The seal vouches for the form of a reason: this program wrote it. */
const causesIn = ({ reason }: { readonly reason: object }): readonly Cause[] =>
  'causes' in reason && Array.isArray(reason.causes) ? (reason.causes as Cause[]) : [];
