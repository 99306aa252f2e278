/** The filing page's worker: reads what is public once, and answers while one types, so that the page stays free while it scores. */
import '../lab/jitless.ts';
import type { Choice, Sought } from '../../site/filing/choices.ts';
import { type Answer, type Asked, type FilingEngine, filingEngine } from '../../site/filing/engine.ts';
import type { Language } from '../../words/speech.ts';

/** What the page asks: to begin, for everything about a draft, or for what may be chosen. Questions bear numbers, so that late answers are known. */
export type Question =
  | { readonly source: string; readonly language: Language }
  | { readonly number: number; readonly asked: Asked }
  | { readonly number: number; readonly sought: Sought };

export type Reply =
  | { readonly kind: 'ready' | 'failed' }
  | { readonly kind: 'answer'; readonly number: number; readonly answer: Answer; readonly took: number }
  | { readonly kind: 'choices'; readonly number: number; readonly choices: readonly Choice[] };

const scope = self as unknown as { postMessage(reply: Reply): void; onmessage: ((event: MessageEvent<Question>) => void) | null };
let engine: FilingEngine | null = null;

async function begin(source: string, language: Language): Promise<void> {
  const response = await fetch(source);
  if (!response.ok) throw new Error(`${response.status}`);
  engine = filingEngine((await response.json()) as Parameters<typeof filingEngine>[0], language);
  scope.postMessage({ kind: engine === null ? 'failed' : 'ready' });
}

scope.onmessage = ({ data }) => {
  if ('source' in data) {
    begin(data.source, data.language).catch(() => scope.postMessage({ kind: 'failed' }));
    return;
  }
  if (engine === null) return;
  const { number } = data;
  if ('sought' in data) {
    scope.postMessage({ kind: 'choices', number, choices: engine.choices.find(data.sought) });
    return;
  }
  const started = performance.now();
  const answer = engine.answer(data.asked);
  scope.postMessage({ kind: 'answer', number, answer, took: performance.now() - started });
};
