/**
 * Chromium out of the npm package @sparticuz/chromium, if that is installed: for machines without a browser, such as build servers. It is for Linux
 * on x64 and brings the system libraries that small machines lack.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PACKAGE } from './package.ts';

const MODULES = join(PACKAGE, 'node_modules');

/** The version that is installed; null if none is. */
export function packagedVersion(): string | null {
  const file = join(MODULES, '@sparticuz/chromium/package.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version : null;
}

/** Unpacks it as `folder` unless it is there (about three seconds, 200 MB): beside first, so that an interrupted run leaves no half a browser behind. */
export function unpackChromium(folder: string, fontConfiguration: string): void {
  if (existsSync(folder)) return;
  mkdirSync(join(folder, '..'), { recursive: true });
  const beside = mkdtempSync(join(folder, '..', 'unpacking-'));
  unpackInto(beside);
  writeFileSync(join(beside, 'fonts.conf'), fontConfiguration);
  if (existsSync(folder)) rmSync(beside, { recursive: true });
  else renameSync(beside, folder);
}

/** The package unpacks into TMPDIR, and its system libraries only where it believes itself in a cloud function. */
function unpackInto(folder: string): void {
  const script = "import chromium from '@sparticuz/chromium'; await chromium.executablePath();";
  execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: PACKAGE,
    env: { ...process.env, TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: '22.x' },
    stdio: 'inherit',
  });
}

/** The program in an unpacked folder, and the environment in which it finds its libraries and fonts. */
export const chromiumIn = (folder: string): { readonly file: string; readonly environment: Record<string, string> } => ({
  file: join(folder, 'chromium'),
  environment: { LD_LIBRARY_PATH: join(folder, 'al2023/lib'), FONTCONFIG_FILE: join(folder, 'fonts.conf') },
});

/** Fonts in these folders alone. */
export const fontsIn = (folders: readonly string[], cache: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
${[...folders.map((folder) => `  <dir>${folder}</dir>`), `  <cachedir>${cache}</cachedir>`].join('\n')}
</fontconfig>
`;
