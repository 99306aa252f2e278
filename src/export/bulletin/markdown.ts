/** A bulletin as GitHub-flavoured Markdown: for merge requests, chats and whoever reads plain text. */
import type { Annex, Block, DocumentColumn, DocumentTable, OfficialDocument } from '../../model/document.ts';

export function bulletinMarkdown(document: OfficialDocument): string {
  const { mark, number, title, to, body, annexes, signed, remark } = document;
  return `${[
    escaped(mark),
    ...(number === null ? [] : [escaped(number)]),
    `# ${escaped(title)}`,
    ...(to === null ? [] : [`${escaped(to)}：`]),
    ...body.flatMap(blockLines),
    ...annexList(annexes),
    `${escaped(signed.office)}  \n${escaped(signed.date)}`,
    ...(remark === null ? [] : [`（${escaped(remark)}）`]),
    ...annexes.flatMap(annexLines),
    '---',
    imprintOf(document),
  ].join('\n\n')}\n`;
}

function blockLines(block: Block): string[] {
  switch (block.kind) {
    case 'heading':
      return [`${block.level === 1 ? '##' : '###'} ${escaped(block.text)}`];
    case 'paragraph':
      return [escaped(block.text)];
    case 'table':
      return tableLines(block.table);
  }
}

/** The list of annexes under the text, as 附件说明 has it. */
function annexList(annexes: readonly Annex[]): string[] {
  const [first, ...others] = annexes;
  if (!first) return [];
  if (others.length === 0) return [`附件：${escaped(first.title)}`];
  return [['附件：', ...annexes.map(({ title }, index) => `${index + 1}. ${escaped(title)}`)].join('\n')];
}

const annexLines = ({ label, title, blocks }: Annex): string[] => ['---', `${escaped(label)}`, `## ${escaped(title)}`, ...blocks.flatMap(blockLines)];

function tableLines({ caption, columns, rows, total, notes }: DocumentTable): string[] {
  const lines = [
    rowLine(columns.map(headOf)),
    rowLine(columns.map(({ kind }) => (kind === 'number' ? '---:' : '---'))),
    ...rows.map((row) => rowLine(row.map(inline))),
    ...(total === null ? [] : [rowLine(total.map((text) => (text === '' ? '' : `**${inline(text)}**`)))]),
  ];
  return [`**${inline(caption)}**`, lines.join('\n'), ...notesOf(notes)];
}

/** Markdown has one line of heads: the head above others stands before each of them. */
const headOf = ({ label, group }: DocumentColumn): string => inline(group === undefined || group === label ? label : `${group}·${label}`);

const rowLine = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** One remark follows 注：, several are numbered. */
function notesOf(notes: readonly string[]): string[] {
  const [first, ...others] = notes.map(escaped);
  if (first === undefined) return [];
  return others.length === 0 ? [`注：${first}`] : [`注：${[first, ...others].map((note, index) => `${index + 1}. ${note}`).join(' ')}`];
}

function imprintOf({ imprint: { copies, printedBy, printedOn } }: OfficialDocument): string {
  const printed = `${escaped(printedBy)} ${escaped(printedOn)}印发`;
  return copies === null ? printed : `抄送：${escaped(copies)}  \n${printed}`;
}

/** Text inside a line that Markdown shows as it is: nothing in it starts an emphasis, a link, code, HTML or a cell. */
export function inline(text: string): string {
  return text.replace(/\s*\r?\n\s*/g, ' ').replace(/[\\`*_[\]<>~|&]/g, (special) => ENTITIES[special] ?? `\\${special}`);
}

const ENTITIES: Readonly<Record<string, string>> = { '<': '&lt;', '&': '&amp;' };

/** A line of its own, that is neither a heading nor an item of a list nor a rule. */
export const escaped = (text: string): string =>
  inline(text)
    .replace(/^(\s*)(#{1,6}|[+-])(?=\s|$)/, '$1\\$2')
    .replace(/^(\s*)([-=])(?=[-=\s]*$)/, '$1\\$2')
    .replace(/^(\s*\d{1,9})([.)])(?=\s|$)/, '$1\\$2');
