/** `tongbao build` and `tongbao start`: the site, from a ledger that is read once. */
import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { reportText } from '../../export/report.ts';
import { show } from '../../export/shown.ts';
import { today } from '../../rim/clock.ts';
import { openRoot } from '../../rim/open.ts';
import { hand } from '../../rim/session.ts';
import { PACKAGE } from '../package.ts';
import { serve } from '../serve.ts';
import type { Setting } from '../setting.ts';
import { paintFor } from '../terminal.ts';
import { EXIT } from '../usage.ts';

/** Checks, then writes the site to `out`. Findings are told and do not stop it; the exit code says that there are some. */
export async function build(setting: Setting<'text'>, out: string): Promise<number> {
  const { terminal } = setting;
  const folder = resolve(terminal.directory, out);
  const outcome = await checkedSite(setting, folder);
  if (outcome.built) terminal.out(`网站已生成 The site is in ${folder}\n`);
  return outcome.findings === 0 ? EXIT.clean : EXIT.findings;
}

/** Checks, builds and serves the site until `end`, by default until the process is ended. `port` null: the first free one from 4321 on. */
export async function start(setting: Setting<'text'>, port: number | null, end: Promise<unknown> = forever()): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'tongbao-site-'));
  try {
    const outcome = await checkedSite(setting, folder);
    if (!outcome.built) return EXIT.findings;
    const { address, close } = await serve(folder, port);
    setting.terminal.out(`\n  ${address}\n\n网站已在上面的地址打开,按 Ctrl+C 结束。 The site is served at this address; end it with Ctrl+C.\n`);
    await end;
    await close();
    return EXIT.clean;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const forever = (): Promise<void> =>
  new Promise((done) => {
    process.once('SIGINT', () => done());
    process.once('SIGTERM', () => done());
  });

async function checkedSite({ terminal, root, asOf }: Setting<'text'>, folder: string): Promise<{ built: boolean; findings: number }> {
  const opened = openRoot(root);
  const findings = opened.findings.length;
  terminal.out(reportText(show(opened.findings, opened.textOf), paintFor(terminal)));
  if (opened.ledger === null) return { built: false, findings };
  hand(opened);
  await buildSite({ TONGBAO_ROOT: root, TONGBAO_AS_OF: asOf ?? today(opened.ledger.site.timeZone), TONGBAO_OUT: folder });
  opened.keep();
  return { built: true, findings };
}

/** Where the ledger lies, which day it is and where the site goes; `astro.config.mjs` and the pages read these. */
type SiteEnvironment = Readonly<Record<'TONGBAO_ROOT' | 'TONGBAO_AS_OF' | 'TONGBAO_OUT', string>>;

async function buildSite(environment: SiteEnvironment): Promise<void> {
  Object.assign(process.env, environment, { ASTRO_TELEMETRY_DISABLED: '1' });
  const astro = await import('astro');
  await astro.build({ root: PACKAGE, outDir: environment.TONGBAO_OUT, logLevel: 'warn' });
}
