/** Each thing that can be wrong with the records of a publicity plan gives its finding at its place. */
import { describe, expect, test } from 'vitest';
import { opened } from '../plan/world.ts';

const SPOTS = { spots: [{ id: 'liucun', name: '柳村', aliases: ['柳树村'], class: '村屯', from: '2021-01-01', to: '2022-12-31' }] };
const LECTURERS = { lecturers: [{ id: 'he', name: '何静', unit: '待遇股', expertise: ['待遇'], from: '2021-01-01', to: '2022-06-30' }] };
const RELEASES = { releases: [{ id: 'mulu', name: '医保目录', on: '2022-01-01', level: '国家', topic: '医保目录' }] };
const TRAINING = { kind: '巡回宣传培训', lecturers: ['何静'], online: false, attendance: { 村医: 9 } };
const ACTIVITY = {
  title: '巡回培训',
  topic: '医保扶贫',
  channel: '讲师培训',
  on: '2022-04-16',
  spots: ['柳树村'],
  releases: ['医保目录'],
  training: TRAINING,
};
const FILE = 'activities/2022/a.yaml';

const files = (activity: object = {}, others: Record<string, unknown> = {}): Record<string, unknown> => ({
  'plan/spots.yaml': SPOTS,
  'plan/lecturers.yaml': LECTURERS,
  'plan/releases.yaml': RELEASES,
  [FILE]: { ...ACTIVITY, ...activity },
  ...others,
});
const told = (activity: object): string[] => opened(files(activity)).told;

test('without any of its files a plan is empty, and nothing is missing', () => {
  const { records, findings } = opened({});
  expect(findings).toEqual([]);
  expect(Object.values(records).map(({ size }) => size)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
});

test('an activity is decided: references by alias or name, defaults, the last day', () => {
  const { records, findings } = opened(files());
  expect(findings).toEqual([]);
  expect(records.activities.get('a')).toMatchObject({
    on: '2022-04-16',
    to: '2022-04-16',
    spots: ['liucun'],
    releases: ['mulu'],
    training: { lecturers: ['he'] },
    openness: '公开',
    consent: false,
    approval: null,
    reached: null,
    subtopic: null,
    validTo: null,
  });
});

test('all that an activity may say', () => {
  const whole = {
    subtopic: '医保目录',
    form: '宣讲',
    emphases: ['医保扶贫'],
    aspects: ['线上'],
    to: '2022-04-18',
    audience: ['村民'],
    reached: 12,
    cost: 0.1,
    partners: ['团县委'],
    approval: { by: '周敏', on: '2022-04-15', decision: '不同意' },
    consent: true,
    openness: '不公开',
    valid_to: '2023-01-01',
    link: 'https://example.cn/a',
    proof: ['a.pdf'],
    note: '备注',
  };
  const { records, findings } = opened(files(whole));
  expect(findings).toEqual([]);
  expect(records.activities.get('a')).toMatchObject({
    approval: { on: '2022-04-15', approved: false },
    to: '2022-04-18',
    validTo: '2023-01-01',
    consent: true,
    openness: '不公开',
  });
  expect(records.activities.get('a')?.cost.toFixed()).toBe('0.1');
});

describe('an activity that is wrong', () => {
  test.each([
    ['ends before it begins', { to: '2022-04-15' }, `${FILE}:to ledger/ends-before-it-begins`],
    ['names a spot that nobody registered', { spots: ['柳村', '刘村'] }, `${FILE}:spots.1 ledger/unknown-reference`],
    ['names a policy that nobody registered', { releases: ['目录'] }, `${FILE}:releases.0 ledger/unknown-reference`],
    [
      'names a lecturer that nobody registered',
      { training: { ...TRAINING, lecturers: ['何静静'] } },
      `${FILE}:training.lecturers.0 ledger/unknown-reference`,
    ],
    ['has a lecturer who had left', { on: '2022-07-01' }, `${FILE}:training.lecturers.0 ledger/not-in-service`],
    [
      'has a lecturer who had not come yet',
      { on: '2020-12-31', to: '2021-01-01', releases: undefined },
      `${FILE}:training.lecturers.0 ledger/not-in-service`,
    ],
    ['was at a spot that was gone', { on: '2023-01-01', training: undefined }, `${FILE}:spots.0 ledger/not-in-service`],
    ['made a policy known before it was issued', { on: '2021-12-31' }, `${FILE}:releases.0 ledger/before-the-release`],
    ['gives points', { points: 3 }, `${FILE}:points schema/unknown-key`],
  ])('%s', (_, changes, expected) => {
    const { records } = opened(files(changes));
    expect(told(changes)).toEqual([expected]);
    expect(records.activities.size).toBe(0);
  });

  test('was at a spot that did not exist yet', () => {
    expect(told({ on: '2020-12-30', releases: undefined, training: undefined })).toEqual([`${FILE}:spots.0 ledger/not-in-service`]);
  });
});

test('a register entry with faults is left out, and whoever names it is told so', () => {
  const { told: said } = opened(files({}, { 'plan/lecturers.yaml': { lecturers: [{ id: 'he', name: '何静' }] } }));
  expect(said).toEqual([
    `${FILE}:training.lecturers.0 ledger/reference-left-out`,
    'plan/lecturers.yaml:lecturers.0 schema/missing-key',
    'plan/lecturers.yaml:lecturers.0 schema/missing-key',
  ]);
});

describe('registers', () => {
  const only = (file: string, value: unknown): string[] => opened({ [`plan/${file}.yaml`]: value }).told;

  test.each([
    ['spots', { spots: [...SPOTS.spots, { id: 'liucun-2', name: '柳树村', class: '村屯' }] }, 'plan/spots.yaml:spots.1.name ledger/duplicate-name'],
    ['spots', { spots: [{ ...SPOTS.spots[0], to: '2020-01-01' }] }, 'plan/spots.yaml:spots.0.to ledger/ends-before-it-begins'],
    [
      'releases',
      { releases: [...RELEASES.releases, { ...RELEASES.releases[0], id: 'b' }] },
      'plan/releases.yaml:releases.1.name ledger/duplicate-name',
    ],
    ['lecturers', { lecturers: [...LECTURERS.lecturers, ...LECTURERS.lecturers] }, 'plan/lecturers.yaml:lecturers.1.id ledger/duplicate-id'],
    [
      'materials',
      { materials: [{ id: 'a', name: '海报', kind: '海报', on: '2022-01-01', distributed: [{ on: '2022-01-02', to: '柳村', count: 1 }] }] },
      'plan/materials.yaml:materials.0.distributed ledger/more-than-there-are',
    ],
    [
      'documents',
      { documents: [{ id: 'a', name: '制度', system: '制度', from: '2022-01-01', to: '2021-01-01' }] },
      'plan/documents.yaml:documents.0.to ledger/ends-before-it-begins',
    ],
    [
      'officers',
      { officers: [{ id: 'a', role: '组长', person: '甲', from: '2022-01-01', to: '2021-01-01' }] },
      'plan/officers.yaml:officers.0.to ledger/ends-before-it-begins',
    ],
    [
      'epidemics',
      { epidemics: [{ id: 'a', from: '2022-04-01', to: '2022-03-01' }] },
      'plan/epidemics.yaml:epidemics.0.to ledger/ends-before-it-begins',
    ],
    [
      'opinions',
      { opinions: [{ id: 'a', title: '甲', major: true, found: '2022-03-08T09:00' }] },
      'plan/opinions.yaml:opinions.0.found schema/not-well-formed',
    ],
  ])('%s', (file, value, expected) => {
    expect(only(file, value)).toContain(expected);
  });

  test('an incident is not dealt with before it was found', () => {
    const opinion = { id: 'a', title: '甲', major: true, found: '2022-03-08 09:00' };
    const early = { measures: [{ at: '2022-03-08 08:00', did: '核实' }], reported: { 省局: '2022-03-08 08:59' }, closed: '2022-03-07 09:00' };
    expect(only('opinions', { opinions: [{ ...opinion, ...early }] })).toEqual([
      'plan/opinions.yaml:opinions.0.closed ledger/before-it-was-found',
      'plan/opinions.yaml:opinions.0.measures.0.at ledger/before-it-was-found',
      'plan/opinions.yaml:opinions.0.reported.省局 ledger/before-it-was-found',
    ]);
    expect(only('opinions', { opinions: [{ ...opinion, reported: { 省局: '2022-03-08 09:00' } }] })).toEqual([]);
  });

  test('stand in the order of ids, however they are written', () => {
    const spots = ['c', 'a', 'b'].map((id) => ({ id, name: id, class: '村屯' }));
    expect([...opened({ 'plan/spots.yaml': { spots } }).records.spots.keys()]).toEqual(['a', 'b', 'c']);
  });
});

describe('figures', () => {
  const of = (figure: object) => opened({ 'indicators/2022/a.yaml': figure });
  const PEOPLE = { kind: '待遇享受', on: '2022-06-30', population: '建档立卡贫困人口', entitled: 100 };

  test('of each kind are decided', () => {
    expect(of(PEOPLE).records.figures.get('a')).toMatchObject({ kind: '待遇享受', area: null, informed: null, enjoying: null });
    expect(of({ kind: '知晓率调查', on: '2022-06-30', population: '居民', asked: 10, aware: 10 }).findings).toEqual([]);
    expect(of({ kind: '预算', year: 2022, on: '2022-01-20', amount: 0.3 }).records.figures.get('a')).toMatchObject({ year: 2022 });
    expect(of({ kind: '支出', on: '2022-01-20', amount: 12.5, purpose: '印刷' }).findings).toEqual([]);
  });

  test.each([
    [{ ...PEOPLE, informed: 101 }, 'informed ledger/more-than-there-are'],
    [{ ...PEOPLE, enjoying: 101 }, 'enjoying ledger/more-than-there-are'],
    [{ kind: '知晓率调查', on: '2022-06-30', population: '居民', asked: 10, aware: 11 }, 'aware ledger/more-than-there-are'],
    [{ kind: '预算', on: '2022-01-20', amount: 3 }, ' schema/missing-key'],
    [{ kind: '支出', on: '2022-01-20', amount: -3, purpose: '印刷' }, 'amount schema/not-well-formed'],
    [{ ...PEOPLE, entitld: 3 }, 'entitld schema/unknown-key'],
    [{ ...PEOPLE, kind: '其他' }, 'kind schema/not-a-choice'],
  ])('%j', (figure, expected) => {
    expect(of(figure).told).toContain(`indicators/2022/a.yaml:${expected}`);
    expect(of(figure).records.figures.size).toBe(0);
  });
});
