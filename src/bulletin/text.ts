/** The file of a bulletin. The same bulletin always gives the same bytes. */
import { Document, isCollection, isMap, isPair, isSeq, type YAMLMap } from 'yaml';
import type { WrittenBulletin } from '../ledger/written/bulletin.ts';

const HEAD = `# yaml-language-server: $schema=../.schema/bulletin.json
# 本文件由 tongbao bulletin 生成。签发(合并)之前只可以修改 document 一节;公布的数字不能改,要更正请改记录,差额会记入下一期。
# Written by tongbao bulletin. Until it is signed (merged) only \`document\` may be changed; to correct figures correct the records.
`;

/** Entries of lists take a line each, so that a change of one is a change of one line. */
export function bulletinText(bulletin: WrittenBulletin): string {
  const text = new Document(bulletin, { aliasDuplicateObjects: false });
  for (const part of ['published', 'evidence', 'credits']) lineUp(text.get(part));
  return HEAD + text.toString({ lineWidth: 0, flowCollectionPadding: false });
}

/** Long lists of names, which read better below one another. */
const TALL = ['files', 'titles'];

/** Puts entries of lists, and whatever holds no further lists, on one line. */
function lineUp(node: unknown): void {
  if (!isCollection(node)) return;
  for (const entry of node.items) {
    const inner = isPair(entry) ? entry.value : entry;
    if (!isCollection(inner) || (isPair(entry) && TALL.includes(String(entry.key)))) continue;
    if (isFlat(inner) || (isSeq(node) && !holdsRows(inner))) inner.flow = true;
    else lineUp(inner);
  }
}

const isFlat = (node: YAMLMap | { items: unknown[] }): boolean => node.items.every((entry) => !isCollection(isPair(entry) ? entry.value : entry));

/** A group of a ranking: a line would be as long as its table. */
const holdsRows = (node: unknown): boolean => isMap(node) && node.has('rows');
