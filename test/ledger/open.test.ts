/** Each thing that can be wrong with a ledger gives its finding at its place, and costs nothing but the record that has it. */
import { describe, expect, it } from 'vitest';
import { openLedger } from '../../src/ledger/open.ts';
import type { Ledger } from '../../src/model/records.ts';
import { ADOPTION, bureau, INCIDENT, INSTRUCTION, OBLIGATION, SUBMISSION, spoilt, type Values } from '../support/bureau.ts';

/** Findings as `file:path code`, which is what these tests are about. */
const told = (values: Values, unreadable: string[] = []): string[] =>
  openLedger(values, unreadable).findings.map(({ at, code }) => `${at.file}:${at.path.join('.')} ${code}`);

const sizes = (values: Values): Record<string, number> => {
  const { submissions, adoptions, instructions, obligations, incidents } = openLedger(values).ledger as Ledger;
  return {
    submissions: submissions.size,
    adoptions: adoptions.length,
    instructions: instructions.length,
    obligations: obligations.size,
    incidents: incidents.length,
  };
};

const WHOLE = { submissions: 1, adoptions: 1, instructions: 1, obligations: 1, incidents: 1 };

it('says nothing of a ledger that is right, and decides what is left out', () => {
  expect(told(bureau())).toEqual([]);
  const { ledger } = openLedger(bureau());
  expect(sizes(bureau())).toEqual(WHOLE);
  expect(ledger?.adoptions[0]).toMatchObject({ outlet: 'site', form: '综合', print: false, stage: '采用' });
  expect(ledger?.obligations.get('0301-k')).toMatchObject({ units: ['jijin'], to: '2026-03-01', openness: '公开' });
  expect(ledger?.outlets.get('evening-city')?.parent).toBe('evening');
  expect(ledger?.site).toMatchObject({ timeZone: 'Asia/Shanghai', ranking: 'all', showPeople: true, repository: null });
});

it('reads what a full site says', () => {
  const { ledger } = openLedger(
    spoilt('data/site.yaml', {
      time_zone: 'Asia/Urumqi',
      since: '2026-01-01',
      repository: { host: 'gitea', url: 'https://git.example.cn/yibao/tongbao' },
      public: { ranking: 3, people: false },
      days_off: ['2026-10-01'],
      working_weekends: ['2026-10-10'],
    }),
  );
  expect(ledger?.site).toMatchObject({
    timeZone: 'Asia/Urumqi',
    since: '2026-01-01',
    ranking: 3,
    showPeople: false,
    repository: { branch: 'main', host: 'gitea' },
  });
  expect(ledger?.site.daysOff.has('2026-10-01' as never)).toBe(true);
});

describe('a record that is wrong', () => {
  const cases: [what: string, values: () => Values, expected: string, left: Partial<typeof WHOLE>][] = [
    ['names an unknown outlet', () => spoilt(ADOPTION, { outlet: '湛江日抱' }), `${ADOPTION}:outlet ledger/unknown-reference`, { adoptions: 0 }],
    [
      'names an outlet in half-width form',
      () => spoilt(ADOPTION, { outlet: '湛江晚报（市区版）' }),
      `${ADOPTION}:outlet ledger/unknown-reference`,
      { adoptions: 0 },
    ],
    [
      'names two people at once',
      () => spoilt(SUBMISSION, { authors: ['李明'] }),
      `${SUBMISSION}:authors.0 ledger/ambiguous-reference`,
      { submissions: 0, adoptions: 0, instructions: 0, incidents: 0 },
    ],
    [
      'names a submission that is not there',
      () => spoilt(ADOPTION, { submission: '0305-b' }),
      `${ADOPTION}:submission ledger/unknown-reference`,
      { adoptions: 0 },
    ],
    ['is adopted before it is filed', () => spoilt(ADOPTION, { on: '2026-03-04' }), `${ADOPTION}:on ledger/event-before-filing`, { adoptions: 0 }],
    [
      'is instructed on before it is filed',
      () => spoilt(INSTRUCTION, { on: '2026-03-04' }),
      `${INSTRUCTION}:on ledger/event-before-filing`,
      { instructions: 0 },
    ],
    [
      'is run by an outlet that did not exist yet',
      () => spoilt(ADOPTION, { outlet: '湛江日报', on: '2026-03-09' }, spoilt(SUBMISSION, { on: '2025-12-01', answers: null })),
      '',
      {},
    ],
    ['names a title whose editions differ', () => spoilt(ADOPTION, { outlet: '湛江晚报' }), `${ADOPTION}:outlet ledger/edition-needed`, {}],
    ['says print of a website', () => spoilt(ADOPTION, { print: true }), `${ADOPTION}:print ledger/medium-contradicts-register`, {}],
    [
      'has an unknown unit in its marks',
      () => spoilt(ADOPTION, { marks: { 无此股: '单' } }),
      `${ADOPTION}:marks.无此股 ledger/unknown-reference`,
      { adoptions: 0 },
    ],
    ['gives unit and units', () => spoilt(SUBMISSION, { units: ['jijin'] }), `${SUBMISSION}:unit ledger/unit-and-units`, { submissions: 0 }],
    ['gives no unit', () => spoilt(SUBMISSION, { unit: null }), `${SUBMISSION}: ledger/no-unit`, { submissions: 0 }],
    [
      'lies in the folder of another unit',
      () => spoilt(SUBMISSION, { unit: 'fuwu', authors: ['wang'], answers: null }),
      `${SUBMISSION}: ledger/wrong-folder`,
      { submissions: 0 },
    ],
    ['has an author of another unit', () => spoilt(SUBMISSION, { authors: ['wang'] }), `${SUBMISSION}:authors.0 ledger/author-of-another-unit`, {}],
    [
      'has an author who had not come yet',
      () => spoilt(SUBMISSION, { unit: 'fuwu', authors: ['李明(服务中心)'], on: '2026-01-20', answers: null }),
      `${SUBMISSION}:authors.0 ledger/not-in-service`,
      { submissions: 0 },
    ],
    ['answers before it was asked', () => spoilt(SUBMISSION, { on: '2026-02-20' }), `${SUBMISSION}:answers ledger/answers-before-set`, {}],
    [
      'answers what another unit owes',
      () => spoilt(OBLIGATION, { units: ['fuwu'] }),
      `${SUBMISSION}:answers ledger/answers-another-units-obligation`,
      { submissions: 0 },
    ],
    [
      'is accepted before it is returned',
      () => spoilt(SUBMISSION, { rounds: [{ returned: '2026-03-08', revised: '2026-03-09' }], accepted: '2026-03-07' }),
      `${SUBMISSION}:accepted ledger/review-order`,
      { submissions: 0 },
    ],
    [
      'is refused before it is filed',
      () => spoilt(SUBMISSION, { rejected: '2026-03-01' }),
      `${SUBMISSION}:rejected ledger/review-order`,
      { submissions: 0 },
    ],
    [
      'ends before it begins',
      () => spoilt(OBLIGATION, { kind: '会议', to: '2026-02-01' }),
      `${OBLIGATION}:to ledger/ends-before-it-begins`,
      { obligations: 0 },
    ],
    ['blames an unknown unit', () => spoilt(INCIDENT, { unit: '无此股' }), `${INCIDENT}:unit ledger/unknown-reference`, { incidents: 0 }],
    [
      'blames a unit that had ended',
      () => spoilt(INCIDENT, { unit: 'fuwu', submission: null, on: '2027-01-02' }),
      `${INCIDENT}:unit ledger/not-in-service`,
      { incidents: 0 },
    ],
    ['has a key that nobody knows', () => spoilt(SUBMISSION, { titel: 'x' }), `${SUBMISSION}:titel schema/unknown-key`, { submissions: 0 }],
    ['says that it is the same as nothing', () => spoilt(SUBMISSION, { same_as: 'nothing' }), `${SUBMISSION}:same_as ledger/unknown-reference`, {}],
    [
      'combines what is not there',
      () => spoilt(SUBMISSION, { composite_of: ['nothing'] }),
      `${SUBMISSION}:composite_of.0 ledger/unknown-reference`,
      {},
    ],
    [
      'is approved by nobody known',
      () => spoilt(SUBMISSION, { approvals: [{ step: '股室负责人', by: '无此人' }] }),
      `${SUBMISSION}:approvals.0.by ledger/unknown-reference`,
      { submissions: 0 },
    ],
    ['is meant for no outlet', () => spoilt(SUBMISSION, { target: '无此报' }), `${SUBMISSION}:target ledger/unknown-reference`, { submissions: 0 }],
    [
      'lapsed for no unit',
      () => spoilt(OBLIGATION, { lapsed: [{ unit: '无此股', on: '2026-04-01' }] }),
      `${OBLIGATION}:lapsed.0.unit ledger/unknown-reference`,
      { obligations: 0 },
    ],
  ];

  it.each(cases.filter(([, , expected]) => expected !== ''))('%s', (_what, values, expected, left) => {
    expect(told(values())).toContain(expected);
    const gone =
      left.submissions === 0
        ? { adoptions: 0, instructions: 0, incidents: 0 }
        : left.obligations === 0
          ? { submissions: 0, adoptions: 0, instructions: 0, incidents: 0 }
          : {};
    expect(sizes(values())).toEqual({ ...WHOLE, ...gone, ...left });
  });

  it('is adopted by an outlet before the outlet existed', () => {
    const values = spoilt(ADOPTION, { outlet: '湛江日报', on: '2025-12-31' }, spoilt(SUBMISSION, { on: '2025-12-01', answers: null }));
    expect(told(values)).toEqual([`${ADOPTION}:outlet ledger/not-in-service`]);
  });
});

it('tells whoever refers to a broken record that the record is broken, not that it is missing', () => {
  expect(told(spoilt(SUBMISSION, { on: '2026-02-30' }))).toEqual([
    `${ADOPTION}:submission ledger/reference-left-out`,
    `${INCIDENT}:submission ledger/reference-left-out`,
    `${INSTRUCTION}:submission ledger/reference-left-out`,
    `${SUBMISSION}:on schema/impossible-day`,
  ]);
});

it('knows of records whose files could not be read at all', () => {
  const values = bureau();
  values.delete(SUBMISSION);
  expect(told(values, [SUBMISSION, 'data/units.yaml'])).toContain(`${ADOPTION}:submission ledger/reference-left-out`);
});

it('refuses the second of two records with one id', () => {
  const values = bureau();
  const twin = SUBMISSION.replace('/2026/', '/2027/');
  values.set(twin, { title: '另一篇', unit: 'jijin', on: '2027-01-05' });
  expect(told(values)).toEqual([`${twin}: ledger/duplicate-id`]);
  expect(openLedger(values).ledger?.submissions.get('0305-a')?.title).toBe('飞行检查');
});

describe('the same story filed twice', () => {
  const second = 'data/submissions/fuwu/2026/0306-b.yaml';
  const withSecond = (changes: Record<string, unknown>): Values => spoilt(second, { title: '另一篇', unit: 'fuwu', on: '2026-03-06', ...changes });

  it('is told by its title, without punctuation, width and case', () => {
    expect(told(withSecond({ title: '“飞行”检查!' }))).toEqual([`${second}:title ledger/same-title`]);
  });
  it('is told by its link, without scheme, www, tracking and fragment', () => {
    const values = withSecond({ link: 'https://www.example.cn/a/1.html?utm_source=wx#top' });
    spoilt(SUBMISSION, { link: 'http://example.cn/a/1.html/' }, values);
    expect(told(values).map((line) => line.split(' ')[1])).toEqual(['ledger/same-link']);
  });
  it.each([{ same_as: '0305-a' }, { composite_of: ['0305-a'], units: ['fuwu', 'jijin'], unit: null }])(
    'is no finding where the record says so (%o)',
    (changes) => {
      expect(told(withSecond({ title: '飞行检查', ...changes }))).toEqual([]);
    },
  );
  it('is no finding where both are the same as a third', () => {
    const values = withSecond({ title: '飞行检查', same_as: '0305-a' });
    spoilt('data/submissions/fuwu/2026/0307-c.yaml', { title: '飞行检查', unit: 'fuwu', on: '2026-03-07', same_as: '0305-a' }, values);
    expect(told(values)).toEqual([]);
  });
});

describe('a register that is wrong', () => {
  const inUnits = (...units: unknown[]): Values =>
    spoilt('data/units.yaml', { units: [...(bureau().get('data/units.yaml') as { units: unknown[] }).units, ...units] });
  const inOutlets = (...outlets: unknown[]): Values =>
    spoilt('data/outlets.yaml', { outlets: [...(bureau().get('data/outlets.yaml') as { outlets: unknown[] }).outlets, ...outlets] });

  it.each([
    ['bears an id twice', inUnits({ id: 'jijin', name: '另一股', class: '机关股室' }), 'data/units.yaml:units.2.id ledger/duplicate-id'],
    ['bears a name twice', inUnits({ id: 'other', name: '基金监管股', class: '机关股室' }), 'data/units.yaml:units.2.name ledger/duplicate-name'],
    [
      'bears a name in another width',
      inOutlets({ id: 'other', name: '湛江晚报（市区版）', channel: '报纸' }),
      'data/outlets.yaml:outlets.4.name ledger/duplicate-name',
    ],
    [
      'has no parent of that name',
      inUnits({ id: 'other', name: '另一股', class: '机关股室', parent: '无此局' }),
      'data/units.yaml:units.2.parent ledger/unknown-reference',
    ],
    [
      'has an outlet of no parent',
      inOutlets({ id: 'other', name: '新报', channel: '报纸', parent: '无此报' }),
      'data/outlets.yaml:outlets.4.parent ledger/unknown-reference',
    ],
    [
      'ends before it begins',
      inUnits({ id: 'other', name: '另一股', class: '机关股室', from: '2026-02-01', to: '2026-01-01' }),
      'data/units.yaml:units.2.to ledger/ends-before-it-begins',
    ],
    ['is no list', spoilt('data/units.yaml', { units: 'x' }), 'data/units.yaml:units schema/wrong-type'],
    ['has a nameless entry', inUnits({ id: 'other', class: '机关股室' }), 'data/units.yaml:units.2 schema/missing-key'],
    ['has an entry that is no entry', inUnits('x'), 'data/units.yaml:units.2 schema/wrong-type'],
  ])('%s', (_what, values, expected) => {
    expect(told(values)).toContain(expected);
  });

  it('has units that are each other’s parents: they lose them', () => {
    const values = inUnits(
      { id: 'a', name: '甲', class: '机关股室', parent: 'b' },
      { id: 'b', name: '乙', class: '机关股室', parent: 'a' },
      { id: 'c', name: '丙', class: '机关股室', parent: 'b' },
    );
    const { ledger, findings } = openLedger(values);
    expect(findings.map(({ code }) => code)).toEqual(['ledger/parent-circle']);
    expect([...(ledger as Ledger).units.values()].map(({ parent }) => parent)).toEqual([null, null, null, 'a', 'b']);
  });

  it('is missing: the site costs the run, nothing else does', () => {
    expect(told(new Map())).toEqual(['data/site.yaml: source/missing-file']);
    const values = new Map([...bureau()].filter(([file]) => !file.endsWith('people.yaml')));
    expect(told(values)).toContain(`${SUBMISSION}:authors.0 ledger/unknown-reference`);
    expect(openLedger(spoilt('data/site.yaml', { policies: [] })).ledger).toBeNull();
  });
});
