/** Draws what of the ordinance may be changed: a table for each section, and the readings. */
import type { Trial } from '../../site/lab/engine.ts';
import type { Form, FormField, FormReading, FormRow, FormSection } from '../../site/lab/form.ts';
import { el, linked } from './dom.ts';

const area = document.getElementById('lab-fields') as HTMLElement;
const readings = document.getElementById('lab-readings') as HTMLElement;
const { clause = '', rule = '', amount = '' } = area.dataset;

/** The form under the readings of a trial, with what was typed so far. What has the focus keeps it. */
export function showForm({ sections, readings: questions }: Form, trial: Trial, base: string): void {
  const focused = document.activeElement?.id ?? '';
  area.replaceChildren(...sections.map((section, index) => sectionOf(section, index, trial, base)));
  readings.replaceChildren(...questions.map((question) => questionOf(question, trial)));
  const details = readings.closest('details');
  if (details) details.hidden = questions.length === 0;
  document.getElementById(focused)?.focus({ preventScroll: true });
}

function sectionOf({ id, caption, rows }: FormSection, index: number, trial: Trial, base: string): HTMLElement {
  const head = el('thead', {}, el('tr', {}, ...[clause, rule, amount].map((label) => el('th', { scope: 'col' }, label))));
  const body = el('tbody', {}, ...rows.map((row, at) => rowOf(row, `lab-${index}-${at}`, trial, base)));
  const table = el(
    'table',
    { class: 'lab__fields', id: `lab-${id}` },
    el('caption', { id: `lab-${id}-caption` }, el('span', {}, caption)),
    head,
    body,
  );
  return el('div', { class: 'scroll', role: 'group', 'aria-labelledby': `lab-${id}-caption` }, table);
}

function rowOf({ clause: cited, text, fields }: FormRow, id: string, trial: Trial, base: string): HTMLElement {
  return el(
    'tr',
    {},
    el('td', { class: 'word' }, linked(cited, base)),
    el('th', { scope: 'row', id }, text),
    el(
      'td',
      {},
      el(
        'div',
        { class: 'lab__amounts', role: 'group', 'aria-labelledby': id },
        ...fields.map((field, index) => amountOf(field, `${id}-${index}`, trial)),
      ),
    ),
  );
}

function amountOf({ key, label, value }: FormField, id: string, { edits }: Trial): HTMLElement {
  const input = el('input', { id, value, type: 'text', inputmode: 'decimal', autocomplete: 'off', 'data-key': key });
  input.value = edits[key] ?? value;
  return el('div', { class: 'lab__amount' }, el('label', { for: id }, label), input, el('p', { class: 'lab__fault', id: `${id}-fault` }));
}

function questionOf({ id, clause: cited, question, because, options }: FormReading, trial: Trial): HTMLElement {
  const now = trial.readings[id] ?? options.find(({ mark }) => mark !== '')?.id;
  return el(
    'fieldset',
    { class: 'lab__reading' },
    el('legend', {}, el('span', { class: 'quiet' }, `${cited} `), question),
    ...options.map(({ id: option, says, mark }) => {
      const radio = el('input', { type: 'radio', id: `lab-${id}-${option}`, name: `reading-${id}`, value: option, 'data-reading': id });
      radio.checked = option === now;
      return el('label', { for: radio.id }, radio, el('span', {}, says, ...(mark === '' ? [] : [el('span', { class: 'mark' }, mark)])));
    }),
    ...(because === '' ? [] : [el('p', { class: 'note' }, because)]),
  );
}
