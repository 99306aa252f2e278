/** `tongbao policy show`: an ordinance as tables that can be compared with the document on paper. */
import { ordinanceJson, ordinanceMarkdown, ordinanceText } from '../../export/ordinance.ts';
import { reportText } from '../../export/report.ts';
import { show } from '../../export/shown.ts';
import { inReadingOrder } from '../../model/finding.ts';
import { openPolicy, policyIdsIn } from '../../rim/cases.ts';
import { readToShow } from '../../rim/disk.ts';
import type { Language } from '../../words/speech.ts';
import { formatFrom } from '../options.ts';
import { policyNamed } from '../policy-named.ts';
import type { Setting } from '../setting.ts';
import { paintFor } from '../terminal.ts';
import { EXIT } from '../usage.ts';

export const SHOW_FORMATS = ['text', 'json', 'markdown'] as const;
const LANGUAGES = ['zh', 'en'] as const satisfies readonly Language[];

/** Of one ordinance. What is wrong with it is told on the error channel; one that cannot be used is not shown. */
export function policyShow({ root, format, terminal }: Setting<(typeof SHOW_FORMATS)[number]>, named: string, written: string): number {
  const language = formatFrom(written, LANGUAGES);
  const { policy, findings } = openPolicy(root, policyNamed(named, policyIdsIn(root)));
  if (findings.length > 0)
    terminal.err(
      reportText(
        show(inReadingOrder(findings), (file) => readToShow(root, file)),
        paintFor(terminal),
      ),
    );
  if (policy === null) return EXIT.findings;
  const texts = {
    text: () => ordinanceText(policy, language, paintFor(terminal)),
    markdown: () => ordinanceMarkdown(policy, language),
    json: () => ordinanceJson(policy),
  };
  terminal.out(texts[format]());
  return findings.length > 0 ? EXIT.findings : EXIT.clean;
}
