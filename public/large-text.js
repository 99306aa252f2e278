/* Large text as the reader last switched it: before the page is painted, so that nothing jumps. Where nothing can be remembered it holds for the page. */
(() => {
  const root = document.documentElement;
  const show = (on) => {
    if (on) root.dataset.text = 'large';
    else delete root.dataset.text;
    const box = document.getElementById('large-text');
    if (box) box.checked = on;
  };
  const recall = () => {
    try {
      show(localStorage.tongbaoText === 'large');
    } catch {}
  };
  recall();
  document.addEventListener('DOMContentLoaded', recall);
  for (const moment of ['storage', 'pageshow']) addEventListener(moment, recall);
  document.addEventListener('change', ({ target }) => {
    if (target.id !== 'large-text') return;
    show(target.checked);
    try {
      localStorage.tongbaoText = target.checked ? 'large' : '';
    } catch {}
  });
})();
