/* Large text, as the reader last switched it. Loaded before the page is painted, so that nothing jumps; a browser that remembers nothing starts small. */
(() => {
  const KEY = 'tongbao-large-text';
  const root = document.documentElement;

  const remembered = () => {
    try {
      return localStorage.getItem(KEY) !== null;
    } catch {
      return false;
    }
  };
  const remember = (on) => {
    try {
      if (on) localStorage.setItem(KEY, '1');
      else localStorage.removeItem(KEY);
    } catch {
      // It holds for this page all the same.
    }
  };
  const show = (on) => {
    if (on) root.dataset.text = 'large';
    else delete root.dataset.text;
    const box = document.getElementById('large-text');
    if (box) box.checked = on;
  };

  show(remembered());
  document.addEventListener('DOMContentLoaded', () => show(remembered()));
  document.addEventListener('change', ({ target }) => {
    if (target.id !== 'large-text') return;
    remember(target.checked);
    show(target.checked);
  });
  /* Other windows, and pages that the way back brings up again. */
  addEventListener('storage', () => show(remembered()));
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) show(remembered());
  });
})();
