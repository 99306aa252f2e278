/** Random ordinances: any combination of the parts of the language, as the value of a policy file. */
import fc from 'fast-check';

type Written = Record<string, unknown>;

const one = <T>(...choices: readonly T[]) => fc.constantFrom(...choices);
const maybe = <T>(arbitrary: fc.Arbitrary<T>, freq = 3) => fc.option(arbitrary, { nil: undefined, freq });
const present = (record: Written): Written => Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
const parts = (record: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<Written> => fc.record(record).map(present);

const LEVELS = ['县级', '市级', '省级', '国家级'];
const span = one('month', 'quarter', 'half-year', 'year');
const worth = one(-3, -0.5, 0, 0.1, 1, 2.5, 8, 20);
const gain = one(0.5, 1, 3, 10);

/** Amounts by attributes that every kind of fact answers, with null where it has nothing to say. */
const amount: fc.Arbitrary<unknown> = fc.oneof(
  worth,
  fc.record({ by: fc.constant('class'), table: fc.record({ 县级: worth, 市级: worth, 省级: worth, 国家级: worth }), otherwise: worth }),
  fc.record({
    by: fc.constant('length'),
    bands: fc.tuple(worth, worth).map(([a, b]) => [{ up_to: 500, give: a }, { up_to: 1000, give: b }, { give: 3 }]),
  }),
  fc.record({ by: fc.constant('阅读量'), steps: fc.constant([{ at: 1000, give: 1 }]), each: fc.constant(700), more: gain, at_most: fc.constant(6) }),
  fc.record({ of: fc.constant('阅读量'), times: one(0.001, 0.01), at_most: fc.constant(9) }),
  fc.record({ judged: fc.constant('质量'), from: fc.constant(1), to: fc.constant(4) }),
);

const where = one<Written | Written[]>({}, { position: '头版' }, { length: { above: 800 } }, [{ form: '综合' }, { length: { at_most: 300 } }], {
  ordinal: 1,
});

const rule = parts({
  clause: fc.constant('一'),
  for: one('adoption', 'adoption', 'instruction', 'submission', 'incident'),
  where: maybe(where),
  points: amount,
  times: maybe(fc.constant('count'), 6),
  pool: maybe(one('甲', '乙', '丙'), 1),
  with: maybe(fc.constant({ for: 'adoption' }), 8),
  without: maybe(fc.constant({ for: 'incident' }), 8),
  ledger: maybe(fc.constant('稿酬'), 6),
  overrides: maybe(fc.constant(true), 9),
  charged_to: maybe(one('quarter', 'year'), 7),
  zeroes: maybe(span, 9),
  falls_on: maybe(one<unknown>('children', 'parent', 'class', { only: 'parent' }), 8),
});

const multiplier = parts({
  clause: fc.constant('一'),
  for: one('adoption', 'instruction'),
  where: maybe(where),
  pool: one('甲', '乙'),
  multiply: one(0, 0.5, 1.5, 2),
});
const multiple = parts({
  clause: fc.constant('一'),
  for: one('instruction', 'adoption'),
  multiple_of: fc.record({ pool: one('甲', '乙'), times: one(0.5, 2) }),
  pool: maybe(fc.constant('丙')),
});

const pool = parts({
  combine: one('sum', 'highest', 'highest-class', 'gravest', 'latest'),
  best: maybe(one(1, 2, 3), 2),
  once_per: maybe(one<unknown>('level', 'line', ['class', 'rule'])),
  anew_each: maybe(one('month', 'quarter', 'half-year')),
  at_most: maybe(gain),
  at_least: maybe(one(-1, -4)),
});

const count = parts({
  of: one('filings', 'adoptions', 'instructions', 'incidents', 'points', 'adoption-rate'),
  where: maybe(one<unknown>({ form: '综合' }, {})),
  weight: maybe(one<unknown>(2, { by: 'form', table: { 综合: 3 }, otherwise: 1 })),
});

const duty = parts({
  clause: fc.constant('二'),
  title: fc.constant('任务'),
  per: one('month', 'two-months', 'quarter', 'half-year', 'year'),
  count,
  at_least: one<unknown>(0, 1, 2, 50, { by: 'unit_class', table: { 机关股室: 2 }, otherwise: 1 }),
  voluntary: maybe(fc.constant({ unit_class: '下属单位' })),
  carry_over: maybe(one('half-year', 'year')),
  met: maybe(gain, 1),
  missed: maybe(one(-1, -5), 1),
  each_missing: maybe(one(-0.5, -2), 1),
  proportion: maybe(gain),
  extra: maybe(parts({ each: gain, at_most: maybe(gain), per: maybe(fc.constant('year')), needs_all_of: maybe(fc.constant('year')) })),
  at_most: maybe(gain),
  charged_to: maybe(fc.constant('year')),
  book: maybe(one('period-end', 'as-met')),
  first_period: one('next-whole', 'containing', 'containing-from-start'),
});

const consequence = parts({
  clause: fc.constant('二'),
  when: fc.oneof(
    fc.record({ duty: fc.constant('duty0'), times: one(1, 2, 3), running: fc.boolean() }),
    fc.record({ count: fc.constant({ of: 'incidents' }), at_least: one(1, 2), per: span }),
  ),
  says: maybe(fc.constant('通报批评')),
  points: maybe(worth),
  charged_to: maybe(fc.constant('year')),
  zeroes: maybe(span),
  bars: maybe(fc.constant('评先')),
});

export const limit = parts({
  clause: fc.constant('二'),
  rules: maybe(fc.constant(['rule0'])),
  at_most: fc.constant(9),
  at_least: maybe(fc.constant(0)),
  per: span,
});

const award = parts({
  clause: fc.constant('三'),
  title: fc.constant('表扬'),
  of: one('units', 'people'),
  per: span,
  from: maybe(fc.constant('bottom')),
  places: maybe(one(1, 2)),
  share: maybe(one(0.2, 0.5)),
  mark: maybe(one(0, 5)),
  amounts: maybe(fc.constant([300, 200])),
  unless_barred: fc.boolean(),
  ties: one('undecided', 'all', 'none'),
});

const named = (name: string, each: fc.Arbitrary<Written>, bounds: { minLength?: number; maxLength: number }) =>
  fc.array(each, bounds).map((list) => Object.fromEntries(list.map((entry, index) => [`${name}${index}`, entry])));

const ranking = parts({
  by: one('period', 'year-to-date'),
  groups: one<unknown>('none', 'class', { 机关: { unit_class: '机关股室' }, 其他: {} }),
  modules: maybe(fc.constant({ 报道: { rules: ['rule0'], weight: 0.6, at_most: 8 }, 任务: { rules: ['duty0'], weight: 0.4 } })),
  rolled_up: fc.boolean(),
});

const items = parts({
  authors: one<unknown>('full', 'equal', 'first', { first: 2 }, { parts: [3, 2] }),
  same_story: one('first-filed', 'named', 'shared'),
  units: one<unknown>(
    {},
    { otherwise: 0.5 },
    { otherwise: 'equal' },
    { otherwise: 'weight' },
    { each: 2 },
    { alone: 0.7, office: { unit: '单位2', part: 0.3 } },
  ),
});

/** A random ordinance in force from `from`. It is whole: whatever it names is there. */
export const ordinanceFrom = (from: string): fc.Arbitrary<Written> =>
  fc
    .record({
      given: named('rule', rule, { minLength: 1, maxLength: 5 }),
      multipliers: named('multiplier', multiplier, { maxLength: 2 }),
      multiples: named('multiple', multiple, { maxLength: 1 }),
      pools: fc.record({ 甲: pool, 乙: pool, 丙: pool }),
      items,
      duties: named('duty', duty, { minLength: 1, maxLength: 3 }),
      consequences: named('consequence', consequence, { maxLength: 2 }),
      limits: named(
        'limit',
        fc.oneof(
          limit,
          limit.map((one) => ({ ...one, per: 'item' })),
        ),
        { maxLength: 2 },
      ),
      bases: named('base', fc.record({ clause: fc.constant('三'), points: one(5, 100), per: span }), { maxLength: 1 }),
      conversions: named(
        'conversion',
        fc.record({ clause: fc.constant('三'), into: fc.constant('另一考核'), per: span, times: one(0.1, 2), at_most: gain }),
        {
          maxLength: 1,
        },
      ),
      awards: named('award', award, { maxLength: 2 }),
      ranking,
    })
    .map(({ given, multipliers, multiples, ...rest }) => ({
      id: 'random',
      title: '随机办法',
      in_force: { from },
      clauses: { 一: '计分', 二: '任务', 三: '排名' },
      words: { form: ['综合', '简讯'], incident: ['负面炒作'], figure: ['阅读量', '质量'] },
      outlets: Object.fromEntries(LEVELS.map((name) => [name, { level: name.slice(0, -1) }])),
      rules: { ...given, ...multipliers, ...multiples },
      ledgers: { 稿酬: { unit: '元', authors: 'first' }, 另一考核: {} },
      rounding: { places: 2, mode: 'half-up' },
      ...rest,
    }));
