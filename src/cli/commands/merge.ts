/** `tongbao merge`: merges a pull request of GitHub with those who approved in its message; run by the workflow, and by hand. */
import { type Merged, mergePull } from '../../rim/merge.ts';
import { Unable } from '../../rim/proposal/unable.ts';
import { mergeWords } from '../../words/merge.ts';
import type { Said } from '../../words/speech.ts';
import { open, type Setting } from '../setting.ts';
import { EXIT } from '../usage.ts';

export async function mergeCommand(setting: Setting<'text'>, number: number): Promise<number> {
  const found = open(setting);
  if (found === null) return EXIT.findings;
  const { terminal } = setting;
  try {
    const merged = await mergePull(number, terminal.environment, found.ledger.site.repository);
    terminal.out(toldOf(number, merged).map(lineOf).join(''));
    return EXIT.clean;
  } catch (error) {
    if (!(error instanceof Unable)) throw error;
    terminal.err(lineOf(error.said));
    return EXIT.findings;
  }
}

const toldOf = (number: number, { approved, stale }: Merged): Said[] => [
  mergeWords.done(
    number,
    approved.map(({ login }) => login),
  ),
  ...(stale.length === 0 ? [] : [mergeWords.stale(stale.map(({ login }) => login))]),
];

const lineOf = ({ zh, en }: Said): string => `${zh} ${en}\n`;
