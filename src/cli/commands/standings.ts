/** `tongbao standings`: who stands where in a period. */
import { standingsJson } from '../../export/standings.ts';
import { standingsText } from '../../export/standings-text.ts';
import type { Period } from '../../model/period.ts';
import { type Setting, score, type TEXT_OR_JSON } from '../setting.ts';
import { EXIT } from '../usage.ts';

export function tellStandings(setting: Setting<(typeof TEXT_OR_JSON)[number]>, period: Period): number {
  const scored = score(setting);
  if (scored === null) return EXIT.findings;
  const { journal, ledger, opened } = scored;
  setting.terminal.out((setting.format === 'json' ? standingsJson : standingsText)(period, journal, ledger));
  opened.keep();
  return EXIT.clean;
}
