/** Whatever a lock says that its schema lets pass, there is a document, and nothing in it is half said. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bulletinMarkdown } from '../../src/export/bulletin/markdown.ts';
import { type Published, WrittenBulletin } from '../../src/ledger/written/bulletin.ts';
import { CADENCES, TABLES, type Wording } from '../../src/ledger/written/wording.ts';
import type { DocumentTable, OfficialDocument } from '../../src/model/document.ts';
import { points, sum, written } from '../../src/model/points.ts';
import { documentOf } from '../../src/words/bulletin/document.ts';
import { DEFAULT_WORDING } from '../../src/words/bulletin/wording.ts';
import { bulletin } from '../support/bulletin.ts';

const UNITS = ['甲', '乙', '丙', '丁', '不在册', 'constructor'];
const PERIODS = ['2026-10', '2026-Q3', '2026-H1', '2026-H2', '2026', '2026-10-A', '2026-W05', '2026-07+08', '2026-07-01..2026-10-09', '2026-03-05'];

const unit = fc.constantFrom(...UNITS);
const period = fc.constantFrom(...PERIODS);
const count = fc.nat({ max: 30 });
/** Exact decimals, as ordinances give them. */
const amount = fc.tuple(fc.integer({ min: -9999, max: 99999 }), fc.constantFrom(1, 10, 100, 1000)).map(([digits, by]) => digits / by);
const text = fc.constantFrom('一', '《二》', '三|四', '（五）', 'a_b*c', '{{ 六 }}', '七\n\n八');
const word = fc.constantFrom('县级', '市级', '省级', '国家级', '县政府网站', '');
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const byClass = fc.dictionary(word, count, { maxKeys: 8 });
const day = fc.constantFrom('2026-10-01', '2026-10-31', '2025-02-28');
const list = <T>(arbitrary: fc.Arbitrary<T>, most = 4) => fc.array(arbitrary, { maxLength: most });

/** Without the keys that are undefined, as YAML has it. */
const tidy = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T> => arbitrary.map((value) => JSON.parse(JSON.stringify(value)) as T);

const totals = fc.record({
  units: count,
  filed: count,
  joint: count,
  adopted: count,
  adoptions: count,
  by_class: byClass,
  by_level: fc.dictionary(fc.constantFrom('县', '市', '省', '国家'), count),
  instructions: count,
  points: amount,
  deductions: amount,
  corrections: amount,
  zero_filed: count,
  zero_adopted: count,
});

const row = fc.record({
  rank: fc.integer({ min: 1, max: 9 }),
  tied: fc.boolean(),
  unit,
  filed: count,
  filed_to_date: count,
  adopted: count,
  by_class: byClass,
  in_print: count,
  instructions: count,
  by_kind: fc.dictionary(fc.constantFrom('submission', 'adoption', 'incident', '别的'), amount),
  corrections: amount,
  deductions: amount,
  of_period: amount,
  to_date: amount,
  points: amount,
  quotas: list(
    fc.record({
      duty: fc.constantFrom('a', 'b'),
      title: text,
      period: fc.oneof(period, fc.constant('2026-W05a')),
      count: fc.oneof(count, amount),
      quota: fc.oneof(count, amount),
      state: fc.constantFrom('met', 'missed', 'running'),
    }),
  ),
});

const named = fc.record({ units: list(unit), tie_across: fc.boolean() });
const listed = { item: optional(text), title: optional(text), units: list(unit), authors: optional(list(text, 2)), on: day };

const published = tidy(
  fc.record({
    as_of: day,
    work: text,
    ranks: fc.oneof(fc.constantFrom('all', 'none'), fc.integer({ min: 1, max: 5 })),
    people: fc.boolean(),
    weakest: fc.boolean(),
    ranked_by: fc.constantFrom('period', 'year-to-date'),
    ordinances: fc.array(fc.record({ id: text, title: text, number: optional(text), from: day, readings: fc.constant({}) }), {
      minLength: 1,
      maxLength: 3,
    }),
    classes: fc.uniqueArray(fc.constantFrom('县级', '市级', '省级', '国家级', '一', '二', '三', '四')),
    units: fc.dictionary(fc.constantFrom('甲', '乙', '丙', '丁'), fc.record({ name: text, short: text, class: text })),
    totals,
    by_unit_class: fc.dictionary(text, fc.record({ units: count, filed: count, adopted: count })),
    previous: optional(fc.record({ period, totals })),
    year_before: optional(fc.record({ period, totals })),
    groups: list(fc.record({ group: optional(text), rows: list(row, 6), top: named, bottom: named }), 3),
    excluded: list(fc.record({ unit, reason: text })),
    zero_filed: list(unit),
    zero_adopted: list(unit),
    commissions: list(
      fc.record({
        title: optional(text),
        kind: fc.constantFrom('约稿', '会议', '政策'),
        due: optional(day),
        units: list(fc.record({ unit, state: fc.constantFrom('done', 'late', 'missed', 'open'), on: optional(day) })),
      }),
    ),
    notable: list(
      fc.record({ ...listed, why: fc.constantFrom('instruction', 'adoption'), level: optional(text), rank: optional(text), outlet: optional(text) }),
    ),
    adopted: list(fc.record({ ...listed, outlet: text, class: optional(text), level: optional(text), form: optional(text), print: fc.boolean() })),
    deductions: list(fc.record({ unit, on: day, points: amount, policy: text, clause: optional(text), why: text })),
    corrections: list(
      fc.record({
        unit,
        corrects: period,
        points: amount,
        clause: optional(text),
        title: optional(text),
        causes: list(fc.record({ what: fc.constantFrom('added', 'changed', 'deleted', 'program'), file: optional(text), commit: optional(text) })),
      }),
    ),
    awards: list(
      fc.record({
        title: text,
        clause: text,
        of: fc.constantFrom('units', 'people'),
        group: optional(text),
        places: count,
        sure: list(unit),
        undecided: list(unit),
        places_left: count,
      }),
    ),
    barred: list(fc.record({ unit, bars: text, clause: text, cause: fc.oneof(text, period), final: fc.boolean() })),
    writers: list(fc.record({ rank: fc.integer({ min: 1, max: 9 }), tied: fc.boolean(), name: text, unit, points: amount })),
    titles: fc.constant({}),
  }),
);

const wording: fc.Arbitrary<Wording> = fc.oneof(
  fc.constantFrom(...CADENCES.map((cadence) => DEFAULT_WORDING[cadence])),
  fc.constant<Wording>({
    title: '全部',
    official: true,
    sections: TABLES.map((table) => ({ heading: table, table })),
    annexes: TABLES.map((table) => ({ title: table, table })),
  }),
);

const lock = fc.record({ period, published, wording }).map(({ wording: worded, ...changes }): WrittenBulletin => {
  const { document, ...rest } = bulletin();
  return { ...rest, period: changes.period, published: changes.published as Published, document: { ...document, wording: worded } };
});

const tablesIn = ({ body, annexes }: OfficialDocument): DocumentTable[] =>
  [...body, ...annexes.flatMap(({ blocks }) => blocks)].flatMap((block) => (block.kind === 'table' ? [block.table] : []));

/** Signs of a sentence whose middle is missing. */
const HALF_SAID = /：[。；，]|[，、；。][，、；。]|^[，、；。]|（）|《》|[，、；：]$|共[条次件]|有个/;

describe('for any lock that passes the schema', () => {
  test('there is a document in which nothing is undefined or half said', () => {
    fc.assert(
      fc.property(lock, (each) => {
        expect(WrittenBulletin.safeParse(each).error).toBeUndefined();
        const document = documentOf(each);
        const said = document.body.flatMap((block) => (block.kind === 'table' ? [] : [block.text]));
        expect(JSON.stringify(document)).not.toMatch(/undefined|NaN|null,null|Infinity|\[object|模板有误/);
        expect(bulletinMarkdown(document)).not.toMatch(/undefined|NaN|\bnull\b|Infinity|\[object/);
        for (const sentence of said) expect(sentence).not.toMatch(HALF_SAID);
      }),
      { numRuns: 400 },
    );
  });

  test('every table is full, and every column that has a sum adds up to it', () => {
    fc.assert(
      fc.property(lock, (each) => {
        for (const { columns, rows, total } of tablesIn(documentOf(each))) {
          expect(rows.length).toBeGreaterThan(0);
          for (const line of [...rows, ...(total ? [total] : [])]) expect(line).toHaveLength(columns.length);
          for (const [index, cell] of (total ?? []).entries()) {
            const column = rows.map((line) => line[index] ?? '');
            if (/^[-+]?[\d.]+$/.test(cell)) expect(written(sum(column.map((text) => points(text.replace('+', '')))))).toBe(cell.replace('+', ''));
          }
        }
      }),
      { numRuns: 400 },
    );
  });

  test('headings and annexes are numbered without a gap', () => {
    fc.assert(
      fc.property(lock, (each) => {
        const { body, annexes } = documentOf(each);
        const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二', '十三'];
        const headings = body.flatMap((block) => (block.kind === 'heading' ? [block.text.split('、')[0]] : []));
        expect(headings).toEqual(numerals.slice(0, headings.length));
        expect(annexes.map(({ label }) => label)).toEqual(annexes.length === 1 ? ['附件'] : annexes.map((_annex, index) => `附件${index + 1}`));
      }),
      { numRuns: 200 },
    );
  });
});
