/** A box in which one types a part of a name and chooses from what is found; the keyboard of the list is GitHub's combobox-nav. */
import Combobox from '@github/combobox-nav';
import type { Choice } from '../../site/filing/choices.ts';
import { el, langOf } from '../lab/dom.ts';

export interface Combo {
  /** What may be chosen for the text. */
  readonly find: (text: string) => Promise<readonly Choice[]>;
  readonly chosen: (choice: Choice) => void;
  /** What was typed and not chosen, when the box is left. */
  readonly left: (text: string) => void;
  /** Says how many there are to those who do not see it. */
  readonly tell: (count: number) => void;
}

export function attach(input: HTMLInputElement, list: HTMLElement, { find, chosen, left, tell }: Combo): void {
  list.setAttribute('role', 'listbox');
  const keyboard = new Combobox(input, list, { tabInsertsSuggestions: false });
  let offered: readonly Choice[] = [];
  let asked = 0;
  let isOpen = false;

  const close = (): void => {
    asked += 1;
    if (!isOpen) return;
    isOpen = false;
    list.hidden = true;
    keyboard.stop();
  };
  const open = async (): Promise<void> => {
    asked += 1;
    const own = asked;
    const found = await find(input.value);
    if (own !== asked || document.activeElement !== input) return;
    offered = found;
    list.replaceChildren(...found.map((choice, index) => optionOf(choice, `${list.id}-${index}`)));
    tell(found.length);
    if (found.length === 0) return close();
    list.hidden = false;
    if (!isOpen) keyboard.start();
    isOpen = true;
    keyboard.clearSelection();
  };
  const take = (choice: Choice | undefined): void => {
    if (choice === undefined) return;
    close();
    chosen(choice);
  };

  input.addEventListener('focus', open);
  input.addEventListener('input', open);
  input.addEventListener('click', () => {
    if (!isOpen) void open();
  });
  input.addEventListener('blur', () => {
    const text = input.value.trim();
    const [only, ...others] = offered;
    const isSure = isOpen && text !== '' && only !== undefined && others.length === 0;
    close();
    if (isSure) chosen(only);
    else left(text);
  });
  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    if (event.key === 'Escape' && isOpen) {
      event.stopPropagation();
      close();
    } else if (event.key === 'ArrowDown' && !isOpen) void open();
    else if (event.key === 'Enter' && !event.defaultPrevented) {
      event.preventDefault();
      const [only, ...others] = offered;
      if (isOpen && others.length === 0) take(only);
      else left(input.value.trim());
    }
  });
  // The list is clicked without taking the focus, which would close it first.
  list.addEventListener('pointerdown', (event) => event.preventDefault());
  list.addEventListener('mousedown', (event) => event.preventDefault());
  list.addEventListener('combobox-commit', ({ target }) => take(offered[[...list.children].indexOf(target as Element)]));
}

const optionOf = ({ text, note }: Choice, id: string): HTMLElement =>
  el('li', { role: 'option', id }, el('span', { lang: langOf(text) }, text), ...(note === '' ? [] : [el('small', { lang: langOf(note) }, note)]));
