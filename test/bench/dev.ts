/**
 * `node test/bench/dev.ts`: milliseconds from saving a record to the new number in the page, with `tongbao dev` on a copy of the shipped ledger and a
 * headless Chromium that looks at the ranking of a quarter.
 */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from 'playwright-core';
import { dev } from '../../src/cli/commands/dev.ts';
import type { Day } from '../../src/model/day.ts';
import { unpackedChromium } from '../browser/unpack.ts';

const REPOSITORY = join(import.meta.dirname, '../..');
const CHANGES = 7;

/** The facts of the ranking as one text: any number in it may be the one that changes. */
const shown = (page: Page): Promise<string> => page.evaluate(() => document.querySelector('main')?.innerText ?? '');

/** One more brief item filed by the office in November. */
function file(root: string, number: number): void {
  const path = join(root, `data/submissions/bangongshi/2026/20261120-bench-${number}.yaml`);
  writeFileSync(path, `title: 测速用的第${number}条\nunit: 办公室\non: 2026-11-20\nform: 简讯\n`);
}

async function changesIn(page: Page, root: string): Promise<number[]> {
  const took: number[] = [];
  for (let number = 1; number <= CHANGES; number += 1) {
    const before = await shown(page);
    const start = performance.now();
    file(root, number);
    while ((await shown(page).catch(() => before)) === before || (await shown(page).catch(() => '')) === '')
      await new Promise((done) => setTimeout(done, 5));
    took.push(performance.now() - start);
    await page.waitForTimeout(300);
  }
  return took;
}

/** Measures, and prints each change and their median. */
export async function benchDev(): Promise<void> {
  const root = mkdtempSync(join(tmpdir(), 'tongbao-bench-dev-'));
  for (const folder of ['data', 'policies']) cpSync(join(REPOSITORY, folder), join(root, folder), { recursive: true });
  const { promise: end, resolve: stop } = Promise.withResolvers<void>();
  const { promise: address, resolve: opened } = Promise.withResolvers<string>();
  const out = (text: string): void => {
    const found = text.match(/http:\/\/localhost:\d+\//);
    if (found) opened(found[0].replace('localhost', '127.0.0.1'));
  };
  const terminal = { directory: root, environment: process.env, out, err: out, colour: false };
  const serving = dev({ terminal, root, asOf: '2026-11-26' as Day, format: 'text' }, null, end);
  const { file: executablePath, environment: env } = unpackedChromium();
  const browser = await chromium.launch({ executablePath, env, chromiumSandbox: false, args: ['--disable-gpu', '--disable-dev-shm-usage'] });
  try {
    const page = await browser.newPage();
    await page.goto(`${await address}ranking/2026-Q4/`);
    const took = await changesIn(page, root);
    process.stdout.write(`ms from saving to the page: ${took.map((one) => one.toFixed(0)).join(' ')}\n`);
  } finally {
    await browser.close();
    stop();
    await serving;
    rmSync(root, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await benchDev();
