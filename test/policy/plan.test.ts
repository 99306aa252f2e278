/** The plan as it is shipped, and what a plan must not leave open. */
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/model/finding.ts';
import { decidePlan, isPlan } from '../../src/policy/plan.ts';
import { openRepository } from '../../src/policy/repository.ts';
import { opened, SITE, shippedPlan } from '../plan/world.ts';
import { writtenPolicy } from '../support/policies.ts';

const FILE = 'policies/publicity-plan.yaml';
const written = writtenPolicy('publicity-plan') as Record<string, unknown>;
const told = (findings: readonly Finding[]): string[] => findings.map(({ at, code }) => `${at.path.join('.')} ${code}`);

describe('the plan as it is shipped', () => {
  const plan = shippedPlan();

  test('has the five topics and twelve sub-topics of part two', () => {
    expect(Object.keys(plan.topics)).toEqual([
      '医疗保障基本法规政策',
      '医疗保障经办管理服务',
      '医疗保障年度重大工作举措',
      '医保受益典型事例',
      '医保岗位先进事迹',
    ]);
    const subtopics = Object.values(plan.topics).flatMap((topic) => topic.subtopics);
    expect(subtopics).toHaveLength(12);
    for (const subtopic of subtopics) expect(plan.clauses['二(三)']).toContain(subtopic);
  });

  test('has the three families of channels, the four emphases, the eight aspects, the six systems, the seven indicators and both reports', () => {
    expect(Object.keys(plan.channels)).toEqual(['传统主流媒体', '线上新媒体', '社会载体']);
    for (const family of Object.keys(plan.channels)) expect(plan.clauses.三).toContain(family);
    expect(plan.emphases.names).toEqual(['医保扶贫', '打击欺诈骗保', '基本医保待遇政策', '经办流程']);
    expect(plan.aspects?.names).toHaveLength(8);
    for (const aspect of plan.aspects?.names ?? []) expect(plan.clauses['三(五)']).toContain(`“${aspect}”`);
    expect(Object.keys(plan.systems)).toHaveLength(6);
    expect(Object.values(plan.indicators).map(({ title }) => title)).toEqual([
      '宣传组织建设',
      '医保讲师库建设',
      '规章制度建设',
      '医保培训',
      '医保扶贫政策工具书',
      '医保扶贫宣传品',
      '贫困人口享受政策待遇情况',
    ]);
    expect(plan.duties.reports?.to).toEqual(['省局', '本地有关部门']);
  });

  test('names the groups of the touring training as the text has them', () => {
    expect(plan.trainings.巡回宣传培训?.groups).toHaveLength(5);
    expect(plan.clauses['三(四)']).toContain('覆盖社区卫生院、乡镇卫生院医保工作人员、村医、社区和村干部、一线扶贫干部');
  });

  test('shows the damaged places restored by meaning, and no traditional characters', () => {
    expect(plan.clauses['二(四)']).toContain('从参保患者角度出发，讲好医保惠民政策，激发群众参保热情');
    expect(plan.clauses['三(五)']).toContain('能创新的医保“网红”');
    expect(plan.clauses['三(五)']).toContain('努力打造医保“百度”和“医保”品牌');
    expect(JSON.stringify(written)).not.toMatch(/参[?？]|菝裾|鞍俣|搬t|熬W|瘸霭|[醫報傳經辦體點黨]/u);
  });

  test('knows no points, ranks or quotas', () => {
    expect(JSON.stringify(Object.keys(written))).not.toMatch(/points|rules|pools|duty|ranking|awards|quota/);
  });
});

describe('a plan that does not say what it must', () => {
  const decided = (changes: Record<string, unknown>, file = FILE) => decidePlan(file, { ...written, ...changes });

  test('cites a clause that is not in the text', () => {
    const { plan, findings } = decided({
      emphases: { clause: '四(九)', names: ['医保扶贫'] },
      aspects: { clause: ['三(五)', '五'], names: ['外部'] },
    });
    expect(plan).toBeNull();
    expect(told(findings)).toEqual(['emphases.clause policy/unknown-clause', 'aspects.clause policy/unknown-clause']);
  });

  test('has an id that is not its file name', () => {
    expect(told(decided({ id: 'plan-2022' }).findings)).toEqual(['id policy/id-is-not-file-name']);
  });

  test('counts something that nobody can count, or gives points', () => {
    expect(told(decided({ indicators: { a: { title: '指标', clause: '四(二)', counts: ['likes'] } } }).findings)).toEqual([
      'indicators.a.counts.0 schema/not-a-choice',
    ]);
    expect(told(decided({ rules: {} }).findings)).toEqual(['rules schema/unknown-key']);
  });
});

describe('the installation names its plan', () => {
  const repository = (site: object, files: Record<string, unknown> = { [FILE]: written }) =>
    openRepository(new Map<string, unknown>([['data/site.yaml', { organisation: '某局', ...site }], ...Object.entries(files)]));

  test('and finds it', () => {
    const { plan, policies, findings } = repository({ plan: 'publicity-plan' });
    expect(plan?.id).toBe('publicity-plan');
    expect(policies).toEqual([]);
    expect(findings).toEqual([]);
  });

  test('or has an ordinance only, and follows no plan', () => {
    const { plan, findings } = repository(
      { policies: ['county-2021'] },
      { [FILE]: written, 'policies/county-2021.yaml': writtenPolicy('county-2021') },
    );
    expect(plan).toBeNull();
    expect(findings).toEqual([]);
  });

  test('and is warned where it has records of a plan that it does not name', () => {
    const files = {
      'policies/county-2021.yaml': writtenPolicy('county-2021'),
      'data/activities/2022/a.yaml': { title: '专栏', topic: '政策', channel: '广播', on: '2022-05-10' },
      'data/plan/epidemics.yaml': { epidemics: [{ id: 'spring', from: '2022-03-01' }] },
    };
    expect(repository({ policies: ['county-2021'] }, files).findings).toEqual([
      { at: { file: 'data/site.yaml', path: [] }, code: 'plan/not-followed', records: 2 },
    ]);
  });

  test('must name one or the other', () => {
    expect(told(repository({}).findings)).toEqual([' schema/missing-key']);
  });

  test('names one that is not there, or an ordinance as a plan, or a plan as an ordinance', () => {
    expect(told(repository({ plan: 'publicity-plam' }).findings)).toEqual(['plan policy/unknown-policy']);
    const files = { [FILE]: written, 'policies/county-2021.yaml': writtenPolicy('county-2021') };
    expect(told(repository({ plan: 'county-2021', policies: ['publicity-plan', 'county-2021'] }, files).findings)).toEqual([
      'plan policy/wrong-kind',
      'policies.0 policy/wrong-kind',
    ]);
  });

  test('a plan is told by its kind', () => {
    expect([written, writtenPolicy('county-2021'), null, 'plan', { kind: 'ordinance' }].map(isPlan)).toEqual([true, false, false, false, false]);
  });
});

describe('a record with a word that the plan does not have is told so', () => {
  const warned = (files: Record<string, unknown>): string[] => {
    const values = Object.entries(files).map(([file, value]) => [`data/${file}`, value] as const);
    const { findings } = openRepository(new Map<string, unknown>([['data/site.yaml', SITE], [FILE, written], ...values]));
    return findings.map((finding) => `${finding.at.path.join('.')} ${finding.code} ${'kind' in finding ? finding.kind : ''}`);
  };
  const ACTIVITY = { title: '专栏', topic: '医疗保障基本法规政策', channel: '广播', on: '2022-05-10' };
  const activity = (changes: object): string[] => warned({ 'activities/2022/a.yaml': { ...ACTIVITY, ...changes } });

  test.each([
    [{ topic: '医疗保障法规' }, 'topic plan/unknown-word topic'],
    [{ subtopic: '医保扶贫' }, 'subtopic plan/unknown-word subtopic'],
    [{ topic: '别的', subtopic: '医保扶贫' }, 'subtopic plan/unknown-word subtopic'],
    [{ channel: '广波' }, 'channel plan/unknown-word channel'],
    [{ form: '短视频' }, 'form plan/unknown-word form'],
    [{ emphases: ['医保扶贫', '扶贫'] }, 'emphases.1 plan/unknown-word emphasis'],
    [{ aspects: ['天上'] }, 'aspects.0 plan/unknown-word aspect'],
  ])('%j', (changes, expected) => {
    expect(activity(changes)).toContain(expected);
  });

  test('a form of any family will do where the channel is unknown', () => {
    expect(activity({ channel: '广波', form: '短视频' })).toEqual(['channel plan/unknown-word channel']);
  });

  test('training', () => {
    const training = { kind: '巡回宣传培训', lecturers: ['he'], online: false, attendance: { 村医: 3, 群众: 2 } };
    const lecturers = { lecturers: [{ id: 'he', name: '何静', expertise: ['待遇'], from: '2022-01-01' }] };
    const of = (changes: object) =>
      warned({ 'plan/lecturers.yaml': lecturers, 'activities/2022/a.yaml': { ...ACTIVITY, training: { ...training, ...changes } } });
    expect(of({})).toEqual(['training.attendance.群众 plan/unknown-word group']);
    expect(of({ kind: '讲座', attendance: { 村医: 3 } })).toEqual([
      'training.attendance.村医 plan/unknown-word group',
      'training.kind plan/unknown-word training',
    ]);
  });

  test('registers', () => {
    expect(
      warned({
        'plan/spots.yaml': { spots: [{ id: 'a', name: '甲', class: '车站' }] },
        'plan/materials.yaml': { materials: [{ id: 'a', name: '甲', kind: '手册', on: '2022-01-01' }] },
        'plan/documents.yaml': { documents: [{ id: 'a', name: '甲', system: '其他制度', from: '2022-01-01' }] },
        'plan/officers.yaml': { officers: [{ id: 'a', role: '委员', person: '甲', from: '2022-01-01' }] },
        'plan/releases.yaml': { releases: [{ id: 'a', name: '甲', on: '2022-01-01', level: '省', topic: '法规' }] },
        'plan/opinions.yaml': {
          opinions: [{ id: 'a', title: '甲', major: true, found: '2022-01-01 08:00', reported: { 市局: '2022-01-01 09:00' } }],
        },
      }),
    ).toEqual([
      'documents.0.system plan/unknown-word system',
      'materials.0.kind plan/unknown-word material',
      'officers.0.role plan/unknown-word role',
      'opinions.0.reported.市局 plan/unknown-word report',
      'releases.0.topic plan/unknown-word topic',
      'spots.0.class plan/unknown-word spot',
    ]);
  });

  test('where the plan has no aspects and asks for no reports, none are known', () => {
    const { aspects: _aspects, duties: _duties, ...rest } = written;
    const { plan } = decidePlan(FILE, { ...rest, duties: {} });
    expect(plan?.duties.reports).toBeUndefined();
    const values = new Map<string, unknown>([
      ['data/site.yaml', SITE],
      [FILE, { ...rest, duties: {} }],
      ['data/activities/2022/a.yaml', { ...ACTIVITY, aspects: ['线上'] }],
      [
        'data/plan/opinions.yaml',
        { opinions: [{ id: 'a', title: '甲', major: true, found: '2022-01-01 08:00', reported: { 省局: '2022-01-01 09:00' } }] },
      ],
    ]);
    expect(openRepository(values).findings.map(({ code }) => code)).toEqual(['plan/unknown-word', 'plan/unknown-word']);
    expect(opened({}).findings).toEqual([]);
  });
});
