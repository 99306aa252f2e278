/** 开放数据: the page that explains each file, and the files themselves. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { badgeWidth } from '../export/badge.ts';
import { columnsOf, tableCsv, tableJson, tableSchema, tableXlsx } from '../export/open-data.ts';
import type { TableName } from '../export/open-data-rows.ts';
import { schemaText } from '../export/schemas.ts';
import { openDataWords } from '../words/open-data.ts';
import { badgesOf } from './badges.ts';
import { type Context, count, home, text } from './context.ts';
import { badgePath, calendarFilePath, dataFilePath, dataPath, embeddedRankingPath, feedPath } from './links.ts';
import { openTable, tablesIn } from './openTables.ts';
import type { Cell, Headed, Linked, Table } from './shown.ts';
import type { View } from './view.ts';

/** The forms of a table, and how each is called. */
const FORMS = ['csv', 'xlsx', 'json', 'schema.json'] as const;
type Form = (typeof FORMS)[number];
const NAMES: Readonly<Record<Form, string>> = { csv: 'CSV', xlsx: 'XLSX', json: 'JSON', 'schema.json': 'JSON Schema' };
const MEDIA: Readonly<Record<Form, string>> = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json',
  'schema.json': 'application/schema+json',
};

export interface DataFile {
  readonly table: TableName;
  readonly form: Form;
  readonly file: string;
  readonly rows: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Pages and files ask for the same things more than once in a build; a view never changes. */
const made = new WeakMap<View, Promise<readonly DataFile[]>>();

/** Every file of every table. The same view gives the same bytes. */
export function dataFiles(context: Context): Promise<readonly DataFile[]> {
  const { view } = context;
  const known = made.get(view) ?? makeFiles(context);
  made.set(view, known);
  return known;
}

async function makeFiles(context: Context): Promise<readonly DataFile[]> {
  const files: DataFile[] = [];
  for (const name of tablesIn(context)) files.push(...(await filesOf(name, context)));
  return files;
}

async function filesOf(name: TableName, context: Context): Promise<DataFile[]> {
  const { site, asOf } = context.view;
  const about = { organisation: site.organisation, asOf };
  const table = openTable(name, context);
  const contents: Readonly<Record<Form, Uint8Array<ArrayBuffer>>> = {
    csv: utf8(tableCsv(table)),
    xlsx: await tableXlsx(table, about),
    json: utf8(tableJson(table, about)),
    'schema.json': utf8(schemaText(tableSchema(name))),
  };
  return FORMS.map((form) => ({ table: name, form, file: `${name}.${form}`, rows: table.rows.length, bytes: contents[form] }));
}

const utf8 = (written: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(written);

const PACKAGE = 'datapackage.json';

/** The list of all files as a Data Package (specs.frictionlessdata.io), for programs. */
export async function dataPackage(context: Context): Promise<string> {
  const { site, asOf } = context.view;
  const words = openDataWords('zh').tables;
  const resources = (await dataFiles(context)).map(({ table, form, file, bytes }) => ({
    name: file.replaceAll('.', '-'),
    path: file,
    title: words[table].title,
    description: words[table].holds,
    format: form,
    mediatype: MEDIA[form],
    encoding: 'utf-8',
    bytes: bytes.length,
    hash: `sha256:${bytesToHex(sha256(bytes))}`,
  }));
  return `${JSON.stringify({ name: 'tongbao', title: `${site.organisation} · ${openDataWords('zh').title}`, created: `${asOf}T00:00:00Z`, resources }, null, 2)}\n`;
}

export interface DataPage extends Headed {
  readonly privacy: string;
  readonly tables: Table;
  readonly described: readonly { readonly id: string; readonly title: string; readonly table: Table }[];
  readonly package: Linked;
  readonly feeds: readonly Linked[];
  readonly badges: readonly { readonly unit: string; readonly path: string; readonly title: string; readonly width: number }[];
  /** The pages that can be embedded. */
  readonly embed: { readonly path: string; readonly title: string; readonly height: number } | null;
  readonly citation: string;
}

export async function dataPage(context: Context): Promise<DataPage> {
  const { view, language } = context;
  const words = openDataWords(language);
  const files = await dataFiles(context);
  const badges = badgesOf(context);
  return {
    path: dataPath,
    over: view.site.organisation,
    title: words.title,
    lead: [{ text: words.lead }],
    crumbs: [home(context), { text: words.title }],
    privacy: words.privacy,
    tables: tablesTable(files, context),
    described: tablesIn(context).map((name) => describedOf(name, context)),
    package: { text: words.package, href: dataFilePath(PACKAGE) },
    feeds: [
      ...(view.bulletins.length === 0 ? [] : [{ text: words.feed, href: feedPath }]),
      { text: words.calendar, href: calendarFilePath(null, language) },
    ],
    badges: badges.map(({ unit, name, badge }) => ({ unit: name, path: badgePath(unit, language), title: badge.title, width: badgeWidth(badge) })),
    embed:
      badges.length === 0
        ? null
        : { path: embeddedRankingPath('auto'), title: words.embedTitle(view.site.organisation), height: heightFor(badges.length) },
    citation: words.citation(view.site.organisation, view.asOf),
  };
}

/** Pixels for a heading, a line below, and a row for each unit. */
const heightFor = (rows: number): number => 180 + 42 * rows;

function tablesTable(files: readonly DataFile[], context: Context): Table {
  const words = openDataWords(context.language);
  return {
    id: 'tables',
    caption: words.filesCaption,
    headed: true,
    columns: [
      { label: words.columns.table, kind: 'word' },
      { label: words.columns.holds, kind: 'text' },
      { label: words.columns.files, kind: 'text' },
      { label: words.columns.rows, kind: 'number' },
    ],
    head: 0,
    rows: [...Map.groupBy(files, ({ table }) => table)].map(([name, own]) => ({
      cells: [text(words.tables[name].title, `#columns-${name}`), text(words.tables[name].holds), filesCell(own), count(own[0]?.rows ?? 0)],
    })),
  };
}

const filesCell = (files: readonly DataFile[]): Cell => ({
  text: '',
  links: files.map(({ form, file, bytes }) => ({ text: `${NAMES[form]} ${sizeOf(bytes.length)}`, href: dataFilePath(file) })),
});

/** 980 B, 12 kB, 1.4 MB. */
export function sizeOf(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

function describedOf(name: TableName, context: Context): DataPage['described'][number] {
  const { language } = context;
  const words = openDataWords(language);
  const { title } = words.tables[name];
  return {
    id: `columns-${name}`,
    title,
    table: {
      id: `columns-${name}-table`,
      caption: words.describeCaption(title),
      headed: true,
      columns: [
        { label: words.described.head, kind: 'word' },
        { label: words.described.key, kind: 'word' },
        { label: words.described.means, kind: 'text' },
      ],
      head: 0,
      rows: columnsOf(name).map(({ key, head, zh, en }) => ({ cells: [text(head), text(key), text({ zh, en }[language])] })),
    },
  };
}
