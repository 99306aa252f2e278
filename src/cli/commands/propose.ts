/** `tongbao propose`: the pull request of every bulletin that is due; run by the workflows, and by hand. */
import { parse } from 'yaml';
import { bulletinMarkdown } from '../../export/bulletin/markdown.ts';
import { WrittenBulletin } from '../../ledger/written/bulletin.ts';
import type { Day } from '../../model/day.ts';
import type { Period } from '../../model/period.ts';
import { type Made, makeBulletins, type Refused } from '../../rim/bulletins.ts';
import { today } from '../../rim/clock.ts';
import { openRoot } from '../../rim/open.ts';
import type { Make } from '../../rim/proposal/branch.ts';
import { propose } from '../../rim/proposal/propose.ts';
import { Unable } from '../../rim/proposal/unable.ts';
import { documentOf } from '../../words/bulletin/document.ts';
import { type Described, outcomeWords } from '../../words/proposal.ts';
import { barsClosing, doubtWords } from '../../words/readiness.ts';
import type { Said } from '../../words/speech.ts';
import { open, type Setting } from '../setting.ts';
import type { Terminal } from '../terminal.ts';
import { EXIT, Usage } from '../usage.ts';

export interface WrittenProposal {
  /** Null: every bulletin that is due. */
  readonly period: Period | null;
  readonly renew: boolean;
}

export async function proposeCommand(setting: Setting<'text'>, wish: WrittenProposal): Promise<number> {
  if (wish.renew && wish.period !== null)
    throw new Usage('--renew 更新所有未签发的通报,不写周期。', '--renew renews every bulletin that is not signed yet, and takes no period.');
  const found = open(setting);
  if (found === null) return EXIT.findings;
  const { terminal, root, asOf } = setting;
  const { site } = found.ledger;
  try {
    const { refused } = await propose({
      root,
      repository: site.repository,
      wish,
      environment: terminal.environment,
      make: makeAsOf(asOf ?? today(site.timeZone)),
      describe: (_, made) => made.map(described),
      tell: (said) => terminal.out(lineOf(said)),
    });
    for (const one of refused) tellRefused(one, terminal);
    return refused.length === 0 ? EXIT.clean : EXIT.findings;
  } catch (error) {
    if (!(error instanceof Unable)) throw error;
    terminal.err(lineOf(error.said));
    return EXIT.findings;
  }
}

/** A bulletin that is issued already is no fault: whoever asks for it twice gets it once. */
const makeAsOf =
  (day: Day): Make =>
  (root, wanted) => {
    const opened = openRoot(root);
    const { ledger, bulletins } = opened;
    if (ledger === null || bulletins.some(({ id }) => id === wanted?.key)) return { made: [], refused: [] };
    return makeBulletins({ ...opened, ledger }, wanted, day);
  };

/** The pull request's part of a bulletin. What the office edited is in it; where it edited too much, the check of its branch says so. */
function described({ period, file, text, doubts }: Made): Described {
  const written = WrittenBulletin.safeParse(parse(text));
  const markdown = written.success ? bulletinMarkdown(documentOf(written.data)) : '';
  return { period, file, markdown, readiness: doubts.map(doubtWords) };
}

function tellRefused({ period, doubts }: Refused, { err }: Terminal): void {
  err(lineOf(outcomeWords.refused(period)));
  for (const doubt of doubts.filter(barsClosing)) err(`  ${lineOf(doubtWords(doubt))}`);
}

const lineOf = ({ zh, en }: Said): string => `${zh} ${en}\n`;
