/** The key / leads to the search box, from any page. It can be switched off on the search page, since single keys may come from speech or by mistake. */
import { isShortcutOff } from './switch.ts';

const TYPING = 'input, textarea, select, [contenteditable]';

function toSearch(event: KeyboardEvent): void {
  const { key, ctrlKey, metaKey, altKey, isComposing, target } = event;
  if (key !== '/' || ctrlKey || metaKey || altKey || isComposing || (target instanceof Element && target.matches(TYPING)) || isShortcutOff()) return;
  const form = document.querySelector<HTMLFormElement>('form[data-search]');
  const box = form?.querySelector<HTMLInputElement>('input[type="search"]');
  if (!form || !box) return;
  event.preventDefault();
  if (box.getClientRects().length > 0) box.select();
  else form.requestSubmit();
}

document.addEventListener('keydown', toSearch);
