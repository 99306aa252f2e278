/** `tongbao build --pdf` with a real browser: paper, pages, and the same bytes each time. Looked at as pictures elsewhere. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { startBrowser } from '../../src/cli/browser.ts';
import { printBulletins } from '../../src/cli/pdf.ts';
import { AS_OF, world } from '../site/world.ts';

const ROOT = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'tongbao-pdf-'));
const out = join(folder, 'site');
const pdfIn = (site: string): Buffer => readFileSync(join(site, 'bulletins/2026-04/2026-04.pdf'));

function build(): void {
  const command = [join(ROOT, 'src/cli/tongbao.mjs'), 'build', '--pdf', '--root', folder, '--as-of', AS_OF, '--out', out];
  try {
    execFileSync(process.execPath, command, { cwd: ROOT, stdio: 'pipe' });
  } catch (error) {
    // The world has findings, and the site is built all the same.
    if ((error as { status?: number }).status !== 1) throw error;
  }
}

beforeAll(() => {
  for (const [file, value] of world()) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), stringify(value, { aliasDuplicateObjects: false }));
  }
  build();
}, 240_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The sizes of all pages in millimetres. */
const sizesOf = (pdf: Buffer): string[] =>
  Array.from(pdf.toString('latin1').matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g), ([, width, height]) =>
    [width, height].map((points) => Math.round((Number(points) * 25.4) / 72)).join(' × '),
  );

test('pages are A4, those of wide annexes across, and 版记 on an upright one', () => {
  const sizes = sizesOf(pdfIn(out));
  expect(new Set(sizes)).toEqual(new Set(['210 × 297', '297 × 210']));
  expect(sizes[0]).toBe('210 × 297');
  expect(sizes.at(-1)).toBe('210 × 297');
});

test('it is tagged, named, and dated by the document', () => {
  const text = pdfIn(out).toString('latin1');
  expect(text).toContain('/MarkInfo');
  expect(text.match(/\/CreationDate \(([^)]*)\)/)?.[1]).toBe("D:20260506000000+00'00'");
});

test('the page and the list lead to it', () => {
  for (const page of ['bulletins/2026-04/index.html', 'bulletins/index.html'])
    expect(readFileSync(join(out, page), 'utf8')).toContain('href="/bulletins/2026-04/2026-04.pdf"');
});

test('printed again, the same bulletin gives the same bytes', { timeout: 240_000 }, async () => {
  const first = pdfIn(out);
  const browser = await startBrowser(process.env);
  await printBulletins(browser, out, '/');
  await browser.close();
  expect(pdfIn(out).equals(first)).toBe(true);
});
