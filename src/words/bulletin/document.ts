/** From a lock to the document: headings numbered, what is empty left out, every template filled in. It never fails: what cannot be said is marked. */
import type { Wording } from '../../ledger/written/wording.ts';
import type { Annex, Block, OfficialDocument } from '../../model/document.ts';
import { labelledAnnexes } from './annexes.ts';
import { type BulletinValues, valuesOf } from './context.ts';
import { templateFaultWords } from './fault-words.ts';
import { longDay } from './figures.ts';
import type { BulletinLock } from './lock.ts';
import { numeral } from './numeral.ts';
import { tablesOf } from './tables.ts';
import { renderText, type Values } from './template.ts';

/** The bulletin as a document. */
export function documentOf(lock: BulletinLock): OfficialDocument {
  const { document } = lock;
  const values = valuesOf(lock);
  return {
    mark: document.number === undefined ? document.organisation : `${document.organisation}文件`,
    number: document.number ?? null,
    title: document.title,
    to: document.to?.replace(/[:：]\s*$/, '') ?? null,
    body: bodyOf(document.wording, lock, values),
    annexes: annexesOf(lock, values),
    signed: { office: document.office, date: longDay(document.issued) },
    remark: document.remark?.replace(/^[（(]|[）)]$/g, '') ?? null,
    imprint: { copies: document.copies ?? null, printedBy: document.office, printedOn: longDay(document.issued) },
  };
}

/** A text with its values put in; where it cannot be, a note that nobody overlooks. */
export function filled(template: string, values: Values): string {
  const rendered = renderText(template, values);
  return 'text' in rendered ? rendered.text : `【措辞模板有误，${templateFaultWords(rendered.fault).zh}】`;
}

/** An empty line begins a paragraph; other ends of lines join what they part, as Chinese has no spaces. */
export function paragraphsOf(text: string): string[] {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim().replace(/\s*\n\s*/g, ''))
    .filter((paragraph) => paragraph !== '');
}

/** A text on one line: a title, a heading. */
const onOneLine = (template: string, values: BulletinValues): string => paragraphsOf(filled(template, values)).join('');

const paragraphs = (text: string): Block[] => paragraphsOf(text).map((each): Block => ({ kind: 'paragraph', text: each }));

function bodyOf({ opening, sections }: Wording, lock: BulletinLock, values: BulletinValues): Block[] {
  const told = sections
    .map((section) => ({ heading: section.heading, blocks: blocksOf(section, lock, values) }))
    .filter(({ blocks }) => blocks.length > 0);
  const headed = told.filter(({ heading }) => heading !== undefined);
  const body = told.flatMap((section): Block[] => {
    if (section.heading === undefined) return section.blocks;
    const number = numeral(headed.indexOf(section) + 1);
    return [{ kind: 'heading', level: 1, text: `${number}、${onOneLine(section.heading, values)}` }, ...section.blocks];
  });
  return opening === undefined ? body : [...paragraphs(filled(opening, values)), ...body];
}

/** What stands under a heading: the sentences, what the office wrote, the table. */
function blocksOf({ text, own, table }: Wording['sections'][number], lock: BulletinLock, values: BulletinValues): Block[] {
  return [
    ...(text === undefined ? [] : paragraphs(filled(text, values))),
    ...(own === undefined ? [] : paragraphs(lock.document[own] ?? '')),
    ...(table === undefined ? [] : tablesOf(table, lock).map((each): Block => ({ kind: 'table', table: each }))),
  ];
}

const annexesOf = (lock: BulletinLock, values: BulletinValues): Annex[] =>
  labelledAnnexes(lock).map(({ label, annex, tables }) => ({
    label,
    title: onOneLine(annex.title, values),
    blocks: tables.map((table): Block => ({ kind: 'table', table })),
  }));

/** The title of a bulletin that has not been written yet. */
export const titleOf = ({ title }: Wording, lock: BulletinLock): string => onOneLine(title, valuesOf(lock));
