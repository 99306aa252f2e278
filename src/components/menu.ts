/** What is folded out goes away as one expects: by Escape, by a click beside it, and when the focus moves on. Without scripts its own head folds it. */
const menu = document.querySelector<HTMLDetailsElement>('details[data-menu]');

function close({ target }: Event): void {
  if (menu?.open && target instanceof Node && !menu.contains(target)) menu.open = false;
}

document.addEventListener('click', close);
document.addEventListener('focusin', close);
menu?.addEventListener('keydown', ({ key }) => {
  if (key !== 'Escape' || !menu.open) return;
  menu.open = false;
  menu.querySelector('summary')?.focus();
});
