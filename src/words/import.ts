/** Words for spreadsheets that are imported: what is wrong with a cell or a row, what became of it, and how to go on. */
import type { ImportFault, Registered } from '../filing/sheet/faults.ts';
import { HEADINGS } from '../filing/sheet/fields.ts';
import type { ImportFolder } from '../filing/sheet/plan.ts';
import type { RowFate } from '../filing/sheet/run.ts';
import type { Fault } from '../model/finding.ts';
import { saidOf } from './findings.ts';
import { listed, meant, quoted, type Said, say, type Words } from './speech.ts';

export const FATES: Readonly<Record<RowFate, Said>> = {
  new: { zh: '导入', en: 'imported' },
  there: { zh: '已有', en: 'there already' },
  partly: { zh: '部分导入', en: 'imported in part' },
  refused: { zh: '未导入', en: 'refused' },
  heading: { zh: '标题行', en: 'headings' },
  total: { zh: '合计行', en: 'totals' },
  note: { zh: '说明行', en: 'remarks' },
  blank: { zh: '空行', en: 'blank' },
  unread: { zh: '未读的工作表', en: 'in sheets not read' },
};

export const RECORDS: Readonly<Record<ImportFolder, Said>> = {
  submissions: { zh: '报送', en: 'submissions' },
  adoptions: { zh: '采用', en: 'adoptions' },
  instructions: { zh: '批示', en: 'instructions' },
};

const KINDS: Readonly<Record<Registered, Said>> = {
  unit: { zh: '单位', en: 'unit' },
  person: { zh: '人员', en: 'person' },
  outlet: { zh: '媒体', en: 'outlet' },
};
export const REGISTERS: Readonly<Record<Registered, string>> = { unit: 'data/units.yaml', person: 'data/people.yaml', outlet: 'data/outlets.yaml' };

type Telling = { readonly [C in ImportFault['code']]: (fault: Extract<ImportFault, { readonly code: C }>) => Said<Words> };

const SAVE_AS: readonly [string, string] = [
  '请用 Excel 或 WPS 打开,另存为“Excel 工作簿(*.xlsx)”或 CSV,再导入。',
  'Open it in Excel or WPS, save it as “Excel Workbook (*.xlsx)” or CSV, and import that.',
];

const WORDS: Telling = {
  'import/encrypted': () =>
    say(
      ['这个文件有打开密码。', '请用 Excel 或 WPS 打开,去掉密码(文件 → 信息 → 保护工作簿)后保存,再导入。'],
      ['The file has a password.', 'Open it in Excel or WPS, take the password away (File → Info → Protect Workbook), save it, and import that.'],
    ),
  'import/old-excel': () =>
    say(['这是旧版 Excel(.xls)或 WPS(.et)文件。', SAVE_AS[0]], ['This is a file of an old Excel (.xls) or of WPS (.et).', SAVE_AS[1]]),
  'import/web-page': () =>
    say(
      ['这是网页(HTML)文件,只是改了扩展名;业务系统“导出 Excel”时常常这样。', SAVE_AS[0]],
      ['This is a web page under the name of a spreadsheet, as “export to Excel” of some systems makes it.', SAVE_AS[1]],
    ),
  'import/not-a-spreadsheet': ({ detail }) =>
    say(
      [`这个文件不是完整的 Excel 工作簿(${detail})。`, `可能没有下载完。${SAVE_AS[0]}`],
      [`The file is no complete Excel workbook (${detail}).`, `Perhaps it was not downloaded to its end. ${SAVE_AS[1]}`],
    ),
  'import/encoding': () =>
    say(
      ['这个文件的文字编码既不是 UTF-8,也不是 GBK(GB 18030)。', SAVE_AS[0]],
      ['The text of the file is neither UTF-8 nor GBK (GB 18030).', SAVE_AS[1]],
    ),
  'import/csv': ({ line, detail }) =>
    say(
      [`第 ${line} 行不是规范的 CSV(${detail})。`, '多半是引号没有成对;请改正,或另存为 .xlsx 再导入。'],
      [
        `Line ${line} is no proper CSV (${detail}).`,
        'Most likely a quotation mark has no partner: mend it, or save the table as .xlsx and import that.',
      ],
    ),
  'import/too-large': ({ bytes, limit }) =>
    say(
      [`文件有 ${megabytes(bytes)} MB,超过 ${megabytes(limit)} MB。`, '请按年份拆成几个文件,删去图片,再导入。'],
      [`The file has ${megabytes(bytes)} MB, more than ${megabytes(limit)} MB.`, 'Split it by years, take pictures out, and import the parts.'],
    ),
  'import/no-table': ({ sheets }) =>
    say(
      [
        `没有找到带“信息标题”等列标题的表${sheets.length === 0 ? '' : `(看过的工作表:${listed(sheets).zh})`}。`,
        '请检查列标题,或写一个对照文件,用 --mapping 指明各列。',
      ],
      [
        `No table with headings such as 信息标题 was found${sheets.length === 0 ? '' : ` (sheets looked at: ${listed(sheets).en})`}.`,
        'Check the headings, or name the columns in a mapping file given with --mapping.',
      ],
    ),
  'import/no-such-sheet': ({ named, nearest }) =>
    say(
      [`文件里没有名为${quoted(named)}的工作表。`, `${meant(nearest).zh}请改正对照文件的 sheets。`],
      [`The file has no sheet ${quoted(named)}.`, `${meant(nearest).en}Correct \`sheets\` in the mapping.`],
    ),
  'import/no-such-column': ({ sheet, field, named, nearest }) =>
    say(
      [`${sheet === '' ? '表中' : `工作表${quoted(sheet)}`}没有列标题${quoted(named)}(${field})。`, `${meant(nearest).zh}请改正对照文件。`],
      [
        `${sheet === '' ? 'The table' : `The sheet ${quoted(sheet)}`} has no heading ${quoted(named)} (${field}).`,
        `${meant(nearest).en}Correct the mapping.`,
      ],
    ),
  'import/missing': ({ field, above }) => {
    const [zh, en] = [headingOf(field), field];
    return say(
      [
        `没有填“${zh}”。`,
        above === null || above === ''
          ? '请补填。'
          : `请补填;如果空格表示与上一行相同(${quoted(above)}),在对照文件中写 carry_down: [${keyOf(field)}]。`,
      ],
      [
        `“${zh}” (${en}) is empty.`,
        above === null || above === ''
          ? 'Fill it in.'
          : `Fill it in; if an empty cell means the same as above (${quoted(above)}), write carry_down: [${keyOf(field)}] in the mapping.`,
      ],
    );
  },
  'import/not-a-day': ({ found, proposal }) =>
    say(
      [`${quoted(found)}不是能看懂的日期。`, proposal === null ? '请写成 2026-03-05 或 2026年3月5日。' : `如果是 ${proposal},请写全年份。`],
      [
        `${quoted(found)} is no day that can be understood.`,
        proposal === null ? 'Write it like 2026-03-05 or 2026年3月5日.' : `If it is ${proposal}, write the whole year.`,
      ],
    ),
  'import/no-year': ({ found }) =>
    say(
      [`${quoted(found)}没有年份。`, '请写全,或在对照文件中写明 year: 2026 这样的年份(也可以用 --year)。'],
      [`${quoted(found)} has no year.`, 'Write it in full, or state the year in the mapping (year: 2026) or with --year.'],
    ),
  'import/day-or-number': ({ found, readings }) =>
    say(
      [
        `单元格里是数字 ${found},${readings.length > 1 ? `可能是${readings.join(',也可能是')}` : `可能是${readings.join('')}`}:Excel 把“3.10”当数字时会去掉末尾的 0。`,
        '请改成 2026-03-10 这样的日期。',
      ],
      [
        `The cell holds the number ${found}, which may be ${readings.join(' or ')}: Excel takes “3.10” for a number and drops the last zero.`,
        'Write a day like 2026-03-10.',
      ],
    ),
  'import/in-the-future': ({ day, today }) =>
    say([`${day} 还没有到(今天是 ${today})。`, '请核对年份。'], [`${day} has not come yet (today is ${today}).`, 'Check the year.']),
  'import/uncomputed': ({ formula }) =>
    say(
      [`公式 ${quoted(`=${formula}`)}没有保存计算结果。`, '请用 Excel 或 WPS 打开,让它计算后保存;或把公式换成值。'],
      [
        `The formula ${quoted(`=${formula}`)} was saved without what it comes to.`,
        'Open the file in Excel or WPS, let it compute, and save it; or put the value in its place.',
      ],
    ),
  'import/cell-error': ({ found }) =>
    say(
      [`单元格里是公式错误 ${found}。`, '请改正公式,或直接填写内容。'],
      [`The cell holds the error ${found}.`, 'Correct its formula, or write the value.'],
    ),
  'import/control-character': ({ found }) =>
    say(
      [`单元格里有看不见的控制字符 ${found}。`, '请重新输入这一格的内容。'],
      [`The cell holds an invisible control character, ${found}.`, 'Type the content of the cell again.'],
    ),
  'import/unknown-name': ({ to, named, nearest }) =>
    say(
      [`没有登记名为${quoted(named)}的${KINDS[to].zh}。`, `${meant(nearest).zh}请在 ${REGISTERS[to]} 登记或加为别名(见下方片段),再导入一次。`],
      [
        `No ${KINDS[to].en} is registered under the name ${quoted(named)}.`,
        `${meant(nearest).en}Register it in ${REGISTERS[to]} or add it as an alias (see the lines to paste below), and import again.`,
      ],
    ),
  'import/ambiguous-name': ({ to, named, candidates }) =>
    say(
      [
        `有 ${candidates.length} 个${KINDS[to].zh}都叫${quoted(named)}:${listed(candidates).zh}。`,
        `请在表中写编号,或在 ${REGISTERS[to]} 中加别名区分。`,
      ],
      [
        `${candidates.length} entries go by the name ${quoted(named)}: ${listed(candidates).en}.`,
        `Write the id in the table, or tell them apart by aliases in ${REGISTERS[to]}.`,
      ],
    ),
  'import/not-a-choice': ({ found, choices }) =>
    say(
      [`${quoted(found)}不是可以填的内容。`, `可以填:${listed(choices).zh};表中的其他说法可以在对照文件的 words 中对应。`],
      [
        `${quoted(found)} is not one of the choices.`,
        `Write one of ${listed(choices).en}; other words can be matched under \`words\` in the mapping.`,
      ],
    ),
  'import/not-a-count': ({ found }) =>
    say([`${quoted(found)}不是正整数。`, '请只写数字。'], [`${quoted(found)} is no whole number above nought.`, 'Write digits only.']),
  'import/not-an-address': ({ found }) =>
    say(
      [`${quoted(found)}不是网址。`, '请写以 http:// 或 https:// 开头的完整网址;这一列不是网址时,从对照文件中删去。'],
      [`${quoted(found)} is no address.`, 'Write it in full, with http:// or https://; if the column holds none, take it out of the mapping.'],
    ),
  'import/bad-id': ({ found }) =>
    say(
      [`编号${quoted(found)}只能用小写字母、数字和连字符。`, '请改正;这一列不是台账编号时,从对照文件中删去。'],
      [
        `The id ${quoted(found)} takes lower-case letters, digits and hyphens only.`,
        'Correct it; if the column holds no ids of ours, take it out of the mapping.',
      ],
    ),
  'import/outlets-and-days': ({ outlets, days }) =>
    say(
      [`有 ${outlets} 家媒体,却有 ${days} 个日期。`, '请写一个共同的日期,或按媒体的顺序每家写一个。'],
      [`There are ${outlets} outlets and ${days} days.`, 'Give one day for all of them, or one for each in their order.'],
    ),
  'import/no-outlet': ({ found }) =>
    say(
      [`有采用日期${quoted(found)},却没有采用媒体。`, '请补填媒体。'],
      [`There is a day of adoption, ${quoted(found)}, and no outlet.`, 'Fill in the outlet.'],
    ),
  'import/no-day-of-adoption': ({ outlet }) =>
    say(
      [`${quoted(outlet)}没有采用日期。`, '请补填刊发当日的日期。'],
      [`There is no day of adoption for ${quoted(outlet)}.`, 'Fill in the day on which it appeared.'],
    ),
  'import/unclear-instruction': ({ found }) =>
    say(
      [`从${quoted(found)}看不出唯一的批示级别和日期。`, '请写成“市长3月5日批示”这样,或分列填写批示级别、批示日期。'],
      [
        `${quoted(found)} does not tell one level and one day of an instruction.`,
        'Write it like 市长3月5日批示, or in columns of their own for level and day.',
      ],
    ),
  'import/same-title': ({ title, unit, on, where }) =>
    say(
      [
        `${quoted(title)}已由${unit}于 ${on} 报送(${where})。`,
        '如果是同一稿件,请把单位和日期改成一致,联合报送的单位写在同一格;如果是两篇,请让标题有区别。',
      ],
      [
        `${quoted(title)} was filed by ${unit} on ${on} already (${where}).`,
        'If it is the same item, make unit and day agree, with all units in one cell; if they are two, let the titles tell them apart.',
      ],
    ),
  'import/no-such-submission': ({ title, nearest }) =>
    say(
      [`台账和表中都没有题为${quoted(title)}的报送,而这张表没有报送日期。`, `${meant(nearest).zh}请先导入报送,或增加报送日期一列。`],
      [
        `Neither the ledger nor the table has a submission ${quoted(title)}, and this table has no day of filing.`,
        `${meant(nearest).en}Import the submissions first, or add a column with the day of filing.`,
      ],
    ),
  'import/several-such-submissions': ({ title, candidates }) =>
    say(
      [`有 ${candidates.length} 篇报送都题为${quoted(title)}:${listed(candidates).zh}。`, '请增加报送日期或报送编号一列。'],
      [
        `${candidates.length} submissions have the title ${quoted(title)}: ${listed(candidates).en}.`,
        'Add a column with the day of filing, or with the id.',
      ],
    ),
  'import/id-of-another': ({ id, title }) =>
    say(
      [`编号 ${id} 在台账中是另一篇:${quoted(title)}。`, '请核对编号,或删去这一格。'],
      [`The id ${id} is that of another submission, ${quoted(title)}.`, 'Check it, or empty the cell.'],
    ),
  'import/submission-refused': () =>
    say(
      ['所属的报送没有导入,因此这一条也没有导入。', '改正报送之后再导入一次。'],
      ['Its submission was not imported, so neither was this.', 'Correct the submission and import again.'],
    ),
  'import/differs': ({ key, sheet, ledger }) =>
    say(
      [
        `台账中已有这条记录,${key} 是${ledger === '' ? '空的' : quoted(ledger)},表中是${quoted(sheet)}。`,
        '导入不改已有的记录;以表为准时请直接改记录。',
      ],
      [
        `The record is there already, with ${ledger === '' ? 'nothing' : quoted(ledger)} as ${key}, and the table says ${quoted(sheet)}.`,
        'An import never changes records; if the table is right, correct the record.',
      ],
    ),
};

const megabytes = (bytes: number): number => Math.ceil(bytes / 1_048_576);

const keyOf = (field: string): string => field.slice(field.indexOf('.') + 1);

function headingOf(field: string): string {
  const [part = '', key = ''] = field.split('.');
  const own = HEADINGS[part as keyof typeof HEADINGS] as Readonly<Record<string, readonly string[]>>;
  return own[key]?.[0] ?? key;
}

/** Words for whatever an import complains of, be it of the spreadsheet or of the record that it would make. */
export function importWords(fault: ImportFault | Fault): Said<Words> {
  const speak = (WORDS as Readonly<Record<string, ((fault: ImportFault) => Said<Words>) | undefined>>)[fault.code];
  return speak === undefined ? saidOf(fault as Fault) : speak(fault as ImportFault);
}
