/** Words for texts that cannot be read. */
import type { SourceFault } from '../model/finding.ts';
import { meant, quoted, type Said, type Speech, say } from './speech.ts';

type NotInDialect = Extract<SourceFault, { code: 'source/not-in-dialect' }>;

export const sourceWords: Speech<SourceFault> = {
  'source/syntax': ({ reason, detail }) => {
    const { zh, en } = SYNTAX[reason] ?? unknownSyntax(detail);
    return say([`此处不符合 YAML 的写法:${zh}。`, SYNTAX_REMEDY.zh], [`This is not written as YAML wants it: ${en}.`, SYNTAX_REMEDY.en]);
  },
  'source/tab': () =>
    say(
      ['缩进用了制表符(Tab),YAML 只认空格。', '请把行首的制表符换成空格,每层两个;编辑器里可以设置“以空格代替制表符”。'],
      [
        'The line is indented with a tab; YAML knows only spaces.',
        'Replace the tab by spaces, two for each level; editors can be set to do so by themselves.',
      ],
    ),
  'source/duplicate-key': ({ name }) =>
    say(
      [`键“${name}”写了两次,无法判断以哪个为准。`, '请只保留一处;如果要写几个值,请写成列表。'],
      [`The key “${name}” is written twice, and nobody can tell which one counts.`, 'Keep one of them; write several values as a list.'],
    ),
  'source/not-in-dialect': ({ feature }) => say(OUTSIDE[feature].zh, OUTSIDE[feature].en),
  'source/too-deep': ({ limit }) =>
    say(
      [`嵌套超过 ${limit} 层。`, '记录不需要这么深的层次,请检查括号和缩进是否写错。'],
      [`Lists and mappings nest more than ${limit} levels deep.`, 'No record needs that; check brackets and indentation.'],
    ),
  'source/empty': () =>
    say(
      ['文件里没有内容。', '请补写内容;如果是误建的文件,请删除。'],
      ['The file says nothing.', 'Write the record, or delete the file if it was made by mistake.'],
    ),
  'source/binary': () =>
    say(
      ['这不是文本文件。', '请检查是否放错了文件;图片、文档等材料请写在记录的 proof 或 files 中。'],
      ['This is no text file.', 'Check whether it was put here by mistake; pictures and documents are named under `proof` or `files` of a record.'],
    ),
  'source/not-utf-8': ({ guess }) =>
    say(
      [`文件不是 UTF-8 编码${guess === null ? '' : `(看起来是 ${guess})`}。`, '请在编辑器中选择“以 UTF-8 编码保存”,然后重新提交。'],
      [
        `The file is not encoded in UTF-8${guess === null ? '' : ` (it looks like ${guess})`}.`,
        'Choose “save with encoding UTF-8” in your editor and submit it again.',
      ],
    ),
  'source/byte-order-mark': () =>
    say(
      ['文件开头有字节顺序标记(BOM)。', '内容照常读取;请在编辑器中选择“UTF-8(无 BOM)”保存。'],
      ['The file begins with a byte-order mark.', 'It is read all the same; save it as “UTF-8 without BOM”.'],
    ),
  'source/carriage-return': () =>
    say(
      ['文件用的是 Windows 换行符(CRLF)。', '内容照常读取;请在编辑器右下角把换行符改为 LF 后保存,以免比对时整篇变动。'],
      [
        'The file has Windows line endings (CRLF).',
        'It is read all the same; set the line endings to LF in your editor, so that comparisons do not show every line as changed.',
      ],
    ),
  'source/too-large': ({ bytes, limit }) =>
    say(
      [
        `文件有 ${sizeOf(bytes)},超过 ${sizeOf(limit)} 的上限。`,
        '记录都是小文件,请检查是否误放了影像、数据库等材料;这类材料请另行保存,在记录中写明名称。',
      ],
      [
        `The file has ${sizeOf(bytes)}; ${sizeOf(limit)} are the most.`,
        'Records are small: check whether a film or a database was put here by mistake. Keep such things elsewhere and name them in the record.',
      ],
    ),
  'source/symbolic-link': () =>
    say(
      ['这是一个符号链接,不会读取它指向的内容。', '请换成真正的文件或文件夹。'],
      ['This is a symbolic link; what it points to is not read.', 'Put the file or folder itself here.'],
    ),
  'source/unreadable': ({ detail }) =>
    say(
      [`无法读取(${detail})。`, '请检查文件是否还在、是否有读取权限、是否被其他程序占用。'],
      [`This cannot be read (${detail}).`, 'Check that it is still there, that you may read it, and that no other program holds it.'],
    ),
  'source/file-name': ({ proposal }) =>
    say(
      ['文件名就是记录的编号,只能用小写字母、数字和连字符。', proposal === null ? '请改名,例如 20260305-renmin.yaml。' : `请改名为 ${proposal}。`],
      [
        'The file name is the id of the record: lower-case letters, digits and hyphens only.',
        proposal === null ? 'Rename it, for example to 20260305-renmin.yaml.' : `Rename it to ${proposal}.`,
      ],
    ),
  'source/unknown-file': ({ nearest }) =>
    say(
      ['这里不该有这个文件或文件夹,没有读取。', `${meant(nearest).zh}请改名、移到正确的位置,或删除。`],
      ['Nothing of this name belongs here; it was not read.', `${meant(nearest).en}Rename it, move it to its place, or delete it.`],
    ),
  'source/missing-file': () =>
    say(
      ['缺少这个文件或文件夹。', '请在仓库根目录下建立它;如果数据在别处,请用 --root 指明目录。'],
      ['This file or folder is missing.', 'Create it under the root; if the ledger lies elsewhere, say so with --root.'],
    ),
};

const SYNTAX_REMEDY: Said = {
  zh: '请检查标出位置及其上一行的冒号、缩进、引号和括号;含有冒号、井号等符号的文字请加引号。',
  en: 'Check colons, indentation, quotes and brackets here and on the line before; put text with a colon or a number sign in quotes.',
};

/** By the codes of the `yaml` library. What is not listed is told in the parser's own English. */
const SYNTAX: Readonly<Record<string, Said>> = {
  BAD_INDENT: { zh: '缩进与上面的行对不齐', en: 'the indentation does not line up with the lines above' },
  MISSING_CHAR: { zh: '缺少配对的符号(引号、括号、逗号或冒号)', en: 'a quote, bracket, comma or colon is missing' },
  BLOCK_AS_IMPLICIT_KEY: { zh: '同一行里有两个“键: 值”', en: 'there are two “key: value” on one line' },
  MULTILINE_IMPLICIT_KEY: { zh: '上一行可能缺少冒号,或文字需要加引号', en: 'the line before may lack a colon, or the text needs quotes' },
  UNEXPECTED_TOKEN: { zh: '这里出现了多余的符号或文字', en: 'there is something here that does not belong' },
  BAD_SCALAR_START: { zh: '文字不能以这个符号开头,请加引号', en: 'text cannot begin with this sign without quotes' },
  BAD_DQ_ESCAPE: { zh: '双引号中的反斜杠写法无效', en: 'the backslash in double quotes means nothing' },
  BLOCK_IN_FLOW: { zh: '括号里不能换成缩进的写法', en: 'inside brackets, indentation cannot be used' },
  LONE_CR: { zh: '换行符是旧式的回车(CR)', en: 'lines end in carriage returns alone' },
  CONTROL_CHARACTER: { zh: '含有看不见的控制字符', en: 'it contains invisible control characters' },
};

const unknownSyntax = (detail: string): Said => ({ zh: `解析器的说明是 ${quoted(detail)}`, en: `the parser says ${quoted(detail)}` });

type Outside = Said<readonly [what: string, remedy: string]>;

const OUTSIDE: Readonly<Record<NotInDialect['feature'], Outside>> = {
  anchor: outside('锚点(&)', '请把内容写全;如果“&”是文字,请加引号', 'anchors (&)', 'Write the value out; put text that begins with “&” in quotes'),
  alias: outside('引用(*)', '请把内容写全;如果“*”是文字,请加引号', 'aliases (*)', 'Write the value out; put text that begins with “*” in quotes'),
  tag: outside('标签(!)', '请去掉;如果“!”是文字,请加引号', 'tags (!)', 'Remove it; put text that begins with “!” in quotes'),
  'merge-key': outside('合并键(<<)', '请把内容写全', 'merge keys (<<)', 'Write the keys out'),
  documents: outside('一个文件里的多份文档(---)', '请每条记录写一个文件', 'several documents in one file (---)', 'Write one record in each file'),
  directive: outside('以 % 开头的指令', '请删去这一行', 'directives that begin with %', 'Delete the line'),
  'complex-key': outside(
    '这样的键',
    '键请用普通的词;像数字、日期、空值或 true、false 的键请加引号',
    'such keys',
    'Use plain words as keys; put a key that looks like a number, an empty value, true or false in quotes',
  ),
  'special-number': outside(
    '无穷大、非数等特殊数值',
    '请写普通的数;如果是文字,请加引号',
    'infinity and “not a number”',
    'Write an ordinary number, or put the text in quotes',
  ),
};

function outside(what: string, remedy: string, whatEn: string, remedyEn: string): Outside {
  return { zh: [`这里不使用 YAML 的${what}。`, `${remedy}。`], en: [`We do not use ${whatEn} of YAML here.`, `${remedyEn}.`] };
}

/** Bytes as people say them, in binary units. */
function sizeOf(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  return bytes < 1_048_576 ? `${Math.round(bytes / 1024)} KB` : `${(bytes / 1_048_576).toFixed(1).replace(/\.0$/, '')} MB`;
}
