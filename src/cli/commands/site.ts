/** `tongbao build` and `tongbao start`: the site, from a ledger that is read once. */
import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { notAsked } from '../../approval/approvals.ts';
import { notAskedText } from '../../export/approvals.ts';
import { reportText } from '../../export/report.ts';
import { show } from '../../export/shown.ts';
import type { Day } from '../../model/day.ts';
import { today } from '../../rim/clock.ts';
import { openRoot } from '../../rim/open.ts';
import { hand } from '../../rim/session.ts';
import { buildSite } from '../astro.ts';
import { startBrowser } from '../browser.ts';
import { printBulletins } from '../pdf.ts';
import { moveSite, refuseToReplace } from '../place.ts';
import { renew } from '../renew.ts';
import { serve } from '../serve.ts';
import type { Setting } from '../setting.ts';
import { paintFor, type Terminal } from '../terminal.ts';
import { EXIT } from '../usage.ts';

/**
 * Checks, then writes the site to `out`; with `pdf`, a browser prints the bulletins. Findings are told and do not stop it; the exit code says that
 * there are some.
 */
export async function build(setting: Setting<'text'>, out: string, pdf = false): Promise<number> {
  const { terminal } = setting;
  const folder = resolve(terminal.directory, out);
  refuseToReplace(folder, out);
  const browser = pdf ? await startBrowser(terminal.environment) : null;
  try {
    const { made, findings } = await checked(setting, async (asOf) => {
      if (browser === null) await renew(folder, setting.root, asOf);
      else moveSite(await printed(browser, await buildSite(setting.root, asOf, true), terminal), folder);
      return folder;
    });
    if (made !== null) terminal.out(`网站已生成 The site is in ${folder}\n`);
    return findings === 0 ? EXIT.clean : EXIT.findings;
  } finally {
    await browser?.close();
  }
}

async function printed(browser: Browser, site: string, { environment, out }: Terminal): Promise<string> {
  const count = await printBulletins(browser, site, startOf(environment.TONGBAO_BASE));
  out(`已打印 ${count} 期通报的 PDF。 ${count} bulletins have been printed as PDF.\n`);
  return site;
}

/** The path under which the site is served, with a slash at its end. */
const startOf = (base = '/'): string => (base.endsWith('/') ? base : `${base}/`);

/** Checks, builds and serves the site until `end`, by default until the process is ended. `port` null: the first free one from 4321 on. */
export async function start(setting: Setting<'text'>, port: number | null, end: Promise<unknown> = untilTold()): Promise<number> {
  const { made: site } = await checked(setting, (asOf) => buildSite(setting.root, asOf));
  if (site === null) return EXIT.findings;
  try {
    const { address, close } = await serve(site, port);
    setting.terminal.out(`\n  ${address}\n\n网站已在上面的地址打开,按 Ctrl+C 结束。 The site is served at this address; end it with Ctrl+C.\n`);
    await end;
    await close();
    return EXIT.clean;
  } finally {
    rmSync(site, { recursive: true, force: true });
  }
}

export const untilTold = (): Promise<void> =>
  new Promise((done) => {
    process.once('SIGINT', () => done());
    process.once('SIGTERM', () => done());
  });

/** What is made of a ledger that was read and checked; null where there is none. */
async function checked<T>({ terminal, root, asOf }: Setting<'text'>, make: (asOf: Day) => Promise<T>): Promise<{ made: T | null; findings: number }> {
  const opened = openRoot(root);
  const findings = opened.findings.length;
  terminal.out(reportText(show(opened.findings, opened.textOf), paintFor(terminal)));
  if (opened.ledger === null) return { made: null, findings };
  terminal.err(notAskedText(notAsked(opened.ledger, opened.trailOf)));
  hand(opened);
  const made = await make(asOf ?? today(opened.ledger.site.timeZone));
  opened.keep();
  return { made, findings };
}
