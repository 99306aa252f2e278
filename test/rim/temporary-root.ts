import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A root that lives as long as the test, with these files, the needed folders, and nothing else. */
export function temporaryRoot(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const root = mkdtempSync(join(tmpdir(), 'tongbao-root-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const folder of ['data', 'policies']) mkdirSync(join(root, folder));
  for (const [path, content] of Object.entries(files)) place(root, path, content);
  return root;
}

/** Writes one more file under `root`. */
export function place(root: string, path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
}
