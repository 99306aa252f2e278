/** The filing page: keeps what is typed, asks the worker about it, shows what it answers, and hands the file over. */

import type { Day } from '../../model/day.ts';
import type { Answer } from '../../site/filing/engine.ts';
import type { FilingKind } from '../../site/filing/fields.ts';
import { filingWords } from '../../words/filing.ts';
import type { Language } from '../../words/speech.ts';
import { el } from '../lab/dom.ts';
import { engage } from './asking.ts';
import { attach } from './combo.ts';
import { draftsAt } from './drafts.ts';
import { askedIn, choose, controlOf, fieldsIn, fill, keyOf, type Values, valueIn, valuesIn } from './fields.ts';
import { showDuplicates, showRemarks, showState, showWorth, wrongFields } from './show.ts';

const at = <T extends HTMLElement>(id: string): T => document.getElementById(id) as T;
const root = at('file');
const { source = '', base = '', language = 'zh', zone = 'Asia/Shanghai', failed = '' } = root.dataset;
const words = filingWords(language as Language);
// The same in every language.
const drafts = draftsAt(new URL('.', new URL(source, location.href)).pathname);
const forms = [...root.querySelectorAll<HTMLFormElement>('.file__form')];
const kindsOf = (form: HTMLFormElement): FilingKind => form.dataset.kind as FilingKind;

const today = (): Day => new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(new Date()) as Day;

const state: { form: HTMLFormElement; answer: Answer | null; waiting: number } = { form: forms[0] as HTMLFormElement, answer: null, waiting: 0 };

const clerk = engage(new URL(source, document.baseURI).href, language as Language, {
  failed: () => {
    at('file-loading').textContent = failed;
    at('file-loading').hidden = false;
    root.hidden = false;
    begin();
    document.querySelector('.file__still')?.classList.add('file__still--needed');
  },
  answer: (answer, took) => {
    state.answer = answer;
    at('file-loading').hidden = true;
    showAll(answer);
    root.dataset.took = took.toFixed(1);
    root.setAttribute('aria-busy', 'false');
    root.dataset.answers = String(Number(root.dataset.answers ?? '0') + 1);
  },
});

function showAll(answer: Answer): void {
  showRemarks(state.form, answer);
  showDuplicates(state.form, answer, base, words);
  showWorth(answer.worth, base, words);
  showState(state.form, answer, words);
}

/** Asks about the form as it stands, a moment after the last change. */
function ask(delay = 120): void {
  root.setAttribute('aria-busy', 'true');
  clearTimeout(state.waiting);
  state.waiting = window.setTimeout(() => clerk.ask({ kind: kindsOf(state.form), fields: askedIn(state.form), today: today() }), delay);
}

function changed(): void {
  drafts.save(kindsOf(state.form), valuesIn(state.form));
  at('file-done').textContent = '';
  at('file-cleared').textContent = '';
  ask();
}

/** Puts values into the form; a new one begins with today and with who files here. */
function put(values: Values | null): void {
  const kind = kindsOf(state.form);
  const isItem = kind === 'submission' || kind === 'answer';
  const first: Values = isItem ? { on: today(), ...drafts.mine() } : {};
  for (const field of fieldsIn(state.form)) {
    fill(field, (values ?? first)[keyOf(field)] ?? null, words);
    field.dataset.left = 'false';
  }
  at('file-restore').hidden = !drafts.hasAway(kind);
  ask(0);
}

function open(kind: string, given: Values = {}): void {
  state.form = forms.find((form) => kindsOf(form) === kind) ?? state.form;
  const own = kindsOf(state.form);
  for (const form of forms) form.hidden = form !== state.form;
  for (const radio of root.querySelectorAll<HTMLInputElement>('input[name="kind"]')) radio.checked = radio.value === own;
  const draft = drafts.load(own);
  // What the address asks for does not mix with a draft about something else: that one is put away.
  const differs =
    draft !== null && Object.entries(given).some(([key, value]) => draft[key] !== '' && draft[key] !== undefined && draft[key] !== value);
  if (differs) drafts.putAway(own);
  put(differs ? null : draft);
  for (const field of fieldsIn(state.form)) if (keyOf(field) in given) fill(field, given[keyOf(field)] ?? null, words);
  if (Object.keys(given).length > 0) changed();
}

/** The kind and what is filled in already, out of the address. */
function begin(): void {
  const { kind, ...given } = Object.fromEntries(new URLSearchParams(location.search)) as Readonly<Record<string, string>>;
  open(kind ?? 'submission', given);
  at('file-saved').textContent = drafts.isKept ? words.saved : words.notSaved;
}

/** Shows what is missing or wrong, in the folded part too, and goes to the first of it. */
function mend(): void {
  const { form, answer } = state;
  if (answer === null) return;
  for (const field of fieldsIn(form)) field.dataset.left = 'true';
  showRemarks(form, answer);
  const [first] = wrongFields(form, answer);
  if (first === undefined) return;
  const folded = first.closest('details');
  if (folded) folded.open = true;
  controlOf(first).focus();
}

/** What was handed over is who files here the next time. */
function handed(said: string): void {
  const { unit = '', authors = [] } = valuesIn(state.form);
  if (unit !== '') drafts.remember({ unit, authors });
  at('file-done').textContent = said;
}

async function copy(text: string, said: string, shown: HTMLElement): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    handed(said);
  } catch {
    // Inside a closed network pages come without TLS, where browsers offer no clipboard.
    shown.textContent = text;
    at<HTMLDetailsElement>('file-preview').open = true;
    getSelection()?.selectAllChildren(shown);
    handed(words.copyFailed);
  }
}

function download(file: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/yaml' }));
  const name = file.slice(file.lastIndexOf('/') + 1);
  el('a', { href: address, download: name }, '').click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
  handed(words.downloaded(name));
}

const WAYS: Readonly<Record<string, (answer: Answer) => void>> = {
  'file-link': ({ text }) => void copy(text, words.copied, at('file-text')),
  'file-mail': ({ handover }) => void copy(handover.mail.text, handover.mail.note === '' ? '' : words.mailCopied, at('file-text')),
  'file-copy': ({ text }) => void copy(text, words.copied, at('file-text')),
  'file-mailtext': ({ handover }) => void copy(handover.mail.text, words.mailCopied, at('file-text')),
  'file-download': ({ file, text }) => download(file, text),
};
for (const [id, way] of Object.entries(WAYS))
  document.getElementById(id)?.addEventListener('click', () => {
    if (state.answer !== null) way(state.answer);
  });

at('file-mend').addEventListener('click', mend);
at('file-clear').addEventListener('click', () => {
  drafts.putAway(kindsOf(state.form));
  put(null);
  at('file-cleared').textContent = words.cleared;
});
at('file-restore').addEventListener('click', () => put(drafts.bringBack(kindsOf(state.form))));

root.addEventListener('change', ({ target }) => {
  if (!(target instanceof HTMLInputElement) || target.name !== 'kind') return;
  open(target.value);
  history.replaceState(null, '', `?${new URLSearchParams({ kind: target.value })}`);
});

for (const form of forms) {
  form.addEventListener('submit', (event) => event.preventDefault());
  // A title has as many lines as it takes, and no break in it.
  form.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.target as HTMLElement).classList.contains('grows')) event.preventDefault();
  });
  form.addEventListener('input', changed);
  form.addEventListener('change', changed);
  form.addEventListener('focusout', ({ target }) => {
    const field = (target as HTMLElement).closest<HTMLElement>('.field');
    if (field === null) return;
    if (valueIn(field) !== '') field.dataset.left = 'true';
    // What was held back while it was typed is said now; not at once, or what is being clicked would move away from under the finger.
    if (field.dataset.register !== undefined) ask(300);
  });
  form.addEventListener('click', ({ target }) => {
    const button = (target as HTMLElement).closest<HTMLElement>('[data-remove]');
    const field = button?.closest<HTMLElement>('.field');
    if (!button || !field) return;
    choose(
      field,
      (valueIn(field) as readonly string[]).filter((value) => value !== button.dataset.remove),
      words,
    );
    controlOf(field).focus();
    changed();
  });
  for (const field of fieldsIn(form)) if (field.dataset.register !== undefined) equip(field, form);
}

function equip(field: HTMLElement, form: HTMLFormElement): void {
  const [input, list] = [field.querySelector<HTMLInputElement>('.combo input'), field.querySelector<HTMLElement>('.combo__list')];
  if (!input || !list) return;
  const isSeveral = field.dataset.type === 'several';
  const add = (value: string): void => {
    if (isSeveral) {
      choose(field, [...(valueIn(field) as readonly string[]), value], words);
      input.value = '';
    } else input.value = value;
    changed();
  };
  attach(input, list, {
    find: (text) => clerk.find({ register: field.dataset.register as never, text, unit: String(valuesIn(form).unit ?? '') }),
    chosen: ({ value }) => add(value),
    left: (text) => {
      if (isSeveral && text !== '') add(text);
    },
    tell: (count) => {
      at('file-offers').textContent = words.offers(count);
    },
  });
}

// A name that stands in a box and was not chosen yet is not lost either.
window.addEventListener('pagehide', () => {
  if (document.activeElement instanceof HTMLInputElement) document.activeElement.blur();
});

at('file-loading').hidden = false;
root.hidden = false;
begin();
