/** Every attribute that an ordinance may name is answered for. */
import { describe, expect, it } from 'vitest';
import type { Day } from '../../src/model/day.ts';
import { placeOf } from '../../src/model/place.ts';
import type { Adoption, Incident, Instruction, Obligation, Outlet, Person, Submission, Unit, UnitFigure } from '../../src/model/records.ts';
import { ATTRIBUTES } from '../../src/policy/attributes.ts';
import { type Fact, factAttributes, type Registers, unitAttributes } from '../../src/scoring/fact.ts';

const at = placeOf('data/x.yaml');
const on = '2026-03-05' as Submission['on'];
const unit: Unit = {
  id: 'u',
  at,
  name: '办公室',
  short: '办',
  aliases: [],
  class: '科室',
  parent: null,
  quotas: {},
  excluded: null,
  from: null,
  to: null,
};
const submission: Submission = {
  id: 's',
  at,
  title: '题',
  units: [{ unit: 'u', mark: '单', weight: 1 }],
  authors: ['p', 'q'],
  on,
  event: '2026-03-02' as Day,
  form: '综合',
  category: '经验',
  stream: '党务',
  openness: '公开',
  important: true,
  sensitive: false,
  target: 'o',
  answers: 'k',
  compositeOf: [],
  sameAs: null,
  length: 800,
  origin: '原创',
  topic: '改革',
  figures: { 阅读量: 2300 },
  approvals: null,
  rounds: [{ returned: on, revised: null }],
  accepted: null,
  rejected: null,
  link: null,
};
const outlet: Outlet = {
  id: 'o',
  at,
  name: '日报',
  aliases: [],
  level: '市',
  channel: '报纸',
  print: true,
  own: false,
  parent: 'press',
  barred: [],
  editions: false,
  from: null,
  to: null,
};
const adoption: Adoption = {
  id: 'a',
  at,
  submission: 's',
  outlet: 'o',
  on,
  form: '简讯',
  print: true,
  reprint: true,
  stage: '采用',
  position: '头版',
  length: 300,
  piece: '合并',
  route: '转报',
  proofOn: '2026-03-15' as Adoption['on'],
  figures: { 点赞: 9 },
  marks: {},
  link: null,
};
const instruction: Instruction = { id: 'i', at, submission: 's', level: '省', rank: '副省长', on, affirmative: true };
const obligation: Obligation = { id: 'k', at, kind: '约稿', title: '约', by: null, on, to: on, due: null, units: null, lapsed: [], openness: '公开' };
const incident: Incident = { id: 'x', at, unit: 'u', submission: 's', kind: '一般错误', on, count: 3 };

const common = { on, id: 'f', at, submission, unit: null, policy: null, barred: null };
const figure: UnitFigure = { id: 'f', at, unit: 'u', name: '粉丝数', value: 1200, on };
const press: Outlet = { ...outlet, id: 'press', name: '报业集团' };
const author: Person = {
  id: 'p',
  at,
  name: '林',
  aliases: [],
  unit: 'u',
  roles: ['信息员', '撰稿'],
  class: '在编',
  born: '1991-03-06' as Day,
  barred: [{ from: '2026-03-01' as Day, to: null }],
  from: null,
  to: null,
};
const registers: Registers = {
  site: {} as Registers['site'],
  units: new Map([['u', unit]]),
  people: new Map([['p', author]]),
  outlets: new Map([
    ['press', press],
    ['o', outlet],
  ]),
  obligations: new Map(),
};

const facts: Record<Fact['kind'], Fact> = {
  submission: { ...common, kind: 'submission', record: submission, answers: { kind: '约稿', timely: false, daysLate: 2 } },
  adoption: { ...common, kind: 'adoption', record: adoption, outlet, class: '市级' },
  instruction: { ...common, kind: 'instruction', record: instruction },
  obligation: { ...common, kind: 'obligation', record: obligation, outcome: '按时', due: null },
  incident: { ...common, kind: 'incident', record: incident },
  figure: { ...common, submission: null, unit: 'u', kind: 'figure', record: figure },
};
const of = (kind: Fact['kind'], name: string) => factAttributes(facts[kind], registers, 'u', () => '省级')(name);

const ITEM = {
  filed_form: '综合',
  category: '经验',
  stream: '党务',
  openness: '公开',
  important: true,
  sensitive: false,
  authors: 2,
  target_class: '省级',
  unit: '办公室',
  unit_class: '科室',
  year: 2026,
  origin: '原创',
  topic: '改革',
  round: 1,
  delay: 3,
  author_class: '在编',
  author_roles: '信息员、撰稿',
  author_age: 34,
  author_barred: true,
  阅读量: 2300,
};

describe.each([
  ['submission', { ...ITEM, form: '综合', length: 800, answers: '约稿', timely: false, days_late: 2, class: null }],
  [
    'adoption',
    {
      ...ITEM,
      form: '简讯',
      length: 300,
      outlet: '日报',
      class: '市级',
      level: '市',
      channel: '报纸',
      print: true,
      own: false,
      reprint: true,
      stage: '采用',
      position: '头版',
      line: '报业集团',
      piece: '合并',
      route: '转报',
      proof_days: 10,
      outlet_barred: false,
      点赞: 9,
      answers: null,
    },
  ],
  ['instruction', { ...ITEM, form: '综合', level: '省', rank: '副省长', affirmative: true, kind: null }],
  ['obligation', { ...ITEM, kind: '约稿', outcome: '按时', count: null }],
  ['incident', { ...ITEM, kind: '一般错误', count: 3, outcome: null }],
  ['figure', { figure: '粉丝数', value: 1200, unit: '办公室', form: null }],
] as const)('of a fact of kind %s', (kind, expected) => {
  it.each(Object.entries(expected))('%s is %s', (name, value) => {
    expect(of(kind, name)).toBe(value);
  });
});

it('the length as printed is that of the item where the outlet gives none', () => {
  const fact: Fact = { ...common, kind: 'adoption', record: { ...adoption, length: null }, outlet, class: '市级' };
  expect(factAttributes(fact, registers, 'u', () => null)('length')).toBe(800);
});

it('what answers nothing says so, and what concerns no item or unit has no attributes of one', () => {
  const plain: Fact = { ...common, kind: 'submission', record: submission, answers: null };
  expect(['answers', 'timely'].map(factAttributes(plain, registers, 'u', () => null))).toEqual([null, null]);
  const loose: Fact = { ...common, kind: 'incident', record: incident, submission: null };
  expect(['form', 'unit'].map(factAttributes(loose, registers, 'nobody', () => null))).toEqual([null, null]);
});

it('of a unit are its name and class', () => {
  expect(['unit', 'unit_class', 'form'].map(unitAttributes(unit))).toEqual(['办公室', '科室', null]);
});

it('are all answered for by some kind of fact', () => {
  const silent = Object.keys(ATTRIBUTES).filter(
    (name) => name !== 'mark' && name !== 'ordinal' && Object.keys(facts).every((kind) => of(kind as Fact['kind'], name) === null),
  );
  expect(silent).toEqual([]);
});
