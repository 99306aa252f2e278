/** What kept a proposal from being made, in both languages: a network, a host, a conflict. Told, with exit code 1. */
import type { Said } from '../../words/speech.ts';

export class Unable extends Error {
  readonly said: Said;

  constructor(said: Said) {
    super(said.en);
    this.said = said;
  }
}
