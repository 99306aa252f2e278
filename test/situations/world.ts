/** Turns the events of a situation, as `situations.yaml` tells them, into the records that an office would have written. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

export interface Event {
  readonly e: string;
  readonly [key: string]: unknown;
}

export interface Situation {
  readonly id: string;
  readonly title: string;
  readonly events: readonly Event[];
  readonly now?: string;
  readonly ask: { readonly kind: string; readonly [key: string]: unknown };
  readonly expected: unknown;
  readonly status?: unknown;
  readonly by_reading?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

type Values = Map<string, unknown>;
interface Draft {
  readonly seed: string;
  readonly units: Map<string, string>;
  readonly people: Map<string, string>;
  readonly outlets: Map<string, Record<string, unknown>>;
  readonly items: Map<string, Record<string, unknown>>;
  readonly values: Values;
}

const OUTLETS = parse(readFileSync(new URL('./outlets.yaml', import.meta.url), 'utf8')) as Record<string, Record<string, unknown>[]>;
const POLICIES: Record<string, readonly string[]> = {
  S0: ['county-2021'],
  S1: ['linyi-2020'],
  S2: ['ganzhou-2020'],
  S4: ['xinjiang-2020', 'xinjiang-2022'],
};

export const seedOf = ({ id }: Situation): string => id.slice(0, 2);
export const policiesOf = (situation: Situation): readonly string[] => POLICIES[seedOf(situation)] as readonly string[];

/** The values of the files of the situation's ledger; ids of items are those of the situation. */
export function valuesOf(situation: Situation): Values {
  const draft: Draft = { seed: seedOf(situation), units: new Map(), people: new Map(), outlets: new Map(), items: new Map(), values: new Map() };
  for (const outlet of OUTLETS[draft.seed] ?? []) draft.outlets.set(outlet['name'] as string, outlet);
  for (const unit of askedUnits(situation)) unitOf(unit, draft);
  for (const [index, event] of situation.events.entries()) tell(event, index, draft);
  return assemble(draft, situation);
}

/** Units that are asked about exist even if nothing happens to them. */
function askedUnits({ ask }: Situation): string[] {
  const named = [ask['unit'], ...((ask['units'] as string[] | undefined) ?? [])];
  return named.filter((name): name is string => typeof name === 'string');
}

function tell(event: Event, index: number, draft: Draft): void {
  const told = EVENTS[event.e];
  if (!told) throw new Error(`no such event: ${event.e}`);
  told(event, draft, index);
}

const EVENTS: Record<string, (event: Event, draft: Draft, index: number) => void> = {
  file: (event, draft) => file(String(event['item']), event, draft),
  routine: (event, draft) => {
    unitOf(event['unit'], draft, event['class']);
    for (const date of event['dates'] as string[])
      file(`${event['unit']} ${date}`, { kind: draft.seed === 'S4' ? '动态' : undefined, ...event, date }, draft);
  },
  routine_monthly: (event, draft) => {
    for (const [month, count] of Object.entries(event['counts'] as Record<string, number>)) {
      for (let day = 1; day <= count; day += 1)
        file(`${event['unit']} ${month}-${day}`, { ...event, date: `${month}-${String(day).padStart(2, '0')}` }, draft);
    }
  },
  research_counts: (event, draft) => {
    for (const [unit, halves] of Object.entries(event['counts'] as Record<string, number[]>)) {
      unitOf(unit, draft, '处室');
      for (const [half, count] of halves.entries()) {
        for (let number = 1; number <= count; number += 1)
          file(`${unit} ${half} ${number}`, { e: 'file', unit, kind: '调研报告', date: `${event['year']}-0${half === 0 ? 2 : 8}-0${number}` }, draft);
      }
    }
  },
  adopt: (event, draft, index) => {
    const { item, outlet, date, form, print, reprint, level } = event;
    if (!draft.outlets.has(String(outlet)))
      draft.outlets.set(String(outlet), { name: outlet, level: String(level).replace('级', ''), channel: '网站' });
    itemOf(String(item), event, draft);
    const registered = draft.outlets.get(String(outlet));
    const differs = print !== undefined && print !== (registered?.['print'] ?? false);
    put(draft, `data/adoptions/2020/adopt-${index}.yaml`, { submission: item, outlet, on: date, form, print: differs ? print : undefined, reprint });
  },
  forward: (event, draft, index) => {
    itemOf(String(event['item']), event, draft);
    put(draft, `data/adoptions/2020/forward-${index}.yaml`, { submission: event['item'], outlet: event['to'], on: event['date'], stage: '上报' });
  },
  instruct: (event, draft, index) => {
    itemOf(String(event['item']), event, draft);
    put(draft, `data/instructions/2020/instruct-${index}.yaml`, {
      submission: event['item'],
      level: LEADERS[String(event['by'])],
      on: event['date'],
      affirmative: event['affirmative'],
    });
  },
  commission: (event, draft) => {
    const due = String(event['due']);
    put(draft, `data/obligations/2020/${event['id']}.yaml`, {
      kind: '约稿',
      title: `约稿 ${event['id']}`,
      by: event['by'],
      on: `${due.slice(0, 8)}01`,
      due,
      units: unitsOf(event, draft),
    });
  },
  duty: (event, draft) => {
    const kind = event['kind'] === 'meeting' ? '会议' : '政策';
    put(draft, `data/obligations/2020/${event['id']}.yaml`, {
      kind,
      title: `${kind} ${event['id']}`,
      on: event['date'] ?? event['from'],
      to: event['to'],
      units: unitsOf(event, draft),
    });
  },
  review: (event, draft) => {
    const item = draft.items.get(String(event['item'])) as Record<string, unknown>;
    if (event['result'] === 'return') item['rounds'] = [...((item['rounds'] as unknown[] | undefined) ?? []), { returned: event['date'] }];
    else item[event['result'] === 'pass' ? 'accepted' : 'rejected'] = event['date'];
  },
  refile: (event, draft) => {
    const rounds = draft.items.get(String(event['item']))?.['rounds'] as Record<string, unknown>[];
    (rounds.at(-1) as Record<string, unknown>)['revised'] = event['date'];
  },
  composite: (event, draft) => {
    const marks = event['marks'] as Record<string, string>;
    const parts = [...draft.items].filter(([, item]) => (event['units'] as string[]).includes(String(item['unit'])));
    const on = parts
      .map(([, item]) => String(item['on']))
      .sort()
      .at(-1);
    draft.items.set(String(event['item']), {
      title: `综合稿 ${event['item']}`,
      units: (event['units'] as string[]).map((unit) => ({ unit, mark: marks[unit] })),
      on,
      composite_of: parts.map(([id]) => id),
    });
  },
  incident: (event, draft, index) => {
    itemOf(String(event['item']), event, draft);
    const { unit, item, kind, date, count, detail } = event;
    put(draft, `data/incidents/2020/incident-${index}.yaml`, { unit, submission: item, kind, on: date, count, detail });
  },
  totals: (event, draft) => {
    for (const unit of Object.keys(event['points'] as Record<string, number>)) unitOf(unit, draft, '处室');
  },
};

const LEADERS: Record<string, string> = {
  县领导: '县',
  市领导: '市',
  省领导: '省',
  省级领导: '省',
  自治区领导: '省',
  国家医疗保障局领导: '部委',
  国家领导人: '国家',
};
const KINDS: Record<string, string> = { 动态: '工作动态' };

/** An item that something happens to without its filing being told: the filing is not in question. */
function itemOf(item: string, event: Event, draft: Draft): void {
  if (!draft.items.has(item)) file(item, { ...event, unit: event['unit'] ?? '甲地区医保局' }, draft);
}

function file(item: string, event: Event, draft: Draft): void {
  const { unit, date, form, kind, stream, important, approved, target, commission, duty, same_text_as } = event;
  const authors = (event['authors'] ?? (event['author'] ? [event['author']] : undefined)) as string[] | undefined;
  for (const author of authors ?? []) draft.people.set(author, String(unit));
  unitOf(unit, draft, event['class']);
  draft.items.set(item, {
    title: `稿件 ${item}`,
    unit,
    on: date,
    form: draft.seed === 'S0' ? form : undefined,
    category: kind === undefined ? undefined : (KINDS[String(kind)] ?? kind),
    stream,
    authors,
    important,
    target,
    approvals: (approved as string[] | undefined)?.map((step) => ({ step })),
    answers: commission ?? duty,
    same_as: same_text_as,
  });
}

const unitsOf = (event: Event, draft: Draft): string[] => (event['units'] as string[]).map((unit) => unitOf(unit, draft));

function unitOf(name: unknown, draft: Draft, given?: unknown): string {
  const unit = String(name);
  if (!draft.units.has(unit) || given) draft.units.set(unit, given ? String(given) : classOf(unit, draft.seed));
  return unit;
}

function classOf(unit: string, seed: string): string {
  const classes: Record<string, (readonly [RegExp, string])[]> = {
    S0: [
      [/下属单位|中心/, '下属单位'],
      [/./, '机关股室'],
    ],
    S1: [[/./, '机关科室']],
    S2: [
      [/基金管理中心$/, '中心'],
      [/组$/, '中心组'],
      [/医疗保障局$/, '县级部门'],
      [/医院$/, '两定机构'],
      [/./, '机关科室'],
    ],
    S4: [
      [/地区/, '地州市'],
      [/处$/, '处室'],
      [/./, '直属单位'],
    ],
  };
  return (classes[seed] ?? []).find(([form]) => form.test(unit))?.[1] ?? '';
}

/** Writes a record without the keys that the situation leaves out. */
function put(draft: Draft, path: string, record: Record<string, unknown>): void {
  draft.values.set(path, present(record));
}

const present = (record: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));

function assemble(draft: Draft, situation: Situation): Values {
  const unitIds = new Map([...draft.units.keys()].map((name, index) => [name, `u${index + 1}`]));
  const parent = draft.units.has('市医疗保障基金管理中心') ? '市医疗保障基金管理中心' : undefined;
  const units = [...draft.units].map(([name, unitClass]) =>
    present({ id: unitIds.get(name), name, class: unitClass, parent: unitClass === '中心组' ? parent : undefined }),
  );
  const outlets = [...draft.outlets.values()].map((outlet, index) => ({ id: `o${index + 1}`, ...outlet }));
  const people = [...draft.people].map(([name, unit], index) => ({ id: `p${index + 1}`, name, unit }));
  draft.values.set('data/site.yaml', { organisation: situation.title, policies: policiesOf(situation) });
  draft.values.set('data/units.yaml', { units });
  draft.values.set('data/outlets.yaml', { outlets });
  draft.values.set('data/people.yaml', { people });
  for (const [id, item] of draft.items) {
    const folder = unitIds.get(String(item['unit'])) ?? 'office';
    put(draft, `data/submissions/${folder}/2020/${id}.yaml`, item);
  }
  return draft.values;
}
