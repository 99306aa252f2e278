/** What is said of spreadsheets, sentence by sentence. */
import { describe, expect, test } from 'vitest';
import type { CellFault, Difference, FileFault, ImportFault, MappingFault, RowFault } from '../../src/filing/sheet/faults.ts';
import { importWords } from '../../src/words/import.ts';

const zh = (fault: ImportFault): string => Object.values(importWords(fault).zh).join('');
const en = (fault: ImportFault): string => Object.values(importWords(fault).en).join(' ');

describe('files', () => {
  test.each<[FileFault, string, string]>([
    [{ code: 'import/encrypted' }, '去掉密码', 'Take the password away'],
    [{ code: 'import/old-excel' }, '另存为“Excel 工作簿(*.xlsx)”', 'save it as “Excel Workbook (*.xlsx)”'],
    [{ code: 'import/web-page' }, '只是改了扩展名', 'under the name of a spreadsheet'],
    [{ code: 'import/not-a-spreadsheet', detail: 'bad zip' }, '(bad zip)', '(bad zip)'],
    [{ code: 'import/encoding' }, 'GBK', 'GBK'],
    [{ code: 'import/csv', line: 7, detail: 'quote' }, '第 7 行', 'Line 7'],
    [{ code: 'import/too-large', bytes: 70 * 1_048_576, limit: 64 * 1_048_576 }, '70 MB,超过 64 MB', '70 MB, more than 64 MB'],
    [{ code: 'import/no-table', sheets: [] }, '没有找到带“信息标题”等列标题的表。', 'No table with headings such as 信息标题 was found.'],
    [{ code: 'import/no-table', sheets: ['一', '二'] }, '看过的工作表:一、二', 'sheets looked at: 一, 二'],
  ])('%o', (fault, chinese, english) => {
    expect(zh(fault)).toContain(chinese);
    expect(en(fault).toLowerCase()).toContain(english.toLowerCase());
  });
});

describe('mappings', () => {
  test.each<[MappingFault, string, string]>([
    [{ code: 'import/no-such-sheet', named: '台帐', nearest: '台账' }, '是不是“台账”?', 'Did you mean “台账”?'],
    [
      { code: 'import/no-such-column', sheet: '台账', field: 'submission.on', named: '日子', nearest: null },
      '工作表“台账”没有列标题“日子”(submission.on)。',
      'The sheet “台账” has no heading “日子”',
    ],
    [
      { code: 'import/no-such-column', sheet: '', field: 'submission.on', named: '日子', nearest: '日期' },
      '表中没有列标题“日子”',
      'The table has no heading “日子”',
    ],
  ])('%o', (fault, chinese, english) => {
    expect(zh(fault)).toContain(chinese);
    expect(en(fault)).toContain(english);
  });
});

describe('cells', () => {
  test.each<[CellFault, string, string]>([
    [
      { code: 'import/missing', field: 'submission.unit', above: null },
      '没有填“报送单位”。请补填。',
      '“报送单位” (submission.unit) is empty. Fill it in.',
    ],
    [{ code: 'import/missing', field: 'submission.unit', above: '' }, '请补填。', 'Fill it in.'],
    [
      { code: 'import/missing', field: 'submission.unit', above: '办公室' },
      '与上一行相同(“办公室”),在对照文件中写 carry_down: [unit]。',
      'write carry_down: [unit] in the mapping',
    ],
    [{ code: 'import/missing', field: 'instructions.level', above: null }, '没有填“批示级别”。', '“批示级别” (instructions.level)'],
    [{ code: 'import/not-a-day', found: '上旬', proposal: null }, '请写成 2026-03-05', 'Write it like 2026-03-05'],
    [{ code: 'import/not-a-day', found: '26.3.5', proposal: '2026-03-05' }, '如果是 2026-03-05,请写全年份。', 'If it is 2026-03-05'],
    [{ code: 'import/no-year', found: '3月5日' }, '--year', '--year'],
    [{ code: 'import/day-or-number', found: '3.1', readings: ['3月1日', '3月10日'] }, '可能是3月1日,也可能是3月10日', 'may be 3月1日 or 3月10日'],
    [{ code: 'import/day-or-number', found: '3.15', readings: ['3月15日'] }, '可能是3月15日:', 'may be 3月15日:'],
    [{ code: 'import/in-the-future', day: '2062-03-05', today: '2026-06-30' }, '2062-03-05 还没有到(今天是 2026-06-30)', 'has not come yet'],
    [{ code: 'import/uncomputed', formula: 'A1+1' }, '“=A1+1”没有保存计算结果', 'The formula “=A1+1”'],
    [{ code: 'import/cell-error', found: '#N/A' }, '公式错误 #N/A', 'the error #N/A'],
    [{ code: 'import/control-character', found: 'U+0007' }, 'U+0007', 'U+0007'],
    [
      { code: 'import/unknown-name', to: 'outlet', named: '县报', nearest: '县融媒' },
      '没有登记名为“县报”的媒体。是不是“县融媒”?请在 data/outlets.yaml',
      'No outlet is registered under the name “县报”.',
    ],
    [{ code: 'import/unknown-name', to: 'person', named: '张三', nearest: null }, 'data/people.yaml', 'data/people.yaml'],
    [
      { code: 'import/ambiguous-name', to: 'person', named: '李明', candidates: ['li-a', 'li-b'] },
      '有 2 个人员都叫“李明”:li-a、li-b。',
      '2 entries go by the name “李明”',
    ],
    [{ code: 'import/not-a-choice', found: '秘密', choices: ['公开', '不公开'] }, '可以填:公开、不公开', 'Write one of 公开, 不公开'],
    [{ code: 'import/not-a-count', found: '若干' }, '请只写数字', 'digits only'],
    [{ code: 'import/not-an-address', found: '见附件' }, 'https://', 'https://'],
    [{ code: 'import/bad-id', found: '../x' }, '“../x”只能用小写字母、数字和连字符', 'The id “../x”'],
    [{ code: 'import/outlets-and-days', outlets: 3, days: 2 }, '有 3 家媒体,却有 2 个日期', 'There are 3 outlets and 2 days'],
    [{ code: 'import/no-outlet', found: '3月5日' }, '没有采用媒体', 'and no outlet'],
    [{ code: 'import/no-day-of-adoption', outlet: '人民网' }, '“人民网”没有采用日期', 'no day of adoption for “人民网”'],
    [{ code: 'import/unclear-instruction', found: '很重视' }, '市长3月5日批示', '市长3月5日批示'],
  ])('%o', (fault, chinese, english) => {
    expect(zh(fault)).toContain(chinese);
    expect(en(fault)).toContain(english);
  });
});

describe('rows', () => {
  test.each<[RowFault | Difference, string, string]>([
    [
      { code: 'import/same-title', title: '甲', unit: '办公室', on: '2026-03-05', where: '台账!A3' },
      '“甲”已由办公室于 2026-03-05 报送(台账!A3)。',
      'was filed by 办公室 on 2026-03-05 already (台账!A3)',
    ],
    [{ code: 'import/no-such-submission', title: '甲甲', nearest: '甲' }, '是不是“甲”?', 'Did you mean “甲”?'],
    [
      { code: 'import/several-such-submissions', title: '甲', candidates: ['a', 'b'] },
      '有 2 篇报送都题为“甲”:a、b。',
      '2 submissions have the title “甲”: a, b.',
    ],
    [{ code: 'import/id-of-another', id: 'a', title: '乙' }, '编号 a 在台账中是另一篇:“乙”。', 'another submission, “乙”'],
    [{ code: 'import/submission-refused' }, '所属的报送没有导入', 'Its submission was not imported'],
    [{ code: 'import/differs', key: 'form', sheet: '综合', ledger: '' }, 'form 是空的,表中是“综合”', 'with nothing as form'],
    [{ code: 'import/differs', key: 'form', sheet: '综合', ledger: '简讯' }, 'form 是“简讯”,表中是“综合”', 'with “简讯” as form'],
  ])('%o', (fault, chinese, english) => {
    expect(zh(fault)).toContain(chinese);
    expect(en(fault)).toContain(english);
  });
});
