/** Small ways of making what a page shows, text always as text. */
import type { Linked } from '../../site/shown.ts';
import { isChinese } from '../../words/tongue.ts';

type Attributes = Readonly<Record<string, string | undefined>>;

/** An element with attributes and what stands in it. */
export function el<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  ...content: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value !== undefined) element.setAttribute(key, value);
  element.append(...content);
  return element;
}

/** What stands in `lang` beside a text that is Chinese on a page that is not. */
export const langOf = (text: string): 'zh-CN' | undefined =>
  document.documentElement.lang.startsWith('zh') || !isChinese(text) ? undefined : 'zh-CN';

/** A text with its link, if it has one. */
export function linked({ text, href }: Linked, base: string): Node | string {
  const lang = langOf(text);
  if (href !== undefined) return el('a', { href: `${base}${href}`, lang }, text);
  return lang === undefined ? text : el('span', { lang }, text);
}

/** Marks the fields that are wrong, says why beside each, and takes the marks from those that are not. */
export function findingOf(form: HTMLFormElement, faults: Readonly<Record<string, string>>): void {
  for (const input of form.querySelectorAll<HTMLInputElement>('input[data-key]')) {
    const fault = faults[input.dataset.key ?? ''];
    const words = document.getElementById(`${input.id}-fault`);
    if (words) words.textContent = fault ?? '';
    if (fault === undefined) {
      input.removeAttribute('aria-invalid');
      input.removeAttribute('aria-describedby');
    } else {
      input.setAttribute('aria-invalid', 'true');
      input.setAttribute('aria-describedby', `${input.id}-fault`);
    }
  }
}
