/** `tongbao import`, run inside the test on spreadsheets that SheetJS wrote. */
import { existsSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { SHEET_LIMIT } from '../../src/filing/sheet/file.ts';
import { type Cell, day, newOffice, type Sheet, table, workbook } from '../filing/office.ts';
import { untidy } from '../filing/untidy-ledger.ts';
import { put } from '../rig/root.ts';
import { run, runIn, type Told } from './terminal.ts';

const folders: string[] = [];
const office = (): string => {
  const root = newOffice();
  folders.push(root);
  return root;
};
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

interface Fact {
  readonly cell: string;
  readonly code: string;
  readonly facts: Readonly<Record<string, unknown>>;
}
interface Account {
  readonly guessed: boolean;
  readonly written: boolean;
  readonly mapping: { readonly tables: readonly Readonly<Record<string, unknown>>[] };
  readonly faults: readonly Fact[];
  readonly unread: readonly (string | null)[];
  readonly unknown: readonly Readonly<Record<string, unknown>>[];
  readonly totals: { readonly rows: Readonly<Record<string, number>>; readonly records: Readonly<Record<string, Readonly<Record<string, number>>>> };
  readonly files: readonly string[];
  readonly rows: readonly {
    readonly sheet: string | null;
    readonly row: number;
    readonly fate: string;
    readonly records: readonly {
      readonly folder: string;
      readonly fate: string;
      readonly file: string | null;
      readonly faults: readonly Fact[];
      readonly notes: readonly Fact[];
    }[];
  }[];
}

const AS_OF = ['--as-of', '2026-06-30'];

/** Imports these bytes into a root. */
function importing(root: string, bytes: Uint8Array | string, ...options: string[]): Promise<Told> {
  const file = join(root, typeof bytes === 'string' ? 'ledger.csv' : 'ledger.xlsx');
  writeFileSync(file, bytes);
  return run('import', file, '--root', root, ...AS_OF, ...options);
}

async function account(root: string, bytes: Uint8Array | string, ...options: string[]): Promise<Account> {
  return JSON.parse((await importing(root, bytes, '--format', 'json', ...options)).out) as Account;
}

const faultsOf = ({ rows }: Account): [string, string][] =>
  rows.flatMap(({ records }) => records.flatMap(({ faults }) => faults.map(({ cell, code }): [string, string] => [cell, code])));
const notesOf = ({ rows }: Account): [string, string][] =>
  rows.flatMap(({ records }) => records.flatMap(({ notes }) => notes.map(({ cell, code }): [string, string] => [cell, code])));
const textIn = (root: string, file: string): string => readFileSync(join(root, file), 'utf8');

const HEADS = ['信息标题', '报送单位', '撰稿人', '报送日期', '体裁', '采用媒体', '采用日期'];
const ROW: Cell[] = ['甲', '办公室', '', '2026-03-05', '综合', '', ''];

describe('a thousand untidy rows', () => {
  const planted = untidy(1000);
  const root = office();

  test('are all accounted for, each as it was planted, and nothing is written before it is told to', async () => {
    const trial = await account(root, planted.bytes);
    expect(trial.rows.filter(({ sheet, row, fate }) => planted.fates.get(`${sheet}!${row}`) !== fate)).toEqual([]);
    expect(planted.fates.size).toBe(1000);
    expect(trial.totals.rows.all).toBe(1000);
    const { all, ...fates } = trial.totals.rows;
    expect(Object.values(fates).reduce((sum, count) => sum + count, 0)).toBe(all);
    for (const folder of ['submissions', 'adoptions', 'instructions'] as const) expect(trial.totals.records[folder]?.new).toBe(planted.new[folder]);
    expect(existsSync(join(root, 'data/submissions'))).toBe(false);
  });

  test('come in once: the check is content with them, and a second run brings nothing', async () => {
    const { code, out } = await importing(root, planted.bytes, '--write', '--report', join(root, 'report.csv'));
    expect(code).toBe(1);
    expect(out).toContain('共 1000 行 rows = ');
    expect(textIn(root, 'report.csv').match(/\r\n/g)).toHaveLength(1001);
    const again = await account(root, planted.bytes, '--write');
    expect(again.files).toEqual([]);
    expect(again.totals.records).toMatchObject({ submissions: { new: 0 }, adoptions: { new: 0 }, instructions: { new: 0 } });
    rmSync(join(root, 'report.csv'));
    expect((await run('check', '--root', root)).out).toContain('检查通过');
  });
});

test('ten thousand rows', async () => {
  const rows = Array.from({ length: 10_000 }, (_, at) => `第${at}篇,办公室,2026-03-${String(1 + (at % 28)).padStart(2, '0')}`);
  const told = await account(office(), `信息标题,报送单位,报送日期\n${rows.join('\n')}\n`);
  expect(told.totals.rows).toMatchObject({ all: 10_001, new: 10_000, heading: 1 });
  expect(told.files).toHaveLength(10_000);
}, 120_000);

test('what a small table gives, in full', async () => {
  const root = office();
  const rows: Cell[][] = [
    ['2026年信息报送台账'],
    HEADS,
    ['门诊两病用药有保障', '服务中心', '李 明', day(2026, 3, 5), '综合', '县政府网站', '3月6日'],
    ['飞行检查', '稽核股', '张三', '2026-03-07', '简讯', '县融媒体报', '2026-03-08'],
    ['合计', '', '', '', '', 2],
  ];
  const { code, out, err } = await importing(root, table(rows, { merges: ['A1:G1'] }), '--write');
  expect({ code, err }).toEqual({ code: 1, err: '' });
  expect(out).toMatchInlineSnapshot(`
    "ledger.xlsx
    按列标题推测的对照,请先核对;不对时用 --write-mapping 存成文件,改好后用 --mapping 导入。
    Guessed from the headings: check it first. If it is wrong, store it with --write-mapping, mend it, and import with --mapping.

        tables:
          - sheets: [台账]
            year: 2026
            submission:
              title: 信息标题
              unit: 报送单位
              authors: 撰稿人
              on: 报送日期
              form: 体裁
            adoptions:
              - outlet: 采用媒体
                on: 采用日期

      台账:第 2 行是列标题 headings in row 2

    台账!B4  import/unknown-name
      没有登记名为“稽核股”的单位。请在 data/units.yaml 登记或加为别名(见下方片段),再导入一次。
      No unit is registered under the name “稽核股”. Register it in data/units.yaml or add it as an alias (see the lines to paste below), and import again.

    台账!C4  import/unknown-name
      没有登记名为“张三”的人员。请在 data/people.yaml 登记或加为别名(见下方片段),再导入一次。
      No person is registered under the name “张三”. Register it in data/people.yaml or add it as an alias (see the lines to paste below), and import again.

    台账!F4  import/unknown-name
      没有登记名为“县融媒体报”的媒体。是不是“县融媒”?请在 data/outlets.yaml 登记或加为别名(见下方片段),再导入一次。
      No outlet is registered under the name “县融媒体报”. Did you mean “县融媒”? Register it in data/outlets.yaml or add it as an alias (see the lines to paste below), and import again.

    登记之后再导入一次,这些行就会补上。是已登记的,加为别名(aliases);是新的,把下面的片段补全后贴进文件。
    Once these are registered, import again and the rows come in. What is registered under another name gets an alias; what is new is pasted and completed.

    # data/units.yaml
      # 1 行 rows
      - id:
        name: 稽核股
        class: ""

    # data/people.yaml
      # 1 行 rows
      - id:
        name: 张三
        unit: ""

    # data/outlets.yaml
      # 1 行 rows · 最接近 nearest: 县融媒
      - id:
        name: 县融媒体报
        level: 未定
        channel: ""

    共 5 行 rows = 导入 imported 1 + 未导入 refused 1 + 标题行 headings 2 + 合计行 totals 1
      报送 submissions: 新增 new 1, 已有 there 0, 未导入 refused 1
      采用 adoptions: 新增 new 1, 已有 there 0, 未导入 refused 1
      批示 instructions: 新增 new 0, 已有 there 0, 未导入 refused 0
    已写入 2 个文件。请运行 tongbao check,核对后提交。 Written: 2 files. Run tongbao check, look them over and commit.
    "
  `);
  const [submission] = readdirSync(join(root, 'data/submissions/service/2026'));
  expect(textIn(root, `data/submissions/service/2026/${submission}`)).toBe(
    '# yaml-language-server: $schema=../../../.schema/submission.json\ntitle: 门诊两病用药有保障\nunit: 医保服务中心\nauthors: [li-service]\non: 2026-03-05\nform: 综合\n',
  );
  const [adoption] = readdirSync(join(root, 'data/adoptions/2026'));
  expect(textIn(root, `data/adoptions/2026/${adoption}`)).toBe(
    `# yaml-language-server: $schema=../../.schema/adoption.json\nsubmission: ${submission?.slice(0, -5)}\noutlet: 某县人民政府网站\non: 2026-03-06\n`,
  );
});

describe('every refusal names its cell', () => {
  const refused = async (heads: readonly Cell[], ...rows: Cell[][]): Promise<[string, string][]> =>
    faultsOf(await account(office(), table([heads, ...rows])));

  test('of a submission', async () => {
    const heads = [...HEADS.slice(0, 5), '字数', '公开属性', '重要稿件', '稿件链接', '报送编号'];
    expect(
      await refused(
        heads,
        ['', '办公室', '', '2026-03-05'],
        ['甲', '', '', '2026-03-05'],
        ['乙', '办公室', '', ''],
        ['丙', '办公室', '', '2026-02-30'],
        ['丁', '办公室', '', '3月5日'],
        ['戊', '办公室', '', 3.1],
        ['己', '办公室', '', '2026-07-01'],
        ['庚', '办公室', '李明', '2026-03-05'],
        ['辛', '办公室、保卫科', '', '2026-03-05'],
        ['壬', '办公室', '', '2026-03-05', '', '若干', '秘密', '也许', '见附件', '../../../etc/passwd'],
        ['癸', '办公室', '', { t: 'n', f: 'TODAY()' }],
        ['子', '办公室', { t: 'e', v: 0x2a, w: '#N/A' }, '2026-03-05'],
        ['丑\u0007', '办公室', '', '2026-03-05'],
        ['寅\u202e', '办公室', '', '2026-03-05'],
      ),
    ).toEqual([
      ['台账!A2', 'import/missing'],
      ['台账!B3', 'import/missing'],
      ['台账!D4', 'import/missing'],
      ['台账!D5', 'import/not-a-day'],
      ['台账!D6', 'import/no-year'],
      ['台账!D7', 'import/day-or-number'],
      ['台账!D8', 'import/in-the-future'],
      ['台账!C9', 'import/ambiguous-name'],
      ['台账!B10', 'import/unknown-name'],
      ['台账!F11', 'import/not-a-count'],
      ['台账!G11', 'import/not-a-choice'],
      ['台账!H11', 'import/not-a-choice'],
      ['台账!I11', 'import/not-an-address'],
      ['台账!J11', 'import/bad-id'],
      ['台账!D12', 'import/uncomputed'],
      ['台账!C13', 'import/cell-error'],
      ['台账!A14', 'import/control-character'],
      ['台账!A15', 'import/control-character'],
    ]);
  });

  test('of an adoption or instruction, beside a submission that comes in', async () => {
    const heads = [...HEADS, '批示级别', '批示日期', '批示情况'];
    const told = await account(
      office(),
      table([
        heads,
        [...ROW, '', ''].with(0, '一').with(6, '2026-03-06'),
        [...ROW].with(0, '二').with(5, '人民网'),
        [...ROW].with(0, '三').with(5, '人民网、县融媒').with(6, '2026-03-06、2026-03-07、2026-03-08'),
        [...ROW].with(0, '四').with(5, '人民网').with(6, '√'),
        [...ROW].with(0, '五').with(5, '人民网').with(6, '2026-07-06'),
        [...ROW].with(0, '六').with(5, '人民网').with(6, '上旬'),
        [...ROW].with(0, '七').with(5, { t: 'e', v: 0x17, w: '#REF!' }).with(6, '2026-03-06'),
        [...ROW, '街道', '2026-03-09'].with(0, '八'),
        [...ROW, '市', ''].with(0, '九'),
        [...ROW, '', '', '领导很重视'].with(0, '十'),
        // Appeared before it was filed: the check says so.
        [...ROW].with(0, '十一').with(5, '人民网').with(6, '2026-03-01'),
      ]),
    );
    expect(faultsOf(told)).toEqual([
      ['台账!G2', 'import/no-outlet'],
      ['台账!G3', 'import/no-day-of-adoption'],
      ['台账!G4', 'import/outlets-and-days'],
      ['台账!G5', 'import/no-day-of-adoption'],
      ['台账!G6', 'import/in-the-future'],
      ['台账!G7', 'import/not-a-day'],
      ['台账!F8', 'import/cell-error'],
      ['台账!H9', 'import/not-a-choice'],
      ['台账!H10', 'import/missing'],
      ['台账!J11', 'import/unclear-instruction'],
      ['台账!G12', 'ledger/event-before-filing'],
    ]);
    expect(told.totals.rows).toMatchObject({ all: 12, partly: 11, heading: 1 });
    expect(told.totals.records.submissions).toEqual({ new: 11, there: 0, refused: 0 });
  });

  test('where the record itself would not pass the check, and of all that rests on it', async () => {
    const root = office();
    put(root, 'data/units.yaml', 'units:\n  - { id: office, name: 办公室, class: 机关股室, from: 2026-04-01 }\n');
    const told = await account(
      root,
      table([HEADS, [...ROW].with(5, '人民网').with(6, '2026-03-06'), [...ROW].with(5, '县融媒').with(6, '2026-03-07')]),
    );
    expect(faultsOf(told)).toEqual([
      ['台账!B2', 'ledger/not-in-service'],
      ['台账!F2', 'import/submission-refused'],
      // The submission of the second row is that of the first.
      ['台账!B2', 'ledger/not-in-service'],
      ['台账!F3', 'import/submission-refused'],
    ]);
    expect(told.files).toEqual([]);
  });

  test('what the office has to look at comes in with a note', async () => {
    const told = await account(office(), table([HEADS, [...ROW].with(4, '通讯'), ['乙', '办公室', '陈海生', '2026-03-05', '综合', '', '']]));
    expect(notesOf(told)).toEqual([
      ['台账!E2', 'ledger/unknown-word'],
      ['台账!C3', 'ledger/author-of-another-unit'],
    ]);
    expect(told.totals.rows).toMatchObject({ new: 2 });
  });
});

describe('what is there already', () => {
  const filed = (root: string): void => {
    put(root, 'data/submissions/office/2026/20260305-jia.yaml', 'title: 甲\nunit: 办公室\non: 2026-03-05\nform: 简讯\n');
    put(root, 'data/adoptions/2026/20260306-renmin-jia.yaml', 'submission: 20260305-jia\noutlet: 人民网\non: 2026-03-06\n');
  };

  test('is told by unit, title and day, and by outlet and day; where it says something else it stays as it is', async () => {
    const root = office();
    filed(root);
    const told = await account(root, table([HEADS, ['甲。', '办公室', '', '2026-03-05', '综合', '人民网', '2026-03-06']]));
    expect(told.rows[1]).toMatchObject({
      fate: 'there',
      records: [{ file: 'data/submissions/office/2026/20260305-jia.yaml' }, { file: 'data/adoptions/2026/20260306-renmin-jia.yaml' }],
    });
    expect(notesOf(told)).toEqual([['台账!E2', 'import/differs']]);
    expect(told.files).toEqual([]);
  });

  test('under another title and the same link is told, whichever id comes first', async () => {
    const root = office();
    put(root, 'data/submissions/office/2026/0a.yaml', 'title: 旧一\nunit: office\non: 2026-03-01\nlink: https://x.example/1\n');
    put(root, 'data/submissions/office/2026/z.yaml', 'title: 旧二\nunit: office\non: 2026-03-01\nlink: https://x.example/2\n');
    const heads = ['标题', '单位', '报送日期', '稿件链接'];
    const told = await account(
      root,
      table([heads, ['新一', '办公室', '2026-03-05', 'https://x.example/1'], ['新二', '办公室', '2026-03-05', 'https://x.example/2']]),
    );
    expect(
      told.rows.flatMap(({ records }) => records.flatMap(({ notes }) => notes)).map(({ cell, code, facts }) => [cell, code, facts.other]),
    ).toEqual([
      ['台账!D2', 'ledger/same-link', 'data/submissions/office/2026/0a.yaml'],
      ['台账!D3', 'ledger/same-link', 'data/submissions/office/2026/z.yaml'],
    ]);
  });

  test('takes another adoption', async () => {
    const root = office();
    filed(root);
    const told = await account(root, table([HEADS, ['甲', '办公室', '', '2026-03-05', '', '县融媒', '2026-03-06']]));
    expect(told.totals.records).toMatchObject({ submissions: { there: 1 }, adoptions: { new: 1 } });
  });

  test('another unit or day under the same title is refused, with the one that is meant', async () => {
    const root = office();
    filed(root);
    const told = await account(
      root,
      table([HEADS, ['甲', '办公室', '', '2026-03-15', '', '', ''], ['乙', '办公室', '', '2026-03-15'], ['乙', '监管股', '', '2026-03-15']]),
    );
    expect(told.rows[1]?.records[0]?.faults[0]).toMatchObject({
      cell: '台账!A2',
      code: 'import/same-title',
      facts: { unit: '办公室', on: '2026-03-05', where: 'data/submissions/office/2026/20260305-jia.yaml' },
    });
    expect(told.rows[3]?.records[0]?.faults[0]).toMatchObject({ code: 'import/same-title', facts: { where: '台账!A3' } });
  });

  test('an id names it whatever the title; one of another is refused', async () => {
    const root = office();
    filed(root);
    const heads = ['报送编号', ...HEADS];
    const told = await account(
      root,
      table([heads, ['20260305-jia', '甲', '办公室', '', '2026-03-05'], ['20260305-jia', '乙', '办公室', '', '2026-03-05']]),
    );
    expect(told.rows.map(({ fate }) => fate)).toEqual(['heading', 'there', 'refused']);
    expect(faultsOf(told)).toEqual([['台账!B3', 'import/id-of-another']]);
  });

  test('a table of adoptions alone finds its submissions by their titles', async () => {
    const root = office();
    filed(root);
    put(root, 'data/submissions/office/2026/20260401-bing.yaml', 'title: 丙\nunit: 办公室\non: 2026-04-01\nsame_as: 20260402-bing\n');
    put(root, 'data/submissions/office/2026/20260402-bing.yaml', 'title: 丙\nunit: 办公室\non: 2026-04-02\n');
    const told = await account(
      root,
      table([
        ['标题', '单位', '采用媒体', '日期'],
        ['甲', '办公室', '县融媒', '2026-03-20'],
        ['甲甲', '办公室', '县融媒', '2026-03-20'],
        ['丙', '办公室', '县融媒', '2026-04-20'],
      ]),
    );
    expect(told.rows.map(({ fate }) => fate)).toEqual(['heading', 'new', 'refused', 'refused']);
    expect(faultsOf(told)).toEqual([
      ['台账!A3', 'import/no-such-submission'],
      ['台账!C3', 'import/submission-refused'],
      ['台账!A4', 'import/several-such-submissions'],
      ['台账!C4', 'import/submission-refused'],
    ]);
  });
});

describe('what offices do to tables', () => {
  test('a column for every outlet, a sheet for every unit', async () => {
    const heads = ['标题', '报送时间', '县融媒', '人民网'];
    const bytes = workbook([
      { name: '办公室', rows: [heads, ['甲', '2026-03-05', '3月6日', ''], ['乙', '2026-03-05', '', '√']] },
      { name: '服务中心', rows: [heads, ['丙', '2026-03-05', '', '2026-03-08']] },
      { name: '备用', rows: [['随便']] },
      { name: '旧表', rows: [heads, ['丁', '2020-03-05']], hidden: true },
    ]);
    const told = await account(office(), bytes, '--year', '2026');
    expect(told.mapping.tables).toEqual([
      {
        sheets: ['办公室'],
        year: 2026,
        submission: { title: '标题', on: '报送时间', unit_is: '办公室' },
        adoptions: [
          { outlet_is: '某县融媒', on: '县融媒' },
          { outlet_is: '人民网', on: '人民网' },
        ],
      },
      {
        sheets: ['服务中心'],
        year: 2026,
        submission: { title: '标题', on: '报送时间', unit_is: '医保服务中心' },
        adoptions: [
          { outlet_is: '某县融媒', on: '县融媒' },
          { outlet_is: '人民网', on: '人民网' },
        ],
      },
    ]);
    expect(told.unread).toEqual(['备用', '旧表']);
    expect(faultsOf(told)).toEqual([['办公室!D3', 'import/no-day-of-adoption']]);
    expect(told.totals.rows).toMatchObject({ all: 8, new: 2, partly: 1, heading: 2, unread: 3 });
  });

  test('sheets of the same columns share a table, and the year is taken from where it stands', async () => {
    const sheet = (name: string, title: string): Sheet => ({ name, rows: [HEADS, [title, '办公室', '', '3月5日']] });
    const told = await account(office(), workbook([sheet('2026年1季度', '甲'), sheet('2026年2季度', '乙')]));
    expect(told.mapping.tables).toMatchObject([{ sheets: ['2026年1季度', '2026年2季度'], year: 2026 }]);
    expect(told.files).toHaveLength(2);
  });

  test('several outlets in a cell: one day for all, a day for each, days in brackets', async () => {
    const told = await account(
      office(),
      table([
        HEADS,
        [...ROW].with(0, '一').with(5, '人民网、《湛江日报》').with(6, '2026-03-06'),
        [...ROW].with(0, '二').with(5, '人民网\n县融媒').with(6, '2026-03-06\n2026-03-07'),
        [...ROW].with(0, '三').with(5, '人民网(2026.3.8);县融媒(2026.3.9)'),
        [...ROW].with(0, '四').with(5, '人民网 县融媒').with(6, '2026-03-10'),
      ]),
    );
    expect(faultsOf(told)).toEqual([]);
    expect(
      told.files
        .filter((file) => file.startsWith('data/adoptions/'))
        .map((file) => file.slice(20, 35))
        .sort(),
    ).toEqual(
      [
        '20260306-daily-',
        '20260306-renmin',
        '20260306-renmin',
        '20260307-rongme',
        '20260308-renmin',
        '20260309-rongme',
        '20260310-renmin',
        '20260310-rongme',
      ].sort(),
    );
  });

  test('merged cells hold for all their rows; other empty cells only where the mapping says so', async () => {
    const rows = [
      HEADS,
      ['甲', '办公室', '', '2026-03-05', '综合', '人民网', '2026-03-06'],
      ['', '', '', '', '', '县融媒', '2026-03-07'],
      ['乙', '', '', '2026-03-08'],
    ];
    const merged = await account(office(), table(rows, { merges: ['A2:A3', 'B2:B3', 'D2:D3', 'E2:E3'] }));
    expect(merged.rows.map(({ fate }) => fate)).toEqual(['heading', 'new', 'new', 'refused']);
    expect(merged.rows[3]?.records[0]?.faults[0]).toMatchObject({ cell: '台账!B4', code: 'import/missing', facts: { above: '办公室' } });
    const root = office();
    put(root, 'm.yaml', 'tables:\n  - submission: { title: 信息标题, unit: 报送单位, on: 报送日期 }\n    carry_down: [unit]\n');
    const told = await account(root, table(rows, { merges: ['A2:A3', 'D2:D3'] }), '--mapping', join(root, 'm.yaml'));
    expect(told.rows.map(({ fate }) => fate)).toEqual(['heading', 'new', 'there', 'new']);
  });

  test('headings again on every page, banners between the rows, sums and remarks', async () => {
    const told = await account(
      office(),
      table(
        [
          ['某局台账'],
          HEADS,
          ['一、综合类'],
          ROW,
          HEADS,
          ['小计', '', '', '', '', 1],
          ['本月累计', '', '', '', '', 1],
          ['填表人:张三', '', '审核:李四'],
          [],
          ['乙', '办公室', '', '2026-03-05'],
        ],
        { merges: ['A1:G1', 'A3:G3'] },
      ),
    );
    expect(told.rows.map(({ fate }) => fate)).toEqual(['heading', 'heading', 'note', 'new', 'heading', 'total', 'total', 'note', 'blank', 'new']);
  });

  test('several units with their marks, and words of their own', async () => {
    const root = office();
    const heads = [...HEADS.slice(0, 5), '是否敏感', '拟投送媒体', '综合自', '批示级别', '批示领导', '批示日期', '是否肯定'];
    put(root, 'data/submissions/fund/2026/a.yaml', 'title: 原稿\nunit: fund\non: 2026-03-01\n');
    put(
      root,
      'm.yaml',
      'tables:\n  - submission: { title: 信息标题, unit: 报送单位, on: 报送日期, form: 体裁, sensitive: 是否敏感, target: 拟投送媒体, composite_of: 综合自 }\n    instructions: [{ level: 批示级别, rank: 批示领导, on: 批示日期, affirmative: 是否肯定 }]\nwords: { form: { 长篇: 综合 }, unit: { 保卫科: 办公室 }, level: { 厅局: 省 } }\n',
    );
    const told = await account(
      root,
      table([heads, ['甲', '保卫科(单)、监管股(0.5)', '', '2026-03-05', '长篇', '是', '县融媒', 'a', '厅局', '某厅长', '2026-03-09', '否']]),
      '--mapping',
      join(root, 'm.yaml'),
      '--write',
    );
    expect(faultsOf(told)).toEqual([]);
    const [submission = '', instruction = ''] = told.files;
    expect(textIn(root, submission)).toContain(
      'units:\n  - unit: 办公室\n    mark: 单\n  - unit: 基金监管股\n    weight: 0.5\non: 2026-03-05\nform: 综合\nsensitive: true\ntarget: 某县融媒\ncomposite_of: [a]\n',
    );
    expect(textIn(root, instruction)).toContain('level: 省\nrank: 某厅长\non: 2026-03-09\naffirmative: false\n');
  });

  test('two columns of one heading, a link without an outlet, a row that ends early', async () => {
    const told = await account(
      office(),
      table([
        ['信息标题', '报送单位', '报送日期', '链接', '序号', ''],
        ['甲', '办公室', '2026-03-05', 'https://x.example/1'],
        ['乙', '办公室', '2026-03-05'],
      ]),
    );
    expect(told.mapping.tables).toMatchObject([{ submission: { link: '链接' } }]);
    expect(told.files).toHaveLength(2);
    const twice = await account(
      office(),
      table([
        ['信息标题', '报送单位', '报送日期', '采用媒体', '采用日期', '采用媒体', '采用日期'],
        ['甲', '办公室', '2026-03-05', '人民网', '2026-03-06', '县融媒', '2026-03-07'],
      ]),
    );
    expect(twice.mapping.tables).toMatchObject([
      {
        adoptions: [
          { outlet: 'D列', on: 'E列' },
          { outlet: 'F列', on: 'G列' },
        ],
      },
    ]);
    expect(twice.totals.records).toMatchObject({ adoptions: { new: 2 } });
  });

  test('yes and no in every form, and what only some columns can say', async () => {
    const root = office();
    const heads = [
      '标题',
      '报送单位',
      '报送日期',
      '是否重要',
      '拟投送媒体',
      '综合自',
      '采用媒体',
      '采用日期',
      '是否纸质',
      '批示级别',
      '批示日期',
      '是否肯定',
    ];
    const told = await account(
      root,
      table([
        heads,
        ['甲', '办公室', '2026-03-05', '否', '', '', '湛江日报', '2026-03-06', '是', '市', '2026-03-07', '是'],
        ['乙', '办公室', '2026-03-05', false, '某某台', '', '', '', '', '', '', ''],
        ['丙', '办公室', '2026-03-05', true, '', 'a、../b', '人民网', '2026-03-06', '也许'],
        ['丁', '办公室', '2026-03-05', '', '', '', '人民网', '2026-03-06', '否'],
      ]),
      '--write',
    );
    expect(faultsOf(told)).toEqual([
      ['台账!E3', 'import/unknown-name'],
      ['台账!F4', 'import/bad-id'],
      ['台账!I4', 'import/not-a-choice'],
    ]);
    expect(told.files.map((file) => textIn(root, file)).join('')).not.toMatch(/important|affirmative/);
    expect(told.files.map((file) => textIn(root, file)).join('')).toMatch(/print: true[\s\S]*print: false/);
  });

  test('instructions in running words: one level and one day, or none', async () => {
    const root = office();
    const written = [
      '市长2026年4月2日批示',
      '国家医疗保障局司长 2026.4.3 批示',
      '自治区副主席4月4日作出肯定性批示',
      '中央领导2026-04-05批示',
      '区长4月6日圈阅',
      '市长、县长4月7日批示',
      '市长4月8日批示,4月9日再批示',
      '领导4月9日批示',
    ];
    const rows = written.map((said, at): Cell[] => [`第${at}篇`, '办公室', '2026-03-05', said]);
    const told = await account(root, table([['标题', '单位', '报送日期', '批示'], ...rows]), '--year', '2026', '--write');
    const made = told.files
      .filter((file) => file.startsWith('data/instructions/'))
      .map((file) => textIn(root, file).replace(/^[\s\S]*?\nlevel: /, ''));
    expect(made).toEqual([
      '市\nrank: 市长\non: 2026-04-02\n',
      '部委\nrank: 国家医疗保障局司长\non: 2026-04-03\n',
      '省\nrank: 自治区副主席\non: 2026-04-04\n',
      '国家\nrank: 中央领导\non: 2026-04-05\n',
      '县\nrank: 区长\non: 2026-04-06\n',
    ]);
    expect(faultsOf(told)).toEqual([7, 8, 9].map((row) => [`台账!D${row}`, 'import/unclear-instruction']));
  });

  test('a sheet that the mapping gives to a unit, and one that it does not know', async () => {
    const root = office();
    put(
      root,
      'm.yaml',
      'tables:\n  - { sheets: [一], submission: { title: 标题, on: 日期, unit_is: 监管股 } }\n  - { sheets: [二], submission: { title: 标题, on: 日期, unit_is: 保卫科 }, carry_down: [on] }\n',
    );
    const heads = ['标题', '日期'];
    const bytes = workbook([
      { name: '一', rows: [heads, ['甲', '2026-03-05']] },
      { name: '二', rows: [heads, ['乙'], ['丙', '2026-03-05']] },
      { name: '三', rows: [['x'], [], ['y']] },
    ]);
    const told = await account(root, bytes, '--mapping', join(root, 'm.yaml'));
    expect(told.rows.map(({ sheet, fate }) => `${sheet} ${fate}`)).toEqual([
      '一 heading',
      '一 new',
      '二 heading',
      '二 refused',
      '二 refused',
      '三 unread',
      '三 blank',
      '三 unread',
    ]);
    expect(faultsOf(told)).toEqual([
      ['二!A2', 'import/unknown-name'],
      ['二!B2', 'import/missing'],
      ['二!A3', 'import/unknown-name'],
    ]);
  });

  test('an id that another kind of file has already', async () => {
    const root = office();
    put(root, 'data/submissions/office/2026/20260305-jia.yaml', 'title: 甲\nunit: 办公室\non: 2026-03-05\n');
    put(root, 'data/adoptions/2026/x.yaml', 'submission: 20260305-jia\noutlet: 人民网\non: 2026-03-06\n');
    const told = await account(
      root,
      table([
        ['报送编号', '信息标题', '报送单位', '报送日期', '主题', '采用编号', '采用媒体', '采用日期'],
        ['20260305-jia', '甲', '办公室', '2026-03-05', '两病', 'x', '县融媒', '2026-03-06'],
      ]),
    );
    expect(told.rows[1]?.records[1]).toMatchObject({ fate: 'new', file: expect.stringMatching(/20260306-rongmei-/) });
    expect(notesOf(told)).toEqual([['台账!E2', 'import/differs']]);
  });

  test('a CSV whose mapping names a column that is not there', async () => {
    const root = office();
    put(root, 'm.yaml', 'tables:\n  - submission: { title: 标题, unit: 单位, on: 日期 }\n');
    const told = await account(root, '标题,单位\n甲,办公室\n', '--mapping', join(root, 'm.yaml'));
    expect(told.faults).toMatchObject([{ cell: 'ledger.csv', code: 'import/no-such-column', facts: { sheet: '', named: '日期' } }]);
    expect(faultsOf(told)).toEqual([['A2', 'import/no-such-submission']]);
  });

  test('titles that would do harm elsewhere are only titles here', async () => {
    const root = office();
    const titles = ['=HYPERLINK("http://x","y")', '::error::x', '<script>alert(1)</script>', '# 注释: "引号"', '- 列表'];
    const told = await account(root, table([HEADS, ...titles.map((title) => [...ROW].with(0, title))]), '--write');
    expect(told.totals.rows).toMatchObject({ new: titles.length });
    expect((await run('check', '--root', root)).code).toBe(0);
    const { out } = await run('explain', titles[2] as string, '--root', root);
    expect(out).toContain(titles[2]);
  });
});

describe('the mapping', () => {
  test('is guessed, stored, mended and used', async () => {
    const root = office();
    const bytes = table([
      ['题', '单位', '报送日期', '类别'],
      ['甲', '办公室', '2026-03-05', '长篇'],
    ]);
    expect(await importing(root, bytes)).toMatchObject({ code: 1, out: '' });
    const known = table([
      ['标题', '单位', '报送日期', '类别'],
      ['甲', '办公室', '2026-03-05', '长篇'],
    ]);
    const { code, out } = await importing(root, known, '--write-mapping', join(root, 'm.yaml'));
    expect({ code, told: out.includes('m.yaml') }).toEqual({ code: 0, told: true });
    const stored = textIn(root, 'm.yaml');
    expect(stored).toContain('category: 类别');
    expect((await importing(root, known, '--write-mapping', join(root, 'm.yaml'))).code).toBe(2);
    put(root, 'm.yaml', `${stored.replace('category:', 'form:').replace('title: 标题', 'title: A列')}words: { form: { 长篇: 综合 } }\n`);
    const told = await account(root, bytes, '--mapping', join(root, 'm.yaml'), '--write');
    expect(told).toMatchObject({ guessed: false, written: true });
    expect(textIn(root, told.files[0] as string)).toContain('form: 综合');
  });

  test('takes 类别 for the form where it holds forms of the ordinance, and 报送日期 before a bare 日期', async () => {
    const heads = ['日期', '标题', '单位', '类别', '报送日期'];
    const guessed = async (category: string) =>
      (await account(office(), table([heads, ['', '甲', '办公室', category, '2026-03-05']]))).mapping.tables[0];
    expect(await guessed('简讯')).toMatchObject({ submission: { form: '类别', on: '报送日期' } });
    expect(await guessed('工作动态')).toMatchObject({ submission: { category: '类别', on: '报送日期' } });
    expect(await guessed('')).toMatchObject({ submission: { category: '类别' } });
  });

  test('that is faulty is told with its line', async () => {
    const root = office();
    put(root, 'm.yaml', 'tables:\n  - submission: { title: 标题, uint: 单位 }\n');
    const { code, err } = await importing(root, table([HEADS]), '--mapping', join(root, 'm.yaml'));
    expect({ code, where: err.includes('m.yaml:2:30  schema/unknown-key') }).toEqual({ code: 1, where: true });
    put(root, 'm.yaml', 'tables: [\n');
    expect((await importing(root, table([HEADS]), '--mapping', join(root, 'm.yaml'))).err).toContain('source/syntax');
    expect((await importing(root, table([HEADS]), '--mapping', join(root, 'no.yaml'))).code).toBe(2);
  });

  test('that names what the file has not is told, and nothing is written', async () => {
    const root = office();
    put(
      root,
      'm.yaml',
      'tables:\n  - { sheets: [台帐], submission: { title: 信息标题 } }\n  - { sheets: [台账], submission: { title: 信息标题, unit: 报送单位, on: 报送日子 }, adoptions: [{ outlet: 媒体 }], instructions: [{ said: 批示 }] }\n  - { sheets: [空表], submission: { title: 信息标题 } }\n',
    );
    const bytes = workbook([
      { name: '台账', rows: [HEADS, ROW] },
      { name: '空表', rows: [['x']] },
    ]);
    const told = await account(root, bytes, '--mapping', join(root, 'm.yaml'), '--write');
    expect(told.faults.map(({ code, facts }) => [code, facts.named, facts.nearest])).toEqual([
      ['import/no-such-sheet', '台帐', '台账'],
      ['import/no-such-column', '报送日子', '报送日期'],
      ['import/no-such-column', '媒体', '采用媒体'],
      ['import/no-such-column', '批示', null],
      ['import/no-such-column', '信息标题', null],
    ]);
    expect(told.written).toBe(false);
    expect(existsSync(join(root, 'data/submissions'))).toBe(false);
  });
});

test.each(['README.md', 'README.zh-CN.md'])('the mapping of %s is one, and does what it says', async (manual) => {
  const root = office();
  const [, written = ''] = /```yaml\n(tables:\n[\s\S]*?)```/.exec(textIn(join(import.meta.dirname, '..', '..'), manual)) ?? [];
  put(root, 'm.yaml', written);
  const rows: Cell[][] = [
    ['信息标题', '报送科室', '撰稿人', '采用情况', '', '人民网', '链接', '报送时间', '体裁', '批示级别', '批示领导', '批示日期'],
    ['', '', '', '媒体', '时间'],
    ['甲', '办公室', '周启明', '县融媒', '3月6日', '3月7日', 'https://x.example/', '3月5日', '动态信息', '市', '市长', '3月9日'],
    ['乙', '', '', '', '', '', '', '3月5日', '综合'],
  ];
  const merges = ['D1:E1', ...'ABCFGHIJKL'.split('').map((letter) => `${letter}1:${letter}2`)];
  const told = await account(root, workbook([{ name: '2026年台账', rows, merges }]), '--mapping', join(root, 'm.yaml'), '--write');
  expect([...told.faults, ...faultsOf(told)]).toEqual([]);
  expect(told.totals.records).toMatchObject({ submissions: { new: 2 }, adoptions: { new: 2 }, instructions: { new: 1 } });
  expect(textIn(root, told.files.find((file) => file.startsWith('data/submissions/')) as string)).toContain('on: 2026-03-05\nform: 简讯\n');
});

test('what stops half-way is finished by the next run', async () => {
  const root = office();
  // A file where the folder of adoptions should be.
  put(root, 'data/adoptions', '');
  const bytes = table([
    HEADS,
    ['甲', '办公室', '', '2026-03-05', '', '人民网', '2026-03-06'],
    ['乙', '办公室', '', '2026-03-05', '', '人民网', '2026-03-06'],
  ]);
  const stopped = await importing(root, bytes, '--write');
  expect(stopped.code).toBe(1);
  expect(stopped.err).toMatch(/写到 data\/adoptions\/2026\/\S+ 时出错\(E[A-Z]+\),已写入 1 个完整的文件/);
  expect(readdirSync(join(root, 'data/submissions/office/2026'))).toHaveLength(1);
  rmSync(join(root, 'data/adoptions'));
  const next = await account(root, bytes, '--write');
  expect(next.totals.records).toMatchObject({ submissions: { new: 1, there: 1 }, adoptions: { new: 2 } });
  expect((await run('check', '--root', root)).code).toBe(0);
});

test('the account goes over an earlier one, and over nothing else', async () => {
  const root = office();
  const bytes = table([HEADS, ROW]);
  const report = join(root, 'rows.csv');
  expect((await importing(root, bytes, '--report', report)).code).toBe(0);
  expect((await importing(root, bytes, '--report', report)).code).toBe(0);
  put(root, 'mine.csv', 'my own table');
  for (const file of ['mine.csv', 'ledger.xlsx', 'data', 'none/rows.csv'])
    expect((await importing(root, bytes, '--report', join(root, file))).code).toBe(2);
  expect(textIn(root, 'mine.csv')).toBe('my own table');
  expect(readFileSync(join(root, 'ledger.xlsx'))).toEqual(Buffer.from(bytes));
});

test('a file that cannot be read is told with its remedy, and no ledger is none', async () => {
  const root = office();
  expect(await importing(root, workbook([{ name: 'a', rows: [['b']] }], { type: 'biff8' }))).toMatchObject({
    code: 1,
    out: '',
    err: expect.stringContaining('另存为'),
  });
  expect(await importing(root, 'a,b\n')).toMatchObject({ code: 1, err: expect.stringContaining('--mapping') });
  expect((await run('import', join(root, 'none.xlsx'), '--root', root)).code).toBe(2);
  expect((await run('import', root, '--root', root)).code).toBe(2);
  expect((await importing(root, 'x', '--year', '26')).code).toBe(2);
  truncateSync(join(root, 'ledger.xlsx'), SHEET_LIMIT + 1);
  expect(await run('import', join(root, 'ledger.xlsx'), '--root', root)).toMatchObject({ code: 1, err: expect.stringContaining('import/too-large') });
  put(root, 'data/site.yaml', 'organisation: [');
  expect((await runIn({ directory: root }, 'import', 'ledger.csv')).code).toBe(1);
});
