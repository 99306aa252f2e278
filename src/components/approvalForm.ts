/** Prints the form alone; printing the page from the browser's menu prints the page, and the form on a sheet of its own. */
const root = document.documentElement;

for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-print]'))
  button.addEventListener('click', () => {
    root.dataset.print = button.dataset.print;
    window.print();
  });

window.addEventListener('afterprint', () => {
  delete root.dataset.print;
});
