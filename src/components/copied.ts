/** Buttons that copy. Inside a closed network pages come without TLS, where browsers offer no clipboard: then the text is selected instead. */

/** Addresses that begin at the root of the host get its name: `/x/all.ics`, `src="/x/embed/"`. */
const absolute = (text: string): string => text.replace(/^\/|(?<=(?:src|href)=")\//g, `${location.origin}/`);

async function copy(box: HTMLElement, code: HTMLElement): Promise<string> {
  try {
    await navigator.clipboard.writeText(code.textContent ?? '');
    return box.dataset.copied ?? '';
  } catch {
    getSelection()?.selectAllChildren(code);
    return box.dataset.select ?? '';
  }
}

for (const box of document.querySelectorAll<HTMLElement>('.copied')) {
  const [code, button, status] = [box.querySelector('code'), box.querySelector('button'), box.querySelector('[role="status"]')];
  if (!code || !button || !status) continue;
  if (code.dataset.address === 'true') code.textContent = absolute(code.textContent ?? '');
  button.hidden = false;
  button.addEventListener('click', async () => {
    status.textContent = await copy(box, code);
  });
}
