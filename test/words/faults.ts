/** One or more faults of every code; the compiler asks for those that are missing. */
import type { Fault } from '../../src/model/finding.ts';
import { placeOf } from '../../src/model/place.ts';
import type { Coded } from '../../src/words/speech.ts';

type Samples = { readonly [C in Fault['code']]: readonly Coded<Fault, C>[] };

const offset = 0;
const other = placeOf('data/units.yaml', 'units', 2);
const otherFile = placeOf('data/adoptions/2026/20260305-a.yaml');
const FEATURES = ['anchor', 'alias', 'tag', 'merge-key', 'documents', 'directive', 'complex-key', 'special-number'] as const;
const REFERENCES = ['unit', 'person', 'outlet', 'submission', 'obligation', 'lecturer', 'spot', 'release'] as const;
const PLAN_WORDS = [
  'topic',
  'subtopic',
  'channel',
  'form',
  'emphasis',
  'aspect',
  'training',
  'group',
  'spot',
  'material',
  'system',
  'role',
  'report',
] as const;
const EXPECTED = [
  'not-empty',
  'url',
  'time-zone',
  'moment',
  'period',
  'pattern /^[a-z0-9]+(-[a-z0-9]+)*$/',
  'at-least 2',
  'more-than 0',
  'at-most 9',
  'less-than 9',
  'other',
];
const KINDS: readonly (readonly [expected: string, found: string])[] = [
  ['text', 'number'],
  ['list', 'text'],
  ['mapping', 'text'],
  ['day', 'list'],
  ['boolean', 'text'],
  ['integer | text', 'mapping'],
  ['text', 'null'],
  ['something', 'else'],
];

export const SAMPLES: Samples = {
  'source/syntax': [
    { code: 'source/syntax', reason: 'BAD_INDENT', detail: 'All mapping items must start at the same column', offset },
    { code: 'source/syntax', reason: 'OTHER', detail: 'something odd', offset },
  ],
  'source/tab': [{ code: 'source/tab', offset }],
  'source/duplicate-key': [{ code: 'source/duplicate-key', name: 'on', offset }],
  'source/not-in-dialect': FEATURES.map((feature) => ({ code: 'source/not-in-dialect', feature, offset })),
  'source/too-deep': [{ code: 'source/too-deep', limit: 40, offset }],
  'source/empty': [{ code: 'source/empty' }],
  'source/binary': [{ code: 'source/binary' }],
  'source/not-utf-8': [
    { code: 'source/not-utf-8', guess: 'GBK', offset },
    { code: 'source/not-utf-8', guess: null, offset },
  ],
  'source/byte-order-mark': [{ code: 'source/byte-order-mark' }],
  'source/carriage-return': [{ code: 'source/carriage-return', offset }],
  'source/too-large': [
    { code: 'source/too-large', bytes: 52_428_800, limit: 1_048_576 },
    { code: 'source/too-large', bytes: 2048, limit: 100 },
  ],
  'source/symbolic-link': [{ code: 'source/symbolic-link' }],
  'source/unreadable': [{ code: 'source/unreadable', detail: 'EACCES' }],
  'source/file-name': [
    { code: 'source/file-name', proposal: 'data/adoptions/2026/a.yaml' },
    { code: 'source/file-name', proposal: null },
  ],
  'source/unknown-file': [
    { code: 'source/unknown-file', nearest: 'data/adoptions' },
    { code: 'source/unknown-file', nearest: null },
  ],
  'source/missing-file': [{ code: 'source/missing-file' }],
  'schema/unknown-key': [
    { code: 'schema/unknown-key', name: 'titel', nearest: 'title', known: ['title', 'unit'] },
    { code: 'schema/unknown-key', name: 'titel', nearest: null, known: [] },
  ],
  'schema/missing-key': [{ code: 'schema/missing-key', name: 'title' }],
  'schema/wrong-type': KINDS.map(([expected, found]) => ({ code: 'schema/wrong-type', expected, found })),
  'schema/not-a-choice': [{ code: 'schema/not-a-choice', found: '党', choices: ['政务', '党务'], nearest: '党务' }],
  'schema/impossible-day': [{ code: 'schema/impossible-day', found: '2026-02-30' }],
  'schema/time-where-day': [{ code: 'schema/time-where-day', found: '2026-03-05T08:00', day: '2026-03-05' }],
  'schema/not-a-day': [
    { code: 'schema/not-a-day', found: '2026/3/5', proposal: '2026-03-05' },
    { code: 'schema/not-a-day', found: '昨天', proposal: null },
  ],
  'schema/not-well-formed': EXPECTED.map((expected) => ({ code: 'schema/not-well-formed', found: 'x', expected })),
  'ledger/unknown-reference': REFERENCES.map((to) => ({ code: 'ledger/unknown-reference', to, named: '人民往', nearest: null })),
  'ledger/reference-left-out': REFERENCES.map((to) => ({ code: 'ledger/reference-left-out', to, named: '20260305-a' })),
  'ledger/ambiguous-reference': REFERENCES.map((to) => ({ code: 'ledger/ambiguous-reference', to, named: '王晓梅', candidates: ['a', 'b'] })),
  'ledger/duplicate-id': [
    { code: 'ledger/duplicate-id', id: 'a', other },
    { code: 'ledger/duplicate-id', id: 'a', other: otherFile },
  ],
  'ledger/ids-alike': [{ code: 'ledger/ids-alike', id: 'A', twin: 'a', other: otherFile }],
  'ledger/duplicate-name': [
    { code: 'ledger/duplicate-name', name: '办公室', other, alike: 'same' },
    { code: 'ledger/duplicate-name', name: '办公室', other, alike: 'width-or-case' },
  ],
  'ledger/wrong-folder': [{ code: 'ledger/wrong-folder', expected: 'data/submissions/jianguan/' }],
  'ledger/unit-and-units': [{ code: 'ledger/unit-and-units' }],
  'ledger/review-without-outcome': [{ code: 'ledger/review-without-outcome', revised: '2026-03-05' }],
  'ledger/no-unit': [{ code: 'ledger/no-unit' }],
  'ledger/event-before-filing': (['adoption', 'instruction'] as const).map((event) => ({
    code: 'ledger/event-before-filing',
    event,
    on: '2026-03-01',
    filed: '2026-03-02',
  })),
  'ledger/answers-another-units-obligation': [
    { code: 'ledger/answers-another-units-obligation', obligation: 'a', owed_by: ['办公室', '基金监管股'] },
  ],
  'ledger/answers-before-set': [{ code: 'ledger/answers-before-set', obligation: 'a', set: '2026-03-01' }],
  'ledger/not-in-service': [
    { code: 'ledger/not-in-service', what: 'unit', named: '办公室', on: '2026-03-05', from: null, to: '2025-12-31' },
    { code: 'ledger/not-in-service', what: 'person', named: '陈立', on: '2026-03-05', from: '2026-04-01', to: null },
    { code: 'ledger/not-in-service', what: 'outlet', named: '人民网', on: '2026-03-05', from: '2025-01-01', to: '2025-12-31' },
  ],
  'ledger/author-of-another-unit': [{ code: 'ledger/author-of-another-unit', person: '陈立', unit: '办公室' }],
  'ledger/medium-contradicts-register': [true, false].map((registered) => ({
    code: 'ledger/medium-contradicts-register',
    outlet: '人民网',
    registered,
  })),
  'ledger/edition-needed': [
    { code: 'ledger/edition-needed', outlet: '每日要情', editions: ['每日要情(市委办)'] },
    { code: 'ledger/edition-needed', outlet: '每日要情', editions: [] },
  ],
  'ledger/same-link': [{ code: 'ledger/same-link', other: otherFile.file }],
  'ledger/same-title': [{ code: 'ledger/same-title', other: otherFile.file, title: '标题' }],
  'ledger/unknown-word': (['form', 'category', 'incident'] as const).map((kind) => ({
    code: 'ledger/unknown-word',
    kind,
    found: '综和',
    known: ['综合', '简讯'],
    nearest: '综合',
    policy: 'county-2021',
  })),
  'ledger/review-order': [{ code: 'ledger/review-order', earlier: '2026-03-05', later: '2026-03-01' }],
  'ledger/ends-before-it-begins': [{ code: 'ledger/ends-before-it-begins', from: '2026-03-05', to: '2026-03-01' }],
  'ledger/parent-circle': [{ code: 'ledger/parent-circle', through: ['a', 'b'] }],
  'policy/unknown-clause': [{ code: 'policy/unknown-clause', clause: '四(一)7', nearest: '四(一)1' }],
  'policy/unknown-pool': [{ code: 'policy/unknown-pool', pool: '采', nearest: '采用' }],
  'policy/unknown-class': [{ code: 'policy/unknown-class', named: '市', nearest: null }],
  'policy/unknown-attribute': [{ code: 'policy/unknown-attribute', attribute: 'from', nearest: 'form', known: ['form', 'level'] }],
  'policy/unknown-option': [{ code: 'policy/unknown-option', reading: 'A01', chosen: 'C', options: ['A', 'B'] }],
  'policy/reading-changes-nothing': [{ code: 'policy/reading-changes-nothing', reading: 'A01', option: 'B', path: 'rules.x.points' }],
  'policy/unknown-policy': [{ code: 'policy/unknown-policy', named: 'county-2012', nearest: 'county-2021' }],
  'policy/id-is-not-file-name': [{ code: 'policy/id-is-not-file-name', id: 'a', expected: 'b' }],
  'policy/same-start': [{ code: 'policy/same-start', other: 'a', from: '2026-01-01' }],
  'policy/outlet-in-two-classes': [{ code: 'policy/outlet-in-two-classes', outlet: '人民网', classes: ['省级', '国家级'] }],
  'policy/division-without-rounding': [{ code: 'policy/division-without-rounding' }],
  'policy/unknown-rule': (['duties', 'rules'] as const).map((among) => ({ code: 'policy/unknown-rule', named: 'monthy', among, nearest: 'monthly' })),
  'policy/unknown-value': [
    { code: 'policy/unknown-value', attribute: 'form', found: '简迅', known: ['综合', '简讯'], nearest: '简讯' },
    { code: 'policy/unknown-value', attribute: 'length', found: '长', known: [], nearest: null },
  ],
  'policy/not-a-number': [{ code: 'policy/not-a-number', attribute: 'form' }],
  'policy/never-applies': [
    { code: 'policy/never-applies', attribute: 'outcome', reason: 'conditions' },
    ...(['conditions', 'earlier-class', 'with', 'without'] as const).map(
      (reason) => ({ code: 'policy/never-applies', attribute: null, reason }) as const,
    ),
  ],
  'policy/same-fact-twice': [{ code: 'policy/same-fact-twice', rule: 'city', other: 'print' }],
  'policy/table-gap': [{ code: 'policy/table-gap', attribute: 'form', missing: ['简讯'] }],
  'policy/band-gap': [{ code: 'policy/band-gap', attribute: 'length', above: 1000 }],
  'policy/out-of-order': [500, null].map((value) => ({ code: 'policy/out-of-order', value })),
  'policy/bounds-crossed': [{ code: 'policy/bounds-crossed', least: 5, most: 1 }],
  'policy/class-without-points': [{ code: 'policy/class-without-points', class: '省级' }],
  'policy/shortfall-earns': [{ code: 'policy/shortfall-earns', points: 2 }],
  'policy/nothing-bars': [{ code: 'policy/nothing-bars' }],
  'policy/no-such-unit': (['unit', 'class'] as const).map((what) => ({ code: 'policy/no-such-unit', what, named: '办公厅', nearest: '办公室' })),
  'policy/owed-by-nobody': [{ code: 'policy/owed-by-nobody', duty: '每月一篇' }],
  'policy/days-without': [{ code: 'policy/days-without', from: '2025-07-01', to: '2025-12-31', before: 'a' }],
  'policy/days-with-two': [{ code: 'policy/days-with-two', other: 'a', from: '2025-07-01', to: '2025-12-31' }],
  'cases/unclear-event': [{ code: 'cases/unclear-event', known: ['submission', 'adoption'] }],
  'cases/unit-without-class': [{ code: 'cases/unit-without-class', unit: '办公室' }],
  'cases/unknown-outlet': [{ code: 'cases/unknown-outlet', named: '湛江日抱', nearest: '湛江日报' }],
  'cases/unknown-name': (['item', 'person', 'award', 'duty', 'of', 'reading'] as const).map((what) => ({
    code: 'cases/unknown-name',
    what,
    named: '甲',
    nearest: null,
  })),
  'cases/unknown-event': (['submission', 'obligation'] as const).map((to) => ({ code: 'cases/unknown-event', to, named: '甲', nearest: '乙' })),
  'cases/several-subjects': [{ code: 'cases/several-subjects', subjects: ['item', 'unit'] }],
  'cases/nothing-said': [{ code: 'cases/nothing-said', subject: 'unit', fitting: ['points', 'rank'] }],
  'cases/does-not-fit': (['item', 'unit', 'person', 'award', 'ranking'] as const).map((subject) => ({
    code: 'cases/does-not-fit',
    measure: 'points',
    subject,
    fitting: ['points', 'rank'],
  })),
  'ledger/more-than-there-are': [
    { code: 'ledger/more-than-there-are', part: 'informed', count: 12, whole: 'entitled', of: 10 },
    { code: 'ledger/more-than-there-are', part: 'distributed', count: 12, whole: 'printed', of: 10 },
    { code: 'ledger/more-than-there-are', part: 'aware', count: 12, whole: 'asked', of: 10 },
  ],
  'ledger/before-it-was-found': [{ code: 'ledger/before-it-was-found', moment: '2022-03-05 14:00', found: '2022-03-05 14:30' }],
  'ledger/before-the-release': [{ code: 'ledger/before-the-release', release: '医保目录调整', issued: '2022-03-05', on: '2022-03-04' }],
  'policy/wrong-kind': [
    { code: 'policy/wrong-kind', named: 'county-2021', wanted: 'plan' },
    { code: 'policy/wrong-kind', named: 'publicity-plan', wanted: 'ordinance' },
  ],
  'plan/not-followed': [{ code: 'plan/not-followed', records: 3 }],
  'plan/unknown-word': PLAN_WORDS.flatMap((kind) => [
    { code: 'plan/unknown-word', kind, found: '广波', known: ['广播', '电视'], nearest: '广播', plan: 'publicity-plan' },
    { code: 'plan/unknown-word', kind, found: '广波', known: [], nearest: null, plan: 'publicity-plan' },
  ]),
};
