/** `tongbao dev`: the site as it is written. Pages are made when they are looked at, and made anew when a file under `data/` or `policies/` changes. */
import { reportText } from '../../export/report.ts';
import { show } from '../../export/shown.ts';
import { today } from '../../rim/clock.ts';
import { type Opened, openRoot } from '../../rim/open.ts';
import { hand } from '../../rim/session.ts';
import { developSite } from '../astro.ts';
import type { Setting } from '../setting.ts';
import { paintFor } from '../terminal.ts';
import { EXIT } from '../usage.ts';

/** Serves the site until `end`. A change that leaves no usable ledger is told, and the pages stay as they were. */
export async function dev({ terminal, root, asOf }: Setting<'text'>, port: number | null, end: Promise<unknown>): Promise<number> {
  const tell = ({ findings, textOf }: Opened): void => terminal.out(reportText(show(findings, textOf), paintFor(terminal)));
  const opened = openRoot(root);
  tell(opened);
  if (opened.ledger === null) return EXIT.findings;
  hand(opened);
  opened.keep();
  let told = opened.findings.length;
  const readAgain = (): boolean => {
    const again = openRoot(root);
    if (again.findings.length > 0 || told > 0) tell(again);
    told = again.findings.length;
    if (again.ledger === null) return false;
    hand(again);
    again.keep();
    return true;
  };
  const { address, stop } = await developSite({ root, asOf: asOf ?? today(opened.ledger.site.timeZone), port, readAgain });
  terminal.out(
    `\n  ${address}\n\n网页随 data/ 和 policies/ 里的改动更新,按 Ctrl+C 结束。 Pages follow what changes under data/ and policies/; end with Ctrl+C.\n`,
  );
  await end;
  await stop();
  return EXIT.clean;
}
