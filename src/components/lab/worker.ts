/** The laboratory's worker: reads the data once and answers one trial after another, so that the page stays free while it computes. */
import './jitless.ts';
import type { LabData } from '../../site/lab/data.ts';
import { type Answer, type Laboratory, laboratory, type Trial } from '../../site/lab/engine.ts';
import type { Language } from '../../words/speech.ts';

/** What the page asks: to begin, or for the answer to a trial. */
export type Question = { readonly source: string; readonly language: Language } | { readonly trial: Trial };

/** What the worker says: what may be chosen, an answer and the milliseconds that it took, or that there is nothing to read. */
export type Reply =
  | { readonly kind: 'ready'; readonly choices: Laboratory['choices']; readonly start: Trial }
  | { readonly kind: 'answer'; readonly answer: Answer; readonly took: number }
  | { readonly kind: 'empty' | 'failed' };

const scope = self as unknown as { postMessage(reply: Reply): void; onmessage: ((event: MessageEvent<Question>) => void) | null };
let lab: Laboratory | null = null;

async function begin(source: string, language: Language): Promise<void> {
  const response = await fetch(source);
  if (!response.ok) throw new Error(`${response.status}`);
  lab = laboratory((await response.json()) as LabData, language);
  scope.postMessage(lab === null ? { kind: 'empty' } : { kind: 'ready', choices: lab.choices, start: lab.start });
}

scope.onmessage = ({ data }) => {
  if ('source' in data) {
    begin(data.source, data.language).catch(() => scope.postMessage({ kind: 'failed' }));
    return;
  }
  if (lab === null) return;
  const started = performance.now();
  const answer = lab.answer(data.trial);
  scope.postMessage({ kind: 'answer', answer, took: performance.now() - started });
};
