/** What stands in the fields of a form, read and written. */
import type { Asked } from '../../site/filing/engine.ts';
import type { FieldType, Register } from '../../site/filing/fields.ts';
import { el, langOf } from '../lab/dom.ts';

/** What stands in a form, by key: what a draft keeps. */
export type Values = Readonly<Record<string, string | readonly string[] | boolean>>;

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

export const fieldsIn = (form: HTMLElement): HTMLElement[] => [...form.querySelectorAll<HTMLElement>('.field')];
export const keyOf = ({ dataset }: HTMLElement): string => dataset.key ?? '';
const typeOf = ({ dataset }: HTMLElement): FieldType => dataset.type as FieldType;

/** Where the focus goes when a field is meant. */
export const controlOf = (field: HTMLElement): HTMLElement =>
  field.querySelector<HTMLElement>('input:checked') ?? field.querySelector<HTMLElement>('input, select, textarea') ?? field;

const radiosOf = (field: HTMLElement): HTMLInputElement[] => [...field.querySelectorAll<HTMLInputElement>('input[type="radio"]')];

export function valueIn(field: HTMLElement): Values[string] {
  if (typeOf(field) === 'several') return [...field.querySelectorAll<HTMLElement>('.field__chosen li')].map(({ dataset }) => dataset.value ?? '');
  const radios = radiosOf(field);
  if (radios.length > 0) return radios.find(({ checked }) => checked)?.value ?? '';
  const control = controlOf(field) as Control;
  return control instanceof HTMLInputElement && control.type === 'checkbox' ? control.checked : control.value;
}

/** Puts a value into a field; null is what stands there at first. */
export function fill(field: HTMLElement, value: Values[string] | null, labels: { readonly remove: (name: string) => string }): void {
  const usual = field.dataset.usual ?? '';
  const radios = radiosOf(field);
  if (typeOf(field) === 'several') choose(field, Array.isArray(value) ? (value as readonly string[]) : [], labels);
  else if (radios.length > 0) for (const radio of radios) radio.checked = radio.value === (value ?? usual);
  else {
    const control = controlOf(field) as Control;
    if (control instanceof HTMLInputElement && control.type === 'checkbox') control.checked = typeof value === 'boolean' ? value : usual === 'true';
    else control.value = typeof value === 'string' ? value : usual;
  }
}

/** The chosen ones of a field that takes several, each with a button that takes it away. */
export function choose(field: HTMLElement, values: readonly string[], { remove }: { readonly remove: (name: string) => string }): void {
  const list = field.querySelector('.field__chosen');
  list?.replaceChildren(
    ...[...new Set(values)].map((value) =>
      el(
        'li',
        { 'data-value': value },
        el('span', { lang: langOf(value) }, value),
        el('button', { type: 'button', 'aria-label': remove(value), 'data-remove': value }, '×'),
      ),
    ),
  );
}

export const valuesIn = (form: HTMLElement): Values => Object.fromEntries(fieldsIn(form).map((field) => [keyOf(field), valueIn(field)]));

/** The form as the engine is asked about it. */
export const askedIn = (form: HTMLElement): Asked['fields'] =>
  fieldsIn(form).map((field) => ({
    key: keyOf(field),
    type: typeOf(field),
    usual: field.dataset.usual ?? '',
    register: (field.dataset.register as Register | undefined) ?? null,
    value: valueIn(field),
  }));
