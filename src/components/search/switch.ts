/** Whether the key / is switched off, remembered in this browser; where nothing can be remembered it is on. */
const KEY = 'tongbao-no-shortcut';

export function isShortcutOff(): boolean {
  try {
    return localStorage.getItem(KEY) !== null;
  } catch {
    return false;
  }
}

export function switchShortcut(on: boolean): void {
  try {
    if (on) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, '1');
  } catch {
    // A browser that remembers nothing keeps the key.
  }
}
