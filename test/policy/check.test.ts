/** Each fault that an ordinance can have is found at its place. */
import { describe, expect, it } from 'vitest';
import { decidePolicy } from '../../src/policy/decide.ts';

const CLAUSES = { 一: '第一条的条文', 二: '第二条的条文' };
const sound = {
  id: 'test',
  title: '测试办法',
  in_force: { from: '2026-01-01', clause: '一' },
  clauses: CLAUSES,
  outlets: { 市级: { level: '市' } },
  rules: { city: { clause: '一', for: 'adoption', where: { class: '市级' }, pool: '采用', points: 3 } },
  pools: { 采用: { combine: 'highest' } },
};

const told = (changes: object): string[] =>
  decidePolicy('policies/test.yaml', { ...sound, ...changes }).findings.map(({ at, code }) => `${at.path.join('.')} ${code}`);

it('a sound ordinance has no findings, and its defaults are decided', () => {
  const { policy, findings } = decidePolicy('policies/test.yaml', sound);
  expect(findings).toEqual([]);
  expect(policy).toMatchObject({
    inForce: { from: '2026-01-01', to: null, judgedBy: 'event' },
    items: { booking: 'as-it-changes', authors: 'full' },
    ranking: { by: 'period', top: 3 },
  });
});

describe('it is found', () => {
  it.each([
    ['that the id is not the file name', { id: 'other' }, 'id policy/id-is-not-file-name'],
    ['that a clause is not in the text', { rules: { city: { ...sound.rules.city, clause: '三' } } }, 'rules.city.clause policy/unknown-clause'],
    [
      'that one of several clauses is not in the text',
      { bases: { start: { clause: ['一', '三'], points: 1, per: 'year' } } },
      'bases.start.clause policy/unknown-clause',
    ],
    ['that a pool is not defined', { pools: {} }, 'rules.city.pool policy/unknown-pool'],
    [
      'that a class is no class',
      { rules: { city: { ...sound.rules.city, where: [{ class: ['市级', '省级'] }] } } },
      'rules.city.where.0.class.1 policy/unknown-class',
    ],
    [
      'that an attribute does not exist',
      { rules: { city: { ...sound.rules.city, where: { klass: '市级' } } } },
      'rules.city.where.klass policy/unknown-attribute',
    ],
    [
      'that an attribute of a table does not exist',
      { rules: { city: { ...sound.rules.city, points: { by: 'klass', table: {}, otherwise: { by: 'forn', table: {} } } } } },
      'rules.city.points.by policy/unknown-attribute',
    ],
    ['that it asks a unit for an attribute of a fact', { subjects: { form: '综合' } }, 'subjects.form policy/unknown-attribute'],
    ['that it asks an outlet for an attribute of a fact', { outlets: { 市级: [{ form: '综合' }] } }, 'outlets.市级.0.form policy/unknown-attribute'],
    [
      'that it multiplies by nothing known',
      { rules: { city: { ...sound.rules.city, times: 'counter' } } },
      'rules.city.times policy/unknown-attribute',
    ],
    [
      'that it counts once per nothing known',
      { pools: { 采用: { combine: 'highest', once_per: ['rule', 'klass'] } } },
      'pools.采用.once_per policy/unknown-attribute',
    ],
    [
      'that a quota is looked up by nothing known',
      { duties: { month: { clause: '一', title: '月任务', per: 'month', at_least: { by: 'klass', table: {} } } } },
      'duties.month.at_least.by policy/unknown-attribute',
    ],
    [
      'that the chosen reading is no option',
      { readings: { A: { clause: '一', question: '?', chosen: 'C', options: { A: { says: 'a' } } } } },
      'readings.A.chosen policy/unknown-option',
    ],
    [
      'that a reading changes what is not there',
      {
        readings: {
          A: { clause: '一', question: '?', chosen: 'A', options: { A: { says: 'a' }, B: { says: 'b', set: { 'rules.town.points': 1 } } } },
        },
      },
      'readings.A.options.B.set.rules.town.points policy/reading-changes-nothing',
    ],
    [
      'that a reading changes a section that does not exist',
      { readings: { A: { clause: '一', question: '?', chosen: 'A', options: { A: { says: 'a' }, B: { says: 'b', set: { rulez: 1 } } } } } },
      'readings.A.options.B.set.rulez policy/reading-changes-nothing',
    ],
    ['that a division does not say how it rounds', { items: { authors: 'equal' } }, 'items policy/division-without-rounding'],
    [
      'that a share does not say how it rounds',
      { items: { units: { by: 'mark', table: { 综: 'equal' } } } },
      'items policy/division-without-rounding',
    ],
    ['that a key is unknown', { rulez: {} }, 'rulez schema/unknown-key'],
    [
      'that a comparison compares nothing',
      { rules: { city: { ...sound.rules.city, where: { length: {} } } } },
      'rules.city.where.length schema/not-well-formed',
    ],
  ])('%s', (_what, changes, expected) => {
    expect(told(changes)).toContain(expected);
  });

  it('together with everything else, and the ordinance is not used', () => {
    const { policy, findings } = decidePolicy('policies/test.yaml', { ...sound, id: 'other', pools: {} });
    expect(findings).toHaveLength(2);
    expect(policy).toBeNull();
    expect(decidePolicy('policies/test.yaml', 'no mapping').policy).toBeNull();
  });
});
