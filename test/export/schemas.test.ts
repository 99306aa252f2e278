/** The JSON Schemas say of every file what the readers say, and are up to date. */
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { editorSchema } from '../../src/export/editor-schemas.ts';
import { genericSchema, SCHEMA_KINDS, type SchemaKind } from '../../src/export/schemas.ts';
import type { Ledger } from '../../src/model/records.ts';
import type { Plan } from '../../src/policy/plan.ts';
import { policyIdsIn } from '../../src/rim/cases.ts';
import { readSources } from '../../src/rim/disk.ts';
import { openRoot } from '../../src/rim/open.ts';
import { parse } from '../../src/source/parse.ts';
import { run } from '../cli/terminal.ts';
import { rootOfExample } from '../rig/root.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const ajv = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true, formats: { date: true, uri: true, email: true } });
ajv.addVocabulary(['enumDescriptions']);
const { ledger, policies } = openRoot(ROOT);

const validators = (schemaOf: (kind: SchemaKind) => object) => new Map(SCHEMA_KINDS.map((kind) => [kind, ajv.compile(schemaOf(kind))]));
const GENERIC = validators(genericSchema);
const EDITOR = validators((kind) => editorSchema(kind, ledger as Ledger, policies));

/** The kind that the modeline of a file names. */
const kindOf = (text: string): SchemaKind =>
  /^# yaml-language-server: \$schema=[./]*(?:data\/)?\.schema\/(\w+)\.json$/m.exec(text)?.[1] as SchemaKind;

/** The county that is shipped follows no publicity plan; the example ledger of one has its records. */
const ONLY_IN_EXAMPLES: ReadonlySet<SchemaKind> = new Set([
  'figure',
  'activity',
  'indicator',
  'lecturers',
  'spots',
  'materials',
  'documents',
  'officers',
  'releases',
  'opinions',
  'epidemics',
]);

/** Cases stand beside the ordinances and are no part of the ledger. */
const casesIn = (root: string) =>
  policyIdsIn(root).map((id) => ({ path: `policies/${id}.cases.yaml`, text: readFileSync(join(root, 'policies', `${id}.cases.yaml`), 'utf8') }));

const faults = (validate: ValidateFunction | undefined, value: unknown): unknown => (validate?.(value) === false ? validate.errors : []);

test('they are up to date: tongbao schema --check', async () => {
  expect(await run('schema', '--check', '--root', ROOT)).toMatchObject({ code: 0, err: '' });
});

describe('every file that is shipped satisfies the schema that its first line names', () => {
  const sources = [...readSources(ROOT).sources, ...casesIn(ROOT)];
  for (const [name, schemas] of [
    ['generic', GENERIC],
    ['editor', EDITOR],
  ] as const)
    test(name, () => {
      const wrong = sources.flatMap(({ path, text }) => {
        const found = faults(schemas.get(kindOf(text)), parse(path, text).value);
        return Array.isArray(found) && found.length === 0 ? [] : [{ path, found }];
      });
      expect(wrong).toEqual([]);
      expect(sources.length).toBeGreaterThan(900);
      expect(new Set(sources.map(({ text }) => kindOf(text)))).toEqual(new Set(SCHEMA_KINDS.filter((kind) => !ONLY_IN_EXAMPLES.has(kind))));
    });
});

describe('every file of the example ledgers satisfies the schemas for their editors', () => {
  test.each(readdirSync(join(import.meta.dirname, '..', 'ledgers')))('%s', (name) => {
    const root = rootOfExample(name);
    const example = openRoot(root);
    expect(example.findings).toEqual([]);
    const schemas = validators((kind) => editorSchema(kind, example.ledger as Ledger, example.policies, example.plan));
    const wrong = readSources(root).sources.flatMap(({ path, text }) =>
      schemas.get(kindOf(text))?.(parse(path, text).value) === true ? [] : [path],
    );
    rmSync(root, { recursive: true });
    expect(wrong).toEqual([]);
  });
});

describe('a wrong file does not', () => {
  const WRONG: Readonly<Record<SchemaKind, unknown>> = {
    site: { organisation: '某局', policies: [] },
    units: { units: [{ id: '大写', name: '办公室', class: '机关股室' }] },
    people: { people: [{ id: 'a', name: '陈立' }] },
    outlets: { outlets: [{ id: 'a', name: '人民网', channel: '电报' }] },
    submission: { title: '标题', unit: '办公室', on: '2026-03-05', titel: '标题' },
    adoption: { submission: 'a', outlet: '人民网', on: '5 March' },
    instruction: { submission: 'a', level: '村', on: '2026-03-05' },
    obligation: { kind: '约稿', on: '2026-03-05' },
    incident: { unit: '办公室', kind: '一般错误', on: '2026-03-05', count: 0 },
    figure: { unit: '办公室', name: '粉丝数', value: '多', on: '2026-03-05' },
    appeal: {
      unit: '办公室',
      on: '2026-03-05',
      item: 'a',
      asks: '更正',
      grounds: '漏记',
      decision: { on: '2026-03-09', by: '办公室', result: '同意', reasons: '属实' },
    },
    policy: { id: 'a', title: '办法', in_force: { from: '2026-01-01' }, clauses: {}, rules: { x: { clause: '一' } } },
    activity: { title: '广播专栏', topic: '医保目录', channel: '广播', on: '2022-05-10', points: 3 },
    indicator: { kind: '支出', on: '2022-05-10', amount: -1, purpose: '印刷' },
    lecturers: { lecturers: [{ id: 'he-jing', name: '何静', expertise: [], from: '2022-05-10' }] },
    spots: { spots: [{ id: 'liucun', name: '柳村' }] },
    materials: { materials: [{ id: 'a', name: '海报', kind: '其他宣传品', on: '2022-05-10', printed: [{ on: '2022-05-10', count: 1.5 }] }] },
    documents: { documents: [{ id: 'a', name: '制度', system: '新闻发言人制度' }] },
    officers: { officers: [{ id: 'a', role: '组长', person: '', from: '2022-05-10' }] },
    releases: { releases: [{ id: 'a', name: '通知', on: '2022-05-10', topic: '医保目录' }] },
    opinions: { opinions: [{ id: 'a', title: '视频', major: true, found: '2022-05-10' }] },
    epidemics: { epidemics: [{ id: 'a', to: '2022-05-10' }] },
    plan: { kind: 'plan', id: 'a', title: '方案' },
    cases: { cases: { 一例: { events: [{ adoption: 'a', outlett: '人民网', on: '2026-03-05' }], expect: [{ item: 'a', points: 1 }] } } },
    bulletins: { issues: ['month'], wording: { month: { title: '通报' } } },
    bulletin: { period: '2026-10', document: {}, published: {}, evidence: {}, credits: [], seal: '' },
  };
  test.each(SCHEMA_KINDS)('%s', (kind) => {
    expect(faults(GENERIC.get(kind), WRONG[kind])).not.toEqual([]);
    expect(faults(EDITOR.get(kind), WRONG[kind])).not.toEqual([]);
  });
});

test('every key of a record is explained in Chinese and in English', () => {
  for (const kind of ['site', 'submission', 'adoption', 'instruction', 'obligation', 'incident'] as const) {
    for (const [key, part] of Object.entries(genericSchema(kind).properties as Record<string, { description?: string }>)) {
      expect(part.description, `${kind}.${key}`).toMatch(/\p{Script=Han}.*\n.*[a-z]/u);
    }
  }
});

interface Offered {
  readonly anyOf: readonly [{ readonly enum: readonly string[]; readonly enumDescriptions: readonly string[] }, { readonly type: string }];
}

const offered = (kind: SchemaKind, key: string): Offered =>
  (editorSchema(kind, ledger as Ledger, policies).properties as Record<string, Offered>)[key] as Offered;

test('an editor offers the names, aliases and ids of the register, with what stands behind them', () => {
  const { anyOf } = offered('adoption', 'outlet');
  const [{ enum: values, enumDescriptions: says }, open] = anyOf;
  expect(values).toEqual(expect.arrayContaining(['人民网', '《人民网》', 'renminwang']));
  expect(says[values.indexOf('人民网')]).toBe('renminwang · 国家 · 网站');
  expect(says[values.indexOf('《人民网》')]).toBe('人民网 · renminwang · 国家 · 网站');
  expect(open).toEqual({ type: 'string', minLength: 1 });
});

test('an editor offers the words of the ordinances', () => {
  expect(offered('submission', 'form').anyOf[0].enum).toEqual(['综合', '简讯']);
  expect(offered('incident', 'kind').anyOf[0].enum).toEqual(['负面炒作']);
});

test('a name that two persons bear is not offered, their ids are', () => {
  const twins = new Map([...(ledger as Ledger).people].slice(0, 2).map(([id, person]) => [id, { ...person, name: '王晓梅' }]));
  const schema = editorSchema('submission', { ...(ledger as Ledger), people: twins }, policies);
  const authors = (schema.properties as { authors: { items: Offered } }).authors.items.anyOf[0].enum;
  expect(authors).toEqual([...twins.keys()]);
});

test('nothing is offered where nothing is known, and no contact details are', () => {
  expect(offered('submission', 'category')).toEqual(expect.not.objectContaining({ anyOf: expect.anything() }));
  for (const kind of SCHEMA_KINDS)
    expect(readFileSync(join(ROOT, 'data', '.schema', `${kind}.json`), 'utf8')).not.toMatch(/0759-|100-0000|@nandu|nd-\w+-\w+/);
});

test('every place that is named in the list of offers exists in its schema', () => {
  const count = (kind: SchemaKind): number => JSON.stringify(editorSchema(kind, ledger as Ledger, policies)).split('enumDescriptions').length - 1;
  expect(Object.fromEntries(SCHEMA_KINDS.map((kind) => [kind, count(kind)]))).toEqual({
    site: 1, // policies
    units: 2, // parent, class
    people: 1, // unit
    outlets: 1, // parent
    submission: 8, // unit, units, units.unit, authors, target, form, approvals.step, approvals.by; categories the county has none
    adoption: 3, // outlet, form, marks
    instruction: 0,
    obligation: 2, // units, lapsed.unit
    incident: 2, // unit, kind
    figure: 1, // unit; the county names no figures
    appeal: 4, // unit, person, clause, decision.by
    policy: 0,
    activity: 0, // the county follows no plan
    indicator: 0,
    lecturers: 0,
    spots: 0,
    materials: 0,
    documents: 0,
    officers: 0,
    releases: 0,
    opinions: 0,
    epidemics: 0,
    plan: 0,
    cases: 0,
    bulletins: 1, // notable
    bulletin: 0,
  });
});

test('an editor of a ledger with a publicity plan offers the words of the plan and its registers', () => {
  const root = rootOfExample('publicity-plan');
  const example = openRoot(root);
  rmSync(root, { recursive: true });
  const schemaOf = (kind: SchemaKind): string => JSON.stringify(editorSchema(kind, example.ledger as Ledger, example.policies, example.plan));
  const count = (kind: SchemaKind): number => schemaOf(kind).split('enumDescriptions').length - 1;
  expect(Object.fromEntries(SCHEMA_KINDS.map((kind) => [kind, count(kind)] as const).filter(([, offers]) => offers > 0))).toEqual({
    activity: 11, // topic, subtopic, channel, form, emphases, aspects, spots, releases, training.kind, training.lecturers, training.attendance
    spots: 1, // class
    materials: 2, // kind, distributed.to
    documents: 1, // system
    officers: 1, // role
    releases: 1, // topic
    opinions: 1, // reported
  });
  expect(schemaOf('activity')).toContain('"邓丽","何静"');
  const { aspects: _aspects, ...rest } = example.plan as Plan;
  const bare = editorSchema('activity', example.ledger as Ledger, [], { ...rest, duties: {} });
  expect(JSON.stringify(bare).split('enumDescriptions')).toHaveLength(11);
  expect(JSON.stringify(editorSchema('opinions', example.ledger as Ledger, [], { ...rest, duties: {} }))).not.toContain('enumDescriptions');
});
