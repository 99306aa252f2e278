/** The laboratory in the page: keeps what was changed, asks the worker, and shows what it answers. */
import type { Answer, Choice, Trial } from '../../site/lab/engine.ts';
import type { Language } from '../../words/speech.ts';
import { el, findingOf } from './dom.ts';
import { showForm } from './form.ts';
import { showResult } from './result.ts';
import type { Question, Reply } from './worker.ts';

const lab = document.querySelector<HTMLFormElement>('#lab') as HTMLFormElement;
const { source = '', base = '', language = 'zh' } = lab.dataset;
const at = <T extends HTMLElement>(id: string): T => document.getElementById(id) as T;

const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
const ask = (question: Question): void => worker.postMessage(question);

interface State {
  start: Trial | null;
  trial: Trial | null;
  /** A trial is being computed; the next one waits for it. */
  busy: boolean;
  waiting: boolean;
  yaml: string;
  /** The ordinance and readings for which the form stands. */
  formFor: string;
}
const state: State = { start: null, trial: null, busy: false, waiting: false, yaml: '', formFor: '' };

function change(changes: Partial<Trial>): void {
  if (state.start === null) return;
  state.trial = { ...(state.trial ?? state.start), ...changes };
  if (state.busy) state.waiting = true;
  else send();
}

function send(): void {
  if (state.trial === null) return;
  state.busy = true;
  state.waiting = false;
  lab.setAttribute('aria-busy', 'true');
  ask({ trial: state.trial });
}

function begin(choices: { policies: readonly Choice[]; periods: readonly Choice[] }, start: Trial): void {
  fill(at<HTMLSelectElement>('lab-policy'), choices.policies);
  fill(at<HTMLSelectElement>('lab-period'), choices.periods);
  state.start = start;
  reset();
}

function fill(select: HTMLSelectElement, choices: readonly Choice[]): void {
  select.replaceChildren(...choices.map(({ value, text }) => el('option', { value }, text)));
}

function reset(): void {
  if (state.start === null) return;
  at<HTMLSelectElement>('lab-policy').value = state.start.policy;
  at<HTMLSelectElement>('lab-period').value = state.start.period;
  at<HTMLInputElement>('lab-everyone').checked = false;
  state.formFor = '';
  change(state.start);
}

function show(answer: Answer, took: number): void {
  const { trial } = state;
  if (trial === null) return;
  const formFor = JSON.stringify([trial.policy, trial.readings]);
  if (formFor !== state.formFor) showForm(answer.form, trial, base);
  state.formFor = formFor;
  state.yaml = answer.yaml;
  findingOf(lab, answer.faults);
  at('lab-faults').textContent = answer.faults[''] ?? '';
  at('lab-notes').replaceChildren(...answer.notes.map((note) => el('p', { class: 'note' }, note)));
  at<HTMLButtonElement>('lab-download').disabled = answer.result === null;
  lab.classList.toggle('lab--stale', answer.result === null);
  if (answer.result !== null) {
    at('lab-status').textContent = answer.result.summary;
    showResult(answer.result, base);
  }
  lab.dataset.took = took.toFixed(1);
  lab.dataset.answers = String(Number(lab.dataset.answers ?? '0') + 1);
}

worker.onmessage = ({ data }: MessageEvent<Reply>) => {
  if (data.kind === 'ready') {
    at('lab-loading').hidden = true;
    lab.hidden = false;
    begin(data.choices, data.start);
  } else if (data.kind === 'answer') {
    state.busy = false;
    // A newer trial waits: what the answer would show has been changed again, and the fields must not be drawn anew under the fingers.
    if (state.waiting) send();
    else {
      lab.setAttribute('aria-busy', 'false');
      show(data.answer, data.took);
    }
  } else at('lab-loading').textContent = data.kind === 'empty' ? (lab.dataset.empty ?? '') : (lab.dataset.failed ?? '');
};

lab.addEventListener('input', ({ target }) => {
  const { trial } = state;
  if (trial === null || !(target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) return;
  const { key, reading } = target.dataset;
  if (key !== undefined) change({ edits: withEdit(trial.edits, key, target.value, target instanceof HTMLInputElement ? target.defaultValue : '') });
  else if (reading !== undefined) change({ readings: { ...trial.readings, [reading]: target.value } });
  else if (target.id === 'lab-policy') change({ policy: target.value, readings: {}, edits: {} });
  else if (target.id === 'lab-period') change({ period: target.value });
  else if (target instanceof HTMLInputElement) change({ everyone: target.checked });
});

/** What is typed back to what was written is no edit. */
function withEdit(edits: Trial['edits'], key: string, value: string, written: string): Trial['edits'] {
  const { [key]: _former, ...others } = edits;
  return value.trim() === written ? others : { ...others, [key]: value };
}

lab.addEventListener('submit', (event) => event.preventDefault());
at('lab-reset').addEventListener('click', reset);
at('lab-download').addEventListener('click', () => {
  const address = URL.createObjectURL(new Blob([state.yaml], { type: 'application/yaml' }));
  const link = el('a', { href: address, download: `${state.trial?.policy}.yaml` }, '');
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
});

at('lab-still').hidden = true;
at('lab-loading').hidden = false;
ask({ source: new URL(source, document.baseURI).href, language: language as Language });
