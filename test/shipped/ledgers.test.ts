import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openLedger } from '../../src/ledger/open.ts';
import { parse } from '../../src/source/parse.ts';

/** The records under `root`/data as the ledger reads them. */
function opened(root: string) {
  const files = readdirSync(join(root, 'data'), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.yaml'));
  const parsed = files.map((file) => [`data/${file}`, parse(`data/${file}`, readFileSync(join(root, 'data', file), 'utf8'))] as const);
  const { ledger, findings } = openLedger(new Map(parsed.map(([file, { value }]) => [file, value])));
  if (!ledger) throw new Error(`no ledger under ${root}`);
  return { ledger, findings: [...parsed.flatMap(([, own]) => own.findings), ...findings] };
}

describe.each(['.', 'test/ledgers/linyi-2020', 'test/ledgers/ganzhou-2020', 'test/ledgers/xinjiang-2022', 'test/ledgers/publicity-plan'])(
  'the ledger under %s',
  (root) => {
    test('is clean', () => expect(opened(root).findings).toEqual([]));
  },
);

test('the register of Ganzhou holds the tasks of annex 3: 5 departments, 5 groups, 20 county bodies, 32 institutions', () => {
  const classes = [...opened('test/ledgers/ganzhou-2020').ledger.units.values()].map((unit) => unit.class);
  const count = (wanted: string) => classes.filter((found) => found === wanted).length;
  expect([count('机关科室'), count('中心组'), count('县级部门'), count('两定机构')]).toEqual([5, 5, 20, 32]);
});

test('the register of Xinjiang holds the fourteen prefectures and the eleven bulletins of article 7 (2) 3', () => {
  const { units, outlets } = opened('test/ledgers/xinjiang-2022').ledger;
  expect([...units.values()].filter((unit) => unit.class === '地州市')).toHaveLength(14);
  expect([...outlets.values()].filter(({ name }) => /^(自治区党委|自治区人民政府|国家医疗保障局)办公[厅室]《/.test(name))).toHaveLength(11);
});
