/** 通报: the list of bulletins, and the page of each: the document as it was issued, its files, and how to check it. Both know the locks alone. */
import { bulletinDocx } from '../export/bulletin/docx.ts';
import { atomFeed } from '../export/bulletin/feed.ts';
import { bulletinJson } from '../export/bulletin/json.ts';
import { bulletinMarkdown } from '../export/bulletin/markdown.ts';
import { bulletinXlsx } from '../export/bulletin/xlsx.ts';
import type { OfficialDocument } from '../model/document.ts';
import { type Period, SPANS, type Span } from '../model/period.ts';
import { documentOf } from '../words/bulletin/document.ts';
import { appealsOfBulletin } from './appeals.ts';
import { type Context, home, known, muted, periodName, text } from './context.ts';
import { bulletinFilePath, bulletinPath, bulletinsPath, rankingPath, wholeJournalPath } from './links.ts';
import { type PublicBulletin, WITHDRAWN } from './publicBulletin.ts';
import type { Cell, Headed, Linked, Section, Table } from './shown.ts';
import type { ShownBulletin } from './view.ts';

/** The forms in which every bulletin lies beside its page. */
export const FORMS = ['docx', 'xlsx', 'md', 'json'] as const;
export type Form = (typeof FORMS)[number];
type AnyForm = Form | 'pdf';

/** In the order in which people want them. A PDF is there only where a browser printed it. */
const formsOf = ({ view }: Context): readonly AnyForm[] => (view.pdf ? ['docx', 'pdf', 'xlsx', 'md', 'json'] : FORMS);

export interface BulletinsPage extends Headed {
  readonly sections: readonly Section[];
}

export interface BulletinPage extends Headed {
  readonly document: OfficialDocument;
  readonly issued: string;
  readonly says: string;
  readonly files: readonly Linked[];
  readonly related: readonly Linked[];
  readonly verify: { readonly command: string; readonly seal: string };
  /** That titles have been withdrawn since; null where none has. */
  readonly withdrawn: string | null;
  /** Appeals against it, and what they led to. */
  readonly sections: readonly Section[];
}

/** The kinds of period as they are listed; ranges of days come last. */
const ORDER: readonly (Span | 'range')[] = ['quarter', 'month', 'half-year', 'year', ...SPANS, 'range'];

/** Every bulletin, the latest first, by kind of period. */
export function bulletinsPage(context: Context): BulletinsPage {
  const { view, ui } = context;
  const spans = [...new Set(ORDER)].filter((span) => view.bulletins.some(({ period }) => period.span === span));
  return {
    path: bulletinsPath,
    over: view.site.organisation,
    title: ui.bulletins.index,
    lead: [{ text: ui.bulletins.indexLead }],
    crumbs: [home(context), { text: ui.bulletins.index }],
    sections: spans.map((span) => ({ id: `bulletins-${span}`, title: spanName(span, context), table: listOf(span, context) })),
  };
}

const spanName = (span: Span | 'range', { ui }: Context): string => (span === 'range' ? ui.bulletins.others : ui.spans[span]);

function listOf(span: Span | 'range', context: Context): Table {
  const { view, ui } = context;
  const own = view.bulletins.filter(({ period }) => period.span === span).reverse();
  return {
    id: `bulletins-${span}-table`,
    caption: ui.bulletins.caption(spanName(span, context)),
    headed: true,
    columns: [
      { label: ui.columns.period, kind: 'text' },
      { label: ui.columns.title, kind: 'text' },
      { label: ui.bulletins.number, kind: 'word' },
      { label: ui.bulletins.issued, kind: 'day' },
      { label: ui.bulletins.forms, kind: 'text' },
    ],
    head: 0,
    rows: own.map((shown) => ({ cells: listed(shown, context) })),
  };
}

function listed({ slug, period, bulletin: { document } }: ShownBulletin, context: Context): Cell[] {
  return [
    text(periodName(period, context), bulletinPath(slug)),
    text(document.title),
    document.number === undefined ? muted(context.ui.bulletins.informal) : text(document.number),
    text(document.issued),
    { text: '', links: formsOf(context).map((form) => ({ text: form.toUpperCase(), href: bulletinFilePath(slug, form) })) },
  ];
}

export function bulletinPage(slug: string, context: Context): BulletinPage {
  const { ui } = context;
  const shown = bulletinAt(slug, context);
  const { period, bulletin } = shown;
  const { document, published, seal } = bulletin;
  return {
    path: bulletinPath(slug),
    title: document.title,
    lead: [],
    crumbs: [home(context), { text: ui.bulletins.index, href: bulletinsPath }, { text: periodName(period, context) }],
    document: documentOf(bulletin),
    issued: document.issued,
    says: ui.bulletins.says(document.issued, published.as_of),
    files: formsOf(context).map((form) => ({ text: ui.bulletins.fileNames[form], href: bulletinFilePath(slug, form) })),
    related: relatedTo(period, context),
    verify: { command: 'npx tongbao verify', seal },
    sections: appealsOfBulletin(period.key, context),
    withdrawn: JSON.stringify(published).includes(WITHDRAWN) ? ui.bulletins.withdrawn : null,
  };
}

function bulletinAt(slug: string, { view }: Context): ShownBulletin {
  return known(new Map(view.bulletins.map((shown) => [shown.slug, shown])), slug);
}

/** What the records of today say about the period, where the site has a page for it. */
function relatedTo(period: Period, { view, ui }: Context): Linked[] {
  if (!view.standings.has(period.key)) return [];
  return [
    { text: ui.bulletins.ranking, href: rankingPath(period) },
    { text: ui.bulletins.journal, href: wholeJournalPath(period) },
  ];
}

/** The way from a ranking to the bulletin of its period; empty where none was issued. */
export const bulletinOf = ({ key }: Period, { view, ui }: Context): Linked[] =>
  view.bulletins.filter(({ period }) => period.key === key).map(({ slug }) => ({ text: ui.bulletins.ofPeriod, href: bulletinPath(slug) }));

/** The latest bulletin, for the overview; null where none was issued. */
export function latestBulletin({ view }: Context): Cell | null {
  const shown = view.bulletins.at(-1);
  if (!shown) return null;
  const { title, number, issued } = shown.bulletin.document;
  const about = [number, issued].filter((part) => part !== undefined).join(' · ');
  return { text: title, href: bulletinPath(shown.slug), lines: [{ text: about, tone: 'muted' }] };
}

/** What a bulletin's files are made of, and nothing else. */
export const bulletinBehind = (slug: string, context: Context): PublicBulletin => bulletinAt(slug, context).bulletin;

/** A bulletin as a file. */
export async function bulletinFile(slug: string, form: Form, context: Context): Promise<Uint8Array<ArrayBuffer> | string> {
  const bulletin = bulletinBehind(slug, context);
  switch (form) {
    case 'docx':
      return bulletinDocx(documentOf(bulletin));
    case 'xlsx':
      return bulletinXlsx(bulletin);
    case 'md':
      return bulletinMarkdown(documentOf(bulletin));
    case 'json':
      return bulletinJson(bulletin);
  }
}

/** The bulletins as an Atom feed, for a site that begins at `address`; null where nobody has told. */
export function bulletinFeed(address: string | null, context: Context): string {
  const { site, bulletins, asOf } = context.view;
  const entries = [...bulletins].reverse().map(({ slug, bulletin }) => ({
    path: bulletinPath(slug),
    title: bulletin.document.title,
    issued: bulletin.document.issued,
    summary: openingOf(documentOf(bulletin)),
  }));
  const home = site.repository === null ? null : site.repository.url.replace(/^[a-z]+:\/\/|\/$/g, '');
  return atomFeed({ title: `${site.organisation} · ${context.ui.bulletins.index}`, author: site.organisation, home, entries, asOf }, address);
}

const openingOf = ({ body }: OfficialDocument): string => body.find((block) => block.kind === 'paragraph')?.text ?? '';
