/** Random ledgers, small and eventful, as the values of their files. */
import fc from 'fast-check';
import { addDays, type Day } from '../../src/model/day.ts';

export interface World {
  readonly policies: readonly string[];
  readonly classes: readonly string[];
  readonly outlets: readonly Record<string, unknown>[];
  readonly forms: readonly string[];
  readonly categories: readonly string[];
  readonly steps: readonly string[];
  readonly incidents: readonly string[];
  readonly obligations: readonly string[];
  readonly start: Day;
}

export const WORLDS: Record<string, World> = {
  county: {
    policies: ['county-2021'],
    classes: ['机关股室', '下属单位'],
    outlets: [
      { name: 'XX县人民政府官方网站', level: '县', channel: '政府网站' },
      { name: 'XX融媒', level: '县', channel: '融媒体' },
      { name: '湛江日报', level: '市', channel: '报纸', print: true },
      { name: '南方网', level: '省', channel: '网站' },
      { name: '学习强国', level: '国家', channel: '客户端' },
      { name: '湛江电台', level: '市', channel: '广播' },
    ],
    forms: ['综合', '简讯'],
    categories: [],
    steps: ['股室负责人', '分管领导', '办公室主任', '分管宣传工作的局领导'],
    incidents: ['负面炒作'],
    obligations: [],
    start: '2022-01-01' as Day,
  },
  linyi: {
    policies: ['linyi-2020'],
    classes: ['机关科室', '医保中心'],
    outlets: [
      { name: '琅琊新闻网', level: '市', channel: '网站' },
      { name: '临沂日报', level: '市', channel: '报纸', print: true },
      { name: '大众网', level: '省', channel: '网站' },
      { name: '大众日报(省版)', level: '省', channel: '报纸', print: true },
      { name: '人民日报', level: '国家', channel: '报纸', print: true },
      { name: '新浪', channel: '门户网站' },
    ],
    forms: [],
    categories: [],
    steps: ['科室负责人', '业务分管领导', '保密审查分管领导'],
    incidents: [],
    obligations: [],
    start: '2021-01-01' as Day,
  },
  ganzhou: {
    policies: ['ganzhou-2020'],
    classes: ['机关科室', '县级部门', '两定机构'],
    outlets: [
      { name: '市局网站', level: '市', channel: '政府网站', own: true },
      { name: '《每日要情》', level: '市', channel: '政务系统' },
      { name: '《江西医保工作》', level: '省', channel: '内刊' },
      { name: '江西日报', level: '省', channel: '报纸' },
      { name: '人民日报', level: '国家', channel: '报纸' },
    ],
    forms: [],
    categories: ['工作动态类', '问题建议类'],
    steps: [],
    incidents: ['重大失误'],
    obligations: ['约稿', '会议', '政策'],
    start: '2021-01-01' as Day,
  },
  xinjiang: {
    policies: ['xinjiang-2020', 'xinjiang-2022'],
    classes: ['地州市', '处室'],
    outlets: [
      { name: '门户网站', channel: '政府网站', own: true },
      { name: '《信息专报》', channel: '内刊', own: true },
      { name: '自治区党委办公厅《每日要情》', level: '省', channel: '政务系统' },
      { name: '国务院办公厅', level: '国家', channel: '政务系统' },
    ],
    forms: [],
    categories: ['问题建议', '调研报告', '工作动态'],
    steps: ['负责人', '分管局领导'],
    incidents: ['未经审核', '一般错误'],
    obligations: ['约稿'],
    start: '2022-01-01' as Day,
  },
};

export type Values = ReadonlyMap<string, unknown>;

/** Registers of three units with two authors each, and the outlets of the world. */
function registersOf({ policies, classes, outlets }: World): [string, unknown][] {
  const units = [0, 1, 2].map((number) => ({ id: `u${number}`, name: `单位${number}`, class: classes[number % classes.length] }));
  const people = units.flatMap(({ id, name }) => [0, 1].map((number) => ({ id: `p-${id}-${number}`, name: `${name}作者${number}`, unit: id })));
  return [
    ['data/site.yaml', { organisation: '测试局', policies }],
    ['data/units.yaml', { units }],
    ['data/people.yaml', { people }],
    ['data/outlets.yaml', { outlets: outlets.map((outlet, index) => ({ id: `o${index}`, ...outlet })) }],
  ];
}

const SPAN = 540;

const dayFrom = (start: Day, most: number) => fc.integer({ min: 0, max: most }).map((days) => addDays(start, days));
const sometimes = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 4 });
const pick = <T>(choices: readonly T[]) => (choices.length === 0 ? fc.constant(undefined) : fc.constantFrom(...choices));
const present = (record: Record<string, unknown>) => Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));

/** A random ledger of a world: submissions and what became of them over a year and a half. */
export function ledgerOf(world: World): fc.Arbitrary<Values> {
  const submission = fc.record({
    unit: fc.integer({ min: 0, max: 2 }),
    on: dayFrom(world.start, SPAN),
    form: pick(world.forms),
    category: pick(world.categories),
    important: fc.option(fc.boolean(), { nil: undefined, freq: 2 }),
    approvals: sometimes(fc.subarray([...world.steps])),
    coauthored: fc.boolean(),
    answers: sometimes(fc.nat({ max: 3 })),
    adoptions: fc.array(adoptionOf(world), { maxLength: 5 }),
    instructions: fc.array(instruction, { maxLength: 2 }),
    incident: sometimes(incidentOf(world)),
  });
  const obligations = fc.array(obligationOf(world), { minLength: 4, maxLength: 4 });
  return fc.record({ submissions: fc.array(submission, { maxLength: 25 }), obligations }).map(({ submissions, obligations: owed }) => {
    const values = new Map<string, unknown>(registersOf(world));
    const known = world.obligations.length > 0;
    if (known) for (const [index, record] of owed.entries()) values.set(`data/obligations/2021/k${index}.yaml`, present(record));
    for (const [index, { unit, adoptions, instructions, incident, coauthored, approvals, answers, ...rest }] of submissions.entries()) {
      const id = `s${String(index).padStart(2, '0')}`;
      const authors = coauthored ? [`p-u${unit}-0`, `p-u${unit}-1`] : [`p-u${unit}-0`];
      const answered = known && answers !== undefined && (owed[answers]?.on ?? '') <= rest.on ? `k${answers}` : undefined;
      values.set(
        `data/submissions/u${unit}/2021/${id}.yaml`,
        present({ title: `稿件${id}`, unit: `u${unit}`, ...rest, authors, answers: answered, approvals: approvals?.map((step) => ({ step })) }),
      );
      for (const [number, { after, ...record }] of adoptions.entries())
        values.set(`data/adoptions/2021/a-${id}-${number}.yaml`, present({ submission: id, on: addDays(rest.on, after), ...record }));
      for (const [number, { after, ...record }] of instructions.entries())
        values.set(`data/instructions/2021/i-${id}-${number}.yaml`, present({ submission: id, on: addDays(rest.on, after), ...record }));
      if (incident?.kind !== undefined) {
        const { after, ...record } = incident;
        values.set(`data/incidents/2021/x-${id}.yaml`, present({ submission: id, unit: `u${unit}`, on: addDays(rest.on, after), ...record }));
      }
    }
    return values;
  });
}

const adoptionOf = ({ outlets, forms }: World) =>
  fc.record({
    after: fc.integer({ min: 0, max: 300 }),
    outlet: fc.integer({ min: 0, max: outlets.length - 1 }).map((index) => `o${index}`),
    form: sometimes(pick(forms)),
  });
const instruction = fc.record({
  after: fc.integer({ min: 0, max: 200 }),
  level: fc.constantFrom('县', '市', '省', '国家'),
  affirmative: fc.option(fc.boolean(), { nil: undefined }),
});
const incidentOf = ({ incidents }: World) =>
  fc.record({ after: fc.integer({ min: 0, max: 60 }), kind: pick(incidents), count: sometimes(fc.integer({ min: 1, max: 4 })) });
const obligationOf = ({ obligations, start }: World) =>
  fc
    .record({ kind: pick(obligations), title: fc.constant('任务'), on: dayFrom(start, SPAN), window: fc.integer({ min: 1, max: 30 }) })
    .map(({ window, ...record }) => ({ ...record, due: record.kind === '约稿' ? addDays(record.on, window) : undefined }));
