/** The laboratory's door: what passes scores the same, under whatever ordinance is tried, and tells nobody what is not public. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openLedger } from '../../../src/ledger/open.ts';
import type { Day } from '../../../src/model/day.ts';
import { written } from '../../../src/model/points.ts';
import type { Ledger } from '../../../src/model/records.ts';
import { asIfSince, forEveryone } from '../../../src/policy/as-if.ts';
import type { Policy } from '../../../src/policy/policy.ts';
import { choosing, setting } from '../../../src/policy/readings.ts';
import { openRoot } from '../../../src/rim/open.ts';
import type { Credit } from '../../../src/scoring/credit.ts';
import { keepJournal } from '../../../src/scoring/journal.ts';
import { type LabData, ledgerOf } from '../../../src/site/lab/data.ts';
import { labData } from '../../../src/site/lab/extract.ts';
import { numbersOf } from '../../../src/site/lab/numbers.ts';
import { policyFrom, SHIPPED, writtenPolicy } from '../../support/policies.ts';
import { AS_OF, SECRETS, world } from '../world.ts';

const ROOT = join(import.meta.dirname, '../../..');
const LEDGERS = ['.', ...readdirSync(join(ROOT, 'test/ledgers')).map((name) => `test/ledgers/${name}`)];
const LATEST = '2026-11-26' as Day;
const WRITTEN = Object.fromEntries(SHIPPED.map((id) => [id, writtenPolicy(id)]));

const extractOf = (ledger: Ledger, asOf: Day, written: readonly unknown[]): LabData => {
  const policies = written.map((one, index) => ({ id: String(index), text: '', inUse: true, written: one }));
  return JSON.parse(JSON.stringify(labData({ ledger, asOf, policies, periods: [] }))) as LabData;
};

const lineOf = ({ on, points, ledger, clause, rule, kind, reason }: Credit, unit: string): string =>
  [on, unit, written(points), ledger, clause, rule, kind, reason.code].join(' ');

/** Both journals, credit by credit, units under the numbers that the laboratory knows. */
function bothJournals(ledger: Ledger, data: LabData, policies: readonly Policy[]): [named: string[], anonymous: string[]] {
  const numberOf = numbersOf(ledger);
  return [
    keepJournal(ledger, policies, data.asOf).credits.map((credit) => lineOf(credit, numberOf(credit.unit))),
    keepJournal(ledgerOf(data), policies, data.asOf).credits.map((credit) => lineOf(credit, credit.unit)),
  ];
}

describe.each(LEDGERS)('the ledger in %s', (folder) => {
  const { ledger, policies } = openRoot(join(ROOT, folder)) as { ledger: Ledger; policies: readonly Policy[] };
  const data = extractOf(ledger, LATEST, Object.values(WRITTEN));

  test('gives the very credits of the build', () => {
    const [named, anonymous] = bothJournals(ledger, data, policies);
    expect(anonymous).toEqual(named);
  });

  test.each(SHIPPED)('gives the same credits under %s, and under all its readings where it is at home', (id) => {
    const tree = WRITTEN[id];
    const { readings } = policyFrom(id, tree);
    const home = folder.endsWith(id) || (folder === '.' && id === 'county-2021');
    const others = Object.entries(home ? readings : {}).flatMap(([name, { chosen, options }]) =>
      Object.entries(options).flatMap(([option, { set }]) => (option === chosen || set === undefined ? [] : [choosing(tree, name, option)])),
    );
    for (const written of [tree, ...others]) {
      const [named, anonymous] = bothJournals(ledger, data, [forEveryone(asIfSince(policyFrom(id, written), '2024-01-01' as Day))]);
      expect(anonymous).toEqual(named);
    }
  });
});

describe('a world with a secret in every field', () => {
  const values = world();
  const { ledger } = openLedger(values) as { ledger: Ledger };
  const county = extractOf(ledger, AS_OF, [writtenPolicy('county-2021')]);
  const all = extractOf(ledger, AS_OF, SHIPPED.map(writtenPolicy));

  test.each([
    ['its ordinance', county],
    ['all ordinances', all],
  ])('tells none of them, with %s to try', (_name, data) => {
    const text = JSON.stringify(data);
    expect(Object.values(SECRETS).filter((secret) => text.includes(secret))).toEqual([]);
  });

  test('tells no id, title or link of any record, and nobody’s name', () => {
    const text = JSON.stringify(all);
    const { submissions, adoptions, instructions, obligations, incidents, people } = ledger;
    const records = [...submissions.values(), ...adoptions, ...instructions, ...obligations.values(), ...incidents];
    const named = [
      ...records.map(({ id }) => id),
      ...[...people.values()].map(({ name }) => name),
      ...[...submissions.values()].map(({ title }) => title),
    ];
    expect(named.filter((word) => text.includes(JSON.stringify(word)))).toEqual([]);
    expect(text).not.toContain('http');
  });

  test('tells of returns and approvals only what points hang on', () => {
    const text = JSON.stringify(county);
    expect(text).not.toContain('2026-04-16');
    expect(text).not.toContain('2026-04-17');
    expect(text).not.toContain('2026-03-01');
  });

  test('has all items that are known by the day, public or not, and no others', () => {
    const filed = [...ledger.submissions.values()].filter(({ on }) => on <= AS_OF);
    expect(county.submissions.length).toBe(filed.length);
    expect(filed.some(({ openness }) => openness !== '公开')).toBe(true);
    expect(county.submissions.every(({ on }) => String(on) <= AS_OF)).toBe(true);
  });

  test('leaves out obligations where no ordinance looks at them', () => {
    expect(county.obligations).toEqual([]);
    expect(all.obligations.length).toBe(2);
  });
});

describe('words', () => {
  const values = world();
  values.set('data/submissions/xinxi/2026/many.yaml', {
    title: '多家采用',
    unit: 'xinxi',
    authors: ['mo', 'lin'],
    on: '2026-05-20',
    form: '综合',
    figures: { 阅读量: 70000, 点赞: 5 },
    event: '2026-05-18',
  });
  for (const [index, outlet] of ['daily', 'nation', 'blog'].entries())
    values.set(`data/adoptions/2026/many-${index}.yaml`, { submission: 'many', outlet, on: '2026-05-21', position: `第${index}版` });
  values.set('data/figures/2026/fans.yaml', { unit: 'xinxi', name: '粉丝数', value: 100, on: '2026-05-01' });
  values.set('data/people.yaml', {
    people: [
      { id: 'mo', name: '莫三', unit: 'fuwu', class: '在编', born: '1990-08-08', roles: ['信息员'] },
      { id: 'lin', name: '林二', unit: 'daiyu' },
      { id: 'chen', name: '陈一', unit: 'lingdao' },
    ],
  });
  const { ledger } = openLedger(values) as { ledger: Ledger };
  const base = writtenPolicy('county-2021');
  const trying = (changes: Record<string, unknown>): LabData =>
    extractOf(ledger, AS_OF, [Object.entries(changes).reduce<unknown>((tree, [path, value]) => setting(tree, path, value), base)]);
  const many = (data: LabData) => data.submissions.find(({ on }) => on === '2026-05-20');
  const outletsOf = (data: LabData) =>
    data.adoptions.filter(({ on }) => on === '2026-05-21').map(({ outlet }) => data.outlets.find(([key]) => key === outlet)?.[1]);

  test('an outlet keeps the name by which an ordinance classifies it, and is one of many otherwise', () => {
    expect(outletsOf(trying({})).map((outlet) => outlet?.name)).toEqual(['其他', '其他2', '其他3']);
    const named = trying({ 'outlets.县融媒': { name: ['某公众号', '另一家'] } });
    expect(outletsOf(named).map((outlet) => outlet?.name)).toEqual(['其他', '其他2', '某公众号']);
  });

  test('names that no ordinance tells apart are one', () => {
    const data = trying({ 'outlets.县融媒': { name: ['另一家', '某公众号'] } });
    expect(outletsOf(data).at(2)?.name).toBe('另一家');
    expect(JSON.stringify(data)).not.toContain('某公众号');
  });

  test('a word is told where an ordinance asks for it, and another one stands for the rest', () => {
    const where = (position: unknown) => trying({ 'rules.city.where': { class: '市级', position } });
    expect(where('第0版').adoptions.flatMap(({ position }) => position ?? [])).toEqual(expect.arrayContaining(['第0版', '其他', '其他2']));
    expect(where({ not: ['第1版'] }).adoptions.flatMap(({ position }) => position ?? [])).toContain('第1版');
    expect(trying({}).adoptions.flatMap(({ position }) => position ?? [])).toEqual([]);
  });

  test('figures are told by the names that ordinances use', () => {
    expect(many(trying({}))?.figures).toBeUndefined();
    expect(many(trying({ 'words.figure': ['阅读量'], 'rules.city.points': { of: '阅读量', times: 0.001 } }))?.figures).toEqual({ 阅读量: 70000 });
    expect(trying({}).figures).toEqual([]);
    const fans = { clause: '四(一)1', for: 'figure', where: { figure: '粉丝数' }, points: { of: 'value', times: 1 } };
    expect(trying({ 'rules.fans': fans }).figures).toMatchObject([{ name: '粉丝数', value: 100 }]);
  });

  test('of authors only what an ordinance asks is told, by likeness', () => {
    expect(many(trying({}))?.authors).toBeUndefined();
    const data = trying({ 'rules.city.where': { class: '市级', author_age: { at_most: 35 }, author_class: '在编', author_roles: '信息员' } });
    const [author] = data.people.filter(({ id }) => ((many(data)?.authors ?? []) as string[]).includes(id as string));
    expect(author).toMatchObject({ class: '在编', roles: ['信息员'], born: '1991-01-01' });
    expect(JSON.stringify(data)).not.toContain('1990-08-08');
    expect(many(trying({ 'rules.city.points': { of: 'authors', times: 1 } }))?.authors).toHaveLength(2);
  });

  test('the day of the event is told where its delay counts', () => {
    expect(many(trying({}))?.event).toBeUndefined();
    expect(many(trying({ 'rules.city.where': { class: '市级', delay: { at_most: 1 } } }))?.event).toBe('2026-05-18');
  });

  test('the head of an outlet’s line is told where lines are told apart', () => {
    values.set('data/outlets.yaml', {
      outlets: [
        ...(values.get('data/outlets.yaml') as { outlets: object[] }).outlets,
        { id: 'branch', name: '人民网某频道', level: '国家', channel: '网站', parent: '人民网' },
      ],
    });
    values.set('data/adoptions/2026/many-4.yaml', { submission: 'many', outlet: 'branch', on: '2026-05-22' });
    const own = openLedger(values).ledger as Ledger;
    const tree = setting(base, 'pools.采用', { clause: '四(一)末段', combine: 'highest', once_per: 'line' });
    const data = extractOf(own, AS_OF, [tree]);
    const keyOn = (on: string) =>
      data.adoptions.filter((adoption) => adoption.on === on).map(({ outlet }) => data.outlets.find(([key]) => key === outlet)?.[1]);
    const head = data.outlets.find(([key]) => key === keyOn('2026-05-22')[0]?.parent)?.[1];
    expect(head?.name).toBe(keyOn('2026-05-21')[1]?.name);
    const [named, anonymous] = bothJournals(own, data, [policyFrom('county-2021', tree)]);
    expect(anonymous).toEqual(named);
  });
});

describe('odd ledgers', () => {
  test('a reading that counts from acceptance sees its day; one that bars authors or outlets sees for how long', () => {
    const values = world();
    values.set('data/people.yaml', {
      people: [
        { id: 'mo', name: '莫三', unit: 'fuwu', barred: [{ from: '2026-01-01', to: '2026-12-31' }] },
        { id: 'lin', name: '林二', unit: 'daiyu' },
        { id: 'chen', name: '陈一', unit: 'lingdao' },
      ],
    });
    const { ledger } = openLedger(values) as { ledger: Ledger };
    const tree = ['author_barred', 'outlet_barred'].reduce<unknown>(
      (written, name) => setting(written, 'rules.city.where', { class: '市级', [name]: false }),
      setting(writtenPolicy('county-2021'), 'filings.dated', 'accepted'),
    );
    const both = setting(tree, 'rules.nation.where', { class: '国家级', author_barred: true });
    const data = extractOf(ledger, AS_OF, [both]);
    expect(data.submissions.find(({ on }) => on === '2026-04-01')?.accepted).toBe('2026-04-04');
    expect(data.people).toMatchObject([{}, { barred: [{ from: '2026-01-01', to: '2026-12-31' }] }]);
    const [named, anonymous] = bothJournals(ledger, data, [policyFrom('county-2021', both)]);
    expect(anonymous).toEqual(named);
  });

  test('an ordinance that cannot be read looks at nothing', () => {
    const { ledger } = openLedger(world()) as { ledger: Ledger };
    expect(extractOf(ledger, AS_OF, [undefined]).submissions.every((record) => !('form' in record))).toBe(true);
  });

  test('an incident may concern no item; what the ledger has not, has no number', () => {
    const values = world();
    values.set('data/incidents/2026/alone.yaml', { unit: 'fuwu', kind: '负面炒作', on: '2026-05-03' });
    const { ledger } = openLedger(values) as { ledger: Ledger };
    expect(extractOf(ledger, AS_OF, SHIPPED.map(writtenPolicy)).incidents.filter((record) => !('submission' in record))).toHaveLength(1);
    expect(() => numbersOf(ledger)('nothing')).toThrow('nothing');
  });
});
