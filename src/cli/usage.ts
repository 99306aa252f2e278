/** Wrong usage: one sentence in Chinese, one in English, exit code 2. The one thing that the command line throws. */
import type { Said } from '../words/speech.ts';

export class Usage extends Error {
  readonly said: Said;

  constructor(zh: string, en: string) {
    super(en);
    this.said = { zh, en };
  }
}

/** Exit codes: all clean, findings, wrong usage; 1 also for what went wrong unexpectedly. */
export const EXIT = { clean: 0, findings: 1, usage: 2 } as const;
