/** `tongbao score`: the journal, every credit with where it comes from. */
import { journalJson } from '../../export/journal.ts';
import { journalText } from '../../export/standings-text.ts';
import type { Period } from '../../model/period.ts';
import { type Setting, score, type TEXT_OR_JSON } from '../setting.ts';
import { EXIT } from '../usage.ts';

export function tellScore(setting: Setting<(typeof TEXT_OR_JSON)[number]>, period: Period | null): number {
  const scored = score(setting);
  if (scored === null) return EXIT.findings;
  const { journal, ledger, opened } = scored;
  setting.terminal.out(setting.format === 'json' ? journalJson(journal, opened.lineOf, period) : journalText(journal, ledger, period));
  opened.keep();
  return EXIT.clean;
}
