/** What leads to the filing page, with what is filled in there already. */
import { expect, test } from 'vitest';
import { sitePages } from '../../../src/site/site.ts';
import { changed, pagesOf, viewOf } from '../world.ts';

const OPEN = changed('data/obligations/2026/public-call.yaml', { due: '2026-06-30', units: ['daiyu', 'xinxi'] });

test('an open commission leads to its answer from the calendar and the overview; one that is not public does not', () => {
  const site = sitePages(viewOf(OPEN), 'zh');
  const links = site.calendar().next?.rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.links ?? [])) ?? [];
  expect(links).toEqual([{ text: '答复', href: 'file/?kind=answer&answers=public-call' }]);
  expect(JSON.stringify(site.overview())).toContain('"href":"file/?kind=answer&answers=public-call"');
});

test('an item leads to its adoption and its instruction, a ranked unit to a filing of its own, the menu to the page', () => {
  const site = pagesOf();
  expect(site.submission('climbing').lead.slice(2)).toEqual([
    { text: '登记采用', href: 'file/?kind=adoption&submission=climbing' },
    { text: '登记批示', href: 'file/?kind=instruction&submission=climbing' },
  ]);
  expect(site.unit('xinxi').lead.at(-1)).toEqual({ text: '填报一篇', href: `file/?kind=submission&unit=${encodeURIComponent('信息中心')}` });
  expect(site.unit('jijin').lead.some(({ href }) => href?.startsWith('file/'))).toBe(false);
  expect(site.frame.nav.find(({ href }) => href === 'file/')).toMatchObject({ text: '填报', group: 'records', isFirst: true });
  expect(JSON.stringify(site.guide('correspondents'))).toContain('"file/"');
});
