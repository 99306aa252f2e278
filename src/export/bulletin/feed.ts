/** 订阅: the bulletins as an Atom feed (RFC 4287). */
import { Feed } from 'feed';

export interface FeedEntry {
  /** Relative to the start of the site. */
  readonly path: string;
  readonly title: string;
  /** A day. */
  readonly issued: string;
  readonly summary: string;
}

export interface FeedFacts {
  readonly title: string;
  readonly author: string;
  /** Where the records are kept, without the scheme (`git.example.org/office/records`): part of every id. Null where the installation names no repository. */
  readonly home: string | null;
  /** The latest first. */
  readonly entries: readonly FeedEntry[];
  /** The day of the feed where it has no entries. */
  readonly asOf: string;
}

/** Stands for the start of the site where nobody knows its address. */
const SOMEWHERE = 'https://site.invalid/';

/**
 * Links are absolute where the site knows its address. Otherwise they are references relative to the feed itself, as RFC 4287 allows for `href`
 * (4.2.7.1), so that they lead to the right place wherever the site is put. Ids never depend on the address: a site may move, an entry stays the same.
 */
export function atomFeed({ title, author, home, entries, asOf }: FeedFacts, address: string | null): string {
  const start = address ?? SOMEWHERE;
  const feed = new Feed({
    id: idOf('bulletins', home, author),
    title,
    link: `${start}bulletins/`,
    feedLinks: { atom: `${start}feed.xml` },
    author: { name: author },
    updated: noon(entries[0]?.issued ?? asOf),
    generator: 'Tongbao',
  });
  for (const { path, title: name, issued, summary } of entries) {
    const id = idOf(path.replace(/\/$/, ''), home, author);
    feed.addItem({ id, title: asHtml(name), link: start + path, date: noon(issued), published: noon(issued), description: asHtml(summary) });
  }
  return `${feed.atom1().replaceAll(`"${SOMEWHERE}`, '"')}\n`;
}

/** A tag URI (RFC 4151): who names it, since when, and what. Where no host is known the organisation tells one office from another. */
function idOf(path: string, home: string | null, author: string): string {
  const [host = '', ...rest] = (home ?? `tongbao.invalid/${encodeURIComponent(author)}`).split('/');
  return `tag:${host},2026:${[...rest, path].join('/')}`;
}

/** Documents have a day; noon in UTC is that day from Greenwich to China. */
const noon = (day: string): Date => new Date(`${day}T12:00:00Z`);

/** Titles and summaries of Atom entries are written as HTML here; ours are plain text. */
const asHtml = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
