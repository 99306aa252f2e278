import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newRecord, renderRecord } from '../../src/filing/record.ts';
import { openLedger } from '../../src/ledger/open.ts';
import type { Ledger } from '../../src/model/records.ts';
import { parse } from '../../src/source/parse.ts';
import { bureau } from '../support/bureau.ts';

const ledger = openLedger(bureau()).ledger as Ledger;

describe('where a new record goes', () => {
  test('a submission: in the folder of its leading unit and its year, named by day, unit and title', () => {
    const written = { title: '某县推进医保征缴', unit: '医保服务中心', on: '2026-03-05' };
    expect(newRecord('submissions', written, ledger).file).toBe('data/submissions/fuwu/2026/20260305-fuwu-4b1cf8.yaml');
  });

  test('of several units the first leads, however it is called', () => {
    const file = (units: unknown) => newRecord('submissions', { title: '某县推进医保征缴', units, on: '2026-03-05' }, ledger).file;
    expect(file(['基金股', 'fuwu'])).toBe('data/submissions/jijin/2026/20260305-jijin-4b1cf8.yaml');
    expect(file([{ unit: '基金监管股', mark: '单' }])).toBe('data/submissions/jijin/2026/20260305-jijin-4b1cf8.yaml');
  });

  test('an adoption: by day, outlet and the tail of the submission; an instruction by level', () => {
    const adoption = { submission: '20260305-fuwu-4b1cf8', outlet: '县政府网', on: '2026-03-10' };
    expect(newRecord('adoptions', adoption, ledger).file).toBe('data/adoptions/2026/20260310-site-fuwu-4b1cf8.yaml');
    const instruction = { submission: '20260305-fuwu-4b1cf8', level: '部委', on: '2027-01-02' };
    expect(newRecord('instructions', instruction, ledger).file).toBe('data/instructions/2027/20270102-buwei-fuwu-4b1cf8.yaml');
  });

  test('an obligation, an incident, a figure', () => {
    expect(newRecord('obligations', { kind: '约稿', title: '某县推进医保征缴', on: '2026-03-01' }, ledger).file).toBe(
      'data/obligations/2026/20260301-yuegao-4b1cf8.yaml',
    );
    expect(newRecord('incidents', { unit: 'fuwu', kind: '一般错误', on: '2026-03-01' }, ledger).file).toBe(
      'data/incidents/2026/20260301-fuwu-9fa43f.yaml',
    );
    expect(newRecord('figures', { unit: '医保服务中心', name: '粉丝数', value: 3, on: '2026-03-01' }, ledger).file).toBe(
      'data/figures/2026/20260301-fuwu-4032a0.yaml',
    );
  });

  test('a name that is taken is not taken again', () => {
    const written = { submission: '0305-a', outlet: 'daily', on: '2026-03-10' };
    const first = 'data/adoptions/2026/20260310-daily-0305-a.yaml';
    const taken = new Set([first, first.replace('.yaml', '-2.yaml')]);
    expect(newRecord('adoptions', written, ledger, (file) => taken.has(file)).file).toBe('data/adoptions/2026/20260310-daily-0305-a-3.yaml');
  });

  test('whatever is written, the file lies in its folder under a name that may be one', () => {
    const evil = fc.oneof(
      fc.string(),
      fc.constantFrom('../../../etc/passwd', 'C:\\x', '报送', '2026-03-05', '.', '‮', 'a/../b'),
      fc.constant(undefined),
    );
    fc.assert(
      fc.property(fc.constantFrom('submissions', 'adoptions', 'instructions', 'activities'), evil, evil, evil, evil, (folder, a, b, c, d) => {
        const { file } = newRecord(folder, { title: a, unit: b, outlet: b, submission: c, on: d, level: a }, ledger);
        expect(file).toMatch(/^data\/[a-z]+(\/[a-z0-9]+(-[a-z0-9]+)*)+\.yaml$/);
      }),
    );
  });
});

describe('what a new record says', () => {
  const FILE = 'data/submissions/fuwu/2026/20260305-fuwu-4b1cf8.yaml';

  test('the line for editors, then keys in the order of the schema; what is empty is left out', () => {
    const written = {
      on: '2026-03-05',
      note: '一行\n又一行',
      authors: ['王芳', '李明'],
      link: '',
      unit: 'fuwu',
      title: '问: “真的”? #1',
      rounds: [],
    };
    expect(renderRecord(FILE, { ...written, approvals: [{ by: '李明', step: '股室负责人' }] })).toBe(
      [
        '# yaml-language-server: $schema=../../../.schema/submission.json',
        'title: "问: “真的”? #1"',
        'unit: fuwu',
        'authors: [王芳, 李明]',
        'on: 2026-03-05',
        'approvals:',
        '  - step: 股室负责人',
        '    by: 李明',
        'note: |-',
        '  一行',
        '  又一行',
        '',
      ].join('\n'),
    );
  });

  test('folders of two levels point at their schema too', () => {
    expect(renderRecord('data/activities/2026/a.yaml', { title: 'x' })).toBe(
      '# yaml-language-server: $schema=../../.schema/activity.json\ntitle: x\n',
    );
  });

  test('what is no record has no line', () => {
    expect(renderRecord('data/units.yaml', { units: [] })).toBe('units: []\n');
  });

  test('whatever a person writes comes back as it was', () => {
    const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }).filter((one) => one.trim() !== '');
    const scalar = fc.oneof(
      text,
      fc.constantFrom('no', 'null', '1e3', '2026-03-05', '- a', '{', '=SUM(A1)', ' x ', 'a\n\n b\n', '::warning::'),
      fc.double({ noNaN: true, noDefaultInfinity: true }).filter((one) => !Object.is(one, -0)),
      fc.boolean(),
    );
    const key = text.filter((one) => one !== '__proto__');
    const record = fc.record({
      title: text,
      authors: fc.array(text, { minLength: 1 }),
      figures: fc.dictionary(key, scalar, { minKeys: 1 }),
      rounds: fc.array(fc.dictionary(key, scalar, { minKeys: 1 }), { minLength: 1 }),
    });
    fc.assert(
      fc.property(record, (written) => {
        expect(parse(FILE, renderRecord(FILE, written))).toEqual({ value: JSON.parse(JSON.stringify(written)), findings: [] });
      }),
    );
  });
});
