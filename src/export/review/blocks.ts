/** A report as blocks, before it is Markdown or plain text. Every text in them is still as it was written. */
import { oneLine, plain, plainCode, plainHtml, plainLine } from './plain.ts';

/** A text with emphasis: strong where it matters, code for names of files. */
export type Inline = string | { readonly strong: string } | { readonly code: string };

export type Block =
  | { readonly kind: 'heading'; readonly level: 2 | 3 | 4; readonly text: string }
  | { readonly kind: 'line'; readonly parts: readonly Inline[] }
  | { readonly kind: 'list'; readonly items: readonly (readonly Inline[])[]; readonly numbered?: true }
  | { readonly kind: 'alert'; readonly title: string; readonly items: readonly (readonly Inline[])[] }
  | { readonly kind: 'folded'; readonly summary: string; readonly blocks: readonly Block[] };

export const line = (...parts: readonly Inline[]): Block => ({ kind: 'line', parts });
export const heading = (level: 2 | 3 | 4, text: string): Block => ({ kind: 'heading', level, text });

/** Blocks as GitHub-flavoured Markdown, which GitLab and Gitea read too. */
export const markdownOf = (blocks: readonly Block[]): string => blocks.map(blockMarkdown).join('\n\n');

function blockMarkdown(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${plain(block.text)}`;
    case 'line':
      return inlines(block.parts);
    case 'list':
      return block.items.map((item, index) => `${block.numbered ? `${index + 1}.` : '-'} ${inlines(item)}`).join('\n');
    case 'alert':
      return [`> <b>${plain(block.title)}</b>`, '>', ...block.items.map((item) => `> - ${inlines(item)}`)].join('\n');
    case 'folded':
      return `<details><summary>${plainHtml(block.summary)}</summary>\n\n${markdownOf(block.blocks)}\n\n</details>`;
  }
}

const inlines = (parts: readonly Inline[]): string => parts.map((part, index) => inline(part, index === 0 ? plainLine : plain)).join('');

/** Beside Chinese, asterisks are strong only where they touch no punctuation, so strong is written as an element. */
function inline(part: Inline, say: (text: string) => string): string {
  if (typeof part === 'string') return withBlanks(part, say);
  return 'strong' in part ? `<b>${plain(part.strong)}</b>` : `<code>${plainCode(part.code)}</code>`;
}

/** A part may begin or end with a blank that keeps it from the next. */
const withBlanks = (text: string, say: (text: string) => string): string =>
  `${text.startsWith(' ') ? ' ' : ''}${say(text)}${text.length > 1 && text.endsWith(' ') ? ' ' : ''}`;

/** Blocks as text for a terminal. */
export const textOf = (blocks: readonly Block[]): string => blocks.map((block) => blockText(block, '')).join('\n\n');

function blockText(block: Block, indent: string): string {
  switch (block.kind) {
    case 'heading':
      return `${indent}${'='.repeat(4 - block.level + 1)} ${oneLine(block.text)}`;
    case 'line':
      return indent + bare(block.parts);
    case 'list':
      return block.items.map((item, index) => `${indent}${block.numbered ? `${index + 1}.` : '·'} ${bare(item)}`).join('\n');
    case 'alert':
      return [`${indent}${oneLine(block.title)}`, ...block.items.map((item) => `${indent}! ${bare(item)}`)].join('\n');
    case 'folded':
      return [`${indent}${oneLine(block.summary)}`, ...block.blocks.map((one) => blockText(one, `${indent}  `))].join('\n');
  }
}

const bare = (parts: readonly Inline[]): string =>
  parts.map((part) => (typeof part === 'string' ? withBlanks(part, oneLine) : oneLine('strong' in part ? part.strong : part.code))).join('');
