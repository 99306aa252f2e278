/** The records behind the figures of a publicity plan, as rows that figures lead to. */
import { byDay } from '../model/order.ts';
import type { Activity, Lecturer, Material, Officer, PlanFigure, PlanRecords, Spot } from '../model/plan.ts';
import { written } from '../model/points.ts';
import type { Recorded } from '../model/recorded.ts';
import type { RecordKind, Source } from '../plan/scope.ts';
import type { PlanUi } from '../words/plan-pages.ts';
import { type Context, known, muted, sourceCell, text } from './context.ts';
import { isHidden } from './publicPlan.ts';
import type { Row, Section, Table } from './shown.ts';

/** What a link to a record points at. */
export const anchorOfRecord = (kind: RecordKind, id: string): string => `${kind}-${id}`;

/** How a record is spoken of, and what it says, as far as it may be told. */
interface Told {
  readonly on: string;
  readonly name: string;
  readonly facts: readonly (string | null)[];
}

type Teller<K extends RecordKind> = (record: PlanRecords[K] extends ReadonlyMap<string, infer T> ? T : never, ui: PlanUi) => Told;

const TELLERS: { readonly [K in RecordKind]: Teller<K> } = {
  activities: (activity, ui) => ({ on: activity.on, name: isHidden(activity) ? ui.hiddenActivity : activity.title, facts: factsOf(activity, ui) }),
  figures: (figure, ui) => ({ on: figure.on, ...figureTold(figure, ui) }),
  lecturers: (lecturer, ui) => ({
    on: lecturer.from,
    name: personName(lecturer, lecturer.name, ui),
    facts: [lecturer.unit, ...lecturer.expertise],
  }),
  spots: (spot, ui) => ({ on: spot.from ?? '', name: spot.name, facts: [spot.class, lastCheck(spot, ui)] }),
  materials: (material, ui) => ({
    on: material.on,
    name: [material.name, material.version].filter(Boolean).join(' '),
    facts: factsOfMaterial(material, ui),
  }),
  documents: ({ from, name, system, version }) => ({ on: from, name, facts: [system, version] }),
  officers: (officer, ui) => ({ on: officer.from, name: personName(officer, officer.person, ui), facts: [officer.role] }),
  releases: ({ on, name, level, topic }) => ({ on, name, facts: [level, topic] }),
  opinions: () => ({ on: '', name: '', facts: [] }),
  epidemics: ({ from, to }, ui) => ({ on: from, name: `${from} – ${to ?? ui.lasting}`, facts: [] }),
};

const personName = (record: Lecturer | Officer, name: string, ui: PlanUi): string => (isHidden(record) ? ui.hiddenPerson : name);

function factsOf({ topic, subtopic, channel, form, training }: Activity, ui: PlanUi): (string | null)[] {
  const plain = [topic, subtopic, channel, form];
  if (training === null) return plain;
  const attended = Object.values(training.attendance).reduce((sum, count) => sum + count, 0);
  return [...plain, training.kind, training.online ? ui.online : ui.offline, ui.people(attended)];
}

function figureTold(figure: PlanFigure, ui: PlanUi): Omit<Told, 'on'> {
  switch (figure.kind) {
    case '待遇享受': {
      const { population, area, entitled, informed, enjoying } = figure;
      return {
        name: [population, area].filter(Boolean).join(' · '),
        facts: [ui.entitled(entitled), informed === null ? null : ui.informed(informed), enjoying === null ? null : ui.enjoying(enjoying)],
      };
    }
    case '知晓率调查':
      return { name: `${figure.kind} · ${figure.population}`, facts: [ui.asked(figure.asked, figure.aware)] };
    case '预算':
      return { name: `${figure.kind} · ${figure.year}`, facts: [ui.yuan(written(figure.amount))] };
    case '支出':
      return { name: `${figure.kind} · ${figure.purpose}`, facts: [ui.yuan(written(figure.amount))] };
  }
}

function lastCheck({ checks }: Spot, ui: PlanUi): string | null {
  const last = checks.toSorted(byDay).at(-1);
  return last === undefined ? null : ui.checked(last.on, last.toolBook && last.procedure);
}

function factsOfMaterial({ kind, basis, printed, distributed }: Material, ui: PlanUi): (string | null)[] {
  const total = (batches: readonly { count: number }[]): number => batches.reduce((sum, { count }) => sum + count, 0);
  return [kind, ui.printed(total(printed)), ui.distributed(total(distributed)), basis];
}

/** What a record is told as. */
export function toldOf(kind: RecordKind, id: string, records: PlanRecords, ui: PlanUi): Told & { hidden: boolean; at: Source['at'] } {
  const record = known<string, Recorded>(records[kind], id);
  const tell = TELLERS[kind] as (record: unknown, ui: PlanUi) => Told;
  return { ...tell(record, ui), hidden: isHidden(record), at: record.at };
}

const ORDER: readonly RecordKind[] = ['activities', 'figures', 'lecturers', 'spots', 'materials', 'documents', 'officers', 'releases', 'epidemics'];

/** A table for each kind of record among `sources`; every record once. */
export function recordSections(sources: readonly Source[], records: PlanRecords, ui: PlanUi, context: Context): Section[] {
  return ORDER.flatMap((kind) => {
    const ids = [...new Set(sources.filter((source) => source.kind === kind).map(({ id }) => id))];
    const title = ui.kinds[kind];
    return ids.length === 0 ? [] : [{ id: `records-${kind}`, title, table: recordTable(kind, ids, records, ui, context) }];
  });
}

function recordTable(kind: RecordKind, ids: readonly string[], records: PlanRecords, ui: PlanUi, context: Context): Table {
  return {
    id: `table-${kind}`,
    caption: ui.kinds[kind],
    headed: true,
    columns: [
      { label: ui.columns.on, kind: 'day' },
      { label: ui.columns.name, kind: 'text' },
      { label: ui.columns.facts, kind: 'text' },
      { label: ui.columns.source, kind: 'text' },
    ],
    head: 1,
    rows: ids.map((id): Row => {
      const told = toldOf(kind, id, records, ui);
      const source = told.hidden ? muted(ui.withheld) : sourceCell(told.at, context);
      return { anchor: anchorOfRecord(kind, id), cells: [text(told.on), text(told.name), text(told.facts.filter(Boolean).join(' · ')), source] };
    }),
  };
}
