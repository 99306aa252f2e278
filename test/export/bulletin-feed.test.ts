import { expect, test } from 'vitest';
import { atomFeed, type FeedFacts } from '../../src/export/bulletin/feed.ts';

const FACTS: FeedFacts = {
  title: '某县医疗保障局 · 通报',
  author: '某县医疗保障局',
  home: 'git.example.org/office/records',
  entries: [
    { path: 'bulletins/2026-Q1/', title: '一季度 <A&B> 通报', issued: '2026-04-02', summary: '采用 3 条 & 批示 1 件]]>' },
    { path: 'bulletins/2026-02/', title: '2月通报', issued: '2026-03-02', summary: '' },
  ],
  asOf: '2026-05-01',
};

const all = (feed: string, pattern: RegExp): string[] => Array.from(feed.matchAll(pattern), ([, found]) => found as string);

test('links are absolute where the address is known', () => {
  const feed = atomFeed(FACTS, 'https://news.example.org/county/');
  expect(all(feed, /<link [^>]*href="([^"]*)"/g)).toEqual([
    'https://news.example.org/county/bulletins/',
    'https://news.example.org/county/feed.xml',
    'https://news.example.org/county/bulletins/2026-Q1/',
    'https://news.example.org/county/bulletins/2026-02/',
  ]);
});

test('where it is not they are relative to the feed, and no made-up host is left', () => {
  const feed = atomFeed(FACTS, null);
  expect(all(feed, /<link [^>]*href="([^"]*)"/g)).toEqual(['bulletins/', 'feed.xml', 'bulletins/2026-Q1/', 'bulletins/2026-02/']);
  expect(feed).not.toContain('site.invalid');
});

test('ids are tag URIs that do not depend on the address', () => {
  const ids = (address: string | null) => all(atomFeed(FACTS, address), /<id>([^<]*)<\/id>/g);
  expect(ids(null)).toEqual([
    'tag:git.example.org,2026:office/records/bulletins',
    'tag:git.example.org,2026:office/records/bulletins/2026-Q1',
    'tag:git.example.org,2026:office/records/bulletins/2026-02',
  ]);
  expect(ids('https://elsewhere.example.org/')).toEqual(ids(null));
});

test('without a repository the organisation tells one office from another', () => {
  expect(atomFeed({ ...FACTS, home: null, author: '甲局' }, null)).toContain(
    '<id>tag:tongbao.invalid,2026:%E7%94%B2%E5%B1%80/bulletins/2026-02</id>',
  );
});

test('texts are escaped, so that a reader shows them as they are', () => {
  const feed = atomFeed(FACTS, null);
  expect(feed).toContain('<![CDATA[一季度 &lt;A&amp;B&gt; 通报]]>');
  expect(feed).toContain('采用 3 条 &amp; 批示 1 件]]&gt;]]>');
});

test('days are days in China and in Greenwich; a feed without entries has the day of the site', () => {
  expect(all(atomFeed(FACTS, null), /<updated>([^<]*)</g)).toEqual([
    '2026-04-02T12:00:00.000Z',
    '2026-04-02T12:00:00.000Z',
    '2026-03-02T12:00:00.000Z',
  ]);
  expect(all(atomFeed({ ...FACTS, entries: [] }, null), /<updated>([^<]*)</g)).toEqual(['2026-05-01T12:00:00.000Z']);
});
