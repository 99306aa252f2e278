/** Talks with the worker: one draft at a time, and of questions that follow fast the last. */
import type { Choice, Sought } from '../../site/filing/choices.ts';
import type { Answer, Asked } from '../../site/filing/engine.ts';
import type { Language } from '../../words/speech.ts';
import type { Question, Reply } from './worker.ts';

export interface Clerk {
  /** Everything about a draft; what was asked before and is not answered yet is forgotten. */
  ask(asked: Asked): void;
  find(sought: Sought): Promise<readonly Choice[]>;
}

interface Ears {
  readonly failed: () => void;
  readonly answer: (answer: Answer, took: number) => void;
}

export function engage(source: string, language: Language, ears: Ears): Clerk {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  const post = (question: Question): void => worker.postMessage(question);
  const waiting = new Map<number, (choices: readonly Choice[]) => void>();
  let number = 0;
  // Until the worker has read what it needs, it is busy: what was asked last waits.
  let busy = true;
  let next: Asked | null = null;
  let begun: () => void = () => {};
  const ready = new Promise<void>((resolve) => {
    begun = resolve;
  });
  const send = (asked: Asked): void => {
    busy = true;
    number += 1;
    post({ number, asked });
  };
  worker.onmessage = ({ data }: MessageEvent<Reply>) => {
    if (data.kind === 'choices') {
      waiting.get(data.number)?.(data.choices);
      waiting.delete(data.number);
      return;
    }
    if (data.kind === 'failed') return ears.failed();
    busy = false;
    const later = next;
    next = null;
    if (later !== null) send(later);
    else if (data.kind === 'answer') ears.answer(data.answer, data.took);
    if (data.kind === 'ready') begun();
  };
  worker.onerror = () => ears.failed();
  post({ source, language });
  return {
    ask: (asked) => {
      if (busy) next = asked;
      else send(asked);
    },
    find: async (sought) => {
      await ready;
      return new Promise((resolve) => {
        number += 1;
        waiting.set(number, resolve);
        post({ number, sought });
      });
    },
  };
}
