/**
 * Lighthouse, as on a telephone, on the four pages that most readers see: `npm run lighthouse` after a build, or `npm run lighthouse -- PATH …` for
 * others. It fails where a category has fewer than 95 points, and says what cost points. Not part of the test command: it measures time.
 */
import { existsSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import lighthouse, { type Result } from 'lighthouse';
import { launch } from './chromium.ts';
import { kindsOf, typical } from './kinds.ts';
import { serve } from './serve.ts';

const DIST = join(import.meta.dirname, '../../dist');
const LEAST = 95;
const KINDS = [' 0', 'ranking/[period] 2', 'units/[unit] 2', 'submissions/[submission] 2'];

const usual = (): string[] =>
  kindsOf(DIST)
    .filter(({ name, language }) => language === 'zh' && KINDS.includes(name))
    .map((kind) => typical(kind, DIST));

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });

/** The points of each category, in percent. */
const scores = ({ categories }: Result): Record<string, number> =>
  Object.fromEntries(Object.values(categories).map(({ id, score }) => [id, Math.round((score ?? 0) * 100)]));

/** The first places that an audit speaks of. */
function placesOf(audit: Result['audits'][string] | undefined): string {
  const items = audit?.details?.type === 'table' ? audit.details.items : [];
  const nodes = items.flatMap(({ node }) => (typeof node === 'object' && 'snippet' in node ? [String(node.snippet)] : []));
  return nodes
    .slice(0, 3)
    .map((snippet) => `\n        ${snippet}`)
    .join('');
}

/** What did not get all points, and counts. */
const lost = ({ audits, categories }: Result): string[] =>
  Object.values(categories)
    .flatMap(({ auditRefs }) => auditRefs.filter(({ weight }) => weight > 0).map(({ id }) => audits[id]))
    .filter((audit) => audit !== undefined && audit.score !== null && audit.score < 1)
    .map((audit) => `    ${audit?.score} ${audit?.id}: ${audit?.displayValue ?? audit?.title}${placesOf(audit)}`);

if (!existsSync(DIST)) throw new Error('there is no dist/ yet: npm run build');
const port = await freePort();
const [site, browser] = [await serve(DIST), await launch([`--remote-debugging-port=${port}`])];
const named = process.argv.slice(2);
for (const path of named.length > 0 ? named : usual()) {
  const report = await lighthouse(new URL(path, site.address).href, { port, output: 'json', logLevel: 'error' });
  if (report === undefined) throw new Error(`no report on ${path}`);
  const points = scores(report.lhr);
  const isEnough = Object.values(points).every((score) => score >= LEAST);
  console.log(`${isEnough ? '✓' : '✗'} /${path} ${JSON.stringify(points)}`);
  console.log(lost(report.lhr).join('\n'));
  if (!isEnough) process.exitCode = 1;
}
await browser.close();
await site.close();
